"""200 new documents with their text over a line of 300 ms and 2 Mbit/s, against what that line can carry at best."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.lanes import Lanes
from desktop.session.account import Session
from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, show
from tests.benchmarks.line_relay import RATE, ROUND_TRIP

TITLE = "200 new documents over 300 ms and 2 Mbit/s, visible (floor: the bytes at that rate, and one round trip)"
DOCUMENTS = 200
BOX = "incoming.toReceive"


@dataclass(frozen=True)
class Arrived:
    """One batch.

    Attributes:
        seconds: until every one of them was in the list.
        floor: what the bytes that came and went need at the least, with one round trip.
    """

    seconds: float
    floor: float
    kilobytes: float


class Helper:
    """A process that is told things, and answers in lines of JSON."""

    def __init__(self, module: str, *arguments: str) -> None:
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
        self.process = subprocess.Popen(
            command, cwd=parts.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.said = self._answer()

    def ask(self, words: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        while line := self.process.stdout.readline():
            if line.startswith("{"):
                return json.loads(line)
        raise RuntimeError("a helper ended")

    def stop(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


@contextmanager
def line() -> Iterator[tuple[Helper, Helper, str]]:
    """A central, the line to it, and the address at the near end."""
    folder = parts.KEPT / "line-office-at-work"
    office = Helper("line_office", str(parts.KEPT / "line-office"), str(folder))
    relay = Helper("line_relay", str(office.said["port"]))
    url = f"http://127.0.0.1:{relay.said['port']}"
    try:
        office.ask(f"base {url}")
        yield office, relay, url
    finally:
        relay.stop()
        office.stop()
        shutil.rmtree(folder, ignore_errors=True)


def run(rounds: int) -> None:
    asked, told = list[Arrived](), list[Arrived]()
    with line() as (office, relay, url):
        asyncio.run(_measure(office, relay, url, rounds, asked, told))
    print(f"{DOCUMENTS} documents in {asked[-1].kilobytes:.0f} KB up and down")
    for words, found, floor in (
        ("when the central is asked, the connection warm", asked, "the line's floor"),
        ("from the moment the central tells of them (its word itself needs half a round trip)", told, "floor"),
    ):
        print(words)
        show({
            "floor": Figure(floor, tuple(a.floor for a in found)),
            "visible": Figure("all visible", tuple(a.seconds for a in found)),
        }, "s", "floor")  # fmt: skip


async def _measure(
    office: Helper, relay: Helper, url: str, rounds: int, asked: list[Arrived], told: list[Arrived]
) -> None:
    root = parts.KEPT / "line"
    shutil.rmtree(root, ignore_errors=True)
    lanes = Lanes()
    try:
        session = await parts.sessions(root, lanes, office.said["password"]).sign_in(url)
        await parts.all_in(session)
        await asyncio.sleep(2)  # The ear for events is open by then.
        for _ in range(rounds):
            told.append(await _arrive(session, office, relay, listening=True))
            asked.append(await _arrive(session, office, relay, listening=False))
        await session.close()
    finally:
        lanes.close()
        shutil.rmtree(Path(root), ignore_errors=True)


async def _arrive(session: Session, office: Helper, relay: Helper, *, listening: bool) -> Arrived:
    """Let a batch arrive; where nobody listens for events, ask a moment later, as F5 does."""
    workplace = session.workplace
    wanted = len(await workplace.ids(BOX)) + DOCUMENTS
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()
    end = workplace.subscribe(lambda _: changed.set())
    if not listening:
        await loop.run_in_executor(None, office.ask, "quiet")
    before = await loop.run_in_executor(None, relay.ask, "count")
    at = (await loop.run_in_executor(None, office.ask, f"arrive {DOCUMENTS}"))["at"]
    if not listening:
        at = time.monotonic()
        workplace.sync_now()
    while len(ids := await workplace.ids(BOX)) < wanted or not await _whole(session, ids):
        changed.clear()
        await changed.wait()
    seconds = time.monotonic() - at
    after = await loop.run_in_executor(None, relay.ask, "count")
    end()
    await asyncio.sleep(1.5)
    moved = {way: after[way] - before[way] for way in ("up", "down")}
    floor = sum(moved.values()) / RATE + ROUND_TRIP
    return Arrived(seconds, floor, sum(moved.values()) / 1000)


async def _whole(session: Session, ids: Any) -> bool:
    """Whether the newest rows have their documents."""
    rows = await session.workplace.rows(BOX, "own", ids[:DOCUMENTS])
    return all(row["document"] is not None for row in rows)
