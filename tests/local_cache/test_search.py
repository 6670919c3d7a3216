"""Search as clerks type: without marks, in any order, half a word, by number; marks typed count first."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from local_cache import Cache
from local_cache.folding import composed, exact_key, fold, has_marks, spellings, words
from tests.local_cache.samples import document, task


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng ủy xã", "dang uy xa"),
        ("ỦY BAN", "uy ban"),
        ("uỷ ban", "uy ban"),
        ("hòa, hoà, HOÀ", "hoa, hoa, hoa"),
        ("Ðảng ðoàn", "dang doan"),
        ("ưỡng ẵm ệ ỵ", "uong am e y"),
        ("118-TB/TU №", "118-tb/tu №"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert len(fold(text)) == len(composed(text)), "positions agree"


def test_every_vietnamese_letter_folds_to_its_base() -> None:
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    for base, letters in {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y", "d": "dđ"}.items():
        for letter in letters + letters.upper():
            for tone in tones:
                assert fold(unicodedata.normalize("NFC", letter + tone))[0] == base


@pytest.mark.parametrize(("one", "other"), [("hòa", "hoà"), ("ủy", "uỷ"), ("THỦY", "thuỷ"), ("khỏe", "khoẻ")])
def test_the_place_of_the_tone_does_not_matter(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other) == exact_key(unicodedata.normalize("NFD", one))
    assert other.lower() in spellings(one)
    assert one.lower() in spellings(other)


def test_marks_themselves_matter_in_the_exact_key() -> None:
    assert len({exact_key(word) for word in ("dat", "đat", "đất", "dật", "đát", "đắt")}) == 6
    assert has_marks("đất")
    assert not has_marks("DAT dai")
    assert spellings("ban") == ["ban"]
    assert words("118-TB/TU, đất đai") == ["118", "TB", "TU", "đất", "đai"]


@pytest.fixture
def office(cache: Cache) -> Cache:
    cache.objects.put(
        "Document",
        [
            document(1, subject="Về việc quản lý đất đai tại xã Hoà Bình", text="Ủy ban nhân dân xã báo cáo."),
            document(2, subject="Kế hoạch dát đài quan sát", text="không liên quan"),
            document(3, subject="Thông báo kết luận", notation="118-TB/TU", text="nội dung về đất đai\nở trang hai"),
            document(4, subject="Nghị quyết", notation="05-NQ/ĐU", issuer="Ban Chấp hành", text=None),
            document(5, subject=unicodedata.normalize("NFD", "Thuỷ lợi mùa khô"), signer={"name": "Trần Thị Đào"}),
        ],
    )
    cache.objects.put("Task", [task(1)])
    cache.objects.put("Person", [{"id": "p1", "name": "Lê Văn Đất"}])
    return cache


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dat dai", {"doc-00001", "doc-00002", "doc-00003"}),
        ("DAI dat", {"doc-00001", "doc-00002", "doc-00003"}),
        ("quan ly da", {"doc-00001"}),
        ("hòa bình", {"doc-00001"}),
        ("hoà bìn", {"doc-00001"}),
        (unicodedata.normalize("NFD", "hòa bình"), {"doc-00001"}),
        ("uỷ ban bao cao", {"doc-00001"}),
        ("118-TB/TU", {"doc-00003"}),
        ("118", {"doc-00003"}),
        ("118-tb", {"doc-00003"}),
        ("118 tu", {"doc-00003"}),
        ("05-NQ/ĐU", {"doc-00004"}),
        ("5-nq/du", {"doc-00004"}),
        ("ban chấp hành nghi quyet", {"doc-00004"}),
        ("tran thi dao", {"doc-00005"}),
        ("thủy lợi", {"doc-00005"}),
        ("ho ngheo", {"task-1"}),
        ("muoi lam", {"task-1"}),
        ("lê văn đất", {"p1"}),
        ("khong-co-gi", set()),
        ("", set()),
        ('"*()^:-', set()),
        ('đất" OR "x', set()),
        ("AND NOT NEAR(", set()),
        ("{head} : x", set()),
    ],
)
def test_finds(office: Cache, typed: str, found: set[str]) -> None:
    assert {hit.id for hit in office.search(typed)} == found


def test_a_space_after_the_last_word_ends_it(office: Cache) -> None:
    assert office.search("quan ly da ") == []


def test_the_marks_typed_come_first(office: Cache) -> None:
    hits = office.search("đất đai")
    assert [hit.exact for hit in hits] == [True, True, False]
    assert [hit.id for hit in hits] == ["doc-00001", "doc-00003", "doc-00002"], "subject before text"
    assert office.search("dát đài")[0].id == "doc-00002"
    assert not any(hit.exact for hit in office.search("dat dai"))


def test_the_number_as_typed_comes_first(cache: Cache) -> None:
    cache.objects.put(
        "Document", [document(1, notation="99-TB/TU", subject="Thay thế 118-TB/TU"), document(2, notation="118-TB/TU")]
    )
    assert [hit.id for hit in cache.search("118-tb/tu")] == ["doc-00002", "doc-00001"]


def test_snippets_mark_the_words(office: Cache) -> None:
    def marked(hit: Any) -> list[str]:
        return [hit.snippet[start:end] for start, end in hit.marks]

    by_id = {hit.id: hit for hit in office.search("dat dai")}
    assert by_id["doc-00001"].snippet == "Về việc quản lý đất đai tại xã Hoà Bình"
    assert marked(by_id["doc-00001"]) == ["đất", "đai"]
    assert by_id["doc-00003"].snippet == "nội dung về đất đai ở trang hai"
    assert marked(by_id["doc-00003"]) == ["đất", "đai"]
    assert marked(office.search("118-TB")[0]) == ["118", "TB"]
    assert marked(office.search("THUY l")[0]) == ["Thuỷ", "l"]


def test_a_long_text_is_cut_around_the_words(cache: Cache) -> None:
    text = "mở đầu " * 500 + "phương án phòng chống thiên tai " + "kết thúc " * 500
    cache.objects.put("Document", [document(1, text=text)])
    hit = cache.search("thien tai")[0]
    assert len(hit.snippet) < 170
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["thiên", "tai"]


def test_types_can_be_chosen(office: Cache) -> None:
    assert {hit.type for hit in office.search("đất")} == {"Document", "Person"}
    assert {hit.type for hit in office.search("đất", types=["Person"])} == {"Person"}
    assert len(office.search("dat", limit=1)) == 1


def test_the_index_follows_what_is_shown(office: Cache) -> None:
    office.objects.set_overlay(
        "Document",
        {"doc-00001": document(1, subject="Dự thảo khác hẳn"), "new": document(9, id="new", subject="Hoàn toàn mới")},
    )
    assert [hit.id for hit in office.search("khac han")] == ["doc-00001"]
    assert [hit.id for hit in office.search("hoan toan")] == ["new"]
    assert office.search("hoa binh") == []
    assert office.search("nhan dan bao cao")[0].id == "doc-00001", "its text is found still"
    office.objects.put("Document", [document(1, subject="Nền mới", text="văn bản thay thế")])
    assert office.search("nen moi") == [], "a base under an overlay is not shown"
    assert office.search("thay the")[0].id == "doc-00001"
    office.objects.set_overlay("Document", {"doc-00001": None, "new": None})
    assert office.search("nen moi")[0].id == "doc-00001"
    assert office.search("khac han") == office.search("hoan toan") == []
    office.objects.delete("Document", ["doc-00001"])
    assert office.search("nen moi") == []
    office.objects.index_text("doc-00003", "chữ đọc từ tệp")
    assert office.search("doc tu tep")[0].id == "doc-00003"
    assert office.search("trang hai") == []
    office.objects.index_text("nobody", "x")


def test_more_hits_than_are_ranked(cache: Cache) -> None:
    cache.objects.put("Document", [document(number) for number in range(1000)])
    hits = cache.search("dat dai", limit=50)
    assert len(hits) == 50
    assert hits[0].id == "doc-00999", "the newest first"


def test_the_centrals_text_is_found_again_once_an_unsent_edit_is_gone(cache: Cache) -> None:
    cache.objects.put("Document", [{**document(1), "text": "sửa đổi lần đầu"}])
    name = document(1)["id"]
    cache.objects.put("Document", [{**document(1), "revision": 2, "text": "bản của trung tâm"}])
    cache.objects.set_overlay("Document", {name: {**document(1), "revision": 3, "text": "sửa đổi lần đầu"}})
    cache.objects.set_overlay("Document", {name: None})
    assert cache.objects.text(name) == "bản của trung tâm"
    assert [h.id for h in cache.search("ban cua trung tam")] == [name]
    assert cache.search("sua doi lan dau") == []
