"""One file worked on at a time, while others wait for the token or for services. Knows nothing.

Python runs one thread at a time and hands over by lot: with eight files at work the window's thread would get every
ninth turn. So a file's thread works only with the effort in its hand, and lays it down while it waits.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Effort:
    """Shared by the threads of a batch."""

    def __init__(self) -> None:
        self._held = threading.Lock()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Work on a file, in one thread."""
        with self._held:
            before = _HOLD.set(_Hold(self._held))
            try:
                yield
            finally:
                _HOLD.reset(before)


class _Hold:
    """One thread's hold of the effort; it may wait for several things at once."""

    def __init__(self, held: threading.Lock) -> None:
        self._held = held
        self._waits = 0

    def lay_down(self) -> None:
        self._waits += 1
        if self._waits == 1:
            self._held.release()

    def take_up(self) -> None:
        self._waits -= 1
        if self._waits == 0:
            self._held.acquire()


_HOLD: ContextVar[_Hold | None] = ContextVar("effort", default=None)


@contextmanager
def waiting() -> Iterator[None]:
    """Wait for something outside this process; another file is worked on meanwhile."""
    hold = _HOLD.get()
    if hold is None:
        yield
        return
    hold.lay_down()
    try:
        yield
    finally:
        hold.take_up()
