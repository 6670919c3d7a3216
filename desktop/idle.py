"""Whether anybody is at the machine, as far as this program's own windows tell. Knows the rule and Qt.

The windows' own events are looked at, not each widget's: a filter on the whole application would be asked some
thousand times a second. Input methods, through which Vietnamese is typed, pass the windows by: the cursor tells
of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from desktop.session.locking import Idle

LOCK = QKeySequence("Ctrl+L")

LOOK = 20_000
"""Milliseconds between two looks at the clock, at most."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove,
    }
)  # fmt: skip


class IdleWatch(QObject):
    """Tells when nobody has pressed, moved or typed for long.

    Args:
        minutes: how long that is, asked anew each time; 0 is never.
        left: told when it is due.
        asked: told of Ctrl+L in any window of ours: behind a dialog the main window's own shortcut is dead.
    """

    def __init__(
        self,
        minutes: Callable[[], int],
        left: Callable[[], object],
        asked: Callable[[], object] = lambda: None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._minutes = minutes
        self._left = left
        self._asked = asked
        self._idle = Idle(now)
        self._windows: set[QWindow] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._focused)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._idle.touch)

    def start(self) -> None:
        """Somebody is there, from now on."""
        self._idle.touch()
        for window in QGuiApplication.topLevelWindows():
            self._focused(window)
        self.look()

    def stop(self) -> None:
        """Nothing is told until the next start."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock, and again later."""
        left = self._idle.left(self._minutes())
        if left == 0:
            self._left()
            return
        # Looked at anew now and then: the setting may be changed meanwhile.
        self._timer.start(LOOK if left is None else min(LOOK, round(left * 1000) + 1))

    def _focused(self, window: QWindow | None) -> None:
        self._idle.touch()
        if window is not None and window not in self._windows:
            self._windows.add(window)
            window.destroyed.connect(lambda: self._windows.discard(window))
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._idle.touch()
            if isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == LOCK:
                self._asked()
                return True
        return False
