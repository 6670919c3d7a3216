"""The sample commune with what these desks need besides: acts that came back, and things to find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.office import boxes
from tests.widgets.sample import SampleWorkplace


class Office(SampleWorkplace):
    """A sample workplace that can be refused, and remembers what was asked.

    Attributes: stuck — acts that came back, as `unsent` gives them. hits — what the search finds.
    """

    def __init__(self, who: str = "mai", **options: Any) -> None:
        super().__init__(who, **options)
        self.stuck: list[dict[str, Any]] = []
        self.hits: list[Any] = []
        self.retried: list[str] = []
        self.seats: list[tuple[str, str | None]] = []
        self._anyone = False

    def _ids(self, box_key: str, scope: str) -> list[str]:
        self._anyone = boxes.BY_KEY[box_key].scopes == ("own",)
        return super()._ids(box_key, scope)

    def _in_scope(self, type_name: str, obj: Mapping[str, Any], scope: str) -> bool:
        # A box with own work alone names its people by conditions, as the store's listings do.
        return self._anyone or super()._in_scope(type_name, obj, scope)

    async def unsent(self) -> list[dict[str, Any]]:
        return [*await super().unsent(), *self.stuck]

    async def search(self, text: str, limit: int = 50) -> list[Any]:
        return self.hits[:limit]

    async def withdraw(self, act_id: str) -> Any:
        taken = [one["act"] for one in self.stuck if one["act"]["id"] == act_id]
        self.stuck = [one for one in self.stuck if one["act"]["id"] != act_id]
        await super().withdraw(act_id)
        self.tell("Act")
        return taken

    async def retry(self, act_id: str) -> Any:
        self.retried.append(act_id)

    async def take_seat(self, organ_id: str, position_id: str | None = None) -> None:
        self.seats.append((organ_id, position_id))


def stuck(name: str, state: str = "refused", **more: Any) -> dict[str, Any]:
    """An act as `unsent` gives one that did not get through."""
    act = {
        "id": name,
        "kind": "reportProgress",
        "subjectType": "Task",
        "subjectId": "t2",
        "documentId": "d1",
        "claimedAt": "2026-11-23T01:31:00Z",
        "payload": {"percent": 80, "text": "Đã gõ"},
        **more,
    }
    return {"act": act, "state": state, "reason": {"code": "alreadyDone", "args": {"state": "completed"}}}
