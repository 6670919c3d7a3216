"""Reason codes with their arguments: what goes up from here instead of sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reason:
    """Why something is as it is: a key of ``signing.sentences.SENTENCES`` and values for its named places."""

    code: str
    args: Mapping[str, str | int] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """As plain JSON."""
        return {"code": self.code, "args": dict(self.args)}
