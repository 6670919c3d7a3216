"""Certificates that may not sign: of the same name, of other use, of issuers that may not issue.

RFC 5280 (path validation), ETSI EN 319 102-1. The chains are built here, below the trusted root or beside it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from signing.software import SoftwareKey
from tests.signing.attacks.containers import Recipe, embed
from tests.signing.attacks.family import Family
from tests.signing.attacks.workshop import Signing, Workshop, certificate_builder
from tests.signing.office_pki import NOW, Authority, Private, name

CERTIFICATES = Family("certificates")
NOBODY = ("issuerUnknown", "issuerBad")


def authority(
    common: str, issuer: Authority, *, ca: bool = True, length: int | None = 0, days: tuple[int, int] = (-100, 1000),
    more: tuple[x509.ExtensionType, ...] = (),
) -> Authority:  # fmt: skip
    """An issuer below another, as one likes it."""
    private = ec.generate_private_key(ec.SECP256R1())
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(common, "Ban Cơ yếu"))
        .issuer_name(issuer.certificate.subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=days[0]))
        .not_valid_after(NOW + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca, length if ca else None), critical=True)
        .add_extension(x509.KeyUsage(not ca, not ca, False, False, False, ca, ca, False, False), critical=True)
    )
    for one in more:
        builder = builder.add_extension(one, critical=True)
    return Authority(builder.sign(issuer.private, hashes.SHA256()), private)


def below(issuer: Authority, *chain: Authority, common: str = "Nguyễn Văn Hòa", **chosen: Any) -> SoftwareKey:
    """A person's key with a certificate of this issuer."""
    private: Private = ec.generate_private_key(ec.SECP256R1())
    builder = certificate_builder(common, private, issuer.certificate.subject, **chosen)
    certificate = builder.sign(issuer.private, hashes.SHA256()).public_bytes(Encoding.DER)
    return SoftwareKey(private, certificate, tuple(one.der for one in (issuer, *chain)))


def _by(office: Workshop, key: SoftwareKey) -> bytes:
    return embed(office.page, Recipe(key))


@CERTIFICATES.attack("invalid|unknown", *NOBODY)
def self_made(office: Workshop) -> bytes:
    """Names the true issuer, is signed by itself."""
    return office.sign(office.page, key=office.stranger)


@CERTIFICATES.attack("invalid|unknown", *NOBODY)
def same_names_other_root(office: Workshop) -> bytes:
    """A whole second hierarchy of the same names."""
    root = _root("Gốc thử nghiệm")
    return _by(office, below(authority("CA cơ quan Đảng thử nghiệm", root), root))


def _root(common: str) -> Authority:
    private = ec.generate_private_key(ec.SECP256R1())
    subject = name(common, "Ban Cơ yếu")
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=100))
        .not_valid_after(NOW + timedelta(days=1000))
        .add_extension(x509.BasicConstraints(True, None), critical=True)
    )
    return Authority(builder.sign(private, hashes.SHA256()), private)


@CERTIFICATES.attack("invalid|unknown", *NOBODY)
def issued_by_a_person(office: Workshop) -> bytes:
    """A person's certificate plays the issuer."""
    person = authority("Người bình thường", office.pki.root, ca=False)
    return _by(office, below(person, office.pki.root))


@CERTIFICATES.attack("invalid|unknown", *NOBODY)
def path_too_long(office: Workshop) -> bytes:
    """Below an issuer that may have no issuer below it."""
    first = authority("Cấp một", office.pki.root, length=0)
    second = authority("Cấp hai", first, length=0)
    return _by(office, below(second, first))


@CERTIFICATES.attack("invalid|unknown", *NOBODY)
def name_not_allowed(office: Workshop) -> bytes:
    """The issuer may give certificates below another name alone."""
    within = x509.DirectoryName(name("Không ai", "Cơ quan khác"))
    limited = authority(
        "Cấp giới hạn", office.pki.root, more=(x509.NameConstraints([within], None),)
    )  # fmt: skip
    return _by(office, below(limited))


@CERTIFICATES.attack("invalid|unknown", "certificateExpired", "expiredNoTrustedTime", *NOBODY)
def issuer_expired(office: Workshop) -> bytes:
    old = authority("Cấp đã hết hạn", office.pki.root, days=(-100, -10))
    return _by(office, below(old))


@CERTIFICATES.attack("invalid|unknown", "certificateNotYetValid")
def not_yet_valid(office: Workshop) -> bytes:
    key = office.key("Sau này", start=NOW + timedelta(days=10), end=NOW + timedelta(days=20))
    return office.sign(office.page, key=key)


@CERTIFICATES.attack("invalid|unknown", "certificateExpired", "expiredNoTrustedTime")
def expired(office: Workshop) -> bytes:
    key = office.key("Hết hạn", start=NOW - timedelta(days=20), end=NOW - timedelta(days=10))
    return office.sign(office.page, key=key)


@CERTIFICATES.attack("invalid|unknown", "certificateExpired")
def expired_and_stamped(office: Workshop) -> bytes:
    """A trusted time tells that it was signed after the end."""
    key = office.key("Hết hạn", start=NOW - timedelta(days=20), end=NOW - timedelta(days=10))
    return office.sign(office.page, Signing(stamped=True), key)


@CERTIFICATES.attack("invalid", "certificateUnfit")
def not_for_signing(office: Workshop) -> bytes:
    return office.sign(office.page, key=office.key("Mã hóa", usage=(False, False)))


@CERTIFICATES.attack("invalid", "certificateUnfit")
def of_a_web_server(office: Workshop) -> bytes:
    return _by(office, below(office.pki.ca, usages=[ExtendedKeyUsageOID.SERVER_AUTH]))


@CERTIFICATES.attack("invalid", "certificateUnfit")
def of_a_time_stamping_service(office: Workshop) -> bytes:
    return _by(office, below(office.pki.ca, usages=[ExtendedKeyUsageOID.TIME_STAMPING]))


@CERTIFICATES.attack("invalid", "certificateUnfit")
def of_a_revocation_service(office: Workshop) -> bytes:
    return _by(office, below(office.pki.ca, usages=[ExtendedKeyUsageOID.OCSP_SIGNING]))


@CERTIFICATES.attack("invalid|unknown", *NOBODY)
def chain_left_out(office: Workshop) -> bytes:
    """An issuer that is nowhere to be had."""
    first = authority("Cấp một", office.pki.root, length=0)
    key = below(first)
    return embed(office.page, Recipe(key, certificates=[key.certificate]))


@CERTIFICATES.attack("invalid|unknown", *NOBODY, "signatureBroken", "weakAlgorithm")
def signed_by_the_root_key_of_another(office: Workshop) -> bytes:
    """The issuer's name and key number are right, its signature on the certificate is not."""
    key = below(office.pki.ca)
    spoilt = key.certificate[:-1] + bytes([key.certificate[-1] ^ 1])
    return _by(office, SoftwareKey(key._private, spoilt, key.chain))


@CERTIFICATES.attack("invalid|unknown", *NOBODY)
def critical_and_unknown(office: Workshop) -> bytes:
    """A critical extension that nobody knows."""
    private = ec.generate_private_key(ec.SECP256R1())
    builder = certificate_builder("Nguyễn Văn Hòa", private, office.pki.ca.certificate.subject)
    builder = builder.add_extension(
        x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00"), critical=True
    )
    certificate = builder.sign(office.pki.ca.private, hashes.SHA256()).public_bytes(Encoding.DER)
    return _by(office, SoftwareKey(private, certificate, (office.pki.ca.der,)))


@CERTIFICATES.attack("warning", "timestampUntrusted")
def stamped_by_a_person(office: Workshop) -> bytes:
    """A person's certificate plays the time-stamping service."""
    key = office.key("Người bình thường", private=rsa.generate_private_key(65537, 2048))
    return office.sign_stamped_by(Authority(x509.load_der_x509_certificate(key.certificate), key._private))
