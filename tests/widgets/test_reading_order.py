"""Where Tab goes on: to what is read next, whenever it was made."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.widgets.tab_order import faults, name, walk
from widgets.document_desk import DocumentDesk
from widgets.list_column import ListColumn
from widgets.reading_order import go_on
from widgets.reading_pane import Reading
from widgets.shell import MainWindow
from widgets.tabs import ScopeSwitch, Tab
from widgets.theme import Theme


class Desk(QWidget):
    """Two columns; the acts in the right one are made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.switch = ScopeSwitch("Của tôi", "Đơn vị")
        self.left, self.right, self.foot = QLineEdit(), QLineEdit(), QPushButton("Chân")
        for field, words in ((self.left, "Trái"), (self.right, "Phải")):
            field.setAccessibleName(words)
        self.acts = QHBoxLayout()
        one, other = QWidget(), QWidget()
        rows = QVBoxLayout(other)
        rows.addLayout(self.acts)
        rows.addWidget(self.right)
        below = QVBoxLayout(one)
        below.addWidget(self.switch)
        below.addWidget(self.left)
        grid = QGridLayout(self)
        grid.addWidget(one, 0, 0)
        grid.addWidget(other, 0, 1)
        grid.addWidget(self.foot, 1, 0, 1, 2)
        for words in ("Một", "Hai"):
            self.acts.addWidget(QPushButton(words))


@pytest.fixture
def window(theme: Theme) -> MainWindow:
    made = MainWindow()
    made.add_desk("desk", "Bàn", "incoming", Desk())
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def test_what_is_made_last_comes_where_it_stands(window: MainWindow) -> None:
    assert faults(window) == []
    came = [name(one) for one in walk(window)]
    assert came[came.index("Của tôi") :][:6] == ["Của tôi", "Trái", "Một", "Hai", "Phải", "Chân"]


def test_tab_comes_by_the_choice_that_the_program_made(window: MainWindow) -> None:
    desk = window.desk("desk")
    assert isinstance(desk, Desk)
    walk(window)
    desk.switch.set_current("unit")
    assert "Đơn vị" in [name(one) for one in walk(window)]


@pytest.mark.parametrize("gone", [lambda one: one.setEnabled(False), lambda one: one.hide()])
def test_what_goes_away_leaves_the_keyboard_to_its_neighbour(
    window: MainWindow, gone: Callable[[QWidget], None]
) -> None:
    desk = window.desk("desk")
    assert isinstance(desk, Desk)
    desk.left.setFocus()
    gone(desk.left)
    assert name(window.focusWidget() or window) == "Một"


def test_nothing_takes_the_keyboard_where_nothing_can(theme: Theme) -> None:
    bare = QLabel("Không có gì")
    bare.show()
    assert not go_on(bare, forward=True)
    assert not go_on(bare, forward=False)
    bare.close()


def test_a_click_on_the_ground_of_a_desk_does_not_lose_the_way(window: MainWindow) -> None:
    desk = window.desk("desk")
    desk.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(desk, Qt.Key.Key_Tab)
    assert name(window.focusWidget() or window) == "Của tôi"


def test_f6_goes_between_list_and_page_and_a_desk_hands_the_keyboard_on(theme: Theme) -> None:
    window, desk = MainWindow(), DocumentDesk(ListColumn("Văn bản đến", [Tab("a", "Cần xử lý")]))
    window.add_desk("today", "Hôm nay", "today", Desk())
    window.add_desk("desk", "Bàn", "incoming", desk)
    desk.pane.set_reading(Reading("a", "Thông báo", "118-TB/TU"))
    desk.pane.page.show_blank()
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.show_desk("desk")
    came = [window.focusWidget()]
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_F6, Qt.Key.Key_Escape):
        QTest.keyClick(window.focusWidget() or window, key)
        came.append(window.focusWidget())
    rows, page = desk.column.list, desk.pane.page.pdf
    assert came == [rows, page, rows, page, rows]
