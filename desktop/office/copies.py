"""Rules for copies: SAO Y, SAO LỤC, TRÍCH SAO (Decree 30/2020, art. 25-27). Knows world and types.

A copy is a document of the organ that copies: numbered in the one series of copies, signed with the organ's seal key,
issued like any other. It is made only of what is valid or of paper, and copying a secret is written down: who
authorised it and how many copies (Law 117/2025).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from desktop.office import attachments
from desktop.office.acts import Effects, Refusal
from desktop.office.documents import COPY_TYPES, CopyOf, Document
from desktop.office.people import Me
from desktop.office.secrecy import is_ordinary
from desktop.office.world import Case, Outcome, World

VALID = frozenset({"valid", "warning"})
"""Verdicts of an electronic document that may be copied."""


def may_copy(source: Mapping[str, Any], me: Me, world: World) -> Refusal | None:
    """Why ``me`` may not make a copy of this document; None when allowed."""
    if "clerk" not in me.roles:
        return Refusal("clerkOnly")
    if not source.get("file"):
        return Refusal("noFile")
    if source["organId"] == me.organ_id:
        return None if source["state"] in ("sealed", "issued") else Refusal("notSealedYet")
    sides = [h for h in world.handlings(source["id"], me.organ_id) if h["role"] == "organ"]
    if not sides:
        return Refusal("notYours")
    registered = any(h["arrivalNumber"] is not None and h["state"] != "sentBack" for h in sides)
    return None if registered else Refusal("notRegisteredYet")


def copy(case: Case) -> Outcome:
    """Make a copy: what was prepared to be signed becomes a document of its own, waiting for its number."""
    if case.subject:
        return Refusal("alreadyDone", {"state": str(case.subject.get("state"))})
    payload = case.payload
    source = case.world.get("Document", str(payload.get("sourceId")))
    if source is None:
        return Refusal("noSubject")
    refusal = may_copy(source, case.me, case.world) or _unsound(case, source) or _unrecorded(case, source)
    if refusal is not None:
        return refusal
    return Effects((("Document", _made(case, source)),))


def _unsound(case: Case, source: Mapping[str, Any]) -> Refusal | None:
    """Only of what is valid, or of paper, and of the very file that the clerk saw."""
    payload, file = case.payload, case.payload.get("file")
    if case.act["basedOn"]["digest"] != source["file"]["digest"]:
        return Refusal("changedSince")
    if not isinstance(file, dict) or not file.get("digest"):
        return Refusal("noFile")
    kind, origin = payload.get("type"), payload.get("source")
    if kind not in COPY_TYPES or origin not in ("paper", "electronic"):
        return Refusal("noCopyKind")
    if payload.get("verdict") not in (VALID if origin == "electronic" else {"unsigned"}):
        return Refusal("sourceNotValid")
    of_copy = source.get("copyOf") is not None
    # A second copy is made of a true copy, whose type an electronic source shows; of paper nobody here can tell.
    if kind == "SL" and origin == "electronic" and source["typeCode"] != "SY":
        return Refusal("secondCopyOfCopy")
    if kind != "SL" and of_copy:
        return Refusal("copyOfOriginal")
    if kind == "TrS" and not _pages(payload, source):
        return Refusal("noPages")
    return None


def _unrecorded(case: Case, source: Mapping[str, Any]) -> Refusal | None:
    """A secret is copied only where somebody competent said so, in so many copies."""
    if is_ordinary(source):
        return None
    person = case.world.get("Person", str(case.payload.get("authorisedById")))
    seats = [p for p in person["positions"] if p["organId"] == case.me.organ_id] if person else []
    count = case.payload.get("count")
    counted = isinstance(count, int) and not isinstance(count, bool) and count >= 1
    if not counted or not any("leader" in seat["roles"] for seat in seats):
        return Refusal("secretCopyUnrecorded")
    return None


def _pages(payload: Mapping[str, Any], source: Mapping[str, Any]) -> list[int]:
    """The pages chosen, where they are such of the source; none otherwise."""
    given = payload.get("pages")
    if not isinstance(given, list) or not given or len(set(given)) != len(given):
        return []
    last = source.get("pages") or 0
    return given if all(isinstance(n, int) and n >= 1 and (not last or n <= last) for n in given) else []


def _made(case: Case, source: Mapping[str, Any]) -> dict[str, Any]:
    payload = case.payload
    partial = payload["type"] == "TrS"
    pages = _pages(payload, source) if partial else []
    of: CopyOf = {
        "documentId": source["id"],
        "issuer": source["issuer"],
        "notation": source["notation"],
        "documentDate": source["documentDate"],
        "source": payload["source"],
        "pages": pages,
    }
    document: Document = {
        "id": case.act["subjectId"],
        "revision": 1,
        "organId": case.me.organ_id,
        "issuer": case.me.organ["name"],
        "authorId": case.me.id,
        "typeCode": payload["type"],
        "number": None,
        "notation": None,
        "subject": source["subject"],
        "documentDate": None,
        "issuedAt": None,
        "urgency": source["urgency"],
        "secrecy": source["secrecy"],
        "signer": None,
        "pages": len(pages) or source.get("pages") or 0,
        "file": payload["file"],
        "attachments": [] if partial else cast(Any, attachments.unmarked(payload.get("attachments") or [])),
        "recipients": [],
        "toPlaces": [],
        "slip": "",
        "state": "approved",
        "reserved": False,
        "returnReason": None,
        "replyTo": None,
        "deliveries": [],
        "copyOf": of,
        "updatedAt": case.stamp,
    }
    return cast(dict[str, Any], document)
