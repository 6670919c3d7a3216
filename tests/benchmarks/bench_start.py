"""Starting the program with 10,000 documents here and the line down, against an empty PySide6 window."""

from __future__ import annotations

from tests.benchmarks import parts
from tests.benchmarks.harness import Figure, show

TITLE = "Start with 10,000 documents in the cache, each time in a fresh process (floor: an empty PySide6 window)"
SIZE = 10_000
MOMENTS = {"window": "own window, painted", "inbox": "usable inbox"}


def run(rounds: int) -> None:
    profile = parts.filled_profile(SIZE)
    empty, own = list[parts.Started](), list[parts.Started]()
    for number in range(1 + rounds):
        pair = parts.start("empty_window"), parts.start("own_window", str(profile))
        if number:  # The first pair fills the disk's cache and compiles.
            empty.append(pair[0])
            own.append(pair[1])
    print("time from the start of the process")
    show({"empty": Figure("empty window", tuple(s.seconds["window"] for s in empty))} | {
        moment: Figure(words, tuple(s.seconds[moment] for s in own)) for moment, words in MOMENTS.items()
    }, "s", "empty")  # fmt: skip
    print("memory then")
    later = MOMENTS | {"rest": "all modules read"}
    show({"empty": Figure("empty window", tuple(s.megabytes["window"] for s in empty))} | {
        moment: Figure(words, tuple(s.megabytes[moment] for s in own)) for moment, words in later.items()
    }, "MB", "empty")  # fmt: skip
