"""How the week's grid is painted: the cards of a cell, the days at the left, the leaders at the top. Knows Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from widgets.icons import pixmap
from widgets.schedule_model import CARDS_ROLE, Index
from widgets.schedule_view import EntryCard, GridColumn, GridDay
from widgets.theme import tokens_of

if TYPE_CHECKING:
    from widgets.schedule_grid import WeekGrid

GAP = 3
"""Space around a card, logical px."""
DAY_COLUMN = 116


def card_rects(cell: QRect, count: int) -> list[QRect]:
    """Where each of ``count`` cards lies in a cell, from the top."""
    if count == 0:
        return []
    room = cell.adjusted(GAP + 1, GAP, -GAP - 2, -GAP)
    height = (room.height() - GAP * (count - 1)) // count
    return [QRect(room.left(), room.top() + i * (height + GAP), room.width(), height) for i in range(count)]


def approve_rect(card: QRect) -> QRect:
    """Where the approving mark lies on a card."""
    side = min(24, card.height() - 8)
    return QRect(card.right() - side - 4, card.top() + (card.height() - side) // 2, side, side)


class CardPainter(QStyledItemDelegate):
    """Paints the cards of a cell: a bar, hour and title, place and, in words, what stands in the way."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        colors = tokens_of(self._grid)
        cards: tuple[EntryCard, ...] = index.data(CARDS_ROLE) or ()
        current = self._grid.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        day = self._grid.week.view.days[index.row() // 2]
        if day.today:
            ground = QColor(colors.info_soft)
            ground.setAlphaF(0.35)
            painter.fillRect(rect, ground)
        thin = self._grid.is_thin(index.row() // 2)
        last = index.row() % 2 == 1 or thin or rect.height() > self._grid.rowHeight(index.row())
        self._lines(painter, rect, last_half=last)
        if current and not cards:
            painter.setPen(QPen(QColor(colors.info), 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(GAP, GAP, -GAP - 2, -GAP - 1))
        for number, (card, place) in enumerate(zip(cards, card_rects(rect, len(cards)), strict=True)):
            self._card(painter, card, place, chosen=current and number == self._grid.step)
        painter.restore()

    def _lines(self, painter: QPainter, rect: QRect, *, last_half: bool) -> None:
        """A firm line between days, a faint one between halves."""
        firm = QColor(tokens_of(self._grid).line)
        faint = QColor(firm)
        faint.setAlphaF(0.45)
        painter.setPen(firm if last_half else faint)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(firm)
        painter.drawLine(rect.topRight(), rect.bottomRight())

    def _colours(self, card: EntryCard) -> tuple[QColor, QColor, QColor, bool]:
        """Fill, bar, second line; whether the card is outlined."""
        colors = tokens_of(self._grid)
        if card.tone == "waiting":
            return QColor(colors.surface), QColor(colors.warn), QColor(colors.warn), True
        if card.tone == "clash":
            return QColor(colors.bad_soft), QColor(colors.bad), QColor(colors.bad), True
        if card.tone == "refused":
            return QColor(colors.canvas), QColor(colors.disabled), QColor(colors.muted), True
        return QColor(colors.info_soft), QColor(colors.info), QColor(colors.muted), False

    def _card(self, painter: QPainter, card: EntryCard, place: QRect, *, chosen: bool) -> None:
        fill, bar, second, outlined = self._colours(card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(bar, 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.fillRect(QRect(place.left(), place.top() + 1, 3, place.height() - 2), bar)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens_of(self._grid).info), 2))
            painter.drawRoundedRect(place.toRectF().adjusted(1, 1, -1, -1), 3, 3)
        words = QFontMetrics(self._grid.card_font()).height() + QFontMetrics(self._grid.small_font()).height()
        above = min(3, max(1, (place.height() - words) // 2))
        room = place.adjusted(10, above, -6, -1)
        if card.can_approve:
            mark = approve_rect(place)
            painter.setPen(QPen(bar, 1))
            painter.setBrush(QColor(tokens_of(self._grid).surface))
            painter.drawRoundedRect(mark.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            ratio = self._grid.devicePixelRatioF()
            painter.drawPixmap(mark.topLeft() + QPoint(4, 4), pixmap("check", bar, mark.width() - 8, ratio))
            room.setRight(mark.left() - 4)
        self._words(painter, card, room, second)

    def _words(self, painter: QPainter, card: EntryCard, room: QRect, second: QColor) -> None:
        font, small = self._grid.card_font(), self._grid.small_font()
        metrics, small_metrics = QFontMetrics(font), QFontMetrics(small)
        top = QRect(room.left(), room.top(), room.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(QColor(tokens_of(self._grid).text))
        text = f"{card.time}  {card.title}" if card.time else card.title
        painter.drawText(
            top,
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, top.width()),
        )
        below = QRect(room.left(), top.bottom() + 1, room.width(), small_metrics.height())
        if below.bottom() > room.bottom() + 2:
            return
        painter.setFont(small)
        painter.setPen(second)
        # The words of state must be read even where the place is long: the place is what gets shortened.
        note = f" · {card.note}" if card.note and card.place else card.note
        note_width = small_metrics.horizontalAdvance(note)
        place = small_metrics.elidedText(card.place, Qt.TextElideMode.ElideRight, max(0, below.width() - note_width))
        painter.drawText(
            below,
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            small_metrics.elidedText(place + note, Qt.TextElideMode.ElideRight, below.width()),
        )

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._grid.tip_at(event.pos()), view)
            return True
        return super().helpEvent(event, view, option, index)


class DayHeader(QHeaderView):
    """The left edge: the day's name and date once, Sáng and Chiều beside their halves; today stands out."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # A thin row is as high as its words: the style's own least height would push the week out of sight.
        self.setMinimumSectionSize(1)
        self.setFixedWidth(DAY_COLUMN)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(DAY_COLUMN, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid():
            return
        colors = tokens_of(self._grid)
        day: GridDay = self._grid.week.view.days[logicalIndex // 2]
        morning, thin = logicalIndex % 2 == 0, self._grid.is_thin(logicalIndex // 2)
        painter.save()
        painter.fillRect(rect, QColor(colors.info_soft if day.today else colors.surface))
        painter.setPen(QColor(colors.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if not morning or thin:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        bold, small = self._grid.day_font(), self._grid.small_font()
        name_height, small_height = QFontMetrics(bold).height(), QFontMetrics(small).height()
        align = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top_gap = min(4, max(0, (rect.height() - name_height) // 2))
        short = self._grid.rowHeight(logicalIndex - logicalIndex % 2) < name_height + small_height + 6
        if morning:
            painter.setFont(bold)
            painter.setPen(QColor(colors.info if day.today else colors.text))
            painter.drawText(QRect(rect.left() + 12, rect.top() + top_gap, rect.width(), name_height), align, day.name)
        if morning != short and not thin:
            top = rect.top() + (top_gap if short else top_gap + name_height)
            painter.setFont(small)
            painter.setPen(QColor(colors.muted))
            painter.drawText(QRect(rect.left() + 12, top, rect.width(), small_height), align, day.date_text)
        painter.setFont(small)
        painter.setPen(QColor(colors.muted))
        half = QRect(rect.left(), rect.top() + top_gap, rect.width() - 8, name_height)
        if thin:
            painter.drawText(half, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), day.date_text)
            painter.restore()
            return
        if morning and not short:
            half.translate(0, name_height - 1)
        painter.drawText(
            half,
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            self._grid.week.half_name(logicalIndex),
        )
        painter.restore()


class LeaderHeader(QHeaderView):
    """The top edge: each leader's name and, smaller, the title."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        bold, small = QFontMetrics(self._grid.day_font()), QFontMetrics(self._grid.small_font())
        return QSize(super().sizeHint().width(), bold.height() + small.height() + 6)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid():
            return
        colors = tokens_of(self._grid)
        column: GridColumn = self._grid.week.view.columns[logicalIndex]
        bold, small = QFontMetrics(self._grid.day_font()), QFontMetrics(self._grid.small_font())
        painter.save()
        painter.fillRect(rect, QColor(colors.canvas))
        painter.setPen(QColor(colors.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        align = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        room = rect.adjusted(10, 3, -6, -2)
        painter.setFont(self._grid.day_font())
        painter.setPen(QColor(colors.text))
        name_room = QRect(room.left(), room.top(), room.width(), bold.height() if column.title else room.height())
        painter.drawText(name_room, align, bold.elidedText(column.name, Qt.TextElideMode.ElideRight, room.width()))
        painter.setFont(self._grid.small_font())
        painter.setPen(QColor(colors.muted))
        painter.drawText(
            QRect(room.left(), room.top() + bold.height(), room.width(), small.height()),
            align,
            small.elidedText(column.title, Qt.TextElideMode.ElideRight, room.width()),
        )
        painter.restore()
