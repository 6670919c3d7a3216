"""A place to run fault schedules in: a central with a little office in it, and machines that have signed in.

It is prepared once and copied for each schedule. It lies in memory (/dev/shm) where there is such a place, on a small
disk of its own where one may be mounted: then schedules fill that disk, too.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from tests.office.bureau import Bureau
from tests.office.client_process import Desk
from tests.office.deeds import MARK
from tests.office.faults import FaultProxy
from tests.office.harness import synced
from tests.office.schedule import MACHINES, USERS
from tests.practice.little import CLERK, LEADER

DISK = 256 << 20
"""Bytes of the small disk on which the machines of a schedule lie: more than the programs leave free for work."""


class Workroom:
    """A place to run schedules in, one at a time.

    Attributes:
        proxy: between the machines and the central, at one address for good.
        disk: whether the machines lie on a disk of their own that can be filled.
    """

    def __init__(self) -> None:
        memory = Path("/dev/shm")
        self.root = Path(tempfile.mkdtemp(prefix="faults-", dir=memory if os.access(memory, os.W_OK) else None))
        self.template, self.machines, self.office = self.root / "template", self.root / "machines", self.root / "office"
        self.machines.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(self.machines)]
        done = subprocess.run(command, capture_output=True, check=False) if os.geteuid() == 0 else None
        self.disk = done is not None and done.returncode == 0
        self.proxy = FaultProxy()
        self.nowhere = _closed_port()

    @property
    def url(self) -> str:
        return self.proxy.base

    def key(self, machine: str) -> bytes:
        return hashlib.sha256(f"{self.root}{machine}".encode()).digest()

    async def prepare(self) -> None:
        """Fill the central, and let every machine sign in and fetch everything."""
        (self.template / "office").mkdir(parents=True)
        central = Bureau(self.template / "office", self.url)
        try:
            self.proxy.target = ("127.0.0.1", central.start())
            self._begin_work(central)
            for name, person in MACHINES.items():
                desk = Desk(self.template / name, USERS[person], self.key(name))
                try:
                    await synced(await desk.sign_in(self))  # type: ignore[arg-type]  # it has the one attribute: url
                finally:
                    await desk.close()
        finally:
            central.close()

    def _begin_work(self, central: Bureau) -> None:
        """Papers under way and tasks given, so that everybody has something to do."""
        plan = [(CLERK, "receive"), (CLERK, "receive"), (CLERK, "receive"), (CLERK, "transfer"), (CLERK, "transfer"),
                (LEADER, "assignTask"), (LEADER, "assignTask"), (CLERK, "draft"), (CLERK, "submit"),
                (CLERK, "enterSchedule")]  # fmt: skip
        for seed, (person, kind) in enumerate(plan):
            token, new = f"{MARK}-0-{seed}-", f"new-0-{seed}"
            central.obey({"do": "act", "person": person, "kinds": [kind], "seed": seed, "token": token, "new": new})

    def lay_out(self, cast: tuple[str, ...]) -> None:
        """Everything as it was when it was prepared."""
        self.clear()
        shutil.copytree(self.template / "office", self.office)
        for machine in cast:
            shutil.copytree(self.template / machine, self.machines / machine)
        self.proxy.calm()
        self.proxy.disturb()
        self.proxy.seen.clear()
        self.proxy.met.clear()

    def clear(self) -> None:
        shutil.rmtree(self.office, ignore_errors=True)
        for path in self.machines.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def close(self) -> None:
        self.proxy.close()
        if self.disk:
            subprocess.run(["umount", "-l", str(self.machines)], check=True)
        shutil.rmtree(self.root, ignore_errors=True)


@contextlib.asynccontextmanager
async def workroom() -> AsyncIterator[Workroom]:
    """A prepared place."""
    room = Workroom()
    try:
        await room.prepare()
        yield room
    finally:
        room.close()


def _closed_port() -> tuple[str, int]:
    """An address at which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()
