"""What each recipient of an issued document has done with it, with the hour and by whom. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from widgets.kit import button, label, set_kind
from widgets.page_view import PageView
from widgets.theme import Tone, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DeliveryRow:
    """One recipient.

    Attributes:
        recipient: name of the organ.
        status: "Đã tiếp nhận", "Từ chối tiếp nhận", "Chưa nhận được".
        at: hour and day, empty while nothing has arrived there.
        by: who did it there.
        note: reason of a return.
        tone: of the status; the word always says the same.
    """

    recipient: str
    status: str
    at: str = ""
    by: str = ""
    note: str = ""
    tone: Tone = Tone.NEUTRAL


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self.rows: list[DeliveryRow] = []
        names = (self.tr("Nơi nhận"), self.tr("Trạng thái"), self.tr("Lúc"), self.tr("Người nhận"))
        self._heads = (*names, self.tr("Ghi chú"))

    def put(self, rows: Sequence[DeliveryRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        cells = (row.recipient, row.status, row.at, row.by, row.note)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {cells[index.column()]}"
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1 and row.tone is not Tone.NEUTRAL:
            return tokens_of(self._widget).ink(row.tone)
        return None


class DeliveryTable(QWidget):
    """One row a recipient, as high as its rows up to six; ``summary`` is laid out by whoever shows the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = label("", bold=True)
        self.model = _Model(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Tình hình nhận của từng nơi nhận"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + unit_of(self) * 2)
        self.table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_rows(self, summary: str, rows: Sequence[DeliveryRow]) -> None:
        """Show these."""
        self.summary.setText(summary)
        self.model.put(rows)
        line = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + line * min(6, max(1, len(rows))) + 2 * self.table.frameWidth())
        metrics = self.fontMetrics()
        for column, width in enumerate((34, 20, 18, 18)):
            self.table.setColumnWidth(column, metrics.averageCharWidth() * width)


class IssuedPage(PageView):
    """A page view that shows, above an issued document's page, what its recipients have done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.deliveries = DeliveryTable()
        self.fold = button(self.tr("Ẩn nơi nhận"), "link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._fold)
        self._panel = QFrame()
        set_kind(self._panel, "card")
        step = unit_of(self)
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(step * 3, step, step * 3, step * 2)
        rows.setSpacing(step)
        head = QHBoxLayout()
        head.addWidget(self.deliveries.summary, 1)
        head.addWidget(self.fold)
        rows.addLayout(head)
        rows.addWidget(self.deliveries)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self._panel)
        self._panel.hide()

    def show_deliveries(self, summary: str, rows: Sequence[DeliveryRow]) -> None:
        """Show these; no rows hides the panel."""
        self.deliveries.show_rows(summary, rows)
        self._panel.setVisible(bool(rows))

    def _fold(self, folded: bool) -> None:
        self.deliveries.setVisible(not folded)
        self.fold.setText(self.tr("Xem nơi nhận") if folded else self.tr("Ẩn nơi nhận"))
