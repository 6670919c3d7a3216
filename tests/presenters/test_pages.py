"""Pages from memory: order, limits, and PDFs that cannot be shown."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from PySide6.QtGui import QImage

from desktop.lanes import Lanes
from desktop.presenters import pages
from desktop.presenters.pages import PageProblem, open_pages
from tests.widgets.sample_data import sample_pdf

Got = list[tuple[int, float, QImage]]


async def test_a_page_comes_as_a_picture_of_the_size_asked_for(lanes: Lanes) -> None:
    source = await open_pages(lanes, sample_pdf())
    got: Got = []
    source.ready.connect(lambda *one: got.append(one))
    source.request(1, 2.0)
    await source.settled()
    index, scale, picture = got[0]
    assert (source.page_count, index, scale) == (2, 1, 2.0)
    assert abs(picture.width() - source.page_size(1)[0] * 2) <= 1
    dark = sum(picture.pixelColor(x, 2 * 60).lightness() < 128 for x in range(0, picture.width(), 1))
    assert dark > 0
    await source.close()


async def test_the_page_asked_for_last_is_drawn_first_and_old_wishes_are_forgotten(lanes: Lanes) -> None:
    source = await open_pages(lanes, sample_pdf(30))
    order: list[int] = []
    source.ready.connect(lambda index, *_: order.append(index))
    for index in range(20):
        source.request(index, 0.5)
    await source.settled()
    assert order[0] == 19
    assert len(order) <= pages.WAITING + 1
    await source.close()


async def test_a_picture_drawn_before_is_not_drawn_again(lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> None:
    source = await open_pages(lanes, sample_pdf())
    drawn: list[int] = []
    real = pages._render

    def counting(*args: object) -> QImage:
        drawn.append(1)
        return real(*args)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(pages, "_render", counting)
    for _ in range(3):
        source.request(0, 1.0)
        await source.settled()
    assert len(drawn) == 1
    await source.close()


async def test_a_huge_zoom_is_bounded(lanes: Lanes) -> None:
    source = await open_pages(lanes, sample_pdf())
    got: Got = []
    source.ready.connect(lambda *one: got.append(one))
    source.request(0, 40.0)
    await source.settled()
    picture = got[0][2]
    assert picture.width() * picture.height() <= pages.MOST_PIXELS * 1.01
    await source.close()


async def test_what_is_no_pdf_says_so(lanes: Lanes) -> None:
    for data in (b"", b"hello", sample_pdf()[:200]):
        with pytest.raises(PageProblem) as problem:
            await open_pages(lanes, data)
        assert problem.value.code == "pdfUnreadable"


async def test_a_password_is_not_asked_for_but_said(lanes: Lanes) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(sample_pdf())))
    writer.encrypt(owner_pass="owner", user_pass="user")
    sealed = io.BytesIO()
    writer.write(sealed)
    with pytest.raises(PageProblem) as problem:
        await open_pages(lanes, sealed.getvalue())
    assert problem.value.code == "pdfEncrypted"


async def test_a_file_beyond_the_limit_is_not_opened(lanes: Lanes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "BIGGEST_FILE", 10)
    with pytest.raises(PageProblem) as problem:
        await open_pages(lanes, sample_pdf())
    assert problem.value.code == "pdfTooBig"


async def test_five_thousand_pages_open_at_once(lanes: Lanes) -> None:
    document = pdfium.PdfDocument.new()
    for _ in range(5000):
        document.new_page(595, 842)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    source = await open_pages(lanes, buffer.getvalue())
    assert source.page_count == 5000
    assert source.page_size(4999) == (595, 842)
    await source.close()


async def test_nothing_is_drawn_after_it_is_closed(lanes: Lanes) -> None:
    source = await open_pages(lanes, sample_pdf())
    got: Got = []
    source.ready.connect(lambda *one: got.append(one))
    await source.close()
    source.request(0, 1.0)
    await source.settled()
    assert got == []
