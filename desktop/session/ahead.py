"""Fetching ahead: the PDFs of one's own open work are here before they are opened, where line and disk allow it.

Never what may not be held here, and nothing classified: such a file is fetched when it is opened, and not before. Knows
the boxes, transfers, the sync's state and local_cache.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

import structlog

from desktop.central.errors import CentralError, Refused
from desktop.lanes import Lanes
from desktop.office.documents import FileRef
from desktop.session.listings import listing
from desktop.sync.job import TransferCancelled
from desktop.sync.status import SyncState, SyncStatus
from desktop.sync.transfers import Transfers
from local_cache import Cache
from local_cache.errors import CacheError

log = structlog.get_logger(__name__)

BOXES = (
    "signing.approve", "signing.seal", "signing.copy", "incoming.overdue", "incoming.soon", "incoming.toReceive",
    "incoming.toHandle", "incoming.returned", "outgoing.returned", "outgoing.approved", "outgoing.sealed",
)  # fmt: skip
"""Whose files are wanted, the most pressing first."""
EACH = 60
"""Documents of one box: what lies further down is opened another day."""
BIGGEST = 20 << 20
"""Bytes; a larger file is fetched when it is opened."""
ROOM = 2 << 30
"""Bytes that stay free on the disk."""
SHARE = 0.5
"""Of the space for files here that may be filled ahead of use."""


class Values(Protocol):
    """Settings by name."""

    def __getitem__(self, name: str, /) -> Any: ...


@dataclass(frozen=True)
class Manners:
    """How files move on this machine.

    Attributes:
        kilobits: a second, for all files together; 0 sets no limit.
        prefetch: whether files are fetched ahead.
        cache_bytes: how much room files may take here.
    """

    kilobits: int = 0
    prefetch: bool = False
    cache_bytes: int = 4 << 30

    @classmethod
    def of(cls, settings: Values) -> Manners:
        """As the settings in force say."""
        return cls(settings["lineKilobitsPerSecond"], settings["prefetch"], settings["cacheLimitMegabytes"] << 20)


class Ahead:
    """Fetches ahead whenever all is in step.

    Args:
        values: what the boxes' parameters stand for now.
    """

    def __init__(
        self,
        cache: Cache,
        lanes: Lanes,
        transfers: Transfers,
        sync: SyncState,
        values: Callable[[], Mapping[str, Any]],
        manners: Manners,
    ) -> None:
        self._cache = cache
        self._lanes = lanes
        self._transfers = transfers
        self._sync = sync
        self._values = values
        self._refused: set[str] = set()
        self._task: asyncio.Task[None] | None = None
        self._end: Callable[[], None] = lambda: None
        self.take(manners)

    def take(self, manners: Manners) -> None:
        """From now on."""
        self.manners = manners
        self._transfers.budget.kilobits = manners.kilobits
        self._transfers.fetch_ahead = manners.prefetch

    def start(self) -> None:
        """Begin to follow the sync."""
        self._end = self._sync.subscribe(self._moved)

    async def close(self) -> None:
        """Stop; what is under way is the transfers' own."""
        self._end()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _moved(self, status: SyncStatus) -> None:
        if status.kind not in ("synced", "needsYou"):
            return
        self._transfers.look_again()
        if self.manners.prefetch and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._fetch(), name="ahead")

    async def _fetch(self) -> None:
        try:
            for file in await self._lanes.read(self._wanted):
                if not self.manners.prefetch or self._transfers.budget.slow or self._transfers.full:
                    return
                await self._one(file)
        except CacheError as error:
            log.info("ahead.ended", code=error.code)
        except CentralError as error:
            log.info("ahead.ended", kind=error.kind, code=error.code)

    async def _one(self, file: FileRef) -> None:
        """One at a time: it is to disturb nobody."""
        try:
            await self._transfers.fetch(file)
        except (Refused, TransferCancelled) as error:
            if getattr(error, "code", "") == "signedOut":
                raise
            # Not there, not allowed, or not wanted: whoever opens it is told; here it is not asked for again.
            self._refused.add(file["digest"])

    def _wanted(self) -> list[FileRef]:
        """In a read lane: what is worth fetching now, the most pressing first; none where the disk is narrow."""
        free = shutil.disk_usage(self._cache.profile.directory).free - ROOM
        free = min(free, int(self.manners.cache_bytes * SHARE) - self._cache.blobs.total())
        found: dict[str, FileRef] = {}
        for document in self._documents():
            for file in worth_fetching(document):
                digest = file["digest"]
                if digest in found or digest in self._refused or self._cache.blobs.has(digest):
                    continue
                free -= file["size"]
                if free < 0:
                    return list(found.values())
                found[digest] = file
        return list(found.values())

    def _documents(self) -> Iterable[Mapping[str, Any]]:
        values = self._values()
        for box in BOXES:
            kind = listing(box, "own")
            for row in self._cache.objects.page(kind, values, limit=EACH):
                document = row.get("document")
                if document is not None:
                    yield document


def worth_fetching(document: Mapping[str, Any]) -> list[FileRef]:
    """The document's PDF, where it may be fetched unasked."""
    file = document.get("file")
    if document.get("withheld") or document.get("secrecy", "none") != "none" or not isinstance(file, dict):
        return []
    if file.get("mediaType") != "application/pdf" or file["size"] > BIGGEST:
        return []
    return [cast(FileRef, file)]
