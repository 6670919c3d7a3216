"""The effective state of what unsent acts have been done to: the same rules as the central's, laid over what it gave.

Own unsent acts only, in the order in which they were done; nobody else's are replayed. Knows office and local_cache.
Runs in the write lane, and only there: what is laid is remembered between calls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import structlog

from desktop.office.acts import Act, Effects, Refusal, from_wire_time
from desktop.office.handling import Handling
from desktop.office.judge import judge
from desktop.sync.gate import is_held_back
from local_cache import Cache
from local_cache.errors import CacheError

log = structlog.get_logger(__name__)

Note = Callable[[Any], None]


@dataclass(frozen=True)
class Laid:
    """An object as an unsent act leaves it."""

    object: dict[str, Any]
    act_id: str


class LaidWorld:
    """The base state with the effects of unsent acts upon it; remembers which of these acts were looked at."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self.laid: dict[tuple[str, str], Laid] = {}
        self.looked_at: set[str] = set()

    def get(self, type_name: str, object_id: str) -> Mapping[str, Any] | None:
        laid = self.laid.get((type_name, object_id))
        if laid is not None:
            self.looked_at.add(laid.act_id)
            return laid.object
        return self._cache.objects.base(type_name, object_id)

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Handling]:
        found: dict[str, Mapping[str, Any]] = {}
        for row in self._cache.objects.select("Handling", (("document_id", "=", document_id),)):
            object_ = self.get("Handling", row["id"])
            if object_ is not None:
                found[row["id"]] = object_
        for (type_name, object_id), laid in self.laid.items():
            if type_name == "Handling" and laid.object.get("documentId") == document_id:
                found[object_id] = cast(Mapping[str, Any], self.get("Handling", object_id))
        rows = [h for h in found.values() if organ_id is None or h.get("organId") == organ_id]
        return cast(list[Handling], rows)

    def lay(self, act_id: str, effects: Effects) -> None:
        for type_name, object_ in effects.puts:
            self.laid[type_name, object_["id"]] = Laid(object_, act_id)


@dataclass
class Overlay:
    """Keeps the cache's overlay equal to what the outbox says.

    Attributes:
        settled: acts that the central has accepted and whose new state has been stored: no longer laid.
    """

    cache: Cache
    settled: set[str] = field(default_factory=set)
    _world: LaidWorld | None = None

    def invalidate(self) -> None:
        """The base or the outbox has changed: the next question starts from them again."""
        self._world = None

    def world(self) -> LaidWorld:
        """The present world, unsent acts included."""
        if self._world is None:
            world = LaidWorld(self.cache)
            for entry in self.cache.outbox.all():
                stays_out = entry.state == "refused" or is_held_back(entry.reason) or entry.act["id"] in self.settled
                if not stays_out:
                    outcome = consider(cast(Act, entry.act), world)
                    if isinstance(outcome, Effects):
                        world.lay(entry.act["id"], outcome)
            self._world = world
        self._world.looked_at = set()
        return self._world

    def rebuild(self) -> frozenset[str]:
        """Write the overlay anew where it differs; the types whose shown state changed."""
        self.invalidate()
        wanted: dict[str, dict[str, dict[str, Any] | None]] = {}
        for (type_name, object_id), laid in self.world().laid.items():
            wanted.setdefault(type_name, {})[object_id] = laid.object
        for type_name, ids in self.cache.objects.overlaid().items():
            for object_id in ids:
                wanted.setdefault(type_name, {}).setdefault(object_id, None)
        return self._write(wanted)

    def _write(self, wanted: dict[str, dict[str, dict[str, Any] | None]]) -> frozenset[str]:
        changed: dict[str, dict[str, dict[str, Any] | None]] = {}
        for type_name, objects in wanted.items():
            over = self.cache.objects.pending(type_name, list(objects))
            for object_id, object_ in objects.items():
                if (
                    object_ is not None
                    and object_id in over
                    and self.cache.objects.get(type_name, object_id) == object_
                ):
                    continue
                changed.setdefault(type_name, {})[object_id] = object_
        if changed:
            with self.cache.writing() as tx:
                for type_name, objects in changed.items():
                    tx.set_overlay(type_name, objects)
        return frozenset(changed)

    def add(self, act: Act, effects: Effects, files: tuple[str, ...], note: Note = lambda _: None) -> frozenset[str]:
        """Put a new act into the outbox and show its effect at once; the types whose shown state changed.

        Args:
            note: written with the act (`Outbox.append`).
        """
        self.cache.outbox.append(cast(dict[str, Any], act), files, note)
        self.world().lay(act["id"], effects)
        wanted: dict[str, dict[str, dict[str, Any] | None]] = {}
        for type_name, object_ in effects.puts:
            wanted.setdefault(type_name, {})[object_["id"]] = object_
        try:
            return self._write(wanted)
        except CacheError as error:
            # The act is safe, and whoever did it must not be told otherwise; the next change shows its effect.
            log.warning("overlay.not_shown", act=act["id"], code=error.code)
            return frozenset(wanted)


def consider(act: Act, world: LaidWorld) -> Effects | Refusal:
    """What the act does here and now, by the author's clock: the central alone decides in the end."""
    try:
        return judge(act, world, now=from_wire_time(act["claimedAt"]), numbers=None)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        # State from a newer central may have a shape that our rules stumble over; the act waits for the central's word.
        log.warning("overlay.rule_stumbled", act=act["id"], kind=act["kind"], problem=type(problem).__name__)
        return Refusal("cannotTell")
