"""Tells of a newer version, quietly and once, and shows what it brings and who installs it. Knows the keeper.

Never in the middle of something: while a document is being signed, a dialog is open or a PIN is asked for, it waits.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import structlog
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from desktop.presenters import formats
from desktop.updates import installing
from desktop.updates.keeper import Keeper
from desktop.updates.manifest import UpdateRefused
from desktop.updates.updater import State, Updater
from desktop.updates.wishes import Wishes
from widgets.account_menu import AccountMenu
from widgets.shell import MainWindow
from widgets.theme import Tone
from widgets.update_window import UpdateView, UpdateWindow

translate = QCoreApplication.translate
log = structlog.get_logger(__name__)

QUIET = 30_000
"""Milliseconds between two looks whether the moment is a quiet one."""
DRAWN = 500
"""Milliseconds between two pictures of how far a package has come."""
AT_EXIT = "update"

AtExit = dict[str, Callable[[], object]]
_TOLD = "updateTold"


class Preferences(Protocol):
    """What this needs of the workplace."""

    async def preference(self, name: str, default: object = None) -> object: ...
    async def set_preference(self, name: str, value: object) -> None: ...


@dataclass(frozen=True)
class Can:
    """What can be done about a version here.

    Attributes:
        fetch: the person may have it fetched.
        install: the person may have it installed at exit.
        chosen: they have.
    """

    fetch: bool = False
    install: bool = False
    chosen: bool = False


def view(state: State | None, language: str, can: Can, moved: tuple[int, int] | None, asking: bool) -> UpdateView:
    """How things stand, in words for a clerk."""
    if state is None or asking:
        return UpdateView(translate("Updates", "Đang hỏi nguồn cập nhật…"), _running(state))
    if state.kind == "new":
        return _new(state, language, can, moved)
    return UpdateView(_title(state), _running(state), who=_why(state), tone=_tone(state), again=True)


def _running(state: State | None) -> str:
    if state is None:
        return ""
    return translate("Updates", "Máy này đang dùng bản %1.").replace("%1", state.running)


def _title(state: State) -> str:
    match state.kind:
        case "current" | "older":
            return translate("Updates", "Đang dùng bản mới nhất")
        case "windowsTooOld":
            return translate("Updates", "Có bản %1 cho Windows mới hơn").replace("%1", state.version)
        case "stale" | "unknown" if state.code != _NOTHING:
            return translate("Updates", "Chưa biết có bản mới hay không")
        case _:
            return translate("Updates", "Chưa có bản mới nào được công bố")


def _why(state: State) -> str:
    if state.kind == "windowsTooOld":
        return translate("Updates", "Máy này chưa chạy được bản mới. Báo quản trị của cơ quan khi thuận tiện.")
    if state.kind == "stale":
        return translate("Updates", "Thông báo cập nhật đã hết hạn nên không dùng. Báo quản trị của cơ quan.")
    if state.code == _NOTHING:
        return ""
    if state.code in _AWAY:
        return translate("Updates", "Chưa hỏi được nơi công bố bản cập nhật. Chương trình tự hỏi lại sau.")
    if state.code:
        return translate(
            "Updates", "Thông báo cập nhật không qua được bước kiểm tra nên không dùng. Báo quản trị của cơ quan."
        )
    return ""


_NOTHING = "notFound"
"""Somebody answered, and nothing is announced there."""
_AWAY = frozenset({"unreachable", "timeout", "cut", "nameUnknown", "busy", "rateLimit", "serverError", "inUse"})


def _tone(state: State) -> Tone:
    return Tone.WARN if (state.code and state.code not in _AWAY | {_NOTHING}) or state.kind == "stale" else Tone.INFO


def _new(state: State, language: str, can: Can, moved: tuple[int, int] | None) -> UpdateView:
    title = translate("Updates", "Có bản mới: Tác nghiệp %1").replace("%1", state.version)
    facts = " ".join(
        part
        for part in (
            _running(state),
            translate("Updates", "Bản mới công bố ngày %1.").replace("%1", formats.day(state.published)),
        )
        if part
    )
    notes = state.notes.get(language) or state.notes.get("vi") or state.notes.get("en") or ""
    who, act, tone = _who(state, can, moved is not None)
    done, total = moved or (0, 0)
    return UpdateView(
        title,
        facts,
        notes,
        who,
        tone,
        progress=done * 100 // max(1, total) if moved is not None else None,
        moved=translate("Updates", "Đang tải %1/%2")
        .replace("%1", formats.size(done))
        .replace("%2", formats.size(total)),
        act=act,
    )


def _who(state: State, can: Can, moving: bool) -> tuple[str, str, Tone]:
    """Who installs it, and what the person may do."""
    if not state.name:
        return translate("Updates", "Quản trị của cơ quan cài bản này. Bạn không phải làm gì."), "", Tone.INFO
    if can.chosen:
        return (
            translate("Updates", "Bộ cài sẽ mở khi bạn thoát chương trình. Windows hỏi lại trước khi cài."),
            translate("Updates", "&Thôi, để sau"),
            Tone.GOOD,
        )
    if can.install:
        return (
            translate(
                "Updates",
                "Bản này đã tải xong và đã được kiểm tra. Bạn có quyền quản trị máy này nên có thể cài khi thoát "
                "chương trình.",
            ),
            translate("Updates", "Cài khi t&hoát"),
            Tone.INFO,
        )
    if can.fetch and moving:
        return translate("Updates", "Đang tải bản mới. Tải xong thì cài được khi thoát chương trình."), "", Tone.INFO
    if can.fetch:
        words = translate("Updates", "Bạn có quyền quản trị máy này: tải về trước, rồi cài khi thoát chương trình.")
        act = translate("Updates", "&Tải về (%1)").replace("%1", formats.size(state.size))
        return words, act, Tone.INFO
    if state.install == "task" and state.kind_of_file == "msi":
        return (
            translate("Updates", "Máy tự cài bản này vào lúc chương trình đã đóng. Bạn cứ làm việc, không bị ngắt."),
            "",
            Tone.INFO,
        )
    return (
        translate("Updates", "Quản trị của cơ quan sẽ cài bản này cho máy của bạn. Bạn không phải làm gì."),
        "",
        Tone.INFO,
    )


def _hand_over(updater: Updater, wishes: Wishes) -> None:
    """When the program has ended; there is nobody left to tell of what stands against it."""
    try:
        installing.hand_over(updater, wishes)
    except UpdateRefused as refused:
        log.warning("update.not_handed_over", code=refused.code)


class UpdatesPresenter:
    """Keeps the menu, the notice and the window in step with the keeper.

    Args:
        busy: whether this is no moment to say anything.
        also: runs something beside the rest while the window is there.
        at_exit: what is to be done when the program has ended; an update is put there by the person's wish alone.
    """

    def __init__(
        self,
        keeper: Keeper,
        workplace: Preferences,
        window: MainWindow,
        menu: AccountMenu,
        *,
        wishes: Callable[[], Wishes],
        language: Callable[[], str],
        busy: Callable[[], bool],
        also: Callable[[Coroutine[Any, Any, None]], object],
        at_exit: AtExit,
    ) -> None:
        self._keeper = keeper
        self._workplace = workplace
        self._main = window
        self._menu = menu
        self._wishes = wishes
        self._language = language
        self._busy = busy
        self._also = also
        self._at_exit = at_exit
        self.window: UpdateWindow | None = None
        self._told = ""
        self._may_install = False
        self._waiting = QTimer(window)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(QUIET)
        self._waiting.timeout.connect(self._tell)
        self._drawing = QTimer(window)
        self._drawing.setInterval(DRAWN)
        self._drawing.timeout.connect(self._draw)
        menu.update_requested.connect(self.show)

    def start(self) -> None:
        """Follow the keeper."""
        self._may_install = self._keeper.updater.machine.may_install()
        self._keeper.subscribe(self._moved)
        self._keeper.start()

    def refresh(self) -> None:
        """The settings have changed."""
        self._keeper.refresh()

    @property
    def available(self) -> bool:
        """Whether there is anything to show: updates are on."""
        state = self._keeper.state
        return state is not None and state.kind not in ("off", "noKey")

    def show(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is None:
            self.window = made = UpdateWindow(self._main)
            made.actRequested.connect(self._act)
            made.againRequested.connect(self._keeper.look_now)
            made.finished.connect(self._closed)
            self._draw()
            made.open()
        else:
            self.window.raise_()
            self.window.activateWindow()

    async def close(self) -> None:
        """Follow no more."""
        self._waiting.stop()
        self._drawing.stop()
        if self.window is not None:
            self.window.accept()
        await self._keeper.close()

    # -- within

    def _moved(self) -> None:
        state = self._keeper.state
        words = ""
        if state is not None and state.kind == "new":
            words = translate("Updates", "Có bả&n mới %1…").replace("%1", state.version)
        self._menu.set_update(words)
        if not words:
            self._at_exit.pop(AT_EXIT, None)
        if self._keeper.moved is not None and self.window is not None:
            self._drawing.start()
        self._draw()
        self._tell()

    def _tell(self) -> None:
        """Once for each version, at a quiet moment; where it is fetched of itself, when it lies ready."""
        state = self._keeper.state
        if state is None or state.kind != "new" or state.version == self._told or self._keeper.asking:
            return
        if self._wishes().mode == "stage" and state.name and not state.file:
            return
        if self._busy() or QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            self._waiting.start()
            return
        self._told = state.version
        self._also(self._tell_once(state.version))

    async def _tell_once(self, version: str) -> None:
        if await self._workplace.preference(_TOLD, "") == version:
            return
        await self._workplace.set_preference(_TOLD, version)
        words = translate("Updates", "Có bản mới %1 của chương trình.").replace("%1", version)
        self._main.toast.post(words, Tone.INFO, translate("Updates", "Xem"), self.show)

    def _can(self, state: State) -> Can:
        # Only what setup.exe installed is a person's to change; what came as a package is the office's.
        own = state.kind_of_file == "setup" and self._may_install and bool(state.name)
        ready = bool(state.file)
        return Can(own and not ready, own and ready, own and ready and AT_EXIT in self._at_exit)

    def _draw(self) -> None:
        if self.window is None:
            return
        state, moved = self._keeper.state, self._keeper.moved
        if moved is None:
            self._drawing.stop()
        can = self._can(state) if state is not None else Can()
        self.window.show_update(view(state, self._language(), can, moved, self._keeper.asking))

    def _act(self) -> None:
        state = self._keeper.state
        if state is None:
            return
        can = self._can(state)
        if can.chosen:
            self._at_exit.pop(AT_EXIT, None)
        elif can.install:
            self._at_exit[AT_EXIT] = partial(_hand_over, self._keeper.updater, self._wishes())
        elif can.fetch:
            self._keeper.fetch_now()
        self._draw()

    def _closed(self) -> None:
        window, self.window = self.window, None
        self._drawing.stop()
        if window is not None:
            window.deleteLater()
