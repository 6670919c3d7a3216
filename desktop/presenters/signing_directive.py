"""A leader's directive, signed (bút phê ký số): the handling slip that bears it, with his signature in his own row.

The sixth of the signing acts. What was sent is never written on: the slip is a file of its own, kept beside the
document. Knows the run, the slip and its window.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.office.documents import FileRef
from desktop.presenters import (
    handling_slip,
    messages,
    messages_signing,
    signing_kept,
    signing_kinds,
    signing_pictures,
    signing_places,
    signing_words,
)
from desktop.presenters.names import Names
from desktop.presenters.running import Running
from desktop.presenters.signing_batch import FileResult, NotSigned, SignedFile
from desktop.presenters.signing_kept import Intent
from desktop.presenters.signing_kinds import Deed, Part, Seen
from desktop.presenters.signing_places import Looked, picture_from
from desktop.presenters.signing_run import SigningRun, Wish, plain_options
from desktop.presenters.tokens import Candidate, Purpose, Tokens
from desktop.session.journal import JournalItem
from local_cache.errors import CacheError
from signing.place import Place
from signing.problems import SigningProblem
from signing.zone import VIETNAM
from widgets.paper import A4, pdf_of
from widgets.slip_paper import SlipRow, SlipSheet, slip_paper
from widgets.slip_signing import SlipSigningDialog

if TYPE_CHECKING:
    from signing import sign
    from signing.signer import SigningKey

translate = QCoreApplication.translate
Object = Mapping[str, Any]
ROW = "sign"
"""The anchor of the place in which the leader signs."""
HEIGHT = 50.0
"""Points: the room of a signature in its row, as high as the lines left for it."""


class Directive:
    """The signature of one directive on one side of a document."""

    key = "direct"
    purpose: Purpose = "approve"

    def __init__(self, document: Object, text: str, slip: FileRef, place: Place) -> None:
        self._document = document
        self._text = text
        self._slip = slip
        self._place = place

    async def deed(self, workplace: signing_kinds.Workplace, subject_id: str, seen: Seen) -> Deed:
        """Sign the slip; the directive and the signed slip are one act.

        Raises:
            NotSigned: the document is no longer here to be directed.
        """
        if "direct" not in await workplace.allowed("Handling", subject_id):
            raise NotSigned("notWaiting")
        part = Part(
            self._slip, self._slip["name"], partial(_sign, self._place, seen.picture, workplace.me.person["name"])
        )
        return Deed("direct", "Handling", self._document["id"], _digest(self._document), (part,), self._payload)

    def _payload(self, kept: Sequence[FileRef | None]) -> dict[str, Any]:
        return {"directive": self._text, "file": kept[0]}


def _sign(
    place: Place, picture: bytes | None, name: str, pdf: bytes, key: SigningKey, options: sign.Options
) -> sign.Signed:
    """In a lane: the picture of the handwriting in the row; where there is none, words."""
    from signing import sign
    from signing.appearance import vietnam_time

    look = signing_places.appearance_of(place, picture, (name, vietnam_time(options.clock())))
    return sign.sign_note(pdf, key, look, options)


@dataclass(frozen=True)
class _Wanted:
    """What is to be signed.

    Attributes:
        sheet: the slip with the directive on it.
        place, picture: where the signature stands there, and what it shows.
        replaces: what was signed for this side before with other words and has not been sent: batch and item.
    """

    handling: Object
    document: Object
    text: str
    sheet: SlipSheet
    place: Place
    picture: bytes | None
    replaces: Sequence[JournalItem]


class DirectiveSigning:
    """Signs directives, one at a time.

    Args:
        parent: what the dialogs open over.
        options, now: as the signing desk's.
    """

    def __init__(
        self,
        workplace: Any,
        tokens: Tokens,
        lanes: Lanes,
        parent: QWidget,
        names: Names,
        *,
        options: Callable[[], sign.Options] | None = None,
        now: Callable[[], datetime],
    ) -> None:
        self._workplace = workplace
        self._tokens = tokens
        self._lanes = lanes
        self._parent = parent
        self._names = names
        self._now = now
        self._run = SigningRun(workplace, tokens, lanes, parent, options=options or plain_options, now=now, width=1)
        self._running = Running()
        self._gone = False
        self.dialog: SlipSigningDialog | None = None

    async def sign(self, handling: Object, document: Object, text: str) -> str | None:
        """Show the slip with the signature on it; sign it, and do the act.

        Returns:
            None once the act is safe in the outbox; "" where the person thought better of it; else why it was not
            done.
        """
        # pyHanko is read for those who sign, and not on the window's thread.
        import importlib

        await self._lanes.pages(importlib.import_module, "signing.sign")
        await self._names.ready()
        sheet = await self._sheet(handling, document, text)
        pictures = await signing_pictures.load(self._workplace, "approve", self._now())
        picture = pictures.data
        others = await self._others(handling, document, text)
        paper = slip_paper(sheet)
        place = place_in(paper.place_of(ROW))
        dialog = SlipSigningDialog(paper, self._parent)
        if place is not None:
            dialog.show_signature(place.page, _on_paper(place), picture_from(picture))
        refusal = pictures.refusal()
        if refusal:
            dialog.offer_words()
        if others or refusal:
            dialog.warn(" ".join([*(_replaces(intent) for _, intent in others[-1:]), *([refusal] if refusal else [])]))
        self.dialog = dialog
        try:
            if place is None:
                return messages_signing.sentence("noPlace")
            if self._gone or not await dialog.asked():
                return ""
            refusal = pictures.on(self._now().astimezone(VIETNAM).date()).refusal()
            if refusal and not dialog.words.isChecked():
                return refusal
            replaced = [one for one, _ in others]
            return await self._signed(_Wanted(handling, document, text, sheet, place, picture, replaced))
        finally:
            self.dialog = None
            dialog.deleteLater()

    async def _others(self, handling: Object, document: Object, text: str) -> list[tuple[JournalItem, Intent]]:
        """What is signed for this side and not sent, and is not what is asked for now."""
        position = str(self._workplace.me.position["id"])
        found: list[tuple[JournalItem, Intent]] = []
        for batch_id, item in await self._workplace.journal.kept():
            if item.data.get("kind") != Directive.key or item.id != handling["id"]:
                continue
            intent = Intent.read(item.result)
            same_file = (intent.document_id, intent.digest) == (document["id"], _digest(document))
            same_words = intent.payload.get("directive") == text and intent.position in ("", position)
            if not (same_file and same_words):
                found.append((JournalItem(batch_id, item.id, {"code": "replaced", "args": {}}), intent))
        return found

    async def _sheet(self, handling: Object, document: Object, text: str) -> SlipSheet:
        """The slip as it stands, with the new directive as its last row."""
        acts = await self._workplace.history(document["id"])
        me, now = self._workplace.me, self._now()
        sheet = handling_slip.sheet(document, handling, acts, me, self._names, now, blank=0)
        when = handling_slip.moment_words(now)
        row = SlipRow(when, me.person["name"], me.position["title"], text, sign=ROW)
        return replace(sheet, rows=(*sheet.rows, row), signatures=())

    async def _signed(self, wanted: _Wanted) -> str | None:
        if not self._tokens.take(self):
            return translate(
                "Directive", "Đang ký một lô văn bản ở bàn ký. Chờ ký xong hoặc dừng lô đó, rồi ký ý kiến này."
            )
        try:
            return await self._signed_alone(wanted)
        except CacheError as problem:
            # The form stays open with its words, whichever step the disk refused.
            return messages.of_error(problem)
        finally:
            self._tokens.give_back()

    async def _signed_alone(self, wanted: _Wanted) -> str | None:
        subject = wanted.handling["id"]
        if not wanted.replaces:
            found = await signing_kept.sent_first(self._workplace, [subject], Directive.key)
            if found:
                # Signed before and not sent: it has gone now, or waits still; it is not signed twice.
                return signing_words.reason_of(found[0]) or None
        candidate = await self._run.pick_certificate("approve")
        if candidate is None:
            return ""
        pin = await self._run.ask_pin(candidate, translate("Directive", "Ký số ý kiến chỉ đạo"))
        if pin is None:
            return messages_signing.sentence("pinCancelled")
        for one in wanted.replaces:
            # Let go before anything is signed anew: whatever comes of that, the words taken back are not sent.
            await self._workplace.journal.give_up(one)
        wish = await self._wish_of(wanted)
        results: list[FileResult[SignedFile]] = []
        self._tokens.hold(True)
        try:
            batch_id = await self._run.write_down(wish, candidate, Directive.key, signing_kept.seat(self._workplace))
            try:
                await self._run.log_in(candidate, pin)
                batch = await self._run.batch(wish, candidate, batch_id, results.append)
                outcome = await batch.run(wish.ids)
            finally:
                # One directive: what is not signed now is asked for again from its form. Where the disk does not
                # take this word of it, nothing is lost; a form that said so would have it signed twice.
                with contextlib.suppress(CacheError):
                    await self._workplace.journal.end(batch_id)
        except SigningProblem as problem:
            return messages_signing.of_problem(problem)
        finally:
            del pin
            self._tokens.hold(False)
            if self._run.is_entered:
                self._tokens.take(self)
                self._running.also(self._leave(candidate))
            else:
                await self._run.log_out(candidate)
        if outcome.stopped_by is not None:
            return signing_words.sentence_of(outcome.stopped_by)
        return next((signing_words.reason_of(r) for r in outcome.results if r.problem is not None), None)

    async def _wish_of(self, wanted: _Wanted) -> Wish:
        """The slip with these words, drawn and kept, and what is to be signed on it."""
        subject = wanted.handling["id"]
        pdf = await self._lanes.pages(lambda: pdf_of(slip_paper(wanted.sheet)))
        name = f"Phieu-xu-ly-{wanted.handling.get('arrivalNumber') or 'van-ban'}.pdf"
        slip = await self._workplace.keep_file(pdf, name, "application/pdf")
        return Wish(
            "approve",
            {subject: Directive(wanted.document, wanted.text, slip, wanted.place)},
            {subject: Looked(slip["digest"], (wanted.place,), 0)},
            {Directive.key: wanted.picture},
        )

    async def _leave(self, candidate: Candidate) -> None:
        try:
            await self._run.log_out(candidate)
        finally:
            self._tokens.give_back()

    async def settled(self) -> None:
        """Wait until nothing runs (for tests)."""
        await self._running.settled()

    def dismiss(self) -> None:
        """Ask nothing any more, for good: the person has gone. What the token is asked for already is finished."""
        self._gone = True
        self._run.dismiss()
        if self.dialog is not None:
            self.dialog.reject()

    def close(self) -> None:
        """Wait for no answer any more."""
        self.dismiss()
        self._running.close()


def _digest(document: Object) -> str:
    return str((document.get("file") or {}).get("digest") or "")


def _replaces(before: Intent) -> str:
    words = translate(
        "Directive",
        "Văn bản này còn một ý kiến đã ký mà chưa gửi được: “%1”. Bấm Ký số thì ký ý kiến dưới đây thay cho bản đó; "
        "bản đã ký đó bị bỏ, không gửi.",
    )
    return words.replace("%1", str(before.payload.get("directive") or ""))


def place_in(found: tuple[int, QRectF] | None) -> Place | None:
    """The room for a signature, from the lower left corner in points; None where the row was not found.

    Args:
        found: the page, and the row's paragraph from the page's upper left corner in tenths of a point.
    """
    if found is None:
        return None
    page, box = found
    height = A4.height() / 10
    top = height - box.top() / 10 - 1
    return Place(page, (box.left() / 10, max(0.0, top - HEIGHT), box.right() / 10, top))


def _on_paper(place: Place) -> QRectF:
    """The same from the upper left corner in tenths of a point."""
    left, bottom, right, top = place.rect
    return QRectF(left * 10, A4.height() - top * 10, (right - left) * 10, (top - bottom) * 10)
