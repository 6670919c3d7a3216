"""The power goes: a program killed in the middle of sending finds its act, and the central has it once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from tests.office.faults import Fault
from tests.office.harness import Machine, Office, synced

PROGRAM = """
import asyncio, sys
from pathlib import Path
from tests.office.harness import Machine
from tests.practice.little import INCOMING

class There:
    url = sys.argv[2]

async def main():
    machine = Machine(Path(sys.argv[1]))
    session = await machine.sign_in(There())
    for n in (1, 2):
        await session.workplace.act("receive", "Handling", f"side-{n}", {"registerId": INCOMING, "number": None})
    await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_killed_after_the_central_has_it_and_before_the_answer_is_here(machine: Machine, office: Office) -> None:
    # The answer to the first sending never comes: the central has judged the acts by then.
    office.proxy.always.append(Fault("holdAnswer", holding="Act/set"))
    child = subprocess.Popen(  # noqa: ASYNC220 - starting it takes no time worth a thread
        [sys.executable, "-c", PROGRAM, str(machine.root), office.url],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
    )
    try:
        assert await asyncio.get_running_loop().run_in_executor(None, office.proxy.held.wait, 60)
    finally:
        child.kill()
        child.wait()
    there = [a["id"] for a in office.acts()]
    assert len(there) >= 1
    office.proxy.always.clear()
    office.proxy.released.set()
    session = await machine.reopen()
    made = [u["act"]["id"] for u in await session.workplace.unsent()]
    assert made[: len(there)] == there
    await synced(session)
    assert [a["id"] for a in office.acts()] == made
    assert await session.workplace.unsent() == []
