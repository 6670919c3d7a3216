"""A central or a client to which commands are given, in a thread or in a process of its own; it may die at any instant.

Processes are forked from one that has read everything already (multiprocessing's fork server), so that one starts in
the time that opening its files takes.
"""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe
from typing import Any

PATIENCE = 90.0
"""Seconds for an answer: far more than any takes on a machine that has nothing else to do."""
PRELOADED = ["tests.office.preloaded"]


class Gone(Exception):
    """It died before it answered."""


class Hand:
    """One that works for us at the other end of a pipe.

    Attributes:
        alive: False once it has been killed or has ended.
    """

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._numbers = itertools.count()
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._first: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.alive = True
        asyncio.get_running_loop().add_reader(line.fileno(), self._readable)

    def _readable(self) -> None:
        try:
            said = self._line.recv()
        except (EOFError, OSError):
            self.forget()
            return
        if isinstance(said, dict):
            self._first.set_result(said)
            return
        number, reply = said
        future = self._waiting.pop(number, None)
        if future is not None and not future.done():
            future.set_result(reply)

    async def first(self) -> dict[str, Any]:
        """What it says by itself when it is ready."""
        async with asyncio.timeout(PATIENCE):
            return await self._first

    async def ask(self, command: dict[str, Any], patience: float = PATIENCE) -> dict[str, Any]:
        """Have it do something.

        Raises:
            Gone: it died meanwhile.
            TimeoutError: it has not answered.
        """
        if not self.alive:
            raise Gone
        number = next(self._numbers)
        future: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        try:
            self._line.send((number, command))
        except OSError:
            self.forget()
        async with asyncio.timeout(patience):
            return await future

    def forget(self) -> None:
        """It is dead: whoever waits is told."""
        if not self.alive:
            return
        self.alive = False
        asyncio.get_running_loop().remove_reader(self._line.fileno())
        self._line.close()
        for future in [*self._waiting.values(), self._first]:
            if not future.done():
                future.set_exception(Gone())
                future.exception()  # Nobody may be waiting for it any more.
        self._waiting.clear()

    def kill(self) -> None:
        """End it at this instant."""
        raise NotImplementedError

    async def close(self) -> None:
        """End it in order."""
        raise NotImplementedError


class ProcessHand(Hand):
    """In a process: ``serve(line, *given)``."""

    def __init__(self, serve: Callable[..., None], *given: Any) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOADED)
        ours, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, *given), daemon=True)
        self.process.start()
        theirs.close()
        super().__init__(ours)

    def kill(self) -> None:
        self.process.kill()
        self.process.join(10)
        self.forget()

    async def close(self) -> None:
        self.forget()
        await asyncio.get_running_loop().run_in_executor(None, self.process.join, 15)
        if self.process.is_alive():
            self.kill()
            raise AssertionError("a process did not end in order")


class ThreadHand(Hand):
    """In a thread: ``serve(line, *given)``; ``kill`` calls what that has left in ``drops``."""

    def __init__(self, serve: Callable[..., None], *given: Any) -> None:
        ours, theirs = Pipe()
        self.drops: list[Callable[[], None]] = []
        self.thread = threading.Thread(target=serve, args=(theirs, *given, self.drops), name="hand", daemon=True)
        super().__init__(ours)
        self.thread.start()

    def kill(self) -> None:
        for drop in self.drops:
            drop()
        self.forget()
        self.thread.join(30)

    async def close(self) -> None:
        self.forget()
        await asyncio.get_running_loop().run_in_executor(None, self.thread.join, 30)
        if self.thread.is_alive():
            raise AssertionError("a thread did not end in order")
