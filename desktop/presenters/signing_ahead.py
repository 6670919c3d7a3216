"""Documents opened before they are asked for, and kept for a moment after: stepping through a queue never waits.

Knows the pages alone. A document is named with all that changes what its pages show.
"""

from __future__ import annotations

from collections import OrderedDict

from desktop.presenters.pages import PdfPages

Key = tuple[object, ...]
MOST = 3
"""Documents held beside the one in front: the one before, the next, and one more. Each may hold pictures of pages."""
LARGEST = 20_000_000
"""Bytes; a larger file is opened when it is asked for."""


class Ahead:
    """The documents at hand."""

    def __init__(self) -> None:
        self._ready: OrderedDict[Key, PdfPages] = OrderedDict()

    def __contains__(self, key: Key) -> bool:
        return key in self._ready

    def take(self, key: Key) -> PdfPages | None:
        """One that is at hand; it is the caller's from now on."""
        return self._ready.pop(key, None)

    async def put(self, key: Key, pages: PdfPages) -> None:
        """Hold a document; the one held longest goes when there are too many."""
        old = self._ready.pop(key, None)
        self._ready[key] = pages
        gone = [] if old is None else [old]
        while len(self._ready) > MOST:
            gone.append(self._ready.popitem(last=False)[1])
        for one in gone:
            await one.close()

    async def close(self) -> None:
        """Let all go."""
        while self._ready:
            await self._ready.popitem()[1].close()
