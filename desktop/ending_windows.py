"""Windows' half of the session's end: its question and its word, sent to a hidden window. Knows that window and Qt."""

from __future__ import annotations

from ctypes import wintypes
from typing import Protocol

from PySide6.QtCore import QTimer

from desktop.windows_window import HiddenWindow, library

MAY_IT_END, IT_ENDS = 0x11, 0x16
"""WM_QUERYENDSESSION and WM_ENDSESSION."""
FORCED = 0x40000000
"""ENDSESSION_CRITICAL: no answer counts."""
_LOOK = 500  # milliseconds


class Told(Protocol):
    """Who decides (``desktop.ending``)."""

    def reason(self) -> str: ...

    def asked(self, *, must: bool) -> str: ...

    def ends(self) -> None: ...


class WindowsEnd:
    """Listens from its making on. While there is a reason to wait Windows shows it, and the person decides."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._user = library("user32")
        self._window = HiddenWindow("Tác nghiệp", {MAY_IT_END: self._asked, IT_ENDS: self._ends})
        self._timer = QTimer()
        self._timer.timeout.connect(self._look_again)

    def close(self) -> None:
        """Listen no more."""
        self._let_go()
        self._window.close()

    def _asked(self, _first: int, how: int) -> int:
        reason = self._told.asked(must=bool(how & FORCED))
        if not reason:
            return 1
        self._user.ShutdownBlockReasonCreate(self._window.handle, wintypes.LPCWSTR(reason))
        self._timer.start(_LOOK)
        return 0

    def _ends(self, really: int, _how: int) -> int:
        if really:
            self._let_go()
            self._told.ends()
        return 0

    def _look_again(self) -> None:
        if not self._told.reason():
            self._let_go()

    def _let_go(self) -> None:
        self._timer.stop()
        self._user.ShutdownBlockReasonDestroy(self._window.handle)
