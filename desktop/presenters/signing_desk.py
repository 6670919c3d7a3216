"""The signing desk's presenter: what waits for my signature, where it will stand, and a result for each file.

Knows the workplace, the desk, and the parts beside it (places, pictures, words, run). A leader approves what was
submitted to him; a clerk who keeps the seal seals what has been approved and numbered, in that order and no other
(Decree 30/2020, art. 32).
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication

from desktop.lanes import Lanes
from desktop.presenters import (
    formats,
    forms,
    messages,
    needs,
    remark_words,
    returning,
    signing_catalogue,
    signing_pictures,
    signing_places,
    signing_seal_kinds,
    signing_words,
)
from desktop.presenters.names import Names
from desktop.presenters.pages import PdfPages
from desktop.presenters.picture_manager import PictureManager
from desktop.presenters.running import Running
from desktop.presenters.signing_ahead import LARGEST as LARGEST_AHEAD
from desktop.presenters.signing_ahead import Ahead, Key
from desktop.presenters.signing_batch import WIDTH, Batch, FileResult, NotSigned, SignedFile, Step
from desktop.presenters.signing_kinds import Kind
from desktop.presenters.signing_looks import Looks
from desktop.presenters.signing_pictures import Pictures
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_results import Results
from desktop.presenters.signing_round import Rounds
from desktop.presenters.signing_run import SigningRun, Wish, plain_options, subjects_of
from desktop.presenters.slips import open_slip
from desktop.presenters.tokens import Purpose, Tokens
from local_cache import SigningBatch
from signing.place import Place
from signing.zone import VIETNAM
from widgets.arrival_dialog import ArrivalDialog
from widgets.remark_marks import Mark
from widgets.signing_bar import ResultActions
from widgets.signing_desk import PlaceChoice, Preview, SigningDesk
from widgets.signing_queue import QueueRow
from widgets.theme import Tone

if TYPE_CHECKING:
    from signing.sign import Options

translate = QCoreApplication.translate


LOOKED_AHEAD = 20
"""Arrivals whose files are looked at before anybody asks for them."""


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
    needs.Selected,
    needs.Practising,
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
        self._kind_of: dict[str, Kind] = {}
        self._extra: set[str] = set()
        self._looks = Looks(workplace, lanes)
        self._now = now
        self.pictures = PictureManager(workplace, lanes, now=now, changed=self._pictures_changed, say=say)
        self._done: dict[str, QueueRow] = {}
        self._order: list[str] = []
        self._pictures: dict[str, Pictures] = {}
        self._pages: PdfPages | None = None
        self._pages_named: Key = ()
        self._ahead = Ahead()
        self._results = Results(
            workplace, lanes, desk, self._say, self._running, self._items_of, desk.queue.set_current
        )
        self.rounds = Rounds(workplace, self._run, tokens, desk, self, self._running.also)
        self._shown = ""
        self._seat = ("", "")
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
        desk.results_asked.connect(lambda: start("results", self._results.show()))
        desk.pause_asked.connect(lambda: rounds.steer(Batch.pause))
        desk.resume_asked.connect(lambda: rounds.steer(Batch.resume))
        desk.cancel_asked.connect(lambda: rounds.steer(Batch.cancel))
        desk.place_chosen.connect(self._choose_place)
        desk.place_here_asked.connect(self._place_here)
        desk.placed.connect(self._place)
        desk.place_reset_asked.connect(self._found_again)
        desk.picture_chosen.connect(lambda _id, key: self._choose_picture(key))
        desk.slip_asked.connect(lambda key: start("slip", self._open_slip(key)))
        desk.mark_asked.connect(lambda key: start("mark", self._fill_mark(key)))
        desk.refuse_asked.connect(self.refuse)
        desk.remark_asked.connect(lambda key: self._remark is not None and self._remark(key))
        self._unsubscribe = self._workplace.subscribe(self._changed)

    def _sign(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """One round at a time: the PIN of one is not asked over another's."""
        if not self._running.is_running("sign"):
            self._running.start("sign", self._with_good_pictures(what))
        elif self.rounds.is_over:
            # Its result is on the desk while it looks at the files once more: what is asked for now is not passed over.
            self._running.start("next", self._next(what))

    async def _next(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        await self._running.ended("sign")
        self._sign(what)

    async def _with_good_pictures(self, what: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """A picture that is another now, or has run out since it was shown, is not signed with before it was seen."""
        if self._seat != self._seat_now():
            await self.open()
            return
        today = self._now().astimezone(VIETNAM).date()
        refusals = [said for one in self._pictures.values() if (said := one.on(today).refusal())]
        if refusals:
            await self._load_pictures()
            self._present()
            self._desk.show_result(" ".join(refusals), Tone.BAD)
            return
        before = dict(self._pictures)
        await self._load_pictures()
        if any(not one.shows_as(self._pictures[key]) for key, one in before.items()):
            self._present()
            words = translate("SigningDesk", "Ảnh chữ ký hoặc con dấu vừa đổi. Xem lại trên trang rồi bấm ký lại.")
            self._desk.show_result(words, Tone.WARN)
            return
        await what()

    # -- life

    async def open(self) -> None:
        """Fill the desk for the first time, or again for another position."""
        if self._names is not None:
            await self._names.ready()
        me, self._seat = self._workplace.me, self._seat_now()
        organ = await self._workplace.get("Unit", me.organ_id) or me.organ
        kinds = signing_catalogue.kinds_for(
            leader=bool(me.roles & {"leader", "chiefOfOffice"}), keeper=me.id in organ["sealKeepers"]
        )
        self._pictures.clear()
        self._extra.clear()
        self._desk.set_kinds(kinds, kinds[0].key)
        await self.fill(fresh=True)
        await self.rounds.recall()

    async def close(self) -> None:
        """End everything; what is being signed is finished by its lane and forgotten."""
        self._unsubscribe()
        self.rounds.steer(Batch.leave)
        self._run.dismiss()
        self._running.close()
        self.pictures.close()
        self._desk.view.set_source(None)
        if self._pages is not None:
            await self._pages.close()
        await self._ahead.close()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    def show_document(self, document_id: str) -> None:
        """Bring a document that waits to the front, whichever kind of signature it waits for."""
        self._running.start("find", self._find(document_id))

    async def _find(self, document_id: str) -> None:
        for key in self._keys():
            if document_id in await self._waiting(key) or await self._asked_for(key, document_id):
                if key != self._desk.kind():
                    self._desk.tabs.set_current(key)
                await self.fill()
                self._desk.queue.set_current(document_id)
                # Whoever comes from elsewhere to sign a document has chosen it.
                self._desk.queue.queue.check([document_id], on=True)
                return

    async def _asked_for(self, key: str, subject_id: str) -> bool:
        """Whether it may be signed though its queue does not list it: an arrival of long ago, asked for by name."""
        kind = signing_catalogue.KINDS[key]
        item = (await kind.items(self._workplace, [subject_id])).get(subject_id) if key == "confirm" else None
        if item is None or not kind.waits(item):
            return False
        self._extra.add(subject_id)
        return True

    @property
    def open_id(self) -> str:
        """The document that is shown."""
        return self._shown

    @property
    def is_signing(self) -> bool:
        """Whether a round is on its way, from the press of the button to its result."""
        return self._running.is_running("sign") and not self.rounds.is_over

    async def batch_over(self) -> None:
        """Wait until nothing is being signed: what runs under one PIN is not cut off in the middle.

        A batch that was paused goes no further: whoever paused it wanted to look again. Nor is a PIN waited for.
        """
        batch = self.rounds.batch
        if batch is not None and batch.paused:
            batch.leave()
        self._run.dismiss()
        await self._running.ended("sign")

    @property
    def purpose(self) -> Purpose:
        """Which of the person's keys signs what is in front."""
        return signing_catalogue.KINDS[self._keys_shown()[0]].purpose

    def _keys(self) -> tuple[str, ...]:
        """The kinds that this person signs; not the tab that holds several."""
        return tuple(key for key in self._desk.kinds() if key != signing_catalogue.ALL)

    def _keys_shown(self) -> tuple[str, ...]:
        """The kinds in front."""
        key = self._desk.kind()
        return signing_catalogue.of_seal() if key == signing_catalogue.ALL else (key,)

    def _kind(self, subject_id: str) -> Kind:
        """What signing this one is."""
        return self._kind_of.get(subject_id) or signing_catalogue.KINDS[self._keys_shown()[0]]

    def _changed(self, types: frozenset[str]) -> None:
        # Each signature of a batch changes a document: the queue is filled anew when the batch is through.
        if not types & {"Document", "Handling", "Unit", "Person"} or self.rounds.batch is not None:
            return
        if self._seat[0] and self._seat != self._seat_now():
            # Another organ's queue, another organ's stamp: nothing of the one before may stay on the desk.
            self._running.start("fill", self.open())
        else:
            self._running.start("fill", self.fill())

    def _seat_now(self) -> tuple[str, str]:
        """The organ and the position that is signed for."""
        me = self._workplace.me
        return me.organ_id, str(me.position["id"])

    def _failed(self, error: Exception) -> None:
        self._desk.show_progress(None)
        self._say(messages.of_error(error), Tone.BAD)

    # -- the queue

    async def fill(self, *, fresh: bool = False) -> None:
        """Show what waits. What the last batch did stays in its place until the next one, so that it can be read.

        Args:
            fresh: forget the last batch.
        """
        if fresh:
            self._done.clear()
            self._order.clear()
            self._desk.show_result("")
            self._desk.show_actions(ResultActions())
        waiting = {key: await self._waiting(key) for key in self._keys()}
        shown = [(key, waiting.get(key, {})) for key in self._keys_shown()]
        for key, items in shown:
            self._documents.update(items)
            self._kind_of.update(dict.fromkeys(items, signing_catalogue.KINDS[key]))
        if not self._pictures:
            await self._load_pictures()
        ids = [one for _, items in shown for one in items]
        kept = [one for one in self._order if one in ids or one in self._done]
        self._order = kept + [one for one in ids if one not in kept]
        counts = {key: len(items) for key, items in waiting.items()}
        counts[signing_catalogue.ALL] = sum(counts.get(key, 0) for key in signing_catalogue.of_seal())
        self._desk.set_counts(counts)
        self._desk.set_empty(*signing_catalogue.empty_words(self._desk.kind()))
        checked = set(self._desk.queue.queue.checked())
        self._desk.set_rows([self._row(one, checked=one in checked) for one in self._order])
        self._running.start("look", self._look_at_all(tuple(ids)))

    async def _waiting(self, key: str) -> dict[str, dict[str, Any]]:
        """What waits for a kind of signature, in the order of its box."""
        kind = signing_catalogue.KINDS[key]
        ids = list(await self._workplace.ids(f"signing.{key}", "own"))
        if key == "confirm":
            ids += [one for one in self._extra if one not in ids]
        items = await kind.items(self._workplace, ids)
        return {one: items[one] for one in ids if one in items and kind.waits(items[one])}

    def _row(self, document_id: str, *, checked: bool) -> QueueRow:
        if document_id in self._done:
            return replace(self._done[document_id], checked=checked and not self._done[document_id].done)
        document = self._documents[document_id]
        key = self._kind(document_id).key
        place, tone = signing_words.place_of(
            self._looked_now(document_id), self._looks.trouble(document_id), key, self._name(document_id)
        )
        mixed = signing_catalogue.short_name(key) if self._desk.kind() == signing_catalogue.ALL else ""
        return QueueRow(
            id=document_id,
            subject=formats.subject(document),
            line=signing_words.line_of(document, key, mixed),
            place=place,
            place_tone=tone,
            checked=checked,
            urgency=int(document.get("urgency") or 0),
        )

    def _refresh_row(self, document_id: str) -> None:
        if document_id in self._order:
            checked = document_id in self._desk.queue.queue.checked()
            self._desk.update_rows([self._row(document_id, checked=checked)])

    def _is_done(self, document_id: str) -> bool:
        return document_id in self._done and self._done[document_id].done

    def _name(self, document_id: str) -> str:
        signer = self._documents[document_id].get("signer")
        return signer["name"] if signer else self._workplace.me.person["name"]

    def _looked_now(self, document_id: str) -> Looked | None:
        return self._looks.of(self._documents[document_id])

    # -- looking at the files

    async def _look_at_all(self, ids: Sequence[str]) -> None:
        # A week of arrivals is much to bring over the line: the others are looked at when their turn comes.
        arrivals = [one for one in ids if self._kind(one).key == "confirm"]
        later = set(arrivals[LOOKED_AHEAD:])
        for document_id in ids:
            wanted = document_id not in later and not self._is_done(document_id)
            if wanted and self._looked_now(document_id) is None:
                await self._look_at(document_id)

    async def _look_at(self, document_id: str) -> bytes | None:
        kind = self._kind(document_id)
        self._documents[document_id] = item = await kind.detail(self._workplace, self._documents[document_id])
        pdf = await self._looks.look(item, kind, self._name(document_id))
        self._refresh_row(document_id)
        return pdf

    async def _show(self, document_id: str) -> None:
        """Bring a document to the front: its pages, then the box on them."""
        if document_id not in self._documents:
            self._shown = ""
            self._desk.show_preview(None)
            return
        self._shown = document_id
        key = self._pages_key(document_id)
        if self._pages is None or key != self._pages_named:
            pages = self._ahead.take(key)
            if pages is None:
                pages = await self._open_pages(document_id)
            before, named = self._pages, self._pages_named
            self._pages, self._pages_named = pages, key
            self._desk.view.set_source(pages)
            if before is not None:
                await self._ahead.put(named, before)
        self._present()
        self._reveal()
        self._running.start("ahead", self._read_ahead(document_id))

    async def _open_pages(self, document_id: str) -> PdfPages | None:
        pdf = await self._look_at(document_id)
        if pdf is None:
            return None
        document, signed = self._documents[document_id], self._is_done(document_id)
        pages = await self._looks.pages(pdf, document, self._kind(document_id), signed=signed)
        self._refresh_row(document_id)
        return pages

    def _pages_key(self, document_id: str) -> Key:
        """All that changes what the pages of a document show."""
        document = self._documents[document_id]
        digest = (document.get("file") or {}).get("digest")
        kind, signed = self._kind(document_id).key, self._is_done(document_id)
        return (document_id, digest, document.get("notation"), document.get("documentDate"), kind, signed)

    async def _read_ahead(self, document_id: str) -> None:
        """Open what the keys lead to next, its page with the signature drawn."""
        at = self._order.index(document_id) if document_id in self._order else -1
        for near in (at + 1, at - 1):
            if at < 0 or not 0 <= near < len(self._order) or self._order[near] not in self._documents:
                continue
            other = self._order[near]
            key = self._pages_key(other)
            size = int((self._documents[other].get("file") or {}).get("size") or 0)
            if key in self._ahead or not 0 < size <= LARGEST_AHEAD:
                continue
            pages = await self._open_pages(other)
            if pages is None:
                continue
            looked = self._looked_now(other)
            page = looked.shown.page if looked is not None and looked.shown is not None else 0
            pages.request(min(page, pages.page_count - 1), self._desk.view.device_scale())
            await self._ahead.put(key, pages)

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
        key = self._kind(document_id).key
        pictures = self._pictures.get(key, Pictures())
        legend, tone = signing_words.legend_of(looked, self._looks.trouble(document_id), key)
        if done:
            legend, tone = "", Tone.NEUTRAL
        movable = looked is not None and not done and self.rounds.batch is None
        placement = None
        if looked is not None and not done:
            image = signing_places.drawing_from(looked.drawing) or signing_places.picture_from(pictures.data)
            stamp = self._looks.size.get("seal") or signing_places.STAMP
            placement = signing_places.placement_of(looked, image, stamp)
        self._desk.show_preview(
            Preview(
                title=document.get("notation") or translate("SigningDesk", "Chờ cấp số"),
                legend=legend if movable or tone is not Tone.NEUTRAL else "",
                legend_tone=tone,
                placement=placement,
                movable=movable,
                moved=looked is not None and looked.moved is not None and bool(looked.places),
                places=self._choices(looked, document_id) if key in ("approve", "seal") else (),
                pictures=pictures.choices() if key in ("approve", "seal") else (),
                slip=bool(document.get("slip")),
                mark=key == "confirm" and movable,
                refusable=key == "approve" and not done,
                remarks=remark_words.desk_words(document, writes=key == "approve" and not done)
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

    def _choices(self, looked: Looked | None, document_id: str) -> tuple[PlaceChoice, ...]:
        return signing_places.choices_of(looked, self._name(document_id)) if looked is not None else ()

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
        size = self._looks.size.get(looked.purpose)
        place = signing_places.middle_of(page, source.page_size(page), looked, size)
        self._set_looked(document_id, looked.moving(place))
        self._reveal()

    def _set_looked(self, document_id: str, looked: Looked) -> None:
        self._looks.put(document_id, looked)
        self._running.also(self._looks.remember(document_id))
        self._refresh_row(document_id)
        self._present()

    def _choose_picture(self, key: str) -> None:
        if key == "manage":
            self.pictures.show(self._desk.window())
            return
        key_of = self._kind_of.get(self._shown)
        self._running.start("picture", self._use_picture(key, key_of.key if key_of is not None else "approve"))

    async def _use_picture(self, key: str, kind: str) -> None:
        owner = self._workplace.me.organ_id if kind == "seal" else self._workplace.me.id
        await signing_pictures.choose(self._workplace, owner, key)
        await self._load_pictures()
        self._present()

    def _pictures_changed(self) -> None:
        self._running.start("picture", self._pictures_again())

    async def _pictures_again(self) -> None:
        await self._load_pictures()
        self._present()

    async def _load_pictures(self) -> None:
        """What each kind of signature shows now, and how large: the places are made to its measure."""
        self._looks.size["seal"] = await signing_pictures.stamp_size(self._workplace)
        for key in self._keys():
            found = await signing_pictures.load(self._workplace, key, self._now())
            self._pictures[key] = found
            if key in ("approve", "seal"):
                self._looks.size[key] = found.size

    # -- arrival mark, slip and refusal

    async def _fill_mark(self, subject_id: str) -> None:
        """Ask what the arrival mark says beside number and day; kept until it is signed."""
        item = self._documents.get(subject_id)
        if item is None or self._is_done(subject_id):
            return
        number = translate("SigningDesk", "Số đến %1").replace("%1", str(item["handling"]["arrivalNumber"]))
        dialog = ArrivalDialog(f"{number} · {formats.subject(item)}", self._desk)
        dialog.fill({"transfer": item.get("transfer") or "", "dossier": item.get("dossier") or ""})
        forms.mark(dialog, "confirm", "Handling", subject_id)
        dialog.submitted.connect(lambda values: self._running.also(self._keep_mark(dialog, subject_id, values)))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()

    async def _keep_mark(self, dialog: ArrivalDialog, subject_id: str, values: dict[str, Any]) -> None:
        await self._workplace.save_draft(signing_seal_kinds.draft_key(subject_id), "confirm", values)
        dialog.accept()
        # Where it was put by hand is remembered.
        self._looks.forget(subject_id)
        await self._look_at(subject_id)
        self._present()

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
        kinds = {one: self._kind(one) for one in ids}
        looked = self._looks.all()
        for document_id, agreed in before.items():
            now = self._looked_now(document_id) if document_id in self._documents else None
            if now is None or now.digest != agreed.digest or (now.place is None and agreed.place is not None):
                looked[document_id] = agreed
        keys = {kind.key for kind in kinds.values()}
        pictures = {key: self._pictures.get(key, Pictures()).data for key in keys}
        names = {one: formats.subject(self._documents[one]) for one in ids if one in self._documents}
        return Wish(self.purpose, kinds, looked, pictures, self._look_now, names)

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

    def show_steps(self, results: Iterable[FileResult[SignedFile]]) -> None:
        """Files have taken a step."""
        self._desk.update_rows([self._stepped(one) for one in results if one.document_id in self._documents])

    def _stepped(self, result: FileResult[SignedFile]) -> QueueRow:
        document_id = result.document_id
        self._done.pop(document_id, None)
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
        return row

    def follow(self, document_id: str) -> None:
        """Keep in view what is being signed."""
        row = self._desk.queue.queue.row_of(document_id)
        if row >= 0:
            self._desk.queue.scrollTo(self._desk.queue.queue.index(row))

    def pin_words(self, ids: Sequence[str]) -> str:
        """What the PIN is asked for."""
        return signing_catalogue.pin_words({self._kind(one).key for one in ids}, len(ids))

    def present(self) -> None:
        """Say anew what is in front."""
        self._present()

    async def know(self, ids: Sequence[str], kinds: Mapping[str, str]) -> None:
        """Have these at hand, also those that wait no more.

        Args:
            kinds: what each was to be, of a batch that was cut off.
        """
        for one in ids:
            if one in kinds:
                self._kind_of[one] = signing_catalogue.KINDS[kinds[one]]
            kind = self._kind(one)
            if kind.key not in self._pictures:
                self._pictures[kind.key] = await signing_pictures.load(self._workplace, kind.key, self._now())
            self._documents.update(await kind.items(self._workplace, [one]))

    async def _items_of(self, batch: SigningBatch) -> dict[str, dict[str, Any]]:
        kinds = {item.id: str(item.data["kind"]) for item in batch.items}
        await self.know(list(kinds), kinds)
        return {one: self._documents[one] for one in kinds if one in self._documents}

    async def look_again(self, ids: Sequence[str]) -> None:
        """After a batch: everything as it is now."""
        await self.know(ids, {})
        for one in ids:
            if self._kind(one).key == "confirm" and self._is_done(one):
                await self._workplace.drop_draft(signing_seal_kinds.draft_key(one))
        await self.fill()
        await self._show(self._shown)
