"""Starting more processes that serve the same practice central, on one socket. Knows nothing of what they do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from socket import socket

import structlog

PATIENCE = 20.0
"""Seconds in which a process that is told to end has to."""

log = structlog.get_logger("practice.workers")


@dataclass(frozen=True)
class Job:
    """What a worker is told.

    Attributes:
        base: the address at which clients reach the central; empty for the worker's own.
        socket: the descriptor of the listening socket that it is handed; None for one of its own.
        pki: whether it serves the practice certificates too.
        weather: how well those answer, in the words of the command line.
    """

    database: str
    data: str
    base: str = ""
    socket: int | None = None
    pki: bool = True
    network: str = "internet"
    weather: tuple[str, ...] = ()


def read_job(line: bytes) -> Job:
    """A job as ``start`` writes it."""
    return Job(**json.loads(line))


@dataclass(frozen=True)
class Worker:
    """One running worker, and where it serves."""

    process: subprocess.Popen[str]
    url: str


def start(job: Job) -> Worker:
    """One worker, once it serves.

    Raises:
        RuntimeError: it ended before.
    """
    handed = () if job.socket is None else (job.socket,)
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop.practice.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, encoding="utf-8", pass_fds=handed, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(asdict(job)) + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    worker = Worker(process, json.loads(line)["url"] if line else "")
    if not line:
        end(worker)
        raise RuntimeError(f"a worker ended with {process.returncode}")
    log.info("worker", process=process.pid)
    return worker


def end(worker: Worker) -> None:
    """Tells a worker to end, and waits for it."""
    process = worker.process
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


@contextmanager
def workers(job: Job, listening: socket, count: int) -> Iterator[None]:
    """So many more processes on this socket, while the context lasts."""
    running: list[Worker] = []
    try:
        for _ in range(count):
            running.append(start(replace(job, socket=listening.fileno())))
        yield
    finally:
        for worker in running:
            end(worker)
