"""Opening a locked profile with a token: it signs a challenge, after its PIN, with the key of a certificate of mine.

An access check, no encryption: tokens that only sign can unwrap nothing. What it opens is the keyring's key. Knows the
key sources, the PIN dialog and the rules of locking.
"""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.lanes import Lanes
from desktop.presenters.key_sources import KeySource
from desktop.presenters.tokens import SOON, Candidate
from desktop.session import locking
from signing.problems import SigningProblem, TokenMissing
from widgets.pin_dialog import PinRequest

translate = QCoreApplication.translate

AskPin = Callable[[PinRequest], Awaitable[str | None]]


class NotProven(SigningProblem):
    """What the token gave is no signature of the certificate's key."""

    code = "notProven"


def find(sources: Sequence[KeySource], digests: frozenset[str]) -> Candidate | None:
    """In a lane: a token that is in and holds one of these certificates; modules that fail hide no other."""
    problem: SigningProblem | None = None
    for source in sources:
        try:
            tokens = source.list()
        except SigningProblem as error:
            problem = error
            continue
        for token in tokens:
            for certificate in token.signing_certificates:
                if certificate.digest in digests:
                    return Candidate(source, token, certificate, frozenset({"approve"}))
    if problem is not None:
        raise problem
    return None


async def prove(
    lanes: Lanes,
    sources: Sequence[KeySource],
    digests: frozenset[str],
    account_key: str,
    ask_pin: AskPin,
    practice_pin: str = "",
) -> bool:
    """Have a token of mine sign a challenge; False where the person turned back at the PIN. The PIN is tried once.

    Raises:
        SigningProblem: no token of mine is in, the PIN is wrong or locked, the signature is not the certificate's.
    """
    found = await lanes.network(find, sources, digests)
    if found is None:
        raise TokenMissing
    pin = await ask_pin(_request(found, practice_pin))
    if pin is None:
        return False
    try:
        return await lanes.network(_signs, found, None if found.token.flags.protected_path else pin, account_key)
    finally:
        del pin


def _signs(found: Candidate, pin: str | None, account_key: str) -> bool:
    """In a lane. The token is logged out whatever comes of it."""
    serial, certificate = found.token.serial, found.certificate
    found.source.login(serial, pin)
    try:
        challenge = locking.new_challenge(account_key)
        key = found.source.key(found.token, certificate, (lambda: pin) if pin is not None else None)
        signature = key.sign(challenge, locking.mechanism_of(certificate.der))
    finally:
        with contextlib.suppress(SigningProblem):
            found.source.logout(serial)
    if not locking.proves(certificate.der, challenge, signature):
        raise NotProven
    return True


def _request(found: Candidate, practice_pin: str) -> PinRequest:
    certificate = found.certificate
    hint = translate("Tokens", "Thực hành: mã PIN của mọi thiết bị tập là %1.").replace("%1", practice_pin)
    return PinRequest(
        purpose=translate("Lock", "Mở khóa Tác nghiệp"),
        token=found.token.label,
        serial=found.token.serial,
        holder=certificate.subject,
        issuer=certificate.issuer,
        valid_until=certificate.not_after.astimezone().strftime("%d/%m/%Y"),
        expires_soon=certificate.not_after - datetime.now(UTC) < SOON,
        tries=found.tries,
        protected_path=found.token.flags.protected_path,
        hint=hint if practice_pin else "",
        accept=translate("Lock", "Mở &khóa"),
    )
