"""Who is who: names of persons and units by identifier, kept while the window is open. Knows the workplace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.office.people import Assignee
from desktop.presenters import needs


class Names:
    """Attributes: persons, units — the wire objects by identifier. Read once, and again by `refresh`."""

    def __init__(self, directory: needs.Everything) -> None:
        self._directory = directory
        self.persons: Mapping[str, dict[str, Any]] = {}
        self.units: Mapping[str, dict[str, Any]] = {}
        self._read = False

    async def ready(self) -> None:
        """Read when that has not been done yet."""
        if not self._read:
            await self.refresh()

    async def refresh(self) -> None:
        """Read again: people and units have changed."""
        self.persons = {p["id"]: p for p in await self._directory.all("Person")}
        self.units = {u["id"]: u for u in await self._directory.all("Unit")}
        self._read = True

    def person(self, person_id: str | None) -> str:
        """A person's name, "" when not known here."""
        return self.persons.get(person_id or "", {}).get("name", "")

    def title(self, person_id: str, position_id: str | None = None) -> str:
        """The title of the position a person acted from (or of the first), "" when not known."""
        seats = self.persons.get(person_id, {}).get("positions", [])
        seat = next((s for s in seats if s["id"] == position_id), seats[0] if seats else None)
        return seat["title"] if seat else ""

    def unit(self, unit_id: str | None, *, short: bool = True) -> str:
        """A unit's name, the short one in lists; the identifier when it is not known here."""
        found = self.units.get(unit_id or "")
        if found is None:
            return unit_id or ""
        return (found["shortName"] or found["name"]) if short else found["name"]

    def assignee(self, assignee: Assignee | Mapping[str, Any]) -> str:
        """A person by name, a unit by its short name."""
        return self.person(assignee.get("personId")) or self.unit(assignee.get("unitId"))
