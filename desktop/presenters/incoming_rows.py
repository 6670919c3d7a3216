"""Handlings and their documents as rows and headers of the incoming desk. Knows wire types, names and formats."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop.office.acts import from_wire_time
from desktop.office.documents import FileRef
from desktop.office.people import Me
from desktop.office.secrecy import is_ordinary
from desktop.presenters import formats, link_following
from desktop.presenters.names import Names
from widgets.action_bar import Action
from widgets.list_model import Mark, Row
from widgets.reading_pane import Reading
from widgets.theme import Tone

FRESH_DAYS: Final = 3
"""Older work is not called new, whether it has been opened on this machine or not."""
CLOSED: Final = ("done", "revoked", "sentBack")
Object = Mapping[str, Any]


def row(found: Object, me: Me, names: Names, now: datetime, seen: Collection[str]) -> Row:
    """One row of a box, from what `workplace.rows` gives."""
    handling, document = found["handling"], found["document"] or {}
    return Row(
        key=handling["id"],
        notation=notation(document),
        issuer=issuer(document, names),
        when=formats.when_in_list(handling["arrivedAt"], now),
        subject=subject(document),
        urgency=formats.urgency(handling["urgency"]),
        due=None if handling["state"] in CLOSED else formats.due(handling["due"], now),
        facts=tuple(fact for fact in (*_facts(handling, me, names), _files(document)) if fact),
        marks=_marks(handling, document, pending=found["pending"]),
        fresh=handling["id"] not in seen and (now - from_wire_time(handling["arrivedAt"])).days < FRESH_DAYS,
    )


def notation(document: Object) -> str:
    """Number and notation, or words where there is none."""
    if not document:
        return "…"
    return document.get("notation") or QCoreApplication.translate("Incoming", "Không số")


def issuer(document: Object, names: Names) -> str:
    """The issuing agency, by the short name it goes by here when it is known."""
    unit = names.units.get(document.get("organId", ""))
    known = unit is not None and unit["name"] == document.get("issuer")
    return names.unit(document["organId"]) if known else document.get("issuer", "")


def subject(document: Object) -> str:
    """Trích yếu; of a document that may not be held here, only that it has come."""
    if not document:
        return QCoreApplication.translate("Incoming", "Nội dung văn bản đang được tải về…")
    return formats.subject(document)


def _facts(handling: Object, me: Me, names: Names) -> list[str]:
    role, state = handling["role"], handling["state"]
    facts = []
    if state == "returned" and handling["returnReason"]:
        facts.append(
            QCoreApplication.translate("Incoming", "Bị trả lại: {reason}").format(reason=handling["returnReason"])
        )
    if role == "lead":
        who = QCoreApplication.translate("Incoming", "tôi")
        if not me.holds(handling["unitId"], handling["personId"]):
            who = names.assignee(handling)
        facts.append(QCoreApplication.translate("Incoming", "Chủ trì: {who}").format(who=who))
    elif role == "co":
        facts.append(QCoreApplication.translate("Incoming", "Phối hợp"))
    elif role == "info":
        facts.append(QCoreApplication.translate("Incoming", "Nhận để biết"))
    if handling["arrivalNumber"] is not None:
        said = QCoreApplication.translate("Incoming", "Số đến {number}")
        facts.append(said.format(number=handling["arrivalNumber"]))
    return facts


def _files(document: Object) -> str:
    count = len(document.get("attachments") or ()) + (1 if document.get("file") else 0)
    return QCoreApplication.translate("Incoming", "%n tệp", None, count) if count else ""


def _marks(handling: Object, document: Object, *, pending: bool) -> tuple[Mark, ...]:
    marks = [formats.secrecy(document.get("secrecy", "none"))]
    if handling.get("pending"):
        marks.append(Mark(QCoreApplication.translate("Incoming", "chờ cấp số"), Tone.WARN))
    if pending:
        marks.append(Mark(QCoreApplication.translate("Incoming", "chưa gửi"), Tone.WARN))
    return tuple(mark for mark in marks if mark is not None)


def header(handling: Object, document: Object, names: Names, now: datetime, *, pending: bool) -> Reading:
    """The header of what is open."""
    parts = []
    if document.get("notation"):
        parts.append(QCoreApplication.translate("Incoming", "Số {notation}").format(notation=document["notation"]))
    parts.append(issuer(document, names))
    parts.append(formats.day(document.get("documentDate")))
    parts.append(_arrival(handling, now))
    due = None if handling["state"] in CLOSED else formats.due(handling["due"], now)
    if due is not None:
        said = QCoreApplication.translate("Incoming", "Hạn {day} · {left}")
        due = Mark(said.format(day=formats.short_day(handling["due"], now.date()), left=due.text), due.tone)
    marks = (formats.urgency(handling["urgency"]), due, *_marks(handling, document, pending=pending))
    note = ""
    if handling["returnReason"]:
        said = QCoreApplication.translate("Incoming", "Trả lại: {reason}")
        note = said.format(reason=handling["returnReason"])
    return Reading(
        key=handling["id"],
        subject=subject(document),
        line=" · ".join(part for part in parts if part),
        marks=tuple(mark for mark in marks if mark is not None),
        note=note,
        copyable=is_ordinary(document),
    )


def _arrival(handling: Object, now: datetime) -> str:
    today = formats.local(now).date()
    arrived = formats.local(handling["arrivedAt"])
    when = f"{arrived:%H:%M}"
    if arrived.date() != today:
        when += f" {formats.short_day(arrived.date(), today)}"
    text = QCoreApplication.translate("Incoming", "đến {time}").format(time=when)
    # The number comes first: in a narrow window it is the time that is cut.
    if handling["arrivalNumber"] is not None:
        number = QCoreApplication.translate("Incoming", "số đến {number}").format(number=handling["arrivalNumber"])
        return f"{number}, {text}"
    if handling.get("pending"):
        return QCoreApplication.translate("Incoming", "chờ cấp số") + f", {text}"
    return text


def actions(kinds: tuple[str, ...], *, assigns: bool) -> list[Action]:
    """The acts allowed as buttons, the ordinary next step first."""
    words = {
        "receive": QCoreApplication.translate("Incoming", "&Tiếp nhận, vào sổ"),
        "transfer": QCoreApplication.translate("Incoming", "&Chuyển xử lý"),
        "direct": QCoreApplication.translate("Incoming", "Cho ý &kiến"),
        "return": QCoreApplication.translate("Incoming", "T&rả lại"),
        "assignTask": QCoreApplication.translate("Incoming", "&Giao nhiệm vụ"),
        "finish": QCoreApplication.translate("Incoming", "Kết t&húc"),
    }
    keys = list(kinds)
    if assigns and "receive" not in keys:
        keys.insert(keys.index("finish") if "finish" in keys else len(keys), "assignTask")
    return [Action(key, words[key]) for key in keys if key in words]


def beside(handling: Object) -> list[FileRef]:
    """What was signed here beside what was sent: the organ's confirmation, slips with leaders' directives."""
    done = handling.get("confirmation")
    return [*([done["file"]] if done else []), *(slip["file"] for slip in handling.get("slips") or ())]


def extras(
    document: Object, kinds: tuple[str, ...] = (), *, copies: bool = False, prints: bool = False
) -> list[Action]:
    """What stands in the menu of acts.

    Args:
        kinds: what may be done with the handling.
        copies: whether a copy may be made of the document.
        prints: whether the handling slip can be printed here.
    """
    ordinary = is_ordinary(document)
    may_save = bool(document.get("file")) and ordinary
    found = []
    if "confirm" in kinds:
        found.append(Action("confirm", QCoreApplication.translate("Incoming", "Ký văn bản đến…")))
    if copies:
        found.append(Action("makeCopy", QCoreApplication.translate("Incoming", "Sao văn bản…")))
    if prints:
        words = QCoreApplication.translate("Incoming", "&In phiếu xử lý văn bản…")
        found.append(Action("handlingSlip", words, enabled=ordinary))
    return [
        *found,
        Action(
            "copy",
            QCoreApplication.translate("Incoming", "Sao chép số, ký hiệu và trích yếu"),
            enabled=ordinary,
            leaves="export",
        ),
        Action("copyLink", link_following.action_words()),
        Action("save", QCoreApplication.translate("Incoming", "Lưu tệp…"), enabled=may_save, leaves="export"),
    ]
