"""Lanes: the only places where this program waits. Knows nothing of ours.

The window's thread never waits (a call on it takes at most 16 ms), so whatever blocks goes to one of six named lanes:
one thread for cache writes, two for cache reads, four for the network, three for files on their way (so that no big
file ever keeps a short question waiting), one for page pictures, eight for signatures (each waits for the token and
for services; sync goes on beside a batch). Threads of our own and
not ``asyncio.to_thread``: the interpreter joins the default executor at exit, so that a program would stay alive for
as long as a request hangs. Here what still runs on the network is told to stop, writes are let finish, and nothing is
waited for longer than that.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

Hook = Callable[[], None]
SIGNATURES = 8
"""Files that can be in hand at once: with services of 150 ms, enough to keep a token of 200 ms busy."""


class LaneClosed(Exception):
    """Work was given to a lane that has been closed."""


class Lane:
    """A few named daemon threads and one queue, first in, first out.

    Attributes:
        name: what the threads are called.
    """

    def __init__(self, name: str, threads: int) -> None:
        self.name = name
        self._size = threads
        self._queue: deque[tuple[Future[Any], Callable[[], Any]]] = deque()
        self._ready = threading.Condition()
        self._idle = 0
        self._closed = False
        self._threads: list[threading.Thread] = []

    def submit(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a call; threads are started when they are first needed.

        Raises:
            LaneClosed: the lane has been closed.
        """
        future: Future[T] = Future()
        with self._ready:
            if self._closed:
                raise LaneClosed(self.name)
            self._queue.append((future, lambda: fn(*args, **kwargs)))
            if self._idle < len(self._queue) and len(self._threads) < self._size:
                thread = threading.Thread(target=self._work, name=f"{self.name}-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._ready.notify()
        return future

    def close(self) -> None:
        """Take no more work and cancel what has not begun; does not wait."""
        with self._ready:
            self._closed = True
            waiting = list(self._queue)
            self._queue.clear()
            self._ready.notify_all()
        for future, _ in waiting:
            future.cancel()

    def join(self, timeout: float) -> bool:
        """Wait up to ``timeout`` seconds for each thread to end; whether all have."""
        for thread in self._threads:
            thread.join(timeout)
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while True:
            with self._ready:
                self._idle += 1
                while not self._queue and not self._closed:
                    self._ready.wait()
                self._idle -= 1
                if not self._queue:
                    return
                future, call = self._queue.popleft()
            self._run(future, call)
            del future, call

    @staticmethod
    def _run(future: Future[Any], call: Callable[[], Any]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = call()
        except BaseException as error:  # noqa: BLE001 - handed to whoever awaits, whatever it is
            future.set_exception(error)
        else:
            future.set_result(result)


class Lanes:
    """The six lanes. Built once by the composition root, closed once at exit."""

    def __init__(self) -> None:
        self._write = Lane("cache-write", 1)
        self._read = Lane("cache-read", 2)
        self._network = Lane("network", 4)
        self._files = Lane("files", 3)
        self._pages = Lane("pages", 1)
        self._signing = Lane("signing", SIGNATURES)
        self._hooks: set[Hook] = set()
        self._hooks_lock = threading.Lock()

    async def write(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run in the one thread for cache writes. Once begun it is finished, whoever stops waiting."""
        return await asyncio.wrap_future(self._write.submit(fn, *args, **kwargs))

    async def read(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run in one of the two threads for cache reads."""
        return await asyncio.wrap_future(self._read.submit(fn, *args, **kwargs))

    async def pages(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run in the one thread for page pictures (pypdfium2 is not thread-safe)."""
        return await asyncio.wrap_future(self._pages.submit(fn, *args, **kwargs))

    async def network(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run in one of the four network threads; nothing interrupts it (use ``interruptible`` for requests)."""
        return await asyncio.wrap_future(self._network.submit(fn, *args, **kwargs))

    async def signing(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run in one of the threads for signatures. Once begun it is finished, whoever stops waiting."""
        return await asyncio.wrap_future(self._signing.submit(fn, *args, **kwargs))

    async def interruptible(self, stop: Hook, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run in a network thread; ``stop`` is called when the awaiting task is cancelled, or at exit."""
        return await self._stoppable(self._network, stop, lambda: fn(*args, **kwargs))

    async def transfer(self, stop: Hook, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Move a file, in one of the three threads for that; ended as ``interruptible`` is."""
        return await self._stoppable(self._files, stop, lambda: fn(*args, **kwargs))

    async def _stoppable(self, lane: Lane, stop: Hook, work: Callable[[], T]) -> T:
        with self._hooks_lock:
            self._hooks.add(stop)
        try:
            return await asyncio.wrap_future(lane.submit(work))
        except asyncio.CancelledError:
            stop()
            raise
        finally:
            with self._hooks_lock:
                self._hooks.discard(stop)

    def close(self, *, writes_within: float = 10.0) -> bool:
        """End all lanes: stop the network, drop what has not begun, let the write that runs finish.

        Args:
            writes_within: seconds that a running write may take.

        Returns:
            Whether every thread has ended. A name look-up cannot be interrupted: its thread is left behind, and being a
            daemon it keeps nothing alive.
        """
        with self._hooks_lock:
            hooks = list(self._hooks)
        for lane in (self._network, self._files, self._signing, self._pages, self._read, self._write):
            lane.close()
        for stop in hooks:
            stop()
        ended = self._write.join(writes_within)
        for lane in (self._read, self._pages, self._signing, self._files, self._network):
            ended = lane.join(0.05) and ended
        return ended
