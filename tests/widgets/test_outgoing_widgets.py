"""The dialogs of the outgoing desk: what they ask, what they keep, and that keys are enough."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from widgets.delivery_table import DeliveryRow, IssuedPage
from widgets.draft_choices import DraftChoices, SignerChoice
from widgets.draft_dialog import DraftDialog
from widgets.issue_dialog import IssueDialog, IssueRequest
from widgets.number_dialog import NumberChoice, NumberDialog, NumberRequest
from widgets.outgoing_desk import OutgoingDesk, Unfinished
from widgets.recipient_picker import RecipientGroup, RecipientPicker, RecipientUnit
from widgets.tabs import Tab

pytestmark = pytest.mark.usefixtures("application", "theme")
UNITS = tuple(
    RecipientUnit(str(n), name)
    for n, name in enumerate(("Đảng ủy xã An Hòa", "Đảng ủy xã Bình Minh", "Tỉnh ủy An Bình", "Văn phòng Tỉnh ủy"))
)
GROUPS = (RecipientGroup("Các xã", ("0", "1")),)
FILE = {"blobId": "sha256-0", "digest": "0", "size": 182_400, "name": "dự thảo.pdf", "mediaType": "application/pdf"}
CHOICES = DraftChoices(
    types=(("CV", "Công văn"), ("TB", "Thông báo")),
    urgencies=("Thường", "Khẩn", "Thượng khẩn", "Hỏa tốc"),
    signers=(
        SignerChoice("hoa", "Lê Văn Hòa", "Bí thư", ("T/M BAN THƯỜNG VỤ",)),
        SignerChoice("hanh", "Ngô Thị Hạnh", "Chánh Văn phòng", ("T/L BAN THƯỜNG VỤ",)),
    ),
    groups=GROUPS,
    units=UNITS,
)
NUMBER = NumberRequest(
    "Thông báo", "Sổ", NumberChoice(31, "31-TB/ĐU"), (NumberChoice(12, "12-TB/ĐU"),), date(2026, 11, 23)
)


def test_recipients_are_found_without_diacritics_and_ticked_by_keys() -> None:
    picker = RecipientPicker()
    picker.fill(GROUPS, UNITS)
    QTest.keyClicks(picker.search, "binh minh")
    assert picker.list.model().rowCount() == 1
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.chosen() == ("1",)
    picker.search.setText("uy ban")
    assert picker.list.model().rowCount() == 0
    picker.search.clear()
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert "Đã chọn" in picker.summary.text()


def test_a_group_ticks_its_units_and_shows_a_part() -> None:
    picker = RecipientPicker()
    picker.fill(GROUPS, UNITS)
    model = picker.model
    state = lambda: model.index(0).data(Qt.ItemDataRole.CheckStateRole)  # noqa: E731
    model.toggle(0)
    assert picker.chosen() == ("0", "1")
    assert state() == Qt.CheckState.Checked
    model.choose(["0"], on=False)
    assert state() == Qt.CheckState.PartiallyChecked
    model.toggle(0)
    assert set(picker.chosen()) == {"0", "1"}


def test_unknown_recipients_are_kept() -> None:
    picker = RecipientPicker()
    picker.set_chosen(("9", "0"))
    picker.fill((), UNITS)
    assert picker.chosen() == ("9", "0")


def test_every_change_of_a_draft_is_told_at_once() -> None:
    dialog = DraftDialog(CHOICES)
    told: list[dict[str, Any]] = []
    dialog.edited.connect(told.append)
    QTest.keyClicks(dialog.subject, "Tb")
    assert [one["subject"] for one in told] == ["T", "Tb"]
    dialog.urgency.setCurrentIndex(3)
    dialog.picker.model.choose(["2"])
    dialog.places.setPlainText("Thường trực Tỉnh ủy (b/c)\n\n Lưu Văn phòng ")
    last = told[-1]
    assert (last["urgency"], last["recipients"]) == (3, ["2"])
    assert last["toPlaces"] == ["Thường trực Tỉnh ủy (b/c)", "Lưu Văn phòng"]


def test_a_draft_comes_back_as_it_was() -> None:
    first = DraftDialog(CHOICES)
    first.type.setCurrentIndex(1)
    first.subject.setPlainText("Kết luận")
    first.signer.setCurrentIndex(1)
    first.competence.setCurrentText("TUQ. BAN THƯỜNG VỤ")
    first.slip.setPlainText("Kính trình")
    first.set_facts({"pages": 3})
    first.set_file(FILE)
    again = DraftDialog(CHOICES)
    told: list[Any] = []
    again.edited.connect(told.append)
    again.fill({**first.draft(), "replyTo": "d1"})
    assert told == []
    assert again.draft() == {**first.draft(), "replyTo": "d1"}
    assert again.draft()["pages"] == 3


def test_competence_follows_the_signer_unless_typed_by_hand() -> None:
    dialog = DraftDialog(CHOICES)
    dialog.signer.setCurrentIndex(0)
    assert dialog.competence.currentText() == "T/M BAN THƯỜNG VỤ"
    dialog.signer.setCurrentIndex(1)
    assert dialog.competence.currentText() == "T/L BAN THƯỜNG VỤ"
    dialog.competence.setCurrentText("T/M BAN CHẤP HÀNH LÂM THỜI")
    dialog.signer.setCurrentIndex(0)
    assert dialog.competence.currentText() == "T/M BAN CHẤP HÀNH LÂM THỜI"


def test_what_is_missing_is_named_and_a_long_subject_refused() -> None:
    dialog = DraftDialog(CHOICES)
    assert dialog.missing.text() == "Còn thiếu: loại văn bản, trích yếu, người ký, tệp PDF"
    assert dialog.draft()["typeCode"] is None
    dialog.type.setCurrentIndex(0)
    dialog.subject.setPlainText("x" * 501)
    assert "500" in dialog.missing.text()
    assert not dialog.save_button.isEnabled()
    dialog.subject.setPlainText("x" * 500)
    dialog.signer.setCurrentIndex(0)
    dialog.set_file(FILE)
    assert dialog.missing.text() == ""
    assert dialog.buttons.accept_button.isEnabled()  # type: ignore[union-attr]


def test_dropped_files_are_told_apart() -> None:
    dialog = DraftDialog(CHOICES)
    main: list[str] = []
    rest: list[list[str]] = []
    dialog.file_picked.connect(main.append)
    dialog.attachments_picked.connect(rest.append)
    dialog.take(["/a/biểu.xlsx", "/a/văn bản.PDF", "/a/phụ lục.pdf"])
    assert main == ["/a/văn bản.PDF"]
    assert rest == [["/a/biểu.xlsx", "/a/phụ lục.pdf"]]


def test_enter_gives_the_next_number() -> None:
    dialog = NumberDialog(NUMBER)
    got: list[tuple[Any, str]] = []
    dialog.chosen.connect(lambda number, day: got.append((number, day)))
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert got == [(31, "2026-11-23")]


def test_a_date_ahead_is_warned_of() -> None:
    dialog = NumberDialog(NUMBER)
    dialog.date.setDate(QDate(2026, 11, 30))
    assert "sau ngày hôm nay" in dialog.date_note.text()
    dialog.gaps.activated.emit(0)
    assert dialog.chosen_number() == 12


def test_without_a_register_nothing_is_given() -> None:
    dialog = NumberDialog(NumberRequest("Thông báo", "", None, (), date(2026, 11, 23)))
    got: list[object] = []
    dialog.chosen.connect(lambda *_: got.append(1))
    assert not dialog.buttons.accept_button.isEnabled()  # type: ignore[union-attr]
    dialog.buttons.accepted.emit()
    assert got == []


@pytest.mark.parametrize(("blocked", "ready"), [(False, True), (True, False)])
def test_issue_counts_the_recipients(blocked: bool, ready: bool) -> None:
    request = IssueRequest("31-TB/ĐU", "Lê Văn Hòa ký duyệt", (), ("0", "2"), "Có lưu ý", blocked)
    dialog = IssueDialog(request, GROUPS, UNITS)
    button = dialog.buttons.accept_button
    assert button is not None
    assert button.text() == "&Phát hành tới 2 nơi nhận"
    assert button.isEnabled() is ready
    dialog.picker.set_chosen(())
    assert not button.isEnabled()


def test_recipients_fold_away() -> None:
    page = IssuedPage()
    rows = [DeliveryRow(f"Đảng ủy xã {n}", "Đã tiếp nhận", "09:12", "Văn thư") for n in range(40)]
    page.show_deliveries("Đã gửi 40/40 nơi nhận", rows)
    page.resize(420, 600)
    page.show()
    assert page.deliveries.isVisible()
    assert page.deliveries.height() < 260, "four rows, the rest is scrolled to"
    page.fold.click()
    assert not page.deliveries.isVisible()
    page.show_deliveries("", ())
    assert not page.summary.isVisible()
    page.close()


def test_unfinished_work_is_offered() -> None:
    desk = OutgoingDesk("Văn bản đi", [Tab("outgoing.draft", "Dự thảo")])
    opened: list[str] = []
    desk.unfinished_opened.connect(opened.append)
    desk.show_unfinished((Unfinished("k1", "Về việc dở dang"),))
    assert desk.unfinished_button.text() == "Soạn dở (1)"
    desk.unfinished_button.click()
    assert opened == ["k1"]
    desk.show_unfinished(())
    assert desk.unfinished_button.isHidden()


def test_every_control_has_a_name() -> None:
    dialogs: list[QWidget] = [DraftDialog(CHOICES), NumberDialog(NUMBER)]
    for dialog in dialogs:
        for control in dialog.findChildren(QWidget):
            if control.focusPolicy() == Qt.FocusPolicy.NoFocus or control.objectName().startswith("qt_"):
                continue
            said = control.accessibleName() or getattr(control, "text", lambda: "")()
            kind = type(control).__name__
            if kind in ("QComboBox", "TextArea", "QDateEdit", "QLineEdit", "QListWidget", "QPushButton", "_List"):
                inner = isinstance(control.parent(), QWidget) and type(control.parent()).__name__ in (
                    "QComboBox", "QDateEdit",
                )  # fmt: skip
                assert said or inner, f"{kind} in {type(dialog).__name__}"
