"""A table of lines that are told apart by keys: filled again and again, it keeps its place. Knows Qt and the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from widgets.theme import Tone, sized, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PERCENT_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: its words, in a tone where it has one; ``percent`` draws how far something is under them."""

    text: str
    tone: Tone | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its key, its fields, and what a screen reader says of it."""

    key: str
    cells: tuple[Cell, ...]
    spoken: str


class _Lines(QAbstractTableModel):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._headers: tuple[str, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self.rows: dict[str, int] = {}

    def set_headers(self, headers: Sequence[str]) -> None:
        self._headers = tuple(headers)

    def set_lines(self, lines: Sequence[Line]) -> bool:
        """Show other lines; whether they are others than before, and not the same with other words."""
        before, self.lines = self.lines, tuple(lines)
        if [line.key for line in before] == [line.key for line in self.lines]:
            for row, (old, new) in enumerate(zip(before, self.lines, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._headers) - 1))
            return False
        self.beginResetModel()
        self.rows = {line.key: row for row, line in enumerate(self.lines)}
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        line = self.lines[index.row()]
        cell = line.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken if index.column() == 0 else cell.text
            case Qt.ItemDataRole.ForegroundRole if cell.tone is not None:
                return QBrush(tokens_of(self._view).ink(cell.tone))
            case Qt.ItemDataRole.FontRole if cell.tone is Tone.BAD:
                return sized(self._view.font(), bold=True)
            case _ if role == KEY_ROLE:
                return line.key
            case _ if role == PERCENT_ROLE:
                return cell.percent
        return None


class _Bar(QStyledItemDelegate):
    """Draws a thin bar under the words of a field that is on its way."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        percent = index.data(PERCENT_ROLE)
        if percent is None:
            return
        rect: Any = option.rect  # type: ignore[attr-defined]  # the stubs leave the option's fields out
        tokens = tokens_of()
        height = max(3, rect.height() // 9)
        track = QRectF(rect.left() + height, rect.bottom() - 2 * height, rect.width() - 3 * height, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.scroll))
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setBrush(tokens.ink(Tone.INFO))
        track.setWidth(track.width() * min(100, max(0, percent)) / 100)
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.restore()


class KeyedTable(QTreeView):
    """The table; one line is chosen at a time.

    Signals:
        chosen(str): the key of the line that is now the chosen one; "" for none.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, headers: Sequence[str], widths: Sequence[int], stretch: int, parent: QWidget | None = None
    ) -> None:
        """``widths`` in characters' widths of the font, by column; the one that stretches takes what is left."""
        super().__init__(parent)
        self._lines = _Lines(self)
        self._lines.set_headers(headers)
        self.setModel(self._lines)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QTreeView::item { padding: 0.4em 0.2em; }")
        self.setItemDelegate(_Bar(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        wide = self.fontMetrics().averageCharWidth()
        for section, width in enumerate(widths):
            if section != stretch:
                header.resizeSection(section, width * wide + 4 * unit_of(self))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current_key()))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the chosen one stays chosen while it is there, else its place is kept."""
        before, row = self.current_key(), self.currentIndex().row()
        if not self._lines.set_lines(lines):
            return
        if before in self._lines.rows:
            row = self._lines.rows[before]
        if lines:
            self.setCurrentIndex(self._lines.index(min(max(row, 0), len(lines) - 1), 0))
        self.chosen.emit(self.current_key())

    def current_key(self) -> str:
        """The key of the chosen line, or empty."""
        index = self.currentIndex()
        return index.data(KEY_ROLE) if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Make a line the chosen one."""
        if key in self._lines.rows:
            self.setCurrentIndex(self._lines.index(self._lines.rows[key], 0))

    def shown(self) -> list[str]:
        """The keys of the lines shown, in order."""
        return list(self._lines.rows)

    def texts(self) -> list[list[str]]:
        """What is shown, line by line."""
        return [[cell.text for cell in line.cells] for line in self._lines.lines]
