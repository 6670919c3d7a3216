"""Signing itself: a certificate of the person's own, one PIN, then file by file, each an act of its own.

Knows the tokens, ``signing.sign``, the workplace and the PIN dialog. The PIN goes from the dialog to the token and is
kept nowhere between.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.lanes import Lanes
from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.presenters import needs
from desktop.presenters.signing_batch import Batch, FileResult, NotSigned, SignedFile
from desktop.presenters.signing_kinds import Kind, Part, Seen
from desktop.presenters.signing_places import Looked
from desktop.presenters.tokens import Candidate, Purpose, Tokens
from desktop.session.errors import CentralError, NotThere
from local_cache.errors import CacheError
from signing.problems import PinCancelled, SigningProblem
from widgets.pin_dialog import PinDialog

if TYPE_CHECKING:
    from signing import sign
    from signing.signer import SigningKey


class Workplace(needs.OneObject, needs.Allowed, needs.ActingOnFiles, needs.Files, Protocol):
    """What this needs of the workplace."""


@dataclass(frozen=True)
class Wish:
    """What is to be signed, and how it is to look.

    Attributes:
        purpose: which of the person's keys signs; the kinds of one wish all take the same.
        kinds: what each signature is, by the id that the queue names it by.
        looked: what was seen of each file, by the same id: its digest and the place.
        pictures: PNG of the handwriting or the stamp, by kind; None puts words in its place.
    """

    purpose: Purpose
    kinds: Mapping[str, Kind]
    looked: Mapping[str, Looked]
    pictures: Mapping[str, bytes | None]

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

    async def pick_certificate(self, purpose: Purpose) -> Candidate | None:
        """The person's certificate; asked for where there are several, explained where there is none."""
        await self._tokens.look()
        found = self._tokens.settled_choice(purpose)
        if found is not None:
            return found
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog = self._tokens.dialog(self._window, purpose)
        dialog.chosen.connect(lambda key: answer.done() or answer.set_result(key))
        dialog.rejected.connect(lambda: answer.done() or answer.set_result(""))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()
        key = await answer
        return await self._tokens.choose(purpose, key) if key else None

    async def ask_pin(self, candidate: Candidate, purpose: str) -> str | None:
        """The PIN; empty where the reader asks for it itself; None when the person thought better of it."""
        answer: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        dialog = PinDialog(self._tokens.pin_request(candidate, purpose), self._window)
        dialog.entered.connect(lambda pin: answer.done() or answer.set_result(pin))
        dialog.rejected.connect(lambda: answer.done() or answer.set_result(None))
        dialog.finished.connect(lambda _code: dialog.deleteLater())
        dialog.open()
        return await answer

    async def log_in(self, candidate: Candidate, pin: str) -> None:
        """Open the token for a batch.

        Raises:
            SigningProblem: PinWrong, PinLocked, TokenMissing and kin.
        """
        own_keypad = candidate.token.flags.protected_path
        await self._lanes.network(candidate.source.login, candidate.token.serial, None if own_keypad else pin)

    async def log_out(self, candidate: Candidate) -> None:
        """Close the token after a batch, and look what it says of itself now."""
        # A token that was pulled out is logged out already.
        with contextlib.suppress(SigningProblem):
            await self._lanes.network(candidate.source.logout, candidate.token.serial)
        await self._tokens.look()

    async def batch(
        self, wish: Wish, candidate: Candidate, tell: Callable[[FileResult[SignedFile]], None]
    ) -> Batch[SignedFile]:
        """A batch ready to run, its certificate already found good.

        Raises:
            SigningProblem: the certificate may not sign.
        """
        loop = asyncio.get_running_loop()

        def ask_each() -> str:
            """For tokens that want the PIN at each signature; called in a lane's thread."""
            words = QCoreApplication.translate("SigningDesk", "Thiết bị hỏi lại mã PIN cho văn bản này")
            pin = asyncio.run_coroutine_threadsafe(self.ask_pin(candidate, words), loop).result()
            if pin is None:
                raise PinCancelled
            return pin

        key = candidate.source.key(candidate.token, candidate.certificate, ask_each)
        allowed = await self._tokens.allowed(wish.purpose)
        options = replace(await self._lanes.network(self._options), allowed=allowed, clock=self._now)
        options = await self._lanes.signing(options.for_batch, key)

        async def one(document_id: str) -> SignedFile:
            return await self._sign(document_id, wish, key, options)

        return Batch(one, tell, self._width)

    async def _sign(self, subject_id: str, wish: Wish, key: SigningKey, options: sign.Options) -> SignedFile:
        """Sign one document's files and send the act; looked at afresh, for much may have happened since."""
        kind = wish.kinds[subject_id]
        seen = Seen(wish.looked.get(subject_id), wish.pictures.get(kind.key))
        deed = await kind.deed(self._workplace, subject_id, seen)
        made = [(part, await self._made(part, key, options)) for part in deed.parts]
        try:
            kept = [await self._keep(part, signed) for part, signed in made]
            answer = await self._workplace.act(
                deed.act, deed.subject_type, subject_id, deed.payload(kept),
                document_id=deed.document_id, digest=deed.digest, files=[one for one in kept if one is not None],
            )  # fmt: skip
        except CacheError as error:
            raise NotSigned(error.code) from error
        if isinstance(answer, Refusal):
            raise NotSigned(answer.code, dict(answer.args))
        done = [signed for _, signed in made if signed is not None]
        warnings = dict.fromkeys(warning.code for signed in done for warning in signed.warnings)
        return SignedFile(done[-1].at if done else self._now(), tuple(warnings))

    async def _made(self, part: Part, key: SigningKey, options: sign.Options) -> sign.Signed | None:
        pdf = await self._bytes(part.file)
        return await self._lanes.signing(part.sign, pdf, key, options)

    async def _keep(self, part: Part, signed: sign.Signed | None) -> FileRef | None:
        if signed is None:
            return None
        return await self._workplace.keep_file(signed.pdf, part.name, "application/pdf")

    async def _bytes(self, file: Any) -> bytes:
        try:
            return await self._workplace.file(file)
        except NotThere as error:
            raise NotSigned("fileGone") from error
        except CentralError as error:
            raise NotSigned("fileOffline") from error


def plain_options() -> sign.Options:
    """What signing goes by where nothing is said."""
    from signing.sign import Options

    return Options()


def subjects_of(documents: Mapping[str, Mapping[str, Any]], ids: Sequence[str]) -> dict[str, str]:
    """Subjects by document id."""
    return {one: str(documents[one]["subject"]) for one in ids if one in documents}
