"""What is signed looks on the page as it did when a person found it right, and measures what the rules say."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2.raw as pdfium_c
import pytest
from PIL import Image, ImageChops, ImageStat

from signing import place, sign
from signing.appearance import Appearance, trimmed
from signing.notes import copy_look
from signing.page_shape import MM
from signing.page_text import open_document, page_lines
from signing.software import SoftwareKey
from tests.signing import pages, papers, reference
from tests.signing.reference import APPEARANCES, AT, PAPERS

PER_MM = 6  # pixels to a millimetre of paper
FINE = PER_MM / MM


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("appearance", APPEARANCES)
def test_it_looks_as_it_did(appearance: str, kind: str, leader: SoftwareKey, agency: SoftwareKey) -> None:
    picture = reference.drawn(reference.signed(appearance, kind, leader, agency))
    assert reference.compare(f"{appearance}-{kind}", picture) == ""


def test_the_comparison_sees_what_a_person_would(leader: SoftwareKey, agency: SoftwareKey) -> None:
    picture = reference.drawn(reference.signed("agency", "a4", leader, agency))
    shifted = ImageChops.offset(picture, 3, 0)
    try:
        assert "pixels differ" in reference.compare("agency-a4", shifted)
        assert (reference.DIFFERENT / "agency-a4.difference.png").exists()
    finally:
        for one in reference.DIFFERENT.glob("agency-a4*"):
            one.unlink()
    cut = picture.crop((0, 0, 100, 100))
    try:
        assert "are drawn now" in reference.compare("agency-a4", cut)
    finally:
        (reference.DIFFERENT / "agency-a4.png").unlink()


def marks(before: Image.Image, after: Image.Image) -> tuple[float, float, float, float]:
    """What was put on the page: left, top, right, bottom in millimetres, from its pixels."""
    box = ImageChops.difference(before, after).convert("L").point([0] * 40 + [255] * 216).getbbox()
    assert box is not None
    left, top, right, bottom = (x / PER_MM for x in box)
    return left, top, right, bottom


def measured(pdf: bytes) -> Image.Image:
    return reference.drawn(pdf, FINE)


WAYS = {
    "a4": {},
    "turned": {"turn": 90},
    "upside down": {"turn": 180},
    "cut and turned": {"turn": 270, "cut": (30.0, 50.0)},
    "large units": {"unit": 2.0},
}


@pytest.mark.parametrize(("way", "dragged"), [*((way, False) for way in WAYS), ("a4", True), ("cut and turned", True)])
def test_the_stamp_is_36_mm_and_covers_a_third_of_the_ink(
    way: str, dragged: bool, leader: SoftwareKey, agency: SoftwareKey
) -> None:
    pdf = papers.stored(pages.draft(), **WAYS[way])  # type: ignore[arg-type]
    box = place.find_blocks(pdf, pages.LEADER)[0].box
    if dragged:
        unit = float(WAYS[way].get("unit", 1.0))  # type: ignore[arg-type]
        box = place.Place(0, (300 / unit, 420 / unit, 380 / unit, 480 / unit))
    # A picture with a wide empty border: only its ink counts.
    approved = sign.approve(pdf, leader, Appearance(box, pages.handwriting())).pdf
    sealed = reference.stamped(approved, agency)
    sheet, hand, both = measured(pdf), measured(approved), measured(sealed)
    ink, red = marks(sheet, hand), marks(hand, both)
    assert red[2] - red[0] == pytest.approx(36 * 417 / 425, rel=0.02), "the picture's own edge is clear"
    assert red[3] - red[1] == pytest.approx(36 * 417 / 425, rel=0.02)
    covered = (red[2] + 36 * 4 / 425 - ink[0]) / (ink[2] - ink[0])
    assert covered == pytest.approx(1 / 3, abs=0.02)
    assert (red[1] + red[3]) / 2 == pytest.approx((ink[1] + ink[3]) / 2, abs=0.4)


@pytest.mark.parametrize("kind", PAPERS)
def test_the_leaders_ink_is_centred_between_position_and_name(kind: str, leader: SoftwareKey) -> None:
    pdf = reference.paper(kind)
    box = place.find_blocks(pdf, pages.LEADER)[0].box
    approved = sign.approve(pdf, leader, Appearance(box, trimmed(pages.handwriting()))).pdf
    left, top, right, bottom = marks(measured(pdf), measured(approved))
    with open_document(pdf) as document:
        lines = page_lines(document, 0)
        height = document.get_page_size(0)[1]
    name = next(one for one in lines if one.text.strip() == pages.LEADER)
    position = next(one for one in lines if one.text.strip() == "BÍ THƯ")
    x0, _, x1, name_top = name.rect(0, len(name.text))
    position_bottom = position.rect(0, len(position.text))[1]
    assert (left + right) / 2 == pytest.approx((x0 + x1) / 2 / MM, abs=0.4)
    assert (top + bottom) / 2 == pytest.approx((height - (name_top + position_bottom) / 2) / MM, abs=0.4)
    assert bottom < (height - name_top) / MM
    assert top > (height - position_bottom) / MM


@pytest.mark.parametrize("kind", PAPERS)
def test_the_arrival_mark_is_50_by_35_mm(kind: str, agency: SoftwareKey, leader: SoftwareKey) -> None:
    left, top, right, bottom = marks(
        measured(reference.paper(kind)), measured(reference.signed("arrival", kind, leader, agency))
    )
    assert right - left == pytest.approx(50, rel=0.02)
    assert bottom - top == pytest.approx(35, rel=0.02)


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("appearance", ["copy", "attachment"])
def test_a_note_is_ten_points_black_upright_at_the_top_right(
    appearance: str, kind: str, leader: SoftwareKey, agency: SoftwareKey
) -> None:
    pdf = reference.signed(appearance, kind, leader, agency)
    expected = {"copy": f"SAO Y; {reference.AGENCY}", "attachment": "118-TB/ĐU"}[appearance]
    with open_document(pdf) as document:
        document.init_forms()
        page = document[0]
        assert pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS
        page.close()
        lines = page_lines(document, 0)
        width, height = document.get_page_size(0)
    first = next(i for i, line in enumerate(lines) if line.text.strip() == expected)
    assert lines[first + 1].text.strip() == "2026-11-23T08:04:05+07:00"
    for line in lines[first : first + 2]:
        left, bottom, right, top = line.rect(0, len(line.text))
        assert line.size == pytest.approx(10, abs=0.1)
        assert not any(letter.italic for letter in line.letters)
        assert width - right == pytest.approx(15 * MM, abs=1.5 * MM)
        assert bottom > height - 20 * MM
        assert left > width / 2
        assert top < height
    left, top, right, bottom = marks(measured(reference.paper(kind)), measured(pdf))
    shown = measured(pdf).crop(
        (round(left * PER_MM), round(top * PER_MM), round(right * PER_MM), round(bottom * PER_MM))
    )
    red, green, blue = ImageStat.Stat(shown).mean
    assert max(red, green, blue) - min(red, green, blue) < 2, "black: smoothing tints single pixels only"


def test_a_copy_signed_at_another_hour_says_so(agency: SoftwareKey) -> None:
    later = datetime(2026, 12, 31, 18, 0, 0, tzinfo=UTC)
    one, two = (copy_look(pages.draft(), "SAO Y", reference.AGENCY, at) for at in (AT, later))
    assert one.lines[:-1] == two.lines[:-1]
    assert two.lines[-1] == "2027-01-01T01:00:00+07:00"
