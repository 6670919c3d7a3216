"""What of the line files may take: measured, limited, and left to others where it is narrow."""

from __future__ import annotations

import threading
import time

import pytest

from desktop.central.transport import Call, Stopped
from desktop.sync.budget import ENOUGH, LONGEST_HOLD, SLOW, STALE, Budget, Meter


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_rate_is_what_moved_while_something_moved() -> None:
    clock = Clock()
    meter = Meter(clock)
    assert meter.rate() is None
    meter.begin()
    for _ in range(40):
        clock.now += 0.1
        meter.moved(20_000)
    rate = meter.rate()
    assert rate == pytest.approx(200_000, rel=0.01)
    meter.end()
    clock.now += 60  # Nothing moves: that says nothing about the line.
    assert meter.rate() == rate
    meter.begin()
    for _ in range(400):
        clock.now += 0.1
        meter.moved(2_000)
    assert meter.rate() == pytest.approx(20_000, rel=0.2)
    meter.end()
    clock.now += STALE + 1
    assert meter.rate() is None


def test_little_is_no_measure() -> None:
    clock = Clock()
    meter = Meter(clock)
    meter.begin()
    clock.now += 1
    meter.moved(ENOUGH - 1)
    assert meter.rate() is None


def test_standing_back_is_not_held_against_the_line() -> None:
    clock = Clock()
    meter = Meter(clock)
    meter.begin()
    for _ in range(20):
        clock.now += 0.1
        meter.moved(50_000)
        clock.now += 2
        meter.waited(2)
    assert meter.rate() == pytest.approx(500_000, rel=0.01)


def test_the_offices_limit_holds_for_all_files_together() -> None:
    budget = Budget(16_000)  # 2 MB a second
    began = time.monotonic()
    threads = [threading.Thread(target=pour, args=(budget, 20)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.monotonic() - began
    assert spent >= 3 * 20 * 65_536 / 2_000_000 * 0.9  # nearly 4 MB
    assert spent < 10


def pour(budget: Budget, pieces: int) -> None:
    call = Call()
    with budget.moving(1):
        for _ in range(pieces):
            budget.passed(65_536, 1, call)


def slow_line() -> Budget:
    """A line measured at 50 kB/s."""
    budget = Budget()
    clock = Clock()
    budget._meter._clock = clock
    budget._meter.begin()
    for _ in range(30):
        clock.now += 0.2
        budget._meter.moved(10_000)
    budget._meter.end()
    assert budget.rate is not None
    assert budget.rate < SLOW
    assert budget.slow
    return budget


def test_on_a_slow_line_a_file_stands_back_for_a_round_trip() -> None:
    budget, passed = slow_line(), threading.Event()

    def move() -> None:
        with budget.moving(0):
            budget.passed(1, 0, Call())
        passed.set()

    with budget.round_trip():
        thread = threading.Thread(target=move)
        thread.start()
        assert not passed.wait(0.3)
    assert passed.wait(LONGEST_HOLD / 2)
    thread.join()


def test_on_a_slow_line_the_more_urgent_file_goes_first_and_the_other_is_not_starved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.sync.budget.LONGEST_HOLD", 0.5)
    budget, passed = slow_line(), threading.Event()

    def move() -> None:
        budget.passed(1, 2, Call())
        passed.set()

    with budget.moving(0):
        began = time.monotonic()
        thread = threading.Thread(target=move)
        thread.start()
        assert passed.wait(5)
        assert time.monotonic() - began >= 0.45
    thread.join()


def test_on_a_good_line_nobody_waits() -> None:
    budget = Budget()
    began = time.monotonic()
    with budget.round_trip(), budget.moving(0):
        for _ in range(100):
            budget.passed(65_536, 2, Call())
    assert time.monotonic() - began < 1


def test_whoever_stands_back_can_be_ended() -> None:
    budget, call = slow_line(), Call()
    with budget.round_trip():
        threading.Timer(0.1, call.stop).start()
        with pytest.raises(Stopped):
            budget.passed(1, 0, call)
