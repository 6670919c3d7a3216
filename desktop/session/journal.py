"""The journal of signing as presenters see it: what a batch was to sign and how far it came. Knows local_cache.

What it says is on the disk when a call returns. Every method is called on the loop's thread and never blocks it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop.central.errors import Refused
from desktop.lanes import Lanes
from desktop.office.documents import FileRef
from desktop.sync.gate import REASON, Gate
from local_cache import BatchItem, Cache, SigningBatch

Mark = tuple[str, Any, Any]
"""Item, state, result."""


@dataclass(frozen=True)
class JournalItem:
    """One item of a batch, to be kept or to leave with its act.

    Attributes:
        result: a JSON value that is written down with the step.
    """

    batch: str
    id: str
    result: Any = None


class Journal:
    """The journal of one account."""

    def __init__(self, cache: Cache, lanes: Lanes, gate: Gate) -> None:
        self._cache = cache
        self._lanes = lanes
        self._gate = gate

    async def begin(
        self, kind: str, certificate: str, items: Sequence[tuple[str, Any]], data: Any, *, alone: bool = False
    ) -> str:
        """Write down what is about to be signed; the new batch's id.

        Args:
            alone: it leaves the batches of other kinds where they are.

        Raises:
            DiskFull: nothing may be signed then.
        """
        return await self._lanes.write(partial(self._cache.batches.begin, alone=alone), kind, certificate, items, data)

    async def reopen(self, batch_id: str, certificate: str, item_ids: Sequence[str]) -> None:
        """Go on with these items of a batch.

        Raises:
            ItemConflict: the batch is gone, or one of them is signed already.
        """
        await self._lanes.write(self._cache.batches.reopen, batch_id, certificate, item_ids)

    async def mark(self, batch_id: str, *marks: Mark) -> None:
        """Set states and results; what is kept or has left stays so."""
        await self._lanes.write(self._cache.batches.mark, batch_id, marks)

    async def keep(self, item: JournalItem, pdfs: Sequence[bytes], files: Sequence[FileRef]) -> None:
        """Put an item's signed files into the sealed store, all or none, and the word that they are there with them.

        Raises:
            Refused: "secretElsewhere": they may not be held here.
            DiskFull: nothing was kept.
        """
        if any(self._gate.withholds_file(file["digest"]) for file in files):
            raise Refused(REASON)
        note = self._cache.batches.kept(item.batch, item.id, item.result)
        await self._lanes.write(self._cache.blobs.store_together, pdfs, note)

    async def give_up(self, item: JournalItem) -> None:
        """Kept files that their signer lets go; the item has failed, with its reason."""

        def give_up() -> None:
            self._cache.blobs.delete(*self._cache.batches.give_up(item.batch, item.id, item.result))

        await self._lanes.write(give_up)

    async def end(self, batch_id: str) -> None:
        """Nothing more is to be signed in this batch."""
        await self._lanes.write(self._cache.batches.end, batch_id)

    async def last(self) -> SigningBatch | None:
        """The batch begun last."""
        return await self._lanes.read(self._cache.batches.last)

    async def all(self) -> list[SigningBatch]:
        """Every batch in the journal, oldest first."""
        return await self._lanes.read(self._cache.batches.all)

    async def kept(self) -> list[tuple[str, BatchItem]]:
        """Signed files whose acts have not left yet, with their batches."""
        batches = await self._lanes.read(self._cache.batches.all)
        return [(batch.id, item) for batch in batches for item in batch.items if item.state == "kept"]
