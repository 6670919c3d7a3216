"""The words of a page with their places as the page is shown. Knows ``signing.page_text``.

Runs in the lane of pages: pdfium is not safe for threads.
"""

from __future__ import annotations

import re
from typing import Any

import pypdfium2.raw as pdfium_c

from signing.page_text import page_lines
from signing.pdfium import ALONE
from widgets.remark_marks import Rect, Word

MOST = 20_000
"""Words of a page beyond which it counts as a picture."""


def words_of(document: Any, index: int, size: tuple[float, float]) -> list[Word]:
    """The words of one page (0-based), line by line from the top; none where it holds only a picture.

    Args:
        size: width and height of the page in points, as it is shown; words beyond it are not seen.
    """
    with ALONE:
        lines = page_lines(document, index)
    found: list[Word] = []
    for number, line in enumerate(lines):
        for match in re.finditer(r"\S+", line.text):
            rect = _on_page(line.rect(*match.span()), size)
            if rect[2] > rect[0] and rect[3] > rect[1]:
                found.append(Word(match.group(), rect, number))
    return found if len(found) <= MOST else []


def is_signed(document: Any) -> bool:
    """Whether a PDF bears a signature already; a field that is still empty is none."""
    with ALONE:
        for n in range(max(0, pdfium_c.FPDF_GetSignatureCount(document.raw))):
            signature = pdfium_c.FPDF_GetSignatureObject(document.raw, n)
            if signature and pdfium_c.FPDFSignatureObj_GetContents(signature, None, 0) > 0:
                return True
    return False


def _on_page(rect: Rect, size: tuple[float, float]) -> Rect:
    return max(rect[0], 0.0), max(rect[1], 0.0), min(rect[2], size[0]), min(rect[3], size[1])
