"""What is kept names other objects: those that are not here are fetched by identifier. Knows asking, line and store.

A document outside the window of time is brought by the work that is still open on it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

import structlog

from desktop.lanes import Lanes
from desktop.sync.asking import Delta
from desktop.sync.line import Line
from desktop.sync.pull import Puller
from local_cache import Cache, Named

log = structlog.get_logger(__name__)

Store = Callable[[list[Delta]], Awaitable[None]]


class References:
    """Keeps in mind what is named and perhaps not here.

    In memory only: what a kill forgets is found again by ``scan``, which runs at each start.
    """

    def __init__(self, cache: Cache, puller: Puller, line: Line, lanes: Lanes, keep: Store) -> None:
        self._cache = cache
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._store = keep
        self._wanted: dict[str, dict[str, None]] = {}
        self._not_mine: dict[str, set[str]] = {}

    def named(self) -> list[Named]:
        """Every column that names an object of another type."""
        return [Named(k.name, r.column, r.type) for k in self._puller.kinds.values() for r in k.names]

    def note(self, deltas: Iterable[Delta]) -> None:
        """These have come: what they name is looked for."""
        for delta in deltas:
            kind = self._puller.kinds.get(delta.type)
            for reference in kind.names if kind is not None else ():
                found = (o.get(reference.member) for o in delta.puts)
                self._want(reference.type, (i for i in found if isinstance(i, str)))
            if delta.type in self._not_mine:
                self._not_mine[delta.type].difference_update(o["id"] for o in delta.puts)

    def _want(self, name: str, ids: Iterable[str]) -> None:
        refused = self._not_mine.get(name, set())
        self._wanted.setdefault(name, {}).update((i, None) for i in ids if i not in refused)

    def forget_refusals(self) -> None:
        """My rights have changed: what I might not see, I may see now."""
        self._not_mine.clear()

    async def scan(self) -> None:
        """Look through all that is here."""
        for each in self.named():
            if each.of in self._puller.kinds:
                self._want(each.of, await self._lanes.read(self._cache.aging.missing, each))

    async def step(self) -> bool:
        """Fetch some of what is missing; whether anything was asked for."""
        for name, ids in self._wanted.items():
            if name in self._puller.unsupported:
                ids.clear()
            if not ids:
                continue
            part = list(ids)[: self._puller.step(name)]
            missing = await self._lanes.read(self._cache.aging.lacking, name, part)
            if missing:
                delta = await self._line.run(self._puller.objects, name, missing)
                refused = set(missing) - {o["id"] for o in delta.puts}
                if refused:
                    log.info("sync.named_and_not_mine", type=name, count=len(refused))
                    self._not_mine.setdefault(name, set()).update(refused)
                await self._store([Delta(name, delta.puts)])
            for object_id in part:
                ids.pop(object_id, None)
            if missing:
                return True
        return False
