"""Parts that are built when they are first spoken to. Knows nothing."""

from __future__ import annotations

from typing import Any


class OnDemand:
    """Holds parts, each a ``cached_property``: the first list is there sooner, and memory is spent on what is used."""

    def build(self, key: str) -> None:
        """Have a part built, where it is not there yet."""
        getattr(self, key)

    def built(self, *keys: str) -> list[Any]:
        """Those of these parts that are there."""
        return [self.__dict__[key] for key in keys if key in self.__dict__]
