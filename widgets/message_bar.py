"""The bar that says what happened and what to do next, above the desk. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from widgets.kit import IconLabel, button, label, set_kind, tool_button
from widgets.theme import Tone, unit_of

_ICONS = {"good": "valid", "warn": "warning", "bad": "invalid", "info": "info", "neutral": "info"}


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: words in a tone, and at most one thing to do about it."""

    text: str
    tone: Tone
    action: str
    run: Callable[[], object] | None


class MessageBar(QFrame):
    """Shows one notice at a time, the newest; a notice with a key replaces the one with the same key.

    Closed with its cross, by its action, or by Esc while it has the focus; what waited behind it comes back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, Notice] = {}
        row = QHBoxLayout(self)
        step = unit_of(self)
        row.setContentsMargins(step * 4, step, step * 2, step)
        self._icon = IconLabel("info")
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = button("")
        self._action.clicked.connect(self._run)
        self._close = tool_button("close", self.tr("Đóng thông báo"))
        self._close.clicked.connect(self._drop)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._drop)
        self.hide()

    def post(
        self,
        text: str,
        tone: Tone | str = Tone.INFO,
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        key: str = "",
    ) -> None:
        """Say something. `key` names a lasting state (for instance "sync") so that it can be taken back."""
        key = key or text
        self._notices.pop(key, None)
        self._notices[key] = Notice(text, Tone(tone), action, run)
        self._show_last()

    def take_back(self, key: str) -> None:
        """Remove the notice with that key; nothing happens when there is none."""
        if self._notices.pop(key, None) is not None:
            self._show_last()

    def text(self) -> str:
        """The words shown now, "" when the bar is away."""
        return self._text.text() if self._notices else ""

    def _show_last(self) -> None:
        if not self._notices:
            self.hide()
            return
        notice = next(reversed(self._notices.values()))
        set_kind(self, "messagebar", notice.tone)
        self._icon.set_icon(_ICONS[notice.tone], notice.tone)
        self._text.setText(notice.text)
        self.setAccessibleName(notice.text)
        self._action.setText(notice.action)
        self._action.setVisible(bool(notice.action))
        self.show()

    def _run(self) -> None:
        if not self._notices:
            return
        key, notice = next(reversed(self._notices.items()))
        self.take_back(key)
        if notice.run is not None:
            notice.run()

    def _drop(self) -> None:
        if self._notices:
            self.take_back(next(reversed(self._notices)))
