"""Names for what a key does: a scheme, and the digest it goes by. ``rsaPkcs1`` alone means SHA-256.

Knows nothing. The names cross the frames to a token's agent.
"""

from __future__ import annotations

PKCS1 = "rsaPkcs1"
PSS = "rsaPss"
ECDSA = "ecdsa"

DIGEST = "sha256"
DIGESTS = ("sha256", "sha384", "sha512")
"""SHA-256 and up: nothing weaker is ever asked of a key."""

# DER of DigestInfo, for tokens that only sign what is hashed already (RFC 8017, 9.2, note 1).
DIGEST_INFO = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
    "sha512": bytes.fromhex("3051300d060960864801650304020305000440"),
}


def named(scheme: str, digest: str = DIGEST) -> str:
    """The name: ``rsaPss`` with SHA-384 is ``rsaPss-sha384``."""
    return scheme if digest == DIGEST else f"{scheme}-{digest}"


def parts(mechanism: str) -> tuple[str, str]:
    """Scheme and digest of a name.

    Raises:
        ValueError: no such digest.
    """
    scheme, _, digest = mechanism.partition("-")
    if (digest or DIGEST) not in DIGESTS:
        raise ValueError(mechanism)
    return scheme, digest or DIGEST
