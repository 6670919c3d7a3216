"""Tasks that a presenter has started: one per name, the newest wins, all cancelled together. Knows asyncio alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

_log = structlog.get_logger(__name__)


class Running:
    """Holds what a presenter runs, so that nothing is lost and nothing outlives it.

    Args:
        failed: told, on the window's thread, of an error that a task did not deal with itself.
    """

    def __init__(self, failed: Callable[[Exception], None] | None = None) -> None:
        self._tasks: dict[str, asyncio.Task[Any]] = {}
        self._failed = failed
        self._count = 0
        self._closed = False

    def start(self, name: str, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any] | None:
        """Run this; what ran under the same name is cancelled. After `close` nothing is started."""
        if self._closed:
            work.close()
            return None
        self.cancel(name)
        task = asyncio.ensure_future(work)
        self._tasks[name] = task
        task.add_done_callback(lambda done: self._ended(name, done))
        return task

    def also(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any] | None:
        """Run this beside everything else."""
        self._count += 1
        return self.start(f"#{self._count}", work)

    def is_running(self, name: str) -> bool:
        """Whether something runs under that name."""
        return name in self._tasks

    async def ended(self, name: str) -> None:
        """Wait until nothing runs under that name."""
        while (task := self._tasks.get(name)) is not None:
            await asyncio.wait([task])
            await asyncio.sleep(0)

    def cancel(self, name: str) -> None:
        """Stop what runs under that name."""
        task = self._tasks.pop(name, None)
        if task is not None:
            task.cancel()

    def close(self) -> None:
        """Stop everything, for good."""
        self._closed = True
        for name in list(self._tasks):
            self.cancel(name)

    async def settled(self) -> None:
        """Wait until nothing runs any more, whatever is started meanwhile (for tests and for an orderly end)."""
        while self._tasks:
            await asyncio.wait(list(self._tasks.values()))
            await asyncio.sleep(0)

    def _ended(self, name: str, task: asyncio.Task[Any]) -> None:
        if self._tasks.get(name) is task:
            del self._tasks[name]
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        _log.error("presenter.task_failed", task=name, error=type(error).__name__)
        if self._failed is not None and isinstance(error, Exception):
            self._failed(error)
