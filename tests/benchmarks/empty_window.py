"""The least that a Qt window can cost: an empty PySide6 main window in a fresh process. Ends after its first paint."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.moments import say


class Empty(QMainWindow):
    """Tells of its first paint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        say("window")
        QApplication.quit()


def main() -> None:
    application = QApplication([])
    window = Empty()
    window.resize(1366, 768)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
