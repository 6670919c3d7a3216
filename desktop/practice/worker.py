"""One more process that serves the practice central behind a shared PostgreSQL: ``python -m desktop.practice.worker``.

Its job comes as the first line of its standard input (the database's address may hold a password, which is nobody's to
see in a list of processes); it ends when that closes. It serves on a socket that it was handed, or on one of its own.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from socket import socket
from typing import Any

import structlog

from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.process import allow_connections, log_to_stderr, told_to_end, wait
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import Store
from desktop.practice.workers import Job, read_job

log = structlog.get_logger("practice.worker")


def main() -> int:
    """Serves until the end; the exit status."""
    log_to_stderr()
    allow_connections()
    job = read_job(_first_line())
    end = told_to_end()
    with closing(_listening(job)) as listening, closing(Store.open(job.database)) as store:
        base = job.base or address(listening)
        central = Central(store, Path(job.data), base, network=job.network)
        with RunningServer(create_app(central, pki=_pki(job, base)), central, listening):
            sys.stdout.write(json.dumps({"ready": True, "url": address(listening), "process": os.getpid()}) + "\n")
            sys.stdout.flush()
            wait(end)
    return 0


def _first_line() -> bytes:
    """Byte by byte: what comes after it is not ours to take."""
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    return line


def _listening(job: Job) -> socket:
    return loopback_socket() if job.socket is None else socket(fileno=job.socket)


def _pki(job: Job, base: str) -> Any:
    """The practice certificates that the first process has made, where it has made any."""
    if not job.pki:
        return None
    from desktop.practice.pki import PracticePki
    from desktop.practice.pki_weather import Weather

    return PracticePki(Path(job.data) / "pki", f"{base}/pki").wsgi_app(f"{base}/pki", Weather(job.weather))


if __name__ == "__main__":
    sys.exit(main())
