"""Number and date: found on their lines, filled where the line has room, in its own type."""

from __future__ import annotations

import io
from datetime import date
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from signing import documents, fields, problems
from signing.page_text import Rect, open_document, page_lines
from tests.signing import pages, papers

MM = 72 / 25.4
DAY = date(2026, 11, 22)
SHAPES = {
    "party": ("Số          -TB/ĐU", "An Phú, ngày        tháng        năm 2026"),
    "state": ("Số:        /TB-UBND", "An Phú, ngày      tháng      năm 2026"),
    "dots": ("Số: …… /TB-UBND", "An Phú, ngày …… tháng …… năm 2026"),
    "underscores": ("Số: ____/TB-UBND", "An Phú, ngày ____ tháng ____ năm 2026"),
    "tight": ("Số: /TB-UBND", "An Phú, ngày tháng năm 2026"),
    "no year": ("Số       -TB/ĐU", "An Phú, ngày       tháng       năm"),
    "month given": ("Số       -TB/ĐU", "An Phú, ngày       tháng 11 năm 2026"),
    "letter": ("Số:       /UBND-VP", "An Phú, ngày       tháng       năm 2026"),
    "front": ("Số:      /TTr-MTTQ-BTT", "Lý Sơn, ngày      tháng      năm 2026"),
    "rules": ("Số:      /2026/QĐ-UBND", "An Phú, ngày      tháng      năm 20…"),
}


def _picture(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        return document[0].render(scale=2, may_draw_forms=True).to_pil().convert("L")


def _changed(before: bytes, after: bytes) -> Rect:
    """What was drawn, in points."""
    first, second = _picture(before), _picture(after)
    box = ImageChops.difference(first, second).getbbox()
    assert box is not None
    return (box[0] / 2, A4[1] - box[3] / 2, box[2] / 2, A4[1] - box[1] / 2)


@pytest.mark.parametrize("shape", SHAPES)
def test_both_lines_are_found(shape: str) -> None:
    number, day = fields.find_spots(pages.draft(number=SHAPES[shape][0], day=SHAPES[shape][1]))
    assert number.line is not None
    assert day.line is not None
    baseline = A4[1] - 38 * MM
    for spot in (number, day):
        assert spot.rect[1] < baseline < spot.rect[3]
        assert spot.rect[3] - spot.rect[1] < 20
    assert number.rect[2] < day.rect[0]


@pytest.mark.parametrize("shape", SHAPES)
def test_filling_changes_only_the_line(shape: str) -> None:
    draft = pages.draft(number=SHAPES[shape][0], day=SHAPES[shape][1])
    empty = fields.add_number_and_date(draft)
    assert ImageChops.difference(_picture(draft), _picture(empty)).getbbox() is None
    writer = documents.writer(empty)
    fields.fill_in(writer, empty, "118" + SHAPES[shape][0].split("_")[-1].split(" ")[-1].lstrip("…:"), DAY)
    left, bottom, right, top = _changed(empty, documents.written(writer))
    baseline = A4[1] - 38 * MM
    assert baseline - 6 < bottom
    assert top < baseline + 14
    assert left > 20 * MM
    assert right < A4[0] - 8 * MM


@pytest.mark.parametrize("shape", SHAPES)
def test_a_reserved_number_reads_as_one_line(shape: str) -> None:
    rest = SHAPES[shape][0].split("_")[-1].split(" ")[-1].lstrip("…:")
    filled = fields.fill(pages.draft(number=SHAPES[shape][0], day=SHAPES[shape][1]), "118" + rest, DAY)
    with open_document(filled) as document:
        text = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert "118" in text
    assert "22" in text
    assert documents.fields(documents.writer(filled)).keys() & set(fields.OPEN_FIELDS) == set()
    if shape == "party":
        assert fields.given_number(filled) == "118"


def test_the_digits_stand_on_the_lines_baseline_and_size() -> None:
    filled = fields.fill(pages.draft(), "118-TB/ĐU", DAY)
    with open_document(filled) as document:
        line = next(one for one in page_lines(document, 0) if "118" in one.text)
    letters = [one for one in line.letters if one.text.isdigit()]
    assert {round(one.baseline, 1) for one in letters} == {round(line.baseline, 1)}
    assert {round(one.size, 1) for one in letters} == {14.0}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 5), ("05", "02", "2026")),
        (date(2026, 3, 9), ("09", "3", "2026")),
        (date(2026, 11, 22), ("22", "11", "2026")),
    ],
)
def test_dates_are_written_by_the_decree(day: date, expected: tuple[str, str, str]) -> None:
    assert fields.vietnamese_date(day) == expected


def test_small_numbers_have_two_digits() -> None:
    filled = fields.fill(pages.draft(), "5-TB/ĐU", DAY)
    assert fields.given_number(filled) == "05"


def test_a_number_that_stands_there_is_read() -> None:
    assert fields.given_number(pages.draft(number="Số 118-TB/ĐU")) == "118"
    assert fields.given_number(pages.draft()) is None


def test_adding_twice_changes_nothing() -> None:
    once = fields.add_number_and_date(pages.draft())
    assert fields.add_number_and_date(once) == once
    assert fields.is_open(once)


def test_a_page_without_the_lines_gets_them_by_the_layout() -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    page.drawString(100, 400, "hello")
    page.save()
    number, day = fields.find_spots(out.getvalue())
    assert number.line is None
    assert day.line is None
    filled = fields.fill(out.getvalue(), "118-TB/ĐU", DAY)
    with open_document(filled) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "Số 118-TB/ĐU" in text
    assert "ngày 22 tháng 11 năm 2026" in text


def test_gaps_without_a_single_space_letter() -> None:
    """Word places words by position: the gap is empty paper, not spaces."""
    pages.draft()
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    page.setFont("Regular", 13)
    y = A4[1] - 40 * MM
    for x, word in ((30, "Số:"), (50, "/QĐ-UBND")):
        page.drawString(x * MM, y, word)
    page.setFont("Italic", 13)
    for x, word in ((100, "An"), (107, "Phú,"), (118, "ngày"), (138, "tháng"), (160, "năm"), (170, "2026")):
        page.drawString(x * MM, y, word)
    page.save()
    draft = out.getvalue()
    left, _, right, _ = _changed(draft, fields.fill(draft, "57/QĐ-UBND", DAY))
    assert 36 * MM < left < 48 * MM
    assert 140 * MM < right < 160 * MM
    with open_document(fields.fill(draft, "57/QĐ-UBND", DAY)) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert text.count("QĐ-UBND") == 1
    assert text.count("tháng") == 1


def test_filling_what_is_not_there() -> None:
    with pytest.raises(problems.FieldsMissing):
        fields.fill_in(documents.writer(pages.draft()), pages.draft(), "1-TB/ĐU", DAY)


@pytest.mark.parametrize("blank", [3, 4, 5, 6, 7, 9])
def test_a_filled_date_keeps_its_words_apart(blank: int) -> None:
    """However many blanks an office leaves, the eight words of the line are seen as eight."""
    gap = " " * blank
    filled = fields.fill(pages.draft(day=f"An Phú, ngày{gap}tháng{gap}năm 2026"), "14-TB/ĐU", date(2026, 12, 23))
    assert _words_seen(filled, 34 * MM, 42 * MM) == 8


def _words_seen(pdf: bytes, top: float, bottom: float) -> int:
    """Runs of ink in the right half of a stretch of page 1, parted by at least 2 points of paper."""
    scale = 4
    with open_document(pdf) as document:
        image = document[0].render(scale=scale).to_pil().convert("L")
    band = image.crop((image.width // 2, int(top * scale), image.width, int(bottom * scale)))
    columns = band.resize((band.width, 1), Image.Resampling.BOX).tobytes()
    inked = [x for x, value in enumerate(columns) if value < 250]
    return 1 + sum(b - a > 2 * scale for a, b in pairwise(inked))


NOTATIONS = [
    ("Số:        /QĐ - UBND", "57/QĐ-UBND", "Số: 57/QĐ - UBND"),
    ("Số        –NQ/ĐU", "57-NQ/ĐU", "Số 57–NQ/ĐU"),
    ("Số         - NQ/ĐU", "57-NQ/ĐU", "Số 57- NQ/ĐU"),
    ("Số:      /2026/QĐ-UBND", "57/2026/QĐ-UBND", "Số: 57/2026/QĐ-UBND"),
    ("Số:      /TTr-MTTQ-BTT", "7/TTr-MTTQ-BTT", "Số: 07/TTr-MTTQ-BTT"),
    ("Số: ……/UBND-VP", "1204/UBND-VP", "Số: 1204/UBND-VP"),
    ("Số       -CV/BTG&DV", "12-CV/BTG&DV", "Số 12-CV/BTG&DV"),
]


@pytest.mark.parametrize(("printed", "notation", "expected"), NOTATIONS)
def test_a_number_joins_the_notation_that_is_printed(printed: str, notation: str, expected: str) -> None:
    filled = fields.fill(pages.draft(number=printed), notation, DAY)
    with open_document(filled) as document:
        lines = page_lines(document, 0)
    line = next(one for one in lines if "Số" in one.text)
    seen = "".join(line.text[: line.text.index("An Phú")].split())
    assert seen.replace("…", "") == "".join(expected.split())


@pytest.mark.parametrize(
    ("turn", "cut", "unit"),
    [(90, (0.0, 0.0), 1.0), (180, (40.0, 60.0), 1.0), (270, (30.0, 50.0), 2.0), (0, (30.0, 50.0), 2.0)],
)
@pytest.mark.parametrize("way", ["reserved", "open fields"])
def test_pages_stored_otherwise_are_filled_alike(turn: int, cut: tuple[float, float], unit: float, way: str) -> None:
    def filled(pdf: bytes) -> Image.Image:
        if way == "reserved":
            made = fields.fill(pdf, "118-TB/ĐU", DAY)
        else:
            empty = fields.add_number_and_date(pdf)
            writer = documents.writer(empty)
            fields.fill_in(writer, empty, "118-TB/ĐU", DAY)
            made = documents.written(writer)
        with pypdfium2.PdfDocument(made) as document:
            document.init_forms()
            scale: Any = 2 if pdf is draft else 2 * unit
            return document[0].render(scale=scale, may_draw_forms=True).to_pil().convert("L")

    draft = pages.draft()
    plain, other = filled(draft), filled(papers.stored(draft, turn=turn, cut=cut, unit=unit))
    assert other.size == plain.size
    soft = ImageChops.difference(plain.filter(ImageFilter.BoxBlur(2)), other.filter(ImageFilter.BoxBlur(2)))
    assert max(soft.tobytes()) < 60
