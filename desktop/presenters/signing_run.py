"""Signing itself: a certificate of the person's own, one PIN, then file by file, each an act of its own.

Knows the tokens, ``signing.sign``, the workplace and the PIN dialog. The PIN goes from the dialog to the token and is
kept nowhere between.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.lanes import Lanes
from desktop.office.documents import FileRef, blob_id
from desktop.presenters import needs, pin_asking, signing_kinds
from desktop.presenters.signing_batch import Batch, FileResult, Hands, NotSigned, SignedFile
from desktop.presenters.signing_kept import ALONE, UNSENT, Intent, send
from desktop.presenters.signing_kinds import Deed, Part, Seen, Signature
from desktop.presenters.signing_places import Looked
from desktop.presenters.signing_turn import SUBJECT, KeyInTurn, Turn
from desktop.presenters.tokens import Candidate, Purpose, Tokens
from desktop.session.errors import CentralError, NotThere
from desktop.session.journal import JournalItem
from local_cache.errors import CacheError, ItemConflict
from signing.effort import Effort
from signing.place import Place
from signing.problems import (
    CertificateChainBroken,
    CertificateRevoked,
    CertificateUnfit,
    FileProblem,
    PdfTooBig,
    PinCancelled,
    SigningProblem,
)
from signing.sizes import check_size
from widgets.pin_dialog import KeypadDialog

if TYPE_CHECKING:
    from signing import sign
    from signing.signer import SigningKey


_BAD = (CertificateRevoked, CertificateUnfit, CertificateChainBroken)
"""What is known of a certificate once it has been asked after."""


class Workplace(signing_kinds.Workplace, needs.SigningByJournal, needs.OneFile, Protocol):
    """What this needs of the workplace."""


@dataclass(frozen=True)
class Wish:
    """What is to be signed, and how it is to look.

    Attributes:
        purpose: which of the person's keys signs; the kinds of one wish all take the same.
        kinds: what each signature is, by the id that the queue names it by.
        looked: what was seen of each file, by the same id: its digest and the place.
        pictures: PNG of the handwriting or the stamp, by kind; None puts words in its place.
        look: looks at a file that has not been looked at yet; raises NotSigned where something stands in the way.
        names: what each is called, where a token asks for the PIN each time.
    """

    purpose: Purpose
    kinds: Mapping[str, Signature]
    looked: Mapping[str, Looked]
    pictures: Mapping[str, bytes | None]
    look: Callable[[str], Awaitable[Looked | None]] | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """What is signed, in order."""
        return tuple(self.kinds)


class SigningRun:
    """Carries out wishes, one at a time.

    Args:
        window: what the dialogs open over.
        options: what signing goes by; allowed certificates, clock and standing are put in here.
    """

    def __init__(
        self,
        workplace: Workplace,
        tokens: Tokens,
        lanes: Lanes,
        window: QWidget,
        *,
        options: Callable[[], sign.Options],
        now: Callable[[], datetime],
        width: int,
    ) -> None:
        self._workplace = workplace
        self._tokens = tokens
        self._lanes = lanes
        self._window = window
        self._options = options
        self._now = now
        self._width = width
        self._effort = Effort()
        self._asking: QDialog | None = None
        self._keypad: KeypadDialog | None = None
        self._gone = asyncio.Event()
        self._late: asyncio.Future[None] | None = None

    def begin(self) -> None:
        """Somebody is there again, and can be asked."""
        self._gone.clear()

    async def pick_certificate(self, purpose: Purpose) -> Candidate | None:
        """The person's certificate; asked for where there are several, explained where there is none."""
        await self._tokens.look()
        found = self._tokens.settled_choice(purpose)
        if found is not None or self._gone.is_set():
            return found
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog = self._tokens.dialog(self._window, purpose)
        dialog.chosen.connect(lambda key: answer.done() or answer.set_result(key))
        dialog.rejected.connect(lambda: answer.done() or answer.set_result(""))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        self._asking = dialog
        dialog.open()
        try:
            key = await answer
        finally:
            self._asking = None
        return await self._tokens.choose(purpose, key) if key else None

    async def ask_pin(self, candidate: Candidate, purpose: str, *, each: bool = False) -> str | None:
        """The PIN; empty where the reader asks for it itself; None when the person thought better of it."""
        if self._gone.is_set():
            return None
        request = self._tokens.pin_request(candidate, purpose, each=each)
        return await pin_asking.ask(request, self._window, self._is_asking)

    def _is_asking(self, dialog: QDialog | None) -> None:
        self._asking = dialog

    def dismiss(self) -> None:
        """Wait for no answer any more: whoever was asked for a certificate or a PIN has gone. Nor ask until `begin`."""
        self._gone.set()
        if self._asking is not None:
            self._asking.reject()
        self._close_keypad()

    def _close_keypad(self) -> None:
        keypad, self._keypad = self._keypad, None
        if keypad is not None:
            keypad.accept()

    async def log_in(self, candidate: Candidate, pin: str) -> None:
        """Open the token for a batch.

        Raises:
            SigningProblem: PinWrong, PinLocked, TokenMissing and kin; PinCancelled where whoever was to enter the
                PIN on the token itself has gone: what the token answers afterwards starts nothing.
        """
        if not candidate.token.flags.protected_path:
            await self._lanes.network(candidate.source.login, candidate.token.serial, pin)
            return
        if self._gone.is_set():
            raise PinCancelled
        self._keypad = waiting = KeypadDialog(candidate.token.label, self._window)
        waiting.finished.connect(lambda _code: waiting.deleteLater())
        waiting.open()
        entering = asyncio.ensure_future(self._lanes.network(candidate.source.login, candidate.token.serial, None))
        # It may fail when nobody waits for it any more.
        entering.add_done_callback(lambda done: done.cancelled() or done.exception())
        leaving = asyncio.ensure_future(self._gone.wait())
        try:
            await asyncio.wait({entering, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            leaving.cancel()
            self._close_keypad()
        if self._gone.is_set():
            self._late = entering
            raise PinCancelled
        await entering

    @property
    def is_entered(self) -> bool:
        """Whether a PIN is still being entered on a token that nobody waits for any more."""
        return self._late is not None and not self._late.done()

    async def log_out(self, candidate: Candidate) -> None:
        """Close the token after a batch, and look what it says of itself now; first its keypad has to answer."""
        late, self._late = self._late, None
        if late is not None:
            await asyncio.wait([late])
        # A token that was pulled out is logged out already.
        with contextlib.suppress(SigningProblem):
            await self._lanes.network(candidate.source.logout, candidate.token.serial)
        await self._tokens.look()

    async def write_down(self, wish: Wish, candidate: Candidate, kind: str, data: Any) -> str:
        """Put what is about to be signed into the journal; the batch's id there.

        Args:
            kind: as the desk's tab names it.

        Raises:
            CacheError: nothing may be signed then.
        """
        items = [(one, _seen_of(wish.kinds[one], wish.looked.get(one))) for one in wish.ids]
        alone = kind in ALONE
        return await self._workplace.journal.begin(kind, candidate.certificate.digest, items, data, alone=alone)

    async def batch(
        self, wish: Wish, candidate: Candidate, batch_id: str, tell: Callable[[FileResult[SignedFile]], None]
    ) -> Batch[SignedFile]:
        """A batch ready to run, its certificate already found good.

        Args:
            batch_id: of the journal.

        Raises:
            SigningProblem: the certificate may not sign.
        """
        loop = asyncio.get_running_loop()

        def ask_each() -> str:
            """For tokens that want the PIN at each signature; called in a lane's thread."""
            words = QCoreApplication.translate("SigningDesk", "Thiết bị hỏi mã PIN cho từng văn bản. Đang ký: %1")
            words = words.replace("%1", SUBJECT.get())
            pin = asyncio.run_coroutine_threadsafe(self.ask_pin(candidate, words, each=True), loop).result()
            if pin is None:
                raise PinCancelled
            return pin

        turn, hands = Turn(), Hands()
        key = KeyInTurn(candidate.source.key(candidate.token, candidate.certificate, ask_each), turn)
        allowed = await self._tokens.allowed(wish.purpose)
        options = replace(await self._lanes.network(self._options), allowed=allowed, clock=self._now)
        try:
            options = await self._lanes.signing(options.for_batch, key)
        except _BAD as problem:
            self._tokens.learn(candidate, problem)  # so that no PIN is asked for it again
            raise
        means = _Means(wish, key, options, batch_id, hands, str(self._workplace.me.position["id"]))

        async def one(subject_id: str) -> SignedFile:
            return await self._one(subject_id, means)

        return Batch(one, tell, self._width, turn)

    async def _one(self, subject_id: str, means: _Means) -> SignedFile:
        """One document, its end written down."""
        journal, mark = self._workplace.journal, (subject_id, "failed")
        try:
            return await self._sign(subject_id, means)
        except CacheError as error:
            # A disk that is full for this file is full for the next.
            raise NotSigned(error.code, stops=error.code == "diskFull") from error
        except (NotSigned, FileProblem) as problem:
            if problem.code == UNSENT or (isinstance(problem, NotSigned) and problem.refused):
                raise  # The journal has it as kept, or with its refused act, where it is.
            args = problem.sentence_args if isinstance(problem, NotSigned) else dict(problem.args_map)
            await journal.mark(means.batch_id, (*mark, {"code": problem.code, "args": args}))
            raise
        except SigningProblem:
            await journal.mark(means.batch_id, (subject_id, "waiting", None))
            raise

    async def _sign(self, subject_id: str, means: _Means) -> SignedFile:
        """Sign one document's files and send the act; looked at afresh, for much may have happened since."""
        wish, journal = means.wish, self._workplace.journal
        kind, looked = wish.kinds[subject_id], wish.looked.get(subject_id)
        if looked is None and wish.look is not None:
            looked = await wish.look(subject_id)
        deed = await kind.deed(self._workplace, subject_id, Seen(looked, wish.pictures.get(kind.key)))
        sizes = [_size_of(part, deed) for part in deed.parts]
        async with means.hands.holding(sum(sizes)):
            await journal.mark(means.batch_id, (subject_id, "asked", None))
            name = wish.names.get(subject_id, "")
            made = [await self._made(part, name, means) for part in deed.parts]
            files = [None if one is None else one.file for one in made]
            signed = [one for one in made if one is not None]
            warnings = dict.fromkeys(warning.code for one in signed for warning in one.signed.warnings)
            payload = _with_levels(deed.payload(files), signed) | _said(deed.act, made)
            intent = Intent(
                deed.act, deed.subject_type, deed.document_id, deed.digest, payload,
                [one.file for one in signed], signed[-1].signed.at if signed else self._now(), tuple(warnings),
                means.position,
            )  # fmt: skip
            item = JournalItem(means.batch_id, subject_id, intent.packed())
            await journal.keep(item, [one.signed.pdf for one in signed], intent.files)
        try:
            return await send(self._workplace, means.batch_id, subject_id, intent)
        except ItemConflict:
            return SignedFile(intent.at, intent.warnings)  # Whoever sends what is kept was quicker.
        except CacheError as error:
            raise NotSigned(UNSENT, stops=True) from error

    async def _made(self, part: Part, name: str, means: _Means) -> _Made | None:
        pdf = await self._bytes(part.file)
        return await self._lanes.signing(_make, self._effort, part, name, pdf, means)

    async def _bytes(self, file: Any) -> bytes:
        try:
            return await self._workplace.file(file)
        except NotThere as error:
            raise NotSigned("fileGone") from error
        except CentralError as error:
            raise NotSigned("fileOffline") from error


@dataclass(frozen=True)
class _Means:
    """What all files of a batch are signed by."""

    wish: Wish
    key: SigningKey
    options: sign.Options
    batch_id: str
    hands: Hands
    position: str


@dataclass(frozen=True)
class _Made:
    """A signed file, and what it is called."""

    signed: sign.Signed
    file: FileRef


def _said(act: str, made: Sequence[_Made | None]) -> dict[str, Any]:
    """What the act says of the signature on the document itself, so that all who see it know what is still missing."""
    if act not in ("approve", "seal") or not made or made[0] is None:
        return {}
    signed = made[0].signed
    until = signed.until.isoformat() if signed.until is not None else None
    codes = list(dict.fromkeys(one.code for one in signed.warnings))
    return {"signing": {"level": signed.level, "warnings": codes, "until": until}}


def _with_levels(payload: dict[str, Any], signed: Sequence[_Made]) -> dict[str, Any]:
    """The payload with what the signature on each attachment has reached, so that what is missing comes later."""
    reached = {one.file["digest"]: one.signed for one in signed}
    listed = payload.get("attachments") or ()
    return payload | (
        {"attachments": [_with_level(one, reached.get(one["digest"])) for one in listed]} if listed else {}
    )


def _with_level(file: dict[str, Any], signed: sign.Signed | None) -> dict[str, Any]:
    if signed is None:
        return file
    until = {"until": signed.until.isoformat()} if signed.until is not None else {}
    return {**file, "level": signed.level, **until}


def _size_of(part: Part, deed: Deed) -> int:
    """Bytes of a file that is small enough; one that is not is told by its name, where it is not the document itself.

    Raises:
        PdfTooBig, NotSigned
    """
    size = int(part.file["size"])
    try:
        check_size(size)
    except PdfTooBig as problem:
        if part.file["digest"] == deed.digest:
            raise
        raise NotSigned("attachmentFailed", {"name": part.name}) from problem
    return size


def _make(effort: Effort, part: Part, name: str, pdf: bytes, means: _Means) -> _Made | None:
    """In a lane."""
    SUBJECT.set(name)
    with effort.working():
        signed = part.sign(pdf, means.key, means.options)
    if signed is None:
        return None
    digest = hashlib.sha256(signed.pdf).hexdigest()
    media_type = "application/pdf"
    return _Made(
        signed,
        {"blobId": blob_id(digest), "digest": digest, "size": len(signed.pdf), "name": part.name,
         "mediaType": media_type},
    )  # fmt: skip


def _seen_of(kind: Signature, looked: Looked | None) -> dict[str, Any]:
    """What was agreed on for one file, as the journal keeps it."""
    place = looked.place if looked is not None else None
    return {
        "kind": kind.key,
        "digest": looked.digest if looked is not None else None,
        "place": None if place is None else {"page": place.page, "rect": list(place.rect)},
    }


def seen_before(data: Mapping[str, Any]) -> Looked | None:
    """What was agreed on for one file before the program was ended; None where it had not been looked at."""
    digest, place = data.get("digest"), data.get("place")
    if digest is None:
        return None
    if place is None:
        return Looked(str(digest), (), None)
    return Looked(str(digest), (Place(int(place["page"]), tuple(place["rect"])),), 0)


def plain_options() -> sign.Options:
    """What signing goes by where nothing is said."""
    from signing.sign import Options

    return Options()


def subjects_of(documents: Mapping[str, Mapping[str, Any]], ids: Sequence[str]) -> dict[str, str]:
    """Subjects by document id."""
    return {one: str(documents[one]["subject"]) for one in ids if one in documents}
