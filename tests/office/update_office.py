"""An office that publishes updates: keys, packages, a folder, and a web server with ranges in front of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.central.transport import Call
from desktop.updates import making
from desktop.updates.machine import OtherMachine
from desktop.updates.manifest import Kind, UpdateRefused, key_text
from desktop.updates.source import reach_for
from desktop.updates.staging import Staging
from desktop.updates.updater import State, Updater
from desktop.updates.wishes import Install, Mode, Wishes
from tests.office.faults import FaultProxy

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CONTENT = bytes(range(256)) * 4096
"""Of a package: one mebibyte."""


@dataclass
class Office:
    """Publishes into ``folder``.

    Attributes:
        keys: that it signs with.
        now: when it publishes.
    """

    folder: Path
    keys: list[Ed25519PrivateKey] = field(default_factory=lambda: [Ed25519PrivateKey.generate()])
    now: datetime = NOW - timedelta(hours=1)

    @property
    def pinned(self) -> str:
        """As the policy names its keys."""
        return " ".join(key_text(key.public_key()) for key in self.keys)

    def publish(
        self,
        version: str = "1.2.0",
        sequence: int = 10,
        *,
        content: bytes = CONTENT,
        days: int = 180,
        notes: Mapping[str, str] | None = None,
        windows: str = "10.0.17763",
    ) -> Path:
        """A package and its announcement; the package."""
        self.folder.mkdir(exist_ok=True)
        package = self.folder / f"tacnghiep-{version}.msi"
        package.write_bytes(content)
        data = making.make(
            version, [package], self.now, days=days, sequence=sequence, notes=notes, minimum_windows=windows
        )
        making.publish(self.folder, data, self.keys)
        return package


class Machine(OtherMachine):
    """A Windows machine, as far as updates look at it; what would be done to it is written down.

    Attributes:
        running: whether the program's window is open somewhere.
        system: whether this is the SYSTEM account.
        done: what was started: ("package", content of the file at that moment) ...
    """

    def __init__(self, kind: Kind | None = "msi") -> None:
        self.kind: Kind | None = kind
        self.build: tuple[int, int, int] | None = (10, 0, 19045)
        self.running = False
        self.system = True
        self.administrator = True
        self.done: list[tuple[str, bytes]] = []
        self.checked = b""

    def package(self) -> Kind | None:
        return self.kind

    def windows(self) -> tuple[int, int, int] | None:
        return self.build

    def may_install(self) -> bool:
        return self.administrator

    def is_system(self) -> bool:
        return self.system

    def program_runs(self) -> bool:
        return self.running

    def secure(self, folder: Path) -> None:
        folder.chmod(0o700)

    def check_signature(self, path: Path) -> None:
        self.checked = path.read_bytes()

    def start_setup(self, path: Path) -> None:
        self.done.append(("setup", path.read_bytes()))

    def start_package(self, path: Path, log_file: Path) -> None:
        self.done.append(("package", path.read_bytes()))

    def set_task(self, definition: str | None) -> None:
        self.done.append(("task", (definition or "").encode()))

    def program(self) -> Path:
        return Path("C:/Program Files/TacNghiep/tacnghiep.com")


@dataclass
class Client:
    """A machine that takes updates from an office."""

    office: Office
    home: Path
    place: str = ""
    mode: Mode = "stage"
    install: Install = "handover"
    running: str = "1.1.0"
    now: datetime = NOW
    machine: Machine = field(default_factory=Machine)
    keys: str | None = None

    @property
    def staging(self) -> Staging:
        return Staging(self.home / "updates", reserve=0)

    @property
    def updater(self) -> Updater:
        return Updater(self.staging, self.machine, self.running, lambda: self.now)

    @property
    def wishes(self) -> Wishes:
        place = self.place or str(self.office.folder)
        keys = self.office.pinned if self.keys is None else self.keys
        return Wishes(self.mode, place, keys, self.install, reach_for("internet", (), place))

    def look(self) -> State:
        return self.updater.look(self.wishes, Call())

    def stage(self, call: Call | None = None, **more: Any) -> State:
        return self.updater.stage(self.wishes, call or Call(), **more)

    def state(self) -> State:
        return self.updater.state(self.wishes)

    def refused(self, work: Any) -> str:
        """Why it is refused; "" where it is not."""
        try:
            work()
        except UpdateRefused as refused:
            return refused.code
        return ""

    @property
    def package(self) -> Path:
        return self.home / "updates" / "tacnghiep-1.2.0.msi"


class _Ranges(SimpleHTTPRequestHandler):
    """Files with ranges, as every web server gives them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        asked = self.headers.get("Range", "")
        begin = int(asked.removeprefix("bytes=").split("-")[0]) if asked else 0
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {begin}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - begin))
        self.end_headers()
        self.wfile.write(data[begin:])

    def log_message(self, format: str, *args: Any) -> None:
        return


@contextmanager
def served(folder: Path) -> Iterator[FaultProxy]:
    """The folder on the web, behind a line that can fail."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Ranges, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    proxy = FaultProxy()
    proxy.target = ("127.0.0.1", server.server_port)
    try:
        yield proxy
    finally:
        proxy.close()
        server.shutdown()
        server.server_close()
        thread.join()
