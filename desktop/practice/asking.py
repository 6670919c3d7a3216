"""The statements that every visit asks, put together once for each kind of database. Knows the tables alone.

On PostgreSQL a list is one parameter, however long it is: the text of a statement never changes, so that the server
parses it once a connection. SQLite plans in no time, and has its lists written out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    any_,
    bindparam,
    column,
    false,
    func,
    literal,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY

from desktop.practice.schema import audience, blob_owner, blob_use, latest, thing

Among = Callable[[ColumnElement[Any], str], Any]
Walk = Callable[[Connection, Sequence[int], int, int, int], Any]


@dataclass(frozen=True)
class Asking:
    """The statements, and what each is given.

    Attributes:
        newest: ``numbers``: the newest change of each type for these principals.
        texts: ``type``, ``ids``, ``mine``: objects, and by which view these principals see them; none: not at all.
        standing: ``keys``, ``mine``: since when these principals see these things, or no more.
        one: ``type``, ``id``: an object.
        may_read: ``blob``, ``person``, ``mine``: a row where the person may read the blob.
        users: ``blob``, ``mine``: type and id of what refers to the blob and may be seen.
        walk: (connection, principals, type, since, limit): thing and change of what changed for them, the oldest first.
    """

    newest: Any
    texts: Any
    standing: Any
    one: Any
    may_read: Any
    users: Any
    walk: Walk


@cache
def asking(dialect: str) -> Asking:
    """The statements for a kind of database."""
    among, walk = (_array, _walk_array) if dialect == "postgresql" else (_list, _walk_list)
    return Asking(
        newest=select(latest.c.principal, latest.c.type, latest.c.changed).where(among(latest.c.principal, "numbers")),
        texts=_texts(among),
        standing=select(thing.c.key, thing.c.id, audience.c.since, audience.c.changed, audience.c.gone)
        .join(thing, audience.c.thing == thing.c.key)
        .where(among(audience.c.thing, "keys"), among(audience.c.principal, "mine")),
        one=select(thing.c.body, thing.c.own).where(thing.c.type == bindparam("type"), thing.c.id == bindparam("id")),
        may_read=_may_read(among),
        users=select(thing.c.type, thing.c.id).select_from(_USES).where(*_used(among)).distinct(),
        walk=walk,
    )


def _list(value: ColumnElement[Any], name: str) -> Any:
    return value.in_(bindparam(name, expanding=True))


def _array(value: ColumnElement[Any], name: str) -> Any:
    return value == any_(bindparam(name, type_=ARRAY(value.type)))


def _texts(among: Among) -> Any:
    view = select(func.min(audience.c.view)).where(
        audience.c.thing == thing.c.key, among(audience.c.principal, "mine"), audience.c.gone == false()
    )
    columns = (thing.c.id, thing.c.body, thing.c.own, thing.c.closed, view.scalar_subquery())
    return select(*columns).where(thing.c.type == bindparam("type"), among(thing.c.id, "ids"))


_USES = blob_use.join(audience, audience.c.thing == blob_use.c.thing).join(thing, thing.c.key == blob_use.c.thing)


def _used(among: Among) -> tuple[Any, ...]:
    mine = among(audience.c.principal, "mine")
    return blob_use.c.blob_id == bindparam("blob"), mine, audience.c.gone == false(), thing.c.closed == false()


def _may_read(among: Among) -> Any:
    """Each way with a limit of its own: the first hit is enough, wherever it is."""
    owned = blob_owner.c.blob_id == bindparam("blob"), blob_owner.c.person_id == bindparam("person")
    ways = (
        select(literal(1)).select_from(blob_owner).where(*owned),
        select(literal(1)).select_from(_USES).where(*_used(among)),
    )
    return union_all(*(select(way.limit(1).subquery()) for way in ways))


# -- walking along the index of changes -------------------------------------------------------------------------------


def _walk_list(connection: Connection, numbers: Sequence[int], type_number: int, since: int, limit: int) -> Any:
    """One short walk for each principal: what is stored beside does not matter, nor how much came."""
    walks = [
        select(
            select(audience.c.thing, audience.c.changed)
            .where(audience.c.principal == number, audience.c.type == type_number, audience.c.changed > since)
            .order_by(audience.c.changed)
            .limit(limit)
            .subquery()
        )
        for number in numbers
    ]
    every = union_all(*walks).subquery()
    return connection.execute(select(every).order_by(every.c.changed))


def _walk_array(connection: Connection, numbers: Sequence[int], type_number: int, since: int, limit: int) -> Any:
    given = {"numbers": list(numbers), "type": type_number, "since": since, "most": limit}
    return connection.execute(_WALK, given)


def _walk() -> Any:
    principals = (
        func.unnest(bindparam("numbers", type_=ARRAY(Integer))).table_valued(column("number", Integer)).render_derived()
    )
    steps = (
        select(audience.c.thing, audience.c.changed)
        .where(
            audience.c.principal == principals.c.number,
            audience.c.type == bindparam("type"),
            audience.c.changed > bindparam("since", type_=BigInteger),
        )
        .order_by(audience.c.changed)
        .limit(bindparam("most", type_=Integer))
        .lateral()
    )
    joined = principals.join(steps, true())
    return select(steps.c.thing, steps.c.changed).select_from(joined).order_by(steps.c.changed)


_WALK = _walk()
