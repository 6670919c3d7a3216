"""One person's window: builds the parts of a room over an open session, and ties them together.

Knows the parts (desktop.room) and the presenters of what lies around the desks. Closed when the person leaves.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import asdict
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.augmenting import Augmenting
from desktop.policy_following import PolicyFollowing
from desktop.presence import Presence
from desktop.presenters.account import AccountPresenter
from desktop.presenters.checking import Checking
from desktop.presenters.helping import Helping
from desktop.presenters.link_following import KEYS as LINK_KEYS
from desktop.presenters.link_following import LinkFollowing
from desktop.presenters.outbox import OutboxPresenter
from desktop.presenters.salvaged import SalvagePresenter
from desktop.presenters.search import Command, SearchPresenter
from desktop.presenters.settings import SettingsPresenter
from desktop.presenters.shell import ShellPresenter
from desktop.presenters.trust_roots import TrustRoots
from desktop.reading_ahead import read_ahead
from desktop.room.aftermath import Aftermath
from desktop.room.again import editors
from desktop.room.applying import Applying
from desktop.room.attending import Attending
from desktop.room.commands import commands
from desktop.room.desks import Desks, Onward
from desktop.room.devices import Devices
from desktop.room.ground import Ground
from desktop.room.own_key import lock_settings
from desktop.room.signatures import Signatures
from desktop.room.tools import Tools
from desktop.room.updating import updates
from desktop.room.way_out import Leaving, WayOut
from desktop.room.ways import Ways
from desktop.session.account import Session
from desktop.signing_means import SigningMeans
from desktop.signings import Signings
from desktop.start_request import StartRequest
from desktop.support.opened import OpenSession
from desktop.surroundings import Surroundings
from desktop.unlocking import ProfileKeys
from widgets.account_menu import AccountMenu
from widgets.search_popup import SearchPopup
from widgets.shell import MainWindow


class Workroom:
    """The window of one session.

    Args:
        window: the empty window that is shown already; None makes one.
        keys: gives the profile's key, to set a passphrase; None where nothing of it is to be changed.

    Attributes:
        window: the window itself.
        shown: called with the workroom once its window is open.
        report: makes a report for whoever helps, over a window.
        lock, rotate: called when it is to be locked by hand, and when its profile is to have another key.
        ground: what all its parts stand on.
        desks, tools: their presenters.
        ways: show an object, and begin an act, where it belongs.
        way_out: how it ends.
    """

    def __init__(
        self,
        session: Session,
        around: Surroundings,
        means: SigningMeans,
        window: MainWindow | None = None,
        keys: ProfileKeys | None = None,
    ) -> None:
        self.shown: Callable[[Workroom], object] = lambda _: None
        self.lock: Callable[[], object] = lambda: None
        self.rotate: Callable[[], object] = lambda: None
        self.report: Callable[[QWidget], object] = lambda _: None
        self.workplace = session.workplace
        self.ground = Ground(session, around, means, window)
        self.window = self.ground.window
        self._running = self.ground.running
        # Each presenter names what it needs of the workplace in a protocol of its own.
        self._any: Any = session.workplace
        self._signatures = Signatures(self.ground)
        self.devices = Devices(self.ground)
        self.tokens = self.devices.tokens
        self._build_presence()
        self._build_checking()
        self._build_desks()
        self._build_windows()
        self._build_settings(keys)
        self._build_finding()
        self._connect()

    # -- building; each step stands on those before it, and what leads on is called when it is there

    def _build_presence(self) -> None:
        ground = self.ground
        self.presence = Presence(
            self._any,
            ground.around.outside,
            ground.names,
            ground.settings,
            ground.lanes,
            ground.window,
            open=lambda *what: self.ways.open_from_outside(*what),
            busy=self._is_busy,
            lock=lambda: self.lock(),
            leave=lambda: self.way_out.leave_from_outside(),
            reset=lambda: self.settings.refresh(),
            failed=ground.failed,
        )

    def _build_checking(self) -> None:
        ground, window = self.ground, self.window
        self.roots = TrustRoots(
            ground.means.roots,
            ground.lanes,
            lambda: self.settings.window or window,
            ground.say,
            self._signatures.verdicts.forget,
        )
        self.checking = Checking(
            ground.lanes, self._signatures.verdicts, lambda: window, ground.say, ground.language, self.roots.show
        )

    def _build_desks(self) -> None:
        ground, window = self.ground, self.window
        self.links = LinkFollowing(
            self._any, lambda *what: self.ways.open(*what), window.show_message, window.take_back_message
        )
        self.augmenting = Augmenting(
            self._any, ground.lanes, ground.settings, ground.means.raising, busy=lambda: self.desks.in_hand()
        )
        self.tools = Tools(
            ground,
            self.devices,
            self._signatures,
            check=self.checking.check,
            open_document=lambda document_id: self.ways.open("Document", document_id),
        )
        onward = Onward(
            open=lambda *what: self.ways.open(*what),
            begin=lambda *act: self.ways.begin(*act),
            more=lambda key: self.ways.show_box(key),
            copy_link=self.links.copy,
            show_roots=self.roots.show,
            progressed=self.presence.signing,
        )
        self.desks = Desks(ground, self.devices, self._signatures, self.tools, self.augmenting, onward)
        self._signings = Signings(self.built)
        self.way_out = WayOut(ground, self._signings, take_in=self.presence.take_in, keep_places=self.desks.keep_places)

    def _build_windows(self) -> None:
        ground, window = self.ground, self.window
        self.outbox = OutboxPresenter(
            self._any,
            lambda: window,
            editors=editors(window, self.desks, self.tools),
            say=ground.say,
            show_pages=ground.show_pages,
            write=lambda path, data: ground.lanes.network(path.write_bytes, data),
        )
        self._menu = AccountMenu(window)
        window.rail.set_account_menu(self._menu)
        self.salvaged = SalvagePresenter(self._any, lambda: window, ground.say)
        self.account = AccountPresenter(
            self._any,
            self._menu,
            lambda: window,
            leave=lambda _changing: self.leave("signOut"),
            show_outbox=self.outbox.show,
            unit_name=lambda unit: ground.names.unit(unit),
            say=ground.say,
            signs=self._is_busy,
        )
        self._help = Helping(window, ground.language)

    def _build_settings(self, keys: ProfileKeys | None) -> None:
        ground, window = self.ground, self.window
        self.updates = updates(ground, self._menu, self._is_busy)
        self._applying = Applying(
            ground,
            self.devices,
            self.presence,
            refresh_updates=self.updates.refresh,
            build_anew=self.way_out.build_anew,
        )
        self.settings = SettingsPresenter(
            ground.settings,
            lambda: window,
            self._applying.apply,
            lock_settings(ground, keys, lambda: self.rotate()) if keys is not None else None,
            self.roots.show,
            lambda over: self.desks.signing.pictures.show(over),
            self.presence.autostarting.fixed,
        )
        self._policy = PolicyFollowing(
            window, ground.settings, ground.lanes, self._applying.apply, self.settings.refresh, ground.say
        )

    def _build_finding(self) -> None:
        ground, window = self.ground, self.window
        self._popup = SearchPopup(window.search_box, window)
        self.ways = Ways(
            ground,
            self.desks,
            self.tools,
            self.links,
            show_unsent=self.outbox.show,
            close_results=self._popup.close_panel,
        )
        self.search = SearchPresenter(
            self._any,
            self._popup,
            ground.names,
            open=self.ways.open,
            commands=self._commands,
            say=ground.say,
            line_is_up=lambda: self.workplace.sync.state.kind not in ("offline", "retrying", "signedOut"),
        )
        self._attending = Attending(ground, self.presence, self.desks.line_is_back)
        self._shell = ShellPresenter(
            self._any,
            window,
            network=ground.settings["network"],
            needs_you=self.outbox.show,
            signed_out=self._attending.sign_in_again,
            announces=lambda: ground.settings["notifyArrivals"],
            arrived=self.presence.arrived,
            counted=self.presence.counted,
        )
        self._aftermath = Aftermath(
            ground, self.salvaged, show_unsent=self.outbox.show, begin=self.ways.begin, report=self._report_here
        )

    def _connect(self) -> None:
        window, menu = self.window, self._menu
        # Results lie over the desks: they go when something else comes to the front.
        window.deskChanged.connect(lambda _: self._popup.close_panel())
        window.searchRequested.connect(self._popup.open)
        window.lockRequested.connect(lambda: self.lock())
        menu.lock_requested.connect(lambda: self.lock())
        menu.settings_requested.connect(self.settings.show)
        menu.tokens_requested.connect(self.devices.show)
        menu.check_requested.connect(self.checking.ask)
        menu.sign_requested.connect(lambda: self.tools.loose.ask())
        window.filesDropped.connect(self.checking.check)
        menu.report_requested.connect(lambda: self.report(window))
        menu.help_requested.connect(lambda: self.show_help())
        QShortcut(QKeySequence("F1"), window).activated.connect(lambda: self.show_help())
        QShortcut(QKeySequence(LINK_KEYS), window).activated.connect(self.ways.copy_link)

    def _commands(self) -> list[Command]:
        """What the search box can do besides finding."""
        run: dict[str, Callable[[], object]] = {
            "write": self.ways.write_new,
            "sync": self.workplace.sync_now,
            "unsent": self.outbox.show,
            "check": self.checking.ask,
            "signFile": lambda: self.tools.loose.ask(),
            "roots": self.roots.show,
            "tokens": self.devices.show,
            "settings": self.settings.show,
            "lock": lambda: self.lock(),
            "report": self._report_here,
            "help": self.show_help,
        }
        if self.updates.available:
            run["update"] = self.updates.show
        return commands(self.window, run)

    # -- life

    async def run(self) -> Leaving:
        """Show the window until the person leaves."""
        self.ground.around.outside.front.show(self.window)
        await self.start()
        self.way_out.stands = True
        self.shown(self)
        try:
            return await self.way_out.left
        finally:
            await self.close()

    async def start(self) -> None:
        """Fill the desks; what is in front comes first."""
        await self.ground.names.ready()
        self.presence.start()
        self._shell.start()
        self._aftermath.say_mended()
        self.account.refresh()
        for key in dict.fromkeys((self.window.current_desk(), "incoming")):
            self.desks.build(key)
        self._running.start("behind", self._read_behind())
        self._running.start("signed", self._aftermath.send_signed())
        self.tokens.watch(True)
        self.augmenting.start()
        self.updates.start()

    async def _read_behind(self) -> None:
        """Read what the other desks stand on, so that showing one of them does not wait for it."""
        await self.desks.incoming.settled()
        await read_ahead(self.ground.lanes)
        # They stay: the collector need not stop the window to look through them.
        gc.freeze()

    def leave(self, why: Leaving) -> None:
        """End `run`; the first reason counts."""
        self.way_out.leave(why)

    async def close(self) -> None:
        """End every presenter, then the window; a signature that the token is asked for comes to its end first."""
        self._running.close()
        self.desks.keep_places()
        self.presence.close()
        self.ground.around.outside.front.leave(self.window)
        self.window.hide()
        await self._signings.stopped()
        await self.updates.close()
        await self.augmenting.close()
        for presenter in (
            self.account,
            self.outbox,
            self.salvaged,
            self.search,
            self.settings,
            self._policy,
            self._shell,
            self.checking,
            self.roots,
            self.links,
        ):
            presenter.close()
        await self.desks.close()
        self._attending.close()
        await self.devices.close()
        self._signatures.close()
        self.window.deleteLater()

    # -- for the entrance and the lock

    @property
    def stands(self) -> bool:
        """Whether its window is filled, and it is not being left."""
        return self.way_out.stands

    @property
    def is_signing(self) -> bool:
        """Whether something is being signed, which is not to be cut off."""
        return self._signings.under_way

    def built(self, *keys: str) -> list[Any]:
        """Those presenters of desks and tools that are there."""
        return [*self.desks.built(*keys), *self.tools.built(*keys)]

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Run this while the room is there: its windows are gone afterwards."""
        self._running.also(work)

    def asked(self, request: StartRequest) -> None:
        """Another start of the program hands this over: it is shown."""
        self.ways.asked(request)

    def tell_of_fall(self) -> None:
        """The program fell when it was last open: say so, and offer a report."""
        self._aftermath.tell_of_fall()

    def told(self) -> OpenSession:
        """What this session tells of itself in a report: numbers, codes and times."""
        session, workplace = self.ground.session, self.workplace
        state, moving = workplace.sync.state, workplace.transfers.views()
        sync: dict[str, Any] = {name: str(value) for name, value in asdict(state).items() if value is not None}
        sync["transfers"] = Counter(f"{one.state} {one.rank.name} {one.code}".strip() for one in moving)
        sync["clockOffsetSeconds"] = round(workplace.clock.offset.total_seconds())
        sync["practice"] = session.account.practice
        return OpenSession(session.cache.statistics, sync)

    async def batch_over(self) -> list[list[str]]:
        """Wait until nothing is being signed, and ask nobody for a PIN any more: the room is left afterwards.

        Returns:
            the forms whose act was done meanwhile.
        """
        return await self._signings.left()

    # -- what happens around the desks

    def show_help(self) -> None:
        """The help page of the desk in front."""
        self._help.show()

    def _report_here(self) -> None:
        self.report(self.window)

    def _is_busy(self) -> bool:
        return self.tokens.is_held or self._signings.under_way
