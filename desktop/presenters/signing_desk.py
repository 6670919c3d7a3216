"""The signing desk's presenter: what waits for my signature, where it will stand, and a result for each file.

Knows the workplace, the desk, and the parts beside it (places, pictures, words, run). A leader approves what was
submitted to him; a clerk who keeps the seal seals what has been approved and numbered, in that order and no other
(Decree 30/2020, art. 32).
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from desktop.lanes import Lanes
from desktop.presenters import (
    formats,
    messages,
    needs,
    remark_words,
    returning,
    signing_kinds,
    signing_pictures,
    signing_places,
    signing_words,
)
from desktop.presenters.names import Names
from desktop.presenters.pages import PdfPages
from desktop.presenters.running import Running
from desktop.presenters.signing_batch import WIDTH, Batch, FileResult, NotSigned, SignedFile, Step
from desktop.presenters.signing_looks import Looks
from desktop.presenters.signing_pictures import Pictures
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_round import Rounds
from desktop.presenters.signing_run import SigningRun, Wish, plain_options, subjects_of
from desktop.presenters.slips import open_slip
from desktop.presenters.tokens import Purpose, Tokens
from signing.place import Place
from widgets.remark_marks import Mark
from widgets.signing_bar import ResultActions
from widgets.signing_desk import Preview, SigningDesk, SigningKind
from widgets.signing_queue import QueueRow
from widgets.theme import Tone

if TYPE_CHECKING:
    from signing.sign import Options

translate = QCoreApplication.translate


class Workplace(
    needs.Told,
    needs.OneObject,
    needs.Several,
    needs.BoxIds,
    needs.Allowed,
    needs.SigningByJournal,
    needs.Files,
    needs.FormDrafts,
    needs.Preferences,
    Protocol,
):
    """What this needs of the workplace."""


class SigningPresenter:
    """Fills the desk and carries out what the person asks there.

    Args:
        options: what signing goes by (trust, time-stamping, algorithm).
        say: tells the person something once, above the desks.
        now: the central's time.
        width: how many files are in hand at once.
        remark: told the document whose remarks are to be written or read; None hides them.
    """

    def __init__(
        self,
        workplace: Workplace,
        desk: SigningDesk,
        tokens: Tokens,
        lanes: Lanes,
        *,
        options: Callable[[], Options] | None = None,
        say: Callable[[str, Tone], None] = lambda text, tone: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        width: int = WIDTH,
        names: Names | None = None,
        remark: Callable[[str], object] | None = None,
    ) -> None:
        self._workplace = workplace
        self._names = names
        self._remark = remark
        self._desk = desk
        self._tokens = tokens
        self._lanes = lanes
        self._say = say
        self._running = Running(self._failed)
        self._run = SigningRun(workplace, tokens, lanes, desk, options=options or plain_options, now=now, width=width)
        self._documents: dict[str, dict[str, Any]] = {}
        self._looks = Looks(workplace, lanes)
        self._done: dict[str, QueueRow] = {}
        self._order: list[str] = []
        self._pictures: dict[str, Pictures] = {}
        self._pages: PdfPages | None = None
        self.rounds = Rounds(workplace, self._run, tokens, desk, self, self._running.also)
        self._shown = ""
        self._connect()

    def _connect(self) -> None:
        desk, start = self._desk, self._running.start
        desk.kind_changed.connect(lambda _key: start("fill", self.fill(fresh=True)))
        desk.current_changed.connect(lambda key: start("show", self._show(key)))
        rounds = self.rounds
        desk.sign_asked.connect(lambda ids: self._sign(lambda: rounds.sign(list(ids))))
        desk.continue_asked.connect(lambda: self._sign(rounds.go_on))
        desk.again_asked.connect(lambda: self._sign(rounds.again))
        desk.forget_asked.connect(lambda: start("forget", rounds.forget()))
        desk.pause_asked.connect(lambda: rounds.steer(Batch.pause))
        desk.resume_asked.connect(lambda: rounds.steer(Batch.resume))
        desk.cancel_asked.connect(lambda: rounds.steer(Batch.cancel))
        desk.place_chosen.connect(self._choose_place)
        desk.place_here_asked.connect(self._place_here)
        desk.placed.connect(self._place)
        desk.place_reset_asked.connect(self._found_again)
        desk.picture_chosen.connect(lambda _id, key: self._choose_picture(key))
        desk.slip_asked.connect(lambda key: start("slip", self._open_slip(key)))
        desk.refuse_asked.connect(self.refuse)
        desk.remark_asked.connect(lambda key: self._remark is not None and self._remark(key))
        self._unsubscribe = self._workplace.subscribe(self._changed)

    def _sign(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """One round at a time: the PIN of one is not asked over another's."""
        if not self._running.is_running("sign"):
            self._running.start("sign", what())

    # -- life

    async def open(self) -> None:
        """Fill the desk for the first time, or again for another position."""
        if self._names is not None:
            await self._names.ready()
        me = self._workplace.me
        kinds = []
        if me.roles & {"leader", "chiefOfOffice"}:
            kinds.append(
                SigningKind("approve", translate("SigningDesk", "Ký duyệt"), translate("SigningDesk", "Ký duyệt"))
            )
        organ = await self._workplace.get("Unit", me.organ_id) or me.organ
        if me.id in organ["sealKeepers"]:
            kinds.append(
                SigningKind(
                    "seal", translate("SigningDesk", "Ký số cơ quan"), translate("SigningDesk", "Ký số cơ quan")
                )
            )
        if not kinds:
            kinds.append(SigningKind("approve", translate("SigningDesk", "Chờ ký"), translate("SigningDesk", "Ký")))
        self._pictures.clear()
        self._desk.set_kinds(kinds, kinds[0].key)
        await self.fill(fresh=True)
        await self.rounds.recall()

    async def close(self) -> None:
        """End everything; what is being signed is finished by its lane and forgotten."""
        self._unsubscribe()
        self.rounds.steer(Batch.cancel)
        self._run.dismiss()
        self._running.close()
        self._desk.view.set_source(None)
        if self._pages is not None:
            await self._pages.close()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    def show_document(self, document_id: str) -> None:
        """Bring a document that waits to the front, whichever kind of signature it waits for."""
        self._running.start("find", self._find(document_id))

    async def _find(self, document_id: str) -> None:
        for kind in self._desk.kinds():
            if document_id in await self._workplace.ids(f"signing.{kind}", "own"):
                if kind != self._desk.kind():
                    self._desk.tabs.set_current(kind)
                await self.fill()
                self._desk.queue.set_current(document_id)
                return

    @property
    def open_id(self) -> str:
        """The document that is shown."""
        return self._shown

    async def batch_over(self) -> None:
        """Wait until nothing is being signed: what runs under one PIN is not cut off in the middle.

        A batch that was paused goes no further: whoever paused it wanted to look again. Nor is a PIN waited for.
        """
        batch = self.rounds.batch
        if batch is not None and batch.paused:
            batch.cancel()
        self._run.dismiss()
        await self._running.ended("sign")

    @property
    def purpose(self) -> Purpose:
        """What is signed now."""
        return "seal" if self._desk.kind() == "seal" else "approve"

    def _changed(self, types: frozenset[str]) -> None:
        # Each signature of a batch changes a document: the queue is filled anew when the batch is through.
        if types & {"Document", "Unit", "Person"} and self.rounds.batch is None:
            self._running.start("fill", self.fill())

    def _failed(self, error: Exception) -> None:
        self._desk.show_progress(None)
        self._say(messages.of_error(error), Tone.BAD)

    # -- the queue

    async def fill(self, *, fresh: bool = False) -> None:
        """Show what waits. What the last batch did stays in its place until the next one, so that it can be read.

        Args:
            fresh: forget the last batch.
        """
        purpose = self.purpose
        if fresh:
            self._done.clear()
            self._order.clear()
            self._desk.show_result("")
            self._desk.show_actions(ResultActions())
        counts = {key: list(await self._workplace.ids(f"signing.{key}", "own")) for key in ("approve", "seal")}
        documents = await self._workplace.many("Document", counts[purpose])
        self._documents.update(documents)
        kept = [one for one in self._order if one in documents or one in self._done]
        self._order = kept + [one for one in counts[purpose] if one in documents and one not in kept]
        self._desk.set_counts({key: len(ids) for key, ids in counts.items()})
        if purpose not in self._pictures:
            self._pictures[purpose] = await signing_pictures.load(self._workplace, purpose)
        self._say_empty(purpose)
        checked = set(self._desk.queue.queue.checked())
        self._desk.set_rows([self._row(one, checked=one in checked) for one in self._order])
        self._running.start("look", self._look_at_all(tuple(documents)))

    def _say_empty(self, purpose: Purpose) -> None:
        if purpose == "seal":
            hint = translate("SigningDesk", "Văn bản đã được lãnh đạo ký duyệt và đã cấp số sẽ hiện ở đây.")
            self._desk.set_empty(translate("SigningDesk", "Không có văn bản chờ ký số cơ quan"), hint)
        else:
            self._desk.set_empty(
                translate("SigningDesk", "Không có văn bản chờ ký"),
                translate("SigningDesk", "Văn bản trình ký sẽ hiện ở đây."),
            )

    def _row(self, document_id: str, *, checked: bool) -> QueueRow:
        if document_id in self._done:
            return replace(self._done[document_id], checked=checked and not self._done[document_id].done)
        document = self._documents[document_id]
        place, tone = signing_words.place_of(
            self._looked_now(document_id), self._looks.trouble(document_id), self.purpose, self._name(document_id)
        )
        return QueueRow(
            id=document_id,
            subject=formats.subject(document),
            line=signing_words.line_of(document, self.purpose),
            place=place,
            place_tone=tone,
            checked=checked,
            urgency=int(document.get("urgency") or 0),
        )

    def _refresh_row(self, document_id: str) -> None:
        if document_id in self._order:
            checked = document_id in self._desk.queue.queue.checked()
            self._desk.update_row(self._row(document_id, checked=checked))

    def _is_done(self, document_id: str) -> bool:
        return document_id in self._done and self._done[document_id].done

    def _name(self, document_id: str) -> str:
        signer = self._documents[document_id].get("signer")
        return signer["name"] if signer else self._workplace.me.person["name"]

    def _looked_now(self, document_id: str) -> Looked | None:
        return self._looks.of(self._documents[document_id])

    # -- looking at the files

    async def _look_at_all(self, ids: Sequence[str]) -> None:
        for document_id in ids:
            if self._looked_now(document_id) is None and document_id not in self._done:
                await self._look_at(document_id)

    async def _look_at(self, document_id: str) -> bytes | None:
        pdf = await self._looks.look(self._documents[document_id], self.purpose, self._name(document_id))
        self._refresh_row(document_id)
        return pdf

    async def _show(self, document_id: str) -> None:
        """Bring a document to the front: its pages, then the box on them."""
        if document_id not in self._documents:
            self._shown = ""
            self._desk.show_preview(None)
            return
        self._shown = document_id
        pages = None
        pdf = await self._look_at(document_id)
        if pdf is not None:
            document, signed = self._documents[document_id], self._is_done(document_id)
            pages = await self._looks.pages(pdf, document, self.purpose, signed=signed)
            self._refresh_row(document_id)
        before, self._pages = self._pages, pages
        self._desk.view.set_source(pages)
        if before is not None:
            await before.close()
        self._present()
        self._reveal()

    def _reveal(self) -> None:
        """Scroll to where the signature stands, or will stand."""
        looked = self._looks.last(self._shown)
        if looked is not None and looked.shown is not None:
            self._desk.reveal(looked.shown.page, looked.shown.rect)

    def _present(self) -> None:
        """Say anew what is in front: header, legend, box, menus."""
        document_id = self._shown
        if document_id not in self._documents:
            return
        document, looked = self._documents[document_id], self._looked_now(document_id)
        done = self._is_done(document_id)
        pictures = self._pictures.get(self.purpose, Pictures())
        legend, tone = signing_words.legend_of(looked, self._looks.trouble(document_id), self.purpose)
        if done:
            legend, tone = "", Tone.NEUTRAL
        movable = looked is not None and not done and self.rounds.batch is None
        placement = None
        if looked is not None and not done:
            image = signing_places.picture_from(pictures.data)
            placement = signing_places.placement_of(looked, image)
        self._desk.show_preview(
            Preview(
                title=document.get("notation") or translate("SigningDesk", "Chờ cấp số"),
                legend=legend if movable or tone is not Tone.NEUTRAL else "",
                legend_tone=tone,
                placement=placement,
                movable=movable,
                moved=looked is not None and looked.moved is not None and bool(looked.places),
                places=signing_places.choices_of(looked, self._name(document_id)) if looked is not None else (),
                pictures=pictures.choices() if self.purpose == "approve" else (),
                slip=bool(document.get("slip")),
                refusable=self.purpose == "approve" and not done,
                remarks=remark_words.action_words(document, writes=self.purpose == "approve" and not done)
                if self._remark is not None
                else "",
                marks=self._marks(document),
            )
        )

    def _marks(self, document: dict[str, Any]) -> tuple[Mark, ...]:
        """The remarks that stand on the version in front."""
        pages, file = self._pages, document.get("file")
        if pages is None or not file or self._names is None:
            return ()
        found = remark_words.listed(document, file["digest"])
        return tuple(remark_words.marks(found, self._names, pages.size_or_none))

    # -- place and picture

    def _choose_place(self, document_id: str, key: str) -> None:
        looked = self._looked_now(document_id)
        if looked is not None:
            self._set_looked(document_id, looked.choosing(int(key)))
            self._reveal()

    def _place(self, document_id: str, page: int, rect: tuple[float, float, float, float]) -> None:
        looked = self._looked_now(document_id)
        if looked is not None:
            left, bottom, right, top = rect
            before = looked.shown
            self._set_looked(document_id, looked.moving(Place(page, (left, bottom, right, top))))
            if before is not None and before.page != page:
                self._reveal()

    def _found_again(self, document_id: str) -> None:
        looked = self._looked_now(document_id)
        if looked is not None:
            self._set_looked(document_id, looked.found_again())
            self._reveal()

    def _place_here(self, document_id: str, page: int) -> None:
        looked, source = self._looked_now(document_id), self._desk.view.source()
        if looked is None or source is None:
            return
        size = self._looks.size.get(self.purpose)
        place = signing_places.middle_of(page, source.page_size(page), looked, size)
        self._set_looked(document_id, looked.moving(place))
        self._reveal()

    def _set_looked(self, document_id: str, looked: Looked) -> None:
        self._looks.put(document_id, looked)
        self._running.also(self._looks.remember(document_id))
        self._refresh_row(document_id)
        self._present()

    def _choose_picture(self, key: str) -> None:
        if key == "file":
            dialog = QFileDialog(self._desk, translate("SigningDesk", "Chọn ảnh chữ ký"))
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilters([translate("SigningDesk", "Ảnh PNG nền trong suốt (*.png)")])
            dialog.fileSelected.connect(lambda path: self._running.start("picture", self.take_picture(path)))
            dialog.open()
            return
        self._pictures[self.purpose] = self._pictures[self.purpose].choosing(key)
        self._present()

    async def take_picture(self, path: str) -> None:
        """Use a picture from the disk from now on."""
        before = self._pictures.get("approve", Pictures())
        taken = await signing_pictures.take(self._workplace, self._lanes, before, path)
        if taken is None:
            self._say(
                translate("SigningDesk", "Không đọc được ảnh, hoặc ảnh lớn hơn 2 MB. Chọn ảnh PNG nền trong suốt."),
                Tone.BAD,
            )
            return
        self._pictures["approve"] = taken
        self._present()

    # -- slip and refusal

    async def _open_slip(self, document_id: str) -> None:
        document = self._documents.get(document_id)
        if document is not None:
            author = await self._workplace.get("Person", document.get("authorId") or "")
            open_slip(document, author["name"] if author else "", self._desk)

    def refuse(self, document_id: str) -> None:
        """Open the form in which a document is returned to its author."""
        self._running.start("refuse", self._refuse(document_id))

    async def _refuse(self, document_id: str) -> None:
        document = self._documents.get(document_id) or await self._workplace.get("Document", document_id)
        if document is None:
            return
        await returning.open_form(
            self._workplace,
            document,
            self._desk,
            self._running,
            lambda: self._say(translate("SigningDesk", "Đã trả lại văn bản cho người soạn."), Tone.GOOD),
            type_name="Signing",
        )

    # -- signing: what the round asks of the desk

    def wish(self, ids: Sequence[str], before: Mapping[str, Looked]) -> Wish:
        """What is to be signed; for one that was cut off, where it was agreed to stand unless it was moved since."""
        kind = signing_kinds.KINDS[self.purpose]
        looked = self._looks.all()
        for document_id, agreed in before.items():
            now = self._looked_now(document_id) if document_id in self._documents else None
            if now is None or now.digest != agreed.digest or (now.place is None and agreed.place is not None):
                looked[document_id] = agreed
        pictures = {kind.key: self._pictures.get(self.purpose, Pictures()).data}
        names = {one: formats.subject(self._documents[one]) for one in ids if one in self._documents}
        return Wish(self.purpose, dict.fromkeys(ids, kind), looked, pictures, self._look_now, names)

    async def _look_now(self, document_id: str) -> Looked | None:
        """A file that has not been looked at when its turn comes.

        Raises:
            NotSigned: what stands in the way.
        """
        await self._look_at(document_id)
        trouble = self._looks.trouble(document_id)
        if trouble is not None:
            raise NotSigned(trouble[0], dict(trouble[1]))
        return self._looked_now(document_id)

    def subjects(self, ids: Sequence[str]) -> dict[str, str]:
        """What the documents are about, by id."""
        return subjects_of(self._documents, ids)

    def show_step(self, result: FileResult[SignedFile]) -> None:
        """One file has taken a step."""
        document_id = result.document_id
        self._done.pop(document_id, None)
        if document_id not in self._documents:
            return
        status, tone = signing_words.status_of(result)
        signed = result.step is Step.SIGNED
        row = replace(self._row(document_id, checked=not signed), status=status, tone=tone, done=signed)
        reason = signing_words.reason_of(result)
        if reason:
            row = replace(row, place=reason, place_tone=Tone.WARN)
        if result.step not in (Step.WAITING, Step.LEFT):
            self._done[document_id] = row
            if document_id not in self._order:
                self._order.append(document_id)
        self._desk.update_row(row)
        if result.step is Step.SIGNING:
            self._desk.queue.scrollTo(self._desk.queue.queue.index(self._desk.queue.queue.row_of(document_id)))

    def present(self) -> None:
        """Say anew what is in front."""
        self._present()

    async def know(self, ids: Sequence[str]) -> None:
        """Have these documents at hand, also those that wait no more."""
        self._documents.update(await self._workplace.many("Document", list(ids)))

    async def look_again(self, ids: Sequence[str]) -> None:
        """After a batch: everything as it is now."""
        await self.know(ids)
        await self.fill()
        await self._show(self._shown)
