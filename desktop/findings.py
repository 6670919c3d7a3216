"""One thing that was looked at on this machine, as the command line and the window both show it. Knows nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["ok", "hint", "note", "problem"]


@dataclass(frozen=True)
class Finding:
    """One thing looked at.

    Attributes:
        part: "versions", "policy", "capture", "updates", "keyring", "cache", "readers", "tokens", "trust", "services",
            "clock", "hints", "central", "proxy", "certificates" or "session".
        level: "problem" keeps somebody from working; "note" may; "hint" explains what no look can show.
        code: what was found, for programs.
        text: the same in Vietnamese, with what to do.
    """

    part: str
    level: Level
    code: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)
