"""One thread works, the others wait outside; what waits lets another work."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from signing.effort import Effort, waiting
from signing.revocation import Revocation


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


def test_whoever_waits_for_what_another_file_asks_lays_it_down() -> None:
    """Two files ask for the same answer: the one that asks must work on to give it to the one that waits."""
    effort, known = Effort(), Revocation(timeout=30)
    asking, beside = threading.Event(), threading.Event()
    until = datetime.now(UTC) + timedelta(hours=1)
    found: list[bytes] = []

    async def ask() -> tuple[bytes, datetime]:
        with waiting():
            asking.set()
            await asyncio.to_thread(beside.wait, 10)
        return b"good", until

    def first() -> None:
        with effort.working():
            found.append(asyncio.run(known.once("key", ask)))

    def second() -> None:
        with effort.working():
            beside.set()
            found.append(asyncio.run(known.once("key", ask)))

    threads = [threading.Thread(target=first, daemon=True), threading.Thread(target=second, daemon=True)]
    threads[0].start()
    assert asking.wait(10)
    threads[1].start()
    for one in threads:
        one.join(20)
    assert found == [b"good", b"good"]
