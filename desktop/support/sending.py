"""Sends a report to the office's own address, and nowhere else. Knows the transport.

One POST of the zip, by the same proxy and trust store as the sync; a redirect is refused (the transport follows none
for a POST). Nothing is kept to be sent later: whoever sends is told, and can save it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from desktop.central import strict_json
from desktop.central.errors import Broken, Refused
from desktop.central.transport import Call, Transport

_MOST_ANSWER = 64 * 1024
_LONGEST_REFERENCE = 80


def mail_address(url: str) -> str:
    """The address that a mailto: names; "" where it is no such thing. What else it says of a message is left out."""
    parts = urlsplit(url)
    return parts.path if parts.scheme == "mailto" else ""


def receiver(url: str) -> str:
    """Where a report goes, as it is shown to whoever sends it."""
    return mail_address(url) or urlsplit(url).hostname or ""


def mail_link(url: str, subject: str) -> str:
    """A link that opens a new message to the address."""
    return f"mailto:{quote(mail_address(url), safe='@')}?subject={quote(subject)}"


def send(
    url: str, data: bytes, name: str, transport: Transport, call: Call, progress: Callable[[float], object]
) -> str:
    """Send it; blocks. The reference under which it is known there, "" where none was given.

    Args:
        name: of the file.
        progress: told which part has left, 0 to 1, on this thread.

    Raises:
        CentralError: it was not taken, or nobody answered.
        Stopped: ended from here.
    """
    if urlsplit(url).username is not None:
        raise Refused("notAnAddress")
    body = _Watched(data, progress)
    headers = {"Content-Type": "application/zip", "Content-Disposition": f'attachment; filename="{name}"'}
    answer = transport.ask("POST", url, call, headers=headers, body=body, read_timeout=60.0, most=_MOST_ANSWER)
    if 200 <= answer.status < 300:
        return _reference(answer.body)
    if answer.status in (401, 403):
        raise Refused("reportRefused", status=answer.status)
    if answer.status == 413:
        raise Refused("tooLarge")
    raise Broken("reportNotTaken", status=answer.status)


def _reference(body: bytes) -> str:
    """What the office calls it; other answers say nothing."""
    try:
        found = strict_json.read(body)
    except ValueError:
        return ""
    said = found.get("reference") if isinstance(found, dict) else None
    text = said if isinstance(said, str) else ""
    return text if text.isprintable() and len(text) <= _LONGEST_REFERENCE else ""


class _Watched(io.BytesIO):
    """Bytes that tell how many of them were read."""

    def __init__(self, data: bytes, progress: Callable[[float], object]) -> None:
        super().__init__(data)
        self._whole = max(1, len(data))
        self._progress = progress

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self._progress(min(1.0, self.tell() / self._whole))
        return piece
