"""Keeps the program's windows out of screenshots and screen sharing, while classified documents are held here.

Windows alone can do that (SetWindowDisplayAffinity, from Windows 10 2004 without a trace, before that as a black
area); X11 and Wayland have no such thing, and ``diagnose`` says so. It is no seal: whoever has a camera, or another
kernel, still sees the screen. DOMAIN 5. Knows Qt alone.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

log = logging.getLogger(__name__)

Exclude = Callable[[int, bool], bool]
"""Takes a window, by its handle, out of what is captured, or puts it back; whether that was done."""

_SHOWN, _BLACK, _LEFT_OUT = 0x0, 0x1, 0x11  # WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE


def possible() -> bool:
    """Whether this system can leave a window out."""
    return sys.platform == "win32"


def exclude(window: int, on: bool) -> bool:
    """This system's own way; False where it has none, or will not."""
    if sys.platform != "win32":
        return False
    windll: Any = getattr(ctypes, "windll")  # noqa: B009 (exists on Windows only)
    handle = ctypes.c_void_p(window)
    for affinity in (_LEFT_OUT, _BLACK) if on else (_SHOWN,):
        if windll.user32.SetWindowDisplayAffinity(handle, ctypes.c_uint32(affinity)):
            return True
    return False


class Shield(QObject):
    """Over every window of the program that is there, and every one that comes: dialogs, menus, tool tips, previews.

    A classified document's subject stands in lists, in the search, in the outbox and in the title of what it was
    answered with: to follow it from window to window would forget one.

    Args:
        exclude: this system's way.

    Attributes:
        on: whether the windows are shielded.
    """

    def __init__(self, exclude: Exclude = exclude) -> None:
        super().__init__()
        self._exclude = exclude
        self._told = False
        self.on = False

    def cover(self, on: bool) -> None:
        """Shield all windows, or none."""
        application = QGuiApplication.instance()
        if on == self.on or not isinstance(application, QGuiApplication):
            return
        self.on = on
        log.info("capture.%s", "shielded" if on else "open")
        for window in QGuiApplication.topLevelWindows():
            # One that is hidden is asked about when it is shown.
            if window.isVisible() or not on:
                self._set(window, on)
        # Asked of every event, so only while it is needed.
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt tells the window of this before the system puts it on the screen: not one picture of it gets out.
        if event.type() == QEvent.Type.Show and isinstance(watched, QWindow) and watched.parent() is None:
            self._set(watched, True)
        return False

    def _set(self, window: QWindow, on: bool) -> None:
        if not self._exclude(int(window.winId()), on) and not self._told:
            self._told = True
            log.info("capture.not_possible")
