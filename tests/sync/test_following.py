"""Keeping in step: events, changes, gaps in them, deletions, counts, and a first pull that is cut."""

from __future__ import annotations

import json

import pytest
import structlog

from desktop.office.acts import Refusal
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced, told
from tests.practice.little import CLERK, INCOMING, act
from tests.sync.test_faults import lie, receive


async def test_what_others_do_is_here_without_being_asked_for(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    visitor = office.visit("mai")
    visitor.act(act("receive", CLERK, "side-1", {"registerId": INCOMING, "number": None}))

    async def arrived() -> bool:
        handling = await session.workplace.get("Handling", "side-1")
        return handling is not None and handling["arrivalNumber"] == 44

    await told(session, arrived)
    assert [a["kind"] for a in await session.workplace.history("doc-1")] in (["receive"], [])


@pytest.mark.expects_log("sync.changes_lost")
async def test_lost_changes_are_made_good_and_nothing_unsent_is_lost(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.down()
    made = await receive(session, 2)
    visitor = office.visit("mai")
    visitor.act(act("receive", CLERK, "side-1", {"registerId": INCOMING, "number": None}))
    await session.close()

    # Whoever restored the central from a backup has given it another history: no state continues.
    def rewrite(data: bytes) -> bytes:
        body = json.loads(data)
        for response in body["methodResponses"]:
            if response[0].endswith("/changes"):
                response[0], response[1] = "error", {"type": "cannotCalculateChanges"}
        return json.dumps(body).encode()

    office.proxy.always.append(Fault("rewrite", change=rewrite))
    office.proxy.up()
    session = await machine.reopen()
    await synced(session)
    handling = await session.workplace.get("Handling", "side-1")
    assert handling is not None
    assert handling["arrivalNumber"] == 44
    assert [a["id"] for a in office.acts()][-1] == made
    assert await session.workplace.unsent() == []


async def test_what_is_gone_there_goes_here(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)

    def take_away(name: str, args: dict[str, object]) -> None:
        if name == "Handling/changes":
            args["destroyed"], args["newState"] = ["side-3"], "later"

    office.proxy.faults.append(lie(take_away))
    session.workplace.sync_now()

    async def gone() -> bool:
        return await session.workplace.get("Handling", "side-3") is None

    await told(session, gone)


async def test_counts_that_differ_are_repaired_and_logged(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    await session.close()
    # Someone's hand was in the cache: one is missing, one is too many, one is old.
    session = await machine.reopen()
    await session._engine.close()
    with session.cache.writing() as tx:
        tx.delete("Document", ["doc-1"])
        tx.put("Document", [{"id": "doc-x", "revision": 1}, {"id": "doc-y", "revision": 1}])
    await session.close()
    with structlog.testing.capture_logs() as logs:
        session = await machine.reopen()
        await synced(session)
    assert {"event": "sync.counts_differ", "type": "Document", "here": 6, "there": 5, "log_level": "warning"} in logs
    assert {d["id"] for d in await session.workplace.all("Document")} == {f"doc-{n}" for n in range(1, 6)}


@pytest.mark.parametrize("size", [700], indirect=False)
async def test_a_first_pull_that_is_cut_goes_on_where_it_was(machine: Machine, office: Office, size: int) -> None:
    # Everything behind the first round trip is cut at its third page.
    session = await machine.sign_in(office)
    await reach(session, lambda s: s.kind == "receiving" and s.n >= 200)
    await session.close()
    session = await machine.reopen()
    known = len(await session.workplace.all("Document"))
    assert known > 0
    before = len(office.proxy.seen)
    await synced(session)
    assert len(await session.workplace.all("Document")) == len(await session.workplace.all("Handling")) == 700
    firsts = sum(b"Register/get" in body and b"Task/query" in body for _, _, body in office.proxy.seen[before:])
    assert firsts <= 1  # the comparison of counts alone
    assert (await session.workplace.counts())["incoming.toReceive.own"] == 700


async def test_acts_go_between_two_pages_of_a_first_pull(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    made = await session.workplace.act("receive", "Handling", "side-5", {"registerId": INCOMING, "number": None})
    assert not isinstance(made, Refusal)
    await synced(session)
    assert [a["id"] for a in office.acts()] == [made["id"]]
