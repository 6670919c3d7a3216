"""The week as a table model: two rows a day, one column a leader. Knows Qt and the schedule's view data."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from widgets.schedule_view import HALVES, EntryCard, Half, WeekView

Index = QModelIndex | QPersistentModelIndex

CARDS_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class WeekModel(QAbstractTableModel):
    """Two rows a day, one column a leader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = WeekView(title="", dates="", days=(), columns=())

    def show(self, view: WeekView) -> None:
        """Put another week in place."""
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.view.days) * 2

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.view.columns)

    def place(self, index: Index) -> tuple[int, Half, str]:
        """The cell's day index, half and column key."""
        return index.row() // 2, HALVES[index.row() % 2], self.view.columns[index.column()].key

    def cards(self, index: Index) -> tuple[EntryCard, ...]:
        """The entries in a cell, in order of time."""
        return self.view.cells.get(self.place(index), ()) if index.isValid() else ()

    def half_name(self, row: int) -> str:
        return self.tr("Sáng") if row % 2 == 0 else self.tr("Chiều")

    def spoken(self, index: Index) -> str:
        """The cell as a screen reader says it."""
        day_index, _half, _key = self.place(index)
        day = self.view.days[day_index]
        column = self.view.columns[index.column()]
        where = f"{day.name} {day.date_text}, {self.half_name(index.row()).lower()}, {column.name}"
        cards = self.cards(index)
        what = "; ".join(card.spoken or card.title for card in cards) if cards else self.tr("trống")
        return f"{where}: {what}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == CARDS_ROLE:
            return self.cards(index)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.spoken(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            column = self.view.columns[section]
            return f"{column.name}, {column.title}" if column.title else column.name
        day = self.view.days[section // 2]
        return f"{day.name} {day.date_text}, {self.half_name(section).lower()}"
