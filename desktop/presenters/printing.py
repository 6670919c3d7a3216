"""Papers of a document in a window: looked at, printed, saved as a PDF; what leaves is written down. Knows workplace.

Of a classified document nothing is printed or saved here: copies of these are made where they are recorded (Law
117/2025, art. 5).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.lanes import Lanes
from desktop.office.acts import Refusal
from desktop.office.secrecy import is_ordinary
from desktop.presenters import handling_slip, messages
from desktop.presenters.names import Names
from desktop.presenters.reading import Notify
from desktop.presenters.running import Running
from desktop.session.errors import CentralError
from widgets.paper import Paper, pdf_of
from widgets.paper_window import PaperWindow
from widgets.slip_paper import slip_paper
from widgets.theme import Tone

translate = QCoreApplication.translate
Object = Mapping[str, Any]
Make = Callable[[], Paper]
"""Makes a paper from what it says: a second one is made for a PDF, which is written beside the window's thread."""


class Printing:
    """Opens papers.

    Attributes: window — the one that is open, None otherwise.
    """

    def __init__(self, workplace: Any, lanes: Lanes, parent: QWidget, names: Names, notify: Notify) -> None:
        self._workplace = workplace
        self._lanes = lanes
        self._parent = parent
        self._names = names
        self._notify = notify
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))
        self.window: PaperWindow | None = None

    def begin_slip(self, handling: Object, document: Object) -> None:
        """Open the handling slip of a document."""
        self._running.start("open", self.slip(handling, document))

    async def slip(self, handling: Object, document: Object) -> PaperWindow:
        """The handling slip, as it stands now."""
        await self._names.ready()
        whole = await self._workplace.history_is_whole(document["id"])
        if not whole:
            try:
                await self._workplace.fetch_history(document["id"])
                whole = True
            except CentralError:
                # Offline the slip is printed with what is here, and says so.
                whole = False
        acts = await self._workplace.history(document["id"])
        now = self._workplace.clock.now()
        sheet = handling_slip.sheet(document, handling, acts, self._workplace.me, self._names, now)
        if not whole:
            sheet = replace(sheet, note=f"{handling_slip.CUT_SHORT} {sheet.note}")
        return self.show(lambda: slip_paper(sheet), document, translate("Printing", "Phiếu xử lý văn bản"))

    def show(self, make: Make, document: Object, heading: str, parent: QWidget | None = None) -> PaperWindow:
        """Show a paper of a document."""
        barred = ""
        if not is_ordinary(document):
            barred = translate("Printing", "Văn bản mật: không in và không lưu ra ngoài từ chương trình này.")
        window = PaperWindow(make(), parent or self._parent, heading=heading, barred=barred)
        window.save_asked.connect(lambda path: self._running.also(self.save(window, make, document, Path(path))))
        said = translate("Printing", "Đã gửi đến máy in {name}.")
        window.printed.connect(lambda name: self._notify(said.format(name=name), Tone.GOOD))
        window.finished.connect(lambda _code: self._closed(window))
        self.window = window
        window.open()
        return window

    def _closed(self, window: PaperWindow) -> None:
        if self.window is window:
            self.window = None
        window.deleteLater()

    async def save(self, window: PaperWindow, make: Make, document: Object, path: Path) -> None:
        """Save the pages as a PDF; the history keeps that it was done, before the file is there."""
        data = await self._lanes.pages(lambda: pdf_of(make()))
        payload = {"name": path.name, "digest": hashlib.sha256(data).hexdigest()}
        outcome = await self._workplace.act("export", "Document", document["id"], payload, document_id=document["id"])
        if isinstance(outcome, Refusal):
            if isValid(window):
                window.not_saved(messages.of_refusal(outcome))
            return
        try:
            await self._lanes.network(path.write_bytes, data)
        except OSError:
            said = translate("Printing", "Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.")
            if isValid(window):
                window.not_saved(said.format(path=path.parent))
            return
        if isValid(window):
            window.saved()
        said = translate("Printing", "Đã lưu {name} vào {path}.")
        self._notify(said.format(name=path.name, path=path.parent), Tone.GOOD)

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()

    def close(self) -> None:
        """Close the window and stop."""
        if self.window is not None:
            self.window.reject()
        self._running.close()
