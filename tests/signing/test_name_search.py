"""Which of the places where a name stands is the signature block, in the layouts that offices really use."""

from __future__ import annotations

import io
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from signing import name_search, place
from signing.page_shape import MM
from signing.place import find_blocks
from tests.signing import pages, papers

NAME = "Nguyễn Văn Hòa"
Draw = Callable[[Canvas], None]


def sheet(*drawings: Draw, size: tuple[float, float] = A4) -> bytes:
    """One page for each drawing."""
    pages._fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for draw in drawings:
        canvas.setFont("Regular", 14)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def block(*lines: str, name: str = NAME, x: float = 150, y: float = 40) -> Draw:
    """Position lines, room to sign, the name; x and y in mm."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Bold", 14)
        for i, line in enumerate(reversed(lines)):
            canvas.drawCentredString(x * MM, (y + 30 + 6 * i) * MM, line)
        for i, line in enumerate(name.split("\n")):
            canvas.drawCentredString(x * MM, (y - 6 * i) * MM, line)

    return draw


def text(*lines: str, x: float = 30, y: float = 200, size: float = 14) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Regular", size)
        for i, line in enumerate(lines):
            canvas.drawString(x * MM, (y - 6 * i) * MM, line)

    return draw


def both(*drawings: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for one in drawings:
            one(canvas)

    return draw


RECIPIENTS = text("Nơi nhận:", "- Như trên;", f"- Đ/c {NAME};", "- Lưu: VT.", y=60, size=11)
MENTIONS = text(f"Giao đồng chí {NAME} chủ trì thực hiện", f"và {NAME}, Phó Bí thư, phối hợp.")


@pytest.mark.parametrize(
    "lines",
    [
        ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
        ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
        ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔ CHỨC"),
        ("Q. CHỦ TỊCH",),
        ("CHỦ NHIỆM",),
    ],
)
@pytest.mark.parametrize(
    "name", [NAME, NAME.upper(), f"TS. {NAME}", f"Đ/c {NAME}", f"PGS.TS. {NAME}", f"Đại tá {NAME}"]
)
def test_the_block_is_told_from_mentions_and_recipients(lines: tuple[str, ...], name: str) -> None:
    pdf = sheet(both(MENTIONS, RECIPIENTS, block(*lines, name=name)))
    found = name_search.find(pdf, NAME)
    assert [one.kind for one in found] == ["block", "recipients", "mention", "mention"]
    assert name_search.sure(found) == 0
    assert found[0].words.split(" · ") == list(lines)
    left, _, right, _ = found[0].rect
    assert (left + right) / 2 == pytest.approx(150 * MM, abs=3)


def test_the_box_is_centred_on_the_name_with_its_title() -> None:
    pdf = sheet(block("BÍ THƯ", name=f"Thạc sĩ {NAME}"))
    left, bottom, right, top = find_blocks(pdf, NAME)[0].box.rect
    assert (left + right) / 2 == pytest.approx(150 * MM, abs=2)
    assert (bottom + top) / 2 == pytest.approx((40 + 70) / 2 * MM + 4, abs=4)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn\nHòa",
        "Nguyễn\nVăn Hòa",
        "N g u y ễ n  V ă n  H ò a",
        "Nguyễn   Văn    Hòa",
        "Nguyễn Văn Hòa",
        unicodedata.normalize("NFD", NAME),
        unicodedata.normalize("NFD", "NGUYỄN VĂN HOÀ"),
    ],
)
def test_split_and_spaced_names_are_found(name: str) -> None:
    found = name_search.find(sheet(both(MENTIONS, block("BÍ THƯ", name=name))), NAME)
    assert [one.kind for one in found] == ["block", "mention", "mention"]
    assert found[0].words == "BÍ THƯ"


def test_a_name_in_a_table() -> None:
    def table(canvas: Canvas) -> None:
        for row, (who, what) in enumerate((("Trần Thị Mai", "Văn thư"), (NAME, "Bí thư"), ("Lê Bình", "Phó Bí thư"))):
            y = (220 - 8 * row) * MM
            canvas.drawString(32 * MM, y, str(row + 1))
            canvas.drawString(45 * MM, y, who)
            canvas.drawString(110 * MM, y, what)
            canvas.rect(30 * MM, y - 2 * MM, 150 * MM, 8 * MM)

    found = name_search.find(sheet(both(table, block("T/M ĐẢNG ỦY", "BÍ THƯ"))), NAME)
    assert [one.kind for one in found] == ["block", "alone"]
    assert name_search.sure(found) == 0


def test_the_last_page_and_the_recipients_after_it() -> None:
    pdf = sheet(text("Trang 1"), MENTIONS, both(block("BÍ THƯ", y=120), RECIPIENTS))
    found = name_search.find(pdf, NAME)
    assert (found[0].page, found[0].kind) == (2, "block")
    assert name_search.sure(found) == 0


def test_two_blocks_are_told_apart_by_position_or_asked_about() -> None:
    pdf = sheet(both(block("CHỦ TỊCH", x=60), block("PHÓ BÍ THƯ", x=150)))
    found = name_search.find(pdf, NAME)
    assert [one.kind for one in found] == ["block", "block"]
    assert name_search.sure(found) is None
    by_position = name_search.find(pdf, NAME, "Chủ tịch")
    assert name_search.sure(by_position, "Chủ tịch") == 0
    assert by_position[0].words == "CHỦ TỊCH"
    assert name_search.sure(name_search.find(pdf, NAME, "Bí thư"), "Bí thư") is None


def test_two_signers_side_by_side() -> None:
    pdf = sheet(both(block("THƯ KÝ", name="Trần Thị Mai", x=60), block("CHỦ TRÌ", x=150)))
    (found,) = name_search.find(pdf, NAME)
    assert found.words == "CHỦ TRÌ"
    (other,) = name_search.find(pdf, "Trần Thị Mai")
    assert other.words == "THƯ KÝ"


def test_a_longer_name_is_another_persons() -> None:
    found = name_search.find(sheet(block("BÍ THƯ", name=f"{NAME} Bình")), NAME)
    assert [one.kind for one in found] == ["mention"]
    assert name_search.find(sheet(block("BÍ THƯ", name=f"{NAME}ng")), NAME) == []


def test_no_room_between_position_and_name_is_no_block() -> None:
    pdf = sheet(text("BÍ THƯ", NAME))
    assert [one.kind for one in name_search.find(pdf, NAME)] == ["alone"]


def test_a_position_that_no_list_names() -> None:
    found = name_search.find(sheet(both(MENTIONS, block("ĐỘI QUẢN LÝ THỊ TRƯỜNG SỐ 3"))), NAME)
    assert found[0].kind == "block"
    assert name_search.sure(found) == 0


def test_a_lone_mention_is_asked_about() -> None:
    found = name_search.find(sheet(text(f"Giao đồng chí {NAME} chủ trì thực hiện.")), NAME)
    assert [one.kind for one in found] == ["mention"]
    assert name_search.sure(found) is None


def test_no_text_no_names() -> None:
    pdf = sheet(lambda canvas: canvas.rect(10, 10, 100, 100))
    assert name_search.find(pdf, NAME) == []
    assert name_search.sure([]) is None


@pytest.mark.parametrize(
    ("turn", "cut", "unit"),
    [(90, (0.0, 0.0), 1.0), (180, (40.0, 60.0), 1.0), (270, (30.0, 50.0), 2.0), (0, (30.0, 50.0), 2.0)],
)
@pytest.mark.parametrize("size", [A4, landscape(A4), A3, papers.LETTER])
def test_pages_stored_otherwise_give_the_same_places(
    turn: int, cut: tuple[float, float], unit: float, size: tuple[float, float]
) -> None:
    plain = sheet(both(MENTIONS, RECIPIENTS, block("T/M BAN THƯỜNG VỤ", "BÍ THƯ", name=f"TS. {NAME}")), size=size)
    other = papers.stored(plain, turn=turn, cut=cut, unit=unit)
    expected, found = find_blocks(plain, NAME), find_blocks(other, NAME)
    assert [one.found.kind for one in found] == [one.found.kind for one in expected] == [
        "block", "recipients", "mention", "mention",
    ]  # fmt: skip
    for one, two in zip(expected, found, strict=True):
        assert [x * unit for x in two.box.rect] == pytest.approx(list(one.box.rect), abs=1)
    stamp = place.stamp_box(found[0].box, unit=unit).rect
    assert (stamp[2] - stamp[0]) * unit == pytest.approx(36 * MM)


def test_a_long_file_is_read_where_the_name_stands() -> None:
    filler = text(*(f"{i}. Nội dung của trang này không nêu tên ai." for i in range(30)), y=270)
    pdf = sheet(*[filler] * 120, block("BÍ THƯ"))
    before = time.perf_counter()
    (found,) = name_search.find(pdf, NAME)
    assert found.page == 120
    assert time.perf_counter() - before < 2, "120 pages letter by letter take ten seconds"


def calls_in(work: Callable[[], object]) -> Counter[str]:
    """How often each function is called meanwhile, ours and the libraries'."""
    calls: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, _: calls.update([frame.f_code.co_qualname] if event == "call" else []))
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def test_a_name_that_stands_often_is_not_weighed_anew_each_time() -> None:
    def work(times: int) -> Counter[str]:
        lines = (f"{n}. Giao đồng chí {NAME if n < times else 'Nguyễn Văn Bình'} chủ trì," for n in range(24))
        pdf = sheet(both(block("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), text(*lines, y=250)))
        assert len(find_blocks(pdf, NAME, "Bí thư", most=24)) == min(times + 1, 24)
        return calls_in(lambda: find_blocks(pdf, NAME, "Bí thư", most=24))

    seldom, often = work(1), work(23)
    assert often["reader"] == 1, "the file is read once for all its places"
    assert often.total() < 2 * seldom.total()


def test_only_lines_that_may_hold_the_name_are_gone_through_letter_by_letter() -> None:
    pdf = sheet(text(*(f"{n}. Giao Ủy ban nhân dân xã chủ trì, phối hợp thực hiện," for n in range(24)), y=250))
    assert calls_in(lambda: name_search.find(pdf, NAME))["_fold"] < 10
