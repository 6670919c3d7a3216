"""Whether a file is a scan as the rules want one of paper: A4, colour, 200 dots per inch, full size, PDF 1.4 or newer.

Decree 30/2020, Annex I. Each shortcoming is a code with its values; none forbids a copy, the clerk decides. PDFium
does one thing at a time: belongs on the lane for pages. Knows pypdfium2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw as pdfium_c

from .page_shape import MM
from .page_text import open_document
from .reasons import Reason

LEAST_DPI = 200
_NEARLY = 0.985  # scanners round: 197 dots per inch are called 200
_A4 = (210.0, 297.0)
_ROOM_MM = 4.0
_COVER = 0.85  # an image that takes less of its page was not scanned at full size
_GREY_SPACES = (pdfium_c.FPDF_COLORSPACE_DEVICEGRAY, pdfium_c.FPDF_COLORSPACE_CALGRAY)


@dataclass(frozen=True)
class Scan:
    """What was found.

    Attributes:
        pages: how many.
        faults: notAScan, scanOldVersion, scanNotA4, scanNotFullSize, scanLowResolution, scanNotColour; each with the
            first ``page`` (from 1) that has it.
    """

    pages: int
    faults: tuple[Reason, ...]


def look_at_scan(pdf: bytes) -> Scan:
    """Looks at every page.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    found: dict[str, Reason] = {}
    version = re.search(rb"%PDF-(\d)\.(\d)", pdf[:1024])
    if version and (int(version[1]), int(version[2])) < (1, 4):
        found["scanOldVersion"] = Reason("scanOldVersion", {"version": f"{int(version[1])}.{int(version[2])}"})
    with open_document(pdf) as document:
        count = len(document)
        for number in range(count):
            page = document[number]
            try:
                for code, args in _faults(page):
                    found.setdefault(code, Reason(code, {"page": number + 1, **args}))
            finally:
                page.close()
    return Scan(count, tuple(found.values()))


def _faults(page: pypdfium2.PdfPage) -> list[tuple[str, dict[str, str | int]]]:
    width, height = page.get_size()
    faults: list[tuple[str, dict[str, str | int]]] = []
    sides = sorted((width / MM, height / MM))
    if any(abs(side - wanted) > _ROOM_MM for side, wanted in zip(sides, _A4, strict=True)):
        faults.append(("scanNotA4", {"width": round(width / MM), "height": round(height / MM)}))
    images = list(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4))
    large = [one for one in images if _area(one) > 0.3 * width * height]
    if not large:
        return [*faults, ("notAScan", {})]
    biggest = max(large, key=_area)
    if _area(biggest) < _COVER * width * height:
        faults.append(("scanNotFullSize", {}))
    dpi = _dpi(biggest)
    if dpi < LEAST_DPI * _NEARLY:
        faults.append(("scanLowResolution", {"dpi": round(dpi)}))
    if not any(_is_colour(one) for one in large):
        faults.append(("scanNotColour", {}))
    return faults


def _area(image: pypdfium2.PdfObject) -> float:
    left, bottom, right, top = image.get_bounds()
    return max(0.0, right - left) * max(0.0, top - bottom)


def _dpi(image: pypdfium2.PdfObject) -> float:
    left, bottom, right, top = image.get_bounds()
    assert isinstance(image, pypdfium2.PdfImage)
    wide, high = sorted(image.get_px_size())
    short, long = sorted((max(right - left, 1.0), max(top - bottom, 1.0)))
    return min(wide / short, high / long) * 72


def _is_colour(image: pypdfium2.PdfObject) -> bool:
    assert isinstance(image, pypdfium2.PdfImage)
    told = image.get_metadata()
    if told.colorspace in _GREY_SPACES or told.bits_per_pixel == 1:
        return False
    return told.bits_per_pixel > 8 or told.colorspace == pdfium_c.FPDF_COLORSPACE_INDEXED
