"""A link that comes while the profile is locked: nothing of it shows until it is known who is there."""

from __future__ import annotations

import pytest

from desktop import links
from desktop.start_request import StartRequest
from tests.day.conftest import Office
from tests.day.screen import Machine, Screen
from tests.day.test_locking import locked, unlock, windows

pytestmark = pytest.mark.usefixtures("application")


def test_it_is_shown_after_unlocking_over_what_was_shown_before(office: Office, machine: Machine) -> None:
    async def scenario(screen: Screen) -> None:
        await screen.sign_in("mai", office.url)
        workplace = screen.room.workplace
        ids = await workplace.ids("incoming.toReceive", "own")
        handlings = await workplace.many("Handling", ids)
        document = str(handlings[ids[-1]]["documentId"])
        screen.room.window.show_desk("tasks")
        screen.room.lock()
        screen.entrance.ask(StartRequest(links.write("Document", document)))
        window = await locked(screen)
        screen.entrance.ask(StartRequest())
        assert windows() == ["LockWindow"]
        await unlock(screen, window)
        await screen.until(lambda: screen.hands._room is not None, "a filled window")
        incoming = screen.room.desks.incoming
        await screen.until(lambda: (incoming.document or {}).get("id") == document, "the document of the link")
        assert screen.room.window.current_desk() == "incoming"
        assert not screen.entrance._asked

    machine.start(scenario)
