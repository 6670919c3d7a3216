"""What happens at the central beside what the client does: objects put, rights taken, limits that move."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.practice.jmap import methods, request, session
from tests.office.harness import Office
from tests.practice.little import CLERK, COMMUNE, OFFICE, person

LONG_AGO = "2020-03-01T02:00:00Z"


def put(office: Office, *objects: tuple[str, dict[str, Any]]) -> None:
    """Objects as they are at the central from now on; everybody who listens hears of it."""
    with office.central.store.writing() as writing:
        for type_name, value in objects:
            writing.put(type_name, value)
    office.central.broker.publish(writing.touched)


def roles(office: Office, *names: str) -> None:
    """The clerk has these roles from now on, and another seat's rights with them."""
    mai = person(CLERK, "Nguyễn Thị Mai", OFFICE, COMMUNE, "Văn thư", list(names))
    put(office, ("Person", {**mai, "revision": 2}))


def limits(
    patch: pytest.MonkeyPatch, *, objects: int = 500, calls: int = 32, told: bool = True, size: int = 10_000_000
) -> None:
    """What the central takes at once, from its next request on.

    Args:
        told: whether its session says so.
    """
    patch.setattr(methods, "MAX_GET", objects)
    patch.setattr(request, "MAX_CALLS", calls)
    patch.setattr("desktop.practice.app.MAX_REQUEST", size)
    if told:
        said = {"maxObjectsInGet": objects, "maxCallsInRequest": calls, "maxSizeRequest": size}
        for name, value in said.items():
            patch.setitem(session.CORE_LIMITS, name, value)
