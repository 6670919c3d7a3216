"""Acts of which nobody knows whether they arrived: they are not taken back, and what is taken back is not sent."""

from __future__ import annotations

import pytest

from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced
from tests.sync.test_faults import receive


async def test_a_second_try_that_finds_nobody_does_not_make_the_first_undone(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    # The central has judged the act; its answer is cut, and the transport's own second try finds the line down.
    office.proxy.faults.append(Fault("holdAnswer", holding="Act/set"))
    made = await receive(session, 1)
    assert await machine.lanes.read(office.proxy.held.wait, 20)
    office.proxy.down()
    await reach(session, lambda s: s.kind == "offline")
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "offline", anew=True)
    assert [a["id"] for a in office.acts()] == [made]
    assert [(u["state"], u["withdrawable"]) for u in await session.workplace.unsent()] == [("sending", False)]
    assert await session.workplace.withdraw(made) == []
    office.proxy.released.set()
    office.proxy.up()
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_what_is_taken_back_before_it_is_marked_as_sent_is_not_sent(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    pushing = session._engine._pushing
    begin, taken = pushing._begin, []

    def taken_back_first(entries: list) -> bool:
        # Between reading the outbox and marking, in the write lane as a withdrawal is.
        if not taken:
            taken.extend(e.act["id"] for e in entries)
            session.cache.outbox.remove(*taken)
        return begin(entries)

    monkeypatch.setattr(pushing, "_begin", taken_back_first)
    made = await receive(session, 1)
    other = await receive(session, 2)
    await synced(session)
    assert made in taken
    assert [a["id"] for a in office.acts()] == [i for i in (made, other) if i not in taken]
