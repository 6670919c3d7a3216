"""Columns and indexes that a practice office filled by an older version lacks. Knows the tables.

A practice office can be filled anew, but what somebody has practised in it is not thrown away for a column.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, insert, inspect, select, update
from sqlalchemy.schema import CreateColumn, CreateIndex, DropIndex

from desktop.office.finished import is_unfinished
from desktop.practice.audience import whole_text
from desktop.practice.schema import TYPES, VERSION, metadata, setting, thing
from desktop.practice.words import words_of


def bring_up(connection: Connection) -> None:
    """Makes a store of version 1 one of this version; does nothing to others.

    Its ``audience`` keeps its key (principal, thing) and so the index the other way round, which new stores do without.
    """
    wanted = setting.c.name.in_(("epoch", "version"))
    found = {row.name: row.value for row in connection.execute(select(setting).where(wanted))}
    if "epoch" not in found or "version" in found:
        return
    add_columns(connection)
    for table in metadata.sorted_tables:
        for index in table.indexes:
            if index.name in ("audience_changed", "thing_order"):
                connection.execute(DropIndex(index, if_exists=True))
            connection.execute(CreateIndex(index, if_not_exists=True))
    connection.execute(insert(setting).values(name="version", value=VERSION))


def add_columns(connection: Connection) -> None:
    """Adds what is missing, and fills it from the objects themselves."""
    there = {column["name"] for column in inspect(connection).get_columns("thing")}
    missing = [column for column in (thing.c.unfinished, thing.c.words) if column.name not in there]
    for column in missing:
        spelled = CreateColumn(column).compile(dialect=connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE thing ADD COLUMN {spelled}")
    if missing:
        _fill(connection)


def _fill(connection: Connection) -> None:
    rows: list[dict[str, Any]] = []
    for key, number, body, own in connection.execute(select(thing.c.key, thing.c.type, thing.c.body, thing.c.own)):
        value, name = json.loads(whole_text(body, own)), TYPES[number]
        rows.append({"k": key, "u": is_unfinished(name, value), "w": words_of(name, value)})
    if rows:
        wanted = update(thing).where(thing.c.key == bindparam("k"))
        connection.execute(wanted.values(unfinished=bindparam("u"), words=bindparam("w")), rows)
