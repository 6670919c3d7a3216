"""Copies: the same pages, no signatures, text still text; and what is wrong with a scan."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from signing import copying, documents
from signing.page_text import open_document, page_lines
from signing.problems import PdfEncrypted, PdfUnreadable
from signing.scan import look_at_scan
from tests.signing import pages
from tests.signing.conftest import Issued


def words(pdf: bytes, page: int = 0) -> str:
    with open_document(pdf) as document:
        return " ".join(line.text for line in page_lines(document, page))


def test_a_copy_shows_what_was_filled_in_and_signed_and_bears_no_signature(issued: Issued) -> None:
    copy = copying.copied(issued.sealed)
    assert not documents.has_signatures(copy)
    assert copy.startswith(b"%PDF-1.7")
    assert "tháng" in words(copy)
    assert words(copy) != words(issued.sealed), "number and date stood in fields, and are part of the page now"
    with open_document(copy) as document:
        assert document.get_formtype() == 0, "no form is left to be filled in"


def test_the_pages_chosen_come_in_the_order_chosen() -> None:
    draft = pages.draft(pages=4)
    copy = copying.copied(draft, [2, 0])
    assert copying.page_count(copy) == 2
    assert "Trang 3" in words(copy, 0)
    assert "THÔNG BÁO" in words(copy, 1)


@pytest.mark.parametrize("chosen", [[], [4], [-1], [0, 9]])
def test_pages_that_are_not_there_are_not_copied(chosen: list[int]) -> None:
    with pytest.raises(IndexError):
        copying.copied(pages.draft(pages=4), chosen)


def test_what_cannot_be_read_is_not_copied() -> None:
    with pytest.raises(PdfUnreadable):
        copying.copied(b"%PDF-1.7 hong")
    writer = documents.reader(pages.draft())
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    locked = copy_into_new_writer(writer)
    locked.encrypt("owner", "user")
    out = io.BytesIO()
    locked.write(out)
    with pytest.raises(PdfEncrypted):
        copying.copied(out.getvalue())


def test_a_copy_that_would_look_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch, issued: Issued) -> None:
    """As where what stands in fields were lost on the way."""
    monkeypatch.setattr(copying, "_flatten", lambda document, number: None)
    with pytest.raises(copying.CopyDiffers):
        copying.copied(issued.sealed)


def scanned(dpi: int = 200, size: tuple[float, float] = A4, part: float = 1.0, version: str = "1.4") -> bytes:
    width, height = size
    picture = Image.new("RGB", (round(width / 72 * dpi * part), round(height / 72 * dpi * part)), (9, 90, 200))
    out = io.BytesIO()
    page = Canvas(out, pagesize=size, pageCompression=1)
    page.drawImage(ImageReader(picture), 0, 0, width * part, height * part)
    page.save()
    return out.getvalue().replace(b"%PDF-1.3", f"%PDF-{version}".encode(), 1)


def grey(mode: str) -> bytes:
    """200 dots per inch without colour, as a scanner writes it."""
    out = io.BytesIO()
    Image.new(mode, (1654, 2339), 1).save(out, "PDF", resolution=200)
    return out.getvalue()


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        (lambda: scanned(), set[str]()),
        (lambda: scanned(300), set[str]()),
        (lambda: scanned(150), {"scanLowResolution"}),
        (lambda: grey("L"), {"scanNotColour"}),
        (lambda: grey("1"), {"scanNotColour"}),
        (lambda: scanned(size=A3), {"scanNotA4"}),
        (lambda: scanned(part=0.7), {"scanNotFullSize"}),
        (lambda: scanned(version="1.3"), {"scanOldVersion"}),
        (lambda: pages.draft(), {"notAScan", "scanOldVersion"}),
    ],
)
def test_what_is_wrong_with_a_scan(made: Callable[[], bytes], codes: set[str]) -> None:
    assert {fault.code for fault in look_at_scan(made()).faults} == codes


def test_a_fault_names_the_first_page_that_has_it() -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    for dpi in (200, 100, 90):
        picture = Image.new("RGB", (round(A4[0] / 72 * dpi), round(A4[1] / 72 * dpi)), (9, 90, 200))
        page.drawImage(ImageReader(picture), 0, 0, *A4)
        page.showPage()
    page.save()
    low = next(fault for fault in look_at_scan(out.getvalue()).faults if fault.code == "scanLowResolution")
    assert low.args == {"page": 2, "dpi": 100}
