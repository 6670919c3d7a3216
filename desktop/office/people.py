"""Who works in an office: units, persons, positions, and what a person stands for. Knows nothing of ours.

Since 1 July 2025 there are two levels below the Centre, province and commune (DOMAIN: Law on local government 2025);
an organ has departments, and a person holds positions in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NotRequired, TypedDict

Style = Literal["party", "state", "front"]
Role = Literal["clerk", "specialist", "leader", "chiefOfOffice", "head"]

OVERVIEW_ROLES: frozenset[str] = frozenset({"clerk", "leader", "chiefOfOffice"})
"""Roles that see the whole organ's work, not their own alone."""


class Unit(TypedDict):
    """An organ (``id == organId``) or one of its departments.

    ``stampSize``: bytes of the stamp's picture; ``stampMillimetres``: its diameter on paper, 36 where absent.
    """

    id: str
    revision: int
    name: str
    shortName: str
    organCode: str
    style: Style
    level: Literal["province", "commune"]
    parentId: str | None
    organId: str
    exchangeCode: str
    address: str
    sealCertificates: list[str]
    sealKeepers: list[str]
    stampBlobId: str | None
    stampSize: NotRequired[int]
    stampMillimetres: NotRequired[float]


class Position(TypedDict):
    """One seat a person holds: where, under which title, with which roles."""

    id: str
    unitId: str
    organId: str
    title: str
    roles: list[Role]


class Person(TypedDict):
    """Someone with an account.

    ``certificates`` are SHA-256 digests of the certificates bound to the person; ``signatureSize``: bytes of the
    handwriting's picture.
    """

    id: str
    revision: int
    name: str
    positions: list[Position]
    certificates: list[str]
    signatureBlobId: str | None
    signatureSize: NotRequired[int]


class Assignee(TypedDict):
    """Whom work is given to: a unit, or a person in it."""

    unitId: str
    personId: str | None
    organId: NotRequired[str]


@dataclass(frozen=True)
class Me:
    """The person signed in, in the position they act from.

    Attributes:
        duty_unit_ids: units whose work without a named person is mine: the clerk's organ, the head's department.
    """

    person: Person
    position: Position
    organ: Unit
    duty_unit_ids: frozenset[str]
    roles: frozenset[str]

    @property
    def id(self) -> str:
        return self.person["id"]

    @property
    def organ_id(self) -> str:
        return self.organ["id"]

    @property
    def oversees(self) -> bool:
        """Whether the whole organ's work is shown to me."""
        return bool(self.roles & OVERVIEW_ROLES)

    def holds(self, unit_id: str, person_id: str | None) -> bool:
        """Whether work given to ``person_id``, or to ``unit_id`` as a whole, is mine."""
        return person_id == self.id if person_id else unit_id in self.duty_unit_ids


def duty_units(positions: Iterable[Position]) -> frozenset[str]:
    """The units whose unnamed work falls to the holder of ``positions``."""
    found: set[str] = set()
    for position in positions:
        if "clerk" in position["roles"]:
            found.add(position["organId"])
        if "head" in position["roles"]:
            found.add(position["unitId"])
    return frozenset(found)


def me_from(person: Person, organ: Unit, position_id: str | None = None) -> Me:
    """What ``person`` stands for in ``organ``; the first position there when none is named.

    Raises:
        ValueError: the person holds no position in the organ.
    """
    seats = [p for p in person["positions"] if p["organId"] == organ["id"]]
    if not seats:
        raise ValueError("no position in this organ")
    seat = next((p for p in seats if p["id"] == position_id), seats[0])
    roles = frozenset(role for p in seats for role in p["roles"])
    return Me(person=person, position=seat, organ=organ, duty_unit_ids=duty_units(seats), roles=roles)
