"""Reads a profile as whoever holds its key could: every page of every database, free ones and the logs' too, every
sealed file, and whatever lies beside them. Says in which file a marker is found.

Knows local_cache's page reader. The reader in the program passes over what is stale; nothing is passed over here.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from local_cache import open_cache
from local_cache.keys import MasterKey
from local_cache.pages import PAGE, SALT, USABLE

_WAL_HEADER, _FRAME_HEADER = 32, 24


def found_in(folder: Path, key: bytes, markers: list[str], *beside: Path) -> dict[str, list[str]]:
    """Marker -> the files under ``folder`` that hold it, sealed or not; a closed profile. ``beside``: logs and such."""
    wanted = {marker: _spellings(marker) for marker in markers}
    found: dict[str, list[str]] = {}
    for name, data in _contents(folder, key, beside):
        for marker, spellings in wanted.items():
            if any(spelling in data for spelling in spellings):
                found.setdefault(marker, []).append(name)
    return found


def _spellings(marker: str) -> set[bytes]:
    """The marker as JSON, UTF-8 or the search index might write it."""
    forms = {marker, unicodedata.normalize("NFD", marker), marker.lower(), marker.encode("unicode_escape").decode()}
    return {form.encode() for form in forms} | {marker.encode("utf-16-le")}


def _contents(folder: Path, key: bytes, beside: tuple[Path, ...]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(p for root in (folder, *beside) for p in root.rglob("*") if p.is_file()):
        data = path.read_bytes()
        yield path.name, data
        database = path.name.removesuffix("-wal")
        if database.endswith(".db"):
            raw = MasterKey(key).derive(database.partition("~")[0])
            yield f"{path.name} (opened)", _opened(path, data, raw)
    with open_cache(folder, MasterKey(key)) as cache:
        digests = [row[0] for row in _rows(cache, "SELECT digest FROM blob WHERE complete = 1")]
        for digest in digests:
            yield f"file {digest[:8]}", cache.blobs.read(digest)


def _rows(cache: object, statement: str) -> list[tuple[str]]:
    with cache._kept.reading() as connection:  # type: ignore[attr-defined]  # no door leads to a list of all files
        return connection.exec_driver_sql(statement).fetchall()


def _opened(path: Path, data: bytes, key: bytes) -> bytes:
    """Every page of a database, or every frame of its log, the overwritten ones as well."""
    if not path.name.endswith("-wal"):
        return b"".join(_page(data[at : at + PAGE], key, first=at == 0) for at in range(0, len(data), PAGE))
    frames = range(_WAL_HEADER, len(data) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE)
    found = []
    for at in frames:
        (number,) = struct.unpack(">I", data[at : at + 4])
        found.append(_page(data[at + _FRAME_HEADER : at + _FRAME_HEADER + PAGE], key, first=number == 1))
    return b"".join(found)


def _page(sealed: bytes, key: bytes, *, first: bool) -> bytes:
    body = sealed[SALT if first else 0 : USABLE]
    if len(sealed) != PAGE or len(body) % 16:
        return b""
    decryptor = Cipher(algorithms.AES(key), modes.CBC(sealed[USABLE : USABLE + 16])).decryptor()
    return decryptor.update(body) + decryptor.finalize()
