"""Questions that somebody at the desk asks, beside the sync: older work, a search over there, one whole document.

Knows pull. Everything here blocks, in a network lane.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.central.jmap import Batch, Handle
from desktop.central.transport import Call
from desktop.sync.asking import Delta, Object
from desktop.sync.pull import Puller
from desktop.sync.room import Ask
from desktop.sync.window import Filter


@dataclass(frozen=True)
class Asked:
    """A question for objects of one type.

    Attributes:
        newest: the property by which the newest come first.
        limit: the most that are wanted at once.
    """

    name: str
    filter: Filter
    newest: str
    limit: int


@dataclass(frozen=True)
class Look:
    """What was found: what there is to store, the objects in order, and how far that went.

    Attributes:
        passed: places in the order that were looked at; an object may go between being named and being asked for.
        more: whether there may be others behind them.
    """

    deltas: list[Delta]
    objects: list[Object]
    passed: int = 0
    more: bool = True


def look(puller: Puller, asked: Asked, position: int, call: Call) -> Look:
    """A page of objects with what they name."""
    found = Look([], [])
    while found.more and found.passed < asked.limit:
        part = _look(puller, asked, position + found.passed, asked.limit - found.passed, call)
        found = Look(
            [*found.deltas, *part.deltas], [*found.objects, *part.objects], found.passed + part.passed, part.more
        )
    return found


def _look(puller: Puller, asked: Asked, position: int, most: int, call: Call) -> Look:
    kind = puller.kinds[asked.name]
    args: dict[str, Any] = {
        "filter": asked.filter, "sort": [{"property": asked.newest, "isAscending": False}], "position": position,
    }  # fmt: skip

    def work() -> Look:
        limit = min(most, puller.room.objects(call))

        def add(batch: Batch) -> tuple[Handle, Handle, list[tuple[str, Handle]]]:
            query = batch.add(f"{kind.name}/query", limit=limit, **args)
            get = batch.add(f"{kind.name}/get", ref_ids=query.ref("/ids"))
            named = [(r.type, batch.add(f"{r.type}/get", ref_ids=get.ref(f"/list/*/{r.member}"))) for r in kind.names]
            return query, get, named

        (((query, get, named), responses),) = puller.room.send(call, [Ask(2 + len(kind.names), add)])
        found, kept = responses.queried(query), tuple(responses.got(get).objects)
        deltas = [Delta(other, tuple(responses.got(handle).objects)) for other, handle in named]
        by_id = {o["id"]: o for o in kept}
        ordered = [by_id[i] for i in found.ids if i in by_id]
        return Look(
            [*deltas, Delta(kind.name, kept)], ordered, len(found.ids), bool(found.ids) and len(found.ids) >= limit
        )

    return puller.room.patiently(call, work)


def whole(puller: Puller, document_id: str, call: Call) -> list[Delta]:
    """A document, everybody's side of it, the tasks it gave rise to, and all that was done with it."""
    return [
        puller.objects("Document", [document_id], call),
        *_of(puller, ("Handling", "Task", "Act"), document_id, call),
    ]


def acts(puller: Puller, document_id: str, call: Call) -> list[Delta]:
    """All that was done with a document."""
    return _of(puller, ("Act",), document_id, call)


def _of(puller: Puller, names: Iterable[str], document_id: str, call: Call) -> list[Delta]:
    deltas: list[Delta] = []
    for name in names:
        if name in puller.kinds and name not in puller.unsupported:
            ids = puller.ids(name, {"documentId": document_id}, call)
            if ids:
                deltas.append(puller.objects(name, ids, call))
    return deltas
