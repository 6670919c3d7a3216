"""The data types that are kept in step, declared as data: the engine is generic over them. Knows nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One JMAP type.

    Attributes:
        newest: the property by which the newest come first; None where any order does.
        first: objects in the first round trip; 0 leaves the type to what fills in behind.
        step: objects in the first page that fills in behind; later ones follow the bytes that came.
        revised: whether its objects bear a revision, by which one that is here is known to be the newest.
    """

    name: str
    newest: str | None = None
    first: int = 0
    step: int = 200
    revised: bool = True

    def sort(self) -> list[dict[str, object]]:
        """The JMAP sort: newest first."""
        return [{"property": self.newest, "isAscending": False}] if self.newest else []


KINDS: tuple[Kind, ...] = (
    Kind("Unit"),
    Kind("Person"),
    Kind("Register"),
    Kind("Handling", "arrivedAt", first=120),
    Kind("Document", "updatedAt", first=40, step=100),
    Kind("Task", "updated", first=60),
    Kind("ScheduleEntry", "start", first=60),
    Kind("Act", "receivedAt"),
)
"""In the order in which they fill in: what names the rest comes first, the history last."""

MOST_OBJECTS = 500
GOOD_BYTES = 400_000
"""Bytes of JSON an answer should have: parsing more at once would stall the window (it shares the interpreter)."""


def next_step(step: int, count: int, size: int, limit: int) -> int:
    """How many objects to ask for next, after ``count`` came in ``size`` bytes of JSON."""
    if count == 0:
        return step
    fits = GOOD_BYTES * count // max(size, 1)
    return max(10, min(fits, MOST_OBJECTS, limit, 4 * step))
