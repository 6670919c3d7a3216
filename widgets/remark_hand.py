"""What a pen or a mouse draws on a page: ink, a box, a note, or the words it goes over. Knows the marks alone.

Places are in points on the page, from its lower left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.remark_cursor import note_rect
from widgets.remark_marks import TEXT_KINDS, Point, Rect, Word, lines_of, nearest, overlaps, quote_of, thinned

_SMALLEST = 4.0
_NEAR = 0.3
"""Points: a pen that has moved less has not moved."""
_TAIL = 48
"""Points of ink that are thinned together."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was put on a page: a kind, where, and the words under it."""

    kind: str
    page: int
    rects: tuple[Rect, ...] = ()
    stroke: tuple[Point, ...] = ()
    quote: str = ""


class Hand:
    """The hand, from where it touches a page until it is lifted.

    Attributes:
        tool: what it makes; "" where it only chooses.
        page: where it draws, 0-based; -1 while it does not.
        stroke: the ink so far.
    """

    def __init__(self) -> None:
        self.tool = ""
        self.page = -1
        self.stroke: list[Point] = []
        self._thin = 0
        self._start = (0.0, 0.0)
        self._end = (0.0, 0.0)

    def press(self, page: int, place: tuple[float, float], pressure: float) -> None:
        """It touches a page."""
        self.page, self._start, self._end, self._thin = page, place, place, 0
        self.stroke = [(*place, pressure)] if self.tool == "ink" else []

    def move(self, place: tuple[float, float], pressure: float) -> None:
        """It goes on, on the page where it began: a remark never goes over two."""
        self._end = place
        if self.stroke:
            self._draw_on((*place, pressure))

    def lift(self) -> None:
        """It draws no more."""
        self.page, self.stroke = -1, []

    def _draw_on(self, point: Point) -> None:
        """One more point of the ink; thinned as it goes, so that a long stroke costs nothing at its end."""
        x, y, pressure = self.stroke[-1]
        near = abs(point[0] - x) + abs(point[1] - y) < _NEAR and abs(point[2] - pressure) < 0.08
        if near and len(self.stroke) > 1:
            return
        self.stroke.append(point)
        if len(self.stroke) - self._thin >= _TAIL:
            self.stroke[self._thin :] = thinned(self.stroke[self._thin :])
            self._thin = len(self.stroke) - 1

    def made(self, words: Sequence[Word], size: tuple[float, float]) -> Drawn | None:
        """What it has drawn; None for a slip of it.

        Args:
            words: of its page.
            size: of its page, in points.
        """
        if self.tool == "ink":
            stroke = (*self.stroke[: self._thin], *thinned(self.stroke[self._thin :]))
            return Drawn("ink", self.page, stroke=stroke)
        if self.tool == "note":
            return Drawn("note", self.page, rects=(note_rect(self._end, size),))
        rects, quote = self.dragged(words)
        return Drawn(self.tool, self.page, rects=rects, quote=quote) if rects else None

    def dragged(self, words: Sequence[Word]) -> tuple[tuple[Rect, ...], str]:
        """What is between where it began and where it is: words, or a box."""
        if self.tool in TEXT_KINDS and words:
            first, last = sorted((nearest(words, self._start), nearest(words, self._end)))
            return lines_of(words[first : last + 1]), quote_of(words[first : last + 1])
        left, right = sorted((self._start[0], self._end[0]))
        bottom, top = sorted((self._start[1], self._end[1]))
        if right - left < _SMALLEST or top - bottom < _SMALLEST:
            return (), ""
        box = (left, bottom, right, top)
        return (box,), quote_of([w for w in words if overlaps(w.rect, box)])
