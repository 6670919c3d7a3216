"""The acts allowed now as a row of buttons, the first one first; what does not fit stands in a menu. Knows the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from widgets.kit import button, tool_button
from widgets.leaving import Way, is_barred, leads_out, reason
from widgets.theme import unit_of


@dataclass(frozen=True, slots=True)
class Action:
    """One act offered: its key, its words (with & before the access key), and why it is not possible now, if so.

    Attributes: leaves — the way by which it takes something out of the program, "" for none.
    """

    key: str
    text: str
    hint: str = ""
    enabled: bool = True
    leaves: Way | Literal[""] = ""


class ActionBar(QWidget):
    """Signals: triggered(str) — the key of the act."""

    triggered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._actions: tuple[Action, ...] = ()
        self._extras: tuple[Action, ...] = ()
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(unit_of(self) * 2)
        self._row.addStretch(1)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.more = tool_button("more", self.tr("Việc khác"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._row.addWidget(self.more)
        self.more.hide()

    def set_actions(self, actions: Sequence[Action], extras: Sequence[Action] = ()) -> None:
        """Offer these, the first one as the ordinary next step; `extras` always stand in the menu."""
        if (tuple(actions), tuple(extras)) == (self._actions, self._extras):
            return
        focused = next((a.key for a, b in zip(self._actions, self._buttons, strict=True) if b.hasFocus()), "")
        self._actions, self._extras = tuple(actions), tuple(extras)
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for place, action in enumerate(self._actions):
            made = button(action.text, "primary" if place == 0 else "plain", parent=self)
            made.setEnabled(action.enabled)
            made.setToolTip(action.hint)
            if action.leaves:
                leads_out(made, action.leaves)
            made.clicked.connect(lambda _=False, key=action.key: self.triggered.emit(key))
            self._row.insertWidget(place, made)
            self._buttons.append(made)
            if action.key == focused:
                made.setFocus()
        self._fit()

    def keys(self) -> tuple[str, ...]:
        """The acts offered, in order."""
        return tuple(action.key for action in self._actions)

    def button(self, key: str) -> QPushButton:
        """The button of an act. Raises KeyError."""
        for action, made in zip(self._actions, self._buttons, strict=True):
            if action.key == key:
                return made
        raise KeyError(key)

    def minimumSizeHint(self) -> QSize:
        return QSize(unit_of(self) * 24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap = self._row.spacing()
        widths = [made.sizeHint().width() + gap for made in self._buttons]
        menu = self.more.sizeHint().width() + gap
        room = self.width() - (menu if self._extras or sum(widths) > self.width() else 0)
        used, fits = 0, True
        for width, made in zip(widths, self._buttons, strict=True):
            used += width
            fits = fits and used <= room + gap
            made.setVisible(fits)
        self.more.setVisible(bool(self._extras) or not fits)

    def _fill_menu(self) -> None:
        self.menu.clear()
        hidden = [a for a, b in zip(self._actions, self._buttons, strict=True) if b.isHidden()]
        for action in hidden:
            self._add(action)
        if hidden and self._extras:
            self.menu.addSeparator()
        for action in self._extras:
            self._add(action)

    def _add(self, action: Action) -> None:
        entry = self.menu.addAction(action.text)
        why = reason(action.leaves) if action.leaves and is_barred(self, action.leaves) else ""
        entry.setEnabled(action.enabled and not why)
        entry.setToolTip(why or action.hint)
        entry.triggered.connect(lambda _=False, key=action.key: self.triggered.emit(key))
