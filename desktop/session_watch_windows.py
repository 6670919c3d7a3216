"""Windows: the session's and the power's messages, sent to a hidden window. Knows that window and Qt.

Told of: the lock of the screen, a session that is left at the console or over the remote desktop, and sleep, of
machines too that only doze (Modern Standby). Sleep is held up until everything is locked, as long as Windows lets it.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import wintypes
from typing import Literal

import structlog

from desktop.holding import hold
from desktop.windows_window import HiddenWindow, library

log = structlog.get_logger(__name__)

POWER, SUSPEND = 0x218, 0x4
"""WM_POWERBROADCAST with PBT_APMSUSPEND."""
SESSION, CONSOLE_LEFT, REMOTE_LEFT, LOCKED = 0x2B1, 0x2, 0x4, 0x7
"""WM_WTSSESSION_CHANGE with WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT and WTS_SESSION_LOCK."""
LONGEST = 1.8
"""Seconds: Windows waits two for a program before it sleeps."""
_TO_A_WINDOW = 0  # DEVICE_NOTIFY_WINDOW_HANDLE


class WindowsWatch:
    """Listens from its making on.

    Args:
        told: of each lock or sleep, before it happens where the system waits for us.
    """

    def __init__(self, told: Callable[[Literal["session", "sleep"]], object]) -> None:
        self._told = told
        self._locked = False
        self._window = HiddenWindow("Tác nghiệp", {SESSION: self._session, POWER: self._power})
        self._handle = self._window.handle.value
        self._wts, self._user = library("wtsapi32"), library("user32")
        self._heard = {"sleep"}  # the broadcast reaches every window
        if self._wts.WTSRegisterSessionNotification(self._window.handle, 0):
            self._heard.add("session")
        else:
            log.warning("session_watch.not_registered")
        self._user.RegisterSuspendResumeNotification.restype = wintypes.HANDLE
        self._power_handle = self._user.RegisterSuspendResumeNotification(self._window.handle, _TO_A_WINDOW)
        log.info("session_watch.on", heard=sorted(self._heard), standby=bool(self._power_handle))

    @property
    def listening(self) -> frozenset[str]:
        """What this system tells of."""
        return frozenset(self._heard)

    def locked(self) -> None:
        """The machine may go to sleep."""
        self._locked = True

    def close(self) -> None:
        """Listen no more."""
        self._locked = True
        self._wts.WTSUnRegisterSessionNotification(self._window.handle)
        if self._power_handle:
            self._user.UnregisterSuspendResumeNotification(wintypes.HANDLE(self._power_handle))
        self._window.close()

    def _session(self, what: int, _session: int) -> int:
        if what in (LOCKED, CONSOLE_LEFT, REMOTE_LEFT):
            self._told("session")
        return 0

    def _power(self, what: int, _data: int) -> int:
        if what == SUSPEND:
            self._locked = False
            self._told("sleep")
            # What sleeps is written to the disk: the keys go before it does.
            hold(lambda: self._locked, LONGEST)
        return 1
