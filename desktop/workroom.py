"""One person's window: builds the desks and their presenters for an open session, and ties them together.

Knows every presenter and widget; the one place where desks learn of each other. Closed when the person leaves.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop import logs
from desktop.augmenting import Augmenting
from desktop.central.errors import CentralError
from desktop.home import Home
from desktop.judging import FileJudge
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.outside import Outside
from desktop.policy_following import PolicyFollowing
from desktop.presence import Presence
from desktop.presenters import incoming, mended, signing_kept, signing_leaving, verdicts
from desktop.presenters.account import AccountPresenter, problem_words
from desktop.presenters.checking import Checking
from desktop.presenters.examining import Examining
from desktop.presenters.incoming import IncomingPresenter
from desktop.presenters.link_following import KEYS as LINK_KEYS
from desktop.presenters.link_following import LinkFollowing
from desktop.presenters.lock_settings import Held, LockSettings
from desktop.presenters.names import Names
from desktop.presenters.outbox import OutboxPresenter
from desktop.presenters.pages import PageProblem, open_pages
from desktop.presenters.reading import ReadingPresenter
from desktop.presenters.running import Running
from desktop.presenters.salvaged import SalvagePresenter
from desktop.presenters.search import Command, SearchPresenter
from desktop.presenters.settings import SettingsPresenter
from desktop.presenters.shell import ShellPresenter
from desktop.presenters.today import TodayPresenter
from desktop.presenters.tokens import Tokens, TokenState
from desktop.presenters.trust_roots import TrustRoots
from desktop.presenters.updates import UpdatesPresenter
from desktop.presenters.verdicts import Verdicts
from desktop.reading_ahead import read_ahead
from desktop.session.account import Session
from desktop.session.ahead import Manners
from desktop.session.errors import NotThere
from desktop.session.settings import Settings
from desktop.session.unsent import SIGNING
from desktop.session.vault import ProfileVault
from desktop.signing_means import Examination, SigningMeans
from desktop.signings import Signings
from desktop.start_request import StartRequest
from desktop.support.opened import OpenSession
from desktop.sync.status import SyncStatus
from desktop.unlocking import ProfileKeys
from desktop.updates.keeper import Keeper
from desktop.updates.machine import this_machine
from desktop.updates.updater import Updater, staging_in
from desktop.updates.wishes import Wishes
from desktop.version import product_version
from signing.problems import SigningProblem
from signing.readers import CardWatch
from widgets.account_menu import AccountMenu
from widgets.help_window import HelpWindow
from widgets.leaving import set_barred
from widgets.pdf_view import PdfView
from widgets.reading_pane import ReadingPane, VerdictLine
from widgets.search_popup import SearchPopup
from widgets.shell import MainWindow
from widgets.theme import Theme, Tone
from widgets.today_desk import TodayDesk

if TYPE_CHECKING:
    from desktop.presenters.copying import Copying
    from desktop.presenters.drafting import Drafting
    from desktop.presenters.loose_signing import LooseSigning
    from desktop.presenters.outgoing import OutgoingPresenter
    from desktop.presenters.printing import Printing
    from desktop.presenters.remarks import Remarking
    from desktop.presenters.schedule import SchedulePresenter
    from desktop.presenters.signing_desk import SigningPresenter
    from desktop.presenters.signing_directive import DirectiveSigning
    from desktop.presenters.signing_later import SigningLater
    from desktop.presenters.tasks import TaskPresenter

Leaving = Literal["quit", "signOut", "language", "lock"]
"""Why a workroom ends; "language" (also another size of text) builds it again at once, over the same session;
"lock" ends it until somebody has said who is there."""

translate = QCoreApplication.translate
_HELP = {"today": "start"}
DESKS = ("today", "incoming", "outgoing", "signing", "tasks", "schedule")


@dataclass(frozen=True)
class Surroundings:
    """What the workroom gets from the application, the same for every session.

    Attributes:
        at_exit: what is to be done once the program has ended and everything is closed.
    """

    home: Home
    lanes: Lanes
    settings: Settings
    theme: Theme
    languages: Languages
    at_exit: dict[str, Callable[[], object]] = field(default_factory=dict)
    outside: Outside = field(default_factory=Outside)


class Workroom:
    """The window of one session.

    Args:
        window: the empty window that is shown already; None makes one.
        keys: gives the profile's key, to set a passphrase; None where nothing of it is to be changed.

    Attributes:
        window: the window itself.
        shown: called with the workroom once its window is open.
        stands: its window is filled, and it is not being left.
        report: makes a report for whoever helps, over a window.
        lock, rotate: called when it is to be locked by hand, and when its profile is to have another key.
        today, incoming, outgoing, signing, tasks, schedule, outbox: the presenters, for the played day and for tests.
    """

    def __init__(
        self,
        session: Session,
        around: Surroundings,
        means: SigningMeans,
        window: MainWindow | None = None,
        keys: ProfileKeys | None = None,
    ) -> None:
        self._keys = keys
        self._session = session
        self._around = around
        self._means = means
        self._left: asyncio.Future[Leaving] = asyncio.get_running_loop().create_future()
        self._help: HelpWindow | None = None
        self._readers: list[ReadingPresenter] = []
        self._running = Running(lambda error: self._say(problem_words(error), Tone.BAD))
        self.shown: Callable[[Workroom], object] = lambda _: None
        self.lock: Callable[[], object] = lambda: None
        self.rotate: Callable[[], object] = lambda: None
        self.stands = False
        self.report: Callable[[QWidget], object] = lambda _: None
        self.workplace = session.workplace
        self.window = window or self._make_window()
        self.names = Names(session.workplace)
        self._judge = FileJudge(around.lanes, means.known_trust, session.cache.objects)
        self.verdicts = Verdicts(self._judge, self._judge.close)
        self._examining = Examining(self._examination, lambda: around.languages.current)
        self.tokens = Tokens(
            session.workplace,
            around.lanes,
            means.sources(),
            practice_pin=means.practice_pin,
            keep_module=self._keep_module,
            readers=CardWatch,
            standing=means.standing,
            announce=self._announce_certificate,
            find_out=self._examining.begin,
        )
        self.augmenting = Augmenting(self._any, around.lanes, around.settings, means.raising, busy=self._being_signed)
        self._signings = Signings(self.built)
        self._later: SigningLater | None = None
        self.links = LinkFollowing(self._any, self.open, self.window.show_message, self.window.take_back_message)
        self._keep_places()
        self._build_frame()
        self._connect()

    # -- building

    # A desk is built when it is first shown or spoken to: the first list is there sooner, and memory is spent on what
    # is used. Each presenter names what it needs of the workplace in a protocol of its own.

    def _keep_places(self) -> None:
        for key, title in (
            ("today", translate("Workroom", "Hôm nay")),
            ("incoming", translate("Workroom", "Văn bản đến")),
            ("outgoing", translate("Workroom", "Văn bản đi")),
            ("signing", translate("Workroom", "Chờ ký")),
            ("tasks", translate("Workroom", "Nhiệm vụ")),
            ("schedule", translate("Workroom", "Lịch công tác")),
        ):
            self.window.add_desk(key, title, key, QWidget())

    @cached_property
    def today(self) -> TodayPresenter:
        desk = TodayDesk()
        presenter = TodayPresenter(
            self._any, desk, self.names, act=self.begin, open=self.open, more=self.show_box, say=self._say
        )
        self._put_desk("today", desk)
        presenter.refresh()
        return presenter

    @cached_property
    def incoming(self) -> IncomingPresenter:
        desk = incoming.make_desk()
        presenter = IncomingPresenter(
            self._any,
            desk,
            self._reading(desk.pane),
            self.names,
            self.window.show_message,
            assign_task=lambda document_id: self.tasks.acts.assign_from(document_id),
            warn=self._known_against,
            sign=lambda *directive: self.directives.sign(*directive),
            signs=lambda: bool(self._around.settings["signDirectives"]),
            print_slip=lambda handling, document: self.printing.begin_slip(handling, document),
            to_signing=self._to_signing,
            make_copy=self._make_copy,
            copy_link=self.links.copy,
        )
        self._put_desk("incoming", desk)
        presenter.start()
        return presenter

    @cached_property
    def drafting(self) -> Drafting:
        from desktop.presenters.drafting import Drafting

        return Drafting(self._any, self._around.lanes, self.window, show_pages=self._show_pages, say=self._say)

    @cached_property
    def remarks(self) -> Remarking:
        from desktop.presenters.remarks import Remarking

        return Remarking(
            self._any, self._around.lanes, self.window, self.names, self.window.show_message, self.printing
        )

    @cached_property
    def directives(self) -> DirectiveSigning:
        from desktop.presenters.signing_directive import DirectiveSigning

        return DirectiveSigning(
            self._any,
            self.tokens,
            self._around.lanes,
            self.window,
            self.names,
            options=self._means.options,
            now=self.workplace.clock.now,
        )

    @cached_property
    def printing(self) -> Printing:
        from desktop.presenters.printing import Printing

        return Printing(self._any, self._around.lanes, self.window, self.names, self.window.show_message)

    @cached_property
    def copying(self) -> Copying:
        from desktop.presenters.copying import Copying

        return Copying(
            self._any, self._around.lanes, self.window, self.verdicts.of, self.window.show_message, self._open_own
        )

    def _make_copy(self, document_id: str) -> None:
        self.copying.begin(document_id)

    def _open_own(self, document_id: str) -> None:
        self.open("Document", document_id)

    @cached_property
    def outgoing(self) -> OutgoingPresenter:
        from desktop.presenters.outgoing import OutgoingPresenter, make_desk

        desk = make_desk()
        presenter = OutgoingPresenter(
            self._any,
            desk,
            self._reading(desk.pane),
            self.drafting,
            self.names,
            self.window.show_message,
            to_signing=self._to_signing,
            check=self._judged,
            ask_again=self._standing_again,
            remarking=self.remarks,
            make_copy=self._make_copy,
            copy_link=self.links.copy,
        )
        self._put_desk("outgoing", desk)
        presenter.start()
        return presenter

    @cached_property
    def signing(self) -> SigningPresenter:
        from desktop.presenters.signing_desk import SigningPresenter
        from desktop.presenters.signing_later import SigningLater
        from widgets.signing_desk import SigningDesk

        desk = SigningDesk()
        presenter = SigningPresenter(
            self._any,
            desk,
            self.tokens,
            self._around.lanes,
            options=self._means.options,
            say=self._say,
            now=self.workplace.clock.now,
            names=self.names,
            remark=self.remarks.begin,
            width=self._around.settings["signingWidth"],
        )
        self._put_desk("signing", desk)
        self._later = SigningLater(desk.later, self.augmenting, self._means.asked_now, self.workplace.clock.now)
        desk.progressed.connect(self.presence.signing)
        self._running.start("signing", self._open_signing(presenter))
        return presenter

    def _being_signed(self) -> frozenset[str]:
        # The desk is built when it is first shown: before that nothing is signed on it.
        presenter: SigningPresenter | None = self.__dict__.get("signing")
        return presenter.rounds.in_hand if presenter is not None else frozenset()

    async def _open_signing(self, presenter: SigningPresenter) -> None:
        # pyHanko is read for those who come here to sign, and not on the window's thread.
        await self._around.lanes.pages(importlib.import_module, "signing.sign")
        await presenter.open()

    @cached_property
    def loose(self) -> LooseSigning:
        from desktop.presenters.loose_signing import LooseSigning

        return LooseSigning(
            self._any,
            self.tokens,
            self._around.lanes,
            self.verdicts,
            lambda: self.window,
            self._say,
            check=self.checking.check,
            options=self._means.options,
            now=self.workplace.clock.now,
            width=self._around.settings["signingWidth"],
            language=lambda: self._around.languages.current,
        )

    def _show_pictures(self, over: QWidget) -> None:
        """The window of signature pictures, over the settings."""
        self.signing.pictures.show(over)

    @cached_property
    def tasks(self) -> TaskPresenter:
        from desktop.presenters.tasks import TaskPresenter
        from widgets.task_desk import TaskDesk

        desk = TaskDesk()
        presenter = TaskPresenter(
            self._any,
            desk,
            self.names,
            open_document=self.open_document,
            say=self._say,
            copy_link=self.links.copy,
        )
        self._put_desk("tasks", desk)
        presenter.refresh()
        return presenter

    @cached_property
    def schedule(self) -> SchedulePresenter:
        from desktop.presenters.schedule import SchedulePresenter
        from widgets.schedule_desk import ScheduleDesk

        desk = ScheduleDesk()
        presenter = SchedulePresenter(self._any, desk, self.names, say=self._say, copy_link=self.links.copy)
        self._put_desk("schedule", desk)
        presenter.refresh()
        return presenter

    @property
    def _any(self) -> Any:
        return self.workplace

    def _make_window(self) -> MainWindow:
        window = MainWindow()
        if self._around.outside.places is not None:
            self._around.outside.places.restore(window)
        return window

    def _put_desk(self, key: str, desk: QWidget) -> None:
        self.window.put_desk(key, desk)
        if self._around.outside.places is not None:
            self._around.outside.places.restore_panes(key, desk)

    def _keep_places_of_windows(self) -> None:
        if self._around.outside.places is not None:
            desks = {key: self.window.desk(key) for key in DESKS if key in self.__dict__}
            self._around.outside.places.keep(self.window, desks)

    def _build(self, key: str) -> None:
        """Have a desk built, where it is not there yet."""
        getattr(self, key)

    def built(self, *keys: str) -> list[Any]:
        """Those of these presenters that are there."""
        return [self.__dict__[key] for key in keys if key in self.__dict__]

    def _build_frame(self) -> None:
        workplace: Any = self.workplace
        window, say = self.window, self._say
        self.presence = Presence(
            workplace,
            self._around.outside,
            self.names,
            self._around.settings,
            self._around.lanes,
            window,
            open=self._open_from_outside,
            busy=lambda: self.tokens.is_held or self._signings.under_way,
            lock=lambda: self.lock(),
            leave=self._leave_from_outside,
            reset=lambda: self.settings.refresh(),
            failed=lambda error: say(problem_words(error), Tone.BAD),
        )
        self.outbox = OutboxPresenter(
            workplace,
            lambda: window,
            editors=self._editors(),
            say=say,
            show_pages=self._show_pages,
            write=lambda path, data: self._around.lanes.network(path.write_bytes, data),
        )
        self.roots = TrustRoots(
            self._means.roots, self._around.lanes, lambda: self.settings.window or window, say, self.verdicts.forget
        )
        self.checking = Checking(
            self._around.lanes,
            self.verdicts,
            lambda: window,
            say,
            lambda: self._around.languages.current,
            self.roots.show,
        )
        self.settings = SettingsPresenter(
            self._around.settings,
            lambda: window,
            self._applied,
            self._lock_settings(),
            self.roots.show,
            self._show_pictures,
            self.presence.autostarting.fixed,
        )
        self._policy = PolicyFollowing(
            window, self._around.settings, self._around.lanes, self._applied, self.settings.refresh, say
        )
        self.salvaged = SalvagePresenter(workplace, lambda: window, say)
        self._menu = AccountMenu(window)
        window.rail.set_account_menu(self._menu)
        self.account = AccountPresenter(
            workplace,
            self._menu,
            lambda: window,
            leave=lambda _changing: self.leave("signOut"),
            show_outbox=self.outbox.show,
            unit_name=lambda unit: self.names.unit(unit),
            say=say,
            signs=lambda: self.tokens.is_held or self._signings.under_way,
        )
        self.updates = self._make_updates()
        self._popup = SearchPopup(window.search_box, window)
        self.search = SearchPresenter(
            workplace,
            self._popup,
            self.names,
            open=self.open,
            commands=self._commands,
            say=say,
            line_is_up=lambda: self.workplace.sync.state.kind not in ("offline", "retrying", "signedOut"),
        )
        self._shell = ShellPresenter(
            workplace,
            window,
            network=self._around.settings["network"],
            needs_you=self.outbox.show,
            signed_out=self._sign_in_again,
            announces=lambda: self._around.settings["notifyArrivals"],
            arrived=self.presence.arrived,
            counted=self.presence.counted,
        )

    def _make_updates(self) -> UpdatesPresenter:
        settings, session = self._around.settings, self._session

        def wishes() -> Wishes:
            return Wishes.of(settings, session.account.central_url)

        keeper = Keeper(
            Updater(staging_in(self._around.home.root), this_machine(), product_version(), session.clock.now),
            self._around.lanes,
            self.workplace.transfers.budget,
            wishes,
            session.update_place,
            session.clock.now,
        )
        return UpdatesPresenter(
            keeper,
            self._any,
            self.window,
            self._menu,
            wishes=wishes,
            language=lambda: self._around.languages.current,
            busy=lambda: self._signings.under_way or self.tokens.is_held,
            also=self._running.also,
            at_exit=self._around.at_exit,
        )

    def _lock_settings(self) -> LockSettings | None:
        if self._keys is None:
            return None
        keys, account = self._keys, self._session.account
        vault = ProfileVault(account, self._session.cache.profile.directory)
        held = Held(
            account.name or account.username,
            vault,
            resting=lambda: keys(account, vault.folder),
            rests=lambda: keys.rests(account, vault),
            rotate=lambda: self.rotate(),
        )
        return LockSettings(self._around.lanes, held, self._say)

    def _reading(self, pane: ReadingPane) -> ReadingPresenter:
        reader = ReadingPresenter(
            self.workplace,
            pane,
            self._around.lanes,
            self.names,
            self.verdicts,
            self.window.show_message,
            lambda: self._around.languages.current,
            self.roots.show,
        )
        self._readers.append(reader)
        return reader

    def _connect(self) -> None:
        window, menu = self.window, self._menu
        window.closing.connect(self._closing)
        window.may_close = lambda: not (self._signings.under_way or self._around.outside.front.hidden)
        self._attended = QGuiApplication.instance()
        if isinstance(self._attended, QGuiApplication):
            self._attended.applicationStateChanged.connect(self._attend)
        window.deskChanged.connect(self._build)
        # Results lie over the desks: they go when something else comes to the front.
        window.deskChanged.connect(lambda _: self._popup.close_panel())
        window.searchRequested.connect(self._popup.open)
        window.token_pill.clicked.connect(self.show_tokens)
        self._end_tokens = self.tokens.subscribe(self._show_token)
        self._end_line = self.workplace.sync.subscribe(self._line_moved)
        window.lockRequested.connect(lambda: self.lock())
        menu.lock_requested.connect(lambda: self.lock())
        menu.settings_requested.connect(self.settings.show)
        menu.tokens_requested.connect(self.show_tokens)
        menu.check_requested.connect(self.checking.ask)
        menu.sign_requested.connect(lambda: self.loose.ask())
        window.filesDropped.connect(self.checking.check)
        menu.report_requested.connect(lambda: self.report(window))
        menu.help_requested.connect(lambda: self.show_help())
        QShortcut(QKeySequence("F1"), window).activated.connect(lambda: self.show_help())
        QShortcut(QKeySequence(LINK_KEYS), window).activated.connect(self._copy_link)

    # -- life

    async def run(self) -> Leaving:
        """Show the window until the person leaves."""
        self._around.outside.front.show(self.window)
        await self.start()
        self.stands = True
        self.shown(self)
        try:
            return await self._left
        finally:
            await self.close()

    async def start(self) -> None:
        """Fill the desks; what is in front comes first."""
        await self.names.ready()
        self.presence.start()
        self._shell.start()
        self._say_mended()
        self.account.refresh()
        for key in dict.fromkeys((self.window.current_desk(), "incoming")):
            self._build(key)
        self._running.start("behind", self._read_behind())
        self._running.start("signed", self._send_signed())
        self.tokens.watch(True)
        self.augmenting.start()
        self.updates.start()

    async def _send_signed(self) -> None:
        """What was signed and had not left when the program was ended leaves now; what does not is said."""
        await signing_kept.settle(self._any)
        for (_, subject), intent in (await signing_kept.reworded(self._any)).items():
            form = translate("Workroom", "Mở biểu mẫu")
            again = partial(self.begin, "direct", intent.subject_type, subject)
            self.window.show_message(signing_kept.reworded_words(intent), Tone.WARN, action=form, run=again)
        last = signing_kept.latest(await self.workplace.journal.all(), self.workplace.me)
        if last is not None and signing_kept.is_cut_off(last, self.workplace.me):
            desk = translate("Workroom", "Mở bàn ký")
            text = signing_kept.cut_off_words(last)
            self.window.show_message(text, Tone.WARN, action=desk, run=lambda: self.window.show_desk("signing"))

    async def _read_behind(self) -> None:
        """Read what the other desks stand on, so that showing one of them does not wait for it."""
        await self.incoming.settled()
        await read_ahead(self._around.lanes)
        # They stay: the collector need not stop the window to look through them.
        gc.freeze()

    def leave(self, why: Leaving) -> None:
        """End `run`; the first reason counts."""
        self.stands = False
        if not self._left.done():
            self._left.set_result(why)

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Run this while the room is there: its windows are gone afterwards."""
        self._running.also(work)

    @property
    def is_signing(self) -> bool:
        """Whether something is being signed, which is not to be cut off."""
        return self._signings.under_way

    def told(self) -> OpenSession:
        """What this session tells of itself in a report: numbers, codes and times."""
        state, moving = self.workplace.sync.state, self.workplace.transfers.views()
        sync: dict[str, Any] = {name: str(value) for name, value in asdict(state).items() if value is not None}
        sync["transfers"] = Counter(f"{one.state} {one.rank.name} {one.code}".strip() for one in moving)
        sync["clockOffsetSeconds"] = round(self.workplace.clock.offset.total_seconds())
        sync["practice"] = self._session.account.practice
        return OpenSession(self._session.cache.statistics, sync)

    def tell_of_fall(self) -> None:
        """The program fell when it was last open: say so, and offer a report."""
        words = translate("Workroom", "Lần trước chương trình đã dừng đột ngột. Việc đã làm không mất.")
        make = translate("Workroom", "Lập báo cáo")
        self.window.show_message(words, Tone.WARN, action=make, run=self._report_here)

    def _report_here(self) -> None:
        self.report(self.window)

    async def batch_over(self) -> list[list[str]]:
        """Wait until nothing is being signed, and ask nobody for a PIN any more: the room is left afterwards.

        Returns:
            the forms whose act was done meanwhile.
        """
        return await self._signings.left()

    def _closing(self) -> None:
        if self.presence.take_in():
            self._keep_places_of_windows()
        else:
            self._leave_when_signed()

    def _leave_when_signed(self) -> None:
        if not self._signings.under_way:
            self.leave("quit")
        elif not self._running.is_running("closing"):
            self._running.start("closing", self._close_after_signing())

    async def _close_after_signing(self) -> None:
        if await signing_leaving.may_stop(self.window):
            await self._signings.stopped()
            self.leave("quit")

    def _build_anew(self) -> None:
        """The windows are built again, with the language of the settings; not while something is being signed."""
        if self._signings.under_way:
            words = translate("Workroom", "Đang ký số. Ký xong thì cửa sổ mới đổi theo cài đặt này.")
            self._say(words, Tone.INFO)
            self._running.start("anew", self._build_anew_after_signing())
        else:
            self._around.languages.choose(self._around.settings["language"])
            self.leave("language")

    async def _build_anew_after_signing(self) -> None:
        await self._signings.over()
        self._build_anew()

    async def close(self) -> None:
        """End every presenter, then the window; a signature that the token is asked for comes to its end first."""
        self._running.close()
        self._keep_places_of_windows()
        self.presence.close()
        self._around.outside.front.leave(self.window)
        self.window.hide()
        await self._signings.stopped()
        await self.updates.close()
        await self.augmenting.close()
        if self._later is not None:
            self._later.close()
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
        for desk in self.built(
            "today", "tasks", "schedule", "drafting", "remarks", "printing", "copying", "directives"
        ):
            desk.close()
        for reader in self.built("incoming", "outgoing", "signing", "loose"):
            await reader.close()
        self._end_tokens()
        self._end_line()
        if isinstance(self._attended, QGuiApplication):
            self._attended.applicationStateChanged.disconnect(self._attend)
        self._examining.close()
        await self.tokens.close()
        self.verdicts.close()
        self.window.deleteLater()

    # -- between the desks

    def _open_from_outside(self, type_name: str, object_id: str) -> None:
        """Show what was chosen beside the clock."""
        if type_name != "desk":
            self.open(type_name, object_id)
        elif object_id == "outbox":
            self.outbox.show()
        else:
            self.window.show_desk(object_id)

    def _leave_from_outside(self) -> None:
        if self._signings.under_way:
            # What is to be decided is asked in the window.
            self._around.outside.front.bring()
        self._leave_when_signed()

    def open(self, type_name: str, object_id: str) -> None:
        """Show an object on the desk where it is worked on."""
        self._popup.close_panel()
        match type_name:
            case "Task":
                self.window.show_desk("tasks")
                self.tasks.show(object_id)
            case "ScheduleEntry":
                self.window.show_desk("schedule")
                self.schedule.show(object_id)
            case "Handling":
                self.window.show_desk("incoming")
                self.incoming.show_handling(object_id)
            case "Document":
                self.open_document(object_id)

    def open_document(self, document_id: str) -> None:
        """Show a document: on the outgoing desk where it is ours, else on the incoming one."""
        self._popup.close_panel()
        self._running.start("open", self._open_document(document_id))

    async def _open_document(self, document_id: str) -> None:
        document = await self.workplace.get("Document", document_id)
        ours = document is not None and document["organId"] == self.workplace.me.organ_id
        self.window.show_desk("outgoing" if ours else "incoming")
        (self.outgoing if ours else self.incoming).show_document(document_id)

    def asked(self, request: StartRequest) -> None:
        """Another start of the program hands this over: it is shown."""
        if request.link:
            self.links.follow(request.link)
        if request.files:
            self.loose.sign(request.files)

    def _sign_file(self) -> None:
        self.loose.ask()

    def _copy_link(self) -> None:
        """Of what is open on the desk in front."""
        match self.window.current_desk():
            case "incoming" if (document := self.incoming.document) is not None:
                self.links.copy("Document", document["id"])
            case "outgoing" if self.outgoing.open_id:
                self.links.copy("Document", self.outgoing.open_id)
            case "tasks" if self.tasks.open_id:
                self.links.copy("Task", self.tasks.open_id)
            case _:
                self._say(translate("Workroom", "Mở một văn bản hoặc nhiệm vụ rồi sao chép liên kết."), Tone.INFO)

    def _to_signing(self, document_id: str) -> None:
        self.window.show_desk("signing")
        self.signing.show_document(document_id)

    def begin(self, kind: str, type_name: str, object_id: str) -> None:
        """Begin an act on the desk where it belongs; a kind that has no form there only opens the object."""
        if kind == "fixAct":
            self.outbox.show(object_id)
        elif kind in SIGNING and kind != "direct":
            # A directive is signed from its form.
            self._to_signing(object_id)
        elif type_name == "Task":
            self.tasks.acts.begin(kind, object_id)
        elif type_name == "ScheduleEntry" and kind:
            self.schedule.begin(kind, object_id)
        else:
            self.open(type_name, object_id)
            self._running.start("begin", self._begin(kind, type_name, object_id))

    async def _begin(self, kind: str, type_name: str, object_id: str) -> None:
        subject = await self.workplace.get(type_name, object_id)
        if subject is None:
            return
        if type_name == "Document":
            self.outgoing.acts.begin(kind, subject)
            return
        document = await self.workplace.get("Document", subject["documentId"])
        if document is not None:
            self.incoming.acts.begin(kind, subject, document)

    def show_box(self, key: str) -> None:
        """Show what a section of Hôm nay holds, on its desk."""
        desk, _, box = key.partition(".")
        if desk in ("tasks", "unit"):
            self.window.show_desk("tasks")
            if box:
                self.tasks.show_box(f"tasks.{box}" if desk == "tasks" else box, "own" if desk == "tasks" else "unit")
        else:
            self.window.show_desk(desk if desk in ("incoming", "outgoing", "signing", "schedule") else "incoming")

    def _editors(self) -> Mapping[str, Callable[[Mapping[str, Any]], Any]]:
        """Opens an act's form again, with what was typed in it, by the type of its subject."""

        async def entry(act: Mapping[str, Any]) -> None:
            self.window.show_desk("schedule")
            await self.schedule.do_again(act)

        async def task(act: Mapping[str, Any]) -> None:
            await self.tasks.acts.do_again(act)

        async def handling(act: Mapping[str, Any]) -> None:
            if act["kind"] in SIGNING and act["kind"] != "direct":
                self._to_signing(act["subjectId"])
                return
            self.window.show_desk("incoming")
            self.incoming.show_handling(act["subjectId"])
            await self.incoming.acts.do_again(act)

        async def document(act: Mapping[str, Any]) -> None:
            if act["kind"] in SIGNING:
                # A signed file that came back is never sent again: it is signed anew.
                self._to_signing(act["subjectId"])
                return
            if act["kind"] == "copy":
                await self.copying.do_again(act)
                return
            self.window.show_desk("outgoing")
            await self.outgoing.do_again(act)

        return {"Task": task, "ScheduleEntry": entry, "Handling": handling, "Document": document}

    def _commands(self) -> list[Command]:
        """What the search box can do besides finding."""
        desks = [self._desk_command(key, place) for place, key in enumerate(DESKS, 1)]
        return [
            *desks,
            Command("write", lambda: translate("Workroom", "Soạn văn bản đi"), "edit", self._write_new, "Ctrl+N"),
            Command("sync", lambda: translate("Workroom", "Đồng bộ ngay"), "sync", self.workplace.sync_now, "F5"),
            Command("unsent", lambda: translate("Workroom", "Việc chưa gửi"), "outgoing", self.outbox.show),
            Command("check", lambda: translate("Workroom", "Kiểm tra chữ ký số của tệp…"), "seal", self.checking.ask),
            Command(
                "signFile", lambda: translate("Workroom", "Ký tệp PDF ngoài hệ thống…"), "signing", self._sign_file
            ),
            Command("roots", lambda: translate("Workroom", "Chứng thư gốc tin cậy"), "lock", self.roots.show),
            Command("tokens", lambda: translate("Workroom", "Thiết bị ký số"), "token", self.show_tokens),
            Command("settings", lambda: translate("Workroom", "Cài đặt"), "settings", self.settings.show),
            *self._update_command(),
            Command("lock", lambda: translate("Workroom", "Khóa"), "lock", lambda: self.lock(), "Ctrl+L"),
            Command("report", lambda: translate("Workroom", "Báo cáo chẩn đoán…"), "info", self._report_here),
            Command("help", lambda: translate("Workroom", "Trợ giúp"), "info", lambda: self.show_help(), "F1"),
        ]

    def _update_command(self) -> list[Command]:
        words = translate("Workroom", "Cập nhật chương trình")
        return [Command("update", lambda: words, "sync", self.updates.show)] if self.updates.available else []

    def _desk_command(self, key: str, place: int) -> Command:
        title = self.window.desk(key).accessibleName()
        words = translate("Workroom", "Mở %1").replace("%1", title)
        return Command(key, lambda: words, key, lambda: self.window.show_desk(key), f"Ctrl+{place}")

    def _write_new(self) -> None:
        self.window.show_desk("outgoing")
        self.outgoing.write_new()

    # -- saying and showing

    def _say(self, text: str, tone: Tone) -> None:
        self.window.show_message(text, tone)

    def _known_against(self, document: Mapping[str, Any]) -> tuple[str, Tone] | None:
        file = document.get("file")
        verdict = self.verdicts.known(file["digest"]) if file else None
        if verdict is None:
            return None
        line = verdicts.line(verdict, document, self._around.languages.current)
        return line.text, line.tone

    async def _judged(self, document: Mapping[str, Any]) -> VerdictLine | None:
        file = document.get("file")
        if not file:
            return None
        verdict = await self.verdicts.of(file["digest"], await self.workplace.file(file))
        return verdict and verdicts.line(verdict, document, self._around.languages.current)

    async def _standing_again(self, document: Mapping[str, Any]) -> str:
        """What is known now of the certificates of those who signed; "unknown" where nobody can say."""
        try:
            pdf = await self.workplace.file(document["file"])
            return await self._around.lanes.network(self._means.standing_again, pdf)
        except (CentralError, NotThere, SigningProblem):
            return "unknown"

    async def _show_pages(self, view: PdfView, data: bytes) -> None:
        try:
            view.set_source(await open_pages(self._around.lanes, data))
        except PageProblem as problem:
            self._say(problem_words(problem), Tone.BAD)

    def _say_mended(self) -> None:
        """What opening the profile found damaged stays in sight until it has been read."""
        self.salvaged.start(self._session.cache.opened)
        for text in mended.words(self._session.cache.opened):
            look = translate("Workroom", "Xem việc chưa gửi")
            self.window.show_message(text, Tone.WARN, action=look, run=self.outbox.show)

    def _attend(self, state: Qt.ApplicationState) -> None:
        """While this window is in front, the central is looked at more often."""
        here = state == Qt.ApplicationState.ApplicationActive
        self._session.attend(here)
        self.presence.attend(here)

    def _keep_module(self, path: str) -> None:
        """A module picked by hand is kept, unless the office decides which are used."""
        settings = self._around.settings
        if not settings.is_locked("tokenModules"):
            settings.set("tokenModules", [path, *(one for one in settings["tokenModules"] if one != path)])

    def _line_moved(self, status: SyncStatus) -> None:
        if status.kind == "synced":
            for reader in self._readers:
                reader.line_is_back()

    def _examination(self) -> Examination:
        return self._means.examination(self.tokens.mine(), self.workplace.clock_offset)

    def _announce_certificate(self, text: str) -> None:
        look = translate("Workroom", "Xem chứng thư")
        self.window.show_message(text, Tone.WARN, action=look, run=self.show_tokens, key="certificate")

    def _show_token(self, state: TokenState) -> None:
        self.window.token_pill.set_state(state.text, state.tone, state.hint)

    def show_tokens(self) -> None:
        """The tokens that are in, and what to do where there is none."""
        self.tokens.show(self.window)

    def show_help(self, subject: str = "") -> None:
        """The help page of the desk in front."""
        if self._help is None:
            self._help = HelpWindow(self._around.languages.current, self.window)
            # Help is nobody's document.
            set_barred(self._help, ())
        desk = self.window.current_desk()
        self._help.open_subject(subject or _HELP.get(desk, desk))
        self._help.show()
        self._help.raise_()

    def _applied(self, name: str, value: Any) -> None:
        """A setting was kept: make it hold at once."""
        if name == "theme":
            self._around.theme.set_mode(value)
        elif name == "language":
            self._build_anew()
        elif name == "textSize":
            self._around.theme.set_text_size(value)
            # Headings and notes have sizes of their own: built anew they follow.
            self._build_anew()
        elif name.startswith("update"):
            self.updates.refresh()
        elif name == "logLevel":
            logs.set_level(value)
        elif name == "tokenModules":
            for path in reversed(value):
                self._running.also(self._use_module(path))
        elif name in ("captureExclusion", "startWithSystem"):
            self.presence.applied(name)
        elif name in ("prefetch", "lineKilobitsPerSecond"):
            self._session.take_manners(Manners.of(self._around.settings))
        elif name in ("pollSeconds", "cacheLimitMegabytes", "keepMonths"):
            settings = self._around.settings
            self._session.take_manners(Manners.of(settings))
            self._session.take_pace(
                poll=float(settings["pollSeconds"]),
                cache_bytes=settings["cacheLimitMegabytes"] << 20,
                keep_months=settings["keepMonths"],
            )

    async def _use_module(self, path: str) -> None:
        await self.tokens.add_module(path)

    def _sign_in_again(self) -> None:
        self._running.start("signIn", self._again())

    async def _again(self) -> None:
        try:
            await self._session.sign_in_again()
        except CentralError as error:
            self._say(problem_words(error), Tone.BAD)
