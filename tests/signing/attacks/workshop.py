"""What honest and dishonest hands have in common: keys, certificates, a time-stamping service, files to work upon.

Signs with pyHanko's own signers, so that it stays apart from what it tests. Knows ``raw`` and ``office_pki``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import FieldMDPSpec, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.stamp import BaseStampStyle, StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from signing import fields, place, sign
from signing.appearance import Appearance, trimmed
from signing.software import SoftwareKey
from signing.trust import Trust
from tests.signing import pages
from tests.signing.attacks import raw
from tests.signing.office_pki import NOW, Authority, Pki, Private, name, strange_clock

Change = Callable[[IncrementalPdfFileWriter], None]
CMS = re.compile(rb"/Contents\s*<([0-9a-fA-F]{200,})>")
RESERVED = 8192  # hex digits
BOX = (200, 20, 280, 60)  # where a signature shows itself on the small page


@dataclass(frozen=True)
class Signing:
    """How a file is to be signed."""

    field: str = "Sig1"
    box: tuple[int, int, int, int] | None = None
    certify: MDPPerm | None = None
    lock: FieldMDPSpec | None = None
    permissions: MDPPerm | None = None
    stamped: bool = False
    digest: str = "sha256"
    subfilter: SigSeedSubFilter = SigSeedSubFilter.PADES
    look: BaseStampStyle | None = None
    existing: bool = False


class Workshop:
    """Keys and files; each is made once, when first asked for."""

    def __init__(self, pki: Pki) -> None:
        self.pki = pki
        self.made: dict[str, bytes] = {}  # attacks by name: each is made once

    @cached_property
    def trust(self) -> Trust:
        """The office's roots, with the line down: nothing here may hang on an answer."""
        return Trust(
            (asn1_x509.Certificate.load(self.pki.root.der),),
            (asn1_x509.Certificate.load(self.pki.ca.der),),
            online=False,
        )

    # -- keys

    @cached_property
    def person(self) -> SoftwareKey:
        return self.key("Nguyễn Văn Hòa")

    @cached_property
    def other(self) -> SoftwareKey:
        return self.key("Trần Thị Thúy")

    @cached_property
    def organ(self) -> SoftwareKey:
        return self.key("Đảng ủy xã An Phú")

    @cached_property
    def stranger(self) -> SoftwareKey:
        """A key whose certificate says what the person's says, and nobody issued it."""
        private = ec.generate_private_key(ec.SECP256R1())
        builder = certificate_builder("Nguyễn Văn Hòa", private, self.pki.ca.certificate.subject)
        return SoftwareKey(private, builder.sign(private, hashes.SHA256()).public_bytes(Encoding.DER))

    def key(self, common: str, **chosen: Any) -> SoftwareKey:
        """A key on P-256 with a certificate that names no place to ask about revocation."""
        chosen.setdefault("private", ec.generate_private_key(ec.SECP256R1()))
        return self.pki.issue(common, revocable=False, **chosen)

    @cached_property
    def clock(self) -> DummyTimeStamper:
        """The trusted time-stamping service."""
        return stamper(self.pki.tsa)

    @cached_property
    def strange_clock(self) -> Authority:
        """A time-stamping service below a root that nobody here trusts."""
        return strange_clock()

    # -- files

    @cached_property
    def stamped_by_stranger(self) -> bytes:
        """Signed, with a time-stamp of the strange service."""
        return self.sign_stamped_by(self.strange_clock)

    @cached_property
    def page(self) -> bytes:
        """One small page."""
        return raw.document(raw.page_objects())

    @cached_property
    def signed(self) -> bytes:
        """The small page, signed."""
        return self.sign(self.page)

    @cached_property
    def shown(self) -> bytes:
        """The small page with a signature that shows itself."""
        return self.sign(self.page, Signing(box=BOX))

    @cached_property
    def certified(self) -> bytes:
        """Certified, form filling and signing allowed (P 2)."""
        return self.sign(self.page, Signing(certify=MDPPerm.FILL_FORMS))

    @cached_property
    def remarks_allowed(self) -> bytes:
        """Certified, annotations allowed as well (P 3)."""
        return self.sign(self.page, Signing(certify=MDPPerm.ANNOTATE))

    @cached_property
    def form(self) -> bytes:
        """A page with an empty text field "Ten" and a filled one "SoTien", unsigned."""
        return text_form()

    @cached_property
    def signed_form(self) -> bytes:
        """The form, signed without a lock."""
        return self.sign(self.form)

    @cached_property
    def draft(self) -> bytes:
        """Our draft with its two open fields."""
        return fields.add_number_and_date(pages.draft())

    @cached_property
    def approved(self) -> bytes:
        """As our leader signs it, number and date open."""
        return self.approve(self.draft)

    @cached_property
    def sealed(self) -> bytes:
        """The ordinary issued document."""
        return self.seal(self.approved)

    def approve(self, draft: bytes, key: SoftwareKey | None = None) -> bytes:
        box = place.leader_box(draft, place.find_name(draft, pages.LEADER)[0])
        return sign.approve(draft, key or self.person, Appearance(box, trimmed(pages.handwriting()))).pdf

    def seal(self, approved: bytes, key: SoftwareKey | None = None, number: str | None = "118-TB/ĐU") -> bytes:
        box = place.leader_box(approved, place.find_name(approved, pages.LEADER)[0])
        stamp = Appearance(place.stamp_box(box, visible=box.rect), pages.stamp())
        day = "2026-11-22" if number else None
        return sign.seal(approved, key or self.organ, stamp, number, day).pdf

    # -- signing

    def sign(
        self,
        pdf: bytes,
        how: Signing | None = None,
        key: SoftwareKey | None = None,
        clock: DummyTimeStamper | None = None,
    ) -> bytes:
        """Signs as any program would."""
        how = how or Signing()
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        metadata = PdfSignatureMetadata(
            field_name=how.field,
            md_algorithm=how.digest,
            subfilter=how.subfilter,
            certify=how.certify is not None,
            docmdp_permissions=how.certify or how.permissions or MDPPerm.FILL_FORMS,
        )
        spec = SigFieldSpec(how.field, box=how.box, field_mdp_spec=how.lock, doc_mdp_update_value=how.permissions)
        signer = PdfSigner(
            metadata,
            signer=signer_of(key or self.person),
            timestamper=(clock or self.clock) if how.stamped else None,
            stamp_style=how.look or (StaticStampStyle() if how.box else None),
            new_field_spec=None if how.existing else spec,
        )
        out = io.BytesIO()
        signer.sign_pdf(writer, bytes_reserved=RESERVED * (3 if how.stamped else 1), output=out)
        return out.getvalue()

    def sign_stamped_by(self, clock: Authority) -> bytes:
        """The small page, signed and stamped by this service."""
        return self.sign(self.page, Signing(stamped=True), clock=stamper(clock))

    def stamp(self, pdf: bytes, clock: DummyTimeStamper | None = None) -> bytes:
        """A document time-stamp."""
        out = io.BytesIO()
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        PdfTimeStamper(clock or self.clock).timestamp_pdf(writer, "sha256", bytes_reserved=16384, output=out)
        return out.getvalue()


def certificate_builder(
    common: str, private: Private, issuer: x509.Name, *, usages: list[x509.ObjectIdentifier] | None = None
) -> x509.CertificateBuilder:
    """A certificate as a person has, to be signed by whom one likes."""
    return (
        x509.CertificateBuilder()
        .subject_name(name(common))
        .issuer_name(issuer)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=30))
        .not_valid_after(NOW + timedelta(days=365))
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(usages or [ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    )


def private_info(private: Private) -> asn1_keys.PrivateKeyInfo:
    """The key as pyHanko takes it."""
    return asn1_keys.PrivateKeyInfo.load(private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def private_of(key: SoftwareKey) -> Private:
    """The test's own key."""
    found = key._private
    assert isinstance(found, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)
    return found


def signer_of(key: SoftwareKey) -> SimpleSigner:
    """pyHanko's signer with this key."""
    store = SimpleCertificateStore()
    store.register_multiple([asn1_x509.Certificate.load(one) for one in key.chain])
    return SimpleSigner(asn1_x509.Certificate.load(key.certificate), private_info(private_of(key)), store)


def stamper(authority: Authority, at: datetime | None = None) -> DummyTimeStamper:
    """A time-stamping service of one's own."""
    store = SimpleCertificateStore()
    return DummyTimeStamper(
        asn1_x509.Certificate.load(authority.der), private_info(authority.private), certs_to_embed=store, fixed_dt=at
    )


def update(pdf: bytes, change: Change, *, streams: bool = False) -> bytes:
    """A revision on top, by a program that writes well."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    writer.stream_xrefs = writer.stream_xrefs or streams
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture(path: str) -> StaticStampStyle:
    """A signature that shows a picture."""
    return StaticStampStyle(background=PdfImage(path), background_opacity=1.0)


def text_form() -> bytes:
    """A page with an empty text field "Ten" (object 7) and a filled one "SoTien" (8)."""
    objects = raw.page_objects(
        catalog=b"/AcroForm << /Fields [7 0 R 8 0 R] /DR << /Font << /F1 5 0 R >> >> /DA (/F1 12 Tf 0 g) >>",
        page=b"/Annots [7 0 R 8 0 R]",
    )
    objects[7] = text_field("Ten", (30, 60, 180, 80), "", 9)
    objects[8] = text_field("SoTien", (30, 30, 180, 50), "1.000.000", 10)
    objects[9] = field_picture((150, 20), "")
    objects[10] = field_picture((150, 20), "1.000.000")
    return raw.document(objects)


def text_field(title: str, rect: tuple[int, int, int, int], value: str, look: int, more: str = "") -> bytes:
    """A text field that is its own widget."""
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T ({title}) /V ({value}) /DA (/F1 12 Tf 0 g) /F 4 /P 3 0 R "
        f"/Rect [{' '.join(map(str, rect))}] /AP << /N {look} 0 R >> {more} >>"
    ).encode("latin-1")


def field_picture(size: tuple[int, int], text: str, before: bytes = b"") -> bytes:
    """The appearance of a text field."""
    content = before + (b"/Tx BMC q " + raw.words(text, 2, 5, 12) + b" Q EMC" if text else b"/Tx BMC EMC")
    box = b"/Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Resources << /Font << /F1 5 0 R >> >>" % size
    return raw.stream(content, box)


def cms_of(pdf: bytes, which: int = -1) -> bytes:
    """The hex digits of a signature."""
    return CMS.findall(pdf)[which]


def signature_number(pdf: bytes, which: int = -1) -> int:
    """Object number of a signature dictionary."""
    places = [one.start() for one in re.finditer(rb"/ByteRange", pdf)]
    before = pdf[: places[which]]
    return int(re.findall(rb"(\d+) 0 obj", before)[-1])


def field_number(pdf: bytes, title: str = "Sig1") -> int:
    """Object number of the newest body of a field."""
    place = pdf.rindex(b"/T (%s)" % title.encode())
    return int(re.findall(rb"(\d+) 0 obj", pdf[:place])[-1])
