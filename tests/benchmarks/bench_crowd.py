"""Thousands of people with the program open, on one process of the central: what an open stream costs, and a change."""

from __future__ import annotations

import asyncio
import os
import random
import secrets
import statistics
import time
from functools import partial
from urllib.parse import urlsplit

import psutil

from desktop.practice.ears import announce
from desktop.practice.oauth import digest
from tests.benchmarks.bench_national import Nationwide, central, deeds, grant
from tests.benchmarks.harness import Figure, show
from tests.benchmarks.visits import Batch, Connection
from tests.practice.crowd import Crowd, allow_connections, open_stream

TITLE = "Open event streams on one process: memory, and how soon a change is heard of"
COUNT = int(os.environ.get("CROWD", "5000"))


def run(rounds: int) -> None:
    del rounds
    allow_connections(2 * COUNT + 100)
    os.environ["NATIONAL_WORKERS"] = "1"
    with central() as found:
        asyncio.run(_measure(found))


async def _measure(found: Nationwide) -> None:
    base = urlsplit(found.base)
    people = random.Random(5).sample(range(found.nation.plan.accounts), min(COUNT, found.nation.plan.accounts))
    secret = {found.nation.person_id(n): secrets.token_urlsafe(32) for n in people}
    grant(found.store, {digest(token): person for person, token in secret.items()}, expired=False)
    crowd = Crowd()
    before, begun = _memory(found.office), time.monotonic()
    await crowd.gather(partial(open_stream, str(base.hostname), base.port or 0, token) for token in secret.values())
    opened = time.monotonic() - begun
    after = _memory(found.office)
    count = len(crowd.listeners)
    each = (after - before) / count / 1024
    print(f"{count} streams opened in {opened:.1f} s; {each:.0f} KB each, {after >> 20} MB in all")
    try:
        await _one_act(found, crowd)
        await _for_all(found, crowd, next(iter(secret.items())))
    finally:
        await crowd.leave()


async def _one_act(found: Nationwide, crowd: Crowd) -> None:
    """An act: until the first and the last of those whom it concerns have heard."""
    took: list[float] = []
    for deed in deeds(found, 10):
        crowd.forget()
        line, batch = Connection(found.base), Batch(deed.act["authorId"])
        batch.add("Act/set", create={"a": deed.act})
        headers = {"Authorization": f"Bearer {deed.token}", "Content-Type": "application/json"}
        await line.ask("POST", "/jmap/api", headers, batch.wire())
        answered = asyncio.get_running_loop().time()
        await asyncio.sleep(1.0)
        took += [moment - answered for listener in crowd.listeners for moment, _ in listener.events]
        line.close()
    print(f"an act is heard of by {len(took) / 10:.0f} of them")
    if took:
        show({"soon": Figure("after its answer", tuple(1000 * t for t in took))}, "ms")


async def _for_all(found: Nationwide, crowd: Crowd, somebody: tuple[str, str]) -> None:
    """A change that everybody sees, made by another process; and what a request takes meanwhile."""
    crowd.forget()
    found.store.announce = announce
    loop, asked = asyncio.get_running_loop(), list[float]()
    await asyncio.to_thread(_touch, found)
    begun = loop.time()
    line, headers = Connection(found.base), {"Authorization": f"Bearer {somebody[1]}"}
    while not all(listener.came.is_set() for listener in crowd.listeners) and loop.time() - begun < 120:
        at = loop.time()
        await line.ask("GET", "/.well-known/jmap", headers)
        asked.append(loop.time() - at)
        await asyncio.sleep(0.02)
    line.close()
    heard = [listener.events[0][0] - begun for listener in crowd.listeners if listener.events]
    print(f"a change for everybody: heard by {len(heard)}, the last after {max(heard):.1f} s")
    show({
        "half": Figure("half have heard", (statistics.median(heard),)),
        "meanwhile": Figure("a request meanwhile, p99", (statistics.quantiles(asked, n=100)[98],)),
    }, "s")  # fmt: skip


def _touch(found: Nationwide) -> None:
    with found.store.writing() as writing:
        organ = writing.get("Unit", found.nation.organ_id(0))
        assert organ is not None
        writing.put("Unit", {**organ, "revision": organ["revision"] + 1})


def _memory(process: int) -> int:
    one = psutil.Process(process)
    return sum(p.memory_info().rss for p in (one, *one.children(recursive=True)))
