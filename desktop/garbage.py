"""Looks for garbage on the window's thread alone. Knows Qt.

Python looks for it on whichever thread happens to allocate; a widget in a cycle would then be destroyed by a lane's
thread, and a Qt object that another thread destroys ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1000
"""Milliseconds between two looks."""


class Garbage(QObject):
    """Takes Python's automatic collection over for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        due = [
            n for n, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > limit
        ]
        if due:
            gc.collect(due[-1])

    def end(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()
