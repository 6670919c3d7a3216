"""The sample commune with what these desks need besides: conditions over objects, and things to search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.office import boxes
from tests.widgets.sample import SampleWorkplace


class Office(SampleWorkplace):
    """A sample workplace that can select, be refused, and remember what was sent.

    Attributes: stuck — acts that came back, as `unsent` gives them. hits — what the search finds.
    """

    def __init__(self, who: str = "mai", **options: Any) -> None:
        super().__init__(who, **options)
        self.stuck: list[dict[str, Any]] = []
        self.hits: list[Any] = []
        self.retried: list[str] = []
        self._anyone = False

    def _ids(self, box_key: str, scope: str) -> list[str]:
        self._anyone = boxes.BY_KEY[box_key].scopes == ("own",)
        return super()._ids(box_key, scope)

    def _in_scope(self, type_name: str, obj: Mapping[str, Any], scope: str) -> bool:
        # A box with own work alone names its people by conditions, as the store's listings do.
        return self._anyone or super()._in_scope(type_name, obj, scope)

    async def select(
        self, type_name: str, where: tuple[Any, ...] = (), order: tuple[Any, ...] = (), limit: int | None = None
    ) -> list[dict[str, Any]]:
        found = [dict(o) for o in self.objects[type_name].values() if all(_holds(o, c) for c in where)]
        return found[:limit]

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


def _holds(obj: dict[str, Any], condition: tuple[str, str, Any]) -> bool:
    column, operator, wanted = condition
    head, *tail = column.split("_")
    key = head + "".join(part.title() for part in tail)
    value = str(obj.get(f"tacnghiep:{key}", obj.get(key)))
    return {
        "=": value == str(wanted), ">=": value >= str(wanted), "<=": value <= str(wanted), "<": value < str(wanted)
    }[operator]  # fmt: skip
