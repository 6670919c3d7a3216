"""An act that the central may hold is neither taken back nor done anew, whatever happens to it here in between."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from desktop.session.account import Session
from local_cache.errors import DiskFull
from local_cache.outbox import Entry
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced
from tests.practice.little import CLERK, INCOMING, act
from tests.sync.test_faults import lie, receive
from tests.sync.test_poison import POISON, poisonous, states

pytestmark = pytest.mark.expects_log("push.", "transfer.")
ASKED = '"properties":["outcome","reason"]'
"""What only the question for acts has in it."""


async def draft(session: Session) -> str:
    kept = await session.workplace.keep_file(b"%PDF-1.7 some", "a.pdf", "application/pdf")
    made = await session.workplace.act("draft", "Document", "new-1", {"document": {"subject": "a", "file": kept}})
    return made["id"]  # type: ignore[typeddict-item]


async def at_rest(session: Session) -> None:
    await reach(session, lambda s: s.kind == "needsYou" or (s.kind == "synced" and s.unsent == 0), anew=True)


async def test_its_file_was_lost_after_it_was_sent(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.faults.extend([Fault("cutAnswer", holding="Act/set")] * 2)
    made = await draft(session)
    await reach(session, lambda s: s.kind == "offline" and s.unsent == 1)
    entry = session.cache.outbox.get(made)
    assert entry is not None
    path = session.cache.blobs._path(entry.files[0])
    await session.close()
    path.unlink()
    session = await machine.reopen()
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]
    assert await session.workplace.unsent() == []


async def test_the_central_does_not_say_which_acts_it_holds(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.retry.FIRST", 0.01)
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.extend([Fault("cutAnswer", holding=POISON), Fault("answer", holding=ASKED, status=500)])
    made = await poisonous(session, 2)
    await at_rest(session)
    assert [a["id"] for a in office.acts()] == [made]
    assert await session.workplace.withdraw(made) == []
    office.proxy.always.clear()
    await session.workplace.retry(made)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_the_answer_passes_over_it(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(lie(lambda name, args: args.update(created={}) if name == "Act/set" else None))
    made = await receive(session, 1)
    await at_rest(session)
    assert [a["id"] for a in office.acts()] == [made]
    assert await session.workplace.withdraw(made) == []


@pytest.mark.parametrize("how", ["answer", "instead"])
async def test_a_gateway_refuses_a_token_that_is_good(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr("desktop.sync.retry.FIRST", 0.01)
    session = await machine.sign_in(office)
    await synced(session)
    seen: list[str] = []
    session.workplace.sync.subscribe(lambda status: seen.append(status.kind))
    office.proxy.faults.extend([Fault(how, holding="Act/set", status=401)] * 2)
    made = await receive(session, 1)
    await at_rest(session)
    assert [a["id"] for a in office.acts()] == [made]
    assert "signedOut" not in seen


async def test_a_gateway_refuses_a_file_each_time(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.retry.FIRST", 0.01)
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("answer", "/jmap/upload/", status=401))
    made = await draft(session)
    await reach(session, lambda s: s.kind == "needsYou", anew=True)
    assert (await states(session))[made][0] == "held"
    assert sum("/jmap/upload/" in path for _, path, _ in office.proxy.seen) < 20
    assert [a["id"] for a in await session.workplace.withdraw(made)] == [made]


async def test_another_program_holds_its_file(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.retry.FIRST", 0.01)
    session = await machine.sign_in(office)
    await synced(session)

    def denied(*_: Any) -> None:
        raise PermissionError(13, "used by another process")

    with monkeypatch.context() as patch:
        patch.setattr(session.cache.blobs, "open", denied)
        made = await draft(session)
        await reach(session, lambda s: s.kind == "needsYou", anew=True)
        assert await states(session) == {made: ("held", "fileUnreadable")}
    await session.workplace.retry(made)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made]


async def test_it_was_held_since_the_outbox_was_read(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    pushing = session._engine._pushing
    begin, once = pushing._begin, list[int]()

    def held_first(entries: list[Entry]) -> bool:
        if not once:
            once.append(1)
            reason = {"code": "secretElsewhere", "args": {}}
            session.cache.outbox.mark_many([(e.id, "held", reason) for e in entries])
        return begin(entries)

    monkeypatch.setattr(pushing, "_begin", held_first)
    await receive(session, 1)
    await reach(session, lambda s: s.kind == "needsYou", anew=True)
    assert office.acts() == []


async def test_the_disk_is_full_while_a_refused_one_is_done_anew(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    first = await receive(session, 1)
    office.visit("mai").act(act("receive", CLERK, "side-1", {"registerId": INCOMING, "number": 42}))
    office.proxy.up()
    await reach(session, lambda s: s.kind == "needsYou")

    def full(_connection: object, _ids: Iterable[str]) -> None:
        raise DiskFull

    monkeypatch.setattr("local_cache.outbox._remove", full)
    monkeypatch.setattr("desktop.session.unsent._judged", lambda *_: None)
    with pytest.raises(DiskFull):
        await session.workplace.retry(first)
    assert await states(session) == {first: ("refused", "alreadyDone")}
