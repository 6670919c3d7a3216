"""The frame around the desks, by keyboard and by pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel

from widgets.shell import MainWindow
from widgets.theme import Theme, Tone

DESKS = (("today", "Hôm nay"), ("incoming", "Văn bản đến"), ("outgoing", "Văn bản đi"))


@pytest.fixture
def window(theme: Theme) -> MainWindow:
    made = MainWindow()
    for key, title in DESKS:
        made.add_desk(key, title, key, QLabel(title))
    made.set_account("Trần Thị Mai", "Văn thư", "Đảng ủy xã An Phú")
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def test_ctrl_and_a_digit_go_to_a_desk(window: MainWindow) -> None:
    changed = QSignalSpy(window.deskChanged)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_desk() == "incoming"
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert [changed.at(n)[0] for n in range(changed.count())] == ["incoming", "outgoing"]
    assert window.rail.button("outgoing").isChecked()


def test_ctrl_k_goes_to_the_search_and_f5_asks_for_a_sync(window: MainWindow) -> None:
    searched, synced = QSignalSpy(window.searchRequested), QSignalSpy(window.syncRequested)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert (searched.count(), synced.count()) == (1, 1)
    assert window.search_box.hasFocus()


def test_counts_stand_on_the_rail_and_are_spoken(window: MainWindow) -> None:
    window.set_count("incoming", 13)
    assert window.rail.button("incoming").accessibleName() == "Văn bản đến, 13"
    window.set_count("incoming", 0)
    assert window.rail.button("incoming").accessibleName() == "Văn bản đến"
    window.set_count("nowhere", 5)


def test_what_went_well_passes_by_and_what_needs_the_clerk_stays(window: MainWindow) -> None:
    window.show_message("Đã chuyển xử lý 118-TB/TU.", Tone.GOOD)
    assert window.toast.text() == "Đã chuyển xử lý 118-TB/TU."
    assert window.messages.isHidden()
    window.show_message("Mất kết nối.", Tone.WARN, key="line")
    assert window.messages.text() == "Mất kết nối."
    assert window.messages.accessibleName() == "Mất kết nối."
    window.take_back_message("line")
    assert window.messages.isHidden()


def test_the_action_of_a_message_runs_once_and_the_one_behind_it_comes_back(window: MainWindow) -> None:
    ran: list[str] = []
    window.show_message("Cần đăng nhập lại.", Tone.WARN, key="first")
    window.show_message("Không ghi được tệp.", Tone.BAD, action="Thử lại", run=lambda: ran.append("again"))
    window.messages._action.click()
    assert ran == ["again"]
    assert window.messages.text() == "Cần đăng nhập lại."


def test_the_same_key_replaces_the_message(window: MainWindow) -> None:
    window.show_message("Có 1 việc cần xem lại.", Tone.WARN, key="sync")
    window.show_message("Có 2 việc cần xem lại.", Tone.WARN, key="sync")
    window.take_back_message("sync")
    assert window.messages.text() == ""


def test_a_small_window_keeps_every_desk_and_pill_within_reach(window: MainWindow) -> None:
    window.token_pill.set_state("Ký số: Đảng ủy xã An Phú", Tone.GOOD)
    window.resize(683, 384)
    QApplication.processEvents()
    assert window.width() == 683
    assert window.rail.width() < 80
    assert window.rail.button("incoming").toolTip() == "Văn bản đến (Ctrl+2)"
    assert window.token_pill.accessibleName() == "Ký số: Đảng ủy xã An Phú"
    assert window.token_pill.geometry().right() <= window.top.width()
    window.resize(1366, 768)
    QApplication.processEvents()
    assert window.rail.width() > 150


def test_the_practice_ribbon_says_so(window: MainWindow) -> None:
    window.set_practice(True)
    shown = [words.text() for words in window.findChildren(QLabel) if words.isVisible()]
    assert any("THỰC HÀNH" in text for text in shown)


def test_a_pill_without_words_is_not_there(window: MainWindow) -> None:
    window.token_pill.set_state("")
    assert window.token_pill.isHidden()
