"""PAdES levels: which there are, what a file has reached, and how it is brought up to the one that is wished for.

B-T is a trusted time over the signature; B-LT keeps with the file every certificate and revocation answer of the
signer's chain and of the time-stamping service's; B-LTA is a document time-stamp over all that (ETSI EN 319 142-1).
What cannot be had costs a level and never the signature. Knows ``evidence`` and ``timestamps``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper

from . import documents
from .chains import Evidence
from .evidence import Keeper, Needed, holds, of_signature, stored
from .integrity import Found, signatures
from .problems import TimestampUnavailable
from .reasons import Reason
from .timestamps import TimestampService
from .trust import Trust

LEVELS = ("B-B", "B-T", "B-LT", "B-LTA")
HEX_TIMESTAMP = 32768
"""Hex digits kept for a document time-stamp: a fixed size spares pyHanko asking for a second one to measure."""


SUNSETS: tuple[tuple[str, int, date], ...] = (
    ("rsa", 3072, date(2030, 12, 31)),
    ("rsassa_pss", 3072, date(2030, 12, 31)),
    ("ec", 224, date(2030, 12, 31)),
)
"""Keys of a kind and shorter than so many bits prove nothing after a day (NIST SP 800-131A: 112 bits end with 2030)."""


def at_least(level: str, wanted: str) -> bool:
    """Whether ``level`` is ``wanted`` or above; what is no level is below all."""
    return level in LEVELS and LEVELS.index(level) >= LEVELS.index(wanted)


def lowest(levels: Sequence[str]) -> str:
    """The lowest of them; B-B for none."""
    return min((one if one in LEVELS else LEVELS[0] for one in levels), key=LEVELS.index, default=LEVELS[0])


def for_act(wanted: str, kind: str) -> str:
    """What one act strives for: a time-stamp for the archive belongs on the finished file, over all signatures."""
    return "B-LT" if wanted == "B-LTA" and kind == "approve" else wanted


@dataclass(frozen=True)
class Raised:
    """A file after its signatures were brought up.

    Attributes:
        pdf: the file, its bytes only ever continued.
        level: what it has reached.
        warnings: what kept it below the level that was wished for.
        until: the day until which the document time-stamp of B-LTA proves anything.
    """

    pdf: bytes
    level: str
    warnings: tuple[Reason, ...] = ()
    until: date | None = None


@dataclass(frozen=True)
class Means:
    """What bringing up a file takes.

    Attributes:
        timestamps: the time-stamping service; None where there is none.
        keeper: puts evidence into files; None where no roots are known.
    """

    timestamps: TimestampService | None = field(default=None, repr=False)
    keeper: Keeper | None = field(default=None, repr=False)


def raise_signed(pdf: bytes, stamped: bool, wanted: str, means: Means) -> Raised:
    """A file that was signed this moment, brought from B-B or B-T up to ``wanted``.

    Args:
        stamped: whether the signature has a time-stamp of its own.
    """
    return asyncio.run(_raise_signed(pdf, stamped, wanted, means))


async def _raise_signed(pdf: bytes, stamped: bool, wanted: str, means: Means) -> Raised:
    level = "B-T" if stamped else "B-B"
    if not stamped or not at_least(wanted, "B-LT") or means.keeper is None:
        return Raised(pdf, level)
    pdf, complete = await means.keeper.keep_async(pdf)
    if not complete:
        return Raised(pdf, level, (Reason("evidenceIncomplete"),))
    if wanted != "B-LTA" or means.timestamps is None:
        return Raised(pdf, "B-LT")
    try:
        finished = await stamp(pdf, means.timestamps)
    except TimestampUnavailable as problem:
        return Raised(pdf, "B-LT", (Reason(problem.code),))
    return Raised(finished, "B-LTA", until=_newest_until(finished))


def _newest_until(pdf: bytes) -> date | None:
    stamps = [one for one in signatures(documents.reader(pdf)) if one.is_timestamp and one.signature is not None]
    return proves_until(stamps[-1]) if stamps else None


def proves_until(found: Found) -> date:
    """The last day on which a document time-stamp proves anything: its certificate's end, or its key's, if sooner."""
    (one,) = of_signature(found)
    return lasts_until(one.certificate)


def lasts_until(certificate: x509.Certificate) -> date:
    """The last day of a time-stamping certificate, and of the kind of key it has."""
    ends: date = certificate.not_valid_after.date()
    public: Any = certificate.public_key
    for algorithm, bits, day in SUNSETS:
        if public.algorithm == algorithm and public.bit_size < bits:
            ends = min(ends, day)
    return ends


async def stamp(pdf: bytes, timestamps: TimestampService) -> bytes:
    """Adds a document time-stamp to the newest revision.

    Raises:
        TimestampUnavailable: the service did not answer.
    """
    stamper = PdfTimeStamper(timestamps)
    changed = documents.writer(pdf)
    try:
        out = await stamper.async_timestamp_pdf(changed, "sha256", bytes_reserved=HEX_TIMESTAMP)
    except SigningError as error:
        raise TimestampUnavailable(type(error).__name__) from error
    return out.getvalue()


# -- what a file has reached -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stamped:
    """A document time-stamp that counts: sound, trusted, and over which revision."""

    found: Found
    revision: int
    at: datetime


class Measure:
    """Says which level each signature of one file has reached, asking nobody. What it found is kept for the file."""

    def __init__(self, reader: PdfFileReader, trust: Trust, stamps: Sequence[Stamped]) -> None:
        self._reader = reader
        self._trust = trust
        self._stamps = sorted(stamps, key=lambda one: one.revision)
        self._now = stored(reader)

    async def of(self, one: Found, trusted_time: datetime | None) -> str:
        """The level of a signature with this trusted time (its own time-stamp's, or a document's over it)."""
        if one.signature is None or trusted_time is None:
            return "B-B"
        if not self._now.certificates and not (self._now.ocsps or self._now.crls):
            return "B-T"
        later = [x for x in self._stamps if x.revision > one.signature.signed_revision]
        chain = of_signature(one)
        if len(chain) == 1 and later:
            chain = [*chain, *of_signature(later[0].found)]  # its trusted time is that one's
        for stamp_over in reversed(later):
            # It covers what was written in one revision with it as well: pyHanko writes both at once.
            kept = stored(self._reader.get_historical_resolver(stamp_over.revision))
            if (kept.ocsps or kept.crls) and await self._all(chain, kept, trusted_time):
                return "B-LTA"
        return "B-LT" if await self._all(chain, self._now, trusted_time) else "B-T"

    async def _all(self, chain: Sequence[Needed], kept: Evidence, moment: datetime) -> bool:
        for one in chain:
            if not await holds(one, self._trust, kept, moment):
                return False
        return True
