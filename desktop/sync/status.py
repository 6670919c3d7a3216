"""What the clerk sees of the sync, as one small observable. Knows nothing of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import structlog

log = structlog.get_logger(__name__)

StatusKind = Literal["synced", "sending", "receiving", "retrying", "needsYou", "offline", "signedOut"]


@dataclass(frozen=True)
class SyncStatus:
    """One state.

    Attributes:
        at: when all was last in step with the central (UTC); None before the first time.
        n: acts being sent, objects received, or acts that need the clerk, as ``kind`` says.
        total: objects to receive in all; None where it is not known.
        retry_at: when the next try is made (UTC).
        code: why, where something failed; a code as in ``central.errors``.
        unsent: acts that are not yet known to be at the central.
        needs: acts that came back or are stuck; they need the clerk, whatever else is going on.
    """

    kind: StatusKind
    at: datetime | None = None
    n: int = 0
    total: int | None = None
    retry_at: datetime | None = None
    code: str | None = None
    unsent: int = 0
    needs: int = 0


class SyncState:
    """The present status; subscribers are called on the loop's thread at each change."""

    def __init__(self) -> None:
        self._state = SyncStatus("offline")
        self._callbacks: list[Callable[[SyncStatus], None]] = []

    @property
    def state(self) -> SyncStatus:
        return self._state

    def subscribe(self, callback: Callable[[SyncStatus], None]) -> Callable[[], None]:
        """Call ``callback`` at each change; what is returned ends it."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def set(self, status: SyncStatus) -> None:
        if status == self._state:
            return
        self._state = status
        for callback in list(self._callbacks):
            callback(status)
