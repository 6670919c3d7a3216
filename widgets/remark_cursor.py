"""The keyboard's cursor on a page: over words, line by line and word by word; without words a box. Pure.

Knows the marks' shapes alone. Lengths are PDF points, pages count from 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.remark_marks import NOTE_SIDE, Rect, Word, around, lines_of, quote_of

_BOX = (180.0, 24.0)
_STEP = 10.0
_LAST = 1 << 30


@dataclass
class PageCursor:
    """Where the keyboard stands.

    Attributes:
        page: -1 before it has been anywhere.
        first, last: the words it is on.
        box: what takes their place on a page without words.
    """

    page: int = -1
    first: int = 0
    last: int = -1
    box: Rect = (0.0, 0.0, 0.0, 0.0)

    def enter(self, page: int, words: Sequence[Word], size: tuple[float, float], *, at_end: bool = False) -> None:
        """Stand on the first line of a page, or on its last."""
        self.page, self.first = page, _LAST if at_end else 0
        self.settle(words, size)

    def settle(self, words: Sequence[Word], size: tuple[float, float]) -> None:
        """The words of the page have come: stand on the line that was meant."""
        if words:
            line = words[min(self.first, len(words) - 1)].line
            found = [n for n, word in enumerate(words) if word.line == line]
            self.first, self.last = found[0], found[-1]
            return
        self.last = -1
        left, top = max(0.0, (size[0] - _BOX[0]) / 2), size[1] * 0.75
        self.box = (left, max(0.0, top - _BOX[1]), min(size[0], left + _BOX[0]), top)

    def across(self, step: int, words: Sequence[Word], size: tuple[float, float], *, wider: bool) -> None:
        """A word to the left (-1) or the right (1); wider: the words up to there too."""
        if not words:
            self._push(step * _STEP, 0.0, size, wider=wider)
            return
        start = self.last if wider or step > 0 else self.first
        self.last = min(max(start + step, 0), len(words) - 1)
        self.first = min(self.first, self.last) if wider else self.last

    def down(self, step: int, words: Sequence[Word], size: tuple[float, float], *, wider: bool) -> bool:
        """A line down (1) or up (-1); False where the page ends."""
        if not words:
            self._push(0.0, -step * _STEP, size, wider=wider)
            return True
        line = words[self.last if step > 0 else self.first].line + step
        found = [n for n, word in enumerate(words) if word.line == line]
        if not found:
            return wider
        self.first = min(self.first, found[0]) if wider else found[0]
        self.last = max(self.last, found[-1]) if wider else found[-1]
        return True

    def _push(self, dx: float, dy: float, size: tuple[float, float], *, wider: bool) -> None:
        left, bottom, right, top = self.box
        if wider:
            right, bottom = max(left + _STEP, right + dx), min(top - _STEP, bottom + dy)
        else:
            left, right, bottom, top = left + dx, right + dx, bottom + dy, top + dy
        if left >= 0 and bottom >= 0 and right <= size[0] and top <= size[1]:
            self.box = (left, bottom, right, top)

    def chosen(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words it stands on."""
        return words[self.first : self.last + 1]

    def rects(self, words: Sequence[Word]) -> tuple[Rect, ...]:
        """What it stands on, a box a line."""
        chosen = self.chosen(words)
        return lines_of(chosen) if chosen else (self.box,)

    def shape(self, kind: str, words: Sequence[Word], size: tuple[float, float]) -> tuple[Rect, ...]:
        """What a remark of this kind covers where it is made here."""
        rects = self.rects(words)
        if kind == "note":
            left, bottom, _right, top = rects[0]
            return (note_rect((max(NOTE_SIDE, left - NOTE_SIDE), (bottom + top) / 2), size),)
        return (around(rects, 2.0),) if kind == "box" else rects

    def quote(self, words: Sequence[Word]) -> str:
        """The words it stands on as text."""
        return quote_of(self.chosen(words))


def note_rect(place: tuple[float, float], size: tuple[float, float]) -> Rect:
    """Where a note's sign stands whose middle was meant to be here; never beyond the page."""
    left = min(max(place[0] - NOTE_SIDE / 2, 0.0), max(0.0, size[0] - NOTE_SIDE))
    bottom = min(max(place[1] - NOTE_SIDE / 2, 0.0), max(0.0, size[1] - NOTE_SIDE))
    return left, bottom, min(size[0], left + NOTE_SIDE), min(size[1], bottom + NOTE_SIDE)
