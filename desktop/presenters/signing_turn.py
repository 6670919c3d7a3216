"""Who may ask the token: one file at a time, nobody while the person has paused, nobody after the end. Knows signing.

The files of a batch are in hand side by side, so that reading, services and writing hide behind the token's own time;
they meet here. What the token or the PIN refuses ends the batch in the thread that heard it, before another can ask.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from signing.effort import waiting
from signing.problems import SigningProblem

if TYPE_CHECKING:
    from signing.signer import SigningKey

SUBJECT: ContextVar[str] = ContextVar("signing_subject", default="")
"""Name of the file that is being signed in this thread, for tokens that ask for the PIN each time."""


class NotAsked(SigningProblem):
    """The batch has ended before the token was asked for this file."""

    code = "notAsked"


class Turn:
    """The one place before the token.

    Attributes:
        asked: signatures that the token was asked for.
    """

    def __init__(self) -> None:
        self.asked = 0
        self._token = threading.Lock()
        self._moved = threading.Condition()
        self._paused = False
        self._over = False

    def pause(self) -> None:
        """Let nobody ask until `resume`; who asks already is not disturbed."""
        with self._moved:
            self._paused = True

    def resume(self) -> None:
        """Go on."""
        with self._moved:
            self._paused = False
            self._moved.notify_all()

    def end(self) -> None:
        """Let nobody ask any more."""
        with self._moved:
            self._over = True
            self._moved.notify_all()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for the token and have it to oneself; called in a lane's thread.

        Raises:
            NotAsked: the batch has ended.
        """
        with waiting(), self._token:
            with self._moved:
                self._moved.wait_for(lambda: self._over or not self._paused)
                if self._over:
                    raise NotAsked
            self.asked += 1
            yield


class KeyInTurn:
    """A key that waits for its turn; as ``signing.signer.SigningKey``."""

    def __init__(self, key: SigningKey, turn: Turn) -> None:
        self._key = key
        self._turn = turn

    @property
    def certificate(self) -> bytes:
        """The certificate, DER."""
        return self._key.certificate

    @property
    def chain(self) -> tuple[bytes, ...]:
        """Certificates of the issuers that are at hand, DER."""
        return self._key.chain

    def sign(self, data: bytes, mechanism: str) -> bytes:
        """Signs; what goes wrong with the token or the PIN ends the batch."""
        with self._turn.taken():
            try:
                return self._key.sign(data, mechanism)
            except SigningProblem:
                self._turn.end()
                raise
