"""Something that nobody foresaw, told once for the same trace, with what could be sent of it. Knows the crash window.

Made without waiting, on the window's thread: the trace, the versions, the last lines of the log.
"""

from __future__ import annotations

import json
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.home import Home
from desktop.lanes import Lanes
from desktop.session.settings import Settings

if TYPE_CHECKING:
    # Read when something has happened: the program's start does not wait for it.
    from desktop.presenters.report_handing import Handing
    from desktop.support.redaction import Redaction
    from desktop.support.report import Report
    from widgets.crash_window import CrashWindow

log = structlog.get_logger(__name__)
AGAIN = 600.0
"""Seconds for which the same trace is not told again once its window was closed; it is logged and counted."""
_REFRESHED = frozenset({*range(2, 10), 10, 100, 1000, 10_000})
"""Times at which the page is made anew: a timer that stumbles does so many times a second."""
_LINES = 60
_TAIL = 40_000  # bytes


class Crashes:
    """Tells of them.

    Args:
        log_file: of this process.

    Attributes:
        window: the window while there is one.
    """

    def __init__(
        self, home: Home, settings: Settings, lanes: Lanes, log_file: Path, language: Callable[[], str]
    ) -> None:
        self._home = home
        self._settings = settings
        self._lanes = lanes
        self._log_file = log_file
        self._language = language
        self._handing: Handing | None = None
        self._times: Counter[str] = Counter()
        self._traces: dict[str, str] = {}
        self._shown: dict[str, float] = {}
        self.window: CrashWindow | None = None

    def tell(self, error: BaseException) -> None:
        """Count it, and show it unless it was shown a moment ago."""
        trace = "".join(traceback.format_exception(error))
        mark = mark_of(error)
        self._times[mark] += 1
        known = mark in self._traces
        self._traces.setdefault(mark, trace)
        if self.window is not None:
            self._say(self.window)
            if not known or self._times[mark] in _REFRESHED:
                self._fill(self.window)
            return
        if time.monotonic() - self._shown.get(mark, -AGAIN) < AGAIN:
            return
        self._shown[mark] = time.monotonic()
        self._open()

    def close(self) -> None:
        """Close the window."""
        if self.window is not None:
            self.window.close()

    def _open(self) -> None:
        from desktop.presenters.report_handing import Handing
        from desktop.support import sending
        from widgets.crash_window import CrashWindow

        window = self.window = CrashWindow(sending.receiver(str(self._settings["supportUrl"])))
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        handing = self._handing = Handing(window, self._settings, self._lanes, self._language)
        window.folder_asked.connect(self._open_folder)
        window.finished.connect(lambda _code: self._closed(handing))
        self._say(window)
        self._fill(window)
        window.show()
        # In front of the others, and the keys stay where they are.
        window.raise_()

    def _say(self, window: CrashWindow) -> None:
        names = dict.fromkeys(mark.partition(" ")[0] for mark in self._traces)
        window.show_error(", ".join(names), self._times.total())

    def _fill(self, window: CrashWindow) -> None:
        """Show what could be sent. That this stumbles too must not keep the person from being told."""
        from desktop.support import parts

        try:
            redaction = parts.redaction_of(self._home, self._settings)
            report = self._report(redaction)
        except Exception as error:  # noqa: BLE001 - told in the log, and the window comes without its pages
            log.error("crash.not_described", error=type(error).__name__)
            window.show_bare()
            return
        if self._handing is not None:
            self._handing.show(report, redaction, window.nothing_lost)
            window.pane.show_page("su-co.txt")

    def _report(self, redaction: Redaction) -> Report:
        from desktop import diagnose
        from desktop.support.report import Page, Report

        told = [f"{self._times[mark]} x\n{redaction.trace(trace)}" for mark, trace in self._traces.items()]
        versions = json.dumps(redaction.value(diagnose.versions().values), ensure_ascii=False, indent=1)
        pages = [
            Page("su-co.txt", "\n".join(told), ("Lỗi vừa xảy ra", "What happened")),
            Page("may.json", f"{versions}\n", ("Phiên bản", "Versions")),
            Page("nhat-ky/cuoi.log", redaction.log(self._tail()), ("Những dòng nhật ký cuối", "Last lines of the log")),
        ]
        return Report.of(pages, datetime.now().astimezone())

    def _tail(self) -> str:
        with suppress(OSError), self._log_file.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _TAIL))
            return "\n".join(file.read().decode("utf-8", "replace").splitlines()[-_LINES:])
        return ""

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file.parent)))

    def _closed(self, handing: Handing) -> None:
        handing.close()
        self._times.clear()
        self._traces.clear()
        self.window = self._handing = None


def mark_of(error: BaseException) -> str:
    """The same for errors of one kind that come from one place, whatever they quote."""
    places = [f"{Path(one.filename).name}:{one.lineno}" for one in traceback.extract_tb(error.__traceback__)]
    return " ".join([type(error).__name__, *places[-8:]])
