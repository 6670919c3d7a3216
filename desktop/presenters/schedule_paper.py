"""The week as a printed page and as an iCalendar file. Pure; knows office, names and icalendar.

The page is a paper of the office: it is in Vietnamese whatever the language of the windows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone
from PySide6.QtCore import QCoreApplication

from desktop.office import schedule
from desktop.office.acts import from_wire_time
from desktop.office.people import Me
from desktop.office.withholding import is_withheld
from desktop.office.world import VIETNAM
from desktop.presenters import formats, schedule_words
from desktop.presenters.names import Names
from widgets.schedule_print import PrintedDay, WeekSheet
from widgets.schedule_view import HALVES

P = "tacnghiep:"
Entry = Mapping[str, Any]


translate = QCoreApplication.translate

DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_HOURS = {"morning": "Sáng", "afternoon": "Chiều", "allDay": "Cả ngày"}


def motto(me: Me, today: date) -> tuple[str, ...]:
    """The line at the upper right by the organ's side (Regulation 399-QĐ/TW; Decree 30/2020, Annex I), then the day."""
    dated = f"{me.organ['address']}, ngày {today.day:02d} tháng {today.month:02d} năm {today.year}"
    if me.organ["style"] == "party":
        return ("ĐẢNG CỘNG SẢN VIỆT NAM", dated)
    return ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", dated)


def sheet(
    entries: Sequence[Entry], monday: date, today: date, me: Me, names: Names, *, with_waiting: bool
) -> WeekSheet:
    """The page of a week: what is approved, and, where wanted, what waits, marked so. Refused is never printed."""
    states = {"approved", "adjusted"} | ({"waiting"} if with_waiting else set())
    printed = [e for e in entries if e[P + "state"] in states and not is_withheld(e)]
    heads = schedule_words.columns("leaders", printed, me, names)
    place_of = {column.key: number for number, column in enumerate(heads)}
    cells: dict[tuple[int, int, int], tuple[tuple[str, str, str], ...]] = {}
    for entry in sorted(printed, key=lambda e: (schedule.span(e)[0], e["id"])):
        day = (schedule.span(entry)[0].date() - monday).days
        for half in schedule.half_days(entry):
            for leader in entry[P + "leaders"]:
                key = (day, HALVES.index(half), place_of[leader])
                cells[key] = (*cells.get(key, ()), _line(entry, names))
    sunday = monday + timedelta(days=6)
    parent = names.unit(me.organ["parentId"], short=False) if me.organ["parentId"] else ""
    issuer = tuple(line.upper() for line in (parent, me.organ["name"]) if line)
    return WeekSheet(
        issuer,
        motto(me, today),
        f"LỊCH CÔNG TÁC TUẦN {monday.isocalendar().week}",
        f"(Từ ngày {formats.day(monday)} đến ngày {formats.day(sunday)})",
        ("Thứ, ngày", "Buổi"),
        tuple(
            PrintedDay(
                f"{name}\n{(monday + timedelta(days=n)):%d/%m}",
                ("Sáng", "Chiều"),
            )
            for n, name in enumerate(DAYS)
        ),
        tuple((column.name, column.title) for column in heads),
        cells,
        _signature(me, names),
    )


def _line(entry: Entry, names: Names) -> tuple[str, str, str]:
    rest = [_where(entry)]
    chair = entry.get(P + "chairId")
    if chair and len(entry[P + "leaders"]) > 1:
        rest.append(f"{names.person(chair)} chủ trì")
    if entry[P + "state"] == "waiting":
        rest.append("chờ duyệt")
    hour = _HOURS.get(entry.get(P + "session", "timed")) or f"{schedule.span(entry)[0]:%H:%M}"
    return hour, entry["title"], "; ".join(part for part in rest if part)


def _where(entry: Entry) -> str:
    """Phòng họp 1 · GM 56 · xe 02: as the window has it (`schedule_words.where`), in Vietnamese."""
    invitation, vehicle = entry.get(P + "invitation") or "", entry.get(P + "vehicle") or ""
    if invitation and not invitation.upper().startswith("GM"):
        invitation = f"GM {invitation}"
    if vehicle and not vehicle.lower().startswith("xe"):
        vehicle = f"xe {vehicle}"
    return " · ".join(part for part in (entry.get(P + "place"), invitation, vehicle) if part)


def _signature(me: Me, names: Names) -> tuple[str, ...]:
    """Whose name stands below: the chief of office, who approves the week; nobody where there is none."""
    for person in names.persons.values():
        for seat in person["positions"]:
            if seat["organId"] == me.organ_id and "chiefOfOffice" in seat["roles"]:
                return (seat["title"].upper(), person["name"])
    return ()


def calendar_file(entries: Sequence[Entry], names: Names, name: str) -> bytes:
    """The entries as iCalendar (RFC 5545), for other calendars; refused ones are left out, waiting ones tentative."""
    calendar = Calendar()
    calendar.add("prodid", "-//Tac nghiep//lich cong tac//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    first = min((schedule.span(e)[0].date() for e in entries), default=None)
    if first is not None:
        zone = Timezone.from_tzinfo(VIETNAM, "Asia/Ho_Chi_Minh", first, first + timedelta(days=366))
        calendar.add_component(zone)
    for entry in sorted(entries, key=lambda e: (schedule.span(e)[0], e["id"])):
        if entry[P + "state"] != "refused" and not is_withheld(entry):
            calendar.add_component(_event(entry, names))
    return calendar.to_ical()


def _event(entry: Entry, names: Names) -> Event:
    event = Event()
    start, end = schedule.span(entry)
    event.add("uid", f"{entry['uid']}@tacnghiep")
    event.add("sequence", int(entry.get("revision") or 0))
    event.add("dtstamp", from_wire_time(entry["updated"]) if entry.get("updated") else datetime.now(VIETNAM))
    event.add("summary", entry["title"])
    if entry.get(P + "session") == "allDay":
        event.add("dtstart", start.date())
        event.add("dtend", start.date() + timedelta(days=1))
    else:
        event.add("dtstart", start.replace(tzinfo=VIETNAM))
        event.add("dtend", end.replace(tzinfo=VIETNAM))
    if entry.get(P + "place"):
        event.add("location", entry[P + "place"])
    facts = (
        (translate("Schedule", "Chủ trì"), names.person(entry.get(P + "chairId"))),
        (translate("Schedule", "Lãnh đạo dự"), ", ".join(names.person(p) for p in entry[P + "leaders"])),
        (translate("Schedule", "Thành phần"), entry.get(P + "attendees")),
        (translate("Schedule", "Chuẩn bị"), entry.get(P + "preparation")),
        (translate("Schedule", "Ghi chú"), entry.get(P + "note")),
    )
    event.add("description", "\n".join(f"{name}: {value}" for name, value in facts if value))
    event.add("status", "TENTATIVE" if entry[P + "state"] == "waiting" else "CONFIRMED")
    return event
