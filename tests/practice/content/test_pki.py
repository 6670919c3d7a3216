"""The practice authority: what certificates say, that revocation is answered, and that openssl and poppler agree."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import algos, ocsp, tsp, x509

from desktop.practice.people import ORGANS, PEOPLE
from desktop.practice.pki import PracticePki, _ocsp_request
from desktop.practice.pki_certificates import (
    EXPIRED,
    REVOKED,
    ROOT,
    SUB,
    TSA,
    holders,
    person_label,
    seal_label,
)
from signing.problems import CertificateExpired
from signing.standing import check_certificate
from tests.practice.content.conftest import URL


def loaded(pki: PracticePki, label: str) -> x509.Certificate:
    return x509.Certificate.load(pki.certificate(label))


def ask(app: Callable[..., Iterable[bytes]], method: str, path: str, body: bytes = b"") -> tuple[str, bytes]:
    told: list[str] = []
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8647",
        "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body)), "wsgi.url_scheme": "http",
        "SERVER_PROTOCOL": "HTTP/1.1",
    }  # fmt: skip
    answer = b"".join(app(environ, lambda status, _headers, *_: told.append(status)))
    return told[0], answer


def test_everybody_and_every_organ_with_a_seal_has_a_certificate(pki: PracticePki) -> None:
    for someone in PEOPLE:
        subject = loaded(pki, person_label(someone.key)).subject.native
        assert subject["common_name"] == someone.name
        assert subject["serial_number"] == someone.number
        assert subject["organization_name"]
    for organ in ORGANS:
        if organ.stamp[0]:
            subject = loaded(pki, seal_label(organ.key)).subject.native
            assert subject["common_name"] == organ.name
            assert subject["organization_identifier"] == f"GOVVN-{organ.exchange}"


def test_a_signer_s_certificate_has_what_judges_look_for(pki: PracticePki) -> None:
    certificate: Any = loaded(pki, person_label("le-van-hoa"))
    assert certificate.extended_key_usage_value.native == ["email_protection"]
    assert set(certificate.key_usage_value.native) == {"digital_signature", "non_repudiation"}
    assert certificate.ocsp_urls == [f"{URL}/thuchanh/ocsp/sub"]
    assert certificate.crl_distribution_points[0].url == f"{URL}/thuchanh/crls/sub/latest.crl"
    assert certificate.public_key.bit_size >= 2048
    serials = {loaded(pki, label).serial_number for label in holders()}
    assert len(serials) == len(holders())


def test_openssl_builds_the_chain(pki: PracticePki, tmp_path: Path) -> None:
    leaf = tmp_path / "leaf.der"
    leaf.write_bytes(pki.certificate(seal_label("du-anphu")))
    root, sub = (pki.trust_dir / name for name in ("goc-thuc-hanh.pem", "trung-gian-thuc-hanh.pem"))
    command = ["openssl", "verify", "-x509_strict", "-purpose", "smimesign", "-CAfile", str(root)]
    answer = subprocess.run([*command, "-untrusted", str(sub), str(leaf)], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_a_later_start_has_the_same_certificates_and_address(pki: PracticePki) -> None:
    again = PracticePki(pki.directory)
    assert again.url == URL
    assert again.digest(person_label("tran-thi-mai")) == pki.digest(person_label("tran-thi-mai"))


def test_without_an_address_the_port_beside_the_folder_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PracticePki, "_make_keys", lambda self: None)
    monkeypatch.setattr(PracticePki, "_issue", lambda self: None)
    monkeypatch.setattr(PracticePki, "_architecture", lambda self: None)
    monkeypatch.setattr(PracticePki, "_publish_trust", lambda self: None)
    (tmp_path / "port").write_text("4321")
    assert PracticePki(tmp_path / "pki").url == "http://127.0.0.1:4321/pki"


@pytest.mark.parametrize(("label", "status"), [(person_label("le-van-hoa"), "good"), (REVOKED, "revoked")])
def test_ocsp_answers_by_its_short_name(pki: PracticePki, label: str, status: str) -> None:
    app = pki.wsgi_app(URL)
    request = _ocsp_request(loaded(pki, label), loaded(pki, SUB))
    told, data = ask(app, "POST", "/ocsp", request.dump())
    assert told.startswith("200")
    answer = ocsp.OCSPResponse.load(data).response_data["responses"][0]
    assert answer["cert_status"].name == status


def test_the_list_of_revoked_names_the_revoked_one_alone(pki: PracticePki) -> None:
    from asn1crypto import crl

    told, data = ask(pki.wsgi_app(URL), "GET", "/thuchanh/crls/sub/latest.crl")
    assert told.startswith("200")
    revoked = crl.CertificateList.load(data)["tbs_cert_list"]["revoked_certificates"]
    assert [entry["user_certificate"].native for entry in revoked] == [loaded(pki, REVOKED).serial_number]


def test_the_issuer_can_be_fetched(pki: PracticePki) -> None:
    told, data = ask(pki.wsgi_app(URL), "GET", "/thuchanh/certs/sub/ca.crt")
    assert told.startswith("200")
    assert data == pki.certificate(SUB)


def test_time_stamps_are_given_now_and_for_the_past(pki: PracticePki) -> None:
    imprint = {"hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "hashed_message": bytes(32)}
    request = tsp.TimeStampReq({"version": 1, "message_imprint": imprint, "cert_req": True})
    told, data = ask(pki.wsgi_app(URL), "POST", "/tsa", request.dump())
    assert told.startswith("200")
    made = tsp.TimeStampResp.load(data)["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
    assert abs(made["gen_time"].native - datetime.now(UTC)) < timedelta(minutes=1)
    past = datetime(2026, 11, 20, 9, 42, tzinfo=UTC)
    token = pki.timestamper(past).request_tsa_response(request)["time_stamp_token"]["content"]
    assert token["encap_content_info"]["content"].parsed["gen_time"].native == past


def test_an_unknown_path_is_not_found(pki: PracticePki) -> None:
    assert ask(pki.wsgi_app(URL), "GET", "/nothing")[0].startswith("404")


def test_another_address_is_told_to_the_log(pki: PracticePki) -> None:
    from structlog.testing import capture_logs

    with capture_logs() as logs:
        pki.wsgi_app("http://127.0.0.1:1/pki")
    assert [entry["event"] for entry in logs] == ["pki.moved"]


def test_the_expired_one_may_not_sign(pki: PracticePki) -> None:
    with pytest.raises(CertificateExpired):
        check_certificate(loaded(pki, EXPIRED), None, now=datetime(2026, 11, 23, tzinfo=UTC))


def test_keys_lie_readable_by_their_owner_alone(pki: PracticePki) -> None:
    for path in (pki.directory / "keys").glob("*.pem"):
        assert path.stat().st_mode & 0o077 == 0


def test_names_of_authorities_say_that_they_are_practice(pki: PracticePki) -> None:
    for label in (ROOT, SUB, TSA):
        assert "THỰC HÀNH" in loaded(pki, label).subject.native["common_name"]
