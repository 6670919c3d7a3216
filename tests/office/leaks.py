"""Looks for content in clear in every file under a folder. Knows nothing of ours."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path


def forms(word: str) -> Iterator[bytes]:
    """A word as it may lie on a disk: in UTF-8 and in UTF-16, as it is and in base64."""
    yield word.encode()
    yield word.encode("utf-16-le")
    plain = base64.b64encode(word.encode() + b"\0\0\0")
    yield plain[: len(word) // 3 * 4]


def key_forms(key: bytes) -> Iterator[bytes]:
    """A key as it may lie on a disk."""
    yield key
    yield key.hex().encode()
    yield key.hex().upper().encode()
    yield base64.b64encode(key)
    yield base64.urlsafe_b64encode(key)


def leaks(folder: Path, needles: Iterable[bytes]) -> list[str]:
    """Where one of these stands in a file, or a word in a file's name."""
    wanted = list(needles)
    found: list[str] = []
    for path in sorted(folder.rglob("*")):
        try:
            data = path.read_bytes() if path.is_file() else b""
        except FileNotFoundError:
            continue  # A file of the moment that a living program has taken away again.
        for needle in wanted:
            if needle in data or needle in path.name.encode():
                found.append(f"{path.relative_to(folder)}: {needle[:24]!r}")
    return found
