"""Today's list, the task desk and its forms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget

from widgets.tabs import Tab
from widgets.task_desk import TaskDesk
from widgets.task_dialogs import AskExtensionDialog, AssignDialog, ReportDialog, decide_extension
from widgets.task_picture import TaskPicture
from widgets.task_view import AssignForm, Candidate, ExtensionRequest, TaskDetail, TaskRow
from widgets.theme import Tone
from widgets.today_desk import TodayDesk
from widgets.today_view import Bar, TodayRow, TodaySection, TodayView

OVERDUE = TodayRow("Handling", "h1", "Phòng, chống bão", "1532-CV/TU", "Quá hạn 3 ngày", Tone.BAD, "transfer", "Chuyển")
MEETING = TodayRow("ScheduleEntry", "e1", "Hội nghị trực tuyến", "Phòng họp 1", "14:00")
VIEW = TodayView(
    "Thứ Ba, 24/11/2026",
    "2 việc",
    (
        TodaySection("overdue", "Quá hạn", (OVERDUE,), 4, Tone.BAD, "Xem tất cả 4"),
        TodaySection("meeting", "Họp hôm nay", (MEETING,), 1),
    ),
    "Nhiệm vụ của đơn vị",
    (Bar("inProgress", "Đang thực hiện", 12), Bar("closed", "Đã đóng", 0)),
)


@pytest.fixture(autouse=True)
def _tidy(application: QApplication) -> Iterator[None]:
    """Let every window go: what stays is dressed anew by each test that follows."""
    yield
    for window in application.topLevelWidgets():
        window.close()
        window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def today() -> TodayDesk:
    desk = TodayDesk()
    desk.resize(1100, 600)
    desk.show_today(VIEW)
    desk.show()
    QApplication.processEvents()
    return desk


def test_enter_does_the_next_act_and_ctrl_enter_opens(application: QApplication) -> None:
    desk = today()
    acts, opened = QSignalSpy(desk.act_requested), QSignalSpy(desk.opened)

    press(desk.list, Qt.Key.Key_Return)
    press(desk.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert acts.at(0) == ["transfer", "Handling", "h1"]
    assert opened.at(0) == ["Handling", "h1"]


def test_a_row_without_an_act_only_opens(application: QApplication) -> None:
    desk = today()
    opened = QSignalSpy(desk.opened)

    press(desk.list, Qt.Key.Key_Down)
    assert desk.list.current() == MEETING
    press(desk.list, Qt.Key.Key_Return)

    assert opened.at(0) == ["ScheduleEntry", "e1"]


def test_the_heading_is_passed_over_and_leads_to_the_rest(application: QApplication) -> None:
    desk = today()
    more = QSignalSpy(desk.more_requested)
    heading = desk.list.visualRect(desk.list.lines.index(0))

    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, pos=heading.center())

    assert more.at(0) == ["overdue"]
    assert desk.list.current() == OVERDUE


def test_nothing_to_do_is_said(application: QApplication) -> None:
    desk = TodayDesk()
    desk.show_today(TodayView("Thứ Ba", "", (), empty_title="Không còn việc nào chờ bạn"))

    assert "Không còn việc" in desk.empty.accessibleName()


def test_the_picture_says_its_numbers(application: QApplication) -> None:
    picture = TaskPicture()
    picture.show_bars(VIEW.picture_title, VIEW.picture)
    chosen = QSignalSpy(picture.chosen)

    assert picture.accessibleName() == "Nhiệm vụ của đơn vị: Đang thực hiện 12, Đã đóng 0"
    press(picture, Qt.Key.Key_Down)
    press(picture, Qt.Key.Key_Return)
    assert chosen.at(0) == ["closed"]


def task_desk() -> TaskDesk:
    desk = TaskDesk()
    desk.set_boxes(
        [Tab("tasks.open", "Đang thực hiện"), Tab("tasks.decide", "Chờ tôi duyệt")], frozenset({"tasks.decide"})
    )
    desk.resize(1100, 600)
    desk.show()
    QApplication.processEvents()
    return desk


def test_rows_are_asked_for_as_they_come_into_view(application: QApplication) -> None:
    desk = task_desk()
    wanted = QSignalSpy(desk.list.tasks.rows_wanted)

    desk.show_ids([f"t{n}" for n in range(1000)])
    QApplication.processEvents()
    QApplication.processEvents()

    asked = {name for n in range(wanted.count()) for name in wanted.at(n)[0]}
    assert "t0" in asked
    assert len(asked) < 60


def test_a_task_out_of_the_list_leaves_its_neighbour_chosen(application: QApplication) -> None:
    desk = task_desk()
    desk.show_ids(["a", "b", "c"])
    desk.list.choose("b")

    desk.show_ids(["a", "c"])

    assert desk.list.current() == "c"


def test_a_box_with_own_work_alone_has_no_unit_scope(application: QApplication) -> None:
    desk = task_desk()
    changed = QSignalSpy(desk.box_changed)
    desk.scope.set_current("unit")

    desk.boxes.set_current("tasks.decide")

    assert changed.at(changed.count() - 1) == ["tasks.decide", "own"]
    assert not desk.scope.isEnabled()


def test_enter_goes_to_the_likeliest_act(application: QApplication) -> None:
    desk = task_desk()
    desk.show_ids(["a"])
    desk.list.tasks.set_rows({"a": TaskRow("a", "Báo cáo", "Văn phòng", "Quá hạn 3 ngày", Tone.BAD)})
    desk.show_task(
        TaskDetail("a", "Báo cáo", "Quá hạn 3 ngày", Tone.BAD, "", 40, (), actions=(("reportProgress", "&Báo cáo"),))
    )
    asked = QSignalSpy(desk.act_requested)

    first = desk.pane.first_action()
    assert isinstance(first, QPushButton)
    first.click()

    assert asked.at(0) == ["reportProgress", "a"]


CANDIDATES = (Candidate("vp", "Văn phòng"), Candidate("xdd", "Ban Xây dựng Đảng"), Candidate("vp/thuy", "Thủy"))


def _tick(box: QListWidget, name: str) -> None:
    for row in range(box.count()):
        if box.item(row).data(Qt.ItemDataRole.UserRole) == name:
            box.item(row).setCheckState(Qt.CheckState.Checked)


def test_the_lead_is_never_a_co_handler(application: QApplication) -> None:
    dialog = AssignDialog(AssignForm(CANDIDATES, {"title": "Tổng hợp", "co": ["xdd"]}, today="2026-11-23"))
    assert dialog.values()["co"] == ["xdd"]

    dialog.lead.setCurrentIndex(dialog.lead.findData("xdd"))

    assert dialog.values()["co"] == []
    assert dialog.values()["leads"] == ["xdd"]


def test_several_units_are_several_leads(application: QApplication) -> None:
    dialog = AssignDialog(AssignForm(CANDIDATES, {"title": "Tổng hợp"}, today="2026-11-23"))
    dialog.several.setChecked(True)
    assert not dialog.accept_button.isEnabled()

    _tick(dialog.leads, "vp")
    _tick(dialog.leads, "xdd")

    assert dialog.values()["leads"] == ["vp", "xdd"]
    assert dialog.accept_button.isEnabled()


def test_a_task_may_have_no_deadline_and_never_one_in_the_past(application: QApplication) -> None:
    dialog = AssignDialog(AssignForm(CANDIDATES, {"due": "2026-11-01"}, today="2026-11-23"))
    assert dialog.due.iso() >= "2026-11-23"

    dialog.has_due.setChecked(False)
    assert dialog.values()["due"] is None


def test_a_report_needs_words(application: QApplication) -> None:
    dialog = ReportDialog("Tổng hợp", 40)
    assert not dialog.accept_button.isEnabled()
    sent = QSignalSpy(dialog.submitted)

    dialog.text.set_text("Đã có số liệu 9/16 chi bộ")
    dialog.percent.setValue(60)
    dialog.accept_button.click()

    assert sent.at(0)[0] == {"percent": 60, "text": "Đã có số liệu 9/16 chi bộ"}


def test_finished_work_is_all_of_it(application: QApplication) -> None:
    dialog = ReportDialog("Tổng hợp", 40, finishing=True)
    dialog.text.set_text("Đã gửi báo cáo")

    assert dialog.values()["percent"] == 100


def test_an_extension_says_how_many_are_left(application: QApplication) -> None:
    dialog = AskExtensionDialog("Tổng hợp", "25/11/2026", 1, earliest="2026-11-26")

    assert "1 lần" in dialog.left.text()
    assert dialog.due.minimumDate().toString(Qt.DateFormat.ISODate) == "2026-11-26"


def test_refusing_an_extension_needs_a_reason(application: QApplication) -> None:
    dialog = decide_extension(ExtensionRequest("Tổng hợp", "Phan Anh", "25/11", "30/11", "Chờ số liệu", "0 lần"))
    assert not dialog.accept_button.isEnabled()

    dialog.no.setChecked(True)
    assert not dialog.accept_button.isEnabled()
    dialog.reason.set_text("Phải xong trước phiên họp")
    assert dialog.accept_button.isEnabled()
    assert dialog.values() == {"granted": False, "reason": "Phải xong trước phiên họp"}
