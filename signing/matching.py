"""Whether a signature was made by the key of a certificate. Knows ``cryptography``."""

from __future__ import annotations

from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from .mechanisms import ECDSA, PKCS1, PSS

HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


class PublicKey:
    """A certificate's public key, read once: verifying with it takes a fraction of a millisecond.

    Args:
        info: SubjectPublicKeyInfo, DER.

    Raises:
        ValueError: it cannot be read, or is of no kind that signs here.
    """

    def __init__(self, info: bytes) -> None:
        try:
            self._key: Any = load_der_public_key(info)
        except UnsupportedAlgorithm as error:
            raise ValueError("public key") from error
        if not isinstance(self._key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
            raise ValueError("public key")

    def verifies(self, data: bytes, signature: bytes, scheme: str, digest: str) -> bool:
        """Whether ``signature`` is one of ``data`` by this key, as ``mechanisms`` names it."""
        hashed, curve = HASHES[digest], isinstance(self._key, ec.EllipticCurvePublicKey)
        try:
            if curve and scheme == ECDSA:
                self._key.verify(signature, data, ec.ECDSA(hashed))
            elif not curve and scheme == PKCS1:
                self._key.verify(signature, data, padding.PKCS1v15(), hashed)
            elif not curve and scheme == PSS:
                salted = padding.PSS(padding.MGF1(hashed), salt_length=hashed.digest_size)
                self._key.verify(signature, data, salted, hashed)
            else:
                return False
        except InvalidSignature:
            return False
        return True
