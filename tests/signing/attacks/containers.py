"""Putting any CMS into a file, and building the CMS piece by piece, for honest and dishonest ends.

The pieces are asn1crypto's own; what an attacker changes is changed there. Knows ``raw`` and ``workshop``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from asn1crypto import algos, cms, tsp
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from signing.software import SoftwareKey
from tests.signing.attacks.raw import CATALOG, PAGE, append, body_of, with_entry
from tests.signing.attacks.workshop import private_of

ROOM = 12000  # hex digits
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "md5": hashes.MD5(),
    "sha1": hashes.SHA1(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


def embed(
    pdf: bytes,
    make: Callable[[bytes], bytes],
    *,
    subfilter: str = "ETSI.CAdES.detached",
    room: int = ROOM,
    fill: bytes = b"0",
    gap: bytes = b"",
    more: bytes = b"",
) -> bytes:
    """Adds a signature field whose CMS is what ``make`` gives for the covered bytes.

    Args:
        pdf: a file with the objects of ``page_objects``, unsigned.
        make: takes the covered bytes, gives the CMS.
        subfilter: what the signature says it is.
        room: hex digits kept for it.
        fill: hex digits that fill the rest, repeated.
        gap: what else the range leaves out, behind the contents.
        more: further entries of the signature dictionary.
    """
    mark, numbers = b"<" + b"@" * room + b">" + gap, b"[0 @@@@@@@@@@ @@@@@@@@@@ @@@@@@@@@@]"
    catalog = with_entry(body_of(pdf, CATALOG), b"/AcroForm << /Fields [30 0 R] /SigFlags 3 >>")
    page = with_entry(body_of(pdf, PAGE), b"/Annots [30 0 R]")
    value = b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /%s /ByteRange %s /Contents %s %s >>" % (
        subfilter.encode(), numbers, mark, more,
    )  # fmt: skip
    widget = b"<< /FT /Sig /T (Sig1) /Type /Annot /Subtype /Widget /F 132 /Rect [0 0 0 0] /P 3 0 R /V 31 0 R >>"
    made = append(pdf, {CATALOG: catalog, PAGE: page, 30: widget, 31: value})
    first = made.index(mark)
    second = first + len(mark)
    told = b"[0 %010d %010d %010d]" % (first, second, len(made) - second)
    made = made.replace(numbers, told)
    digits = make(made[:first] + made[second:]).hex().encode()
    rest = room - len(digits)
    assert rest >= 0, "too little room"
    contents = b"<" + digits + (fill * rest)[:rest] + b">" + gap
    return made[:first] + contents + made[second:]


Attributes = list[cms.CMSAttribute]


@dataclass
class Recipe:
    """How a CMS is made; every field is something an attacker may turn.

    Attributes:
        digest: of the covered bytes, and what the signer's digest algorithm says.
        signed_with: hash within the signature, ``digest`` when None.
        says_signed_with: what the signature algorithm says, the truth when None.
        attributes: changes the signed attributes; None signs none at all.
        unsigned: gives the unsigned attributes for a signature value.
        certificates: what is put in.
        names: the certificate that signing-certificate-v2 speaks of; None leaves it out.
        content_type: of the content.
        signers: how many SignerInfos are put in.
        spoil: changes the finished structure.
    """

    key: SoftwareKey
    digest: str = "sha256"
    signed_with: str | None = None
    says_signed_with: str | None = None
    attributes: Callable[[Attributes], Attributes] | None = field(default=lambda listed: listed)
    unsigned: Callable[[bytes], Any] | None = None
    certificates: Iterable[bytes] | None = None
    names: bytes | None = b""
    content_type: str = "data"
    signers: int = 1
    spoil: Callable[[cms.ContentInfo], cms.ContentInfo | bytes] | None = None
    pss: bool = False

    def __call__(self, covered: bytes) -> bytes:
        """The CMS over these bytes."""
        certificate = asn1_x509.Certificate.load(self.key.certificate)
        imprint = hashlib.new(self.digest, covered).digest()
        listed = self._attributes(imprint) if self.attributes is not None else None
        attributes = cms.CMSAttributes(listed) if listed is not None else None
        value = self._sign(attributes.dump() if attributes is not None else covered)
        parts: dict[str, Any] = {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                "issuer_and_serial_number",
                cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number}),
            ),
            "digest_algorithm": algos.DigestAlgorithm({"algorithm": self.digest}),
            "signature_algorithm": self._algorithm(),
            "signature": value,
        }
        if attributes is not None:
            parts["signed_attrs"] = attributes
        if self.unsigned is not None:
            parts["unsigned_attrs"] = self.unsigned(value)
        held = [self.key.certificate, *self.key.chain] if self.certificates is None else list(self.certificates)
        signed = cms.SignedData(
            {
                "version": "v1",
                "digest_algorithms": [algos.DigestAlgorithm({"algorithm": self.digest})],
                "encap_content_info": {"content_type": self.content_type},
                "certificates": [asn1_x509.Certificate.load(one) for one in held],
                "signer_infos": [cms.SignerInfo(parts) for _ in range(self.signers)],
            }
        )
        made: cms.ContentInfo | bytes = cms.ContentInfo({"content_type": "signed_data", "content": signed})
        if self.spoil is not None:
            made = self.spoil(made)
        return made if isinstance(made, bytes) else made.dump()

    def _attributes(self, imprint: bytes) -> Attributes:
        listed = [
            attribute("content_type", self.content_type),
            attribute("message_digest", imprint),
            attribute("signing_time", cms.Time({"utc_time": datetime.now(UTC)})),
        ]
        if self.names is not None:
            listed.append(names_certificate(self.names or self.key.certificate))
        assert self.attributes is not None
        return self.attributes(listed)

    def _sign(self, data: bytes) -> bytes:
        private, chosen = private_of(self.key), _HASHES[self.signed_with or self.digest]
        if isinstance(private, ec.EllipticCurvePrivateKey):
            return private.sign(data, ec.ECDSA(chosen))
        assert isinstance(private, rsa.RSAPrivateKey)
        return private.sign(data, padding.PKCS1v15(), chosen)

    def _algorithm(self) -> algos.SignedDigestAlgorithm:
        said = self.says_signed_with or self.signed_with or self.digest
        kind = "ecdsa" if isinstance(private_of(self.key), ec.EllipticCurvePrivateKey) else "rsa"
        return algos.SignedDigestAlgorithm({"algorithm": f"{said}_{kind}"})


def attribute(kind: str, value: Any) -> cms.CMSAttribute:
    """One attribute with one value."""
    return cms.CMSAttribute({"type": kind, "values": [value]})


def names_certificate(certificate: bytes) -> cms.CMSAttribute:
    """signing-certificate-v2 for this certificate."""
    named = tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": hashlib.sha256(certificate).digest()})]})
    return attribute("signing_certificate_v2", named)
