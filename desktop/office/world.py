"""What a rule may look at: the state around an act, and who its author is. Knows people and acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from desktop.office.acts import Act, Effects, Refusal, from_wire_time, wire_time
from desktop.office.handling import Handling
from desktop.office.people import Me, me_from
from desktop.office.registers import Numbers

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class World(Protocol):
    """State as the judge sees it: the whole of it at the central, what the person may see in the client."""

    def get(self, type_name: str, object_id: str) -> Mapping[str, Any] | None: ...

    def handlings(self, document_id: str, organ_id: str | None = None) -> list[Handling]: ...


@dataclass(frozen=True)
class Case:
    """One act before the judge: who did it, to what, seen in which world, and when it is judged.

    Attributes:
        subject: the subject's present state; empty where the act creates it.
        numbers: None where no number may be given (the client).
    """

    act: Act
    subject: dict[str, Any]
    me: Me
    world: World
    now: datetime
    numbers: Numbers | None

    @property
    def payload(self) -> dict[str, Any]:
        return self.act["payload"]

    @property
    def today(self) -> date:
        """The day in Vietnam, by the clock of whoever judges."""
        return self.now.astimezone(VIETNAM).date()

    @property
    def stamp(self) -> str:
        return wire_time(self.now)

    def act_day(self) -> date:
        """The day on which the author did it, never later than today: what was in time offline stays so."""
        return min(from_wire_time(self.act["claimedAt"]).astimezone(VIETNAM).date(), self.today)

    def changed(self, subject: Mapping[str, Any], /, **properties: Any) -> dict[str, Any]:
        """``subject`` with new properties, its revision raised and its time set."""
        stamp = "updated" if "@type" in subject else "updatedAt"
        return {**subject, **properties, "revision": int(subject.get("revision", 0)) + 1, stamp: self.stamp}


Outcome = Effects | Refusal


def author_of(world: World, person_id: str, position_id: str) -> Me | None:
    """The author in the position they acted from; None when there is no such person or seat."""
    person = world.get("Person", person_id)
    if person is None:
        return None
    seat = next((p for p in person["positions"] if p["id"] == position_id), None)
    organ = world.get("Unit", seat["organId"]) if seat else None
    if seat is None or organ is None:
        return None
    return me_from(person, organ, position_id)  # type: ignore[arg-type]  # a Mapping from a store has the shape of its type


def text_of(payload: Mapping[str, Any], name: str) -> str:
    """A text property without surrounding white space; empty when absent or not a text."""
    value = payload.get(name)
    return value.strip() if isinstance(value, str) else ""


def day_of(value: object) -> date | None:
    """A date property; None when absent.

    Raises:
        ValueError: present, and not a date.
    """
    if value is None or value == "":
        return None
    return date.fromisoformat(str(value)[:10])
