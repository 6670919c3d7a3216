"""The clerk leaves the desk: everything hides, nothing typed is lost, and whoever comes has to say who they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.day.conftest import Office
from tests.day.screen import PASSPHRASE, Machine, Screen
from widgets.draft_dialog import DraftDialog
from widgets.lock_window import LockWindow
from widgets.receive_dialog import ReceiveDialog
from widgets.welcome import WelcomeWindow

pytestmark = pytest.mark.usefixtures("application")
SUBJECT = "Gõ dở thì khóa máy"


def windows() -> list[str]:
    """What stands on the screen, by kind."""
    return sorted(type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible())


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """As the window system gives a key to a window; QTest would let the loop run within a task."""
    QApplication.sendEvent(window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


async def locked(screen: Screen) -> LockWindow:
    """Wait until all is put away."""
    screen.hands._room = None
    window = await screen.dialog(LockWindow)
    await screen.until(lambda: screen.entrance.room is None and not window.busy.text(), "locked")
    return window


async def unlock(screen: Screen, window: LockWindow, words: str = PASSPHRASE) -> None:
    window.passphrase.setText(words)
    await screen.player.click(window.open)


def test_what_is_typed_comes_back_and_nothing_shows_meanwhile(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        handling = await screen.receive()
        await screen.synced()
        office.proxy.down()
        dialog = await screen.write()
        dialog.subject.set_text(SUBJECT)
        QGuiApplication.clipboard().setText("Trích yếu đã sao chép")
        room, session = screen.room, screen.room.ground.session
        room.show_help()
        # Typed in the form: the window behind it hears no shortcut.
        press(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        # At once, before anything is put away.
        assert windows() == ["LockWindow"]
        window = await locked(screen)
        assert windows() == ["LockWindow"]
        assert not screen.sees(SUBJECT)
        assert window.person.text() == "Vũ Thị Mai" or "Mai" in window.person.text()
        assert "Đã khóa lúc" in window.since.text()
        assert QGuiApplication.clipboard().text() == ""
        assert session._closed
        # Wrong words cost time and nothing else.
        for _ in range(3):
            await unlock(screen, window, "không phải mật khẩu này")
            await screen.until(lambda: window.problem.text(), "told that it is wrong")
        assert not window.passphrase.isEnabled()
        assert "giây" in window.open.text()
        await screen.until(lambda: window.passphrase.isEnabled(), "may try again")
        await unlock(screen, window)
        await screen.until(lambda: screen.hands._room is not None, "a filled window")
        again = await screen.dialog(DraftDialog)
        assert again.subject.text() == SUBJECT
        assert screen.room.window.current_desk() == "outgoing"
        again.reject()
        office.proxy.up()
        screen.room.workplace.sync_now()
        await screen.synced()
        assert [a["subjectId"] for a in office.acts()].count(handling) >= 1

    machine.start(scenario)


def test_a_form_and_the_document_are_found_again(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        desk = await screen.hands.documents("incoming", "incoming.toReceive")
        await screen.hands.choose(desk, 1)
        chosen = desk.column.list.current()
        await screen.until(lambda: screen.room.desks.incoming.open_id == chosen, "the document")
        await screen.hands.press_act(desk, "receive")
        await screen.dialog(ReceiveDialog)
        screen.room.window.top.lock.click()
        window = await locked(screen)
        await unlock(screen, window)
        await screen.until(lambda: screen.hands._room is not None, "a filled window")
        await screen.dialog(ReceiveDialog)
        await screen.until(lambda: screen.room.desks.incoming.open_id == chosen, "the document again")

    machine.start(scenario)


def test_locked_stays_locked_over_a_new_start_and_another_may_sign_in(office: Office, machine: Machine) -> None:
    async def first(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        office.proxy.down()
        await screen.receive()
        screen.entrance.locker.lock("session")
        window = await locked(screen)
        assert "1 việc chưa gửi" in window.unsent.text()
        assert "màn hình máy đã khóa" in window.since.text()

    async def again(screen: Screen) -> None:
        window = await screen.dialog(LockWindow)
        assert "1 việc chưa gửi" in window.unsent.text()
        await unlock(screen, window)
        await screen.until(lambda: screen.hands._room is not None, "a filled window")
        assert len(await screen.unsent()) == 1
        screen.entrance.locker.lock("hand")
        window = await locked(screen)
        await screen.player.click(window.account)
        await screen.dialog(WelcomeWindow)
        assert windows() == ["WelcomeWindow"]

    machine.start(first)
    machine.start(again)
    office.proxy.up()


def test_nobody_there_for_long_locks_and_somebody_there_does_not(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        locker = screen.entrance.locker
        assert locker._idle is not None
        idle = locker._idle._idle
        now = [0.0]
        idle._now = lambda: now[0]
        idle.touch()
        now[0] = 14.9 * 60
        # A mouse that moves over the window is somebody.
        press(screen.room.window, Qt.Key.Key_Shift)
        now[0] += 14.9 * 60
        locker._idle.look()
        assert screen.entrance.room is not None
        assert locker._leaving is None
        now[0] += 0.2 * 60
        locker._idle.look()
        window = await locked(screen)
        assert "không có ai làm việc" in window.since.text()

    machine.start(scenario)
