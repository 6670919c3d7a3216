"""Who gets what: one line per unit or person, one column per role, as on paper. Knows Qt and the theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from widgets import icons
from widgets.recipient_picker import folded
from widgets.theme import sized, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex
ROLES: Final = ("lead", "co", "info")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be chosen.

    Attributes:
        key: identifier, given back.
        name: of the unit or person.
        note: the person's title, "" for a unit.
        is_unit: units stand out; their people stand under them.
    """

    key: str
    name: str
    note: str = ""
    is_unit: bool = False


class _Model(QAbstractTableModel):
    """One role at most per line, one lead at most in all: nobody is named twice."""

    changed = Signal()

    def __init__(self, headers: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._headers = list(headers)
        self.candidates: list[Candidate] = []
        self.roles: dict[str, str] = {}

    def fill(self, candidates: Sequence[Candidate]) -> None:
        self.beginResetModel()
        self.candidates = list(candidates)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.candidates)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1 + len(ROLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        candidate = self.candidates[index.row()]
        if index.column() == 0:
            return self._name(candidate, role)
        chosen = self.roles.get(candidate.key) == ROLES[index.column() - 1]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{candidate.name}, {self._headers[index.column()]}" + (" ✓" if chosen else "")
        return None

    def _name(self, candidate: Candidate, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            text = f"{candidate.name} — {candidate.note}" if candidate.note else candidate.name
            return text if candidate.is_unit else f"    {text}"
        if role == Qt.ItemDataRole.FontRole and (candidate.is_unit or candidate.key in self.roles):
            parent = self.parent()
            return sized(parent.font(), bold=True) if isinstance(parent, QWidget) else None
        return None

    def give(self, key: str, role: str) -> None:
        """Give somebody a role, or take it back when they have it; a new lead takes the place of the old one."""
        if self.roles.get(key) == role:
            del self.roles[key]
        else:
            if role == "lead":
                self.roles = {k: r for k, r in self.roles.items() if r != "lead"}
            self.roles[key] = role
        self._tell()

    def set_roles(self, roles: Mapping[str, str]) -> None:
        known = {candidate.key for candidate in self.candidates}
        self.roles = {key: role for key, role in roles.items() if key in known and role in ROLES}
        self._tell()

    def _tell(self) -> None:
        if self.candidates:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.candidates) - 1, len(ROLES)))
        self.changed.emit()


class _Filter(QSortFilterProxyModel):
    """Lines that hold every word typed; a unit stays while one of its people does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def set_text(self, text: str) -> None:
        self._words = folded(text).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        if not isinstance(model, _Model) or not self._words:
            return True
        candidate = model.candidates[source_row]
        text = folded(f"{candidate.name} {candidate.note}")
        return all(word in text for word in self._words)


class _TickDelegate(QStyledItemDelegate):
    """A tick in the middle of its cell; round in the column where only one can be chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self.parent()
        if not isinstance(table, QWidget):
            return
        tokens = tokens_of(table)
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if current:
            painter.fillRect(box, QColor(tokens.selection))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = QFontMetrics(table.font()).height() * 0.9
        mark = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(tokens.info if focused or chosen else tokens.disabled), 2 if focused else 1))
        painter.setBrush(QColor(tokens.accent) if chosen else QColor(tokens.surface))
        radius = side / 2 if index.column() == 1 else 3
        painter.drawRoundedRect(mark, radius, radius)
        if chosen:
            size = round(side)
            tick = icons.pixmap("check", tokens.accent_text, size, table.devicePixelRatioF())
            painter.drawPixmap(mark.topLeft(), tick)
        painter.restore()


class _Table(QTableView):
    """Arrows move from cell to cell, Space ticks; 1, 2 and 3 give the line a role from any of its cells."""

    ticked = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid():
            if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.ticked.emit(index.row(), max(1, index.column()))
                return
            if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3:
                self.ticked.emit(index.row(), event.key() - Qt.Key.Key_0)
                return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing belongs to the filter line."""


class AssigneeTable(QWidget):
    """The filter line and the table. Signals: changed() after somebody was given or lost a role."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headers = (self.tr("Đơn vị, cá nhân"), self.tr("Chủ trì"), self.tr("Phối hợp"), self.tr("Để biết"))
        self.model = _Model(headers, self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(self.model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Gõ để tìm đơn vị, người… (phím 1 chủ trì, 2 phối hợp, 3 để biết)"))
        self.search.setAccessibleName(self.tr("Tìm đơn vị, người"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.table = _Table()
        self.table.setAccessibleName(self.tr("Đơn vị, cá nhân nhận xử lý"))
        self.table.setModel(self._filter)
        self._dress_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit_of(self))
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self.search.textChanged.connect(self._search)
        self.table.ticked.connect(self._tick)
        self.table.clicked.connect(lambda index: self._tick(index.row(), index.column()) if index.column() else None)
        self.model.changed.connect(self.changed)

    def _dress_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + unit_of(self) * 2)
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setItemDelegate(_TickDelegate(table))
        table.setItemDelegateForColumn(0, QStyledItemDelegate(table))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in range(1, 1 + len(ROLES)):
            table.setColumnWidth(section, self.fontMetrics().horizontalAdvance(self.tr("Phối hợp")) + unit_of(self) * 6)

    def fill(self, candidates: Sequence[Candidate]) -> None:
        """Offer these, in this order."""
        self.model.fill(candidates)

    def roles(self) -> dict[str, str]:
        """Role by key: "lead", "co" or "info"."""
        return dict(self.model.roles)

    def set_roles(self, roles: Mapping[str, str]) -> None:
        """Tick exactly these; who is not offered is left out."""
        self.model.set_roles(roles)

    def names(self, role: str) -> list[str]:
        """Who has that role, in the order of the table."""
        return [c.name for c in self.model.candidates if self.model.roles.get(c.key) == role]

    def _tick(self, row: int, column: int) -> None:
        place = self._filter.mapToSource(self._filter.index(row, column)).row()
        if 0 <= place < len(self.model.candidates):
            self.model.give(self.model.candidates[place].key, ROLES[column - 1])

    def _search(self, text: str) -> None:
        self._filter.set_text(text)
        if self._filter.rowCount():
            self.table.setCurrentIndex(self._filter.index(0, 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter line: Down goes into the table; Enter gives the first line the role still missing."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self._filter.rowCount():
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                if not self.table.currentIndex().isValid():
                    self.table.setCurrentIndex(self._filter.index(0, 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.text():
                if self._filter.rowCount():
                    self._tick(0, 2 if "lead" in self.model.roles.values() else 1)
                    self.search.clear()
                return True
        return super().eventFilter(watched, event)
