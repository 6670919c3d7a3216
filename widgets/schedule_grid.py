"""The week as a grid, day and half by leader: a real table, so that keys and screen readers work as in any table.

For the schedule desk. Knows Qt, the theme and the schedule's view data.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableView,
    QWidget,
)

from widgets.schedule_cards import GAP, CardPainter, DayHeader, LeaderHeader, approve_rect, card_rects
from widgets.schedule_model import WeekModel
from widgets.schedule_view import EntryCard, WeekView
from widgets.theme import sized

NARROWEST_COLUMN = 176
AIR = (8, 6, 4, 2, 0)
"""Pixels above and below a card's words, from roomy to tight."""


class WeekGrid(QTableView):
    """The week's table.

    Up and Down step through the entries of a cell before they leave it; Enter opens an entry, or begins one in an
    empty cell.

    Signals:
        opened(str): an entry was opened.
        current_changed(str): another entry is the current one; empty where the cell is empty.
        begin_requested(int, str, str): a new entry in an empty cell: day index, half, column key.
        approve_requested(str): approve the entry in place.
    """

    opened = Signal(str)
    current_changed = Signal(str)
    begin_requested = Signal(int, str, str)
    approve_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = 0
        self.week = WeekModel(self)
        self.setModel(self.week)
        self.setItemDelegate(CardPainter(self))
        self.setVerticalHeader(DayHeader(self))
        self.setHorizontalHeader(LeaderHeader(self))
        # The current cell is painted by the cards themselves: a second, filled mark would hide them.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setStyleSheet(
            "QTableView { border: none; border-radius: 0; }"
            "QTableCornerButton::section { background: palette(alternate-base); border: none; }"
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(self.tr("Lịch công tác tuần"))
        self.selectionModel().currentChanged.connect(self._moved)

    # fonts

    def card_font(self) -> QFont:
        """Hour and title of an entry."""
        return sized(self.font(), 0.95, bold=True)

    def day_font(self) -> QFont:
        """Names of days and leaders."""
        return sized(self.font(), bold=True)

    def small_font(self) -> QFont:
        """Places, dates and titles."""
        return sized(self.font(), 0.9)

    # content

    def show_week(self, view: WeekView) -> None:
        """Show a week; the current entry stays current where it is still there."""
        before = self.current_entry()
        place = (self.currentIndex().row(), self.currentIndex().column())
        self.clearSpans()
        self.week.show(view)
        for day_index, key in view.whole_days:
            column = next((i for i, c in enumerate(view.columns) if c.key == key), None)
            if column is not None:
                self.setSpan(day_index * 2, column, 2, 1)
        self._lay_out()
        if not (before and self.choose(before)) and place[0] >= 0:
            self.setCurrentIndex(self.week.index(*place))
        self.current_changed.emit(self.current_entry())

    def choose(self, entry_id: str) -> bool:
        """Make an entry the current one; False where it is not in this week."""
        for row in range(self.week.rowCount()):
            for column in range(self.week.columnCount()):
                index = self.week.index(row, column)
                for step, card in enumerate(self.week.cards(index)):
                    if card.id == entry_id:
                        self.setCurrentIndex(index)
                        self._set_step(step)
                        return True
        return False

    def current_card(self) -> EntryCard | None:
        """The current entry, or None in an empty cell."""
        cards = self.week.cards(self.currentIndex())
        return cards[min(self.step, len(cards) - 1)] if cards else None

    def current_entry(self) -> str:
        """The identifier of the current entry, or empty."""
        card = self.current_card()
        return card.id if card else ""

    def tip_at(self, point: QPoint) -> str:
        """What the pointer is told: the whole entry, or what a click on the mark does."""
        index = self.indexAt(point)
        cards = self.week.cards(index)
        for card, rect in zip(cards, card_rects(self.visualRect(index), len(cards)), strict=True):
            if rect.contains(point):
                over = card.can_approve and approve_rect(rect).contains(point)
                return self.tr("Duyệt lịch này") if over else card.spoken
        return ""

    # size

    def _lay_out(self) -> None:
        """Heights by what the rows hold, so that the whole week is in sight where it can be; widths share the room.

        An empty day at the week's end is one thin row. Where the week is still too tall, cards and empty halves give
        up their air; only a crowded week scrolls, and then nothing is pressed together.
        """
        rows = range(self.week.rowCount())
        for row in rows:
            self.setRowHidden(row, row % 2 == 1 and self.is_thin(row // 2))
        room = self.viewport().height()
        heights = self._heights(AIR[0])
        for air in AIR[1:]:
            if sum(heights) <= room:
                break
            heights = self._heights(air)
        if sum(heights) > room:
            heights = self._heights(AIR[0])
        shown = [row for row in rows if not self.isRowHidden(row)]
        spare = room - sum(heights)
        if shown and spare > 0:
            share = min(14, spare // len(shown))
            heights = [height + share if row in shown else height for row, height in enumerate(heights)]
        for row in shown:
            self.setRowHeight(row, heights[row])
        self._share_width()

    def is_thin(self, day: int) -> bool:
        """Whether this day is one of the week's end with nothing in it, shown as one row."""
        if self.week.view.days[day].day.weekday() < 5:
            return False
        cells = ((row, i) for row in (day * 2, day * 2 + 1) for i in range(self.week.columnCount()))
        return not any(self.week.cards(self.week.index(row, i)) for row, i in cells)

    def _heights(self, air: int) -> list[int]:
        """The height of each row when every card has ``air`` pixels around its words."""
        name, small = QFontMetrics(self.day_font()).height(), QFontMetrics(self.small_font()).height()
        card = QFontMetrics(self.card_font()).height() + small + air
        label = max(name, small) + min(7, air)
        spans = {(day * 2, key) for day, key in self.week.view.whole_days}
        columns = self.week.view.columns
        heights = []
        for row in range(self.week.rowCount()):
            if self.isRowHidden(row):
                heights.append(0)
                continue
            most = max(
                (
                    len(self.week.cards(self.week.index(row, i)))
                    for i, c in enumerate(columns)
                    if (row - row % 2, c.key) not in spans
                ),
                default=0,
            )
            whole = row % 2 == 0 and any((row, c.key) in spans for c in columns)
            heights.append(max(label, most * (card + GAP) + GAP, card + 2 * GAP if whole else 0))
        return heights

    def _share_width(self) -> None:
        count = len(self.week.view.columns)
        if count:
            room = self.viewport().width()
            width = max(NARROWEST_COLUMN, room // count)
            for column in range(count):
                last = column == count - 1 and width * count <= room
                self.setColumnWidth(column, room - width * (count - 1) if last else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    # keys and mouse

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.step = 0
        self.viewport().update()
        self.current_changed.emit(self.current_entry())

    def _set_step(self, step: int) -> None:
        if step != self.step:
            self.step = step
            self.viewport().update()
            self.current_changed.emit(self.current_entry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        cards = self.week.cards(index)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not event.modifiers():
            self._open()
        elif key == Qt.Key.Key_Down and self.step + 1 < len(cards):
            self._set_step(self.step + 1)
        elif key == Qt.Key.Key_Up and self.step > 0:
            self._set_step(self.step - 1)
        elif key == Qt.Key.Key_Up and index.row() > 0 and not event.modifiers():
            super().keyPressEvent(event)
            self._set_step(max(0, len(self.week.cards(self.currentIndex())) - 1))
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        entry = self.current_entry()
        if entry:
            self.opened.emit(entry)
        elif self.currentIndex().isValid():
            self.begin_requested.emit(*self.week.place(self.currentIndex()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        cards = self.week.cards(index)
        for step, rect in enumerate(card_rects(self.visualRect(index), len(cards))):
            if rect.contains(event.position().toPoint()):
                self._set_step(step)
                if cards[step].can_approve and approve_rect(rect).contains(event.position().toPoint()):
                    self.approve_requested.emit(cards[step].id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.week.rowCount() and self.week.columnCount():
            today = next((i for i, d in enumerate(self.week.view.days) if d.today), 0)
            self.selectionModel().setCurrentIndex(
                self.week.index(today * 2, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
