"""The files of the log: one writer each, no larger than told, gone after a month. Knows nothing of ours.

Two programs over one profile never write one file: the first takes ``tacnghiep.log``, the next ``tacnghiep-2.log``,
each for as long as it lives (the system gives the claim back, however a program ends). On Windows a file that somebody
else has open (a viewer, a scanner) cannot be renamed: then nothing is lost, and turning over is tried again later.
"""

from __future__ import annotations

import calendar
import logging
import logging.handlers
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

STEM, ENDING = "tacnghiep", ".log"
WRITERS = 8
MOST_BYTES = 1_000_000
MOST_STUCK = 10 * MOST_BYTES
"""Bytes at which a file that cannot be turned over begins anew: a disk is not filled by a log."""
KEPT_FILES = 5
DAY = 86400.0
KEPT_DAYS = 30
"""Nothing older stays, in whatever file."""
TURNED_DAYS = 7
"""A file is turned over after so many days, small as it may be."""
_AGAIN = 60.0
"""Seconds until turning over is tried again after it was refused."""
_AGED = ("tacnghiep*.log*", "practice.log*", "fault-*.txt")


class LogFile(logging.handlers.RotatingFileHandler):
    """A line that does not fit on a full disk is lost, and nothing else with it.

    Args:
        directory: the folder of the logs, which is there.

    Raises:
        OSError: nothing can be written there, or all names are taken.
    """

    def __init__(self, directory: Path) -> None:
        self._claim, path = _claimed(directory)
        try:
            super().__init__(path, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True)
            self._not_before = 0.0
            self._due = _began(path) + TURNED_DAYS * DAY
            if path.exists() and time.time() > self._due:
                self.doRollover()
            sweep(directory)
            self.stream = self._open()
        except BaseException:
            os.close(self._claim)
            raise

    def shouldRollover(self, record: logging.LogRecord) -> bool:
        """Whether the file is full or old; asked before each line."""
        now = time.time()
        if now < self._not_before:
            return False
        return now > self._due or bool(super().shouldRollover(record))

    def doRollover(self) -> None:
        """Begin a new file; where the old one is held by somebody else it is gone on with."""
        path = Path(self.baseFilename)
        try:
            super().doRollover()
        except OSError:
            self._not_before = time.time() + _AGAIN
            with suppress(OSError):
                if path.stat().st_size > MOST_STUCK:
                    os.truncate(path, 0)
            if not self.stream:
                self.stream = self._open()
            return
        self._due = time.time() + TURNED_DAYS * DAY
        sweep(path.parent)

    def handleError(self, record: logging.LogRecord) -> None:
        return

    def close(self) -> None:
        """Close the file, and leave its name to others."""
        super().close()
        claim, self._claim = self._claim, -1
        if claim >= 0:
            os.close(claim)


def files(directory: Path) -> list[Path]:
    """Every log that is there, the one written last first."""
    found: list[tuple[float, Path]] = []
    for pattern in _AGED:
        for path in directory.glob(pattern):
            with suppress(OSError):
                if not path.name.endswith(".lock"):
                    found.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(found, reverse=True)]


def sweep(directory: Path) -> None:
    """Remove what is older than `KEPT_DAYS`. A file that is turned over may hold lines of `TURNED_DAYS` before."""
    latest = time.time() - (KEPT_DAYS - TURNED_DAYS) * DAY
    for path in files(directory):
        with suppress(OSError):
            if path.stat().st_mtime < latest:
                path.unlink()


def turn_over(path: Path, most: int = MOST_BYTES) -> None:
    """Put a file aside that another process is about to go on with, where it has grown; one older copy is kept."""
    with suppress(OSError):
        if path.stat().st_size > most:
            path.replace(path.with_name(f"{path.name}.1"))
    with suppress(OSError):
        sweep(path.parent)


def _claimed(directory: Path) -> tuple[int, Path]:
    """The first name that nobody writes to, and what holds it."""
    for number in range(1, WRITERS + 1):
        path = directory / (f"{STEM}{ENDING}" if number == 1 else f"{STEM}-{number}{ENDING}")
        claim = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(claim)
        except OSError:
            os.close(claim)
        else:
            return claim, path
    raise FileExistsError(directory)


def _began(path: Path) -> float:
    """When its first line was written, as far as the file tells; now for a new one."""
    try:
        with path.open("rb") as lines:
            first = lines.readline(20_000)
    except OSError:
        return time.time()
    mark = first.rfind(b'"timestamp": "')
    with suppress(ValueError):
        stamp = first[mark + 14 : mark + 33].decode("ascii")
        return float(calendar.timegm(time.strptime(stamp, "%Y-%m-%dT%H:%M:%S")))
    return path.stat().st_mtime


if sys.platform == "win32":

    def _lock(file: int) -> None:
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
