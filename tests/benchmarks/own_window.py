"""The program itself in a fresh process, opening a profile with the line down. Ends when nothing more is read.

Told on the command line: the profile's folder. Usable means: rows are drawn in the list of incoming documents.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.moments import FixedKey, say

if TYPE_CHECKING:
    from desktop.entrance import Entrance


class Watch(QObject):
    """Waits for the first paint of a window, then for rows in the incoming list, for their paint, and for rest."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.entrance: Entrance | None = None
        self._application = application
        self._list: QWidget | None = None
        self._modules = 0
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._look)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if self._list is None and isinstance(watched, QWidget) and watched.isWindow():
                self._application.removeEventFilter(self)
                QTimer.singleShot(0, self._shown)
            elif self._list is not None and watched is self._list:
                self._list.removeEventFilter(self)
                QTimer.singleShot(0, self._usable)
        return False

    def _shown(self) -> None:
        say("window")
        self._timer.start()

    def _look(self) -> None:
        room = self.entrance.room if self.entrance is not None else None
        if room is None:
            return
        if room.window.current_desk() != "incoming":
            room.window.show_desk("incoming")
        rows: Any = cast(Any, room.window.desk("incoming")).column.list
        if rows.documents.row(rows.documents.key_at(0)) is not None:
            self._timer.stop()
            shown: QWidget = rows.viewport()
            shown.installEventFilter(self)
            shown.update()
            self._list = shown

    def _usable(self) -> None:
        say("inbox")
        self._timer.setInterval(500)
        self._timer.timeout.disconnect()
        self._timer.timeout.connect(self._rest)
        self._timer.start()

    def _rest(self) -> None:
        """Nothing more is read behind the window."""
        read, self._modules = self._modules, len(sys.modules)
        if read != self._modules:
            return
        self._timer.stop()
        say("rest")
        room = self.entrance.room if self.entrance is not None else None
        assert room is not None
        room.leave("quit")


def main() -> int:
    # structlog loads it where it is found; it comes with the tools of development and is not in the product.
    sys.modules["rich"] = None  # type: ignore[assignment]
    # The one that `run` would make; made here so that the first paint is seen.
    watch = Watch(QApplication(["tacnghiep"]))

    from desktop import application

    def work(entrance: Entrance) -> Awaitable[int]:
        entrance.keys = cast(Any, FixedKey())
        watch.entrance = entrance
        return entrance.run()

    return application.run(Path(sys.argv[1]), work, early=True)


if __name__ == "__main__":
    sys.exit(main())
