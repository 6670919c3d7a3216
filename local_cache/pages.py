"""Reads rows out of a damaged SQLCipher file page by page, where SQLite itself can no longer find its way.

Every page of an SQLCipher file (version 4: AES-256-CBC, HMAC-SHA512, 4096 bytes with 80 reserved) can be opened alone,
given the key. Leaf pages of tables carry whole rows; which table they belong to is told by their shape. Used only by
`salvage`. Formats: sqlite.org/fileformat2.html; zetetic.net/sqlcipher/design.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
USABLE = PAGE - RESERVED
SALT = 16
_LEAF_TABLE = 0x0D
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_FRAME_HEADER = 24
_WAL_HEADER = 32

Row = tuple[Any, ...]


class PageReader:
    """Opens single pages.

    Args:
        path: the database; its log is read too.
        key: the raw key.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._key = key
        self._data = path.read_bytes() if path.exists() else b""
        self._salt = self._data[:SALT].ljust(SALT, b"\0")
        masked = bytes(byte ^ 0x3A for byte in self._salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", key, masked, 2, 32)
        self._log = path.with_name(path.name + "-wal")
        self._newest = self._from_log(self._log)

    def count(self) -> int:
        return max([len(self._data) // PAGE, *self._newest])

    def page(self, number: int) -> bytes | None:
        """A page in clear, the newest sound state of it, or None where it is lost. Numbers begin at 1."""
        for sealed in (self._newest.get(number), self._data[(number - 1) * PAGE : number * PAGE]):
            if sealed is not None and len(sealed) == PAGE:
                clear = self._open(number, sealed)
                if clear is not None:
                    return clear
        return None

    def _open(self, number: int, sealed: bytes) -> bytes | None:
        start = SALT if number == 1 else 0
        body, iv, seal = sealed[start:USABLE], sealed[USABLE : USABLE + 16], sealed[USABLE + 16 :]
        mac = hmac.new(self._mac_key, body + iv + struct.pack("<I", number), hashlib.sha512).digest()
        if not hmac.compare_digest(mac, seal):
            return None
        decryptor = Cipher(algorithms.AES(self._key), modes.CBC(iv)).decryptor()
        return b"\0" * start + decryptor.update(body) + decryptor.finalize()

    def _from_log(self, wal: Path) -> dict[int, bytes]:
        """The last frame of each page in the log; a frame proves itself by its seal, whatever the log's sums say."""
        frames: dict[int, bytes] = {}
        for _, number, sealed in _frames(wal.read_bytes() if wal.exists() else b""):
            if self._open(number, sealed) is not None:
                frames[number] = sealed
        return frames

    def log_is_cut(self) -> bool:
        """Whether the log has sound frames behind the place where SQLite stops reading it.

        It stops at the first frame whose sum is wrong and takes that for the end, in silence. After a kill nothing
        comes behind; where something does, what was committed there would be lost without a word.
        """
        data = self._log.read_bytes() if self._log.exists() else b""
        behind = _readable(data)
        return any(at >= behind and self._open(number, sealed) is not None for at, number, sealed in _frames(data))


def _frames(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """(offset, page number, sealed page) of each frame of the log's latest run; a lost header is made good for."""
    starts = range(_WAL_HEADER, len(data) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE)
    if not starts:
        return
    # A sound header above frames of other salts: a new run has begun, and what is below is in the file already.
    salts = data[16:24] if _header_sums(data) is not None else data[starts[0] + 8 : starts[0] + 16]
    for start in starts:
        if data[start + 8 : start + 16] == salts:
            (number,) = struct.unpack(">I", data[start : start + 4])
            yield start, number, data[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE]


def _readable(data: bytes) -> int:
    """Up to where SQLite reads a log (sqlite.org/fileformat2.html#walformat)."""
    sums = _header_sums(data)
    if sums is None:
        return 0
    order, at = _order(data), _WAL_HEADER
    while at + _FRAME_HEADER + PAGE <= len(data):
        header, page = data[at : at + _FRAME_HEADER], data[at + _FRAME_HEADER : at + _FRAME_HEADER + PAGE]
        sums = _summed(page, _summed(header[:8], sums, order), order)
        if header[8:16] != data[16:24] or sums != struct.unpack(">II", header[16:24]):
            break
        at += _FRAME_HEADER + PAGE
    return at


def _order(data: bytes) -> str:
    return ">" if data[3] & 1 else "<"


def _header_sums(data: bytes) -> tuple[int, int] | None:
    """The sums of a log's header, None where they are not what it says."""
    if len(data) < _WAL_HEADER or struct.unpack(">I", data[:4])[0] not in _WAL_MAGIC:
        return None
    sums = _summed(data[:24], (0, 0), _order(data))
    return sums if sums == struct.unpack(">II", data[24:32]) else None


def _summed(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(9):
        byte = data[at + count]
        if count == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + count + 1
    raise ValueError("varint")


_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _value(serial: int, data: bytes, at: int) -> tuple[Any, int]:
    if serial == 0:
        return None, at
    if serial in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[serial]
        return int.from_bytes(data[at:end], "big", signed=True), end
    if serial == 7:
        return struct.unpack(">d", data[at : at + 8])[0], at + 8
    if serial in (8, 9):
        return serial - 8, at
    if serial < 12:
        raise ValueError("reserved serial type")
    end = at + (serial - 12) // 2
    if end > len(data):
        raise ValueError("cut off")
    return (data[at:end].decode() if serial % 2 else data[at:end]), end


def _record(payload: bytes) -> Row:
    header_end, at = _varint(payload, 0)
    serials = []
    while at < header_end:
        serial, at = _varint(payload, at)
        serials.append(serial)
    values = []
    at = header_end
    for serial in serials:
        value, at = _value(serial, payload, at)
        values.append(value)
    return tuple(values)


def _payload(reader: PageReader, page: bytes, at: int, length: int) -> bytes:
    """A cell's payload, its overflow pages followed."""
    largest, smallest = USABLE - 35, (USABLE - 12) * 32 // 255 - 23
    if length <= largest:
        return page[at : at + length]
    local = smallest + (length - smallest) % (USABLE - 4)
    local = local if local <= largest else smallest
    payload = page[at : at + local]
    (following,) = struct.unpack(">I", page[at + local : at + local + 4])
    while len(payload) < length:
        overflow = reader.page(following)
        if overflow is None:
            raise ValueError("an overflow page is lost")
        (following,) = struct.unpack(">I", overflow[:4])
        payload += overflow[4 : 4 + min(USABLE - 4, length - len(payload))]
    return payload


def leaf_rows(reader: PageReader) -> Iterator[tuple[int, Row]]:
    """(row id, values) of every row on every sound leaf page of any table; what does not parse is passed over."""
    for number in range(1, reader.count() + 1):
        page = reader.page(number)
        start = 100 if number == 1 else 0
        if page is None or page[start] != _LEAF_TABLE:
            continue
        (cells,) = struct.unpack(">H", page[start + 3 : start + 5])
        for cell in range(cells):
            try:
                (at,) = struct.unpack(">H", page[start + 8 + 2 * cell : start + 10 + 2 * cell])
                length, at = _varint(page, at)
                row_id, at = _varint(page, at)
                yield row_id, _record(_payload(reader, page, at, length))
            except (ValueError, IndexError, struct.error, RecursionError):
                continue


def rows_of_pages(reader: PageReader, shapes: dict[str, Callable[[int, Row], Row | None]]) -> dict[str, list[Row]]:
    """The rows that look like a table's, by table.

    Args:
        reader: of the damaged file.
        shapes: table -> a function that makes the table's row out of (row id, values), or None if it is no such row.
    """
    found: dict[str, list[Row]] = {name: [] for name in shapes}
    for row_id, values in leaf_rows(reader):
        for name, shape in shapes.items():
            row = shape(row_id, values)
            if row is not None:
                found[name].append(row)
                break
    return found
