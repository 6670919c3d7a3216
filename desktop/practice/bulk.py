"""An invented nation as rows in PostgreSQL's text form, numbered as the central would have numbered them.

Knows the tables and who may see what; touches no database. The counterpart of Sowing for more than memory holds: papers
come and go one by one, and only the names of principals are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.practice import audience as who
from desktop.practice.nation import File, Nation, Object, Paper
from desktop.practice.schema import SHARED, TYPE_NUMBER, WHOLE, thing
from desktop.practice.writing import thing_row

COLUMNS: dict[str, tuple[str, ...]] = {
    "principal": ("number", "name"),
    "account": ("username", "person_id", "password"),
    "blob": ("id", "size", "media_type", "created"),
    "thing": tuple(column.name for column in thing.c),
    "audience": ("principal", "thing", "type", "view", "since", "changed", "gone"),
    "blob_use": ("blob_id", "thing"),
    "act_content": ("id", "digest", "result"),
}  # fmt: skip
"""What each line holds, in order."""


@dataclass(frozen=True)
class Position:
    """The numbers drawn so far."""

    key: int = 0
    change: int = 0
    act: int = 0


@dataclass
class Gathered:
    """Rows of one part, by table, and the position they bring the store to."""

    position: Position
    rows: dict[str, list[str]] = field(default_factory=dict)

    def lines(self, table: str) -> list[str]:
        return self.rows.setdefault(table, [])


class Gatherer:
    """Makes parts, one after another."""

    def __init__(self, nation: Nation, position: Position) -> None:
        self.nation = nation
        self.position = position
        self.principals = {name: number for number, name in enumerate(_names(nation), 1)}
        units, people = nation.plan.units, nation.plan.accounts
        self._organs = {nation.organ_id(n): nation.organ_id(n) for n in range(units)}
        self._people = people

    def society(self, password: str, files: Sequence[File], stamp: str) -> Gathered:
        """Organs, people, books, accounts and files: the first part."""
        nation, part = self.nation, Gathered(self.position)
        part.lines("principal").extend(f"{number}\t{name}\n" for name, number in self.principals.items())
        part.lines("blob").extend(f"{file.blob_id}\t{file.size}\tapplication/pdf\t{stamp}\n" for file in files)
        for n in range(nation.plan.units):
            self._put(part, "Unit", nation.organ(n), self._plain("Unit", nation.organ(n)))
        for n in range(self._people):
            person = nation.person(n)
            self._put(part, "Person", person, self._plain("Person", person))
            part.lines("account").append(f"{person['id']}\t{person['id']}\t{password}\n")
        for n in range(nation.plan.units):
            for register in nation.registers(n):
                self._put(part, "Register", register, self._plain("Register", register))
        return self._done(part)

    def papers(self, start: int, end: int) -> Gathered:
        """The papers with these numbers and all that hangs on them."""
        part = Gathered(self.position)
        for n in range(start, end):
            self._paper(part, self.nation.paper(n))
        return self._done(part)

    def _done(self, part: Gathered) -> Gathered:
        part.position = self.position
        return part

    def _plain(self, type_name: str, value: Object) -> dict[str, int]:
        return dict.fromkeys(who.of_plain(type_name, value), WHOLE)

    def _paper(self, part: Gathered, paper: Paper) -> None:
        document = paper.document
        sides = {handling["id"]: who.of_handling(handling) for handling in paper.handlings}
        in_organ: dict[str, set[str]] = {}
        for handling in paper.handlings:
            in_organ.setdefault(handling["organId"], set()).update(sides[handling["id"]])
        views = dict.fromkeys(who.of_document(document), WHOLE)
        for names in sides.values():
            for name in names:
                views.setdefault(name, SHARED)
        self._put(part, "Document", document, views)
        for handling in paper.handlings:
            self._put(part, "Handling", handling, dict.fromkeys(sides[handling["id"]], WHOLE))
        organs = {handling["id"]: handling["organId"] for handling in paper.handlings}
        for act in paper.acts:
            organ = organs.get(act["subjectId"])
            readers = views.keys() if organ is None else in_organ[organ]
            self._put_act(part, act, {f"person:{act['authorId']}", *readers}, organ or document["organId"])

    def _put_act(self, part: Gathered, act: Object, readers: set[str], organ: str) -> None:
        self.position = replace(self.position, act=self.position.act + 1)
        act["seq"] = self.position.act
        self._put(part, "Act", act, dict.fromkeys(readers, WHOLE), organ)
        part.lines("act_content").append(f"{act['id']}\t\t{{}}\n")

    def _put(self, part: Gathered, type_name: str, value: Object, views: dict[str, int], organ: str = "") -> None:
        key, change = self.position.key + 1, self.position.change + 1
        self.position = Position(key, change, self.position.act)
        number = TYPE_NUMBER[type_name]
        row = thing_row(type_name, value, organ or who.organ_of(type_name, value))
        part.lines("thing").append(_line(key, row))
        tail = f"\t{key}\t{number}\t{{}}\t{change}\t{change}\tf\n"
        whole, shared = tail.replace("{}", str(WHOLE)), tail.replace("{}", str(SHARED))
        part.lines("audience").extend(
            f"{self.principals[name]}{whole if view == WHOLE else shared}" for name, view in views.items()
        )
        if type_name == "Document":
            part.lines("blob_use").extend(f"{blob_id}\t{key}\n" for blob_id in sorted(set(who.blobs_in(value))))


def _line(key: int, row: Object) -> str:
    return "\t".join((str(key), *(_text(row[name]) for name in COLUMNS["thing"][1:]))) + "\n"


def _text(value: Any) -> str:
    """A value as COPY reads it; JSON on one line holds nothing else that needs escaping."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.replace("\\", "\\\\")
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value)


def _names(nation: Nation) -> list[str]:
    """Every principal there is, in an order that follows from the plan."""
    organs = [nation.organ_id(n) for n in range(nation.plan.units)]
    names = ["all", *(f"person:{nation.person_id(n)}" for n in range(nation.plan.accounts))]
    return names + [f"{kind}:{organ}" for organ in organs for kind in ("organ", "unit", "clerks", "overview")]
