"""Draws one row of a document list: three short lines and the bar of urgency. Knows Qt, the theme and the rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.chips import chip_width, paint_chip
from widgets.list_model import Mark, Row, RowRole
from widgets.theme import Tokens, sized, tokens_of

BAR = 4


class RowDelegate(QStyledItemDelegate):
    """Paints from metrics of the view's own font, worked out once per font."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.measure()

    def measure(self) -> None:
        """Take the view's font as it is now; to be called when it changes."""
        self._plain = QFont(self._view.font())
        self._bold = sized(self._plain, bold=True)
        self._small = sized(self._plain, 0.92)
        self._small_bold = sized(self._plain, 0.92, bold=True)
        self._chip = sized(self._plain, 0.85, bold=True)
        self._line = QFontMetrics(self._bold).height()
        self._gap = max(2, self._line // 6)
        self._pad = max(6, self._line // 2)

    def row_height(self) -> int:
        """Height of every row, logical px."""
        return self._line * 3 + self._gap * 2 + self._pad * 2

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = tokens_of(self._view)
        # Qt gives the option its members at run time; the stubs do not know them.
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        row: Row | None = index.data(RowRole)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        left = box.left() + BAR + self._pad * 3 // 2
        inner = QRect(left, box.top() + self._pad, box.right() - left - self._pad * 3 // 2, box.height())
        if row is None:
            self._paint_shape(painter, tokens, inner)
        else:
            if row.urgency is not None:
                painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), tokens.ink(row.urgency.tone))
            self._first_line(painter, tokens, inner, row)
            self._second_line(painter, tokens, inner, row)
            self._third_line(painter, tokens, inner, row)
        painter.fillRect(QRect(left, box.bottom(), box.width(), 1), QColor(tokens.line))
        if selected and self._view.hasFocus():
            painter.setPen(QColor(tokens.info))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def _text(self, painter: QPainter, box: QRect, font: QFont, colour: QColor | str, text: str) -> int:
        """Draw a word or phrase at the left of a box, cut if it must be; returns the right edge."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return box.left() + metrics.horizontalAdvance(shown)

    def _right(self, painter: QPainter, box: QRect, font: QFont, colour: QColor | str, text: str) -> int:
        """Draw at the right of a box; returns the left edge."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return box.right() - QFontMetrics(font).horizontalAdvance(text)

    def _first_line(self, painter: QPainter, tokens: Tokens, inner: QRect, row: Row) -> None:
        line = QRect(inner.left(), inner.top(), inner.width(), self._line)
        edge = self._right(painter, line, self._small, tokens.muted, row.when)
        room = QRect(line.left(), line.top(), edge - line.left() - 10, line.height())
        x = self._text(painter, room, self._bold, tokens.text, row.notation) + 10
        if row.urgency is not None and x + chip_width(self._chip, row.urgency.text) < edge - 10:
            middle = line.center().y() + 1
            x = int(paint_chip(painter, tokens, self._chip, row.urgency.text, row.urgency.tone, x, middle)) + 8
        self._text(painter, QRect(x, line.top(), edge - x - 10, line.height()), self._small, tokens.muted, row.issuer)

    def _second_line(self, painter: QPainter, tokens: Tokens, inner: QRect, row: Row) -> None:
        top = inner.top() + self._line + self._gap
        line = QRect(inner.left(), top, inner.width(), self._line)
        self._text(painter, line, self._bold if row.fresh else self._plain, tokens.text, row.subject)

    def _third_line(self, painter: QPainter, tokens: Tokens, inner: QRect, row: Row) -> None:
        top = inner.top() + (self._line + self._gap) * 2
        line = QRect(inner.left(), top, inner.width(), self._line)
        edge = self._marks(painter, tokens, line, row.marks)
        x = line.left()
        if row.due is not None:
            room = QRect(x, top, edge - x, self._line)
            strong = row.due.tone.value not in ("neutral", "info")
            font = self._small_bold if strong else self._small
            x = self._text(painter, room, font, tokens.ink(row.due.tone), row.due.text) + 12
        facts = "  ·  ".join(row.facts)
        self._text(painter, QRect(x, top, edge - x - 6, self._line), self._small, tokens.muted, facts)

    def _marks(self, painter: QPainter, tokens: Tokens, line: QRect, marks: tuple[Mark, ...]) -> int:
        edge = line.right()
        for mark in reversed(marks):
            left = edge - chip_width(self._chip, mark.text)
            paint_chip(painter, tokens, self._chip, mark.text, mark.tone, left, line.center().y() + 1)
            edge = left - 6
        return edge

    def _paint_shape(self, painter: QPainter, tokens: Tokens, inner: QRect) -> None:
        """Where the words will stand, while they are on their way."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.neutral_soft))
        for place, share in enumerate((0.3, 0.85, 0.45)):
            top = inner.top() + (self._line + self._gap) * place + self._line // 4
            painter.drawRoundedRect(QRect(inner.left(), top, int(inner.width() * share), self._line // 2), 3, 3)
