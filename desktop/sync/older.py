"""What is not kept here, fetched when somebody asks for it: older work, documents found there, old histories.

Beside the sync and never in its way: what comes is stored only while no newer state has been stored since it was asked
for. It stays for some days, whatever its age, and is asked for again after that. Knows asking, line and store.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from desktop.central.errors import Busy
from desktop.lanes import Lanes
from desktop.office.acts import from_wire_time, wire_time
from desktop.sync import beside, store, window
from desktop.sync.asking import Delta, Object
from desktop.sync.gate import Gate
from desktop.sync.line import Line
from desktop.sync.overlay import Overlay
from desktop.sync.pull import Puller
from desktop.sync.window import Filter
from local_cache import Cache

log = structlog.get_logger(__name__)

PAGE = 100
MOST_PAGES = 20
"""Pages looked through for one that has something new."""
FOUND = 30
"""Documents that a search over there shows."""
KEPT = 3 * 86400.0
"""Seconds for which what was asked for is held whatever its age."""
TRIES = 5


@dataclass(frozen=True)
class Older:
    """How far back one list goes by now.

    Attributes:
        until: everything that changed since then is here (a moment of the wire).
        came: objects that came with the last page.
        more: whether there may be older ones.
    """

    until: str
    came: int
    more: bool


class Asking:
    """Fetches what somebody asks for. In memory only: it is what the central has, and may be asked for again.

    Args:
        seconds: a clock that only goes on.
        tell: told of the types that changed.
    """

    def __init__(
        self,
        cache: Cache,
        overlay: Overlay,
        gate: Gate,
        puller: Puller,
        line: Line,
        lanes: Lanes,
        seconds: Callable[[], float],
        tell: Callable[[frozenset[str]], None],
    ) -> None:
        self._cache = cache
        self._overlay = overlay
        self._gate = gate
        self._puller = puller
        self._line = line
        self._lanes = lanes
        self._seconds = seconds
        self._tell = tell
        self._held: dict[str, dict[str, float]] = {}
        self._reached: dict[tuple[str, str | None], Older] = {}
        self._told: set[str] = set()

    def held(self, name: str) -> set[str]:
        """Identifiers of what was asked for lately."""
        now, ids = self._seconds(), self._held.get(name, {})
        for object_id in [i for i, until in ids.items() if until <= now]:
            del ids[object_id]
        return set(ids)

    async def since(self, name: str) -> str:
        """Where the window of a type begins that is here; "" where everything is."""
        marks = await self._lanes.read(store.marks, self._cache, [name])
        return marks[name].since if name in marks and marks[name].complete else window.ALL

    async def reached(self, name: str, organ_id: str | None = None) -> Older | None:
        """How far back a type goes here; None where it is kept whole."""
        since = await self.since(name)
        if not since:
            return None
        known = self._reached.get((name, organ_id))
        return known if known is not None and known.until <= since else Older(since, 0, more=True)

    async def page(self, name: str, organ_id: str | None = None) -> Older | None:
        """Fetch the next older finished work of a type, with what it names.

        Args:
            organ_id: of one organ alone.

        Raises:
            CentralError: as its kind says.
        """
        reached = await self.reached(name, organ_id)
        if reached is None or not reached.more:
            return reached
        aged = self._puller.kinds[name].aged
        assert aged is not None
        parts: list[Filter] = [{"before": _second_after(reached.until)}, {"open": False}]
        parts += [{"organId": organ_id}] if organ_id else []
        asked = beside.Asked(name, {"operator": "AND", "conditions": parts}, aged.member, PAGE)
        until, came, more = reached.until, 0, True
        for number in range(MOST_PAGES):
            look, fresh = await self._look(asked, number * PAGE)
            came += fresh
            more = look.more
            if look.objects:
                until = min(until, str(look.objects[-1].get(aged.member) or until))
            if fresh or not more:
                break
        self._reached[name, organ_id] = Older(until, came, more)
        return self._reached[name, organ_id]

    async def search(self, text: str) -> list[Object]:
        """Documents over there that hold these words and are not here, newest first. Nothing is stored.

        Raises:
            CentralError: as its kind says.
        """
        asked = beside.Asked("Document", {"text": text}, "updatedAt", FOUND)
        look = await self._line.run(beside.look, self._puller, asked, 0)
        found = [o for o in look.objects if self._gate.policy.may_hold(o, self._gate.level)]
        missing = set(await self._lanes.read(self._cache.aging.lacking, "Document", [o["id"] for o in found]))
        return [o for o in found if o["id"] in missing]

    async def document(self, document_id: str) -> None:
        """Fetch a document with everybody's side of it that I may see, and its history.

        Raises:
            CentralError: as its kind says.
        """
        deltas = await self._stored(lambda: self._line.run(beside.whole, self._puller, document_id))
        self._told.add(document_id)
        log.info("older.document", objects=sum(len(d.puts) for d in deltas))

    async def one(self, name: str, object_id: str) -> None:
        """Fetch an object by its identifier; one that I may not see does not come.

        Raises:
            CentralError: as its kind says.
        """

        async def ask() -> list[Delta]:
            return [await self._line.run(self._puller.objects, name, [object_id])]

        await self._stored(ask)

    async def history(self, document_id: str) -> None:
        """Fetch the acts of a document that are older than what is kept here; once is enough.

        Raises:
            CentralError: as its kind says.
        """
        if document_id not in self._told:
            await self._stored(lambda: self._line.run(beside.acts, self._puller, document_id))
            self._told.add(document_id)

    def has_history(self, document_id: str) -> bool:
        """Whether the whole history of a document has been fetched."""
        return document_id in self._told

    # -- fetching

    async def _look(self, asked: beside.Asked, position: int) -> tuple[beside.Look, int]:
        """One page stored, and how many of its objects were not here."""
        seen: list[tuple[beside.Look, int]] = []

        async def ask() -> list[Delta]:
            look = await self._line.run(beside.look, self._puller, asked, position)
            missing = await self._lanes.read(self._cache.aging.lacking, asked.name, [o["id"] for o in look.objects])
            seen.append((look, len(missing)))
            return look.deltas

        await self._stored(ask)
        return seen[-1]

    async def _stored(self, ask: Callable[[], Awaitable[list[Delta]]]) -> list[Delta]:
        """Ask and store; again where newer state was stored between the two."""
        names = list(self._puller.kinds)
        for _ in range(TRIES):
            seen = await self._lanes.read(store.marks, self._cache, names)
            deltas = [d for d in await ask() if d.puts]
            until = self._seconds() + KEPT
            for delta in deltas:
                self._held.setdefault(delta.type, {}).update((o["id"], until) for o in delta.puts)
            changed = await self._lanes.write(
                store.apply_unless_moved, self._cache, self._overlay, self._gate, deltas, seen
            )
            if changed is not None:
                self._tell(changed)
                return deltas
        raise Busy("busy")


def _second_after(moment: str) -> str:
    """What changed in the same second as the last one that came may not have come with it."""
    return wire_time(from_wire_time(moment) + timedelta(seconds=1))
