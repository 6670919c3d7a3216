"""The week's schedule: waiting, approved, adjusted with a note, refused with a reason; clashes (DOMAIN 8)."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.office.schedule import clashes, half_days
from tests.rules.small_office import SmallOffice, refusal_code

P = "tacnghiep:"


def entry(entry_id: str = "e", **changes: Any) -> dict[str, Any]:
    base = {
        "id": entry_id,
        "title": "Giao ban",
        "start": "2026-11-24T14:00:00",
        "duration": "PT2H",
        P + "session": "timed",
        P + "leaders": ["leader"],
        P + "place": "Phòng họp 1",
        P + "vehicle": "",
        P + "state": "waiting",
    }
    return base | {
        (P + k if k in ("session", "leaders", "place", "vehicle", "state") else k): v for k, v in changes.items()
    }


def test_an_entry_waits_for_the_chief_of_office(office: SmallOffice) -> None:
    assert refusal_code(office.act("clerk", "enterSchedule", "e", {"entry": entry()})) is None
    assert office.state("ScheduleEntry", "e") == "waiting"
    assert refusal_code(office.act("leader", "approveSchedule", "e")) == "chiefOnly"
    assert refusal_code(office.act("chief", "approveSchedule", "e")) is None
    assert refusal_code(office.act("chief", "approveSchedule", "e")) == "alreadyDone"


@pytest.mark.parametrize(("kind", "code"), [("adjustSchedule", "noNote"), ("refuseSchedule", "noReason")])
def test_changes_and_refusals_say_why(office: SmallOffice, kind: str, code: str) -> None:
    office.act("clerk", "enterSchedule", "e", {"entry": entry()})
    assert refusal_code(office.act("chief", kind, "e", {})) == code


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({"start": "2026-11-24T15:00:00"}, ["leader", "place"]),
        ({"start": "2026-11-24T16:00:00"}, []),
        ({"session": "afternoon", "leaders": ["chief"]}, ["place"]),
        ({"session": "morning"}, []),
        ({"session": "allDay", "place": "Hội trường", "leaders": ["leader", "chief"]}, ["leader"]),
        ({"leaders": ["chief"], "place": "phòng họp 1 "}, ["place"]),
        ({"state": "refused"}, []),
    ],
)
def test_clashes(change: dict[str, Any], kinds: list[str]) -> None:
    assert [c.kind for c in clashes([entry("a"), entry("b", **change)])] == kinds


@pytest.mark.parametrize(
    ("change", "cells"),
    [
        ({}, ("afternoon",)),
        ({"start": "2026-11-24T08:00:00"}, ("morning",)),
        ({"session": "allDay"}, ("morning", "afternoon")),
    ],
)
def test_cells_of_the_grid(change: dict[str, Any], cells: tuple[str, ...]) -> None:
    assert half_days(entry(**change)) == cells
