"""Looks for garbage on the window's thread alone. Knows Qt.

Python looks for it on whichever thread happens to allocate; a widget in a cycle would then be destroyed by a lane's
thread, and a Qt object that another thread destroys ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 100
"""Milliseconds between two looks: what a batch makes in a second takes longer to look through than a frame."""

_EVERY = (1, 10, 1000)
"""Looks between two at each generation: all that lives is looked through rarely, for it takes the longest."""


class Garbage(QObject):
    """Takes Python's automatic collection over for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation whose turn it is."""
        self._looks += 1
        gc.collect(max(generation for generation, looks in enumerate(_EVERY) if self._looks % looks == 0))

    def end(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()
