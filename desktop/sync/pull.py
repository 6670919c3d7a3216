"""Bringing state here: the first round trip, pages behind it, and what changed since. Knows asking and kinds.

The state string of a type is always asked for before the identifiers that it stands for, so that what changes in
between is in the next /changes and never between two answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import structlog

from desktop.central.errors import Broken, MethodError
from desktop.central.jmap import Batch, Central, Handle, Responses
from desktop.central.transport import Call
from desktop.sync import window
from desktop.sync.asking import Delta, Mark, Object, Questions
from desktop.sync.kinds import KINDS, LEAST_CHANGES, MOST_OBJECTS, Kind, next_step
from desktop.sync.room import Ask

__all__ = ["Delta", "Mark", "Object", "Puller"]

log = structlog.get_logger(__name__)

_LOST = frozenset({"cannotCalculateChanges", "invalidArguments"})
"""What a central says to a state that it cannot continue: some find fault with the string itself."""

Read = Callable[[Responses], list[Delta]]


@dataclass(frozen=True)
class ChangesAsked:
    """The calls of one type's changes within a batch."""

    mark: Mark
    changes: Handle
    created: Handle
    updated: Handle


class Puller(Questions):
    """Asks one central for what is new.

    Args:
        kinds: the types to keep in step.
    """

    def __init__(self, central: Central, kinds: Iterable[Kind] = KINDS) -> None:
        super().__init__(central, kinds)
        self._steps = {k.name: k.step for k in self.kinds.values()}

    # -- the first round trip

    def first(self, since: str, call: Call) -> list[Delta]:
        """What makes the inbox usable, in one round trip: the newest work and its documents, who I am, my registers.

        Where the central takes fewer calls at once, it is several, the most needed first.
        """

        def work() -> list[Delta]:
            answers = self.room.send(call, self._first_asks(since, call))
            return [delta for read, responses in answers for delta in read(responses)]

        return self.room.patiently(call, work)

    def _first_asks(self, since: str, call: Call) -> list[Ask[Read]]:
        session, most = self.central.session(call), self.room.objects(call)
        asks: list[Ask[Read]] = []
        for name, ids in (("Unit", session.office.get("organIds")), ("Person", [session.office.get("personId")])):
            if name in self.kinds and isinstance(ids, list):
                asks.append(self._plain_ask(name, [i for i in ids if isinstance(i, str)][:most]))
        if "Register" in self.kinds:
            asks.append(self._plain_ask("Register", None))
        for kind in self.kinds.values():
            if kind.first:
                with_named = self.room.calls(call) >= 3 + len(kind.names) and kind.name == "Handling"
                asks.append(self._page_ask(kind, None, since, min(kind.first, most), with_named=with_named))
        return asks

    def _plain_ask(self, name: str, ids: list[str] | None) -> Ask[Read]:
        def add(batch: Batch) -> Read:
            handle = batch.add(f"{name}/get", ids=ids)
            return lambda responses: self._plain(responses, name, handle)

        return Ask(1, add)

    def _plain(self, responses: Responses, name: str, handle: Handle) -> list[Delta]:
        try:
            return [Delta(name, tuple(responses.got(handle).objects))]
        except MethodError as error:
            # An extra of the first round trip; the pages behind it bring the same.
            log.info("pull.first_without", type=name, error=error.type)
            return []

    # -- pages

    def page(self, name: str, mark: Mark | None, since: str, call: Call) -> list[Delta]:
        """The next page of a type, newest first; its state is taken first where it has none yet.

        Args:
            since: where the window begins, for a type that is not begun; one begun keeps to its own.
        """

        def work() -> list[Delta]:
            step = min(self._steps[name], self.room.objects(call))
            ask = self._page_ask(self.kinds[name], mark, since, step, with_named=False)
            ((read, responses),) = self.room.send(call, [ask])
            deltas = read(responses)
            for delta in deltas:
                most = self.room.objects(call)
                self._steps[name] = next_step(step, len(delta.puts), responses.size, most)
            return deltas

        return self.room.patiently(call, work)

    def _page_ask(self, kind: Kind, mark: Mark | None, since: str, limit: int, *, with_named: bool) -> Ask[Read]:
        """One page, the type's state before it where it is not begun, and what its objects name behind it."""
        begins = mark.since if mark is not None else self.window_of(kind.name, since)
        args: dict[str, Any] = {
            "filter": window.inside(kind, begins), "position": mark.position if mark else 0, "limit": limit,
            "calculateTotal": True,
        }  # fmt: skip
        if kind.newest:
            args["sort"] = kind.sort()

        def add(batch: Batch) -> Read:
            state = None if mark is not None else batch.add(f"{kind.name}/get", ids=[])
            query = batch.add(f"{kind.name}/query", **args)
            get = batch.add(f"{kind.name}/get", ref_ids=query.ref("/ids"))
            named = [
                (r.type, batch.add(f"{r.type}/get", ref_ids=get.ref(f"/list/*/{r.member}")))
                for r in (kind.names if with_named else ())
            ]

            def read(responses: Responses) -> list[Delta]:
                deltas = [d for other, handle in named for d in self._plain(responses, other, handle)]
                try:
                    begun = mark if state is None else Mark(responses.got(state).state, False, 0, begins)
                    assert begun is not None
                    return [*deltas, self._page_read(responses, kind, begun, query, get)]
                except MethodError as error:
                    self._without(kind.name, error)
                    return deltas

            return read

        return Ask(2 + (mark is None) + (len(kind.names) if with_named else 0), add)

    def _page_read(self, responses: Responses, kind: Kind, mark: Mark, query: Handle, get: Handle) -> Delta:
        found, got = responses.queried(query), responses.got(get)
        position = mark.position + len(found.ids)
        complete = not found.ids or (found.total is not None and position >= found.total)
        moved = replace(mark, complete=complete, position=position)
        return Delta(kind.name, tuple(got.objects), (), moved, found.total)

    # -- changes

    def ask_changes(self, batch: Batch, marks: Mapping[str, Mark], most: int = MOST_OBJECTS) -> dict[str, ChangesAsked]:
        """Append the calls for what changed in these types: three a type."""
        return {name: self._ask_changes(batch, name, mark, most) for name, mark in marks.items()}

    def _ask_changes(self, batch: Batch, name: str, mark: Mark, most: int) -> ChangesAsked:
        at_once = min(max(self._steps.get(name, 100), LEAST_CHANGES), most)
        changes = batch.add(f"{name}/changes", sinceState=mark.state, maxChanges=at_once)
        created = batch.add(f"{name}/get", ref_ids=changes.ref("/created"))
        updated = batch.add(f"{name}/get", ref_ids=changes.ref("/updated"))
        return ChangesAsked(mark, changes, created, updated)

    def read_changes(self, responses: Responses, asked: Mapping[str, ChangesAsked]) -> list[Delta]:
        """What the central answered to ``ask_changes``.

        Raises:
            MethodError: also where it is more than the central gives at once; ``changes`` then asks for less.
        """
        return [d for name, each in asked.items() for d in self._read_changes(responses, name, each)]

    def _read_changes(self, responses: Responses, name: str, asked: ChangesAsked) -> list[Delta]:
        try:
            changed = responses.changed(asked.changes)
        except MethodError as error:
            if error.type in _LOST:
                return [Delta(name, lost=True)]
            self._without(name, error)
            return []
        if changed.old_state != asked.mark.state:
            raise Broken("wrongShape", where=f"{name}/changes")
        if changed.empty and changed.new_state == asked.mark.state and not changed.more:
            return []
        created, updated = responses.got(asked.created), responses.got(asked.updated)
        puts = {o["id"]: o for o in (*created.objects, *updated.objects)}
        gone = {*changed.destroyed, *created.not_found, *updated.not_found} - puts.keys()
        mark = replace(asked.mark, state=changed.new_state)
        return [Delta(name, tuple(puts.values()), tuple(gone), mark, more=changed.more)]

    def changes(self, marks: Mapping[str, Mark], call: Call) -> list[Delta]:
        """What changed since: one round trip, or as few as the central's limits need."""

        def ask(name: str, mark: Mark, most: int) -> Ask[tuple[str, ChangesAsked]]:
            return Ask(3, lambda batch: (name, self._ask_changes(batch, name, mark, most)))

        def work() -> list[Delta]:
            most = self.room.objects(call)
            asks = [ask(name, mark, most) for name, mark in marks.items()]
            answers = self.room.send(call, asks)
            return [d for (name, each), responses in answers for d in self._read_changes(responses, name, each)]

        return self.room.patiently(call, work)

    def step(self, name: str) -> int:
        """How many objects of this type fit an answer, by what has come so far."""
        return self._steps[name]
