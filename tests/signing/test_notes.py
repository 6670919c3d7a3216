"""The appearances that are words and lines: their place, their size, and that nothing ever runs over an edge."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from PIL import Image, ImageDraw
from pyhanko.pdf_utils.layout import BoxConstraints
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from signing import documents
from signing.appearance import Appearance, widget_for
from signing.arrival_mark import ArrivalMark
from signing.lettering import Lettering, fitted, wrapped
from signing.notes import arrival_look, attachment_look, copy_look
from signing.page_shape import MM
from signing.page_text import open_document
from signing.problems import PlaceOutside
from tests.signing import pages, papers

AT = datetime(2026, 11, 23, 17, 4, 5, tzinfo=UTC)
LONG = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân đặc khu Lý Sơn, tỉnh Quảng Ngãi (bộ phận một cửa)"
MARK = ArrivalMark("Đảng ủy xã An Phú", "118", "23/11/2026", "Văn phòng", "12-HS/ĐU")


def drawn(pdf: bytes, look: Appearance) -> bytes:
    """The file with the appearance on its page, unsigned."""
    writer = documents.writer(pdf)
    widget = widget_for(look, writer)
    assert widget is not None
    assert look.place is not None
    left, bottom, right, top = widget.box
    stamp = widget.style.create_stamp(writer, BoxConstraints(width=right - left, height=top - bottom), {})
    stamp.apply(look.place.page, left, bottom)  # type: ignore[arg-type]  # floats are what PDF has
    return documents.written(writer)


def words(pdf: bytes) -> str:
    with open_document(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_bounded().split())


def size_mm(look: Appearance, unit: float = 1.0) -> tuple[float, float]:
    assert look.place is not None
    left, bottom, right, top = look.place.rect
    return (right - left) * unit / MM, (top - bottom) * unit / MM


def test_a_copy_says_what_it_is_where_the_annex_wants_it() -> None:
    look = copy_look(pages.draft(), "SAO LỤC", "Văn phòng Đảng ủy xã An Phú", AT)
    assert look.lines == ("SAO LỤC; Văn phòng Đảng ủy xã An Phú", "2026-11-24T00:04:05+07:00")
    assert look.place is not None
    left, bottom, right, top = look.place.rect
    assert look.place.page == 0
    assert A4[0] - right == pytest.approx(15 * MM, abs=1)
    assert A4[1] - top == pytest.approx(8 * MM, abs=1)
    assert bottom > A4[1] - 20 * MM
    assert left > A4[0] / 2
    assert "SAO LỤC; Văn phòng Đảng ủy xã An Phú 2026-11-24T00:04:05+07:00" in words(drawn(pages.draft(), look))


def test_an_attachment_names_its_document() -> None:
    look = attachment_look(pages.draft(), "118-TB/ĐU", AT)
    assert look.lines == ("118-TB/ĐU", "2026-11-24T00:04:05+07:00")


@pytest.mark.parametrize("sheet", ["portrait", "small"])
def test_a_long_agency_takes_more_lines_and_stays_on_the_page(sheet: str) -> None:
    draft = pages.draft() if sheet == "portrait" else _empty(72 * MM, 100 * MM)
    look = copy_look(draft, "TRÍCH SAO", LONG, AT)
    assert " ".join(look.lines[:-1]) == f"TRÍCH SAO; {LONG}"
    assert look.place is not None
    left, bottom, right, top = look.place.rect
    face = Lettering()
    assert all(face.width(line, 10) <= right - left for line in look.lines)
    assert left >= 0
    assert bottom >= 0
    with open_document(draft) as document:
        width, height = document.get_page_size(0)
    assert right <= width
    assert top <= height - 4 * MM + 1
    if sheet == "portrait":
        assert bottom >= height - 20 * MM, "the heading is not covered"


def test_a_second_note_stands_beside_the_first() -> None:
    first = copy_look(pages.draft(), "SAO Y", "Văn phòng Đảng ủy xã An Phú", AT)
    copied = drawn(pages.draft(), first)
    second = copy_look(copied, "SAO LỤC", "Văn phòng Đảng ủy xã An Phú", AT)
    assert first.place is not None
    assert second.place is not None
    assert second.place.rect[2] <= first.place.rect[0]


def test_the_arrival_mark_has_its_size_and_finds_white_paper() -> None:
    draft = pages.draft()
    look = arrival_look(draft, MARK)
    assert size_mm(look) == (pytest.approx(50), pytest.approx(35))
    said = words(drawn(draft, look))
    for part in ("ĐẾN", "ĐẢNG ỦY XÃ AN PHÚ", "Số: 118", "Ngày: 23/11/2026", "Chuyển: Văn phòng", "hồ sơ: 12-HS/ĐU"):
        assert part in said
    assert _covered(draft, look) == 0


def test_the_arrival_mark_goes_round_what_a_scan_shows() -> None:
    picture = Image.new("L", (1240, 1754), 250)
    pen = ImageDraw.Draw(picture)
    for y in range(150, 1600, 40):
        pen.line((150, y, 700, y), fill=40, width=12)
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    page.drawImage(ImageReader(picture), 0, 0, *A4)
    page.save()
    look = arrival_look(out.getvalue(), MARK)
    assert _covered(out.getvalue(), look) == 0
    assert look.place is not None
    assert look.place.rect[0] > A4[0] / 2


def test_a_page_without_room_still_gets_its_mark() -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    page.setFillGray(0.2)
    page.rect(0, 0, *A4, fill=1)
    page.save()
    assert size_mm(arrival_look(out.getvalue(), MARK)) == (pytest.approx(50), pytest.approx(35))
    copy_look(out.getvalue(), "SAO Y", "Đảng ủy xã An Phú", AT)


@pytest.mark.parametrize("organ", ["Đảng ủy xã An Phú", LONG, "X" * 120])
@pytest.mark.parametrize("value", ["", "118", "Đ/c Nguyễn Văn Bình, Phòng Kinh tế - Hạ tầng và Đô thị", "Y" * 120])
def test_nothing_in_the_mark_runs_over_its_frame(organ: str, value: str) -> None:
    width, height = 50 * MM, 35 * MM
    drawing = ArrivalMark(organ, value, value, value, value).drawing(width, height)
    face = Lettering()
    for run in drawing.runs:
        assert run.x >= 1
        assert run.x + face.width(run.text, run.size) <= width - 1
        assert run.y > 1
        assert run.y + run.size * 0.95 < height
    assert ("…" in "".join(run.text for run in drawing.runs)) == (len(organ) == 120 or len(value) == 120)


def test_a_mark_is_scaled_as_a_whole() -> None:
    whole, half = (MARK.drawing(50 * MM * x, 35 * MM * x) for x in (1, 0.5))
    assert [run.size for run in half.runs] == [run.size / 2 for run in whole.runs]


def test_text_is_broken_and_shrunk() -> None:
    assert wrapped("một hai ba", 1000, 10) == ("một hai ba",)
    assert wrapped("một hai ba", 20, 10) == ("một", "hai", "ba")
    assert "".join(wrapped("A" * 60, 50, 10)) == "A" * 60
    lines, size = fitted("một hai ba bốn năm sáu", 60, 1, 10)
    assert len(lines) == 1
    assert size < 10
    assert Lettering().width(lines[0], size) <= 60
    assert wrapped("", 50, 10) == ()


@pytest.mark.parametrize(
    ("turn", "cut", "unit"),
    [(90, (0.0, 0.0), 1.0), (180, (40.0, 60.0), 1.0), (270, (30.0, 50.0), 2.0), (0, (30.0, 50.0), 2.0)],
)
def test_a_page_stored_otherwise_gets_the_same_drawing(turn: int, cut: tuple[float, float], unit: float) -> None:
    draft = pages.draft()
    pdf = papers.stored(draft, turn=turn, cut=cut, unit=unit)
    for made in (
        lambda one: copy_look(one, "SAO Y", "Văn phòng Đảng ủy xã An Phú", AT),
        lambda one: arrival_look(one, MARK),
    ):
        plain, other = made(draft), made(pdf)
        assert plain.place is not None
        assert other.place is not None
        assert [x * unit for x in other.place.rect] == pytest.approx(list(plain.place.rect), abs=1.5 * MM)
        assert size_mm(other, unit) == pytest.approx(size_mm(plain), abs=0.01)


def test_a_place_must_be_on_the_page() -> None:
    look = arrival_look(pages.draft(), MARK)
    assert look.place is not None
    for page in (-1, 1):
        with pytest.raises(PlaceOutside):
            widget_for(
                Appearance(type(look.place)(page, look.place.rect), arrival=MARK), documents.writer(pages.draft())
            )
    off = type(look.place)(0, (700.0, 100.0, 800.0, 200.0))
    with pytest.raises(PlaceOutside):
        widget_for(Appearance(off, arrival=MARK), documents.writer(pages.draft()))


def _empty(width: float, height: float) -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=(width, height))
    page.showPage()
    page.save()
    return out.getvalue()


def _covered(pdf: bytes, look: Appearance) -> int:
    """How many dark pixels of the page lie under the appearance."""
    assert look.place is not None
    left, bottom, right, top = look.place.rect
    with open_document(pdf) as document:
        picture = document[0].render(scale=2).to_pil().convert("L")
        height = document[0].get_height()
    box = (round(left * 2), round((height - top) * 2), round(right * 2), round((height - bottom) * 2))
    return sum(value < 128 for value in picture.crop(box).tobytes())
