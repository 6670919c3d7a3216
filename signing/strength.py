"""Whether a signature is strong enough, and names the certificate it was made with. Knows pyHanko's reading of CMS.

RSA of 2048 bits, curves of 256, SHA-256 (DOMAIN.md 7): for the hash of the file, the hash within the signature, and
the signer's own key, which no path validation looks at.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import core, x509
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import get_signing_cert_attr
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

STRONG = frozenset({"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512", "shake256"})
_LEAST = {"rsa": 2048, "rsassa_pss": 2048, "ec": 256, "ed25519": 0, "ed448": 0}

# Certificates for these uses alone are no person's and no organ's.
_MACHINES = frozenset(
    {"server_auth", "time_stamping", "ocsp_signing", "ipsec_end_system", "ipsec_tunnel", "ipsec_user"}
)


def weakness(signature: EmbeddedPdfSignature) -> str:
    """What is weak in the signature, "" when nothing is."""
    if signature.md_algorithm not in STRONG:
        return signature.md_algorithm
    algorithm: Any = signature.signer_info["signature_algorithm"]
    try:
        within = algorithm.hash_algo
    except ValueError:
        within = signature.md_algorithm
    if within not in STRONG:
        return f"{algorithm['algorithm'].native}"
    return weak_key(signature.signer_cert)


def weak_key(certificate: x509.Certificate) -> str:
    """The kind and length of a key that is too short, "" of one that is not."""
    key: Any = certificate.public_key
    kind = str(key.algorithm)
    bits = int(key.bit_size) if kind in ("rsa", "rsassa_pss", "ec", "dsa") else 0
    return "" if kind in _LEAST and bits >= _LEAST[kind] else f"{kind} {bits}"


def names_certificate(signature: EmbeddedPdfSignature) -> bool:
    """Whether the signed attributes tie the signature to one certificate, as every level of PAdES asks (ETSI)."""
    attributes: Any = signature.signer_info["signed_attrs"]
    if isinstance(attributes, core.Void):
        return False
    try:
        return get_signing_cert_attr(attributes) is not None
    except SignatureValidationError:
        return True  # told elsewhere, as what it is


def has_certificate(signature: EmbeddedPdfSignature) -> bool:
    """Whether the signer's certificate is within, can be read, and is the one that the signature names."""
    try:
        return _is_one(signature.signer_cert)
    except (SignatureValidationError, ValueError, TypeError, KeyError):
        return False


def holds_signer(signature: EmbeddedPdfSignature) -> bool:
    """Whether a certificate of the name and number that the signature says is within."""
    try:
        wanted: Any = signature.signer_info["sid"]
        held: Any = signature.signed_data["certificates"]
        return held.native is not None and any(_is_called(one.chosen, wanted) for one in held)
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _is_called(certificate: Any, wanted: Any) -> bool:
    if not isinstance(certificate, x509.Certificate):
        return False
    if wanted.name != "issuer_and_serial_number":
        return wanted.native == certificate.key_identifier
    told = wanted.chosen
    return told["issuer"] == certificate.issuer and told["serial_number"].native == certificate.serial_number


def readable(certificates: Iterable[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """Those of the certificates in a container that are ones: nobody signed for what else lies there."""
    return tuple(one for one in certificates if _is_one(one))


def _is_one(certificate: x509.Certificate) -> bool:
    try:
        named = certificate.subject.hashable and certificate.issuer.hashable and certificate.public_key.algorithm
        return bool(named) and certificate.not_valid_before <= certificate.not_valid_after
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return False


def for_machines_alone(certificate: x509.Certificate) -> bool:
    """Whether the certificate's extended usages leave nothing that a person signs with."""
    usages: Any = certificate.extended_key_usage_value
    return usages is not None and not set(usages.native) - _MACHINES
