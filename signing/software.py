"""A practice key from a PKCS#12 file. Real offices sign with tokens; nothing here is offered to them.

Knows ``cryptography``.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from .matching import HASHES
from .mechanisms import ECDSA, PKCS1, PSS, parts
from .problems import KeyFileUnreadable, MechanismMissing


class SoftwareKey:
    """A private key in memory, with its certificate and chain."""

    def __init__(
        self, private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, certificate: bytes, chain: tuple[bytes, ...] = ()
    ) -> None:
        self._private = private
        self._certificate = certificate
        self._chain = chain

    @classmethod
    def from_pkcs12(cls, data: bytes, passphrase: str | None) -> SoftwareKey:
        """Opens a PKCS#12 file.

        Raises:
            KeyFileUnreadable: damaged, wrong passphrase, or it holds no key that signs.
        """
        try:
            private, certificate, others = pkcs12.load_key_and_certificates(
                data, passphrase.encode() if passphrase is not None else None
            )
        except (ValueError, TypeError) as error:
            raise KeyFileUnreadable(type(error).__name__) from error
        if certificate is None or not isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
            raise KeyFileUnreadable("no key and certificate")
        return cls(
            private,
            certificate.public_bytes(Encoding.DER),
            tuple(one.public_bytes(Encoding.DER) for one in others),
        )

    @property
    def certificate(self) -> bytes:
        """The certificate, DER."""
        return self._certificate

    @property
    def chain(self) -> tuple[bytes, ...]:
        """The other certificates of the file, DER."""
        return self._chain

    def sign(self, data: bytes, mechanism: str) -> bytes:
        """Signs; see ``signer.SigningKey``."""
        try:
            scheme, digest = parts(mechanism)
        except ValueError:
            raise MechanismMissing(mechanism) from None
        hashed = HASHES[digest]
        if isinstance(self._private, ec.EllipticCurvePrivateKey) and scheme == ECDSA:
            return self._private.sign(data, ec.ECDSA(hashed))
        if isinstance(self._private, rsa.RSAPrivateKey) and scheme == PKCS1:
            return self._private.sign(data, padding.PKCS1v15(), hashed)
        if isinstance(self._private, rsa.RSAPrivateKey) and scheme == PSS:
            pss = padding.PSS(padding.MGF1(hashed), salt_length=hashed.digest_size)
            return self._private.sign(data, pss, hashed)
        raise MechanismMissing(mechanism)
