"""The open document: acts that fit and acts in the menu, the verdict, the history, small windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.widgets.test_pdf_view import Source
from widgets.document_desk import DocumentDesk
from widgets.kit import ElidedLink
from widgets.list_column import ListColumn
from widgets.reading_pane import Action, Event, FileItem, Mark, Reading, ReadingPane, SignatureView, VerdictLine
from widgets.tabs import Tab
from widgets.theme import Theme, Tone

READING = Reading(
    "h1",
    "Thông báo kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp tháng 11",
    "Số 118-TB/TU · Tỉnh ủy · 20/11/2026 · số đến 1204, đến 08:05",
    (Mark("Thượng khẩn", Tone.WARN), Mark("Hạn 24/11 · Còn 1 ngày", Tone.WARN)),
)
ACTIONS = [
    Action("transfer", "&Chuyển xử lý"),
    Action("direct", "Cho ý &kiến"),
    Action("return", "T&rả lại"),
    Action("finish", "Kết t&húc"),
]


@pytest.fixture
def pane(theme: Theme) -> ReadingPane:
    made = ReadingPane()
    made.resize(720, 700)
    made.set_reading(READING)
    made.show()
    QApplication.processEvents()
    return made


def shown(pane: ReadingPane) -> list[str]:
    return [words.text() for words in pane.findChildren(QLabel) if words.isVisible()]


def test_the_first_act_is_the_ordinary_one_and_its_key_works(pane: ReadingPane) -> None:
    pane.set_actions(ACTIONS)
    done = QSignalSpy(pane.actionTriggered)
    assert pane.acts.button("transfer").property("kind") == "primary"
    assert pane.acts.button("finish").property("kind") == "plain"
    pane.activateWindow()
    assert QTest.qWaitForWindowActive(pane)
    QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert done.wait(2000)
    assert done.at(0)[0] == "transfer"


def test_acts_that_do_not_fit_stand_in_the_menu(pane: ReadingPane) -> None:
    pane.set_actions(ACTIONS, [Action("save", "Lưu tệp…")])
    pane.resize(320, 700)
    QApplication.processEvents()
    assert pane.acts.button("transfer").isVisible()
    assert not pane.acts.button("finish").isVisible()
    pane.acts.menu.aboutToShow.emit()
    entries = [entry.text() for entry in pane.acts.menu.actions()]
    assert "Kết t&húc" in entries
    assert entries[-1] == "Lưu tệp…"
    done = QSignalSpy(pane.actionTriggered)
    pane.acts.menu.actions()[-1].trigger()
    assert done.at(0)[0] == "save"


def test_acts_that_stay_keep_the_keyboard(pane: ReadingPane) -> None:
    pane.set_actions(ACTIONS)
    pane.activateWindow()
    assert QTest.qWaitForWindowActive(pane)
    pane.acts.button("return").setFocus()
    pane.set_actions(ACTIONS[1:])
    assert pane.acts.button("return").hasFocus()


def test_the_verdict_says_its_reasons_when_asked(pane: ReadingPane) -> None:
    pane.set_verdict(VerdictLine("valid", Tone.GOOD, "Hợp lệ — 2 chữ ký", ("Chữ ký đúng quy định.",), "PAdES B-LT"))
    assert "Hợp lệ — 2 chữ ký" in shown(pane)
    assert not any("đúng quy định" in text for text in shown(pane))
    pane.verdict.more.click()
    assert any("• Chữ ký đúng quy định." in text for text in shown(pane))
    pane.set_verdict(VerdictLine("invalid", Tone.BAD, "Không hợp lệ", ("Nội dung đã bị thay đổi.",)))
    assert not any("Nội dung đã bị thay đổi" in text for text in shown(pane))
    pane.set_verdict(None)
    assert not any("Không hợp lệ" in text for text in shown(pane))


SIGNED = VerdictLine(
    "unknown", Tone.WARN, "Chưa xác định — 2 chữ ký", ("Thiếu gốc.",), "sha256: 00", word="Chưa xác định",
    meaning="Chưa đủ căn cứ.",
    signatures=(
        SignatureView("L", "valid", Tone.GOOD, "Hợp lệ", "Người ký", "Lê Văn Hòa", "Đảng ủy xã An Phú",
                      (("Giờ tin cậy", "không có"),), (), "Bản tại thời điểm ký của Lê Văn Hòa"),
        SignatureView("A", "unknown", Tone.WARN, "Chưa xác định", "Cơ quan", "Đảng ủy", reasons=("Thiếu gốc.",)),
    ),
    root_missing=True, uncertain=True,
)  # fmt: skip


def test_each_signature_is_told_apart_beside_the_page(pane: ReadingPane) -> None:
    pane.activateWindow()
    assert QTest.qWaitForWindowActive(pane)
    pane.set_verdict(SIGNED)
    pane.verdict.more.click()
    QApplication.processEvents()
    texts = shown(pane)
    assert texts.index("Người ký: Hợp lệ") < texts.index("Lê Văn Hòa") < texts.index("Giờ tin cậy: không có")
    assert "• Thiếu gốc." in texts
    assert not pane.timeline.isVisible()
    assert pane.page.isVisible()
    panel = pane.signatures
    first, second = panel.cards
    assert first.open.isVisible()
    assert not second.open.isVisible()
    assert first.accessibleName().startswith("Người ký: Hợp lệ. Lê Văn Hòa")
    asked, back = QSignalSpy(panel.momentRequested), QSignalSpy(panel.presentRequested)
    QTest.keyClick(first.open, Qt.Key.Key_Space)
    assert asked.at(0)[0] == "L"
    panel.set_moment("L")
    assert first.open.text() == "Về bản hiện tại"
    QTest.keyClick(first.open, Qt.Key.Key_Space)
    assert back.count() == 1
    roots, again = QSignalSpy(panel.rootsRequested), QSignalSpy(panel.againRequested)
    panel.roots.click()
    panel.again.click()
    assert (roots.count(), again.count()) == (1, 1)
    QTest.keyClick(first.open, Qt.Key.Key_Escape)
    assert pane.timeline.isVisible()
    assert pane.focusWidget() is pane.verdict.more


def test_the_technical_report_is_folded_copied_and_saved(pane: ReadingPane) -> None:
    pane.set_verdict(SIGNED)
    pane.verdict.more.click()
    panel = pane.signatures
    assert not panel.copy.isVisible()
    panel.technical.click()
    panel.copy.click()
    assert QApplication.clipboard().text() == "sha256: 00"
    saved = QSignalSpy(panel.reportSaveRequested)
    panel.save.click()
    assert saved.at(0)[0] == "sha256: 00"
    pane.signatures.set_copyable(False)
    assert not panel.copy.isVisible()
    assert not panel.save.isVisible()


def test_in_a_narrow_window_the_signatures_have_a_turn_of_their_own(pane: ReadingPane) -> None:
    pane.resize(500, 700)
    pane.set_verdict(SIGNED)
    QApplication.processEvents()
    pane.verdict.more.click()
    QApplication.processEvents()
    assert pane.signatures.isVisible()
    assert not pane.page.isVisible()
    pane.signatures.cards[0].open.click()
    assert pane.page.isVisible()
    pane.signatures.closer.click()
    assert not pane.signatures.isVisible()


def test_an_earlier_state_is_marked_above_the_page(pane: ReadingPane) -> None:
    source = Source(1)
    pane.page.show_source(source, "Bản tại thời điểm ký của Lê Văn Hòa")
    QApplication.processEvents()
    assert "Bản tại thời điểm ký của Lê Văn Hòa" in shown(pane)
    assert pane.page.pdf.accessibleName() == "Bản tại thời điểm ký của Lê Văn Hòa"
    back = QSignalSpy(pane.page.presentRequested)
    pane.page.moment.back.click()
    assert back.count() == 1
    pane.page.show_source(source)
    assert not pane.page.moment.isVisible()
    assert pane.page.pdf.accessibleName() == "Trang văn bản"


def test_what_has_not_been_sent_stands_apart_in_the_history(pane: ReadingPane) -> None:
    events = [
        Event("Trần Thị Mai", "chuyển Văn phòng (chủ trì)", "08:40 · chưa gửi, sẽ gửi khi có mạng", Tone.WARN, True),
        Event("Tỉnh ủy", "phát hành", "07:55"),
    ]
    pane.set_events(events)
    QApplication.processEvents()
    texts = shown(pane)
    assert texts.index("Trần Thị Mai") < texts.index("08:40 · chưa gửi, sẽ gửi khi có mạng") < texts.index("Tỉnh ủy")


def test_a_file_is_looked_at_or_saved(pane: ReadingPane) -> None:
    pane.set_files([FileItem("main", "118.pdf", "182 KB", True), FileItem("0", "Phụ lục.xlsx", "48 KB", False, False)])
    QApplication.processEvents()
    opened, saved = QSignalSpy(pane.fileOpened), QSignalSpy(pane.fileSaveRequested)
    for child in pane.files.findChildren(type(pane.acts.more)):
        child.click()
    link = next(b for b in pane.files.findChildren(type(pane.verdict.more)) if b.text() == "118.pdf")
    link.click()
    assert opened.at(0)[0] == "main"
    assert [saved.at(n)[0] for n in range(saved.count())] == ["main"]


def test_a_long_file_name_is_cut_in_its_middle_and_told_whole(pane: ReadingPane) -> None:
    name = "Dự thảo công văn đề nghị hỗ trợ kinh phí số hóa hồ sơ & tài liệu năm 2027.pdf"
    pane.set_files([FileItem("main", name, "182 KB", True)])
    QApplication.processEvents()
    link = next(b for b in pane.files.findChildren(ElidedLink))
    assert "…" in link.text()
    assert link.text().endswith(".pdf")
    assert link.accessibleName() == name
    assert link.fontMetrics().horizontalAdvance(link.text()) <= link.width()


def test_in_a_narrow_window_page_and_history_take_turns(pane: ReadingPane) -> None:
    pane.resize(420, 700)
    QApplication.processEvents()
    assert pane.page.isVisible()
    assert not pane.timeline.isVisible()
    pane._turns.set_current("side")
    assert pane.timeline.isVisible()
    assert not pane.page.isVisible()


def test_the_arrival_number_is_not_cut_by_the_chips(pane: ReadingPane) -> None:
    pane.resize(560, 700)
    QApplication.processEvents()
    assert any("số đến 1204" in text for text in shown(pane))


def test_a_small_window_shows_the_list_or_the_document(theme: Theme) -> None:
    column = ListColumn("Văn bản đến", [Tab("a", "Chờ xử lý"), Tab("b", "Quá hạn", Tone.BAD)])
    desk = DocumentDesk(column)
    desk.resize(620, 330)
    desk.show()
    desk.activateWindow()
    assert QTest.qWaitForWindowActive(desk)
    column.list.set_keys(["1", "2"])
    column.show_list()
    QApplication.processEvents()
    assert desk.is_single()
    assert column.isVisible()
    assert not desk.pane.isVisible()
    column.list.choose("2")
    QTest.keyClick(column.list, Qt.Key.Key_Return)
    assert desk.pane.isVisible()
    assert not column.isVisible()
    QTest.keyClick(desk.pane, Qt.Key.Key_Escape)
    assert column.isVisible()
    desk.resize(1100, 700)
    QApplication.processEvents()
    assert column.isVisible()
    assert desk.pane.isVisible()


def test_boxes_that_do_not_fit_keep_their_counts_in_sight(theme: Theme) -> None:
    tabs = [Tab(key, text) for key, text in (("a", "Chờ tiếp nhận"), ("b", "Chờ xử lý"), ("c", "Để biết"))]
    column = ListColumn("Văn bản đến", [*tabs, Tab("d", "Trả lại", Tone.BAD)])
    column.resize(300, 400)
    column.show()
    column.tabs.set_counts({"a": 5, "b": 8, "c": 12, "d": 2})
    QApplication.processEvents()
    hidden = column.tabs.hidden_keys()
    assert "d" in hidden
    assert column.tabs.more.text() == "Khác 2"
    changed = QSignalSpy(column.boxChanged)
    column.tabs.menu.aboutToShow.emit()
    next(entry for entry in column.tabs.menu.actions() if entry.text() == "Trả lại (2)").trigger()
    assert (changed.at(0)[0], changed.at(0)[1]) == ("d", "own")
    assert "d" not in column.tabs.hidden_keys()


def test_own_and_unit_work_are_counted_apart(theme: Theme) -> None:
    column = ListColumn("Văn bản đến", [Tab("a", "Chờ xử lý")])
    column.show()
    assert column.switch is not None
    column.switch.set_counts(13, 24)
    changed = QSignalSpy(column.boxChanged)
    column.switch.set_current("unit")
    assert (changed.at(0)[0], changed.at(0)[1]) == ("a", "unit")
    assert {b.text() for b in column.switch._buttons.values()} == {"Của tôi 13", "Đơn vị 24"}
