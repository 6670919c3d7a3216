"""The few certificates from which a path may be built.

Whoever sends a file or a time-stamp chooses the certificates in it, and twenty that sign each other make more paths
than can ever be tried. Here the issuers are climbed level by level, each name once and two certificates of each at
most; what leads back down is left out, so that the paths stay few. Knows pyHanko's certificate registry.
"""

from __future__ import annotations

from datetime import datetime

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.registry import CertificateRegistry, PathBuilder, TrustManager

STEPS, OF_A_NAME, MOST = 8, 2, 16


def validator_for(certificate: x509.Certificate, context: ValidationContext) -> CertificateValidator:
    """pyHanko's validator of a certificate, whose paths go through a bounded number of the context's certificates.

    Those that answer for revocation are still looked for among all of them.
    """
    builder = context.path_builder
    above = climb(certificate, builder.registry, builder.trust_manager, context.moment)
    context.path_builder = PathBuilder(builder.trust_manager, CertificateRegistry.build(above))
    return CertificateValidator(certificate, validation_context=context)


def climb(
    certificate: x509.Certificate, registry: CertificateRegistry, trusted: TrustManager, moment: datetime
) -> list[x509.Certificate]:
    """The certificates that may stand between this one and a root. Of one name those in force at the moment come
    first, then those right below a root, then those that were registered first."""
    kept: list[x509.Certificate] = []
    seen: set[str] = set()
    level = [certificate]
    for _ in range(STEPS):
        by_name: dict[str, dict[bytes, x509.Certificate]] = {}
        for one in level:
            for issuer in _issuers(one, registry, trusted):
                if issuer.subject.hashable in seen:
                    continue
                by_name.setdefault(issuer.subject.hashable, {})[issuer.issuer_serial] = issuer
        seen.update(by_name)
        level = []
        for listed in by_name.values():
            upwards = [one for one in listed.values() if _leads_up(one, seen, trusted)]
            ranked = sorted(upwards, key=lambda one: (not _in_force(one, moment), not _anchored(one, trusted)))
            level += ranked[: min(OF_A_NAME, MOST - len(kept) - len(level))]
        kept += level
        if not level or len(kept) >= MOST:
            break
    return kept


def _issuers(one: x509.Certificate, registry: CertificateRegistry, trusted: TrustManager) -> list[x509.Certificate]:
    found: list[x509.Certificate] = []
    try:
        for issuer in registry.find_potential_issuers(one, trusted):
            if isinstance(issuer, x509.Certificate):
                found.append(issuer)
    except (ValueError, TypeError):
        pass  # an extension that cannot be read: nothing is to be found by it
    return found


def _leads_up(one: x509.Certificate, seen: set[str], trusted: TrustManager) -> bool:
    return one.issuer.hashable not in seen or bool(one.self_issued) or _anchored(one, trusted)


def _anchored(one: x509.Certificate, trusted: TrustManager) -> bool:
    try:
        return any(True for _ in trusted.find_potential_issuers(one))
    except (ValueError, TypeError):
        return False


def _in_force(one: x509.Certificate, moment: datetime) -> bool:
    try:
        return one.not_valid_before <= moment <= one.not_valid_after
    except (ValueError, TypeError):
        return False
