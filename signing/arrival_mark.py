"""The arrival mark (dấu ĐẾN), 50 mm wide and 35 mm high, as the organ's own signature shows it.

Drawn by Decree 30/2020, Annex IV: the organ's name, ĐẾN, Số, Ngày, Chuyển, Số và ký hiệu hồ sơ; lines, not a picture,
so that it has its exact size on every paper. Knows ``lettering`` alone. Lengths are points.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .lettering import BLACK, Colour, Lettering, Run, fitted

WIDTH_MM, HEIGHT_MM = 50.0, 35.0
_MM = 72 / 25.4
_RED: Colour = (0.78, 0.08, 0.08)
_FRAME = 1.1  # thickness of the frame
_RULE = 0.5
_BOLD = 0.035
_LABEL = 9.0
_HEAD = 8.0  # height of the row with the organ's name, mm; the four rows under it share the rest
_MARK = 15.0  # width of the cell that holds ĐẾN, mm
_ROWS = ("Số:", "Ngày:", "Chuyển:", "Số và ký hiệu hồ sơ:")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Letters and lines in a box.

    Attributes:
        runs: the text.
        lines: operators that draw everything else.
    """

    runs: tuple[Run, ...]
    lines: bytes = b""


@dataclass(frozen=True, slots=True)
class ArrivalMark:
    """What an arrival mark says; what is empty is left open, with a dotted line, to be written by hand.

    Attributes:
        organ: who received it.
        number: the arrival number (số đến).
        day: the day of arrival, as it is to be read ("23/11/2026").
        transfer: to whom it goes (chuyển).
        file: number and notation of the file it belongs to (số và ký hiệu hồ sơ).
    """

    organ: str
    number: str = ""
    day: str = ""
    transfer: str = ""
    file: str = ""

    def drawing(self, width: float, height: float) -> Drawing:
        """The mark, filling a box; its parts keep their proportions in one of another size."""
        scale = min(width / (WIDTH_MM * _MM), height / (HEIGHT_MM * _MM))
        wide, high = width / scale, height / scale
        head = high - _HEAD * _MM
        row = (high - _HEAD * _MM) / 4
        runs = [*self._heading(wide, high), *_mark(head, row)]
        lines = [b"%.3f %.3f %.3f RG" % _RED, _frame(wide, high), _line(0, head, wide, head)]
        lines.append(_line(_MARK * _MM, head, _MARK * _MM, head - 2 * row))
        for i, (label, value) in enumerate(zip(_ROWS, (self.number, self.day, self.transfer, self.file), strict=True)):
            left = _MARK * _MM if i < 2 else 0.0
            drawn = _row(label, value, (left + 1.5 * _MM, head - (i + 1) * row, wide - 1.5 * _MM, head - i * row))
            runs += drawn.runs
            lines.append(drawn.lines)
        return _scaled(Drawing(tuple(runs), b" ".join(lines)), scale)

    def _heading(self, wide: float, high: float) -> list[Run]:
        """The organ's name in capitals, centred, in one line or two."""
        name = unicodedata.normalize("NFC", self.organ).upper()
        lines, size = fitted(name, wide - 3 * _MM, 2, _LABEL)
        one, small = fitted(name, wide - 3 * _MM, 1, _LABEL, smallest=7.0)
        if not one[-1].endswith("…"):
            lines, size = one, small
        step = size * 1.15
        middle = high - _HEAD * _MM / 2 - size * 0.33 + step * (len(lines) - 1) / 2
        face = Lettering()
        return [
            Run(line, (wide - face.width(line, size)) / 2, middle - i * step, size, colour=_RED, stroke=_BOLD)
            for i, line in enumerate(lines)
        ]


def _mark(head: float, row: float) -> list[Run]:
    size = 16.0
    x = (_MARK * _MM - Lettering().width("ĐẾN", size)) / 2
    return [Run("ĐẾN", x, head - row - size * 0.36, size, colour=_RED, stroke=_BOLD)]


def _row(label: str, value: str, box: tuple[float, float, float, float]) -> Drawing:
    """One label with its value, or with a dotted line where there is none."""
    left, bottom, right, top = box
    face = Lettering()
    start = left + face.width(label, _LABEL) + 3
    base = bottom + (top - bottom) * 0.32
    runs = [Run(label, left, base, _LABEL, colour=_RED)]
    if not value.strip():
        return Drawing(tuple(runs), b"q %.2f w [0.6 1.8] 0 d %s Q" % (_RULE, _line(start, base - 1, right, base - 1)))
    room = right - start
    lines, size = fitted(value, room, 1, 10.0, smallest=7.5)
    if lines[-1].endswith("…"):
        lines, size = fitted(value, room, 2, 7.5)
    step = size * 1.12
    first = base if len(lines) == 1 else (bottom + top) / 2 + step * 0.5 - size * 0.33
    runs += [Run(line, start, first - i * step, size, colour=BLACK) for i, line in enumerate(lines)]
    return Drawing(tuple(runs))


def _frame(width: float, height: float) -> bytes:
    """The frame, its outer edge on the edge of the box."""
    half = _FRAME / 2
    return b"%.2f w %.3f %.3f %.3f %.3f re S %.2f w" % (_FRAME, half, half, width - _FRAME, height - _FRAME, _RULE)


def _line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return b"%.3f %.3f m %.3f %.3f l S" % (x0, y0, x1, y1)


def _scaled(drawing: Drawing, scale: float) -> Drawing:
    if abs(scale - 1) < 1e-6:
        return drawing
    runs = tuple(
        Run(run.text, run.x * scale, run.y * scale, run.size * scale, run.italic, run.colour, run.stroke)
        for run in drawing.runs
    )
    return Drawing(runs, b"q %.6f 0 0 %.6f 0 0 cm %s Q" % (scale, scale, drawing.lines))
