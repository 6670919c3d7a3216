"""Keeps dialogs on the screen: 1366x768 at 200 % is a screen of 683x384. Knows Qt alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from widgets.kit import set_kind

FRAME = 48
"""Room left for the frame of a window and the task bar's edge, logical px."""


def room_on(window: QWidget) -> QSize:
    """How large a window can be on its screen, in logical px."""
    return window.screen().availableSize() - QSize(8, FRAME)


class FormArea(QScrollArea):
    """The middle of a dialog: as high as its content wishes, and scrolled where the screen is too low for that.

    Args:
        lines: how many lines of text it shows at the least.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, lines: int = 6) -> None:
        super().__init__(parent)
        self._lines = lines
        set_kind(self, "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # A scroll area is a stop for Tab only where there is something to scroll.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def measure(self) -> None:
        """Ask the content anew how large it wishes to be, now and not at the next event."""
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.activate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        content = self.widget()
        return content.sizeHint() if content is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        if content is None:
            return super().minimumSizeHint()
        least = content.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least.width() + bar, min(least.height(), self.fontMetrics().height() * self._lines))

    def hasHeightForWidth(self) -> bool:
        content = self.widget()
        return content is not None and content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        content = self.widget()
        return content.heightForWidth(width) if content is not None else super().heightForWidth(width)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """What gets the focus by Tab comes into view."""
        moved = super().focusNextPrevChild(next_)
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, self.fontMetrics().height())
        return moved


def fit_to_screen(dialog: QDialog) -> None:
    """Make a dialog as large as it wishes (words that wrap included), and no larger than the screen."""
    screen = room_on(dialog)
    wished = dialog.size().expandedTo(dialog.sizeHint())
    width = min(wished.width(), screen.width())
    layout = dialog.layout()
    height = wished.height()
    if layout is not None and layout.hasHeightForWidth():
        height = max(dialog.height(), layout.totalHeightForWidth(width))
    dialog.setMinimumSize(min(dialog.minimumWidth(), width), 0)
    dialog.resize(width, min(height, screen.height()))
    if dialog.isVisible():
        keep_on_screen(dialog)


def keep_on_screen(window: QWidget) -> None:
    """Move a window that has grown over the right or lower edge of its screen back, its title in sight in any case."""
    screen, framed = window.screen().availableGeometry(), window.frameGeometry()
    left = max(screen.left(), framed.left() - max(0, framed.right() - screen.right()))
    top = max(screen.top(), framed.top() - max(0, framed.bottom() - screen.bottom()))
    if (left, top) != (framed.left(), framed.top()):
        window.move(left, top)
