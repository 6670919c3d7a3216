"""A list at the left and what is open at the right; where there is no room for both, one at a time. Knows the kit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from widgets.kit import tool_button

TWO_PANES = 760
"""Below this width, in logical px, the list and what is open take turns."""


class TwoPanes(QSplitter):
    """Attributes: back (QToolButton), the way from the right one to the left; its place is in the right one's head.

    Signals:
        turned(): panes take turns now or do not, or the other one came forward.

    Args:
        sizes: of both, in logical px, at first.
        below: the width below which they take turns.
        keyboard: what of each gets the keyboard when it is brought forward; themselves where None. As a focus proxy of
            a pane it would let Tab pass by all that stands before it.
    """

    turned = Signal()

    def __init__(
        self, left: QWidget, right: QWidget, sizes: tuple[int, int], parent: QWidget | None = None, *,
        below: int = TWO_PANES, keyboard: tuple[QWidget, QWidget] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._left, self._right, self._below = left, right, below
        self._keyboard = keyboard or (left, right)
        self._single = False
        self.back = tool_button("back", self.tr("Về danh sách (Esc)"))
        self.back.clicked.connect(self.show_left)
        self.back.hide()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        self.setSizes(list(sizes))
        self._escape = self._shortcut("Esc", self.show_left)
        self._escape.setEnabled(False)
        self._shortcut("F6", self._other)

    def is_single(self) -> bool:
        """Whether only one of the two is shown."""
        return self._single

    def show_left(self) -> None:
        """Bring the list forward and give it the keyboard."""
        self._turn(right=False)
        self._keyboard[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_right(self) -> None:
        """Bring what is open forward and give it the keyboard."""
        self._turn(right=True)
        self._keyboard[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Room for one of the two: where there is no more, they take turns."""
        hints = [pane.minimumSizeHint().expandedTo(pane.minimumSize()) for pane in (self._left, self._right)]
        return hints[0].expandedTo(hints[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        single = self.width() < self._below
        if single != self._single:
            self._single = single
            self.back.setVisible(single)
            self._escape.setEnabled(single)
            self._turn(right=self._reads())

    def _shortcut(self, keys: str, run: Callable[[], None]) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(run)
        return made

    def _turn(self, *, right: bool) -> None:
        self._left.setVisible(not self._single or not right)
        self._right.setVisible(not self._single or right)
        # Laid out now, not at the next event: who hears of the turn looks at how large they are.
        self.refresh()
        self.turned.emit()

    def _reads(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and self._right.isAncestorOf(focused)

    def _other(self) -> None:
        if self._reads():
            self.show_left()
        else:
            self.show_right()
