"""Receiving and transferring, by keyboard; what is typed is told as it is typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from widgets.receive_dialog import ReceiveDialog, RegisterChoice
from widgets.theme import Theme
from widgets.transfer_dialog import Candidate, TransferDialog, month_end

TODAY = date(2026, 11, 23)
PEOPLE = [
    Candidate("unit:vp", "Văn phòng Đảng ủy", is_unit=True),
    Candidate("person:yen", "Đặng Hải Yến", "Chuyên viên"),
    Candidate("unit:xdd", "Ban Xây dựng Đảng", is_unit=True),
    Candidate("person:lan", "Vũ Thị Lan", "Trưởng ban"),
]


@pytest.fixture
def transfer(theme: Theme) -> TransferDialog:
    made = TransferDialog("118-TB/TU", PEOPLE, ["Kính chuyển tham mưu."], TODAY)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def test_lead_co_and_info_by_keyboard_alone(transfer: TransferDialog) -> None:
    assert not transfer.accept_button.isEnabled()
    assert transfer.missing.text() == "Chưa chọn chủ trì."
    search = transfer.people.search
    search.setFocus()
    QTest.keyClicks(search, "van phong")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert transfer.values()["roles"] == {"unit:vp": "lead"}
    QTest.keyClicks(search, "xay dung")
    QTest.keyClick(search, Qt.Key.Key_Return)
    QTest.keyClicks(search, "lan")
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(transfer.people.table, Qt.Key.Key_3)
    assert transfer.values()["roles"] == {"unit:vp": "lead", "unit:xdd": "co", "person:lan": "info"}
    assert transfer.chosen.text() == (
        "Chủ trì: Văn phòng Đảng ủy  ·  Phối hợp: Ban Xây dựng Đảng  ·  Để biết: Vũ Thị Lan"
    )
    assert transfer.accept_button.isEnabled()


def test_nobody_is_named_twice_and_one_leads(transfer: TransferDialog) -> None:
    model = transfer.people.model
    model.give("unit:vp", "lead")
    model.give("unit:xdd", "lead")
    assert model.roles == {"unit:xdd": "lead"}
    model.give("unit:xdd", "co")
    assert model.roles == {"unit:xdd": "co"}
    model.give("unit:xdd", "co")
    assert model.roles == {}


def test_quick_deadlines_and_usual_words(transfer: TransferDialog) -> None:
    assert transfer.values()["due"] is None
    transfer._quick(month_end(TODAY))
    assert transfer.values()["due"] == "2026-11-30"
    transfer.phrases.menu().actions()[0].trigger()
    transfer.phrases.menu().actions()[0].trigger()
    assert transfer.values()["directive"] == "Kính chuyển tham mưu. Kính chuyển tham mưu."
    assert month_end(date(2026, 2, 5)) == date(2026, 2, 28)
    assert month_end(date(2026, 12, 31)) == date(2026, 12, 31)


def test_what_is_typed_is_told_and_can_be_shown_again(transfer: TransferDialog, theme: Theme) -> None:
    told: list[dict[str, object]] = []
    transfer.edited.connect(told.append)
    transfer.people.model.give("unit:vp", "lead")
    transfer.directive.insertPlainText("Làm ngay")
    transfer.reject()
    kept = told[-1]
    again = TransferDialog("118-TB/TU", PEOPLE, [], TODAY)
    again.fill(kept)
    assert again.values() == kept == {"roles": {"unit:vp": "lead"}, "directive": "Làm ngay", "due": None}


def test_a_deadline_kept_from_an_earlier_day_is_not_taken_over(theme: Theme) -> None:
    dialog = TransferDialog("118-TB/TU", PEOPLE, [], TODAY)
    dialog.fill({"roles": {"person:gone": "lead", "unit:vp": "co"}, "directive": "", "due": "2026-11-20"})
    assert dialog.values() == {"roles": {"unit:vp": "co"}, "directive": "", "due": None}


def test_the_next_number_is_shown_and_left_to_the_central(theme: Theme) -> None:
    dialog = ReceiveDialog("118-TB/TU", [RegisterChoice("in", "Sổ văn bản đến 2026", 1205, (1190,))])
    dialog.show()
    assert dialog.next.text() == "Số đến tiếp theo: 1205"
    assert dialog.gaps.text() == "Số còn trống trong sổ: 1190"
    assert dialog.values() == {"registerId": "in", "number": None, "thenTransfer": False}
    dialog.number.setText("1190")
    assert dialog.values()["number"] == 1190
    assert dialog.lacks() == ""
    dialog.number.setText("1100")
    assert dialog.lacks() == "Số 1100 đã dùng. Để trống để lấy số tiếp theo."


def test_offline_no_number_is_guessed(theme: Theme) -> None:
    dialog = ReceiveDialog("118-TB/TU", [RegisterChoice("in", "Sổ văn bản đến 2026", None, (1190,))])
    dialog.show()
    assert dialog.next.text().startswith("Chờ cấp số")
    assert not dialog.number.isVisible()
    assert not dialog.gaps.isVisible()
    assert dialog.accept_button.isEnabled()


def test_enter_receives(theme: Theme) -> None:
    dialog = ReceiveDialog("118-TB/TU", [RegisterChoice("in", "Sổ", 1205)])
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    sent = QSignalSpy(dialog.submitted)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert sent.count() == 1


def test_a_likely_duplicate_is_named_and_can_be_looked_at(theme: Theme) -> None:
    dialog = ReceiveDialog("118-TB/TU", [RegisterChoice("in", "Sổ", 1205)], duplicate="Có thể trùng: số đến 1203.")
    dialog.set_duplicate_link("Xem văn bản đó")
    dialog.show()
    assert dialog.duplicate.isVisible()
    looked = QSignalSpy(dialog.duplicateRequested)
    dialog.look.click()
    assert looked.count() == 1


def test_without_a_register_nothing_can_be_received(theme: Theme) -> None:
    dialog = ReceiveDialog("118-TB/TU", [])
    assert not dialog.accept_button.isEnabled()
    assert dialog.missing.text() == "Chưa có sổ văn bản đến. Báo quản trị lập sổ."
