"""The agency signs beside the approver's own, untouched signature, by a certificate that is not known to be bad."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from signing import documents, fields, sign
from signing.approval import ANYBODY, Approver
from signing.names import LEADER_FIELD
from signing.problems import ApprovalInvalid, ApprovalRevoked, ApprovedByAnother, FileProblem, NotApproved
from signing.signer import digest_of
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages
from tests.signing.attacks.workshop import Signing, Workshop, certificate_builder, update
from tests.signing.office_pki import NOW, Pki, name

Seal = Callable[..., sign.Signed]


@pytest.fixture
def seal(agency: SoftwareKey, trust: Trust) -> Seal:
    """Seals as the desk does."""

    def made(pdf: bytes, approver: Approver = ANYBODY) -> sign.Signed:
        return sign.seal(
            pdf, agency, number_text="118-TB/ĐU", date_text="2026-11-22", options=sign.Options(trust=trust),
            approver=approver,
        )  # fmt: skip

    return made


@pytest.fixture
def hers(leader: SoftwareKey) -> Approver:
    """Whom the document names, with her certificate."""
    return Approver(pages.LEADER, frozenset({digest_of(leader.certificate)}))


def _draft() -> bytes:
    return fields.add_number_and_date(pages.draft())


def _self_made(issuer: str) -> SoftwareKey:
    """The leader's name on a certificate that whoever likes can make."""
    private = ec.generate_private_key(ec.SECP256R1())
    builder = certificate_builder(pages.LEADER, private, name(issuer))
    return SoftwareKey(private, builder.sign(private, hashes.SHA256()).public_bytes(Encoding.DER))


def test_the_approvers_signature_lets_the_seal_on(
    seal: Seal, leader: SoftwareKey, curve: SoftwareKey, hers: Approver, trust: Trust, pki: Pki
) -> None:
    sealed = seal(sign.approve(_draft(), leader).pdf, hers)
    assert sealed.warnings == ()
    assert validate(sealed.pdf, trust).verdict == "valid"
    looked_through = Workshop(pki).sign(_draft(), Signing("KyNhay"), curve)
    assert seal(sign.approve(looked_through, leader).pdf, hers).warnings == ()


@pytest.mark.parametrize("known", [True, False])
def test_anothers_signature_is_no_approval(seal: Seal, curve: SoftwareKey, hers: Approver, known: bool) -> None:
    with pytest.raises(ApprovedByAnother) as caught:
        seal(sign.approve(_draft(), curve).pdf, hers if known else Approver(pages.LEADER))
    assert caught.value.args_map == {"name": "Trần Thị Thúy"}
    assert isinstance(caught.value, FileProblem)  # the next document of the batch may be in order


def test_a_self_made_certificate_with_the_leaders_name(seal: Seal, hers: Approver) -> None:
    forged = sign.approve(_draft(), _self_made(pages.LEADER)).pdf
    with pytest.raises(ApprovedByAnother):
        seal(forged, hers)
    with pytest.raises(ApprovalInvalid):
        seal(forged, Approver(pages.LEADER))


def test_an_issuer_that_is_not_known_is_marked(seal: Seal) -> None:
    signed = sign.approve(_draft(), _self_made("CA chưa có trong danh sách")).pdf
    assert [one.code for one in seal(signed, Approver(pages.LEADER)).warnings] == ["issuerUnknown"]


def test_a_revoked_leader(
    seal: Seal, leader: SoftwareKey, hers: Approver, pki: Pki, timestamps: TimestampService
) -> None:
    unstamped = sign.approve(_draft(), leader).pdf
    stamped = sign.approve(_draft(), leader, options=sign.Options(timestamps=timestamps)).pdf
    pki.revoke(leader)
    for pdf in (unstamped, stamped):
        with pytest.raises(ApprovalRevoked) as caught:
            seal(pdf, hers)
        assert caught.value.args_map["name"] == pages.LEADER
        assert caught.value.args_map["date"]
    pki.revoke(leader, datetime.now(UTC) + timedelta(minutes=1))
    assert seal(stamped, hers).pdf  # what was signed before it is proven to have been


def test_a_leader_whose_certificate_had_ended(seal: Seal, pki: Pki) -> None:
    key = pki.issue(pages.LEADER, end=NOW - timedelta(days=1))
    signed = Workshop(pki).sign(_draft(), Signing(LEADER_FIELD), key)
    with pytest.raises(ApprovalInvalid):
        seal(signed, Approver(pages.LEADER, frozenset({digest_of(key.certificate)})))


def test_what_is_not_known_is_marked(seal: Seal, pki: Pki, hers: Approver, leader: SoftwareKey) -> None:
    pki.silent.add("ocsp")
    assert [one.code for one in seal(sign.approve(_draft(), leader).pdf, hers).warnings] == ["revocationUnknown"]


def test_what_came_after_the_leader_is_not_sealed(seal: Seal, leader: SoftwareKey, hers: Approver) -> None:
    approved = sign.approve(_draft(), leader).pdf
    filled = update(approved, lambda writer: fields.fill_in(writer, approved, "999-TB/ĐU", date(2026, 1, 1)))
    assert not fields.is_open(filled)
    with pytest.raises(NotApproved):
        seal(filled, hers)
    with pytest.raises(NotApproved):
        seal(approved + b"\n% more\n" + b"1 0 obj\n<< /Type /Catalog >>\nendobj\n", hers)
    assert documents.has_signatures(seal(approved, hers).pdf)
