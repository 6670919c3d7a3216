"""pyHanko and its validator of chains, read whole and from one end. Knows nothing of ours.

Their parts import each other in circles: of two threads that begin at different ones, each finds the other's half
made, and fails. So every module here that stands on pyHanko reads this one first; whoever comes second waits for it.
"""

# ruff: noqa: F401
import pyhanko.sign.diff_analysis
import pyhanko.sign.fields
import pyhanko.sign.general
import pyhanko.sign.signers.pdf_signer
import pyhanko.sign.timestamps
import pyhanko.sign.validation.pdf_embedded
import pyhanko.stamp.base
import pyhanko_certvalidator.fetchers.common_utils
