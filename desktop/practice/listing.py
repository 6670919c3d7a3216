"""Which objects a viewer may see, filtered, ordered and counted: the statements. Knows the tables alone.

What may be seen stands in ``audience_changed``, and all that one sorts and filters by in ``thing_order``: both are read
without their tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, and_, false, func, or_, select, true

from desktop.office.finished import STATES
from desktop.practice.schema import TYPE_NUMBER, audience, thing
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


def seen(holders: Sequence[int], type_name: str) -> Select[Any]:
    """The keys of what these principals may see; some keys stand there more than once."""
    return select(audience.c.thing).where(
        audience.c.principal.in_(holders), audience.c.type == TYPE_NUMBER[type_name], audience.c.gone == false()
    )


def ordered(
    holders: Sequence[int], type_name: str, filter_: Mapping[str, Any] | None, sort: Sequence[Mapping[str, Any]]
) -> Select[Any]:
    """The identifiers of what may be seen, in order.

    Raises:
        Unsupported: with ``unsupportedFilter`` or ``unsupportedSort``.
    """
    statement: Select[Any] = select(thing.c.id).where(thing.c.key.in_(seen(holders, type_name)))
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
    return statement.order_by(thing.c.id.desc() if down else thing.c.id.asc())


def counted(holders: Sequence[int], type_name: str, filter_: Mapping[str, Any] | None) -> Select[Any]:
    """How many may be seen.

    Raises:
        Unsupported: with ``unsupportedFilter``.
    """
    if filter_:
        keys = thing.c.key.in_(seen(holders, type_name))
        return select(func.count()).select_from(thing).where(keys, _condition(type_name, filter_))
    keys = seen(holders, type_name)
    return select(func.count()).select_from((keys.distinct() if len(holders) > 1 else keys).subquery())


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
