"""Whether a later signature's own picture lies over what stood there before, so that it is no longer read.

A stamp lies over words by rule, but lets them through (Decree 30/2020, Annex I: a transparent picture); a sheet with
other figures on it does not (sneaky signature attack: Rohlmann, Mladenov, Mainka, Schwenk, Breaking the Specification:
PDF Certification, S&P 2021). Knows PDFium; its caller holds ``pdfium.ALONE``.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageChops, ImageFilter

from .page_text import Rect

Box = tuple[int, int, int, int]
_DARK = 140  # of 255: a letter's ink
_LOST = 90  # lighter by so much: the ink is no longer there; a red stamp over black is lighter by 70
_MOST = 4000  # letters looked at on a page
_ENOUGH = 1  # letters lost: one figure of a sum is enough
_STANDS_OUT = 60  # of 255: darker than the paper beside it by so much is ink, whatever drew it
_NEAR = 4  # pixels to the paper beside
_CELL = 4  # pixels: less than a letter of 10 points, drawn one pixel to a point
_FEW = 32  # of 255: the part of a cell that makes it worth a look, for ink and for paper
_FADED = 0.25  # of the contrast that was there: less cannot be read
_OTHER = 40  # of 255: a pixel that differs by so much was drawn over
_RED = 60  # of 255: redder than that is a stamp, whose star may be solid
_GIVES_WAY = 0.25  # of the ink: where so much turned light, something else was put in its place
_CELLS_ENOUGH = 2


def hides(
    page: pypdfium2.PdfPage,
    before: pypdfium2.PdfBitmap,
    after: pypdfium2.PdfBitmap,
    rects: Iterable[Rect],
    spared: Iterable[Rect],
    pixels: Callable[[Rect], Box],
) -> bool:
    """Whether letters, or other ink, within the rectangles were drawn before and are not after.

    Args:
        page: the page before.
        before: its picture.
        after: the picture of the page after, of the same size.
        rects: where later signatures show themselves, in PDF points.
        spared: where earlier ones do: a stamp lies over a signature by rule. Letters count there as well.
        pixels: where a rectangle of the page is in the pictures.
    """
    places = tuple(rects)
    old, new = before.to_pil(), after.to_pil()
    letters = [pixels(letter) for letter in _letters(page, places)]
    if letters and _letters_lost(old, new, letters):
        return True
    free = [pixels(one) for one in spared]
    return any(_ink_lost(old, new, pixels(place), free) for place in places)


def _letters_lost(before: Image.Image, after: Image.Image, boxes: list[Box]) -> bool:
    # Only where the letters are: turning whole pages grey takes longer than all else here.
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    area = (left, top, max(box[2] for box in boxes), max(box[3] for box in boxes))
    old, new = (picture.crop(area).convert("L") for picture in (before, after))
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


def _ink_lost(before: Image.Image, after: Image.Image, place: Box, spared: Iterable[Box]) -> bool:
    """Whether what stood out from the paper no longer does: of scans, lines and pale or countless letters, too."""
    left, top, right, bottom = place
    area = (max(left, 0), max(top, 0), min(right, before.width), min(bottom, before.height))
    if area[0] >= area[2] or area[1] >= area[3]:
        return False
    old, new = before.crop(area).convert("L"), after.crop(area).convert("RGB")
    paper = old
    for _ in range(_NEAR):
        paper = paper.filter(ImageFilter.MaxFilter(3))
    ink = _beyond(ImageChops.subtract(paper, old), _STANDS_OUT)
    for x0, y0, x1, y1 in spared:
        ink.paste(0, (x0 - area[0], y0 - area[1], x1 - area[0], y1 - area[1]))
    if ink.getbbox() is None:
        return False
    return sum(_cells_lost(old, new, ink)) >= _CELLS_ENOUGH


def _cells_lost(old: Image.Image, new: Image.Image, ink: Image.Image) -> Iterator[bool]:
    """For each cell whose ink stands out no more, whether something else than the red of a stamp came over it."""
    grey, rest = new.convert("L"), ImageChops.invert(ink)
    red, green, _ = new.split()
    over = _beyond(ImageChops.difference(grey, old), _OTHER)
    lighter = _beyond(ImageChops.subtract(grey, old), _LOST)
    pairs = [(old, ink), (old, rest), (grey, ink), (grey, rest), (lighter, ink), (red, over), (green, over)]
    sums = [ImageChops.multiply(one, mask).reduce(_CELL).tobytes() for one, mask in pairs]
    parts, others = (mask.reduce(_CELL).tobytes() for mask in (ink, over))
    for part, other, *held in zip(parts, others, *sums, strict=True):
        if not _FEW <= part <= 255 - _FEW or not other:
            continue
        inked, beside = 255 / part, 255 / (255 - part)
        was_ink, was_paper, is_ink, is_paper, gone, redness, greenness = held
        was = was_paper * beside - was_ink * inked
        if is_paper * beside - is_ink * inked <= was * _FADED:
            yield (redness - greenness) * 255 / other < _RED or gone * inked > 255 * _GIVES_WAY


def _beyond(picture: Image.Image, limit: int) -> Image.Image:
    """White where the picture is lighter than that, else black."""
    return picture.point([0] * limit + [255] * (256 - limit))


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
