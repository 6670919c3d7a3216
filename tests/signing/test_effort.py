"""One thread works, the others wait outside; what waits lets another work."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from signing.effort import Effort, waiting


def test_only_one_thread_works_at_a_time() -> None:
    effort, at_work, most = Effort(), set[int](), list[int]()

    def work(number: int) -> None:
        with effort.working():
            at_work.add(number)
            most.append(len(at_work))
            at_work.discard(number)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(400)))
    assert max(most) == 1


def test_who_waits_lets_another_work() -> None:
    effort = Effort()
    both = threading.Barrier(2, timeout=20)

    def work() -> bool:
        with effort.working():
            with waiting():
                both.wait()
            return True

    with ThreadPoolExecutor(2) as threads:
        assert all(one.result(20) for one in [threads.submit(work), threads.submit(work)])


def test_two_waits_at_once_lay_it_down_once() -> None:
    effort = Effort()

    async def one(begun: asyncio.Event, other: asyncio.Event) -> None:
        with waiting():
            begun.set()
            await other.wait()

    async def two() -> None:
        first, second = asyncio.Event(), asyncio.Event()
        await asyncio.gather(one(first, second), one(second, first))

    with effort.working():
        asyncio.run(two())
    with effort.working():
        pass


def test_outside_of_a_batch_waiting_is_just_waiting() -> None:
    with waiting():
        pass
