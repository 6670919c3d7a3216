"""Pages as the offices write them: what stands where, in which letters, on how many pages."""

from __future__ import annotations

import io
import unicodedata
from datetime import date

import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.practice.page_words import Block, date_words
from desktop.practice.pages import Drawn, Sheet, draw, draw_annex
from desktop.practice.people import ORGAN
from signing.fields import DATE_FIELD, NUMBER_FIELD, add_number_and_date, fill, given_number
from signing.place import MM, find_name, leader_box

BODY = (
    Block("text", "Ngày 18/11/2026, Ban Thường vụ Tỉnh ủy họp. Ban Thường vụ Tỉnh ủy kết luận như sau:"),
    Block("text", "1. Về chuyển đổi số trong các cơ quan đảng: hoàn thành việc số hóa hồ sơ trước ngày 31/12/2026."),
)


def sheet(number: int | None = 118, organ: str = "tu", body: tuple[Block, ...] = BODY, **changes: object) -> Sheet:
    values: dict[str, object] = {
        "organ": ORGAN[organ],
        "type_name": "Thông báo",
        "suffix": "-TB/TU",
        "subject": "Kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng 11",
        "body": body,
        "competence": "T/M BAN THƯỜNG VỤ",
        "position": "PHÓ BÍ THƯ",
        "signer": "Nguyễn Văn Bình",
        "to_places": ("Các đảng ủy trực thuộc", "Lưu Văn phòng Tỉnh ủy"),
        "number": number,
        "day": date(2026, 11, 20) if number else None,
    }
    return Sheet(**(values | changes))  # type: ignore[arg-type]


def text_of(pdf: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = document[page].get_textpage().get_text_range()
    document.close()
    return unicodedata.normalize("NFC", found)


def rect_of(pdf: bytes, words: str) -> tuple[float, float, float, float]:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].get_textpage()
    place = page.search(words).get_next()
    assert place is not None, words
    rects = [page.get_charbox(place[0] + n) for n in range(place[1])]
    document.close()
    lefts, bottoms, rights, tops = zip(*rects, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


@pytest.fixture(scope="module")
def party() -> Drawn:
    return draw(sheet())


def test_a_party_paper_has_heading_asterisk_and_number_at_the_left_and_the_party_s_name_at_the_right(
    party: Drawn,
) -> None:
    text = text_of(party.pdf)
    for words in ("TỈNH ỦY AN BÌNH", "*", "Số 118-TB/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "THÔNG BÁO", "-----"):
        assert words in text
    assert "An Bình, ngày 20 tháng 11 năm 2026" in text
    assert rect_of(party.pdf, "TỈNH ỦY AN BÌNH")[2] < 595 / 2 < rect_of(party.pdf, "ĐẢNG CỘNG SẢN VIỆT NAM")[0]
    assert rect_of(party.pdf, "Số 118")[3] < rect_of(party.pdf, "TỈNH ỦY AN BÌNH")[1]


def test_a_paper_keeps_the_margins_and_is_a4(party: Drawn) -> None:
    document = pypdfium2.PdfDocument(party.pdf)
    assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.1)
    document.close()
    left, _, right, _ = rect_of(party.pdf, "Ban Thường vụ Tỉnh ủy kết luận")
    assert left >= 30 * MM - 1
    assert right <= 595.28 - 15 * MM + 1
    assert rect_of(party.pdf, "ĐẢNG CỘNG SẢN VIỆT NAM")[3] <= 841.89 - 20 * MM + 1


def test_recipients_stand_at_the_lower_left_and_the_signer_at_the_lower_right(party: Drawn) -> None:
    assert rect_of(party.pdf, "Nơi nhận")[0] == pytest.approx(30 * MM, abs=2)
    above, name = rect_of(party.pdf, "T/M BAN THƯỜNG VỤ"), rect_of(party.pdf, "Nguyễn Văn Bình")
    assert above[0] > 595 / 2
    assert name[3] < above[1]
    assert text_of(party.pdf).rstrip().endswith("giá trị")


def test_there_is_room_for_a_handwriting_of_24_mm_above_the_name(party: Drawn) -> None:
    places = find_name(party.pdf, "Nguyễn Văn Bình")
    assert len(places) == 1
    box = leader_box(party.pdf, places[0]).rect
    assert box[3] - box[1] == pytest.approx(24 * MM, abs=0.5)


def test_every_page_says_that_it_is_practice() -> None:
    long = draw(sheet(body=BODY * 14))
    assert long.pages > 1
    for page in range(long.pages):
        assert "THỰC HÀNH" in text_of(long.pdf, page)


def test_pages_are_numbered_from_the_second_and_the_signature_never_stands_alone() -> None:
    for times in range(8, 26):
        drawn = draw(sheet(body=BODY * times))
        last = text_of(drawn.pdf, drawn.pages - 1)
        assert "Nguyễn Văn Bình" in last
        if drawn.pages > 1:
            lines = [line.strip() for line in last.splitlines() if line.strip()]
            assert lines[0] == str(drawn.pages)
            assert lines.index("T/M BAN THƯỜNG VỤ") > 1, times


def test_all_letters_are_embedded_and_composed(party: Drawn) -> None:
    fonts = PdfFileReader(io.BytesIO(party.pdf)).root["/Pages"]["/Kids"][0]["/Resources"]["/Font"]
    for font in fonts.values():
        assert "/FontFile2" in font.get_object()["/FontDescriptor"], font.get_object()["/BaseFont"]
    decomposed = draw(sheet(subject=unicodedata.normalize("NFD", "Kết luận của Đảng ủy")))
    assert "kết luận của Đảng ủy" in text_of(decomposed.pdf).replace("\xa0", " ")


def test_a_state_paper_has_the_nation_s_name_a_colon_and_ends_with_its_own_mark() -> None:
    body = (Block("act", "QUYẾT ĐỊNH:"), Block("article", "Điều 1. Quyết định này có hiệu lực kể từ ngày ký./."))
    drawn = draw(
        sheet(5, "ubnd-anphu", body, type_name="Quyết định", suffix="/QĐ-UBND", competence="TM. ỦY BAN NHÂN DÂN")
    )
    text = text_of(drawn.pdf)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "Số: 05/QĐ-UBND" in text
    assert "ĐẢNG CỘNG SẢN" not in text
    assert rect_of(drawn.pdf, "XÃ AN PHÚ")[2] < rect_of(drawn.pdf, "CỘNG HÒA")[0]


def test_a_cong_van_has_its_subject_under_the_number_and_whom_it_is_for() -> None:
    drawn = draw(sheet(type_name="", suffix="-CV/TU", addressees=("Các đảng ủy xã, phường",), urgency=3))
    text = text_of(drawn.pdf)
    assert "Kính gửi: Các đảng ủy xã, phường" in text
    assert "HỎA TỐC" in text
    assert "THÔNG BÁO" not in text


def test_a_draft_leaves_room_for_number_and_date_that_the_fields_fit_into() -> None:
    draft = draw(sheet(None))
    assert given_number(draft.pdf) is None
    reader = PdfFileReader(io.BytesIO(add_number_and_date(draft.pdf)))
    names = {str(field.get_object()["/T"]) for field in reader.root["/AcroForm"]["/Fields"]}
    assert names == {NUMBER_FIELD, DATE_FIELD}
    filled = fill(draft.pdf, "118-TB/TU", date(2026, 11, 20))
    assert given_number(filled) == "118"
    assert {"118", "20", "11", "2026"} <= set(text_of(filled).split())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_have_a_zero(day: date, words: str) -> None:
    assert date_words(day) == words


def test_the_same_sheet_gives_the_same_file(party: Drawn) -> None:
    assert draw(sheet()).pdf == party.pdf


def test_an_annex_is_a_file_of_its_own_without_heading() -> None:
    drawn = draw_annex("BIỂU TỔNG HỢP", ("Nội dung", "Kết quả"), 3)
    text = text_of(drawn.pdf)
    assert "PHỤ LỤC" in text
    assert "ĐẢNG CỘNG SẢN" not in text
    assert "THỰC HÀNH" in text
