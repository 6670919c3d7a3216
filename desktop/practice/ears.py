"""What other processes behind the same database have changed: LISTEN and NOTIFY of PostgreSQL. Knows the store.

A change is announced in the transaction that makes it, so that it is heard if and only if it has happened. While the
line to the database is down nothing is heard: once it is up again, everybody is woken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from threading import Event, Thread

import psycopg
import structlog
from sqlalchemy import Connection, text

from desktop.practice.schema import TYPES
from desktop.practice.store import Store

CHANNEL = "tacnghiep_changes"
MOST_BYTES = 7900
"""PostgreSQL takes payloads below 8,000 bytes."""

LOOK_UP = 0.5
"""Seconds after which a listener sees that it is to end."""

LONGEST_WAIT = 5.0

log = structlog.get_logger("practice.ears")

Touched = dict[int, frozenset[str]]


def payloads(name: str, touched: Mapping[int, set[str]]) -> Iterator[str]:
    """What is announced of a batch, in texts short enough: the process, then ``principal:types`` in hexadecimal."""
    line = name
    for number, types in touched.items():
        mask = sum(1 << TYPES.index(type_name) for type_name in types)
        part = f" {number:x}:{mask:x}"
        if len(line) + len(part) > MOST_BYTES:
            yield line
            line = name
        line += part
    if line != name:
        yield line


def read(payload: str) -> tuple[str, Touched]:
    """Which process announced it, and what changed for whom."""
    name, *parts = payload.split(" ")
    found: Touched = {}
    for part in parts:
        number, _, mask = part.partition(":")
        types = int(mask, 16)
        found[int(number, 16)] = frozenset(name for n, name in enumerate(TYPES) if types >> n & 1)
    return name, found


def announce(connection: Connection, name: str, touched: Mapping[int, set[str]]) -> None:
    """Tells the other processes, when this transaction commits."""
    for payload in payloads(name, touched):
        connection.execute(text("SELECT pg_notify(:channel, :payload)"), {"channel": CHANNEL, "payload": payload})


class Ears:
    """A thread that listens on a connection of its own, and connects again when that breaks."""

    def __init__(self, store: Store, heard: Callable[[Touched], None], missed: Callable[[], None]) -> None:
        self._name = store.name
        self._url = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._heard = heard
        self._missed = missed
        self._end = Event()
        self._ready = Event()
        self._thread = Thread(target=self._run, name="practice-ears", daemon=True)

    def start(self) -> None:
        """Begins; returns once it listens, or has not got through for a while."""
        self._thread.start()
        self._ready.wait(LONGEST_WAIT)

    def stop(self) -> None:
        """Ends."""
        self._end.set()
        self._thread.join(10)

    def _run(self) -> None:
        wait, before = 0.1, False
        while not self._end.is_set():
            try:
                with psycopg.connect(self._url, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    if before:
                        self._missed()
                    wait, before = 0.1, True
                    self._ready.set()
                    self._listen(connection)
            except psycopg.Error as problem:
                log.warning("ears.line-lost", problem=type(problem).__name__)
                self._end.wait(wait)
                wait = min(2 * wait, LONGEST_WAIT)

    def _listen(self, connection: psycopg.Connection[tuple[object, ...]]) -> None:
        while not self._end.is_set():
            for notice in connection.notifies(timeout=LOOK_UP):
                name, touched = read(notice.payload)
                if name != self._name:
                    self._heard(touched)
