"""The system ends the session (log-off, shutdown, SIGTERM): what was typed is kept, and the program ends in time.

The rules, the same for each system; its own half tells of the end. Knows Qt alone.
"""

from __future__ import annotations

import sys
from typing import Protocol

import structlog
from PySide6.QtCore import QCoreApplication

from desktop.holding import hold

log = structlog.get_logger(__name__)

LONGEST = 4.0
"""Seconds: Windows ends a program that has not answered after five."""


class Work(Protocol):
    """What is to be ended."""

    def reason(self) -> str:
        """Why the machine should wait, in words for the person in front of it; "" for no reason."""
        ...

    def end(self) -> None:
        """Begin to keep and to leave; returns at once."""
        ...

    def is_over(self) -> bool:
        """Whether everything is kept and left."""
        ...


class Half(Protocol):
    """A system's half."""

    def close(self) -> None: ...


class Ending:
    """Listens from its making to `close`.

    Args:
        work: what is to be ended.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._begun = False
        application = QCoreApplication.instance()
        assert application is not None
        # Qt's own windows are told of the end too, by Windows and by X11's session managers, and then it ends its loop.
        application.aboutToQuit.connect(self.ends)
        self._application = application
        self._half = _half(self)

    @property
    def has_begun(self) -> bool:
        """Whether it is the system that ends the program, and not the person."""
        return self._begun

    def close(self) -> None:
        """Listen no more."""
        self._application.aboutToQuit.disconnect(self.ends)
        if self._half is not None:
            self._half.close()

    def reason(self) -> str:
        """Why the session should not end yet; "" where it may."""
        return self._work.reason()

    def asked(self, *, must: bool) -> str:
        """The session is to end: why it should not yet, "" where it may.

        Args:
            must: it ends whatever is said.
        """
        reason = "" if must else self.reason()
        log.info("ending.asked", may=not reason, must=must)
        return reason

    def begin(self) -> None:
        """The program is to end; nobody waits for it."""
        if not self._begun:
            self._begun = True
            log.info("ending.begun")
            self._work.end()

    def ends(self) -> None:
        """The session ends, and the program with it as soon as this returns."""
        if self._work.is_over():
            return
        self.begin()
        if not hold(self._work.is_over, LONGEST):
            log.warning("ending.not_over")


def _half(ending: Ending) -> Half | None:
    if sys.platform == "win32":
        from desktop.ending_windows import WindowsEnd

        try:
            return WindowsEnd(ending)
        except OSError as error:
            log.warning("ending.deaf", error=str(error))
            return None
    from desktop.ending_signals import SignalEnd

    return SignalEnd(ending)
