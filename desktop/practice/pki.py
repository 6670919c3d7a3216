"""The practice office's own certificate authority: root, sub-CA, a certificate a person and a seal, OCSP, CRL and TSA.

Knows certomancer and who gets a certificate. Keys and certificates are made once and kept in one folder, with the
address under which revocation is asked. A practice root is never trusted by a real profile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from asn1crypto import ocsp, pem
from certomancer.integrations.animator import Animator, AnimatorArchStore
from certomancer.registry import ArchLabel, CertLabel, CertomancerConfig, PKIArchitecture, ServiceLabel
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509 import load_der_x509_certificate

from desktop.practice.pki_certificates import (
    ARCH,
    OCSP_ROOT,
    OCSP_SUB,
    REVOKED,
    REVOKED_SINCE,
    ROOT,
    START,
    SUB,
    TSA,
    Issuer,
    authorities,
    ends,
    holders,
    issuer_of,
    serial_of,
)
from desktop.practice.pki_weather import Weather, Wsgi
from signing.software import SoftwareKey
from signing.trust import Trust

_AUTHORITY_BITS, _LEAF_BITS = 3072, 2048
_DEFAULT_PORT = 8647

log = structlog.get_logger("practice.pki")


class PracticePki:
    """One practice authority in one folder.

    Attributes:
        directory: where keys, certificates and the address are kept.
        url: the address printed into certificates; remembered from the first start on.
        trust_dir: a folder with the root (and the sub-CA, which helps to build chains) as PEM.
    """

    def __init__(self, directory: Path, url: str | None = None) -> None:
        """Opens the authority, or makes it.

        Args:
            directory: its folder; made when it is not there.
            url: where ``wsgi_app`` will be reached, as ``http://127.0.0.1:8647/pki``. Without it, the port that the
                practice office noted in ``port`` beside the folder is taken.

        Raises:
            OSError: the folder cannot be written.
        """
        self.directory = directory
        self.trust_dir = directory / "trust"
        directory.mkdir(parents=True, exist_ok=True)
        self.url = self._address(url)
        self._keys = directory / "keys"
        self._keys.mkdir(exist_ok=True)
        self._issued = directory / "certificates"
        self._issued.mkdir(exist_ok=True)
        self._make_keys()
        self._issue()
        self._arch = self._architecture()
        self._publish_trust()

    # -- what others ask for

    def certificate(self, label: str) -> bytes:
        """A certificate, DER, by label (``person_label``, ``seal_label`` and kin).

        Raises:
            FileNotFoundError: no such certificate.
        """
        return (self._issued / f"{label}.der").read_bytes()

    def digest(self, label: str) -> str:
        """SHA-256 of a certificate in hex: how persons and units name theirs."""
        return hashlib.sha256(self.certificate(label)).hexdigest()

    def private_key(self, label: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
        """The private key of a certificate: RSA for all but the services that answer."""
        # The key was made here: testing it again at each start costs seconds and finds nothing.
        data = (self._keys / f"{label}.pem").read_bytes()
        key = load_pem_private_key(data, None, unsafe_skip_rsa_key_validation=True)
        assert isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)
        return key

    def software_key(self, label: str) -> SoftwareKey:
        """A key that signs here, for making papers that are signed already."""
        return SoftwareKey(self.private_key(label), self.certificate(label), (self.certificate(SUB),))

    def pkcs12(self, label: str, passphrase: str, name: str) -> bytes:
        """Key, certificate and sub-CA in one encrypted file."""
        leaf, issuer = (load_der_x509_certificate(self.certificate(one)) for one in (label, SUB))
        return pkcs12.serialize_key_and_certificates(
            name.encode(), self.private_key(label), leaf, [issuer], BestAvailableEncryption(passphrase.encode())
        )

    def trust(self, *, online: bool = False) -> Trust:
        """The roots as ``signing`` wants them."""
        return Trust.from_directory(self.trust_dir, online=online)

    def timestamper(self, at: datetime) -> Any:
        """The authority's TSA with its clock at ``at``: for papers that were signed before today."""
        return self._arch.service_registry.summon_timestamper(ServiceLabel("tsa"), at)

    def revocation_answer(self, label: str, at: datetime, valid: timedelta = timedelta(days=2)) -> bytes:
        """The OCSP answer for a certificate as it would have been given at ``at``, DER."""
        issuer = issuer_of(label)
        request = _ocsp_request(self._arch.get_cert(CertLabel(label)), self._arch.get_cert(CertLabel(issuer)))
        name = "root" if issuer == ROOT else "sub"
        responder = self._arch.service_registry.summon_responder(ServiceLabel(name), at)
        responder.validity = valid
        answer: ocsp.OCSPResponse = responder.build_ocsp_response(request)
        return answer.dump()

    def wsgi_app(self, url: str, weather: Weather | None = None) -> Wsgi:
        """OCSP, CRL, certificates and time-stamps; ``/tsa`` and ``/ocsp`` are short names.

        Args:
            url: where the application is mounted, as given at the first start. Elsewhere revocation cannot be asked,
                and signatures come out as "unknown".
            weather: how late and how well the services answer; at once and well where it is not given.
        """
        if url.rstrip("/") != self.url:
            log.warning("pki.moved", now=url, certificates_say=self.url)
        animator = Animator(
            AnimatorArchStore({ArchLabel(ARCH): self._arch}), with_web_ui=False, allow_time_override=False
        )
        short = {"/tsa": f"/{ARCH}/tsa/tsa", "/ocsp": f"/{ARCH}/ocsp/sub"}

        def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ.get("PATH_INFO", "")
            return animator({**environ, "PATH_INFO": short.get(path, path)}, start_response)

        return weather.over(app) if weather is not None else app

    # -- made once

    def _address(self, url: str | None) -> str:
        remembered = self.directory / "address"
        if remembered.exists():
            return remembered.read_text("ascii").strip()
        if url is None:
            noted = self.directory.parent / "port"
            port = noted.read_text("ascii").strip() if noted.exists() else str(_DEFAULT_PORT)
            url = f"http://127.0.0.1:{port}/pki"
        remembered.write_text(url.rstrip("/"), "ascii")
        return url.rstrip("/")

    def _make_keys(self) -> None:
        for label in (*authorities(), *holders()):
            path = self._keys / f"{label}.pem"
            if path.exists():
                continue
            key = _new_key(label)
            data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            _write(path, data)

    def _issue(self) -> None:
        subjects = {**authorities(), **holders()}
        missing = [label for label in subjects if not (self._issued / f"{label}.der").exists()]
        if not missing:
            return
        issuers: dict[str, Issuer] = {}
        for label in (ROOT, SUB):
            key = self.private_key(label)
            assert isinstance(key, rsa.RSAPrivateKey)
            issuers[label] = Issuer(label, subjects[label].name(), key, self.url)
        for label in missing:
            public = self.private_key(label).public_key()
            der = issuers[issuer_of(label)].issue(label, subjects[label], public)
            _write(self._issued / f"{label}.der", der)

    def _architecture(self) -> PKIArchitecture:
        config = CertomancerConfig(
            {
                "external-url-prefix": self.url,
                "keysets": {"keys": {"keys": {path.stem: {"path": path.name} for path in self._keys.glob("*.pem")}}},
                "pki-architectures": {
                    ARCH: {"keyset": "keys", "entities": _entities(), "certs": _certificates(), "services": _SERVICES}
                },
            },
            key_search_dir=str(self._keys),
            config_search_dir=str(self._issued),
            lazy_load_keys=True,
        )
        return config.get_pki_arch(ArchLabel(ARCH))

    def _publish_trust(self) -> None:
        self.trust_dir.mkdir(exist_ok=True)
        for label, name in ((ROOT, "goc-thuc-hanh.pem"), (SUB, "trung-gian-thuc-hanh.pem")):
            path = self.trust_dir / name
            if not path.exists():
                path.write_bytes(pem.armor("CERTIFICATE", self.certificate(label)))


def _new_key(label: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
    # Certomancer opens the key anew for every answer, which takes a twentieth of a second with RSA and none with EC.
    if label in (OCSP_ROOT, OCSP_SUB, TSA):
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(65537, _AUTHORITY_BITS if label in (ROOT, SUB) else _LEAF_BITS)


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, readable by its owner alone."""
    unfinished = path.with_suffix(".new")
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(data)
    unfinished.replace(path)


def _ocsp_request(certificate: Any, issuer: Any) -> Any:
    name_hash = hashlib.sha1(issuer.subject.dump(), usedforsecurity=False).digest()
    key_hash = issuer.public_key.sha1
    single = {
        "req_cert": {
            "hash_algorithm": {"algorithm": "sha1"},
            "issuer_name_hash": name_hash,
            "issuer_key_hash": key_hash,
            "serial_number": certificate.serial_number,
        }
    }
    return ocsp.OCSPRequest({"tbs_request": {"request_list": [single]}})


def _certificates() -> dict[str, dict[str, Any]]:
    """All certificates as certomancer wants them: issued already, it answers for them."""
    found: dict[str, dict[str, Any]] = {}
    for label in (*authorities(), *holders()):
        issuer = issuer_of(label)
        found[label] = {
            "subject": label,
            "issuer": issuer,
            "subject-key": label,
            "authority-key": issuer,
            "serial": serial_of(label),
            "validity": {"valid-from": START.isoformat(), "valid-to": ends(label).isoformat()},
            "certificate-file": f"{label}.der",
        }
    found[REVOKED]["revocation"] = {"revoked-since": REVOKED_SINCE.isoformat(), "reason": "key_compromise"}
    return found


def _entities() -> dict[str, dict[str, str]]:
    return {
        label: {"country_name": "VN", "organization_name": subject.organization, "common_name": subject.common_name}
        for label, subject in {**authorities(), **holders()}.items()
    }


_SERVICES: dict[str, dict[str, Any]] = {
    "ocsp": {
        "root": {"for-issuer": ROOT, "responder-cert": OCSP_ROOT, "signing-key": OCSP_ROOT},
        "sub": {"for-issuer": SUB, "responder-cert": OCSP_SUB, "signing-key": OCSP_SUB},
    },
    "crl-repo": {
        "root": {"for-issuer": ROOT, "signing-key": ROOT, "simulated-update-schedule": "P90D"},
        "sub": {"for-issuer": SUB, "signing-key": SUB, "simulated-update-schedule": "P7D"},
    },
    "cert-repo": {"root": {"for-issuer": ROOT}, "sub": {"for-issuer": SUB}},
    "time-stamping": {"tsa": {"signing-key": TSA, "signing-cert": TSA, "certs-to-embed": [ROOT]}},
}
