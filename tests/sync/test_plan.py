"""Which acts may go, in which order: pure."""

from __future__ import annotations

import random
from typing import Any

import pytest

from desktop.central.errors import Broken, Busy, Offline
from desktop.sync.kinds import next_step
from desktop.sync.push import MOST_WAVES, plan, read_verdict
from desktop.sync.retry import LONGEST, LONGEST_OFFLINE, Retry
from local_cache.outbox import Entry


def entry(act_id: str, subject: str, *depends: str, state: str = "waiting", files: tuple[str, ...] = ()) -> Entry:
    act: dict[str, Any] = {"id": act_id, "subjectId": subject, "dependsOn": list(depends)}
    return Entry(0, act, state, None, 0, files)


def ids(waves: tuple[tuple[Entry, ...], ...]) -> list[list[str]]:
    return [[e.act["id"] for e in wave] for wave in waves]


def test_acts_on_one_subject_go_one_after_another() -> None:
    found = plan([entry("a", "x"), entry("b", "y"), entry("c", "x"), entry("d", "z", "b")])
    assert ids(found.waves) == [["a", "b"], ["c", "d"]]


def test_what_depends_on_a_refused_act_falls_with_it_and_all_above_it() -> None:
    found = plan([entry("a", "x", state="refused"), entry("b", "y", "a"), entry("c", "z", "b"), entry("d", "x")])
    assert found.fallen == (("b", "a"), ("c", "b"))
    assert ids(found.waves) == [["d"]]


def test_a_held_act_holds_up_what_stands_on_it_and_nothing_else() -> None:
    found = plan([entry("a", "x", state="held"), entry("b", "x"), entry("c", "y", "a"), entry("d", "z")])
    assert ids(found.waves) == [["d"]]
    assert found.fallen == ()


def test_an_act_that_was_being_sent_goes_again() -> None:
    assert ids(plan([entry("a", "x", state="sending")]).waves) == [["a"]]


def test_settled_acts_are_passed_over_and_hold_up_nothing() -> None:
    assert ids(plan([entry("a", "x"), entry("b", "x", "a")], settled={"a"}).waves) == [["b"]]


def test_an_act_waits_for_its_files_and_the_rest_goes() -> None:
    waiting = entry("a", "x", files=("f",))
    found = plan([waiting, entry("b", "x"), entry("c", "y")], ready=lambda e: not e.files)
    assert (ids(found.waves), found.uploads) == ([["c"]], (waiting,))


def test_what_is_behind_a_held_act_is_not_uploaded_either() -> None:
    found = plan([entry("a", "x", state="held"), entry("b", "x", files=("f",))], ready=lambda e: not e.files)
    assert found == plan([])


def test_one_round_trip_takes_so_many_and_keeps_the_order() -> None:
    found = plan([entry("a", "x"), entry("b", "x"), entry("c", "y")], most=1)
    assert ids(found.waves) == [["a"]]
    chain = plan([entry(str(n), "x") for n in range(MOST_WAVES + 3)])
    assert ids(chain.waves) == [[str(n)] for n in range(MOST_WAVES)]


@pytest.mark.parametrize(
    ("created", "error", "expected"),
    [
        ({"outcome": "accepted"}, None, ("accepted", None)),
        ({"outcome": "refused", "reason": {"code": "noLead", "args": {}}}, None, ("refused", "noLead")),
        ({"outcome": "refused", "reason": "x"}, None, ("refused", "unknown")),
        (None, {"type": "invalidProperties"}, ("refused", "invalidProperties")),
        (None, {"type": "alreadyExists"}, ("refused", "alreadyExists")),
        (None, {"type": "dependencyMissing"}, ("again", "dependencyMissing")),
        (None, {"type": "overQuota"}, ("again", "overQuota")),
        (None, None, ("again", "noAnswer")),
    ],
)
def test_what_an_answer_means(created: Any, error: Any, expected: tuple[str, str | None]) -> None:
    found = read_verdict(created, error)
    assert (found.outcome, found.reason and found.reason["code"]) == expected


def test_an_outcome_that_nobody_may_give_is_broken() -> None:
    with pytest.raises(Broken):
        read_verdict({"outcome": "perhaps"}, None)


def test_delays_grow_are_spread_and_end_somewhere() -> None:
    rng = random.Random(1)
    error = Offline("unreachable")
    mean = [sum(Retry(n).delay(error, rng) for _ in range(200)) / 200 for n in (1, 2, 3, 4)]
    assert mean == sorted(mean)
    assert 1.5 < mean[0] < 2.5
    assert all(Retry(50).delay(error, rng) <= LONGEST_OFFLINE for _ in range(50))
    assert all(Retry(50).delay(Broken("serverError"), rng) <= LONGEST for _ in range(50))
    assert len({Retry(3).delay(error, rng) for _ in range(10)}) == 10


def test_what_the_central_asked_for_is_the_least() -> None:
    rng = random.Random(1)
    assert all(Retry(1).delay(Busy("busy", 90.0), rng) >= 90.0 for _ in range(50))


def test_pages_follow_the_bytes_that_came() -> None:
    assert next_step(100, 100, 100_000, 500) == 400
    assert next_step(100, 100, 4_000_000, 500) == 20
    assert next_step(200, 200, 10_000, 500) == 500
    assert next_step(200, 0, 100, 500) == 200
