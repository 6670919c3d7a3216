"""Boxes, as the rules declare them, turned into listings of the store. Knows office's boxes and local_cache."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desktop.office.boxes import ALL, BY_KEY, OWN_HANDLING, UNIT_HANDLING, Box, Condition, parameters
from desktop.office.people import Me
from desktop.office.world import VIETNAM
from local_cache import Listing, Param

_OPERATORS = {"is not null": "not null", "is null": "is null"}
_HOLDER = {"Handling": "person_id", "Task": "lead_person_id"}


def listing(key: str, scope: str = "own") -> Listing:
    """The store's listing for one box in one scope.

    Raises:
        KeyError: no such box.
        ValueError: the box is not counted in that scope.
    """
    box = BY_KEY[key]
    if scope not in box.scopes:
        raise ValueError(f"{key} has no scope {scope}")
    where = tuple(_condition(box.type, c) for c in (*_scope(box, scope), *box.where))
    return Listing(box.type, where, box.order, box.type == "Handling")


def all_listings() -> dict[str, Listing]:
    """Every box in every scope, by the key of its count: "desk.box.scope"."""
    return {f"{box.key}.{scope}": listing(box.key, scope) for box in ALL for scope in box.scopes}


def _scope(box: Box, scope: str) -> tuple[Condition, ...]:
    if box.type == "Handling":
        return OWN_HANDLING if scope == "own" else UNIT_HANDLING
    if box.type == "Task" and "unit" in box.scopes:
        # A task given by another organ carries that organ: what is here is what this person may see.
        return (("holder", "own" if scope == "own" else "not own", None),)
    return ()


def _condition(type_name: str, condition: Condition) -> tuple[str, str, Any]:
    column, operator, value = condition
    if column == "holder":
        return _HOLDER[type_name], operator, (Param("me"), Param("duty_units"))
    if isinstance(value, str) and value.startswith("{") and value.endswith("}"):
        value = Param(value[1:-1])
    return column, _OPERATORS.get(operator, operator), value


def values(me: Me, now: datetime) -> Mapping[str, Any]:
    """What the parameters of all listings stand for, for this person at this moment."""
    local = now.astimezone(VIETNAM)
    return {
        "me": me.id,
        "organ": me.organ_id,
        "duty_units": sorted(me.duty_unit_ids),
        **parameters(local.date(), local.strftime("%Y-%m-%dT%H:%M:%S")),
    }
