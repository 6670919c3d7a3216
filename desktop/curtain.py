"""Hides every window of a workroom at once, and keeps hidden what opens behind it. Knows Qt alone."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid


class Curtain(QObject):
    """Drawn while a profile is being locked.

    Args:
        window: the main window; everything that belongs to it is hidden with it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._drawn = False

    def draw(self) -> None:
        """Hide everything now: dialogs give up, so that forms tell what was typed last and nobody waits for a PIN."""
        self._drawn = True
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        mine = [one for one in QApplication.topLevelWidgets() if one.isVisible() and self._belongs(one)]
        for one in mine:
            one.hide()
        for one in mine:
            if isValid(one) and isinstance(one, QDialog):
                one.reject()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def open(self) -> None:
        """What opens from now on is shown again."""
        self._drawn = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget) or not watched.isWindow():
            return False
        if self._drawn and self._belongs(watched):
            # Not within its own showing: Qt is still at work on it.
            QTimer.singleShot(0, watched, lambda: self._away(watched))
        return False

    def _away(self, window: QWidget) -> None:
        if not isValid(window) or not self._drawn:
            return
        window.hide()
        if isinstance(window, QDialog):
            window.reject()

    def _belongs(self, widget: QWidget) -> bool:
        above: QWidget | None = widget
        while above is not None:
            if above is self._window:
                return True
            above = above.parentWidget()
        return False


def give_memory_back() -> None:
    """Hand freed memory back to the system, which clears it: what was on the screen does not linger in it."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


class Copies(QObject):
    """Knows whether what lies on the clipboard came from here: not every system can tell afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self._ours = False
        QGuiApplication.clipboard().dataChanged.connect(self._changed)

    def _changed(self) -> None:
        # Whatever is copied while one of our windows has the keyboard was copied in it.
        self._ours = QGuiApplication.focusWindow() is not None

    def forget(self) -> None:
        """Take from the clipboard what was copied here, and nothing that came from elsewhere."""
        clipboard = QGuiApplication.clipboard()
        if self._ours or clipboard.ownsClipboard():
            clipboard.clear()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._ours = False
