"""The first pull of 10,000 documents over loopback, with the window open, against the bare transfer of its pages."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import qasync
import requests
from PySide6.QtWidgets import QApplication

from desktop import signing_means
from desktop.central import oauth
from desktop.central.transport import Call, Transport
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.practice_office import PracticeAddress
from desktop.session.account import Session
from desktop.session.settings import Settings
from desktop.sync.kinds import KINDS, next_step
from desktop.workroom import Surroundings, Workroom
from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, show
from widgets.theme import Mode, Theme

TITLE = "First pull of 10,000 documents over loopback (floor: the same pages by requests, neither parsed nor stored)"
SIZE = 10_000
TICK = 0.001


@dataclass
class Pulled:
    """One first pull.

    Attributes:
        usable: seconds from signing in until the inbox has its rows' data.
        rest: seconds from then until everything is here.
        documents: seconds of that in which documents came.
        late: seconds that each tick of the window's thread came late, once the window was open.
    """

    usable: float = 0.0
    rest: float = 0.0
    documents: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    late: list[float] = field(default_factory=list)


def run(rounds: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["benchmark"])
    pulls, floors = list[Pulled](), list[float]()
    with parts.central(SIZE) as address:
        for _ in range(rounds):
            pulls.append(_in_loop(application, address))
            floors.append(_floor(address, pulls[-1].counts))
    _tell(pulls, floors)


def _tell(pulls: list[Pulled], floors: list[float]) -> None:
    counts = pulls[-1].counts
    total, documents = sum(counts.values()), counts["Document"]
    print(f"{documents} documents in {total} objects: {counts}")
    print("seconds")
    show({
        "floor": Figure("all pages by requests", tuple(floors)),
        "all": Figure("all pages pulled and stored", tuple(p.rest for p in pulls)),
        "usable": Figure("inbox usable after", tuple(p.usable for p in pulls)),
    }, "s", "floor")  # fmt: skip
    print("objects of every type a second, and documents while they came")
    show({
        "floor": Figure("all pages by requests", tuple(total / f for f in floors)),
        "all": Figure("all objects", tuple(total / p.rest for p in pulls)),
        "documents": Figure("documents", tuple(documents / p.documents for p in pulls)),
    }, "/s", "floor")  # fmt: skip
    print("how late a tick of 1 ms on the window's thread came while pulling")
    show({
        "median": Figure("median", tuple(1000 * statistics.median(p.late) for p in pulls)),
        "99": Figure("99th percentile", tuple(1000 * statistics.quantiles(p.late, n=100)[98] for p in pulls)),
        "worst": Figure("worst", tuple(1000 * max(p.late) for p in pulls)),
    }, "ms")  # fmt: skip


def _in_loop(application: QApplication, address: PracticeAddress) -> Pulled:
    """One pull on a loop of its own, as the program runs."""
    root = parts.KEPT / "first-pull"
    shutil.rmtree(root, ignore_errors=True)
    lanes = Lanes()
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    try:
        with loop:
            return loop.run_until_complete(_pull(application, root, lanes, address))
    finally:
        lanes.close()
        shutil.rmtree(root, ignore_errors=True)


async def _pull(application: QApplication, root: Path, lanes: Lanes, address: PracticeAddress) -> Pulled:
    pulled = Pulled()
    begun = time.monotonic()
    session = await parts.sessions(root, lanes, address).sign_in(address.url)
    ids = await session.workplace.ids("incoming.toReceive")
    await session.workplace.rows("incoming.toReceive", "own", ids[:40])
    pulled.usable = time.monotonic() - begun
    ends = [session.workplace.subscribe(_document_times(pulled))]
    room, showing = _open_window(application, root, lanes, address, session)
    ticking: list[asyncio.Task[None]] = []
    room.shown = lambda _: ticking.append(asyncio.create_task(_tick(pulled.late)))
    started = time.monotonic()
    await parts.all_in(session)
    pulled.rest = time.monotonic() - started
    for task in ticking:
        task.cancel()
    pulled.counts = {kind.name: session.cache.objects.size(kind.name) for kind in KINDS}
    for end in ends:
        end()
    room.leave("quit")
    await showing
    await session.close()
    return pulled


def _open_window(
    application: QApplication, root: Path, lanes: Lanes, address: PracticeAddress, session: Session
) -> tuple[Workroom, asyncio.Task[Any]]:
    """The program's own window over this session, with the incoming desk in front."""
    settings = Settings(root / "settings.json", {})
    around = Surroundings(Home.at(root), lanes, settings, Theme(application, Mode.LIGHT), Languages(application))
    room = Workroom(session, around, signing_means.at_practice(address, settings))
    room.window.show_desk("incoming")
    return room, asyncio.create_task(room.run())


def _document_times(pulled: Pulled) -> Callable[[frozenset[str]], None]:
    begun: list[float] = []

    def changed(types: frozenset[str]) -> None:
        if "Document" in types:
            begun.append(time.monotonic())
            pulled.documents = begun[-1] - begun[0]

    return changed


async def _tick(late: list[float]) -> None:
    while True:
        before = time.monotonic()
        await asyncio.sleep(TICK)
        late.append(time.monotonic() - before - TICK)


def _floor(address: PracticeAddress, counts: dict[str, int]) -> float:
    """Seconds for the same pages asked for one after another, their bytes thrown away."""
    transport = Transport()
    try:
        _, grant = oauth.sign_in(address.url, transport, Call(), browser=parts.browser(address))
    finally:
        transport.close()
    with requests.Session() as http:
        http.trust_env = False
        http.headers["Authorization"] = f"Bearer {grant.access}"
        session = http.get(f"{address.url}/.well-known/jmap").json()
        begun = time.monotonic()
        for kind in KINDS:
            position, step = 0, kind.step
            while position < counts[kind.name]:
                size = _page(http, session, kind.name, kind.sort(), position, step)
                position, step = position + step, next_step(step, step, size, 500)
        return time.monotonic() - begun


def _page(http: requests.Session, session: Any, name: str, sort: list[Any], position: int, step: int) -> int:
    account = next(iter(session["accounts"]))
    query: dict[str, Any] = {"accountId": account, "filter": {}, "position": position, "limit": step}
    query |= {"calculateTotal": True} | ({"sort": sort} if sort else {})
    ids = {"resultOf": "q", "name": f"{name}/query", "path": "/ids"}
    calls = [[f"{name}/query", query, "q"], [f"{name}/get", {"accountId": account, "#ids": ids}, "g"]]
    body = json.dumps({"using": list(session["capabilities"]), "methodCalls": calls})
    answer = http.post(session["apiUrl"], data=body, headers={"Content-Type": "application/json"})
    answer.raise_for_status()
    return len(answer.content)
