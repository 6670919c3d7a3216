"""Every level with every algorithm, judged by strangers: poppler, openssl and the pyhanko command. One PKI for all."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms, pem, x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from signing import documents, integrity, sign
from signing.evidence import Keeper
from signing.levels import at_least, for_act, lowest
from signing.revocation import Revocation
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages
from tests.signing.attacks.workshop import private_of
from tests.signing.conftest import issue
from tests.signing.office_pki import Authority, Pki, Served

LEVELS = ["B-B", "B-T", "B-LT", "B-LTA"]
CURVES = {"p256": ec.SECP256R1(), "p384": ec.SECP384R1()}
WAYS = [("rsa", "sha256"), ("pss", "sha256"), ("pss", "sha512"), ("p256", "sha256"), ("p384", "sha384")]


@dataclass(frozen=True)
class House:
    """What all of these tests share: keys for each way, a service, and a database of roots for poppler."""

    pki: Pki
    trust: Trust
    tsa: Authority
    keys: dict[str, tuple[SoftwareKey, SoftwareKey]]
    folder: Path

    def options(self, level: str, way: str, digest: str) -> sign.Options:
        service = TimestampService(self.pki.url + "/tsa", timeout=5, trust=self.trust)
        revocation = Revocation()
        return sign.Options(
            trust=self.trust,
            timestamps=None if level == "B-B" else service,
            keep_evidence=at_least(level, "B-LT"),
            archive=level == "B-LTA",
            prefer_pss=way == "pss",
            digest=digest,
            revocation=revocation,
            keeper=Keeper(self.trust, revocation),
        )

    def issued(self, level: str, way: str = "rsa", digest: str = "sha256") -> bytes:
        """An ordinary document, approved and sealed, at a level."""
        return issue(*self.keys["rsa" if way == "pss" else way], self.options(level, way, digest)).sealed


@pytest.fixture(scope="module")
def house(served: Served, tmp_path_factory: pytest.TempPathFactory) -> House:
    pki, folder = served.pki, tmp_path_factory.mktemp("strangers")
    trust = Trust((x509.Certificate.load(pki.root.der),), (x509.Certificate.load(pki.ca.der),))
    keys = {"rsa": (pki.issue("Lê Văn Hòa", lists=True), pki.issue("Đảng ủy xã An Phú", lists=True))}
    for name, curve in CURVES.items():
        one, two = (ec.generate_private_key(curve) for _ in range(2))
        keys[name] = (
            pki.issue("Lê Văn Hòa", private=one, lists=True),
            pki.issue("Đảng ủy xã An Phú", private=two, lists=True),
        )
    (folder / "root.pem").write_bytes(pem.armor("CERTIFICATE", pki.root.der))
    (folder / "ca.pem").write_bytes(pem.armor("CERTIFICATE", pki.ca.der))
    (folder / "nss").mkdir()
    _run(folder, "certutil", "-N", "-d", "sql:nss", "--empty-password")
    for name, flags in (("root", "CT,C,C"), ("ca", ",,")):
        _run(folder, "certutil", "-A", "-d", "sql:nss", "-n", name, "-t", flags, "-i", f"{name}.pem", "-a")
    return House(pki, trust, pki.new_tsa(), keys, folder)


@pytest.fixture
def revocable_tsa(house: House, pki: Pki) -> None:
    """The service's own certificate can be asked about, so that B-LT has to keep the answer for it, too."""
    pki.stamper = house.tsa


def _run(folder: Path, *command: str) -> str:
    around = {**os.environ, "NO_PROXY": "127.0.0.1"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=around)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


# -- strangers ---------------------------------------------------------------------------------------------------


def _poppler(house: House, pdf: bytes) -> None:
    """It finds document time-stamps and does not judge them: openssl does."""
    (house.folder / "a.pdf").write_bytes(pdf)
    said = _run(house.folder, "pdfsig", "-nssdir", "sql:nss", "-no-ocsp", "a.pdf")
    assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") == 2, said


def _openssl(house: House, pdf: bytes) -> None:
    """Each signature by ``cms -verify -cades``, each time-stamp by ``ts -verify``."""
    for found in integrity.signatures(documents.reader(pdf)):
        assert found.signature is not None
        covered: Any = found.signature.byte_range
        start, length, second, rest = (int(x) for x in covered)
        (house.folder / "content").write_bytes(pdf[start : start + length] + pdf[second : second + rest])
        (house.folder / "cms.der").write_bytes(cms.ContentInfo.load(found.signature.pkcs7_content).dump())
        if found.is_timestamp:
            _openssl_stamp(house, "content")
            continue
        _run(
            house.folder, "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "cms.der",
            "-content", "content", "-CAfile", "root.pem", "-purpose", "any", "-out", "out",
        )  # fmt: skip
        info: Any = found.signature.signer_info
        for attribute in info["unsigned_attrs"]:
            assert attribute["type"].native == "signature_time_stamp_token"
            (house.folder / "cms.der").write_bytes(attribute["values"][0].dump())
            (house.folder / "content").write_bytes(info["signature"].native)
            _openssl_stamp(house, "content")


def _openssl_stamp(house: House, content: str) -> None:
    said = _run(
        house.folder, "openssl", "ts", "-verify", "-token_in", "-in", "cms.der", "-data", content,
        "-CAfile", "root.pem", "-untrusted", "ca.pem",
    )  # fmt: skip
    assert "Verification: OK" in said


def _pyhanko(house: House, pdf: bytes) -> None:
    (house.folder / "a.pdf").write_bytes(pdf)
    command = Path(sys.executable).with_name("pyhanko")
    said = _run(
        house.folder, str(command), "sign", "validate", "--pretty-print", "--trust", "root.pem",
        "--other-certs", "ca.pem", "--no-revocation-check", "a.pdf",
    )  # fmt: skip
    assert said.count("The signature is judged VALID.") == 2, said


def _levels(pdf: bytes, trust: Trust) -> set[str]:
    found = validate(pdf, trust)
    assert found.verdict == "valid", found.report
    return {one.level for one in found.signatures if one.role_hint != "timestamp"}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.usefixtures("revocable_tsa")
def test_every_level_is_accepted(house: House, level: str) -> None:
    pdf = house.issued(level)
    _poppler(house, pdf)
    _openssl(house, pdf)
    assert _levels(pdf, house.trust) == {level}


@pytest.mark.parametrize(("way", "digest"), WAYS[1:])
@pytest.mark.usefixtures("revocable_tsa")
def test_every_algorithm_is_accepted(house: House, way: str, digest: str) -> None:
    pdf = house.issued("B-LTA", way, digest)
    _openssl(house, pdf)
    _poppler(house, pdf)
    assert _levels(pdf, house.trust) == {"B-LTA"}


@pytest.mark.usefixtures("revocable_tsa")
def test_the_pyhanko_command_agrees(house: House) -> None:
    _pyhanko(house, house.issued("B-LTA", "pss"))


_COMMANDS = {
    "B-T": (),
    "B-LT": ("--with-validation-info",),
    "B-LTA": ("--use-pades-lta",),
}


@pytest.mark.parametrize("level", _COMMANDS)
@pytest.mark.usefixtures("revocable_tsa")
def test_what_the_pyhanko_command_signs_has_its_level_here(house: House, level: str) -> None:
    """The other way round: strangers' files with time-stamps and evidence, as they come."""
    key = house.keys["rsa"][0]
    private = private_of(key).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (house.folder / "key.pem").write_bytes(private)
    (house.folder / "cert.pem").write_bytes(pem.armor("CERTIFICATE", key.certificate))
    (house.folder / "in.pdf").write_bytes(pages.draft())
    evidence = ("--trust", "root.pem", "--other-certs", "ca.pem") if level != "B-T" else ()
    _run(
        house.folder, str(Path(sys.executable).with_name("pyhanko")), "sign", "addsig", "--field", "Sig1",
        "--use-pades", *_COMMANDS[level], "--timestamp-url", house.pki.url + "/tsa", *evidence, "pemder",
        "--key", "key.pem", "--cert", "cert.pem", "--chain", "ca.pem", "--no-pass", "in.pdf", "theirs.pdf",
    )  # fmt: skip
    assert _levels((house.folder / "theirs.pdf").read_bytes(), house.trust) == {level}


# -- the level says the truth ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("revocable_tsa")
def test_a_lasting_file_is_judged_with_the_cable_out(house: House, pki: Pki) -> None:
    pdf = house.issued("B-LTA")
    pki.silent.update({"ocsp", "tsa"})
    offline = Trust(house.trust.roots, (), online=False)  # not even the sub CA at hand: it is in the file
    assert _levels(pdf, offline) == {"B-LTA"}


def test_without_the_answer_for_the_service_it_is_not_lasting(house: House, pki: Pki) -> None:
    pki.stamper = house.tsa
    pdf = house.issued("B-T")
    kept, complete = Keeper(house.trust).keep(pdf)
    assert complete
    assert _levels(kept, house.trust) == {"B-LT"}
    whole = pki._status

    def only_people(body: bytes) -> bytes:
        from cryptography.x509 import ocsp

        asked = ocsp.load_der_ocsp_request(body).serial_number
        return b"" if asked == house.tsa.certificate.serial_number else whole(body)

    pki._status = only_people  # type: ignore[method-assign]
    try:
        partly, complete = Keeper(house.trust, Revocation()).keep(pdf)
    finally:
        del pki._status  # type: ignore[attr-defined]
    assert not complete
    assert _levels(partly, house.trust) == {"B-T"}
    assert _levels(Keeper(house.trust).keep(partly)[0], house.trust) == {"B-LT"}


@pytest.mark.usefixtures("revocable_tsa")
def test_a_stamp_under_the_evidence_makes_no_archive(house: House) -> None:
    """First the document time-stamp, then the evidence: lasting, but nothing covers the evidence."""
    service = TimestampService(house.pki.url + "/tsa", timeout=5)
    stamped = sign.add_timestamp(house.issued("B-T"), service)
    kept, complete = Keeper(house.trust).keep(stamped)
    assert complete
    assert _levels(kept, house.trust) == {"B-LT"}
    assert _levels(sign.add_timestamp(kept, service), house.trust) == {"B-LTA"}
    service.close()


def test_a_signature_that_missed_its_stamp_has_it_from_the_document(house: House, pki: Pki) -> None:
    pki.stamper = house.tsa
    service = TimestampService(pki.url + "/tsa", timeout=5)
    pdf = sign.add_timestamp(house.issued("B-B"), service)
    assert _levels(pdf, house.trust) == {"B-T"}
    assert _levels(Keeper(house.trust).keep(pdf)[0], house.trust) == {"B-LT"}
    service.close()


@pytest.mark.usefixtures("revocable_tsa")
def test_evidence_comes_in_one_revision_and_once(house: House) -> None:
    pdf = house.issued("B-T")
    keeper = Keeper(house.trust)
    kept, _ = keeper.keep(pdf)
    assert kept.startswith(pdf)
    assert len(re.findall(rb"%%EOF", kept)) == len(re.findall(rb"%%EOF", pdf)) + 1
    assert keeper.keep(kept) == (kept, True)


def test_words() -> None:
    assert at_least("B-LT", "B-T")
    assert not at_least("timestamp", "B-B")
    assert lowest(["B-LTA", "B-T", "B-LT"]) == "B-T"
    assert [for_act("B-LTA", kind) for kind in ("approve", "seal", "note")] == ["B-LT", "B-LTA", "B-LTA"]
