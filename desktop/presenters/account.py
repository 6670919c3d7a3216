"""Signing in for the first time, signing out, and changing the account. Knows the welcome window and the account menu.

The composition root gives the doors: how to sign in, how to open the practice office, what to do with an open session.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import structlog
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.presenters import messages
from desktop.presenters.running import Running
from widgets.account_menu import AccountMenu, LeaveDialog
from widgets.theme import Tone
from widgets.welcome import WelcomeWindow

log = structlog.get_logger(__name__)
translate = QCoreApplication.translate


class Settings(Protocol):
    """What this needs of the settings in force."""

    def __getitem__(self, name: str, /) -> Any: ...
    def is_locked(self, name: str, /) -> bool: ...
    def set(self, name: str, value: Any, /) -> None: ...


def problem_words(error: Exception) -> str:
    """Why signing in did not work and what to do, where the general sentence would not say it."""
    known = {
        "signInRefused": translate(
            "Account", "Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị."
        ),
        "signInGivenUp": translate("Account", "Chưa đăng nhập xong trong trình duyệt. Bấm Đăng nhập để mở lại trang."),
        "otherAccount": translate(
            "Account", "Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người."
        ),
        "accountMissing": translate("Account", "Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống."),
        "practiceFailed": translate(
            "Account", "Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị."
        ),
        "practiceInUse": translate(
            "Account", "Văn phòng thực hành đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại."
        ),
        "noSafeKeyring": translate(
            "Account", "Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu."
        ),
        "profileInUse": translate(
            "Account", "Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại."
        ),
        "unreachable": translate(
            "Account", "Không tới được hệ thống. Kiểm tra dây mạng và địa chỉ, rồi bấm Đăng nhập."
        ),
    }
    code = getattr(error, "code", "")
    return known.get(code) or messages.of_error(error)


class WelcomePresenter:
    """Takes a person from the first window into the work.

    Args:
        sign_in: signs in at an address and does not return before the inbox is usable; it opens the browser.
        practice: opens the practice office as a person ("" is the first one); None where this build has none.
        opened: takes over what `sign_in` or `practice` returned.
        given_up: the window was closed without signing in.
        sign_in_page: the address of the page that the browser was sent to; "" before there is one.
        open_page: opens an address in the browser.
    """

    def __init__(
        self,
        window: WelcomeWindow,
        settings: Settings,
        *,
        sign_in: Callable[[str], Awaitable[Any]],
        practice: Callable[[str], Awaitable[Any]] | None,
        opened: Callable[[Any], object],
        given_up: Callable[[], object],
        sign_in_page: Callable[[], str] = lambda: "",
        open_page: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._window = window
        self._settings = settings
        self._sign_in = sign_in
        self._practice = practice
        self._opened = opened
        self._given_up = given_up
        self._page = sign_in_page
        self._open_page = open_page
        self._done = False
        self._running = Running()
        window.sign_in_requested.connect(self._start_sign_in)
        window.practice_requested.connect(self._start_practice)
        window.reopen_requested.connect(self._reopen)
        window.copy_requested.connect(lambda: QGuiApplication.clipboard().setText(self._page()))
        window.cancelled.connect(self._cancel)
        window.closed.connect(self._closed)

    def show(self, problem: str = "") -> None:
        """Show the window, with the address that is configured."""
        locked = translate("Account", "Địa chỉ do cơ quan quy định") if self._settings.is_locked("centralUrl") else ""
        address = str(self._settings["centralUrl"])
        self._window.show_start(address, locked=locked, practice=self._practice is not None, problem=problem)
        self._window.show()

    def close(self) -> None:
        """End what runs and close the window."""
        self._done = True
        self._running.close()
        self._window.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def _start_sign_in(self, address: str) -> None:
        self._window.show_waiting()
        self._running.start("enter", self._enter(lambda: self._sign_in(address), address))

    def _start_practice(self, person: str) -> None:
        if self._practice is None:
            return
        practice = self._practice
        self._window.show_opening(translate("Account", "Đang mở văn phòng thực hành. Lần đầu mất khoảng nửa phút."))
        self._running.start("enter", self._enter(lambda: practice(person), ""))

    async def _enter(self, way: Callable[[], Awaitable[Any]], address: str) -> None:
        try:
            session = await way()
        except Exception as error:  # whatever stops a first start must be said in the window
            log.warning("welcome.not_entered", error=type(error).__name__, exc_info=error)
            self._window.show_problem(problem_words(error))
            return
        if address and not self._settings.is_locked("centralUrl"):
            self._settings.set("centralUrl", address)
        self._done = True
        self._window.close()
        self._opened(session)

    def _reopen(self) -> None:
        page = self._page()
        if page:
            self._open_page(page)

    def _cancel(self) -> None:
        self._running.cancel("enter")
        self.show()

    def _closed(self) -> None:
        if not self._done:
            self._done = True
            self._running.close()
            self._given_up()


class Workplace(Protocol):
    """What this needs of the workplace."""

    me: Any

    def subscribe(self, callback: Callable[[frozenset[str]], None], /) -> Callable[[], None]: ...
    def sync_now(self) -> None: ...
    async def unsent(self) -> list[dict[str, Any]]: ...
    async def take_seat(self, organ_id: str, position_id: str | None = None, /) -> None: ...


class AccountPresenter:
    """The menu under the person's name.

    Args:
        leave: ends the session: True to sign in as someone else, False to sign out only.
        show_outbox: shows what is not sent.
        unit_name: says a unit's name.
        signs: whether something is being signed: what is signed under one PIN goes in one person's one position.
    """

    def __init__(
        self,
        workplace: Workplace,
        menu: AccountMenu,
        parent: Callable[[], QWidget],
        *,
        leave: Callable[[bool], object],
        show_outbox: Callable[[], object],
        unit_name: Callable[[str], str],
        say: Callable[[str, Tone], None],
        signs: Callable[[], bool] = lambda: False,
    ) -> None:
        self._workplace = workplace
        self._signs = signs
        self._menu = menu
        self._parent = parent
        self._leave = leave
        self._show_outbox = show_outbox
        self._unit_name = unit_name
        self._say = say
        self._leaving: bool | None = None
        self._running = Running(lambda error: say(messages.of_error(error), Tone.BAD))
        self.dialog: LeaveDialog | None = None
        menu.outbox_requested.connect(show_outbox)
        menu.sign_out_requested.connect(lambda: self._running.start("ask", self._ask(False)))
        menu.change_requested.connect(lambda: self._running.start("ask", self._ask(True)))
        menu.position_chosen.connect(lambda seat: self._running.start("seat", self._take(seat)))
        self._unsubscribe = workplace.subscribe(self._changed)
        self.refresh()

    def close(self) -> None:
        """End what runs and listen no more."""
        self._unsubscribe()
        if self.dialog is not None:
            self.dialog.reject()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def refresh(self) -> None:
        """Say positions and unsent acts anew."""
        me = self._workplace.me
        seats = tuple(
            (s["id"], f"{s['title']} · {self._unit_name(s['unitId'])}", s["id"] == me.position["id"])
            for s in me.person["positions"]
        )
        self._menu.set_positions(seats)
        self._running.start("count", self._count())

    def _changed(self, types: frozenset[str]) -> None:
        if types & {"Person", "Unit"}:
            self.refresh()
        elif "Act" in types:
            self._running.start("count", self._count())

    async def _count(self) -> None:
        left = len(await self._workplace.unsent())
        self._menu.set_unsent(left)
        if self._leaving is not None and left == 0 and not self._signs():
            changing, self._leaving = self._leaving, None
            self._leave(changing)

    async def _take(self, seat_id: str) -> None:
        seats = {s["id"]: s for s in self._workplace.me.person["positions"]}
        if self._signs():
            words = translate("Account", "Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi đổi chức vụ.")
            self._say(words, Tone.WARN)
            self.refresh()
        elif seat_id in seats:
            await self._workplace.take_seat(seats[seat_id]["organId"], seat_id)
            self.refresh()

    async def _ask(self, changing: bool) -> None:
        if self._signs():
            words = translate(
                "Account", "Đang ký văn bản. Chờ ký xong, hoặc bấm Hủy ở bàn Chờ ký, rồi thoát tài khoản."
            )
            self._say(words, Tone.WARN)
            return
        unsent = len(await self._workplace.unsent())
        dialog = LeaveDialog(unsent, self._parent(), changing=changing)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.leave_confirmed.connect(lambda: self._leave(changing))
        dialog.show_requested.connect(self._show_outbox)
        dialog.send_first.connect(lambda: self._send_first(changing))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _send_first(self, changing: bool) -> None:
        """Send, and leave once nothing is left; until then the work goes on."""
        self._leaving = changing
        self._workplace.sync_now()
        self._say(translate("Account", "Đang gửi các việc còn lại; gửi xong sẽ tự thoát."), Tone.INFO)
