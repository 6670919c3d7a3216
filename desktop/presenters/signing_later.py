"""What the signing desk says of time-stamps: whom the batch waits for now, and what waits to be brought up later.

Knows the line on the desk, the later queue, and the service that the running batch asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTimer

from desktop.office.world import VIETNAM
from widgets.later_line import LaterLine

translate = QCoreApplication.translate

SHOWN_AFTER = 2.0
"""Seconds that a service may take before the person is told whom the batch waits for."""
LOOK_EVERY = 500  # milliseconds

WHY = {
    "timestampUnavailable": QT_TRANSLATE_NOOP(
        "SigningLater", "Dịch vụ dấu thời gian chưa trả lời. Chương trình tự thử lại và bổ sung khi dịch vụ hoạt động."
    ),
    "evidenceIncomplete": QT_TRANSLATE_NOOP(
        "SigningLater",
        "Chưa hỏi đủ tình trạng thu hồi chứng thư. Chương trình tự hỏi lại và lưu kèm tệp khi có trả lời.",
    ),
    "fileOffline": QT_TRANSLATE_NOOP(
        "SigningLater", "Tệp chưa có trên máy này và đang mất mạng. Chương trình làm tiếp khi có mạng."
    ),
    "noRoots": QT_TRANSLATE_NOOP(
        "SigningLater", "Máy này chưa có chứng thư gốc tin cậy nên chưa bổ sung được. Báo người quản trị."
    ),
}
"""Why a document still waits, by the code that the queue keeps."""


class Queue(Protocol):
    """What this needs of the later queue."""

    @property
    def waiting(self) -> Waiting: ...
    def now(self) -> None: ...


class Waiting(Protocol):
    """What waits."""

    @property
    def documents(self) -> Mapping[str, str]: ...
    @property
    def archived(self) -> int: ...
    @property
    def again_at(self) -> float | None: ...


class Service(Protocol):
    """The service that the running batch asks."""

    @property
    def waiting(self) -> float: ...
    def skip(self) -> None: ...


class SigningLater:
    """Keeps the line up to date.

    Args:
        service: the one of the batch that runs, None where none does.
        now: the central's time.
    """

    def __init__(
        self, line: LaterLine, queue: Queue, service: Callable[[], Service | None], now: Callable[[], datetime]
    ) -> None:
        self._line = line
        self._queue = queue
        self._service = service
        self._now = now
        self._timer = QTimer(line)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        line.pressed.connect(self._press)
        self.refresh()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    def refresh(self) -> None:
        """Say what is so now."""
        service = self._service()
        seconds = service.waiting if service is not None else 0.0
        if seconds >= SHOWN_AFTER:
            said = translate("SigningLater", "Đang chờ dịch vụ dấu thời gian ({seconds} giây)…")
            why = translate(
                "SigningLater", "Bỏ qua: văn bản được ký ngay, dấu thời gian được bổ sung sau. Không ảnh hưởng chữ ký."
            )
            self._line.say(said.format(seconds=int(seconds)), translate("SigningLater", "&Bỏ qua"), why)
            return
        self._line.say(*self._of_queue(self._queue.waiting))

    def _of_queue(self, waiting: Waiting) -> tuple[str, str, str]:
        if not waiting.documents:
            return "", "", ""
        said = translate("SigningLater", "Chờ dấu thời gian: {count}").format(count=len(waiting.documents))
        if waiting.again_at is not None:
            at = self._now() + timedelta(seconds=max(0.0, waiting.again_at - time.monotonic()))
            again = translate("SigningLater", "thử lại lúc {time}")
            said = f"{said} · {again.format(time=at.astimezone(VIETNAM).strftime('%H:%M'))}"
        else:
            said = f"{said} · {translate('SigningLater', 'đang thử')}"
        codes = dict.fromkeys(code for code in waiting.documents.values() if code in WHY)
        why = " ".join(translate("SigningLater", str(WHY[code])) for code in codes)
        return said, translate("SigningLater", "Thử &lại ngay"), why

    def _press(self) -> None:
        service = self._service()
        if service is not None and service.waiting >= SHOWN_AFTER:
            service.skip()
        else:
            self._queue.now()
        self.refresh()
