"""One round of signing at the desk: its batch, its progress, what came of it, and going on with one that was cut off.

Knows the run, the journal and the desk's bar; rows and documents belong to the desk's presenter, which is the board
here.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from typing import Any, Protocol

import structlog
from PySide6.QtCore import QCoreApplication

from desktop.presenters import messages, messages_signing, signing_kept, signing_words
from desktop.presenters.signing_batch import LARGEST, Batch, FileResult, Outcome, SignedFile, Step, seconds_left
from desktop.presenters.signing_kept import REST
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_run import SigningRun, Wish, seen_before
from desktop.presenters.tokens import Candidate, Purpose, Tokens
from local_cache import SigningBatch
from local_cache.errors import CacheError
from signing.problems import SigningProblem
from widgets.signing_bar import ResultActions
from widgets.signing_desk import SigningDesk
from widgets.signing_view_data import BatchProgress
from widgets.theme import Tone

translate = QCoreApplication.translate
_log = structlog.get_logger(__name__)
_MOMENT = 0.1  # seconds: oftener nobody reads


class Board(Protocol):
    """What a round needs of the desk's presenter."""

    @property
    def purpose(self) -> Purpose: ...
    def pin_words(self, ids: Sequence[str]) -> str: ...
    def seen(self, ids: Sequence[str]) -> dict[str, Looked]: ...
    def wish(self, ids: Sequence[str], before: Mapping[str, Looked]) -> Wish: ...
    def show_steps(self, results: Iterable[FileResult[SignedFile]]) -> None: ...
    def follow(self, document_id: str) -> None: ...
    def subjects(self, ids: Sequence[str]) -> dict[str, str]: ...
    def present(self) -> None: ...
    async def know(self, ids: Sequence[str], kinds: Mapping[str, str]) -> None: ...
    async def look_again(self, ids: Sequence[str]) -> None: ...


class Workplace(signing_kept.Workplace, Protocol):
    """What this needs of the workplace."""


class Rounds:
    """Signs what is asked for, one batch at a time.

    Attributes:
        batch: the one that runs; None between two.
        last: what the journal says of the latest one.
        is_over: a round has told its result, and only looks at its files once more.
    """

    def __init__(
        self,
        workplace: Workplace,
        run: SigningRun,
        tokens: Tokens,
        desk: SigningDesk,
        board: Board,
        beside: Callable[[Coroutine[Any, Any, None]], asyncio.Task[Any] | None],
    ) -> None:
        self._workplace = workplace
        self._run = run
        self._tokens = tokens
        self._desk = desk
        self._board = board
        self._beside = beside
        self.batch: Batch[SignedFile] | None = None
        self.last: SigningBatch | None = None
        self.is_over = False
        self._ids: tuple[str, ...] = ()
        self._steps: dict[str, Step] = {}
        self._unshown: dict[str, FileResult[SignedFile]] = {}
        self._showing: asyncio.TimerHandle | None = None
        self._holder = ""
        self._started = 0.0
        self._leaving: asyncio.Task[Any] | None = None
        self._left = False

    def begin(self) -> None:
        """Something is about to be signed: its person is there."""
        self._left = False
        self._run.begin()

    def leave(self) -> None:
        """End after the files in hand, for whoever closes; the rest is offered afterwards. Also of a batch to come."""
        self._left = True
        self.steer(Batch.leave)

    @property
    def in_hand(self) -> frozenset[str]:
        """What is being signed at this moment."""
        return frozenset(self._ids) if self.batch is not None else frozenset()

    # -- what was cut off

    async def recall(self) -> None:
        """At the start: send what was signed and had not left, and offer to go on with what is left to sign."""
        self.last = None
        try:
            await signing_kept.settle(self._workplace)
        except CacheError as problem:
            self._desk.show_result(messages.sentence(problem.code), Tone.BAD)
            return
        self.last = await self._latest()
        if self._cut_off():
            await self.show_last()

    async def _latest(self) -> SigningBatch | None:
        return signing_kept.latest(await self._workplace.journal.all(), self._workplace.me)

    def _cut_off(self) -> bool:
        last = self.last
        if last is None or last.kind not in self._desk.kinds():
            return False
        return signing_kept.is_cut_off(last, self._workplace.me)

    async def show_last(self) -> None:
        """The rows of the latest batch with what came of each, and what can be done now."""
        last = self.last
        if last is None:
            return
        await self._board.know([item.id for item in last.items], _kinds_of(last))
        if last.kind == self._desk.kind():
            self._board.show_steps([signing_kept.result_of(item) for item in last.items if item.state not in REST])
        if self._cut_off():
            self._desk.show_result(signing_kept.cut_off_words(last), Tone.WARN)
        self._offer()

    def _offer(self) -> None:
        last = self.last
        if last is None or not signing_kept.is_of(last, self._workplace.me):
            self._desk.show_actions(ResultActions())
            return
        # The other kind's batch is gone on with on its own tab, to which the button leads.
        failed = len(last.ids("failed")) if last.kind == self._desk.kind() else 0
        self._desk.show_actions(ResultActions(self._cut_off(), failed, len(last.items) > 1))

    async def forget(self) -> None:
        """The person gives up what is left of a batch; it stays in the queue like any other document."""
        if self.last is not None and self.batch is None:
            await self._workplace.journal.end(self.last.id)
            self.last = await self._latest()
            self._desk.show_result("")
            self._offer()

    def left_over(self) -> tuple[str, ...]:
        """What of the latest batch has not been tried."""
        return tuple(self.last.ids(*REST)) if self.last is not None else ()

    def failed(self) -> tuple[str, ...]:
        """What of the latest batch failed for a reason of its own."""
        return tuple(self.last.ids("failed")) if self.last is not None else ()

    async def recount(self) -> None:
        """Some of the latest batch were let go: offer what can be done with the rest."""
        if self.batch is None:
            self.last = await self._latest()
            self._offer()

    async def go_on(self) -> None:
        """Sign what is left of a batch that was cut off, as it was agreed then, under a new PIN."""
        last = self.last
        if last is None or self.batch is not None or not self._cut_off():
            return
        if self._desk.kind() != last.kind:
            self._desk.tabs.set_current(last.kind)
        before = {item.id: seen for item in last.items if (seen := seen_before(item.data)) is not None}
        await self._sign(last.ids(*REST), before, last.id)

    async def again(self) -> None:
        """Sign once more what failed for a reason of its own, as it stands on the desk now."""
        if self.last is not None and self.batch is None and self.last.ids("failed"):
            ids = self.last.ids("failed")
            await self._sign(ids, self._board.seen(ids), self.last.id)

    async def sign(self, ids: Sequence[str], seen: Mapping[str, Looked]) -> None:
        """Sign these: a certificate, one PIN, then file by file.

        Args:
            seen: the files when they were asked for; what is put in their place meanwhile is not signed.
        """
        if len(ids) > LARGEST:
            words = translate(
                "SigningDesk", "Mỗi lượt ký nhiều nhất %1 văn bản. Bỏ chọn bớt rồi ký, phần còn lại ký sau."
            )
            self._desk.show_result(words.replace("%1", str(LARGEST)), Tone.WARN)
            return
        await self._sign(tuple(ids), seen, None)

    # -- the round

    async def _sign(self, ids: Sequence[str], before: Mapping[str, Looked], batch_id: str | None) -> None:
        if not self._tokens.take(self):
            words = translate("SigningDesk", "Thiết bị đang ký việc khác. Chờ ký xong việc đó rồi ký các văn bản này.")
            self._desk.show_result(words, Tone.WARN)
            self._offer()
            return
        try:
            await self._sign_alone(ids, before, batch_id)
        finally:
            self._tokens.give_back()

    async def _without(self, ids: Sequence[str], found: Sequence[FileResult[SignedFile]]) -> tuple[str, ...]:
        """What is left to sign beside what was signed before: that is told, and stays as it is."""
        signed = {one.document_id for one in found}
        self._board.show_steps(found)
        text, tone = signing_words.outcome_of(
            Outcome(tuple(found), next((one.problem for one in found if one.problem is not None), None)),
            self._board.subjects([*signed]),
        )
        self._desk.show_result(text, tone)
        return tuple(one for one in ids if one not in signed)

    async def _leave(self, candidate: Candidate) -> None:
        try:
            await self._run.log_out(candidate)
        finally:
            self._tokens.give_back()

    async def _sign_alone(self, ids: Sequence[str], before: Mapping[str, Looked], batch_id: str | None) -> None:
        found = await signing_kept.sent_first(self._workplace, ids)
        if found:
            ids = await self._without(ids, found)
            if not ids:
                return
        candidate = await self._run.pick_certificate(self._board.purpose)
        if candidate is None:
            return
        await self._board.know(ids, _kinds_of(self.last) if batch_id is not None else {})
        pin = await self._run.ask_pin(candidate, self._board.pin_words(ids))
        if pin is None:
            self._desk.show_result(messages_signing.sentence("pinCancelled"), Tone.INFO)
            self._offer()
            return
        self._desk.show_result("")
        self._desk.show_actions(ResultActions())
        wish = self._board.wish(ids, before)
        self._tokens.hold(True)
        try:
            await self._carry_out(wish, candidate, pin, batch_id)
        finally:
            del pin
            self.batch = None
            self._tokens.hold(False)
            self._desk.show_progress(None)
            self._tokens.take(self)
            self._leaving = self._beside(self._leave(candidate))
        self.is_over = True
        try:
            await self._board.look_again(ids)
            self._offer()
        finally:
            self.is_over = False

    async def _carry_out(self, wish: Wish, candidate: Candidate, pin: str, batch_id: str | None) -> None:
        self._ids, self._holder, self._started = wish.ids, candidate.certificate.subject, time.monotonic()
        self._steps = dict.fromkeys(wish.ids, Step.WAITING)
        self._show_progress()
        subjects = self._board.subjects(wish.ids)
        journal = self._workplace.journal
        outcome: Outcome[SignedFile] = Outcome(())
        try:
            if batch_id is None:
                data = signing_kept.seat(self._workplace)
                batch_id = await self._run.write_down(wish, candidate, self._desk.kind(), data)
            else:
                await journal.reopen(batch_id, candidate.certificate.digest, wish.ids)
            if self._leaving is not None:
                # The last round's end must not log this one out.
                await asyncio.wait([self._leaving])
            await self._run.log_in(candidate, pin)
            self.batch = await self._run.batch(wish, candidate, batch_id, self._tell)
            if self._left:
                self.batch.leave()
        except SigningProblem as problem:
            outcome = Outcome(tuple(FileResult(one, Step.LEFT) for one in wish.ids), problem)
        except CacheError as problem:
            self._desk.show_result(messages.sentence(problem.code), Tone.BAD)
            return
        if self.batch is not None:
            self._board.present()
            outcome = await self.batch.run(wish.ids)
            self._show_steps()
        left = self.batch is not None and self.batch.left
        self.last = await self._written(batch_id)
        if self.last is not None and not left and (outcome.stopped_by is None or not self._has_begun()):
            # What came of each file is told, whether or not the disk takes this word of it.
            with contextlib.suppress(CacheError):
                await journal.end(self.last.id)
            self.last = await self._written(batch_id)
        text, tone = signing_words.outcome_of(outcome, subjects)
        if self.last is not None and len(self.last.items) > len(wish.ids):
            whole = translate("SigningDesk", "Cả lô: đã ký %1/%2 văn bản.")
            signed = str(len(self.last.ids("left", "kept")))
            text += " " + whole.replace("%1", signed).replace("%2", str(len(self.last.items)))
        self._desk.show_result(text, tone)

    async def shown(self) -> SigningBatch | None:
        """The batch whose rows are on the desk, as the journal has it now."""
        return await self._written(self.last.id) if self.last is not None else None

    async def _written(self, batch_id: str | None) -> SigningBatch | None:
        """A batch as the journal has it now."""
        return next((one for one in await self._workplace.journal.all() if one.id == batch_id), None)

    def _has_begun(self) -> bool:
        """Whether anything came of the batch: one that the token refused at once leaves the queue as it was."""
        return self.last is not None and bool(self.last.ids("left", "kept"))

    def _tell(self, result: FileResult[SignedFile]) -> None:
        """One file has taken a step: shown with those of the next moment, for a fast token has hundreds a second."""
        self._steps[result.document_id] = result.step
        self._unshown[result.document_id] = result
        if self._showing is None:
            self._showing = asyncio.get_running_loop().call_later(_MOMENT, self._show_steps)

    def _show_steps(self) -> None:
        if self._showing is not None:
            self._showing.cancel()
            self._showing = None
        steps, self._unshown = self._unshown, {}
        self._board.show_steps(steps.values())
        at_work = [one.document_id for one in steps.values() if one.step is Step.SIGNING]
        if at_work:
            self._board.follow(at_work[-1])
        self._show_progress()

    def _show_progress(self) -> None:
        batch, total = self.batch, len(self._ids)
        done = sum(step in (Step.SIGNED, Step.FAILED) for step in self._steps.values())
        paused, ending = batch is not None and batch.paused, batch is not None and batch.ending
        left = seconds_left(done, total, time.monotonic() - self._started)
        text = signing_words.progress_of(done, total, left, self._holder, paused=paused, ending=ending)
        hint = translate("SigningDesk", "Đã nhập mã PIN một lần") if total > 1 else ""
        self._desk.show_progress(BatchProgress(text, done, total, hint, paused=paused, stopping=ending))

    def steer(self, press: Callable[[Batch[SignedFile]], None]) -> None:
        """Pause, resume or cancel."""
        if self.batch is not None:
            press(self.batch)
            self._show_progress()


def _kinds_of(batch: SigningBatch | None) -> dict[str, str]:
    """What each signature of a batch was to be, as the journal has it."""
    items = batch.items if batch is not None else ()
    return {item.id: str(item.data["kind"]) for item in items if item.data.get("kind")}
