"""Files on their way: uploads that acts wait for, downloads that a clerk asks for. Knows line, blobs and the outbox."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Mapping
from typing import Any

from desktop.central import blobs
from desktop.central.errors import Refused
from desktop.central.transport import Call
from desktop.lanes import Lanes
from desktop.office.documents import FileRef, blob_id
from desktop.sync.line import Line
from local_cache import Cache
from local_cache.errors import CacheError
from local_cache.outbox import Entry

Progress = Callable[[int, int], None]


class FileMissing(Exception):
    """A file that an act needs is no longer on this machine."""


class Transfers:
    """Moves files. One download a digest at a time: whoever asks again joins it.

    Args:
        withheld: whether a file may not be held here, by its digest: it is neither fetched nor sent.
    """

    def __init__(
        self, cache: Cache, line: Line, lanes: Lanes, withheld: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._cache = cache
        self._line = line
        self._lanes = lanes
        self._withheld = withheld
        self.there: set[str] = set()
        self._downloads: dict[str, asyncio.Task[None]] = {}

    def ready(self, entry: Entry) -> bool:
        """Whether all files of an act are known to be at the central."""
        return self.there.issuperset(entry.files)

    async def upload(self, entry: Entry) -> None:
        """Send what the central lacks of an act's files.

        Raises:
            CentralError: as its kind says.
            FileMissing: a file is gone from this machine.
        """
        kinds = media_types(entry.act.get("payload"))
        for digest in entry.files:
            if self._withheld(digest):
                raise Refused("secretElsewhere")
            if digest not in self.there:
                await self._line.run(
                    self._upload, digest, kinds.get(digest, "application/octet-stream"), patience=3600.0
                )
                self.there.add(digest)

    def _upload(self, digest: str, media_type: str, call: Call) -> None:
        try:
            size, source = self._cache.blobs.size(digest), io.BufferedReader(self._cache.blobs.open(digest), 1 << 20)
        except CacheError as error:
            raise FileMissing(digest) from error
        with source:
            blobs.upload(self._line.central, source, size, blob_id(digest), media_type, call)

    def forget(self, entry: Entry) -> None:
        """The central says that it has not got the files: they are sent again."""
        self.there.difference_update(entry.files)

    async def download(self, file: FileRef, progress: Progress | None = None) -> None:
        """Bring a file into the sealed store, where it is not there; goes on where it was cut.

        Raises:
            CentralError: as its kind says; Refused("notFound") where the central has no such file, or
                Refused("secretElsewhere") where it may not be held here.
        """
        digest = file["digest"]
        if self._withheld(digest) or self._withheld(file["blobId"]):
            raise Refused("secretElsewhere")
        task = self._downloads.get(digest)
        if task is None:
            task = asyncio.create_task(self._fetch(file, progress), name="download")
            self._downloads[digest] = task
            task.add_done_callback(lambda _: self._downloads.pop(digest, None))
        # Shielded: one reader who turns the page does not end it for another; close() ends them all.
        await asyncio.shield(task)

    async def _fetch(self, file: FileRef, progress: Progress | None) -> None:
        if not await self._lanes.read(self._cache.blobs.has, file["digest"]):
            await self._line.run(self._download, file, progress, patience=3600.0)

    def _download(self, file: FileRef, progress: Progress | None, call: Call) -> None:
        with self._cache.blobs.partial(file["digest"], file["size"]) as partial:
            blobs.download(
                self._line.central,
                file["blobId"],
                file["name"],
                file["mediaType"],
                file["size"],
                partial,
                call,
                progress or (lambda done, total: None),
            )

    async def close(self) -> None:
        """End what is under way; what has come stays for the next time."""
        tasks = list(self._downloads.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def media_types(payload: Any) -> dict[str, str]:
    """The media type of each file named anywhere in a payload, by digest."""
    found: dict[str, str] = {}
    pending = [payload]
    while pending:
        value = pending.pop()
        if isinstance(value, Mapping):
            if isinstance(value.get("digest"), str) and isinstance(value.get("mediaType"), str):
                found[value["digest"]] = value["mediaType"]
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    return found


def file_digests(payload: Any) -> tuple[str, ...]:
    """The digests of all files named anywhere in a payload."""
    return tuple(media_types(payload))
