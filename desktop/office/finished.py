"""When a piece of work is finished, so that only its age decides how long it is kept at hand. Knows nothing of ours.

Declared by what is finished: a state that a newer version brings counts as unfinished, and is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

STATES: Mapping[str, tuple[str, frozenset[str]]] = MappingProxyType(
    {
        "Document": ("state", frozenset({"issued", "recalled", "discarded"})),
        "Handling": ("state", frozenset({"sentBack", "done", "revoked"})),
        "Task": ("tacnghiep:state", frozenset({"completed", "closed"})),
        "ScheduleEntry": ("tacnghiep:state", frozenset({"approved", "adjusted", "refused"})),
    }
)
"""Type -> the member that holds its state, and the states in which nobody owes anything any more."""


def is_unfinished(type_name: str, value: Mapping[str, Any]) -> bool:
    """Whether somebody still owes work on it; types that are no work never do."""
    if type_name not in STATES:
        return False
    member, finished = STATES[type_name]
    return value.get(member) not in finished
