"""Approving and sealing: the order, the levels, what refuses, and what independent judges say."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec

from signing import documents, fields, integrity, place, problems, sign
from signing.appearance import Appearance
from signing.notes import attachment_look
from signing.problems import SigningProblem
from signing.signer import KeySigner, digest_of
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages
from tests.signing.conftest import Issued, issue
from tests.signing.office_pki import NOW, Pki


def _draft(**words: str) -> bytes:
    return fields.add_number_and_date(pages.draft(**words))  # type: ignore[arg-type]


def test_the_ordinary_document_is_plainly_valid(issued: Issued, trust: Trust) -> None:
    for pdf, count in ((issued.approved, 1), (issued.sealed, 2)):
        found = validate(pdf, trust)
        assert found.verdict == "valid", found.report
        assert found.all_reasons() == ()
        assert len(found.signatures) == count
        assert [one.changed for one in found.signatures] == ["no"] * count
        assert all(one.trusted_time for one in found.signatures)
        assert {one.level for one in found.signatures} == {"B-T"}
    roles = [one.role_hint for one in validate(issued.sealed, trust).signatures]
    assert roles == ["leader", "agency"]


def test_the_leader_leaves_only_number_and_date_and_the_agency_open(issued: Issued) -> None:
    (leader,) = integrity.signatures(documents.reader(issued.approved))
    assert leader.signature is not None
    spec = leader.signature.fieldmdp
    assert spec is not None
    assert not any(spec.is_locked(name) for name in (*fields.OPEN_FIELDS, sign.SEAL_FIELD))
    assert spec.is_locked("anything else")


def test_the_seal_fills_in_the_revision_that_it_signs(issued: Issued) -> None:
    reader = documents.reader(issued.sealed)
    leader, seal = (one.signature for one in integrity.signatures(reader))
    assert leader is not None
    assert seal is not None
    assert seal.signed_revision == leader.signed_revision + 1
    values = {str(x.get_object()["/T"]): str(x.get_object().get("/V", "")) for x in reader.root["/AcroForm"]["/Fields"]}
    assert values[fields.NUMBER_FIELD] == "118-TB/ĐU"
    assert values[fields.DATE_FIELD] == "ngày 22 tháng 11 năm 2026"


def test_a_reserved_number_stands_on_the_page_before_the_leader_signs(
    leader: SoftwareKey, agency: SoftwareKey, trust: Trust
) -> None:
    filled = fields.fill(_draft(), "118-TB/ĐU", date(2026, 11, 22))
    approved = sign.approve(filled, leader).pdf
    sealed = sign.seal(approved, agency).pdf
    assert validate(sealed, trust).verdict == "valid"
    printed = sign.seal(
        sign.approve(pages.draft(number="Số 118-TB/ĐU", day="An Phú, ngày 22 tháng 11 năm 2026"), leader).pdf, agency
    )
    assert validate(printed.pdf, trust).verdict == "valid"


@pytest.mark.parametrize("kind", ["rsa", "pss", "curve"])
def test_what_comes_back_must_be_a_signature_by_the_certificates_key(
    leader: SoftwareKey, curve: SoftwareKey, kind: str
) -> None:
    own = curve if kind == "curve" else leader
    other = ec.generate_private_key(ec.SECP256R1()) if kind == "curve" else rsa.generate_private_key(65537, 2048)
    options = sign.Options(prefer_pss=kind == "pss")
    with pytest.raises(problems.SignatureMismatch) as caught:
        sign.approve(_draft(), SoftwareKey(other, own.certificate, own.chain), options=options)
    assert not isinstance(caught.value, problems.FileProblem)  # the next file would fare no better

    class Torn:
        """A driver that gives back fewer bytes than it was asked for."""

        certificate, chain = own.certificate, own.chain

        def sign(self, data: bytes, mechanism: str) -> bytes:
            return own.sign(data, mechanism)[:-1]

    with pytest.raises(problems.SignatureMismatch):
        sign.approve(_draft(), Torn(), options=options)
    assert sign.approve(_draft(), own, options=options).pdf


def test_the_agency_signs_only_what_a_leader_signed(issued: Issued, leader: SoftwareKey, agency: SoftwareKey) -> None:
    with pytest.raises(problems.NotApproved):
        sign.seal(issued.draft, agency, number_text="1-TB/ĐU", date_text="2026-11-22")
    broken = bytearray(sign.approve(_draft(), leader).pdf)
    broken[300] ^= 1
    with pytest.raises((problems.NotApproved, problems.PdfUnreadable)):
        sign.seal(bytes(broken), agency, number_text="1-TB/ĐU", date_text="2026-11-22")


def test_open_fields_want_number_and_date(issued: Issued, agency: SoftwareKey) -> None:
    with pytest.raises(problems.FieldsMissing):
        sign.seal(issued.approved, agency)


def test_nothing_goes_on_a_sealed_document(issued: Issued, leader: SoftwareKey, agency: SoftwareKey) -> None:
    with pytest.raises(problems.PdfCertified):
        sign.seal(issued.sealed, agency)
    with pytest.raises(problems.PdfCertified):
        sign.approve(issued.sealed, leader)
    with pytest.raises(problems.PdfCertified):
        sign.approve(issued.approved, leader)
    with pytest.raises(problems.PdfCertified):
        fields.add_number_and_date(issued.approved)


def _signed_by_another(pdf: bytes, key: SoftwareKey, *, allows: MDPPerm, lock: FieldMDPSpec | None = None) -> bytes:
    """Certified by whoever wrote it; with ``lock`` merely signed, and these fields locked."""
    meta = PdfSignatureMetadata("NguoiSoan", certify=lock is None, docmdp_permissions=allows, md_algorithm="sha256")
    spec = SigFieldSpec("NguoiSoan", field_mdp_spec=lock)
    signer = PdfSigner(meta, signer=KeySigner(key), new_field_spec=spec)
    return signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getvalue()


@pytest.mark.parametrize("allows", list(MDPPerm))
def test_a_certified_file_is_refused_whatever_its_author_allows(
    leader: SoftwareKey, curve: SoftwareKey, allows: MDPPerm
) -> None:
    """A new field that shows something breaks his signature: the document would come out as changed."""
    with pytest.raises(problems.PdfCertified):
        sign.approve(_signed_by_another(_draft(), curve, allows=allows), leader)


def test_a_number_that_somebody_locked_is_seen_before_the_leader_signs(leader: SoftwareKey, curve: SoftwareKey) -> None:
    lock = FieldMDPSpec(FieldMDPAction.INCLUDE, [fields.NUMBER_FIELD])
    with pytest.raises(problems.PdfCertified):
        sign.approve(_signed_by_another(_draft(), curve, allows=MDPPerm.FILL_FORMS, lock=lock), leader)
    lock = FieldMDPSpec(FieldMDPAction.INCLUDE, ["khac"])
    sign.approve(_signed_by_another(_draft(), curve, allows=MDPPerm.FILL_FORMS, lock=lock), leader)


# -- the certificate before signing ------------------------------------------------------------------------------


def test_another_persons_certificate_is_refused(leader: SoftwareKey, agency: SoftwareKey) -> None:
    options = sign.Options(allowed=frozenset({digest_of(agency.certificate)}))
    with pytest.raises(problems.CertificateNotYours):
        sign.approve(_draft(), leader, options=options)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(-30, -1, problems.CertificateExpired), (1, 30, problems.CertificateNotYetValid)],
)
def test_out_of_its_period(pki: Pki, trust: Trust, start: int, end: int, expected: type[SigningProblem]) -> None:
    key = pki.issue("Hết hạn", start=NOW + timedelta(days=start), end=NOW + timedelta(days=end))
    with pytest.raises(expected):
        sign.approve(_draft(), key, options=sign.Options(trust=trust))
    with pytest.raises(expected):
        sign.approve(_draft(), key)


def test_revoked_is_refused_at_every_level(pki: Pki, trust: Trust) -> None:
    key = pki.issue("Thu hồi")
    pki.revoke(key)
    with pytest.raises(problems.CertificateRevoked):
        sign.approve(_draft(), key, options=sign.Options(trust=trust))


def test_a_certificate_for_encryption_is_refused(pki: Pki) -> None:
    key = pki.issue("Mã hóa", usage=(False, False))
    with pytest.raises(problems.CertificateUnfit):
        sign.approve(_draft(), key)


def test_no_answer_about_revocation_signs_and_is_marked(pki: Pki, leader: SoftwareKey, trust: Trust) -> None:
    pki.silent.add("ocsp")
    signed = sign.approve(_draft(), leader, options=sign.Options(trust=trust))
    assert [one.code for one in signed.warnings] == ["revocationUnknown"]
    assert validate(signed.pdf, trust).verdict == "unknown"
    pki.silent.clear()
    assert validate(signed.pdf, trust).verdict == "valid"


def test_an_unknown_issuer_signs_and_is_marked(leader: SoftwareKey) -> None:
    signed = sign.approve(_draft(), leader, options=sign.Options(trust=Trust()))
    assert [one.code for one in signed.warnings] == ["issuerUnknown"]


# -- levels ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("trouble", ["silent", "garbage"])
def test_a_dead_timestamp_service_costs_the_level_only(
    pki: Pki, leader: SoftwareKey, trust: Trust, timestamps: TimestampService, trouble: str
) -> None:
    getattr(pki, trouble).add("tsa")
    signed = sign.approve(_draft(), leader, options=sign.Options(timestamps=timestamps))
    assert signed.level == "B-B"
    assert "timestampUnavailable" in [one.code for one in signed.warnings]
    assert validate(signed.pdf, trust).verdict == "valid"


def test_a_slow_timestamp_service_costs_the_level_only(pki: Pki, leader: SoftwareKey) -> None:
    pki.hold.add("tsa")
    service = TimestampService(pki.url + "/tsa", timeout=0.3)
    signed = sign.approve(_draft(), leader, options=sign.Options(timestamps=service))
    pki.held.set()
    service.close()
    assert signed.level == "B-B"


def test_nobody_at_the_address(leader: SoftwareKey) -> None:
    service = TimestampService("http://127.0.0.1:9/tsa", timeout=1)
    assert sign.approve(_draft(), leader, options=sign.Options(timestamps=service)).level == "B-B"
    service.close()


def test_a_missed_timestamp_is_added_later(
    leader: SoftwareKey, agency: SoftwareKey, trust: Trust, timestamps: TimestampService
) -> None:
    sealed = issue(leader, agency, sign.Options()).sealed
    assert [one.trusted_time for one in validate(sealed, trust).signatures] == [None, None]
    stamped = sign.add_timestamp(sealed, timestamps)
    found = validate(stamped, trust)
    assert found.verdict == "valid", found.report
    assert [one.role_hint for one in found.signatures] == ["leader", "agency", "timestamp"]
    assert all(one.trusted_time for one in found.signatures)


def test_evidence_makes_it_valid_without_a_line(
    pki: Pki, leader: SoftwareKey, agency: SoftwareKey, trust: Trust, timestamps: TimestampService
) -> None:
    options = sign.Options(trust=trust, timestamps=timestamps, keep_evidence=True)
    made = issue(leader, agency, options)
    pki.silent.update({"ocsp", "tsa"})
    for offline in (trust, Trust(trust.roots, trust.others, online=False)):
        found = validate(made.sealed, offline)
        assert found.verdict == "valid", found.report
        assert {one.level for one in found.signatures} == {"B-LT"}


# -- algorithms, and what others say -----------------------------------------------------------------------------


@pytest.mark.parametrize("pss", [False, True])
def test_rsa_paddings(leader: SoftwareKey, trust: Trust, pss: bool) -> None:
    signed = sign.approve(_draft(), leader, options=sign.Options(prefer_pss=pss))
    (found,) = integrity.signatures(documents.reader(signed.pdf))
    assert found.signature is not None
    info: Any = found.signature.signer_info
    algorithm = info["signature_algorithm"].signature_algo
    assert algorithm == ("rsassa_pss" if pss else "rsassa_pkcs1v15")
    assert validate(signed.pdf, trust).verdict == "valid"


def test_curve(curve: SoftwareKey, trust: Trust) -> None:
    assert validate(sign.approve(_draft(), curve).pdf, trust).verdict == "valid"


def test_the_certificate_is_put_in_once(issued: Issued) -> None:
    for found in integrity.signatures(documents.reader(issued.sealed)):
        assert found.signature is not None
        certificates = [one.dump() for one in found.signature.signed_data["certificates"]]
        assert len(certificates) == len(set(certificates)) == 2  # the signer's and the sub CA's
        attributes = {one["type"].native for one in found.signature.signer_info["signed_attrs"]}
        assert "signing_certificate_v2" in attributes
        assert found.subfilter == "/ETSI.CAdES.detached"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
@pytest.mark.parametrize("kind", ["pkcs1", "pss", "curve"])
def test_openssl_agrees(
    tmp_path: Path, leader: SoftwareKey, curve: SoftwareKey, pki: Pki, timestamps: TimestampService, kind: str
) -> None:
    key = curve if kind == "curve" else leader
    pdf = sign.approve(_draft(), key, options=sign.Options(prefer_pss=kind == "pss", timestamps=timestamps)).pdf
    (found,) = integrity.signatures(documents.reader(pdf))
    assert found.signature is not None
    covered: Any = found.signature.byte_range
    start, length, second, rest = (int(x) for x in covered)
    (tmp_path / "content").write_bytes(pdf[start : start + length] + pdf[second : second + rest])
    (tmp_path / "cms.der").write_bytes(cms.ContentInfo.load(found.signature.pkcs7_content).dump())
    (tmp_path / "root.pem").write_bytes(_pem(pki.root.der))
    done = subprocess.run(
        ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "cms.der", "-content", "content",
         "-CAfile", "root.pem", "-purpose", "any", "-out", "out"],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def _pem(der: bytes) -> bytes:
    from asn1crypto import pem

    return pem.armor("CERTIFICATE", der)


@pytest.mark.skipif(not (shutil.which("pdfsig") and shutil.which("certutil")), reason="poppler or NSS is missing")
def test_poppler_agrees(tmp_path: Path, issued: Issued, pki: Pki) -> None:
    database = tmp_path / "nss"
    database.mkdir()
    subprocess.run(["certutil", "-N", "-d", f"sql:{database}", "--empty-password"], check=True)
    for name, der, flags in (("root", pki.root.der, "CT,C,C"), ("ca", pki.ca.der, ",,")):
        (tmp_path / name).write_bytes(der)
        subprocess.run(
            ["certutil", "-A", "-d", f"sql:{database}", "-n", name, "-t", flags, "-i", str(tmp_path / name)], check=True
        )
    (tmp_path / "sealed.pdf").write_bytes(issued.sealed)
    done = subprocess.run(
        ["pdfsig", "-nssdir", f"sql:{database}", "-no-ocsp", str(tmp_path / "sealed.pdf")],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.count("Signature is Valid.") == 2, done.stdout
    assert done.stdout.count("ETSI.CAdES.detached") == 2
    assert re.search(r"Total document signed", done.stdout)


# -- odd files ---------------------------------------------------------------------------------------------------


def test_not_a_pdf(leader: SoftwareKey) -> None:
    for data in (b"", b"hello", b"%PDF-1.7\nnot really\n%%EOF", b"PK\x03\x04" + bytes(100)):
        with pytest.raises(problems.PdfUnreadable):
            sign.approve(data, leader)


def test_encrypted(leader: SoftwareKey) -> None:
    writer = copy_into_new_writer(documents.reader(pages.draft()))
    writer.encrypt("owner", "user")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(problems.PdfEncrypted):
        sign.approve(out.getvalue(), leader)
    with pytest.raises(problems.PdfEncrypted):
        place.find_name(out.getvalue(), pages.LEADER)


def test_a_place_off_the_page(leader: SoftwareKey) -> None:
    with pytest.raises(problems.PlaceOutside):
        sign.approve(_draft(), leader, Appearance(place.Place(7, (0, 0, 50, 50)), pages.handwriting()))


def test_an_attachment_shows_text_at_the_top_right(agency: SoftwareKey, trust: Trust) -> None:
    draft = pages.draft()
    signed = sign.sign_note(draft, agency, attachment_look(draft, "118-TB/ĐU", NOW))
    found = validate(signed.pdf, trust)
    assert found.verdict == "valid"
    assert found.signatures[0].role_hint == "note"


def test_many_pages(leader: SoftwareKey, agency: SoftwareKey, trust: Trust) -> None:
    draft = fields.add_number_and_date(pages.draft(pages=5000))
    approved = sign.approve(draft, leader).pdf
    sealed = sign.seal(approved, agency, number_text="118-TB/ĐU", date_text="2026-11-22").pdf
    found = validate(sealed, trust, comparing=60)
    assert found.verdict == "valid", found.report


def test_writing_aside_leaves_the_old_file_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    documents.write_aside(target, b"old")

    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="disk full"):
        documents.write_aside(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_hybrid_file_is_written_anew() -> None:
    assert documents.plain(pages.draft()) == pages.draft() or documents.plain(pages.draft()).startswith(b"%PDF")
    assert isinstance(documents.writer(pages.draft()), IncrementalPdfFileWriter)
