"""The shell around the desks: counts on the rail, sync and network pills, who is signed in. Knows workplace and window.

The token pill belongs to the signing desk's presenter, the account's menu and the search to theirs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop.office.boxes import ALL
from desktop.presenters import formats, messages
from desktop.presenters.running import Running
from desktop.sync.status import SyncStatus
from widgets.shell import MainWindow
from widgets.theme import Tone

CALM: Final = 0.2
WRONG_CLOCK: Final = timedelta(minutes=5)


def totals(counts: Mapping[str, int]) -> dict[str, int]:
    """What each desk shows on the rail: own work alone, each piece counted once."""
    found: dict[str, int] = {}
    for box in ALL:
        if box.counted:
            found[box.desk] = found.get(box.desk, 0) + counts.get(f"{box.key}.own", 0)
    return found


def sync_words(status: SyncStatus) -> tuple[str, Tone, str]:
    """The pill's words, its tone and its tool tip."""
    hint = messages.sentence(status.code) if status.code else ""
    if status.unsent:
        waiting = QCoreApplication.translate("Shell", "%n việc chưa gửi, vẫn giữ trên máy", None, status.unsent)
        hint = f"{hint}\n{waiting}".strip()
    match status.kind:
        case "synced":
            text, tone = (
                QCoreApplication.translate("Shell", "Đã đồng bộ {time}").format(time=_clock(status.at)),
                Tone.NEUTRAL,
            )
        case "sending":
            text, tone = QCoreApplication.translate("Shell", "Đang gửi %n việc", None, status.n), Tone.INFO
        case "receiving" if status.total:
            text = QCoreApplication.translate("Shell", "Đang nhận {n}/{total}").format(n=status.n, total=status.total)
            tone = Tone.INFO
        case "receiving":
            text, tone = QCoreApplication.translate("Shell", "Đang nhận {n}").format(n=status.n), Tone.INFO
        case "retrying":
            text, tone = (
                QCoreApplication.translate("Shell", "Thử lại lúc {time}").format(time=_clock(status.retry_at)),
                Tone.WARN,
            )
        case "needsYou":
            text = QCoreApplication.translate("Shell", "Cần xem lại %n việc", None, status.n or status.needs)
            tone = Tone.BAD
        case "signedOut":
            text, tone = QCoreApplication.translate("Shell", "Cần đăng nhập lại"), Tone.BAD
        case _:
            text, tone = QCoreApplication.translate("Shell", "Mất kết nối"), Tone.WARN
    if status.kind in ("offline", "retrying") and status.unsent:
        text += " · " + QCoreApplication.translate("Shell", "%n chưa gửi", None, status.unsent)
    return text, tone, hint


def _clock(moment: datetime | None) -> str:
    return formats.clock(moment) if moment is not None else "—"


class ShellPresenter:
    """Keeps the window's frame in step with the workplace.

    Args:
        network: "internet" or "dedicated", from the machine's policy (DOMAIN 5).
        needs_you: opens what is unsent or came back; called from the sync pill when something needs the clerk.
        signed_out: asks to sign in again.
    """

    def __init__(
        self,
        workplace: Any,
        window: MainWindow,
        *,
        network: str,
        needs_you: Callable[[], object],
        signed_out: Callable[[], object],
    ) -> None:
        self._workplace = workplace
        self._window = window
        self._network = network
        self._needs_you = needs_you
        self._signed_out = signed_out
        self._running = Running(lambda error: window.show_message(messages.of_error(error), Tone.BAD))
        self._ends: list[Callable[[], None]] = []
        self._stale = True

    def start(self) -> None:
        """Show who and where, and follow counts and sync."""
        me = self._workplace.me
        self._window.set_account(me.person["name"], me.position["title"], me.organ["name"])
        self._window.set_practice(self._workplace.practice)
        said = QCoreApplication.translate("Shell", "Internet")
        if self._network == "dedicated":
            said = QCoreApplication.translate("Shell", "Mạng chuyên dùng")
        why = QCoreApplication.translate("Shell", "Máy này chỉ dùng một mạng, do cơ quan đặt khi cài đặt.")
        self._window.network_pill.set_state(said, Tone.INFO, why)
        self._window.syncRequested.connect(self._workplace.sync_now)
        self._window.sync_pill.clicked.connect(self._pressed)
        self._ends = [self._workplace.subscribe(self._changed), self._workplace.sync.subscribe(self._say_sync)]
        if self._workplace.sync.state is not None:
            self._say_sync(self._workplace.sync.state)
        self._say_clock()
        self._running.start("counts", self._count())

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def close(self) -> None:
        """Stop following."""
        for end in self._ends:
            end()
        self._ends = []
        self._running.close()

    def _changed(self, types: frozenset[str]) -> None:
        self._stale = True
        if not self._running.is_running("counts"):
            self._running.start("counts", self._count())
        if "Clock" in types:
            self._say_clock()
        if types & {"Person", "Unit"}:
            me = self._workplace.me
            self._window.set_account(me.person["name"], me.position["title"], me.organ["name"])

    async def _count(self) -> None:
        while self._stale:
            await asyncio.sleep(CALM)
            self._stale = False
            for desk, count in totals(await self._workplace.counts()).items():
                self._window.set_count(desk, count)

    def _say_sync(self, status: SyncStatus) -> None:
        text, tone, hint = sync_words(status)
        self._window.sync_pill.set_state(text, tone, hint)
        if status.kind == "signedOut":
            again = QCoreApplication.translate("Shell", "Đăng nhập lại")
            self._window.show_message(
                messages.sentence("signedOut"), Tone.WARN, action=again, run=self._signed_out, key="sync"
            )
        elif status.needs:
            said = QCoreApplication.translate(
                "Shell",
                "Có %n việc không được chấp nhận hoặc chưa gửi được. Nội dung vẫn được giữ.",
                None,
                status.needs,
            )
            look = QCoreApplication.translate("Shell", "Xem lại")
            self._window.show_message(said, Tone.WARN, action=look, run=self._needs_you, key="sync")
        else:
            self._window.take_back_message("sync")

    def _say_clock(self) -> None:
        offset: timedelta = self._workplace.clock_offset
        if abs(offset) > WRONG_CLOCK:
            said = QCoreApplication.translate(
                "Shell",
                "Đồng hồ máy này lệch %n phút. Hạn xử lý vẫn tính theo giờ trung tâm; hãy chỉnh lại giờ máy.",
                None,
                round(abs(offset).total_seconds() / 60),
            )
            self._window.show_message(said, Tone.WARN, key="clock")
        else:
            self._window.take_back_message("clock")

    def _pressed(self) -> None:
        state = self._workplace.sync.state
        if state is not None and state.kind == "signedOut":
            self._signed_out()
        elif state is not None and (state.kind == "needsYou" or state.needs):
            self._needs_you()
        else:
            self._workplace.sync_now()
