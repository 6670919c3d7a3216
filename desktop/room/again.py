"""Opens an act's form again, with what was typed in it, on the desk where it belongs. Knows the desks and the tools."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from desktop.room.desks import Desks
from desktop.room.tools import Tools
from desktop.session.unsent import SIGNING
from widgets.shell import MainWindow


def editors(
    window: MainWindow, desks: Desks, tools: Tools
) -> Mapping[str, Callable[[Mapping[str, Any]], Awaitable[None]]]:
    """What opens the form of an act, by the type of its subject."""

    async def entry(act: Mapping[str, Any]) -> None:
        window.show_desk("schedule")
        await desks.schedule.do_again(act)

    async def task(act: Mapping[str, Any]) -> None:
        await desks.tasks.acts.do_again(act)

    async def handling(act: Mapping[str, Any]) -> None:
        if act["kind"] in SIGNING and act["kind"] != "direct":
            desks.to_signing(act["subjectId"])
            return
        window.show_desk("incoming")
        desks.incoming.show_handling(act["subjectId"])
        await desks.incoming.acts.do_again(act)

    async def document(act: Mapping[str, Any]) -> None:
        if act["kind"] in SIGNING:
            # A signed file that came back is never sent again: it is signed anew.
            desks.to_signing(act["subjectId"])
            return
        if act["kind"] == "copy":
            await tools.copying.do_again(act)
            return
        window.show_desk("outgoing")
        await desks.outgoing.do_again(act)

    return {"Task": task, "ScheduleEntry": entry, "Handling": handling, "Document": document}
