"""The data types that are kept in step, declared as data: the engine is generic over them. Knows when work is finished.

A type with ``aged`` is kept for a window of time alone: what changed since some day, what is not finished, and what
objects that are kept refer to.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.office.finished import STATES


@dataclass(frozen=True)
class Aged:
    """By what the age of an object is told.

    Attributes:
        column: the store's column that holds when it last changed; the wire's filters ``after`` and ``before`` look at
            the same moment.
        member: its name on the wire.
    """

    column: str
    member: str


@dataclass(frozen=True)
class Reference:
    """An object names another one, which is kept as long as it is.

    Attributes:
        column: the store's column that holds the identifier.
        member: its name on the wire.
        type: what it names.
    """

    column: str
    member: str
    type: str


@dataclass(frozen=True)
class Kind:
    """One JMAP type.

    Attributes:
        newest: the property by which the newest come first; None where any order does.
        first: objects in the first round trip; 0 leaves the type to what fills in behind.
        step: objects in the first page that fills in behind; later ones follow the bytes that came.
        revised: whether its objects bear a revision, by which one that is here is known to be the newest.
        aged: how its age is told; None for a type that is kept whole.
        names: what its objects refer to.
    """

    name: str
    newest: str | None = None
    first: int = 0
    step: int = 200
    revised: bool = True
    aged: Aged | None = None
    names: tuple[Reference, ...] = ()

    def sort(self) -> list[dict[str, object]]:
        """The JMAP sort: newest first."""
        return [{"property": self.newest, "isAscending": False}] if self.newest else []

    @property
    def has_work(self) -> bool:
        """Whether its objects can be unfinished work, which is kept whatever its age."""
        return self.name in STATES


KINDS: tuple[Kind, ...] = (
    Kind("Unit"),
    Kind("Person"),
    Kind("Register"),
    Kind(
        "Handling",
        "arrivedAt",
        first=120,
        aged=Aged("updated_at", "updatedAt"),
        names=(Reference("document_id", "documentId", "Document"),),
    ),
    Kind("Document", "updatedAt", first=40, step=100, aged=Aged("updated_at", "updatedAt")),
    Kind(
        "Task",
        "updated",
        first=60,
        aged=Aged("updated", "updated"),
        names=(Reference("document_id", "tacnghiep:documentId", "Document"),),
    ),
    Kind("ScheduleEntry", "start", first=60, aged=Aged("updated", "updated")),
    Kind("Act", "receivedAt", aged=Aged("received_at", "receivedAt")),
)
"""In the order in which they fill in: what names the rest comes first, the history last."""

MOST_OBJECTS = 500
LEAST_CHANGES = 250
"""Objects that one look at what changed asks for at the least: the morning's arrivals come in one round trip."""
GOOD_BYTES = 800_000
"""Bytes of JSON an answer should have: parsing more at once would stall the window (it shares the interpreter)."""


def next_step(step: int, count: int, size: int, limit: int) -> int:
    """How many objects to ask for next, after ``count`` came in ``size`` bytes of JSON."""
    if count == 0:
        return step
    fits = GOOD_BYTES * count // max(size, 1)
    return max(10, min(fits, MOST_OBJECTS, limit, 4 * step))
