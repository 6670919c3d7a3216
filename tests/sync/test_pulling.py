"""Centrals that change, shrink, go back, go in circles or count wrongly: what is here ends as what is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import structlog

from desktop.session.account import Session
from tests.office.faults import Fault
from tests.office.harness import Machine, Office, reach, synced, told
from tests.practice.little import CLERK, LEADER, act, document, handling
from tests.sync.test_faults import lie, receive
from tests.sync.world import limits, put, roles

TYPES = ("Unit", "Person", "Register", "Handling", "Document", "Task", "ScheduleEntry", "Act")


async def agrees(session: Session, office: Office) -> bool:
    """Whether the cache holds what the central has for the clerk, object by object."""
    mai = office.visit("mai")
    for name in TYPES:
        ids = mai.call(f"{name}/query")["ids"]
        there = {}
        for start in range(0, len(ids), 10):
            there.update((o["id"], o) for o in mai.call(f"{name}/get", ids=ids[start : start + 10])["list"])
        here = {o["id"]: o for o in session.cache.objects.all(name)}
        assert {i: o.get("revision", 0) for i, o in here.items()} == {
            i: o.get("revision", 0) for i, o in there.items()
        }, name
    return True


async def an_hour_later(session: Session) -> None:
    """Counts are compared once more."""
    session._engine._compared = None
    await synced(session)


# -- what the central takes at once


@pytest.mark.parametrize("size", [20])
@pytest.mark.parametrize(
    ("small", "told"),
    [
        ({"objects": 7}, True),
        ({"calls": 4}, True),
        ({"size": 2000}, True),
        ({"objects": 1, "calls": 8}, False),
        ({"size": 2000}, False),
    ],
)
async def test_a_central_that_takes_little_is_asked_for_little(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch, small: dict[str, int], told: bool
) -> None:
    limits(monkeypatch, told=told, **small)
    session = await machine.sign_in(office)
    assert session.workplace.me.id == CLERK
    await synced(session)
    for n in range(1, 10):
        office.visit("tam").act(act("direct", LEADER, f"side-{n}", {"directive": "xử lý ngay"}))
    await synced(session)
    limits(monkeypatch)
    assert await agrees(session, office)


@pytest.mark.parametrize("size", [220])
@pytest.mark.parametrize("told", [True, False])
async def test_limits_that_shrink_under_way_lose_no_place(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    session = await machine.sign_in(office)
    await reach(session, lambda s: s.kind == "receiving" and s.n >= 130)
    limits(monkeypatch, objects=10, calls=6, told=told)
    before = len(office.proxy.seen)
    await synced(session)
    assert await agrees(session, office)
    first_pages = sum(b'"position":0' in b and b"Handling/query" in b for _, _, b in office.proxy.seen[before:])
    assert first_pages == 0  # it went on where it was


async def test_a_session_state_that_always_differs_costs_one_question(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)

    def another(data: bytes) -> bytes:
        return json.dumps({**json.loads(data), "sessionState": "never-the-same-as-told"}).encode()

    office.proxy.always.append(Fault("rewrite", change=another))
    before = len(office.proxy.seen)
    for _ in range(4):
        await synced(session)
    asked = [path for _, path, _ in office.proxy.seen[before:]]
    assert asked.count("/.well-known/jmap") == 1


@pytest.mark.expects_log("sync.")
async def test_another_persons_account_is_not_laid_over_this_one(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    before = await session.workplace.all("Handling")

    def somebody_else(data: bytes) -> bytes:
        return data.replace(b'"p-mai"', b'"p-tam"')

    office.proxy.always.append(Fault("rewrite", where="/.well-known/jmap", change=somebody_else))
    limits(monkeypatch, objects=499)  # the session is asked for again
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind in ("synced", "retrying"), anew=True)
    session.workplace.sync_now()
    status = await reach(session, lambda s: s.kind == "retrying")
    assert status.code == "accountMissing"
    assert await session.workplace.all("Handling") == before


# -- states


@pytest.mark.expects_log("sync.changes_in_circles", "sync.changes_lost")
@pytest.mark.parametrize("moving", [True, False])
async def test_changes_without_end_end_in_a_comparison(machine: Machine, office: Office, moving: bool) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    states = {"n": 0}

    def circle(name: str, args: dict[str, Any]) -> None:
        if name == "Handling/changes":
            states["n"] += 1
            args["hasMoreChanges"] = True
            args["newState"] = f"turn-{states['n'] % 3}" if moving else args["oldState"]

    def any_state(data: bytes) -> bytes:
        """The central would not know the states that were made up."""
        body = json.loads(data)
        for answer in body["methodResponses"]:
            kind = answer[1].get("type") if answer[0] == "error" else ""
            empty = {"accountId": "p-mai", "state": "s", "list": [], "notFound": []}
            if kind == "invalidResultReference":
                answer[0], answer[1] = "Handling/get", empty
            elif kind == "cannotCalculateChanges":
                nothing = {"created": [], "updated": [], "destroyed": []}
                answer[0], answer[1] = "Handling/changes", {"oldState": f"turn-{states['n'] % 3}", **nothing}
            if answer[0] == "Handling/changes":
                circle(answer[0], answer[1])
        return json.dumps(body).encode()

    office.visit("tam").act(act("direct", LEADER, "side-2", {"directive": "xử lý"}))
    office.proxy.always.append(Fault("rewrite", holding="Handling/changes", change=any_state))
    before = len(office.proxy.seen)
    await synced(session)
    assert len(office.proxy.seen) - before < 25
    office.proxy.always.clear()
    await synced(session)
    assert await agrees(session, office)


@pytest.mark.expects_log("sync.changes_lost")
async def test_a_central_that_was_set_back_is_followed_back(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    await session._engine.close()
    with session.cache.writing() as tx:
        cursor = tx.cursor("Handling")
        assert cursor is not None
        epoch, mark, change = cursor.state.split(".")
        tx.set_cursor("Handling", f"{epoch}.{mark}.{int(change) + 1000}", True, cursor.position)
        tx.put("Handling", [{**handling(1), "revision": 9, "state": "done"}, handling(77)])
    await session.close()
    session = await machine.reopen()
    await synced(session)
    assert await agrees(session, office)


async def test_created_and_destroyed_in_one_answer_is_gone(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)

    def both(name: str, args: dict[str, Any]) -> None:
        if name == "Handling/changes":
            args.update(created=["never-seen"], destroyed=["never-seen", "side-4"], newState=args["newState"] + "0")
        if name == "Handling/get" and not args["list"]:
            args["notFound"] = ["never-seen"]

    office.proxy.faults.append(lie(both))
    session.workplace.sync_now()

    async def gone() -> bool:
        return await session.workplace.get("Handling", "side-4") is None

    await told(session, gone)
    assert await session.workplace.get("Handling", "never-seen") is None


# -- pages


@pytest.mark.parametrize("size", [250])
async def test_a_page_that_fails_is_asked_for_again_and_none_before_it(machine: Machine, office: Office) -> None:
    seen = {"n": 0}

    def third(data: bytes) -> bytes:
        seen["n"] += 1
        if seen["n"] in (2, 3):
            body = json.loads(data)
            body["methodResponses"][-1] = ["error", {"type": "serverFail"}, body["methodResponses"][-1][2]]
            return json.dumps(body).encode()
        return data

    office.proxy.always.append(Fault("rewrite", holding='Document/query","', change=third))
    office.proxy.always.append(Fault("rewrite", holding='"Document/query",{"accountId":"p-mai","filter"', change=third))
    session = await machine.sign_in(office)
    await reach(session, lambda s: s.kind == "retrying")
    session.workplace.sync_now()
    await synced(session)
    assert seen["n"] > 3
    assert await agrees(session, office)


@pytest.mark.expects_log("sync.counts_differ")
@pytest.mark.parametrize("size", [200])
async def test_what_slips_between_two_pages_is_found_by_its_count(machine: Machine, office: Office) -> None:
    def skip(name: str, args: dict[str, Any]) -> None:
        """As when something before this page went away while the pages were read."""
        if name == "Handling/query" and args["position"] > 0 and len(args["ids"]) > 20:
            args["ids"] = args["ids"][3:]
        if name == "Handling/get":
            args["list"] = args["list"][3:] if len(args["list"]) > 20 else args["list"]

    office.proxy.faults.append(Fault("rewrite", holding='"position":120', change=lie(skip).change))
    session = await machine.sign_in(office)
    await reach(session, lambda s: s.kind == "receiving")
    put(office, ("Document", document(900)), ("Handling", handling(900, arrivedAt="2026-11-22T01:00:00Z")))
    await synced(session)
    assert await agrees(session, office)


@pytest.mark.expects_log("sync.counts_")
async def test_a_central_that_counts_wrongly_is_not_compared_with_for_ever(machine: Machine, office: Office) -> None:
    def more(name: str, args: dict[str, Any]) -> None:
        if name == "Document/query" and "total" in args:
            args["total"] += 1

    office.proxy.always.append(lie(more))
    session = await machine.sign_in(office)
    with structlog.testing.capture_logs() as logs:
        await synced(session)
        for _ in range(6):
            await an_hour_later(session)
    compared = [entry for entry in logs if entry["event"] == "sync.compared"]
    assert 1 <= len(compared) <= 3
    assert await agrees(session, office)


@pytest.mark.expects_log("pull.type_unknown_there")
async def test_a_type_may_go_and_come(machine: Machine, office: Office) -> None:
    def without(data: bytes) -> bytes:
        body = json.loads(data)
        for answer in body["methodResponses"]:
            if answer[0].startswith("Register/"):
                answer[0], answer[1] = "error", {"type": "unknownMethod"}
        return json.dumps(body).encode()

    fault = Fault("rewrite", change=without)
    office.proxy.always.append(fault)
    session = await machine.sign_in(office)
    await synced(session)
    assert await session.workplace.all("Register") == []
    office.proxy.always.clear()
    await an_hour_later(session)
    await synced(session)
    assert await agrees(session, office)
    office.proxy.always.append(fault)
    await synced(session)
    assert len(await session.workplace.all("Register")) == 2  # kept, and shown


# -- rights


@pytest.mark.expects_log("sync.changes_lost")
async def test_what_may_no_longer_be_seen_leaves_with_its_files_and_its_words(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    session._engine.pace = replace(session._engine.pace, scrub=0.0)
    await receive(session, 1)
    await synced(session)
    office.visit("tam").act(act("direct", LEADER, "side-1", {"directive": "Văn phòng tham mưu"}))
    await synced(session)
    kept = await session.workplace.get("Document", "doc-1")
    assert kept is not None
    await session.workplace.file(kept["file"])
    note = await session.workplace.keep_file(b"%PDF-1.7 ghi", "ghi.pdf", "application/pdf")
    await session.workplace.save_draft("note", "note", {"about": "doc-1", "file": note})
    assert [h.id for h in await session.workplace.search("thong bao so 1")][:1] == ["doc-1"]

    roles(office, "specialist")
    await synced(session)
    assert await session.workplace.all("Handling") == await session.workplace.all("Document") == []
    assert {a["authorId"] for a in await session.workplace.all("Act")} == {CLERK}
    assert [h for h in await session.workplace.search("thong bao") if h.type == "Document"] == []
    assert not session.cache.blobs.has(kept["file"]["digest"])
    assert session.cache.blobs.has(note["digest"])
    assert await session.workplace.load_draft("note") is not None
    assert session.cache.preferences.get("scrubDue") is None

    roles(office, "clerk")
    await synced(session)
    assert await agrees(session, office)


async def test_a_file_that_another_document_names_stays(machine: Machine, office: Office) -> None:
    twin = {**document(9), "file": document(1)["file"]}
    put(office, ("Document", twin), ("Handling", handling(9)))
    session = await machine.sign_in(office)
    await synced(session)
    await session.workplace.file(twin["file"])

    def take(object_id: str) -> Callable[[str, dict[str, Any]], None]:
        def change(name: str, args: dict[str, Any]) -> None:
            if name == "Document/changes":
                args.update(destroyed=[object_id], newState=args["newState"] + "0")

        return change

    for object_id, stays in (("doc-1", True), ("doc-9", False)):
        office.proxy.faults.append(Fault("rewrite", holding="Document/changes", change=lie(take(object_id)).change))
        session.workplace.sync_now()

        async def gone(which: str = object_id) -> bool:
            return await session.workplace.get("Document", which) is None

        await told(session, gone)
        assert session.cache.blobs.has(twin["file"]["digest"]) is stays
        # The states were made up: the central's own are taken up again.
        with session.cache.writing() as tx:
            tx.set_cursor("Document", office.visit("mai").state("Document"), True, 0)


@pytest.mark.expects_log("sync.changes_lost", "push.")
async def test_an_unsent_act_on_what_was_taken_away_is_kept_and_not_shown_as_done(
    machine: Machine, office: Office
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    office.proxy.always.append(Fault("answer", holding="Act/set", status=500))
    made = await receive(session, 1)
    await reach(session, lambda s: s.kind == "needsYou")
    shown = await session.workplace.get("Handling", "side-1")
    assert shown is not None
    assert shown["state"] == "toHandle"
    roles(office, "specialist")
    await told(session, lambda: _is_gone(session, "side-1"))
    assert [(u["act"]["id"], u["state"]) for u in await session.workplace.unsent()] == [(made, "held")]
    office.proxy.always.clear()
    await session.workplace.retry(made)
    await reach(session, lambda s: s.kind == "needsYou", anew=True)
    unsent = await session.workplace.unsent()
    assert [(u["act"]["id"], u["state"]) for u in unsent] == [(made, "refused")]


async def _is_gone(session: Session, handling_id: str) -> bool:
    return await session.workplace.get("Handling", handling_id) is None


@pytest.mark.expects_log("sync.counts_differ")
async def test_a_scrub_that_a_kill_prevented_is_done_after_the_next_start(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)

    def take_away(name: str, args: dict[str, object]) -> None:
        if name == "Document/changes":
            args["destroyed"], args["newState"] = ["doc-3"], "later"

    office.proxy.faults.append(lie(take_away))
    session.workplace.sync_now()

    async def gone() -> bool:
        return await session.workplace.get("Document", "doc-3") is None

    await told(session, gone)
    assert session.cache.preferences.get("scrubDue") is True
    await session.close()
    session = await machine.reopen()
    assert session.cache.preferences.get("scrubDue") is True
    session._engine.pace = replace(session._engine.pace, scrub=0.0)
    with session.cache.writing() as tx:
        tx.set_cursor("Document", office.visit("mai").state("Document"), True, 0)
    await synced(session)
    assert session.cache.preferences.get("scrubDue") is None
