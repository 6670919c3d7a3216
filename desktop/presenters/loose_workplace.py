"""Files from elsewhere as a workplace, so that the signing desk's machinery signs them: nothing goes to the central.

The person, the pictures and what they prefer are the real workplace's. The queue is the files that were added; the
journal lives in memory, for what is signed is written beside its file at once, and nothing is left to be sent; the
"act" of a signed file is that writing. Knows the files and the lanes.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uuid_utils
from PySide6.QtCore import QCoreApplication

from desktop.lanes import Lanes
from desktop.office.documents import FileRef, blob_id
from desktop.presenters import loose_files
from desktop.presenters.loose_files import LooseChanged, LooseNotRead
from desktop.presenters.signing_batch import NotSigned
from desktop.presenters.signing_looks import PREFERENCE
from desktop.session.journal import JournalItem, Mark
from local_cache import BatchItem, SigningBatch
from signing.problems import SigningProblem

_DISK_FULL = (28, 122, 112)
"""Numbers of errors: no space, over quota, and Windows' own for a full disk."""


class LooseJournal:
    """As ``desktop.session.journal.Journal``, in memory: one batch, and the signed files that are being written."""

    def __init__(self) -> None:
        self._batch: SigningBatch | None = None
        self._kept: dict[str, bytes] = {}

    async def begin(
        self, kind: str, certificate: str, items: Sequence[tuple[str, Any]], data: Any, *, alone: bool = False
    ) -> str:
        found = tuple(BatchItem(one, "waiting", said, (), None, _now()) for one, said in items)
        self._batch = SigningBatch(str(uuid_utils.uuid7()), kind, certificate, True, data, _now(), found)
        return self._batch.id

    async def reopen(self, batch_id: str, certificate: str, item_ids: Sequence[str]) -> None:
        await self.mark(batch_id, *((one, "waiting", None) for one in item_ids))

    async def mark(self, batch_id: str, *marks: Mark) -> None:
        batch = self._batch
        if batch is None or batch.id != batch_id:
            return
        new = {one: (state, result) for one, state, result in marks}
        items = tuple(
            replace(item, state=new[item.id][0], result=new[item.id][1], at=_now()) if item.id in new else item
            for item in batch.items
        )
        self._batch = replace(batch, items=items)

    async def keep(self, item: JournalItem, pdfs: Sequence[bytes], files: Sequence[FileRef]) -> None:
        self._kept.update({file["digest"]: pdf for file, pdf in zip(files, pdfs, strict=True)})

    def taken(self, digest: str) -> bytes:
        """A signed file, to be written."""
        return self._kept.pop(digest)

    async def give_up(self, item: JournalItem) -> None:
        self._kept.clear()

    def let_go(self, ids: Container[str]) -> None:
        """These were taken out of the list: nothing of them is left to sign."""
        if self._batch is not None:
            items = tuple(one for one in self._batch.items if one.id not in ids)
            self._batch = replace(self._batch, items=items) if items else None

    async def end(self, batch_id: str) -> None:
        if self._batch is not None:
            self._batch = replace(self._batch, open=False)

    async def last(self) -> SigningBatch | None:
        return self._batch

    async def all(self) -> list[SigningBatch]:
        return [self._batch] if self._batch is not None else []

    async def kept(self) -> list[tuple[str, BatchItem]]:
        return []


def _now() -> str:
    return datetime.now(UTC).isoformat()


class LooseWorkplace:
    """The files that are to be signed, seen as documents.

    Args:
        real: the session's workplace.
        saved: told the path and content of each signed file, once it is on the disk.

    Attributes:
        folder: where signed files go; beside each file where None.
        shown: whether the desk has been filled: from then on it is told of what is added.
        practice: as the real one's.
    """

    def __init__(self, real: Any, lanes: Lanes, saved: Callable[[Path, bytes], object]) -> None:
        self._real = real
        self._lanes = lanes
        self._saved = saved
        self._paths: dict[str, Path] = {}
        self._items: dict[str, dict[str, Any]] = {}
        self._new: list[str] = []
        self._by_hand: Any = None
        self.shown = False
        self.journal = LooseJournal()
        self.folder: Path | None = None

    # -- the files

    def add(self, paths: Iterable[Path]) -> int:
        """Put files into the queue, each once; how many were too many. What is signed takes no room."""
        known, left, waiting = set(self._paths.values()), 0, len(self.paths)
        for path in paths:
            if path in known:
                continue
            if waiting >= loose_files.MOST:
                left += 1
                continue
            known.add(path)
            waiting += 1
            key = str(uuid_utils.uuid7())
            self._paths[key] = path
            self._new.append(key)
        return left

    def taken_new(self, shown: Container[str]) -> list[str]:
        """Identifiers of what was added since this was asked last.

        Args:
            shown: those that stand in the queue; what comes while that is filled waits for the next time.
        """
        new = [one for one in self._new if one in shown]
        self._new = [one for one in self._new if one not in shown]
        return new

    @property
    def paths(self) -> list[Path]:
        """Those that are not signed yet."""
        return [path for key, path in self._paths.items() if not self._items.get(key, {}).get("saved")]

    def let_go(self, ids: Container[str]) -> None:
        """Have these in the list no more; on the disk nothing is touched. Not while anything is being signed."""
        self._paths = {key: path for key, path in self._paths.items() if key not in ids}
        self._items = {key: item for key, item in self._items.items() if key not in ids}
        self._new = [one for one in self._new if one not in ids]
        self.journal.let_go(ids)

    def source_folders(self, ids: Iterable[str]) -> list[Path]:
        """Where these files lie, each folder once."""
        return list(dict.fromkeys(self._paths[one].parent for one in ids if one in self._paths))

    # -- as a workplace

    @property
    def me(self) -> Any:
        return self._real.me

    @property
    def practice(self) -> bool:
        return bool(self._real.practice)

    def subscribe(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """What is added here is told to the desk by who adds it."""
        return self._real.subscribe(lambda types: callback(types & {"Person", "Unit"}))

    async def ids(self, box: str, scope: str = "own") -> Sequence[str]:
        return list(self._paths)

    async def get(self, type_name: str, object_id: str) -> dict[str, Any] | None:
        if object_id not in self._paths:
            return await self._real.get(type_name, object_id)
        item = self._items.get(object_id)
        if item is not None and item.get("saved"):
            return item
        path = self._paths[object_id]
        try:
            content = await self._lanes.network(loose_files.read, path)
        except SigningProblem:
            # Looked at, it says what is amiss.
            digest, size = "", 0
        else:
            digest, size = content.digest, len(content.data)
        return self._put(object_id, self._item(object_id, path, digest, size))

    def _put(self, object_id: str, new: dict[str, Any]) -> dict[str, Any]:
        """The desk holds the item itself: what is new of it is seen there at once."""
        item = self._items.setdefault(object_id, {})
        item.update(new)
        return item

    def _item(self, object_id: str, path: Path, digest: str, size: int) -> dict[str, Any]:
        name = loose_files.readable(path.name)
        file = {
            "blobId": blob_id(digest) if digest else "", "digest": digest or "-", "size": size, "name": name,
            "mediaType": "application/pdf",
        }  # fmt: skip
        return {
            "id": object_id, "subject": name, "title": name, "folder": loose_files.readable(str(path.parent)),
            "file": file,
            "path": str(path), "secrecy": "none",
        }  # fmt: skip

    async def many(self, type_name: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        found = {}
        for one in ids:
            item = self._items.get(one) or await self.get(type_name, one)
            if item is not None:
                found[one] = item
        return found

    async def select(self, type_name: str, where: tuple[Any, ...] = ()) -> list[dict[str, Any]]:
        return []

    async def allowed(self, subject_type: str, subject_id: str) -> tuple[str, ...]:
        return ("signFile",)

    async def load_draft(self, key: str) -> None:
        return None

    async def save_draft(self, key: str, kind: str, data: dict[str, Any]) -> None:
        """Nothing is typed here."""

    async def drop_draft(self, key: str) -> None:
        """Nothing is typed here."""

    async def preference(self, name: str, default: Any) -> Any:
        if name == PREFERENCE:
            return self._by_hand or default
        return await self._real.preference(name, default)

    async def set_preference(self, name: str, value: Any) -> None:
        if name == PREFERENCE:
            # Where a box was put on a file that is nobody else's business.
            self._by_hand = value
        else:
            await self._real.set_preference(name, value)

    async def keep_file(self, data: bytes, name: str, media_type: str) -> FileRef:
        return await self._real.keep_file(data, name, media_type)

    async def file(self, file: Mapping[str, Any]) -> bytes:
        """A file as it lies on the disk; a picture of the office's from where it is kept.

        Raises:
            LooseNotRead, LooseChanged, PdfTooBig
        """
        item = next((one for one in self._items.values() if one["file"]["digest"] == file["digest"]), None)
        if item is None:
            if file.get("mediaType") == "application/pdf":
                raise LooseChanged
            return await self._real.file(file)
        content = await self._lanes.network(loose_files.read, Path(item["path"]))
        if content.digest != file["digest"]:
            raise LooseChanged if file["digest"] != "-" else LooseNotRead
        return content.data

    async def act(
        self,
        kind: str,
        subject_type: str,
        subject_id: str,
        payload: Mapping[str, Any],
        *,
        signed: JournalItem | None = None,
        **_others: Any,
    ) -> dict[str, Any]:
        """Write a signed file.

        Raises:
            NotSigned: it could not be written.
        """
        source = self._paths[subject_id]
        data = self.journal.taken(payload["file"]["digest"])
        folder = self.folder or source.parent
        mark = QCoreApplication.translate("LooseSigning", "đã ký")
        try:
            path = await asyncio.shield(
                asyncio.ensure_future(
                    self._lanes.write(loose_files.write_new, folder, loose_files.names(source, mark), data)
                )
            )
        except OSError as error:
            full = error.errno in _DISK_FULL or getattr(error, "winerror", 0) in _DISK_FULL
            if full:
                raise NotSigned("diskFull", stops=True) from error
            raise NotSigned("looseNotSaved", {"folder": loose_files.readable(str(folder))}) from error
        item = self._item(subject_id, path, hashlib.sha256(data).hexdigest(), len(data))
        item["subject"], item["saved"] = loose_files.readable(source.name), item["title"]
        self._put(subject_id, item)
        if signed is not None:
            await self.journal.mark(signed.batch, (subject_id, "left", signed.result))
        self._saved(path, data)
        return {"id": subject_id, "kind": kind}
