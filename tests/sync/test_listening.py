"""Being told of changes, and doing without: no events there, a silent line, a cut one; and what a look costs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from desktop.session.account import Session
from desktop.sync.listening import Listening
from tests.office.faults import Fault
from tests.office.harness import PATIENCE, Machine, Office, synced, told
from tests.practice.little import CLERK, INCOMING, act

EVENTS = "/jmap/eventsource"


@pytest.fixture
def quick(machine: Machine) -> Machine:
    """A machine that looks often while it hears nothing."""
    machine.sessions._pace = replace(machine.sessions._pace, poll_deaf=0.2, poll=0.4)
    return machine


def receive(office: Office, n: int) -> None:
    office.visit("mai").act(act("receive", CLERK, f"side-{n}", {"registerId": INCOMING, "number": None}))


async def received(session: Session, n: int) -> None:
    async def here() -> bool:
        side = await session.workplace.get("Handling", f"side-{n}")
        return side is not None and side["state"] == "toHandle"

    await told(session, here)


async def until(session: Session, true: Callable[[Listening], bool]) -> None:
    """Wait until it is true of what listens: of each change of it we are told."""
    listening, arrived = session._engine._listening, asyncio.Event()
    real = listening._heard

    def heard(states: Mapping[str, str]) -> None:
        real(states)
        if true(listening):
            arrived.set()

    listening._heard = heard
    if not true(listening):
        async with asyncio.timeout(PATIENCE):
            await arrived.wait()
    listening._heard = real


def hearing(listening: Listening) -> bool:
    return listening.hearing


def deaf(listening: Listening) -> bool:
    return not listening.hearing


async def test_nothing_new_is_one_request(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    await until(session, hearing)
    await synced(session)
    before = len(office.proxy.seen)
    await synced(session)
    assert [path for _, path, _ in office.proxy.seen[before:]] == ["/jmap/api"]


async def test_our_own_act_is_not_asked_for_again_when_events_tell_of_it(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    await until(session, hearing)
    await synced(session)
    heard = asyncio.Event()
    real = session._engine._listening._heard

    def told_of(states: Mapping[str, str]) -> None:
        real(states)
        heard.set()

    session._engine._listening._heard = told_of
    before = len(office.proxy.seen)
    await session.workplace.act("receive", "Handling", "side-1", {"registerId": INCOMING, "number": None})
    async with asyncio.timeout(PATIENCE):
        await heard.wait()
    await session._engine.close()
    assert len([path for _, path, _ in office.proxy.seen[before:] if path == "/jmap/api"]) == 1


async def test_a_central_without_events_is_looked_at(quick: Machine, office: Office) -> None:
    office.proxy.always.append(Fault("answer", where=EVENTS, status=204))
    session = await quick.sign_in(office)
    await synced(session)
    receive(office, 1)
    await received(session, 1)
    assert not session._engine._listening.hearing
    assert sum(EVENTS in path for _, path, _ in office.proxy.seen) == 1
    # When it has them by now, they are heard without a new start.
    office.proxy.always.clear()
    session.workplace.sync_now()
    await until(session, hearing)


async def test_a_silent_line_is_given_up_and_more_patience_tried(quick: Machine, office: Office) -> None:
    office.proxy.faults.append(Fault("hold", where=EVENTS))
    quick.sessions._pace = replace(quick.sessions._pace, poll=0.3)
    session = await quick.sign_in(office)
    session._engine._listening._patience = 0.3
    await synced(session)
    receive(office, 1)
    await received(session, 1)
    await until(session, hearing)
    assert session._engine._listening._patience >= 0.6


async def test_a_cut_stream_goes_on_behind_the_last_event(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    await until(session, hearing)
    receive(office, 1)
    await received(session, 1)
    # What an event tells of may have been asked for before it came.
    await until(session, lambda listening: listening._last != "")
    last = session._engine._listening._last
    office.proxy.down()
    await until(session, deaf)
    receive(office, 2)
    office.proxy.up()
    session.workplace.sync_now()
    await until(session, hearing)
    await received(session, 2)
    receive(office, 3)
    await received(session, 3)
    await until(session, lambda listening: listening._last != last)
