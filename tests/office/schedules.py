"""``python -m tests.office.schedules``: runs fault schedules by the hundred, and any one of them again.

A schedule (``schedule``) follows from its seed: who takes part, what they do and when something breaks. A runner
(``runner``) plays it with real programs (``client_process``), a real central (``bureau``) and a proxy full of faults
(``faults``) between them, ends with everything at rest, and has the ledger (``ledger``) say what of all that was
promised is not so: an act lost, doubled, out of order, sent although withdrawn, or refused and forgotten; a number
given twice; an effect missing; a cache that is not the central's view, object by object; a draft gone; a damaged page.
Every file of every profile is searched for content, keys and tokens in clear (``leaks``) after each kill and at the
end.

    --count 1000 --first-seed 1     so many schedules, one seed after the other
    --layer a | b                   a: all in one process, programs dropped without a word; b: a process each, SIGKILL;
                                    both in turn where it is left out
    --minutes 3                     stop after that time, however many have run
    --replay SEED [--times 20]      that schedule again; it repeats the schedule, not the instants at which threads run
    --keep-going                    do not stop at the first violation

Prints every seed that failed with its steps and what was violated, and sums up at the end; exit status 1 if any did.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.logs import open_log
from tests.office.fault_room import Workroom, workroom
from tests.office.ledger import summed
from tests.office.runner import Outcome, Runner
from tests.office.schedule import write


async def run_all(room: Workroom, wanted: Iterable[tuple[int, str]], *, until: float | None = None) -> list[Outcome]:
    """Run these (seed, layer) one after the other, as long as there is time."""
    outcomes: list[Outcome] = []
    for seed, layer in wanted:
        if until is not None and time.monotonic() > until:
            break
        outcomes.append(await run_one(room, seed, layer))
    return outcomes


async def run_one(room: Workroom, seed: int, layer: str) -> Outcome:
    return await Runner(room, write(seed, layer)).run()


def total(outcomes: Iterable[Outcome]) -> Counter[str]:
    """What happened in all of them, summed."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts[f"schedules {outcome.schedule.layer}"] += 1
        counts.update(outcome.counts)
        counts.update({f"VIOLATED {name}": n for name, n in summed(outcome.found).items()})
    return counts


def _wanted(options: argparse.Namespace) -> Iterator[tuple[int, str]]:
    layers = [options.layer] if options.layer else ["a", "b"]
    if options.replay is not None:
        for _ in range(options.times):
            yield from ((options.replay, layer) for layer in layers)
        return
    for n in range(options.count):
        yield options.first_seed + n, layers[n % len(layers)]


async def _main(options: argparse.Namespace) -> int:
    begun = time.monotonic()
    outcomes: list[Outcome] = []
    this = asyncio.current_task()
    if this is not None:
        # The place is put away again, whoever ends this.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
    async with workroom() as room:
        if not room.disk:
            print("no disk can be mounted here: schedules do not fill it")
        for seed, layer in _wanted(options):
            outcome = await run_one(room, seed, layer)
            outcomes.append(outcome)
            if outcome.found:
                print(outcome, flush=True)
                if not options.keep_going and options.replay is None:
                    break
            if options.replay is not None or len(outcomes) % 25 == 0:
                bad = sum(bool(o.found) for o in outcomes)
                print(f"{len(outcomes)} run (last {layer}{seed}, {outcome.seconds:.1f} s), {bad} failed", flush=True)
            if time.monotonic() - begun > options.minutes * 60:
                break
    for name, number in sorted(total(outcomes).items()):
        print(f"{number:8} {name}")
    failed = [f"{o.schedule.layer}{o.schedule.seed}" for o in outcomes if o.found]
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes; failed: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.office.schedules")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--layer", choices=["a", "b"])
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--replay", type=int)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--keep-going", action="store_true")
    with tempfile.TemporaryDirectory() as log:
        open_log(Path(log), "WARNING")
        return asyncio.run(_main(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
