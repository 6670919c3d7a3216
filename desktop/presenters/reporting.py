"""Makes a diagnostic report and shows it: from the menu, and from every window behind which a profile stays shut.

Knows the report's parts, the window and a lane. Looking has a thread of its own and an end for each part.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.home import Home
from desktop.lanes import Lane, Lanes
from desktop.presenters.running import Running
from desktop.session.settings import Settings
from desktop.support.opened import OpenSession
from widgets.theme import Tone

if TYPE_CHECKING:
    # Read when somebody asks for a report: the program's start does not wait for it.
    from desktop.presenters.report_handing import Handing
    from desktop.support.redaction import Redaction
    from desktop.support.report import Report
    from widgets.report_window import ReportWindow

translate = QCoreApplication.translate


class Reporting:
    """Opens the window, one at a time.

    Args:
        language: of the window.

    Attributes:
        opened: what the open profile tells of itself; asked when a report is made. None where none is open.
        window: the window while there is one.
    """

    def __init__(self, home: Home, settings: Settings, lanes: Lanes, language: Callable[[], str]) -> None:
        self._home = home
        self._settings = settings
        self._lanes = lanes
        self._language = language
        self._running = Running()
        self._handing: Handing | None = None
        self.opened: Callable[[], OpenSession | None] = lambda: None
        self.window: ReportWindow | None = None

    def show(self, parent: QWidget | None = None) -> ReportWindow:
        """Open it and look; one that is open comes to the front."""
        if self.window is not None and isValid(self.window):
            self.window.raise_()
            self.window.activateWindow()
            return self.window
        from desktop.presenters.report_handing import Handing
        from desktop.support import sending
        from widgets.report_window import ReportWindow

        window = self.window = ReportWindow(sending.receiver(str(self._settings["supportUrl"])), parent)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if parent is not None:
            # Over a window that is modal it is reached only as a part of it.
            window.setWindowModality(Qt.WindowModality.WindowModal if parent.isModal() else Qt.WindowModality.NonModal)
        handing = self._handing = Handing(window, self._settings, self._lanes, self._language)
        window.finished.connect(lambda _code: self._closed(handing))
        window.show()
        self._running.start("look", self._fill(window, handing))
        return window

    def close(self) -> None:
        """Close the window, and wait for nothing."""
        self._running.close()
        if self.window is not None and isValid(self.window):
            self.window.close()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()
        if self._handing is not None:
            await self._handing.settled()

    def _closed(self, handing: Handing) -> None:
        handing.close()
        self._running.cancel("look")
        self.window = None

    async def _fill(self, window: ReportWindow, handing: Handing) -> None:
        opened, seen = self.opened(), screens()
        lane = Lane("report", 1)

        def look() -> tuple[Report, Redaction]:
            from desktop.support import parts
            from desktop.support.report import gather

            redaction = parts.redaction_of(self._home, self._settings)
            made = parts.sources(self._home, self._settings, opened=opened, screens=seen)
            return gather(made, redaction, datetime.now().astimezone()), redaction

        try:
            report, redaction = await asyncio.wrap_future(lane.submit(look))
        except (OSError, RuntimeError) as error:
            said = translate("Report", "Không lập được báo cáo (%1). Đóng chương trình, mở lại rồi thử lần nữa.")
            if isValid(window):
                window.show_outcome(said.replace("%1", type(error).__name__), Tone.BAD)
            return
        finally:
            lane.close()
        if not isValid(window):
            # The window below it was closed, or locked.
            return
        said = translate(
            "Report",
            "Đây là toàn bộ nội dung báo cáo. Tên người, tên máy, số, trích yếu, mã PIN, mật khẩu đã được bỏ; chỗ đã "
            "bỏ được đánh dấu. Hãy xem qua rồi lưu hoặc gửi; chương trình không tự gửi đi.",
        )
        handing.show(report, redaction, said)


def screens() -> list[dict[str, Any]]:
    """Size, scale and density of each screen; on the window's thread."""
    first = QGuiApplication.primaryScreen()
    return [
        {
            "size": [one.size().width(), one.size().height()],
            "scale": one.devicePixelRatio(),
            "dpi": round(one.logicalDotsPerInch()),
            "first": one is first,
        }
        for one in QGuiApplication.screens()
    ]
