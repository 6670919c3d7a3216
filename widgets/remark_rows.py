"""How a remark looks in the list: its number and kind, the words it is about, what was typed, where it stands.

Each row is as high as its words need at the list's width. Knows Qt, the kit and the theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.theme import Tone, tokens_of, unit_of

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """One remark of the list.

    Attributes:
        title: "Gạch bỏ · trang 2".
        quote: the words of the page that it is about.
        text: what was typed.
        who: author and time; "" while it is being written.
        status: chưa gửi, chưa xử lý, đã tiếp thu, giải trình.
        answer: what the drafter said to it.
        editable: it is mine and has not gone: its text may be changed, and it may be deleted.
        withdrawable: it is mine and has gone.
        answerable: the drafter may say what was done.
    """

    key: str
    number: int
    title: str
    quote: str = ""
    text: str = ""
    who: str = ""
    status: str = ""
    tone: Tone = Tone.NEUTRAL
    answer: str = ""
    editable: bool = False
    withdrawable: bool = False
    answerable: bool = False

    def words(self) -> str:
        """As it is read aloud, and found by typing."""
        quote = f"“{self.quote}”" if self.quote else ""
        parts = (f"{self.number}. {self.title}", quote, self.text, self.answer, self.status, self.who)
        return ". ".join(part for part in parts if part)


class RemarkDelegate(QStyledItemDelegate):
    """Paints rows of a QListWidget whose items hold a RemarkRow under ``ROW``."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def _room(self) -> float:
        return max(60.0, self._view.viewport().width() - 4.0 * unit_of(self._view))

    def _pieces(self, row: RemarkRow) -> Iterator[tuple[str, QFont, str]]:
        """Words, font and the name of their colour, one below the other."""
        plain = QFont(self._view.font())
        bold, slanted = QFont(plain), QFont(plain)
        bold.setBold(True)
        slanted.setItalic(True)
        yield f"{row.number}. {row.title}", bold, "text"
        if row.quote:
            yield f"“{row.quote}”", slanted, "muted"
        if row.text:
            yield row.text, plain, "text"
        if row.answer:
            yield f"→ {row.answer}", plain, "text"
        yield " · ".join(part for part in (row.status, row.who) if part), plain, "status"

    def _layouts(self, row: RemarkRow) -> Iterator[tuple[QTextLayout, float, str]]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for words, font, colour in self._pieces(row):
            # One layout is one paragraph: typed line ends are kept as such.
            layout = QTextLayout(words.replace("\n", "\u2028"), font)
            layout.setTextOption(option)
            layout.beginLayout()
            height = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self._room())
                line.setPosition(QPointF(0, height))
                height += line.height()
            layout.endLayout()
            yield layout, height, colour

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        height = sum(height for _, height, _ in self._layouts(row))
        return QSize(round(self._room()), round(height + 4 * unit_of(self._view)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RemarkRow = index.data(ROW)
        tokens, step = tokens_of(self._view), unit_of(self._view)
        box = QRectF(option.rect)  # type: ignore[attr-defined]  # PySide's stubs leave the option's fields out
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 5, 5)
            if self._view.hasFocus():
                painter.setPen(QColor(tokens.accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 2, -1, -2), 5, 5)
        y = box.top() + 2 * step
        for layout, height, colour in self._layouts(row):
            shade = {"text": tokens.text, "muted": tokens.muted}.get(colour) or tokens.ink(row.tone)
            painter.setPen(QColor(shade))
            layout.draw(painter, QPointF(box.left() + 2 * step, y))
            y += height
        painter.restore()


class RemarkList(QListWidget):
    """A list whose rows are measured anew when it grows wider or narrower."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(RemarkDelegate(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
