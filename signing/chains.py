"""From a certificate to a root of the office: the chain, its period, and whether its issuer took it back.

One place for both questions that are asked of a certificate: may it sign now (``standing``), and was it good when it
signed (``validation``). Knows pyHanko's path validation and ``trust``. Waits for the network; call it off the window.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import crl, ocsp, x509
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import (
    DisallowedAlgorithmError,
    ExpiredError,
    InsufficientRevinfoError,
    InvalidCertificateError,
    NotYetValidError,
    PathBuildingError,
    PathError,
    PathValidationError,
    RevokedError,
    ValidationError,
)
from pyhanko_certvalidator.policy_decl import DisallowWeakAlgorithmsPolicy

from .answers import CRL, FRESH, OCSP, STILL_TELLS, Answer
from .climbing import validator_for
from .freshness import lists_since, ocsps_since
from .revocation import OLDEST_OCSP, PATIENCE, Looking, Revocation
from .services import Services
from .trust import Trust

MALFORMED = (ValueError, TypeError, LookupError, AttributeError, OverflowError)
"""What reading a malformed certificate or extension raises, on the way and before any signature is checked."""


class Chain(enum.Enum):
    """What is known of a certificate at a moment."""

    GOOD = "good"
    UNKNOWN_ISSUER = "unknownIssuer"
    REVOCATION_UNKNOWN = "revocationUnknown"
    EXPIRED = "expired"
    NOT_YET_VALID = "notYetValid"
    REVOKED = "revoked"
    WEAK = "weak"
    BAD = "bad"


@dataclass(frozen=True)
class ChainStanding:
    """The answer.

    Attributes:
        state: what is known.
        date: of expiry, start or revocation.
        detail: pyHanko's words.
        as_of: where nobody could be asked: of when the revocation answer is that was kept here.
        outdated: whether that answer is past its own date.
    """

    state: Chain
    date: datetime | None = None
    detail: str = ""
    as_of: datetime | None = None
    outdated: bool = False


@dataclass(frozen=True)
class Evidence:
    """Revocation answers and certificates that came with the file."""

    certificates: tuple[x509.Certificate, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()

    @property
    def answers(self) -> bool:
        """Whether there is any answer about revocation."""
        return bool(self.ocsps or self.crls)

    def since(self, moment: datetime) -> Evidence:
        """With the answers alone that were given at a moment or after."""
        return replace(self, ocsps=ocsps_since(self.ocsps, moment), crls=lists_since(self.crls, moment))

    def around(self, moment: datetime | None, *, proven: bool) -> Evidence:
        """With the answers alone that may say of a certificate that it was good at a moment (now when None).

        Where nothing proves when it signed, they must be as fresh as those that spare us asking: whoever holds a
        revoked certificate's key has older good ones, and signs with yesterday's date. At a proven time they are those
        that we would have taken then: lists within their term, and OCSP answers that are no replayed ones.
        """
        reference = moment or datetime.now(UTC)
        if not proven:
            return self.since(reference - FRESH)
        return replace(self, ocsps=ocsps_since(self.ocsps, reference - OLDEST_OCSP))


NOTHING = Evidence()


def context_for(
    trust: Trust,
    evidence: Evidence = NOTHING,
    *,
    moment: datetime | None = None,
    mode: str = "hard-fail",
    looking: Looking | None = None,
    retroactive: bool | None = None,
) -> ValidationContext:
    """pyHanko's validation context over the office's roots alone; the system's roots are never asked.

    Args:
        looking: where answers about revocation come from; None takes those of ``evidence`` alone.
        retroactive: take answers made after ``moment``; by default where a moment is given.
    """
    asking = looking if mode != "none" else None
    issuers = trust.answers.issuers() if trust.answers else []
    return ValidationContext(
        trust_roots=list(trust.roots),
        other_certs=[*trust.others, *issuers, *evidence.certificates],
        ocsps=list(evidence.ocsps),
        crls=list(evidence.crls),
        moment=moment,
        allow_fetching=asking is not None,
        fetcher_backend=asking,
        revocation_mode=mode,
        retroactive_revinfo=moment is not None if retroactive is None else retroactive,
        algorithm_usage_policy=DisallowWeakAlgorithmsPolicy(rsa_key_size_threshold=2048),
    )


async def judge(
    certificate: x509.Certificate,
    trust: Trust,
    evidence: Evidence = NOTHING,
    *,
    moment: datetime | None = None,
    timestamping: bool = False,
    timeout: float = PATIENCE,  # noqa: ASYNC109 - of each question, not of the whole
    revocation: Revocation | None = None,
    retroactive: bool | None = None,
    proven: bool = False,
) -> ChainStanding:
    """What is known of the certificate at a moment (now when None).

    Args:
        evidence: what came with the file. That it says "revoked" is always believed, "good" if recent enough.
        proven: a trusted time-stamp says that it had signed by ``moment``.
        timestamping: it must be one for time-stamps.
        timeout: seconds for each question, where no ``revocation`` is given.
        revocation: the answers known so far, and the way to ask; for this question alone when None.
        retroactive: take answers made after ``moment``; by default where a moment is given.
    """
    if revocation is None and trust.online:
        revocation = trust.revocation or Revocation(Services(reach=trust.reach), timeout=timeout)
    asking = revocation if trust.online else None
    question = _Question(certificate, trust, evidence, asking, timestamping, proven)
    try:
        return await _judge(question, moment, retroactive)
    except MALFORMED as error:
        return _malformed(error)


async def _judge(question: _Question, moment: datetime | None, retroactive: bool | None) -> ChainStanding:
    told = await _brought_revocation(question, moment, retroactive) if question.proven else None
    told = told or await _by_fresh_answers(question, moment)
    if told is not None:
        return told
    bare = Evidence(question.evidence.certificates)
    # Without the file's own answers: pyHanko asks for no list where one is at hand.
    found = await question.by(bare).ask(moment, retroactive)
    if found.state in (Chain.GOOD, Chain.REVOKED, Chain.UNKNOWN_ISSUER):
        return found
    brought = await _by_brought_answers(question, moment, retroactive)
    if brought is not None:
        return brought
    without = await question.by(bare, asking=False).ask(moment, retroactive, mode="none")
    if without.state is Chain.REVOCATION_UNKNOWN:
        # Said of a path that is good but for revocation, and of no other.
        return replace(without, state=Chain.BAD)
    if without.state is not Chain.GOOD:
        return without
    if moment is not None and await _revoked_later(question, moment):
        return without
    by_kept = await _by_kept_answers(question, moment)
    return by_kept or ChainStanding(Chain.REVOCATION_UNKNOWN, detail=found.detail)


@dataclass(frozen=True)
class _Question:
    """One certificate, and all that is at hand to judge it by."""

    certificate: x509.Certificate
    trust: Trust
    evidence: Evidence
    asking: Revocation | None
    timestamping: bool
    proven: bool

    def by(self, evidence: Evidence, *, asking: bool = True) -> _Question:
        """The same by other evidence, and with nobody to ask where that is meant."""
        return replace(self, evidence=evidence, asking=self.asking if asking else None)

    def counting(self, moment: datetime | None) -> Evidence:
        """Of what came with the file, what may say "good" at a moment."""
        return self.evidence.around(moment, proven=self.proven)

    async def try_(self, evidence: Evidence, moment: datetime | None) -> ChainStanding:
        """One validation by this evidence alone."""
        context = context_for(self.trust, evidence, moment=moment)
        return await _try(self.certificate, context, self.timestamping, self.trust)

    async def ask(
        self, moment: datetime | None, retroactive: bool | None = None, mode: str = "hard-fail"
    ) -> ChainStanding:
        """One validation; answers that came to no good are not kept."""
        looking = self.asking.look() if self.asking is not None and mode != "none" else None
        known = self.trust.judged if looking is None else None
        key = (moment, retroactive, mode, *self._key()) if known is not None else ()
        if known is not None and key in known:
            return known[key]
        context = context_for(
            self.trust, self.evidence, moment=moment, mode=mode, looking=looking, retroactive=retroactive
        )
        found = await _try(self.certificate, context, self.timestamping, self.trust)
        if looking is not None and found.state not in (Chain.GOOD, Chain.REVOKED):
            looking.drop()
        elif looking is not None and self.trust.answers is not None:
            self.trust.answers.learn(*looking.fetched())
        if known is not None:
            known[key] = found
        return found

    def _key(self) -> tuple[Any, ...]:
        """What the answer stands on, where nobody is asked: certificate and evidence, byte for byte."""
        evidence = self.evidence
        return (
            self.certificate.dump(),
            self.timestamping,
            self.trust.answers is None,
            frozenset(one.dump() for one in evidence.certificates),
            frozenset(one.dump() for one in evidence.ocsps),
            frozenset(one.dump() for one in evidence.crls),
        )


async def _by_fresh_answers(question: _Question, moment: datetime | None) -> ChainStanding | None:
    """Asked within the hour: not asked again. What the file itself carries does not count here."""
    trust = question.trust
    fresh = trust.answers.at_hand(not_before=datetime.now(UTC) - FRESH) if trust.answers and trust.online else []
    if not fresh:
        return None
    found = await question.try_(_with(Evidence(question.evidence.certificates), fresh), moment)
    return found if found.state in (Chain.GOOD, Chain.REVOKED) else None


async def _by_brought_answers(
    question: _Question, moment: datetime | None, retroactive: bool | None
) -> ChainStanding | None:
    """Nobody answers, or not about the whole chain: what came with the file may still be enough."""
    if not question.evidence.answers:
        return None
    counting = question.counting(moment)
    for one in (question.by(counting), question.by(counting, asking=False)) if counting.answers else ():
        found = await one.ask(moment, retroactive)
        if found.state in (Chain.GOOD, Chain.REVOKED):
            return found
    return await _brought_revocation(question, moment, retroactive)


async def _brought_revocation(
    question: _Question, moment: datetime | None, retroactive: bool | None
) -> ChainStanding | None:
    """What came with the file says "revoked". Of a time long ago it may be all that still says so: lists let go of
    certificates that have expired."""
    if not question.evidence.answers:
        return None
    found = await question.by(question.evidence, asking=False).ask(moment, retroactive)
    return found if found.state is Chain.REVOKED else None


async def _by_kept_answers(question: _Question, moment: datetime | None) -> ChainStanding | None:
    """Nobody can be asked: what was answered earlier, said with its time."""
    answers = question.trust.answers
    kept = answers.at_hand() if answers else []
    about = max((one.at for one in kept if one.is_about(question.certificate)), default=None)
    if about is None:
        return None
    # Nobody but the issuer chose these: they count within their term, but for answers as old as replayed ones.
    known = _with(question.counting(moment), kept, around=moment)
    found = await question.try_(known, moment)
    if found.state in (Chain.GOOD, Chain.REVOKED):
        return replace(found, as_of=about)
    if moment is not None or datetime.now(UTC) - about > STILL_TELLS:
        return None
    then = await question.try_(known, about)
    return replace(then, as_of=about, outdated=True) if then.state in (Chain.GOOD, Chain.REVOKED) else None


def _with(evidence: Evidence, kept: Iterable[Answer], around: datetime | None = None) -> Evidence:
    kept = list(kept)
    ocsps = [ocsp.OCSPResponse.load(one.der) for one in kept if one.kind == OCSP]
    crls = [crl.CertificateList.load(one.der) for one in kept if one.kind == CRL]
    ours = Evidence((), tuple(ocsps), tuple(crls)).around(around, proven=True)
    return Evidence(evidence.certificates, (*evidence.ocsps, *ours.ocsps), (*evidence.crls, *ours.crls))


async def _revoked_later(question: _Question, at: datetime) -> bool:
    """Taken back, but after the moment that counts: certvalidator makes nothing of such an answer, we do."""
    bare = Evidence(question.evidence.certificates)
    for one in (question.by(bare), question.by(question.evidence, asking=False)):
        now = await one.ask(None)
        if now.state is Chain.REVOKED and now.date is not None and now.date > at:
            return True
    return False


async def _try(
    certificate: x509.Certificate, context: ValidationContext, timestamping: bool, trust: Trust
) -> ChainStanding:
    try:
        validator = validator_for(certificate, context)
        if timestamping:
            path = await validator.async_validate_usage(set(), {"time_stamping"})
        else:
            path = await validator.async_validate_path()
    except RevokedError as error:
        return ChainStanding(Chain.REVOKED, error.revocation_dt, str(error))
    except InsufficientRevinfoError as error:
        return ChainStanding(Chain.REVOCATION_UNKNOWN, detail=str(error))
    except ExpiredError as error:
        return ChainStanding(Chain.EXPIRED, error.expired_dt, str(error))
    except NotYetValidError as error:
        return ChainStanding(Chain.NOT_YET_VALID, certificate.not_valid_before, str(error))
    except DisallowedAlgorithmError as error:
        return ChainStanding(Chain.WEAK, detail=str(error))
    except PathBuildingError as error:
        return ChainStanding(Chain.UNKNOWN_ISSUER, detail=str(error))
    except (PathValidationError, InvalidCertificateError, ValidationError, PathError, AssertionError) as error:
        # An assertion: signed with another kind of key than the issuer it names has.
        return ChainStanding(Chain.BAD, detail=str(error))
    except MALFORMED as error:
        # Nothing was proven by then: whoever makes a certificate can make it raise this before its signature counts.
        return _malformed(error)
    if trust.answers is not None:
        # A file that carries its signer's certificate alone may come next.
        trust.answers.learn_issuers(one for one in path.iter_certs(include_root=False) if one.ca)
    return ChainStanding(Chain.GOOD)


def _malformed(error: Exception) -> ChainStanding:
    return ChainStanding(Chain.BAD, detail=f"{type(error).__name__}: {error}"[:200])


def offers_revocation(certificate: x509.Certificate) -> bool:
    """Whether the certificate names anywhere to ask."""
    return bool(certificate.ocsp_urls or certificate.crl_distribution_points)
