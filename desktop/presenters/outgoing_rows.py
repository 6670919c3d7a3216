"""Outgoing documents as rows, headers, acts and deliveries. Knows wire types, names and formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office import signatures
from desktop.office.remarks import open_count
from desktop.office.secrecy import is_ordinary
from desktop.presenters import formats, link_following, office_words, remark_words
from desktop.presenters.names import Names
from widgets.action_bar import Action
from widgets.delivery_table import DeliveryRow
from widgets.list_model import Mark, Row
from widgets.reading_pane import Reading
from widgets.theme import Tone

translate = QCoreApplication.translate

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
        subject=formats.subject(document),
        urgency=formats.urgency(int(document.get("urgency") or 0)),
        facts=tuple(fact for fact in _facts(document) if fact),
        marks=marks(document, pending=pending),
    )


def notation(document: Object, style: str) -> str:
    """Number and notation; before there is one, the type's name."""
    return document.get("notation") or office_words.document_type(style, document["typeCode"])


def _by(document: Object, names: Names) -> str:
    """Who drafted it while it is being written, who signs it afterwards."""
    signer = document.get("signer") or {}
    if document["state"] in ("draft", "returned"):
        return names.person(document.get("authorId"))
    if document.get("copyOf"):
        return copied_from(document)
    return str(signer.get("name") or "")


def copied_from(document: Object) -> str:
    """What a copy was made of: "Sao từ 118-TB/TU của Tỉnh ủy"."""
    of = document["copyOf"]
    if not of.get("notation"):
        return translate("Outgoing", "Sao văn bản của {issuer}").format(issuer=of["issuer"])
    text = translate("Outgoing", "Sao từ {notation} của {issuer}")
    return text.format(notation=of["notation"], issuer=of["issuer"])


def _facts(document: Object) -> list[str]:
    facts = []
    if document["state"] == "returned" and document.get("returnReason"):
        said = translate("Outgoing", "Bị trả lại: {reason}")
        facts.append(said.format(reason=document["returnReason"]))
    left = open_count(document)
    if left and document["state"] in ("draft", "returned", "submitted"):
        facts.append(translate("Outgoing", "%n góp ý chưa xử lý", None, left))
    if document["state"] == "issued":
        facts.append(delivered(document))
    if document.get("pages"):
        facts.append(translate("Outgoing", "%n trang", None, int(document["pages"])))
    if document.get("attachments"):
        facts.append(translate("Outgoing", "%n tệp kèm", None, len(document["attachments"])))
    return facts


def marks(document: Object, *, pending: bool) -> tuple[Mark, ...]:
    """What is still open."""
    found = []
    if document.get("pending"):
        found.append(Mark(translate("Outgoing", "chờ cấp số"), Tone.WARN))
    elif document.get("reserved") and document.get("notation") and document["state"] in ("draft", "submitted"):
        found.append(Mark(translate("Outgoing", "đã giữ số"), Tone.INFO))
    if document["state"] in signatures.OPEN:
        short = _short_of(document)
        if short:
            found.append(Mark(short[0], Tone.INFO))
    refused = sum(1 for one in document.get("deliveries") or () if one["status"] == "02")
    if refused:
        found.append(Mark(translate("Outgoing", "%n nơi trả lại", None, refused), Tone.BAD))
    if pending:
        found.append(Mark(translate("Outgoing", "chưa gửi"), Tone.WARN))
    return tuple(found)


def _short_of(document: Object) -> tuple[str, str] | None:
    """What the signatures still wait for, in two words and in a sentence; None for nothing."""
    codes = {code for one in document.get("signatures") or () for code in one["warnings"]}
    if "timestampUnavailable" in codes:
        return translate("Outgoing", "chờ dấu thời gian"), translate(
            "Outgoing", "Chữ ký số chưa có dấu thời gian vì dịch vụ chưa trả lời; chương trình tự bổ sung sau."
        )
    if signatures.UNKNOWN & codes:
        return translate("Outgoing", "chưa rõ chứng thư"), translate(
            "Outgoing", "Khi ký chưa hỏi được tình trạng chứng thư; chương trình hỏi lại trước khi phát hành."
        )
    if "evidenceIncomplete" in codes:
        return translate("Outgoing", "chờ dữ liệu kiểm tra"), translate(
            "Outgoing", "Chưa lưu đủ dữ liệu kiểm tra chữ ký số vào tệp; chương trình tự bổ sung sau."
        )
    return None


def delivered(document: Object) -> str:
    """How many recipients the document has reached."""
    deliveries = document.get("deliveries") or ()
    there = sum(1 for one in deliveries if one["status"] != NOT_THERE and one["at"])
    text = translate("Outgoing", "Đã gửi {there}/{all} nơi nhận")
    return text.format(there=there, all=len(deliveries))


def summary(document: Object) -> str:
    """The line over the recipients' table."""
    deliveries = document.get("deliveries") or ()
    parts = [delivered(document)]
    for statuses, text in (
        (("03", "04", "05", "06"), translate("Outgoing", "tiếp nhận {count}")),
        (("02",), translate("Outgoing", "trả lại {count}")),
        ((NOT_THERE,), translate("Outgoing", "chưa nhận được {count}")),
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
    words = office_words.delivery(status)
    if status == NOT_THERE or not one["at"]:
        words, status = translate("Outgoing", "Chưa nhận được"), NOT_THERE
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
    signer = document.get("signer") or {}
    parts = [office_words.document_type(style, document["typeCode"])]
    if document.get("notation"):
        parts.insert(0, translate("Outgoing", "Số {notation}").format(notation=document["notation"]))
    parts.append(formats.day(document.get("documentDate")))
    if document.get("copyOf"):
        parts.append(copied_from(document))
        if document["copyOf"].get("pages"):
            pages = ", ".join(str(n) for n in document["copyOf"]["pages"])
            parts.append(translate("Outgoing", "trang {pages}").format(pages=pages))
    if signer.get("name"):
        parts.append(translate("Outgoing", "Người ký: {name}").format(name=signer["name"]))
    author = names.person(document.get("authorId"))
    if author and document["state"] != "issued":
        parts.append(translate("Outgoing", "Soạn: {name}").format(name=author))
    if document["state"] == "issued" and document.get("issuedAt"):
        parts.append(translate("Outgoing", "phát hành {time}").format(time=formats.full_moment(document["issuedAt"])))
    urgency = formats.urgency(int(document.get("urgency") or 0))
    note = ""
    if document["state"] == "returned" and document.get("returnReason"):
        note = translate("Outgoing", "Bị trả lại: {reason}").format(reason=document["returnReason"])
    tone, short = Tone.WARN, _short_of(document)
    if short is not None and document["state"] in signatures.OPEN:
        note, tone = short[1], Tone.INFO
    return Reading(
        key=document["id"],
        subject=formats.subject(document),
        line=" · ".join(part for part in parts if part),
        marks=tuple(mark for mark in (urgency, *marks(document, pending=pending)) if mark is not None),
        note=note,
        note_tone=tone,
        copyable=is_ordinary(document),
    )


ORDER = ("submit", "approve", "number", "seal", "sealAttachments", "issue", "draft", "refuse")


def actions(kinds: Sequence[str], document: Object, *, remarks: bool = False) -> list[Action]:
    """The acts allowed as buttons, the ordinary next step first.

    Args:
        remarks: whether the remarks on a draft can be opened here.
    """
    before = document["state"] != "approved"
    words = {
        "submit": translate("Outgoing", "&Trình ký"),
        "approve": translate("Outgoing", "&Ký duyệt"),
        "number": translate("Outgoing", "&Giữ số trước khi ký") if before else translate("Outgoing", "&Cấp số"),
        "seal": translate("Outgoing", "&Ký sao") if document.get("copyOf") else translate("Outgoing", "&Ký số cơ quan"),
        "sealAttachments": translate("Outgoing", "&Ký phụ lục"),
        "issue": translate("Outgoing", "&Phát hành"),
        "draft": translate("Outgoing", "&Sửa dự thảo"),
        "refuse": translate("Outgoing", "T&rả lại"),
    }
    if "sealAttachments" in kinds:
        # Issuing would be refused: what comes first is shown alone.
        kinds = [kind for kind in kinds if kind != "issue"]
    found = [Action(kind, words[kind]) for kind in ORDER if kind in kinds]
    opens = remark_words.action_words(document, writes="remark" in kinds) if remarks else ""
    return [*found, Action("remarks", opens)] if opens else found


def extras(kinds: Sequence[str], document: Object, *, copies: bool = False) -> list[Action]:
    """What stands in the menu of acts.

    Args:
        copies: whether copies can be made here.
    """
    ordinary = is_ordinary(document)
    words = translate("Outgoing", "Sao chép số, ký hiệu và trích yếu")
    found = [Action("copy", words, enabled=ordinary, leaves="export")]
    found.append(Action("copyLink", link_following.action_words()))
    may_save = bool(document.get("file")) and ordinary
    found.append(Action("save", translate("Outgoing", "Lưu tệp…"), enabled=may_save, leaves="export"))
    if copies and "copy" in kinds:
        found.insert(0, Action("makeCopy", translate("Outgoing", "Sao văn bản…")))
    if document.get("slip"):
        found.append(Action("slip", translate("Outgoing", "Xem phiếu trình")))
    if "discard" in kinds:
        found.append(Action("discard", translate("Outgoing", "Bỏ dự thảo")))
    return found
