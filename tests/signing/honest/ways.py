"""Ways to sign, as programs of others do it: once, twice, with stamps, with evidence, certified, by field and by lock.

Knows the attacks' ``workshop`` (pyHanko's own signers) and ``containers`` (openssl, any CMS).
"""

from __future__ import annotations

import asyncio
import io
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore, async_add_validation_info
from pyhanko_certvalidator import ValidationContext

from signing.software import SoftwareKey
from tests.signing.attacks.workshop import BOX, Signing, Workshop, private_of

Way = Callable[[Workshop, bytes], bytes]
ALL = FieldMDPSpec(FieldMDPAction.ALL)


def once(office: Workshop, pdf: bytes) -> bytes:
    return office.sign(pdf)


def shown(office: Workshop, pdf: bytes) -> bytes:
    return office.sign(pdf, Signing(box=BOX))


def twice(office: Workshop, pdf: bytes) -> bytes:
    """By two people, the second one's signature shown."""
    return office.sign(office.sign(pdf, Signing(box=BOX)), Signing("Sig2", box=(100, 20, 180, 60)), office.other)


def four_times(office: Workshop, pdf: bytes) -> bytes:
    for number, key in enumerate((office.person, office.other, office.organ, office.person)):
        pdf = office.sign(pdf, Signing(f"Sig{number}"), key)
    return pdf


def stamped(office: Workshop, pdf: bytes) -> bytes:
    return office.sign(pdf, Signing(stamped=True))


def stamped_for_the_archive(office: Workshop, pdf: bytes) -> bytes:
    """Signature, evidence, document time-stamp, and another one later."""
    return office.stamp(office.stamp(with_evidence(office, stamped(office, pdf))))


def with_evidence(office: Workshop, pdf: bytes) -> bytes:
    """A store of certificates in a revision of its own."""
    held = [x509.Certificate.load(one) for one in (office.pki.ca.der, office.pki.root.der, office.pki.tsa.der)]
    out = io.BytesIO(pdf)
    DocumentSecurityStore.add_dss(out, None, certs=held, strict=False)
    return out.getvalue()


def with_evidence_of_each(office: Workshop, pdf: bytes) -> bytes:
    """A store with an entry for the signature, as PAdES LT had it first."""
    signed = office.sign(pdf)
    roots = [x509.Certificate.load(office.pki.root.der)]
    context = ValidationContext(
        trust_roots=roots, other_certs=[x509.Certificate.load(office.pki.ca.der)], revocation_mode="soft-fail"
    )
    found: Any = PdfFileReader(io.BytesIO(signed), strict=False).embedded_signatures[0]
    out = io.BytesIO()
    asyncio.run(async_add_validation_info(found, context, output=out, add_vri_entry=True))
    return out.getvalue() or signed


def certified(office: Workshop, pdf: bytes) -> bytes:
    return office.sign(pdf, Signing(certify=MDPPerm.FILL_FORMS))


def certified_and_signed(office: Workshop, pdf: bytes) -> bytes:
    """Certified with a place for a second signature, which is then given."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    append_signature_field(writer, SigFieldSpec("Sig2", box=(100, 20, 180, 60)))
    out = io.BytesIO()
    writer.write(out)
    first = office.sign(out.getvalue(), Signing(certify=MDPPerm.FILL_FORMS))
    return sign_existing(office, first, "Sig2", office.other)


def sign_existing(office: Workshop, pdf: bytes, field: str, key: SoftwareKey) -> bytes:
    """Signs in a field that is there."""
    return office.sign(pdf, Signing(field, existing=True), key)


def locked(office: Workshop, pdf: bytes) -> bytes:
    """Nothing may be changed any more; a time-stamp may come."""
    return office.stamp(office.sign(pdf, Signing(lock=ALL, permissions=MDPPerm.NO_CHANGES)))


def older_kind(office: Workshop, pdf: bytes) -> bytes:
    return office.sign(pdf, Signing(subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED))


def longer_digest(office: Workshop, pdf: bytes) -> bytes:
    return office.sign(pdf, Signing(digest="sha512"))


WAYS: Mapping[str, Way] = {
    one.__name__.replace("_", "-"): one
    for one in (
        once, shown, twice, four_times, stamped, stamped_for_the_archive, with_evidence_of_each, certified,
        certified_and_signed, locked, older_kind, longer_digest,
    )
}  # fmt: skip
"""How a file is signed."""


# -- tools -------------------------------------------------------------------------------------------------------


class Desk:
    """A folder with a key as files: for programs that are called."""

    def __init__(self, office: Workshop, folder: Path, key: SoftwareKey) -> None:
        self.folder = folder
        private = private_of(key)
        held = [key.certificate, *key.chain]
        self._write("key.pem", private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        for name, der in (("cert.pem", held[0]), ("ca.pem", office.pki.ca.der), ("root.pem", office.pki.root.der)):
            self._write(name, _pem(der))
        self._write("chain.pem", _pem(office.pki.ca.der) + _pem(office.pki.root.der))
        self._nss: Path | None = None

    def _write(self, name: str, data: bytes) -> None:
        (self.folder / name).write_bytes(data)

    def run(self, *command: str, into: bytes = b"") -> bytes:
        """Runs a program here; its output."""
        done = subprocess.run(command, cwd=self.folder, input=into, capture_output=True)
        assert done.returncode == 0, (command, done.stdout[-800:], done.stderr[-800:])
        return done.stdout

    def openssl(self, covered: bytes, *more: str) -> bytes:
        """A detached CMS over these bytes."""
        return self.run(
            "openssl", "cms", "-sign", "-binary", "-outform", "DER", "-signer", "cert.pem", "-inkey", "key.pem",
            "-certfile", "chain.pem", *(more or ("-cades", "-md", "sha256")), into=covered,
        )  # fmt: skip

    def pyhanko(self, pdf: bytes, *more: str) -> bytes:
        """Signs with the pyhanko command."""
        self._write("in.pdf", pdf)
        self.run(
            "pyhanko", "sign", "addsig", "--field", "Sig1", *more, "pemder", "--key", "key.pem", "--cert", "cert.pem",
            "--chain", "ca.pem", "--no-pass", "in.pdf", "out.pdf",
        )  # fmt: skip
        return (self.folder / "out.pdf").read_bytes()

    def poppler(self, pdf: bytes, *more: str) -> bytes:
        """Signs with ``pdfsig -add-signature``."""
        self.trusting()
        self._write("in.pdf", pdf)
        (self.folder / "out.pdf").unlink(missing_ok=True)
        self.run("pdfsig", "-nssdir", "sql:nss", "-nick", "me", "-add-signature", *more, "in.pdf", "out.pdf")
        return (self.folder / "out.pdf").read_bytes()

    def trusting(self) -> None:
        """The folder has a store of certificates that trusts the office's root."""
        if self._nss is not None:
            return
        self._nss = self.folder / "nss"
        self._nss.mkdir()
        self.run("certutil", "-N", "-d", "sql:nss", "--empty-password")
        for name, flags in (("root", "CT,C,C"), ("ca", ",,")):
            self.run("certutil", "-A", "-d", "sql:nss", "-n", name, "-t", flags, "-i", f"{name}.pem", "-a")
        self.run(
            "openssl", "pkcs12", "-export", "-inkey", "key.pem", "-in", "cert.pem", "-out", "me.p12", "-name", "me",
            "-passout", "pass:",
        )  # fmt: skip
        self.run("pk12util", "-i", "me.p12", "-d", "sql:nss", "-W", "")


def _pem(der: bytes) -> bytes:
    from asn1crypto import pem

    return pem.armor("CERTIFICATE", der)
