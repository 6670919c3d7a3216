"""The pages of a document as a new file without signatures: what a copy (SAO Y, SAO LỤC, TRÍCH SAO) is made of.

A signed file is locked, and part of one is no longer what was signed: so its pages are taken over as they look, stamps,
numbers and signatures drawn on them, into a file that the copying organ then signs itself (Decree 30/2020, art. 25-27).
Text stays text. PDFium does one thing at a time: belongs on the lane for pages. Knows pypdfium2.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw as pdfium_c

from .page_text import open_document
from .problems import PdfUnreadable

_VERSION = 17  # PDF 1.7; the rule asks for 1.4 at least
_SCALE = 1  # 72 dpi, for comparing the copy with its original
_DIFFERENT = 48  # of 255: letters drawn from other fonts differ less when both are drawn small
_SPECK = 3  # this many pixels beyond that are more than the edges of letters


class CopyDiffers(PdfUnreadable):
    """The pages taken over do not look like those of the original: nothing is copied."""

    code = "copyDiffers"


def copied(pdf: bytes, pages: Sequence[int] | None = None) -> bytes:
    """A new file with these pages (0-based, in this order; all where None), as they look.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
        CopyDiffers: a page would not look the same.
        IndexError: there is no such page.
    """
    chosen = list(range(page_count(pdf))) if pages is None else list(pages)
    before = _pictures(pdf, chosen)
    with open_document(pdf) as source, pypdfium2.PdfDocument.new() as made:
        for number in sorted(set(chosen)):
            _flatten(source, number)
        made.import_pages(source, pages=chosen)
        out = io.BytesIO()
        made.save(out, version=_VERSION)
    data = out.getvalue()
    after = _pictures(data, range(len(chosen)))
    if any(_differs(one, other) for one, other in zip(before, after, strict=True)):
        raise CopyDiffers("a page looks different once it is copied")
    return data


def page_count(pdf: bytes) -> int:
    """How many pages the file has.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    with open_document(pdf) as document:
        return len(document)


def _flatten(document: pypdfium2.PdfDocument, number: int) -> None:
    page = document[number]
    try:
        if pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_PRINT) == pdfium_c.FLATTEN_FAIL:
            raise PdfUnreadable("what stands on a page could not be made part of it")
    finally:
        page.close()


def _pictures(pdf: bytes, numbers: Sequence[int]) -> list[Image.Image]:
    """The pages as a reader shows them, small: with what stands in fields and signatures.

    Raises:
        IndexError: there is no such page.
    """
    found: list[Image.Image] = []
    with open_document(pdf) as document:
        document.init_forms()
        if not numbers or min(numbers) < 0 or max(numbers) >= len(document):
            raise IndexError("no such page")
        for number in numbers:
            page = document[number]
            try:
                found.append(page.render(scale=_SCALE).to_pil().convert("L"))
            finally:
                page.close()
    return found


def _differs(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return True
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[_DIFFERENT:]) > _SPECK
