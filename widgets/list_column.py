"""The left column of a document desk: its name, own and unit work, boxes with counts, and the list. Knows the kit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.document_list import DocumentList
from widgets.kit import DeskHeader, EmptyState, rule
from widgets.older_strip import OlderStrip
from widgets.tabs import ScopeSwitch, Tab, TabRow
from widgets.theme import unit_of


class ListColumn(QWidget):
    """Boxes and the rows of the box in front.

    Attributes: header (DeskHeader: add buttons), switch (None without unit work), tabs, list, empty, older.
    Signals: boxChanged(box, scope) when the clerk goes to another box or scope.
    """

    boxChanged = Signal(str, str)

    def __init__(self, title: str, tabs: list[Tab], *, scoped: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = unit_of(self)
        self.header = DeskHeader(title)
        self.switch = ScopeSwitch(self.tr("Của tôi"), self.tr("Đơn vị")) if scoped else None
        if self.switch is not None:
            self.switch.setAccessibleName(self.tr("Việc của tôi hay của đơn vị"))
            self.header.add(self.switch)
            self.switch.changed.connect(lambda _: self._tell())
        self.tabs = TabRow(self.tr("Khác"))
        self.tabs.strip.setAccessibleName(self.tr("Hộp văn bản"))
        self.tabs.set_tabs(tabs)
        self.tabs.changed.connect(lambda _: self._tell())
        self.list = DocumentList()
        self.list.setAccessibleName(title)
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        line = QHBoxLayout()
        line.setContentsMargins(step * 5 // 2, 0, step * 2, 0)
        line.addWidget(self.tabs)
        column.addLayout(line)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self.older = OlderStrip()
        column.addWidget(self.older)

    def box(self) -> str:
        """Key of the box in front."""
        return self.tabs.current()

    def scope(self) -> str:
        """ "own" or "unit"."""
        return self.switch.current() if self.switch is not None else "own"

    def show_box(self, box: str, scope: str = "own") -> None:
        """Go to a box; `boxChanged` follows when that is a change."""
        if self.switch is not None and scope != self.switch.current():
            self.switch.blockSignals(True)
            self.switch.set_current(scope)
            self.switch.blockSignals(False)
            if box == self.tabs.current():
                self._tell()
        self.tabs.set_current(box)

    def show_empty(self, icon: str, title: str, hint: str = "", action: str = "") -> None:
        """Say that the box is empty, and what to do."""
        self.empty.set_state(icon, title, hint, action)
        self._stack.setCurrentWidget(self.empty)

    def show_list(self) -> None:
        """Show the rows."""
        self._stack.setCurrentWidget(self.list)

    def _tell(self) -> None:
        self.boxChanged.emit(self.box(), self.scope())
