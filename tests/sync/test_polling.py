"""When to look again, and from where on things are kept: pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.sync import window
from desktop.sync.kinds import KINDS
from desktop.sync.polling import Polling

BY_NAME = {kind.name: kind for kind in KINDS}
DEAF = {"shortest": 15.0, "longest": 300.0, "hearing": False, "attended": True, "hour": 9, "chance": 0.5}


def pauses(polling: Polling, looks: int, **given: object) -> list[float]:
    found = []
    for _ in range(looks):
        found.append(polling.pause(**{**DEAF, **given}))  # type: ignore[arg-type]
        polling = polling.looked(found=False)
    return found


def test_while_events_come_looking_is_a_precaution() -> None:
    assert pauses(Polling(), 3, hearing=True) == [300.0, 300.0, 300.0]


def test_somebody_at_work_waits_a_minute_at_most() -> None:
    assert pauses(Polling(), 5) == [15.0, 30.0, 60.0, 60.0, 60.0]


def test_unattended_it_doubles_up_to_the_longest() -> None:
    assert pauses(Polling(), 6, attended=False) == [60.0, 120.0, 240.0, 300.0, 300.0, 300.0]


def test_at_night_nobody_is_waited_for_but_who_works_then() -> None:
    assert pauses(Polling(), 2, attended=False, hour=23) == [300.0, 300.0]
    assert pauses(Polling(), 2, attended=False, hour=5) == [300.0, 300.0]
    assert pauses(Polling(), 2, hour=23) == [15.0, 30.0]


def test_what_was_found_makes_it_quick_again() -> None:
    assert pauses(Polling(9).looked(found=True), 1) == [15.0]


@pytest.mark.parametrize("misses", [0, 5, 60, 10_000])
@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_the_pause_stays_within_bounds_and_varies(misses: int, chance: float) -> None:
    for attended in (True, False):
        pause = pauses(Polling(misses), 1, attended=attended, chance=chance)[0]
        assert 15.0 * 0.9 <= pause <= 300.0 * 1.1
    assert pauses(Polling(), 1, chance=0.0) != pauses(Polling(), 1, chance=1.0)


def test_a_longest_pause_below_the_shortest_wins() -> None:
    assert pauses(Polling(), 2, shortest=600.0, longest=60.0) == [60.0, 60.0]


def test_a_window_begins_with_a_day() -> None:
    now = datetime(2026, 3, 31, 1, 30, tzinfo=timezone(timedelta(hours=7)))
    assert window.begin(now, 1) == "2026-02-28T00:00:00Z"  # it is still the 30th in UTC
    assert window.begin(datetime(2026, 11, 22, tzinfo=UTC), 24) == "2024-11-22T00:00:00Z"
    assert window.begin(now, 0) == window.ALL


def test_open_work_is_in_every_window() -> None:
    since = "2024-11-22T00:00:00Z"
    assert window.inside(BY_NAME["Handling"], since) == {
        "operator": "OR",
        "conditions": [{"after": since}, {"open": True}],
    }
    assert window.inside(BY_NAME["Act"], since) == {"after": since}
    assert window.inside(BY_NAME["Person"], since) == window.inside(BY_NAME["Handling"], window.ALL) == {}


def test_between_two_windows_is_what_one_has_beyond_the_other() -> None:
    assert window.between(BY_NAME["Act"], window.ALL, "2024") == {"before": "2024"}
    assert window.between(BY_NAME["Task"], "2022", "2024") == {
        "operator": "AND",
        "conditions": [{"before": "2024"}, {"after": "2022"}, {"open": False}],
    }
