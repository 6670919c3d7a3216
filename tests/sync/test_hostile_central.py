"""A central that means harm, under the whole sync: it may hide or invent, and it may neither stop, break nor fill what
is here.

``TACNGHIEP_SPOIL=500`` makes a long run of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
from collections.abc import Callable
from typing import Any

import pytest

from desktop.central.errors import CentralError
from desktop.central.shapes import problem_of
from desktop.session.account import Session
from desktop.sync import following, gate
from desktop.sync.kinds import KINDS
from tests.office.faults import Fault
from tests.office.harness import PATIENCE, Machine, Office, reach, synced
from tests.office.liar import spoiled
from tests.practice.little import CLERK, INCOMING, act
from tests.sync.test_faults import lie, receive

TIMES = int(os.environ.get("TACNGHIEP_SPOIL", "25"))


async def looked(session: Session, office: Office, change: Any) -> None:
    """Have the sync look once while every answer to calls is changed."""
    loop, answered = asyncio.get_running_loop(), asyncio.Event()

    def changed(data: bytes) -> bytes:
        loop.call_soon_threadsafe(answered.set)
        return change(data)

    office.proxy.always = [Fault("rewrite", change=changed)]
    session.workplace.sync_now()
    async with asyncio.timeout(PATIENCE):
        await answered.wait()


async def well(session: Session, office: Office) -> None:
    """The central is well again, and so is everything here."""
    office.proxy.always.clear()
    # Shown or not, the state was one of trouble: only a whole new round counts.
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "synced")
    for kind in KINDS:
        for found in session.cache.objects.all(kind.name):
            assert problem_of(kind.name, found) is None


@pytest.mark.expects_log("wire.object_left_out", "sync.counts", "sync.changes", "pull.", "sync.events", "secrecy.")
async def test_nothing_that_an_answer_says_stops_or_breaks_the_sync(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    rng = random.Random(20)
    for n in range(TIMES):
        if n % 5 == 0 and n < 25:
            office.visit("mai").act(act("receive", CLERK, f"side-{1 + n // 5}", {"registerId": INCOMING}))
        await looked(session, office, lambda data: spoiled(data, rng, rng.randint(1, 4)))
    await well(session, office)
    # And work goes on.
    made = [a["id"] for a in office.acts()]
    assert len(made) == len(set(made)) == min(5, 1 + (TIMES - 1) // 5)


LIES: list[Any] = [
    {"subject": "x" * 3_000_000}, {"recipients": ["x"] * 1_000_000}, {"subject": 7}, {"file": {"name": "../../x"}},
    {"documentDate": "2026-02-31"}, {"urgency": 10**30}, {"signer": []}, {"deliveries": [None]}, {"id": "../../x"},
    {"id": "x\x00"}, {"newer": [[[[]]] * 2] * 3}, {"newer": "\ud800"}, {"newer": {"NaN": 1e300}},
]  # fmt: skip


@pytest.mark.expects_log("wire.object_left_out", "sync.counts", "sync.changes")
@pytest.mark.parametrize("change", LIES, ids=range(len(LIES)))
async def test_one_object_that_is_none_leaves_the_others_alone(machine: Machine, office: Office, change: Any) -> None:
    def rewrite(name: str, args: dict[str, Any]) -> None:
        for found in args.get("list", ()) if name == "Document/get" else ():
            if found["id"] == "doc-3":
                found.update(change)

    office.proxy.always = [lie(rewrite)]
    session = await machine.sign_in(office)
    await reach(session, lambda s: s.kind == "synced")
    known = {d["id"] for d in await session.workplace.all("Document")}
    assert known - {"doc-3"} == {"doc-1", "doc-2", "doc-4", "doc-5"}
    assert ("doc-3" in known) == ("newer" in change)
    for found in session.cache.objects.all("Document"):
        json.dumps(found, allow_nan=False).encode()
        assert problem_of("Document", found) is None
    # What is done meanwhile gets there.
    made = await receive(session, 1)
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0, anew=True)
    assert [a["id"] for a in office.acts()] == [made]


@pytest.mark.expects_log("sync.cache_failed")
async def test_what_comes_never_takes_the_room_that_work_needs(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    monkeypatch.setattr(gate, "ROOM_FOR_WORK", 1 << 60)
    office.visit("mai").act(act("receive", CLERK, "side-2", {"registerId": INCOMING}))
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "retrying" and s.code == "diskFull")
    made = await receive(session, 1)  # There is room for this.
    monkeypatch.undo()
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0)
    assert made in [a["id"] for a in office.acts()]
    shown = await session.workplace.get("Handling", "side-2")
    assert shown is not None
    assert shown["arrivalNumber"] == 44


class Endless:
    """Rewrites answers so that units never cease to change, each time to a state that it made up."""

    def __init__(self, answered: Callable[[], object]) -> None:
        self.last, self.count = "", 0
        self._answered = answered

    def __call__(self, data: bytes) -> bytes:
        body = json.loads(data)
        self._answered()
        for n, (name, args, tag) in enumerate(body["methodResponses"]):
            made_up = name == "error" and args["type"] == "cannotCalculateChanges"
            if name == "Unit/changes" or made_up:
                old = self.last if made_up else args["oldState"]
                self.count += 1
                self.last = f"made-up-{self.count}"
                said = {"oldState": old, "newState": self.last, "hasMoreChanges": True}
                nothing: dict[str, Any] = {"created": [], "updated": [], "destroyed": []}
                body["methodResponses"][n] = ["Unit/changes", {**said, **nothing}, tag]
            elif name == "error" and args["type"] == "invalidResultReference":
                body["methodResponses"][n] = ["Unit/get", {"list": [], "state": "x", "notFound": []}, tag]
        return json.dumps(body).encode()


@pytest.mark.expects_log("sync.changes_without_end", "sync.changes_in_circles", "sync.changes_lost")
async def test_changes_without_end_hold_up_no_work_and_come_to_one(
    machine: Machine, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    loop, answered = asyncio.get_running_loop(), asyncio.Event()
    endless = Endless(lambda: loop.call_soon_threadsafe(answered.set))
    office.proxy.always = [Fault("rewrite", holding="Unit/changes", change=endless)]
    session.workplace.sync_now()
    made = await receive(session, 1)
    async with asyncio.timeout(PATIENCE):
        while made not in [a["id"] for a in office.acts()]:
            await answered.wait()
            answered.clear()
    monkeypatch.setattr(following, "MOST_ASKED", 20)
    await reach(session, lambda s: s.kind == "retrying" and s.code == "wrongShape")
    office.proxy.always.clear()
    session.workplace.sync_now()
    await reach(session, lambda s: s.kind == "synced" and s.unsent == 0)


@pytest.mark.expects_log("wire.", "sync.", "pull.", "push.", "clock.")
@pytest.mark.parametrize("seed", range(max(6, TIMES // 4)))
async def test_nothing_that_a_session_says_is_more_than_an_error(machine: Machine, office: Office, seed: int) -> None:
    rng = random.Random(seed)
    spoil = Fault("rewrite", "/.well-known/jmap", change=lambda data: spoiled(data, rng, rng.randint(1, 3)))
    office.proxy.always = [spoil]
    with contextlib.suppress(CentralError):
        await (await machine.sign_in(office)).close()
    office.proxy.always.clear()
    session = await machine.sign_in(office)
    await reach(session, lambda s: s.kind == "synced")
