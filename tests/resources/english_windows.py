"""The windows over the sample commune, one after another, for a look at what they say in another language."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop.lanes import Lanes
from desktop.presenters import incoming, outgoing, settings, verdicts
from desktop.presenters.account import AccountPresenter
from desktop.presenters.drafting import Drafting
from desktop.presenters.incoming import IncomingPresenter
from desktop.presenters.names import Names
from desktop.presenters.outbox import OutboxPresenter
from desktop.presenters.outgoing import OutgoingPresenter
from desktop.presenters.reading import ReadingPresenter
from desktop.presenters.schedule import SchedulePresenter
from desktop.presenters.shell import ShellPresenter
from desktop.presenters.signing_desk import SigningPresenter
from desktop.presenters.tasks import TaskPresenter
from desktop.presenters.today import TodayPresenter
from desktop.presenters.tokens import Tokens
from desktop.session.settings import Settings
from desktop.sync.status import SyncStatus
from signing import sign
from tests.presenters.incoming_office import VALID
from tests.presenters.signing_office import SigningOffice
from tests.widgets.sample_data import NOW
from widgets.account_menu import AccountMenu, LeaveDialog
from widgets.pin_dialog import PinDialog, PinRequest
from widgets.schedule_desk import ScheduleDesk
from widgets.settings_window import SettingsWindow
from widgets.shell import MainWindow
from widgets.signing_desk import SigningDesk
from widgets.task_desk import TaskDesk
from widgets.today_desk import TodayDesk
from widgets.welcome import WelcomeWindow

SIZE = (1366, 768)


@dataclass(frozen=True)
class Shown:
    """One window as it stands: its name, itself, and the office whose names and texts it may show."""

    name: str
    window: QWidget
    office: SigningOffice


async def _settle(presenter: Any) -> None:
    for _ in range(5):
        QApplication.processEvents()
        await presenter.settled()


def _nothing(*_: Any, **__: Any) -> None:
    """For what is not looked at here."""


def _top(kind: type[QWidget] | None = None) -> QWidget | None:
    """The dialog in front."""
    found = [
        w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isModal() and isinstance(w, kind or QWidget)
    ]
    return found[-1] if found else None


async def _dialogs(
    office: SigningOffice, name: str, presenter: Any, acts: dict[str, Callable[[], object]]
) -> AsyncIterator[Shown]:
    for kind, begin in acts.items():
        begin()
        await _settle(presenter)
        dialog = _top()
        assert dialog is not None, f"{name}.{kind} opened no dialog"
        yield Shown(f"{name}-{kind}", dialog, office)
        dialog.close()
        QApplication.processEvents()


class Frame:
    """A main window with one desk in it, and what desks share."""

    def __init__(self, who: str, *, online: bool = True) -> None:
        self.office = SigningOffice(who, online=online)
        self.names = Names(self.office)
        self.lanes = Lanes()
        self.window = MainWindow()
        self.window.resize(*SIZE)

    def put(self, key: str, title: str, desk: QWidget) -> None:
        self.window.add_desk(key, title, key, desk)
        self.window.show_desk(key)
        self.window.show()

    def reading(self, pane: Any) -> ReadingPresenter:
        async def judge(pdf: bytes) -> Any:
            return VALID

        return ReadingPresenter(
            self.office, pane, self.lanes, self.names, verdicts.Verdicts(judge), _nothing, lambda: "en"
        )

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.lanes.close()


async def incoming_windows(online: bool = True) -> AsyncIterator[Shown]:
    """The incoming desk: every box, an open document, and the dialogs of its acts."""
    frame = Frame("mai", online=online)
    office = frame.office
    if not online:
        office.sync.say(SyncStatus("offline"))
    desk = incoming.make_desk()
    presenter = IncomingPresenter(office, desk, frame.reading(desk.pane), frame.names, _nothing)
    frame.put("incoming", "Incoming", desk)
    presenter.start()
    await _settle(presenter)
    for box in ("toReceive", "toHandle", "soon", "overdue", "returned", "info", "passedOn", "done"):
        desk.column.show_box(f"incoming.{box}", "own")
        await _settle(presenter)
        yield Shown(f"incoming-{box}{'' if online else '-offline'}", frame.window, office)
    for box, kinds in (("toReceive", ("receive",)), ("toHandle", ("transfer", "return", "finish"))):
        desk.column.show_box(f"incoming.{box}", "own")
        await _settle(presenter)
        desk.column.list.choose(list(desk.column.list.documents.keys())[1])
        await _settle(presenter)
        yield Shown(f"incoming-open-{box}", frame.window, office)
        acts: dict[str, Callable[[], object]] = {k: lambda k=k: desk.pane.actionTriggered.emit(k) for k in kinds}
        async for shown in _dialogs(office, "incoming", presenter, acts):
            yield shown
    await presenter.close()
    frame.close()


async def outgoing_windows(online: bool = True) -> AsyncIterator[Shown]:
    """The outgoing desk: every box with its first document, writing, numbering, issuing."""
    frame = Frame("mai", online=online)
    office = frame.office
    if not online:
        office.sync.say(SyncStatus("offline"))
    desk = outgoing.make_desk()
    drafting = Drafting(office, frame.lanes, frame.window, show_pages=_no_pages, say=_nothing)
    presenter = OutgoingPresenter(
        office, desk, frame.reading(desk.pane), drafting, frame.names, _nothing, to_signing=_nothing
    )
    frame.put("outgoing", "Outgoing", desk)
    presenter.start()
    await _settle(presenter)
    for box in ("draft", "returned", "submitted", "approved", "numbered", "sealed", "issued"):
        desk.column.show_box(f"outgoing.{box}", "own")
        await _settle(presenter)
        keys = list(desk.column.list.documents.keys())
        if keys:
            desk.column.list.choose(keys[0])
            await _settle(presenter)
        yield Shown(f"outgoing-{box}", frame.window, office)
        if box in ("approved", "sealed") and keys:
            kind = "number" if box == "approved" else "issue"
            begin: dict[str, Callable[[], object]] = {kind: lambda kind=kind: desk.pane.actionTriggered.emit(kind)}
            async for shown in _dialogs(office, f"outgoing{'' if online else '-offline'}", presenter, begin):
                yield shown
    presenter.write_new()
    await _settle(presenter)
    await drafting.settled()
    dialog = _top()
    assert dialog is not None
    yield Shown("outgoing-draft-dialog", dialog, office)
    dialog.close()
    await presenter.close()
    drafting.close()
    frame.close()


async def _no_pages(*_: Any) -> None:
    """The draft's preview stays empty."""


async def signing_windows() -> AsyncIterator[Shown]:
    """The signing desk, a PIN and the tokens."""
    frame = Frame("hoa")
    office = frame.office
    desk = SigningDesk()
    tokens = Tokens(office, frame.lanes, ())
    presenter = SigningPresenter(
        office, desk, tokens, frame.lanes, options=lambda: sign.Options(), say=_nothing, now=lambda: NOW
    )
    frame.put("signing", "To sign", desk)
    await presenter.open()
    await _settle(presenter)
    yield Shown("signing", frame.window, office)
    pin = PinDialog(PinRequest("2 documents", "Token", "01", "Lê Văn Hòa", "CA", "31/12/2026"), frame.window)
    pin.open()
    QApplication.processEvents()
    yield Shown("signing-pin", pin, office)
    pin.close()
    dialog = tokens.dialog(frame.window)
    dialog.open()
    QApplication.processEvents()
    yield Shown("signing-tokens", dialog, office)
    dialog.close()
    await presenter.close()
    await tokens.close()
    frame.close()


async def task_windows() -> AsyncIterator[Shown]:
    """The task desk of the leader and of those who work, with every dialog."""
    for who, acts in (
        ("mai", {"reportProgress": "t2", "finishTask": "t2", "askExtension": "t3"}),
        ("hoa", {}),
    ):
        frame = Frame(who)
        office = frame.office
        desk = TaskDesk()
        presenter = TaskPresenter(office, desk, frame.names, open_document=_nothing, say=_nothing, now=lambda: NOW)
        frame.put("tasks", "Tasks", desk)
        presenter.refresh()
        await _settle(presenter)
        for scope in ("own", "unit"):
            for box in ("tasks.open", "tasks.overdue", "tasks.done"):
                presenter.show_box(box, scope)
                await _settle(presenter)
                yield Shown(f"tasks-{who}-{scope}-{box}", frame.window, office)
        begins: dict[str, Callable[[], object]] = {
            kind: partial(presenter.acts.begin, kind, task) for kind, task in acts.items()
        }
        if who == "hoa":
            begins["assignTask"] = partial(presenter.acts.assign_from, "d1")
        async for shown in _dialogs(office, "tasks", presenter, begins):
            yield shown
        presenter.close()
        frame.close()


async def schedule_windows() -> AsyncIterator[Shown]:
    """The week in its views, an entry, its forms, and the page to print."""
    frame = Frame("hanh")
    office = frame.office
    desk = ScheduleDesk()
    presenter = SchedulePresenter(office, desk, frame.names, say=_nothing, now=lambda: NOW)
    frame.put("schedule", "Schedule", desk)
    presenter.refresh()
    await _settle(presenter)
    yield Shown("schedule", frame.window, office)
    begins: dict[str, Callable[[], object]] = {
        "entry": lambda: presenter.show("e4"),
        "refuse": lambda: presenter.begin("refuseSchedule", "e4"),
        "adjust": lambda: presenter.begin("adjustSchedule", "e4"),
        "new": lambda: desk.begin_requested.emit("2026-11-24", "morning", "hoa"),
        "print": desk.print_requested.emit,
    }
    async for shown in _dialogs(office, "schedule", presenter, begins):
        yield shown
    presenter.close()
    frame.close()


async def today_windows(folder: Path) -> AsyncIterator[Shown]:
    """Hôm nay in the whole frame, the settings, the outbox, leaving, and the window before all."""
    frame = Frame("mai")
    office, window = frame.office, frame.window
    await frame.names.ready()
    desk = TodayDesk()
    presenter = TodayPresenter(
        office, desk, frame.names, act=_nothing, open=_nothing, more=_nothing, say=_nothing, now=lambda: NOW
    )
    frame.put("today", "Today", desk)
    shell = ShellPresenter(office, window, network="internet", needs_you=_nothing, signed_out=_nothing)
    menu = AccountMenu(window)
    window.rail.set_account_menu(menu)
    account = AccountPresenter(
        office, menu, lambda: window, leave=_nothing, show_outbox=_nothing, unit_name=frame.names.unit, say=_nothing
    )
    shell.start()
    account.refresh()
    presenter.refresh()
    await _settle(presenter)
    for status in (SyncStatus("offline", code="unreachable", unsent=2), SyncStatus("needsYou", n=2)):
        office.sync.say(status)
        QApplication.processEvents()
        yield Shown(f"today-{status.kind}", window, office)
    declared = SettingsWindow(window)
    declared.show_groups(settings.groups(Settings(folder / "settings.json", {}), "en"))
    declared.open()
    for place in range(declared.groups.count()):
        declared.groups.setCurrentRow(place)
        QApplication.processEvents()
        yield Shown(f"settings-{place}", declared, office)
    declared.close()
    outbox = OutboxPresenter(office, lambda: window, editors={}, say=_nothing, now=lambda: NOW)
    outbox.show()
    await _settle(outbox)
    outbox_window = _top()
    assert outbox_window is not None
    yield Shown("outbox", outbox_window, office)
    outbox.close()
    leaving = LeaveDialog(2, changing=False, parent=window)
    leaving.open()
    QApplication.processEvents()
    yield Shown("leave", leaving, office)
    leaving.close()
    account.close()
    shell.close()
    presenter.close()
    frame.close()
    welcome = WelcomeWindow()
    welcome.show()
    QApplication.processEvents()
    yield Shown("welcome", welcome, office)
    welcome.close()


async def every_window(folder: Path) -> AsyncIterator[Shown]:
    """All of them, one at a time; each is closed when the next is asked for."""
    for made in (
        today_windows(folder),
        incoming_windows(),
        incoming_windows(online=False),
        outgoing_windows(),
        outgoing_windows(online=False),
        signing_windows(),
        task_windows(),
        schedule_windows(),
    ):
        async for shown in made:
            yield shown
