"""The week's schedule in words: the grid, an entry in full, what stands in its way. Pure; knows office and names.

Entries are in Vietnam's local time, as their `start` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office import schedule
from desktop.office.people import Me
from desktop.office.schedule import Clash
from desktop.presenters import formats
from desktop.presenters.names import Names
from widgets.schedule_view import (
    EntryCard,
    EntryDetail,
    GridColumn,
    GridDay,
    Half,
    SchedulePerson,
    Tone,
    WeekView,
)

P = "tacnghiep:"
Entry = Mapping[str, Any]
Entries = Sequence[Entry]

_RANK = ("leader", "chiefOfOffice", "head")
_TITLES = ("bí thư", "phó bí thư thường trực", "phó bí thư", "chủ tịch", "phó chủ tịch")


translate = QCoreApplication.translate


def day_names() -> tuple[str, ...]:
    """Thứ Hai … Chủ nhật."""
    return (
        translate("Schedule", "Thứ Hai"),
        translate("Schedule", "Thứ Ba"),
        translate("Schedule", "Thứ Tư"),
        translate("Schedule", "Thứ Năm"),
        translate("Schedule", "Thứ Sáu"),
        translate("Schedule", "Thứ Bảy"),
        translate("Schedule", "Chủ nhật"),
    )


def state_name(state: str) -> str:
    """A state as an office says it; an unknown one as it is."""
    names = {
        "waiting": translate("Schedule", "Chờ duyệt"),
        "approved": translate("Schedule", "Đã duyệt"),
        "adjusted": translate("Schedule", "Đã điều chỉnh"),
        "refused": translate("Schedule", "Không duyệt"),
    }
    return names.get(state, state)


def hour(entry: Entry) -> str:
    """07:30, or Sáng, Chiều, Cả ngày where no hour is given."""
    words = {
        "morning": translate("Schedule", "Sáng"),
        "afternoon": translate("Schedule", "Chiều"),
        "allDay": translate("Schedule", "Cả ngày"),
    }
    named = words.get(entry.get(P + "session", "timed"))
    return named or f"{schedule.span(entry)[0]:%H:%M}"


def when(entry: Entry) -> str:
    """Thứ Ba, 24/11/2026, 14:30–16:30."""
    start, end = schedule.span(entry)
    hours = f"{start:%H:%M}–{end:%H:%M}" if entry.get(P + "session", "timed") == "timed" else hour(entry).lower()
    return f"{day_names()[start.weekday()]}, {formats.day(start.date())}, {hours}"


def where(entry: Entry) -> str:
    """Phòng họp 1 · GM 56 · xe 02."""
    invitation, vehicle = entry.get(P + "invitation") or "", entry.get(P + "vehicle") or ""
    parts = (
        entry.get(P + "place") or "",
        invitation
        if not invitation or invitation.upper().startswith("GM")
        else translate("Schedule", "GM {n}").format(n=invitation),
        vehicle
        if not vehicle or vehicle.lower().startswith("xe")
        else translate("Schedule", "xe {n}").format(n=vehicle),
    )
    return " · ".join(part for part in parts if part)


# people


def leaders(me: Me, names: Names) -> tuple[SchedulePerson, ...]:
    """Whose schedule is kept in my organ: its leaders first, then the heads, in order of their titles."""
    found: list[tuple[int, int, str, SchedulePerson]] = []
    for person in names.persons.values():
        seats = [s for s in person["positions"] if s["organId"] == me.organ_id and set(s["roles"]) & set(_RANK)]
        if seats:
            seat = min(seats, key=lambda s: _rank(s["roles"]))
            view = SchedulePerson(person["id"], person["name"], seat["title"])
            found.append((_rank(seat["roles"]), _title_rank(seat["title"]), person["name"], view))
    return tuple(one[3] for one in sorted(found, key=lambda f: f[:3]))


def _rank(roles: Iterable[str]) -> int:
    return min((_RANK.index(role) for role in roles if role in _RANK), default=len(_RANK))


def _title_rank(title: str) -> int:
    folded = title.casefold()
    found = [i for i, start in enumerate(_TITLES) if folded.startswith(start)]
    return found[0] if found else len(_TITLES)


# clashes


def clash_words(clash: Clash, names: Names) -> str:
    """trùng Phòng họp 1 · trùng xe 01 · trùng giờ Lê Văn Hòa."""
    if clash.kind == "leader":
        return translate("Schedule", "trùng giờ {name}").format(name=names.person(clash.what))
    return translate("Schedule", "trùng {what}").format(what=clash.what)


def clash_sentence(clash: Clash, entry_id: str, entries: Mapping[str, Entry], names: Names) -> str:
    """The clash as a whole sentence, seen from one of the two entries."""
    other = entries[clash.second if clash.first == entry_id else clash.first]
    what = clash_words(clash, names)
    start, end = schedule.span(other)
    chair = names.person(other.get(P + "chairId"))
    words = (
        translate("Schedule", "{what}: {hours} {title} ({chair} chủ trì)")
        if chair
        else translate("Schedule", "{what}: {hours} {title}")
    )
    said = words.format(what=what, hours=f"{start:%H:%M}–{end:%H:%M}", title=formats.title(other), chair=chair)
    return said[:1].upper() + said[1:]


def red_entries(entries: Entries, found: Iterable[Clash]) -> dict[str, list[Clash]]:
    """Which entries are shown red: of two that clash the one not approved yet, else the later one."""
    by_id = {entry["id"]: entry for entry in entries}
    red: dict[str, list[Clash]] = {}
    for clash in found:
        first, second = by_id[clash.first], by_id[clash.second]
        gives_way = second
        if first[P + "state"] == "waiting" and second[P + "state"] != "waiting":
            gives_way = first
        red.setdefault(gives_way["id"], []).append(clash)
    return red


# the grid


def approvable(entries: Entries) -> list[Entry]:
    """What a single press may approve: all that wait and clash with nothing, in order of time."""
    red = red_entries(entries, schedule.clashes(entries))
    waiting = [e for e in entries if e[P + "state"] == "waiting" and e["id"] not in red]
    return sorted(waiting, key=lambda e: (schedule.span(e)[0], e["id"]))


def mine(entries: Entries, me: Me) -> list[Entry]:
    """What concerns me: I take part, I am named among those attending, or I entered it."""
    return [
        e
        for e in entries
        if me.id in (*e[P + "leaders"], e.get(P + "chairId"), e.get(P + "enteredById"))
        or me.person["name"] in (e.get(P + "attendees") or "")
    ]


def columns(kind: str, entries: Entries, me: Me, names: Names) -> tuple[GridColumn, ...]:
    """The columns of the grid under a filter: leaders, rooms, cars, or the leaders of what is mine."""
    if kind in ("rooms", "cars"):
        key = P + ("place" if kind == "rooms" else "vehicle")
        found = {e[key].strip().casefold(): e[key].strip() for e in entries if (e.get(key) or "").strip()}
        inside = ("phòng", "hội trường")
        order = sorted(found, key=lambda name: (not name.startswith(inside), name))
        return tuple(GridColumn(name, found[name]) for name in order)
    people = leaders(me, names)
    taking_part = {leader for e in entries for leader in e[P + "leaders"]}
    own = {
        p["id"]
        for p in names.persons.values()
        for s in p["positions"]
        if s["organId"] == me.organ_id and "leader" in s["roles"]
    }
    shown = taking_part if kind == "mine" else own | taking_part
    known = [p for p in people if p.id in shown]
    others = sorted(shown - {p.id for p in people})
    return tuple(GridColumn(p.id, p.name, p.title) for p in known) + tuple(
        GridColumn(o, names.person(o) or o, names.title(o)) for o in others
    )


def _keys(kind: str, entry: Entry) -> tuple[str, ...]:
    if kind == "rooms":
        return ((entry.get(P + "place") or "").strip().casefold(),)
    if kind == "cars":
        return ((entry.get(P + "vehicle") or "").strip().casefold(),)
    return tuple(entry[P + "leaders"])


def week(
    entries: Entries,
    monday: date,
    today: date,
    me: Me,
    names: Names,
    *,
    kind: str = "leaders",
    unsent: frozenset[str] = frozenset(),
) -> WeekView:
    """The grid of one week. Refused entries are shown to whoever entered them alone."""
    seen = [e for e in entries if e[P + "state"] != "refused" or e.get(P + "enteredById") == me.id]
    red = red_entries(seen, schedule.clashes(seen))
    can_approve = "chiefOfOffice" in me.roles
    shown = mine(seen, me) if kind == "mine" else seen
    heads = columns(kind, shown, me, names)
    cells: dict[tuple[int, Half, str], tuple[EntryCard, ...]] = {}
    whole: set[tuple[int, str]] = set()
    for entry in sorted(shown, key=lambda e: (schedule.span(e)[0], e["id"])):
        card = _card(entry, red.get(entry["id"], []), names, can_approve=can_approve, unsent=entry["id"] in unsent)
        index = (schedule.span(entry)[0].date() - monday).days
        for key in _keys(kind, entry):
            halves = schedule.half_days(entry)
            for half in halves:
                cells[index, half, key] = (*cells.get((index, half, key), ()), card)
            if len(halves) == 2:
                whole.add((index, key))
    alone = {(d, k) for d, k in whole if len(cells[d, "morning", k]) == len(cells[d, "afternoon", k]) == 1}
    sunday = monday + timedelta(days=6)
    empty = {
        "rooms": translate("Schedule", "Tuần này chưa có lịch nào ghi địa điểm"),
        "cars": translate("Schedule", "Tuần này chưa có lịch nào dùng xe"),
        "mine": translate("Schedule", "Tuần này không có lịch nào của bạn"),
    }
    return WeekView(
        translate("Schedule", "Lịch công tác tuần {n}").format(n=monday.isocalendar().week),
        f"{formats.short_day(monday, sunday)} – {formats.day(sunday)}",
        tuple(_days(monday, today)),
        heads,
        cells,
        frozenset(alone),
        len(approvable(seen)),
        can_approve,
        True,
        empty.get(kind, translate("Schedule", "Chưa có lãnh đạo nào trong danh bạ")),
    )


def _days(monday: date, today: date) -> Iterable[GridDay]:
    for number, name in enumerate(day_names()):
        day = monday + timedelta(days=number)
        yield GridDay(day, name, f"{day.day:02d}/{day.month:02d}", day == today)


def _card(entry: Entry, found: list[Clash], names: Names, *, can_approve: bool, unsent: bool) -> EntryCard:
    state = entry[P + "state"]
    notes = (
        [translate("Schedule", "chờ duyệt")]
        if state == "waiting"
        else [translate("Schedule", "không duyệt")]
        if state == "refused"
        else []
    )
    notes += dict.fromkeys(clash_words(clash, names) for clash in found)
    if unsent:
        notes.append(translate("Schedule", "chưa gửi"))
    tone: Tone = "clash" if found else "plain"
    if not found and state in ("waiting", "refused"):
        tone = "waiting" if state == "waiting" else "refused"
    note = " · ".join(notes)
    others = ", ".join(names.person(p) for p in entry[P + "leaders"])
    spoken = ", ".join(part for part in (f"{hour(entry)} {formats.title(entry)}", others, where(entry), note) if part)
    approve = can_approve and state == "waiting"
    # A card is narrow: the room that is named in the clash need not be named twice.
    named = any(clash.kind == "place" for clash in found)
    place = "" if named else where(entry)
    return EntryCard(entry["id"], hour(entry), formats.title(entry), place, note, tone, approve, spoken)


def detail(
    entry: Entry, entries: Entries, names: Names, actions: tuple[tuple[str, str], ...], *, unsent: bool
) -> EntryDetail:
    """One entry in full."""
    by_id = {e["id"]: e for e in entries} | {entry["id"]: entry}
    found = [c for c in schedule.clashes(list(by_id.values())) if entry["id"] in (c.first, c.second)]
    people = "; ".join(names.person(p) for p in entry[P + "leaders"])
    facts = (
        (translate("Schedule", "Thời gian"), when(entry)),
        (translate("Schedule", "Chủ trì"), names.person(entry.get(P + "chairId"))),
        (translate("Schedule", "Lãnh đạo dự"), people),
        (translate("Schedule", "Thành phần"), entry.get(P + "attendees")),
        (translate("Schedule", "Địa điểm"), entry.get(P + "place")),
        (translate("Schedule", "Chuẩn bị"), entry.get(P + "preparation")),
        (translate("Schedule", "Xe"), entry.get(P + "vehicle")),
        (translate("Schedule", "Lái xe"), entry.get(P + "driver")),
        (translate("Schedule", "Số giấy mời"), entry.get(P + "invitation")),
        (translate("Schedule", "Ghi chú"), entry.get(P + "note")),
        (translate("Schedule", "Người đăng ký"), names.person(entry.get(P + "enteredById"))),
        (
            translate("Schedule", "Tình trạng"),
            state_name(entry[P + "state"]) + (translate("Schedule", " (chưa gửi)") if unsent else ""),
        ),
        (translate("Schedule", "Ý kiến duyệt"), entry.get(P + "decisionNote")),
    )
    return EntryDetail(
        entry["id"],
        f"{hour(entry)} {formats.title(entry)}",
        tuple((name, str(value)) for name, value in facts if value),
        tuple(dict.fromkeys(clash_sentence(c, entry["id"], by_id, names) for c in found)),
        actions,
    )


# the form


def form_values(entry: Entry) -> dict[str, object]:
    """What the form shows of an entry."""
    start, end = schedule.span(entry)
    kept = ("attendees", "place", "preparation", "vehicle", "driver", "invitation", "note", "chairId", "session")
    return {
        "day": start.date().isoformat(),
        "start": f"{start:%H:%M}",
        "end": f"{end:%H:%M}",
        "title": entry["title"],
        "leaders": list(entry.get(P + "leaders") or ()),
        **{name: entry.get(P + name) for name in kept},
    }


def wire_entry(values: Mapping[str, Any]) -> dict[str, Any]:
    """The JSCalendar properties (RFC 8984) of what the form holds."""
    session = values["session"]
    begins = {"morning": "07:30", "afternoon": "13:30", "allDay": "07:30"}.get(session) or values["start"]
    ends = {"morning": "11:30", "afternoon": "17:00", "allDay": "17:00"}.get(session) or values["end"]
    start = datetime.fromisoformat(f"{values['day']}T{begins}:00")
    minutes = int((datetime.fromisoformat(f"{values['day']}T{ends}:00") - start).total_seconds() // 60)
    kept = ("attendees", "place", "preparation", "vehicle", "driver", "invitation", "note", "chairId", "session")
    return {
        "title": values["title"],
        "start": start.isoformat(),
        "duration": _duration(minutes),
        "showWithoutTime": session != "timed",
        P + "leaders": list(values["leaders"]),
        **{P + name: values[name] for name in kept},
    }


def _duration(minutes: int) -> str:
    hours, rest = divmod(max(0, minutes), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def used_before(entries: Entries, name: str) -> tuple[str, ...]:
    """Values typed before in a field, the most frequent first."""
    counts: dict[str, int] = {}
    for entry in entries:
        value = (entry.get(P + name) or "").strip()
        if value:
            counts[value] = counts.get(value, 0) + 1
    return tuple(sorted(counts, key=lambda v: (-counts[v], v)))
