"""Tells when the system locks its screen or goes to sleep: one half for each system behind one interface.

Where nothing is to be had nothing is told: locking by hand and when nobody is there goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Literal, Protocol

import structlog

log = structlog.get_logger(__name__)

Told = Callable[[Literal["session", "sleep"]], object]


class SessionWatch(Protocol):
    """Either system's watch.

    Attributes:
        listening: what it hears of: "session", "sleep", both or neither.
    """

    @property
    def listening(self) -> frozenset[str]: ...

    def locked(self) -> None:
        """Everything is locked: the machine may go to sleep."""
        ...

    def close(self) -> None:
        """Listen no more."""
        ...


def watch(told: Told) -> SessionWatch:
    """Listen to this system."""
    if sys.platform == "win32":
        from desktop.session_watch_windows import WindowsWatch

        try:
            return WindowsWatch(told)
        except OSError as error:
            log.warning("session_watch.deaf", error=str(error))
            return Deaf()
    from desktop.session_watch_bus import BusWatch

    return BusWatch(told)


class Deaf:
    """Where the system tells nothing: a service that has no screen."""

    @property
    def listening(self) -> frozenset[str]:
        """Nothing."""
        return frozenset()

    def locked(self) -> None:
        """Nobody waits."""

    def close(self) -> None:
        """Nothing is listened to."""
