"""Registers and numbers: which series a document runs in, how its notation is written, where gaps are.

Decree 30/2020, art. 15 and 22; Party side by organ, type code and congress term. Knows people and documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol, TypedDict

from desktop.office.documents import PARTY_NOTATION


class Register(TypedDict):
    """A book of numbers. ``opening`` is where the paper book stands, ``last`` the highest number given."""

    id: str
    revision: int
    organId: str
    kind: Literal["incoming", "outgoing"]
    series: str
    typeCodes: list[str]
    opening: int
    last: int
    gaps: list[int]
    organCode: str
    style: str


class NumberTaken(Exception):
    """The wanted number has been given already."""


class Numbers(Protocol):
    """Gives numbers: the central alone has one."""

    def grant(self, register_id: str, wanted: int | None) -> int:
        """The number given: the wanted one, or the next.

        Raises:
            NumberTaken: ``wanted`` is in use, or below where the paper book stands.
        """
        ...


def next_number(register: Register) -> int:
    """The number that the register gives next."""
    return max(register["last"], register["opening"]) + 1


def is_free(register: Register, wanted: int) -> bool:
    """Whether ``wanted`` may still be given: a gap, or above all given so far."""
    return wanted >= next_number(register) or wanted in register["gaps"]


def after_grant(register: Register, number: int) -> Register:
    """The register once ``number`` is given; numbers that were jumped over become gaps."""
    start = next_number(register)
    gaps = [gap for gap in register["gaps"] if gap != number]
    gaps += range(start, number)
    return {**register, "last": max(register["last"], number), "gaps": gaps, "revision": register["revision"] + 1}


def register_for(registers: Iterable[Register], organ_id: str, kind: str, type_code: str = "") -> Register | None:
    """The register that a document of this organ and type runs in; the one for all types where none is its own."""
    mine = [r for r in registers if r["organId"] == organ_id and r["kind"] == kind]
    own = next((r for r in mine if type_code in r["typeCodes"]), None)
    return own or next((r for r in mine if not r["typeCodes"]), None)


def format_number(number: int) -> str:
    """Two digits below 10, no thousands space: 05, 97, 1204."""
    return f"{number:02d}"


def notation(style: str, number: int | None, type_code: str, organ_code: str, department_code: str = "VP") -> str:
    """The number and notation as printed, without the word "Số".

    Party: ``05-NQ/ĐU``. State: ``05/QĐ-UBND``; công văn ``05/UBND-VP`` (the drafting department last). Mặt trận writes
    ``19/TTr-MTTQ-BTT``. Without a number yet, an empty place stands for it.
    """
    digits = format_number(number) if number is not None else ""
    if style == "party":
        return f"{digits}-{PARTY_NOTATION.get(type_code, type_code)}/{organ_code}"
    if type_code == "CV":
        return f"{digits}/{organ_code}-{department_code}"
    return f"{digits}/{type_code}-{organ_code}"
