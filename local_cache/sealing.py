"""Sealing of one file: AES-256-GCM in 64 KB chunks, opened by range. Knows `errors` alone.

STREAM construction: nonce = 7 random bytes | 4-byte counter | last flag, the header as associated data; so a chunk that
is changed, moved, or cut off does not open.
"""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from local_cache.errors import DamagedFile

CHUNK = 64 * 1024
TAG = 16
HEADER = struct.Struct(">4sBB3x7s")  # magic, version, log2 of the chunk, nonce prefix: 16 bytes
MAGIC = b"TNsf"


class Seal:
    """Seals and opens the chunks of one file."""

    def __init__(self, key: bytes, header: bytes) -> None:
        self._cipher = AESGCM(key)
        self._header = header
        self._prefix: bytes = HEADER.unpack(header)[3]

    @classmethod
    def fresh(cls, key: bytes) -> tuple[Seal, bytes]:
        header = HEADER.pack(MAGIC, 1, 16, secrets.token_bytes(7))
        return cls(key, header), header

    def seal(self, index: int, last: bool, chunk: bytes | memoryview) -> bytes:
        return self._cipher.encrypt(self._nonce(index, last), chunk, self._header)

    def open(self, index: int, last: bool, sealed: bytes) -> bytes:
        try:
            return self._cipher.decrypt(self._nonce(index, last), sealed, self._header)
        except InvalidTag as error:
            raise DamagedFile(f"chunk {index}") from error

    def _nonce(self, index: int, last: bool) -> bytes:
        return self._prefix + struct.pack(">IB", index, last)


def read_header(file: BinaryIO) -> bytes:
    header = file.read(HEADER.size)
    if len(header) != HEADER.size:
        raise DamagedFile("header cut off")
    magic, version, log2, _ = HEADER.unpack(header)
    if magic != MAGIC or version != 1 or log2 != 16:
        raise DamagedFile("not a sealed file")
    return header


def last_index(size: int) -> int:
    """The number of the last chunk; an empty file has one, empty."""
    return max(0, (size - 1) // CHUNK)


class SealedReader(io.RawIOBase):
    """A sealed file opened for reading anywhere; only the chunks asked for are opened. One thread at a time."""

    def __init__(self, path: Path, key: bytes, size: int, on_damage: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._on_damage = on_damage
        # Python closes what it forgets, also when opening failed: there must be something to close.
        self._file: BinaryIO = io.BytesIO()
        self._held: tuple[int, bytes] = (-1, b"")
        self._file = path.open("rb")
        try:
            self._seal = Seal(key, read_header(self._file))
            expected = HEADER.size + size + (last_index(size) + 1) * TAG
            if os.fstat(self._file.fileno()).st_size != expected:
                raise DamagedFile("length")
        except BaseException:
            self._file.close()
            raise
        self._size = size
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError("negative position")
        self._position = base + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Any, /) -> int:
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view) and self._position < self._size:
            index, offset = divmod(self._position, CHUNK)
            piece = self._chunk(index)[offset : offset + len(view) - filled]
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
            self._position += len(piece)
        return filled

    def close(self) -> None:
        self._held = (-1, b"")
        self._file.close()
        super().close()

    def _chunk(self, index: int) -> bytes:
        if self._held[0] != index:
            last = last_index(self._size)
            length = (self._size - last * CHUNK if index == last else CHUNK) + TAG
            self._file.seek(HEADER.size + index * (CHUNK + TAG))
            try:
                self._held = (index, self._seal.open(index, index == last, self._file.read(length)))
            except DamagedFile:
                if self._on_damage is not None:
                    self._on_damage()
                raise
        return self._held[1]


def seal_stream(source: BinaryIO, path: Path, key: bytes) -> tuple[str, int]:
    """Seal a stream into a file; its digest and length."""
    digest, size, index = hashlib.sha256(), 0, 0
    seal, header = Seal.fresh(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(header)
        chunk = _exactly(source, CHUNK)
        while True:
            following = _exactly(source, CHUNK) if len(chunk) == CHUNK else b""
            digest.update(chunk)
            size += len(chunk)
            file.write(seal.seal(index, not following, chunk))
            if not following:
                break
            chunk, index = following, index + 1
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), size


def _exactly(source: BinaryIO, wanted: int) -> bytes:
    """As many bytes as wanted unless the stream ends: a raw stream may give fewer at a time."""
    pieces: list[bytes] = []
    while wanted and (piece := source.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)
