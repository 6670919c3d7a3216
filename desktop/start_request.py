"""What one start of the program asks of the one that runs already, and how it is written down. Pure.

One line each way: a proof, a space, and JSON in UTF-8. The proof is an HMAC by a secret that only programs of this
person can read: whoever does not know it is neither heard nor believed.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from typing import Any, Final

VERSION: Final = 1
MOST_BYTES: Final = 64 * 1024
"""Of one line. Whoever has more to ask asks several times."""
MOST_FILES: Final = 100
"""Files in one request."""
LONGEST_PATH: Final = 4096
LONGEST_LINK: Final = 400
"""Longer than any link of ours: what is cut off here is no link any more."""

_PROOF = 64  # hexadecimal digits of SHA-256


class BadMessage(Exception):
    """Nothing that a program of ours sends."""


@dataclass(frozen=True)
class StartRequest:
    """What is asked for, beside coming to the front.

    Attributes:
        link: to be shown, as it came; "" for none.
        files: PDF files to be signed, as absolute paths; on Linux a name may hold bytes that are no UTF-8, as PEP 383
            writes them.
        activation: what the window system gave the start, so that another window may come forward (Wayland).
    """

    link: str = ""
    files: tuple[str, ...] = ()
    activation: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether only the window is wanted."""
        return not self.link and not self.files

    def cut(self) -> StartRequest:
        """The same with a link that is far too long cut, as one that is too long, and with text in it alone."""
        link, activation = (
            one[:LONGEST_LINK].encode("utf-8", "replace").decode() for one in (self.link, self.activation)
        )
        return replace(self, link=link, activation=activation)

    def parts(self) -> list[StartRequest]:
        """The same in parts that fit a line each; files whose names no line holds are left out."""
        whole, found, some = self.cut(), [], []
        for file in whole.files:
            if len(file) > LONGEST_PATH or not _is_name(file):
                continue
            if len(some) == MOST_FILES or len(_json(replace(whole, files=(*some, file)))) > MOST_BYTES - 256:
                found.append(tuple(some))
                some = []
            some.append(file)
        first, *others = [*found, tuple(some)]
        return [replace(whole, files=first), *(StartRequest(files=files) for files in others)]


def ask(request: StartRequest, secret: bytes) -> tuple[bytes, str]:
    """The line that asks, and the word by which its answer is known."""
    import secrets

    nonce = secrets.token_hex(16)
    return _signed(_json(request, nonce), secret), nonce


def heard(line: bytes, secret: bytes) -> tuple[StartRequest, str]:
    """What a line asks for, and the word that its answer has to repeat.

    Raises:
        BadMessage
    """
    value = _proven(line, secret)
    if set(value) != {"version", "nonce", "link", "files", "activation"} or value["version"] != VERSION:
        raise BadMessage
    link, files, nonce, activation = value["link"], value["files"], value["nonce"], value["activation"]
    if not (_text(link, LONGEST_LINK) and _text(activation, LONGEST_LINK) and _text(nonce, 64)):
        raise BadMessage
    if not isinstance(files, list) or len(files) > MOST_FILES or not all(map(_is_file, files)):
        raise BadMessage
    return StartRequest(link, tuple(files), activation), nonce


def answer(nonce: str, secret: bytes) -> bytes:
    """The line that says: it is seen to."""
    return _signed(_dumped({"answer": "taken", "nonce": nonce}), secret)


def is_answer(line: bytes, nonce: str, secret: bytes) -> bool:
    """Whether a line answers what was asked with this word."""
    try:
        return _proven(line, secret) == {"answer": "taken", "nonce": nonce}
    except BadMessage:
        return False


def _json(request: StartRequest, nonce: str = "") -> bytes:
    return _dumped(
        {
            "version": VERSION, "nonce": nonce, "link": request.link, "files": list(request.files),
            "activation": request.activation,
        }
    )  # fmt: skip


def _dumped(value: Any) -> bytes:
    # Half a surrogate pair, as names hold them that are no text, becomes an escape of JSON's own: the line is UTF-8.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _signed(body: bytes, secret: bytes) -> bytes:
    return _proof(body, secret) + b" " + body + b"\n"


def _proof(body: bytes, secret: bytes) -> bytes:
    # Read when it is needed: the first window does not wait for it.
    import hmac

    return hmac.new(secret, body, "sha256").hexdigest().encode()


def _proven(line: bytes, secret: bytes) -> dict[str, Any]:
    proof, body = line[:_PROOF], line[_PROOF + 1 :].removesuffix(b"\n")
    if len(line) > MOST_BYTES or line[_PROOF : _PROOF + 1] != b" ":
        raise BadMessage
    import hmac

    if not hmac.compare_digest(proof, _proof(body, secret)):
        raise BadMessage
    try:
        value = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BadMessage from None
    if not isinstance(value, dict):
        raise BadMessage
    return value


def _text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and _is_text(value)


def _is_file(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_PATH and _is_name(value)


def _is_name(value: str) -> bool:
    """Whether a file of this system can be called so."""
    try:
        os.fsencode(value)
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def _is_text(value: str) -> bool:
    """Whether it can be written as UTF-8 and holds no NUL."""
    return "\0" not in value and not any("\ud800" <= one <= "\udfff" for one in value)
