"""What of a widget is inked: the rule about one third speaks of the signature itself, not of the box it was put in.

The page is drawn with the widget and without; where the two differ is ink. Knows pypdfium2 and Pillow.
"""

from __future__ import annotations

from typing import Any

import pypdfium2
from PIL import Image, ImageChops

from .page_shape import Rect
from .page_text import open_document

_FAINT = 24  # a difference in grey below this is smoothing


def ink_within(pdf: bytes, page: int, rect: Rect) -> Rect | None:
    """The part of a rectangle that annotations really mark; None where they mark nothing.

    Args:
        pdf: the file.
        page: 0-based.
        rect: in page units, as the page is shown.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    with open_document(pdf) as document:
        document.init_forms()
        opened = document[page]
        try:
            height = opened.get_height()
            longest = max(rect[2] - rect[0], rect[3] - rect[1], 1.0)
            scale = max(1.0, min(8.0, 400.0 / longest))
            crop = (rect[0], rect[1], opened.get_width() - rect[2], height - rect[3])
            pictures = [_drawn(opened, scale, crop, annotated) for annotated in (True, False)]
        finally:
            opened.close()
    found = ImageChops.difference(*pictures).point([0] * _FAINT + [255] * (256 - _FAINT)).getbbox()
    if found is None:
        return None
    left, top = rect[0], rect[3]
    return (left + found[0] / scale, top - found[3] / scale, left + found[2] / scale, top - found[1] / scale)


def _drawn(
    page: pypdfium2.PdfPage, scale: Any, crop: tuple[float, float, float, float], annotated: bool
) -> Image.Image:
    kept = tuple(max(x, 0.0) for x in crop)
    picture = page.render(scale=scale, crop=kept, draw_annots=annotated, may_draw_forms=annotated)  # type: ignore[arg-type]
    return picture.to_pil().convert("L")
