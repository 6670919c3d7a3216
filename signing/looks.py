"""Whether two states of a file look the same on the page: drawn by another reader than the one that parsed them.

A parser that is led astray, a swapped field appearance or a hidden layer shows itself here. Knows pypdfium2.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Mapping, Sequence

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageChops, ImageDraw

from .page_text import Rect

_FULL_PAGES = 60  # beyond this many pages each is drawn smaller; a changed letter still changes its grey
_SCALE_FULL = 1.0
_SCALE_MANY = 0.5


class TookTooLong(Exception):
    """The pages could not be compared within the time allowed."""


def differing_page(
    before: bytes, after: bytes, ignored: Mapping[int, Sequence[Rect]], *, until: float | None = None
) -> int | None:
    """The first page (0-based) that looks different, None when all look the same.

    Args:
        before: the file as it was signed.
        after: the file as it is.
        ignored: per page, rectangles in PDF points that may differ.
        until: ``time.monotonic()`` value after which to give up.

    Raises:
        TookTooLong: more pages than the time allows.
        pypdfium2.PdfiumError: one of them cannot be drawn.
    """
    with pypdfium2.PdfDocument(before) as old, pypdfium2.PdfDocument(after) as new:
        old.init_forms()
        new.init_forms()
        if len(old) != len(new):
            return min(len(old), len(new))
        scale = _SCALE_FULL if len(old) <= _FULL_PAGES else _SCALE_MANY
        for number in range(len(old)):
            if until is not None and time.monotonic() > until:
                raise TookTooLong
            if _differs(old, new, number, scale, ignored.get(number, ())):
                return number
    return None


def _differs(
    old: pypdfium2.PdfDocument, new: pypdfium2.PdfDocument, number: int, scale: float, ignored: Sequence[Rect]
) -> bool:
    first, second = old[number], new[number]
    try:
        if first.get_size() != second.get_size():
            return True
        boxes = [_pixels(first, rect, scale) for rect in ignored]
        pictures = [_draw(page, scale, boxes) for page in (first, second)]
    finally:
        first.close()
        second.close()
    return ImageChops.difference(*pictures).getbbox() is not None


def _draw(page: pypdfium2.PdfPage, scale: float, boxes: Sequence[tuple[int, int, int, int]]) -> Image.Image:
    picture = (
        page.render(
            scale=scale,  # type: ignore[arg-type]  # pypdfium2 infers int from its default
            draw_annots=True,
            may_draw_forms=True,
        )
        .to_pil()
        .convert("RGB")
    )
    cover = ImageDraw.Draw(picture)
    for box in boxes:
        cover.rectangle(box, fill=(0, 0, 0))
    return picture


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
