"""Validation beyond forgeries: certificates over time, the child process, the trusted roots."""

from __future__ import annotations

import ast
import asyncio
import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from signing import sentences, sign
from signing.file_sentences import FILE_SENTENCES, of_file
from signing.problems import CertificateChainBroken, CertificateUnfit, TimestampUnavailable
from signing.sentences import ROLES, SENTENCES, VERDICTS, WORDS, sentence
from signing.software import SoftwareKey
from signing.standing import again, check_certificate
from signing.timestamps import TimestampService
from signing.trust import Trust, certificates
from signing.validation import in_subprocess, validate
from signing.verdict import WEIGHT, Verdict
from tests.signing import pages
from tests.signing.conftest import Issued
from tests.signing.office_pki import NOW, Authority, Pki, name


def _codes(found: Verdict) -> set[str]:
    return {one.code for one in found.all_reasons()}


def test_revoked_after_a_trusted_time_stays_valid(pki: Pki, trust: Trust, timestamps: TimestampService) -> None:
    key = pki.issue("Sau này thu hồi")
    pki.stamp_at = NOW - timedelta(days=10)
    stamped = sign.approve(pages.draft(), key, options=sign.Options(timestamps=timestamps)).pdf
    bare = sign.approve(pages.draft(), key).pdf
    pki.revoke(key, NOW - timedelta(days=1))
    found = validate(stamped, trust)
    assert found.verdict == "valid", found.report
    found = validate(bare, trust)
    assert (found.verdict, _codes(found)) == ("invalid", {"certificateRevoked"})


def test_revoked_before_signing_is_invalid(pki: Pki, trust: Trust, timestamps: TimestampService) -> None:
    key = pki.issue("Đã thu hồi")
    signed = sign.approve(pages.draft(), key, options=sign.Options(timestamps=timestamps)).pdf
    pki.revoke(key, NOW - timedelta(days=1))
    found = validate(signed, trust)
    assert (found.verdict, _codes(found)) == ("invalid", {"certificateRevoked"})


def test_expired_without_a_trusted_time_is_unknown(pki: Pki, trust: Trust, timestamps: TimestampService) -> None:
    key = pki.issue("Sắp hết hạn", end=NOW + timedelta(days=1), revocable=False)
    bare = sign.approve(pages.draft(), key).pdf
    stamped = sign.approve(pages.draft(), key, options=sign.Options(timestamps=timestamps)).pdf
    later = NOW + timedelta(days=5)
    found = validate(bare, trust, at=later)
    assert (found.verdict, _codes(found)) == ("unknown", {"expiredNoTrustedTime"})
    assert validate(stamped, trust, at=later).verdict == "valid"


def test_expired_when_signed_is_invalid(pki: Pki, trust: Trust) -> None:
    key = pki.issue("Hết hạn", start=NOW - timedelta(days=30), end=NOW - timedelta(days=1), revocable=False)
    clock = NOW - timedelta(days=2)
    signed = sign.approve(pages.draft(), key, options=sign.Options(clock=lambda: clock)).pdf
    found = validate(signed, trust)
    assert (found.verdict, _codes(found)) == ("invalid", {"certificateExpired"})


def test_an_issuer_that_offers_no_revocation_is_only_told(pki: Pki, trust: Trust) -> None:
    found = validate(sign.approve(pages.draft(), pki.issue("Không tra cứu", revocable=False)).pdf, trust)
    assert (found.verdict, _codes(found)) == ("valid", {"revocationNotOffered"})


def test_a_timestamp_from_nowhere_is_no_trusted_time(
    issued: Issued, trust: Trust, pki: Pki, leader: SoftwareKey
) -> None:
    from tests.signing.office_pki import Served

    stranger = Served()
    service = TimestampService(stranger.pki.url + "/tsa", timeout=5)
    try:
        signed = sign.approve(pages.draft(), leader, options=sign.Options(timestamps=service)).pdf
    finally:
        service.close()
        stranger.close()
    found = validate(signed, trust)
    assert found.verdict == "warning"
    assert _codes(found) == {"timestampUntrusted"}
    assert found.signatures[0].trusted_time is None


@pytest.mark.parametrize("extension", ["2.5.29.15", "2.5.29.35", "2.5.29.19", "1.3.6.1.5.5.7.1.1"])
def test_a_malformed_certificate_makes_no_trusted_time(
    pki: Pki, trust: Trust, timestamps: TimestampService, extension: str
) -> None:
    key = pki.issue("Thu hồi trước khi ký")
    pki.stamper = _forged_clock(pki, extension)
    pki.stamp_at = NOW - timedelta(days=10)
    signed = sign.approve(pages.draft(), key, options=sign.Options(timestamps=timestamps)).pdf
    pki.revoke(key, NOW - timedelta(days=5))
    found = validate(signed, trust)
    assert found.verdict == "invalid"
    assert "certificateRevoked" in _codes(found)
    assert found.signatures[0].trusted_time is None
    assert again(signed, trust) == "revoked"


@pytest.mark.parametrize("extension", ["2.5.29.15", "2.5.29.35", "2.5.29.19", "1.3.6.1.5.5.7.1.1"])
def test_a_malformed_certificate_is_refused_in_words(pki: Pki, trust: Trust, extension: str) -> None:
    forged = asn1_x509.Certificate.load(_forged_clock(pki, extension).der)
    with pytest.raises((CertificateChainBroken, CertificateUnfit)):
        check_certificate(forged, trust)
    pki.stamper = _forged_clock(pki, extension)
    service = TimestampService(pki.url + "/tsa", timeout=5, trust=trust)
    with pytest.raises(TimestampUnavailable):
        asyncio.run(service.token(bytes(32)))
    service.close()


def _forged_clock(pki: Pki, extension: str) -> Authority:
    """It names an authority that never signed it, and holds an extension that cannot be read."""
    private = rsa.generate_private_key(65537, 2048)
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    spoiled = x509.UnrecognizedExtension(x509.ObjectIdentifier(extension), b"\x02\x01\x00")
    builder = (
        x509.CertificateBuilder()
        .subject_name(name("Dấu thời gian giả"))
        .issuer_name(pki.ca.certificate.subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=300))
        .not_valid_after(NOW + timedelta(days=300))
        .add_extension(usage, critical=True)
        .add_extension(spoiled, critical=False)
    )
    return Authority(builder.sign(private, hashes.SHA256()), private)


def test_claimed_and_trusted_time_are_apart(issued: Issued, trust: Trust) -> None:
    one = validate(issued.approved, trust).signatures[0]
    assert one.claimed_time is not None
    assert one.trusted_time is not None
    assert one.signer == pages.LEADER
    assert one.organization == "Đảng ủy xã An Phú"


# -- the child process -------------------------------------------------------------------------------------------


def test_the_child_says_the_same(issued: Issued, trust: Trust, trust_directory: Path, tmp_path: Path) -> None:
    here = validate(issued.sealed, trust)
    assert in_subprocess(issued.sealed, trust_directory) == here
    file = tmp_path / "văn bản.pdf"
    file.write_bytes(issued.sealed)
    assert in_subprocess(file, trust_directory) == here
    assert in_subprocess(issued.sealed, None).verdict == "unknown"


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7", b"%PDF-1.4\n" + b"1 0 obj <<" * 5000])
def test_what_is_no_document_is_unknown(data: bytes, trust_directory: Path) -> None:
    found = in_subprocess(data, trust_directory)
    assert found.verdict == "unknown"
    assert _codes(found) == {"pdfUnreadable"}


def test_a_child_that_takes_too_long_is_ended(issued: Issued, trust_directory: Path) -> None:
    found = in_subprocess(
        issued.sealed, trust_directory, 0.5, command=(sys.executable, "-c", "import time; time.sleep(60)")
    )
    assert (found.verdict, _codes(found)) == ("unknown", {"tookTooLong"})


def test_a_child_that_takes_too_much_memory_is_unknown(issued: Issued, trust_directory: Path) -> None:
    found = in_subprocess(issued.sealed, trust_directory, memory=48 * 1024 * 1024)
    assert found.verdict == "unknown"


def test_a_child_that_crashes_is_unknown(issued: Issued, trust_directory: Path) -> None:
    found = in_subprocess(issued.sealed, trust_directory, command=(sys.executable, "-c", "import os; os.abort()"))
    assert (found.verdict, _codes(found)) == ("unknown", {"notJudged"})


def test_a_verdict_survives_json(issued: Issued, trust: Trust) -> None:
    found = validate(issued.sealed, trust)
    again = Verdict.from_json(found.to_json())
    assert again == found
    assert again.report == found.report


# -- trust -------------------------------------------------------------------------------------------------------


def test_a_directory_of_roots(trust_directory: Path, pki: Pki) -> None:
    (trust_directory / "broken.cer").write_bytes(b"not a certificate")
    (trust_directory / "readme.txt").write_text("ignored")
    both = pki.root.certificate.public_bytes(Encoding.PEM) + pki.ca.certificate.public_bytes(Encoding.PEM)
    (trust_directory / "bundle.pem").write_bytes(both)
    found = Trust.from_directory(trust_directory)
    assert found.unreadable == ("broken.cer",)
    assert len(found.fingerprints) == 1
    assert {one.subject for one in found.listed} == {"Gốc thử nghiệm"}
    assert len(list(certificates(both))) == 2


# -- sentences ---------------------------------------------------------------------------------------------------


def _codes_raised() -> set[str]:
    """Every code that stands in the code where a reason is made."""
    codes: set[str] = set()
    for file in Path(sentences.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Reason", "Stamp"):
                given = [*node.args[:1], *(one.value for one in node.keywords if one.arg == "code")]
                codes |= {one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return codes - {""}


def test_every_reason_and_problem_has_its_sentence() -> None:
    from signing import problems

    codes = {one.code for one in vars(problems).values() if isinstance(one, type) and hasattr(one, "code")}
    raised = _codes_raised()
    assert {"revocationAsOf", "trailingBytes", "timestampBroken"} - raised <= {"revocationAsOf"}
    assert not (codes | set(WEIGHT)) - set(SENTENCES)
    assert not (raised | set(WEIGHT)) - set(FILE_SENTENCES)
    for sayings in (FILE_SENTENCES, SENTENCES, WORDS, ROLES, VERDICTS):
        for both in sayings.values():
            assert set(both) == {"vi", "en"}
            assert all(both.values())


def test_what_is_said_of_a_file_tells_the_next_step() -> None:
    """Each sentence of a verdict is more than what happened, and no word of one language stands in the other."""
    for code in WEIGHT:
        vi, en = (of_file(code, language) for language in ("vi", "en"))
        assert re.search(r"[.;] ?[^.;]+[.;]", vi), code
        assert re.search(r"[.;:] ?[^.;]+[.;]", en), code
        assert not re.search(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", en), code
    # A reader of a file is not told to renew a certificate that is another's.
    assert "ký lại" in of_file("certificateExpired", "vi", {"date": "2026-01-31"})
    assert "cấp chứng thư mới" in sentence("certificateExpired", "vi", {"date": "2026-01-31"})


def test_a_sentence_with_values() -> None:
    assert "ngày 31/01/2026" in sentence("certificateExpired", "vi", {"date": "2026-01-31"})
    assert sentence("certificateExpired", "en")
    assert sentence("somethingNew") == "somethingNew"
