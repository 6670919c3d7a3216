"""A hundred thousand rows: what is asked for, what stays in its place, what is spoken."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from widgets.document_list import DocumentList, Mark, Row
from widgets.list_model import KEPT, PAGE
from widgets.theme import Theme, Tone

MANY = 100_000


def make_row(key: str) -> Row:
    return Row(
        key,
        f"{key}-CV/TU",
        "Tỉnh ủy",
        "08:12",
        f"Văn bản số {key}",
        Mark("Hỏa tốc", Tone.BAD),
        Mark("Còn 3 giờ", Tone.BAD),
        ("Chủ trì: tôi", "1 tệp"),
        (Mark("chưa gửi", Tone.WARN),),
    )


@pytest.fixture
def rows(theme: Theme) -> DocumentList:
    made = DocumentList()
    made.resize(460, 640)
    made.rowsWanted.connect(lambda keys: made.set_rows({key: make_row(key) for key in keys}))
    made.show()
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_only_what_is_seen_is_asked_for(rows: DocumentList) -> None:
    asked: list[str] = []
    rows.rowsWanted.connect(asked.extend)
    rows.set_keys([str(n) for n in range(MANY)])
    settle()
    assert asked[0] == "0"
    assert len(asked) <= PAGE * 2
    rows.scrollToBottom()
    settle()
    assert str(MANY - 1) in asked
    assert len(asked) <= PAGE * 5


def test_a_long_way_through_the_list_keeps_little(rows: DocumentList) -> None:
    rows.set_keys([str(n) for n in range(MANY)])
    bar = rows.verticalScrollBar()
    for step in range(120):
        bar.setValue(bar.maximum() * step // 120)
        settle()
    assert len(rows.documents._rows) <= KEPT


def test_arrow_keys_answer_at_once(rows: DocumentList) -> None:
    rows.set_keys([str(n) for n in range(MANY)])
    settle()
    rows.choose("0")
    spent = []
    for _ in range(40):
        begun = time.perf_counter()
        QTest.keyClick(rows, Qt.Key.Key_Down)
        spent.append(time.perf_counter() - begun)
    assert rows.current() == "40"
    assert sorted(spent)[len(spent) // 2] < 0.016
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert rows.current() == str(MANY - 1)
    QTest.keyClick(rows, Qt.Key.Key_Home)
    assert rows.current() == "0"


def test_enter_opens_and_typing_reads_no_rows(rows: DocumentList) -> None:
    rows.set_keys(["a", "b"])
    settle()
    rows.choose("b")
    opened = QSignalSpy(rows.opened)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClicks(rows, "a")
    assert opened.at(0)[0] == "b"
    assert rows.current() == "b"


def test_new_rows_above_leave_the_current_one_where_it_is(rows: DocumentList) -> None:
    rows.set_keys([str(n) for n in range(1000)])
    settle()
    rows.choose("500")
    settle()
    chosen = QSignalSpy(rows.chosen)
    before = rows.visualRect(rows.currentIndex()).top()
    rows.set_keys(["new-1", "new-2", *(str(n) for n in range(1000))])
    settle()
    assert rows.current() == "500"
    assert rows.visualRect(rows.currentIndex()).top() == before
    assert chosen.count() == 0


def test_a_current_row_that_leaves_is_told_once_and_the_next_can_follow(rows: DocumentList) -> None:
    rows.set_keys(["a", "b", "c"])
    settle()
    rows.choose("b")
    chosen = QSignalSpy(rows.chosen)
    rows.set_keys(["a", "c"])
    assert [chosen.at(n)[0] for n in range(chosen.count())] == [""]
    rows.choose_near(1)
    assert rows.current() == "c"


def test_rows_that_changed_stay_drawn_until_the_new_ones_come(theme: Theme) -> None:
    asked: list[list[str]] = []
    rows = DocumentList()
    rows.resize(460, 640)
    rows.rowsWanted.connect(asked.append)
    rows.show()
    rows.set_keys(["a"])
    settle()
    rows.set_rows({"a": make_row("a")})
    rows.refresh()
    settle()
    assert asked == [["a"], ["a"]]
    assert rows.documents.row("a") == make_row("a")


def test_a_row_is_one_sentence_for_a_screen_reader(rows: DocumentList) -> None:
    rows.set_keys(["118"])
    settle()
    spoken = rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ("118-CV/TU, Hỏa tốc, Tỉnh ủy, Văn bản số 118, Còn 3 giờ, Chủ trì: tôi, 1 tệp, chưa gửi, 08:12")


def test_a_larger_font_makes_higher_rows(rows: DocumentList) -> None:
    rows.set_keys(["a"])
    settle()
    before = rows.visualRect(rows.model().index(0, 0)).height()
    font = rows.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    rows.setFont(font)
    settle()
    assert rows.visualRect(rows.model().index(0, 0)).height() > before * 1.3
