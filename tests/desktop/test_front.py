"""The window in front waits out of sight until somebody asks, and comes back with what belonged to it."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from desktop.front import Front
from tests.widgets.conftest import application, theme
from widgets.theme import Theme

__all__ = ["application", "theme"]


def test_nothing_is_shown_until_somebody_asks(application: QApplication, theme: Theme) -> None:
    front, window = Front(hidden=True), QMainWindow()
    front.show(window)
    assert not window.isVisible()
    front.bring()
    assert window.isVisible()
    assert not front.hidden


def test_a_window_goes_and_comes_with_its_dialogs(application: QApplication, theme: Theme) -> None:
    front, window, stranger = Front(), QMainWindow(), QMainWindow()
    front.show(window)
    paper, gone = QDialog(window), QDialog(window)
    paper.show()
    stranger.show()
    front.hide()
    assert front.hidden
    assert not window.isVisible()
    assert not paper.isVisible()
    assert stranger.isVisible()
    front.bring()
    assert window.isVisible()
    assert paper.isVisible()
    assert not gone.isVisible()


def test_what_belonged_to_another_window_does_not_come_back(application: QApplication, theme: Theme) -> None:
    front, window, lock = Front(), QMainWindow(), QMainWindow()
    front.show(window)
    paper = QDialog(window)
    paper.show()
    front.hide()
    front.show(lock)
    front.bring()
    assert lock.isVisible()
    assert not paper.isVisible()
    front.leave(window)
    assert front.window is lock
    front.leave(lock)
    assert front.window is None
    front.hide()
    assert not front.hidden


def test_a_start_that_cannot_be_hidden_takes_the_keyboard_from_nobody(application: QApplication, theme: Theme) -> None:
    front, first, second = Front(hidden=True), QMainWindow(), QMainWindow()
    front.be_small()
    front.show(first)
    assert first.isMinimized()
    front.show(second)
    assert not second.isMinimized()
    front.window = first
    front.bring()
    assert not first.isMinimized()


async def test_whoever_has_a_question_waits_for_the_person(application: QApplication, theme: Theme) -> None:
    front = Front(hidden=True)
    asked = asyncio.ensure_future(front.wanted())
    await asyncio.sleep(0)
    assert not asked.done()
    front.bring()
    assert await asked
    assert await front.wanted()


async def test_nobody_is_asked_any_more_at_the_end(application: QApplication, theme: Theme) -> None:
    front = Front(hidden=True)
    asked = asyncio.ensure_future(front.wanted())
    await asyncio.sleep(0)
    front.give_up()
    assert not await asked
    door = QMainWindow()
    front.bring()
    front.show(door)
    front.give_up()
    assert not door.isVisible()
