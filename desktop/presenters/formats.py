"""Dates, deadlines and sizes in words, as an office writes them. Knows widgets' view data and Vietnam's time.

Wire times are UTC; everything here is said in Vietnam's own. `now` is the central's time, given by whoever asks: a
machine's wrong clock decides nothing (DESIGN 5).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office.acts import from_wire_time
from desktop.office.boxes import SOON_DAYS
from desktop.office.withholding import is_withheld
from desktop.office.world import VIETNAM
from widgets.list_model import Mark
from widgets.theme import Tone

END_OF_WORK = time(17, 0)
"""A deadline that names a day ends with the working hours of that day."""


def local(moment: str | datetime) -> datetime:
    """A wire time, or an aware time, in Vietnam's."""
    found = from_wire_time(moment) if isinstance(moment, str) else moment
    return found.astimezone(VIETNAM)


def day(value: str | date | None) -> str:
    """20/11/2026; "" for None. A wire date, or the date part of a local date-time."""
    if value is None or value == "":
        return ""
    found = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return f"{found.day:02d}/{found.month:02d}/{found.year}"


def short_day(value: str | date, today: date) -> str:
    """20/11 in this year, 20/11/2025 in another."""
    found = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return f"{found.day:02d}/{found.month:02d}" if found.year == today.year else day(found)


def weekday(value: date) -> str:
    """Thứ 2 … Thứ 7, Chủ nhật."""
    names = (
        QCoreApplication.translate("Formats", "Thứ 2"),
        QCoreApplication.translate("Formats", "Thứ 3"),
        QCoreApplication.translate("Formats", "Thứ 4"),
        QCoreApplication.translate("Formats", "Thứ 5"),
        QCoreApplication.translate("Formats", "Thứ 6"),
        QCoreApplication.translate("Formats", "Thứ 7"),
        QCoreApplication.translate("Formats", "Chủ nhật"),
    )
    return names[value.weekday()]


def clock(moment: str | datetime) -> str:
    """08:31."""
    return local(moment).strftime("%H:%M")


def full_moment(moment: str | datetime) -> str:
    """20/11/2026 16:42."""
    found = local(moment)
    return f"{day(found.date())} {found:%H:%M}"


def when_in_list(moment: str | None, now: datetime) -> str:
    """For a row: the hour today, Hôm qua, the day of the week within a week, then the date; "" for None."""
    if not moment:
        return ""
    found, today = local(moment), local(now).date()
    ago = (today - found.date()).days
    if ago <= 0:
        return f"{found:%H:%M}"
    if ago == 1:
        return QCoreApplication.translate("Formats", "Hôm qua")
    return weekday(found.date()) if ago < 7 else short_day(found.date(), today)


def when_in_history(moment: str, now: datetime) -> str:
    """For an event: the hour today, else hour and date."""
    found, today = local(moment), local(now).date()
    if found.date() == today:
        return f"{found:%H:%M}"
    if (today - found.date()).days == 1:
        return QCoreApplication.translate("Formats", "{time}, hôm qua").format(time=f"{found:%H:%M}")
    return f"{found:%H:%M}, {short_day(found.date(), today)}"


def due(value: str | None, now: datetime) -> Mark | None:
    """A deadline in words and tone: Còn 3 giờ, Còn 1 ngày, Quá hạn 2 ngày; None without one.

    A date ends with the working day; a local date-time ends at its hour. "Soon" is three days (DOMAIN 9).
    """
    if not value:
        return None
    today = local(now)
    ends = datetime.fromisoformat(value)
    if len(value) <= 10:
        ends = datetime.combine(ends.date(), END_OF_WORK)
    ends = ends.replace(tzinfo=VIETNAM)
    days = (ends.date() - today.date()).days
    if ends < today:
        # A day that is not over yet is not overdue, though the working hours are.
        if days == 0 and len(value) <= 10:
            return Mark(QCoreApplication.translate("Formats", "Hết hạn hôm nay"), Tone.BAD)
        late = -days
        return Mark(_late_words(late, today - ends), Tone.BAD)
    if days == 0:
        return Mark(_left_words(ends - today), Tone.BAD)
    tone = Tone.WARN if days <= SOON_DAYS else Tone.NEUTRAL
    return Mark(QCoreApplication.translate("Formats", "Còn %n ngày", None, days), tone)


def _late_words(days: int, late: timedelta) -> str:
    if days >= 1:
        return QCoreApplication.translate("Formats", "Quá hạn %n ngày", None, days)
    hours = int(late.total_seconds() // 3600)
    if hours >= 1:
        return QCoreApplication.translate("Formats", "Quá hạn %n giờ", None, hours)
    return QCoreApplication.translate("Formats", "Vừa quá hạn")


def _left_words(left: timedelta) -> str:
    minutes = int(left.total_seconds() // 60)
    if minutes >= 60:
        return QCoreApplication.translate("Formats", "Còn %n giờ", None, minutes // 60)
    return QCoreApplication.translate("Formats", "Còn %n phút", None, max(1, minutes))


def size(count: int) -> str:
    """182 KB, 1,4 MB: thousands of bytes, a comma before the decimals."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000)) if count else 0} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def urgency(level: int) -> Mark | None:
    """The chip of an urgent document; None for an ordinary one."""
    names = {
        1: Mark(QCoreApplication.translate("Formats", "Khẩn"), Tone.WARN),
        2: Mark(QCoreApplication.translate("Formats", "Thượng khẩn"), Tone.WARN),
        3: Mark(QCoreApplication.translate("Formats", "Hỏa tốc"), Tone.BAD),
    }
    return names.get(level)


def subject(document: Mapping[str, Any]) -> str:
    """Trích yếu; of a document that may not be held here, only that it has come."""
    if is_withheld(document):
        return QCoreApplication.translate("Formats", "Có văn bản mật: đến máy chuyên dùng để xem")
    return str(document.get("subject") or "")


def title(object_: Mapping[str, Any]) -> str:
    """The title of a task or a meeting; of one that may not be held here, only that it is there."""
    if is_withheld(object_):
        return QCoreApplication.translate("Formats", "Việc mật: đến máy chuyên dùng để xem")
    return str(object_.get("title") or "")


def secrecy(level: str) -> Mark | None:
    """The chip of a classified document; None for an ordinary one. A level that is not known here has no name."""
    if level == "none":
        return None
    names = {
        "unknown": QCoreApplication.translate("Formats", "Mật, chưa rõ mức"),
        "topSecret": QCoreApplication.translate("Formats", "Tuyệt mật"),
        "confidential": QCoreApplication.translate("Formats", "Mật"),
        "secret": QCoreApplication.translate("Formats", "Tối mật"),
    }
    return Mark(names.get(level, names["unknown"]), Tone.BAD)
