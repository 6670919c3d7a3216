"""Remarks as they are drawn over a page: ink, words marked, boxes, typed notes. Knows Qt alone.

Rectangles are (left, bottom, right, top) in PDF points from the page's lower left corner, as ``signing.place`` has
them. The same drawing serves the window, the desks and the copy that is printed. Each mark carries its number in the
list, so that colour never speaks alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

Rect = tuple[float, float, float, float]
Point = tuple[float, float, float]
"""x, y in points and pressure, 0 to 1."""

TEXT_KINDS: Final = ("highlight", "underline", "strike")
"""Kinds that go over words."""
NOTE_SIDE: Final = 15.0
"""Points: how large a note's sign stands on the page."""
PEN: Final = 1.7
"""Points: how wide ink is at an ordinary pressure."""

_LEVELS: Final = 10
"""How many widths of ink are told apart."""

# The page is white in both themes, so what is drawn on it keeps its colours too.
_RED = QColor("#c2272d")
_BLUE = QColor("#0b5cad")
_GREEN = QColor("#2e7d32")
_YELLOW = QColor(255, 213, 0, 96)
_NOTE = QColor("#fff3b0")


@dataclass(frozen=True, slots=True)
class Word:
    """One word on a page: where it stands, and in which line (from 0, from the top)."""

    text: str
    rect: Rect
    line: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One remark on its page.

    Attributes:
        kind: ink, highlight, underline, strike, box, note; any other one is listed and not drawn.
        number: as in the list beside the page.
        done: the drafter has handled it.
        about: what it says, in a line, for a tip and for those who cannot see it.
    """

    key: str
    kind: str
    page: int
    rects: tuple[Rect, ...] = ()
    strokes: tuple[tuple[Point, ...], ...] = ()
    number: int = 0
    done: bool = False
    about: str = ""

    def bounds(self) -> Rect:
        """The box around all of it."""
        xs = [x for r in self.rects for x in (r[0], r[2])] + [p[0] for s in self.strokes for p in s]
        ys = [y for r in self.rects for y in (r[1], r[3])] + [p[1] for s in self.strokes for p in s]
        return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a page stands on what is painted: its box there, and its height in points."""

    box: QRectF
    height: float

    @property
    def scale(self) -> float:
        """Units of the painter to a point."""
        return self.box.height() / self.height if self.height > 0 else 1.0

    def rect(self, rect: Rect) -> QRectF:
        """A rectangle of the page on what is painted."""
        left, bottom, right, top = rect
        corner = self.point(left, top)
        return QRectF(corner.x(), corner.y(), (right - left) * self.scale, (top - bottom) * self.scale)

    def point(self, x: float, y: float) -> QPointF:
        """A point of the page on what is painted."""
        return QPointF(self.box.left() + x * self.scale, self.box.top() + (self.height - y) * self.scale)

    def on_page(self, place: QPointF) -> tuple[float, float]:
        """The point of the page under a place; never beside the page."""
        width = self.box.width() / self.scale
        x = (place.x() - self.box.left()) / self.scale
        y = self.height - (place.y() - self.box.top()) / self.scale
        return min(max(x, 0.0), width), min(max(y, 0.0), self.height)


def paint_mark(painter: QPainter, mark: Mark, sheet: Sheet, *, current: bool = False) -> None:
    """Draw one mark, with its number at its upper left."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.kind == "ink":
        paint_ink(painter, mark.strokes, sheet)
    elif mark.kind == "note":
        _paint_note(painter, mark, sheet)
    else:
        paint_rects(painter, mark.kind, mark.rects, sheet)
    if current:
        pen = QPen(_BLUE, 1.4 * _unit(sheet), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area(mark, sheet))
    if mark.number:
        _paint_number(painter, mark, sheet)
    painter.restore()


def paint_rects(painter: QPainter, kind: str, rects: Sequence[Rect], sheet: Sheet) -> None:
    """Words marked, or a box."""
    width = max(1.0, 1.3 * sheet.scale)
    for each in rects:
        place = sheet.rect(each)
        if kind == "highlight":
            painter.fillRect(place, _YELLOW)
            continue
        painter.setPen(QPen(_RED, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if kind == "underline":
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        elif kind == "strike":
            middle = place.top() + place.height() * 0.54
            painter.drawLine(QPointF(place.left(), middle), QPointF(place.right(), middle))
        elif kind == "box":
            painter.drawRect(place)


def paint_ink(painter: QPainter, strokes: Sequence[Sequence[Point]], sheet: Sheet) -> None:
    """Freehand lines, wider where the pen was pressed harder."""
    for stroke in strokes:
        places = [sheet.point(x, y) for x, y, _ in stroke]
        if len(places) == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_BLUE)
            side = _ink_width(stroke[0][2]) * sheet.scale
            painter.drawEllipse(places[0], side / 2, side / 2)
            continue
        for level, run in _runs(stroke):
            painter.setPen(_ink_pen(level, sheet))
            painter.drawPolyline(QPolygonF(places[run]))


def _runs(stroke: Sequence[Point]) -> Iterator[tuple[float, slice]]:
    """The stroke in pieces of one width, each beginning where the one before ended; a line a point would be slow."""
    start, level = 0, round(stroke[1][2] * _LEVELS)
    for n in range(2, len(stroke)):
        found = round(stroke[n][2] * _LEVELS)
        if found != level:
            yield level / _LEVELS, slice(start, n)
            start, level = n - 1, found
    yield level / _LEVELS, slice(start, len(stroke))


def _ink_width(pressure: float) -> float:
    return PEN * (0.45 + 1.1 * pressure)


def _ink_pen(pressure: float, sheet: Sheet) -> QPen:
    width = _ink_width(pressure) * sheet.scale
    return QPen(_BLUE, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _paint_note(painter: QPainter, mark: Mark, sheet: Sheet) -> None:
    """A sheet with a folded corner, where the note is about."""
    if not mark.rects:
        return
    place = sheet.rect(mark.rects[0])
    fold = place.width() / 3
    path = QPainterPath(place.topLeft())
    path.lineTo(place.topRight())
    path.lineTo(place.right(), place.bottom() - fold)
    path.lineTo(place.right() - fold, place.bottom())
    path.lineTo(place.bottomLeft())
    path.closeSubpath()
    painter.setPen(QPen(_RED, max(1.0, 0.8 * sheet.scale)))
    painter.setBrush(_NOTE)
    painter.drawPath(path)
    for part in (0.35, 0.6):
        y = place.top() + place.height() * part
        painter.drawLine(QPointF(place.left() + fold / 1.5, y), QPointF(place.right() - fold / 1.5, y))


def area(mark: Mark, sheet: Sheet) -> QRectF:
    """Where a mark stands, with a little room around."""
    room = 3.0 * _unit(sheet)
    return sheet.rect(mark.bounds()).adjusted(-room, -room, room, room)


def badge(mark: Mark, sheet: Sheet) -> QRectF:
    """Where the number of a mark stands: at its upper left, over the page's margin where there is one."""
    side = 13.0 * _unit(sheet)
    box = area(mark, sheet)
    wide = (1.0 if mark.number < 10 else 1.35) + (0.55 if mark.done else 0.0)
    left = max(sheet.box.left() + 1, box.left() - side * (wide - 0.2))
    top = max(sheet.box.top() + 1, box.top() - side * 0.5)
    return QRectF(left, top, side * wide, side)


def _paint_number(painter: QPainter, mark: Mark, sheet: Sheet) -> None:
    place = badge(mark, sheet)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GREEN if mark.done else _RED)
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(place.height() * 0.72)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    # Colour does not speak alone: what is handled bears a tick.
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{mark.number}✓" if mark.done else str(mark.number))


def _unit(sheet: Sheet) -> float:
    """Sizes that should not shrink with the page below what can be read."""
    return min(max(sheet.scale, 0.9), 2.2) if sheet.scale < 3 else sheet.scale


def thinned(points: Sequence[Point], tolerance: float = 0.35) -> tuple[Point, ...]:
    """A stroke with fewer points (Ramer, Douglas and Peucker): none that is left out lies further off, in points."""
    if len(points) < 3:
        return tuple(points)
    keep = {0, len(points) - 1}
    pending = [(0, len(points) - 1)]
    while pending:
        first, last = pending.pop()
        worst, at = 0.0, -1
        for n in range(first + 1, last):
            off = max(_distance(points[n], points[first], points[last]), _pressure_off(points, n, first, last))
            if off > worst:
                worst, at = off, n
        if worst > tolerance:
            keep.add(at)
            pending += [(first, at), (at, last)]
    return tuple(points[n] for n in sorted(keep))


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y, _), (ax, ay, _), (bx, by, _) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    part = 0.0 if length == 0 else min(max(((x - ax) * dx + (y - ay) * dy) / length, 0.0), 1.0)
    return ((x - ax - part * dx) ** 2 + (y - ay - part * dy) ** 2) ** 0.5


def _pressure_off(points: Sequence[Point], n: int, first: int, last: int) -> float:
    """How wrong the width would be without this point, in points."""
    part = (n - first) / (last - first)
    between = points[first][2] + part * (points[last][2] - points[first][2])
    return abs(points[n][2] - between) * PEN


def lines_of(words: Sequence[Word]) -> tuple[Rect, ...]:
    """The words as one box a line, from the top down."""
    found: dict[int, list[Rect]] = {}
    for word in words:
        found.setdefault(word.line, []).append(word.rect)
    return tuple(around(rects, 0.0) for rects in found.values())


def quote_of(words: Sequence[Word], most: int = 200) -> str:
    """The words as text, cut where it grows long."""
    text = " ".join(word.text for word in words)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def around(rects: Sequence[Rect], room: float) -> Rect:
    """One box around several, with some room."""
    left, bottom = min(r[0] for r in rects), min(r[1] for r in rects)
    right, top = max(r[2] for r in rects), max(r[3] for r in rects)
    return max(0.0, left - room), max(0.0, bottom - room), right + room, top + room


def overlaps(one: Rect, other: Rect) -> bool:
    """Whether the middle of one box lies in the other."""
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def nearest(words: Sequence[Word], place: tuple[float, float]) -> int:
    """The word that a place means: its line first, then where in it."""
    x, y = place

    def off(n: int) -> tuple[float, float]:
        left, bottom, right, top = words[n].rect
        across = max(left - x, 0.0, x - right)
        return max(bottom - y, 0.0, y - top), across

    return min(range(len(words)), key=off)
