"""The composition root: builds each part once, hands it on, and takes everything down again. Knows every part.

Qt and asyncio run together on one thread (qasync), and nothing on it waits. The window is shown before the rest of the
program is read: sqlalchemy, requests and the desks take longer than Qt itself.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop import fence, taskbar
from desktop import outside as outsides
from desktop.early_log import EarlyLines
from desktop.home import Home
from desktop.languages import Languages
from desktop.outside import Outside
from desktop.session.settings import Settings
from desktop.start_request import StartRequest
from widgets.program_icon import program_icon
from widgets.shell import MainWindow
from widgets.theme import Theme

if TYPE_CHECKING:
    import argparse
    import asyncio

    from desktop.entrance import Entrance, PracticeWishes
    from desktop.one_instance import Door
    from desktop.presenters.crashing import Crashes

log = logging.getLogger(__name__)
AUTOSTART = "startWithSystem"


def has_screen() -> bool:
    """Whether there is anything to show a window on."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(profile: Path | None, request: StartRequest, *, hidden: bool = False) -> int:
    """The window: sign in, or the practice office; where it is open already, it comes forward. The exit status.

    Args:
        request: what this start is to show, or to sign.
        hidden: it was started with the system: nothing is shown until somebody asks.
    """
    if not has_screen():
        sys.stderr.write("Không có màn hình. Hãy chạy trên máy có màn hình, hoặc: tacnghiep practice --day THƯ-MỤC\n")
        return 1
    return run(
        profile,
        lambda entrance: entrance.run(),
        early=not hidden,
        alone=Alone(Home.at(profile).root, request, quietly=hidden),
        outside="real",
        hidden=hidden,
    )


def open_practice(options: argparse.Namespace) -> int:
    """The window with the practice office; the exit status."""
    from desktop.entrance import PracticeWishes

    wishes = PracticeWishes(options.data, options.size, options.database, options.quiet_people)
    # A program of its own beside the one for real work.
    alone = Alone(Home.at(options.profile).practice, StartRequest())
    return run(
        options.profile, lambda entrance: entrance.run(practice=True), wishes=wishes, alone=alone, outside="practice"
    )


@dataclass(frozen=True)
class Alone:
    """One program for one folder.

    Attributes:
        folder: which.
        request: what is asked of the program that is open there, be it this one or another.
        quietly: where another is open already, it is left as it is.
    """

    folder: Path
    request: StartRequest
    quietly: bool = False


def run(
    profile: Path | None,
    work: Callable[[Entrance], Awaitable[int]],
    *,
    browser: Callable[[str], object] | None = None,
    wishes: PracticeWishes | None = None,
    early: bool = False,
    alone: Alone | None = None,
    outside: outsides.Kind = "none",
    hidden: bool = False,
) -> int:
    """Build everything, do the work, take everything down.

    Args:
        work: what is done with the entrance; gives the exit status.
        browser: opens the sign-in page; the system's where none is given.
        wishes: how the practice office is to be started.
        early: show the window of the account used last before anything else is read.
        alone: where no other program may run; None does not look.
        outside: what is seen outside of the windows.
        hidden: it was started with the system: nothing is shown until somebody asks.
    """
    # A thread that computes (reading answers, sealing files, signing) gives way to the window's after 0.3 ms, not 5:
    # to draw one row takes tens of turns, and the window waited for each.
    sys.setswitchinterval(0.0003)
    early_lines = EarlyLines()
    home = Home.at(profile)
    home.make()
    # What Qt itself complains of belongs in the log, not on a terminal that nobody sees.
    qInstallMessageHandler(_from_qt)
    taskbar.name_process()
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["tacnghiep"])
    application.setApplicationName("Tác nghiệp")
    application.setDesktopFileName(taskbar.DESKTOP_FILE)
    application.setWindowIcon(program_icon())
    # The entrance decides when the program ends: between two windows there is none.
    application.setQuitOnLastWindowClosed(False)
    settings = Settings(home.settings)
    if hidden and settings.source(AUTOSTART) == "policy" and not settings[AUTOSTART]:
        # The installer's entry for everybody may still be there: policy has ordered otherwise.
        early_lines.close()
        return 0
    theme = Theme(application, settings["theme"], text_size=settings["textSize"])
    languages = Languages(application, settings["language"])
    held = _alone(application, alone) if alone is not None else None
    if isinstance(held, int):
        early_lines.close()
        return held
    around_it = outsides.first(outside, home, settings, hidden=hidden)
    window = _first_window(application, home, around_it) if early else None
    # What is read now stays: to look through it for garbage, now or later, only costs time.
    gc.disable()

    from desktop import logs
    from desktop.hard_crash import FaultWatch

    log_file = logs.open_log(home.logs, settings["logLevel"])
    early_lines.hand_on()
    faults = FaultWatch(home.logs)

    import asyncio

    import qasync

    from desktop.ending import Ending
    from desktop.entrance import Entrance
    from desktop.garbage import Garbage
    from desktop.lanes import Lanes
    from desktop.one_instance import Door
    from desktop.presenters.crashing import Crashes
    from desktop.surroundings import Surroundings

    around_it = outsides.whole(outside, around_it, settings)
    gc.freeze()
    garbage = Garbage()
    lanes = Lanes()
    around = Surroundings(home, lanes, settings, theme, languages, outside=around_it)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    crash = Crashes(home, settings, lanes, log_file, lambda: languages.current)
    logs.watch_crashes(lambda error: _tell(error, loop, application, crash))
    loop.set_exception_handler(lambda _loop, context: _unexpected(context, crash))
    entrance = Entrance(around, browser=browser, wishes=wishes, window=window)
    entrance.fell = faults.before is not None
    ending = Ending(entrance)
    door = Door(held, entrance.ask) if held is not None else None
    if alone is not None and not alone.request.is_empty:
        entrance.ask(alone.request)
    try:
        with loop:
            status = loop.run_until_complete(_whole(entrance, work, door))
    finally:
        ending.close()
        if around_it.tray is not None:
            around_it.tray.close()
        lanes.close()
        garbage.end()
        faults.close()
        if held is not None:
            held.release()
    if not ending.has_begun:
        # Where the session ends nobody is there to be asked anything.
        for last in around.at_exit.values():
            last()
    return status


def _alone(application: QApplication, alone: Alone) -> fence.Held | int | None:
    """The folder; None where it cannot be used, which is said when it is opened; the exit status of a second start."""
    try:
        held = fence.take(alone.folder)
        if held is not None:
            return held
        if alone.quietly:
            return 0

        from desktop import second_start

        return second_start.enter(application, alone.folder, alone.request)
    except OSError as error:
        log.warning("instance.no_folder: %s", type(error).__name__)
        return None


def _first_window(application: QApplication, home: Home, around_it: Outside) -> MainWindow | None:
    """The window, still empty, where there is an account to open in it."""
    from desktop.session.profile import Accounts

    account = next(iter(Accounts(home.accounts).all()), None)
    if account is None or not account.signed_in or account.locked:
        return None
    window = MainWindow()
    if around_it.places is not None:
        around_it.places.restore(window)
    around_it.front.show(window)
    # No loop runs yet, and a window system answers in its own time: it is drawn by what comes after its answer.
    until = time.monotonic() + 0.1
    while not window.windowHandle().isExposed() and time.monotonic() < until:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    return window


def _from_qt(kind: QtMsgType, _context: object, text: str | None) -> None:
    level = logging.ERROR if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) else logging.INFO
    log.log(level, "qt: %s", text)


async def _whole(entrance: Entrance, work: Callable[[Entrance], Awaitable[int]], door: Door | None) -> int:
    try:
        return await work(entrance)
    finally:
        # Who starts it from now on waits until we have ended.
        if door is not None:
            door.close()
        await entrance.close()


def _tell(error: BaseException, loop: asyncio.AbstractEventLoop, application: QApplication, crash: Crashes) -> None:
    """Of an error that nobody caught, on whatever thread."""
    if loop.is_running() or threading.current_thread() is not threading.main_thread():
        # Told on the window's thread.
        loop.call_soon_threadsafe(crash.tell, error)
        return
    # The program does not come up, or falls at its end: without this nobody would see that, or why.
    crash.tell(error)
    window = crash.window
    if window is None:
        return
    if loop.is_closed():
        window.finished.connect(application.quit)
        application.exec()
        return
    closed: asyncio.Future[None] = loop.create_future()
    window.finished.connect(lambda _code: closed.done() or closed.set_result(None))
    loop.run_until_complete(closed)


def _unexpected(context: dict[str, object], crash: Crashes) -> None:
    error = context.get("exception")
    log.critical("unexpected: %s", context.get("message"), exc_info=error if isinstance(error, Exception) else None)
    if isinstance(error, Exception):
        crash.tell(error)
