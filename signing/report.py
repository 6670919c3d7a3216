"""The technical report that lies folded below a verdict: facts in plain lines, for whoever has to look closer.

Knows ``verdict`` and pyHanko's reader. Never holds the document's text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils.reader import PdfFileReader

from .reasons import Reason
from .verdict import SignatureReport


def technical_report(
    pdf: bytes, reader: PdfFileReader, signatures: Sequence[SignatureReport], reasons: Sequence[Reason]
) -> str:
    """The report as text."""
    lines = [
        f"sha256: {hashlib.sha256(pdf).hexdigest()}",
        f"size: {len(pdf)}",
        f"revisions: {reader.total_revisions}",
        f"hybrid cross references: {'yes' if reader.xrefs.hybrid_xrefs_present else 'no'}",
        *(_line(reason) for reason in reasons),
    ]
    for number, one in enumerate(signatures, 1):
        lines += [
            "",
            f"[{number}] {one.field} ({one.role_hint})",
            f"  signer: {one.signer}; {one.organization}",
            f"  certificate sha256: {one.certificate}",
            f"  claimed time: {one.claimed_time or '-'}",
            f"  trusted time: {one.trusted_time or '-'}",
            f"  level: {one.level}; covers: {one.coverage}; changed after: {one.changed}",
            f"  verdict: {one.verdict}",
            *("  " + _line(reason) for reason in one.reasons),
        ]
    return "\n".join(lines)


def _line(reason: Reason) -> str:
    details = ", ".join(f"{key}={value}" for key, value in reason.args.items())
    return f"reason: {reason.code}" + (f" ({details})" if details else "")
