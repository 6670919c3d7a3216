"""Where the interpreter itself falls (a driver, a page library, Qt): the last trace in a file, told at the next start.

Knows the names of log files alone. What is written is written by `faulthandler`, whose lines name files and functions
and no values. On Windows it also writes of exceptions that somebody then deals with: an orderly end forgets these.
"""

from __future__ import annotations

import faulthandler
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

_RUNNING = "fault-running-{pid}.txt"


class FaultWatch:
    """Writes the trace of a fall of this process.

    Args:
        directory: the folder of the logs.

    Attributes:
        before: the trace of a program that fell, found now and put by under its time; None where none did.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / _RUNNING.format(pid=os.getpid())
        self._file: IO[bytes] | None = None
        self.before: Path | None = None
        try:
            self.before = _put_by(directory)
            if not faulthandler.is_enabled():
                # Somebody who watches already (a developer's -X faulthandler) goes on watching.
                self._file = self._path.open("wb")
                faulthandler.enable(self._file)
        except OSError:
            # Nothing can be written: the window that comes says so.
            self._file = None

    def close(self) -> None:
        """An orderly end: nothing fell."""
        file, self._file = self._file, None
        if file is None:
            return
        faulthandler.disable()
        file.close()
        with suppress(OSError):
            self._path.unlink()


def _put_by(directory: Path) -> Path | None:
    """Give the traces of those that fell a name with their time; remove the empty ones of those that were ended."""
    newest: Path | None = None
    for path in sorted(directory.glob(_RUNNING.format(pid="*")), key=lambda path: path.stat().st_mtime):
        if _lives(path):
            continue
        with suppress(OSError):
            if path.stat().st_size == 0:
                path.unlink()
                continue
            at = time.strftime("%Y%m%d-%H%M%S", time.localtime(path.stat().st_mtime))
            newest = path.replace(path.with_name(f"fault-{at}.txt"))
    return newest


def _lives(path: Path) -> bool:
    """Whether the process that writes it still runs: on Windows its file cannot be renamed, which is found out then."""
    number = path.stem.rpartition("-")[2]
    if os.name != "posix" or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
