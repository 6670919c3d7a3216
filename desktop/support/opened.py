"""What an open profile tells of itself in a report. Knows nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class OpenSession:
    """Numbers, codes and times.

    Attributes:
        store: numbers of its databases; waits.
        sync: what is known of the sync, made before, on the window's thread.
    """

    store: Callable[[], Sequence[Mapping[str, Any]]] = list
    sync: Mapping[str, Any] = field(default_factory=dict)
