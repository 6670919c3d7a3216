"""A small PKI on loopback for the signing tests: root, sub CA, people, time-stamping and revocation.

Everything it answers can be made slow, dead or bad by setting an attribute.
"""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from signing.software import SoftwareKey

NOW = datetime.now(UTC).replace(microsecond=0)
Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def name(common: str, organization: str = "Đảng ủy xã An Phú") -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


@dataclass
class Authority:
    certificate: x509.Certificate
    private: Private

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)


@dataclass
class Pki:
    root: Authority
    ca: Authority
    tsa: Authority
    url: str = ""
    revoked: dict[int, datetime] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)  # "ocsp", "tsa": refuse to answer
    garbage: set[str] = field(default_factory=set)
    held: threading.Event = field(default_factory=threading.Event)
    stamp_at: datetime | None = None  # what the time-stamping service says, now when None
    asked_at: datetime | None = None  # the clock of the revocation service, now when None
    hold: set[str] = field(default_factory=set)  # wait for `held` before answering

    def issue(
        self,
        common: str,
        *,
        private: Private | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
        revocable: bool = True,
        usage: tuple[bool, bool] = (True, True),
        organization: str = "Đảng ủy xã An Phú",
    ) -> SoftwareKey:
        private = private or rsa.generate_private_key(65537, 2048)
        builder = (
            _builder(name(common, organization), self.ca, private, start, end)
            .add_extension(_usage(*usage), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        )
        if revocable:
            builder = builder.add_extension(
                x509.AuthorityInformationAccess(
                    [
                        x509.AccessDescription(
                            AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(self.url + "/ocsp")
                        )
                    ]
                ),
                critical=False,
            )
        certificate = builder.sign(self.ca.private, hashes.SHA256())
        return SoftwareKey(private, certificate.public_bytes(Encoding.DER), (self.ca.der, self.root.der))

    def revoke(self, key: SoftwareKey, at: datetime | None = None) -> None:
        self.revoked[asn1_x509.Certificate.load(key.certificate).serial_number] = at or NOW - timedelta(hours=1)

    def answer(self, path: str, body: bytes) -> tuple[str, bytes] | None:
        kind = path.strip("/")
        if kind in self.hold:
            self.held.wait(20)
        if kind in self.silent:
            return None
        if kind in self.garbage:
            return "text/html", b"<html>busy</html>"
        if kind == "tsa":
            return "application/timestamp-reply", self._stamp(body)
        return "application/ocsp-response", self._status(body)

    def _stamp(self, body: bytes) -> bytes:
        stamper = DummyTimeStamper(
            asn1_x509.Certificate.load(self.tsa.der),
            asn1_keys.PrivateKeyInfo.load(
                self.tsa.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
            ),
            certs_to_embed=None,
            fixed_dt=self.stamp_at,
        )
        return asyncio.run(stamper.async_request_tsa_response(tsp.TimeStampReq.load(body))).dump()

    def _status(self, body: bytes) -> bytes:
        request = ocsp.load_der_ocsp_request(body)
        now = self.asked_at or datetime.now(UTC)
        at = self.revoked.get(request.serial_number)
        builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
            issuer_name_hash=request.issuer_name_hash,
            issuer_key_hash=request.issuer_key_hash,
            serial_number=request.serial_number,
            algorithm=request.hash_algorithm,
            cert_status=ocsp.OCSPCertStatus.REVOKED if at else ocsp.OCSPCertStatus.GOOD,
            this_update=now - timedelta(minutes=1),
            next_update=now + timedelta(hours=1),
            revocation_time=at,
            revocation_reason=x509.ReasonFlags.key_compromise if at else None,
        )
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, self.ca.certificate)
        for extension in request.extensions:
            builder = builder.add_extension(extension.value, extension.critical)
        return builder.sign(self.ca.private, hashes.SHA256()).public_bytes(Encoding.DER)


def _usage(signature: bool, commitment: bool, ca: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signature,
        content_commitment=commitment,
        key_encipherment=not (signature or commitment or ca),
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )


def _builder(
    subject: x509.Name, issuer: Authority | None, private: Private, start: datetime | None, end: datetime | None
) -> x509.CertificateBuilder:
    public = private.public_key()
    signer = issuer.private.public_key() if issuer else public
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start or NOW - timedelta(days=30))
        .not_valid_after(end or NOW + timedelta(days=365))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer), critical=False)
    )


def authority(common: str, issuer: Authority | None) -> Authority:
    """A root, or a CA below one."""
    private = rsa.generate_private_key(65537, 2048)
    builder = (
        _builder(name(common, "Ban Cơ yếu"), issuer, private, NOW - timedelta(days=400), NOW + timedelta(days=4000))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None if issuer is None else 0), critical=True)
        .add_extension(_usage(False, False, ca=True), critical=True)
    )
    return Authority(builder.sign(issuer.private if issuer else private, hashes.SHA256()), private)


def _tsa(issuer: Authority) -> Authority:
    private = rsa.generate_private_key(65537, 2048)
    builder = (
        _builder(name("Dịch vụ cấp dấu thời gian", "Ban Cơ yếu"), issuer, private, None, NOW + timedelta(days=2000))
        .add_extension(_usage(True, True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    )
    return Authority(builder.sign(issuer.private, hashes.SHA256()), private)


class Served:
    """A PKI with its services on a loopback port; `close` ends it."""

    def __init__(self) -> None:
        root = authority("Gốc thử nghiệm", None)
        ca = authority("CA cơ quan Đảng thử nghiệm", root)
        self.pki = pki = Pki(root, ca, _tsa(ca))

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                found = pki.answer(self.path, body)
                if found is None:
                    self.send_error(503)
                    return
                kind, data = found
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        pki.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
