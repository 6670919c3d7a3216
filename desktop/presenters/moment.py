"""The central's time, by which all that is due is counted. Knows the workplace's clock alone."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.presenters import needs


def central_now(workplace: needs.Clocked) -> datetime:
    """Now, by the central's clock: this machine's own decides nothing (DESIGN 5)."""
    return datetime.now(UTC) + workplace.clock_offset
