"""Everything that keeps people from signing, looked for: the readers and their service, drivers, tokens, PINs,
certificates, roots, services and the clock (DOMAIN.md 7, the errors that users really meet).

Looks, and changes nothing; enters no PIN. Waits for drivers and services: belongs on a thread. Knows signing and the
words of the findings.
"""

from __future__ import annotations

import asyncio
import hashlib
import struct
import sys
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from asn1crypto import x509

from desktop import finding_words
from desktop.findings import Finding, Level
from desktop.office.world import VIETNAM
from signing.modules import Module
from signing.problems import (
    CertificateChainBroken,
    CertificateRevoked,
    CertificateUnfit,
    ModuleWrongSize,
    SigningProblem,
    TimestampUnavailable,
)
from signing.readers import Readers
from signing.sentences import sentence as problem_sentence
from signing.tokens import Token, TokenCertificate

if TYPE_CHECKING:
    from signing.timestamps import TimestampService
    from signing.trust import Trust

WRONG_CLOCK = timedelta(minutes=5)
SOON = timedelta(days=30)
SLOW = 10.0  # seconds
_TOGETHER = 60.0  # seconds within which every driver has said what it will
# Of PIV cards (SP 800-73-4) the key of this identifier asks each time; it is not seen before the PIN.
_PIV_ALWAYS = ("piv_II", "02")


@dataclass(frozen=True)
class Asked:
    """One driver to be asked; ``tokens`` lists what is behind it, and may raise SigningProblem."""

    module: Module
    tokens: Callable[[], Sequence[Token]]


@dataclass(frozen=True)
class Scene:
    """What is examined.

    Attributes:
        readers: asks PC/SC.
        asked: the drivers.
        mine: digests of the certificates of whoever works here; None where that is not known.
        trust: what the office trusts, None where there is no root.
        timestamps: the time-stamping service, as far as this network lets it be asked; None where none is set.
        offset: how far this clock is behind the central's; None where that is not known.
        now: the moment by this clock.
    """

    readers: Callable[[], Readers]
    asked: Sequence[Asked]
    mine: Collection[str] | None
    trust: Callable[[], Trust | None]
    timestamps: TimestampService | None
    offset: timedelta | None
    now: datetime


def examine(scene: Scene) -> list[Finding]:
    """Every finding about signing, in the order in which a person would look."""
    trust = scene.trust()
    answers = _ask_all(scene.asked)
    tokens = [token for answer in answers if not isinstance(answer, SigningProblem) for token in answer]
    return [
        *_readers(scene.readers(), bool(tokens)),
        *_modules(scene.asked, answers),
        *(finding for token in _once(tokens) for finding in _token(token, scene, trust)),
        *_trust(trust),
        _timestamps(scene.timestamps),
        *_clock(scene.offset),
        *(_made("hints", "hint", code) for code in ("hintPlace", "hintEachTime", "hintUnknown")),
    ]


def _made(part: str, level: Level, code: str, **values: Any) -> Finding:
    return Finding(part, level, code, finding_words.sentence(code, values), values)


# -- readers and drivers ---------------------------------------------------------------------------------------


def _readers(readers: Readers, tokens_seen: bool) -> list[Finding]:
    # A token that needs no reader is no reason to complain of the service.
    level: Level = "note" if tokens_seen else "problem"
    if readers.service == "none":
        return [_made("readers", "note", "noReaderLibrary")]
    if readers.service == "stopped":
        code = "serviceStoppedWindows" if sys.platform == "win32" else "serviceStoppedLinux"
        return [_made("readers", level, code)]
    if not readers.names:
        return [_made("readers", "ok" if tokens_seen else "note", "noReader")]
    names = ", ".join(readers.names)
    return [_made("readers", "ok", "readersRunning", readers=names, holding=list(readers.holding))]


def _ask_all(asked: Sequence[Asked]) -> list[Sequence[Token] | SigningProblem]:
    """All at once: one that hangs delays no other."""
    answers: list[Sequence[Token] | SigningProblem] = [SigningProblem() for _ in asked]

    def ask(place: int) -> None:
        module = asked[place].module
        if not module.fits:
            answers[place] = ModuleWrongSize()
            return
        try:
            answers[place] = list(asked[place].tokens())
        except SigningProblem as problem:
            answers[place] = problem

    threads = [threading.Thread(target=ask, args=(place,), daemon=True) for place in range(len(asked))]
    for thread in threads:
        thread.start()
    late = time.monotonic() + _TOGETHER
    for thread in threads:
        thread.join(max(0.0, late - time.monotonic()))
    return answers


def _modules(asked: Sequence[Asked], answers: Sequence[Sequence[Token] | SigningProblem]) -> list[Finding]:
    if not asked:
        return [_made("tokens", "note", "noModule")]
    served = {one.module.vendor for one, answer in zip(asked, answers, strict=True) if _works(answer)}
    found = [_module(one.module, answer, served) for one, answer in zip(asked, answers, strict=True)]
    if not any(_works(answer) and answer for answer in answers):
        found.append(_made("tokens", "note", "noToken"))
    return found


def _works(answer: Sequence[Token] | SigningProblem) -> bool:
    return not isinstance(answer, SigningProblem)


def _module(module: Module, answer: Sequence[Token] | SigningProblem, served: Collection[str]) -> Finding:
    name = module.vendor or module.path.name
    values = {"name": name, "module": str(module.path), "vendor": module.vendor, "source": module.source}
    if isinstance(answer, ModuleWrongSize):
        # Beside one of the right size it is as it should be.
        level: Level = "ok" if module.vendor and module.vendor in served else "problem"
        bits, own = module.bits or 32, struct.calcsize("P") * 8
        return _made("tokens", level, "wrongWordSize", **values, bits=bits, own=own)
    if isinstance(answer, SigningProblem):
        said = problem_sentence(answer.code, finding_words.VI, answer.args_map)
        text = finding_words.sentence("moduleProblem", {"name": name, "sentence": said})
        return Finding("tokens", "problem", answer.code, text, {**values, "problem": answer.code})
    tokens = [{"label": one.label, "serial": one.serial, "reader": one.reader} for one in answer]
    return _made("tokens", "ok", "moduleWorks", **values, count=len(answer), tokens=tokens)


# -- tokens and certificates -------------------------------------------------------------------------------------


def _once(tokens: Sequence[Token]) -> list[Token]:
    """A token that two drivers show counts once: the one whose content was read."""
    found: dict[tuple[str, ...], Token] = {}
    for token in tokens:
        digests = tuple(sorted(one.digest for one in token.certificates))
        found.setdefault(digests or (token.serial,), token)
    return list(found.values())


def _token(token: Token, scene: Scene, trust: Trust | None) -> list[Finding]:
    named = {"label": token.label, "serial": token.serial}
    if token.failed:
        return [_made("tokens", "problem", "tokenUnreadable", **named, detail=token.failed)]
    found = [_made("tokens", "ok", "tokenFound", **named), *_pin(token, named)]
    if not token.signing_certificates:
        found.append(_made("tokens", "problem", "noCertificate", **named))
    for certificate in token.signing_certificates:
        found += _certificate(token, certificate, scene, trust)
    return found


def _pin(token: Token, named: Mapping[str, str]) -> list[Finding]:
    flags = token.flags
    for holds, level, code in (
        (flags.locked, "problem", "pinLocked"),
        (not flags.pin_set, "problem", "pinNotSet"),
        (flags.change_pin_first, "problem", "pinExpired"),
        (flags.final_try, "note", "pinFinalTry"),
        (flags.pin_count_low, "note", "pinLow"),
    ):
        if holds:
            return [_made("tokens", "problem" if level == "problem" else "note", code, **named)]
    return []


def _certificate(token: Token, one: TokenCertificate, scene: Scene, trust: Trust | None) -> list[Finding]:
    values = {
        "subject": one.subject,
        "issuer": one.issuer,
        "start": _day(one.not_before),
        "until": _day(one.not_after),
        "digest": one.digest,
        "serial": token.serial,
    }
    if scene.mine is not None and one.digest not in scene.mine:
        return [_made("tokens", "note", "certificateNotYours", **values)]
    if one.not_after < scene.now:
        return [_made("tokens", "problem", "certificateExpired", **values)]
    if one.not_before > scene.now:
        return [_made("tokens", "problem", "certificateNotYetValid", **values)]
    if one.has_key is False:
        return [_made("tokens", "problem", "keyMissing", **values)]
    found = _standing(token, one, trust, values)
    if one.not_after - scene.now < SOON:
        days = (one.not_after - scene.now).days
        found.append(_made("tokens", "note", "certificateEndsSoon", **values, days=days))
    if (token.manufacturer, one.key_id) == _PIV_ALWAYS:
        found.append(_made("tokens", "note", "asksEachTime", **values))
    return found


def _standing(token: Token, one: TokenCertificate, trust: Trust | None, values: Mapping[str, Any]) -> list[Finding]:
    from signing.standing import check_certificate

    issuers = [x509.Certificate.load(other.der) for other in token.certificates if other.is_authority]
    try:
        reasons = check_certificate(x509.Certificate.load(one.der), trust, issuers=issuers)
    except CertificateRevoked:
        return [_made("tokens", "problem", "certificateRevoked", **values)]
    except CertificateUnfit:
        return [_made("tokens", "problem", "certificateUnfit", **values)]
    except CertificateChainBroken:
        return [_made("tokens", "problem", "issuerBad", **values)]
    except SigningProblem:
        return []  # its period, which was said
    known = ("issuerUnknown", "revocationUnknown")
    found = [_made("tokens", "note", reason.code, **values) for reason in reasons if reason.code in known]
    return found or [_made("tokens", "ok", "certificateGood", **values)]


def _day(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).strftime("%d/%m/%Y")


# -- roots, services, clock --------------------------------------------------------------------------------------


def _trust(trust: Trust | None) -> list[Finding]:
    count = len(trust.roots) if trust is not None else 0
    return [_made("trust", "ok", "rootsFound", count=count) if count else _made("trust", "note", "noRoots")]


def _timestamps(service: TimestampService | None) -> Finding:
    if service is None:
        return _made("services", "note", "noTimestampService")
    began = time.monotonic()
    try:
        asyncio.run(service.token(hashlib.sha256(b"diagnose").digest()))
    except TimestampUnavailable as problem:
        return _made("services", "note", "timestampUnreachable", url=service.url, detail=problem.detail)
    seconds = round(time.monotonic() - began, 1)
    slow = seconds > SLOW
    return _made("services", "note" if slow else "ok", "timestampSlow" if slow else "timestampWorks", url=service.url,
                 seconds=seconds)  # fmt: skip


def _clock(offset: timedelta | None) -> list[Finding]:
    if offset is None:
        return []
    minutes = round(abs(offset).total_seconds() / 60)
    if abs(offset) > WRONG_CLOCK:
        return [_made("clock", "problem", "clockWrong", minutes=minutes)]
    return [_made("clock", "ok", "clockRight")]
