"""Fills a reading pane: page, verdict, history, files. Shared by the incoming and the outgoing desk.

Knows the workplace, the lanes, the verdicts and the pane. The desk decides the header and the acts.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from desktop.lanes import Lanes
from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.office.secrecy import is_ordinary
from desktop.office.withholding import is_withheld
from desktop.presenters import formats, messages, remark_words, verdicts
from desktop.presenters.file_names import safe_name
from desktop.presenters.history import Storyteller
from desktop.presenters.names import Names
from desktop.presenters.pages import PageProblem, PdfPages, open_pages
from desktop.presenters.running import Running
from desktop.presenters.verdict_report import ask_and_save
from desktop.session.errors import CentralError
from signing.verdict import SignatureReport, Verdict
from widgets.file_asking import ask_where
from widgets.reading_pane import Action, FileItem, Reading, ReadingPane
from widgets.remark_layer import RemarkLayer
from widgets.theme import Tone

MAIN = "main"
"""Key of the document's own file among its files."""
SLOW = 0.4
"""Seconds after which the clerk is told that a file is on its way."""


class Notify(Protocol):
    """How a presenter speaks to the clerk: `MainWindow.show_message`."""

    def __call__(
        self, text: str, tone: Tone | str = ..., *, action: str = ..., run: Callable[[], object] | None = ...,
        key: str = ...,
    ) -> None: ...  # fmt: skip


class ReadingPresenter:
    """One pane and what is open in it.

    Attributes:
        document: what is open; None for nothing.
        layer: the remarks over the page; a click on one is told there.

    Args:
        workplace: the session's (desktop.session.workplace.Workplace).
        verdicts_: shared by all desks, so that a file is judged once.
        notify: says something in the message bar.
        language: of the reasons, "vi" or "en", asked each time.
        show_roots: opens the roots of trust, where one is what is missing.
    """

    def __init__(
        self,
        workplace: Any,
        pane: ReadingPane,
        lanes: Lanes,
        names: Names,
        verdicts_: verdicts.Verdicts,
        notify: Notify,
        language: Callable[[], str] = lambda: "vi",
        show_roots: Callable[[], object] = lambda: None,
    ) -> None:
        self._workplace = workplace
        self._pane = pane
        self._lanes = lanes
        self._names = names
        self._verdicts = verdicts_
        self._notify = notify
        self._language = language
        self._running = Running(self._failed)
        self._pages: PdfPages | None = None
        self._shown = ""
        self._missing: FileRef | None = None
        self._judged: tuple[FileRef, Verdict] | None = None
        self._beside: tuple[FileRef, ...] = ()
        self._fetching: FileRef | None = None
        self._cut_short: tuple[Mapping[str, Any], int | None] | None = None
        self._file_shown = ""
        self.layer = RemarkLayer(pane.page.pdf)
        self.document: Mapping[str, Any] | None = None
        pane.fileOpened.connect(self.show_file)
        pane.fileSaveRequested.connect(self.save_file)
        pane.page.actionTriggered.connect(self.load_again)
        pane.page.cancelRequested.connect(self._cancel)
        pane.page.presentRequested.connect(self.show_present)
        pane.signatures.momentRequested.connect(self.show_moment)
        pane.signatures.presentRequested.connect(self.show_present)
        pane.signatures.againRequested.connect(self.judge_again)
        pane.signatures.rootsRequested.connect(lambda: show_roots())
        pane.signatures.reportSaveRequested.connect(self.save_report)

    # What is open.

    def open(
        self,
        document: Mapping[str, Any],
        header: Reading,
        actions: Sequence[Action],
        extras: Sequence[Action] = (),
        *,
        arrival_number: int | None = None,
        beside: Sequence[FileRef] = (),
    ) -> None:
        """Show a document. The same one again refreshes what is told of it and leaves the page where it is.

        Args:
            beside: files that this organ keeps with it, after its own.
        """
        self.document = document
        self._beside = tuple(beside)
        self._pane.set_reading(header)
        self._pane.set_actions(actions, extras)
        self._pane.set_files(self._files(document))
        self._running.start("history", self._tell_history(document, arrival_number))
        file = document.get("file")
        wanted = f"{document['id']}/{file['digest'] if file else ''}"
        if wanted == self._shown:
            self._show_marks()
            return
        self._shown = wanted
        self._pane.set_events(())
        self._load(file)

    def nothing(self, title: str = "", hint: str = "") -> None:
        """Close what is open."""
        self.document = None
        self._shown = ""
        self._missing = None
        self._running.cancel("file")
        self._running.cancel("history")
        self._pane.show_nothing(title, hint)
        self._drop_pages()

    def show_file(self, key: str) -> None:
        """Show one of the document's files in the page, by its key."""
        file = self._file(key)
        if file is not None:
            self._load(file)

    def load_again(self) -> None:
        """Try again to show the file that could not be shown."""
        if self.document is not None:
            self._load(self.document.get("file"))

    def line_is_back(self) -> None:
        """The central answers again: what could not be fetched for want of it is fetched now."""
        if self._missing is not None:
            self._load(self._missing)
        short, self._cut_short = self._cut_short, None
        if short is not None and self.document is not None and self.document["id"] == short[0]["id"]:
            self._running.start("history", self._tell_history(*short))

    def warning(self, document: Mapping[str, Any]) -> tuple[str, Tone] | None:
        """What is known against a document's signatures, in words and tone; None for nothing, or not judged yet."""
        file = document.get("file")
        verdict = self._verdicts.known(file["digest"]) if file else None
        if verdict is None or verdict.verdict == "valid":
            return None
        line = verdicts.line(verdict, document, self._language())
        tone = Tone.BAD if verdict.verdict == "invalid" else Tone.WARN
        return " ".join((f"{line.text.rstrip('.')}.", *line.reasons[:2])), tone

    async def settled(self) -> None:
        """Wait until nothing is being fetched or drawn."""
        await self._running.settled()
        if self._pages is not None:
            await self._pages.settled()

    async def close(self) -> None:
        """Stop everything and let the document go."""
        self._running.close()
        pages, self._pages = self._pages, None
        if pages is not None:
            await pages.close()

    # The page and the verdict.

    def _load(self, file: FileRef | None) -> None:
        page = self._pane.page
        document = self.document
        self._missing = None
        if is_withheld(document):
            self._running.cancel("file")
            self._words("secretElsewhere", "secret")
        elif file is None:
            self._running.cancel("file")
            self._words("noFileYet", "document")
        else:
            page.show_blank()
            self._judged = None
            self._running.cancel("moment")
            self._pane.set_verdict(None)
            self._running.start("file", self._show(file))

    async def _show(self, file: FileRef) -> None:
        loop = asyncio.get_running_loop()
        self._fetching = file
        seen = {"done": 0}

        def say() -> None:
            text = QCoreApplication.translate("Reading", "Đang tải tệp… {done} / {size}")
            text = text.format(done=formats.size(seen["done"]), size=formats.size(file["size"]))
            self._pane.page.show_progress(text, seen["done"] // 1000, max(1, file["size"] // 1000))

        def progress(done: int, total: int) -> None:
            """From a network thread."""
            seen["done"] = done
            loop.call_soon_threadsafe(say_if_slow)

        def say_if_slow() -> None:
            if slow.cancelled() or loop.time() < late:
                return
            say()

        late = loop.time() + SLOW
        slow = loop.call_later(SLOW, say)
        try:
            data = await self._workplace.file(file, progress=progress)
        except Exception as error:  # noqa: BLE001 - whatever it is, the clerk is told in the page
            slow.cancel()
            self._missing = file if _of_the_line(error) else None
            self._tell_no_file(error)
            return
        finally:
            slow.cancel()
        await self._show_bytes(file, data)

    async def _show_bytes(self, file: FileRef, data: bytes) -> None:
        if not _is_pdf(file):
            self._words("pdfUnreadable", "document")
            return
        try:
            pages = await open_pages(self._lanes, data)
        except PageProblem as problem:
            self._words(problem.code, "warning")
        else:
            self._put_pages(pages, file["digest"])
        self._show_marks()
        self._pane.set_verdict(verdicts.waiting_line())
        await self._judge(file, data)

    async def _judge(self, file: FileRef, data: bytes) -> None:
        self._judged = None
        verdict = await self._verdicts.of(file["digest"], data)
        if self.document is not None and verdict is not None:
            self._judged = file, verdict
            self._pane.set_verdict(verdicts.line(verdict, self.document, self._language()))

    def _show_marks(self) -> None:
        """The remarks that were made on the very file in front."""
        pages, document = self._pages, self.document
        if pages is None or document is None:
            self.layer.show_marks(())
            return
        found = remark_words.listed(document, self._file_shown)
        self.layer.show_marks(remark_words.marks(found, self._names, pages.size_or_none))

    def _put_pages(self, pages: PdfPages, digest: str, moment: str = "") -> None:
        self._drop_pages()
        self._pages = pages
        self._file_shown = digest
        self._pane.page.show_source(pages, moment)

    # The signatures.

    def show_moment(self, key: str) -> None:
        """Show the file as it was when one of its signatures was made."""
        judged = self._judged
        if judged is not None:
            found = next((one for one in judged[1].signatures if one.field == key and one.revision_end), None)
            if found is not None:
                self._running.start("moment", self._show_state(judged[0], found))

    def show_present(self) -> None:
        """Show the file as it is again."""
        if self._judged is not None:
            self._running.start("moment", self._show_state(self._judged[0], None))

    def judge_again(self) -> None:
        """Check the signatures once more."""
        if self._judged is not None:
            self._running.start("file", self._judge_again(self._judged[0]))

    async def _show_state(self, file: FileRef, at: SignatureReport | None) -> None:
        data = await self._workplace.file(file)
        try:
            pages = await open_pages(self._lanes, data[: at.revision_end] if at is not None else data)
        except PageProblem as problem:
            self._notify(messages.sentence(problem.code), Tone.WARN)
            return
        if self._judged is None or self._judged[0] != file:
            await pages.close()
            return
        page = self._pane.page.pdf.page()
        # An earlier state is another file: no remark was made on it.
        self._put_pages(pages, "" if at else file["digest"], verdicts.moment_words(at) if at is not None else "")
        self._show_marks()
        self._pane.page.pdf.go_to(page)
        self._pane.signatures.set_moment(at.field if at is not None else "")

    async def _judge_again(self, file: FileRef) -> None:
        data = await self._workplace.file(file)
        self._pane.set_verdict(verdicts.waiting_line())
        await self._judge(file, data)

    def save_report(self, text: str) -> None:
        """Ask where to, then save the technical report."""
        ask_and_save(self._pane, text, self._lanes, self._running, self._notify)

    def _tell_no_file(self, error: Exception) -> None:
        code = getattr(error, "code", "")
        if code in ("unreachable", "timeout", "cut", "nameUnknown", "busy", "rateLimit", "proxyUnreachable"):
            code = "fileOffline"
        title = messages.sentence(code) if code else messages.of_error(error)
        again = QCoreApplication.translate("Reading", "Tải lại")
        self._pane.page.show_words("offline" if code == "fileOffline" else "warning", title, messages.hint(code), again)
        self._pane.set_verdict(None)

    def _words(self, code: str, icon: str) -> None:
        self._judged = None
        self._drop_pages()
        self._pane.page.show_words(icon, messages.sentence(code), messages.hint(code))
        self._pane.set_verdict(None)

    def _cancel(self) -> None:
        self._running.cancel("file")
        if self._fetching is not None:
            # Nor does it go on behind the page.
            self._workplace.transfers.cancel(f"down:{self._fetching['digest']}")
        again = QCoreApplication.translate("Reading", "Tải lại")
        self._pane.page.show_words("document", QCoreApplication.translate("Reading", "Đã hủy tải tệp."), "", again)

    def _drop_pages(self) -> None:
        old, self._pages = self._pages, None
        self._file_shown = ""
        self.layer.show_marks(())
        if old is not None:
            if self._pane.page.pdf.source() is old:
                self._pane.page.pdf.set_source(None)
            self._running.also(old.close())

    # History and files.

    async def _tell_history(self, document: Mapping[str, Any], arrival_number: int | None) -> None:
        await self._names.ready()
        acts = [] if is_withheld(document) else await self._workplace.history(document["id"])
        teller = Storyteller(self._names, document, arrival_number, self._workplace.clock.now())
        self._pane.set_events(teller.events(acts))
        if is_withheld(document) or await self._workplace.history_is_whole(document["id"]):
            return
        try:
            # What is stored is told of as a change, and then shown like any other.
            await self._workplace.fetch_history(document["id"])
        except CentralError:
            self._cut_short = document, arrival_number
            self._pane.set_events([*teller.events(acts), teller.missing()])

    def _files(self, document: Mapping[str, Any]) -> list[FileItem]:
        own = [*(document.get("attachments") or ()), *self._beside]
        keyed = [(MAIN, document.get("file")), *((str(n), f) for n, f in enumerate(own))]
        may_save = is_ordinary(document)
        return [
            FileItem(key, file["name"], formats.size(file["size"]), _is_pdf(file), may_save)
            for key, file in keyed
            if file is not None
        ]

    def _file(self, key: str) -> FileRef | None:
        if self.document is None:
            return None
        attachments = [*(self.document.get("attachments") or []), *self._beside]
        if key == MAIN:
            return self.document.get("file")
        return attachments[int(key)] if key.isdigit() and int(key) < len(attachments) else None

    def save_file(self, key: str) -> None:
        """Ask where to, then save one file outside the program; the history keeps that it was done."""
        file, document = self._file(key), self.document
        if file is None or document is None:
            return
        title = QCoreApplication.translate("Reading", "Lưu tệp ra ngoài chương trình")
        name = safe_name(file["name"])
        ask_where(self._pane, title, name, lambda path: self._running.also(self.save_to(file, document, Path(path))))

    async def save_to(self, file: FileRef, document: Mapping[str, Any], path: Path) -> None:
        """Save a file at a path, as an act: it is written down before the file leaves."""
        payload = {"name": file["name"], "digest": file["digest"]}
        outcome = await self._workplace.act("export", "Document", document["id"], payload, document_id=document["id"])
        if isinstance(outcome, Refusal):
            self._notify(messages.of_refusal(outcome), Tone.WARN)
            return
        try:
            data = await self._workplace.file(file)
            await self._lanes.network(path.write_bytes, data)
        except OSError:
            said = QCoreApplication.translate("Reading", "Không ghi được tệp vào {path}. Chọn nơi khác rồi lưu lại.")
            self._notify(said.format(path=path.parent), Tone.BAD)
            return
        said = QCoreApplication.translate("Reading", "Đã lưu {name} vào {path}.")
        self._notify(said.format(name=path.name, path=path.parent), Tone.GOOD)

    def _failed(self, error: Exception) -> None:
        self._notify(messages.of_error(error), Tone.BAD)


def _of_the_line(error: Exception) -> bool:
    """Whether it may go well once the central answers again."""
    return isinstance(error, CentralError) and (error.kind in ("offline", "busy") or error.code == "signedOut")


def _is_pdf(file: FileRef) -> bool:
    return file["mediaType"] == "application/pdf" or file["name"].lower().endswith(".pdf")
