"""What keeps a profile shut is said in the first window, each trouble in its own words, and the program goes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.entrance import Entrance
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.presenters import mended, messages
from desktop.session.profile import Account
from desktop.session.sessions import Sessions
from desktop.session.settings import Settings
from desktop.surroundings import Surroundings
from desktop.unlocking import ProfileKeys
from local_cache import open_cache
from local_cache.engine import Database
from local_cache.keys import MasterKey
from tests.office.harness import Office, browser_of, office, size
from tests.widgets.conftest import application, theme
from widgets.door_dialog import DoorDialog
from widgets.theme import Theme
from widgets.welcome import WelcomeWindow

__all__ = ["application", "office", "size", "theme"]
KEY = bytes(range(32))
W = TypeVar("W", bound=QWidget)


@dataclass
class Profile:
    """A profile that was used and closed, and the way back into it."""

    around: Surroundings
    account: Account
    folder: Path
    key: bytes = KEY

    async def unlock(self, _account: Account, _folder: Path) -> MasterKey:
        return MasterKey(self.key)

    @asynccontextmanager
    async def start(self) -> AsyncIterator[Entrance]:
        """Start the program; what it shows is looked at, and then it ends."""
        entrance = Entrance(self.around, browser=lambda _: None)
        entrance.keys = _Known(self)
        running = asyncio.ensure_future(entrance.run())
        try:
            yield entrance
            for window in [*shown(WelcomeWindow), *shown(DoorDialog)]:
                window.close()
            if entrance.room is not None:
                entrance.room.leave("quit")
            async with asyncio.timeout(20):
                assert await running == 0
        finally:
            running.cancel()
            await entrance.close()


class _Known(ProfileKeys):
    """Gives the profile's key without asking anybody."""

    def __init__(self, profile: Profile) -> None:
        super().__init__(profile.around.lanes)
        self._profile = profile

    async def __call__(self, account: Account, folder: Path) -> MasterKey:
        return await self._profile.unlock(account, folder)


async def until(seen: Callable[[], object]) -> None:
    """Look until it is so."""
    async with asyncio.timeout(20):
        while not seen():  # noqa: ASYNC110 - nothing tells of another program's windows
            await asyncio.sleep(0.01)


def shown(kind: type[W]) -> list[W]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


async def seen(kind: type[W]) -> W:
    """The window of this kind, once it is there."""
    await until(lambda: shown(kind))
    return shown(kind)[0]


@pytest_asyncio.fixture
async def profile(office: Office, tmp_path: Path, application: QApplication, theme: Theme) -> AsyncIterator[Profile]:
    home, lanes = Home.at(tmp_path / "home"), Lanes()
    settings = Settings(home.settings, {})
    around = Surroundings(home, lanes, settings, theme, Languages(application, "vi"))
    made = Profile(around, Account("", "", "", "", "", False), tmp_path)
    sessions = Sessions(home.accounts, lanes, settings, made.unlock, browser=browser_of("mai"))
    session = await sessions.sign_in(office.url)
    made.account = session.account
    made.folder = sessions.accounts.folder(session.account)
    await session.close()
    yield made
    lanes.close()


def _held(profile: Profile) -> AbstractContextManager[object]:
    return open_cache(profile.folder, MasterKey(KEY))


def _other_key(profile: Profile) -> AbstractContextManager[object]:
    profile.key = bytes(32)
    return nullcontext()


def _newer(profile: Profile) -> AbstractContextManager[object]:
    path = profile.folder / "cache.db"
    database = Database(path, MasterKey(KEY).derive(path.name), durable=False)
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    database.close()
    return nullcontext()


def _no_folder(profile: Profile) -> AbstractContextManager[object]:
    """Something stands where the folder of files should be: as where the system lets nobody in."""
    aside = profile.folder.with_name("aside")
    profile.folder.rename(aside)
    profile.folder.write_bytes(b"")
    return nullcontext()


def words_of(dialog: DoorDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.expects_log("entrance.not_opened")
@pytest.mark.parametrize(
    ("trouble", "code"),
    [(_held, "profileInUse"), (_other_key, "wrongKey"), (_newer, "newerSchema"), (_no_folder, "folderRefused")],
)
async def test_a_profile_that_stays_shut_says_why_and_lets_another_sign_in(
    profile: Profile, trouble: Callable[[Profile], AbstractContextManager[object]], code: str
) -> None:
    with ExitStack() as stack:
        stack.enter_context(trouble(profile))
        async with profile.start():
            dialog = await seen(DoorDialog)
            assert messages.sentence(code) in words_of(dialog)
            dialog.buttons["account"].click()
            await seen(WelcomeWindow)
    if code == "profileInUse":
        # Closed elsewhere, the profile is as it was.
        with open_cache(profile.folder, MasterKey(KEY)) as cache:
            assert not cache.opened.cache_renewed


@pytest.mark.expects_log("entrance.not_opened")
async def test_trying_again_opens_what_another_copy_has_let_go(profile: Profile) -> None:
    cache = open_cache(profile.folder, MasterKey(KEY))
    async with profile.start() as entrance:
        first = await seen(DoorDialog)
        first.buttons["retry"].click()
        await until(lambda: shown(DoorDialog) and shown(DoorDialog)[0] is not first)
        cache.close()
        (await seen(DoorDialog)).buttons["retry"].click()
        await until(lambda: entrance.room is not None)


@pytest.mark.expects_log("entrance.not_opened")
async def test_leaving_at_the_door_ends_the_program(profile: Profile) -> None:
    with _newer(profile):
        async with profile.start():
            dialog = await seen(DoorDialog)
            dialog.buttons["quit"].click()


async def test_a_cache_that_is_no_database_is_renewed_and_said(profile: Profile) -> None:
    (profile.folder / "cache.db").write_bytes(b"rubbish" * 4000)
    sessions = Sessions(
        profile.around.home.accounts, profile.around.lanes, profile.around.settings, profile.unlock,
        browser=browser_of("mai"),
    )  # fmt: skip
    session = await sessions.sign_in(profile.account.central_url)
    assert session.cache.opened.cache_renewed
    (said,) = mended.words(session.cache.opened)
    assert said.startswith("Dữ liệu lưu trên máy bị hỏng nên đã được tạo lại")
    await session.close()
