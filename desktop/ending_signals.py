"""The other systems' half of the session's end: SIGTERM, SIGHUP and SIGINT. Knows Qt alone.

A second signal ends the program as the system does it: one that hangs must not have to be killed.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import Any, Protocol

from PySide6.QtCore import QSocketNotifier

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


class Told(Protocol):
    """Who decides (``desktop.ending``)."""

    def begin(self) -> None: ...


class SignalEnd:
    """Listens from its making on; on the main thread alone, as Python has it."""

    def __init__(self, told: Told) -> None:
        self._told = told
        # Python looks at signals between two steps of its own: Qt, which waits, is woken through a socket.
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._woken = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)
        self._before: dict[int, Any] = {one: signal.signal(one, self._signal) for one in _SIGNALS}

    def close(self) -> None:
        """As it was before."""
        self._restore()
        signal.set_wakeup_fd(self._woken)
        self._notifier.setEnabled(False)
        for end in (self._read, self._write):
            end.close()

    def _drain(self, *_: object) -> None:
        self._read.recv(64)

    def _signal(self, _number: int, _frame: FrameType | None) -> None:
        self._restore()
        self._told.begin()

    def _restore(self) -> None:
        for one, before in self._before.items():
            signal.signal(one, before)
        self._before = {}
