"""The typeface that is put into files: drawn as before where it is cut once for many, and whole where it is not."""

from __future__ import annotations

import io
import re
import sys
from collections import Counter

import pypdfium2
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from signing import lettering
from signing.lettering import Lettering, Run


def drawn(*texts: str) -> bytes:
    """A file with these lines on its page."""
    writer = PdfFileWriter()
    face = Lettering(writer=writer)
    shown = b"\n".join(face.draw(Run(text, 20, 150 - 20 * n, 12)) for n, text in enumerate(texts))
    fonts = generic.DictionaryObject({pdf_name("/" + face.resource_name): face.finish()})
    page = PageObject(
        contents=writer.add_object(generic.StreamObject(stream_data=shown)), media_box=(0, 0, 300, 200),
        resources=generic.DictionaryObject({pdf_name("/Font"): fonts}),
    )  # fmt: skip
    writer.insert_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def text_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].get_textpage().get_text_range().split("\r\n")


@pytest.mark.parametrize("name", ["signing-serif.ttf", "signing-serif-italic.ttf"])
def test_each_letter_is_the_glyph_that_shaping_gives(name: str) -> None:
    glyphs = lettering._glyph_ids(name)
    shaped = lettering._accumulator(name, PdfFileWriter()).shape("".join(glyphs), with_actual_text=False)
    found = b"".join(re.findall(rb"<([0-9a-f]+)>", shaped.graphics_ops)).decode()
    assert found == "".join(f"{glyph:04x}" for glyph in glyphs.values())
    assert shaped.x_advance * 1000 == pytest.approx(Lettering(italic="italic" in name).width("".join(glyphs), 1000))


def test_what_is_drawn_reads_as_it_was_written() -> None:
    texts = ["Số 118-TB/ĐU", "ngày 22 tháng 11 năm 2026", "Nguyễn Thị Thùy Dương"]
    assert text_of(drawn(*texts)) == texts


@pytest.mark.parametrize(
    "odd", ["14\N{NON-BREAKING HYPHEN}CV", "Đảng\N{NO-BREAK SPACE}ủy", "x\N{COMBINING GRAVE ACCENT}"]
)
def test_a_letter_that_the_face_has_in_parts_or_not_at_all_costs_the_others_nothing(odd: str) -> None:
    assert {"Số 118-TB/ĐU", "An Phú"} <= set(text_of(drawn("Số 118-TB/ĐU", odd, "An Phú")))


def test_a_name_with_a_letter_that_no_one_character_writes_is_drawn_whole_and_in_its_line() -> None:
    """As names of the Gia Rai and the Ê Đê have: ơ with a breve."""
    texts = ["Rơ Châm Đơ\N{COMBINING BREVE}k Nguyễn", "Y Bơ\N{COMBINING BREVE}m", "An Phú"]
    assert text_of(drawn(*texts)) == texts


def test_the_face_is_cut_once_for_all_files_that_need_the_same_letters() -> None:
    drawn("Số 118-TB/ĐU")
    calls: Counter[str] = Counter()
    sys.setprofile(lambda frame, event, _: calls.update([frame.f_code.co_qualname] if event == "call" else []))
    try:
        drawn("Số 203-TB/ĐU")
    finally:
        sys.setprofile(None)
    assert calls["Lettering.finish"] == 1
    assert calls["Subsetter.subset"] == calls["TTFont.save"] == 0
