"""Random schedules of work and faults: nothing lost, nothing doubled, nothing diverges, nothing lies in clear.

As many as fit the time that CI gives; the first seed is drawn from the day, or given in FAULTS_SEED. Whatever fails is
run again by ``python -m tests.office.schedules --layer LAYER --replay SEED --times 20``.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.office.fault_room import workroom
from tests.office.schedules import run_all, run_one, total

BUDGET = {"a": 30.0, "b": 65.0}
"""Seconds for each layer; together with the rest of this folder three minutes."""

ONCE_FAILED: list[tuple[str, int]] = []
"""Schedules that have found something, while they follow from these seeds: a change of ``schedule`` makes others."""


def first_seed() -> int:
    given = os.environ.get("FAULTS_SEED")
    return int(given) if given else datetime.now(UTC).toordinal() * 1000


@pytest.mark.timeout(170)
@pytest.mark.expects_log("")
@pytest.mark.parametrize("layer", ["a", "b"])
async def test_as_many_schedules_as_time_allows(layer: str, record_property: Callable[[str, object], None]) -> None:
    seed = first_seed()
    until = time.monotonic() + BUDGET[layer]
    async with workroom() as room:
        outcomes = await run_all(room, ((s, layer) for s in itertools.count(seed)), until=until)
    counts = total(outcomes)
    record_property("schedules", f"layer {layer} from seed {seed}: {dict(counts)}")
    failed = [str(outcome) for outcome in outcomes if outcome.found]
    assert not failed, "\n\n".join(failed)
    assert len(outcomes) >= 3
    assert counts["promised"] > len(outcomes), "hardly anything was done"
    assert counts["clients killed"]


@pytest.mark.timeout(120)
@pytest.mark.expects_log("")
async def test_what_once_failed_holds() -> None:
    async with workroom() as room:
        outcomes = [await run_one(room, seed, layer) for layer, seed in ONCE_FAILED]
    failed = [str(outcome) for outcome in outcomes if outcome.found]
    assert not failed, "\n\n".join(failed)
