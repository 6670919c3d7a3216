"""The harness sees what is broken on purpose: each broken promise is noticed within a few schedules."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.faults import sabotage
from tests.office.client_process import Sabotage
from tests.office.deeds import MARK
from tests.office.fault_room import Workroom, workroom
from tests.office.ledger import summed
from tests.office.runner import Runner
from tests.office.schedule import Schedule, Step, write
from tests.practice.little import SPECIALIST

TIMES = 3
"""How often a schedule may be tried: the instants at which threads run are not in it."""


def small(*steps: Step) -> Schedule:
    """A schedule in which nothing else happens."""
    return Schedule(0, "b", ("mai-1", "duc-1"), steps, restarted=False)


def entry(number: int) -> Step:
    """The clerk enters a meeting."""
    more = {"token": f"{MARK}-9-{number}-", "new": f"new-9-{number}", "seed": number, "bytes": 100}
    return Step("act", "mai-1", {"kinds": ["enterSchedule"], "wait": True, **more})


def twice(how: str) -> list[Step]:
    """A fault in both tries that the transport makes of one sending."""
    return [Step("fault", given={"how": how, "where": "/jmap/api", "holding": "Act/set"})] * 2


REST = Step("rest", "mai-1", {"seconds": 2.0})
KILLED = Step("kill", "mai-1", {"under": None, "after": 0.0})
CUT = small(*twice("cut"), entry(1), REST)
ANSWER_CUT = small(*twice("cutAnswer"), entry(1), REST)
MOVED = small(*(Step("rights", given={"how": "move", "person": SPECIALIST, "seed": n}) for n in range(6)))


@dataclass(frozen=True)
class Mistake:
    """A promise broken on purpose, by the programs or by the central, and what is to be noticed in which schedule."""

    expected: str
    schedule: Schedule
    programs: Sabotage | None = None
    central: Sabotage | None = None


MISTAKES = [
    Mistake("LOST", CUT, sabotage.forget_what_was_cut),
    Mistake("DOUBLED", ANSWER_CUT, sabotage.name_each_try_anew),
    Mistake("LOST", small(entry(1), KILLED), sabotage.promise_before_it_is_kept),
    Mistake("DIVERGED", MOVED, sabotage.keep_what_was_revoked),
    Mistake("DIVERGED", write(1, "b"), sabotage.stay_behind),
    Mistake("IN CLEAR", small(entry(1)), sabotage.note_in_clear),
    Mistake("DOUBLED", ANSWER_CUT, central=sabotage.judge_every_arrival),
]


async def noticed(room: Workroom, mistake: Mistake) -> bool:
    for _ in range(TIMES):
        outcome = await Runner(room, mistake.schedule, mistake.programs, mistake.central).run()
        if summed(outcome.found)[mistake.expected]:
            return True
    return False


@pytest.mark.timeout(120)
async def test_what_is_broken_on_purpose_is_noticed() -> None:
    async with workroom() as room:
        seen = {(m.programs or m.central): await noticed(room, m) for m in MISTAKES}
    assert all(seen.values()), seen
