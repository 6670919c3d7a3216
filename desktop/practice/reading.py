"""What one snapshot of the store can be asked: states, objects as texts, changes, ordered identifiers.

Knows the tables and who may see what; parses no object's text unless asked for its parts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from desktop.practice import audience as who
from desktop.practice import listing
from desktop.practice.asking import asking
from desktop.practice.listing import seen
from desktop.practice.schema import TYPE_NUMBER, TYPES, WHOLE, principal, thing
from desktop.practice.sql import chunks

MOST_VIEWERS = 20_000
"""Viewers remembered at once: who has just asked asks again."""


@dataclass(frozen=True)
class Viewer:
    """A person as the store sees them: the numbers of the principals they are.

    Attributes:
        mark: changes when the person's rights do, so that older states are not continued.
        person: the Person itself; nobody changes it.
    """

    person_id: str
    numbers: tuple[int, ...]
    mark: str
    person: Mapping[str, Any]


@dataclass(frozen=True)
class Changes:
    """The answer to /changes, identifiers only."""

    created: list[str]
    updated: list[str]
    destroyed: list[str]
    new: int
    more: bool


@dataclass(frozen=True)
class Remembered:
    """What snapshots of one store share.

    Attributes:
        numbers: principals' numbers by name, of committed ones alone.
        viewers: by person, with the change of Persons up to which the viewer is known to be right.
    """

    numbers: MutableMapping[str, int] = field(default_factory=dict)
    viewers: dict[str, tuple[int, Viewer]] = field(default_factory=dict)


class Reading:
    """One snapshot. Used by one thread, and not after its transaction has ended."""

    def __init__(self, connection: Connection, epoch: str, remembered: Remembered) -> None:
        self.connection = connection
        self.epoch = epoch
        self._asking = asking(connection.dialect.name)
        self._known = remembered.numbers
        self._viewers = remembered.viewers
        self._objects: dict[tuple[str, str], dict[str, Any] | None] = {}
        self._newest: dict[tuple[int, ...], dict[str, dict[int, int]]] = {}
        self._states: dict[tuple[int, ...], dict[str, int]] = {}

    # -- people and states

    def numbers_of(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those principals that are known."""
        wanted = sorted(set(names))
        missing = [name for name in wanted if name not in self._known]
        if missing:
            rows = self.connection.execute(
                select(principal.c.name, principal.c.number).where(principal.c.name.in_(missing))
            )
            self._known.update((name, number) for name, number in rows)
        return tuple(self._known[name] for name in wanted if name in self._known)

    def viewer(self, person_id: str) -> Viewer | None:
        """The person as a reader; None for somebody unknown.

        A viewer that is remembered holds until a Person changes that they see: their own rights stand in theirs.
        """
        found = self._viewers.get(person_id)
        if found is not None and self.newest(found[1])["Person"] == found[0]:
            return found[1]
        person = self.get("Person", person_id)
        if person is None:
            return None
        names = who.principals_of(person)
        mark = hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()[:8]
        viewer = Viewer(person_id, self.numbers_of(names), mark, person)
        # A principal that nobody has drawn yet has no number: it may get one any time, so look again next time.
        if len(viewer.numbers) == len(names):
            if len(self._viewers) >= MOST_VIEWERS:
                self._viewers.clear()
            self._viewers[person_id] = (self.newest(viewer)["Person"], viewer)
        return viewer

    def expect(self, people: Iterable[str]) -> None:
        """Reads at once what ``viewer`` and ``states`` will ask for each of these people, as far as they are known."""
        known = [found[1].numbers for found in (self._viewers.get(person_id) for person_id in people) if found]
        every = sorted({number for numbers in known for number in numbers})
        rows: dict[int, list[tuple[str, int]]] = {}
        for part in chunks(every, 2000):
            newest: Any = self.connection.execute(self._asking.newest, {"numbers": list(part)})
            for number, type_number, changed in newest:
                rows.setdefault(number, []).append((TYPES[type_number], changed))
        for numbers in known:
            found: dict[str, dict[int, int]] = {name: {} for name in TYPES}
            for number in numbers:
                for type_name, changed in rows.get(number, ()):
                    found[type_name][number] = changed
            self._newest[numbers] = found

    def _by_holder(self, viewer: Viewer) -> dict[str, dict[int, int]]:
        """By type, the newest change for each of the viewer's principals who sees anything of it."""
        if viewer.numbers not in self._newest:
            found: dict[str, dict[int, int]] = {name: {} for name in TYPES}
            rows: Any = self.connection.execute(self._asking.newest, {"numbers": list(viewer.numbers)})
            for number, type_number, changed in rows:
                found[TYPES[type_number]][number] = changed
            self._newest[viewer.numbers] = found
        return self._newest[viewer.numbers]

    def newest(self, viewer: Viewer) -> dict[str, int]:
        """For each type, the number of the newest change this viewer can see."""
        found = self._states.get(viewer.numbers)
        if found is None:
            found = {name: max(held.values(), default=0) for name, held in self._by_holder(viewer).items()}
            self._states[viewer.numbers] = found
        return found

    def holders(self, viewer: Viewer, type_name: str) -> tuple[int, ...]:
        """Those of the viewer's principals who have ever seen anything of this type: few, and often everybody's own."""
        return tuple(sorted(self._by_holder(viewer)[type_name]))

    def state(self, viewer: Viewer, change: int) -> str:
        """The state string that stands for ``change``."""
        return f"{self.epoch}.{viewer.mark}.{change}"

    def states(self, viewer: Viewer) -> dict[str, str]:
        """The state string of every type."""
        return {name: self.state(viewer, change) for name, change in self.newest(viewer).items()}

    def state_of(self, viewer: Viewer, type_name: str) -> str:
        """The state string of one type."""
        return self.state(viewer, self.newest(viewer)[type_name])

    def change_of(self, viewer: Viewer, state: str) -> int | None:
        """The change that a state string stands for; None when it cannot be continued from."""
        epoch, _, rest = state.partition(".")
        mark, _, change = rest.partition(".")
        if epoch != self.epoch or mark != viewer.mark or not (change.isascii() and change.isdigit()):
            return None
        return int(change)

    # -- objects

    def get(self, type_name: str, object_id: str) -> dict[str, Any] | None:
        """The whole object, whoever asks: for the rules, not for readers."""
        key = (type_name, object_id)
        if key not in self._objects:
            given = {"type": TYPE_NUMBER.get(type_name, -1), "id": object_id}
            row = self.connection.execute(self._asking.one, given).first()
            self._objects[key] = json.loads(who.whole_text(row.body, row.own)) if row else None
        return self._objects[key]

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[dict[str, Any]]:
        """Every recipient's side of a document, or those of one organ."""
        statement = select(thing.c.id, thing.c.body, thing.c.own).where(
            thing.c.document_id == document_id, thing.c.type == TYPE_NUMBER["Handling"]
        )
        if organ_id is not None:
            statement = statement.where(thing.c.organ_id == organ_id)
        found: list[dict[str, Any]] = []
        for row in self.connection.execute(statement.order_by(thing.c.key)):
            value = self._objects.get(("Handling", row.id))
            if value is None:
                value = json.loads(who.whole_text(row.body, row.own))
                self._objects["Handling", row.id] = value
            found.append(value)
        return found

    def all_of(self, type_name: str) -> list[dict[str, Any]]:
        """Every object of a small type (units, persons, registers)."""
        rows = self.connection.execute(
            select(thing.c.body, thing.c.own).where(thing.c.type == TYPE_NUMBER[type_name]).order_by(thing.c.key)
        )
        return [json.loads(who.whole_text(row.body, row.own)) for row in rows]

    def visible(self, viewer: Viewer, type_name: str, limit: int) -> list[str]:
        """The identifiers a viewer may see, at most ``limit``, in no particular order."""
        keys = seen(self.holders(viewer, type_name), type_name)
        return list(self.connection.execute(select(thing.c.id).where(thing.c.key.in_(keys)).limit(limit)).scalars())

    def texts(self, viewer: Viewer, type_name: str, ids: Sequence[str]) -> dict[str, str]:
        """The objects as this viewer gets them, by identifier; those they may not see are missing."""
        found: dict[str, str] = {}
        given: dict[str, Any] = {"type": TYPE_NUMBER[type_name], "mine": list(self.holders(viewer, type_name))}
        for part in chunks(ids, 500):
            rows: Any = self.connection.execute(self._asking.texts, {**given, "ids": list(part)})
            for object_id, body, own, closed, best in rows:
                if best is not None:
                    text = who.whole_text(body, own) if best == WHOLE else who.shared_text(type_name, body)
                    found[object_id] = who.notice_text(text) if closed else text
        return found

    # -- what changed, what there is

    def changes(self, viewer: Viewer, type_name: str, since: int, limit: int) -> Changes:
        """What changed for this viewer after ``since``, at most ``limit`` identifiers, oldest change first."""
        newest = self.newest(viewer)[type_name]
        if since >= newest:
            return Changes([], [], [], since, False)
        number = TYPE_NUMBER[type_name]
        moved = sorted(n for n, changed in self._by_holder(viewer)[type_name].items() if changed > since)
        rows = self._asking.walk(self.connection, moved, number, since, limit + 1)
        keys: dict[int, None] = {}
        new, more = since, False
        for key, changed in rows:
            if key not in keys and len(keys) == limit:
                more = True
                break
            keys[key] = None
            new = changed
        if not more:
            new = max(new, newest)
        created, updated, destroyed = self._sort_out(self.holders(viewer, type_name), list(keys), since)
        return Changes(created, updated, destroyed, new, more)

    def _sort_out(self, mine: Sequence[int], keys: list[int], since: int) -> tuple[list[str], list[str], list[str]]:
        """Which of the changed things are new to the viewer, which changed, which are gone."""
        before: set[int] = set()
        now: set[int] = set()
        names: dict[int, str] = {}
        for part in chunks(keys, 500):
            rows: Any = self.connection.execute(self._asking.standing, {"keys": list(part), "mine": list(mine)})
            for key, object_id, first, changed, gone in rows:
                names[key] = object_id
                if not gone:
                    now.add(key)
                if first <= since and (not gone or changed > since):
                    before.add(key)
        return (
            [names[key] for key in keys if key in now - before],
            [names[key] for key in keys if key in now & before],
            [names[key] for key in keys if key in before - now],
        )

    def ordered(
        self,
        viewer: Viewer,
        type_name: str,
        filter_: Mapping[str, Any] | None,
        sort: Sequence[Mapping[str, Any]],
        limit: int | None = None,
    ) -> list[str]:
        """The identifiers of what a viewer may see and the filter lets through, in order; the first ``limit`` of them.

        Raises:
            Unsupported: with ``unsupportedFilter`` or ``unsupportedSort``.
        """
        statement = listing.ordered(self.holders(viewer, type_name), type_name, filter_, sort)
        return list(self.connection.execute(statement.limit(limit)).scalars())

    def count(self, viewer: Viewer, type_name: str, filter_: Mapping[str, Any] | None) -> int:
        """How many objects a viewer may see and the filter lets through.

        Raises:
            Unsupported: with ``unsupportedFilter``.
        """
        statement = listing.counted(self.holders(viewer, type_name), type_name, filter_)
        return self.connection.execute(statement).scalar_one()

    # -- blobs

    def may_read_blob(self, viewer: Viewer, blob_id: str) -> bool:
        """Whether the viewer uploaded the blob, or may see what refers to it; a classified document does not count."""
        given = {"blob": blob_id, "person": viewer.person_id, "mine": list(viewer.numbers)}
        return self.connection.execute(self._asking.may_read, given).first() is not None

    def users_of_blob(self, viewer: Viewer, blob_id: str) -> list[tuple[str, str]]:
        """(type, id) of the objects a viewer may see that refer to a blob."""
        rows: Any = self.connection.execute(self._asking.users, {"blob": blob_id, "mine": list(viewer.numbers)})
        return [(TYPES[number], object_id) for number, object_id in rows]
