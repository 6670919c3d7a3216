"""A practice office sown once for all tests of this folder, copied for each, behind a proxy that can do harm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop import practice_office
from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.serving import RunningServer, loopback_socket
from desktop.practice.store import Store, sqlite_url
from tests.day.screen import Machine
from tests.office.faults import Fault, FaultProxy
from tests.widgets.conftest import application

__all__ = ["application"]

SIZE = 60
ALONE = "TACNGHIEP_TEST_ALONE"
"""Set in the process of a test that runs alone."""


@pytest.fixture(scope="session")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a practice office, made by the office itself."""
    folder = tmp_path_factory.mktemp("sown")
    practice_office.start(folder / "office", folder / "practice.log", size=SIZE, quiet=True).stop()
    return folder / "office"


@pytest.fixture
def data(sown: Path, tmp_path: Path) -> Path:
    """A copy of it, to spoil."""
    copy = tmp_path / "office"
    shutil.copytree(sown, copy)
    conf = copy / "tokens" / "softhsm2.conf"
    if conf.exists():
        conf.write_text(conf.read_text("utf-8").replace(str(sown), str(copy)), "utf-8")
    return copy


class Office:
    """The practice office over HTTP, with its proxy in front; it can be stopped and started.

    Args:
        real: it says of itself that it is no practice office, so that profiles are sealed as real ones are.
    """

    def __init__(self, data: Path, *, real: bool = True) -> None:
        self.data = data
        self.proxy = FaultProxy()
        if real:
            self.proxy.always.append(Fault("rewrite", "/.well-known/jmap", change=_as_real))
        self.start()

    @property
    def url(self) -> str:
        return self.proxy.base

    def start(self) -> None:
        """Serve what was kept."""
        listening = loopback_socket()
        self.central = Central(Store.open(sqlite_url(self.data / "office.db")), self.data, self.proxy.base)
        self._server = RunningServer(create_app(self.central), self.central, listening)
        self._server.start()
        self.proxy.target = ("127.0.0.1", listening.getsockname()[1])

    def stop(self) -> None:
        """End it."""
        self._server.stop()
        self.central.close()

    def acts(self) -> list[dict[str, Any]]:
        """Every act that the central holds, in its order."""
        with self.central.store.reading() as reading:
            return sorted(reading.all_of("Act"), key=lambda a: a["seq"])

    def ids(self) -> list[str]:
        return [act["id"] for act in self.acts()]

    def end_sessions(self) -> None:
        """Every token that was given out is void."""
        from desktop.practice.schema import token

        with self.central.sign_in.changing() as connection:
            connection.execute(token.delete())

    def close(self) -> None:
        with closing(self.proxy):
            self.stop()


def _as_real(body: bytes) -> bytes:
    session = json.loads(body)
    if not isinstance(session, dict) or "capabilities" not in session:
        return body
    for holder in (session["capabilities"], *(a["accountCapabilities"] for a in session["accounts"].values())):
        if "practice" in holder.get("urn:tacnghiep:office", {}):
            holder["urn:tacnghiep:office"]["practice"] = False
    return json.dumps(session).encode()


@pytest.fixture
def office(data: Path) -> Iterator[Office]:
    """The office, as a real central."""
    made = Office(data)
    yield made
    made.close()


@pytest.fixture
def machine(tmp_path: Path, application: QApplication) -> Machine:
    """A machine on which nobody has signed in yet."""
    return Machine(tmp_path / "machine")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """A test marked ``alone`` runs in a process of its own, as the program does: in a shared one, after many others, Qt
    has crashed under it.
    """
    if pyfuncitem.get_closest_marker("alone") is None or os.environ.get(ALONE):
        return None
    node = f"{pyfuncitem.path}::{pyfuncitem.name}"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", node]
    done = subprocess.run(command, env={**os.environ, ALONE: "1"}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    return True
