"""The ways between the desks of one room: an object is shown, and an act begun, where it belongs.

Knows the ground, the desks and the tools. What lies around the desks is handed in.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.presenters.link_following import LinkFollowing
from desktop.room.desks import Desks
from desktop.room.ground import Ground
from desktop.room.tools import Tools
from desktop.session.unsent import SIGNING
from desktop.start_request import StartRequest
from widgets.theme import Tone

translate = QCoreApplication.translate


class Ways:
    """One room's.

    Args:
        show_unsent: opens the window of what is not sent, with an act chosen or with none ("").
        close_results: takes away what was found, which lies over the desks.
    """

    def __init__(
        self,
        ground: Ground,
        desks: Desks,
        tools: Tools,
        links: LinkFollowing,
        *,
        show_unsent: Callable[[str], None],
        close_results: Callable[[], object],
    ) -> None:
        self._window, self._workplace, self._running = ground.window, ground.workplace, ground.running
        self._say = ground.say
        self._desks, self._tools, self._links = desks, tools, links
        self._show_unsent, self._close_results = show_unsent, close_results

    # -- to an object

    def open(self, type_name: str, object_id: str) -> None:
        """Show an object on the desk where it is worked on."""
        self._close_results()
        match type_name:
            case "Task":
                self._window.show_desk("tasks")
                self._desks.tasks.show(object_id)
            case "ScheduleEntry":
                self._window.show_desk("schedule")
                self._desks.schedule.show(object_id)
            case "Handling":
                self._window.show_desk("incoming")
                self._desks.incoming.show_handling(object_id)
            case "Document":
                self._running.start("open", self._open_document(object_id))

    async def _open_document(self, document_id: str) -> None:
        """On the outgoing desk where it is ours, else on the incoming one."""
        document = await self._workplace.get("Document", document_id)
        ours = document is not None and document["organId"] == self._workplace.me.organ_id
        self._window.show_desk("outgoing" if ours else "incoming")
        (self._desks.outgoing if ours else self._desks.incoming).show_document(document_id)

    def open_from_outside(self, type_name: str, object_id: str) -> None:
        """Show what was chosen beside the clock."""
        if type_name != "desk":
            self.open(type_name, object_id)
        elif object_id == "outbox":
            self._show_unsent("")
        else:
            self._window.show_desk(object_id)

    def asked(self, request: StartRequest) -> None:
        """Show what another start of the program hands over."""
        if request.link:
            self._links.follow(request.link)
        if request.files:
            self._tools.loose.sign(request.files)

    def show_box(self, key: str) -> None:
        """Show what a section of Hôm nay holds, on its desk."""
        desk, _, box = key.partition(".")
        if desk in ("tasks", "unit"):
            self._window.show_desk("tasks")
            if box:
                self._desks.tasks.show_box(
                    f"tasks.{box}" if desk == "tasks" else box, "own" if desk == "tasks" else "unit"
                )
        else:
            self._window.show_desk(desk if desk in ("incoming", "outgoing", "signing", "schedule") else "incoming")

    def copy_link(self) -> None:
        """The link to what is open on the desk in front."""
        match self._window.current_desk():
            case "incoming" if (document := self._desks.incoming.document) is not None:
                self._links.copy("Document", document["id"])
            case "outgoing" if self._desks.outgoing.open_id:
                self._links.copy("Document", self._desks.outgoing.open_id)
            case "tasks" if self._desks.tasks.open_id:
                self._links.copy("Task", self._desks.tasks.open_id)
            case _:
                self._say(translate("Workroom", "Mở một văn bản hoặc nhiệm vụ rồi sao chép liên kết."), Tone.INFO)

    # -- to an act

    def begin(self, kind: str, type_name: str, object_id: str) -> None:
        """Begin an act on the desk where it belongs; a kind that has no form there only opens the object."""
        if kind == "fixAct":
            self._show_unsent(object_id)
        elif kind in SIGNING and kind != "direct":
            # A directive is signed from its form.
            self._desks.to_signing(object_id)
        elif type_name == "Task":
            self._desks.tasks.acts.begin(kind, object_id)
        elif type_name == "ScheduleEntry" and kind:
            self._desks.schedule.begin(kind, object_id)
        else:
            self.open(type_name, object_id)
            self._running.start("begin", self._begin(kind, type_name, object_id))

    async def _begin(self, kind: str, type_name: str, object_id: str) -> None:
        subject = await self._workplace.get(type_name, object_id)
        if subject is None:
            return
        if type_name == "Document":
            self._desks.outgoing.acts.begin(kind, subject)
            return
        document = await self._workplace.get("Document", subject["documentId"])
        if document is not None:
            self._desks.incoming.acts.begin(kind, subject, document)

    def write_new(self) -> None:
        """Begin a draft."""
        self._window.show_desk("outgoing")
        self._desks.outgoing.write_new()
