"""The files that an act names in its payload. Knows what a file is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.office.documents import FileRef

UNNAMED: FileRef = {"blobId": "", "digest": "", "size": 0, "name": "", "mediaType": "application/octet-stream"}
"""What is taken of a file that does not say it."""


def files_in(payload: Any) -> dict[str, FileRef]:
    """Each file named anywhere in a payload, by digest."""
    found: dict[str, FileRef] = {}
    pending = [payload]
    while pending:
        value = pending.pop()
        if isinstance(value, Mapping):
            digest, media_type = value.get("digest"), value.get("mediaType")
            if isinstance(digest, str) and isinstance(media_type, str):
                found[digest] = {**UNNAMED, "blobId": f"sha256-{digest}", **value}  # type: ignore[typeddict-item]
            pending += value.values()
        elif isinstance(value, list):
            pending += value
    return found


def file_digests(payload: Any) -> tuple[str, ...]:
    """The digests of all files named anywhere in a payload."""
    return tuple(files_in(payload))
