"""The window of time that is kept on this machine: where it begins, and how the central is asked for it. Pure.

Knows kinds alone. A window is named by the moment from which on it holds everything ("" for all there is), in whole
days: it moves once a day.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dateutil.relativedelta import relativedelta

from desktop.sync.kinds import Kind

ALL = ""
"""The window without a beginning."""

Filter = dict[str, Any]


def begin(now: datetime, months: int) -> str:
    """Where a window of so many months begins; no months at all keep everything."""
    if months <= 0:
        return ALL
    day = (now.astimezone(UTC) - relativedelta(months=months)).date()
    return f"{day.isoformat()}T00:00:00Z"


def inside(kind: Kind, since: str) -> Filter:
    """The filter for what the window holds: what changed since, and what is not finished."""
    if not since or kind.aged is None:
        return {}
    recent: Filter = {"after": since}
    if not kind.has_work:
        return recent
    return {"operator": "OR", "conditions": [recent, {"open": True}]}


def between(kind: Kind, wider: str, since: str) -> Filter:
    """The filter for what a window beginning at ``wider`` holds beyond one that begins at ``since``."""
    parts: list[Filter] = [{"before": since}]
    if wider:
        parts.append({"after": wider})
    if kind.has_work:
        parts.append({"open": False})
    return parts[0] if len(parts) == 1 else {"operator": "AND", "conditions": parts}
