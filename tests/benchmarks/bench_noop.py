"""A look at the central that finds nothing new, over loopback, against the same request by requests."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests

from desktop.central import oauth
from desktop.central.transport import Call, Transport
from desktop.lanes import Lanes
from desktop.practice_office import PracticeAddress
from desktop.session.account import Session
from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, show

TITLE = "A look that finds nothing, 2,000 documents here (floor: the same request by requests, not parsed)"
SIZE = 2_000
LOOKS = 40


def run(rounds: int) -> None:
    with parts.central(SIZE) as address:
        measured = asyncio.run(_measure(address, rounds))
    looks, floors, waits, cpu, cpu_floor = (
        tuple(statistics.median(found) for found in which) for which in zip(*measured, strict=True)
    )
    print("milliseconds, medians of a round; look and floor in turn, so that what else the machine does meets both")
    show({
        "floor": Figure("the same request by requests", floors),
        "look": Figure('a look, from asking for it to "synced"', looks),
        "own": Figure("of that not waiting for the answer", tuple(a - b for a, b in zip(looks, waits, strict=True))),
        "client": Figure("look less floor", tuple(a - b for a, b in zip(looks, floors, strict=True))),
        "cpu": Figure("processor time of a look in the client", cpu),
        "cpu floor": Figure("processor time of the floor", cpu_floor),
    }, "ms", "floor")  # fmt: skip


async def _measure(address: PracticeAddress, rounds: int) -> list[tuple[list[float], ...]]:
    """Looks, floors, waits, and the processor's time for the first two, of each round, in milliseconds."""
    root = parts.KEPT / "noop"
    shutil.rmtree(root, ignore_errors=True)
    lanes = Lanes()
    session = await parts.sessions(root, lanes, address.password).sign_in(address.url)
    sent, waited = list[bytes](), list[float]()
    try:
        await parts.all_in(session)
        await _look(session)
        transport, real = session._transport, session._transport.ask

        def told(method: str, url: str, call: Call, **given: Any) -> Any:
            sent.append(given.get("body") or b"")
            begun = time.perf_counter()
            try:
                return real(method, url, call, **given)
            finally:
                waited.append(1000 * (time.perf_counter() - begun))

        transport.ask = told  # type: ignore[method-assign]
        found: list[tuple[list[float], ...]] = []
        with _signed_in(address) as http:
            for _ in range(rounds + 1):
                looks, floors, cpu, cpu_floor = list[float](), list[float](), list[float](), list[float]()
                before = len(sent)
                for _ in range(LOOKS):
                    begun = time.process_time()
                    looks.append(await _look(session))
                    between = time.process_time()
                    floors.append(await lanes.network(_floor, http, f"{address.url}/jmap/api", sent[-1]))
                    cpu.append(1000 * (between - begun))
                    cpu_floor.append(1000 * (time.process_time() - between))
                assert len(sent) - before == LOOKS, "a look took more than one round trip"
                found.append((looks, floors, waited[before:], cpu, cpu_floor))
        return found[1:]
    finally:
        await session.close()
        lanes.close()
        shutil.rmtree(root, ignore_errors=True)


async def _look(session: Session) -> float:
    """Milliseconds from asking for a look until all is in step."""
    arrived = asyncio.Event()
    end = session.workplace.sync.subscribe(lambda status: arrived.set() if status.kind == "synced" else None)
    begun = time.perf_counter()
    session.workplace.sync_now()
    async with asyncio.timeout(30):
        await arrived.wait()
    taken = 1000 * (time.perf_counter() - begun)
    end()
    await asyncio.sleep(0)
    return taken


@contextmanager
def _signed_in(address: PracticeAddress) -> Iterator[requests.Session]:
    transport = Transport()
    try:
        _, grant = oauth.sign_in(address.url, transport, Call(), browser=parts.browser(address.password))
    finally:
        transport.close()
    with requests.Session() as http:
        http.trust_env = False
        http.headers.update({
            "Authorization": f"Bearer {grant.access}", "Content-Type": "application/json", "Accept-Encoding": "gzip",
        })  # fmt: skip
        yield http


def _floor(http: requests.Session, url: str, body: bytes) -> float:
    """The same request, its answer thrown away; milliseconds."""
    begun = time.perf_counter()
    http.post(url, data=body).raise_for_status()
    return 1000 * (time.perf_counter() - begun)
