"""What every process of the practice office does alike: it logs to standard error, and ends when its input closes."""

from __future__ import annotations

import logging
import os
import signal
import sys
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import structlog

MOST_CONNECTIONS = 65536
"""What is asked for where the system sets no limit."""


def told_to_end() -> Event:
    """An event that is set when whoever started this process has ended, or tells it to end."""
    end = Event()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: end.set())
    Thread(target=_watch_stdin, args=(end,), name="practice-stdin", daemon=True).start()
    return end


def allow_connections() -> None:
    """As many open connections as the system lets this process have; thousands of clients keep one each."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard or hard < 0:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard if hard > 0 else max(soft, MOST_CONNECTIONS), hard))


def wait(end: Event) -> None:
    """Until the end. A wait without end is not woken by signals everywhere: look up now and then."""
    while not end.wait(0.5):
        pass


def _watch_stdin(end: Event) -> None:
    """Whoever started this has ended when its end of the pipe closes."""
    with suppress(OSError, ValueError):
        # Not through sys.stdin: a thread that waits in its buffer makes the interpreter abort when it ends first.
        while sys.stdin and os.read(sys.stdin.fileno(), 4096):
            pass
    end.set()


def log_to_stderr() -> None:
    """One JSON object a line: identifiers and codes, never what a document says."""
    handler = logging.StreamHandler(sys.stderr)
    shared: list[Any] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=shared,
        )
    )
    logging.basicConfig(level="INFO", handlers=[handler], force=True)
    # It names the letters that stand on a stamp.
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
