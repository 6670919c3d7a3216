"""The session's end and the sleep that is held up, by messages that are sent from another thread, as Windows sends."""

from __future__ import annotations

import asyncio
import ctypes
import sys
import threading
import unittest
from collections.abc import Awaitable, Callable
from typing import Any

import qasync
from _window import application  # pyright: ignore[reportMissingImports]
from PySide6.QtWidgets import QWidget

from desktop import ending_windows as end
from desktop import session_watch_windows as watch
from desktop.ending import Ending

assert sys.platform == "win32"


class Work:
    """What is to be ended; over some turns after it began."""

    def __init__(self) -> None:
        self.why, self.begun = "Đang ký số", False
        self.over = asyncio.Event()

    def reason(self) -> str:
        return self.why

    def end(self) -> None:
        self.begun = True
        self.task = asyncio.ensure_future(self._keep())

    def is_over(self) -> bool:
        return self.over.is_set()

    async def _keep(self) -> None:
        await asyncio.sleep(0.2)
        self.over.set()


async def sent(window: Any, *message: int) -> int:
    """The window's answer; the loop turns meanwhile."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[int] = loop.create_future()

    def ask() -> None:
        found = ctypes.windll.user32.SendMessageW(window, *message, *[0] * (3 - len(message)))
        loop.call_soon_threadsafe(answer.set_result, found)

    threading.Thread(target=ask).start()
    return await asyncio.wait_for(answer, 20)


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    """In the program's kind of loop."""
    with qasync.QEventLoop(application()) as loop:
        loop.run_until_complete(scenario())


class SessionEnd(unittest.TestCase):
    def test_sleep_is_held_up_until_everything_is_locked(self) -> None:
        async def scenario() -> None:
            told: list[str] = []
            locked: list[asyncio.Future[None]] = []

            async def lock() -> None:
                await asyncio.sleep(0.2)
                told.append("locked")
                listening.locked()

            def tell(why: str) -> None:
                told.append(why)
                locked.append(asyncio.ensure_future(lock()))

            listening = watch.WindowsWatch(tell)
            assert listening.listening == {"session", "sleep"}
            await sent(listening._handle, watch.POWER, watch.SUSPEND)
            assert told == ["sleep", "locked"]
            listening.close()

        run(scenario)

    def test_a_session_that_is_left_is_locked(self) -> None:
        async def scenario() -> None:
            told: list[str] = []
            listening = watch.WindowsWatch(told.append)
            for what in (watch.LOCKED, watch.REMOTE_LEFT, watch.CONSOLE_LEFT):
                await sent(listening._handle, watch.SESSION, what)
            assert told == ["session"] * 3
            listening.close()

        run(scenario)

    def test_the_end_is_put_off_while_signing_and_kept_to_its_last_turn(self) -> None:
        async def scenario() -> None:
            work = Work()
            ending = Ending(work)
            half: Any = ending._half
            window = half._window.handle
            assert await sent(window, end.MAY_IT_END) == 0
            assert await sent(window, end.MAY_IT_END, 0, end.FORCED) == 1
            await sent(window, end.IT_ENDS, 0)
            assert not work.begun, "a shutdown that was called off ended the work"
            work.why = ""
            await asyncio.sleep(0.7)
            assert not half._timer.isActive(), "the reason stands although there is none"
            assert await sent(window, end.MAY_IT_END) == 1
            await sent(window, end.IT_ENDS, 1)
            assert work.over.is_set(), "the end did not wait for what was to be kept"
            ending.close()

        run(scenario)

    def test_one_of_the_programs_own_windows_may_be_told_first(self) -> None:
        """Qt ends its loop then, whatever still runs in it: by that time all is kept, and the program has ended."""

        async def scenario() -> bool:
            work = Work()
            work.why = ""
            ending = Ending(work)
            window = QWidget()
            window.show()
            asked = await sent(int(window.winId()), end.MAY_IT_END)
            assert asked == 1
            handle = int(window.winId())
            threading.Thread(target=ctypes.windll.user32.SendMessageW, args=(handle, end.IT_ENDS, 1, 0)).start()
            await work.over.wait()
            ending.close()
            return work.begun

        with qasync.QEventLoop(application()) as loop:
            assert loop.run_until_complete(scenario())
