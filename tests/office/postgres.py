"""A PostgreSQL server for tests, started in a folder of its own on a loopback port and ended with the tests.

Skips where no server is installed. The server does not run as root: there it is started as ``postgres``.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

USER = "postgres"


class NoServer(Exception):
    """No PostgreSQL server is installed."""


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl; the newest where there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parent.parent.name))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


def _as_user(command: list[str]) -> None:
    """Runs one of the server's programs as somebody who may."""
    if os.name == "posix" and os.geteuid() == 0:
        command = ["setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", *command]
    # A server inherits its starter's output: a pipe would be held open for as long as it lives.
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   cwd="/", timeout=60)  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(folder: Path, *settings: str) -> Iterator[str]:
    """A server on the data in ``folder``, made where there are none; the URL of its first database.

    Args:
        settings: ``name=value``, as on its command line.

    Raises:
        NoServer: none is installed here.
    """
    programs = _programs()
    if programs is None:
        raise NoServer
    if os.name == "posix" and os.geteuid() == 0:
        shutil.chown(folder, USER, USER)
    data, port = folder / "data", _free_port()
    if not data.exists():
        _as_user([str(programs / "initdb"), "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"])
    given = ("listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", *settings)
    options = " ".join((f"-p {port}", *(f"-c {setting}" for setting in given)))
    _as_user([str(programs / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start"])
    try:
        yield f"postgresql+psycopg://{USER}@127.0.0.1:{port}/postgres"
    finally:
        _as_user([str(programs / "pg_ctl"), "-D", str(data), "-m", "fast", "-w", "stop"])


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of an empty database, as SQLAlchemy takes one; the server ends with the session."""
    folder = Path(tempfile.mkdtemp(prefix="tacnghiep-pg-"))
    try:
        with server(folder, "fsync=off") as url:
            yield url
    except NoServer:
        pytest.skip("no PostgreSQL server is installed")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
