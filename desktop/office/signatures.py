"""What is known of a document's signatures, and what may still be added to them (DESIGN 6). Knows world and types.

A signature that was made without a time-stamp or without answers about revocation is brought up later, as an act of its
own (``augment``): on the newest file while the document has not been issued, on the archived copy alone afterwards. A
certificate of which nothing was known is asked about again before the document is issued.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from desktop.office.acts import Effects, Refusal, from_wire_time
from desktop.office.documents import Document
from desktop.office.people import Me
from desktop.office.world import Case, Outcome, World, day_of

LEVELS = ("B-B", "B-T", "B-LT", "B-LTA")
"""Levels of PAdES, the lowest first (ETSI EN 319 142-1)."""

UNKNOWN = frozenset({"revocationUnknown", "issuerUnknown", "issuerBad"})
"""Warnings that must be asked about again before issue. Where the office has no roots there is nobody to ask."""

CURABLE: Mapping[str, str] = {
    "timestampUnavailable": "B-T",
    "evidenceIncomplete": "B-LT",
    "revocationUnknown": "B-LT",
}
"""Warnings that a signature loses with the level that it reaches."""

OPEN = frozenset({"approved", "numbered", "sealed"})
ISSUED = frozenset({"issued", "recalled"})
MOST_WARNINGS = 8
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,39}")

OTHERS_WAIT = timedelta(hours=12)
"""Whoever signed goes first; another clerk of the organ takes it up only when nothing has come of it for so long."""


def signed(case: Case) -> dict[str, Any]:
    """What a signature changes on its document: the file, and what is known of the signatures on it."""
    said: Any = case.payload.get("signing")
    try:
        until = day_of(said.get("until")) if isinstance(said, Mapping) else None
    except ValueError:
        until = None
    return {
        "file": case.payload["file"],
        "signatures": _marks(case, said),
        "stampedUntil": until.isoformat() if until else None,
        "augmentedFrom": None,
    }


def _marks(case: Case, said: Any) -> list[dict[str, Any]]:
    """The document's signatures with the one that this act gives; what the act says of itself counts as claimed."""
    before: list[dict[str, Any]] = []
    if case.act["kind"] != "approve":
        # Made on the file of before the newest ``augment``, the new file has none of what that added.
        file, seen = case.subject["file"], case.act["basedOn"]["digest"]
        older = file is not None and seen is not None and seen != file["digest"]
        before += [_as_it_was(one) if older else _settled(one) for one in case.subject.get("signatures") or ()]
    if not isinstance(said, Mapping):
        return before
    warnings = said.get("warnings")
    codes = [w for w in warnings if isinstance(w, str) and _CODE.fullmatch(w)] if isinstance(warnings, list) else []
    level = said.get("level")
    mark = {
        "kind": case.act["kind"],
        "personId": case.me.id,
        "at": case.stamp,
        "level": level if level in LEVELS else LEVELS[0],
        "warnings": codes[:MOST_WARNINGS],
    }
    return [*before, mark]


def lowest(document: Mapping[str, Any]) -> str | None:
    """The lowest level of the signatures that are known, in the file that counts now; None where none is known."""
    archive = document.get("archive")
    if document["state"] in ISSUED and archive:
        return str(archive["level"])
    levels = [str(one["level"]) for one in document.get("signatures") or ()]
    return min(levels, key=_rank, default=None)


def newest_file(document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The file that is brought up: the document's own, or after issue the archived copy of it."""
    archive = document.get("archive")
    if document["state"] in ISSUED and archive:
        return archive["file"]
    return document.get("file")


def archive_until(document: Mapping[str, Any]) -> date | None:
    """The day until which the newest document time-stamp proves anything; None where there is none."""
    archive = document.get("archive")
    if document["state"] in ISSUED and archive:
        return day_of(archive.get("until"))
    return day_of(document.get("stampedUntil"))


def unknown(document: Mapping[str, Any]) -> tuple[str, ...]:
    """What was not known of the certificates when they signed, each code once."""
    codes = [w for one in document.get("signatures") or () for w in one["warnings"] if w in UNKNOWN]
    return tuple(dict.fromkeys(codes))


def wanted_for(document: Mapping[str, Any], wanted: str) -> str:
    """The level that a document is brought up to now: the archive's time-stamp waits for the agency's signature."""
    return "B-LT" if wanted == "B-LTA" and document["state"] in ("approved", "numbered") else wanted


def is_below(level: str, document: Mapping[str, Any], wanted: str) -> bool:
    """Whether a level is below what a document in its state is brought up to."""
    return _rank(level) < _rank(wanted_for(document, wanted))


def is_my_turn(document: Mapping[str, Any], me: Me, now: datetime) -> bool:
    """Whether this person's machine takes it up now: whoever signed last at once, the others of the organ later."""
    marks: Sequence[Mapping[str, Any]] = document.get("signatures") or ()
    if not marks or marks[-1]["personId"] == me.id:
        return True
    return now - from_wire_time(str(marks[-1]["at"])) >= OTHERS_WAIT


def may_augment(document: Document, me: Me, world: World) -> Refusal | None:
    """Why ``me`` may not bring up the signatures now; None when allowed."""
    if document["state"] not in OPEN | ISSUED:
        return Refusal("notSignedYet")
    unit = world.get("Unit", document["organId"])
    keeps = "clerk" in me.roles or (unit is not None and me.id in unit["sealKeepers"])
    signed = any(one["personId"] == me.id for one in document.get("signatures") or ())
    if not (keeps or (signed and document["state"] in OPEN)):
        return Refusal("clerkOnly")
    return None if newest_file(document) else Refusal("noFile")


def augment(case: Case) -> Outcome:
    """Time-stamps and validation data added to what was signed; the page and its signatures stay as they are."""
    old = newest_file(case.subject)
    if old is None:
        return Refusal("noFile")
    found = added(case, old, lowest(case.subject), archive_until(case.subject))
    if isinstance(found, Refusal):
        return found
    new, level, day = found
    if case.subject["state"] in ISSUED:
        archive = {"file": new, "level": level, "until": day}
        return Effects((("Document", case.changed(case.subject, archive=archive)),))
    raised = [_raised(one, level) for one in case.subject.get("signatures") or ()]
    changed = case.changed(
        case.subject, file=new, signatures=raised, stampedUntil=day, augmentedFrom=old and old["digest"]
    )
    return Effects((("Document", changed),))


def added(
    case: Case, old: Mapping[str, Any], before: str | None, ended: date | None
) -> tuple[dict[str, Any], str, str | None] | Refusal:
    """What an ``augment`` brings: the new file, its level, and the day until which its time-stamp proves anything.

    Args:
        old: the newest file.
        before: the level it has, None where it is not known.
        ended: the day until which the time-stamp it has proves anything.
    """
    new, level, until = case.payload.get("file"), case.payload.get("level"), case.payload.get("until")
    if not isinstance(new, dict) or not new.get("digest") or level not in LEVELS:
        return Refusal("noFile")
    try:
        ends = day_of(until)
    except ValueError:
        return Refusal("badDate")
    if case.act["basedOn"]["digest"] != old["digest"] or new["digest"] == old["digest"]:
        return Refusal("changedSince")
    renewed = level == "B-LTA" and ends is not None and (ended is None or ends > ended)
    if before is not None and _rank(str(level)) <= _rank(before) and not renewed:
        return Refusal("nothingToAugment")
    return new, str(level), ends.isoformat() if ends else None


def _raised(one: Mapping[str, Any], level: str) -> dict[str, Any]:
    reached = max(str(one["level"]), level, key=_rank)
    left = [w for w in one["warnings"] if w not in CURABLE or _rank(reached) < _rank(CURABLE[w])]
    before = {"level": one["level"], "warnings": list(one["warnings"])}
    return {**one, "level": reached, "warnings": left, "before": before}


def _as_it_was(one: Mapping[str, Any]) -> dict[str, Any]:
    """A mark without what the newest ``augment`` gave it."""
    return _settled({**one, **(one.get("before") or {})})


def _settled(one: Mapping[str, Any]) -> dict[str, Any]:
    """A mark whose file nothing can be based on any more but the newest."""
    return {name: value for name, value in one.items() if name != "before"}


def continues(old: bytes, new: bytes) -> bool:
    """Whether the new file is the old one with something added behind it: nothing that was signed is touched."""
    return len(new) > len(old) and new.startswith(old)


def is_stale(case: Case) -> bool:
    """Whether the act stands on another file than the newest.

    The file of before the newest ``augment`` counts as well: time-stamps that came in between cost nobody a signature.
    """
    file, seen = case.subject["file"], case.act["basedOn"]["digest"]
    return file is None or seen is None or seen not in (file["digest"], case.subject.get("augmentedFrom"))


def not_asked_again(case: Case) -> Refusal | None:
    """Before issue the certificates of which nothing was known are asked about again; revoked ones stop it.

    The act says what came of it: ``standing`` {"outcome": "good" | "unknown" | "revoked", "askedAt"}. With "unknown"
    whoever issues has been told, and takes it upon themselves.
    """
    codes = unknown(case.subject)
    said: Any = case.payload.get("standing")
    outcome = said.get("outcome") if isinstance(said, Mapping) else None
    if outcome == "revoked":
        return Refusal("signerRevoked")
    if codes and outcome not in ("good", "unknown"):
        return Refusal("standingNotAsked", {"codes": ", ".join(codes)})
    return None


def after_asking(case: Case) -> list[dict[str, Any]]:
    """The marks as they stand after the certificates were found good: nothing is unknown of them any more."""
    said: Any = case.payload.get("standing")
    marks = [dict(one) for one in case.subject.get("signatures") or ()]
    if isinstance(said, Mapping) and said.get("outcome") == "good":
        return [{**one, "warnings": [w for w in one["warnings"] if w not in UNKNOWN]} for one in marks]
    return marks


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else 0
