"""Outgoing documents as rows, headers, acts and deliveries. Knows wire types, names and formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office.documents import DELIVERY_NAMES, type_name
from desktop.presenters import formats
from desktop.presenters.names import Names
from widgets.action_bar import Action
from widgets.delivery_table import DeliveryRow
from widgets.list_model import Mark, Row
from widgets.reading_pane import Reading
from widgets.theme import Tone

Object = Mapping[str, Any]

NOT_THERE = "00"
"""The status of a recipient who has not been reached: "đã gửi" is said of those who have (DOMAIN 13)."""
_DELIVERY_TONES = {"02": Tone.BAD, "13": Tone.WARN, "15": Tone.WARN, "16": Tone.WARN, NOT_THERE: Tone.NEUTRAL}


def row(document: Object, names: Names, now: datetime, style: str, *, pending: bool) -> Row:
    """One row of a box."""
    shown = document["issuedAt"] if document["state"] == "issued" and document["issuedAt"] else document["updatedAt"]
    return Row(
        key=document["id"],
        notation=notation(document, style),
        issuer=_by(document, names),
        when=formats.when_in_list(shown, now),
        subject=document["subject"],
        urgency=formats.urgency(int(document.get("urgency") or 0)),
        facts=tuple(fact for fact in _facts(document) if fact),
        marks=marks(document, pending=pending),
    )


def notation(document: Object, style: str) -> str:
    """Number and notation; before there is one, the type's name."""
    return document.get("notation") or type_name(style, document["typeCode"])


def _by(document: Object, names: Names) -> str:
    """Who drafted it while it is being written, who signs it afterwards."""
    signer = document.get("signer") or {}
    if document["state"] in ("draft", "returned"):
        return names.person(document.get("authorId"))
    return str(signer.get("name") or "")


def _facts(document: Object) -> list[str]:
    facts = []
    if document["state"] == "returned" and document.get("returnReason"):
        said = QCoreApplication.translate("Outgoing", "Bị trả lại: {reason}")
        facts.append(said.format(reason=document["returnReason"]))
    if document["state"] == "issued":
        facts.append(delivered(document))
    if document.get("pages"):
        facts.append(QCoreApplication.translate("Outgoing", "%n trang", None, int(document["pages"])))
    if document.get("attachments"):
        facts.append(QCoreApplication.translate("Outgoing", "%n tệp kèm", None, len(document["attachments"])))
    return facts


def marks(document: Object, *, pending: bool) -> tuple[Mark, ...]:
    """What is still open."""
    found = []
    if document.get("pending"):
        found.append(Mark(QCoreApplication.translate("Outgoing", "chờ cấp số"), Tone.WARN))
    elif document.get("reserved") and document.get("notation") and document["state"] in ("draft", "submitted"):
        found.append(Mark(QCoreApplication.translate("Outgoing", "đã giữ số"), Tone.INFO))
    refused = sum(1 for one in document.get("deliveries") or () if one["status"] == "02")
    if refused:
        found.append(Mark(QCoreApplication.translate("Outgoing", "%n nơi trả lại", None, refused), Tone.BAD))
    if pending:
        found.append(Mark(QCoreApplication.translate("Outgoing", "chưa gửi"), Tone.WARN))
    return tuple(found)


def delivered(document: Object) -> str:
    """How many recipients the document has reached."""
    deliveries = document.get("deliveries") or ()
    there = sum(1 for one in deliveries if one["status"] != NOT_THERE and one["at"])
    text = QCoreApplication.translate("Outgoing", "Đã gửi {there}/{all} nơi nhận")
    return text.format(there=there, all=len(deliveries))


def summary(document: Object) -> str:
    """The line over the recipients' table."""
    deliveries = document.get("deliveries") or ()
    parts = [delivered(document)]
    for statuses, text in (
        (("03", "04", "05", "06"), QCoreApplication.translate("Outgoing", "tiếp nhận {count}")),
        (("02",), QCoreApplication.translate("Outgoing", "trả lại {count}")),
        ((NOT_THERE,), QCoreApplication.translate("Outgoing", "chưa nhận được {count}")),
    ):
        count = sum(1 for one in deliveries if one["status"] in statuses)
        if count:
            parts.append(text.format(count=count))
    return " · ".join(parts)


def deliveries(document: Object, names: Names, now: datetime) -> list[DeliveryRow]:
    """Each recipient: those who sent it back first, then those not reached, then by name."""
    found = [_delivery(one, names, now) for one in document.get("deliveries") or ()]
    return sorted(found, key=lambda one: (one.tone is not Tone.BAD, bool(one.at), one.recipient))


def _delivery(one: Object, names: Names, now: datetime) -> DeliveryRow:
    status = str(one["status"])
    words: str = DELIVERY_NAMES.get(status) or status
    if status == NOT_THERE or not one["at"]:
        words, status = QCoreApplication.translate("Outgoing", "Chưa nhận được"), NOT_THERE
    return DeliveryRow(
        recipient=names.unit(one["unitId"], short=False),
        status=words,
        at=formats.when_in_history(one["at"], now) if one["at"] else "",
        by=one.get("byName") or "",
        note=one.get("reason") or "",
        tone=_DELIVERY_TONES.get(status, Tone.GOOD if status in ("03", "04", "05", "06") else Tone.INFO),
    )


def header(document: Object, names: Names, style: str, *, pending: bool) -> Reading:
    """The header of what is open."""
    say = QCoreApplication.translate
    signer = document.get("signer") or {}
    parts = [type_name(style, document["typeCode"])]
    if document.get("notation"):
        parts.insert(0, say("Outgoing", "Số {notation}").format(notation=document["notation"]))
    parts.append(formats.day(document.get("documentDate")))
    if signer.get("name"):
        parts.append(say("Outgoing", "Người ký: {name}").format(name=signer["name"]))
    author = names.person(document.get("authorId"))
    if author and document["state"] != "issued":
        parts.append(say("Outgoing", "Soạn: {name}").format(name=author))
    if document["state"] == "issued" and document.get("issuedAt"):
        parts.append(say("Outgoing", "phát hành {time}").format(time=formats.full_moment(document["issuedAt"])))
    urgency = formats.urgency(int(document.get("urgency") or 0))
    note = ""
    if document["state"] == "returned" and document.get("returnReason"):
        note = say("Outgoing", "Bị trả lại: {reason}").format(reason=document["returnReason"])
    return Reading(
        key=document["id"],
        subject=document["subject"],
        line=" · ".join(part for part in parts if part),
        marks=tuple(mark for mark in (urgency, *marks(document, pending=pending)) if mark is not None),
        note=note,
    )


ORDER = ("submit", "approve", "number", "seal", "issue", "draft", "refuse")


def actions(kinds: Sequence[str], document: Object) -> list[Action]:
    """The acts allowed as buttons, the ordinary next step first."""
    say = QCoreApplication.translate
    before = document["state"] != "approved"
    words = {
        "submit": say("Outgoing", "&Trình ký"),
        "approve": say("Outgoing", "&Ký duyệt"),
        "number": say("Outgoing", "&Giữ số trước khi ký") if before else say("Outgoing", "&Cấp số"),
        "seal": say("Outgoing", "&Ký số cơ quan"),
        "issue": say("Outgoing", "&Phát hành"),
        "draft": say("Outgoing", "&Sửa dự thảo"),
        "refuse": say("Outgoing", "T&rả lại"),
    }
    return [Action(kind, words[kind]) for kind in ORDER if kind in kinds]


def extras(kinds: Sequence[str], document: Object) -> list[Action]:
    """What stands in the menu of acts."""
    say = QCoreApplication.translate
    found = [Action("copy", say("Outgoing", "Sao chép số, ký hiệu và trích yếu"))]
    found.append(Action("save", say("Outgoing", "Lưu tệp…"), enabled=bool(document.get("file"))))
    if document.get("slip"):
        found.append(Action("slip", say("Outgoing", "Xem phiếu trình")))
    if "discard" in kinds:
        found.append(Action("discard", say("Outgoing", "Bỏ dự thảo")))
    return found
