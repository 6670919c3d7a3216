"""Acts of which nobody knows whether they arrived: they are not taken back, and what is taken back is not sent."""

from __future__ import annotations

import asyncio

import pytest

from desktop.office.acts import Refusal
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


async def test_looking_now_does_not_wait_for_a_file_that_was_put_off(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    pushing, put_off = session._engine._pushing, asyncio.Event()
    pause = pushing._pause

    async def noted(seconds: float) -> None:
        put_off.set()
        await pause(seconds)

    monkeypatch.setattr(pushing, "_pause", noted)
    office.proxy.faults.append(Fault("answer", "/jmap/upload/", status=503, headers=(("Retry-After", "300"),)))
    kept = await session.workplace.keep_file(b"%PDF-1.7 " + bytes(5000), "a.pdf", "application/pdf")
    draft = {"document": {"subject": "Về việc", "file": kept, "typeCode": "TB"}}
    made = await session.workplace.act("draft", "Document", "new-1", draft)
    assert not isinstance(made, Refusal)
    async with asyncio.timeout(20):
        await put_off.wait()
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0)
    assert [a["id"] for a in office.acts()] == [made["id"]]
