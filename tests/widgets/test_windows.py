"""Search results, settings, welcome, outbox and the account menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
)

from desktop.session.setting_words import CHOICES
from widgets.account_menu import AccountMenu, LeaveDialog
from widgets.outbox_window import OutboxWindow, UnsentAct
from widgets.search_popup import Found, FoundGroup, SearchPopup
from widgets.settings_window import SettingGroup, SettingRow, SettingsWindow, SettingView
from widgets.shell import MainWindow
from widgets.theme import Theme, Tone
from widgets.welcome import WelcomeWindow

DOCUMENT = Found("document", "d1", "Phòng, chống bão số 9", "1532-CV/TU", marks=((13, 3),))
COMMAND = Found("command", "today", "Báo cáo tiến độ", keys="Ctrl+5")
GROUPS = (FoundGroup("Văn bản", (DOCUMENT,), 12), FoundGroup("Lệnh", (COMMAND,), 1))


@pytest.fixture(autouse=True)
def _tidy(application: QApplication) -> Iterator[None]:
    """Let every window go: what stays is dressed anew by each test that follows."""
    yield
    for window in application.topLevelWidgets():
        window.close()
        window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def search(application: QApplication) -> tuple[MainWindow, SearchPopup]:
    window = MainWindow()
    window.show()
    popup = SearchPopup(window.search_box, window)
    QApplication.processEvents()
    return window, popup


def press(window: MainWindow, key: Qt.Key) -> None:
    QApplication.sendEvent(window.search_box, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def test_arrows_pass_over_headings_and_enter_chooses(application: QApplication) -> None:
    window, popup = search(application)
    popup.open()
    popup.show_results(GROUPS)
    chosen = QSignalSpy(popup.chosen)

    assert popup.current() == DOCUMENT
    press(window, Qt.Key.Key_Down)
    assert popup.current() == COMMAND
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)

    assert chosen.at(0)[0] == COMMAND
    assert popup.isHidden()
    window.close()


def test_escape_closes_and_keeps_what_was_typed(application: QApplication) -> None:
    window, popup = search(application)
    window.search_box.setText("bão")
    popup.open()

    press(window, Qt.Key.Key_Escape)

    assert popup.isHidden()
    assert window.search_box.text() == "bão"
    window.close()


def test_clearing_the_box_closes_what_was_found(application: QApplication) -> None:
    window, popup = search(application)
    window.search_box.setText("bão")
    popup.open()
    assert popup.isVisible()

    window.search_box.clear()

    assert popup.isHidden()
    window.close()


def test_typing_asks_once_it_pauses(application: QApplication) -> None:
    window, popup = search(application)
    asked = QSignalSpy(popup.query_changed)

    # Not by QTest, which lets time pass between the keys: on a busy machine that is a pause.
    for letter in "bao":
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(window.search_box, press)
    assert not popup.isHidden()
    assert asked.wait(2000)

    assert [asked.at(n)[0] for n in range(asked.count())] == ["bao"]
    window.close()


def settings(locked: str = "") -> tuple[SettingGroup, ...]:
    choices = (("vi", "Tiếng Việt"), ("en", "English"))
    return (
        SettingGroup(
            "Hiển thị",
            (
                SettingView("language", "Ngôn ngữ", "choice", "vi", choices=choices, locked=locked),
                SettingView("notify", "Báo khi có văn bản đến", "switch", True),
            ),
        ),
    )


def test_a_setting_is_told_at_once(application: QApplication) -> None:
    window = SettingsWindow()
    window.show_groups(settings())
    told = QSignalSpy(window.changed)

    box = window.findChildren(QComboBox)[0]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    window.findChildren(QCheckBox)[0].click()

    assert told.at(0) == ["language", "en"]
    assert told.at(1) == ["notify", False]


@pytest.mark.parametrize("language", [0, 1])
def test_the_words_of_every_choice_are_read_whole(application: QApplication, theme: Theme, language: int) -> None:
    cut = []
    for name, choices in CHOICES.items():
        named = tuple((value, words[language]) for value, words in choices.items())
        row = SettingRow(SettingView(name, "Một cài đặt có tên dài " * 3, "choice", "", choices=named))
        row.resize(450, 80)
        row.show()
        QApplication.processEvents()
        assert isinstance(row.control, QComboBox)
        option = QStyleOptionComboBox()
        row.control.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = row.control.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, row.control).width()
        metrics = row.control.fontMetrics()
        cut += [words for _, words in named if metrics.horizontalAdvance(words) > room]
    assert cut == []


@pytest.mark.parametrize("kind", ["text", "path"])
def test_a_long_value_of_the_office_is_seen_from_its_beginning(
    application: QApplication, kind: Literal["text", "path"]
) -> None:
    address = "https://tac-nghiep.an-binh.example/he-thong-trung-tam/an-phu"
    row = SettingRow(SettingView("centralUrl", "Địa chỉ", kind, address, locked="Do cơ quan quy định"))
    (line,) = [row.control] if isinstance(row.control, QLineEdit) else row.control.findChildren(QLineEdit)
    assert line.cursorPosition() == 0
    assert line.toolTip() == address


def test_a_locked_setting_is_shown_and_cannot_be_changed(application: QApplication) -> None:
    window = SettingsWindow()
    window.show_groups(settings("Do cơ quan quy định"))
    row = window.row("language")

    assert row is not None
    assert not row.control.isEnabled()
    assert "Do cơ quan quy định" in row.control.accessibleName()


def test_an_address_without_a_scheme_is_https(application: QApplication) -> None:
    window = WelcomeWindow()
    window.show_start()
    asked = QSignalSpy(window.sign_in_requested)
    assert not window.sign_in.isEnabled()

    window.address.setText("dieuhanh.example.vn")
    window.sign_in.click()

    assert asked.at(0) == ["https://dieuhanh.example.vn"]


def test_waiting_can_be_reopened_and_cancelled(application: QApplication) -> None:
    window = WelcomeWindow()
    window.show_waiting()
    again, stopped = QSignalSpy(window.reopen_requested), QSignalSpy(window.cancelled)

    window.reopen.click()
    window.cancel.click()

    assert (again.count(), stopped.count()) == (1, 1)


def test_an_address_set_by_the_office_cannot_be_changed(application: QApplication) -> None:
    window = WelcomeWindow()
    window.show_start("https://dieuhanh.example.vn", locked="Do cơ quan quy định", practice=False)

    assert window.address.isReadOnly()
    assert window.practice.isHidden()


REFUSED = UnsentAct("1", "Tiếp nhận", "37-HD/BTCTU", "08:31", "Bị từ chối", Tone.BAD, "Số đã cấp.", True, True, True)
WAITS = UnsentAct("2", "Chuyển xử lý", "118-TB/TU", "08:40", "Chờ mạng", Tone.WARN, "", True, False, True)


def test_every_error_is_shown_with_its_reason(application: QApplication) -> None:
    window = OutboxWindow().unsent
    window.show_acts((REFUSED, WAITS))

    assert window.current() == "1"
    assert window.reason.text() == "Số đã cấp."
    assert "1 việc cần bạn xem lại" in window.summary.text()
    assert window.edit.isEnabled()

    window.choose("2")
    assert window.reason.text() == ""
    assert not window.edit.isEnabled()


def test_the_outbox_keeps_its_place_and_says_when_it_is_empty(application: QApplication) -> None:
    window = OutboxWindow().unsent
    window.show_acts((REFUSED, WAITS))
    window.choose("2")

    window.show_acts((WAITS,))
    assert window.current() == "2"
    window.show_acts(())
    assert not window.withdraw.isEnabled()
    assert not window.send_all.isEnabled()


def test_leaving_with_unsent_acts_offers_to_send_first(application: QApplication) -> None:
    dialog = LeaveDialog(3)
    first = QSignalSpy(dialog.send_first)

    next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("&Gửi")).click()

    assert first.count() == 1


def test_leaving_with_nothing_unsent_is_one_question(application: QApplication) -> None:
    dialog = LeaveDialog(0)

    assert not [b for b in dialog.findChildren(QPushButton) if b.text().startswith("&Gửi")]


def test_one_position_is_not_listed(application: QApplication) -> None:
    menu = AccountMenu()
    menu.set_positions((("p1", "Văn thư", True),))
    assert not [a for a in menu.actions() if a.isCheckable()]

    menu.set_positions((("p1", "Văn thư", True), ("p2", "Chuyên viên", False)))
    chosen = QSignalSpy(menu.position_chosen)
    [a for a in menu.actions() if a.isCheckable()][1].trigger()
    assert chosen.at(0) == ["p2"]
    menu.set_unsent(4)
    assert "(4)" in menu.outbox.text()


@pytest.mark.parametrize("size", [(720, 520), (640, 400), (1366, 768)])
def test_nothing_of_the_first_window_is_cut_off(theme: Theme, application: QApplication, size: tuple[int, int]) -> None:
    window = WelcomeWindow()
    window.resize(*size)
    window.show_start("https://tinh.example", problem="Không tới được hệ thống. Kiểm tra dây mạng. " * 3, locked="Khóa")
    window.show()
    for _ in range(3):
        application.processEvents()
    for label in window.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.height() >= button.sizeHint().height(), button.text()
