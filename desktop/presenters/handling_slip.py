"""The handling slip of an incoming document: what was done with it here, as an office's paper one has it.

Pure but for the words; knows office, names and formats. The paper is the office's: in Vietnamese whatever the language
of the windows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from desktop.office import documents
from desktop.office.people import Me
from desktop.presenters import formats
from desktop.presenters.names import Names
from desktop.presenters.schedule_paper import motto
from widgets.slip_paper import SlipRow, SlipSheet

Object = Mapping[str, Any]
TITLE = "PHIẾU XỬ LÝ VĂN BẢN"
CUT_SHORT = "Quá trình xử lý trước đó chưa tải về máy này nên không có trên phiếu."
KINDS = ("receive", "transfer", "direct", "return", "finish", "confirm")
"""Acts that stand on the slip; what others do with the document elsewhere does not."""


def sheet(
    document: Object, handling: Object, acts: Sequence[Object], me: Me, names: Names, now: datetime,
    *, blank: int = 3,
) -> SlipSheet:  # fmt: skip
    """The slip as it stands now.

    Args:
        handling: the side that is open; number and day of arrival are the same on every side in the organ.
        acts: the document's history, oldest first; what has not gone is marked so.
    """
    today = formats.local(now).date()
    parent = names.unit(me.organ["parentId"], short=False) if me.organ["parentId"] else ""
    number = handling.get("arrivalNumber")
    arrived = handling.get("arrivalDate") or formats.local(handling["arrivedAt"]).date().isoformat()
    parts = [f"Số đến: {number}" if number is not None else "Số đến: chờ cấp số", f"ngày đến: {formats.day(arrived)}"]
    return SlipSheet(
        issuer=tuple(line.upper() for line in (parent, me.organ["name"]) if line),
        motto=motto(me, today),
        title=TITLE,
        number=", ".join(parts),
        facts=_facts(document, handling),
        rows=tuple(row_of(act, handling, names) for act in acts if act["kind"] in KINDS),
        blank=blank,
        signatures=(("NGƯỜI LẬP PHIẾU", ""), *_heads(me, names)),
        mark="*" if me.organ["style"] == "party" else "",
        note=f"In từ phần mềm Tác nghiệp lúc {formats.full_moment(now)}.",
    )


def _facts(document: Object, handling: Object) -> tuple[tuple[str, str], ...]:
    urgency = int(document.get("urgency") or 0)
    files = [document.get("file"), *(document.get("attachments") or ())]
    facts = (
        ("Cơ quan ban hành", document.get("issuer")),
        ("Số, ký hiệu", document.get("notation") or "Không số"),
        ("Ngày văn bản", formats.day(document.get("documentDate"))),
        ("Trích yếu", document.get("subject")),
        ("Độ khẩn", documents.URGENCY_NAMES[urgency] if 0 < urgency < len(documents.URGENCY_NAMES) else ""),
        ("Hạn xử lý", formats.day(handling.get("due"))),
        ("Tệp kèm theo", ", ".join(str(one["name"]) for one in files if one)),
    )
    return tuple((name, str(value)) for name, value in facts if value)


def row_of(act: Object, handling: Object, names: Names) -> SlipRow:
    """One act as a step of the slip."""
    payload = act["payload"]
    moment = formats.local(act.get("receivedAt") or act["claimedAt"])
    when = moment_words(moment)
    said, done = "", []
    match act["kind"]:
        case "receive":
            number = handling.get("arrivalNumber")
            done.append(f"Tiếp nhận, vào sổ, số đến {number}" if number is not None else "Tiếp nhận, vào sổ")
        case "confirm":
            done.append("Ký số xác nhận văn bản đến")
        case "transfer":
            said = payload.get("directive") or ""
            done += _given(payload, names)
        case "direct":
            said = payload.get("directive") or ""
        case "return":
            said = payload.get("reason") or ""
            done.append("Trả lại")
        case "finish":
            said = payload.get("result") or ""
            done.append("Kết thúc xử lý")
    if act.get("outcome", "accepted") is None:
        done.append("(chưa gửi về hệ thống trung tâm)")
    signed = "Đã ký số" if payload.get("file") else ""
    title = names.title(act["authorId"], act.get("positionId"))
    return SlipRow(when, names.person(act["authorId"]), title, str(said), tuple(done), signed=signed)


def moment_words(moment: datetime) -> str:
    """Hour and day, one below the other, in Vietnam's time."""
    here = formats.local(moment)
    return f"{here:%H:%M}\n{formats.day(here.date())}"


def _given(payload: Object, names: Names) -> list[str]:
    def several(role: str) -> str:
        return ", ".join(names.assignee(one) for one in payload.get(role) or ())

    found = []
    if payload.get("lead"):
        found.append(f"Chủ trì: {names.assignee(payload['lead'])}")
    for role, words in (("co", "Phối hợp"), ("info", "Nhận để biết")):
        if payload.get(role):
            found.append(f"{words}: {several(role)}")
    if payload.get("due"):
        found.append(f"Hạn xử lý: {formats.day(payload['due'])}")
    return found


def _heads(me: Me, names: Names) -> tuple[tuple[str, str], ...]:
    """The chief of office, through whom the document goes to the leader; nobody where there is none."""
    for person in names.persons.values():
        for seat in person["positions"]:
            if seat["organId"] == me.organ_id and "chiefOfOffice" in seat["roles"]:
                return ((str(seat["title"]).upper(), str(person["name"])),)
    return (("LÃNH ĐẠO", ""),)
