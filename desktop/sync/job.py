"""One file on its way, as it is kept and as it is shown. Knows what a file is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from desktop.office.documents import FileRef

Progress = Callable[[int, int], None]
State = Literal["waiting", "moving", "paused", "failed"]


class Rank(IntEnum):
    """Which file goes first."""

    OPEN = 0
    ACT = 1
    AHEAD = 2


class TransferCancelled(Exception):
    """The person ended the transfer, or the profile is being closed; what has come stays for the next time."""

    code = "transferCancelled"


@dataclass(frozen=True)
class Transfer:
    """One file on its way, as it is shown.

    Attributes:
        id: by which it is paused, resumed and cancelled.
        act_id: the act that waits for it; "" for a download.
        code: why it failed or waits ("diskFull" …); "" otherwise.
        rate: bytes a second since it moves; None while it does not.
    """

    id: str
    upload: bool
    name: str
    size: int
    done: int
    rank: Rank
    state: State
    act_id: str = ""
    code: str = ""
    rate: float | None = None


@dataclass
class Job:
    """One file, and all who wait for it."""

    id: str
    upload: bool
    file: FileRef
    rank: Rank
    number: int
    finished: asyncio.Future[None]
    act_id: str = ""
    state: State = "waiting"
    done: int = 0
    code: str = ""
    waiters: int = 0
    task: asyncio.Task[None] | None = None
    progress: list[Progress] = field(default_factory=list)
    began: tuple[float, int] | None = None

    def moved(self, done: int, total: int) -> None:
        """So far it is; from the thread that moves it."""
        if self.began is None:
            self.began = (time.monotonic(), done)
        self.done = done
        if total != self.file["size"]:
            self.file = {**self.file, "size": total}
        for each in list(self.progress):
            each(done, total)

    def view(self) -> Transfer:
        return Transfer(
            self.id, self.upload, self.file["name"], self.file["size"], self.done, self.rank, self.state, self.act_id,
            self.code, self._rate(),
        )  # fmt: skip

    def _rate(self) -> float | None:
        if self.state != "moving" or self.began is None:
            return None
        seconds = time.monotonic() - self.began[0]
        return (self.done - self.began[1]) / seconds if seconds > 0.2 else None

    @property
    def turn(self) -> tuple[int, int]:
        """What goes first sorts first."""
        return (int(self.rank), self.number)
