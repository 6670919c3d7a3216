"""The sample commune with real files to sign, and keys in memory that behave like a token."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import weakref
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import uuid_utils

from desktop.lanes import Lane
from desktop.office.acts import Refusal, wire_time
from desktop.office.documents import FileRef
from desktop.office.files import file_digests
from desktop.session import unsent
from desktop.session.errors import Offline
from desktop.session.journal import JournalItem
from local_cache import BatchItem, Cache, MasterKey, SigningBatch, open_cache
from signing import fields
from signing.problems import PinNeeded, PinWrong, SigningProblem, TokenMissing, TokenRemoved
from signing.signer import SigningKey, digest_of
from signing.software import SoftwareKey
from signing.tokens import Token, TokenCertificate, TokenFlags
from tests.presenters.office_for_desks import Office
from tests.signing import pages
from tests.widgets.sample_data import NOW

LEADER = "Lê Văn Hòa"
PIN = "12345678"


def waiting(name: str = LEADER, **draft: Any) -> bytes:
    """A draft whose signer's name stands in one place only, with open fields for number and date."""
    return fields.add_number_and_date(pages.draft(leader=name, **draft))


class SampleJournal:
    """The real journal on a real store in a folder of its own; the office's files stand beside it."""

    def __init__(self, office: SigningOffice, folder: Path) -> None:
        self.cache = open_cache(folder, MasterKey(bytes(range(32))), lock=False)
        self.lane = Lane("journal", 1)
        self._files = office.files

    async def begin(
        self, kind: str, certificate: str, items: Sequence[tuple[str, Any]], data: Any, *, alone: bool = False
    ) -> str:
        return await self._write(partial(self.cache.batches.begin, alone=alone), kind, certificate, items, data)

    async def reopen(self, batch_id: str, certificate: str, item_ids: Sequence[str]) -> None:
        await self._write(self.cache.batches.reopen, batch_id, certificate, item_ids)

    async def mark(self, batch_id: str, *marks: Any) -> None:
        await self._write(self.cache.batches.mark, batch_id, marks)

    async def keep(self, item: JournalItem, pdfs: Sequence[bytes], files: Sequence[FileRef]) -> None:
        note = self.cache.batches.kept(item.batch, item.id, item.result)
        await self._write(self.cache.blobs.store_together, pdfs, note)
        self._files |= {file["digest"]: pdf for file, pdf in zip(files, pdfs, strict=True)}

    async def give_up(self, item: JournalItem) -> None:
        digests = await self._write(self.cache.batches.give_up, item.batch, item.id, item.result)
        await self._write(self.cache.blobs.delete, *digests)

    async def end(self, batch_id: str) -> None:
        await self._write(self.cache.batches.end, batch_id)

    async def last(self) -> SigningBatch | None:
        return await self._write(self.cache.batches.last)

    async def all(self) -> list[SigningBatch]:
        return await self._write(self.cache.batches.all)

    async def kept(self) -> list[tuple[str, BatchItem]]:
        batches = await self._write(self.cache.batches.all)
        return [(batch.id, one) for batch in batches for one in batch.items if one.state == "kept"]

    async def leave(self, act: Any, signed: JournalItem) -> None:
        """Keep an act with the journal's word of it."""
        note = self.cache.batches.left(signed.batch, signed.id, signed.result)
        await self._write(self.cache.outbox.append, dict(act), (), note)

    async def keep_refused(self, act: Any, refusal: Refusal, signed: JournalItem) -> None:
        """Keep an act that may not be done, its files with it."""
        await self._write(unsent.keep_refused, self.cache, act, file_digests(act["payload"]), refusal, signed)

    async def read(self, fn: Callable[[Cache], Any]) -> Any:
        """Look into the store."""
        return await self._write(fn, self.cache)

    async def _write(self, fn: Callable[..., Any], *args: Any) -> Any:
        return await asyncio.wrap_future(self.lane.submit(fn, *args))


class SigningOffice(Office):
    """The files of outgoing documents can be set; acts are kept with their files.

    Attributes: journal — of what is signed.
    """

    def __init__(self, who: str = "mai", folder: Path | None = None, **options: Any) -> None:
        super().__init__(who, **options)
        folder = folder or Path(mkdtemp(prefix="signing-office-"))
        self.journal = SampleJournal(self, folder / "profile")
        self._end = weakref.finalize(self, _end, self.journal.lane, self.journal.cache, folder)

    async def act(self, *args: Any, signed: JournalItem | None = None, **options: Any) -> Any:
        answer = await super().act(*args, **options)
        if signed is not None and isinstance(answer, Refusal):
            await self.journal.keep_refused(self._refused(*args, **options), answer, signed)
            self.tell("Act")
        elif signed is not None:
            await self.journal.leave(answer, signed)
        return answer

    def _refused(self, kind: str, subject_type: str, subject_id: str, payload: dict[str, Any], **options: Any) -> Any:
        return {
            "id": str(uuid_utils.uuid7()), "kind": kind, "authorId": self.me.id, "payload": payload,
            "positionId": options.get("position_id") or self.me.position["id"], "subjectType": subject_type,
            "subjectId": subject_id, "documentId": options.get("document_id"), "claimedAt": wire_time(NOW),
            "basedOn": {"revision": None, "digest": options.get("digest")}, "dependsOn": [],
        }  # fmt: skip

    async def set_aside(self) -> list[dict[str, Any]]:
        return await self.journal.read(unsent.aside)

    def close(self) -> None:
        """Let the journal go."""
        self._end()

    async def file(self, file: FileRef, *, progress: Callable[[int, int], None] | None = None) -> bytes:
        """What is not here cannot be fetched: the line is cut."""
        if file["digest"] not in self.files:
            raise Offline("unreachable")
        return await super().file(file, progress=progress)

    def put(self, document_id: str, pdf: bytes, **more: Any) -> None:
        """Give a document this file."""
        digest = hashlib.sha256(pdf).hexdigest()
        self.files[digest] = pdf
        file = {"blobId": f"sha256-{digest}", "digest": digest, "size": len(pdf), "name": f"{document_id}.pdf",
                "mediaType": "application/pdf"}  # fmt: skip
        self.objects["Document"][document_id] |= {"file": file, **more}

    def bind(self, person: str, key: SoftwareKey) -> None:
        """The key's certificate is this person's."""
        self.objects["Person"][person]["certificates"] = [digest_of(key.certificate)]

    def bind_seal(self, key: SoftwareKey) -> None:
        """The key's certificate is the organ's."""
        self.objects["Unit"]["anphu"]["sealCertificates"] = [digest_of(key.certificate)]

    def state(self, document_id: str) -> str:
        return self.objects["Document"][document_id]["state"]

    def pdf(self, document_id: str) -> bytes:
        return self.files[self.objects["Document"][document_id]["file"]["digest"]]


def _end(lane: Lane, cache: Cache, folder: Path) -> None:
    lane.close()
    lane.join(10)
    cache.close()
    shutil.rmtree(folder, ignore_errors=True)


class MemoryToken:
    """A key source with one token, whose key can be made to fail.

    Attributes: pins — every PIN that was tried. signed — signatures made. fail_at — the signature (from 1) before which
    the problem is raised. gone — the token is not listed. asks_each — the PIN is wanted at each signature.
    """

    name = "memory"
    through_readers = False

    def __init__(self, key: SoftwareKey, holder: str = LEADER, flags: TokenFlags | None = None) -> None:
        self._key = key
        self.flags = flags or TokenFlags()
        self.holder = holder
        self.pin: str | None = PIN
        self.pins: list[str | None] = []
        self.signed = 0
        self.fail_at = 0
        self.problem: SigningProblem | None = None
        self.gone = False
        self.asks_each = False
        self.logged_in = False
        self.before: Callable[[int], None] = lambda n: None

    def list(self) -> list[Token]:
        if self.gone:
            return []
        from asn1crypto import x509

        found = x509.Certificate.load(self._key.certificate)
        certificate = TokenCertificate(
            digest_of(self._key.certificate), self.holder, "", "CA cơ quan Đảng thử nghiệm",
            found.not_valid_before, found.not_valid_after, "01", self._key.certificate,
        )  # fmt: skip
        return [Token("0042", "eToken", "5110", "SafeNet", self.flags, self.logged_in, (certificate,))]

    def login(self, serial: str, pin: str | None) -> None:
        self.pins.append(pin)
        if self.gone:
            raise TokenMissing
        if pin != self.pin:
            raise PinWrong
        self.logged_in = True

    def logout(self, serial: str) -> None:
        self.logged_in = False
        if self.gone:
            raise TokenRemoved

    def change_pin(self, serial: str, old: str | None, new: str | None) -> None:
        self.pins.append(old)
        if self.problem is not None:
            raise self.problem
        if old != self.pin:
            raise PinWrong
        self.pin = new

    def key(self, token: Token, certificate: TokenCertificate, ask_pin: Callable[[], str] | None) -> SigningKey:
        return _Key(self, ask_pin)

    def close(self) -> None:
        self.logged_in = False


class _Key:
    def __init__(self, token: MemoryToken, ask_pin: Callable[[], str] | None) -> None:
        self._token = token
        self._ask_pin = ask_pin

    @property
    def certificate(self) -> bytes:
        return self._token._key.certificate

    @property
    def chain(self) -> tuple[bytes, ...]:
        return self._token._key.chain

    def sign(self, data: bytes, mechanism: str) -> bytes:
        token = self._token
        if not token.logged_in:
            raise PinNeeded
        token.before(token.signed + 1)
        if token.asks_each:
            assert self._ask_pin is not None
            token.pins.append(self._ask_pin())
        if token.problem is not None and token.signed + 1 >= token.fail_at:
            raise token.problem
        token.signed += 1
        return token._key.sign(data, mechanism)


async def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let the loop turn until it is so."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for is a state of widgets, which no event tells
            await asyncio.sleep(0.01)


def bound(key: SoftwareKey) -> SigningOffice:
    """The leader's office, in which the key counts as his."""
    office = SigningOffice("hoa")
    office.bind("hoa", key)
    return office
