"""Where a page is still white: for what is put beside the text rather than over it.

The page is drawn small, one cell to a millimetre, so that a scan counts as much as text. Knows pypdfium2 and Pillow.
Lengths are millimetres from the upper left corner of the page as shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2

_DARK = 170  # greys below this are ink; above it lies a scanner's yellowed paper
_CELLS = 2  # pixels to a millimetre while drawing
_LONGEST = 1200.0  # mm of paper looked at, against sheets of a kilometre


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle on the paper by its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class Paper:
    """The inked cells of one page.

    Args:
        document: the open file.
        page: 0-based.
        mm: page units to a millimetre.
    """

    def __init__(self, document: pypdfium2.PdfDocument, page: int, mm: float) -> None:
        opened = document[page]
        try:
            width, height = opened.get_size()
            self.width, self.height = min(width / mm, _LONGEST), min(height / mm, _LONGEST)
            scale: Any = _CELLS / mm  # pypdfium2 infers int from its default
            picture = opened.render(scale=scale, may_draw_forms=True, grayscale=True).to_pil().convert("L")
        finally:
            opened.close()
        inked = picture.point([255] * _DARK + [0] * (256 - _DARK)).reduce(_CELLS)
        self._columns, self._rows = inked.size
        self._sums = _summed(inked.tobytes(), self._columns)

    def ink(self, spot: Spot) -> int:
        """How many cells of the spot are inked; what lies off the paper counts as inked."""
        left, top = round(spot.left), round(spot.top)
        right, bottom = round(spot.left + spot.width), round(spot.top + spot.height)
        x0, x1 = max(left, 0), min(right, self._columns)
        y0, y1 = max(top, 0), min(bottom, self._rows)
        outside = (right - left) * (bottom - top) - max(x1 - x0, 0) * max(y1 - y0, 0)
        if x0 >= x1 or y0 >= y1:
            return outside
        sums = self._sums
        return outside + sums[y1][x1] - sums[y0][x1] - sums[y1][x0] + sums[y0][x0]

    def freest(self, spots: Iterable[Spot], air: float = 1.0) -> Spot:
        """The first spot with nothing on it nor within ``air``; the least inked one where there is none such."""
        best: tuple[int, Spot] | None = None
        for spot in spots:
            wide = Spot(spot.left - air, spot.top - air, spot.width + 2 * air, spot.height + 2 * air)
            found = self.ink(wide)
            if found == 0:
                return spot
            if best is None or found < best[0]:
                best = (found, spot)
        assert best is not None, "no spots to choose among"
        return best[1]


def _summed(cells: bytes, columns: int) -> list[list[int]]:
    """For each cell the count of inked ones above and to the left of it: any rectangle is then four look-ups."""
    sums = [[0] * (columns + 1)]
    for start in range(0, len(cells), columns or 1):
        above, row, along = sums[-1], [0], 0
        for x, value in enumerate(cells[start : start + columns]):
            along += value > 0
            row.append(above[x + 1] + along)
        sums.append(row)
    return sums


def steps(first: float, last: float, step: float) -> Iterator[float]:
    """Numbers from the first to the last, neither left out, in steps of at most that length."""
    count = max(1, -(-abs(last - first) // step)) if step > 0 else 1
    for i in range(int(count) + 1):
        yield first + (last - first) * i / count
