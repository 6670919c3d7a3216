"""Rules for outgoing documents: draft, submit, approve, number, seal, issue (Decree 30/2020, art. 14-19, 32).

Knows world and types, and the rules of attachments and copies beside it.

The order is enforced: the agency's signature goes only on what the competent leader has signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from desktop.office import attachments, copies, raising, remarks, signatures
from desktop.office.acts import Effects, Refusal
from desktop.office.documents import COPY_TYPES, LENGTHS, Document
from desktop.office.handling import Handling
from desktop.office.people import Me
from desktop.office.registers import NumberTaken, notation
from desktop.office.secrecy import is_ordinary, secrecy_of
from desktop.office.world import Case, Outcome, World, day_of, text_of

EDITABLE = frozenset({"draft", "returned"})
RESERVABLE = frozenset({"draft", "returned", "submitted"})


def may(kind: str, subject: Mapping[str, Any], me: Me, world: World) -> Refusal | None:
    """Why ``me`` may not do this to the document now; None when allowed."""
    if kind == "export":
        return None
    if not subject:
        return None if kind in ("draft", "copy") else Refusal("noSubject")
    if kind == "copy":
        # Asked of what is there: whether a copy may be made of it.
        return copies.may_copy(subject, me, world)
    document = cast(Document, subject)
    if document["organId"] != me.organ_id:
        return Refusal("notYours")
    return _GATES[kind](document, me, world)


def _author(document: Document, me: Me, world: World) -> Refusal | None:
    if document["state"] not in EDITABLE:
        return Refusal("alreadyDone", {"state": document["state"]})
    return None if document["authorId"] == me.id else Refusal("authorOnly")


def _submittable(document: Document, me: Me, world: World) -> Refusal | None:
    return _author(document, me, world) or (None if document["file"] else Refusal("noFile"))


def _signer(document: Document, me: Me, world: World) -> Refusal | None:
    if document["state"] != "submitted":
        return Refusal("alreadyDone", {"state": document["state"]})
    signer = document["signer"]
    return None if signer and signer["personId"] == me.id else Refusal("signerOnly")


def _numberable(document: Document, me: Me, world: World) -> Refusal | None:
    if "clerk" not in me.roles:
        return Refusal("clerkOnly")
    if document["number"] is not None or document.get("pending"):
        return Refusal("hasNumber", {"notation": document["notation"] or ""})
    if document["state"] == "approved":
        return None
    # A number may be reserved before the leader signs, so that it stands on the page that is signed.
    return None if document["state"] == "submitted" else Refusal("notSignedYet")


def _sealable(document: Document, me: Me, world: World) -> Refusal | None:
    if not keeps_seal(document["organId"], me, world):
        return Refusal("sealKeeperOnly")
    if document["state"] in RESERVABLE:
        return Refusal("notSignedYet")
    if document["state"] not in ("approved", "numbered"):
        return Refusal("alreadyDone", {"state": document["state"]})
    return None if document["number"] is not None else Refusal("noNumberYet")


def keeps_seal(organ_id: str, me: Me, world: World) -> bool:
    """Whether the organ's seal is on this person's token."""
    unit = world.get("Unit", organ_id)
    return unit is not None and me.id in unit["sealKeepers"]


def _attachments_left(document: Document, me: Me, world: World) -> Refusal | None:
    """Attachments are signed with their document, or after it where that was forgotten; never before its number."""
    if not keeps_seal(document["organId"], me, world):
        return Refusal("sealKeeperOnly")
    if document["state"] in RESERVABLE:
        return Refusal("notSignedYet")
    if document["number"] is None:
        return Refusal("noNumberYet")
    if document["state"] in ("approved", "numbered"):
        return Refusal("notSealedYet", {"state": document["state"]})
    left = document["state"] == "sealed" and attachments.unsigned(document)
    return None if left else Refusal("alreadyDone", {"state": document["state"]})


def _issuable(document: Document, me: Me, world: World) -> Refusal | None:
    if "clerk" not in me.roles:
        return Refusal("clerkOnly")
    if document["state"] == "sealed":
        return None
    return Refusal("alreadyDone" if document["state"] == "issued" else "notSealedYet", {"state": document["state"]})


_GATES = {
    "draft": _author,
    "submit": _submittable,
    "approve": _signer,
    "refuse": _signer,
    "number": _numberable,
    "seal": _sealable,
    "sealAttachments": _attachments_left,
    "issue": _issuable,
    "discard": _author,
    "remark": remarks.may_remark,
    "answerRemarks": remarks.may_answer,
    "augment": signatures.may_augment,
}


def draft(case: Case) -> Outcome:
    """Write or change a draft. A secret document is never drafted here (Law 117/2025, art. 5(2))."""
    given = case.payload.get("document")
    if not isinstance(given, dict):
        return Refusal("noText")
    subject = text_of(given, "subject")
    if not subject:
        return Refusal("noText")
    if len(subject) > LENGTHS["subject"]:
        return Refusal("tooLong", {"limit": LENGTHS["subject"]})
    if secrecy_of("Act", given) != "none":
        return Refusal("secretDraft")
    if given.get("typeCode") in COPY_TYPES:
        return Refusal("copyNotDrafted")
    if case.subject:
        base: dict[str, Any] = case.subject
    else:
        base = _blank(case)
    allowed = {
        "typeCode",
        "subject",
        "urgency",
        "recipients",
        "toPlaces",
        "slip",
        "signer",
        "replyTo",
        "file",
        "attachments",
        "pages",
        "text",
    }
    fields = {k: v for k, v in given.items() if k in allowed}
    held = base["number"] is not None or base.get("pending")
    if held and fields.get("typeCode", base["typeCode"]) != base["typeCode"]:
        # The number was taken from the register of its type and notation.
        return Refusal("typeHasNumber", {"notation": base["notation"] or ""})
    if "attachments" in fields:
        fields["attachments"] = attachments.unmarked(fields["attachments"])
    new = case.changed(base, **fields)
    new["subject"] = subject
    return Effects((("Document", new),))


def _blank(case: Case) -> dict[str, Any]:
    document: Document = {
        "id": case.act["subjectId"],
        "revision": 0,
        "organId": case.me.organ_id,
        "issuer": case.me.organ["name"],
        "authorId": case.me.id,
        "typeCode": "CV",
        "number": None,
        "notation": None,
        "subject": "",
        "documentDate": None,
        "issuedAt": None,
        "urgency": 0,
        "secrecy": "none",
        "signer": None,
        "pages": 0,
        "file": None,
        "attachments": [],
        "recipients": [],
        "toPlaces": [],
        "slip": "",
        "state": "draft",
        "reserved": False,
        "returnReason": None,
        "replyTo": None,
        "deliveries": [],
        "remarks": [],
        "updatedAt": case.stamp,
    }
    return cast(dict[str, Any], document)


def submit(case: Case) -> Outcome:
    """Submit for signature to a leader of the organ, with the submission slip."""
    signer_id = str(case.payload.get("signerId"))
    person = case.world.get("Person", signer_id)
    seats = [p for p in person["positions"] if p["organId"] == case.me.organ_id] if person else []
    if not any({"leader", "chiefOfOffice"} & set(p["roles"]) for p in seats):
        return Refusal("notASigner")
    old = case.subject.get("signer")
    competence = old["competence"] if old and old.get("personId") == signer_id else ""
    signer = {
        "personId": signer_id,
        "name": cast(Any, person)["name"],
        "position": seats[0]["title"],
        "competence": competence,
    }
    slip = text_of(case.payload, "slip") or case.subject["slip"]
    return Effects(
        (("Document", case.changed(case.subject, state="submitted", signer=signer, slip=slip, returnReason=None)),)
    )


def approve(case: Case) -> Outcome:
    """The leader's signature (ký duyệt): the signed file takes the place of the draft it was made from."""
    stale = _stale(case)
    if stale:
        return stale
    state = "numbered" if case.subject["number"] is not None else "approved"
    return Effects((("Document", case.changed(case.subject, state=state, **signatures.signed(case))),))


def refuse(case: Case) -> Outcome:
    """The leader sends the draft back with a reason, and with remarks on its pages where there are any."""
    reason = text_of(case.payload, "reason")
    if not reason:
        return Refusal("noReason")
    found = remarks.added(case, case.payload.get("remarks"))
    if isinstance(found, Refusal):
        return found
    changes = {"remarks": found} if found else {}
    return Effects((("Document", case.changed(case.subject, state="returned", returnReason=reason, **changes)),))


def number(case: Case) -> Outcome:
    """Number and date (cấp số): granted by the central alone. Art. 15."""
    register = case.world.get("Register", str(case.payload.get("registerId")))
    document = case.subject
    if register is None or register["organId"] != case.me.organ_id or register["kind"] != "outgoing":
        return Refusal("noRegister")
    if register["typeCodes"] and document["typeCode"] not in register["typeCodes"]:
        return Refusal("otherSeries")
    try:
        day = day_of(case.payload.get("date"))
    except ValueError:
        return Refusal("badDate")
    if day is not None and day > case.today:
        return Refusal("dateAhead")
    state = "numbered" if document["state"] == "approved" else document["state"]
    reserved = document["state"] != "approved"
    date_text = (day or case.today).isoformat()
    if case.numbers is None:
        waiting = case.changed(document, state=state, documentDate=date_text, reserved=reserved, pending=True)
        return Effects((("Document", waiting),))
    wanted = case.payload.get("number")
    try:
        granted = case.numbers.grant(register["id"], wanted)
    except NumberTaken:
        return Refusal("numberTaken", {"number": int(wanted or 0)})
    text = notation(register["style"], granted, document["typeCode"], register["organCode"])
    done = case.changed(document, state=state, number=granted, notation=text, documentDate=date_text, reserved=reserved)
    return Effects((("Document", done),))


def seal(case: Case) -> Outcome:
    """The agency's signature (ký số cơ quan) by whoever keeps the seal, on the document and its attachments. Art. 32.

    Where the act says nothing of the attachments, they are still to be signed (``sealAttachments``).
    """
    stale = _stale(case)
    if stale:
        return stale
    signed: Any = case.subject["attachments"]
    if "attachments" in case.payload:
        signed = attachments.as_signed(signed, case.payload["attachments"])
        if isinstance(signed, Refusal):
            return signed
    done = case.changed(case.subject, state="sealed", attachments=signed, **signatures.signed(case))
    return Effects((("Document", done),))


def seal_attachments(case: Case) -> Outcome:
    """The agency's signature on attachments whose document it has signed already (ký phụ lục)."""
    if signatures.is_stale(case):
        return Refusal("changedSince")
    signed = attachments.as_signed(case.subject["attachments"], case.payload.get("attachments"))
    if isinstance(signed, Refusal):
        return signed
    return Effects((("Document", case.changed(case.subject, attachments=signed)),))


def issue(case: Case) -> Outcome:
    """Issue (phát hành): each recipient organ gets a side of its own, to be received there. Art. 18.

    Not with a PDF attachment in its own file that the organ has not signed (Annex I).
    """
    left = attachments.unsigned(case.subject)
    if left:
        return Refusal("attachmentUnsigned", {"name": str(left[0]["name"])})
    refusal = signatures.not_asked_again(case)
    if refusal is not None:
        return refusal
    recipients = list(dict.fromkeys(case.payload.get("recipients") or case.subject["recipients"]))
    if not recipients:
        return Refusal("noRecipient")
    units = [case.world.get("Unit", str(r)) for r in recipients]
    if any(u is None or u["id"] != u["organId"] or u["id"] == case.me.organ_id for u in units):
        return Refusal("unknownRecipient")
    deliveries = [{"unitId": r, "status": "01", "at": case.stamp, "byName": None, "reason": None} for r in recipients]
    if case.numbers is None:
        # Offline nothing has reached anybody yet: "đã gửi" means received.
        deliveries = [{**d, "status": "00", "at": None} for d in deliveries]
    issued = case.changed(
        case.subject, state="issued", issuedAt=case.stamp, recipients=recipients, deliveries=deliveries,
        signatures=signatures.after_asking(case),
    )  # fmt: skip
    sides = [_arrival(case, unit_id, n) for n, unit_id in enumerate(recipients)] if case.numbers is not None else []
    return Effects((("Document", issued), *(("Handling", s) for s in sides)))


def discard(case: Case) -> Outcome:
    """The author gives a draft up."""
    return Effects((("Document", case.changed(case.subject, state="discarded")),))


def export(case: Case) -> Outcome:
    """An attachment saved outside the program: only of ordinary documents, and kept in the history."""
    if not is_ordinary(case.subject):
        return Refusal("secretExport")
    return Effects(())


RULES = {
    "draft": draft,
    "submit": submit,
    "approve": approve,
    "refuse": refuse,
    "number": number,
    "seal": seal,
    "sealAttachments": seal_attachments,
    "issue": issue,
    "discard": discard,
    "copy": copies.copy,
    "export": export,
    "remark": remarks.remark,
    "answerRemarks": remarks.answer,
    "augment": raising.augment,
}


def _stale(case: Case) -> Refusal | None:
    """A signature counts only on the file that its author saw."""
    new = case.payload.get("file")
    if not isinstance(new, dict) or not new.get("digest"):
        return Refusal("noFile")
    return Refusal("changedSince") if signatures.is_stale(case) else None


def _arrival(case: Case, unit_id: str, n: int) -> dict[str, Any]:
    side: Handling = {
        "id": f"{case.act['id']}-{n}",
        "revision": 1,
        "documentId": case.subject["id"],
        "organId": unit_id,
        "unitId": unit_id,
        "personId": None,
        "parentId": None,
        "role": "organ",
        "state": "toReceive",
        "urgency": case.subject["urgency"],
        "arrivedAt": case.stamp,
        "arrivalNumber": None,
        "arrivalDate": None,
        "registerId": None,
        "due": None,
        "directive": None,
        "assignedById": None,
        "returnReason": None,
        "closedAt": None,
        "updatedAt": case.stamp,
    }
    return cast(dict[str, Any], side)
