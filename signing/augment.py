"""Bringing a file up later: time-stamps and validation data that were not to be had when it was signed, and time-stamps
for the archive renewed before they prove nothing any more (DESIGN 6). What was signed is never touched: bytes are only
added behind it. Knows ``levels``, ``evidence`` and ``times``; waits for the network, so it belongs on a lane.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from . import documents, times
from .evidence import Needed, of_signature, stored
from .integrity import Found, check, signatures
from .levels import Means, Measure, Stamped, at_least, lowest, proves_until, stamp
from .problems import TimestampUnavailable
from .trust import Trust


@dataclass(frozen=True)
class State:
    """What a file has reached.

    Attributes:
        level: the lowest of its signatures.
        until: the day until which its newest document time-stamp proves anything; None where there is none.
    """

    level: str
    until: date | None = None


@dataclass(frozen=True)
class Augmented:
    """What came of it.

    Attributes:
        pdf: the file, longer than before where anything was to be had.
        before, after: what it had reached, and has.
        why: what kept it below the level that was wished for: "timestampUnavailable", "evidenceIncomplete" or "".
    """

    pdf: bytes
    before: State
    after: State
    why: str = ""

    @property
    def better(self) -> bool:
        """Whether it is worth an act: a higher level, or a time-stamp that lasts longer."""
        if self.after.level != self.before.level:
            return at_least(self.after.level, self.before.level)
        old, new = self.before.until, self.after.until
        return self.after.level == "B-LTA" and new is not None and (old is None or new > old)


def state_of(pdf: bytes, trust: Trust) -> State:
    """What a file has reached, asking nobody. Its integrity is ``validation``'s question.

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    return asyncio.run(_state(pdf, trust))


def augment(pdf: bytes, wanted: str, trust: Trust, means: Means) -> Augmented:
    """Adds what is missing for ``wanted``, as far as it is to be had now.

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    return asyncio.run(_augment(pdf, wanted, trust, means))


def renew(pdf: bytes, trust: Trust, means: Means) -> Augmented:
    """Adds a document time-stamp over all, with what it takes to judge the one before (ETSI EN 319 142-1, 5.5).

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    return asyncio.run(_renew(pdf, trust, means))


async def _augment(pdf: bytes, wanted: str, trust: Trust, means: Means) -> Augmented:
    before = now = await _state(pdf, trust)
    why = ""
    if now.level == "B-B" and at_least(wanted, "B-T"):
        pdf, why = await _stamped(pdf, means)
        now = await _state(pdf, trust)
    if now.level == "B-T" and at_least(wanted, "B-LT") and not why:
        kept, complete = await means.keeper.keep_async(pdf) if means.keeper else (pdf, False)
        if complete:
            pdf, now = kept, await _state(kept, trust)
        if now.level == "B-T":
            why = "evidenceIncomplete"
    if now.level == "B-LT" and wanted == "B-LTA" and not why:
        pdf, why = await _stamped(pdf, means)
        now = await _state(pdf, trust)
    return Augmented(pdf, before, now, why)


async def _renew(pdf: bytes, trust: Trust, means: Means) -> Augmented:
    before = await _state(pdf, trust)
    if means.keeper is None:
        return Augmented(pdf, before, before, "evidenceIncomplete")
    # What that time-stamp stands over is proven, and of a certificate that has ended nobody would answer any more.
    wanted = _newest_stamp(pdf) if before.level == "B-LTA" else None
    kept, complete = await means.keeper.keep_async(pdf, wanted)
    if not complete:
        return Augmented(pdf, before, before, "evidenceIncomplete")
    stamped, why = await _stamped(kept, means)
    if why:
        return Augmented(pdf, before, before, why)
    return Augmented(stamped, before, await _state(stamped, trust))


def _newest_stamp(pdf: bytes) -> list[Needed]:
    stamps = [one for one in signatures(documents.reader(pdf)) if one.is_timestamp and one.signature is not None]
    return of_signature(stamps[-1])


async def _stamped(pdf: bytes, means: Means) -> tuple[bytes, str]:
    if means.timestamps is None:
        return pdf, TimestampUnavailable.code
    try:
        return await stamp(pdf, means.timestamps), ""
    except TimestampUnavailable as problem:
        return pdf, problem.code


async def _state(pdf: bytes, trust: Trust) -> State:
    reader = documents.reader(pdf)
    kept = stored(reader)
    offline = Trust(trust.roots, trust.others, online=False)
    stamps: list[Stamped] = []
    people: list[tuple[Found, EmbeddedPdfSignature]] = []
    for one in signatures(reader):
        signature = one.signature
        if signature is None:
            continue
        if not one.is_timestamp:
            people.append((one, signature))
            continue
        at = (await times.read(signature, offline, kept, document=True)).at
        if at is not None and _sound(signature):
            stamps.append(Stamped(one, signature.signed_revision, at))
    measure, levels = Measure(reader, offline, stamps), []
    for one, signature in people:
        own = (await times.read(signature, offline, kept, document=False)).at
        over = [x.at for x in stamps if x.revision > signature.signed_revision]
        levels.append(await measure.of(one, own or min(over, default=None)))
    newest = max(stamps, key=lambda x: x.revision, default=None)
    return State(lowest(levels), proves_until(newest.found) if newest else None)


def _sound(signature: EmbeddedPdfSignature) -> bool:
    try:
        checked = check(signature)
    except (SignatureValidationError, *documents.READ_ERRORS):
        return False
    return checked.intact and checked.authentic and checked.coverage != "part"
