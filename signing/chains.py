"""From a certificate to a root of the office: the chain, its period, and whether its issuer took it back.

One place for both questions that are asked of a certificate: may it sign now (``standing``), and was it good when it
signed (``validation``). Knows pyHanko's path validation and ``trust``. Waits for the network; call it off the window.
"""

from __future__ import annotations

import enum
import math
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import cms, crl, ocsp, x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
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
from pyhanko_certvalidator.fetchers import CertificateFetcher, FetcherBackend, Fetchers
from pyhanko_certvalidator.fetchers.api import FetchLimits
from pyhanko_certvalidator.fetchers.requests_fetchers import RequestsFetcherBackend
from pyhanko_certvalidator.policy_decl import DisallowWeakAlgorithmsPolicy

from .trust import Trust

PATIENCE = 4.0  # seconds for one question; a validation must say something sensible on a dead line


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
    """The answer, with the date that goes with it (of expiry, start or revocation)."""

    state: Chain
    date: datetime | None = None
    detail: str = ""


class _NoCertificates(CertificateFetcher):
    """Issuers come from the office's trust store, never from an address that a file names."""

    async def _nothing(self) -> AsyncGenerator[x509.Certificate, None]:
        return
        yield

    def fetch_cert_issuers(
        self, cert: x509.Certificate | cms.AttributeCertificateV2
    ) -> AsyncGenerator[x509.Certificate, None]:
        return self._nothing()

    def fetch_crl_issuers(self, certificate_list: object) -> AsyncGenerator[x509.Certificate, None]:
        return self._nothing()

    def fetched_certs(self) -> Iterable[x509.Certificate]:
        return ()


class _RevocationOnly(FetcherBackend):
    def __init__(self, timeout: float) -> None:
        limits = FetchLimits(max_requests=24, max_cert_requests=0)
        self._inner = RequestsFetcherBackend(math.ceil(timeout), limits=limits)

    def get_fetchers(self) -> Fetchers:
        made = self._inner.get_fetchers()
        return Fetchers(made.ocsp_fetcher, made.crl_fetcher, _NoCertificates())

    async def close(self) -> None:
        await self._inner.close()


@dataclass(frozen=True)
class Evidence:
    """Revocation answers and certificates that came with the file."""

    certificates: tuple[x509.Certificate, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()


NOTHING = Evidence()


def context_for(
    trust: Trust,
    evidence: Evidence = NOTHING,
    *,
    moment: datetime | None = None,
    revocation: str = "hard-fail",
    fetch: bool | None = None,
    timeout: float = PATIENCE,
) -> ValidationContext:
    """pyHanko's validation context over the office's roots alone; the system's roots are never asked."""
    fetching = trust.online if fetch is None else fetch
    return ValidationContext(
        trust_roots=list(trust.roots),
        other_certs=[*trust.others, *evidence.certificates],
        ocsps=list(evidence.ocsps),
        crls=list(evidence.crls),
        moment=moment,
        allow_fetching=fetching and revocation != "none",
        fetcher_backend=_RevocationOnly(timeout) if fetching and revocation != "none" else None,
        revocation_mode=revocation,
        retroactive_revinfo=moment is not None,
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
) -> ChainStanding:
    """What is known of the certificate at a moment (now when None)."""
    at = moment or datetime.now(UTC)
    found = await _try(
        certificate, context_for(trust, evidence, moment=moment, timeout=timeout), evidence, timestamping
    )
    if found.state in (Chain.GOOD, Chain.REVOKED, Chain.UNKNOWN_ISSUER):
        return found
    if trust.online and (evidence.ocsps or evidence.crls):
        # Nobody answers: what the file keeps may still be enough.
        kept_context = context_for(trust, evidence, moment=moment, fetch=False)
        kept = await _try(certificate, kept_context, evidence, timestamping)
        if kept.state in (Chain.GOOD, Chain.REVOKED):
            return kept
    plain = context_for(trust, evidence, moment=moment, revocation="none", fetch=False)
    without = await _try(certificate, plain, evidence, timestamping)
    if without.state is not Chain.GOOD:
        return without
    if moment is not None and await _revoked_later(certificate, trust, evidence, at, timestamping, timeout):
        return without
    return ChainStanding(Chain.REVOCATION_UNKNOWN, detail=found.detail)


async def _revoked_later(
    certificate: x509.Certificate,
    trust: Trust,
    evidence: Evidence,
    at: datetime,
    timestamping: bool,
    timeout: float,  # noqa: ASYNC109
) -> bool:
    """Taken back, but after the moment that counts: certvalidator makes nothing of such an answer, we do."""
    now = await _try(certificate, context_for(trust, evidence, timeout=timeout), evidence, timestamping)
    return now.state is Chain.REVOKED and now.date is not None and now.date > at


async def _try(
    certificate: x509.Certificate, context: ValidationContext, evidence: Evidence, timestamping: bool
) -> ChainStanding:
    validator = CertificateValidator(
        certificate, intermediate_certs=list(evidence.certificates), validation_context=context
    )
    try:
        if timestamping:
            await validator.async_validate_usage(set(), {"time_stamping"})
        else:
            await validator.async_validate_path()
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
    except (PathValidationError, InvalidCertificateError, ValidationError, PathError) as error:
        return ChainStanding(Chain.BAD, detail=str(error))
    except ValueError as error:
        return ChainStanding(Chain.REVOCATION_UNKNOWN, detail=f"{type(error).__name__}: {error}")
    return ChainStanding(Chain.GOOD)


def offers_revocation(certificate: x509.Certificate) -> bool:
    """Whether the certificate names anywhere to ask."""
    return bool(certificate.ocsp_urls or certificate.crl_distribution_points)
