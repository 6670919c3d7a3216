"""Files to and from the central, resumable in both directions. Knows jmap and transport.

Blob identifiers are the content's address (``sha256-<hex>``), so that what the central holds already is never sent
again: that alone makes uploads resumable, piece by piece (RFC 9404, 4.1, joins the pieces there).
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from typing import BinaryIO, Protocol

from desktop.central.errors import Broken, MethodError, Refused
from desktop.central.jmap import Central, SessionResource, chunks
from desktop.central.meaning import check_status
from desktop.central.transport import Answer, Call, Transport, pieces

PLAIN_MOST = 1 << 20
"""Bytes up to which a file goes in one request."""
PIECE = 1 << 20
SLOWEST = 8 * 1024
"""Bytes a second of the slowest line that is waited for."""

Progress = Callable[[int, int], None]
"""Told of (bytes done, bytes in all), from the thread that works."""

Pace = Callable[[int], None]
"""Called with the bytes that have just moved, from the thread that works; returns when the next may."""


class Partial(Protocol):
    """A download begun, kept on disk sealed."""

    @property
    def have(self) -> int: ...
    def append(self, data: bytes) -> None: ...
    def finish(self) -> object: ...


def _no_progress(done: int, total: int) -> None:
    return


def _no_pace(count: int) -> None:
    return


class _Paced(io.BytesIO):
    """A body that is handed out no faster than the pace allows."""

    def __init__(self, data: bytes, pace: Pace) -> None:
        super().__init__(data)
        self._pace = pace

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        if piece:
            self._pace(len(piece))
        return piece


def digest_id(data: bytes) -> str:
    """The content address of ``data``."""
    return f"sha256-{hashlib.sha256(data).hexdigest()}"


def upload(
    central: Central,
    source: BinaryIO,
    size: int,
    blob_id: str,
    media_type: str,
    call: Call,
    progress: Progress = _no_progress,
    pace: Pace = _no_pace,
) -> None:
    """See to it that the central holds a file; sends only what it does not hold yet.

    Args:
        source: seekable, in clear.
        size: bytes.
        blob_id: the content's address.

    Raises:
        CentralError: Refused("tooLarge") for a file beyond the central's limit.
    """
    session = central.session(call)
    if blob_id in held(central, [blob_id], call):
        progress(size, size)
        return
    if size <= PLAIN_MOST or not session.has_blobs:
        source.seek(0)
        _send(central, session, source.read(), blob_id, media_type, call, pace)
        progress(size, size)
        return
    _upload_pieces(central, session, source, size, blob_id, media_type, call, progress, pace)


def _upload_pieces(
    central: Central,
    session: SessionResource,
    source: BinaryIO,
    size: int,
    blob_id: str,
    media_type: str,
    call: Call,
    progress: Progress,
    pace: Pace,
) -> None:
    step = max(PIECE, -(-size // session.limits.max_data_sources))
    source.seek(0)
    ids = [digest_id(piece) for piece in iter(lambda: source.read(step), b"")]
    there = held(central, ids, call)
    done = 0
    for number, piece_id in enumerate(ids):
        source.seek(number * step)
        data = source.read(step)
        if piece_id not in there:
            _send(central, session, data, piece_id, "application/octet-stream", call, pace)
            there.add(piece_id)
        done += len(data)
        progress(done, size)
    batch = central.batch(call)
    handle = batch.add("Blob/upload", create={"b": {"data": [{"blobId": i} for i in ids], "type": media_type}})
    try:
        answer = central.send(batch, call).set_(handle)
    except MethodError as error:
        if error.type not in ("unknownMethod", "unknownCapability"):
            raise
        # It says that it joins pieces and does not: the file goes whole.
        source.seek(0)
        _send(central, session, source.read(), blob_id, media_type, call, pace)
        return
    if "b" not in answer.created:
        kind = str(answer.not_created.get("b", {}).get("type", ""))
        raise Refused("tooLarge") if kind == "tooLarge" else Broken("method", type=kind, method="Blob/upload")
    if answer.created["b"].get("id", answer.created["b"].get("blobId")) != blob_id:
        raise Broken("digestMismatch")


def held(central: Central, ids: list[str], call: Call) -> set[str]:
    """Which of these the central holds for this account (RFC 9404, 4.2); none where it cannot say."""
    session = central.session(call)
    found: set[str] = set()
    if not session.has_blobs:
        return found
    for part in chunks(dict.fromkeys(ids), session.limits.max_objects_in_get):
        batch = central.batch(call)
        handle = batch.add("Blob/get", ids=part, properties=["size"])
        try:
            args = central.send(batch, call).of(handle)
        except MethodError:
            return found
        listed = args.get("list")
        if not isinstance(listed, list):
            raise Broken("wrongShape", where="Blob/get")
        found.update(str(o.get("id")) for o in listed if isinstance(o, dict))
    return found


def _send(
    central: Central,
    session: SessionResource,
    data: bytes,
    blob_id: str,
    media_type: str,
    call: Call,
    pace: Pace,
) -> None:
    if len(data) > session.limits.max_size_upload:
        raise Refused("tooLarge", most=session.limits.max_size_upload)
    timeout = 30.0 + len(data) / SLOWEST

    def work(token: str) -> Answer:
        return check_status(
            central.transport.ask(
                "POST",
                session.upload_to(),
                call,
                token=token,
                headers={"Content-Type": media_type},
                body=_Paced(data, pace),
                read_timeout=timeout,
                most=1 << 20,
            )
        )

    body = central.authorized(work, call).json()
    if not isinstance(body, dict) or not isinstance(body.get("blobId"), str):
        raise Broken("wrongShape", where="upload")
    if body["blobId"] != blob_id:
        raise Broken("digestMismatch")


_RANGE = re.compile(r"bytes ([0-9]{1,15})-([0-9]{1,15})/([0-9]{1,15}|\*)")


def download(
    central: Central,
    blob_id: str,
    name: str,
    media_type: str,
    size: int,
    partial: Partial,
    call: Call,
    progress: Progress = _no_progress,
    pace: Pace = _no_pace,
) -> None:
    """Fetch what is missing of a file into ``partial``; the digest is checked by its ``finish``.

    A cut leaves what came; the next try goes on from there. A central that knows no ranges is read from the start,
    and what was here already is skipped.

    Raises:
        CentralError: Refused("notFound") where the central has no such file.
    """
    session = central.session(call)
    url = session.download_from(blob_id, name, media_type)

    def work(token: str) -> None:
        fill(central.transport, url, size, partial, call, token, progress, pace)

    if partial.have < size:
        central.authorized(work, call)
    partial.finish()


def fill(
    transport: Transport,
    url: str,
    size: int,
    partial: Partial,
    call: Call,
    token: str | None = None,
    progress: Progress = _no_progress,
    pace: Pace = _no_pace,
) -> None:
    """One request for what ``partial`` has not got of a file of ``size`` bytes; its end is for the caller to check.

    Raises:
        CentralError: Broken("digestMismatch") where more came than the file has.
    """
    have = partial.have
    headers = {"Range": f"bytes={have}-", "Accept-Encoding": "identity"} if have else {"Accept-Encoding": "identity"}
    with transport.stream("GET", url, call, token=token, headers=headers) as response:
        skip = have
        if response.status_code == 206:
            match = _RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
            if match is None or int(match[1]) > have:
                raise Broken("wrongShape", where="Content-Range")
            skip = have - int(match[1])
        else:
            check_status(Answer(response.status_code, response.headers, b"", url))
        for piece in pieces(response, call):
            if skip >= len(piece):
                skip -= len(piece)
                continue
            fresh, skip = piece[skip:], 0
            if partial.have + len(fresh) > size:
                raise Broken("digestMismatch")
            partial.append(fresh)
            progress(partial.have, size)
            pace(len(piece))
