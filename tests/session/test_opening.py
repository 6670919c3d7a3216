"""Opening a profile whose list of accounts cannot be written: what is here can be read all the same."""

from __future__ import annotations

import gc
from datetime import timedelta

import pytest

from tests.office.harness import Machine, Office, synced


async def test_a_list_that_cannot_be_written_keeps_nobody_out(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await synced(session)
    await session.close()
    # The file beside it, by which it is replaced, cannot be made: as on a full disk.
    (machine.root / "profiles" / "accounts.json.new").mkdir()
    session = await machine.reopen()
    assert await session.workplace.all("Handling")


async def test_a_profile_that_nobody_could_find_again_is_not_begun(machine: Machine, office: Office) -> None:
    (machine.root / "profiles" / "accounts.json.new").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        await machine.sign_in(office)
    assert machine.sessions.accounts.all() == []


async def test_a_clock_that_moves_after_the_end_begins_nothing(machine: Machine, office: Office) -> None:
    session = await machine.sign_in(office)
    await session.close()
    session._offset_moved(timedelta(hours=1))
    # A piece of work that nobody would ever begin is a warning, and warnings fail here.
    gc.collect()
    assert not session._looking
