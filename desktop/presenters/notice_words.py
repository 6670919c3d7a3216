"""What a notice beside the clock says, and how many happenings make one. Pure; knows the shapes of the work.

Everybody who passes by can read it: number, sender and urgency, never what a document says; of a classified one only
that it has come (DOMAIN 5).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from desktop.office.secrecy import is_ordinary, secrecy_of
from desktop.office.withholding import is_withheld
from desktop.presenters import formats
from widgets.theme import Tone

translate = QCoreApplication.translate

Kind = Literal["refused", "meeting", "arrival", "overdue"]
ORDER: tuple[Kind, ...] = ("refused", "meeting", "arrival", "overdue")
"""What needs the person soonest stands first, and names the notice."""
_EXPRESS = 3

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Happening:
    """One thing that has happened.

    Attributes:
        type, id: what a click opens; "" opens the desk alone.
        text: what is said where it happened alone.
        count: how many it stands for.
        express: it cannot wait (hỏa tốc).
    """

    kind: Kind
    type: str = ""
    id: str = ""
    text: str = ""
    count: int = 1
    express: bool = False


@dataclass(frozen=True)
class Notice:
    """What is shown.

    Attributes:
        opens: (type, identifier) of what a click opens, or ("desk", key).
    """

    title: str
    text: str
    opens: tuple[str, str]
    tone: Tone = Tone.INFO


def arrival(handling: Object, document: Object | None, issuer: str) -> Happening:
    """A document that has come.

    Args:
        issuer: its sender's name, as this office says it.
    """
    express = handling.get("urgency") == _EXPRESS
    if document is None or is_withheld(document) or not is_ordinary(document):
        return Happening("arrival", "Handling", str(handling["id"]), express=express)
    urgent = formats.urgency(document.get("urgency", 0))
    parts = (urgent.text.upper() if urgent else "", str(document.get("notation") or ""), issuer)
    text = " · ".join(part for part in parts if part)
    return Happening("arrival", "Handling", str(handling["id"]), text, express=express)


def meeting(entry: Object, start: datetime) -> Happening:
    """A meeting that begins soon; ``start`` in Vietnam's time."""
    text = translate("Notices", "Lịch lúc {time}").format(time=f"{start:%H:%M}")
    if secrecy_of("ScheduleEntry", entry) == "none" and not is_withheld(entry):
        text += f": {formats.title(entry)}"
    return Happening("meeting", "ScheduleEntry", str(entry["id"]), text)


def bundled(happenings: Sequence[Happening]) -> Notice | None:
    """All that happened meanwhile, as one notice; None for nothing."""
    kinds: list[Kind] = [kind for kind in ORDER if any(one.kind == kind for one in happenings)]
    if not kinds:
        return None
    lines = [_line(kind, [one for one in happenings if one.kind == kind]) for kind in kinds]
    tone = Tone.WARN if "refused" in kinds else Tone.INFO
    first = [one for one in happenings if one.kind == kinds[0]]
    if len(lines) == 1:
        return Notice(_title(kinds[0]), lines[0], _opens(kinds[0], first), tone)
    return Notice(translate("Notices", "Việc của bạn"), "\n".join(lines), _opens(kinds[0], first), tone)


def _title(kind: Kind) -> str:
    return {
        "refused": translate("Notices", "Cần bạn xem lại"),
        "meeting": translate("Notices", "Sắp đến giờ"),
        "arrival": translate("Notices", "Văn bản mới đến"),
        "overdue": translate("Notices", "Việc quá hạn"),
    }[kind]


def _line(kind: Kind, found: Sequence[Happening]) -> str:
    count = sum(one.count for one in found)
    match kind:
        case "refused":
            return translate("Notices", "%n việc không được chấp nhận hoặc chưa gửi được", None, count)
        case "meeting":
            return "\n".join(one.text for one in found[:3])
        case "overdue":
            return translate("Notices", "%n việc quá hạn", None, count)
        case _:
            if count == 1 and found[0].text:
                return found[0].text
            line = translate("Notices", "%n văn bản mới đến", None, count)
            express = sum(one.express for one in found)
            return line + (translate("Notices", ", có %n hỏa tốc", None, express) if express else "")


def _opens(kind: Kind, found: Sequence[Happening]) -> tuple[str, str]:
    if len(found) == 1 and found[0].id:
        return found[0].type, found[0].id
    return "desk", {"refused": "outbox", "meeting": "schedule", "arrival": "incoming", "overdue": "today"}[kind]
