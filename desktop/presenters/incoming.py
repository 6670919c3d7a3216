"""The incoming desk: boxes with counts, the list, what is open, and the acts on it. Knows workplace and widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop.office.boxes import BY_KEY, INCOMING
from desktop.office.withholding import is_withheld
from desktop.presenters import incoming_rows, messages
from desktop.presenters.incoming_acts import IncomingActs, Sign, Warn
from desktop.presenters.names import Names
from desktop.presenters.older import OlderPresenter
from desktop.presenters.reading import MAIN, Notify, ReadingPresenter
from desktop.presenters.running import Running
from widgets.document_desk import DocumentDesk
from widgets.leaving import copy_out
from widgets.list_column import ListColumn
from widgets.tabs import Tab
from widgets.theme import Tone

SETTLE: Final = 0.08
"""Seconds that a row must stay current before it is opened: holding an arrow down opens none on the way."""
CALM: Final = 0.15
"""Seconds within which changes are taken together."""
SEEN: Final = 2000
"""Identifiers remembered as opened here."""
Object = Mapping[str, Any]


def make_desk() -> DocumentDesk:
    """The desk's widget, its boxes in the order in which they are needed."""
    tabs = [
        Tab("incoming.toReceive", QCoreApplication.translate("Incoming", "Chờ tiếp nhận")),
        Tab("incoming.toHandle", QCoreApplication.translate("Incoming", "Chờ xử lý")),
        Tab("incoming.soon", QCoreApplication.translate("Incoming", "Sắp đến hạn"), Tone.WARN),
        Tab("incoming.overdue", QCoreApplication.translate("Incoming", "Quá hạn"), Tone.BAD),
        Tab("incoming.returned", QCoreApplication.translate("Incoming", "Trả lại"), Tone.BAD),
        Tab("incoming.info", QCoreApplication.translate("Incoming", "Để biết")),
        Tab("incoming.passedOn", QCoreApplication.translate("Incoming", "Đã chuyển")),
        Tab("incoming.done", QCoreApplication.translate("Incoming", "Đã xử lý")),
    ]
    return DocumentDesk(ListColumn(QCoreApplication.translate("Incoming", "Văn bản đến"), tabs))


class IncomingPresenter:
    """Fills a DocumentDesk from the workplace.

    Args:
        workplace: the session's (desktop.session.workplace.Workplace).
        reading: the presenter of the desk's own pane.
        assign_task: told the identifier of a document from which a task is to be given; None hides that act.
        warn: what is known against a document, for the dialog of reception; the reading presenter's verdict otherwise.
        sign, signs: sign a directive, and whether the office asks for it (see ``IncomingActs``).
        print_slip: told the handling and the document whose handling slip is wanted; None hides it.
        to_signing: told a handling's id when the organ is to sign the arrival at the signing desk.
        make_copy: told the identifier of a document that is to be copied; None hides that act.
        copy_link: told the type and identifier of what a link is wanted to.
    """

    def __init__(
        self,
        workplace: Any,
        desk: DocumentDesk,
        reading: ReadingPresenter,
        names: Names,
        notify: Notify,
        *,
        assign_task: Callable[[str], object] | None = None,
        warn: Warn | None = None,
        print_slip: Callable[[Object, Object], object] | None = None,
        to_signing: Callable[[str], object] = lambda _: None,
        make_copy: Callable[[str], object] | None = None,
        copy_link: Callable[[str, str], object] = lambda type_name, object_id: None,
        sign: Sign | None = None,
        signs: Callable[[], bool] = lambda: True,
    ) -> None:
        self._workplace = workplace
        self._desk = desk
        self._column = desk.column
        self._reading = reading
        self._names = names
        self._notify = notify
        self._assign_task = assign_task
        self._print_slip = print_slip
        self._to_signing = to_signing
        self._make_copy = make_copy
        self._copy_link = copy_link
        self._running = Running(lambda error: notify(messages.of_error(error), Tone.BAD))
        self.acts = IncomingActs(
            workplace, desk, names, notify, self._done, self.show_document, warn or reading.warning, sign, signs
        )
        self.older = OlderPresenter(workplace, desk.column.older, notify)
        self._open_id = ""
        self._stale = False
        self._after: int | None = None
        self._seen: dict[str, None] = {}
        self._handling: Object | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._column.boxChanged.connect(lambda *_: self._running.start("box", self._load(moved=True)))
        self._column.list.rowsWanted.connect(lambda keys: self._running.also(self._fetch(keys)))
        self._column.list.chosen.connect(self._chosen)
        self._column.empty.actionTriggered.connect(workplace.sync_now)
        desk.pane.actionTriggered.connect(self._act)

    @property
    def open_id(self) -> str:
        """The handling that is shown."""
        return self._open_id

    @property
    def document(self) -> Object | None:
        """The document that is shown."""
        return self._reading.document

    # Life.

    def start(self) -> None:
        """Show the first box with work in it, and follow what changes."""
        self._unsubscribe = self._workplace.subscribe(self._changed)
        self._reading.nothing()
        self._running.start("box", self._begin())

    async def settled(self) -> None:
        """Wait until nothing is being read or drawn."""
        await self._running.settled()
        await self.acts.settled()
        await self._running.settled()
        await self._reading.settled()

    async def close(self) -> None:
        """Stop; what is typed in a dialog has been kept."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        self.acts.close()
        self.older.close()
        self._running.close()
        await self._reading.close()

    # Boxes and rows.

    async def _begin(self) -> None:
        await self._names.ready()
        self._seen = dict.fromkeys(await self._workplace.preference("incoming.seen", []))
        start = "incoming.toReceive"
        if not await self._workplace.ids(start) and await self._workplace.ids("incoming.toHandle"):
            start = "incoming.toHandle"
        if self._column.box() != start:
            self._column.blockSignals(True)
            self._column.show_box(start)
            self._column.blockSignals(False)
        await self._load(moved=True)

    async def _load(self, *, moved: bool) -> None:
        """The rows of the box in front; after a move to another box, nothing is open yet."""
        box, scope = self._column.box(), self._column.scope()
        keys = await self._workplace.ids(box, scope)
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
            self._column.show_empty("inbox-empty", *self._empty_words(box))
        if self._after is not None and keys and rows.current_place() < 0:
            # The row acted upon has left the box: the next one is up.
            rows.choose_near(self._after if place < 0 else place)
        elif self._after is not None and not keys:
            self._reading.nothing()
            self._open_id = ""
        self._after = None
        # After the rows: at the first start every index is read for them.
        self._show_counts(await self._workplace.counts())

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        scope = self._column.scope()
        self._column.tabs.set_counts({box.key: counts.get(f"{box.key}.{scope}", 0) for box in INCOMING})
        if self._column.switch is not None:
            own, unit = (
                sum(counts.get(f"{box.key}.{which}", 0) for box in INCOMING if box.counted) for which in ("own", "unit")
            )
            self._column.switch.set_counts(own, unit)

    async def _fetch(self, keys: Sequence[str]) -> None:
        await self._names.ready()
        box, scope = self._column.box(), self._column.scope()
        found = await self._workplace.rows(box, scope, keys)
        now, me = self._workplace.clock.now(), self._workplace.me
        rows = {r["handling"]["id"]: incoming_rows.row(r, me, self._names, now, self._seen) for r in found}
        self._column.list.set_rows(rows)

    def _empty_words(self, box: str) -> tuple[str, str, str]:
        sync = QCoreApplication.translate("Incoming", "Đồng bộ ngay")
        words = {
            "incoming.toReceive": (
                QCoreApplication.translate("Incoming", "Không có văn bản chờ tiếp nhận"),
                QCoreApplication.translate("Incoming", "Văn bản mới đến sẽ hiện ở đây."),
                sync,
            ),
            "incoming.toHandle": (
                QCoreApplication.translate("Incoming", "Không còn văn bản chờ xử lý"),
                QCoreApplication.translate("Incoming", "Văn bản đã tiếp nhận hoặc được chuyển đến sẽ hiện ở đây."),
                sync,
            ),
            "incoming.soon": (
                QCoreApplication.translate("Incoming", "Không có văn bản sắp đến hạn"),
                QCoreApplication.translate("Incoming", "Ba ngày tới không có hạn xử lý nào."),
                "",
            ),
            "incoming.overdue": (QCoreApplication.translate("Incoming", "Không có văn bản quá hạn"), "", ""),
        }
        return words.get(box, (QCoreApplication.translate("Incoming", "Không có văn bản nào trong hộp này"), "", ""))

    # What is open.

    def _chosen(self, key: str) -> None:
        if key and key != self._open_id:
            self._running.start("open", self._open_soon(key))

    async def _open_soon(self, key: str) -> None:
        await asyncio.sleep(SETTLE)
        await self._open(key)
        if key not in self._seen:
            await self._remember(key)

    async def _open(self, key: str) -> None:
        handling = await self._workplace.get("Handling", key)
        document = await self._workplace.get("Document", handling["documentId"]) if handling else None
        if handling is None or document is None:
            said = QCoreApplication.translate("Incoming", "Văn bản này chưa về đến máy")
            wait = QCoreApplication.translate("Incoming", "Chờ đồng bộ xong rồi mở lại.")
            self._reading.nothing(said, wait)
            self._open_id = ""
            return
        kinds = await self._workplace.allowed("Handling", key)
        unsent = any(e["act"]["subjectId"] == key for e in await self._workplace.unsent())
        self._open_id, self._handling = key, handling
        assigns = self._assign_task is not None and self._may_assign(handling) and not is_withheld(document)
        self._reading.open(
            document,
            incoming_rows.header(handling, document, self._names, self._workplace.clock.now(), pending=unsent),
            incoming_rows.actions(kinds, assigns=assigns),
            incoming_rows.extras(
                document, kinds, copies=await self._copies(document), prints=self._print_slip is not None
            ),
            arrival_number=handling["arrivalNumber"],
            beside=incoming_rows.beside(handling),
        )

    async def _copies(self, document: Object) -> bool:
        """Whether a copy may be made of it."""
        return self._make_copy is not None and "copy" in await self._workplace.allowed("Document", document["id"])

    def _may_assign(self, handling: Object) -> bool:
        me = self._workplace.me
        return bool(me.roles & {"leader", "chiefOfOffice", "head", "clerk"}) and handling["organId"] == me.organ_id

    async def _remember(self, key: str) -> None:
        self._seen[key] = None
        while len(self._seen) > SEEN:
            del self._seen[next(iter(self._seen))]
        self._column.list.refresh()
        await self._workplace.set_preference("incoming.seen", list(self._seen))

    def show_document(self, document_id: str) -> None:
        """Open my organ's side of a document, wherever it lies (for search, tasks and warnings)."""
        self._running.start("show", self._show_document(document_id))

    def show_handling(self, handling_id: str) -> None:
        """Open one side of a document, in the box where it lies."""
        self._running.start("show", self._show(handling_id))

    async def _show_document(self, document_id: str) -> None:
        held = await self._workplace.select("Handling", (("document_id", "=", document_id),))
        me = self._workplace.me
        held = [h for h in held if h["organId"] == me.organ_id and h["state"] != "revoked"]
        held.sort(key=lambda h: (not me.holds(h["unitId"], h["personId"]), h["role"] != "organ"))
        if held:
            await self._show(held[0]["id"])

    async def _show(self, handling_id: str) -> None:
        handling = await self._workplace.get("Handling", handling_id)
        if handling is None:
            return
        scope = "own" if self._workplace.me.holds(handling["unitId"], handling["personId"]) else "unit"
        box = _box_of(handling)
        if (box, scope) != (self._column.box(), self._column.scope()):
            self._column.blockSignals(True)
            self._column.show_box(box, scope)
            self._column.blockSignals(False)
            await self._load(moved=True)
        if not self._column.list.choose(handling_id):
            await self._open(handling_id)
        self._desk.show_pane()

    # Acts and changes.

    def _act(self, kind: str) -> None:
        document, handling = self._reading.document, self._handling
        if document is None or handling is None:
            return
        if kind == "assignTask" and self._assign_task is not None:
            self._assign_task(document["id"])
        elif kind == "handlingSlip" and self._print_slip is not None:
            self._print_slip(handling, document)
        elif kind == "confirm":
            self._to_signing(handling["id"])
        elif kind == "makeCopy" and self._make_copy is not None:
            self._make_copy(document["id"])
        elif kind == "save":
            self._reading.save_file(MAIN)
        elif kind == "copyLink":
            self._copy_link("Document", document["id"])
        elif kind == "copy":
            text = f"{incoming_rows.notation(document)} {document['subject']}"
            if copy_out(self._desk, text):
                said = QCoreApplication.translate("Incoming", "Đã sao chép số, ký hiệu và trích yếu.")
                self._notify(said, Tone.INFO)
        else:
            self.acts.begin(kind, handling, document)

    def _done(self, kind: str, handling_id: str, values: Mapping[str, Any]) -> None:
        if kind == "receive" and values.get("thenTransfer"):
            self._running.start("then", self._then_transfer(handling_id))
            return
        self._after = max(0, self._column.list.documents.place_of(handling_id))

    async def _then_transfer(self, handling_id: str) -> None:
        await self._show(handling_id)
        await self._open(handling_id)
        self._act("transfer")

    def _changed(self, types: frozenset[str]) -> None:
        if types & {"Person", "Unit"}:
            self._running.start("names", self._names.refresh())
        if types & {"Handling", "Document", "Act"}:
            self._stale = True
            if not self._running.is_running("refresh"):
                self._running.start("refresh", self._refresh())

    async def _refresh(self) -> None:
        """Once for all that changed in a moment; again for what changed meanwhile, so that a long sync is followed."""
        while self._stale:
            await asyncio.sleep(CALM)
            self._stale = False
            await self._load(moved=False)
            if self._open_id and not self._running.is_running("open"):
                await self._open(self._open_id)


def _box_of(handling: Object) -> str:
    """The box in which a handling is looked for first."""
    if handling["role"] == "info" and handling["state"] == "toHandle":
        return "incoming.info"
    by_state = {
        "toReceive": "incoming.toReceive",
        "toHandle": "incoming.toHandle",
        "returned": "incoming.returned",
        "sentBack": "incoming.returned",
        "passedOn": "incoming.passedOn",
    }
    box = by_state.get(handling["state"], "incoming.done")
    assert box in BY_KEY
    return box
