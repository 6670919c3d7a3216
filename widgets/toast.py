"""A short word that something is done, over the foot of the window; it goes by itself. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from widgets.kit import IconLabel, button, label, set_kind
from widgets.theme import Tone, unit_of

SHOWN_FOR = 7000
"""Milliseconds; held while the pointer or the keyboard is on it."""


class Toast(QFrame):
    """Over its parent, at the foot, centred; one at a time, the newest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_kind(self, "toast")
        self._run: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        step = unit_of(self)
        row.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        row.setSpacing(step * 2)
        self._icon = IconLabel("valid", Tone.GOOD)
        self._text = label("")
        self._action = button("", "link")
        self._action.clicked.connect(self._act)
        for part in (self._icon, self._text, self._action):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    def post(self, text: str, tone: Tone, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Say it, with at most one thing to do about it."""
        self._run = run
        self._icon.set_icon({"good": "valid"}.get(tone, "info"), tone)
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def end_offer(self) -> None:
        """What was offered can no longer be done: the word goes, if it offers something."""
        if not self.isHidden() and self._run is not None:
            self.hide()

    def text(self) -> str:
        """The words shown now, "" when it is away."""
        return self._text.text() if not self.isHidden() else ""

    def _act(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()

    def _leave(self) -> None:
        if self.underMouse() or self._action.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        most = parent.width() - unit_of(self) * 8
        self._text.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > most:
            self._text.setWordWrap(True)
            size = QSize(most, self.heightForWidth(most))
        self.resize(size)
        left = (parent.width() - self.width()) // 2
        self.move(left, parent.height() - self.height() - unit_of(self) * 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
