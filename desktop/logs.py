"""The log: structured lines in the profile, without document content. Knows the files of the log alone.

Identifiers, codes and counts are logged; names of documents, PINs, keys and what people wrote are not.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import structlog

from desktop.log_files import ENDING, STEM, LogFile

FILE_NAME = f"{STEM}{ENDING}"
OURS = ("desktop", "widgets", "signing", "local_cache", "resources", "crash", "__main__")


def open_log(directory: Path, level: str = "info") -> Path:
    """Send every log line of this process to ``directory``; gives the log file's path.

    Where the directory cannot be written to, nothing is logged: the window must come all the same, for it is there that
    a disk that is full or refused is told of.

    Args:
        level: "error", "warning", "info" or "debug".
    """
    path = directory / FILE_NAME
    close_log()
    handler: logging.Handler
    try:
        directory.mkdir(parents=True, exist_ok=True)
        handler = made = LogFile(directory)
        path = Path(made.baseFilename)
    except OSError:
        handler = logging.NullHandler()
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
            foreign_pre_chain=shared,
        )
    )
    logging.getLogger().handlers = [handler]
    set_level(level)
    # Its warnings name addresses, and the name of a file is in the address that it is fetched from.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    # It names the letters that stand on a stamp.
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    return path


def close_log() -> None:
    """Let go of the log's file: Windows removes no folder in which one is open. Nothing is logged from now on."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, LogFile)]:
        handler.close()
        root.removeHandler(handler)
        root.addHandler(logging.NullHandler())


def set_level(level: str) -> None:
    """Log what is at least so grave, from now on. Libraries say no more than at "info", whatever is asked of us: what
    they tell beyond that quotes what they work on.
    """
    wanted = getattr(logging, level.upper(), logging.INFO)
    logging.getLogger().setLevel(max(wanted, logging.INFO))
    for name in OURS:
        logging.getLogger(name).setLevel(wanted if wanted < logging.INFO else logging.NOTSET)


def watch_crashes(tell: Callable[[BaseException], None]) -> None:
    """Log whatever nobody caught, on any thread, and hand it to ``tell``."""
    log = structlog.get_logger("crash")

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unexpected", exc_info=(kind, error, trace))
        tell(error)

    def caught_on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_on_thread
