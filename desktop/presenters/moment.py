"""The central's time, by which all that is due is counted. Knows the workplace's clock alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clocked(Protocol):
    """What this needs of the workplace."""

    @property
    def clock_offset(self) -> timedelta: ...


def central_now(workplace: Clocked) -> datetime:
    """Now, by the central's clock: this machine's own decides nothing (DESIGN 5)."""
    return datetime.now(UTC) + workplace.clock_offset
