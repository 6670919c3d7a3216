"""What a chosen draft says of itself: its type, subject and recipients are read, and nothing is made up."""

from __future__ import annotations

import io
from datetime import date

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.practice import pages as practice_pages
from signing import fields
from signing.head import read_head
from tests.practice.content.test_pages import sheet
from tests.signing import pages


def test_a_titled_document() -> None:
    head = read_head(practice_pages.draw(sheet(number=None)).pdf)
    assert (head.suffix, head.heading) == ("-TB/TU", "THÔNG BÁO")
    assert head.subject == "Kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng 11"
    assert head.to_places == ("Các đảng ủy trực thuộc", "Lưu Văn phòng Tỉnh ủy")
    assert "Nguyễn Văn Bình" in head.lines


@pytest.mark.parametrize("number", [None, 57])
def test_a_cong_van_keeps_its_subject_under_its_number(number: int | None) -> None:
    subject = "Về việc đề nghị hỗ trợ kinh phí số hóa hồ sơ, tài liệu"
    drawn = practice_pages.draw(
        sheet(number=number, type_name="", suffix="-CV/ĐU", subject=subject, addressees=("Văn phòng Tỉnh ủy",))
    )
    head = read_head(drawn.pdf)
    assert (head.suffix, head.heading, head.subject) == ("-CV/ĐU", "", subject)


def test_what_was_read_is_read_again_once_the_fields_are_there() -> None:
    plain = practice_pages.draw(sheet(number=None)).pdf
    assert read_head(fields.add_number_and_date(plain)).suffix == read_head(plain).suffix == "-TB/TU"
    assert read_head(fields.fill(plain, "118-TB/TU", date(2026, 11, 23))).subject == read_head(plain).subject


def test_a_state_page() -> None:
    head = read_head(pages.draft(number="Số:        /QĐ-UBND", style="state"))
    assert head.suffix == "/QĐ-UBND"


def test_a_page_without_any_of_it() -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    page.drawString(100, 500, "Nothing of the kind")
    page.save()
    head = read_head(out.getvalue())
    assert (head.suffix, head.heading, head.subject, head.to_places) == ("", "", "", ())
