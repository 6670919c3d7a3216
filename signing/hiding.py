"""Whether a later signature's own picture lies over words that stood there before, so that they are no longer read.

A stamp lies over words by rule, but lets them through (Decree 30/2020, Annex I: a transparent picture); a sheet with
other figures on it does not (sneaky signature attack: Rohlmann, Mladenov, Mainka, Schwenk, Breaking the Specification:
PDF Certification, S&P 2021). Knows PDFium; its caller holds ``pdfium.ALONE``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable

import pypdfium2
import pypdfium2.raw as pdfium_c

from .page_text import Rect

Box = tuple[int, int, int, int]
_DARK = 140  # of 255: a letter's ink
_LOST = 90  # lighter by so much: the ink is no longer there; a red stamp over black is lighter by 70
_MOST = 4000  # letters looked at on a page
_ENOUGH = 1  # letters lost: one figure of a sum is enough


def hides_words(
    page: pypdfium2.PdfPage,
    before: pypdfium2.PdfBitmap,
    after: pypdfium2.PdfBitmap,
    rects: Iterable[Rect],
    pixels: Callable[[Rect], Box],
) -> bool:
    """Whether letters within the rectangles were drawn before and are not after.

    Args:
        page: the page before.
        before: its picture.
        after: the picture of the page after, of the same size.
        rects: where later signatures show themselves, in PDF points.
        pixels: where a rectangle of the page is in the pictures.
    """
    boxes = [pixels(letter) for letter in _letters(page, tuple(rects))]
    if len(boxes) < _ENOUGH:
        return False
    # Only where the letters are: turning whole pages grey takes longer than all else here.
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    area = (left, top, max(box[2] for box in boxes), max(box[3] for box in boxes))
    old, new = (picture.to_pil().crop(area).convert("L") for picture in (before, after))
    lost = 0
    for x0, y0, x1, y1 in boxes:
        box = (x0 - left, y0 - top, x1 - left, y1 - top)
        first, second = old.crop(box).tobytes(), new.crop(box).tobytes()
        ink = [(x, y) for x, y in zip(first, second, strict=True) if x < _DARK]
        if ink and sum(y - x > _LOST for x, y in ink) * 2 > len(ink):
            lost += 1
            if lost >= _ENOUGH:
                return True
    return False


def _letters(page: pypdfium2.PdfPage, rects: tuple[Rect, ...]) -> list[Rect]:
    """The boxes of the page's own letters whose middle lies within one of the rectangles."""
    words = page.get_textpage()
    try:
        found: list[Rect] = []
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for i in range(min(words.count_chars(), _MOST)):
            if pdfium_c.FPDFText_GetUnicode(words.raw, i) <= 32:
                continue
            pdfium_c.FPDFText_GetCharBox(words.raw, i, left, right, bottom, top)
            x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
            if any(a <= x <= c and b <= y <= d for a, b, c, d in rects):
                found.append((left.value, bottom.value, right.value, top.value))
        return found
    finally:
        words.close()
