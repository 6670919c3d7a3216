"""Who gets a certificate from the practice authority, and what stands in it. Knows ``cryptography`` and the people.

Serials are explicit and follow from the label: an OCSP answer names a certificate by its serial.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from desktop.practice.people import ORGAN, ORGANS, OUTSIDE, PEOPLE, organ_of

ARCH = "thuchanh"
ROOT, SUB, OCSP_ROOT, OCSP_SUB, TSA = "root", "sub", "ocsp-root", "ocsp-sub", "tsa"
REVOKED, EXPIRED = "person-thu-hoi", "person-het-han"
"""Two certificates of nobody: one revoked since 15 January 2026, one that ended with 2025."""

START, END, CA_END = (
    datetime(2025, 7, 1, tzinfo=UTC),
    datetime(2035, 6, 30, 16, 59, 59, tzinfo=UTC),
    datetime(2045, 6, 30, 16, 59, 59, tzinfo=UTC),
)
EXPIRED_END = datetime(2025, 12, 31, 16, 59, 59, tzinfo=UTC)
REVOKED_SINCE = datetime(2026, 1, 15, 2, tzinfo=UTC)

_ORGANIZATION_IDENTIFIER = ObjectIdentifier("2.5.4.97")
_HOUSE = "Văn phòng thực hành Tác nghiệp"


@dataclass(frozen=True)
class Subject:
    """What a certificate says of its holder: ``number`` a person's, ``identifier`` an organ's (ETSI EN 319 412-1)."""

    common_name: str
    organization: str = _HOUSE
    unit: str = ""
    number: str = ""
    identifier: str = ""

    def name(self) -> x509.Name:
        """As an X.509 name, from the widest to the narrowest."""
        parts = [(NameOID.COUNTRY_NAME, "VN"), (NameOID.ORGANIZATION_NAME, self.organization)]
        optional = [
            (NameOID.ORGANIZATIONAL_UNIT_NAME, self.unit),
            (_ORGANIZATION_IDENTIFIER, self.identifier),
            (NameOID.SERIAL_NUMBER, self.number),
        ]
        parts += [(oid, value) for oid, value in optional if value]
        parts.append((NameOID.COMMON_NAME, self.common_name))
        return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def person_label(person_id: str) -> str:
    """The label of a person's certificate."""
    return f"person-{person_id}"


def seal_label(organ_id: str) -> str:
    """The label of an organ's certificate."""
    return f"seal-{organ_id}"


def outside_label(organ_id: str) -> str:
    """The label of the certificate of an organ's signer who has no account here."""
    return f"person-{organ_id}-signer"


def authorities() -> dict[str, Subject]:
    """The authority's own certificates, by label."""
    return {
        ROOT: Subject("Gốc THỰC HÀNH Tác nghiệp"),
        SUB: Subject("Cơ quan Đảng THỰC HÀNH Tác nghiệp"),
        OCSP_ROOT: Subject("Trả lời trạng thái THỰC HÀNH (gốc)"),
        OCSP_SUB: Subject("Trả lời trạng thái THỰC HÀNH"),
        TSA: Subject("Cấp dấu thời gian THỰC HÀNH"),
    }


def holders() -> dict[str, Subject]:
    """Persons and organs with a certificate, by label."""
    found: dict[str, Subject] = {}
    for someone in PEOPLE:
        unit = ORGAN[someone.seats[0][0]]
        organ = ORGAN[organ_of(unit.key)]
        found[person_label(someone.key)] = Subject(
            someone.name, organ.name, unit.name if unit.of else "", number=someone.number
        )
    for n, (organ_key, (name, _, _)) in enumerate(OUTSIDE.items()):
        found[outside_label(organ_key)] = Subject(name, ORGAN[organ_key].name, number=f"0001900008{n:02d}")
    for organ in ORGANS:
        if organ.stamp[0]:
            found[seal_label(organ.key)] = Subject(organ.name, "Tỉnh An Bình", identifier=f"GOVVN-{organ.exchange}")
    found[REVOKED] = Subject("Người Bị Thu Hồi", "Tỉnh ủy An Bình", number="000190000901")
    found[EXPIRED] = Subject("Người Hết Hạn", "Tỉnh ủy An Bình", number="000190000902")
    return found


def issuer_of(label: str) -> str:
    """The authority that issues a certificate."""
    return ROOT if label in (ROOT, SUB, OCSP_ROOT, TSA) else SUB


def serial_of(label: str) -> int:
    """A certificate's serial number: 63 bits of the label's digest."""
    return int.from_bytes(hashlib.sha256(label.encode()).digest()[:8], "big") >> 1 | 1


def ends(label: str) -> datetime:
    """When a certificate ends."""
    if label in authorities():
        return CA_END
    return EXPIRED_END if label == EXPIRED else END


@dataclass(frozen=True)
class Issuer:
    """An authority's name and key. ``url`` is where revocation is asked."""

    label: str
    name: x509.Name
    key: rsa.RSAPrivateKey
    url: str

    def issue(self, label: str, subject: Subject, public: rsa.RSAPublicKey | ec.EllipticCurvePublicKey) -> bytes:
        """A certificate, DER."""
        builder = (
            x509.CertificateBuilder(self.name, subject.name(), public, serial_of(label), START, ends(label))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
        )
        for extension, critical in self._extensions(label):
            builder = builder.add_extension(extension, critical)
        return builder.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def _extensions(self, label: str) -> list[tuple[x509.ExtensionType, bool]]:
        if label in (ROOT, SUB):
            found: list[tuple[x509.ExtensionType, bool]] = [
                (x509.BasicConstraints(ca=True, path_length=0 if label == SUB else None), True),
                (_usage(authority=True), True),
            ]
            return found + (self._pointers() if label == SUB else [])
        if label in (OCSP_ROOT, OCSP_SUB):
            purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING])
            return [(_usage(), True), (purpose, False), (x509.OCSPNoCheck(), False)]
        if label == TSA:
            purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            return [(_usage(), True), (purpose, True), *self._pointers()]
        # Without a purpose, old versions of poppler call a signer's certificate unknown.
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        return [(_usage(signs=True), True), (purpose, False), *self._pointers()]

    def _pointers(self) -> list[tuple[x509.ExtensionType, bool]]:
        base = f"{self.url}/{ARCH}"
        access = [
            (AuthorityInformationAccessOID.OCSP, f"{base}/ocsp/{self.label}"),
            (AuthorityInformationAccessOID.CA_ISSUERS, f"{base}/certs/{self.label}/ca.crt"),
        ]
        lists = f"{base}/crls/{self.label}/latest.crl"
        return [
            (
                x509.AuthorityInformationAccess(
                    [x509.AccessDescription(oid, x509.UniformResourceIdentifier(url)) for oid, url in access]
                ),
                False,
            ),
            (
                x509.CRLDistributionPoints(
                    [x509.DistributionPoint([x509.UniformResourceIdentifier(lists)], None, None, None)]
                ),
                False,
            ),
        ]


def _usage(*, authority: bool = False, signs: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=signs,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
