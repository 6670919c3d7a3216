"""What stands beside the clock: who may see what, and what a click does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QSystemTrayIcon

from desktop.front import Front
from desktop.presenters.notice_words import Notice
from desktop.presenters.tray import Inside, TrayPresenter
from tests.widgets.conftest import application, theme
from widgets.program_icon import SIZES, badge_words, program_icon, tray_icon
from widgets.theme import Theme, Tone
from widgets.tray import Tray

__all__ = ["application", "theme"]


class SeenTray(Tray):
    """An icon that can be seen, on a system without any; what it is to tell is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.there = True
        self.told: list[tuple[str, str]] = []

    @property
    def available(self) -> bool:
        return self.there

    def notify(self, title: str, text: str, tone: Tone = Tone.INFO) -> None:
        self.told.append((title, text))

    def take_back(self) -> None:
        self.told.clear()

    def words(self) -> list[str]:
        return [action.text() for action in self.menu.actions() if not action.isSeparator()]

    def press(self, words: str) -> None:
        next(action for action in self.menu.actions() if action.text() == words).trigger()


class Desk:
    """An icon, a window and what was asked of the room."""

    def __init__(self) -> None:
        self.icon, self.front, self.window = SeenTray(), Front(), QMainWindow()
        self.stays = True
        self.asked: list[object] = []
        self.tray = TrayPresenter(self.icon, self.front, lambda: self.stays)
        self.tray.show()
        self.front.show(self.window)

    def enter(self, *, locked: bool = False) -> Inside:
        inside = Inside(
            lambda: self.asked.append("leave"),
            "UBND xã Tân Phú",
            locked=locked,
            open=lambda *what: self.asked.append(what),
            lock=lambda: self.asked.append("lock"),
            sync=lambda: self.asked.append("sync"),
        )
        self.tray.enter(inside)
        return inside


@pytest.fixture
def desk(application: QApplication, theme: Theme) -> Desk:
    return Desk()


def test_what_waits_is_in_the_menu_and_opens_its_desk(desk: Desk) -> None:
    desk.enter()
    assert desk.icon.words() == ["Mở Tác nghiệp", "Không có việc nào đang chờ", "Đồng bộ ngay", "Khóa", "Thoát"]
    desk.tray.set_counts({"incoming": 5, "outgoing": 0, "signing": 2, "schedule": 7})
    assert desk.icon.words()[1:3] == ["Văn bản đến: 5", "Chờ ký: 2"]
    desk.front.hide()
    desk.icon.press("Chờ ký: 2")
    assert desk.window.isVisible()
    for words in ("Đồng bộ ngay", "Khóa", "Thoát"):
        desk.icon.press(words)
    assert desk.asked == [("desk", "signing"), "sync", "lock", "leave"]


def test_locked_it_says_nothing_of_the_work(desk: Desk) -> None:
    room = desk.enter()
    desk.tray.set_counts({"incoming": 5})
    desk.tray.set_new(3)
    desk.tray.tell(Notice("Văn bản mới đến", "9-TB/TU", ("Handling", "h0")))
    assert desk.icon.told
    assert desk.tray.view().count == 3
    desk.enter(locked=True)
    # The room behind the lock goes later, and must not take the lock's place.
    desk.tray.set_new(4)
    desk.tray.leave(room)
    view = desk.tray.view()
    assert (view.locked, view.count, view.waiting, view.hint) == (True, 0, (), "Tác nghiệp (đang khóa)")
    assert desk.icon.words() == ["Mở khóa…", "Thoát"]
    desk.tray.tell(Notice("Văn bản mới đến", "118-TB/TU", ("Handling", "h1")))
    assert desk.icon.told == []
    desk.icon.notice_opened.emit()
    assert desk.asked == []


def test_a_notice_opens_what_it_tells_of_once(desk: Desk) -> None:
    desk.enter()
    desk.tray.tell(Notice("Văn bản mới đến", "118-TB/TU", ("Handling", "h1")))
    desk.front.hide()
    desk.icon.notice_opened.emit()
    desk.icon.notice_opened.emit()
    assert desk.asked == [("Handling", "h1")]
    assert desk.window.isVisible()


def test_a_closed_window_stays_only_where_it_can_be_found(desk: Desk) -> None:
    assert not desk.tray.take_in()  # nobody is at work: a welcome window that is closed ends the program
    desk.enter()
    desk.icon.there = False
    assert not desk.tray.take_in()
    desk.icon.there = True
    desk.stays = False
    assert not desk.tray.take_in()
    desk.stays = True
    assert desk.tray.take_in()
    assert not desk.window.isVisible()
    desk.icon.asked.emit()
    assert desk.window.isVisible()


def test_with_nobody_at_work_leaving_ends_whoever_waits(desk: Desk) -> None:
    assert desk.icon.words() == ["Mở Tác nghiệp", "Thoát"]
    desk.icon.press("Thoát")
    assert desk.asked == []


def test_a_click_brings_the_window_and_another_button_does_not(desk: Desk) -> None:
    desk.enter()
    desk.front.hide()
    desk.icon._activated(QSystemTrayIcon.ActivationReason.Context)
    assert desk.front.hidden
    desk.icon._activated(QSystemTrayIcon.ActivationReason.Trigger)
    assert not desk.front.hidden


def test_the_icon_is_drawn_anew_only_for_another_number(application: QApplication) -> None:
    plain, one, many, locked = (
        tray_icon(count, locked=is_locked).pixmap(16).toImage()
        for count, is_locked in ((0, False), (1, False), (200, False), (5, True))
    )
    assert len({bytes(picture.constBits()) for picture in (plain, one, many, locked)}) == 4
    assert badge_words(99) == "99"
    assert badge_words(100) == "99+"
    assert {size.width() for size in tray_icon(3).availableSizes()} == set(SIZES)
    assert not program_icon().pixmap(48).isNull()
