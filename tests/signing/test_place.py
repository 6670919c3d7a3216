"""Where signatures stand: the name found however it is spelt, the boxes by the rules of the Decree."""

from __future__ import annotations

import io
import unicodedata

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from signing import page_shape, place
from signing.appearance import Appearance, trimmed
from signing.page_text import open_document, page_lines
from tests.signing import pages

MM = page_shape.MM


@pytest.mark.parametrize(
    "wanted",
    [
        "Nguyễn Văn Hòa",
        "Nguyễn Văn Hoà",
        "NGUYỄN VĂN HÒA",
        "  nguyễn  văn hòa ",
        unicodedata.normalize("NFD", "Nguyễn Văn Hòa"),
        unicodedata.normalize("NFD", "Nguyễn Văn Hoà"),
    ],
)
@pytest.mark.parametrize("printed", ["Nguyễn Văn Hòa", "Nguyễn Văn Hoà", "NGUYỄN VĂN HÒA"])
def test_a_name_is_found_however_it_is_spelt(wanted: str, printed: str) -> None:
    found = place.find_name(pages.draft(leader=printed), wanted)
    assert len(found) == 17  # sixteen mentions and the one under the signature
    assert found[0].page == 0
    left, bottom, right, top = found[0].rect
    assert 36 * MM < bottom < 39 * MM
    assert (left + right) / 2 == pytest.approx(150 * MM, abs=3)
    assert top - bottom < 16


def test_other_names_are_not_found() -> None:
    draft = pages.draft()
    assert place.find_name(draft, "Nguyễn Văn Hoa") == []
    assert place.find_name(draft, "Văn Hò") == []
    assert place.find_name(draft, "") == []
    assert place.find_name(pages.draft(leader="Trần Văn Quý"), "Trần Văn Qúy") == []


def test_the_last_page_comes_first() -> None:
    found = place.find_name(pages.draft(pages=3), pages.LEADER)
    assert found[0].page == 2
    assert len(found) == 17


def test_a_scan_has_no_names() -> None:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4)
    page.rect(10, 10, 100, 100)
    page.save()
    assert place.find_name(out.getvalue(), pages.LEADER) == []


def test_the_leader_signs_between_position_and_name() -> None:
    draft = pages.draft()
    name = place.find_name(draft, pages.LEADER)[0]
    box = place.leader_box(draft, name)
    left, bottom, right, top = box.rect
    with open_document(draft) as document:
        position = next(line for line in page_lines(document, 0) if "BÍ THƯ" in line.text)
    under = min(letter.bottom for letter in position.letters)
    assert bottom > name.rect[3]
    assert top < under
    assert (bottom + top) / 2 == pytest.approx((name.rect[3] + under) / 2, abs=1)
    assert (left + right) / 2 == pytest.approx((name.rect[0] + name.rect[2]) / 2, abs=0.5)


def test_a_low_gap_makes_a_small_box() -> None:
    out = io.BytesIO()
    pages.draft()
    page = Canvas(out, pagesize=A4)
    page.setFont("Bold", 14)
    page.drawCentredString(150 * MM, 60 * MM, "BÍ THƯ")
    page.drawCentredString(150 * MM, 48 * MM, pages.LEADER)
    page.save()
    draft = out.getvalue()
    name = place.find_name(draft, pages.LEADER)[0]
    _, bottom, _, top = place.leader_box(draft, name).rect
    assert bottom >= name.rect[3]
    assert top < 60 * MM
    assert top - bottom > 10


def test_the_stamp_covers_a_third_on_the_left_in_real_size() -> None:
    draft = pages.draft()
    leader = place.leader_box(draft, place.find_name(draft, pages.LEADER)[0])
    hand = Appearance(leader, trimmed(pages.handwriting()))
    ink = hand.fitted
    assert ink is not None
    left, bottom, right, top = place.stamp_box(leader, visible=ink).rect
    assert right - left == pytest.approx(36 * MM)
    assert top - bottom == pytest.approx(36 * MM)
    assert (right - ink[0]) / (ink[2] - ink[0]) == pytest.approx(1 / 3)
    assert (bottom + top) / 2 == pytest.approx((ink[1] + ink[3]) / 2)


@pytest.mark.parametrize("unit", [1.0, 2.0])
@pytest.mark.parametrize("middle_mm", [24, 30, 40, 43.9, 44.1, 60, 150])
def test_the_stamp_stays_whole_on_the_page(middle_mm: float, unit: float) -> None:
    """48 mm of signature: a third of it ends 8 mm left of its middle, so that 36 mm fit from 44 mm on."""
    mm = MM / unit
    leader = place.Place(0, ((middle_mm - 24) * mm, 50 * mm, (middle_mm + 24) * mm, 74 * mm))
    left, bottom, right, top = (edge / mm for edge in place.stamp_box(leader, unit=unit).rect)
    assert (right - left, top - bottom) == (pytest.approx(36), pytest.approx(36))
    assert (bottom + top) / 2 == pytest.approx(62)
    assert left >= 0
    rule = middle_mm - 24 + 48 / 3
    assert right == pytest.approx(max(rule, 36)), "a third is covered, or as little more as the edge of the page asks"


def test_the_stamp_stays_whole_at_the_foot_of_the_page() -> None:
    leader = place.Place(0, (300.0, 0.0, 300.0 + 48 * MM, 24 * MM))
    left, bottom, right, top = place.stamp_box(leader).rect
    assert (bottom, top) == (0, pytest.approx(36 * MM))
    assert right == pytest.approx(300 + 16 * MM)
    assert right - left == pytest.approx(36 * MM)


def test_trimming_leaves_the_ink() -> None:
    from PIL import Image

    before = Image.open(io.BytesIO(pages.handwriting())).size
    after = Image.open(io.BytesIO(trimmed(pages.handwriting()))).size
    assert after < before
    assert trimmed(trimmed(pages.handwriting())) == trimmed(pages.handwriting())
