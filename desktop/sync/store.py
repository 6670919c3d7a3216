"""Putting what came into the cache, cursor and all, in one transaction. Knows pull, gate,
overlay and local_cache.

Runs in the write lane.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import structlog

from desktop.sync.gate import Gate
from desktop.sync.overlay import Overlay
from desktop.sync.pull import Delta, Mark
from local_cache import Cache

log = structlog.get_logger(__name__)


def marks(cache: Cache, names: Iterable[str]) -> dict[str, Mark]:
    """How far each type has been read; types not begun are left out."""
    found: dict[str, Mark] = {}
    for name in names:
        cursor = cache.objects.cursor(name)
        if cursor is not None:
            found[name] = Mark(cursor.state, cursor.complete, int(cursor.position or 0))
    return found


def apply(
    cache: Cache, overlay: Overlay, gate: Gate, deltas: Iterable[Delta], settled: Iterable[str] = ()
) -> frozenset[str]:
    """Store of what came what may be kept, let go the acts that are in it, and lay the remaining ones over it again.

    An act leaves the outbox only here: after the transaction that stored the state in which it is contained.

    Args:
        settled: acts that the central has accepted, whose new state is in the cache with these deltas.

    Returns:
        The types whose shown state may have changed.
    """
    changed: set[str] = set()
    touched = [d for d in deltas if d.puts or d.gone or d.mark]
    if touched:
        with cache.writing() as tx:
            gate.admit(tx, touched)
            for delta in touched:
                if delta.gone:
                    tx.delete(delta.type, delta.gone)
                if delta.mark is not None:
                    tx.set_cursor(delta.type, delta.mark.state, delta.mark.complete, delta.mark.position)
                if delta.puts or delta.gone:
                    changed.add(delta.type)
        changed |= gate.settle()
    done = list(settled)
    if done:
        cache.outbox.remove(*done)
    if done or (changed and _anything_laid(cache)):
        changed |= overlay.rebuild()
    return frozenset(changed)


def _anything_laid(cache: Cache) -> bool:
    return not cache.outbox.is_empty() or any(cache.objects.overlaid().values())


def stale(cache: Cache, name: str, revisions: Mapping[str, int]) -> list[str]:
    """Which of these objects are here in another revision.

    Deliveries of an issued document change without a new revision: such a document counts as changed.
    """
    found: list[str] = []
    for object_id, revision in revisions.items():
        base = cache.objects.base(name, object_id)
        if base is None or base.get("revision", 0) != revision or base.get("deliveries"):
            found.append(object_id)
    return found
