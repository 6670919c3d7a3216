"""One first pull in a fresh process, with the program's own window open; says in JSON what it found.

Told on the command line: the central's address and the password of its people.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from desktop import signing_means
from desktop.garbage import Garbage
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.session.account import Session
from desktop.session.settings import Settings
from desktop.surroundings import Surroundings
from desktop.sync.kinds import KINDS
from desktop.workroom import Workroom
from tests.benchmarks import parts
from tests.benchmarks.ticking import SWITCH, tick
from widgets.theme import Mode, Theme


@dataclass
class Pulled:
    """One first pull.

    Attributes:
        usable: seconds from signing in until the inbox has its rows' data.
        rest: seconds from then until everything is here.
        documents: seconds of that in which documents came.
        late: seconds that each tick of the window's thread came late, once the window was open.
        own: the same less the time for which that thread waited for a processor that other processes had.
    """

    usable: float = 0.0
    rest: float = 0.0
    documents: float = 0.0
    counts: dict[str, int] = field(default_factory=dict)
    late: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)


def _in_loop(application: QApplication, url: str, password: str) -> Pulled:
    """One pull on a loop of its own, as the program runs."""
    root = parts.KEPT / "first-pull"
    shutil.rmtree(root, ignore_errors=True)
    lanes = Lanes()
    garbage = Garbage()
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    try:
        with loop:
            return loop.run_until_complete(_pull(application, root, lanes, url, password))
    finally:
        lanes.close()
        garbage.end()
        shutil.rmtree(root, ignore_errors=True)


async def _pull(application: QApplication, root: Path, lanes: Lanes, url: str, password: str) -> Pulled:
    pulled = Pulled()
    begun = time.monotonic()
    session = await parts.sessions(root, lanes, password).sign_in(url)
    ids = await session.workplace.ids("incoming.toReceive")
    await session.workplace.rows("incoming.toReceive", "own", ids[:40])
    pulled.usable = time.monotonic() - begun
    ends = [session.workplace.subscribe(_document_times(pulled))]
    room, showing = _open_window(application, root, lanes, session)
    ticking: list[asyncio.Task[None]] = []
    room.shown = lambda _: ticking.append(asyncio.create_task(tick(pulled.late, pulled.own)))
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
    application: QApplication, root: Path, lanes: Lanes, session: Session
) -> tuple[Workroom, asyncio.Task[Any]]:
    """The program's own window over this session, with the incoming desk in front."""
    settings = Settings(root / "settings.json", {})
    around = Surroundings(Home.at(root), lanes, settings, Theme(application, Mode.LIGHT), Languages(application))
    room = Workroom(session, around, signing_means.at_central(around.home, settings))
    room.window.show_desk("incoming")
    return room, asyncio.create_task(room.run())


def _document_times(pulled: Pulled) -> Callable[[frozenset[str]], None]:
    begun: list[float] = []

    def changed(types: frozenset[str]) -> None:
        if "Document" in types:
            begun.append(time.monotonic())
            pulled.documents = begun[-1] - begun[0]

    return changed


if __name__ == "__main__":
    sys.setswitchinterval(SWITCH)
    print(json.dumps(asdict(_in_loop(QApplication(["benchmark"]), *sys.argv[1:3]))))
