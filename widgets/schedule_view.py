"""What the schedule desk and its dialog show: view data only. For those widgets and their presenter; knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Half = Literal["morning", "afternoon"]
Tone = Literal["plain", "waiting", "clash", "refused"]

HALVES: tuple[Half, Half] = ("morning", "afternoon")


@dataclass(frozen=True)
class GridColumn:
    """One column of the week: a leader with the title, a room or a car."""

    key: str
    name: str
    title: str = ""


@dataclass(frozen=True)
class GridDay:
    """One day: its name as an office writes it ("Thứ Hai", "Chủ nhật"), its date ("23/11"), whether it is today."""

    day: date
    name: str
    date_text: str
    today: bool = False


@dataclass(frozen=True)
class EntryCard:
    """One entry in one cell. ``note`` says in words what the colour says; ``spoken`` is the whole entry in words."""

    id: str
    time: str
    title: str
    place: str = ""
    note: str = ""
    tone: Tone = "plain"
    can_approve: bool = False
    spoken: str = ""


@dataclass(frozen=True)
class EntryDetail:
    """The chosen entry in full, and the acts allowed on it as (kind, label), the first one the likeliest."""

    id: str
    heading: str
    facts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...] = ()
    actions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class WeekView:
    """A week, Monday to Sunday. ``cells`` maps (day index, half, column key) to cards, ``whole_days`` names the
    (day index, column key) where one all-day entry fills both halves."""

    title: str
    dates: str
    days: tuple[GridDay, ...]
    columns: tuple[GridColumn, ...]
    cells: Mapping[tuple[int, Half, str], tuple[EntryCard, ...]] = field(default_factory=dict)
    whole_days: frozenset[tuple[int, str]] = frozenset()
    waiting: int = 0
    can_approve: bool = False
    can_enter: bool = True
    empty_text: str = ""


@dataclass(frozen=True)
class SchedulePerson:
    """A leader whose schedule may be kept."""

    id: str
    name: str
    title: str


@dataclass(frozen=True)
class ScheduleForm:
    """What the entry dialog starts from: the values, and what may be chosen."""

    values: Mapping[str, object]
    leaders: tuple[SchedulePerson, ...]
    rooms: tuple[str, ...] = ()
    cars: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    heading: str = ""
    needs_note: bool = False
