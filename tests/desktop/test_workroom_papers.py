"""The window's parts find each other: the slip from the incoming desk, remarks from a place found again, directives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from desktop.place import go_back
from desktop.presenters.printing import Printing
from tests.desktop.test_workroom import Opening, application, machine, office, open_room, size, theme
from tests.office.harness import synced
from widgets.directive_dialog import DirectiveDialog

__all__ = ["application", "machine", "office", "open_room", "size", "theme"]


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110 - what is waited for is a state of widgets, which no event tells
            await asyncio.sleep(0.01)


async def test_the_slip_opens_from_what_is_read(open_room: Opening) -> None:
    async with open_room() as made:
        room = made.room
        await synced(made.session)
        handlings = await room.workplace.select("Handling")
        room.desks.incoming.show_handling(handlings[0]["id"])
        await room.desks.incoming.settled()
        await until(lambda: bool(room.desks.incoming.open_id))
        pane = room.desks.incoming._desk.pane
        assert "handlingSlip" in [action.key for action in pane.acts._extras]
        pane.actionTriggered.emit("handlingSlip")
        printing: Printing = room.tools.printing
        await until(lambda: printing.window is not None)
        assert printing.window is not None
        assert printing.window.paper.page_count >= 1
        printing.window.reject()


async def test_remarks_are_found_again_after_locking(open_room: Opening) -> None:
    async with open_room() as made:
        room = made.room
        await synced(made.session)
        documents = await room.workplace.select("Document")
        go_back(room, {"desk": "incoming", "forms": [["remark", "Document", documents[0]["id"]]]})
        await until(lambda: room.tools.remarks.window is not None)
        await room.tools.remarks.settled()
        window = room.tools.remarks.window
        assert window is not None
        assert not window.layer.writable, "what came from elsewhere is read alone"
        assert not window.send_button.isVisible()
        window.reject()
        await room.tools.remarks.settled()


async def test_a_directive_is_signed_where_the_office_asks_for_it(open_room: Opening) -> None:
    async with open_room() as made:
        acts = made.room.desks.incoming.acts
        assert acts._sign is not None
        assert not acts._signs()
        made.settings.set("signDirectives", True)
        assert acts._signs()
        plain, signed = (DirectiveDialog("a", "b", "c", signs=asked) for asked in (False, True))
        for dialog in (plain, signed):
            dialog.reason.set_text("Giao Văn phòng")
        assert (plain.values()["sign"], signed.values()["sign"]) == (False, True)
