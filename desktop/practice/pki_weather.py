"""Bad weather for the practice certificates' services: answers that are late, wrong or missing, for training and tests.

Knows WSGI alone. What each service does can be changed while it serves, from any thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

SERVICES = ("tsa", "ocsp", "crl")
FAULTS = ("down", "error", "garbage", "silent", "endless", "redirect")
"""503; 500; a page instead of an answer; nothing at all; an answer without end; away to a file of the machine."""

_LONGEST_SILENCE = 600.0  # seconds after which even a silent service gives up its thread
_PIECE = b"\x30\x80" + bytes(65534)
_PIECES = 4000  # a quarter of a gigabyte: far beyond what any client should read

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Forecast:
    """What one service does: answers after ``delay`` seconds, well where ``fault`` is empty."""

    delay: float = 0.0
    fault: str = ""


class Weather:
    """What the services do now, how often each was asked, and the way back to fair weather."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        """Takes the words of the command line: ``tsa=150`` (milliseconds), ``ocsp=down``, ``all=150``.

        Raises:
            ValueError: no such service or fault.
        """
        self._lock = threading.Lock()
        self._now: dict[str, Forecast] = dict.fromkeys(SERVICES, Forecast())
        self._asked: dict[str, int] = dict.fromkeys(SERVICES, 0)
        self._clear = threading.Event()
        for word in words:
            self.take(word)

    def take(self, word: str) -> None:
        """Takes one word of the command line.

        Raises:
            ValueError: no such service or fault.
        """
        name, _, what = word.partition("=")
        if name not in (*SERVICES, "all") or not (what.isdecimal() or what in FAULTS):
            raise ValueError(word)
        for service in SERVICES if name == "all" else (name,):
            before = self.of(service)
            if what.isdecimal():
                self.set(service, delay=int(what) / 1000, fault=before.fault)
            else:
                self.set(service, delay=before.delay, fault=what)

    def set(self, service: str, *, delay: float = 0.0, fault: str = "") -> None:
        """From now on ``service`` answers after ``delay`` seconds, and with ``fault``."""
        with self._lock:
            self._now[service] = Forecast(delay, fault)

    def fair(self) -> None:
        """All services answer at once and well; who waits in silence is let go."""
        with self._lock:
            self._now = dict.fromkeys(SERVICES, Forecast())
            self._clear.set()
            self._clear = threading.Event()

    def of(self, service: str) -> Forecast:
        """What the service does now."""
        with self._lock:
            return self._now[service]

    def asked(self, service: str) -> int:
        """How many questions the service has had."""
        with self._lock:
            return self._asked[service]

    def over(self, app: Wsgi) -> Wsgi:
        """The application in this weather."""

        def under(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            service = _service(environ.get("PATH_INFO", ""))
            if service is None:
                return app(environ, start_response)
            with self._lock:
                self._asked[service] += 1
                forecast, clear = self._now[service], self._clear
            if forecast.delay:
                clear.wait(forecast.delay)
            if not forecast.fault:
                return app(environ, start_response)
            return _spoiled(forecast.fault, clear, start_response)

        return under


def _service(path: str) -> str | None:
    parts = path.strip("/").split("/")
    for service, folder in (("tsa", "tsa"), ("ocsp", "ocsp"), ("crl", "crls")):
        if folder in parts[:2]:
            return service
    return None


def _spoiled(fault: str, clear: threading.Event, start_response: Callable[..., Any]) -> Iterable[bytes]:
    if fault == "silent":
        clear.wait(_LONGEST_SILENCE)
    if fault in ("down", "silent"):
        start_response("503 Service Unavailable", [("Content-Length", "0")])
        return [b""]
    if fault == "error":
        start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
        return [b"error"]
    if fault == "redirect":
        start_response("302 Found", [("Location", "file:///etc/passwd"), ("Content-Length", "0")])
        return [b""]
    if fault == "endless":
        start_response("200 OK", [("Content-Type", "application/octet-stream")])
        return _endless(clear)
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"<html>busy</html>"]


def _endless(clear: threading.Event) -> Iterator[bytes]:
    for _ in range(_PIECES):
        if clear.wait(0.002):
            return
        yield _PIECE
