"""A desk of documents: the list at the left, what is open at the right; in small windows one of them. Knows the kit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from widgets.list_column import ListColumn
from widgets.reading_pane import ReadingPane
from widgets.two_panes import TWO_PANES


class DocumentDesk(QWidget):
    """Attributes: column (ListColumn), pane (ReadingPane)."""

    def __init__(self, column: ListColumn, pane: ReadingPane | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.pane = pane if pane is not None else ReadingPane()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.column)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        self._single = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self.column.list.opened.connect(lambda _: self.show_pane())
        self.pane.backRequested.connect(self.show_list)
        for keys, run in (("F6", self._other_pane), ("Esc", self.show_list)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def is_single(self) -> bool:
        """Whether only one of the two is shown."""
        return self._single

    def show_pane(self) -> None:
        """Bring what is open forward and give it the keyboard."""
        if self._single:
            self.column.hide()
            self.pane.show()
        self.pane.page.pdf.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Bring the list forward and give it the keyboard."""
        if self._single:
            self.pane.hide()
            self.column.show()
        self.column.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on; by a focus proxy Tab would pass by all that stands before it."""
        self.column.list.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        single = self.width() < TWO_PANES
        self.pane.set_back_shown(single)
        if single == self._single and self._splitter.sizes() != [0, 0]:
            return
        self._single = single
        reading = self.pane.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.column.setVisible(not single or not reading)
        self.pane.setVisible(not single or reading)
        if not single:
            left = max(self.column.minimumSizeHint().width(), round(self.width() * 0.405))
            self._splitter.setSizes([left, self.width() - left])

    def _other_pane(self) -> None:
        if self.pane.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False:
            self.show_list()
        else:
            self.show_pane()
