"""Framed JSON between a process and its child: four bytes of length, then the object.

Knows nothing.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import IO, Any

_LONGEST = 64 * 1024 * 1024


def write_frame(stream: IO[bytes], message: Mapping[str, Any]) -> None:
    """Writes one object. Raises BrokenPipeError or OSError when the other side is gone."""
    data = json.dumps(message, ensure_ascii=False).encode()
    stream.write(struct.pack(">I", len(data)) + data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> dict[str, Any] | None:
    """Reads one object; None when the other side is gone or speaks something else."""
    head = _exactly(stream, 4)
    if head is None:
        return None
    (length,) = struct.unpack(">I", head)
    if length > _LONGEST:
        return None
    data = _exactly(stream, length)
    if data is None:
        return None
    try:
        found = json.loads(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _exactly(stream: IO[bytes], count: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < count:
        part = stream.read(count - len(parts))
        if not part:
            return None
        parts += part
    return bytes(parts)
