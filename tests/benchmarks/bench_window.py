"""The window's thread while 40,000 documents pour in, the incoming desk in front, and as each desk is first shown."""

from __future__ import annotations

import json

from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, show
from tests.benchmarks.pulling import Pulled
from tests.benchmarks.ticking import tell

TITLE = "The window's thread while 40,000 documents pour in (aim: 16 ms at the 99th percentile, 50 ms at worst)"
SIZE = 40_000
FILLED = 10_000


def run(rounds: int) -> None:
    pulls = list[Pulled]()
    with parts.central(SIZE) as address:
        for _ in range(rounds):
            answer = parts.fresh("pulling", address.url, address.password)
            pulls.append(Pulled(**json.loads(answer.splitlines()[-1])))
    print(f"{pulls[-1].counts['Document']} documents in {pulls[-1].rest:.0f} s; how late a tick of 1 ms came")
    tell([p.late for p in pulls])
    print("the same, less waiting for a processor that other processes had")
    tell([p.own for p in pulls])
    profile = parts.filled_profile(FILLED)
    shown = [json.loads(parts.fresh("showing", str(profile)).splitlines()[-1]) for _ in range(rounds)]
    print("the longest that showing a desk for the first time keeps the window's thread at work")
    show({key: Figure(key, tuple(1000 * one[key] for one in shown)) for key in shown[0]}, "ms")
