"""The composition root: builds each part once, hands it on, and takes everything down again. Knows every part.

Qt and asyncio run together on one thread (qasync), and nothing on it waits.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path

import qasync
import structlog
from PySide6.QtWidgets import QApplication

from desktop import logs
from desktop.entrance import Entrance, PracticeWishes
from desktop.home import Home
from desktop.lanes import Lanes
from desktop.languages import Languages
from desktop.session.settings import Settings
from desktop.workroom import Surroundings
from widgets.crash_window import CrashWindow
from widgets.theme import Theme

log = structlog.get_logger(__name__)


def has_screen() -> bool:
    """Whether there is anything to show a window on."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(profile: Path | None) -> int:
    """The window: sign in, or the practice office; the exit status."""
    if not has_screen():
        sys.stderr.write("Không có màn hình. Hãy chạy trên máy có màn hình, hoặc: tacnghiep practice --day THƯ-MỤC\n")
        return 1
    return run(profile, lambda entrance: entrance.run())


def open_practice(options: argparse.Namespace) -> int:
    """The window with the practice office; the exit status."""
    wishes = PracticeWishes(options.data, options.size, options.database, options.quiet_people)
    return run(options.profile, lambda entrance: entrance.run(practice=True), wishes=wishes)


def run(
    profile: Path | None,
    work: Callable[[Entrance], Awaitable[int]],
    *,
    browser: Callable[[str], object] = webbrowser.open,
    wishes: PracticeWishes | None = None,
) -> int:
    """Build everything, do the work, take everything down.

    Args:
        work: what is done with the entrance; gives the exit status.
        browser: opens the sign-in page.
        wishes: how the practice office is to be started.
    """
    home = Home.at(profile)
    log_file = logs.open_log(home.logs)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["tacnghiep"])
    application.setApplicationName("Tác nghiệp")
    application.setDesktopFileName("tacnghiep")
    # The entrance decides when the program ends: between two windows there is none.
    application.setQuitOnLastWindowClosed(False)
    settings = Settings(home.settings)
    lanes = Lanes()
    around = Surroundings(
        home, lanes, settings, Theme(application, settings["theme"]), Languages(application, settings["language"])
    )
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    crash = CrashWindow(log_file)
    # A crash on another thread is told on the window's.
    logs.watch_crashes(lambda error: loop.call_soon_threadsafe(crash.tell, error))
    loop.set_exception_handler(lambda _loop, context: _unexpected(context, crash))
    entrance = Entrance(around, browser=browser, wishes=wishes)
    try:
        with loop:
            status = loop.run_until_complete(_whole(entrance, work))
    finally:
        lanes.close()
    return status


async def _whole(entrance: Entrance, work: Callable[[Entrance], Awaitable[int]]) -> int:
    try:
        return await work(entrance)
    finally:
        await entrance.close()


def _unexpected(context: dict[str, object], crash: CrashWindow) -> None:
    error = context.get("exception")
    log.critical("unexpected", message=str(context.get("message")), exc_info=error)
    if isinstance(error, Exception):
        crash.tell(error)
