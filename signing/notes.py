"""The three appearances that are not a picture, with the place where the rules want them.

A copy's and an attachment's text stands at the top right of page 1 (Decree 30/2020, Annex I); the arrival mark in empty
paper below the number (Annex IV). Each function takes plain values and gives an ``Appearance`` ready to be signed with;
a place chosen by hand is passed in. Knows ``appearance``, ``paper`` and ``place``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pypdfium2

from .appearance import NOTE_SIZE, NOTE_STEP, Appearance, attachment_lines, copy_lines
from .arrival_mark import HEIGHT_MM, WIDTH_MM, ArrivalMark
from .lettering import Lettering, wrapped
from .page_shape import MM, PageShape
from .page_text import open_document, page_lines
from .paper import Paper, Spot, steps
from .place import Place
from .shapes import shape_of

_WIDTHS = (85.0, 125.0)  # mm that a note may take before its lines are broken; the second for a very long name
_MOST_LINES = 3  # that fit above a page's own text
_SIDE = 15.0  # mm kept free at the right of a note: a scan's black edge and a printer's margin
_TOP, _HIGHEST = 8.0, 4.0  # mm above a note: as a rule, and where it has many lines
_EMPTY_TOP = 19.0  # mm: a page's own text begins below this (upper margin of 20 mm)
_DOWN_TO = 0.62  # the part of page 1 that an arrival mark is looked for in, first


def attachment_look(pdf: bytes, notation: str, at: datetime, *, place: Place | None = None) -> Appearance:
    """An attachment in its own file: number and notation, then the signing time.

    Args:
        pdf: the attachment, for the size and the empty paper of its first page.
        notation: number and notation of the document that it belongs to ("118-TB/TU").
        at: the time of signing, with a zone; written in Vietnam's.
        place: where a person put it; found by the rule otherwise.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    return _note(pdf, attachment_lines(notation, at), place)


def copy_look(pdf: bytes, kind: str, agency: str, at: datetime, *, place: Place | None = None) -> Appearance:
    """An electronic copy: SAO Y, SAO LỤC or TRÍCH SAO, the copying agency, the time.

    Args:
        pdf: the copy.
        kind: "SAO Y", "SAO LỤC" or "TRÍCH SAO".
        agency: the copying agency's full name; a long one takes several lines.
        at: the time of signing, with a zone; written in Vietnam's.
        place: where a person put it; found by the rule otherwise.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    return _note(pdf, copy_lines(kind, agency, at), place)


def arrival_look(pdf: bytes, mark: ArrivalMark, *, place: Place | None = None) -> Appearance:
    """The organ's confirmation of what came in: the arrival mark, 50 by 35 mm on any paper.

    Args:
        pdf: the document that came in.
        mark: what stands in it.
        place: where a person put it; in empty paper below the number otherwise.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    return Appearance(place or arrival_place(pdf), arrival=mark)


def _note(pdf: bytes, said: tuple[str, ...], place: Place | None) -> Appearance:
    shape = shape_of(pdf, place.page if place else 0)
    lines = note_lines(said, shape, place)
    return Appearance(place or note_place(pdf, lines, shape), lines=lines)


def note_lines(said: tuple[str, ...], shape: PageShape, place: Place | None = None) -> tuple[str, ...]:
    """The lines of a note, broken so that they fit at their full size."""
    if place is not None:
        widths = ((place.rect[2] - place.rect[0]) * shape.unit,)
    else:
        widths = tuple(min(one * MM, shape.size[0] * shape.unit - 2 * _SIDE * MM) for one in _WIDTHS)
    lines: tuple[str, ...] = ()
    for width in widths:
        lines = tuple(line for one in said for line in wrapped(one, max(width, 20.0) - 2, NOTE_SIZE))
        if len(lines) <= _MOST_LINES:
            break
    return lines


def note_place(pdf: bytes, lines: tuple[str, ...], shape: PageShape | None = None) -> Place:
    """The top right corner of page 1, beside what stands there already (another copy's note).

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    shape = shape or shape_of(pdf, 0)
    face = Lettering()
    width = max([20.0, *(face.width(line, NOTE_SIZE) for line in lines)]) / MM + 1.5
    height = (NOTE_STEP * len(lines) + 3) / MM
    top = _TOP if _TOP + height <= _EMPTY_TOP else max(_HIGHEST, _EMPTY_TOP - height)
    with open_document(pdf) as document:
        paper = Paper(document, 0, shape.mm(1))
    side = min(_SIDE, max((paper.width - width) / 2, 0.0))
    spots = [Spot(paper.width - side - width, y, width, height) for y in (top, _HIGHEST)]
    spots += [
        Spot(x, top, width, height)
        for x in steps(paper.width - side - width, side, 2)
        if x < paper.width - side - width - width / 2
    ]
    return _at(shape, spots[0] if paper.ink(spots[0]) == 0 else paper.freest(spots, air=0.5))


def arrival_place(pdf: bytes) -> Place:
    """Empty paper for the arrival mark: below the number at the left, else below the date, else anywhere on page 1.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    shape = shape_of(pdf, 0)
    with open_document(pdf) as document:
        paper = Paper(document, 0, shape.mm(1))
        below = _number_line(document, shape)
    return _at(shape, paper.freest(_arrival_spots(paper, below)))


def _number_line(document: pypdfium2.PdfDocument, shape: PageShape) -> float:
    """How far down the number stands, mm; where the layout has it on a page without text."""
    height = shape.size[1]
    for line in page_lines(document, 0):
        if line.text.lstrip().startswith("Số") and line.baseline > height / 2:
            return (height - line.baseline) / shape.mm(1) + 2
    return 42.0


def _arrival_spots(paper: Paper, below: float) -> Iterator[Spot]:
    right = paper.width - 12 - WIDTH_MM
    lowest = paper.height * _DOWN_TO
    for y in steps(below, max(lowest, below), 2):
        for x in (*steps(20, 10, 5), *steps(20, 36, 4)):
            yield Spot(x, y, WIDTH_MM, HEIGHT_MM)
        yield Spot(right, y, WIDTH_MM, HEIGHT_MM)
    for y in steps(5, max(paper.height - HEIGHT_MM - 5, 5), 3):
        for x in steps(8, max(right, 8), 5):
            yield Spot(x, y, WIDTH_MM, HEIGHT_MM)


def _at(shape: PageShape, spot: Spot) -> Place:
    mm, height = shape.mm(1), shape.size[1]
    top = height - spot.top * mm
    return Place(0, (spot.left * mm, top - spot.height * mm, (spot.left + spot.width) * mm, top))
