"""Hands a report over: saved to a file, or sent to the office's own address. Knows the window, the report and a lane.

What is handed over is what the window shows, with the words that were typed beside it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from desktop.central.errors import CentralError, Stopped
from desktop.central.transport import Call, Transport
from desktop.lanes import Lanes
from desktop.presenters import messages
from desktop.presenters.running import Running
from desktop.support import sending
from desktop.support.redaction import Redaction
from desktop.support.report import Page, Report, save
from signing.proxies import Proxies
from widgets.file_asking import ask_where
from widgets.report_window import PageView, ReportWindow
from widgets.theme import Tone

translate = QCoreApplication.translate
WORDS = "loi-ke.txt"
"""The page of what the person says."""


class Settings(Protocol):
    """What this needs of the settings in force."""

    def __getitem__(self, name: str, /) -> Any: ...


class Handing:
    """Fills a window and does what its buttons ask.

    Args:
        language: of the window, "vi" or "en".
        open_link: opens a mail program's new message.
    """

    def __init__(
        self,
        window: ReportWindow,
        settings: Settings,
        lanes: Lanes,
        language: Callable[[], str],
        open_link: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        self._window = window
        self._settings = settings
        self._lanes = lanes
        self._language = language
        self._open_link = open_link
        self._running = Running()
        self._call: Call | None = None
        self._redaction = Redaction()
        self.report: Report | None = None
        window.save_asked.connect(self._ask_where)
        window.send_asked.connect(self._send)
        window.stop_asked.connect(self._stop)
        window.words_changed.connect(self._take_words)

    def show(self, report: Report, redaction: Redaction, said: str) -> None:
        """Show this one.

        Args:
            redaction: by which it was made; what is typed goes through it too.
            said: what to know of it.
        """
        self._redaction = redaction
        self.report = report
        self._window.show_pages(self._views(), said)
        self._window.tell_words()

    def close(self) -> None:
        """Stop what is on its way."""
        self._stop()
        self._running.close()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def _views(self) -> list[PageView]:
        at = 1 if self._language() == "en" else 0
        pages = self.report.pages if self.report is not None else ()
        return [PageView(page.name, page.about[at], page.text, _taken(page)) for page in pages]

    def _take_words(self, words: str) -> None:
        if self.report is None:
            return
        page = Page(WORDS, self._redaction.text(words), ("Lời kể thêm", "What the person says"))
        changed = self.report.with_page(page)
        if changed != self.report:
            self.report = changed
            self._window.pane.show_pages(self._views())

    # -- saved

    def _ask_where(self, after: str = "") -> None:
        self._window.tell_words()
        if self.report is None:
            return
        title = translate("Report", "Lưu báo cáo chẩn đoán")
        ask_where(
            self._window,
            title,
            self.report.file_name,
            lambda path: self._running.start("save", self._save(Path(path), after)),
            kind=translate("Report", "Tệp nén") + " (*.zip)",
            ending="zip",
            of_office=False,
        )

    async def _save(self, path: Path, link: str) -> None:
        assert self.report is not None
        report = self.report
        try:
            await self._lanes.network(lambda: save(report.zipped(), path))
        except OSError as error:
            said = translate("Report", "Không lưu được báo cáo vào %1. %2 Chọn chỗ khác rồi lưu lại.")
            said = said.replace("%1", str(path.parent)).replace("%2", messages.of_error(error))
            self._say(said, Tone.BAD)
            return
        said = translate("Report", "Đã lưu báo cáo: %1").replace("%1", str(path))
        if link:
            self._open_link(QUrl(link))
            said += ". " + translate("Report", "Trong thư vừa mở, hãy đính kèm tệp này rồi gửi.")
        self._say(said, Tone.GOOD)

    # -- sent

    def _send(self) -> None:
        self._window.tell_words()
        url = str(self._settings["supportUrl"])
        if self.report is None or self._running.is_running("send"):
            return
        if sending.mail_address(url):
            self._ask_where(sending.mail_link(url, translate("Report", "Báo cáo chẩn đoán Tác nghiệp")))
        else:
            self._running.start("send", self._send_now(url, self.report))

    async def _send_now(self, url: str, report: Report) -> None:
        loop = asyncio.get_running_loop()
        call = self._call = Call()
        transport = Transport(proxies=Proxies(self._settings["proxy"]))

        def progress(part: float) -> None:
            loop.call_soon_threadsafe(self._moved, call, part)

        self._window.show_sending(0.0)
        try:
            reference = await self._lanes.interruptible(
                call.stop, sending.send, url, report.zipped(), report.file_name, transport, call, progress
            )
        except Stopped:
            self._say(translate("Report", "Đã dừng gửi. Báo cáo chưa được gửi đi."), Tone.INFO)
        except CentralError as error:
            said = translate("Report", "Chưa gửi được báo cáo. %1 Gửi lại sau, hoặc lưu ra tệp để chuyển cách khác.")
            self._say(said.replace("%1", _why(error)), Tone.BAD)
        else:
            said = translate("Report", "Đã gửi báo cáo tới %1.").replace("%1", sending.receiver(url))
            if reference:
                said += " " + translate("Report", "Mã tiếp nhận: %1.").replace("%1", reference)
            self._say(said, Tone.GOOD)
        finally:
            self._call = None
            transport.close()

    def _moved(self, call: Call, part: float) -> None:
        if self._call is call and not call.stopped and isValid(self._window):
            self._window.show_sending(part)

    def _stop(self) -> None:
        if self._call is not None:
            self._call.stop()

    def _say(self, text: str, tone: Tone) -> None:
        if isValid(self._window):
            self._window.show_outcome(text, tone)


def _taken(page: Page) -> str:
    count = sum(page.taken.values())
    return translate("Report", "Đã bỏ %n chỗ", "", count) if count else ""


def _why(error: CentralError) -> str:
    """Sentences of the sync promise to try again by themselves: here nothing does."""
    known = {
        "unreachable": translate("Report", "Không tới được máy chủ nhận báo cáo."),
        "nameUnknown": translate("Report", "Không tìm thấy máy chủ nhận báo cáo."),
        "timeout": translate("Report", "Máy chủ nhận báo cáo không trả lời kịp."),
        "cut": translate("Report", "Đường truyền bị ngắt giữa chừng."),
        "redirected": translate("Report", "Máy chủ chỉ sang địa chỉ khác, chương trình không gửi theo."),
        "untrusted": translate("Report", "Chứng thư của máy chủ nhận báo cáo không được máy này tin cậy."),
        "notAnAddress": translate("Report", "Địa chỉ nhận báo cáo trong chính sách không dùng được."),
        "notSecure": translate("Report", "Địa chỉ nhận báo cáo không phải https."),
        "reportRefused": translate("Report", "Máy chủ không cho gửi."),
        "reportNotTaken": translate("Report", "Máy chủ không nhận (mã %1).").replace(
            "%1", str(error.args_.get("status", ""))
        ),
        "tooLarge": translate("Report", "Báo cáo lớn hơn mức máy chủ cho phép."),
    }
    return known.get(error.code) or messages.of_error(error)
