"""Boxes declared as data, turned into SQL: conditions, order, keyset pages, counts. Knows `schema` alone.

A listing may be built from any declaration of the same shape (tuples and strings): a value "{today}" is looked up in
the parameters just as Param("today") is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from local_cache.schema import BY_TYPE, TALLIED, StateType

MAX_BRANCHES = 48
"""How many single-valued branches a page may be split into: each is then one short walk along an index."""

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Param:
    """A value known only when asked (who I am, what day it is)."""

    name: str


@dataclass(frozen=True)
class AnyOf:
    """At least one of several groups of conditions holds."""

    groups: tuple[tuple[Any, ...], ...]


def any_of(*groups: Any) -> AnyOf:
    """Each argument is one condition, or a tuple of conditions that hold together."""
    return AnyOf(tuple((group,) if _is_condition(group) else tuple(group) for group in groups))


def _is_condition(group: Any) -> bool:
    return isinstance(group, AnyOf) or (len(group) in (2, 3) and isinstance(group[0], str))


@dataclass(frozen=True)
class Listing:
    """What a box shows.

    Attributes:
        type: the wire type listed.
        where: conditions that all hold, (column, op, value); see the package's page for the operators.
        order: (column, "asc" | "desc"); the id comes last by itself, in the last direction.
        join_document: rows carry the Document of `document_id`; "document.<column>" may then be asked.
    """

    type: str
    where: tuple[Any, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    join_document: bool = False

    def whole_order(self) -> tuple[tuple[str, str], ...]:
        """The whole order, ending in the id."""
        if self.order and self.order[-1][0] == "id":
            return tuple(self.order)
        return (*self.order, ("id", self.order[-1][1] if self.order else "asc"))


@dataclass
class Sql:
    """A piece of SQL with its positional values."""

    text: str
    values: list[Any] = field(default_factory=list)


_COMPARE = {"=", "!=", "<", "<=", ">", ">="}
_NULL = {"is null": "IS NULL", "not null": "IS NOT NULL", "is not null": "IS NOT NULL"}
_OWNERS = {"holder", "owner_id", "person_id", "lead_person_id"}


class Compiler:
    """Turns one listing and its parameters into statements.

    Args:
        listing: what to list.
        params: the values for its Params.

    Raises:
        ValueError: an unknown type, column, operator or parameter (a mistake in a declaration).
    """

    def __init__(self, listing: Listing, params: Values | None = None) -> None:
        if listing.type not in BY_TYPE:
            raise ValueError(f"no listing of {listing.type!r}")
        self._kind: StateType = BY_TYPE[listing.type]
        self._listing = listing
        self._params = params or {}
        self._keys = [(self._column(name), direction) for name, direction in listing.whole_order()]
        # A split for one value each lets SQLite walk an index in order; see `page`.
        self._splits: list[tuple[str, list[Any]]] = []
        self._plain: list[Sql] = []
        # Whose it is narrows more than in which organ: keep SQLite from taking the organ's index for a person's box.
        self._owned = any(not isinstance(one, AnyOf) and one[1] == "own" for one in listing.where)
        for condition in listing.where:
            self._sort(condition)

    def count(self) -> Sql:
        """All less one's own counts what is not own: neither has to look at each row's owner."""
        unowned = [one for one in self._listing.where if not isinstance(one, AnyOf) and one[1] == "not own"]
        if len(unowned) == 1:
            others = tuple(one for one in self._listing.where if one is not unowned[0])
            column, _, *value = unowned[0]
            everything = Compiler(replace(self._listing, where=others), self._params).count()
            own = Compiler(replace(self._listing, where=(*others, (column, "own", *value))), self._params).count()
            return Sql(f"SELECT ({everything.text}) - ({own.text})", [*everything.values, *own.values])
        where = self._where([*self._plain, *(self._in(column, values) for column, values in self._splits)])
        if self._is_tallied():
            return Sql(f"SELECT coalesce(sum(t.n), 0) FROM handling_tally AS t{where.text}", where.values)
        return Sql(f"SELECT count(*) FROM {self._from()}{where.text}", where.values)

    def ids(self) -> Sql:
        """All in order. Split as a page is, but nothing is sorted: SQLite merges branches that come in order."""
        branches = list(product(*(values for _, values in self._splits)))
        if not 1 < len(branches) <= MAX_BRANCHES:
            where = self._where([*self._plain, *(self._in(column, values) for column, values in self._splits)])
            return Sql(f"SELECT t.id FROM {self._from()}{where.text} ORDER BY {self._order('')}", where.values)
        names = ", ".join(f"{column} AS k{index}" for index, (column, _) in enumerate(self._keys))
        parts: list[str] = []
        collected: list[Any] = []
        for choice in branches:
            chosen = [Sql(f"{column} = ?", [value]) for (column, _), value in zip(self._splits, choice, strict=True)]
            where = self._where([*self._plain, *chosen])
            parts.append(f"SELECT {names} FROM {self._from()}{where.text}")
            collected += where.values
        outer = ", ".join(f"{index + 1} {direction}" for index, (_, direction) in enumerate(self._keys))
        last = len(self._keys) - 1  # the id
        return Sql(f"SELECT k{last} FROM ({' UNION ALL '.join(parts)} ORDER BY {outer})", collected)

    def page(self, after: Sequence[Any] | None, limit: int) -> Sql:
        """The rows' numbers and keys, in order, behind `after`.

        `state IN (a, b) AND owner IN (c, d)` in order of arrival would make SQLite read and sort every such row. Split
        into four branches, each one is an index walked from the right place, and only their heads are merged.
        """
        branches = 1
        for _, values in self._splits:
            branches *= max(1, len(values))
        split = branches <= MAX_BRANCHES
        parts: list[str] = []
        collected: list[Any] = []
        for behind in self._behind(after):
            for choice in product(*(values for _, values in self._splits)) if split else [None]:
                conditions = [*self._plain, *behind]
                for index, (column, values) in enumerate(self._splits):
                    conditions.append(
                        self._in(column, values) if choice is None else Sql(f"{column} = ?", [choice[index]])
                    )
                where = self._where(conditions)
                names = ", ".join(f"{column} AS k{index}" for index, (column, _) in enumerate(self._keys))
                parts.append(
                    f"SELECT * FROM (SELECT t.row AS row, {names} FROM {self._from()}{where.text} "
                    f"ORDER BY {self._order('')} LIMIT ?)"
                )
                collected += [*where.values, limit]
        if not parts:
            return Sql("SELECT 0 WHERE 0")
        if len(parts) == 1:
            return Sql(parts[0], collected)
        outer = ", ".join(f"k{index} {direction}" for index, (_, direction) in enumerate(self._keys))
        return Sql(f"SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY {outer} LIMIT ?", [*collected, limit])

    def conditions(self) -> Sql:
        """The conditions alone, for a table called t."""
        return self._where([*self._plain, *(self._in(column, values) for column, values in self._splits)])

    def order(self) -> str:
        return self._order("")

    def source(self) -> str:
        return self._from()

    def _is_tallied(self) -> bool:
        """Whether sums are kept of just what is asked: nulls are kept as "", so they must not be asked for."""
        if self._kind.table != "handling":
            return False
        for condition in self._listing.where:
            if isinstance(condition, AnyOf):
                return False
            column, op, *rest = condition
            if op == "own":
                continue
            if column not in TALLIED or op not in ("=", "in"):
                return False
            if any(value is None or value == "" for value in self._list(rest[0])):
                return False
        return True

    def _from(self) -> str:
        if not self._listing.join_document or not self._needs_document():
            return f"{self._kind.table} AS t"
        return f"{self._kind.table} AS t LEFT JOIN document AS d ON d.id = t.document_id"

    def _needs_document(self) -> bool:
        texts = [column for column, _ in self._keys] + [column for column, _ in self._splits]
        texts += [piece.text for piece in self._plain]
        return any("d." in text for text in texts)

    def _order(self, prefix: str) -> str:
        return ", ".join(f"{prefix}{column} {direction}" for column, direction in self._keys)

    def _column(self, name: str) -> str:
        table, _, rest = name.rpartition(".")
        if table:
            if table != "document" or not self._listing.join_document or rest not in BY_TYPE["Document"].columns:
                raise ValueError(f"unknown column {name!r} of {self._kind.type}")
            return f"d.{rest}"
        if name not in self._kind.columns:
            raise ValueError(f"unknown column {name!r} of {self._kind.type}")
        return f"t.{name}"

    def _value(self, value: Any) -> Any:
        if isinstance(value, Param):
            name = value.name
        elif isinstance(value, str) and value.startswith("{") and value.endswith("}"):
            name = value[1:-1]
        else:
            return value
        if name not in self._params:
            raise ValueError(f"parameter {name!r} is missing")
        return self._params[name]

    def _sort(self, condition: Any) -> None:
        """Keep a condition as a split where it names few single values of one column, else as it is."""
        if not isinstance(condition, AnyOf):
            column, op, *rest = condition
            if op == "in":
                self._splits.append((self._column(column), self._list(rest[0])))
                return
            if op == "own":
                self._splits.append(("t.owner_id", self._owners(column, rest[0] if rest else None)))
                return
        self._plain.append(self._condition(condition))

    def _list(self, value: Any) -> list[Any]:
        found = self._value(value)
        items = [found] if isinstance(found, str) or not hasattr(found, "__iter__") else list(found)
        return list(dict.fromkeys(self._value(item) for item in items))

    def _owners(self, column: str, value: Any) -> list[Any]:
        """The person, and the units for which the person acts: ids of both never meet, so one column holds either."""
        if column not in _OWNERS or "owner_id" not in self._kind.columns:
            raise ValueError(f"{column!r} of {self._kind.type} has no owner")
        person, units = value if value is not None else (Param("me"), Param("duty"))
        return [*self._list(person), *self._list(units)]

    def _condition(self, condition: Any) -> Sql:
        if isinstance(condition, AnyOf):
            groups = [self._all(group) for group in condition.groups]
            text = " OR ".join(f"({group.text})" for group in groups)
            return Sql(f"({text})" if text else "0", [value for group in groups for value in group.values])
        column_name, op, *rest = condition
        value = rest[0] if rest else None
        if op in ("own", "not own"):
            owners = self._in("t.owner_id", self._owners(column_name, value))
            # Null owners are nobody's: they belong to the unit.
            return owners if op == "own" else Sql(f"({owners.text}) IS NOT 1", owners.values)
        column = self._column(column_name)
        if self._owned and column == "t.organ_id":
            column = f"+{column}"
        if op in _NULL:
            return Sql(f"{column} {_NULL[op]}")
        if op in ("in", "not in"):
            inside = self._in(column, self._list(value))
            return inside if op == "in" else Sql(f"({inside.text}) IS NOT 1", inside.values)
        if op == "contains":
            wanted = self._list(value)
            text = " OR ".join(f"instr({column}, ?) > 0" for _ in wanted) or "0"
            return Sql(f"({text})", [f'"{item}"' for item in wanted])
        if op not in _COMPARE:
            raise ValueError(f"unknown operator {op!r}")
        found = self._value(value)
        if found is None:
            return Sql(f"{column} {'IS NULL' if op == '=' else 'IS NOT NULL' if op == '!=' else '= NULL'}")
        if op == "!=":
            return Sql(f"{column} IS NOT ?", [found])
        return Sql(f"{column} {op} ?", [found])

    def _all(self, group: Sequence[Any]) -> Sql:
        pieces = [self._condition(condition) for condition in group]
        return Sql(
            " AND ".join(piece.text for piece in pieces) or "1",
            [value for piece in pieces for value in piece.values],
        )

    @staticmethod
    def _in(column: str, values: Sequence[Any]) -> Sql:
        if len(values) == 1:
            return Sql(f"{column} = ?", list(values))
        return Sql(f"{column} IN ({', '.join('?' * len(values))})" if values else "0", list(values))

    @staticmethod
    def _where(pieces: Sequence[Sql]) -> Sql:
        text = " AND ".join(piece.text for piece in pieces)
        return Sql(f" WHERE {text}" if text else "", [value for piece in pieces for value in piece.values])

    def _behind(self, after: Sequence[Any] | None) -> list[list[Sql]]:
        """Conditions for what comes behind a key, as branches that SQLite can each seek in an index.

        Nulls are smallest. For descending order they come last, where a range on the index cannot reach them: a branch
        of their own does.
        """
        if after is None:
            return [[]]
        if len(after) != len(self._keys):
            raise ValueError("the key does not belong to this order")
        (first, direction), value = self._keys[0], after[0]
        rest = self._later(1, after)
        same = Sql(f"{first} IS ?", [value])
        tied = [same, rest]
        if value is None:
            return [tied] if direction == "desc" else [tied, [Sql(f"{first} IS NOT NULL")]]
        if direction == "asc":
            return [tied, [Sql(f"{first} > ?", [value])]]
        return [tied, [Sql(f"{first} < ?", [value])], [Sql(f"{first} IS NULL")]]

    def _later(self, index: int, after: Sequence[Any]) -> Sql:
        """What comes behind the key in the columns from `index` on, all before being equal."""
        if index >= len(self._keys):
            return Sql("0")
        (column, direction), value = self._keys[index], after[index]
        later = self._beyond(column, direction, value)
        if index == len(self._keys) - 1:
            return later
        deeper = self._later(index + 1, after)
        return Sql(f"({later.text} OR ({column} IS ? AND {deeper.text}))", [*later.values, value, *deeper.values])

    @staticmethod
    def _beyond(column: str, direction: str, value: Any) -> Sql:
        if value is None:
            return Sql(f"{column} IS NOT NULL") if direction == "asc" else Sql("0")
        if direction == "asc":
            return Sql(f"{column} > ?", [value])
        if column == "t.id":
            return Sql(f"{column} < ?", [value])
        return Sql(f"({column} < ? OR {column} IS NULL)", [value])
