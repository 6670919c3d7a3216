"""How an attack is written down: a function that makes the file, the words it may get, the reasons it may be told with.

Knows ``workshop``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.signing.attacks.workshop import Workshop

Maker = Callable[[Workshop], bytes]


@dataclass(frozen=True)
class Attack:
    """One file of the corpus.

    Attributes:
        family: the class of attacks it belongs to.
        name: unique within the family.
        make: makes the file.
        words: verdicts that are right; never "valid".
        codes: reasons one of which must be told; empty where any will do.
    """

    family: str
    name: str
    make: Maker
    words: frozenset[str]
    codes: frozenset[str]

    def file(self, office: Workshop) -> bytes:
        """The file, made when it is first asked for."""
        name = str(self)
        if name not in office.made:
            office.made[name] = self.make(office)
        return office.made[name]

    def __str__(self) -> str:
        return f"{self.family}-{self.name}"


class Family:
    """The attacks of one class."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._attacks: list[Attack] = []

    def __iter__(self) -> Iterator[Attack]:
        return iter(self._attacks)

    def attack(self, words: str, *codes: str) -> Callable[[Maker], Maker]:
        """Takes a function in: ``words`` are parted by "|"."""

        def take(make: Maker) -> Maker:
            self.add(make.__name__.strip("_"), make, words, *codes)
            return make

        return take

    def add(self, name: str, make: Maker, words: str, *codes: str) -> None:
        """Takes one in."""
        allowed = frozenset(words.split("|"))
        assert "valid" not in allowed
        assert name not in {one.name for one in self._attacks}
        self._attacks.append(Attack(self.name, name, make, allowed, frozenset(codes)))

    def each(
        self, variants: Mapping[str, bytes], make: Callable[[Workshop, bytes], bytes], words: str, *codes: str
    ) -> None:
        """Takes one in for each variant."""
        for name, variant in variants.items():
            self.add(name, lambda office, variant=variant: make(office, variant), words, *codes)
