"""Where the office bars printing or export, nothing leaves, and every button that would says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from tests.widgets.test_schedule_widgets import sheet
from widgets.action_bar import Action, ActionBar
from widgets.attachments import FileItem, FileList
from widgets.file_asking import ask_where
from widgets.kit import label
from widgets.leaving import CopyGuard, copy_codes, copy_out, is_barred, keep_in, leads_out, reason, set_barred
from widgets.paper import FlowPaper
from widgets.paper_window import PaperWindow
from widgets.print_foot import PrintFoot
from widgets.salvage_window import SalvageReport, SalvageWindow
from widgets.schedule_desk import ScheduleDesk
from widgets.schedule_print import PrintWindow
from widgets.signing_results import ResultsDialog


@pytest.fixture
def window(application: QApplication) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    return made


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    window.show()


def test_a_button_stays_greyed_whoever_enables_it_until_the_bar_is_lifted(window: QWidget) -> None:
    button = QPushButton("In")
    button.setToolTip("In ra máy in")
    leads_out(button, "print")
    put(window, button)
    assert button.isEnabled()
    set_barred(window, ["print"])
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == reason("print")
    button.setEnabled(True)
    assert not button.isEnabled()
    set_barred(window, ["export"])
    assert button.isEnabled()
    assert button.toolTip() == "In ra máy in"


def test_what_stood_greyed_before_stays_so_after(window: QWidget) -> None:
    button = QPushButton("Lưu")
    button.setEnabled(False)
    leads_out(button, "export")
    set_barred(window, ["export"])
    put(window, button)
    set_barred(window, [])
    assert not button.isEnabled()


def test_no_file_is_asked_for_save_what_is_for_whoever_helps(window: QWidget) -> None:
    set_barred(window, ["export"])
    ask_where(window, "Lưu", "a.pdf", lambda _: None)
    assert window.findChildren(QFileDialog) == []
    ask_where(window, "Lưu", "a.zip", lambda _: None, of_office=False)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.reject()


def test_the_windows_that_print_and_save_are_greyed_and_say_why(window: QWidget) -> None:
    set_barred(window, ["print", "export"])
    paper = PaperWindow(FlowPaper("Phiếu", "<p>Phiếu xử lý</p>"), window, printers=("Máy in",))
    week = PrintWindow(sheet(0), window, printers=("Máy in",))
    for shown in (paper, week):
        foot: PrintFoot = shown.foot
        shown.show()
        assert not foot.print_button.isEnabled()
        assert not foot.save_button.isEnabled()
        assert reason("print") in shown.problem.text()
        assert reason("export") in shown.problem.text()
        shown.close()
    salvage = SalvageWindow(SalvageReport("", (), ""), window)
    results = ResultsDialog("Lượt ký", (), window)
    desk = ScheduleDesk()
    files = FileList()
    put(window, desk)
    put(window, files)
    files.set_files([FileItem("main", "a.pdf", "1 KB", shown=True)])
    buttons = [salvage.save, salvage.print, results.copy, results.save, desk.export]
    buttons += [one for one in files.findChildren(type(desk.before)) if one.accessibleName().startswith("Lưu")]
    for shown in (salvage, results):
        shown.show()
    QApplication.processEvents()
    assert len(buttons) == 6
    assert not any(button.isEnabled() for button in buttons)
    for shown in (salvage, results):
        shown.hide()


def test_acts_that_lead_out_are_greyed_in_the_bar_and_its_menu(window: QWidget) -> None:
    bar = ActionBar()
    put(window, bar)
    set_barred(window, ["export"])
    save = Action("save", "Lưu tệp…", leaves="export")
    bar.set_actions([Action("finish", "Kết thúc"), save], [save, Action("slip", "Xem phiếu trình")])
    window.show()
    assert not bar.button("save").isEnabled()
    bar.menu.aboutToShow.emit()
    assert [(one.text(), one.isEnabled()) for one in bar.menu.actions() if not one.isSeparator()][-2:] == [
        ("Lưu tệp…", False), ("Xem phiếu trình", True)
    ]  # fmt: skip
    assert bar.menu.actions()[-2].toolTip() == reason("export")


def focused(window: QWidget, widget: QWidget) -> None:
    put(window, widget)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    widget.setFocus()
    QApplication.processEvents()
    assert QApplication.focusWidget() is widget


def test_what_is_copied_from_a_list_is_taken_again_and_a_field_keeps_its_clipboard(window: QWidget) -> None:
    guard = CopyGuard()
    told: list[bool] = []
    guard.taken.connect(lambda: told.append(True))
    clipboard = QGuiApplication.clipboard()
    rows = QListWidget()
    rows.addItem("Số 05-NQ/ĐU")
    rows.setCurrentRow(0)
    focused(window, rows)
    QTest.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "Số 05-NQ/ĐU"
    set_barred(window, ["export"])
    QTest.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == ""
    assert told == [True]
    copy_codes("mã lỗi 7")
    assert clipboard.text() == "mã lỗi 7"
    assert not copy_out(rows, "trích yếu")
    assert clipboard.text() == "mã lỗi 7"
    line = QLineEdit("nội dung đang soạn")
    focused(window, line)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "nội dung đang soạn"
    clipboard.clear()


def test_a_guard_that_is_gone_looks_no_more(window: QWidget) -> None:
    guard = CopyGuard(window)
    rows = QListWidget()
    focused(window, rows)
    set_barred(window, ["export"])
    delete(guard)
    QGuiApplication.clipboard().setText("Số 05-NQ/ĐU")
    assert QGuiApplication.clipboard().text() == "Số 05-NQ/ĐU"
    QGuiApplication.clipboard().clear()


def test_words_are_not_selected_where_copying_is_barred(window: QWidget) -> None:
    for barred in (False, True):
        set_barred(window, ["export"] if barred else [])
        words = label("Quyết định về việc khen thưởng")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        put(window, words)
        QTest.mousePress(words, Qt.MouseButton.LeftButton, pos=words.rect().topLeft() + QPoint(2, 2))
        QTest.mouseMove(words, words.rect().bottomRight())
        QTest.mouseRelease(words, Qt.MouseButton.LeftButton, pos=words.rect().bottomRight())
        QTest.mouseDClick(words, Qt.MouseButton.LeftButton, pos=words.rect().topLeft() + QPoint(8, 8))
        assert bool(words.selectedText()) != barred


def test_a_text_that_is_only_read_is_not_selected_where_copying_is_barred(window: QWidget) -> None:
    text = QPlainTextEdit("Phiếu trình")
    text.setReadOnly(True)
    keep_in(text)
    set_barred(window, ["export"])
    put(window, text)
    assert text.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    set_barred(window, [])
    window.hide()
    window.show()
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_dialog_without_a_window_above_is_not_barred(application: QApplication) -> None:
    assert not is_barred(None, "export")
    assert copy_out(None, "x")
    QGuiApplication.clipboard().clear()
