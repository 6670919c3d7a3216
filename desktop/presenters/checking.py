"""Checks the signatures of PDF files from the disk: chosen, or dropped on the window. Nothing of them is kept.

Knows the lanes, the verdicts and the window.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.presenters import messages, verdicts
from desktop.presenters.pages import BIGGEST_FILE, PageProblem, PdfPages, open_pages
from desktop.presenters.running import Running
from desktop.presenters.verdict_report import ask_and_save
from desktop.presenters.verdicts import Verdicts
from signing.reasons import Reason
from signing.verdict import UNKNOWN, SignatureReport, Verdict
from widgets.check_window import CheckWindow
from widgets.file_asking import ask_files
from widgets.theme import Tone
from widgets.verdict_panel import VerdictLine

translate = QCoreApplication.translate
MOST = 200
"""Files at once."""


class Checking:
    """The window for loose files, made when it is first asked for.

    Attributes:
        window: None while it is closed.

    Args:
        verdicts_: shared with the desks.
        parent: over which window.
        say: tells of what went wrong outside the window.
        language: of the reasons, asked each time.
        show_roots: opens the roots of trust.
    """

    def __init__(
        self,
        lanes: Lanes,
        verdicts_: Verdicts,
        parent: Callable[[], QWidget],
        say: Callable[[str, Tone], object],
        language: Callable[[], str] = lambda: "vi",
        show_roots: Callable[[], object] = lambda: None,
    ) -> None:
        self._lanes = lanes
        self._verdicts = verdicts_
        self._parent = parent
        self._say = say
        self._language = language
        self._show_roots = show_roots
        self._running = Running(self._failed)
        self._lines: dict[Path, VerdictLine] = {}
        self._front: Path | None = None
        self._verdict: Verdict | None = None
        self._pages: PdfPages | None = None
        self.window: CheckWindow | None = None

    def ask(self) -> None:
        """Let the person choose files."""
        kinds = [translate("Checking", "Tệp PDF (*.pdf)"), translate("Checking", "Mọi tệp (*)")]
        title = translate("Checking", "Chọn tệp PDF để kiểm tra chữ ký số")
        ask_files(self.window or self._parent(), title, kinds, self.check)

    def check(self, files: Sequence[str]) -> None:
        """Check these files, the first in front."""
        paths = list(dict.fromkeys(Path(file) for file in files))[:MOST]
        if not paths:
            return
        if len(files) > MOST:
            said = translate("Checking", "Mỗi lần kiểm tra được nhiều nhất {count} tệp; đã lấy {count} tệp đầu.")
            self._say(said.format(count=MOST), Tone.WARN)
        self._lines = dict.fromkeys(paths, verdicts.waiting_line())
        window = self._open()
        self._list()
        window.files.choose(str(paths[0]))
        self._choose(str(paths[0]))
        self._running.start("all", self._judge_all(paths))

    async def settled(self) -> None:
        """Wait until nothing is being read, judged or drawn."""
        await self._running.settled()
        if self._pages is not None:
            await self._pages.settled()

    def close(self) -> None:
        """Close the window and let everything go."""
        self._running.close()
        if self.window is not None:
            self.window.accept()

    def _failed(self, error: Exception) -> None:
        self._say(messages.of_error(error), Tone.BAD)

    # The window.

    def _open(self) -> CheckWindow:
        if self.window is None:
            window = self.window = CheckWindow(self._parent())
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.fileChosen.connect(self._choose)
            window.othersRequested.connect(self.ask)
            window.filesDropped.connect(self.check)
            window.page.presentRequested.connect(lambda: self._state(""))
            window.panel.presentRequested.connect(lambda: self._state(""))
            window.panel.momentRequested.connect(self._state)
            window.panel.againRequested.connect(self._again)
            window.panel.rootsRequested.connect(lambda: self._show_roots())
            window.panel.reportSaveRequested.connect(self._save_report)
            window.finished.connect(self._closed)
            window.show()
        self.window.raise_()
        self.window.activateWindow()
        return self.window

    def _closed(self) -> None:
        self.window = None
        self._front = self._verdict = None
        self._lines = {}
        for name in ("all", "front"):
            self._running.cancel(name)
        self._drop_pages(None)

    def _list(self) -> None:
        if self.window is not None:
            self.window.show_files([(str(path), path.name, line) for path, line in self._lines.items()])

    def _save_report(self, text: str) -> None:
        if self.window is not None:
            ask_and_save(self.window, text, self._lanes, self._running, self._say)

    # One file in front.

    def _choose(self, key: str) -> None:
        path = Path(key)
        if path != self._front and path in self._lines:
            self._front = path
            self._running.start("front", self._show(path))

    def _again(self) -> None:
        if self._front is not None:
            self._lines[self._front] = verdicts.waiting_line()
            self._running.start("front", self._show(self._front))

    def _state(self, key: str) -> None:
        """The file in front as it was at a signature; "" as it is."""
        if self._front is not None and self._verdict is not None:
            found = next((one for one in self._verdict.signatures if one.field == key and one.revision_end), None)
            self._running.start("state", self._show_state(self._front, found))

    async def _show(self, path: Path) -> None:
        window = self.window
        if window is None:
            return
        self._verdict = None
        window.show_name(str(path))
        window.panel.show_line(verdicts.waiting_line())
        window.page.show_blank()
        data = await self._read(path)
        if data is not None:
            await self._draw(data, None)
        line, verdict = await self._judged(path, data)
        if self._front == path and self.window is not None:
            self._verdict = verdict
            self.window.panel.show_line(line)

    async def _show_state(self, path: Path, at: SignatureReport | None) -> None:
        data = await self._read(path)
        if data is not None and self._front == path and self.window is not None:
            await self._draw(data, at)
            self.window.panel.set_moment(at.field if at is not None else "")

    async def _draw(self, data: bytes, at: SignatureReport | None) -> None:
        try:
            pages = await open_pages(self._lanes, data[: at.revision_end] if at is not None else data)
        except PageProblem as problem:
            if self.window is not None:
                self._drop_pages(None)
                self.window.page.show_words("warning", messages.sentence(problem.code), messages.hint(problem.code))
            return
        if self.window is None:
            await pages.close()
            return
        page = self.window.page.pdf.page() if self._pages is not None and self._verdict is not None else 0
        self._drop_pages(pages)
        self.window.page.show_source(pages, verdicts.moment_words(at) if at is not None else "")
        self.window.page.pdf.go_to(page)

    def _drop_pages(self, instead: PdfPages | None) -> None:
        old, self._pages = self._pages, instead
        if old is not None:
            if self.window is not None and self.window.page.pdf.source() is old:
                self.window.page.pdf.set_source(None)
            self._running.also(old.close())

    # Reading and judging.

    async def _judge_all(self, paths: Sequence[Path]) -> None:
        """The others behind the first, one after the other: what is in front never waits for them all."""
        for path in paths[1:]:
            if self._lines.get(path) == verdicts.waiting_line():
                await self._judged(path, await self._read(path))

    async def _judged(self, path: Path, data: bytes | None) -> tuple[VerdictLine, Verdict | None]:
        if data is None:
            verdict: Verdict | None = Verdict(UNKNOWN, reasons=(Reason("fileNotRead", {}),))
        else:
            verdict = await self._verdicts.of(hashlib.sha256(data).hexdigest(), data)
        line = verdicts.line(verdict, {}, self._language()) if verdict is not None else verdicts.waiting_line()
        if path in self._lines:
            self._lines[path] = line
            self._list()
        return line, verdict

    async def _read(self, path: Path) -> bytes | None:
        """The file; None where it cannot be read, or is larger than any that can be shown."""

        def read() -> bytes | None:
            try:
                return path.read_bytes() if path.stat().st_size <= BIGGEST_FILE else None
            except OSError:
                return None

        return await self._lanes.network(read)
