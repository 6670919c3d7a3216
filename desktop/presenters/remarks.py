"""Opens a draft with the remarks on it, and carries out what is done there. Knows workplace, pages and the window.

What is being written is kept on this machine with every stroke and key; it leaves as one act, or with the return of the
draft in one step. The file is read and never written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.lanes import Lanes
from desktop.office import remarks
from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.presenters import formats, forms, messages, remark_words, returning
from desktop.presenters.keeping import Keeper
from desktop.presenters.names import Names
from desktop.presenters.pages import PageProblem, PdfPages, open_pages
from desktop.presenters.printing import Printing
from desktop.presenters.reading import Notify
from desktop.presenters.remark_sheet import KIND, Sheet, from_data, key_of
from desktop.presenters.running import Running
from local_cache.errors import CacheError
from widgets.remark_hand import Drawn
from widgets.remark_paper import RemarkedPage, RemarkPaper
from widgets.remark_window import RemarkWindow, Version
from widgets.theme import Tone

translate = QCoreApplication.translate
Object = Mapping[str, Any]
WHOLE: Final = 40
"""Pages of a draft up to which all are printed with the remarks; of a longer one those that bear any."""
PRINT_SCALE: Final = 150 / 72
"""Pixels to a point of the pages of that copy."""
MARK: Final = "remark"
"""The kind under which the window is found again after locking."""


class Remarking:
    """The windows of remarks; one at a time.

    Args:
        parent: the widget that the windows belong to.
        printing: shows the copy for the hand; None offers none.

    Attributes: window — the one that is open, None otherwise.
    """

    def __init__(
        self,
        workplace: Any,
        lanes: Lanes,
        parent: QWidget,
        names: Names,
        notify: Notify,
        printing: Printing | None = None,
    ) -> None:
        self.printing = printing
        self._workplace = workplace
        self._lanes = lanes
        self._parent = parent
        self._names = names
        self._notify = notify
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))
        self._open: _Open | None = None

    @property
    def window(self) -> RemarkWindow | None:
        """What is open now."""
        return self._open.window if self._open is not None else None

    def begin(self, document_id: str) -> None:
        """Open the remarks of a document."""
        self._running.start("open", self.open(document_id))

    async def do_again(self, act: Object) -> None:
        """Remarks that came back go into the local draft again, before their window is opened."""
        await returning.take_back(self._workplace, act)
        await self.open(str(act["subjectId"]))

    async def open(self, document_id: str) -> RemarkWindow | None:
        """Show a draft with its remarks; None where there is no page to show."""
        await self._names.ready()
        document = await self._workplace.get("Document", document_id)
        if document is None or not document.get("file"):
            return None
        if self._open is not None:
            self._open.window.reject()
        kinds = await self._workplace.allowed("Document", document_id)
        sheet = from_data(await self._workplace.load_draft(key_of(document_id)))
        window = RemarkWindow(formats.subject(document), self._parent, writes="remark" in kinds)
        opened = _Open(self, window, document, kinds, sheet)
        self._open = opened
        forms.mark(window, MARK, "Document", document_id)
        window.finished.connect(lambda _code: self._closed(opened))
        window.open()
        self._running.also(opened.start())
        return window

    def _closed(self, opened: _Open) -> None:
        if self._open is opened:
            self._open = None
        self._running.also(opened.close())

    async def settled(self) -> None:
        """Wait until nothing is being read, drawn or sent."""
        await self._running.settled()
        if self._open is not None:
            await self._open.settled()

    def close(self) -> None:
        """Close the window and stop; what was written has been kept."""
        if self._open is not None:
            self._open.window.reject()
        self._running.close()

    # for what is open

    @property
    def workplace(self) -> Any:
        return self._workplace

    @property
    def lanes(self) -> Lanes:
        return self._lanes

    @property
    def names(self) -> Names:
        return self._names

    def say(self, text: str, tone: Tone) -> None:
        """Say something above the desks."""
        self._notify(text, tone)


class _Open:
    """One window and the draft in it."""

    def __init__(self, desk: Remarking, window: RemarkWindow, document: Object, kinds: Any, sheet: Sheet) -> None:
        self._desk = desk
        self.window = window
        self._document = document
        self._kinds = tuple(kinds)
        self._sheet = sheet
        self._version = cast(FileRef, document["file"])
        self._pages: PdfPages | None = None
        self._stamped = False
        self._running = Running(self._failed)
        self._keeper = self._new_keeper()
        self._connect()
        self._unsubscribe = desk.workplace.subscribe(self._changed)

    def _new_keeper(self) -> Keeper:
        return Keeper(self._desk.workplace, key_of(self._document["id"]), KIND, self._failed)

    def _connect(self) -> None:
        window, panel, start = self.window, self.window.panel, self._running.start
        window.layer.drawn.connect(self._drawn)
        window.layer.words_wanted.connect(lambda page: self._running.also(self._give_words(page)))
        panel.text_edited.connect(self._typed)
        panel.delete_asked.connect(lambda key: self._change(lambda: self._sheet.remove(key)))
        panel.withdraw_asked.connect(lambda key: start("act", self._act("remark", {"withdrawn": [key]})))
        panel.answered.connect(lambda *said: start("act", self._answer(*said)))
        window.undo_asked.connect(lambda: self._change(self._sheet.undo))
        window.redo_asked.connect(lambda: self._change(self._sheet.redo))
        window.move_asked.connect(lambda: self._change(self._move_over))
        window.send_asked.connect(lambda: start("act", self._send()))
        window.return_asked.connect(lambda: start("return", self._return()))
        window.version_chosen.connect(lambda digest: start("show", self._show_version(digest)))
        window.print_button.setVisible(self._desk.printing is not None)
        window.print_asked.connect(lambda: start("print", self._print()))
        window.page.cancelRequested.connect(lambda: self._running.cancel("show"))
        window.page.actionTriggered.connect(lambda: start("show", self._show()))

    # -- life

    async def start(self) -> None:
        """Show the newest version, or the one that was being written on."""
        self._forget_sent()
        self._refresh()
        await self._show()

    async def settled(self) -> None:
        """Wait until nothing runs."""
        await self._running.settled()
        await self._keeper.settled()
        if self._pages is not None:
            await self._pages.settled()

    async def close(self) -> None:
        """The window is closed: what was written is kept, where there is anything."""
        self._unsubscribe()
        await self._keeper.settled()
        if not self._sheet.items:
            await self._keeper.drop()
        elif "remark" in self._kinds:
            count = len(self._sheet.items)
            self._desk.say(
                translate("Remarks", "Còn %n góp ý chưa gửi, được giữ trên máy này.", None, count), Tone.INFO
            )
        self._running.close()
        pages, self._pages = self._pages, None
        if isValid(self.window):
            self.window.page.pdf.set_source(None)
            self.window.deleteLater()
        if pages is not None:
            await pages.close()

    def _failed(self, error: Exception) -> None:
        if isValid(self.window):
            self.window.say(messages.of_error(error), Tone.BAD)

    def _changed(self, types: frozenset[str]) -> None:
        if types & {"Document", "Act"}:
            self._running.start("look", self._look())

    async def _look(self) -> None:
        """The document may have changed: another version, a signature, answers."""
        found = await self._desk.workplace.get("Document", self._document["id"])
        if found is None:
            return
        before, self._document = self._document, found
        self._kinds = tuple(await self._desk.workplace.allowed("Document", found["id"]))
        self._forget_sent()
        if (found.get("file") or {}).get("digest") != (before.get("file") or {}).get("digest"):
            self.window.say(translate("Remarks", "Dự thảo vừa có bản mới. Chọn bản hiện tại để xem."), Tone.WARN)
        self._refresh()

    # -- what is shown

    @property
    def _writes(self) -> bool:
        return "remark" in self._kinds and not self._stamped

    @property
    def _digest(self) -> str:
        """Of the document's present file."""
        return str((self._document.get("file") or {}).get("digest") or "")

    async def _show_version(self, digest: str) -> None:
        self._version = self._version_of(digest)
        self._refresh()
        await self._show()

    def _version_of(self, digest: str) -> FileRef:
        if self._sheet.file is not None and self._sheet.digest == digest:
            return self._sheet.file
        return returning.version_of(self._document, digest) or self._version

    async def _show(self) -> None:
        page = self.window.page
        page.show_progress(translate("Remarks", "Đang mở dự thảo…"))
        try:
            pages = await open_pages(self._desk.lanes, await self._desk.workplace.file(self._version))
        except PageProblem as problem:
            page.show_words("warning", messages.sentence(problem.code), messages.hint(problem.code))
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told in the page
            again = translate("Remarks", "Tải lại")
            page.show_words("offline", messages.of_error(error), "", again)
            return
        before, self._pages = self._pages, pages
        self.window.layer.forget_words()
        page.show_source(pages)
        if before is not None:
            await before.close()
        if self._version["digest"] == self._digest:
            self._stamped = await pages.bears_signature()
        self._refresh()
        if self._writes:
            self.window.layer.take_up()

    def _refresh(self, current: str = "") -> None:
        window, digest = self.window, self._version["digest"]
        unsent = self._sheet.items if self._sheet.digest == digest else ()
        found = remark_words.listed(self._document, digest, unsent)
        now, me = self._desk.workplace.clock.now(), self._desk.workplace.me.id
        answers = "answerRemarks" in self._kinds
        rows = remark_words.rows(found, self._desk.names, now, me=me, writes=self._writes, answers=answers)
        window.set_writable(self._writes and digest == self._digest)
        window.set_rows(rows, remark_words.marks(found, self._desk.names, self._size), current)
        window.set_versions(self._versions(), digest)
        behind = bool(self._sheet.items) and self._sheet.digest != self._digest
        window.set_sendable(len(self._sheet.items), writes=self._writes, to_move=behind and self._writes)
        window.tools.set_steps(self._sheet.can_undo, self._sheet.can_redo)
        window.panel.set_empty(*self._empty_words())
        if self._stamped:
            window.say(messages.sentence("signedPage"), Tone.WARN)
        elif self._sheet.items and "remark" not in self._kinds:
            said = translate("Remarks", "Còn %n góp ý chưa gửi; văn bản không còn chờ ký nên không gửi được nữa.", None,
                             len(self._sheet.items))  # fmt: skip
            window.say(said, Tone.WARN)

    def _empty_words(self) -> tuple[str, str]:
        if self._writes:
            return (
                translate("Remarks", "Chưa có góp ý nào"),
                translate("Remarks", "Chọn công cụ rồi viết lên trang; hoặc dùng phím mũi tên đi đến dòng, gõ N."),
            )
        return translate("Remarks", "Bản này không có góp ý"), ""

    def _size(self, page: int) -> tuple[float, float] | None:
        return self._pages.size_or_none(page) if self._pages is not None else None

    def _versions(self) -> list[Version]:
        """The present file first, then those that were remarked on, the newest of them first."""
        now = self._desk.workplace.clock.now()
        found = {self._digest: translate("Remarks", "Bản hiện tại")}
        for each in reversed(remarks.rounds(self._document)):
            words = translate("Remarks", "Bản góp ý {when}").format(when=formats.when_in_history(each["at"], now))
            found.setdefault(each["file"]["digest"], words)
        if self._sheet.items:
            found.setdefault(self._sheet.digest, translate("Remarks", "Bản đang góp ý dở"))
        return [Version(digest, words) for digest, words in found.items()]

    async def _give_words(self, page: int) -> None:
        pages = self._pages
        if pages is not None:
            words = await pages.words(page)
            if pages is self._pages:
                self.window.layer.set_words(page, words)

    # -- the copy for the hand

    async def _print(self) -> None:
        """A copy of the version in front with what stands on it, marked as no official text."""
        pages, printing = self._pages, self._desk.printing
        if pages is None or printing is None:
            return
        names, digest = self._desk.names, self._version["digest"]
        found = remark_words.listed(self._document, digest, self._sheet.items if self._sheet.digest == digest else ())
        marks = remark_words.marks(found, names, self._size)
        wanted = range(pages.page_count)
        if pages.page_count > WHOLE:
            wanted = sorted({mark.page for mark in marks})
        drawn = [
            RemarkedPage(
                await pages.picture(n, PRINT_SCALE), pages.page_size(n)[1], n, tuple(m for m in marks if m.page == n)
            )
            for n in wanted
        ]
        now = formats.full_moment(self._desk.workplace.clock.now())
        subject = str(self._document["subject"])
        about = f"{subject} · in lúc {now}"
        rows = remark_words.printed(found, names)
        title = f"Bản góp ý - {subject}"
        heading = translate("Remarks", "In bản góp ý")
        printing.show(lambda: RemarkPaper(title, about, drawn, rows), self._document, heading, self.window)

    # -- writing

    def _drawn(self, drawn: Drawn) -> None:
        size = self._size(drawn.page)
        if size is None or not self._writes or self._version["digest"] != self._digest:
            return
        sheet = self._sheet
        if not sheet.items:
            sheet.file = self._version
        if sheet.digest != self._digest:
            self.window.say(_written_before(), Tone.WARN)
            return
        if len(sheet.items) >= remarks.MOST_AT_ONCE:
            code = Refusal("tooManyRemarks", {"limit": remarks.MOST_AT_ONCE})
            self.window.say(messages.of_refusal(code), Tone.WARN)
            return
        if drawn.kind == "ink":
            key = sheet.add_ink(drawn.page, size, drawn.stroke)
        else:
            key = sheet.add(drawn.kind, drawn.page, size, rects=drawn.rects, quote=drawn.quote)
        self._keep()
        self._refresh(key)
        if drawn.kind == "note":
            self.window.show_typing()

    def _typed(self, key: str, text: str) -> None:
        self._sheet.set_text(key, text)
        self._keep()
        digest = self._version["digest"]
        found = remark_words.listed(self._document, digest, self._sheet.items)
        now, me = self._desk.workplace.clock.now(), self._desk.workplace.me.id
        for row in remark_words.rows(found, self._desk.names, now, me=me, writes=self._writes, answers=False):
            if row.key == key:
                self.window.panel.update_row(row)
        self.window.tools.set_steps(self._sheet.can_undo, self._sheet.can_redo)

    def _change(self, how: Any) -> None:
        how()
        self._keep()
        self._refresh()

    def _keep(self) -> None:
        self._keeper.keep(self._sheet.data())

    def _move_over(self) -> None:
        """What was written on an earlier version stands at the same place of this one; its author looks it through."""
        self._sheet.file = cast(FileRef, self._document["file"])
        self._version = self._sheet.file
        self.window.say(
            translate("Remarks", "Đã chuyển góp ý sang bản này. Xem lại từng chỗ trước khi gửi."), Tone.INFO
        )
        self._running.start("show", self._show())

    def _forget_sent(self) -> None:
        """What has become part of the document is no longer to be sent."""
        known = {item["id"] for each in remarks.rounds(self._document) for item in each["items"]}
        if known.intersection(item["id"] for item in self._sheet.items):
            left = tuple(item for item in self._sheet.items if item["id"] not in known)
            self._sheet = Sheet(file=self._sheet.file if left else None, items=left)
            self._keep()

    # -- sending

    async def _send(self) -> None:
        """All that is written, as one act."""
        count = len(self._sheet.items)
        payload = {"remarks": [dict(item) for item in self._sheet.items]}
        await self._keeper.settled()
        if await self._act("remark", payload, digest=self._sheet.digest, draft_key=self._keeper.key):
            self._desk.say(translate("Remarks", "Đã gửi %n góp ý trên dự thảo.", None, count), Tone.GOOD)

    async def _answer(self, key: str, how: str, text: str) -> None:
        answers = [{"remarkId": key, "how": how, "text": text}]
        if await self._act("answerRemarks", {"answers": answers}):
            self.window.panel.step(1)

    async def _act(
        self, kind: str, payload: dict[str, Any], *, digest: str | None = None, draft_key: str | None = None
    ) -> bool:
        """Do an act on the document; why it was not done is said in the window."""
        name = self._document["id"]
        try:
            outcome = await self._desk.workplace.act(
                kind, "Document", name, payload, document_id=name, digest=digest, draft_key=draft_key
            )
        except CacheError as error:
            self.window.say(messages.of_error(error), Tone.BAD)
            return False
        if isinstance(outcome, Refusal):
            self.window.say(messages.of_refusal(outcome), Tone.BAD)
            return False
        if draft_key is not None:
            self._sheet.clear()
        self.window.say("")
        await self._look()
        return True

    async def _return(self) -> None:
        """The draft goes back to its author with what is written on it, in one step."""
        await self._keeper.settled()

        def done() -> None:
            self._sheet.clear()
            self._desk.say(translate("Remarks", "Đã trả lại văn bản cho người soạn."), Tone.GOOD)
            self.window.accept()

        await returning.open_form(self._desk.workplace, self._document, self.window, self._running, done)


def _written_before() -> str:
    return translate(
        "Remarks", "Góp ý chưa gửi được viết trên bản trước. Chuyển sang bản này hoặc xóa trước khi viết tiếp."
    )
