"""How a page is shown: which part of it, which way up, and how large a unit is (ISO 32000-2, 7.7.3.3 and 8.3.2.3).

A *place* is said as a person sees it: in page units from the lower left corner of the page as shown, upright. A file
keeps rectangles in its own space, which /Rotate turns, /CropBox cuts and /UserUnit stretches. Knows nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top."""
MM = 72 / 25.4
A4: Rect = (0.0, 0.0, 595.28, 841.89)


@dataclass(frozen=True, slots=True)
class PageShape:
    """What is shown of a page.

    Attributes:
        box: the visible rectangle in the file's own space.
        turn: degrees by which the page is shown turned clockwise: 0, 90, 180 or 270.
        unit: points (1/72 inch) to a unit of the page; 1 unless /UserUnit says otherwise.
    """

    box: Rect = A4
    turn: int = 0
    unit: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown, in page units."""
        left, bottom, right, top = self.box
        sides = (right - left, top - bottom)
        return sides if self.turn % 180 == 0 else (sides[1], sides[0])

    def mm(self, millimetres: float) -> float:
        """A real length in page units."""
        return millimetres * MM / self.unit

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file's own space, as shown."""
        left, bottom, right, top = self.box
        if self.turn == 0:  # asked for five points of every letter
            return x - left, y - bottom
        return {
            90: (y - bottom, right - x),
            180: (right - x, top - y),
            270: (top - y, x - left),
        }[self.turn]

    def own(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown, in the file's own space."""
        left, bottom, right, top = self.box
        return {
            0: (left + x, bottom + y),
            90: (right - y, bottom + x),
            180: (right - x, top - y),
            270: (left + y, top - x),
        }[self.turn]

    def seen_rect(self, rect: Rect) -> Rect:
        """A rectangle of the file's own space, as shown."""
        if self.turn == 0:
            left, bottom, _, _ = self.box
            return ordered((rect[0] - left, rect[1] - bottom), (rect[2] - left, rect[3] - bottom))
        return ordered(self.seen(rect[0], rect[1]), self.seen(rect[2], rect[3]))

    def own_rect(self, rect: Rect) -> Rect:
        """A rectangle as shown, in the file's own space."""
        return ordered(self.own(rect[0], rect[1]), self.own(rect[2], rect[3]))


# What turns upright content against the page, so that both together are upright again (ISO 32000-2, 12.5.5).
AGAINST: Mapping[int, tuple[int, int, int, int]] = MappingProxyType(
    {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
)


def ordered(one: tuple[float, float], other: tuple[float, float]) -> Rect:
    """The rectangle between two opposite corners."""
    (x, y), (u, v) = one, other
    # Written out: a call of min takes as long as all of it, and each letter has two such rectangles.
    return (u if u < x else x, v if v < y else y, u if u > x else x, v if v > y else y)
