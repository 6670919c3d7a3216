"""One person's program without a window, as the fault schedules use it: real session, cache, outbox and sync.

``Client`` does what it is told on the loop it runs on; ``serve`` is a process of its own with one client in it, which
may be killed at any instant.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from desktop.central.errors import CentralError
from desktop.logs import open_log
from desktop.office.acts import Refusal
from desktop.session.account import Session
from desktop.session.profile import Account
from desktop.sync.status import SyncStatus
from local_cache import MasterKey
from local_cache.errors import CacheError
from tests.office.deeds import SIGHT_TYPES, Chooser, Sight, by_id
from tests.office.harness import Machine

Command = dict[str, Any]
Reply = dict[str, Any]
NUDGE = 0.02
"""Seconds after which a client that waits to try again is told to try now."""


class Desk(Machine):
    """A machine whose one key is given."""

    def __init__(self, root: Path, username: str, key: bytes) -> None:
        super().__init__(root, username)
        self.key = key

    async def _unlock(self, account: Account, _folder: Path) -> MasterKey:
        return MasterKey(self.key)


class Client:
    """The program of one person on one machine."""

    def __init__(self, root: Path, username: str, key: bytes) -> None:
        self.desk = Desk(root, username, key)
        self.session: Session | None = None

    async def open(self) -> Reply:
        """Start as after a new start of the program."""
        try:
            self.session = await self.desk.reopen()
        except (CacheError, CentralError, OSError) as problem:
            return {"failed": getattr(problem, "code", type(problem).__name__)}
        return {"opened": asdict(self.session.cache.opened)["cache_renewed"]}

    async def close(self) -> None:
        await self.desk.close()

    def drop(self) -> None:
        """Let the files go, and nothing else: the lanes have been closed."""
        for session in {s for s in (self.session, *self.desk.open) if s is not None}:
            session.cache.close()

    async def obey(self, command: Command) -> Reply:
        """Do one thing: {"do": name of a method below, ...}."""
        if self.session is None and command["do"] != "open":
            return {"failed": "notOpen"}
        try:
            return await getattr(self, f"do_{command['do']}")(command)
        except (CacheError, CentralError) as problem:
            return {"failed": problem.code}

    @property
    def _here(self) -> Session:
        assert self.session is not None
        return self.session

    # -- work

    async def do_open(self, _command: Command) -> Reply:
        return await self.open()

    async def do_act(self, command: Command) -> Reply:
        """Do one deed, as its seed chooses among what is allowed here."""
        workplace, rng = self._here.workplace, random.Random(command["seed"])
        objects = {name: by_id(await workplace.all(name)) for name in SIGHT_TYPES}
        chooser = Chooser(Sight(workplace.me, objects), rng, command["token"], command["new"], command["bytes"])
        deed = chooser.choose(command["kinds"])
        if deed is None:
            return {"nothing": True}
        payload = deed.payload
        if deed.file is not None:
            name = f"{command['token']}.pdf"
            payload = deed.with_file(await workplace.keep_file(deed.file, name, "application/pdf"))
        done = await workplace.act(
            deed.kind, deed.subject_type, deed.subject_id, payload, digest=deed.digest, draft_key=command.get("draft")
        )
        return {"refused": done.code} if isinstance(done, Refusal) else {"act": dict(done)}

    async def do_draft(self, command: Command) -> Reply:
        await self._here.workplace.save_draft(command["key"], "document", {"subject": command["token"]})
        return {"saved": command["key"]}

    async def do_unsent(self, _command: Command) -> Reply:
        return {"unsent": await self._here.workplace.unsent()}

    async def do_withdraw(self, command: Command) -> Reply:
        return {"taken": [a["id"] for a in await self._here.workplace.withdraw(command["act"])]}

    async def do_retry(self, command: Command) -> Reply:
        again = await self._here.workplace.retry(command["act"])
        return {"again": again["id"] if isinstance(again, dict) else None}

    async def do_read(self, command: Command) -> Reply:
        """Open a file, as a clerk who turns to a document."""
        documents = sorted(await self._here.workplace.all("Document"), key=lambda d: d["id"])
        files = [d["file"] for d in documents if d.get("file")]
        if not files:
            return {"nothing": True}
        file = random.Random(command["seed"]).choice(files)
        try:
            data = await self._here.workplace.file(file)
        except Exception as problem:
            if type(problem).__name__ != "NotThere":
                raise
            return {"failed": "notThere"}
        return {"read": file["digest"], "bytes": len(data)}

    async def do_nudge(self, _command: Command) -> Reply:
        self._here.workplace.sync_now()
        return {}

    # -- coming to rest

    async def do_settle(self, command: Command) -> Reply:
        """Wait until everything is in step and nothing waits to be sent, trying again at once whenever it fails."""
        try:
            async with asyncio.timeout(command["patience"]):
                while True:
                    await self._round()
                    states = [u["state"] for u in await self._here.workplace.unsent()]
                    stuck = self._here.workplace.sync.state.kind == "needsYou"  # What waits stands behind what is held.
                    if not ({"sending"} if stuck else {"waiting", "sending"}).intersection(states):
                        return {"settled": True, "states": states}
        except TimeoutError:
            status = self._here.workplace.sync.state
            unsent = [(u["act"]["id"], u["act"]["kind"], u["state"]) for u in await self._here.workplace.unsent()]
            return {"settled": False, "status": str(status), "unsent": unsent}

    async def _round(self) -> None:
        """Until the sync next says that it is done."""
        sync, loop = self._here.workplace.sync, asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        signed_out = asyncio.Event()

        def look(status: SyncStatus) -> None:
            if status.kind in ("synced", "needsYou") and not done.done():
                done.set_result(None)
            elif status.kind in ("offline", "retrying"):
                loop.call_later(NUDGE, self._here.workplace.sync_now)
            elif status.kind == "signedOut":
                signed_out.set()

        async def sign_in() -> None:
            while True:
                await signed_out.wait()
                signed_out.clear()
                try:
                    await self._here.sign_in_again(patience=5.0)
                except CentralError:
                    loop.call_later(NUDGE, signed_out.set)  # As a person would: once more.

        unsubscribe = sync.subscribe(look)
        signing_in = asyncio.create_task(sign_in())
        try:
            if sync.state.kind not in ("synced", "needsYou"):
                look(sync.state)
            self._here.workplace.sync_now()
            await done
        finally:
            unsubscribe()
            signing_in.cancel()
            await asyncio.gather(signing_in, return_exceptions=True)

    # -- what is here

    async def do_dump(self, _command: Command) -> Reply:
        """Everything: base state by type, what is laid over it, outbox, drafts; and the secrets to look for."""
        return await self.desk.lanes.write(self._dump)

    def _dump(self) -> Reply:
        cache = self._here.cache
        types = (*SIGHT_TYPES, "Act")
        base = {name: {i: cache.objects.base(name, i) for i in cache.objects.known(name)} for name in types}
        return {
            "base": base,
            "texts": {i: cache.objects.text(i) for i in base["Document"]},
            "overlaid": {name: sorted(ids) for name, ids in cache.objects.overlaid().items()},
            "outbox": [{"act": e.act, "state": e.state, "reason": e.reason} for e in cache.outbox.all()],
            "drafts": {d.key: d.data for d in cache.drafts.list()},
            "damaged": cache.check(),
            "secret": str(cache.secrets.get("refreshToken") or ""),
        }


Sabotage = Callable[[], None]


def serve(line: Connection, root: Path, username: str, key: bytes, sabotage: Sabotage | None) -> None:
    """A process: opens the profile, and obeys until the line ends."""
    open_log(root, "INFO")
    if sabotage is not None:
        sabotage()
    asyncio.run(_obey(line, Client(root, username, key), []))
    os._exit(0)


def serve_here(line: Connection, root: Path, username: str, key: bytes, drops: list[Callable[[], None]]) -> None:
    """A thread: the same, and what drops it without a word is left in ``drops``."""
    with suppress(asyncio.CancelledError):
        asyncio.run(_obey(line, Client(root, username, key), drops))


async def _obey(line: Connection, client: Client, drops: list[Callable[[], None]]) -> None:
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    running: set[asyncio.Task[None]] = set()
    this = asyncio.current_task()
    assert this is not None

    async def one(number: int, command: Command) -> None:
        reply = await client.obey(command)
        with suppress(OSError):
            line.send((number, reply))

    def readable() -> None:
        try:
            number, command = line.recv()
        except (EOFError, OSError):
            ended.set()
            loop.remove_reader(line.fileno())
            return
        task = asyncio.create_task(one(number, command))
        running.add(task)
        task.add_done_callback(running.discard)

    def drop() -> None:
        # What fails from here on fails because everything under it is gone.
        loop.set_exception_handler(lambda _loop, _context: None)
        client.desk.lanes.close()
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(this.cancel)

    drops.append(drop)
    loop.add_reader(line.fileno(), readable)
    try:
        await ended.wait()
        for task in running:
            task.cancel()
        await client.close()
    except asyncio.CancelledError:
        client.drop()
        raise
