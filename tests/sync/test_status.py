"""What the clerk is told of the sync is so: never "synced" over something unsent, whatever else takes long."""

from __future__ import annotations

import asyncio

import pytest

from desktop.sync.status import SyncStatus
from tests.office.faults import Fault
from tests.office.harness import PATIENCE, Machine, Office, reach, synced
from tests.sync.test_faults import receive


async def test_an_act_made_while_a_look_takes_long_is_told_of_at_once(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("hold", holding="/changes"))
    session.workplace.sync_now()
    assert await asyncio.get_running_loop().run_in_executor(None, office.proxy.held.wait, PATIENCE)
    made = await receive(session, 1)
    status = await reach(session, lambda s: s.unsent == 1)
    assert (status.kind, status.n) == ("sending", 1)
    assert office.acts() == []
    # Taken back before it went: nothing is on its way any more.
    assert [a["id"] for a in await session.workplace.withdraw(made)] == [made]
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0)
    office.proxy.released.set()
    await synced(session)
    assert office.acts() == []


async def test_an_act_made_while_the_central_is_in_trouble_is_counted_and_waits_its_time(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("answer", status=503, headers=(("Retry-After", "300"),)))
    session.workplace.sync_now()
    before = await reach(session, lambda s: s.kind == "retrying")
    asked = len(office.proxy.seen)
    await receive(session, 1)
    status = await reach(session, lambda s: s.unsent == 1)
    assert (status.kind, status.retry_at, status.code) == ("retrying", before.retry_at, "busy")
    assert len(office.proxy.seen) == asked


@pytest.mark.parametrize("lost", [False, True])
async def test_synced_is_never_said_over_something_unsent(machine: Machine, office: Office, lost: bool) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    told: list[SyncStatus] = []
    session.workplace.sync.subscribe(told.append)
    if lost:
        office.proxy.faults.extend([Fault("cutAnswer", holding="Act/set")] * 2)
    for n in range(1, 6):
        await receive(session, n)
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0 and len(office.acts()) == 5, anew=True)
    assert [s for s in told if s.kind == "synced" and (s.unsent or s.needs)] == []
    assert "sending" in {s.kind for s in told}
    assert ("offline" in {s.kind for s in told}) == lost
    assert all(s.n == s.unsent for s in told if s.kind == "sending")
    assert all(s.unsent > 0 for s in told if s.kind == "offline")
