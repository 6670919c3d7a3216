"""Finds the lines ``Số …`` and ``…, ngày … tháng … năm …`` at the head of a document, and the blanks in them.

Party and state forms, with dots, underscores, spaces or nothing but empty paper in the blank. Knows ``page_text``,
``lettering`` and the shape of pages. Rectangles are in page units from the lower left of the page as it is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lettering import Lettering
from .page_shape import PageShape, Rect
from .page_text import Line, open_document, page_lines
from .shapes import shape_of

_BLANK = r"[\s.…_]*"
# A blank number is followed by the rest of the notation: "Số      -TB/TU", "Số:      /QĐ-UBND"; Word makes dashes.
_DASH = r"\-–‑"
_NUMBER = re.compile(
    rf"(?<!\w)Số(?:\s?:)?(?P<gap>{_BLANK})(?P<rest>[/{_DASH}]\s?(?:\d{{4}}\s?/\s?)?[^\W\d_][\w.&]*"
    rf"(?:\s?[/{_DASH}]\s?[\w.&]+)*)"
)
_NUMBER_BARE = re.compile(rf"^\s*Số(?:\s?:)?(?P<gap>{_BLANK})(?P<rest>)(?=\s|$)")
_NUMBER_GIVEN = re.compile(rf"(?<!\w)Số\s?:?\s*(?P<number>\d+)\s?[/{_DASH}]\s?(?:\d{{4}}\s?/\s?)?[^\W\d_]")
_DATE = re.compile(
    rf"ngày(?P<day>{_BLANK}\d{{0,2}}{_BLANK})tháng(?P<month>{_BLANK}\d{{0,2}}{_BLANK})năm(?P<year>{_BLANK}\d{{0,4}}[.…_]*)",
    re.IGNORECASE,
)
BETWEEN = 0.4  # what must be left of a blank, in letter heights, for figures in it to stand apart from the words
_RISE, _FALL = 0.92, 0.26  # the field's edges above and below the baseline, in letter heights


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field stands.

    Attributes:
        page: 0-based.
        rect: in page units, as shown.
        line: the line it was found on, None when placed by the layout rule.
        start: position in ``line.text`` of the first character that the field may cover.
        end: position after the last.
        parts: the blank stretches to be written into, (start, end) in ``line.text``; none where the words stand so
            close that the whole phrase is covered and written anew.
    """

    page: int
    rect: Rect
    line: Line | None
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]


def find_spots(pdf: bytes, shape: PageShape | None = None) -> tuple[Spot, Spot]:
    """Where the number and the date go: on their lines, else by the layout of the page's head.

    Args:
        pdf: the file.
        shape: its first page's, where that is known.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    shape = shape or shape_of(pdf, 0)
    with open_document(pdf) as document:
        lines = page_lines(document, 0, above=shape.size[1] * 0.5)
    return _number_spot(lines, shape), _date_spot(lines, shape)


def given_number(pdf: bytes) -> str | None:
    """The number that already stands on the page's ``Số`` line, as in a document whose number was reserved."""
    with open_document(pdf) as document:
        lines = page_lines(document, 0, above=document.get_page_size(0)[1] * 0.5)
    for line in lines:
        match = _NUMBER_GIVEN.search(line.text)
        if match:
            return match["number"]
    return None


def _number_spot(lines: list[Line], shape: PageShape) -> Spot:
    width, height = shape.size
    for pattern in (_NUMBER, _NUMBER_BARE):
        for line in lines:
            match = pattern.search(line.text)
            if match is None or line.rect(match.start(), match.start() + 2)[0] > width * 0.55:
                continue
            start, end = match.start("gap"), match.end()
            left = line.letter(start - 1).right
            right = line.letter(match.end() - 1).right if match["rest"] else left
            return _spot(
                line, start, end, left, _room_right(line, right, width - shape.mm(8)), ((start, match.end("gap")),)
            )
    mm, top = shape.mm, height - shape.mm(42)
    return Spot(0, (mm(25), top - mm(7), mm(100), top), None, 0, 0, ())


def _date_spot(lines: list[Line], shape: PageShape) -> Spot:
    width, height = shape.size
    for line in lines:
        match = _DATE.search(line.text)
        if match is None:
            continue
        left = line.letter(match.start("day") - 1).right
        right = line.letter(match.end() - 1).right
        parts = tuple(match.span(name) for name in ("day", "month", "year"))
        spot = _spot(line, match.start("day"), match.end(), left, _room_right(line, right, width - shape.mm(8)), parts)
        return spot if _has_room(spot) else _whole_phrase(spot, match.start())
    mm, top = shape.mm, height - shape.mm(42)
    return Spot(0, (width - mm(100), top - mm(7), width - mm(15), top), None, 0, 0, ())


def _has_room(spot: Spot) -> bool:
    """Whether day, month and year fit between the words that stand there."""
    assert spot.line is not None
    line, size = spot.line, spot.line.letter(spot.start - 1).size
    for (start, end), sample in zip(spot.parts, ("00", "00", "0000"), strict=True):
        if re.search(r"\d", line.text[start:end]):
            continue
        right = spot.rect[2] if end >= spot.end else line.letter(end).left
        between = 0.1 if end >= spot.end else BETWEEN
        if right - line.letter(start - 1).right < Lettering().width(sample, size) + between * size:
            return False
    return True


def _whole_phrase(spot: Spot, day_word: int) -> Spot:
    """From the place's name to the year; what is longer than it was grows to the left, as the line is set right."""
    line = spot.line
    assert line is not None
    start = day_word
    while start > 0:
        before, here = line.letter(start - 1), line.letter(start)
        if line.index[start] != line.index[start - 1] and here.left - before.right > 2 * here.size:
            break
        start -= 1
    while start < day_word and line.text[start].isspace():
        start += 1
    size = line.letter(day_word).size
    phrase = line.text[start:day_word] + "ngày 00 tháng 00 năm 0000"
    width = Lettering(italic=line.letter(day_word).italic).width(phrase, size)
    right = max(line.letter(spot.end - 1).right, line.letter(start).left)
    if not re.search(r"\d", line.text[slice(*spot.parts[-1])]):
        # No year stands there: the line ends where the year will.
        right = max(right, min(spot.rect[2], line.letter(start).left + width))
    left = min(line.letter(start).left, right - width) - 2
    return Spot(spot.page, (left, spot.rect[1], right + 1, spot.rect[3]), line, start, spot.end, ())


def _spot(line: Line, start: int, end: int, left: float, right: float, parts: tuple[tuple[int, int], ...]) -> Spot:
    base, size = line.baseline, line.letter(start - 1).size
    return Spot(line.page, (left, base - _FALL * size, right, base + _RISE * size), line, start, end, parts)


def _room_right(line: Line, right: float, edge: float) -> float:
    """How far the field may reach: up to four letter heights on, but neither into the next words nor off the page."""
    following = [x.left for x in line.letters if x.left >= right - 0.1 and not x.text.isspace()]
    limit = min([*following, edge])
    return max(right, min(right + 4 * line.size, limit - 0.14 * line.size))


def notation_of(text: str) -> str:
    """A notation as it is compared: without spaces, every dash a hyphen."""
    return re.sub(rf"[{_DASH}]", "-", "".join(text.split()))
