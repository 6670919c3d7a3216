"""The list of documents: fixed-height rows that scroll smoothly however many there are. Knows Qt and its own model.

A table of one column, for a list view lays out every row anew whenever one changes: a hundred thousand calls each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from widgets.kit import set_kind
from widgets.list_delegate import RowDelegate
from widgets.list_model import ListModel, Mark, Row

__all__ = ["DocumentList", "ListModel", "Mark", "Row"]


class DocumentList(QTableView):
    """One row is current at a time; arrows, Page, Home and End answer at once.

    Signals:
        chosen(str): another row became current, "" when none is.
        opened(str): Enter or a double click on a row.
        rowsWanted(list[str]): identifiers whose rows are needed; answer with `set_rows`.
    """

    chosen = Signal(str)
    opened = Signal(str)
    rowsWanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "rows")
        self._quiet = False
        self.documents = ListModel(self)
        self._delegate = RowDelegate(self)
        self.setModel(self.documents)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.documents.rowsWanted.connect(self.rowsWanted)
        self.activated.connect(lambda index: self.opened.emit(self.documents.key_at(index.row())))

    def set_keys(self, keys: Sequence[str]) -> None:
        """List these; the current row stays current and in its place on the screen when it is still listed."""
        current = self.current()
        offset = self._offset(current)
        self._quiet = True
        self.documents.set_keys(keys)
        self._quiet = False
        place = self.documents.place_of(current) if current else -1
        if place < 0:
            self.clearSelection()
            self._quiet = True
            self.setCurrentIndex(QModelIndex())
            self._quiet = False
            if current:
                self.chosen.emit("")
            return
        self._quiet = True
        self._set_current(place)
        self._quiet = False
        if offset is not None:
            moved = self.visualRect(self.documents.index(place)).top() - offset
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def set_rows(self, rows: Mapping[str, Row]) -> None:
        """Take rows that were asked for."""
        self.documents.set_rows(rows)
        self.viewport().update()

    def refresh(self) -> None:
        """What the rows say may have changed."""
        self.documents.refresh()
        self.viewport().update()

    def current(self) -> str:
        """Identifier of the current row, "" when there is none."""
        return self.documents.key_at(self.currentIndex().row())

    def current_place(self) -> int:
        """Place of the current row, -1 when there is none."""
        return self.currentIndex().row()

    def choose(self, key: str) -> bool:
        """Make a row current by its identifier; False when it is not listed."""
        place = self.documents.place_of(key)
        if place < 0:
            return False
        self._set_current(place)
        self.scrollTo(self.documents.index(place))
        return True

    def choose_near(self, place: int) -> None:
        """Make current the row that now stands at a place, or the last one."""
        last = self.documents.rowCount() - 1
        if last >= 0:
            self._set_current(max(0, min(place, last)))
            self.scrollTo(self.currentIndex())

    def _measure(self) -> None:
        self._delegate.measure()
        height = self._delegate.row_height()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 2)

    def _set_current(self, place: int) -> None:
        self.selectionModel().setCurrentIndex(
            self.documents.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _offset(self, key: str) -> int | None:
        place = self.documents.place_of(key) if key else -1
        if place < 0:
            return None
        box = self.visualRect(self.documents.index(place))
        return box.top() if self.viewport().rect().intersects(box) else None

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not self._quiet:
            self.chosen.emit(self.documents.key_at(current.row()) if current.isValid() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current())
            return
        last = self.documents.rowCount() - 1
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._set_current(0 if event.key() == Qt.Key.Key_Home else last)
            self.scrollTo(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing finds nothing here (it would read every row); the search box is one key away."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (
            not self.currentIndex().isValid()
            and self.documents.rowCount()
            and not event.reason().name.startswith("Mouse")
        ):
            self._set_current(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._measure()
