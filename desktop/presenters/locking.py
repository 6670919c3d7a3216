"""The lock window's presenter: says whose profile is locked and since when, and checks who wants to open it.

A wrong word costs time, never the work. Knows the rules of locking, the vault, the token's check and the windows.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters import formats, messages, messages_signing, pin_asking, token_unlock
from desktop.presenters.key_sources import KeySource
from desktop.presenters.running import Running
from desktop.session import windows_user
from desktop.session.locking import LockReason, Tries, Ways
from desktop.session.profile import Account
from desktop.session.vault import ProfileVault
from desktop.session.windows_user import NotAsked
from local_cache.errors import CacheError, WrongPassphrase
from local_cache.keys import MasterKey
from signing.problems import SigningProblem
from widgets.lock_window import LockView, LockWindow
from widgets.pin_dialog import PinRequest

translate = QCoreApplication.translate
log = structlog.get_logger(__name__)

Answer = MasterKey | None
"""The key; None where somebody else is to sign in."""


class Quit(Exception):
    """The program is to end."""


@dataclass(frozen=True)
class Locked:
    """A profile that is locked.

    Attributes:
        at: when, as this machine's clock had it.
        why: None where it was locked before this start.
        unsent: acts that wait in it.
    """

    account: Account
    office: str
    at: datetime | None
    why: LockReason | None
    unsent: int


@dataclass(frozen=True)
class Means:
    """What the ways to open it stand on.

    Attributes:
        vault: the profile's.
        resting: reads the key where it rests; asks and tells where that does not work.
        rests: whether there is such a place.
        sources: makes the places where tokens are found.
        practice_pin: the PIN of every practice token; "" for real ones.
    """

    vault: ProfileVault
    resting: Callable[[], Awaitable[MasterKey]]
    rests: bool
    sources: Callable[[], Sequence[KeySource]]
    practice_pin: str = ""


def ways_of(account: Account, means: Means) -> Ways:
    """How this profile can be opened on this machine. In a lane: the disk is asked."""
    return Ways(
        passphrase=means.vault.has_passphrase(),
        token=means.rests and bool(account.certificates),
        system=means.rests and windows_user.available(),
        resting=means.rests,
    )


def view_of(locked: Locked, ways: Ways) -> LockView:
    """What the window says."""
    unsent = (
        translate("Lock", "%n việc chưa gửi, được giữ kín trên máy và gửi sau khi mở khóa.", None, locked.unsent)
        if locked.unsent
        else ""
    )
    if ways.unguarded:
        note = translate(
            "Lock",
            "Chưa đặt mật khẩu mở khóa: ai ngồi trước máy này cũng mở được. Đặt mật khẩu trong Cài đặt → Khóa máy.",
        )
    elif not ways.passphrase:
        note = translate("Lock", "Không có thiết bị ký số ở đây? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.")
    elif ways.resting:
        note = translate("Lock", "Quên mật khẩu? Bấm Đổi tài khoản rồi đăng nhập lại bằng chính mình.")
    else:
        note = ""
    return LockView(
        locked.account.name or locked.account.username,
        locked.office,
        _since(locked),
        unsent,
        passphrase=ways.passphrase,
        token=ways.token,
        system=ways.system,
        plain=ways.unguarded,
        note=note,
    )


def _since(locked: Locked) -> str:
    if locked.at is None:
        return translate("Lock", "Đã khóa từ lần làm việc trước")
    since = translate("Lock", "Đã khóa lúc {time}").format(time=formats.clock(locked.at))
    why = {
        "idle": translate("Lock", "không có ai làm việc trên máy"),
        "session": translate("Lock", "màn hình máy đã khóa"),
        "sleep": translate("Lock", "máy chuyển sang chế độ ngủ"),
    }
    return f"{since} · {why[locked.why]}" if locked.why in why else since


class LockPresenter:
    """Asks until somebody is let in, or somebody else is to sign in, or the program ends.

    Args:
        show: puts the window on the screen, now or when somebody asks for it.
    """

    def __init__(
        self,
        window: LockWindow,
        lanes: Lanes,
        means: Means,
        *,
        tries: Tries | None = None,
        show: Callable[[QWidget], object] = QWidget.show,
    ) -> None:
        self._window = window
        self._lanes = lanes
        self._means = means
        self._show = show
        self._tries = tries or Tries(time.monotonic)
        self._running = Running(self._failed)
        self._answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._account: Account | None = None
        self._clock = QTimer(window)
        self._clock.setInterval(250)
        self._clock.timeout.connect(self._count_down)
        window.passphrase_given.connect(lambda words: self._running.start("try", self._by_passphrase(words)))
        window.token_asked.connect(lambda: self._running.start("try", self._by_token()))
        window.system_asked.connect(lambda: self._running.start("try", self._by_system()))
        window.plain_asked.connect(lambda: self._running.start("try", self._plainly()))
        window.account_asked.connect(lambda: self._give(None))
        window.quit_asked.connect(self._quit)

    async def ask(self, locked: Locked) -> Answer:
        """Show the window until it is known who is there.

        Raises:
            Quit
        """
        self._account = locked.account
        ways = await self._lanes.read(ways_of, locked.account, self._means)
        self._window.show_view(view_of(locked, ways))
        self._show(self._window)
        try:
            return await self._answer
        finally:
            self._clock.stop()
            self._running.close()

    async def settled(self) -> None:
        """Wait until nothing is being tried (for tests)."""
        await self._running.settled()

    # -- the ways

    async def _by_passphrase(self, words: str) -> None:
        if self._tries.wait() > 0:
            return
        self._window.show_problem("")
        self._window.show_busy(translate("Lock", "Đang kiểm tra mật khẩu…"))
        try:
            key = await self._lanes.read(self._means.vault.from_passphrase, words)
        except WrongPassphrase:
            self._tries.failed()
            self._window.show_busy("")
            self._window.show_problem(translate("Lock", "Mật khẩu không đúng. Nhập lại; việc chưa gửi vẫn an toàn."))
            self._count_down()
            return
        self._tries.passed()
        self._give(key)

    async def _by_token(self) -> None:
        assert self._account is not None
        self._window.show_problem("")
        self._window.show_busy(translate("Lock", "Đang tìm thiết bị ký số…"))
        sources = await self._lanes.network(lambda: list(self._means.sources()))
        try:
            proven = await token_unlock.prove(
                self._lanes,
                sources,
                frozenset(self._account.certificates),
                self._account.key,
                self._ask_pin,
                self._means.practice_pin,
            )
        except SigningProblem as problem:
            self._window.show_busy("")
            self._window.show_problem(_token_words(problem))
            return
        finally:
            for source in sources:
                await self._lanes.network(source.close)
        await self._let_in(proven)

    async def _by_system(self) -> None:
        self._window.show_problem("")
        try:
            right = windows_user.ask(int(self._window.winId()), translate("Lock", "Mở khóa Tác nghiệp"))
        except NotAsked:
            return
        if not right:
            self._window.show_problem(translate("Lock", "Mật khẩu Windows không đúng. Hãy thử lại."))
        await self._let_in(right)

    async def _plainly(self) -> None:
        await self._let_in(True)

    async def _let_in(self, proven: bool) -> None:
        """The check was passed, or turned away from; the key is read where it rests."""
        if not proven:
            self._window.show_busy("")
            return
        self._window.show_busy(translate("Lock", "Đang mở hồ sơ…"))
        key = await self._means.resting()
        self._give(key)

    async def _ask_pin(self, request: PinRequest) -> str | None:
        return await pin_asking.ask(request, self._window)

    # -- answering

    def _give(self, key: Answer) -> None:
        if self._answer.done():
            if key is not None:
                key.wipe()
            return
        self._answer.set_result(key)

    def _quit(self) -> None:
        if not self._answer.done():
            self._answer.set_exception(Quit())

    def _failed(self, error: Exception) -> None:
        self._window.show_busy("")
        self._window.show_problem(messages.of_error(error))
        if not isinstance(error, CacheError):
            log.warning("lock.stumbled", error=type(error).__name__)

    def _count_down(self) -> None:
        left = math.ceil(self._tries.wait())
        self._window.show_wait(left)
        if left and not self._clock.isActive():
            self._clock.start()
        elif not left:
            self._clock.stop()


def _token_words(problem: SigningProblem) -> str:
    known = {
        "tokenMissing": translate("Lock", "Không thấy thiết bị ký số của chủ hồ sơ này. Cắm thiết bị rồi bấm lại."),
        "tokenRemoved": translate("Lock", "Thiết bị ký số đã bị rút ra. Cắm lại rồi bấm lại."),
        "pinWrong": translate("Lock", "Sai mã PIN. Chương trình không tự thử lại; nhập chậm và chắc ở lần sau."),
    }
    return known.get(problem.code) or messages_signing.of_problem(problem)
