"""The outgoing desk: boxes from draft to issued, the list, what is open with its recipients, and the acts on it.

Knows the workplace, the reading presenter, the drafting presenter and the desk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop.office.boxes import OUTGOING
from desktop.presenters import formats, messages, outgoing_rows
from desktop.presenters.drafting import KIND, Drafting
from desktop.presenters.names import Names
from desktop.presenters.older import OlderPresenter
from desktop.presenters.outgoing_acts import AskAgain, Check, OutgoingActs
from desktop.presenters.reading import MAIN, Notify, ReadingPresenter
from desktop.presenters.remarks import Remarking
from desktop.presenters.running import Running
from desktop.presenters.slips import open_slip
from widgets.leaving import copy_out
from widgets.outgoing_desk import OutgoingDesk, Unfinished
from widgets.tabs import Tab
from widgets.theme import Tone

translate = QCoreApplication.translate

SETTLE: Final = 0.08
"""Seconds that a row must stay current before it is opened: holding an arrow down opens none on the way."""
CALM: Final = 0.15
"""Seconds within which changes are taken together."""
Object = Mapping[str, Any]
_STATE_BOX = {
    "draft": "outgoing.draft",
    "returned": "outgoing.returned",
    "submitted": "outgoing.submitted",
    "approved": "outgoing.approved",
    "numbered": "outgoing.numbered",
    "sealed": "outgoing.sealed",
    "issued": "outgoing.issued",
}


def make_desk() -> OutgoingDesk:
    """The desk's widget, its boxes in the order of the work; what came back asks for attention."""
    tabs = [
        Tab("outgoing.draft", translate("Outgoing", "Dự thảo")),
        Tab("outgoing.returned", translate("Outgoing", "Bị trả lại"), Tone.BAD),
        Tab("outgoing.submitted", translate("Outgoing", "Trình ký")),
        Tab("outgoing.approved", translate("Outgoing", "Chờ cấp số"), Tone.WARN),
        Tab("outgoing.numbered", translate("Outgoing", "Chờ ký số"), Tone.WARN),
        Tab("outgoing.sealed", translate("Outgoing", "Chờ phát hành"), Tone.WARN),
        Tab("outgoing.issued", translate("Outgoing", "Đã phát hành")),
    ]
    return OutgoingDesk(translate("Outgoing", "Văn bản đi"), tabs)


class OutgoingPresenter:
    """Fills an OutgoingDesk from the workplace.

    Args:
        workplace: the session's (desktop.session.workplace.Workplace).
        reading: the presenter of the desk's own pane.
        drafting: opens the draft dialog.
        to_signing: told a document's id when the person goes to sign it at the signing desk.
        check: judges a document's signatures before it is issued.
        ask_again: asks about certificates of which something was unknown, before the document is issued.
        remarking: opens the remarks of a draft; None hides them.
        make_copy: told the identifier of a document that is to be copied; None hides that act.
        copy_link: told the type and identifier of what a link is wanted to.
    """

    def __init__(
        self,
        workplace: Any,
        desk: OutgoingDesk,
        reading: ReadingPresenter,
        drafting: Drafting,
        names: Names,
        notify: Notify,
        *,
        to_signing: Callable[[str], object] = lambda _: None,
        check: Check | None = None,
        ask_again: AskAgain | None = None,
        remarking: Remarking | None = None,
        make_copy: Callable[[str], object] | None = None,
        copy_link: Callable[[str, str], object] = lambda type_name, object_id: None,
    ) -> None:
        self._workplace = workplace
        self._desk = desk
        self._column = desk.column
        self._reading = reading
        self._drafting = drafting
        self._names = names
        self._notify = notify
        self._to_signing = to_signing
        self._remarking = remarking
        self._make_copy = make_copy
        self._copy_link = copy_link
        reading.layer.picked.connect(lambda _key: self._act("remarks"))
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))
        self.acts = OutgoingActs(workplace, desk, notify, self._done, check, ask_again)
        self._open_id = ""
        self._after: int | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self.older = OlderPresenter(workplace, desk.column.older, notify)
        self._column.boxChanged.connect(lambda *_: self._running.start("box", self._load(moved=True)))
        self._column.list.rowsWanted.connect(lambda keys: self._running.also(self._fetch(keys)))
        self._column.list.chosen.connect(self._chosen)
        self._column.empty.actionTriggered.connect(self.write_new)
        desk.pane.actionTriggered.connect(self._act)
        desk.write_asked.connect(self.write_new)
        desk.unfinished_opened.connect(self.write_on)

    # Life.

    @property
    def open_id(self) -> str:
        """The document that is shown."""
        return self._open_id

    def start(self) -> None:
        """Fill the desk and follow the changes; call again after another seat was taken."""
        if self._unsubscribe is None:
            self._unsubscribe = self._workplace.subscribe(self._changed)
        self._open_id = ""
        self._reading.nothing()
        self._running.start("box", self._begin())

    async def settled(self) -> None:
        """Wait until nothing is being read or drawn."""
        await self._running.settled()
        await self.acts.settled()
        await self._drafting.settled()
        await self._running.settled()
        await self._reading.settled()

    async def close(self) -> None:
        """Stop."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        self.acts.close()
        self.older.close()
        self._running.close()
        await self._reading.close()

    # Boxes and rows.

    async def _begin(self) -> None:
        await self._names.ready()
        await self._show_unfinished()
        counts = await self._workplace.counts()
        # The first box that waits for me is in front; with nothing waiting, what has gone out.
        waiting = [box.key for box in OUTGOING if box.counted and counts.get(f"{box.key}.own")]
        self._column.blockSignals(True)
        self._column.show_box(waiting[0] if waiting else "outgoing.issued")
        self._column.blockSignals(False)
        await self._load(moved=True)

    async def _load(self, *, moved: bool) -> None:
        """The rows of the box in front."""
        box = self._column.box()
        keys = await self._workplace.ids(box, "own")
        counts = await self._workplace.counts()
        self._column.tabs.set_counts({one.key: counts.get(f"{one.key}.own", 0) for one in OUTGOING})
        rows = self._column.list
        place = rows.current_place()
        if moved:
            rows.scrollToTop()
        rows.set_keys(keys)
        rows.refresh()
        await self.older.show(box)
        if keys:
            self._column.show_list()
        else:
            self._column.show_empty("outgoing", *_empty_words(box))
        if self._after is not None and keys and rows.current_place() < 0:
            rows.choose_near(self._after if place < 0 else place)
        elif not keys and (moved or self._after is not None):
            self._close_document()
        elif moved and rows.current_place() < 0:
            rows.choose_near(0)
        self._after = None

    def _close_document(self) -> None:
        self._reading.nothing()
        self._desk.page.show_deliveries("", ())
        self._open_id = ""

    async def _fetch(self, keys: Sequence[str]) -> None:
        await self._names.ready()
        found = await self._workplace.rows(self._column.box(), "own", keys)
        now, style = self._workplace.clock.now(), self._workplace.me.organ["style"]
        rows = {}
        for one in found:
            document = one.get("document", one)
            pending = bool(one.get("pending")) if "document" in one else False
            rows[document["id"]] = outgoing_rows.row(document, self._names, now, style, pending=pending)
        self._column.list.set_rows(rows)

    async def _show_unfinished(self) -> None:
        """What is typed and not yet a draft of the office; a draft that is being changed counts too."""
        now = self._workplace.clock.now()
        drafts = await self._workplace.drafts(KIND)
        found = []
        for one in drafts:
            text = str(one.data.get("subject") or "").strip()
            text = text or translate("Outgoing", "(chưa có trích yếu)")
            found.append(Unfinished(one.key, text, formats.when_in_list(one.saved_at, now)))
        self._desk.show_unfinished(found)

    # What is open.

    def _chosen(self, key: str) -> None:
        if key and key != self._open_id:
            self._running.start("open", self._open_soon(key))

    async def _open_soon(self, key: str) -> None:
        await asyncio.sleep(SETTLE)
        await self._open(key)

    async def _open(self, key: str) -> None:
        document = await self._workplace.get("Document", key)
        if document is None:
            self._close_document()
            return
        kinds = await self._workplace.allowed("Document", key)
        unsent = any(one["act"]["subjectId"] == key for one in await self._workplace.unsent())
        style = self._workplace.me.organ["style"]
        self._open_id = key
        self._reading.open(
            document,
            outgoing_rows.header(document, self._names, style, pending=unsent),
            outgoing_rows.actions(kinds, document, remarks=self._remarking is not None),
            outgoing_rows.extras(kinds, document, copies=self._make_copy is not None),
        )
        issued = document["state"] == "issued"
        rows = outgoing_rows.deliveries(document, self._names, self._workplace.clock.now()) if issued else []
        self._desk.page.show_deliveries(outgoing_rows.summary(document) if issued else "", rows)

    def show_document(self, document_id: str) -> None:
        """Open a document in the box where it lies (for search, links and warnings)."""
        self._running.start("show", self._show(document_id))

    async def _show(self, document_id: str) -> None:
        document = await self._workplace.get("Document", document_id)
        if document is None:
            return
        box = _STATE_BOX.get(document["state"], "outgoing.issued")
        if box != self._column.box():
            self._column.blockSignals(True)
            self._column.show_box(box)
            self._column.blockSignals(False)
            await self._load(moved=True)
        if not self._column.list.choose(document_id):
            await self._open(document_id)
        self._desk.show_pane()

    # Acts and changes.

    def write_new(self, reply_to: str | None = None) -> None:
        """Open an empty draft; in reply to a document, where one is named."""
        self._running.also(self._write(self._drafting.write_new(reply_to or None)))

    def write_on(self, document_id: str) -> None:
        """Go on with a draft."""
        self._running.also(self._write(self._drafting.write_on(document_id)))

    async def do_again(self, act: Object) -> None:
        """Open the form of an act that came back, with what was typed in it as the form's own draft."""
        key = str(act["subjectId"])
        if act["kind"] in ("draft", "submit"):
            await self._drafting.take_back(act)
            await self._write(self._drafting.write_on(key))
            return
        if act["kind"] in ("remark", "answerRemarks") and self._remarking is not None:
            self.show_document(key)
            await self._remarking.do_again(act)
            return
        document = await self._workplace.get("Document", key)
        if document is not None:
            self.show_document(key)
            await self.acts.do_again(act, document)

    async def _write(self, opening: Any) -> None:
        dialog = await opening
        if dialog is not None:
            dialog.finished.connect(lambda _code: self._running.start("unfinished", self._after_writing()))

    async def _after_writing(self) -> None:
        await self._drafting.settled()
        await self._show_unfinished()

    def _act(self, kind: str) -> None:
        document = self._reading.document
        if document is None:
            return
        if kind == "draft":
            self.write_on(document["id"])
        elif kind in ("approve", "seal", "sealAttachments"):
            self._to_signing(document["id"])
        elif kind == "remarks":
            if self._remarking is not None:
                self._remarking.begin(document["id"])
        elif kind == "makeCopy" and self._make_copy is not None:
            self._make_copy(document["id"])
        elif kind == "save":
            self._reading.save_file(MAIN)
        elif kind == "slip":
            open_slip(document, self._names.person(document.get("authorId")), self._desk)
        elif kind == "copyLink":
            self._copy_link("Document", document["id"])
        elif kind == "copy":
            style = self._workplace.me.organ["style"]
            if copy_out(self._desk, f"{outgoing_rows.notation(document, style)} {document['subject']}"):
                self._notify(translate("Outgoing", "Đã sao chép số, ký hiệu và trích yếu."), Tone.INFO)
        else:
            self.acts.begin(kind, document)

    def _done(self, kind: str, document_id: str) -> None:
        self._after = max(0, self._column.list.documents.place_of(document_id))

    def _changed(self, types: frozenset[str]) -> None:
        if types & {"Person", "Unit"}:
            self._running.start("names", self._names.refresh())
        if types & {"Document", "Act", "Register"}:
            self._running.start("refresh", self._refresh())

    async def _refresh(self) -> None:
        await asyncio.sleep(CALM)
        await self._load(moved=False)
        if self._open_id and not self._running.is_running("open"):
            await self._open(self._open_id)


def _empty_words(box: str) -> tuple[str, str, str]:
    words = {
        "outgoing.draft": (
            translate("Outgoing", "Không có dự thảo nào"),
            translate("Outgoing", "Soạn văn bản mới, hoặc trả lời từ văn bản đến."),
            translate("Outgoing", "Soạn văn bản"),
        ),
        "outgoing.returned": (translate("Outgoing", "Không có văn bản bị trả lại"), "", ""),
        "outgoing.submitted": (translate("Outgoing", "Không có văn bản đang trình ký"), "", ""),
        "outgoing.approved": (
            translate("Outgoing", "Không có văn bản chờ cấp số"),
            translate("Outgoing", "Văn bản lãnh đạo đã ký duyệt sẽ hiện ở đây."),
            "",
        ),
        "outgoing.numbered": (
            translate("Outgoing", "Không có văn bản chờ ký số cơ quan"),
            translate("Outgoing", "Văn bản đã có số sẽ hiện ở đây."),
            "",
        ),
        "outgoing.sealed": (translate("Outgoing", "Không có văn bản chờ phát hành"), "", ""),
        "outgoing.issued": (translate("Outgoing", "Chưa phát hành văn bản nào"), "", ""),
    }
    return words.get(box, (translate("Outgoing", "Không có văn bản nào trong hộp này"), "", ""))
