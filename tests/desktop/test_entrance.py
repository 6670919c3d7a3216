"""What keeps a profile shut is said in the first window, each trouble in its own words, and the program goes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication

from desktop.entrance import Entrance
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.presenters import mended, messages
from desktop.session.account import Sessions
from desktop.session.profile import Account
from desktop.session.settings import Settings
from desktop.workroom import Surroundings
from local_cache import open_cache
from local_cache.engine import Database
from local_cache.keys import MasterKey
from tests.office.harness import Office, browser_of, office, size
from tests.widgets.conftest import application, theme
from widgets.theme import Theme
from widgets.welcome import WelcomeWindow

__all__ = ["application", "office", "size", "theme"]
KEY = bytes(range(32))


@dataclass
class Profile:
    """A profile that was used and closed, and the way back into it."""

    around: Surroundings
    account: Account
    folder: Path
    key: bytes = KEY

    async def unlock(self, _account: Account, _folder: Path) -> MasterKey:
        return MasterKey(self.key)

    async def start(self) -> str:
        """Start the program; what its first window says. The window is closed then, and the program ends."""
        entrance = Entrance(self.around, browser=lambda _: None)
        entrance.keys = self.unlock  # type: ignore[assignment]
        running = asyncio.ensure_future(entrance.run())
        async with asyncio.timeout(20):
            while (window := _window()) is None:
                assert not running.done(), running.result()
                await asyncio.sleep(0.01)
        said = window.problem.text()
        window.close()
        assert await running == 0
        await entrance.close()
        return said


def _window() -> WelcomeWindow | None:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, WelcomeWindow) and w.isVisible()]
    return shown[0] if shown else None


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


@pytest.mark.expects_log("entrance.not_opened")
@pytest.mark.parametrize(
    ("trouble", "code"),
    [(_held, "profileInUse"), (_other_key, "wrongKey"), (_newer, "newerSchema"), (_no_folder, "folderRefused")],
)
async def test_a_profile_that_stays_shut_says_why(
    profile: Profile, trouble: Callable[[Profile], AbstractContextManager[object]], code: str
) -> None:
    with ExitStack() as stack:
        stack.enter_context(trouble(profile))
        assert await profile.start() == messages.sentence(code)
    if code == "profileInUse":
        # Closed elsewhere, the profile is as it was.
        with open_cache(profile.folder, MasterKey(KEY)) as cache:
            assert not cache.opened.cache_renewed


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
