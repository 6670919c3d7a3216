"""A month of revocation lists is more than one frame holds: the newest of each issuer is told, and verdicts go on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from signing import answers
from signing.answers import CRL, OCSP, TOLD, Answer, Answers
from signing.judging import Judges
from signing.trust import Trust
from tests.signing.office_pki import NOW, name


def _list(issuer: str, days_ago: int) -> Answer:
    at = NOW - timedelta(days=days_ago)
    builder = x509.CertificateRevocationListBuilder().issuer_name(name(issuer)).last_update(at)
    made = builder.next_update(at + timedelta(days=7)).sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
    return Answer(CRL, made.public_bytes(Encoding.DER), at)


def test_a_month_of_lists_goes_through() -> None:
    lists = [Answer(CRL, bytes([n]) * (8 * 1024 * 1024 - 10), NOW - timedelta(days=n)) for n in range(7)]
    kept = Answers(lists)
    assert sum(len(one.der) for one in kept.since(0)) <= TOLD
    assert kept.since(0) == lists[:3]
    with Judges(size=1, answers=kept) as judges:
        found = judges.judge(b"%PDF-1.4\n", Trust(online=False))
    assert [one.code for one in found.all_reasons()] == ["pdfUnreadable"]


def test_the_newest_list_of_each_issuer_comes_before_older_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = [_list(issuer, days) for days in (20, 3, 1, 2) for issuer in ("Một", "Hai")]
    old = Answer(OCSP, b"answer", NOW - timedelta(days=25))
    kept = Answers([*lists, old])
    assert kept.since(0) == [*lists, old]
    monkeypatch.setattr(answers, "TOLD", 2 * max(len(one.der) for one in lists) + len(old.der))
    assert kept.since(0) == [lists[4], lists[5], old]
