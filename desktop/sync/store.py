"""Putting what came into the cache, cursor and all, in one transaction. Knows asking, gate, overlay
and local_cache.

Runs in the write lane.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import structlog

from desktop.sync.asking import Delta, Mark
from desktop.sync.gate import SCRUB, Gate
from desktop.sync.overlay import Overlay
from local_cache import Cache
from local_cache.errors import CacheError

log = structlog.get_logger(__name__)


def marks(cache: Cache, names: Iterable[str]) -> dict[str, Mark]:
    """How far each type has been read; types not begun are left out."""
    found: dict[str, Mark] = {}
    with cache.objects.reading() as snapshot:
        for name in names:
            cursor = snapshot.cursor(name)
            if cursor is not None:
                found[name] = Mark(cursor.state, cursor.complete, *_place(cursor.position))
    return found


def _place(kept: Any) -> tuple[int, str]:
    """Position and window of a cursor; a number alone is one without a window."""
    match kept:
        case [int(position), str(since)]:
            return position, since
        case int(position):
            return position, ""
    return 0, ""


def apply(
    cache: Cache, overlay: Overlay, gate: Gate, deltas: Sequence[Delta], settled: Iterable[str] = ()
) -> frozenset[str]:
    """Store of what came what may be kept, let go the acts that are in it, and lay the remaining ones over it again.

    An act leaves the outbox only here: after the transaction that stored the state in which it is contained. What goes
    takes its files along, before it goes itself: a kill in between leaves nothing that nobody would look for.

    Args:
        settled: acts that the central has accepted, whose new state is in the cache with these deltas.

    Returns:
        The types whose shown state may have changed.
    """
    changed: set[str] = set()
    touched = [d for d in deltas if d.puts or d.gone or d.mark]
    if touched:
        _let_files_go(cache, touched)
        with cache.writing() as tx:
            gate.admit(tx, touched)
            for delta in touched:
                if delta.gone:
                    tx.delete(delta.type, delta.gone)
                if delta.mark is not None:
                    mark = delta.mark
                    place = [mark.position, mark.since] if mark.since else mark.position
                    tx.set_cursor(delta.type, mark.state, mark.complete, place)
                if delta.puts or delta.gone:
                    changed.add(delta.type)
        changed |= gate.settle()
    done = list(settled)
    if done:
        cache.outbox.remove(*done)
    if done or (changed and _anything_laid(cache)):
        changed |= overlay.rebuild()
    return frozenset(changed)


def apply_unless_moved(
    cache: Cache, overlay: Overlay, gate: Gate, deltas: Sequence[Delta], seen: Mapping[str, Mark]
) -> frozenset[str] | None:
    """Store what was asked for beside the sync; None where the sync has stored newer state since it was asked for.

    Args:
        seen: the cursors as they stood before it was asked for.
    """
    now = marks(cache, {d.type for d in deltas})
    if any(name not in seen or seen[name].state != mark.state for name, mark in now.items()):
        return None
    return apply(cache, overlay, gate, deltas)


def _let_files_go(cache: Cache, deltas: Iterable[Delta]) -> None:
    """The files of objects that go, where nothing else shown here names them; what is still to be sent stays."""
    gone = {d.type: d.gone for d in deltas if d.gone}
    if not gone:
        return
    if not cache.preferences.get(SCRUB):
        cache.preferences.set(SCRUB, True)
    ids = gone.get("Document", ())
    # Acts name the same files as their document, which decides.
    digests = {d for d in cache.aging.files("Document", ids) if _is_here(cache, d)} if ids else set[str]()
    if digests:
        let_go = cache.blobs.delete(*(digests - cache.aging.still_named(digests, ids)))
        log.info("sync.files_gone", files=len(let_go))


def _is_here(cache: Cache, digest: str) -> bool:
    try:
        return cache.blobs.has(digest)
    except (CacheError, ValueError):
        return False


def _anything_laid(cache: Cache) -> bool:
    return not cache.outbox.is_empty() or any(cache.objects.overlaid().values())
