"""The signing desk's presenter: brings its parts together, from the queue to what came of each file.

Knows the workplace, the desk, and those parts (queue, front, pictures, rounds). A leader approves what was
submitted to him; a clerk who keeps the seal seals what has been approved and numbered, in that order and no other
(Decree 30/2020, art. 32).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt

from desktop.lanes import Lanes
from desktop.presenters import (
    formats,
    messages,
    needs,
    signing_catalogue,
    signing_queue,
    signing_seal_kinds,
)
from desktop.presenters.names import Names
from desktop.presenters.picture_manager import PictureManager
from desktop.presenters.running import Running
from desktop.presenters.signing_batch import WIDTH, Batch, FileResult, SignedFile
from desktop.presenters.signing_beside import Beside
from desktop.presenters.signing_chosen import Chosen
from desktop.presenters.signing_front import Front
from desktop.presenters.signing_looks import Looks
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_queue import Queue
from desktop.presenters.signing_results import Results
from desktop.presenters.signing_round import Rounds
from desktop.presenters.signing_run import SigningRun, Wish, plain_options, subjects_of
from desktop.presenters.tokens import Purpose, Tokens
from local_cache import SigningBatch
from widgets.signing_bar import ResultActions
from widgets.signing_desk import SigningDesk
from widgets.signing_view_data import SigningKind
from widgets.theme import Tone

if TYPE_CHECKING:
    from signing.sign import Options

translate = QCoreApplication.translate


class Workplace(signing_queue.Workplace, needs.Told, needs.SigningByJournal, needs.Files, needs.Preferences, Protocol):
    """What this needs of the workplace."""


class SigningPresenter:
    """Fills the desk and carries out what the person asks there.

    Args:
        options: what signing goes by (trust, time-stamping, algorithm).
        say: tells the person something once, above the desks.
        now: the central's time.
        width: how many files are in hand at once.
        remark: told the document whose remarks are to be written or read; None hides them.
        kinds: of signatures; those of the person's position where none are named.
        ready: asked with what is to be signed before anybody is asked for a PIN; after False nothing is signed.

    Attributes:
        queue, front, chosen, rounds: what waits, the document in front, the pictures in use, what is signed.
        pictures: the window in which pictures are kept.
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
        kinds: Sequence[SigningKind] | None = None,
        ready: Callable[[Sequence[str]], Awaitable[bool]] | None = None,
    ) -> None:
        self._kinds = kinds
        self._ready = ready
        self._workplace = workplace
        self._names = names
        self._remark = remark
        self._desk = desk
        self._say = say
        self._running = Running(self._failed)
        self._run = SigningRun(workplace, tokens, lanes, desk, options=options or plain_options, now=now, width=width)
        self._looks = Looks(workplace, lanes)
        self.queue = Queue(workplace, desk, self._looks, self._running)
        self.chosen = Chosen(workplace, self._looks, now)
        self.pictures = PictureManager(workplace, lanes, now=now, changed=self._pictures_changed, say=say)
        self._results = Results(
            lambda: self.rounds.shown(), lanes, desk, self._say, self._running, self._items_of, desk.queue.set_current
        )
        self.rounds = Rounds(workplace, self._run, tokens, desk, self, self._running.also)
        self.front = Front(
            desk,
            self.queue,
            self._looks,
            self.chosen,
            self._running,
            signing=lambda: self.rounds.batch is not None,
            names=names,
            remarks=remark is not None,
        )
        self._beside = Beside(workplace, desk, self.queue, self._running, say=say, looked_again=self._looked_again)
        self._seat = ("", "")
        self._connect()

    def _connect(self) -> None:
        desk, start = self._desk, self._running.start
        desk.kind_changed.connect(lambda _key: start("fill", self.fill(fresh=True)))
        desk.current_changed.connect(lambda key: start("show", self.front.show(key)))
        rounds = self.rounds
        desk.sign_asked.connect(self._sign_chosen)
        desk.continue_asked.connect(lambda: self._sign(rounds.go_on, rounds.left_over()))
        desk.again_asked.connect(lambda: self._sign(rounds.again, rounds.failed()))
        desk.forget_asked.connect(lambda: start("forget", rounds.forget()))
        desk.results_asked.connect(lambda: start("results", self._results.show()))
        desk.pause_asked.connect(lambda: rounds.steer(Batch.pause))
        desk.resume_asked.connect(lambda: rounds.steer(Batch.resume))
        desk.cancel_asked.connect(lambda: rounds.steer(Batch.cancel))
        desk.page.picture_chosen.connect(lambda _id, key: self._choose_picture(key))
        desk.page.remark_asked.connect(lambda key: self._remark is not None and self._remark(key))
        self._unsubscribe = self._workplace.subscribe(self._changed)

    def _sign_chosen(self, ids: Sequence[str]) -> None:
        seen = self.seen(ids)
        self._sign(lambda: self.rounds.sign(list(ids), seen), tuple(ids))

    def _sign(self, what: Callable[[], Coroutine[Any, Any, None]], ids: Sequence[str]) -> None:
        """One round at a time: the PIN of one is not asked over another's."""
        if not self._running.is_running("sign"):
            self.rounds.begin()
            self._running.start("sign", self._with_good_pictures(what, ids))
        elif self.rounds.is_over:
            # Its result is on the desk while it looks at the files once more: what is asked for now is not passed over.
            self._running.start("next", self._next(what, ids))

    async def _next(self, what: Callable[[], Coroutine[Any, Any, None]], ids: Sequence[str]) -> None:
        await self._running.ended("sign")
        self._sign(what, ids)

    async def _with_good_pictures(self, what: Callable[[], Coroutine[Any, Any, None]], ids: Sequence[str]) -> None:
        """A picture that is another now, or has run out since it was shown, is not signed with before it was seen."""
        if self._seat != self._seat_now():
            await self.open()
            return
        ticked = [self.queue.kind(one).key for one in self._desk.queue.queue.checked()]
        refusals = self.chosen.refusals(ticked or self.queue.keys())
        if refusals:
            await self._pictures_again()
            self._desk.show_result(" ".join(refusals), Tone.BAD)
            return
        if await self.chosen.changed(self.queue.keys()):
            self.front.present()
            words = translate("SigningDesk", "Ảnh chữ ký hoặc con dấu vừa đổi. Xem lại trên trang rồi bấm ký lại.")
            self._desk.show_result(words, Tone.WARN)
            return
        if self._ready is None or await self._ready(ids):
            await what()

    # -- life

    async def open(self) -> None:
        """Fill the desk for the first time, or again for another position."""
        if self._names is not None:
            await self._names.ready()
        me, self._seat = self._workplace.me, self._seat_now()
        organ = await self._workplace.get("Unit", me.organ_id) or me.organ
        kinds = self._kinds or signing_catalogue.kinds_for(
            leader=bool(me.roles & {"leader", "chiefOfOffice"}), keeper=me.id in organ["sealKeepers"]
        )
        self.chosen.clear()
        self.queue.clear()
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
        await self.front.close()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    def show_document(self, document_id: str) -> None:
        """Bring a document that waits to the front, whichever kind of signature it waits for."""
        self._running.start("find", self._find(document_id))

    async def _find(self, document_id: str) -> None:
        key = await self.queue.kind_waited_for(document_id)
        if key is None:
            return
        if key != self._desk.kind():
            self._desk.tabs.set_current(key)
        await self.fill()
        self._desk.queue.set_current(document_id)
        # Whoever comes from elsewhere to sign a document has chosen it.
        self._desk.queue.queue.check([document_id], on=True)

    async def lead_to_place(self, document_id: str) -> None:
        """Bring a document to the front whose place is to be chosen, and the keyboard to where that is done."""
        self._desk.queue.set_current(document_id)
        if self._desk.panes.is_single():
            self._desk.panes.show_right()
        await self._running.ended("show")
        self._desk.page.place_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, document_id: str) -> None:
        """Open the form in which a document is returned to its author."""
        self._beside.refuse(document_id)

    @property
    def open_id(self) -> str:
        """The document that is shown."""
        return self.front.shown

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
        await self.signing_over()

    async def signing_over(self) -> None:
        """Wait until nothing is being signed; whoever is asked for a PIN meanwhile may answer."""
        await self._running.ended("sign")

    @property
    def purpose(self) -> Purpose:
        """Which of the person's keys signs what is in front."""
        return self.queue.purpose

    def _changed(self, types: frozenset[str]) -> None:
        # Each signature of a batch changes a document: the queue is filled anew when the batch is through.
        if not types & {"Document", "Handling", "Unit", "Person"} or self.rounds.batch is not None:
            return
        if not self._desk.kinds():
            return  # It is being opened, and is filled then.
        if self._seat[0] and self._seat != self._seat_now():
            # Another organ's queue, another organ's stamp: nothing of the one before may stay on the desk.
            self._running.start("fill", self.open())
        else:
            self._running.start("fill", self._fill_again())

    async def _fill_again(self) -> None:
        """Something has changed: what was seen of it is seen anew before it is signed."""
        await self.fill()
        if self.front.is_outdated:
            self._running.start("show", self.front.show(self.front.shown))

    def _seat_now(self) -> tuple[str, str]:
        """The organ and the position that is signed for."""
        me = self._workplace.me
        return me.organ_id, str(me.position["id"])

    def _failed(self, error: Exception) -> None:
        self._desk.show_progress(None)
        self._say(messages.of_error(error), Tone.BAD)

    async def fill(self, *, fresh: bool = False) -> None:
        """Show what waits. What the last batch did stays in its place until the next one, so that it can be read.

        Args:
            fresh: forget the last batch.
        """
        if fresh:
            self.queue.forget_last()
            self._desk.show_result("")
            self._desk.show_actions(ResultActions())
        if not self.chosen.loaded:
            await self.chosen.load(self.queue.keys())
        if await self.queue.fill():
            words = translate("SigningDesk", "Văn bản đã chọn vừa được thay tệp nên đã bỏ chọn. Xem lại rồi chọn ký.")
            self._say(words, Tone.WARN)

    async def let_go(self, ids: Collection[str]) -> None:
        """Their workplace has let these go: show them no more. Not while anything is being signed."""
        self.queue.let_go(ids)
        await self.fill()
        if not self.queue.order:
            self._running.cancel("show")
            await self.front.clear()
        await self.rounds.recount()

    async def _looked_again(self, document_id: str) -> None:
        """What will stand on the page has changed. Where it was put by hand is remembered."""
        self._looks.forget(document_id)
        await self.queue.look_at(document_id)
        self.front.present()

    # -- pictures

    def _choose_picture(self, key: str) -> None:
        if key == "manage":
            self.pictures.show(self._desk.window())
            return
        kind = self.queue.kind(self.front.shown).key
        self._running.start("picture", self._use_picture(key, kind))

    async def _use_picture(self, key: str, kind: str) -> None:
        await self.chosen.use(kind, key)
        await self._pictures_again()

    def _pictures_changed(self) -> None:
        self._running.start("picture", self._pictures_again())

    async def _pictures_again(self) -> None:
        await self.chosen.load(self.queue.keys())
        self.front.present()

    # -- signing: what the round asks of the desk

    def seen(self, ids: Sequence[str]) -> dict[str, Looked]:
        """What was seen of these files, as they are now."""
        known = [one for one in ids if one in self.queue.documents]
        return {one: looked for one in known if (looked := self.queue.looked(one)) is not None}

    def wish(self, ids: Sequence[str], before: Mapping[str, Looked]) -> Wish:
        """What is to be signed; of ``before``, as it was agreed unless it was moved since."""
        kinds = {one: self.queue.kind(one) for one in ids}
        looked = self._looks.all()
        for document_id, agreed in before.items():
            now = self.queue.looked(document_id) if document_id in self.queue.documents else None
            if now is None or now.digest != agreed.digest or (now.place is None and agreed.place is not None):
                looked[document_id] = agreed
        keys = {kind.key for kind in kinds.values()}
        pictures = {key: self.chosen.of(key).data for key in keys}
        names = {one: formats.subject(self.queue.documents[one]) for one in ids if one in self.queue.documents}
        return Wish(self.purpose, kinds, looked, pictures, self.queue.look_now, names)

    def subjects(self, ids: Sequence[str]) -> dict[str, str]:
        """What the documents are about, by id."""
        return subjects_of(self.queue.documents, ids)

    def show_steps(self, results: Iterable[FileResult[SignedFile]]) -> None:
        """Files have taken a step."""
        self.queue.show_steps(results)

    def follow(self, document_id: str) -> None:
        """Keep in view what is being signed."""
        self.queue.follow(document_id)

    def pin_words(self, ids: Sequence[str]) -> str:
        """What the PIN is asked for."""
        return signing_catalogue.pin_words({self.queue.kind(one).key for one in ids}, len(ids))

    def present(self) -> None:
        """Say anew what is in front."""
        self.front.present()

    async def know(self, ids: Sequence[str], kinds: Mapping[str, str]) -> None:
        """Have these at hand, also those that wait no more.

        Args:
            kinds: what each was to be, of a batch that was cut off.
        """
        await self.queue.know(ids, kinds)
        for one in ids:
            await self.chosen.know(self.queue.kind(one).key)

    async def _items_of(self, batch: SigningBatch) -> dict[str, dict[str, Any]]:
        kinds = {item.id: str(item.data["kind"]) for item in batch.items}
        await self.know(list(kinds), kinds)
        return {one: self.queue.documents[one] for one in kinds if one in self.queue.documents}

    async def look_again(self, ids: Sequence[str]) -> None:
        """After a batch: everything as it is now."""
        await self.know(ids, {})
        for one in ids:
            if self.queue.kind(one).key == "confirm" and self.queue.is_done(one):
                await self._workplace.drop_draft(signing_seal_kinds.draft_key(one))
        await self.fill()
        await self.front.show(self.front.shown)
