"""What one snapshot of the store can be asked: states, objects as texts, changes, ordered identifiers.

Knows the tables and who may see what; parses no object's text unless asked for its parts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, false, func, or_, select, true

from desktop.office.finished import STATES
from desktop.practice import audience as who
from desktop.practice.schema import TYPE_NUMBER, TYPES, WHOLE, audience, blob_owner, blob_use, latest, principal, thing
from desktop.practice.sql import chunks
from desktop.practice.words import patterns

SORTS: dict[str, dict[str, str]] = {
    "Document": {"updatedAt": "updated", "issuedAt": "arrived"},
    "Handling": {"arrivedAt": "arrived", "updatedAt": "updated"},
    "Act": {"receivedAt": "updated", "seq": "arrived"},
    "Task": {"updated": "updated", "due": "arrived"},
    "ScheduleEntry": {"updated": "updated", "start": "arrived"},
    "Unit": {},
    "Person": {},
    "Register": {},
}
"""What each type can be sorted by, beside ``id``, and the column that stands for it."""

FILTERS: dict[str, dict[str, str]] = {
    "Document": {"organId": "organ_id"},
    "Handling": {"organId": "organ_id", "documentId": "document_id"},
    "Act": {"organId": "organ_id", "documentId": "document_id", "subjectId": "subject_id"},
    "Task": {"organId": "organ_id", "documentId": "document_id"},
    "ScheduleEntry": {"organId": "organ_id"},
    "Unit": {"organId": "organ_id"},
    "Person": {},
    "Register": {"organId": "organ_id"},
}
"""Equalities each type can be filtered by; every type but Unit, Person, Register also by ``after`` and ``before``;
those that are work also by ``open``, and a Document by ``text``."""


class Unsupported(Exception):
    """A filter or a sort that this central cannot do; the argument is the JMAP error type."""


@dataclass(frozen=True)
class Viewer:
    """A person as the store sees them: the numbers of the principals they are.

    Attributes:
        mark: changes when the person's rights do, so that older states are not continued.
    """

    person_id: str
    numbers: tuple[int, ...]
    mark: str


@dataclass(frozen=True)
class Changes:
    """The answer to /changes, identifiers only."""

    created: list[str]
    updated: list[str]
    destroyed: list[str]
    new: int
    more: bool


class Reading:
    """One snapshot. Used by one thread, and not after its transaction has ended."""

    def __init__(self, connection: Connection, epoch: str, known: dict[str, int]) -> None:
        self.connection = connection
        self.epoch = epoch
        self._known = known
        self._objects: dict[tuple[str, str], dict[str, Any] | None] = {}

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
        """The person as a reader; None for somebody unknown."""
        person = self.get("Person", person_id)
        if person is None:
            return None
        names = who.principals_of(person)
        mark = hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()[:8]
        return Viewer(person_id, self.numbers_of(names), mark)

    def newest(self, viewer: Viewer) -> dict[str, int]:
        """For each type, the number of the newest change this viewer can see."""
        rows = self.connection.execute(
            select(latest.c.type, func.max(latest.c.changed))
            .where(latest.c.principal.in_(viewer.numbers))
            .group_by(latest.c.type)
        )
        found = dict.fromkeys(TYPES, 0)
        found.update({TYPES[number]: changed for number, changed in rows})
        return found

    def state(self, viewer: Viewer, change: int) -> str:
        """The state string that stands for ``change``."""
        return f"{self.epoch}.{viewer.mark}.{change}"

    def states(self, viewer: Viewer) -> dict[str, str]:
        """The state string of every type."""
        return {name: self.state(viewer, change) for name, change in self.newest(viewer).items()}

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
            row = self.connection.execute(
                select(thing.c.body, thing.c.own).where(
                    thing.c.type == TYPE_NUMBER.get(type_name, -1), thing.c.id == object_id
                )
            ).first()
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
        return list(
            self.connection.execute(select(thing.c.id).where(self._seen(viewer, type_name)).limit(limit)).scalars()
        )

    def texts(self, viewer: Viewer, type_name: str, ids: Sequence[str]) -> dict[str, str]:
        """The objects as this viewer gets them, by identifier; those they may not see are missing."""
        views: dict[int, int] = {}
        for part in chunks(ids, 500):
            rows = self.connection.execute(
                select(thing.c.key, func.min(audience.c.view))
                .join(audience, audience.c.thing == thing.c.key)
                .where(
                    thing.c.type == TYPE_NUMBER[type_name],
                    thing.c.id.in_(part),
                    audience.c.principal.in_(viewer.numbers),
                    audience.c.gone == false(),
                )
                .group_by(thing.c.key)
            )
            views.update((key, view) for key, view in rows)
        found: dict[str, str] = {}
        for part in chunks(list(views), 500):
            columns = select(thing.c.key, thing.c.id, thing.c.body, thing.c.own, thing.c.closed)
            for key, object_id, body, own, closed in self.connection.execute(columns.where(thing.c.key.in_(part))):
                whole = views[key] == WHOLE
                text = who.whole_text(body, own) if whole else who.shared_text(type_name, body)
                found[object_id] = who.notice_text(text) if closed else text
        return found

    # -- what changed, what there is

    def changes(self, viewer: Viewer, type_name: str, since: int, limit: int) -> Changes:
        """What changed for this viewer after ``since``, at most ``limit`` identifiers, oldest change first."""
        number = TYPE_NUMBER[type_name]
        rows = self.connection.execute(
            select(audience.c.thing, audience.c.changed)
            .where(audience.c.principal.in_(viewer.numbers), audience.c.type == number, audience.c.changed > since)
            .order_by(audience.c.changed)
            .limit((limit + 1) * max(1, len(viewer.numbers)))
        )
        keys: dict[int, None] = {}
        new, more = since, False
        for key, changed in rows:
            if key not in keys and len(keys) == limit:
                more = True
                break
            keys[key] = None
            new = changed
        if not more:
            new = max(new, self.newest(viewer)[type_name])
        created, updated, destroyed = self._sort_out(viewer, list(keys), since)
        return Changes(created, updated, destroyed, new, more)

    def _sort_out(self, viewer: Viewer, keys: list[int], since: int) -> tuple[list[str], list[str], list[str]]:
        """Which of the changed things are new to the viewer, which changed, which are gone."""
        before: set[int] = set()
        now: set[int] = set()
        names: dict[int, str] = {}
        for part in chunks(keys, 500):
            rows = self.connection.execute(
                select(thing.c.key, thing.c.id, audience.c.since, audience.c.changed, audience.c.gone)
                .join(thing, audience.c.thing == thing.c.key)
                .where(audience.c.thing.in_(part), audience.c.principal.in_(viewer.numbers))
            )
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
        self, viewer: Viewer, type_name: str, filter_: Mapping[str, Any] | None, sort: Sequence[Mapping[str, Any]]
    ) -> list[str]:
        """The identifiers of what a viewer may see and the filter lets through, in order.

        Raises:
            Unsupported: with ``unsupportedFilter`` or ``unsupportedSort``.
        """
        statement: Select[Any] = select(thing.c.id).where(self._seen(viewer, type_name))
        if filter_:
            statement = statement.where(_condition(type_name, filter_))
        down = True
        for comparator in sort:
            name = comparator.get("property")
            column = "id" if name == "id" else SORTS[type_name].get(str(name))
            if column is None or comparator.get("collation") not in (None, "i;octet", "i;ascii-casemap"):
                raise Unsupported("unsupportedSort")
            down = not comparator.get("isAscending", True)
            statement = statement.order_by(thing.c[column].desc() if down else thing.c[column].asc())
        statement = statement.order_by(thing.c.id.desc() if down else thing.c.id.asc())
        return list(self.connection.execute(statement).scalars())

    def _seen(self, viewer: Viewer, type_name: str) -> Any:
        keys = select(audience.c.thing).where(
            audience.c.principal.in_(viewer.numbers),
            audience.c.type == TYPE_NUMBER[type_name],
            audience.c.gone == false(),
        )
        return thing.c.key.in_(keys)

    # -- blobs

    def may_read_blob(self, viewer: Viewer, blob_id: str) -> bool:
        """Whether the viewer uploaded the blob, or may see what refers to it; a classified document does not count."""
        owned = self.connection.execute(
            select(blob_owner.c.blob_id).where(
                blob_owner.c.blob_id == blob_id, blob_owner.c.person_id == viewer.person_id
            )
        ).first()
        return owned is not None or bool(self.users_of_blob(viewer, blob_id))

    def users_of_blob(self, viewer: Viewer, blob_id: str) -> list[tuple[str, str]]:
        """(type, id) of the objects a viewer may see that refer to a blob."""
        rows = self.connection.execute(
            select(thing.c.type, thing.c.id)
            .join(blob_use, blob_use.c.thing == thing.c.key)
            .join(audience, audience.c.thing == thing.c.key)
            .where(
                blob_use.c.blob_id == blob_id,
                thing.c.closed == false(),
                audience.c.principal.in_(viewer.numbers),
                audience.c.gone == false(),
            )
            .distinct()
        )
        return [(TYPES[number], object_id) for number, object_id in rows]


def _condition(type_name: str, filter_: Mapping[str, Any]) -> Any:
    """A FilterOperator or a FilterCondition (RFC 8620, 5.5) as SQL."""
    if "operator" in filter_:
        parts = [_condition(type_name, part) for part in filter_.get("conditions", [])]
        operator = filter_["operator"]
        if operator == "AND":
            return and_(*parts)
        if operator == "OR":
            return or_(*parts)
        if operator == "NOT":
            return ~or_(*parts)
        raise Unsupported("unsupportedFilter")
    parts: list[Any] = []
    for name, value in filter_.items():
        if name == "open" and type_name in STATES and isinstance(value, bool):
            parts.append(thing.c.unfinished == (true() if value else false()))
        elif name == "text" and type_name == "Document" and isinstance(value, str):
            found = patterns(value)
            parts += [thing.c.words.like(each) for each in found] or [false()]
        elif name in FILTERS[type_name] and isinstance(value, str):
            parts.append(thing.c[FILTERS[type_name][name]] == value)
        elif name in ("after", "before") and SORTS[type_name] and isinstance(value, str):
            parts.append(thing.c.updated >= value if name == "after" else thing.c.updated < value)
        else:
            raise Unsupported("unsupportedFilter")
    return and_(*parts) if parts else thing.c.key == thing.c.key
