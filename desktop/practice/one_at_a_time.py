"""One process at a time in a folder. Knows the operating system's file locks alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class AlreadyOpen(Exception):
    """Another process holds the folder."""


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Holds the lock while the context lasts; the system lets it go when the process dies.

    Raises:
        AlreadyOpen: somebody else holds it.
    """
    with path.open("a+b") as file:
        try:
            _lock(file)
        except OSError as problem:
            raise AlreadyOpen(str(path)) from problem
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
