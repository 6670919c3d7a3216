"""The window's thread while a batch of 200 is signed on SoftHSM, which is as fast as signing gets."""

from __future__ import annotations

import json

from tests.benchmarks import parts
from tests.benchmarks.ticking import tell

TITLE = "The window's thread while 200 files are signed (aim: 16 ms at the 99th percentile)"


def run(rounds: int) -> None:
    found = [json.loads(parts.fresh("signing_alone").splitlines()[-1]) for _ in range(rounds)]
    print(f"{found[-1]['signed']} files in {found[-1]['seconds']:.1f} s; how late a tick of 1 ms came")
    tell([one["late"] for one in found])
    print("the same, less waiting for a processor that other processes had")
    tell([one["own"] for one in found])
