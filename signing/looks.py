"""Whether earlier states of a file look the same on the page as it does now: drawn by another reader than the parser's.

A parser that is led astray, a swapped field appearance or a hidden layer shows itself here. Knows pypdfium2.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium_c

from .hiding import hides
from .page_text import Rect
from .pdfium import ALONE

_FULL_PAGES = 60  # beyond this many pages each is drawn smaller; a changed letter still changes its grey
_SCALE_FULL = 1.0
_SCALE_MANY = 0.5


class TookTooLong(Exception):
    """The pages could not be compared within the time allowed."""


@dataclass(frozen=True)
class Revision:
    """An earlier state of the file.

    Attributes:
        end: how many of the file's bytes it had.
        ignored: per page, rectangles in PDF points that may differ.
        signatures: those of them in which later signatures show themselves: they may add to the page, not hide it.
        earlier: where signatures show themselves that were there: a stamp may lie over them.
    """

    end: int
    ignored: Mapping[int, Sequence[Rect]]
    signatures: Mapping[int, Sequence[Rect]] = field(default_factory=dict)
    earlier: Mapping[int, Sequence[Rect]] = field(default_factory=dict)


@dataclass(frozen=True)
class WordsHidden:
    """The page (0-based) looks the same but for a later signature, and what stood there lies beneath its picture."""

    page: int


Outcome = int | WordsHidden | TookTooLong | pypdfium2.PdfiumError | None


def differing_pages(pdf: bytes, revisions: Sequence[Revision], *, until: float | None = None) -> tuple[Outcome, ...]:
    """For each revision the first page (0-based) that looks different now, None when all look the same.

    Every page of every state is drawn once. A revision that cannot be drawn, or not in time, is told by its error.

    Args:
        pdf: the file as it is.
        revisions: its earlier states.
        until: ``time.monotonic()`` value after which to give up.
    """
    found: list[Outcome] = [None] * len(revisions)
    with ALONE, ExitStack() as opened:
        try:
            now = opened.enter_context(_open(pdf))
        except pypdfium2.PdfiumError as error:
            return (error,) * len(revisions)
        left: dict[int, pypdfium2.PdfDocument] = {}
        for i, revision in enumerate(revisions):
            try:
                left[i] = opened.enter_context(_open(pdf[: revision.end]))
            except pypdfium2.PdfiumError as error:
                found[i] = error
                continue
            if len(left[i]) != len(now):
                found[i] = min(len(left.pop(i)), len(now))
        scale = _SCALE_FULL if len(now) <= _FULL_PAGES else _SCALE_MANY
        for number in range(len(now)):
            if not left:
                break
            if until is not None and time.monotonic() > until:
                for i in left:
                    found[i] = TookTooLong()
                break
            _compare(now, left, number, scale, revisions, found)
    return tuple(found)


def _open(pdf: bytes) -> pypdfium2.PdfDocument:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document


def _compare(
    now: pypdfium2.PdfDocument,
    left: dict[int, pypdfium2.PdfDocument],
    number: int,
    scale: float,
    revisions: Sequence[Revision],
    found: list[Outcome],
) -> None:
    """One page of every state; those that differ are told and left out from here on."""
    try:
        page = now[number]
    except pypdfium2.PdfiumError as error:
        for i in tuple(left):
            found[i] = error
            del left[i]
        return
    try:
        drawn = _draw(page, scale)
        for i, document in tuple(left.items()):
            try:
                same = _looks_same(page, drawn, document, number, scale, revisions[i])
            except pypdfium2.PdfiumError as error:
                found[i] = error
                del left[i]
                continue
            if isinstance(same, WordsHidden):
                found[i] = same
            elif not same:
                found[i] = number
                del left[i]
    finally:
        page.close()


def _looks_same(
    page: pypdfium2.PdfPage,
    drawn: pypdfium2.PdfBitmap,
    document: pypdfium2.PdfDocument,
    number: int,
    scale: float,
    revision: Revision,
) -> bool | WordsHidden:
    before = document[number]
    try:
        if before.get_size() != page.get_size():
            return False
        boxes = [_pixels(before, rect, scale) for rect in revision.ignored.get(number, ())]
        was = _draw(before, scale)
        if _covered(drawn, boxes) != _covered(was, boxes):
            return False
        over = revision.signatures.get(number)
        there = revision.earlier.get(number, ())
        if over and hides(before, was, drawn, over, there, lambda rect: _pixels(before, rect, scale)):
            return WordsHidden(number)
        return True
    finally:
        before.close()


def _draw(page: pypdfium2.PdfPage, scale: float) -> pypdfium2.PdfBitmap:
    return page.render(
        scale=scale,  # type: ignore[arg-type]  # pypdfium2 infers int from its default
        draw_annots=True,
        may_draw_forms=True,
    )


def _covered(picture: pypdfium2.PdfBitmap, boxes: Sequence[tuple[int, int, int, int]]) -> tuple[int, int, bytearray]:
    """The picture's size and bytes with the boxes blackened in a copy; the picture stays as it was drawn."""
    bytes_each = picture.n_channels
    data = bytearray(picture.buffer)
    for left, top, right, bottom in boxes:
        first, last = max(left, 0), min(right + 1, picture.width)
        if last <= first:
            continue
        black = bytes((last - first) * bytes_each)
        for row in range(max(top, 0), min(bottom + 1, picture.height)):
            start = row * picture.stride + first * bytes_each
            data[start : start + len(black)] = black
    return picture.width, picture.height, data


def _pixels(page: pypdfium2.PdfPage, rect: Rect, scale: float) -> tuple[int, int, int, int]:
    """A rectangle of the page in the picture's pixels, one wider on each side."""
    width, height = (round(x * scale + 0.5) for x in page.get_size())
    xs: list[int] = []
    ys: list[int] = []
    for x, y in ((rect[0], rect[1]), (rect[2], rect[3])):
        px, py = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, px, py)
        xs.append(px.value)
        ys.append(py.value)
    return (min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)
