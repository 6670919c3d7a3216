"""The queue of the signing desk filled with 500 drafts: when it can be used, and when all places are known."""

from __future__ import annotations

import json

from tests.benchmarks import parts
from tests.benchmarks.desk_alone import FILES
from tests.benchmarks.harness import Figure, show

TITLE = f"The signing desk with {FILES} drafts (aim: its rows at once, all places within 10 s)"
_NAMES = {"shown": "the rows stand there", "found": "all places are found", "worked": "work of the processor for it"}


def run(rounds: int) -> None:
    found = [json.loads(parts.fresh("desk_alone").splitlines()[-1]) for _ in range(rounds)]
    show({key: Figure(name, tuple(one[key] for one in found)) for key, name in _NAMES.items()}, "s")
