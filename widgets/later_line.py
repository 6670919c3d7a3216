"""One line that says what waits for a service, with the one thing to do about it. Hidden while nothing waits.

Knows the kit.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.kit import ElidedLabel, button
from widgets.theme import unit_of


class LaterLine(QWidget):
    """Attributes: words, the line itself; button, what can be done.

    Signals: pressed().
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = unit_of(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(step * 4, step * 2, step * 4, 0)
        row.setSpacing(step * 2)
        self.words = ElidedLabel("", "muted")
        self.button = button("")
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.pressed)
        self.hide()

    def say(self, text: str, action: str = "", why: str = "") -> None:
        """Show a line; an empty one hides it.

        Args:
            action: what the button says; "" for no button.
            why: the sentence behind it, as a tool tip and for screen readers.
        """
        self.words.setText(text)
        self.words.setToolTip(why or text)
        self.setAccessibleName(" ".join(part for part in (text, why) if part))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.button.setToolTip(why)
        self.button.setAccessibleDescription(why)
        self.setVisible(bool(text))
