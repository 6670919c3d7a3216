"""A practice central behind a proxy with faults, a browser that signs in by itself, and profiles to open."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from desktop.lanes import Lanes
from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import sqlite_url
from desktop.session.account import Session
from desktop.session.profile import Account
from desktop.session.sessions import Sessions
from desktop.session.settings import Settings
from desktop.sync.engine import Pace
from desktop.sync.status import SyncStatus
from local_cache.keys import MasterKey
from tests.office.faults import FaultProxy
from tests.practice.conftest import Visitor, build, ticket_in

PATIENCE = 30.0


class Office:
    """A central, its proxy, and whoever visits it beside the program under test."""

    def __init__(self, central: Central, proxy: FaultProxy, direct: str) -> None:
        self.central = central
        self.proxy = proxy
        self.direct = direct
        self._visitors: dict[str, Visitor] = {}

    @property
    def url(self) -> str:
        return self.proxy.base

    def visit(self, username: str) -> Visitor:
        """Somebody else at work, past the proxy."""
        if username not in self._visitors:
            visitor = Visitor(self.direct, username)
            visitor.session["apiUrl"] = f"{self.direct}/jmap/api"
            self._visitors[username] = visitor
        return self._visitors[username]

    def acts(self) -> list[dict[str, Any]]:
        """Every act that the central holds, in its order."""
        with self.central.store.reading() as reading:
            return sorted(reading.all_of("Act"), key=lambda a: a["seq"])

    def close(self) -> None:
        for visitor in self._visitors.values():
            visitor.close()


@pytest.fixture
def size() -> int:
    """Documents in the office; a test that wants others overrides it."""
    return 5


@pytest.fixture
def office(tmp_path: Path, size: int) -> Iterator[Office]:
    """A running central with a little office in it."""
    proxy = FaultProxy()
    listening = loopback_socket()
    central = build(sqlite_url(tmp_path / "central.db"), tmp_path / "central", proxy.base, size)
    proxy.target = ("127.0.0.1", listening.getsockname()[1])
    with RunningServer(create_app(central), central, listening):
        office = Office(central, proxy, address(listening))
        try:
            yield office
        finally:
            office.close()
            proxy.close()
    central.close()


def browser_of(username: str, *, wrong: bool = False) -> Callable[[str], None]:
    """A browser in which ``username`` signs in by the central's page, as soon as it opens."""

    def visit(url: str) -> None:
        with requests.Session() as http:
            http.trust_env = False
            page = http.get(url)
            fields = {"ticket": ticket_in(page.text), "username": username, "password": "thuchanh"}
            if not wrong:
                http.post(url, data=fields)

    def browser(url: str) -> None:
        threading.Thread(target=visit, args=(url,), name="browser", daemon=True).start()

    return browser


class Machine:
    """One machine with this program on it: lanes, settings, profiles and their keys."""

    def __init__(self, root: Path, username: str = "mai") -> None:
        self.root = root
        self.lanes = Lanes()
        # Nothing moves that a test has not asked for.
        self.settings = Settings(root / "settings.json", {"prefetch": False})
        self.keys: dict[str, bytes] = {}
        self.username = username
        self.sessions = self._sessions()
        self.open: list[Session] = []

    def _sessions(self) -> Sessions:
        return Sessions(
            self.root / "profiles", self.lanes, self.settings, self._unlock,
            browser=lambda url: browser_of(self.username)(url), pace=Pace(poll=600.0, poll_deaf=600.0),
        )  # fmt: skip

    async def _unlock(self, account: Account, _folder: Path) -> MasterKey:
        return MasterKey(self.keys.setdefault(account.key, bytes(range(32))))

    async def sign_in(self, office: Office, **options: Any) -> Session:
        session = await self.sessions.sign_in(office.url, patience=PATIENCE, **options)
        self.open.append(session)
        return session

    async def reopen(self) -> Session:
        """As after a new start of the program."""
        session = await self.sessions.open(self.sessions.accounts.all()[0])
        self.open.append(session)
        return session

    async def close(self) -> None:
        for session in self.open:
            await session.close()
        self.lanes.close()


@pytest.fixture
async def machine(tmp_path: Path) -> AsyncIterator[Machine]:
    """The clerk's machine."""
    machine = Machine(tmp_path / "machine")
    yield machine
    await machine.close()


@asynccontextmanager
async def another_machine(root: Path, username: str) -> AsyncIterator[Machine]:
    """Somebody else's machine."""
    machine = Machine(root, username)
    try:
        yield machine
    finally:
        await machine.close()


async def reach(session: Session, wanted: Callable[[SyncStatus], bool], *, anew: bool = False) -> SyncStatus:
    """Wait until the sync says so; ``anew`` does not take what it says already."""
    sync = session.workplace.sync
    arrived: asyncio.Future[SyncStatus] = asyncio.get_running_loop().create_future()

    def look(status: SyncStatus) -> None:
        if wanted(status) and not arrived.done():
            arrived.set_result(status)

    unsubscribe = sync.subscribe(look)
    if not anew:
        look(sync.state)
    try:
        async with asyncio.timeout(PATIENCE):
            return await arrived
    except TimeoutError:
        raise AssertionError(f"still {sync.state}") from None
    finally:
        unsubscribe()


async def synced(session: Session) -> SyncStatus:
    """Have it look now, and wait until all is in step."""
    session.workplace.sync_now()
    return await reach(session, lambda s: s.kind == "synced" and s.unsent == 0, anew=True)


async def told(session: Session, wanted: Callable[[], Any]) -> None:
    """Wait until a change makes the coroutine ``wanted`` give something true."""
    woken = asyncio.Event()
    unsubscribe = session.workplace.subscribe(lambda _: woken.set())
    try:
        async with asyncio.timeout(PATIENCE):
            while not await wanted():
                await woken.wait()
                woken.clear()
    finally:
        unsubscribe()
