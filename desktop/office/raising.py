"""Which signed files of a document fell short of the level that is wished for, and what bringing them up changes.

The document's own file and the attachments that the organ signed are brought up alike, each by an act of its own
(``augment``): the file itself before issue, the organ's own copy of it afterwards (DESIGN 6). Knows signatures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.office import signatures
from desktop.office.acts import Effects, Refusal
from desktop.office.world import Case, Outcome, day_of

Object = Mapping[str, Any]


@dataclass(frozen=True)
class SignedFile:
    """A file of a document whose signatures are known.

    Attributes:
        attachment: the digest by which the document lists it; "" for the document's own file.
        file: the newest, the one that is brought up.
        level: the lowest that its signatures have.
        until: the day until which its newest document time-stamp proves anything; None where there is none.
    """

    attachment: str
    file: Object
    level: str
    until: date | None = None


def signed_files(document: Object) -> list[SignedFile]:
    """The document's own file first. A file of which nothing is known is left out."""
    found: list[SignedFile] = []
    main, level = signatures.newest_file(document), signatures.lowest(document)
    if main is not None and level is not None:
        found.append(SignedFile("", main, level, signatures.archive_until(document)))
    issued = document["state"] in signatures.ISSUED
    archived = {one["of"]: one for one in document.get("archivedAttachments") or ()} if issued else {}
    for listed in document.get("attachments") or ():
        if listed.get("signature") != "organ" or listed.get("level") not in signatures.LEVELS:
            continue
        newest = archived.get(listed["digest"], {**listed, "file": listed})
        until = day_of(newest.get("until"))
        found.append(SignedFile(listed["digest"], newest["file"], str(newest["level"]), until))
    return found


def short(document: Object, wanted: str) -> list[SignedFile]:
    """The files that fell short of the level that the office wishes for."""
    return [one for one in signed_files(document) if signatures.is_below(one.level, document, wanted)]


def renewals(document: Object, today: date, days: int) -> list[SignedFile]:
    """The archived files whose time-stamp ends within so many days."""
    if document["state"] not in signatures.ISSUED:
        return []
    return [one for one in signed_files(document) if one.until is not None and (one.until - today).days <= days]


def augment(case: Case) -> Outcome:
    """Time-stamps and validation data added to a signed file: the document's own, or the ``attachment`` it names."""
    listed = case.payload.get("attachment")
    if listed is None:
        return signatures.augment(case)
    old = next((one for one in signed_files(case.subject) if listed and one.attachment == listed), None)
    if old is None:
        return Refusal("changedSince")
    added = signatures.added(case, old.file, old.level, old.until)
    if isinstance(added, Refusal):
        return added
    new, level, until = added
    if case.subject["state"] in signatures.ISSUED:
        others = [one for one in case.subject.get("archivedAttachments") or () if one["of"] != listed]
        copy = {"of": listed, "file": new, "level": level, "until": until}
        return Effects((("Document", case.changed(case.subject, archivedAttachments=[*others, copy])),))
    raised = [
        _raised(one, new, level, until) if one["digest"] == listed else one for one in case.subject["attachments"]
    ]
    return Effects((("Document", case.changed(case.subject, attachments=raised)),))


def _raised(old: Object, new: Object, level: str, until: str | None) -> dict[str, Any]:
    """An attachment as it is listed with its new file: named as before, and still the one that the organ signed."""
    marks = {"name": old["name"], "signature": "organ", "was": old["was"], "level": level}
    return {**new, **marks, **({"until": until} if until else {})}
