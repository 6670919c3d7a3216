"""State secrets: what this machine may hold (Law 117/2025/QH15, Decree 63/2026/NĐ-CP). Knows nothing of ours.

Handling classified documents is off by default: policy alone may switch it on, on the dedicated network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Network = Literal["internet", "dedicated"]
LEVELS: tuple[str, ...] = ("none", "confidential", "secret", "topSecret")
CEILING: dict[str, str] = {"commune": "confidential", "province": "secret"}


@dataclass(frozen=True)
class SecrecyPolicy:
    """What is installed on this machine: its one network, and whether classified documents are handled here."""

    network: Network = "internet"
    classified: bool = False

    def may_hold(self, document: Mapping[str, Any], level: str) -> bool:
        """Whether the document may be fetched, shown, stored or sent here by an office of this level."""
        secrecy = document.get("secrecy", "none")
        if secrecy == "none":
            return True
        if secrecy not in LEVELS or not self.classified or self.network != "dedicated":
            return False
        return LEVELS.index(secrecy) <= LEVELS.index(CEILING.get(level, "none"))
