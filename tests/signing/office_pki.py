"""A small PKI on loopback for the signing tests: root, sub CA, people, time-stamping and revocation.

Everything it answers can be made slow, dead or bad by setting an attribute.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

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
    bad: dict[str, str] = field(default_factory=dict)  # how a service misbehaves, by its name: see `Handler`, `_stamp`
    asked: dict[str, int] = field(default_factory=dict)
    stamper: Authority | None = None  # who stamps, `tsa` when None
    replay: bytes = b""  # what "replay" answers

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
        lists: bool = False,
    ) -> SoftwareKey:
        private = private or rsa.generate_private_key(65537, 2048)
        builder = (
            _builder(name(common, organization), self.ca, private, start, end)
            .add_extension(_usage(*usage), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        )
        if revocable:
            builder = builder.add_extension(self._pointer(), critical=False)
        if lists:
            # NSS, and with it poppler, trusts no certificate that names no list, and asks for none.
            where = [x509.UniformResourceIdentifier(self.url + "/crl")]
            points = x509.CRLDistributionPoints([x509.DistributionPoint(where, None, None, None)])
            builder = builder.add_extension(points, critical=False)
        certificate = builder.sign(self.ca.private, hashes.SHA256())
        return SoftwareKey(private, certificate.public_bytes(Encoding.DER), (self.ca.der, self.root.der))

    def revoke(self, key: SoftwareKey, at: datetime | None = None) -> None:
        self.revoked[asn1_x509.Certificate.load(key.certificate).serial_number] = at or NOW - timedelta(hours=1)

    def new_tsa(
        self, start: datetime | None = None, end: datetime | None = None, issuer: Authority | None = None
    ) -> Authority:
        """Another time-stamping service, whose certificate can be asked about."""
        private = rsa.generate_private_key(65537, 2048)
        builder = _builder(name("Dịch vụ cấp dấu thời gian 2", "Ban Cơ yếu"), issuer or self.ca, private, start, end)
        builder = (
            builder.add_extension(_usage(True, False), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
            .add_extension(self._pointer(), critical=False)
        )
        return Authority(builder.sign((issuer or self.ca).private, hashes.SHA256()), private)

    def _pointer(self) -> x509.AuthorityInformationAccess:
        where = x509.UniformResourceIdentifier(self.url + "/ocsp")
        return x509.AuthorityInformationAccess([x509.AccessDescription(AuthorityInformationAccessOID.OCSP, where)])

    def answer(self, path: str, body: bytes) -> tuple[str, bytes] | None:
        kind = path.strip("/")
        self.asked[kind] = self.asked.get(kind, 0) + 1
        if kind in self.hold:
            self.held.wait(20)
        if kind in self.silent:
            return None
        if kind in self.garbage:
            return "text/html", b"<html>busy</html>"
        if kind == "tsa":
            return "application/timestamp-reply", self._stamp(body)
        if kind == "crl":
            return "application/pkix-crl", self.list_made()
        return "application/ocsp-response", self._status(body)

    def _stamp(self, body: bytes) -> bytes:
        bad, by = self.bad.get("tsa", ""), self.stamper or self.tsa
        if bad == "stranger":
            by = _stranger()
        stamper = DummyTimeStamper(
            asn1_x509.Certificate.load(by.der),
            asn1_keys.PrivateKeyInfo.load(by.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
            certs_to_embed=None,
            fixed_dt=self.stamp_at,
        )
        request: Any = tsp.TimeStampReq.load(body)
        if bad == "nonce":
            request["nonce"] = 4711
        if bad == "imprint":
            request["message_imprint"]["hashed_message"] = bytes(32)
        found = asyncio.run(stamper.async_request_tsa_response(tsp.TimeStampReq.load(request.dump(force=True)))).dump()
        if bad == "signature":
            found = found[:-8] + bytes(8)
        return self.replay if bad == "replay" else found

    def _status(self, body: bytes) -> bytes:
        bad = self.bad.get("ocsp", "")
        request = ocsp.load_der_ocsp_request(body)
        at = self.revoked.get(request.serial_number)
        made = (self.asked_at or datetime.now(UTC)) - timedelta(minutes=1)
        following = made + timedelta(hours=1)
        if bad == "stale":
            made, following = made - timedelta(days=2), made - timedelta(days=1)
        if bad == "ancient":
            made, following = made - timedelta(days=20), made + timedelta(days=20)
        if bad == "future":
            made, following = made + timedelta(days=1), made + timedelta(days=2)
        builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
            issuer_name_hash=request.issuer_name_hash,
            issuer_key_hash=request.issuer_key_hash,
            serial_number=request.serial_number + 1 if bad == "other" else request.serial_number,
            algorithm=request.hash_algorithm,
            cert_status=ocsp.OCSPCertStatus.REVOKED if at else ocsp.OCSPCertStatus.GOOD,
            this_update=made.replace(tzinfo=None),
            next_update=following.replace(tzinfo=None),
            revocation_time=at.replace(tzinfo=None) if at else None,
            revocation_reason=x509.ReasonFlags.key_compromise if at else None,
        )
        by = {"responder": _stranger, "delegate": self._delegate}.get(bad, lambda: self.ca)()
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, by.certificate)
        if by is not self.ca:
            builder = builder.certificates([by.certificate])
        for extension in request.extensions:
            value = x509.OCSPNonce(b"another nonce 16") if bad == "nonce" else extension.value
            builder = builder.add_extension(value, extension.critical)
        found = builder.sign(by.private, hashes.SHA256()).public_bytes(Encoding.DER)
        return self.replay if bad == "replay" else found

    def list_made(self, ago: timedelta = timedelta(minutes=1), term: timedelta = timedelta(days=7)) -> bytes:
        """The CA's list as it was some time ago."""
        at = datetime.now(UTC) - ago
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.ca.certificate.subject)
        builder = builder.last_update(at).next_update(at + term)
        for serial, taken_back in self.revoked.items():
            if taken_back <= at:
                entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(taken_back)
                builder = builder.add_revoked_certificate(entry.build())
        return builder.sign(self.ca.private, hashes.SHA256()).public_bytes(Encoding.DER)

    def answer_made(self, key: SoftwareKey, ago: timedelta, term: timedelta, *, by: Authority | None = None) -> bytes:
        """The answer "good" that the CA's service (or another) gave about a key's certificate some time ago."""
        at = datetime.now(UTC) - ago
        builder = ocsp.OCSPResponseBuilder().add_response(
            cert=x509.load_der_x509_certificate(key.certificate),
            issuer=self.ca.certificate,
            algorithm=hashes.SHA1(),
            cert_status=ocsp.OCSPCertStatus.GOOD,
            this_update=at.replace(tzinfo=None),
            next_update=(at + term).replace(tzinfo=None),
            revocation_time=None,
            revocation_reason=None,
        )
        signer = by or self.ca
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, signer.certificate)
        return builder.sign(signer.private, hashes.SHA256()).public_bytes(Encoding.DER)

    def _delegate(self) -> Authority:
        """A certificate of the right authority that was never allowed to answer for it."""
        key = self.issue("Không được ủy quyền", private=ec.generate_private_key(ec.SECP256R1()))
        return Authority(x509.load_der_x509_certificate(key.certificate), key._private)  # the test's own key


def _stranger() -> Authority:
    """Somebody whom nobody here trusts."""
    private = rsa.generate_private_key(65537, 2048)
    builder = (
        _builder(name("Người lạ", "Không rõ"), None, private, None, None)
        .add_extension(_usage(True, False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    )
    return Authority(builder.sign(private, hashes.SHA256()), private)


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


def strange_clock() -> Authority:
    """A time-stamping service of a hierarchy of its own."""
    return _tsa(authority("Gốc lạ", None))


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
                if self._spoiled(pki.bad.get(self.path.strip("/"), "")):
                    return
                if found is None:
                    self.send_error(503)
                    return
                kind, data = found
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST

            def _spoiled(self, bad: str) -> bool:
                """HTTP itself goes wrong: an error, another place, an answer without end, one that drips."""
                if bad == "error":
                    self.send_error(500)
                elif bad == "redirect":
                    self.send_response(302)
                    self.send_header("Location", "file:///etc/passwd")
                    self.end_headers()
                elif bad in ("endless", "drip"):
                    self.send_response(200)
                    self.end_headers()
                    with contextlib.suppress(OSError):
                        while not pki.held.wait(0.05 if bad == "drip" else 0):
                            self.wfile.write(b"0" if bad == "drip" else bytes(65536))
                else:
                    return False
                self.close_connection = True
                return True

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
