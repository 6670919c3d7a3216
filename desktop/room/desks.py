"""The desks of one room, each built with its presenter when it is first shown or spoken to.

Knows the ground, the devices, the signatures, the tools, and each desk with its presenter. What leads from one desk to
another is handed in.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.augmenting import Augmenting
from desktop.presenters import incoming
from desktop.presenters.incoming import IncomingPresenter
from desktop.presenters.reading import ReadingPresenter
from desktop.presenters.today import TodayPresenter
from desktop.room.devices import Devices
from desktop.room.ground import Ground
from desktop.room.on_demand import OnDemand
from desktop.room.signatures import Signatures
from desktop.room.tools import Tools
from widgets.reading_pane import ReadingPane
from widgets.signing_view_data import BatchProgress
from widgets.today_desk import TodayDesk

if TYPE_CHECKING:
    from desktop.presenters.outgoing import OutgoingPresenter
    from desktop.presenters.schedule import SchedulePresenter
    from desktop.presenters.signing_desk import SigningPresenter
    from desktop.presenters.signing_later import SigningLater
    from desktop.presenters.tasks import TaskPresenter

translate = QCoreApplication.translate

DESKS: Final = ("today", "incoming", "outgoing", "signing", "tasks", "schedule")


@dataclass(frozen=True)
class Onward:
    """What leads on from a desk.

    Attributes:
        open: shows an object where it is worked on: type and identifier.
        begin: begins an act there: kind, type and identifier.
        more: shows what a section of Hôm nay holds.
        copy_link: puts the link to an object on the clipboard: type and identifier.
        show_roots: shows the trusted roots.
        progressed: told how far a batch is.
    """

    open: Callable[[str, str], None]
    begin: Callable[[str, str, str], None]
    more: Callable[[str], None]
    copy_link: Callable[[str, str], None]
    show_roots: Callable[[], None]
    progressed: Callable[[BatchProgress | None], None]


class Desks(OnDemand):
    """One room's."""

    def __init__(
        self,
        ground: Ground,
        devices: Devices,
        signatures: Signatures,
        tools: Tools,
        augmenting: Augmenting,
        onward: Onward,
    ) -> None:
        self._ground, self._devices, self._signatures, self._tools = ground, devices, signatures, tools
        self._augmenting, self._onward = augmenting, onward
        # Each presenter names what it needs of the workplace in a protocol of its own.
        self._workplace: Any = ground.workplace
        self._readers: list[ReadingPresenter] = []
        self._later: SigningLater | None = None
        self._keep_places()
        ground.window.deskChanged.connect(self.build)

    def _keep_places(self) -> None:
        for key, title in (
            ("today", translate("Workroom", "Hôm nay")),
            ("incoming", translate("Workroom", "Văn bản đến")),
            ("outgoing", translate("Workroom", "Văn bản đi")),
            ("signing", translate("Workroom", "Chờ ký")),
            ("tasks", translate("Workroom", "Nhiệm vụ")),
            ("schedule", translate("Workroom", "Lịch công tác")),
        ):
            self._ground.window.add_desk(key, title, key, QWidget())

    # -- the desks

    @cached_property
    def today(self) -> TodayPresenter:
        desk, onward, ground = TodayDesk(), self._onward, self._ground
        presenter = TodayPresenter(
            self._workplace,
            desk,
            ground.names,
            act=onward.begin,
            open=onward.open,
            more=onward.more,
            say=ground.say,
        )
        self._put("today", desk)
        presenter.refresh()
        return presenter

    @cached_property
    def incoming(self) -> IncomingPresenter:
        desk, tools = incoming.make_desk(), self._tools
        presenter = IncomingPresenter(
            self._workplace,
            desk,
            self._reading(desk.pane),
            self._ground.names,
            self._ground.window.show_message,
            assign_task=lambda document_id: self.tasks.acts.assign_from(document_id),
            warn=self._signatures.known_against,
            sign=lambda *directive: tools.directives.sign(*directive),
            signs=lambda: bool(self._ground.settings["signDirectives"]),
            print_slip=lambda handling, document: tools.printing.begin_slip(handling, document),
            to_signing=self.to_signing,
            make_copy=lambda document_id: tools.copying.begin(document_id),
            copy_link=self._onward.copy_link,
        )
        self._put("incoming", desk)
        presenter.start()
        return presenter

    @cached_property
    def outgoing(self) -> OutgoingPresenter:
        from desktop.presenters.outgoing import OutgoingPresenter, make_desk

        desk, tools = make_desk(), self._tools
        presenter = OutgoingPresenter(
            self._workplace,
            desk,
            self._reading(desk.pane),
            tools.drafting,
            self._ground.names,
            self._ground.window.show_message,
            to_signing=self.to_signing,
            check=self._signatures.judged,
            ask_again=self._signatures.standing_again,
            remarking=tools.remarks,
            make_copy=lambda document_id: tools.copying.begin(document_id),
            copy_link=self._onward.copy_link,
        )
        self._put("outgoing", desk)
        presenter.start()
        return presenter

    @cached_property
    def signing(self) -> SigningPresenter:
        from desktop.presenters.signing_desk import SigningPresenter
        from desktop.presenters.signing_later import SigningLater
        from widgets.signing_desk import SigningDesk

        desk, ground = SigningDesk(), self._ground
        now = ground.workplace.clock.now
        presenter = SigningPresenter(
            self._workplace,
            desk,
            self._devices.tokens,
            ground.lanes,
            options=ground.means.options,
            say=ground.say,
            now=now,
            names=ground.names,
            remark=self._tools.remarks.begin,
            width=ground.settings["signingWidth"],
        )
        self._put("signing", desk)
        self._later = SigningLater(desk.later, self._augmenting, ground.means.asked_now, now)
        desk.progressed.connect(self._onward.progressed)
        ground.running.start("signing", self._open_signing(presenter))
        return presenter

    async def _open_signing(self, presenter: SigningPresenter) -> None:
        # pyHanko is read for those who come here to sign, and not on the window's thread.
        await self._ground.lanes.pages(importlib.import_module, "signing.sign")
        await presenter.open()

    @cached_property
    def tasks(self) -> TaskPresenter:
        from desktop.presenters.tasks import TaskPresenter
        from widgets.task_desk import TaskDesk

        desk = TaskDesk()
        presenter = TaskPresenter(
            self._workplace,
            desk,
            self._ground.names,
            open_document=lambda document_id: self._onward.open("Document", document_id),
            say=self._ground.say,
            copy_link=self._onward.copy_link,
        )
        self._put("tasks", desk)
        presenter.refresh()
        return presenter

    @cached_property
    def schedule(self) -> SchedulePresenter:
        from desktop.presenters.schedule import SchedulePresenter
        from widgets.schedule_desk import ScheduleDesk

        desk, ground = ScheduleDesk(), self._ground
        presenter = SchedulePresenter(
            self._workplace, desk, ground.names, say=ground.say, copy_link=self._onward.copy_link
        )
        self._put("schedule", desk)
        presenter.refresh()
        return presenter

    # -- all of them

    def to_signing(self, document_id: str) -> None:
        """Show a document on the desk where it is signed."""
        self._ground.window.show_desk("signing")
        self.signing.show_document(document_id)

    def in_hand(self) -> frozenset[str]:
        """What is being signed now, at the desk."""
        # The desk is built when it is first shown: before that nothing is signed on it.
        return next((one.rounds.in_hand for one in self.built("signing")), frozenset())

    def line_is_back(self) -> None:
        """The central answers again: what could not be read is asked for."""
        for reader in self._readers:
            reader.line_is_back()

    def keep_places(self) -> None:
        """Remember where the window stands, and how the desks are divided."""
        places, window = self._ground.around.outside.places, self._ground.window
        if places is not None:
            places.keep(window, {key: window.desk(key) for key in DESKS if self.built(key)})

    async def close(self) -> None:
        """End the presenters, and those of the tools with them."""
        if self._later is not None:
            self._later.close()
        for one in (
            *self.built("today", "tasks", "schedule"),
            *self._tools.built("drafting", "remarks", "printing", "copying", "directives"),
        ):
            one.close()
        for reader in (*self.built("incoming", "outgoing", "signing"), *self._tools.built("loose")):
            await reader.close()

    def _put(self, key: str, desk: QWidget) -> None:
        places = self._ground.around.outside.places
        self._ground.window.put_desk(key, desk)
        if places is not None:
            places.restore_panes(key, desk)

    def _reading(self, pane: ReadingPane) -> ReadingPresenter:
        ground = self._ground
        reader = ReadingPresenter(
            ground.workplace,
            pane,
            ground.lanes,
            ground.names,
            self._signatures.verdicts,
            ground.window.show_message,
            ground.language,
            self._onward.show_roots,
        )
        self._readers.append(reader)
        return reader
