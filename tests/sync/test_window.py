"""A window of time: finished work of long ago is not kept, open work and what it names is; more comes on demand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.central.errors import Offline
from desktop.session.account import Session
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced
from tests.practice.little import COMMUNE, INCOMING, LEADER, act, document, handling, pdf
from tests.sync.world import LONG_AGO, limits, put

OLD = range(101, 111)
"""Papers of six years ago; the work on 101 is still open."""


@pytest.fixture
def archive(office: Office) -> Office:
    """The office with old papers."""
    for n in OLD:
        office.visit("ha").upload(pdf(n))
        paper = document(n, issuedAt=LONG_AGO, updatedAt=f"2020-03-{n - 90:02d}T02:00:00Z", number=n)
        state = "toHandle" if n == OLD[0] else "done"
        put(
            office,
            ("Document", paper),
            ("Handling", handling(n, state=state, updatedAt=paper["updatedAt"], arrivedAt=paper["updatedAt"])),
        )
    return office


@pytest.fixture
def machine(machine: Machine) -> Machine:
    """A machine that keeps two years."""
    machine.sessions._pace = replace(machine.sessions._pace, keep_months=24)
    return machine


async def here(session: Session, name: str) -> set[str]:
    return {o["id"] for o in await session.workplace.all(name)}


def keep(session: Session, months: int) -> None:
    pace = session._engine.pace
    session.take_pace(poll=pace.poll, cache_bytes=pace.cache_bytes, keep_months=months)


NEW_SIDES = {f"side-{n}" for n in range(1, 6)}
NEW = {f"doc-{n}" for n in range(1, 6)}


async def test_the_old_and_finished_stays_there_and_open_work_comes_with_its_paper(
    machine: Machine, archive: Office
) -> None:
    session = await machine.sign_in(archive)
    await synced(session)
    assert await here(session, "Handling") == NEW_SIDES | {"side-101"}
    assert await here(session, "Document") == NEW | {"doc-101"}
    # Finished, it is of today: it stays; and nothing is asked for by identifier any more.
    done = await session.workplace.act("finish", "Handling", "side-101", {"result": "đã lưu"})
    assert isinstance(done, dict)
    before = len(archive.proxy.seen)
    session._engine._compared = None
    await synced(session)
    assert archive.proxy.count('"doc-101"]') <= 1
    assert len(archive.proxy.seen) > before
    assert await here(session, "Document") == NEW | {"doc-101"}


async def test_the_window_moves_without_a_new_sync(machine: Machine, archive: Office) -> None:
    session = await machine.sign_in(archive)
    await synced(session)
    paper = await session.workplace.get("Document", "doc-101")
    assert paper is not None
    keep(session, 0)
    await synced(session)
    everything = {f"side-{n}" for n in OLD} | NEW_SIDES
    assert await here(session, "Handling") == everything
    assert len(await here(session, "Document")) == 15
    old = await session.workplace.get("Document", "doc-105")
    assert old is not None
    await session.workplace.file(old["file"])
    assert next(h.id for h in await session.workplace.search("thong bao so 105")) == "doc-105"

    keep(session, 24)
    await synced(session)
    assert await here(session, "Handling") == NEW_SIDES | {"side-101"}
    assert await here(session, "Document") == NEW | {"doc-101"}
    assert not session.cache.blobs.has(old["file"]["digest"])
    assert all(h.id != "doc-105" for h in await session.workplace.search("thong bao so 105"))
    firsts = sum(b"Register/get" in b and b"Task/query" in b for _, _, b in archive.proxy.seen)
    counted = sum(b'"limit":1,' in b for _, _, b in archive.proxy.seen)
    assert firsts - counted <= 1  # one first round trip, and no second one


async def test_a_window_that_is_cut_while_it_widens_goes_on(machine: Machine, archive: Office) -> None:
    session = await machine.sign_in(archive)
    await synced(session)
    archive.proxy.always.append(Fault("cut", holding='Document/get","'))
    archive.proxy.always.append(Fault("cut", holding='"ids":["doc-1'))
    keep(session, 0)
    await reach(session, lambda s: s.kind == "offline")
    await session.close()
    archive.proxy.always.clear()
    machine.sessions._pace = replace(machine.sessions._pace, keep_months=0)
    session = await machine.reopen()
    await synced(session)
    assert len(await here(session, "Document")) == 15


async def test_what_drafts_and_unsent_acts_name_stays(machine: Machine, archive: Office) -> None:
    machine.sessions._pace = replace(machine.sessions._pace, keep_months=0)
    session = await machine.sign_in(archive)
    await synced(session)
    await session.workplace.save_draft("task:doc-104", "task", {"title": "Rà soát"})
    await session.workplace.save_draft("other", "task", {"document": {"id": "doc-106"}})
    keep(session, 24)
    await synced(session)
    assert await here(session, "Document") == NEW | {"doc-101", "doc-104", "doc-106"}


async def test_older_work_comes_page_by_page_and_stays_for_a_while(
    machine: Machine, archive: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.older.PAGE", 4)
    session = await machine.sign_in(archive)
    await synced(session)
    older = session.workplace.older
    reached = await older.reached("Handling", COMMUNE)
    assert reached is not None
    assert (reached.until, reached.more) == (session._engine._since(), True)
    reached = await older.page("Handling", COMMUNE)
    assert reached is not None
    assert (reached.until, reached.came, reached.more) == ("2020-03-17T02:00:00Z", 4, True)
    assert await here(session, "Handling") == NEW_SIDES | {"side-101", *(f"side-{n}" for n in range(107, 111))}
    assert {f"doc-{n}" for n in range(107, 111)} <= await here(session, "Document")
    # Neither the counts nor the window fight it.
    session._engine._compared = None
    keep(session, 23)
    await synced(session)
    assert {"side-107", "side-110"} <= await here(session, "Handling")
    while reached is not None and reached.more:
        reached = await older.page("Handling", COMMUNE)
    assert await here(session, "Handling") == NEW_SIDES | {f"side-{n}" for n in OLD}
    # After some days it goes as it came.
    older._held.clear()
    keep(session, 22)
    await synced(session)
    assert await here(session, "Handling") == NEW_SIDES | {"side-101"}


async def test_documents_over_there_are_found_opened_and_told_of(machine: Machine, archive: Office) -> None:
    archive.visit("tam").act(act("direct", LEADER, "side-101", {"directive": "xem lại"}))
    session = await machine.sign_in(archive)
    await synced(session)
    older = session.workplace.older
    found = await older.search("thong bao so 10")
    assert [o["id"] for o in found] == [f"doc-{n}" for n in range(109, 101, -1)]  # 101 is here
    assert "doc-108" not in await here(session, "Document")
    await older.document("doc-108")
    assert "doc-108" in await here(session, "Document")
    assert "side-108" in await here(session, "Handling")
    assert await older.search("khong co gi nhu the") == []
    archive.proxy.down()
    with pytest.raises(Offline):
        await older.search("thong bao")
    with pytest.raises(Offline):
        await older.page("Handling", COMMUNE)


async def test_an_old_history_comes_when_it_is_opened(machine: Machine, archive: Office) -> None:
    with archive.central.store.writing() as writing:
        past = {
            **act("direct", LEADER, "side-101", {"directive": "xử lý"}), "documentId": "doc-101", "seq": 1,
            "receivedAt": LONG_AGO, "outcome": "accepted", "reason": None,
        }  # fmt: skip
        writing.put_act(past)
    session = await machine.sign_in(archive)
    await synced(session)
    assert await session.workplace.history("doc-101") == []
    assert await session.workplace.history_is_whole("doc-101") is False
    assert await session.workplace.history_is_whole("doc-1") is True
    archive.proxy.down()
    with pytest.raises(Offline):
        await session.workplace.fetch_history("doc-101")
    archive.proxy.up()
    await session.workplace.fetch_history("doc-101")
    assert [a["id"] for a in await session.workplace.history("doc-101")] == [past["id"]]
    assert await session.workplace.history_is_whole("doc-101") is True


async def test_what_was_asked_for_never_overwrites_what_is_newer(machine: Machine, archive: Office) -> None:
    session = await machine.sign_in(archive)
    await synced(session)
    seen: list[str] = []
    real = session._engine._lanes.write

    async def between(fn: Any, *args: Any, **more: Any) -> Any:
        if getattr(fn, "__name__", "") == "apply_unless_moved" and not seen:
            seen.append("moved")
            archive.visit("mai").act(act("finish", "p-mai", "side-101", {"result": "xong"}))
            await synced(session)
        return await real(fn, *args, **more)

    session._engine.older._lanes.write = between  # type: ignore[method-assign]
    await session.workplace.older.document("doc-101")
    session._engine.older._lanes.write = real  # type: ignore[method-assign]
    side = await session.workplace.get("Handling", "side-101")
    assert side is not None
    assert side["state"] == "done"


@pytest.mark.expects_log("pull.no_window_there")
async def test_a_central_without_these_filters_is_kept_whole(
    machine: Machine, archive: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.practice.listing.STATES", {})
    limits(monkeypatch, objects=50)
    session = await machine.sign_in(archive)
    await synced(session)
    assert await here(session, "Handling") == NEW_SIDES | {f"side-{n}" for n in OLD}
    assert len(await here(session, "Document")) == 15
    receive = act("receive", "p-mai", "side-2", {"registerId": INCOMING, "number": None})
    archive.visit("mai").act(receive)
    await synced(session)
    side = await session.workplace.get("Handling", "side-2")
    assert side is not None
    assert side["state"] == "toHandle"
