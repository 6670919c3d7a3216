"""Says why a profile stays shut, what that means for the work in it, and what can be done: one button for each way.

Knows Qt and the kit. What the buttons do is the caller's; closing the window chooses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from widgets.dialog_parts import Note, heading, muted
from widgets.fitting import FormArea, fit_to_screen
from widgets.kit import button, rule
from widgets.theme import Tone, unit_of


@dataclass(frozen=True)
class DoorAction:
    """One way on.

    Attributes:
        key: what is told when it is pressed.
        words: the button.
        why: one line that says what comes of it; "" where the button says enough.
    """

    key: str
    words: str
    why: str = ""


@dataclass(frozen=True)
class DoorView:
    """What is said.

    Attributes:
        title: what happened, in one line.
        text: what it means for the work, in plain words.
        actions: the ways on, the best first; the last one leaves.
        command: a line to be copied, shown whole; "" where there is none.
        tone: how grave it is.
    """

    title: str
    text: str
    actions: tuple[DoorAction, ...]
    command: str = ""
    tone: Tone = Tone.WARN


class DoorDialog(QDialog):
    """The window.

    Signals:
        chosen(str): the key of the way that was taken; "" when the window was closed by hand. Once.
    """

    chosen = Signal(str)

    def __init__(self, view: DoorView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle("Tác nghiệp")
        self.setMinimumWidth(560)
        self._told = False
        self.buttons: dict[str, QPushButton] = {}
        step = unit_of(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        outer.setSpacing(3 * step)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * step)
        column.addWidget(heading(view.title))
        column.addWidget(Note(view.text, view.tone))
        if view.command:
            line = QLineEdit(view.command)
            line.setReadOnly(True)
            line.setCursorPosition(0)
            line.setAccessibleName(view.command)
            column.addWidget(line)
        for action in view.actions:
            if action.why:
                column.addLayout(self._way(action))
        column.addStretch(1)
        outer.addWidget(FormArea(body), 1)
        outer.addWidget(rule())
        outer.addLayout(self._foot(view))
        self._first(view)

    def _way(self, action: DoorAction) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * unit_of(self))
        made = self._button(action)
        # All as wide as the widest, so that their reasons begin on one line.
        made.setMinimumWidth(self.fontMetrics().averageCharWidth() * 28)
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(muted(action.why), 1)
        return row

    def _foot(self, view: DoorView) -> QHBoxLayout:
        row = QHBoxLayout()
        plain = [action for action in view.actions if not action.why]
        for action in plain[:-1]:
            row.addWidget(self._button(action))
        row.addStretch(1)
        for action in plain[-1:]:
            row.addWidget(self._button(action))
        return row

    def _button(self, action: DoorAction) -> QPushButton:
        made = button(action.words, "plain" if self.buttons else "primary")
        made.setAccessibleDescription(action.why)
        made.clicked.connect(lambda: self._choose(action.key))
        self.buttons[action.key] = made
        return made

    def _first(self, view: DoorView) -> None:
        first = self.buttons[view.actions[0].key]
        first.setDefault(True)
        first.setFocus()

    def stays_for(self, key: str, do: Callable[[], object]) -> None:
        """Do this when that button is pressed, and stay open: it takes no way."""
        made = self.buttons[key]
        made.clicked.disconnect()
        made.clicked.connect(lambda: do())

    def _choose(self, key: str) -> None:
        if not self._told:
            self._told = True
            self.accept()
            self.chosen.emit(key)

    def reject(self) -> None:
        """Closed by hand, or by Esc."""
        super().reject()
        if not self._told:
            self._told = True
            self.chosen.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, not the first one."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)
