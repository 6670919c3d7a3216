"""The window in front: which one it is, and whether it waits out of sight until somebody asks for it. Knows Qt alone.

A start with the system opens nothing on the screen, a window that was closed into the notification area comes back as
it was, and whoever has to ask the person something waits here until the person is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop import foreground

if TYPE_CHECKING:
    import asyncio


class Front(QObject):
    """What is in front.

    Args:
        hidden: nothing is to be shown until somebody asks.

    Attributes:
        hidden: whether it waits out of sight now.
        window: the window in front; None between two.

    Signals:
        changed(): hidden, shown, or another window.
    """

    changed = Signal()

    def __init__(self, *, hidden: bool = False) -> None:
        super().__init__()
        self.hidden = hidden
        self._small = False
        self.window: QWidget | None = None
        self._others: list[QWidget] = []
        self._waiting: list[asyncio.Future[bool]] = []

    def show(self, window: QWidget) -> None:
        """This is the window in front from now on; it is shown unless everything waits out of sight."""
        if window is not self.window:
            self._others = []
        self.window = window
        if self._small:
            window.showMinimized()
        elif not self.hidden:
            window.show()
        self._small = False
        self.changed.emit()

    def be_small(self) -> None:
        """There is no place to wait out of sight: the next window comes up made small, and disturbs nobody so."""
        self._small, self.hidden = self.hidden, False

    def leave(self, window: QWidget) -> None:
        """It is going."""
        if self.window is window:
            self.window = None
            self._others = []
            self.changed.emit()

    def hide(self) -> None:
        """Out of sight, with all that belongs to it; nothing in it ends."""
        if self.window is None or self.hidden:
            return
        self.hidden = True
        self._others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and self._belongs(one)]
        for one in self._others:
            one.hide()
        self.window.hide()
        self.changed.emit()

    def bring(self, activation: str = "") -> None:
        """Before all others, as it was; whoever waits for the person goes on.

        Args:
            activation: the window system's leave to come forward (desktop.foreground).
        """
        was, self.hidden = self.hidden, False
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if not one.done():
                one.set_result(True)
        window = self.window
        if window is not None and isValid(window):
            others, self._others = self._others, []
            window.show()
            for one in others:
                if isValid(one):
                    one.show()
            foreground.bring(window, activation)
        if was:
            self.changed.emit()

    def give_up(self) -> None:
        """The program is to end, with nobody at work: whoever waits for the person waits in vain, a door is closed."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if not one.done():
                one.set_result(False)
        if self.window is not None and not self.hidden:
            self.window.close()

    async def wanted(self) -> bool:
        """Wait until somebody asks for the window; at once where it is not hidden. False: the program is to end."""
        import asyncio  # the first window waits for nobody

        if not self.hidden:
            return True
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        return await answer

    def _belongs(self, widget: QWidget) -> bool:
        above = widget.parentWidget()
        while above is not None:
            if above is self.window:
                return True
            above = above.parentWidget()
        return False
