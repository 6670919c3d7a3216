"""What statements cost on PostgreSQL: each one that a piece of work made is asked for its plan, run anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event


@dataclass(frozen=True)
class Plan:
    """One statement as the server ran it.

    Attributes:
        buffers: pages of 8 KB it touched.
        scanned: the tables it read from one end to the other.
    """

    statement: str
    buffers: int
    milliseconds: float
    scanned: frozenset[str]


class Plans:
    """The plans of what was executed, in order."""

    def __init__(self) -> None:
        self.found: list[Plan] = []

    @property
    def buffers(self) -> int:
        return sum(plan.buffers for plan in self.found)

    @property
    def scanned(self) -> set[str]:
        return {name for plan in self.found for name in plan.scanned}


@contextmanager
def watching(engine: Engine) -> Iterator[Plans]:
    """Every SELECT, UPDATE, DELETE that runs on ``engine`` meanwhile; those that write are undone and run again."""
    plans = Plans()

    def before(_connection: Any, cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if many or not statement.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE")):
            return
        cursor.execute("SAVEPOINT before_plan")
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", parameters)
        told = cursor.fetchone()[0]
        cursor.execute("ROLLBACK TO SAVEPOINT before_plan")
        plans.found.append(_plan(statement, told if isinstance(told, list) else json.loads(told)))

    event.listen(engine, "before_cursor_execute", before)
    try:
        yield plans
    finally:
        event.remove(engine, "before_cursor_execute", before)


def _plan(statement: str, told: list[Any]) -> Plan:
    root = told[0]["Plan"]
    touched = root["Shared Hit Blocks"] + root["Shared Read Blocks"]
    return Plan(statement, touched, told[0]["Execution Time"], frozenset(_scanned(root)))


def _scanned(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan":
        yield node["Relation Name"]
    for below in node.get("Plans", []):
        yield from _scanned(below)
