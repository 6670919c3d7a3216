"""Trust roots as data: where they come from, what counts, and what never does."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import cms, pem, x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from signing.roots import CannotTrust, Roots, grouped, same_fingerprint
from signing.trust import certificates, fingerprint
from signing.validation import validate
from tests.signing.conftest import Issued
from tests.signing.office_pki import NOW, Pki, authority

PRACTICE = "Gốc THỰC HÀNH Tác nghiệp"


@pytest.fixture
def roots(tmp_path: Path, pki: Pki) -> Roots:
    """A profile with a root by policy and room for others."""
    folder = tmp_path / "policy"
    folder.mkdir()
    (folder / "ca.pem").write_bytes(pki.ca.certificate.public_bytes(Encoding.PEM))
    return Roots({"policy": folder}, tmp_path / "trust")


def test_what_is_added_counts_once_it_was_compared(roots: Roots, pki: Pki, tmp_path: Path, issued: Issued) -> None:
    assert validate(issued.sealed, roots.trust()).verdict == "unknown"
    file = tmp_path / "gốc.cer"
    file.write_bytes(pki.root.der)
    ((listed, certificate),) = roots.read(file)
    assert (listed.subject, listed.organization, listed.root, listed.state) == (
        "Gốc thử nghiệm", "Ban Cơ yếu", True, "waiting",
    )  # fmt: skip
    with pytest.raises(CannotTrust, match="notComparedHere"):
        roots.add(certificate, compared=False)
    assert [one.source for one in roots.known().listed] == ["policy"]
    roots.add(certificate, compared=True)
    assert [(one.source, one.state) for one in roots.known().listed] == [("policy", "trusted"), ("added", "trusted")]
    assert validate(issued.sealed, roots.trust()).verdict == "valid"
    roots.remove(listed.fingerprint)
    assert validate(issued.sealed, roots.trust()).verdict == "unknown"
    assert list((tmp_path / "trust").glob("*.cer")) == []


def test_what_was_merely_put_there_waits_to_be_compared(roots: Roots, pki: Pki, tmp_path: Path) -> None:
    (tmp_path / "trust").mkdir()
    both = pki.root.certificate.public_bytes(Encoding.PEM) + authority("Gốc khác", None).certificate.public_bytes(
        Encoding.PEM
    )
    (tmp_path / "trust" / "hai gốc.pem").write_bytes(both)
    (tmp_path / "trust" / "hỏng.cer").write_bytes(b"not a certificate")
    known = roots.known()
    assert {one.subject: one.state for one in known.listed if one.source == "added"} == {
        "Gốc thử nghiệm": "waiting",
        "Gốc khác": "waiting",
    }
    assert known.unreadable == (("added", "hỏng.cer"),)
    assert roots.trust().roots == ()
    mark = fingerprint(x509.Certificate.load(pki.root.der))
    roots.confirm(mark)
    assert roots.trust().fingerprints == {mark}
    # Taking one out leaves the other of the same file.
    roots.remove(mark)
    left = [one for one in roots.known().listed if one.source == "added"]
    assert [(one.subject, one.state) for one in left] == [("Gốc khác", "waiting")]


def test_policy_is_not_changed_here(roots: Roots, pki: Pki, tmp_path: Path) -> None:
    with pytest.raises(CannotTrust, match="notAdded"):
        roots.remove(roots.known().listed[0].fingerprint)
    locked = Roots({"policy": tmp_path / "policy"})
    assert not locked.may_add
    with pytest.raises(CannotTrust, match="lockedByPolicy"):
        locked.add(x509.Certificate.load(pki.root.der), compared=True)
    with pytest.raises(CannotTrust, match="lockedByPolicy"):
        locked.remove("00")


def test_practice_and_real_never_meet(tmp_path: Path, pki: Pki) -> None:
    practice, real = (x509.Certificate.load(one.der) for one in (authority(PRACTICE, None), pki.root))
    for profile, own, other, code in (
        (Roots(added=tmp_path / "real"), real, practice, "practiceRoot"),
        (Roots(added=tmp_path / "practice", practice=True), practice, real, "realRoot"),
    ):
        with pytest.raises(CannotTrust, match=code):
            profile.add(other, compared=True)
        profile.add(own, compared=True)
        assert len(profile.trust().roots) == 1
    # Nor through a folder that policy names, or a file put among those that were compared.
    folder = tmp_path / "policy"
    folder.mkdir()
    (folder / "practice.der").write_bytes(practice.dump())
    by_policy = Roots({"policy": folder})
    assert [one.state for one in by_policy.known().listed] == ["foreign"]
    assert by_policy.trust().roots == ()
    assert len(Roots({"practice": folder}, practice=True).trust().roots) == 1


def test_only_an_authority_is_taken(roots: Roots, pki: Pki) -> None:
    with pytest.raises(CannotTrust, match="notAuthority"):
        roots.add(x509.Certificate.load(pki.issue("Một người").certificate), compared=True)


def test_expired_and_early_are_marked(roots: Roots, pki: Pki) -> None:
    roots.add(x509.Certificate.load(pki.root.der), compared=True)
    for at, state in ((NOW + timedelta(days=9000), "expired"), (NOW - timedelta(days=9000), "early")):
        assert {one.state for one in roots.known(at).listed} == {state}


def test_files_that_hold_several(pki: Pki, tmp_path: Path) -> None:
    both = [pki.root.certificate, pki.ca.certificate]
    for encoding in (Encoding.DER, Encoding.PEM):
        bundle = pkcs7.serialize_certificates(both, encoding)
        assert {fingerprint(one) for one in certificates(bundle)} == {
            fingerprint(x509.Certificate.load(one.der)) for one in (pki.root, pki.ca)
        }
    file = tmp_path / "bundle.p7b"
    file.write_bytes(pkcs7.serialize_certificates(both, Encoding.DER))
    assert len(Roots().read(file)) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        pem.armor("PKCS7", b"\x30\x03\x02\x01\x01"),
        cms.ContentInfo({"content_type": "data", "content": b"text"}).dump(),
    ],
)
def test_a_file_without_a_certificate_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "none.cer"
    file.write_bytes(data)
    with pytest.raises(CannotTrust) as refused:
        Roots().read(file)
    assert refused.value.code == "noCertificate"
    with pytest.raises(CannotTrust) as missing:
        Roots().read(tmp_path / "missing.cer")
    assert missing.value.code == "fileUnreadable"


def test_a_fingerprint_is_read_and_compared_in_groups() -> None:
    mark = "0123456789abcdef" * 4
    assert grouped(mark).startswith("0123 4567 89AB CDEF 0123")
    assert same_fingerprint(grouped(mark), mark)
    assert same_fingerprint("89:AB:CD:EF", mark)
    assert same_fingerprint("89:AB:CD:EE", mark) is False
    assert same_fingerprint("EF", mark) is None
