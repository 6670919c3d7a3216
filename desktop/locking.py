"""Locks the workroom in front and opens it again: hides, keeps what was typed, lets the keys go, asks who is there.

Knows the workroom, the session, the watches and the lock window. Built once, by the entrance.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QWidget

from desktop import curtain, place, session_watch
from desktop.curtain import Copies, Curtain
from desktop.idle import IdleWatch
from desktop.office.world import VIETNAM
from desktop.presenters import keeping, messages
from desktop.presenters.locking import Answer, Locked, LockPresenter, Means, Quit
from desktop.presenters.tray import Inside
from desktop.session.account import Session
from desktop.session.locking import LockReason
from desktop.session.profile import Account
from desktop.session.vault import ProfileVault
from desktop.signing_means import SigningMeans
from desktop.unlocking import ProfileKeys
from local_cache.errors import CacheError
from local_cache.keys import MasterKey
from local_cache.rotation import rotate_key
from widgets.lock_window import LockWindow
from widgets.theme import Tone

if TYPE_CHECKING:
    from desktop.surroundings import Surroundings
    from desktop.workroom import Workroom

log = structlog.get_logger(__name__)


class Locker:
    """Decides when, hides at once, and holds the lock window.

    Args:
        keys: gives the keys of profiles.
        watch: listens to the system; its own half for each system.

    Attributes:
        window: the lock window while there is one.
        report: makes a report for whoever helps, over the lock window.
    """

    def __init__(
        self,
        around: Surroundings,
        keys: ProfileKeys,
        watch: Callable[[session_watch.Told], session_watch.SessionWatch] = session_watch.watch,
    ) -> None:
        self._around = around
        self._keys = keys
        self._make_watch = watch
        self._watch: session_watch.SessionWatch | None = None
        self._idle: IdleWatch | None = None
        self._room: Workroom | None = None
        self._session: Session | None = None
        self._curtain: Curtain | None = None
        self._copies: Copies | None = None
        self._leaving: asyncio.Task[None] | None = None
        self._locked: Locked | None = None
        self._wanted: LockReason | None = None
        self._outcome: Exception | str | None = None
        self.window: LockWindow | None = None
        self.report: Callable[[QWidget], object] = lambda _: None

    # -- watching

    def guard(self, room: Workroom, session: Session) -> None:
        """From now on this room is the one to be locked."""
        self._room, self._session = room, session
        room.lock = lambda: self.lock("hand")
        room.rotate = lambda: self.lock("rotate")
        if self._watch is None:
            self._watch = self._make_watch(self._system)
        if self._copies is None:
            self._copies = Copies()
        if self._idle is None:
            minutes = lambda: int(self._around.settings["lockAfterMinutes"])  # noqa: E731
            self._idle = IdleWatch(minutes, lambda: self.lock("idle"), lambda: self.lock("hand"))
        self._idle.start()
        if self._wanted is not None:
            # It was asked for between two windows.
            self.lock(self._wanted)

    def leave(self) -> None:
        """The room is being left: there is nothing to lock."""
        self._room = self._session = None
        if self._idle is not None:
            self._idle.stop()

    def between(self) -> None:
        """One room gives way to another over the same session: what is asked meanwhile is done then."""
        self._room = None

    def close(self) -> None:
        """Watch no more."""
        self.leave()
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _system(self, why: LockReason) -> None:
        if self._around.settings["lockWithSystem"]:
            self.lock(why)
        elif self._watch is not None:
            self._watch.locked()

    # -- locking

    def lock(self, why: LockReason) -> None:
        """Hide everything now; the rest follows. Pressing twice locks once."""
        if self._leaving is not None or self._session is None:
            if self._watch is not None and self._session is None:
                self._watch.locked()
            return
        if self._room is None:
            self._wanted = why
            return
        self._wanted = None
        room, session = self._room, self._session
        log.info("lock.begun", why=why)
        where = place.take(room)
        me = session.workplace.me
        self._locked = Locked(session.account, str(me.organ["name"]), datetime.now(VIETNAM), why, 0)
        if self._idle is not None:
            self._idle.stop()
        # The lock window first: the screen is never without one of ours, and the program in the task bar stays.
        self.window = self._make_window()
        self.window.show_locking(session.account.name or session.account.username, str(me.organ["name"]))
        self._put_up(self.window)
        self._curtain = Curtain(room.window)
        self._curtain.draw()
        self._leaving = asyncio.ensure_future(self._leave(room, session, where))

    async def _leave(self, room: Workroom, session: Session, where: dict[str, Any]) -> None:
        """Keep what was typed, let what is being signed come to its end, and leave the room."""
        try:
            await keeping.all_kept()
            done = await room.batch_over()
            # An empty form would say that the directive signed meanwhile was lost.
            where["forms"] = [form for form in where["forms"] if form not in done]
            await keeping.all_kept()
            for note in (session.mark_locked(), session.workplace.set_preference(place.NAME, where)):
                try:
                    await note
                except (CacheError, OSError) as error:
                    # A full disk must not leave the windows open: only the way back to the desk is lost.
                    log.warning("lock.not_noted", error=type(error).__name__)
        finally:
            room.leave("lock")

    def _make_window(self) -> LockWindow:
        window = LockWindow()
        window.report_asked.connect(lambda: self.report(window))
        return window

    def emptied(self) -> None:
        """The session is closed and its windows are gone: leave nothing behind, and let the machine sleep."""
        if self._copies is not None:
            self._copies.forget()
        QPixmapCache.clear()
        if self._curtain is not None:
            self._curtain.open()
        self._curtain = self._leaving = None
        self.leave()
        gc.unfreeze()
        gc.collect()
        curtain.give_memory_back()
        if self._watch is not None:
            self._watch.locked()
        log.info("lock.done")

    # -- opening

    async def ask(self, account: Account, root_folder: Any, means: SigningMeans) -> Answer:
        """Until it is known who is there: the key, or None where somebody else is to sign in.

        Raises:
            Quit
        """
        vault = ProfileVault(account, root_folder)
        if self._locked is not None and self._locked.why == "rotate":
            return await self._rotate(account, vault)
        locked = self._locked or Locked(account, "", None, None, account.unsent)
        locked = Locked(account, locked.office, locked.at, locked.why, account.unsent)
        window = self.window = self.window or self._make_window()
        self._put_up(window)
        self._keys.parent = window
        rests = await self._around.lanes.read(self._keys.rests, account, vault)
        ways = Means(vault, lambda: self._keys(account, vault.folder), rests, means.sources, means.practice_pin)
        try:
            return await LockPresenter(window, self._around.lanes, ways, show=self._around.outside.front.show).ask(
                locked
            )
        except Quit:
            self.opened()
            raise

    async def _rotate(self, account: Account, vault: ProfileVault) -> MasterKey:
        """Nobody is asked anything: it was unlocked a moment ago. The key by which it opens now, new or old."""
        loop, window = asyncio.get_running_loop(), self.window or LockWindow()
        self._keys.parent = window
        old, new = await self._keys(account, vault.folder), MasterKey.random()

        def tell(part: float) -> None:
            loop.call_soon_threadsafe(window.show_progress, part)

        try:
            await self._around.lanes.write(rotate_key, vault.folder, old, new, progress=tell)
        except (CacheError, OSError) as error:
            log.warning("lock.not_rotated", code=getattr(error, "code", type(error).__name__))
            self._outcome = error
            new.wipe()
            return old
        old.wipe()
        await self._around.lanes.write(self._keys.replace, account, vault, new)
        self._outcome = "rotated"
        return new

    def opened(self) -> None:
        """Somebody was let in, or went another way: the lock window goes."""
        self._locked = None
        self._keys.parent = None
        window, self.window = self.window, None
        if window is not None:
            if self._around.outside.tray is not None:
                self._around.outside.tray.leave()
            self._around.outside.front.leave(window)
            window.finish()
            window.deleteLater()

    def _put_up(self, window: LockWindow) -> None:
        """The window is in front from now on, and nothing beside the clock tells of the work."""
        outside = self._around.outside
        outside.front.show(window)
        if outside.tray is not None:
            window.take_in = outside.tray.take_in
            outside.tray.enter(Inside(window.go, locked=True))

    async def go_back(self, room: Workroom, session: Session) -> None:
        """Back to where the person was at work."""
        outcome, self._outcome = self._outcome, None
        if outcome == "rotated":
            words = QCoreApplication.translate("Lock", "Đã đổi khóa mã hóa. Khóa cũ không mở được gì nữa.")
            room.window.show_message(words, Tone.GOOD)
        elif isinstance(outcome, Exception):
            room.window.show_message(messages.of_error(outcome), Tone.BAD)
        where = await session.workplace.preference(place.NAME, None)
        if isinstance(where, dict):
            await session.workplace.set_preference(place.NAME, None)
            place.go_back(room, where)


__all__ = ["Locker", "Quit"]
