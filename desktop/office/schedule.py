"""The week's schedule (lịch công tác tuần): JSCalendar Events (RFC 8984) with our properties, clashes, and the rules.

Knows world and acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from desktop.office.acts import Effects, Refusal
from desktop.office.people import Me
from desktop.office.world import Case, Outcome, World, text_of

ScheduleEntry = dict[str, Any]
"""A JSCalendar Event; keys of ours carry the prefix ``tacnghiep:``."""

EntryState = Literal["waiting", "approved", "adjusted", "refused"]
STATE_NAMES: dict[str, str] = {
    "waiting": "Chờ duyệt",
    "approved": "Đã duyệt",
    "adjusted": "Đã điều chỉnh",
    "refused": "Không duyệt",
}
NOON = time(12)
P = "tacnghiep:"

_SESSIONS: dict[str, tuple[time, time]] = {
    "morning": (time(7, 30), time(11, 30)),
    "afternoon": (time(13, 30), time(17, 0)),
    "allDay": (time(7, 30), time(17, 0)),
}
_DURATION = re.compile(r"^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$")


@dataclass(frozen=True)
class Clash:
    """Two entries that need the same leader, place or vehicle at the same time; ``what`` is its identifier or name."""

    kind: Literal["leader", "place", "vehicle"]
    what: str
    first: str
    second: str


def span(entry: Mapping[str, Any]) -> tuple[datetime, datetime]:
    """Start and end in Vietnam's local time; working hours of the session where no hour is given."""
    start = datetime.fromisoformat(entry["start"])
    fixed = _SESSIONS.get(entry.get(P + "session", "timed"))
    if fixed:
        return datetime.combine(start.date(), fixed[0]), datetime.combine(start.date(), fixed[1])
    return start, start + duration(entry.get("duration") or "PT1H")


def duration(text: str) -> timedelta:
    """A JSCalendar duration of days, hours and minutes.

    Raises:
        ValueError: not such a duration.
    """
    found = _DURATION.match(text)
    if not found:
        raise ValueError("not a duration")
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def half_days(entry: Mapping[str, Any]) -> tuple[Literal["morning", "afternoon"], ...]:
    """The cells of the grid in which an entry stands."""
    session = entry.get(P + "session", "timed")
    if session == "allDay":
        return ("morning", "afternoon")
    if session in ("morning", "afternoon"):
        return (session,)
    return ("morning",) if span(entry)[0].time() < NOON else ("afternoon",)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def clashes(entries: Iterable[Mapping[str, Any]]) -> list[Clash]:
    """Every clash among entries that are not refused, each pair once per cause."""
    live = sorted((e for e in entries if e[P + "state"] != "refused"), key=lambda e: (span(e)[0], e["id"]))
    found: list[Clash] = []
    for n, first in enumerate(live):
        ends = span(first)[1]
        for second in live[n + 1 :]:
            if span(second)[0] >= ends:
                break
            found += _shared(first, second)
    return found


def _shared(first: Mapping[str, Any], second: Mapping[str, Any]) -> list[Clash]:
    pair = (first["id"], second["id"])
    both = [leader for leader in first[P + "leaders"] if leader in second[P + "leaders"]]
    found = [Clash("leader", leader, *pair) for leader in both]
    for kind in ("place", "vehicle"):
        name = first.get(P + kind, "").strip()
        if name and name.casefold() == second.get(P + kind, "").strip().casefold():
            found.append(Clash(kind, name, *pair))
    return found


def may(kind: str, subject: Mapping[str, Any], me: Me, world: World) -> Refusal | None:
    """Why ``me`` may not do this to the entry now; None when allowed."""
    if kind == "enterSchedule":
        if not subject:
            return None
        if subject[P + "enteredById"] != me.id:
            return Refusal("authorOnly")
        return None if subject[P + "state"] == "waiting" else Refusal("alreadyDone", {"state": subject[P + "state"]})
    if not subject:
        return Refusal("noSubject")
    if subject[P + "organId"] != me.organ_id:
        return Refusal("notYours")
    if "chiefOfOffice" not in me.roles:
        return Refusal("chiefOnly")
    if kind == "adjustSchedule" and subject[P + "state"] in ("waiting", "approved", "adjusted"):
        return None
    return None if subject[P + "state"] == "waiting" else Refusal("alreadyDone", {"state": subject[P + "state"]})


_FIELDS = (
    "title",
    "description",
    "start",
    "duration",
    "showWithoutTime",
    *(
        P + name
        for name in (
            "session",
            "leaders",
            "chairId",
            "attendees",
            "place",
            "preparation",
            "vehicle",
            "driver",
            "invitation",
            "note",
        )
    ),
)


def enter(case: Case) -> Outcome:
    """Enter a meeting or trip: it waits for the chief of office."""
    given = case.payload.get("entry")
    problem = _problem(case, given)
    if problem or not isinstance(given, dict):
        return problem or Refusal("noText")
    base: ScheduleEntry = case.subject or {
        "@type": "Event",
        "id": case.act["subjectId"],
        "uid": case.act["subjectId"],
        "revision": 0,
        "title": "",
        "description": "",
        "start": "",
        "duration": "PT1H",
        "timeZone": "Asia/Ho_Chi_Minh",
        "showWithoutTime": False,
        P + "organId": case.me.organ_id,
        P + "session": "timed",
        P + "leaders": [],
        P + "chairId": None,
        P + "attendees": "",
        P + "place": "",
        P + "preparation": "",
        P + "vehicle": "",
        P + "driver": "",
        P + "invitation": "",
        P + "note": "",
        P + "state": "waiting",
        P + "decisionNote": None,
        P + "enteredById": case.me.id,
    }
    return _put(case, base, {k: given[k] for k in _FIELDS if k in given})


def approve(case: Case) -> Outcome:
    return _put(case, case.subject, {P + "state": "approved"})


def adjust(case: Case) -> Outcome:
    """Approve with changes: the note is required."""
    note = text_of(case.payload, "note")
    if not note:
        return Refusal("noNote")
    given = case.payload.get("entry") or {}
    merged = {**case.subject, **{k: given[k] for k in _FIELDS if k in given}}
    problem = _problem(case, merged)
    if problem:
        return problem
    return _put(case, merged, {P + "state": "adjusted", P + "decisionNote": note})


def refuse(case: Case) -> Outcome:
    """Refuse: the reason is required."""
    reason = text_of(case.payload, "reason")
    if not reason:
        return Refusal("noReason")
    return _put(case, case.subject, {P + "state": "refused", P + "decisionNote": reason})


RULES = {"enterSchedule": enter, "approveSchedule": approve, "adjustSchedule": adjust, "refuseSchedule": refuse}


def _put(case: Case, base: Mapping[str, Any], properties: Mapping[str, Any]) -> Effects:
    return Effects((("ScheduleEntry", case.changed(base, **properties)),))


def _problem(case: Case, entry: object) -> Refusal | None:
    if not isinstance(entry, dict) or not text_of(entry, "title"):
        return Refusal("noText")
    try:
        start, end = span(entry)
    except (KeyError, TypeError, ValueError):
        return Refusal("badDate")
    if end <= start:
        return Refusal("badDate")
    leaders = entry.get(P + "leaders")
    if not isinstance(leaders, list) or not leaders:
        return Refusal("noLeader")
    return None if all(case.world.get("Person", str(p)) for p in leaders) else Refusal("unknownRecipient")
