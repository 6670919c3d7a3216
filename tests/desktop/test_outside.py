"""A start that shows nothing, and a window that is closed into the notification area, over a real session."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest_asyncio
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.capture import Shield
from desktop.entrance import Entrance
from desktop.front import Front
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.outside import Outside
from desktop.placing import Places
from desktop.presenters.tray import TrayPresenter
from desktop.session.profile import Account
from desktop.session.sessions import Sessions
from desktop.session.settings import Settings
from desktop.surroundings import Surroundings
from desktop.taskbar import Progress, Taskbar
from desktop.unlocking import ProfileKeys
from desktop.workroom import Workroom
from local_cache.keys import MasterKey
from tests.desktop.test_taskbar import Recorded
from tests.office.harness import Office, browser_of, office, size, synced
from tests.presenters.test_tray import SeenTray
from tests.widgets.conftest import application, theme
from widgets.lock_window import LockWindow
from widgets.settings_window import SettingsWindow
from widgets.shell import MainWindow
from widgets.signing_view_data import BatchProgress
from widgets.theme import Theme
from widgets.welcome import WelcomeWindow

__all__ = ["application", "office", "size", "theme"]
KEY = bytes(range(32))


class _Known(ProfileKeys):
    """Gives the profile's key without asking anybody."""

    async def __call__(self, account: Account, folder: Path) -> MasterKey:
        return MasterKey(KEY)

    def rests(self, account: Account, vault: object) -> bool:
        return True


def shown(kind: type[QWidget]) -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


async def until(seen: Callable[[], object]) -> None:
    """Look until it is so."""
    async with asyncio.timeout(20):
        while not seen():  # noqa: ASYNC110 - nothing tells of a window that comes up
            await asyncio.sleep(0.01)


class Program:
    """The program on one machine, with an icon that can be seen."""

    def __init__(self, root: Path, lanes: Lanes, application: QApplication, theme: Theme) -> None:
        self.home, self.lanes = Home.at(root / "home"), lanes
        self.settings = Settings(self.home.settings, {})
        self._theme, self._languages = theme, Languages(application, "vi")
        self.left_out: dict[int, bool] = {}
        self.again()

    def again(self, *, hidden: bool = False) -> None:
        """As at a start."""
        self.icon, self.bar = SeenTray(), Recorded()
        self.front = Front(hidden=hidden)
        self.tray = TrayPresenter(self.icon, self.front, lambda: bool(self.settings["closeToTray"]))
        self.shield = Shield(lambda window, on: self.left_out.update({window: on}) or True)
        self.outside = Outside(
            self.front, self.tray, Taskbar(self.bar), self.shield, None, Places(self.home.root / "windows.json")
        )
        self.around = Surroundings(
            self.home, self.lanes, self.settings, self._theme, self._languages, outside=self.outside
        )  # fmt: skip

    async def sign_in(self, office: Office) -> None:
        async def key(_account: Account, _folder: Path) -> MasterKey:
            return MasterKey(KEY)

        sessions = Sessions(self.home.accounts, self.lanes, self.settings, key, browser=browser_of("mai"))
        await (await sessions.sign_in(office.url)).close()

    @asynccontextmanager
    async def run(self) -> AsyncIterator[tuple[Entrance, asyncio.Task[int]]]:
        """Started; left at the end where it has not ended itself."""
        entrance = Entrance(self.around, browser=lambda _: None)
        entrance.keys = entrance.locker._keys = _Known(self.lanes)
        running = asyncio.create_task(entrance.run())
        try:
            yield entrance, running
            if entrance.room is not None:
                entrance.room.leave("quit")
            async with asyncio.timeout(20):
                assert await running == 0
        finally:
            running.cancel()
            await entrance.close()
            self.shield.cover(False)


@pytest_asyncio.fixture
async def program(office: Office, tmp_path: Path, application: QApplication, theme: Theme) -> AsyncIterator[Program]:
    lanes = Lanes()
    made = Program(tmp_path, lanes, application, theme)
    await made.sign_in(office)
    yield made
    lanes.close()
    gc.unfreeze()


async def _room(entrance: Entrance) -> Workroom:
    await until(lambda: entrance.room is not None and entrance.room._shell._ends)
    assert entrance.room is not None
    return entrance.room


async def test_a_start_with_the_system_shows_nothing_and_works(program: Program) -> None:
    program.again(hidden=True)
    async with program.run() as (entrance, _):
        room = await _room(entrance)
        await synced(room.ground.session)
        await room._shell.settled()
        assert shown(MainWindow) == []
        assert "Đồng bộ ngay" in program.icon.words()
        await until(lambda: any(words.startswith("Văn bản đến") for words in program.icon.words()))
        program.icon.asked.emit()
        assert shown(MainWindow) == [room.window]


async def test_a_closed_window_works_on_and_says_so_once(program: Program) -> None:
    async with program.run() as (entrance, running):
        room = await _room(entrance)
        paper = QDialog(room.window)
        paper.show()
        for _ in range(2):
            room.window.close()
            assert shown(MainWindow) == []
            assert not paper.isVisible()
            await room.presence.settled()
            program.icon.asked.emit()
            assert shown(MainWindow) == [room.window]
            assert paper.isVisible()
        for progress in (BatchProgress("", 1, 4), BatchProgress("", 2, 4, paused=True), None):
            room.presence.signing(progress)
        assert [shown for _, shown in program.bar.shown] == [Progress(0.25), Progress(0.5, "paused"), None]
        assert [title for title, _ in program.icon.told] == ["Tác nghiệp vẫn chạy cạnh đồng hồ"]
        room.window.showNormal()
        room.window.setGeometry(10, 50, 700, 420)
        program.icon.press("Thoát")
        assert await running == 0
    # Where it was it comes up; and with no icon to be seen, closing it ends the program.
    program.again()
    program.icon.there = False
    async with program.run() as (entrance, running):
        room = await _room(entrance)
        assert (room.window.width(), room.window.height()) == (700, 420)
        room.window.close()
        assert await running == 0


async def test_locked_beside_the_clock_it_opens_no_window(program: Program) -> None:
    async with program.run() as (entrance, running):
        room = await _room(entrance)
        room.window.close()
        room.lock()
        await until(lambda: entrance.room is None and entrance.locker.window is not None)
        assert shown(LockWindow) == []
        assert program.icon.words() == ["Mở khóa…", "Thoát"]
        program.icon.asked.emit()
        assert shown(LockWindow) == [entrance.locker.window]
        # By its frame it goes beside the clock again; by its button it ends the program.
        assert entrance.locker.window is not None
        entrance.locker.window.close()
        assert shown(LockWindow) == []
        assert not running.done()
        program.icon.asked.emit()
        await until(lambda: not entrance.locker.window or not entrance.locker.window.busy.text())
        entrance.locker.window.leave.click()
        assert await running == 0


async def test_with_nobody_signed_in_it_waits_beside_the_clock(
    tmp_path: Path, application: QApplication, theme: Theme
) -> None:
    lanes = Lanes()
    program = Program(tmp_path, lanes, application, theme)
    program.again(hidden=True)
    async with program.run() as (_, running):
        await until(lambda: program.icon.told)
        assert shown(WelcomeWindow) == []
        assert program.icon.told[0][0] == "Tác nghiệp đang chờ bạn"
        program.tray.show()
        program.icon.press("Thoát")
        assert await running == 0
    lanes.close()


async def test_windows_are_left_out_of_captures_by_order_and_where_secrets_may_be(program: Program) -> None:
    async with program.run() as (entrance, _):
        room = await _room(entrance)
        await room.presence.settled()
        assert not program.shield.on
        room.settings.show()
        window = room.settings.window
        assert isinstance(window, SettingsWindow)
        window.changed.emit("captureExclusion", "always")
        await room.presence.settled()
        assert program.left_out[int(room.window.winId())]
        assert program.left_out[int(window.winId())]
        window.changed.emit("captureExclusion", "secret")
        window.accept()
        await room.presence.settled()
        assert not program.shield.on
        # Where classified documents may be held, any window may show one: also a draft, or what is inside of another.
        gate = room.workplace._gate
        gate.policy = type(gate.policy)("dedicated", True)
        room.presence.applied("captureExclusion")
        assert program.shield.on
