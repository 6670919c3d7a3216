"""The command ``practice --serve``: opens the practice office on this machine and says, in one line, where it is.

Knows every part of the practice office. It serves until its standard input closes or it is told to end, on the loopback
address alone. A second start on the same folder goes on where the first ended.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from socket import socket
from typing import Any

import platformdirs
import structlog

from desktop.office.world import VIETNAM
from desktop.practice.actors import ActingPeople, Actors
from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.one_at_a_time import AlreadyOpen, hold
from desktop.practice.pki_weather import FAULTS, SERVICES, Weather
from desktop.practice.process import allow_connections, log_to_stderr, told_to_end, wait
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import OtherVersion, Store, psycopg_url, set_aside, sqlite_url
from desktop.practice.workers import Job, workers

DEFAULT_SIZE = 400

log = structlog.get_logger("practice.serve")


class Unfinished(Exception):
    """The store has been seeded in part; the argument says what to do, in Vietnamese."""


@dataclass(frozen=True)
class Options:
    """What the command line asked for."""

    port: int
    data: Path
    size: int
    database: str | None
    quiet_people: bool
    network: str = "internet"
    workers: int = 1
    weather: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A practice office that serves.

    Attributes:
        ready: what the ready line says.
    """

    central: Central
    ready: Mapping[str, Any]


def main(argv: list[str] | None = None) -> int:
    """Serves until the end; the exit status."""
    options = _options(sys.argv[1:] if argv is None else argv)
    log_to_stderr()
    allow_connections()
    end = told_to_end()
    try:
        with opened(options) as office:
            sys.stdout.write(json.dumps(office.ready, ensure_ascii=False) + "\n")
            sys.stdout.flush()
            wait(end)
    except AlreadyOpen:
        sys.stderr.write("Văn phòng thực hành trong thư mục này đang mở.\n")
        return 3
    except (OtherVersion, Unfinished) as problem:
        sys.stderr.write(f"{problem}\n")
        return 4
    return 0


@contextmanager
def opened(options: Options) -> Iterator[Opened]:
    """A practice office that serves while the context lasts.

    Raises:
        AlreadyOpen: another process has this folder open.
        OSError: the folder cannot be written, or the port asked for is in use.
        OtherVersion: the database is another version's.
        Unfinished: the database is a large one that has not been seeded to its end.
    """
    options.data.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(hold(options.data / "lock"))
        listening = stack.enter_context(closing(_listen(options)))
        store = stack.enter_context(closing(_store(options)))
        base = address(listening)
        parts = _prepare(options, store, base)
        parts.central.blobs.sweep()
        stack.enter_context(RunningServer(parts.app, parts.central, listening))
        if options.workers > 1 and options.database is not None:
            job = Job(options.database, str(options.data), base, network=options.network, weather=options.weather)
            stack.enter_context(workers(job, listening, options.workers - 1))
        stack.enter_context(_people_at_work(parts.central, options))
        log.info("ready", url=base)
        yield Opened(parts.central, parts.ready)
        log.info("ending")


def _store(options: Options) -> Store:
    """The database asked for; or the folder's own, made anew where another version made it: it is practice."""
    if options.database is not None:
        return Store.open(options.database)
    path = options.data / "office.db"
    try:
        return Store.open(sqlite_url(path))
    except OtherVersion:
        kept = set_aside(path, datetime.now(VIETNAM).strftime("%Y%m%d-%H%M%S"))
        log.warning("store.other-version", kept=kept.name)
        return Store.open(sqlite_url(path))


@dataclass(frozen=True)
class _Parts:
    central: Central
    app: Any
    ready: Mapping[str, Any]


def _prepare(options: Options, store: Store, base: str) -> _Parts:
    """Certificates, people, papers, tokens: made at the first start, found again at the next."""
    from desktop.practice import pki as certificates
    from desktop.practice import seed, tokens

    now = datetime.now(VIETNAM)
    pki = certificates.PracticePki(options.data / "pki", f"{base}/pki")
    central = Central(store, options.data, base, network=options.network)
    national = store.setting("national") is not None
    if store.setting("filled") is None:
        if national:
            raise Unfinished("Kho quy mô toàn quốc chưa gieo xong: hãy chạy lại lệnh gieo cho đến khi xong.")
        store.clear()
        sow(store, central.blobs, seed.office(options.size, now.date(), options.data, now=now, pki=pki), now)
    people: list[dict[str, Any]] = []
    if not national:
        with store.reading() as reading:
            people = reading.all_of("Person")
    setup = tokens.prepare(options.data / "tokens", people, pki)
    app = create_app(central, pki=pki.wsgi_app(f"{base}/pki", Weather(options.weather)))
    return _Parts(central, app, _ready(central, options, base, pki, setup))


def _ready(central: Central, options: Options, base: str, pki: Any, setup: Any) -> dict[str, Any]:
    """The line that whoever started this waits for."""
    pins: Mapping[str, str] = setup.pins
    residents = central.residents()
    samples = options.data / "samples"
    return {
        "ready": True,
        "url": base,
        "data": str(options.data),
        "trust": str(pki.trust_dir),
        "tsa": f"{base}/pki/tsa",
        "ocsp": f"{base}/pki/ocsp",
        "pkcs11": {"module": _path(setup.module), "conf": _path(setup.conf)},
        "software": _path(setup.software_dir),
        "people": [
            {
                "id": resident.person_id, "name": resident.name, "title": resident.title, "unit": resident.unit,
                "username": resident.username, "pin": pins.get(resident.person_id),
            }
            for resident in residents
        ],
        "password": residents[0].password if residents else "",
        "samples": str(samples) if samples.is_dir() else None,
    }  # fmt: skip


def _path(value: Any) -> str | None:
    return str(value) if value else None


# -- the process ------------------------------------------------------------------------------------------------------


def _options(argv: list[str]) -> Options:
    parser = argparse.ArgumentParser(prog="tacnghiep practice", description="Văn phòng thực hành trên máy này.")
    parser.add_argument("--serve", action="store_true", help="chạy máy chủ thực hành")
    parser.add_argument("--port", type=int, default=0, help="cổng trên 127.0.0.1; 0: cổng lần trước hoặc cổng trống")
    parser.add_argument("--data", type=Path, default=None, help="thư mục dữ liệu")
    parser.add_argument("--size", type=int, default=DEFAULT_SIZE, help="số văn bản gieo sẵn")
    parser.add_argument("--database", default=None, help="URL của PostgreSQL thay cho tệp SQLite")
    parser.add_argument("--quiet-people", action="store_true", help="những người khác không tự làm việc")
    parser.add_argument("--network", choices=("internet", "dedicated"), default="internet", help="mạng của máy này")
    parser.add_argument(
        "--pki", action="append", default=[], metavar="DỊCH-VỤ=MS|LỖI",
        help="dịch vụ chứng thực chậm (mili giây) hoặc hỏng: tsa=150, ocsp=down, all=150; dùng được nhiều lần",
    )  # fmt: skip
    parser.add_argument("--workers", type=int, default=1, help="số tiến trình cùng phục vụ một PostgreSQL")
    given = parser.parse_args(argv)
    if given.workers > 1 and (given.database is None or sys.platform == "win32"):
        parser.error("--workers cần PostgreSQL (--database) và không dùng được trên Windows")
    try:
        Weather(given.pki)
    except ValueError as problem:
        parser.error(f"--pki: {problem}; dịch vụ: {', '.join((*SERVICES, 'all'))}; lỗi: {', '.join(FAULTS)}")
    data = given.data or platformdirs.user_data_path("tacnghiep", appauthor=False) / "practice"
    return Options(
        given.port,
        data.resolve(),
        given.size,
        psycopg_url(given.database) if given.database else None,
        given.quiet_people,
        given.network,
        given.workers,
        tuple(given.pki),
    )


def _listen(options: Options) -> socket:
    """The port asked for; else the last start's, so that addresses that were handed out stay good; else any."""
    remembered = options.data / "port"
    listening = loopback_socket(options.port) if options.port else None
    if listening is None:
        with suppress(OSError, ValueError):
            listening = loopback_socket(int(remembered.read_text("ascii")))
    listening = listening or loopback_socket()
    remembered.write_text(str(listening.getsockname()[1]), "ascii")
    return listening


@contextmanager
def _people_at_work(central: Central, options: Options) -> Iterator[None]:
    """The other people of the office, at work while the context lasts."""
    if options.quiet_people or central.store.setting("national") is not None:
        yield
        return
    people = ActingPeople(Actors(central))
    people.start()
    try:
        yield
    finally:
        people.stop()


if __name__ == "__main__":
    sys.exit(main())
