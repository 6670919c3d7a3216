"""Who may see what, as names of principals. Pure; knows the rules of the work (desktop.office) alone.

A principal is a name: ``person:<id>``; ``unit:<id>``, those on whom a unit's unnamed work falls; ``clerks:<organ>``;
``overview:<organ>``, the clerks, leaders and chiefs of office, who see all of their organ; ``organ:<organ>``, everyone
in it; ``all``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from desktop.office.people import OVERVIEW_ROLES, Position, duty_units

Object = dict[str, Any]

ORGAN_OWN: dict[str, Any] = {
    "deliveries": [],
    "slip": "",
    "returnReason": None,
    "remarks": [],
    "archive": None,
    "archivedAttachments": [],
    "augmentedFrom": None,
}
"""Members of a Document that only the issuing organ gets, and what the others get in their place."""

PUBLISHED_KINDS = frozenset({"approve", "seal", "sealAttachments", "issue"})
"""Acts on an issued document that its recipients see: who signed it, sealed it and sent it."""

NOTICE = ("id", "revision", "organId", "issuer", "urgency", "secrecy", "state", "issuedAt", "updatedAt")
"""All that leaves over this network of a classified document (Law 117/2025, art. 5): that it exists and from whom."""


def principals_of(person: Mapping[str, Any]) -> frozenset[str]:
    """The principals that this person is."""
    positions = cast(list[Position], person.get("positions", []))
    names = {"all", f"person:{person['id']}"}
    names |= {f"unit:{unit}" for unit in duty_units(positions)}
    for position in positions:
        organ = position["organId"]
        names.add(f"organ:{organ}")
        if OVERVIEW_ROLES & set(position["roles"]):
            names.add(f"overview:{organ}")
        if "clerk" in position["roles"]:
            names.add(f"clerks:{organ}")
    return frozenset(names)


def of_handling(handling: Object) -> frozenset[str]:
    """Whose own it is, who gave it to them, and who oversees the organ."""
    names = {f"overview:{handling['organId']}"}
    person = handling.get("personId")
    names.add(f"person:{person}" if person else f"unit:{handling['unitId']}")
    if handling.get("assignedById"):
        names.add(f"person:{handling['assignedById']}")
    return frozenset(names)


def of_document(document: Object) -> frozenset[str]:
    """Those of the issuing organ who see the whole document; recipients see it through their Handlings.

    A draft is its author's; a submitted one also its signer's and the clerks'; once the leader has signed, everyone's
    who oversees the organ.
    """
    names: set[str] = set()
    organ, state = document["organId"], document["state"]
    if document.get("authorId"):
        names.add(f"person:{document['authorId']}")
    if state in ("draft", "returned", "discarded"):
        signer = document.get("signer") or {}
        if state == "returned" and signer.get("personId"):
            names.add(f"person:{signer['personId']}")
        return frozenset(names)
    signer = document.get("signer") or {}
    if signer.get("personId"):
        names.add(f"person:{signer['personId']}")
    names.add(f"clerks:{organ}")
    if state != "submitted":
        names.add(f"overview:{organ}")
    return frozenset(names)


def of_task(task: Object, organ_of_unit: Callable[[str], str | None]) -> frozenset[str]:
    """Lead, co-handlers, who assigned it, and those who oversee the organs that have a part in it."""
    names = {f"overview:{task['tacnghiep:organId']}"}
    if task.get("tacnghiep:assignedById"):
        names.add(f"person:{task['tacnghiep:assignedById']}")
    lead = task.get("tacnghiep:lead")
    for assignee in [*([lead] if lead else []), *task.get("tacnghiep:coHandlers", [])]:
        if assignee.get("personId"):
            names.add(f"person:{assignee['personId']}")
        else:
            names.add(f"unit:{assignee['unitId']}")
        organ = assignee.get("organId") or organ_of_unit(assignee["unitId"])
        if organ:
            names.add(f"overview:{organ}")
    return frozenset(names)


def of_plain(type_name: str, value: Object) -> frozenset[str]:
    """Units and persons are everybody's; registers and the schedule are their organ's."""
    if type_name in ("Unit", "Person"):
        return frozenset({"all"})
    organ = value.get("organId") or value.get("tacnghiep:organId")
    return frozenset({f"organ:{organ}"})


def of_subject(type_name: str, value: Object, organ_of_unit: Callable[[str], str | None]) -> frozenset[str]:
    """Who sees the whole of ``value``, of any type but Act."""
    if type_name == "Handling":
        return of_handling(value)
    if type_name == "Document":
        return of_document(value)
    if type_name == "Task":
        return of_task(value, organ_of_unit)
    return of_plain(type_name, value)


def organ_of(type_name: str, value: Object) -> str | None:
    """The organ an object belongs to."""
    return value.get("tacnghiep:organId") if type_name in ("Task", "ScheduleEntry") else value.get("organId")


def is_closed(type_name: str, value: Object) -> bool:
    """Whether only the notice of its existence may leave over this network."""
    return type_name == "Document" and value.get("secrecy", "none") != "none"


# -- an object as text ------------------------------------------------------------------------------------------------


def dump(value: Any) -> str:
    """JSON as it goes over the wire: no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_SHARED_TAIL = "," + dump(ORGAN_OWN)[1:]


def split(type_name: str, value: Object) -> tuple[str, str]:
    """The two texts an object is kept as: without its closing brace, and what only its own organ gets."""
    if type_name != "Document":
        return dump(value)[:-1], ""
    common = {name: member for name, member in value.items() if name not in ORGAN_OWN}
    own = {name: value.get(name, default) for name, default in ORGAN_OWN.items()}
    return dump(common)[:-1], "," + dump(own)[1:-1]


def whole_text(body: str, own: str) -> str:
    """The object as its own organ gets it."""
    return f"{body}{own}}}"


def shared_text(type_name: str, body: str) -> str:
    """The object as its other readers get it."""
    return body + _SHARED_TAIL if type_name == "Document" else body + "}"


def notice_text(text: str) -> str:
    """A classified document as this network may carry it: that it is there, from whom, and how urgent."""
    full = json.loads(text)
    notice: Object = {name: full.get(name) for name in NOTICE}
    notice |= {
        "authorId": None, "typeCode": "", "number": None, "notation": None, "subject": "", "documentDate": None,
        "signer": None, "pages": 0, "file": None, "attachments": [], "recipients": [], "toPlaces": [],
        "reserved": False, "replyTo": None, "text": "", **ORGAN_OWN,
    }  # fmt: skip
    return dump(notice)


def shared_part(value: Object) -> Object:
    """What every reader of an object gets: an earlier version of a draft, named in a remark on it, is not theirs.

    The organ's own readers have it by the act that brought it.
    """
    return {name: member for name, member in value.items() if name not in ORGAN_OWN}


def blobs_in(value: Any) -> Iterable[str]:
    """Every blobId that an object refers to, wherever it stands."""
    if isinstance(value, dict):
        for name, member in value.items():
            if isinstance(member, str) and (name == "blobId" or name.endswith("BlobId")):
                yield member
            else:
                yield from blobs_in(member)
    elif isinstance(value, list):
        for member in value:
            yield from blobs_in(member)
