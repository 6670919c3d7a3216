"""What stays of an object that may not be held here: that it is there, whose it is, and when. Knows secrecy and the
words of each type.

"A classified document has arrived, go to the dedicated machine" (DOMAIN 5). Declared as data: which members of each
type may stay, and what shape they must have. Everything else is blank, so that whoever reads the object finds every
member that the type has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from desktop.office.acts import KINDS
from desktop.office.documents import DocumentState
from desktop.office.handling import HandlingRole, HandlingState
from desktop.office.schedule import EntryState
from desktop.office.secrecy import LEVELS, UNKNOWN
from desktop.office.tasks import TaskState

Object = dict[str, Any]
Shape = Callable[[Any], bool]
WITHHELD = "withheld"
"""The member that marks a notice."""
LONGEST_NAME = 200
"""Characters of an organ's name (Decree 30/2020, Annex VI)."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,255}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ?)?")
_DURATION = re.compile(r"P[0-9DTHMS]{1,20}")
_DIGEST = re.compile(r"(?:sha256-)?([0-9a-f]{64})")


def _text(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53


def _name(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_NAME and "\n" not in value


def _ids(value: Any) -> bool:
    return isinstance(value, list) and all(_id(one) for one in value)


def _assignee(value: Any) -> bool:
    members = {"unitId", "personId", "organId"}
    return isinstance(value, dict) and value.keys() <= members and all(m is None or _id(m) for m in value.values())


def _assignees(value: Any) -> bool:
    return isinstance(value, list) and all(_assignee(one) for one in value)


def _one_of(*words: str) -> Callable[[Any], bool]:
    """A word that this version knows: a free one could say anything."""
    return lambda value: isinstance(value, str) and value in words


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


_id, _moment, _duration = _text(_ID), _text(_MOMENT), _text(_DURATION)
_P = "tacnghiep:"
ZONE = "Asia/Ho_Chi_Minh"

_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "Document": {"state": get_args(DocumentState)},
    "Handling": {"role": get_args(HandlingRole), "state": get_args(HandlingState)},
    "Act": {"kind": tuple(KINDS), "subjectType": tuple(KINDS.values()), "outcome": ("accepted", "refused")},
    "Task": {
        "@type": ("Task",), "timeZone": (ZONE,), _P + "state": get_args(TaskState),
        "progress": ("needs-action", "in-process", "completed", "failed", "cancelled"),
    },
    "ScheduleEntry": {
        "@type": ("Event",), "timeZone": (ZONE,), _P + "state": get_args(EntryState),
        _P + "session": ("morning", "afternoon", "allDay", "timed"),
    },
}  # fmt: skip
"""Members that hold one of these words: a free one could say anything."""

_SHAPES: dict[str, dict[str, Shape]] = {
    "Document": {
        "id": _id, "revision": _count, "organId": _id, "issuer": _name, "urgency": _count, "issuedAt": _moment,
        "updatedAt": _moment,
    },
    "Handling": {
        "id": _id, "revision": _count, "documentId": _id, "organId": _id, "unitId": _id, "personId": _id,
        "parentId": _id, "urgency": _count, "arrivedAt": _moment, "due": _moment, "assignedById": _id,
        "closedAt": _moment, "updatedAt": _moment,
    },
    "Act": {
        "id": _id, "authorId": _id, "positionId": _id, "subjectId": _id, "documentId": _id, "claimedAt": _moment,
        "seq": _count, "receivedAt": _moment,
    },
    "Task": {
        "id": _id, "uid": _id, "revision": _count, "due": _moment, "percentComplete": _count, "updated": _moment,
        _P + "organId": _id, _P + "lead": _assignee, _P + "coHandlers": _assignees, _P + "assignedById": _id,
        _P + "documentId": _id, _P + "completedAt": _moment, _P + "originalDue": _moment,
    },
    "ScheduleEntry": {
        "id": _id, "uid": _id, "revision": _count, "start": _moment, "duration": _duration, "showWithoutTime": _flag,
        "updated": _moment, _P + "organId": _id, _P + "leaders": _ids, _P + "chairId": _id, _P + "enteredById": _id,
    },
}  # fmt: skip

KEPT: dict[str, dict[str, Shape]] = {
    name: shapes | {member: _one_of(*words) for member, words in _WORDS[name].items()}
    for name, shapes in _SHAPES.items()
}
"""What may be kept of each type, and how it must look. A type that is not here is not kept at all."""

BLANK: dict[str, Object] = {
    "Document": {
        "revision": 0, "organId": "", "issuer": "", "authorId": None, "typeCode": "", "number": None, "notation": None,
        "subject": "", "documentDate": None, "issuedAt": None, "urgency": 0, "secrecy": UNKNOWN, "signer": None,
        "pages": 0, "file": None, "attachments": [], "recipients": [], "toPlaces": [], "slip": "", "state": "issued",
        "reserved": False, "returnReason": None, "replyTo": None, "deliveries": [], "remarks": [],
        "text": "",
        "updatedAt": "1970-01-01T00:00:00Z",
    },
    "Handling": {
        "revision": 0, "documentId": "", "organId": "", "unitId": "", "personId": None, "parentId": None,
        "role": "organ", "state": "toReceive", "urgency": 0, "arrivedAt": "1970-01-01T00:00:00Z",
        "arrivalNumber": None, "arrivalDate": None, "registerId": None, "due": None, "directive": None,
        "assignedById": None, "returnReason": None, "closedAt": None, "updatedAt": "1970-01-01T00:00:00Z",
    },
    "Act": {
        "kind": "", "authorId": "", "positionId": "", "subjectType": "Document", "subjectId": "", "documentId": None,
        "claimedAt": "1970-01-01T00:00:00Z", "payload": {}, "basedOn": {"revision": None, "digest": None},
        "dependsOn": [], "seq": 0, "receivedAt": "1970-01-01T00:00:00Z", "outcome": None, "reason": None,
    },
    "Task": {
        "@type": "Task", "uid": "", "revision": 0, "title": "", "description": "", "due": None,
        "timeZone": ZONE, "progress": "in-process", "percentComplete": 0,
        "updated": "1970-01-01T00:00:00Z", _P + "organId": "", _P + "state": "closed",
        _P + "lead": {"unitId": "", "personId": None}, _P + "coHandlers": [], _P + "assignedById": None,
        _P + "documentId": None, _P + "extensions": [], _P + "reports": [], _P + "completedAt": None,
        _P + "originalDue": None, _P + "product": "",
    },
    "ScheduleEntry": {
        "@type": "Event", "uid": "", "revision": 0, "title": "", "description": "", "start": "1970-01-01T00:00:00",
        "duration": "PT1H", "timeZone": ZONE, "showWithoutTime": False,
        "updated": "1970-01-01T00:00:00Z", _P + "organId": "", _P + "session": "timed", _P + "leaders": [],
        _P + "chairId": None, _P + "attendees": "", _P + "place": "", _P + "preparation": "", _P + "vehicle": "",
        _P + "driver": "", _P + "invitation": "", _P + "note": "", _P + "state": "refused",
        _P + "decisionNote": None, _P + "enteredById": None,
    },
}  # fmt: skip
"""Every member of each type without content."""


def notice(type_name: str, object_: Mapping[str, Any], secrecy: str) -> Object | None:
    """What stays of an object; None where nothing may (a type without a notice, an identifier that is none)."""
    kept = KEPT.get(type_name)
    if kept is None or not _id(object_.get("id")):
        return None
    stays = {name: object_[name] for name, fits in kept.items() if name in object_ and fits(object_[name])}
    if type_name == "Document":
        stays["secrecy"] = secrecy if secrecy in LEVELS else UNKNOWN
    return {**BLANK[type_name], **stays, WITHHELD: True}


def beyond_notice(type_name: str, object_: Mapping[str, Any]) -> int:
    """How many members of an object say more than its notice may: 0 for what a faultless central sends."""
    kept, blank = KEPT.get(type_name, {}), BLANK.get(type_name, {})
    told = {"id", "secrecy", WITHHELD}
    return sum(
        1
        for name, value in object_.items()
        if name not in told and value and value != blank.get(name) and not (name in kept and kept[name](value))
    )


def is_withheld(object_: Mapping[str, Any] | None) -> bool:
    """Whether this is no more than a notice."""
    return object_ is not None and object_.get(WITHHELD) is True


def digests_in(*values: Any) -> frozenset[str]:
    """The SHA-256 digests (hex) of every file named anywhere in these values."""
    found: set[str] = set()
    pending: list[Any] = list(values)
    while pending:
        each = pending.pop()
        if isinstance(each, Mapping):
            for name, member in each.items():
                if isinstance(member, str):
                    digest = _DIGEST.fullmatch(member.lower()) if name[-6:].lower() in ("digest", "blobid") else None
                    if digest is not None:
                        found.add(digest.group(1))
                elif isinstance(member, Mapping | list):
                    pending.append(member)
        elif isinstance(each, list | tuple):
            pending += each
    return frozenset(found)
