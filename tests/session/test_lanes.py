"""Lanes: order, cancelling, and an end that waits for nobody."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from desktop.lanes import Lane, LaneClosed, Lanes


async def test_writes_go_one_after_another_in_one_thread() -> None:
    lanes = Lanes()
    seen: list[tuple[int, int | None]] = []
    await asyncio.gather(*(lanes.write(lambda n=n: seen.append((n, threading.get_ident()))) for n in range(20)))
    assert [n for n, _ in seen] == list(range(20))
    assert len({thread for _, thread in seen}) == 1
    assert lanes.close()


async def test_results_and_errors_come_back() -> None:
    lanes = Lanes()
    assert await lanes.read(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        await lanes.pages(divmod, 1, 0)
    assert lanes.close()


async def test_no_more_threads_than_said() -> None:
    lanes = Lanes()
    go = threading.Event()
    running = threading.Semaphore(0)

    def work() -> str:
        running.release()
        go.wait(5)
        return threading.current_thread().name

    tasks = [asyncio.create_task(lanes.read(work)) for _ in range(6)]
    await lanes.network(lambda: [running.acquire(timeout=5) for _ in range(2)])
    assert not running.acquire(blocking=False)
    go.set()
    assert set(await asyncio.gather(*tasks)) == {"cache-read-0", "cache-read-1"}
    assert lanes.close()


async def test_a_cancelled_request_is_stopped() -> None:
    lanes = Lanes()
    started, stopped = threading.Event(), threading.Event()

    def work() -> None:
        started.set()
        stopped.wait(10)

    task = asyncio.create_task(lanes.interruptible(stopped.set, work))
    await lanes.read(started.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert stopped.is_set()
    assert lanes.close()


async def test_closing_takes_milliseconds_and_lets_the_write_that_runs_finish() -> None:
    lanes = Lanes()
    begun, finish, asked, cut = threading.Event(), threading.Event(), threading.Event(), threading.Event()
    done: list[str] = []

    def write() -> None:
        begun.set()
        finish.wait(5)
        done.append("write")

    def request() -> None:
        asked.set()
        cut.wait(10)

    tasks = [
        asyncio.create_task(lanes.write(write)),
        asyncio.create_task(lanes.write(done.append, "never begun")),
        asyncio.create_task(lanes.interruptible(cut.set, request)),
    ]
    await lanes.read(begun.wait, 5)
    await lanes.read(asked.wait, 5)
    threading.Timer(0.01, finish.set).start()
    began = time.monotonic()
    assert lanes.close()
    assert time.monotonic() - began < 0.5
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert done == ["write"]
    assert isinstance(results[1], asyncio.CancelledError)
    with pytest.raises(LaneClosed):
        await lanes.write(done.append, "late")


def test_what_cannot_be_interrupted_is_left_behind() -> None:
    lane = Lane("stuck", 1)
    never, begun = threading.Event(), threading.Event()

    def stuck() -> None:
        begun.set()
        never.wait(20)

    lane.submit(stuck)
    assert begun.wait(5)
    lane.close()
    began = time.monotonic()
    assert not lane.join(0.05)
    assert time.monotonic() - began < 0.5
    never.set()
    assert lane.join(5)
