"""What benchmarks share: a practice central of a given size, a browser that signs in by itself, a filled profile.

The practice office and the profile are made once and kept in the system's temporary folder, under
``tacnghiep-benchmarks``; remove that folder to have them made anew.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from desktop import practice_office
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.practice_office import PracticeAddress
from desktop.session.account import Session
from desktop.session.sessions import Sessions
from desktop.session.settings import Settings
from desktop.sync.engine import Pace
from tests.benchmarks.moments import FixedKey

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(tempfile.gettempdir()) / "tacnghiep-benchmarks"
CLERK = "mai"
"""Văn thư of the commune's party office: the person with the most to receive."""

PATIENCE = 600.0


@contextmanager
def central(size: int) -> Iterator[PracticeAddress]:
    """A practice central of ``size`` documents in a process of its own, its people quiet."""
    data = KEPT / f"office-{size}"
    data.mkdir(parents=True, exist_ok=True)
    office = practice_office.start(data, KEPT / "office.log", size=size, quiet=True)
    try:
        yield office.address
    finally:
        office.stop()


def browser(password: str, username: str = CLERK) -> Callable[[str], None]:
    """A browser in which ``username`` signs in by the central's page as soon as it opens."""

    def visit(url: str) -> None:
        with requests.Session() as http:
            http.trust_env = False
            ticket = http.get(url).text.partition('name="ticket" value="')[2].partition('"')[0]
            http.post(url, data={"ticket": ticket, "username": username, "password": password})

    return lambda url: threading.Thread(target=visit, args=(url,), name="browser", daemon=True).start()


def sessions(root: Path, lanes: Lanes, password: str) -> Sessions:
    """The accounts under ``root``, as the program opens them; nothing is looked at again while measuring."""
    settings = Settings(root / "settings.json", {})
    pace = Pace(poll=3600.0, poll_deaf=3600.0)
    return Sessions(Home.at(root).accounts, lanes, settings, FixedKey(), browser=browser(password), pace=pace)


async def all_in(session: Session) -> None:
    """Wait until everything has been pulled."""
    arrived = asyncio.Event()
    sync = session.workplace.sync
    end = sync.subscribe(lambda status: arrived.set() if status.kind in ("synced", "needsYou") else None)
    try:
        if sync.state.kind not in ("synced", "needsYou"):
            async with asyncio.timeout(PATIENCE):
                await arrived.wait()
    finally:
        end()


def filled_profile(size: int) -> Path:
    """A profile that has pulled ``size`` documents, its central gone: the line is down when it is opened."""
    root = KEPT / f"profile-{size}"
    mark = root / "filled"
    if not mark.exists():
        with central(size) as address:
            asyncio.run(_fill(root, address))
        mark.touch()
    return root


async def _fill(root: Path, address: PracticeAddress) -> None:
    lanes = Lanes()
    try:
        session = await sessions(root, lanes, address.password).sign_in(address.url)
        await all_in(session)
        await session.close()
    finally:
        lanes.close()


@dataclass(frozen=True)
class Started:
    """What a fresh process said of itself: seconds since it was started, and MB of memory, by name of the moment."""

    seconds: dict[str, float]
    megabytes: dict[str, float]


def fresh(module: str, *arguments: str) -> str:
    """Run ``python -m tests.benchmarks.MODULE`` in a fresh process; what it said.

    Modules are compiled, as they are in an installed program, whatever the environment of this process says.

    Raises:
        RuntimeError: it failed.
    """
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    around = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    around |= {"PYTHONPYCACHEPREFIX": str(KEPT / "compiled"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=ROOT, env=around, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{module} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def start(module: str, *arguments: str) -> Started:
    """Run a module that tells its moments by `moments.say`."""
    begun = time.monotonic()
    seconds, megabytes = dict[str, float](), dict[str, float]()
    for line in fresh(module, *arguments).splitlines():
        if line.startswith("moment "):
            _, name, at, memory = line.split()
            seconds[name], megabytes[name] = float(at) - begun, float(memory)
    return Started(seconds, megabytes)
