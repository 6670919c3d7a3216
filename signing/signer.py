"""The bridge from a key, wherever it lives, to pyHanko.

A key is anything that signs bytes for a certificate: a token in an agent process, or a practice key from a file.
Knows pyHanko's ``Signer`` and the errors of ``problems``.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

import signing.whole_pyhanko  # noqa: F401 - first

from asn1crypto import algos, cms, core, tsp, x509
from pyhanko.sign import Signer
from pyhanko.sign.attributes import CMSAttributeProvider, SignedAttributeProviderSpec
from pyhanko.sign.general import as_signing_certificate_v2, simple_cms_attribute
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .matching import PublicKey
from .mechanisms import DIGEST, ECDSA, PKCS1, PSS, named
from .problems import CertificateUnfit, SignatureMismatch, TimestampUnavailable
from .timestamps import TimestampService
from .trust import digest_of

Structure = TypeVar("Structure", bound=core.Asn1Value)


class SigningKey(Protocol):
    """A private key with its certificate."""

    @property
    def certificate(self) -> bytes:
        """The certificate, DER."""
        ...

    @property
    def chain(self) -> tuple[bytes, ...]:
        """Certificates of the issuers that are at hand, DER; the trust store may know more."""
        ...

    def sign(self, data: bytes, mechanism: str) -> bytes:
        """Signs ``data``, hashed on the way, as ``mechanisms`` names it: ``rsaPkcs1`` (SHA-256), ``ecdsa-sha384``.

        Returns the signature as CMS wants it: ECDSA as a DER sequence.
        """
        ...


class _SigningCertificate(CMSAttributeProvider):
    """Which certificate signs (signing-certificate-v2, RFC 5035): the same for every file, so made once."""

    attribute_type = "signing_certificate_v2"

    def __init__(self, certificate: x509.Certificate) -> None:
        self._value = settled(as_signing_certificate_v2(certificate))

    async def build_attr_value(self, dry_run: bool = False) -> tsp.SigningCertificateV2:
        """Called by pyHanko."""
        return self._value


class _SignedAttributes(SignedAttributeProviderSpec):
    """What PAdES has signed beside the digest: the certificate, and no time (ETSI EN 319 142-1, 6.3)."""

    def __init__(self, certificate: x509.Certificate) -> None:
        self._providers = (_SigningCertificate(certificate),)

    def signed_attr_providers(self, data_digest: bytes, digest_algorithm: str) -> Iterable[CMSAttributeProvider]:
        """Called by pyHanko."""
        return self._providers


class KeySigner(Signer):
    """pyHanko's signer over a ``SigningKey``. Made once for a batch; each file gets one of its own by ``for_file``.

    The certificate is registered once: it goes into the CMS as the signer's, so the registry holds issuers only
    (some validators refuse a file that carries a certificate twice).
    """

    def __init__(
        self,
        key: SigningKey,
        *,
        prefer_pss: bool = False,
        digest: str = DIGEST,
        issuers: Iterable[x509.Certificate] = (),
        timestamps: TimestampService | None = None,
    ) -> None:
        certificate = x509.Certificate.load(key.certificate)
        store = SimpleCertificateStore()
        own = digest_of(key.certificate)
        known = [x509.Certificate.load(one) for one in key.chain] + list(issuers)
        store.register_multiple(one for one in _issuers_of(certificate, known) if digest_of(one.dump()) != own)
        super().__init__(
            prefer_pss=prefer_pss, embed_roots=False, signing_cert=certificate, cert_registry=store,
            signature_mechanism=None,
        )  # fmt: skip
        self.signed_attr_prov_spec = _SignedAttributes(certificate)
        self.key = key
        self.timestamps = timestamps
        self.timestamp_problem: TimestampUnavailable | None = None
        self.issuers = tuple(store)
        self.digest = digest
        self.scheme = self._choose(certificate, prefer_pss)
        self.mechanism = named(self.scheme, digest)
        self._mechanism_name = settled(self._named_mechanism())
        self._public = _public_key(certificate)

    def for_file(self) -> KeySigner:
        """The same for one more file, with nothing known of a timestamp."""
        found = copy.copy(self)
        found.timestamp_problem = None
        return found

    @staticmethod
    def _choose(certificate: x509.Certificate, prefer_pss: bool) -> str:
        """Circular 15/2025: RSA of 2048 bits or more, EC of 256 or more."""
        public = certificate.public_key
        if public.algorithm == "rsa" and public.bit_size >= 2048:
            return PSS if prefer_pss else PKCS1
        if public.algorithm == "rsassa_pss" and public.bit_size >= 2048:
            return PSS
        if public.algorithm == "ec" and public.bit_size >= 256:
            return ECDSA
        raise CertificateUnfit(f"{public.algorithm} {public.bit_size}")

    def get_signature_mechanism_for_digest(self, digest_algorithm: str | None) -> algos.SignedDigestAlgorithm:
        """The CMS name of what the key does; PSS with a salt as long as the digest."""
        return self._mechanism_name

    def _named_mechanism(self) -> algos.SignedDigestAlgorithm:
        if self.scheme == ECDSA:
            return algos.SignedDigestAlgorithm({"algorithm": f"{self.digest}_ecdsa"})
        if self.scheme == PKCS1:
            return algos.SignedDigestAlgorithm({"algorithm": f"{self.digest}_rsa", "parameters": core.Null()})
        hashed = algos.DigestAlgorithm({"algorithm": self.digest})
        parameters = algos.RSASSAPSSParams(
            {
                "hash_algorithm": hashed,
                "mask_gen_algorithm": algos.MaskGenAlgorithm({"algorithm": "mgf1", "parameters": hashed.copy()}),
                "salt_length": hashlib.new(self.digest).digest_size,
            }
        )
        return algos.SignedDigestAlgorithm({"algorithm": "rsassa_pss", "parameters": parameters})

    async def signed_attrs(self, *args: Any, **kwargs: Any) -> cms.CMSAttributes:
        """What is signed, as pyHanko puts it together."""
        return settled(await super().signed_attrs(*args, **kwargs))

    def signer_info(self, digest_algorithm: str, signed_attrs: cms.CMSAttributes, signature: bytes) -> cms.SignerInfo:
        """The signer's part of the CMS, as pyHanko puts it together."""
        return settled(super().signer_info(digest_algorithm, signed_attrs, signature))

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Called by pyHanko with the signed attributes. Waits for the token: each file has a thread to itself.

        What comes back is verified: a token may hold another certificate's key, and a driver may be at fault.

        Raises:
            SignatureMismatch: it is no signature by the certificate's key.
        """
        if dry_run:
            return bytes(512)
        if digest_algorithm.lower() != self.digest:
            raise CertificateUnfit(digest_algorithm)
        signature = self.key.sign(data, self.mechanism)
        if not self._public.verifies(data, signature, self.scheme, self.digest):
            raise SignatureMismatch(self.mechanism)
        return signature

    async def unsigned_attrs(
        self,
        digest_algorithm: str,
        signature: bytes,
        signed_attrs: cms.CMSAttributes,
        timestamper: object = None,
        dry_run: bool = False,
    ) -> cms.CMSAttributes | None:
        """The signature timestamp, when the service gives one; its silence is kept in ``timestamp_problem``."""
        self.timestamp_problem = None
        if self.timestamps is None or dry_run:
            return None
        try:
            token = await self.timestamps.token(hashlib.new(digest_algorithm, signature).digest(), digest_algorithm)
        except TimestampUnavailable as problem:
            self.timestamp_problem = problem
            return None
        return cms.CMSAttributes([simple_cms_attribute("signature_time_stamp_token", token)])


def settled(built: Structure) -> Structure:
    """The same structure read back from its own encoding.

    asn1crypto takes whatever was just put together for changed, and encodes it anew with all that lies within at every
    question, twice as often with each level. What has been read is encoded already.
    """
    return type(built).load(built.dump())


def _public_key(certificate: x509.Certificate) -> PublicKey:
    try:
        return PublicKey(certificate.public_key.dump())
    except ValueError as error:
        raise CertificateUnfit(str(error)) from error


def _issuers_of(certificate: x509.Certificate, known: Iterable[x509.Certificate]) -> list[x509.Certificate]:
    """The chain above a certificate among those known, without the self-signed root."""
    by_subject: dict[str, x509.Certificate] = {one.subject.hashable: one for one in known}
    chain: list[x509.Certificate] = []
    current = certificate
    while not current.self_issued and len(chain) < 8:
        issuer = by_subject.get(current.issuer.hashable)
        if issuer is None or issuer.self_issued:
            break
        chain.append(issuer)
        current = issuer
    return chain


__all__ = ["DIGEST", "ECDSA", "PKCS1", "PSS", "KeySigner", "SigningKey", "digest_of"]
