"""Reads out of a file how its pages are shown. Knows pyHanko's reader.

The same as pdfium takes it, so that a place found on a page's picture is the same place in the file.
"""

from __future__ import annotations

from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.rw_common import PdfHandler

from . import documents
from .page_shape import A4, PageShape, Rect, ordered

_DEEPEST = 64  # levels of a page tree, against one that goes round


def shape_in(handler: PdfHandler, page: int) -> PageShape:
    """The shape of a page (0-based) of an open file.

    Raises:
        IndexError: there is no such page.
    """
    try:
        found: Any = handler.find_page_for_modification(page)
    except PdfError as error:
        raise IndexError(page) from error
    node: Any = found[0].get_object()
    values: dict[str, Any] = {"/UserUnit": documents.entry(node, "/UserUnit")}
    for _ in range(_DEEPEST):
        for key in ("/MediaBox", "/CropBox", "/Rotate"):
            if key not in values and key in node:
                values[key] = documents.entry(node, key)
        node = documents.entry(node, "/Parent")
        if node is None:
            break
    media = _rect(values.get("/MediaBox")) or A4
    crop = _rect(values.get("/CropBox"))
    return PageShape(_within(crop, media), _turn(values.get("/Rotate")), _unit(values["/UserUnit"]))


def shape_of(pdf: bytes, page: int) -> PageShape:
    """The shape of a page (0-based).

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
        IndexError: there is no such page.
    """
    return shape_in(documents.reader(pdf), page)


def _within(crop: Rect | None, media: Rect) -> Rect:
    """What of the sheet is shown; a crop box beside the sheet counts for nothing, as in all readers."""
    if crop is None:
        return media
    left, bottom = max(crop[0], media[0]), max(crop[1], media[1])
    right, top = min(crop[2], media[2]), min(crop[3], media[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _rect(value: Any) -> Rect | None:
    try:
        one, two, three, four = (float(x) for x in value)
    except (TypeError, ValueError):
        return None
    rect = ordered((one, two), (three, four))
    return rect if rect[0] < rect[2] and rect[1] < rect[3] else None


def _turn(value: Any) -> int:
    try:
        return int(value) // 90 % 4 * 90
    except (TypeError, ValueError):
        return 0


def _unit(value: Any) -> float:
    try:
        unit = float(value)
    except (TypeError, ValueError):
        return 1.0
    return unit if 0 < unit < 1e4 else 1.0
