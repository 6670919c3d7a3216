"""A file that is fetched in pieces: what came is sealed as it comes, and taken up again after a kill.

Knows `sealing`, `errors`, and the store of files that it ends in.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

from local_cache.errors import DamagedFile, DigestMismatch, NotStored, disk_errors
from local_cache.sealing import CHUNK, TAG, Seal, last_index, read_header

if TYPE_CHECKING:
    from local_cache.blobs import Blobs


class Partial:
    """A download in progress, sealed as it comes; it survives kills up to the last whole chunk.

    Attributes:
        have: how many bytes are kept; ask the central for the rest from here.
    """

    def __init__(self, blobs: Blobs, digest: str, size: int) -> None:
        self._blobs = blobs
        self._digest = digest
        self._size = size
        self._path = blobs.part_path(digest)
        self._file: BinaryIO | None = None
        self._done = blobs.has(digest)
        if not self._done:
            self._begin()

    @property
    def have(self) -> int:
        return self._size if self._done else self._index * CHUNK + len(self._tail)

    def append(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            DigestMismatch: more than promised.
            DiskFull: what was kept before stays.
        """
        if self.have + len(data) > self._size:
            raise DigestMismatch(digest=self._digest)
        self._hash.update(data)
        self._tail += data
        # The last chunk is sealed by `finish`, whole or not: only then is it known to be right.
        while len(self._tail) >= CHUNK and self._index < last_index(self._size):
            self._write(bytes(self._tail[:CHUNK]), last=False)
            del self._tail[:CHUNK]

    def finish(self) -> str:
        """Check length and digest and keep the file. What is wrong is thrown away, and can be begun again.

        Raises:
            DigestMismatch
        """
        if self._done:
            return self._digest
        if self.have != self._size:
            raise DigestMismatch("too short", digest=self._digest)
        if self._hash.hexdigest() != self._digest:
            self.restart()
            raise DigestMismatch(digest=self._digest)
        self._write(bytes(self._tail), last=True)
        assert self._file is not None
        with disk_errors():
            self._file.flush()
            os.fsync(self._file.fileno())
        self.close()
        self._blobs.take(self._path, self._digest, self._size, self._key)
        self._done = True
        return self._digest

    def restart(self) -> None:
        """Throw away what came."""
        if self._done:
            return
        self.close()
        self._path.unlink(missing_ok=True)
        self._begin()

    def close(self) -> None:
        """Stop here; whole chunks are kept."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Partial:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self) -> None:
        self._hash = hashlib.sha256()
        self._tail = bytearray()
        self._index = 0
        kept = self._kept()
        # Taken up under a fresh key: a chunk torn by a kill must never be sealed twice with one nonce.
        self._key = secrets.token_bytes(32)
        fresh = self._path.with_suffix(".new")
        with disk_errors():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._seal, header = Seal.fresh(self._key)
            self._file = fresh.open("wb")
            self._file.write(header)
            for chunk in kept:
                self._hash.update(chunk)
                self._write(chunk, last=False)
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            # Key first: killed in between, the old part does not open under it and the download begins anew.
            self._blobs.set_row(self._digest, self._size, self._key, complete=False)
            fresh.replace(self._path)
            self._file = self._path.open("ab")

    def _kept(self) -> Iterable[bytes]:
        """The whole chunks of an earlier attempt that still open."""
        try:
            size, key = self._blobs.known(self._digest, complete=False)
            file = self._path.open("rb")
        except (NotStored, DamagedFile, FileNotFoundError):
            return []
        chunks: list[bytes] = []
        with file:
            try:
                seal = Seal(key, read_header(file))
                while size == self._size and len(chunks) < last_index(size):
                    chunks.append(seal.open(len(chunks), False, file.read(CHUNK + TAG)))
            except DamagedFile:
                return chunks
        return chunks

    def _write(self, chunk: bytes, *, last: bool) -> None:
        assert self._file is not None
        with disk_errors():
            self._file.write(self._seal.seal(self._index, last, chunk))
        self._index += 1
