"""A thousand clients listen on one process: a change wakes whom it concerns, and holds nobody's request up."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

import pytest

from desktop.practice import events
from tests.practice.conftest import Town
from tests.practice.crowd import Crowd, allow_connections, open_stream
from tests.practice.little import CLERK, COMMUNE, INCOMING, OFFICE, act, unit

LISTENERS = 1000


def touch_everybody(town: Town) -> None:
    """A change that everybody sees: an organ's address."""
    with town.central.store.writing() as writing:
        writing.put("Unit", {**unit(OFFICE, "Văn phòng", COMMUNE, "commune", []), "revision": 2})
    town.central.broker.publish(writing.touched)


@pytest.mark.timeout(180)
def test_a_thousand_are_woken_and_nobody_waits(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    allow_connections(4 * LISTENERS)
    monkeypatch.setattr(events, "WAKES_A_SECOND", 500)
    asyncio.run(_day(town))


async def _day(town: Town) -> None:
    base = urlsplit(town.base)
    people = [town.visit(name) for name in ("duc", "mai", "tam", "quan")]
    tokens = [visitor.tokens["access_token"] for visitor in people]
    crowd = Crowd()
    openers = (partial(open_stream, str(base.hostname), base.port or 0, tokens[n % 4]) for n in range(LISTENERS))
    await crowd.gather(openers)
    assert town.central.broker.count == LISTENERS
    try:
        await _one_act(town, crowd)
        await _for_all(town, crowd)
    finally:
        await crowd.leave()


async def _one_act(town: Town, crowd: Crowd) -> None:
    """An act of the commune: its clerk's and its leader's streams hear it, its specialist's only of the book."""
    await asyncio.to_thread(town.central.act, CLERK, act("receive", CLERK, "side-1", {"registerId": INCOMING}))
    await crowd.all_came(30)
    heard = [set(listener.events[-1][1]) for listener in crowd.listeners[:4]]
    assert heard == [{"Register"}, {"Handling", "Register", "Act"}, {"Handling", "Register", "Act"}, {"Document"}]
    crowd.forget()


async def _for_all(town: Town, crowd: Crowd) -> None:
    """A change for everybody: told bit by bit; who asks meanwhile is answered, and an act is heard of at once."""
    begun = asyncio.get_running_loop().time()
    await asyncio.to_thread(touch_everybody, town)
    answered: list[float] = []
    while not all(listener.came.is_set() for listener in crowd.listeners):
        asked = perf_counter()
        await asyncio.to_thread(town.visit("mai").state, "Unit")
        answered.append(perf_counter() - asked)
        assert asyncio.get_running_loop().time() - begun < 60
    moments = sorted(listener.events[0][0] - begun for listener in crowd.listeners)
    assert all(set(listener.events[0][1]) == {"Unit"} for listener in crowd.listeners)
    assert all(len(listener.events) == 1 for listener in crowd.listeners)
    # Spread over two seconds by the pace set above, so that they do not all come to fetch it at once.
    assert moments[-1] - moments[0] > 1.0
    assert len(answered) > 3


def test_who_is_concerned_alone_does_not_wait_for_the_many(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MANY", 20)
    monkeypatch.setattr(events, "TOGETHER", 10)
    monkeypatch.setattr(events, "WAKES_A_SECOND", 10)
    asyncio.run(_one_among_many(town))


async def _one_among_many(town: Town) -> None:
    base = urlsplit(town.base)
    opening = partial(open_stream, str(base.hostname), base.port or 0)
    crowd, clerk = Crowd(), Crowd()
    token = town.visit("duc").tokens["access_token"]
    await crowd.gather(partial(opening, token, "Unit") for _ in range(40))
    await clerk.gather([partial(opening, town.visit("mai").tokens["access_token"])])
    try:
        await asyncio.to_thread(touch_everybody, town)
        await asyncio.to_thread(town.central.act, CLERK, act("receive", CLERK, "side-2", {"registerId": INCOMING}))
        async with asyncio.timeout(20):
            while not any("Handling" in states for _, states in clerk.listeners[0].events):
                clerk.listeners[0].came.clear()
                await clerk.listeners[0].came.wait()
        assert sum(not listener.came.is_set() for listener in crowd.listeners) >= 10
        await crowd.all_came(20)
    finally:
        await crowd.leave()
        await clerk.leave()
