"""The rules of locking: when a machine was left alone, how long to wait after a wrong word, what a token must sign.

Pure, except that a challenge is random. Knows no window, no disk and no keyring.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

LockReason = Literal["hand", "idle", "session", "sleep", "rotate"]
"""Why it was locked: by hand, nobody there, the system's own lock, the machine goes to sleep, the keys change."""

LONGEST_WAIT = 60.0
FREE_TRIES = 2
"""Wrong words after which nothing is waited for: everybody mistypes."""


@dataclass(frozen=True)
class Ways:
    """How a locked profile may be opened here.

    Attributes:
        passphrase: one was set; it opens the key's own wrap.
        token: certificates of the person are known, and the key rests where it can be read after the check.
        system: this system can ask for the password of whoever is signed in to it.
        resting: the key rests in the keyring (or in this process, for practice), and is read after the check.
    """

    passphrase: bool
    token: bool
    system: bool
    resting: bool

    @property
    def unguarded(self) -> bool:
        """Nobody can be verified: opening reads the keyring, and the person is told so."""
        return self.resting and not (self.passphrase or self.token or self.system)


class Idle:
    """When somebody was last there.

    Args:
        now: a clock that only goes forward, in seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._last = now()

    def touch(self) -> None:
        """Somebody pressed, moved or typed."""
        self._last = self._now()

    def left(self, minutes: int) -> float | None:
        """Seconds until it is to be locked, 0 when it is due; None where it never is."""
        if minutes <= 0:
            return None
        return max(0.0, self._last + minutes * 60 - self._now())


class Tries:
    """Wrong words, and how long the next one has to wait. Never a lockout: it would cost the outbox.

    Args:
        now: a clock that only goes forward, in seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._failed = 0
        self._until = 0.0

    def failed(self) -> None:
        """One more was wrong."""
        self._failed += 1
        beyond = self._failed - FREE_TRIES
        if beyond > 0:
            self._until = self._now() + min(LONGEST_WAIT, 2.0**beyond)

    def passed(self) -> None:
        """The right one."""
        self._failed, self._until = 0, 0.0

    def wait(self) -> float:
        """Seconds until the next word is looked at."""
        return max(0.0, self._until - self._now())


def new_challenge(account_key: str) -> bytes:
    """What a token signs to open a profile: never twice the same, and nothing that could pass for a document."""
    return b"tacnghiep unlock\0" + account_key.encode() + b"\0" + secrets.token_bytes(32)


def mechanism_of(certificate: bytes) -> str:
    """How the key of a certificate (DER) signs, as ``signing.tokens`` names it."""
    public = x509.load_der_x509_certificate(certificate).public_key()
    return "ecdsa" if isinstance(public, EllipticCurvePublicKey) else "rsaPkcs1"


def proves(certificate: bytes, challenge: bytes, signature: bytes) -> bool:
    """Whether the signature over the challenge was made with the key of this certificate (DER)."""
    public = x509.load_der_x509_certificate(certificate).public_key()
    try:
        if isinstance(public, RSAPublicKey):
            public.verify(signature, challenge, PKCS1v15(), hashes.SHA256())
        elif isinstance(public, EllipticCurvePublicKey):
            public.verify(signature, challenge, ECDSA(hashes.SHA256()))
        else:
            return False
    except InvalidSignature:
        return False
    return True
