"""Choosing recipients: saved groups and units in one list, found by typing. Knows Qt and the kit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.kit import button, label

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RecipientUnit:
    """An organ or department that documents are sent to."""

    id: str
    name: str


@dataclass(frozen=True)
class RecipientGroup:
    """Recipients saved under one name; ``own`` groups were saved here and may be removed."""

    name: str
    unit_ids: tuple[str, ...]
    own: bool = False


def folded(text: str) -> str:
    """``text`` without case and diacritics, đ as d: what a filter compares."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(ch for ch in plain if not unicodedata.combining(ch))


class RecipientModel(QAbstractListModel):
    """Groups first, then units; each row with a check box.

    Signals:
        chosen_changed: the set of chosen units is another one.
    """

    chosen_changed = Signal()

    FoldedRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[RecipientGroup] = []
        self._units: list[RecipientUnit] = []
        self._folded: list[str] = []
        self._chosen: dict[str, None] = {}

    def fill(self, groups: Iterable[RecipientGroup], units: Iterable[RecipientUnit]) -> None:
        """Show these groups and units; what is chosen stays chosen."""
        self.beginResetModel()
        self._groups = list(groups)
        self._units = list(units)
        self._folded = [folded(row.name) for row in (*self._groups, *self._units)]
        self.endResetModel()

    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen units, in the order in which they were chosen."""
        return tuple(self._chosen)

    def choose(self, unit_ids: Iterable[str], *, on: bool = True) -> None:
        """Choose, or leave out, these units."""
        before = tuple(self._chosen)
        for unit_id in unit_ids:
            if on:
                self._chosen[unit_id] = None
            else:
                self._chosen.pop(unit_id, None)
        if tuple(self._chosen) != before:
            if self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            self.chosen_changed.emit()

    def name_of(self, unit_id: str) -> str:
        """The unit's name; its id where the unit is not known here."""
        return next((unit.name for unit in self._units if unit.id == unit_id), unit_id)

    def names(self) -> list[str]:
        """Names of the chosen units, in the order of the list."""
        return [unit.name for unit in self._units if unit.id in self._chosen]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._groups) + len(self._units)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid() or row >= self.rowCount():
            return None
        if role == self.FoldedRole:
            return self._folded[row]
        if row < len(self._groups):
            return self._group_data(self._groups[row], role)
        unit = self._units[row - len(self._groups)]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return unit.name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if unit.id in self._chosen else Qt.CheckState.Unchecked
        return None

    def _group_data(self, group: RecipientGroup, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.tr("Nhóm: %1 (%n đơn vị)", "", len(group.unit_ids)).replace("%1", group.name)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.CheckStateRole:
            count = sum(1 for unit_id in group.unit_ids if unit_id in self._chosen)
            if group.unit_ids and count == len(group.unit_ids):
                return Qt.CheckState.Checked
            return Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggle(index.row())
        return True

    def toggle(self, row: int) -> None:
        """Turn one row: a group that is not wholly chosen becomes so."""
        if row < len(self._groups):
            ids = self._groups[row].unit_ids
            self.choose(ids, on=not all(unit_id in self._chosen for unit_id in ids))
        else:
            unit_id = self._units[row - len(self._groups)].id
            self.choose([unit_id], on=unit_id not in self._chosen)


class _Filter(QSortFilterProxyModel):
    """Rows that hold every word typed, whatever the diacritics."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def set_text(self, text: str) -> None:
        self._words = folded(text).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        text = model.data(model.index(source_row, 0, source_parent), RecipientModel.FoldedRole) or ""
        return all(word in text for word in self._words)


class _List(QListView):
    """Space or Enter ticks the current row."""

    toggled = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """Leaves the tick box the room that the sheet's own border needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        found = super().sizeHint(option, index)
        return found.expandedTo(QSize(0, round(option.fontMetrics.height() * 1.4)))  # type: ignore[attr-defined]


class RecipientPicker(QWidget):
    """The filter line, the list, and below it what has been chosen.

    Signals:
        changed: other units are chosen now.
        group_saved: a name and the chosen ids are to be kept as a group.
    """

    changed = Signal()
    group_saved = Signal(str, tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RecipientModel(self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(self.model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Gõ để tìm đơn vị, nhóm…"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Tìm nơi nhận"))
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list = _List()
        self.list.setModel(self._filter)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Đơn vị nhận văn bản"))
        self.list.toggled.connect(lambda index: self.model.toggle(self._filter.mapToSource(index).row()))
        self.summary = label("", wrap=True)
        self.clear_button = button(self.tr("Bỏ chọn hết"), "link")
        self.clear_button.clicked.connect(lambda: self.model.choose(self.model.chosen(), on=False))
        self.save_button = button(self.tr("Lưu thành nhóm…"), "link")
        self.save_button.clicked.connect(self._ask_group_name)
        self._lay_out()
        self.model.chosen_changed.connect(self._chosen_changed)
        self._show_summary()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.summary)
        row = QHBoxLayout()
        row.addWidget(self.clear_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        layout.addLayout(row)

    def fill(self, groups: Sequence[RecipientGroup], units: Sequence[RecipientUnit]) -> None:
        """Offer these groups and units."""
        self.model.fill(groups, units)
        self._show_summary()

    def set_chosen(self, unit_ids: Iterable[str]) -> None:
        """Choose exactly these."""
        wanted = list(dict.fromkeys(unit_ids))
        self.model.choose([old for old in self.model.chosen() if old not in wanted], on=False)
        self.model.choose(wanted)

    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen units."""
        return self.model.chosen()

    def _chosen_changed(self) -> None:
        self._show_summary()
        self.changed.emit()

    def _show_summary(self) -> None:
        names = self.model.names()
        count = len(self.model.chosen())
        if not count:
            self.summary.setText(self.tr("Chưa chọn nơi nhận nào."))
        else:
            shown = ", ".join(names[:4]) + (self.tr(" và %n đơn vị khác", "", count - 4) if count > 4 else "")
            self.summary.setText(self.tr("Đã chọn %1: %2").replace("%1", str(count)).replace("%2", shown))
        self.clear_button.setEnabled(count > 0)
        self.save_button.setEnabled(count > 1)

    def _search(self, text: str) -> None:
        self._filter.set_text(text)
        if self._filter.rowCount():
            self.list.setCurrentIndex(self._filter.index(0, 0))

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Down moves from the search line into the list; Enter there ticks the first row found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                index = self.list.currentIndex()
                if self.search.text() and index.isValid():
                    self.list.toggled.emit(index)
                    self.search.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _ask_group_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Lưu thành nhóm"))
        dialog.setLabelText(self.tr("Tên nhóm nơi nhận:"))
        dialog.setOkButtonText(self.tr("Lưu"))
        dialog.setCancelButtonText(self.tr("Hủy"))
        dialog.textValueSelected.connect(self._save_group)
        dialog.open()

    def _save_group(self, name: str) -> None:
        if name.strip():
            self.group_saved.emit(name.strip(), self.chosen())
