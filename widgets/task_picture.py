"""A small picture of work by state: a bar with its words and its number for each. Knows Qt and the theme."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Tone, sized, tokens_of, unit_of
from widgets.today_view import Bar


class TaskPicture(QWidget):
    """Horizontal bars, words at the left and numbers at the right; each may be pressed.

    Signals:
        chosen(str): key of the bar pressed, by mouse or by Up, Down and Enter.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, title: str, bars: tuple[Bar, ...]) -> None:
        """Show numbers; what is drawn is also said."""
        self._title, self._bars = title, bars
        self._current = min(self._current, max(0, len(bars) - 1))
        self.setAccessibleName(f"{title}: " + ", ".join(f"{bar.words} {bar.count}" for bar in bars))
        self.setVisible(bool(bars))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return QFontMetrics(self.font()).height() + unit_of(self) + 4

    def _head(self) -> int:
        return QFontMetrics(sized(self.font(), bold=True)).height() + 2 * unit_of(self)

    def sizeHint(self) -> QSize:
        return QSize(280, self._head() + self._line() * len(self._bars) + unit_of(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _row(self, number: int) -> QRect:
        return QRect(0, self._head() + number * self._line(), self.width(), self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.setFont(sized(self.font(), bold=True))
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRect(0, 0, self.width(), self._head()), int(Qt.AlignmentFlag.AlignTop), self._title)
        metrics = QFontMetrics(self.font())
        words = max((metrics.horizontalAdvance(bar.words) for bar in self._bars), default=0) + 10
        numbers = max((metrics.horizontalAdvance(f"{bar.count}") for bar in self._bars), default=0) + 14
        most = max((bar.count for bar in self._bars), default=0)
        for number, bar in enumerate(self._bars):
            self._bar(painter, bar, self._row(number), words, numbers, most)
            if self.hasFocus() and number == self._current:
                painter.setPen(QColor(tokens.info))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self._row(number).adjusted(0, 1, -1, -1))

    def _bar(self, painter: QPainter, bar: Bar, row: QRect, words: int, numbers: int, most: int) -> None:
        tokens = tokens_of(self)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text if bar.count else tokens.muted))
        painter.drawText(row.adjusted(2, 0, 0, 0), middle, bar.words)
        room = row.width() - words - numbers
        track = QRect(words, row.center().y() - 4, max(0, room), 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.neutral_soft))
        painter.drawRoundedRect(track, 4, 4)
        if bar.count and most:
            painter.setBrush(tokens.ink(bar.tone))
            painter.drawRoundedRect(
                QRect(track.left(), track.top(), max(9, track.width() * bar.count // most), 9), 4, 4
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(sized(self.font(), bold=True))
        painter.setPen(tokens.ink(bar.tone) if bar.count and bar.tone is Tone.BAD else QColor(tokens.text))
        painter.drawText(row.adjusted(0, 0, -2, 0), int(Qt.AlignmentFlag.AlignRight) | middle, str(bar.count))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number, bar in enumerate(self._bars):
            if self._row(number).contains(event.position().toPoint()):
                self._current = number
                self.update()
                self.chosen.emit(bar.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self._bars:
            self._current = min(max(0, self._current + step), len(self._bars) - 1)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._bars:
            self.chosen.emit(self._bars[self._current].key)
        else:
            super().keyPressEvent(event)
