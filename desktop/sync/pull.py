"""Asking the central for state: the first round trip, pages behind it, changes, and comparison. Knows central and
kinds.

Everything here blocks, in a network lane, and only asks: what it returns (``Delta``) is stored by ``store.apply``,
with the cursor, in one transaction, as the gate lets it through.

The state string of a type is always asked for before the identifiers that it stands for, so that what changes in
between is in the next /changes and never between two answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from desktop.central.errors import Broken, MethodError
from desktop.central.jmap import Batch, Central, Handle, Responses, chunks
from desktop.central.transport import Call
from desktop.sync.kinds import KINDS, MOST_OBJECTS, Kind, next_step

log = structlog.get_logger(__name__)

_LOST = frozenset({"cannotCalculateChanges", "invalidArguments"})
"""What a central says to a state that it cannot continue: some find fault with the string itself."""

Object = dict[str, Any]


@dataclass(frozen=True)
class Mark:
    """How far a type has been read: since which state, whether its pages are all in, and where they go on."""

    state: str
    complete: bool
    position: int = 0


@dataclass(frozen=True)
class Delta:
    """What one answer says of one type.

    Attributes:
        mark: the cursor that stands for it; None leaves the cursor as it is.
        total: how many objects there are in all, where it was asked for.
        more: further changes are waiting.
        lost: the central cannot say what changed: the type has to be compared.
    """

    type: str
    puts: tuple[Object, ...] = ()
    gone: tuple[str, ...] = ()
    mark: Mark | None = None
    total: int | None = None
    more: bool = False
    lost: bool = False


@dataclass(frozen=True)
class ChangesAsked:
    """The calls of one type's changes within a batch."""

    mark: Mark
    changes: Handle
    created: Handle
    updated: Handle


class Puller:
    """Asks one central. Used by several network threads; what it learns (page sizes) is no more than a hint.

    Args:
        kinds: the types to keep in step.
    """

    def __init__(self, central: Central, kinds: Iterable[Kind] = KINDS) -> None:
        self.central = central
        self.kinds = {k.name: k for k in kinds}
        self._steps = {k.name: k.step for k in self.kinds.values()}
        self.unsupported: set[str] = set()

    # -- the first round trip

    def first(self, call: Call) -> list[Delta]:
        """What makes the inbox usable, in one round trip: the newest work and its documents, who I am, my registers."""
        session = self.central.session(call)
        batch = self.central.batch(call)
        kinds = [k for k in self.kinds.values() if k.first]
        states = {k.name: batch.add(f"{k.name}/get", ids=[]) for k in kinds}
        queries: dict[str, tuple[Handle, Handle]] = {}
        for kind in kinds:
            queries[kind.name] = self._page(batch, kind, 0, kind.first)
        related: list[tuple[str, Handle]] = []
        if "Handling" in queries and "Document" in self.kinds:
            wanted = queries["Handling"][1].ref("/list/*/documentId")
            related.append(("Document", batch.add("Document/get", ref_ids=wanted)))
        for name, ids in (("Unit", session.office.get("organIds")), ("Person", [session.office.get("personId")])):
            if name in self.kinds and isinstance(ids, list) and all(isinstance(i, str) for i in ids):
                related.append((name, batch.add(f"{name}/get", ids=ids)))
        if "Register" in self.kinds:
            related.append(("Register", batch.add("Register/get", ids=None)))
        responses = self.central.send(batch, call)
        deltas = [d for name, handle in related for d in self._plain(responses, name, handle)]
        for kind in kinds:
            deltas += self._paged(responses, kind, states[kind.name], *queries[kind.name])
        return deltas

    def _plain(self, responses: Responses, name: str, handle: Handle) -> list[Delta]:
        try:
            return [Delta(name, tuple(responses.got(handle).objects))]
        except MethodError as error:
            # An extra of the first round trip; the pages behind it bring the same.
            log.info("pull.first_without", type=name, error=error.type)
            return []

    def _paged(self, responses: Responses, kind: Kind, state: Handle, query: Handle, get: Handle) -> list[Delta]:
        try:
            begun = responses.got(state).state
        except MethodError as error:
            return self._unknown(kind.name, error)
        return [self._page_read(responses, kind, Mark(begun, False, 0), query, get)]

    def _unknown(self, name: str, error: MethodError) -> list[Delta]:
        if error.type not in ("unknownMethod", "unknownDataType", "accountNotSupportedByMethod"):
            raise error
        log.warning("pull.type_unknown_there", type=name)
        self.unsupported.add(name)
        return []

    # -- pages behind it

    def page(self, name: str, mark: Mark | None, call: Call) -> list[Delta]:
        """The next page of a type, newest first; its state is taken first where it has none yet."""
        kind = self.kinds[name]
        batch = self.central.batch(call)
        state = batch.add(f"{name}/get", ids=[]) if mark is None else None
        limits = self.central.session(call).limits
        step = min(self._steps[name], limits.max_objects_in_get)
        query, get = self._page(batch, kind, mark.position if mark else 0, step)
        responses = self.central.send(batch, call)
        if state is not None:
            deltas = self._paged(responses, kind, state, query, get)
        else:
            assert mark is not None
            deltas = [self._page_read(responses, kind, mark, query, get)]
        for delta in deltas:
            self._steps[name] = next_step(step, len(delta.puts), responses.size, limits.max_objects_in_get)
        return deltas

    @staticmethod
    def _page(batch: Batch, kind: Kind, position: int, limit: int) -> tuple[Handle, Handle]:
        args: dict[str, Any] = {"filter": {}, "position": position, "limit": limit, "calculateTotal": True}
        if kind.newest:
            args["sort"] = kind.sort()
        query = batch.add(f"{kind.name}/query", **args)
        return query, batch.add(f"{kind.name}/get", ref_ids=query.ref("/ids"))

    def _page_read(self, responses: Responses, kind: Kind, mark: Mark, query: Handle, get: Handle) -> Delta:
        found, got = responses.queried(query), responses.got(get)
        position = mark.position + len(found.ids)
        complete = not found.ids or (found.total is not None and position >= found.total)
        return Delta(kind.name, tuple(got.objects), (), Mark(mark.state, complete, position), found.total)

    # -- changes

    def ask_changes(self, batch: Batch, marks: Mapping[str, Mark]) -> dict[str, ChangesAsked]:
        """Append the calls for what changed in these types: three a type."""
        asked: dict[str, ChangesAsked] = {}
        for name, mark in marks.items():
            most = min(self._steps.get(name, 100), MOST_OBJECTS)
            changes = batch.add(f"{name}/changes", sinceState=mark.state, maxChanges=most)
            created = batch.add(f"{name}/get", ref_ids=changes.ref("/created"))
            updated = batch.add(f"{name}/get", ref_ids=changes.ref("/updated"))
            asked[name] = ChangesAsked(mark, changes, created, updated)
        return asked

    def read_changes(self, responses: Responses, asked: Mapping[str, ChangesAsked]) -> list[Delta]:
        """What the central answered to ``ask_changes``."""
        deltas: list[Delta] = []
        for name, each in asked.items():
            try:
                changed = responses.changed(each.changes)
            except MethodError as error:
                if error.type in _LOST:
                    deltas.append(Delta(name, lost=True))
                else:
                    deltas += self._unknown(name, error)
                continue
            if changed.old_state != each.mark.state or (changed.more and changed.new_state == each.mark.state):
                raise Broken("wrongShape", where=f"{name}/changes")
            if changed.empty and changed.new_state == each.mark.state:
                continue
            created, updated = responses.got(each.created), responses.got(each.updated)
            puts = {o["id"]: o for o in (*created.objects, *updated.objects)}
            gone = {*changed.destroyed, *created.not_found, *updated.not_found} - puts.keys()
            mark = Mark(changed.new_state, each.mark.complete, each.mark.position)
            deltas.append(Delta(name, tuple(puts.values()), tuple(gone), mark, more=changed.more))
        return deltas

    def changes(self, marks: Mapping[str, Mark], call: Call) -> list[Delta]:
        """What changed since: one round trip, or as few as the central's limit on calls needs."""
        limits = self.central.session(call).limits
        deltas: list[Delta] = []
        for part in chunks(marks, max(1, limits.max_calls_in_request // 3)):
            batch = self.central.batch(call)
            asked = self.ask_changes(batch, {name: marks[name] for name in part})
            deltas += self.read_changes(self.central.send(batch, call), asked)
        return deltas

    # -- comparing

    def state(self, name: str, call: Call) -> str:
        """The type's present state."""
        batch = self.central.batch(call)
        handle = batch.add(f"{name}/get", ids=[])
        return self.central.send(batch, call).got(handle).state

    def totals(self, marks: Mapping[str, Mark], call: Call) -> dict[str, int]:
        """How many objects the central has for me, of each type that has not changed since ``marks``."""
        limits = self.central.session(call).limits
        found: dict[str, int] = {}
        for part in chunks(marks, max(1, limits.max_calls_in_request // 2)):
            batch = self.central.batch(call)
            asked = {
                name: (
                    batch.add(f"{name}/query", filter={}, limit=1, calculateTotal=True),
                    batch.add(f"{name}/get", ids=[]),
                )
                for name in part
            }
            responses = self.central.send(batch, call)
            for name, (query, get) in asked.items():
                total = responses.queried(query).total
                if total is not None and responses.got(get).state == marks[name].state:
                    found[name] = total
        return found

    def all_ids(self, name: str, call: Call) -> list[str]:
        """Every identifier that the central has for me."""
        kind, ids, total = self.kinds[name], dict[str, None](), 1
        position = 0
        while position < total:
            call.check()
            batch = self.central.batch(call)
            args: dict[str, Any] = {"sort": kind.sort()} if kind.newest else {}
            query = batch.add(f"{name}/query", filter={}, position=position, limit=5000, calculateTotal=True, **args)
            found = self.central.send(batch, call).queried(query)
            ids.update(dict.fromkeys(found.ids))
            position += len(found.ids)
            total = found.total or 0
            if not found.ids:
                break
        return list(ids)

    def revisions(self, name: str, ids: list[str], call: Call) -> dict[str, int]:
        """The revision of each of these (at most 500) objects; -1, which none has, where the type bears none."""
        if not self.kinds[name].revised:
            return dict.fromkeys(ids, -1)
        batch = self.central.batch(call)
        handle = batch.add(f"{name}/get", ids=ids, properties=["id", "revision"])
        objects = self.central.send(batch, call).got(handle).objects
        return {o["id"]: o.get("revision", 0) for o in objects}

    def objects(self, name: str, ids: list[str], call: Call) -> Delta:
        """These objects, whole."""
        batch = self.central.batch(call)
        handle = batch.add(f"{name}/get", ids=ids)
        got = self.central.send(batch, call).got(handle)
        return Delta(name, tuple(got.objects), tuple(got.not_found))

    def step(self, name: str) -> int:
        """How many objects of this type fit an answer, by what has come so far."""
        return self._steps[name]
