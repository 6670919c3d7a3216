"""Whether a certificate may sign now: asked before every signature, because a file of level B-B would take a revoked
one in silence. Known bad refuses; unknown signs and is marked (DESIGN 6).

Knows ``chains`` and ``trust``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime

from asn1crypto import x509

from . import documents, times
from .chains import MALFORMED, PATIENCE, Chain, Evidence, judge
from .evidence import stored
from .integrity import signatures
from .problems import (
    CertificateChainBroken,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateUnfit,
)
from .reasons import Reason
from .revocation import Revocation
from .trust import Trust

MAY_SIGN = frozenset({"digital_signature", "non_repudiation"})


def check_certificate(
    certificate: x509.Certificate,
    trust: Trust | None,
    *,
    issuers: Iterable[x509.Certificate] = (),
    now: datetime | None = None,
    timeout: float = PATIENCE,
    revocation: Revocation | None = None,
) -> tuple[Reason, ...]:
    """What is not known about the certificate; empty when it is good.

    Args:
        certificate: the signer's.
        trust: the office's roots; None asks nothing beyond the period and the usage.
        issuers: certificates that came with the key.
        now: the moment, this machine's clock when None.
        timeout: seconds for each question over the network, where no ``revocation`` is given.
        revocation: the answers known so far, and the way to ask.

    Raises:
        CertificateExpired, CertificateNotYetValid, CertificateRevoked, CertificateUnfit, CertificateChainBroken: known
            bad.
    """
    try:
        check_period(certificate, now or datetime.now(UTC))
        usage = certificate.key_usage_value
        unfit = usage is not None and not MAY_SIGN & set(usage.native)
    except MALFORMED as error:
        raise CertificateUnfit(f"{type(error).__name__}: {error}"[:200]) from error
    if unfit:
        raise CertificateUnfit("key usage")
    if trust is None:
        return (Reason("certificateNotChecked"),)
    asked = judge(
        certificate, trust, Evidence(tuple(issuers)), moment=now, timeout=timeout, revocation=revocation,
        retroactive=False,
    )  # fmt: skip
    found = asyncio.run(asked)
    if found.state is Chain.REVOKED:
        raise CertificateRevoked(date=found.date.date().isoformat() if found.date else "")
    if found.state is Chain.WEAK:
        raise CertificateUnfit(found.detail)
    if found.state is Chain.GOOD:
        return ()
    if found.state is Chain.REVOCATION_UNKNOWN:
        return (Reason("revocationUnknown"),)
    if found.state is Chain.UNKNOWN_ISSUER:
        return (Reason("issuerUnknown"),)
    raise CertificateChainBroken(found.detail)


def again(pdf: bytes, trust: Trust, revocation: Revocation | None = None) -> str:
    """What is known now of all who signed a file, asked once more before it goes out.

    With a trusted time a certificate counts as it stood then; without one nobody can tell whether it was taken back
    before or after, so that a revoked one is bad. Good is only what is said of this moment: neither what was kept of
    earlier answers, nor an older one that the file brings.

    Returns:
        "good", "unknown" or "revoked": the worst of them.

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    return asyncio.run(_again(pdf, trust, revocation))


async def _again(pdf: bytes, trust: Trust, revocation: Revocation | None) -> str:
    reader = documents.reader(pdf)
    kept, worst = stored(reader), "good"
    for one in signatures(reader):
        if one.is_timestamp:
            continue
        if one.signature is None:
            worst = "unknown"
            continue
        offline = Trust(trust.roots, trust.others, online=False)
        at = (await times.read(one.signature, offline, kept, document=False)).at
        brought = Evidence((*kept.certificates, *one.signature.other_embedded_certs), kept.ocsps, kept.crls)
        fresh = brought.around(None, proven=False)
        found = await judge(one.signature.signer_cert, trust, fresh, moment=at, revocation=revocation, proven=bool(at))
        told = await judge(one.signature.signer_cert, offline, brought, moment=at, proven=bool(at))
        if Chain.REVOKED in (found.state, told.state):
            return "revoked"
        if found.state is not Chain.GOOD or found.as_of is not None:
            worst = "unknown"
    return worst


def check_period(certificate: x509.Certificate, now: datetime) -> None:
    """Raises CertificateExpired or CertificateNotYetValid."""
    if now > certificate.not_valid_after:
        raise CertificateExpired(date=certificate.not_valid_after.date().isoformat())
    if now < certificate.not_valid_before:
        raise CertificateNotYetValid(date=certificate.not_valid_before.date().isoformat())
