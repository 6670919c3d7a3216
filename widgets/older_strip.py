"""The quiet line below a list: from when on it is not kept here, and a button that brings more. Knows the kit alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.kit import ElidedLabel, button, rule
from widgets.theme import unit_of


class OlderStrip(QWidget):
    """Hidden until there is something to say.

    Signals:
        wanted(): more is asked for.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        line = QHBoxLayout()
        line.setContentsMargins(step * 4, step, step * 3, step)
        line.setSpacing(step * 2)
        self.words = ElidedLabel(kind="muted")
        self.more = button("", "link")
        self.more.clicked.connect(self.wanted)
        line.addWidget(self.words, 1)
        line.addWidget(self.more)
        column.addLayout(line)
        self.hide()

    def say(self, words: str, action: str, *, busy: bool = False) -> None:
        """Show these words and the button; while something is on its way it cannot be pressed."""
        self.words.setText(words)
        self.more.setText(action)
        self.more.setAccessibleName(f"{action}. {words}")
        self.more.setEnabled(not busy)
        self.show()
