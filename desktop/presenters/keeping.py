"""Keeps what is typed, as it is typed, in the local drafts. Knows the workplace alone.

Writes follow one another; while one runs only the newest state waits, so that fast typing never queues up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import structlog

from desktop.presenters import needs

_log = structlog.get_logger(__name__)


NAME = "keeping what is typed"


async def all_kept() -> None:
    """Wait until whatever is typed anywhere is on the disk, or known not to get there."""
    while writing := [task for task in asyncio.all_tasks() if task.get_name() == NAME]:
        await asyncio.wait(writing)


class Keeper:
    """The local draft of one form.

    Args:
        failed: told, on the window's thread, why what is typed cannot be kept (a full disk). It is tried again with
            the next key; the form itself still has everything.

    Attributes:
        key: the draft's key; for a document its id.
    """

    def __init__(
        self, drafts: needs.KeptDrafts, key: str, kind: str, failed: Callable[[Exception], object] = lambda _: None
    ) -> None:
        self._failed = failed
        self._drafts = drafts
        self.key = key
        self._kind = kind
        self._newest: dict[str, Any] | None = None
        self._task: asyncio.Task[None] | None = None
        self._dropped = False

    def keep(self, data: dict[str, Any]) -> None:
        """Keep this state; returns at once."""
        if self._dropped:
            return
        self._newest = data
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._write(), name=NAME)

    async def settled(self) -> None:
        """Wait until the newest state is on disk."""
        while self._task is not None and not self._task.done():
            await asyncio.shield(self._task)

    async def stop(self) -> None:
        """Keep nothing more: the act that follows takes the local draft with it."""
        self._dropped = True
        await self.settled()

    async def drop(self) -> None:
        """The draft is given up."""
        self._newest = None
        await self.stop()
        await self._drafts.drop_draft(self.key)

    async def _write(self) -> None:
        while self._newest is not None:
            data, self._newest = self._newest, None
            try:
                await self._drafts.save_draft(self.key, self._kind, data)
            except Exception as error:  # noqa: BLE001 - whatever it is, whoever types has to know
                _log.warning("draft.not_kept", kind=self._kind, error=type(error).__name__)
                self._failed(error)
