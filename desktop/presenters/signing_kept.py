"""From a signed file to its act, by the journal: nothing is signed twice and no act is done twice, whatever is cut off.

The signed files are kept together with all that their act needs; the act leaves in one step with the journal's word of
it. What a kill left between the two is sent at the next start, without any token. Knows the workplace.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import structlog
from PySide6.QtCore import QCoreApplication

from desktop.office.acts import Refusal
from desktop.office.documents import FileRef
from desktop.office.people import Me
from desktop.presenters import needs
from desktop.presenters.signing_batch import FileResult, NotSigned, SignedFile, Step
from desktop.session.journal import JournalItem
from local_cache import BatchItem, SigningBatch
from local_cache.errors import CacheError, ItemConflict

_log = structlog.get_logger(__name__)
REST = ("waiting", "asked")
"""States of what a batch that was cut off has still to sign: of these no signed file is kept."""


UNSENT = "signedNotSent"
"""Code of what is signed and kept here, and whose act could not be written down: it is sent, not signed again."""
ALONE = ("direct",)
"""Kinds that are signed one by one from a form: no batch of the desk's, and never gone on with."""


class Workplace(needs.SigningByJournal, needs.FormDrafts, needs.Allowed, Protocol):
    """What this needs of the workplace."""


@dataclass(frozen=True)
class Intent:
    """The act that signed files are for, as it is written down with them.

    Attributes:
        files: the signed ones.
        at: when they were signed, UTC.
        warnings: codes of what the signer should know.
        position: the signer's, in which it was signed: the act is done in no other.
    """

    act: str
    subject_type: str
    document_id: str
    digest: str
    payload: dict[str, Any]
    files: Sequence[FileRef]
    at: datetime
    warnings: tuple[str, ...] = ()
    position: str = ""

    def packed(self) -> dict[str, Any]:
        """As a JSON value."""
        return {
            "act": self.act, "subjectType": self.subject_type, "documentId": self.document_id, "digest": self.digest,
            "payload": self.payload, "files": list(self.files), "position": self.position,
            **_outcome(self.at, self.warnings),
        }  # fmt: skip

    @classmethod
    def read(cls, value: Mapping[str, Any]) -> Intent:
        """From a JSON value."""
        return cls(
            value["act"], value["subjectType"], value["documentId"], value["digest"], dict(value["payload"]),
            list(value["files"]), datetime.fromisoformat(value["at"]), tuple(value["warnings"]),
            str(value.get("position", "")),
        )  # fmt: skip


def _outcome(at: datetime, warnings: Sequence[str]) -> dict[str, Any]:
    return {"at": at.astimezone(UTC).isoformat(), "warnings": list(warnings)}


async def send(workplace: Workplace, batch_id: str, item_id: str, intent: Intent) -> SignedFile:
    """Do the act of files that are kept.

    Raises:
        NotSigned: the act may not be done (any more); it is listed with what was refused, its files with it.
        ItemConflict: another has seen to it.
        CacheError: it could not be written down; the files stay kept.
    """
    answer = await workplace.act(
        intent.act, intent.subject_type, item_id, intent.payload,
        document_id=intent.document_id, digest=intent.digest, files=list(intent.files),
        signed=JournalItem(batch_id, item_id, _outcome(intent.at, intent.warnings)), position_id=intent.position,
    )  # fmt: skip
    if isinstance(answer, Refusal):
        raise NotSigned(answer.code, dict(answer.args), refused=True)
    return SignedFile(intent.at, intent.warnings)


async def settle(workplace: Workplace) -> int:
    """Send what was signed and kept before the program was ended; how many acts.

    What its form says otherwise since (`reworded`) stays kept: its signer is asked which of the two he wants.

    Raises:
        CacheError: the disk is full; what is kept stays kept.
    """
    sent, held = 0, await reworded(workplace)
    me = workplace.me
    for batch in await workplace.journal.all():
        if not is_of(batch, me) and _is_still_held(batch, me):
            continue  # Its act would be refused from this seat; it waits for the one in which it was signed.
        for item in batch.items:
            if item.state == "kept" and (batch.id, item.id) not in held:
                sent += await _settle_one(workplace, batch.id, item)
    return sent


async def reworded(workplace: Workplace) -> dict[tuple[str, str], Intent]:
    """Signed directives that are kept while other words were typed since into the form they come from.

    One that may be done no more is none of them: no form can send or replace it, and its refusal lists it.

    Returns:
        By batch and subject.
    """
    found = {}
    for batch_id, item in await workplace.journal.kept():
        if item.data.get("kind") not in ALONE:
            continue
        intent = Intent.read(item.result)
        draft = await workplace.load_draft(f"{intent.act}:{item.id}")
        if draft is None or draft.get("reason", "") == intent.payload.get("directive"):
            continue
        if intent.act in await workplace.allowed(intent.subject_type, item.id):
            found[batch_id, item.id] = intent
    return found


def reworded_words(intent: Intent) -> str:
    """That a directive was signed and not sent because of what was typed since."""
    words = QCoreApplication.translate(
        "Directive",
        "Ý kiến đã ký “%1” chưa gửi vì sau khi ký, ý kiến trong biểu mẫu đã được sửa. Mở biểu mẫu: ký ý kiến mới thay "
        "cho bản đó, hoặc gõ lại đúng ý kiến đã ký để gửi bản đó.",
    )
    return words.replace("%1", str(intent.payload.get("directive") or ""))


def is_of(batch: SigningBatch, me: Me) -> bool:
    """Whether a batch was begun in the position that I act in now: nobody takes up another position's."""
    data, position = batch.data or {}, me.position["id"]
    return data.get("organId", me.organ_id) == me.organ_id and data.get("positionId", position) == position


def _is_still_held(batch: SigningBatch, me: Me) -> bool:
    """Whether its position is another of mine: what was signed in one that is mine no more waits for nothing."""
    return (batch.data or {}).get("positionId") in {one["id"] for one in me.person["positions"]}


async def _settle_one(workplace: Workplace, batch_id: str, item: BatchItem) -> bool:
    try:
        await send(workplace, batch_id, item.id, Intent.read(item.result))
    except ItemConflict:
        return False  # Somebody else here was quicker.
    except NotSigned as problem:
        _log.info("signing.kept_refused", document=item.id, code=problem.code)
        return False
    return True


async def sent_first(workplace: Workplace, ids: Sequence[str], *kinds: str) -> list[FileResult[SignedFile]]:
    """What came of those whose signed file is kept, once it was tried to send them: none of them is signed again.

    Args:
        kinds: of signatures; none for every kind.
    """
    journal = workplace.journal
    kept = {(batch, item.id) for batch, item in await journal.kept() if not kinds or item.data.get("kind") in kinds}
    if not any(one in ids for _, one in kept):
        return []
    with contextlib.suppress(CacheError):  # What could not be written down is kept still, and told so.
        await settle(workplace)
    found = [item for batch in await journal.all() for item in batch.items if (batch.id, item.id) in kept]
    return [result_of(item) for item in found if item.id in ids]


def seat(workplace: Workplace) -> dict[str, str]:
    """Where a batch is signed from, as its journal says: its acts are done from there alone."""
    return {"organId": workplace.me.organ_id, "positionId": workplace.me.position["id"]}


def is_cut_off(batch: SigningBatch, me: Me) -> bool:
    """Whether a batch of this position's has something left to sign."""
    return batch.open and is_of(batch, me) and bool(batch.ids(*REST))


def latest(batches: Sequence[SigningBatch], me: Me) -> SigningBatch | None:
    """Of the desk's batches the one to show: the last of this position's that was cut off, else its last one."""
    ours = [batch for batch in batches if batch.kind not in ALONE and is_of(batch, me)]
    cut_off = [batch for batch in ours if is_cut_off(batch, me)]
    return next(reversed(cut_off or ours), None)


def cut_off_words(batch: SigningBatch) -> str:
    """How far it came."""
    words = QCoreApplication.translate("SigningDesk", "Lô ký dở: đã ký %1/%2 văn bản.")
    return words.replace("%1", str(len(batch.ids("left", "kept")))).replace("%2", str(len(batch.items)))


def result_of(item: BatchItem) -> FileResult[SignedFile]:
    """What the journal says of one file, as the desk tells it."""
    result = item.result or {}
    if item.state == "kept":
        return FileResult(item.id, Step.FAILED, problem=NotSigned(UNSENT))
    if item.state == "left":
        at = datetime.fromisoformat(result.get("at") or item.at)
        return FileResult(item.id, Step.SIGNED, SignedFile(at, tuple(result.get("warnings", ()))))
    if item.state == "failed":
        problem = NotSigned(result.get("code", ""), dict(result.get("args", {})), refused=bool(item.signed))
        return FileResult(item.id, Step.FAILED, problem=problem)
    return FileResult(item.id, Step.LEFT)
