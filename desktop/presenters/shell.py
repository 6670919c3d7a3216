"""The shell around the desks: counts on the rail, sync and network pills, who is signed in. Knows workplace and window.

The token pill belongs to the signing desk's presenter, the account's menu and the search to theirs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.office.boxes import ALL
from desktop.office.people import Me
from desktop.presenters import formats, messages
from desktop.presenters.running import Running
from desktop.sync.status import SyncStatus
from widgets.shell import MainWindow
from widgets.theme import Tone

CALM: Final = 0.2
ARRIVALS: Final = ("incoming.toReceive", "incoming.toHandle")
"""Boxes in which what has arrived lies; received, a document goes from the first to the second under the same id."""
WRONG_CLOCK: Final = timedelta(minutes=5)


def totals(counts: Mapping[str, int], me: Me) -> dict[str, int]:
    """What each desk shows on the rail: own work alone, each piece counted once."""
    found: dict[str, int] = {}
    for box in ALL:
        if box.counted and _is_mine(box.key, me):
            found[box.desk] = found.get(box.desk, 0) + counts.get(f"{box.key}.own", 0)
    return found


def _is_mine(box: str, me: Me) -> bool:
    """Whether this box is work of mine: everybody sees the organ's papers, few number, sign, seal or issue them."""
    match box:
        case "signing.approve":
            return bool(me.roles & {"leader", "chiefOfOffice"})
        case "signing.seal" | "signing.copy" | "outgoing.numbered":
            return me.id in me.organ.get("sealKeepers", ())
        case "outgoing.approved" | "outgoing.sealed":
            return "clerk" in me.roles
    return True


def sync_words(status: SyncStatus) -> tuple[str, Tone, str]:
    """The pill's words, its tone and its tool tip."""
    text, tone = _sync_state(status)
    if status.kind in ("offline", "retrying") and status.unsent:
        text += " · " + QCoreApplication.translate("Shell", "%n chưa gửi", None, status.unsent)
    return text, tone, _sync_hint(status)


def _sync_state(status: SyncStatus) -> tuple[str, Tone]:
    match status.kind:
        case "synced":
            words = QCoreApplication.translate("Shell", "Đã đồng bộ {time}")
            return words.format(time=_clock(status.at)), Tone.NEUTRAL
        case "sending" if not status.n:
            # All has gone; what it changed is being fetched.
            return QCoreApplication.translate("Shell", "Đang đồng bộ"), Tone.INFO
        case "sending":
            return QCoreApplication.translate("Shell", "Đang gửi %n việc", None, status.n), Tone.INFO
        case "receiving" if status.total:
            words = QCoreApplication.translate("Shell", "Đang nhận {n}/{total}")
            return words.format(n=status.n, total=status.total), Tone.INFO
        case "receiving":
            return QCoreApplication.translate("Shell", "Đang nhận {n}").format(n=status.n), Tone.INFO
        case "retrying":
            words = QCoreApplication.translate("Shell", "Thử lại lúc {time}")
            return words.format(time=_clock(status.retry_at)), Tone.WARN
        case "needsYou":
            count = status.n or status.needs
            return QCoreApplication.translate("Shell", "Cần xem lại %n việc", None, count), Tone.BAD
        case "signedOut":
            return QCoreApplication.translate("Shell", "Cần đăng nhập lại"), Tone.BAD
        case _:
            return QCoreApplication.translate("Shell", "Mất kết nối"), Tone.WARN


def _sync_hint(status: SyncStatus) -> str:
    lines = [messages.sentence(status.code)] if status.code else []
    if status.unsent:
        lines.append(QCoreApplication.translate("Shell", "%n việc chưa gửi, vẫn giữ trên máy", None, status.unsent))
    if status.kind == "offline" and status.retry_at is not None:
        again = QCoreApplication.translate("Shell", "Tự thử lại lúc {time}")
        lines.append(again.format(time=_clock(status.retry_at)))
    if status.needs and status.kind != "needsYou":
        lines.append(QCoreApplication.translate("Shell", "%n việc cần xem lại", None, status.needs))
    return "\n".join(lines)


def _clock(moment: datetime | None) -> str:
    return formats.clock(moment) if moment is not None else "—"


class ShellPresenter:
    """Keeps the window's frame in step with the workplace.

    Args:
        network: "internet" or "dedicated", from the machine's policy (DOMAIN 5).
        needs_you: opens what is unsent or came back; called from the sync pill when something needs the clerk.
        signed_out: asks to sign in again.
        announces: whether arrivals are told of.
        arrived: told of what has come, as handlings.
        counted: told of how much waits on each desk.
    """

    def __init__(
        self,
        workplace: Any,
        window: MainWindow,
        *,
        network: str,
        needs_you: Callable[[], object],
        signed_out: Callable[[], object],
        announces: Callable[[], bool] = lambda: False,
        arrived: Callable[[set[str]], object] = lambda _: None,
        counted: Callable[[Mapping[str, int]], object] = lambda _: None,
    ) -> None:
        self._workplace = workplace
        self._window = window
        self._network = network
        self._needs_you = needs_you
        self._signed_out = signed_out
        self._announces = announces
        self._arrived = arrived
        self._counted = counted
        self._known: set[str] | None = None
        self._disk_full = False
        self._running = Running(lambda error: window.show_message(messages.of_error(error), Tone.BAD))
        self._ends: list[Callable[[], None]] = []
        self._stale = True

    def start(self) -> None:
        """Show who and where, and follow counts and sync."""
        me = self._workplace.me
        self._window.set_account(me.person["name"], me.position["title"], me.organ["name"])
        self._window.set_practice(self._workplace.practice)
        said = QCoreApplication.translate("Shell", "Mạng Internet")
        if self._network == "dedicated":
            said = QCoreApplication.translate("Shell", "Mạng chuyên dùng")
        why = QCoreApplication.translate("Shell", "Máy này chỉ dùng một mạng, do cơ quan đặt khi cài đặt.")
        self._window.network_pill.set_state(said, Tone.INFO, why)
        self._window.syncRequested.connect(self._workplace.sync_now)
        self._window.sync_pill.clicked.connect(self._pressed)
        self._ends = [
            self._workplace.subscribe(self._changed),
            self._workplace.sync.subscribe(self._say_sync),
            self._workplace.transfers.subscribe(self._say_disk),
        ]
        if self._workplace.sync.state is not None:
            self._say_sync(self._workplace.sync.state)
        self._say_clock()
        self._running.start("secrets", self._say_secrets())
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
        if "Handling" in types and self._known is not None:
            self._running.also(self._look_for_arrivals())
        if "Clock" in types:
            self._say_clock()
        if "Secrecy" in types:
            self._running.start("secrets", self._say_secrets())
        if types & {"Person", "Unit"}:
            me = self._workplace.me
            self._window.set_account(me.person["name"], me.position["title"], me.organ["name"])

    async def _look_for_arrivals(self) -> None:
        """Tell of work that was not there before; the first look, once all is synced, only remembers what there is."""
        lists = [await self._workplace.ids(box, "own") for box in ARRIVALS]
        here = {key for ids in lists for key in ids}
        if self._known is None:
            self._known = here
            return
        fresh = here - self._known
        self._known |= here
        if fresh:
            self._arrived(fresh)
        if fresh and self._announces():
            said = QCoreApplication.translate("Shell", "Có %n văn bản mới đến.", None, len(fresh))
            self._window.show_message(said, Tone.INFO)
            # Where another window is in front, the task bar calls for this one.
            QApplication.alert(self._window)

    async def _count(self) -> None:
        while self._stale:
            await asyncio.sleep(CALM)
            self._stale = False
            found = totals(await self._workplace.counts(), self._workplace.me)
            for desk, count in found.items():
                self._window.set_count(desk, count)
            self._counted(found)

    def _say_sync(self, status: SyncStatus) -> None:
        text, tone, hint = sync_words(status)
        self._window.sync_pill.set_state(text, tone, hint)
        if status.kind == "synced" or status.needs:
            # What was offered to be taken back has gone out, or came back with a reason.
            self._window.toast.end_offer()
        if status.kind == "synced" and self._known is None:
            self._running.start("arrivals", self._look_for_arrivals())
        if status.kind == "signedOut":
            again = QCoreApplication.translate("Shell", "Đăng nhập lại")
            self._window.show_message(
                messages.sentence("signedOut"), Tone.WARN, action=again, run=self._signed_out, key="sync"
            )
        elif status.code == "otherNetworkCentral":
            self._window.show_message(messages.sentence(status.code), Tone.BAD, key="sync")
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

    async def _say_secrets(self) -> None:
        """What the policy gets wrong, and what the central sent here that it must not: told until it was reported."""
        if self._workplace.policy_contradicts:
            said = QCoreApplication.translate(
                "Shell",
                "Chính sách của máy này mâu thuẫn: cho xử lý văn bản mật nhưng máy không ở mạng chuyên dùng. "
                "Văn bản mật vẫn bị chặn; báo quản trị sửa lại chính sách.",
            )
            self._window.show_message(said, Tone.BAD, key="policy")
        refused = await self._workplace.refused_secrets()
        if refused:
            said = QCoreApplication.translate(
                "Shell",
                "Hệ thống trung tâm đã gửi %n nội dung mật đến máy không được giữ. Nội dung đã bị chặn, không lưu trên "
                "máy. Báo ngay cho người phụ trách bảo vệ bí mật và quản trị hệ thống.",
                None,
                refused,
            )
            done = QCoreApplication.translate("Shell", "Đã báo")
            self._window.show_message(said, Tone.BAD, action=done, run=self._reported, key="secrets")
        else:
            self._window.take_back_message("secrets")

    def _reported(self) -> None:
        self._running.start("reported", self._take_reported())

    async def _take_reported(self) -> None:
        await self._workplace.secrets_reported()
        await self._say_secrets()

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
            return
        if state is None or not (state.needs or state.unsent):
            self._workplace.sync_now()
            return
        if state.kind in ("offline", "retrying"):
            self._workplace.sync_now()
        self._needs_you()

    def _say_disk(self) -> None:
        """Once when the disk is full, and no more when it has room again."""
        full = self._workplace.transfers.full
        if full == self._disk_full:
            return
        self._disk_full = full
        if full:
            said = QCoreApplication.translate(
                "Shell",
                "Ổ đĩa đã đầy nên tạm ngừng tải tệp; việc vẫn được gửi. Xóa bớt tệp không cần trên máy, có chỗ thì "
                "tự tải tiếp.",
            )
            self._window.show_message(said, Tone.WARN, key="disk")
        else:
            self._window.take_back_message("disk")
