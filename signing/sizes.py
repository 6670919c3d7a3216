"""How much is signed at most, and why. Knows the problems alone."""

from __future__ import annotations

from .problems import PdfTooBig

MOST_BYTES = 100_000_000
"""A file is held about four times over while it is signed, beside the others in hand: an office machine has 4 GB."""
MOST_DRAFTED = 90_000_000
"""A draft may be this large: with each signature, and all that is added to them later, the file grows."""
MOST_PAGES = 2000
"""The signer's name is looked for on every page; that many take a few seconds."""


def check_size(size: int) -> None:
    """Before a file is fetched or read.

    Raises:
        PdfTooBig
    """
    if size > MOST_BYTES:
        raise PdfTooBig(limit=MOST_BYTES // 1_000_000)
