"""The office's past, lived through the real rules: every act is judged as it would have been, so that all of it agrees.

Knows ``desktop.office``. Working hours are those of a Vietnamese office: Monday to Friday, 07:30-11:30 and 13:30-17:00.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, cast
from uuid import UUID

from desktop.office.acts import KINDS, Act, Refusal, SubjectType, wire_time
from desktop.office.handling import Handling
from desktop.office.judge import judge
from desktop.office.registers import NumberTaken as Taken
from desktop.office.registers import Register, after_grant, is_free, next_number
from desktop.office.world import VIETNAM
from desktop.practice.people import BY_KEY, seat_in

Object = dict[str, Any]

MORNING, NOON, AFTER_NOON, EVENING = time(7, 30), time(11, 30), time(13, 30), time(17, 0)
FIRST_DAY = date(2025, 7, 1)
"""Communes of the two-level model exist since this day; nothing here is older."""


class Impossible(Exception):
    """The rules refused an act of the past: the seed is wrong, not the rules.

    Attributes:
        code: the refusal's.
    """

    def __init__(self, kind: str, code: str) -> None:
        super().__init__(f"{kind}: {code}")
        self.code = code


class Past:
    """All state and all acts so far; the ``World`` and the ``Numbers`` of the rules.

    Attributes:
        now: nothing happens later than this.
        rng: the one source of chance.
    """

    def __init__(self, now: datetime, rng: Random) -> None:
        self.now = now
        self.rng = rng
        self.objects: dict[str, dict[str, Object]] = defaultdict(dict)
        self.acts: list[Object] = []
        self._by_document: dict[str, list[str]] = defaultdict(list)

    # -- the world

    def get(self, type_name: str, object_id: str) -> Mapping[str, Any] | None:
        return self.objects[type_name].get(object_id)

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Handling]:
        all_of = (self.objects["Handling"][key] for key in self._by_document[document_id])
        return [cast(Handling, h) for h in all_of if organ_id in (None, h["organId"])]

    def put(self, type_name: str, value: Object) -> Object:
        """Keeps an object as it is."""
        if type_name == "Handling" and value["id"] not in self.objects["Handling"]:
            self._by_document[value["documentId"]].append(value["id"])
        self.objects[type_name][value["id"]] = value
        return value

    def grant(self, register_id: str, wanted: int | None) -> int:
        """Gives a number, as the central would.

        Raises:
            NumberTaken: the wanted one is not free.
        """
        register = cast(Register, self.objects["Register"][register_id])
        number = next_number(register) if wanted is None else wanted
        if not is_free(register, number):
            raise Taken
        self.objects["Register"][register_id] = cast(Object, after_grant(register, number))
        return number

    # -- acts

    def identifier(self, at: datetime) -> str:
        """A version 7 UUID of that moment, drawn from the seed."""
        milliseconds = int(at.timestamp() * 1000) + self.rng.randrange(1000)
        value = milliseconds << 80 | 7 << 76 | self.rng.getrandbits(12) << 64 | 2 << 62 | self.rng.getrandbits(62)
        return str(UUID(int=value))

    def do(
        self,
        kind: str,
        person: str,
        organ: str,
        subject_id: str,
        payload: Object,
        at: datetime,
        *,
        document_id: str | None = None,
        digest: str | None = None,
    ) -> Object:
        """One accepted act of the past; what it changed is in ``objects`` afterwards.

        Raises:
            Impossible: the rules refuse it.
        """
        subject_type = KINDS[kind]
        subject = self.objects[subject_type].get(subject_id)
        if document_id is None and subject is not None:
            document_id = subject["id"] if subject_type == "Document" else subject.get("documentId")
        act = self.act(kind, person, organ, (subject_type, subject_id), payload, at)
        act["documentId"] = document_id or (subject_id if subject_type == "Document" else None)
        act["basedOn"] = {"revision": subject["revision"] if subject else None, "digest": digest}
        judged = judge(cast(Act, act), self, now=at, numbers=self)
        if isinstance(judged, Refusal):
            raise Impossible(kind, judged.code)
        for type_name, value in judged.puts:
            self.put(type_name, dict(value))
        self.acts.append(act)
        return act

    def act(
        self, kind: str, person: str, organ: str, subject: tuple[SubjectType, str], payload: Object, at: datetime
    ) -> Object:
        """An act as the central keeps it, not judged."""
        received = at + timedelta(seconds=self.rng.randrange(1, 4))
        return {
            "id": self.identifier(at),
            "kind": kind,
            "authorId": person,
            "positionId": seat_in(BY_KEY[person], organ),
            "subjectType": subject[0],
            "subjectId": subject[1],
            "documentId": None,
            "claimedAt": wire_time(at),
            "payload": payload,
            "basedOn": {"revision": None, "digest": None},
            "dependsOn": [],
            "receivedAt": wire_time(min(received, self.now)),
            "outcome": "accepted",
            "reason": None,
        }

    # -- time

    def later(self, at: datetime, minutes: int) -> datetime:
        """So many working minutes later, never after now."""
        return min(add_working(at, minutes), self.now - timedelta(seconds=30))

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return self.rng.randint(low, high)


# -- working time -----------------------------------------------------------------------------------------------------


def local(day: date, hour: time) -> datetime:
    """A moment in Vietnam."""
    return datetime.combine(day, hour, VIETNAM)


def is_working_day(day: date) -> bool:
    """Monday to Friday, without the fixed holidays; Tết moves with the moon and is left to chance."""
    return day.weekday() < 5 and (day.month, day.day) not in {(1, 1), (4, 30), (5, 1), (9, 2)}


def previous_working_day(day: date) -> date:
    """The last working day before this one."""
    day -= timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def next_working_day(day: date) -> date:
    """The first working day after this one."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_day(day: date) -> date:
    """The day itself, or the next working day."""
    return day if is_working_day(day) else next_working_day(day)


def working_days_between(start: date, end: date) -> int:
    """Working days from ``start`` to ``end``, both included."""
    return sum(is_working_day(start + timedelta(days=n)) for n in range((end - start).days + 1))


def into_hours(at: datetime) -> datetime:
    """The moment itself in working hours, otherwise the next opening."""
    at = at.astimezone(VIETNAM)
    if not is_working_day(at.date()) or at.time() >= EVENING:
        return local(next_working_day(at.date()), MORNING)
    if at.time() < MORNING:
        return local(at.date(), MORNING)
    if NOON <= at.time() < AFTER_NOON:
        return local(at.date(), AFTER_NOON)
    return at


def add_working(at: datetime, minutes: int) -> datetime:
    """So many working minutes after ``at``."""
    at = into_hours(at)
    left = timedelta(minutes=minutes)
    while True:
        end = local(at.date(), NOON if at.time() < NOON else EVENING)
        if at + left <= end:
            return at + left
        left -= end - at
        at = into_hours(end)


def take_working(at: datetime, minutes: int) -> datetime:
    """So many working minutes before ``at``."""
    at = at.astimezone(VIETNAM)
    left = timedelta(minutes=minutes)
    while True:
        start = _opening_before(at)
        at = min(at, _closing(start))
        if at - left >= start:
            return at - left
        left -= at - start
        at = start - timedelta(seconds=1)


def _opening_before(at: datetime) -> datetime:
    """When the half-day that ``at`` falls in, or that ended last before it, began."""
    if is_working_day(at.date()):
        if at.time() >= AFTER_NOON:
            return local(at.date(), AFTER_NOON)
        if at.time() >= MORNING:
            return local(at.date(), MORNING)
    return local(previous_working_day(at.date()), AFTER_NOON)


def _closing(opening: datetime) -> datetime:
    return local(opening.date(), NOON if opening.time() == MORNING else EVENING)


def utc(at: datetime) -> str:
    """As the wire has it."""
    return wire_time(at.astimezone(UTC))
