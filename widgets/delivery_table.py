"""What each recipient of an issued document has done with it, with the hour and by whom. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.kit import ElidedLabel, button, set_kind
from widgets.page_view import PageView
from widgets.theme import Tone, sized, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex
SHOWN = 4
"""Rows shown at once; more are scrolled to."""


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

    def told(self) -> str:
        """Hour, by whom and why in one line: "09:12, 19/11 · Hoàng Thị Thu"."""
        who = ": ".join(part for part in (self.by, self.note) if part)
        return " · ".join(part for part in (self.at, who) if part)

    def spoken(self) -> str:
        """The row as one sentence, for screen readers and the tool tip."""
        return ", ".join(part for part in (self.recipient, self.status, self.told()) if part)


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[DeliveryRow] = []

    def put(self, rows: Sequence[DeliveryRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        return None


class _Delegate(QStyledItemDelegate):
    """Recipient above, status with hour and person below."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, 2 * QFontMetrics(self._view.font()).height() + unit_of(self._view) * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DeliveryRow = index.data(Qt.ItemDataRole.UserRole)
        tokens, step = tokens_of(self._view), unit_of(self._view)
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.fillRect(box, QColor(tokens.selection))
        plain, small = self._view.font(), sized(self._view.font(), 0.92)
        strong = sized(self._view.font(), 0.92, bold=True)
        line = QFontMetrics(plain).height()
        inner = box.adjusted(step, step - 1, -step, 0)
        above = QRect(inner.left(), inner.top(), inner.width(), line)
        self._words(painter, plain, QColor(tokens.text), above, row.recipient)
        below = QRect(inner.left(), inner.top() + line, inner.width(), line)
        face = strong if row.tone is not Tone.NEUTRAL else small
        used = self._words(painter, face, tokens.ink(row.tone), below, row.status)
        rest = QRect(below.left() + used + step * 2, below.top(), below.width() - used - step * 2, line)
        self._words(painter, small, QColor(tokens.muted), rest, row.told())
        painter.fillRect(QRect(inner.left(), box.bottom(), inner.width(), 1), QColor(tokens.line))
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, font: Any, colour: QColor, box: QRect, text: str) -> int:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


class DeliveryTable(QListView):
    """One recipient a row, as high as its rows up to four."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.deliveries = _Model(self)
        self.setModel(self.deliveries)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Tình hình nhận của từng nơi nhận"))

    def show_rows(self, rows: Sequence[DeliveryRow]) -> None:
        """Show these."""
        self.deliveries.put(rows)
        self.setFixedHeight(self.sizeHintForRow(0) * min(SHOWN, max(1, len(rows))) if rows else 0)


class IssuedPage(PageView):
    """A page view that shows, above an issued document's page, what its recipients have done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.summary = ElidedLabel("")
        self.summary.setFont(sized(self.summary.font(), bold=True))
        self.deliveries = DeliveryTable()
        self.fold = button(self.tr("Ẩn"), "link")
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(self.tr("Ẩn danh sách nơi nhận"))
        self.fold.toggled.connect(self._fold)
        self._panel = QFrame()
        set_kind(self._panel, "card")
        step = unit_of(self)
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(step * 2, step, step * 2, step)
        rows.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(step, 0, 0, 0)
        head.addWidget(self.summary, 1)
        head.addWidget(self.fold)
        rows.addLayout(head)
        rows.addWidget(self.deliveries)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self._panel)
        self._panel.hide()

    def show_deliveries(self, summary: str, rows: Sequence[DeliveryRow]) -> None:
        """Show these; no rows hides the panel."""
        self.summary.setText(summary)
        self.deliveries.show_rows(rows)
        self._panel.setVisible(bool(rows))

    def _fold(self, folded: bool) -> None:
        self.deliveries.setVisible(not folded)
        self.fold.setText(self.tr("Xem") if folded else self.tr("Ẩn"))
