"""Signing 200 one-page files with a card that takes as long as real ones do: everything else must hide behind it."""

from __future__ import annotations

from tests.benchmarks import signing_ways as ways
from tests.benchmarks.bench_sign import each
from tests.benchmarks.harness import compare
from tests.signing import pages

TITLE = "Signing 200 one-page files on the emulated card, milliseconds a file (aim: within 10 % of the card alone)"
FILES = 200
CARD = 0.2
"""Seconds that the card takes for a signature, beside the way there."""

LINE = 0.15
"""Seconds that a question to a service takes."""


def run(rounds: int) -> None:
    draft = pages.draft()
    with ways.card(seconds=CARD, delay=LINE) as bench, ways.ours(bench) as (agent, key):
        compare(
            f"each answer of the services {LINE * 1000:.0f} ms late",
            {
                "the card alone": each(ways.floor(agent, key), draft, FILES),
                "ours, B-B": each(ways.batch(bench, key, ways.invisible), draft, FILES),
                "ours, B-LT": each(ways.batch(bench, key, ways.invisible, level="B-LT"), draft, FILES),
            },
            unit="ms", against="the card alone", rounds=rounds,
        )  # fmt: skip
