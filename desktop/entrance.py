"""The way in: signing in at a central or opening the practice office, then one workroom after another until one quits.

Knows session, the welcome window and its presenter, and the workroom.
"""

from __future__ import annotations

import asyncio
import gc
import webbrowser
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import structlog
from PySide6.QtCore import QCoreApplication

from desktop import practice_office, signing_means
from desktop.central.errors import CentralError
from desktop.locking import Locker, Quit
from desktop.practice_office import PracticeOffice
from desktop.presenters import doors, keeping
from desktop.presenters.account import WelcomePresenter
from desktop.presenters.reporting import Reporting
from desktop.room.way_out import Leaving
from desktop.session.account import Session
from desktop.session.errors import NeedsSignIn
from desktop.session.profile import Account
from desktop.session.sessions import Sessions, Unlock
from desktop.signing_means import SigningMeans
from desktop.start_request import StartRequest
from desktop.surroundings import Surroundings
from desktop.unlocking import ProfileKeys, UnlockCancelled
from desktop.workroom import Workroom
from local_cache.errors import CacheError
from local_cache.keys import MasterKey
from widgets.shell import MainWindow
from widgets.welcome import WelcomeWindow

translate = QCoreApplication.translate

log = structlog.get_logger(__name__)

Browser = Callable[[str], object]
T = TypeVar("T")
MOST_ASKED = 20
"""Requests of other starts that wait until somebody is signed in."""


@dataclass(frozen=True)
class PracticeWishes:
    """How the practice office is to be started; None takes its own defaults."""

    data: Path | None = None
    size: int | None = None
    database: str | None = None
    quiet: bool = False


@dataclass(frozen=True)
class Entered:
    """An open session and what signing stands on there.

    Attributes:
        root: the folder of its profile's kind.
        samples: drafts to practise with.
        back: it was locked: the person is to be where they were.
    """

    session: Session
    means: SigningMeans
    root: Path
    samples: Path | None = None
    back: bool = False

    def again(self) -> Opening:
        """What is needed to open it again, without the session itself."""
        return Opening(self.session.account, self.means, self.root, self.samples)


@dataclass(frozen=True)
class Opening:
    """An account that was locked."""

    account: Account
    means: SigningMeans
    root: Path
    samples: Path | None = None


class Entrance:
    """Everything before and between workrooms.

    Args:
        browser: opens the sign-in page; the system's where none is given.
        window: shown already and still empty, for the account used last.

    Attributes:
        keys: gives the keys of profiles.
        locker: locks the workroom in front.
        reporting: makes a report on this machine, from whatever window is open.
        fell: the program fell when it was last open; told in the first workroom.
        room: the workroom in front, None before there is one.
        entered: called with each workroom once it is shown; for the played day and for tests.
    """

    def __init__(
        self,
        around: Surroundings,
        *,
        browser: Browser | None = None,
        wishes: PracticeWishes | None = None,
        window: MainWindow | None = None,
    ) -> None:
        self._around = around
        self._open_page = browser or webbrowser.open
        self._window = window
        self._wishes = wishes or PracticeWishes()
        self.keys = ProfileKeys(around.lanes, window)
        self.keys.wanted = self._wanted
        self.locker = Locker(around, self.keys)
        self.reporting = Reporting(around.home, around.settings, around.lanes, lambda: around.languages.current)
        self.reporting.opened = lambda: self.room.told() if self.room is not None else None
        self.keys.report = self.locker.report = self.reporting.show
        self.fell = False
        self._office: PracticeOffice | None = None
        self._page = ""
        self._asking: asyncio.Future[Any] | None = None
        self._ended = self._over = False
        self._keeping: asyncio.Task[None] | None = None
        self._asked: deque[StartRequest] = deque(maxlen=MOST_ASKED)
        self.room: Workroom | None = None
        self.entered: Callable[[Workroom], object] = lambda _: None

    @property
    def office(self) -> PracticeOffice | None:
        """The practice office, once it runs."""
        return self._office

    async def run(self, *, practice: bool = False) -> int:
        """From the first window to the end; the exit status.

        Args:
            practice: open the practice office without asking.
        """
        try:
            entered = None if practice else await self._unless_ended(self._reopen())
            if entered is not None and self._window is not None and not self._window.isVisible():
                # It was closed while the profile was opened.
                await entered.session.close()
                return 0
            while True:
                if entered is None:
                    entered = await self._unless_ended(self._welcome("", practice=practice))
                if entered is None:
                    return 0
                why = await self._work(entered)
                # The session itself is let go: its caches go with it.
                again, entered = entered.again(), None
                if why == "quit":
                    return 0
                if why == "lock":
                    self.locker.emptied()
                    entered = await self._unless_ended(self._unlock(again))
        except Quit:
            return 0

    async def start_office(self) -> PracticeOffice:
        """The practice office, started where it does not run yet; the same folder always has the same address.

        Raises:
            PracticeFailed: it did not start.
        """
        if self._office is None:
            wishes, home = self._wishes, self._around.home
            self._office = await self._around.lanes.network(
                practice_office.start,
                wishes.data or home.practice_data,
                home.logs / "practice.log",
                size=wishes.size,
                database=wishes.database,
                quiet=wishes.quiet,
                network=self._around.settings["network"],
            )
        return self._office

    async def stop_office(self) -> None:
        """End the practice office, as a line that is cut."""
        if self._office is not None:
            await self._around.lanes.network(self._office.stop)
            self._office = None

    async def close(self) -> None:
        """Nothing outlives the entrance."""
        self.locker.close()
        self.reporting.close()
        await self.stop_office()
        self._over = True

    # -- the system's own end

    def reason(self) -> str:
        """Why the machine should not be shut down yet; "" for no reason."""
        if self.room is None or not self.room.is_signing:
            return ""
        return translate("Entrance", "Đang ký số, chưa xong. Chờ ký xong rồi hãy tắt máy.")

    def end(self) -> None:
        """The system ends: `run` comes to its end as soon as what was typed is kept, and asks nobody anything."""
        self._ended = True
        if self._asking is not None:
            self._asking.cancel()
        if self.room is not None:
            self._keeping = asyncio.ensure_future(self._leave(self.room))

    def is_over(self) -> bool:
        """Whether everything is closed."""
        return self._over

    async def _leave(self, room: Workroom) -> None:
        try:
            await keeping.all_kept()
        finally:
            room.leave("quit")

    async def _unless_ended(self, asking: Coroutine[Any, Any, T]) -> T:
        """What waits for a person, who may never come.

        Raises:
            Quit: the system has ended it.
        """
        self._asking = task = asyncio.ensure_future(asking)
        if self._ended:
            task.cancel()
        try:
            return await task
        except asyncio.CancelledError:
            if self._ended:
                raise Quit from None
            raise
        finally:
            self._asking = None

    # -- other starts

    def ask(self, request: StartRequest) -> None:
        """Another start of the program wants this: the window comes forward, and shows it once somebody is there."""
        log.info("entrance.asked", link=bool(request.link), files=len(request.files))
        if not request.is_empty:
            self._asked.append(request)
        self._around.outside.front.bring(request.activation)
        self._hand_on()

    def _hand_on(self) -> None:
        """Behind a lock, and before a window stands, it waits."""
        while self._asked and self.room is not None and self.room.stands and self.locker.window is None:
            self.room.asked(self._asked.popleft())

    # -- one session

    async def _work(self, entered: Entered) -> Leaving:
        """Workrooms over one session: a change of language builds the windows anew."""
        why: Leaving = "language"
        try:
            while why == "language":
                self.room = Workroom(entered.session, self._around, entered.means, self._window, self.keys)
                self._window = None
                self.keys.parent = self.room.window
                self.room.shown = self._shown(entered)
                self.room.report = self.reporting.show
                self.locker.guard(self.room, entered.session)
                if self._ended:
                    self.room.leave("quit")
                why = await self.room.run()
                self.locker.between()
                self.room = None
                # What is left of its windows goes here: on another thread the collector would take Qt down with it.
                gc.unfreeze()
                gc.collect()
        finally:
            self.keys.parent = None
            self.room = None
            if why != "lock":
                self.locker.leave()
            # Also to change the account: the machine is left to another, and this one opens again by signing in alone.
            if why == "signOut":
                await entered.session.sign_out()
            else:
                await entered.session.close()
        return why

    def _shown(self, entered: Entered) -> Callable[[Workroom], object]:
        def shown(room: Workroom) -> None:
            self.entered(room)
            if self.fell:
                self.fell = False
                room.tell_of_fall()
            room.beside(self._settle_in(room, entered))

        return shown

    async def _settle_in(self, room: Workroom, entered: Entered) -> None:
        """Where they were, then what was asked for since."""
        if entered.back:
            await self.locker.go_back(room, entered.session)
        self._hand_on()

    async def _reopen(self) -> Entered | None:
        """The account used last, also with the line down; None where somebody has to sign in.

        Raises:
            Quit
        """
        root = self._around.home.accounts
        account = next(iter(self._sessions(root).accounts.all()), None)
        if account is None or not account.signed_in:
            return None
        means = signing_means.at_central(self._around.home, self._around.settings)
        if account.locked:
            self._say_waiting()
            return await self._unlock(Opening(account, means, root))
        return await self._open(Opening(account, means, root), self.keys)

    async def _unlock(self, shut: Opening) -> Entered | None:
        """The same account again, once it is known who is there; None where somebody else is to sign in.

        Raises:
            Quit
        """
        folder = self._sessions(shut.root).accounts.folder(shut.account)
        key = await self.locker.ask(shut.account, folder, shut.means)
        if key is None:
            self.locker.opened()
            return None

        async def known(_account: Account, _folder: Path) -> MasterKey:
            return key.copy()

        try:
            entered = await self._open(shut, known)
        finally:
            key.wipe()
            self.locker.opened()
        return replace(entered, back=True) if entered is not None else None

    async def _open(self, shut: Opening, unlock: Unlock) -> Entered | None:
        """Open a profile; whatever keeps it shut is said, and tried again as often as the person likes.

        Raises:
            Quit
        """
        sessions = self._sessions(shut.root, unlock)
        while True:
            try:
                session = await sessions.open(shut.account, samples=shut.samples)
            except (NeedsSignIn, UnlockCancelled):
                return None
            except (CentralError, CacheError, OSError) as error:
                log.warning("entrance.not_opened", error=type(error).__name__, code=getattr(error, "code", ""))
                if not await self._wanted():
                    raise Quit from None
                over = self.locker.window or self._window
                chosen = await doors.ask(doors.of_error(error), over, self.reporting.show)
                if chosen == doors.RETRY:
                    continue
                if chosen == doors.ACCOUNT:
                    return None
                raise Quit from None
            return Entered(session, shut.means, shut.root, shut.samples)

    # -- the welcome window

    async def _welcome(self, problem: str, *, practice: bool) -> Entered | None:
        """Until somebody has signed in; None when the window is closed.

        Raises:
            Quit
        """
        if not await self._wanted():
            raise Quit
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
        window = WelcomeWindow()
        answer: asyncio.Future[Entered | None] = asyncio.get_running_loop().create_future()

        def give(entered: Entered | None) -> None:
            if not answer.done():
                answer.set_result(entered)

        async def at_practice(_person: str) -> Entered:
            return await self._enter_practice(window)

        presenter = WelcomePresenter(
            window,
            self._around.settings,
            sign_in=self._enter_central,
            practice=at_practice,
            opened=give,
            given_up=lambda: give(None),
            sign_in_page=lambda: self._page,
            open_page=self._open_page,
        )
        window.report_requested.connect(lambda: self.reporting.show(window))
        presenter.show(problem)
        self._around.outside.front.show(window)
        if practice:
            window.practice_requested.emit("")
        try:
            return await answer
        finally:
            presenter.close()
            self._around.outside.front.leave(window)
            window.deleteLater()

    async def _enter_central(self, address: str) -> Entered:
        root = self._around.home.accounts
        session = await self._sessions(root).sign_in(address)
        return Entered(session, signing_means.at_central(self._around.home, self._around.settings), root)

    async def _enter_practice(self, window: WelcomeWindow) -> Entered:
        if self._office is None:
            window.show_opening(
                translate("Entrance", "Đang chuẩn bị văn phòng thực hành. Lần đầu mất khoảng nửa phút…")
            )
        address = (await self.start_office()).address
        window.show_waiting()
        root = self._around.home.practice_accounts
        session = await self._sessions(root).sign_in(address.url, samples=address.samples)
        return Entered(session, signing_means.at_practice(address, self._around.settings), root, address.samples)

    async def _wanted(self) -> bool:
        """Wait until somebody asks for the window, after a start that showed none; False: the program is to end."""
        self._say_waiting()
        return await self._around.outside.front.wanted()

    def _say_waiting(self) -> None:
        outside = self._around.outside
        if outside.tray is not None and outside.front.hidden:
            outside.tray.say(
                translate("Entrance", "Tác nghiệp đang chờ bạn"),
                translate("Entrance", "Bấm vào đây để đăng nhập hoặc mở khóa; trước đó chưa nhận được văn bản."),
            )

    def _sessions(self, root: Path, unlock: Unlock | None = None) -> Sessions:
        unlock = unlock or self.keys
        return Sessions(root, self._around.lanes, self._around.settings, unlock, browser=self._browse)

    def _browse(self, page: str) -> object:
        """From a network thread: remembers the page, so that it can be opened again."""
        self._page = page
        return self._open_page(page)
