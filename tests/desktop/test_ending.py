"""The system ends the session: a real loop with a real SIGTERM, and the rules with a piece of work that is no more."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from desktop import ending as endings
from desktop.ending import Ending
from desktop.holding import hold

ROOT = Path(__file__).parents[2]


@pytest.fixture
def application() -> QApplication:
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["ending"])


class Working:
    """Something that is over some turns after it was told to end."""

    def __init__(self, why: str = "", turns: int = 5) -> None:
        self.why, self.turns, self.begun = why, turns, 0
        self._task: asyncio.Task[None] | None = None
        self._over = False

    def reason(self) -> str:
        return self.why

    def end(self) -> None:
        self.begun += 1
        self._task = asyncio.ensure_future(self._keep())

    def is_over(self) -> bool:
        return self._over

    async def _keep(self) -> None:
        for _ in range(self.turns):
            await asyncio.sleep(0.001)
        self._over = True


def in_a_handler(application: QApplication, work: Callable[[], object]) -> None:
    """Call it as the system calls: between two turns of the loop, within none."""
    loop = qasync.QEventLoop(application)

    async def wait() -> None:
        done = asyncio.Event()

        def handler() -> None:
            try:
                work()
            finally:
                done.set()

        loop.call_later(0.001, handler)
        await done.wait()

    with loop:
        loop.run_until_complete(wait())
    asyncio.set_event_loop(None)


def test_the_end_waits_until_everything_is_over(application: QApplication) -> None:
    work = Working()

    def handler() -> None:
        ending = Ending(work)
        try:
            assert ending.asked(must=False) == ""
            ending.ends()
            assert work.is_over()
            ending.ends()
        finally:
            ending.close()

    in_a_handler(application, handler)
    assert work.begun == 1


@pytest.mark.expects_log("desktop.ending")
def test_the_end_does_not_wait_for_ever(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "LONGEST", 0.05)
    work = Working(turns=10_000)

    def handler() -> None:
        ending = Ending(work)
        begun = time.monotonic()
        ending.ends()
        assert time.monotonic() - begun < 2
        ending.close()

    in_a_handler(application, handler)
    assert work.begun == 1
    assert not work.is_over()


def test_a_reason_to_wait_counts_unless_the_end_is_forced(application: QApplication) -> None:
    ending = Ending(Working("Đang ký số"))
    try:
        assert ending.asked(must=False) == "Đang ký số"
        assert ending.asked(must=True) == ""
    finally:
        ending.close()


def test_nothing_is_waited_for_within_a_turn(application: QApplication) -> None:
    found: list[bool] = []

    async def turn() -> None:
        found.append(hold(lambda: False, 60))

    loop = qasync.QEventLoop(application)
    with loop:
        loop.run_until_complete(turn())
    asyncio.set_event_loop(None)
    assert found == [False]


IDLE = """
import asyncio, sys
import qasync
from PySide6.QtCore import QCoreApplication
from desktop.ending import Ending

class Work:
    over = False
    def reason(self): return ""
    def is_over(self): return self.over
    def end(self):
        print("told", flush=True)
        if sys.argv[1] == "willing":
            self.over = True
            done.set_result(0)

application = QCoreApplication([])
loop = qasync.QEventLoop(application)
done = loop.create_future()
work = Work()
ending = Ending(work)
loop.call_soon(lambda: print("idle", flush=True))
with loop:
    loop.run_until_complete(done)

ending.close()
print("left", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals; its messages are tried with its installer")
@pytest.mark.parametrize(("manner", "signals", "status", "said"), [
    ("willing", 1, 0, ["told", "left"]),
    ("hanging", 2, -signal.SIGTERM, ["told"]),
])  # fmt: skip
def test_a_signal_ends_a_loop_that_waits(manner: str, signals: int, status: int, said: list[str]) -> None:
    child = subprocess.Popen([sys.executable, "-c", IDLE, manner], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout as lines:
        assert _line(lines.readline) == "idle"
        child.send_signal(signal.SIGTERM)
        heard = [_line(lines.readline)]
        for _ in range(signals - 1):
            child.send_signal(signal.SIGTERM)
        heard += [line.strip() for line in lines if "ending" not in line]
    assert child.wait(20) == status
    assert heard == said


def _line(read: Callable[[], str]) -> str:
    """The next line that is not of the log."""
    while "ending" in (line := read()):
        pass
    return line.strip()
