"""The composed program in this process: its real windows without a screen, and the eyes and hands in front of them."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import logging
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog
from PySide6.QtCore import QEvent, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from desktop.application import run
from desktop.day.hands import Hands
from desktop.day.player import NotSeen, Player
from desktop.day.visitor import Visitor
from desktop.entrance import Entrance, PracticeWishes
from desktop.workroom import Workroom
from widgets.account_menu import AccountMenu, LeaveDialog
from widgets.document_desk import DocumentDesk
from widgets.door_dialog import DoorDialog
from widgets.draft_dialog import DraftDialog
from widgets.lock_window import LockWindow
from widgets.passphrase_dialog import PassphraseDialog
from widgets.receive_dialog import ReceiveDialog
from widgets.welcome import WelcomeWindow

PASSPHRASE = "một cụm mật khẩu dài"
PATIENCE = 20.0


class Screen:
    """Whoever sits in front of the program.

    Attributes:
        entrance: the program's own, to look at what it holds.
        hands: the hands of the played day.
    """

    def __init__(self, entrance: Entrance, visitor: Visitor, pictures: Path) -> None:
        self.entrance = entrance
        self.visitor = visitor
        self.player = Player(pictures)
        self.hands = Hands(self.player, entrance, visitor)

    @property
    def room(self) -> Workroom:
        return self.hands.room

    # -- the eyes

    def texts(self) -> list[str]:
        """Every text that stands on the screen now."""
        found: list[str] = []
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                for widget in [window, *window.findChildren(QWidget)]:
                    if widget.isVisible():
                        found += _texts_of(widget)
        return [text for text in found if text]

    def sees(self, words: str) -> bool:
        """Whether these words stand on the screen."""
        return any(words in text for text in self.texts())

    async def says(self, words: str, patience: float = PATIENCE) -> None:
        """Wait until these words stand on the screen."""
        try:
            await self.player.until(lambda: self.sees(words), words, patience)
        except NotSeen:
            said = list(dict.fromkeys(self.texts()))
            raise AssertionError(f"never said: {words!r}; on the screen: {said}") from None

    async def until(self, seen: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        await self.player.until(seen, what, patience)

    async def dialog(self, kind: type[Any]) -> Any:
        return await self.player.dialog(kind)

    # -- in and out

    async def press_sign_in(self, username: str, address: str) -> WelcomeWindow:
        """Type the address and press the button; what comes of it is not waited for."""
        self.visitor.username, self.visitor.password = username, "thuchanh"
        window = await self.dialog(WelcomeWindow)
        window.address.setText(address)
        await self.player.click(window.sign_in)
        return window

    async def sign_in(self, username: str, address: str, *, passphrase: bool = True) -> None:
        """Sign in at an address, and wait until all is there."""
        await self.press_sign_in(username, address)
        if passphrase:
            await self.unlock()
        await self.hands.enter(username)

    async def unlock(self, words: str = PASSPHRASE) -> None:
        """Answer the question for the profile's passphrase, a new one or the known one."""
        dialog = await self.dialog(PassphraseDialog)
        dialog.first.setText(words)
        dialog.second.setText(words)
        await self.player.click(dialog.buttons.accept_button)
        await self.player.gone(dialog, "the passphrase to be taken")

    async def reopen(self, words: str = PASSPHRASE) -> None:
        """After a new start: the account used last opens."""
        await self.unlock(words)
        await self.until(lambda: self.entrance.room is not None and self.entrance.room.window.isVisible(), "a window")
        await self.until(lambda: self.hands._room is not None, "a filled window")

    async def leave(self, *, change: bool = False) -> None:
        """Sign out, or change the account, by the menu; unsent acts stay."""
        menu = self.hands.desk_child(self.room.window, AccountMenu)
        (menu.change_requested if change else menu.sign_out_requested).emit()
        dialog = await self.dialog(LeaveDialog)
        self.hands._room = None
        dialog._leave()
        await self.dialog(WelcomeWindow)

    # -- work

    async def synced(self) -> None:
        for _ in range(800):
            if self.state() == "synced" and not await self.unsent():
                return
            await asyncio.sleep(0.05)
        raise NotSeen(f"synced; it is {self.room.workplace.sync.state}")

    def state(self) -> str:
        return self.room.workplace.sync.state.kind

    async def receive(self, place: int = 0) -> str:
        """Receive an arrival by its dialog; the handling's id."""
        desk = await self.hands.documents("incoming", "incoming.toReceive")
        await self.hands.choose(desk, place)
        handling = desk.column.list.current()
        await self.hands.press_act(desk, "receive")
        dialog = await self.dialog(ReceiveDialog)
        await self.player.click(dialog.accept_button)
        await self.player.gone(dialog, "the act to be taken")
        return handling

    async def unsent(self) -> list[str]:
        """Identifiers of the acts that wait here."""
        return [entry["act"]["id"] for entry in await self.room.workplace.unsent()]

    async def write(self) -> DraftDialog:
        """A new draft, open."""
        desk = await self.hands.documents("outgoing", "outgoing.draft")
        await self.player.click(getattr(desk, "write_button", None))
        return await self.dialog(DraftDialog)

    def desk(self, key: str) -> DocumentDesk:
        found = self.room.window.desk(key)
        assert isinstance(found, DocumentDesk)
        return found


def _texts_of(widget: QWidget) -> list[str]:
    if isinstance(widget, QPlainTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, QLabel):
        return [widget.text()]
    words = [widget.accessibleName(), widget.toolTip()]
    for name in ("text", "words"):
        said = getattr(widget, name, None)
        if callable(said):
            with contextlib.suppress(TypeError):
                found = said()
                words.append(found if isinstance(found, str) else "")
    return words


Scenario = Callable[[Screen], Awaitable[None]]


class Machine:
    """One machine with this program on it.

    Args:
        root: its disk: the profile, and pictures of what went wrong.
    """

    def __init__(self, root: Path) -> None:
        self.profile = root / "profile"
        self._pictures = root / "pictures"
        self._pictures.mkdir(parents=True, exist_ok=True)

    def start(
        self, scenario: Scenario, *, practice: bool = False, wishes: PracticeWishes | None = None, clean: bool = True
    ) -> None:
        """Start the program, live through the scenario, and quit.

        Args:
            clean: nothing that nobody foresaw may be in its log afterwards.
        """
        visitor = Visitor()

        async def work(entrance: Entrance) -> int:
            screen = Screen(entrance, visitor, self._pictures)
            program = asyncio.ensure_future(entrance.run(practice=practice))
            playing = asyncio.ensure_future(_played(scenario, screen))
            await asyncio.wait({program, playing}, return_when=asyncio.FIRST_COMPLETED)
            if not playing.done():
                playing.cancel()
                raise AssertionError(f"the program ended by itself: {program.result()}")
            await _quit(entrance, program)
            playing.result()
            return 0

        before = len(self.log())
        with as_it_was():
            run(self.profile, work, browser=visitor.open, wishes=wishes)
        if clean:
            loud = [line for line in self.log()[before:] if line["level"] in ("error", "critical")]
            assert not loud, loud

    def log(self) -> list[dict[str, Any]]:
        """What the program has logged so far."""
        path = self.profile / "logs" / "tacnghiep.log"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


async def _played(scenario: Scenario, screen: Screen) -> None:
    try:
        await scenario(screen)
    except BaseException:
        with contextlib.suppress(Exception):
            screen.player._write("failed", False, 0.0, "")
        raise


async def _quit(entrance: Entrance, program: asyncio.Future[int]) -> None:
    for _ in range(3):
        if entrance.room is not None:
            entrance.room.leave("quit")
        for window in QApplication.topLevelWidgets():
            if isinstance(window, WelcomeWindow | LockWindow | DoorDialog) and window.isVisible():
                window.close()
        done, _pending = await asyncio.wait({program}, timeout=8)
        if done:
            assert program.result() == 0
            return
    program.cancel()
    raise AssertionError("the program did not end")


@contextmanager
def as_it_was() -> Iterator[None]:
    """The program takes the process for its own: give logging, hooks and the loop back to the tests."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    hooks = sys.excepthook, threading.excepthook
    configured, configuration = structlog.is_configured(), dict(structlog.get_config())
    try:
        yield
    finally:
        for handler in root.handlers:
            if handler not in handlers:
                handler.close()
        root.handlers, root.level = handlers, level
        sys.excepthook, threading.excepthook = hooks
        structlog.reset_defaults()
        if configured:
            structlog.configure(**configuration)
        asyncio.set_event_loop(None)
        qInstallMessageHandler(None)
        gc.unfreeze()
        gc.enable()
        for window in QApplication.topLevelWidgets():
            window.close()
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
