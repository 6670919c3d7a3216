"""Desks on a screen of 1366x768 at 200 %: the list and what is open take turns, and no button is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.widgets.test_remark_widgets import OnePage
from tests.widgets.test_signing_widgets import rows
from tests.widgets.test_today_and_task_widgets import VIEW
from widgets.schedule_desk import ScheduleDesk
from widgets.schedule_view import WeekView
from widgets.signature_overlay import Placement
from widgets.signing_desk import SigningDesk
from widgets.signing_view_data import PictureChoice, Preview, SigningKind
from widgets.task_desk import TaskDesk
from widgets.task_view import TaskDetail
from widgets.theme import Theme, Tone
from widgets.today_desk import TodayDesk

pytestmark = pytest.mark.usefixtures("application", "theme")
LOW = (620, 300)
"""Logical px that are left for a desk at 200 %."""


def signing() -> SigningDesk:
    desk = SigningDesk()
    desk.set_kinds([SigningKind("approve", "Ký duyệt", "Ký duyệt")], "approve")
    desk.set_rows(rows("a", "b"))
    pictures = (PictureChoice("p", "Chữ ký đầy đủ", current=True),)
    desk.show_preview(Preview("31-KH/ĐU", slip=True, refusable=True, remarks="Góp ý (2)", pictures=pictures))
    return desk


def tasks() -> TaskDesk:
    desk = TaskDesk()
    actions = (("report", "&Báo cáo tiến độ"), ("finish", "Báo &hoàn thành"), ("extend", "&Xin gia hạn"))
    desk.show_ids(["t"])
    desk.show_task(TaskDetail("t", "Bàn giao hồ sơ", "Còn 2 ngày", Tone.WARN, "Đang thực hiện", 50, (), (), actions))
    return desk


def _shown(desk: QWidget, width: int, height: int) -> None:
    desk.resize(width, height)
    desk.show()
    desk.activateWindow()
    assert QTest.qWaitForWindowActive(desk)


def _cut(desk: QWidget) -> list[str]:
    """Buttons that are narrower than their words, or reach past the desk."""
    found = [one for one in desk.findChildren(QPushButton) if one.isVisible()]
    return [
        one.text() for one in found
        if one.width() < one.sizeHint().width() or one.visibleRegion().boundingRect() != one.rect()
    ]  # fmt: skip


@pytest.mark.parametrize("make", [signing, tasks])
def test_list_and_page_take_turns_on_a_low_screen(make: Callable[[], SigningDesk | TaskDesk], theme: Theme) -> None:
    desk = make()
    _shown(desk, *LOW)
    left, right = desk.panes.widget(0), desk.panes.widget(1)
    assert left is not None
    assert right is not None
    assert (left.isVisible(), right.isVisible()) == (True, False)
    assert _cut(desk) == []
    desk.panes.show_right()
    QApplication.processEvents()
    assert (left.isVisible(), right.isVisible()) == (False, True)
    assert desk.panes.back.isVisible()
    assert _cut(desk) == []
    QTest.keyClick(desk.panes.back, Qt.Key.Key_Escape)
    assert (left.isVisible(), right.isVisible()) == (True, False)
    desk.resize(1160, 640)
    QApplication.processEvents()
    assert (left.isVisible(), right.isVisible()) == (True, True)
    assert not desk.panes.back.isVisible()
    assert _cut(desk) == []


def test_a_document_to_sign_is_opened_by_button_and_by_enter(theme: Theme) -> None:
    desk = signing()
    _shown(desk, *LOW)
    desk.view_button.click()
    assert desk.page.view.isVisible()
    desk.panes.back.click()
    assert desk.queue.hasFocus()
    QTest.keyClick(desk.queue, Qt.Key.Key_Return)
    assert desk.page.view.isVisible()
    assert not desk.view_button.isVisible()


def test_on_a_low_screen_the_work_of_today_has_all_the_room(theme: Theme) -> None:
    desk = TodayDesk()
    desk.show_today(VIEW)
    _shown(desk, *LOW)
    assert not desk.picture.isVisible()
    assert desk.list.width() > 600
    desk.resize(1160, 640)
    QApplication.processEvents()
    assert desk.picture.isVisible()


def test_the_place_of_the_signature_is_in_sight_when_the_page_comes_forward(theme: Theme) -> None:
    desk = signing()
    source = OnePage()
    desk.page.view.set_source(source)
    desk.show_preview(Preview("31-KH/ĐU", placement=Placement(1, (300, 100, 436, 168))))
    _shown(desk, *LOW)
    desk.panes.show_right()
    QApplication.processEvents()
    shown = desk.page.overlay.visibleRegion().boundingRect()
    assert shown == desk.page.overlay.rect(), "whole, and not its lower edge"


@pytest.mark.parametrize("approves", [False, True])
def test_the_buttons_over_the_week_are_icons_where_there_is_little_room(theme: Theme, approves: bool) -> None:
    desk = ScheduleDesk()
    desk.show_week(WeekView("Lịch công tác tuần 48", "23/11 – 29/11/2026", (), (), waiting=2, can_approve=approves))
    _shown(desk, *LOW)
    assert _cut(desk) == []
    assert desk.header.note.isVisible() is not approves
    assert desk.width() == LOW[0], "it asks for no more"
    assert desk.print.accessibleName() == "In lịch tuần"
    desk.resize(1160, 640)
    QApplication.processEvents()
    assert desk.print.text() == "&In lịch tuần"
    assert _cut(desk) == []
