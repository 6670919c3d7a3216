"""A server that answers with whatever bytes it is told to, and a way to spoil JSON: parts of a hostile central."""

from __future__ import annotations

import copy
import json
import random
import socket
import threading
from collections.abc import Callable, Iterable
from typing import Any

Answer = Callable[[], Iterable[bytes]]

NASTY: tuple[Any, ...] = (
    None, True, False, 0, -1, 1 << 53, -(1 << 70), 10**400, 1.5, 1e308, "", "x", "0", "\x00", "x" * 20_000,
    "9999-99-99", "2026-02-31", "2026-02-31T00:00:00Z", [], {}, [None], [[]], {"id": 7}, {"": {}}, ["x"] * 3,
    "\ud800", {"\ud800": "\udfff"}, "../../x", "C:\\x", "\u202excod.exe", "application/\r\nX: y",
    "http://127.0.0.1:9/", "https://[::1", "file:///etc/passwd",
)  # fmt: skip
"""Values that stand where others are expected."""
RAW: tuple[bytes, ...] = (
    b"NaN", b"-Infinity", b"1e999", b"-0", b"0e0", b"1" * 5000, b"[" * 50_000, b'{"a":' * 5000, b"[" * 300 + b"]" * 300,
    b'"\\ud800"', b'"\xff\xfe"', b'"\xed\xa0\x80"', b'{"id":"a","id":"b"}', b"\xef\xbb\xbf{}", b"{}{}", b"", b"\x00",
)  # fmt: skip
"""Texts that are no JSON, or none that anybody sends in earnest."""
_MARK = "\ue000raw"


def spoiled(body: bytes, rng: random.Random, times: int = 1) -> bytes:
    """A JSON text with some members replaced, dropped, repeated or made into no JSON at all."""
    value = json.loads(body)
    for _ in range(times):
        holder, key = rng.choice(_places(value))
        how = rng.random()
        if how < 0.15 and isinstance(holder, dict):
            del holder[key]
        elif how < 0.25 and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif how < 0.35:
            holder[key] = _MARK
        else:
            holder[key] = copy.deepcopy(rng.choice(NASTY))
        if not _places(value):
            break
    text = json.dumps(value, allow_nan=False).encode()
    return text.replace(json.dumps(_MARK).encode(), rng.choice(RAW))


def _places(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    pending = [value]
    while pending:
        each = pending.pop()
        keys: Iterable[Any] = each if isinstance(each, dict) else range(len(each)) if isinstance(each, list) else ()
        for key in keys:
            found.append((each, key))
            pending.append(each[key])
    return found


class Liar:
    """Listens on loopback; each connection gets the answer once its request's head has come.

    Attributes:
        answer: gives the bytes, piece by piece.
        heads: of the requests that came.
    """

    def __init__(self, answer: Answer = lambda: ()) -> None:
        self.answer = answer
        self.heads: list[bytes] = []
        self.ended = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self.port = int(self._socket.getsockname()[1])
        threading.Thread(target=self._accept, name="liar", daemon=True).start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), name="lie", daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            self.heads.append(head)
            for piece in self.answer():
                connection.sendall(piece)
        except OSError:
            return  # Who was lied to has had enough.
        finally:
            self._open.discard(connection)
            connection.close()

    def __enter__(self) -> Liar:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.ended.set()
        self._socket.close()
        for connection in list(self._open):
            connection.close()
