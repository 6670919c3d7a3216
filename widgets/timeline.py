"""The handling history of a document as a line of events, the newest on top. Knows Qt and the kit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from widgets.kit import clear_layout, label, set_kind
from widgets.theme import Tone, tokens_of, unit_of


@dataclass(frozen=True, slots=True)
class Event:
    """One act as it is told: who, what, when. `open` marks what has not been received yet, in its tone."""

    who: str
    what: str
    when: str
    tone: Tone = Tone.INFO
    open: bool = False


class _EventRow(QWidget):
    """A dot on the line, and the words beside it."""

    def __init__(self, event: Event, *, first: bool, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event, self._first, self._last = event, first, last
        step = unit_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(step * 5, 0, 0, step * 3)
        column.setSpacing(1)
        self._who = label(event.who, bold=True, wrap=True)
        column.addWidget(self._who)
        if event.what:
            column.addWidget(label(event.what, wrap=True))
        column.addWidget(label(event.when, "note", event.tone if event.open else Tone.NEUTRAL, factor=0.92, wrap=True))
        self.setAccessibleName(", ".join(part for part in (event.who, event.what, event.when) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        middle = QPointF(unit_of(self) * 1.5, self._who.fontMetrics().height() / 2)
        painter.setPen(QPen(QColor(tokens.line), 2))
        painter.drawLine(
            QPointF(middle.x(), middle.y() if self._first else 0),
            QPointF(middle.x(), middle.y() if self._last else self.height()),
        )
        colour = tokens.ink(self._event.tone)
        painter.setPen(QPen(colour, 2))
        # Not sent yet: a ring instead of a dot, for those who do not see the colour.
        painter.setBrush(QColor(tokens.canvas) if self._event.open else colour)
        painter.drawEllipse(middle, 4.5, 4.5)


class Timeline(QWidget):
    """Events under one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[Event, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_events(self, events: Sequence[Event]) -> None:
        """Show these, in this order."""
        if tuple(events) == self._events:
            return
        self._events = tuple(events)
        clear_layout(self._column)
        for place, event in enumerate(events):
            self._column.addWidget(_EventRow(event, first=place == 0, last=place == len(events) - 1))

    def events(self) -> tuple[Event, ...]:
        """What is shown."""
        return self._events


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """A widget in a bare scroll area, upright only, reachable by keyboard."""
    area = QScrollArea()
    set_kind(area, "bare")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setAccessibleName(name)
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
