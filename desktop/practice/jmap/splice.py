"""Answers put together from texts that are JSON already, so that an object is not parsed to be sent.

Knows nothing of ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


class Texts:
    """A JSON array of objects that are kept as text; parsed only when a back-reference looks into it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts

    def json(self) -> str:
        return "[" + ",".join(self.texts) + "]"

    def values(self) -> list[Any]:
        return [json.loads(text) for text in self.texts]


def dump(value: Any) -> str:
    """JSON without spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def arguments(members: Mapping[str, Any]) -> str:
    """An object of which some members are ``Texts``."""
    parts = (
        f"{dump(name)}:{value.json() if isinstance(value, Texts) else dump(value)}" for name, value in members.items()
    )
    return "{" + ",".join(parts) + "}"
