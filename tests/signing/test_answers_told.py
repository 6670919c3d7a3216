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


def test_the_newest_lists_come_before_older_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = [_list(issuer, days) for issuer, days in (("Một", 6), ("Hai", 1), ("Ba", 3), ("Tư", 2))]
    old = Answer(OCSP, b"answer", NOW - timedelta(days=25))
    kept = Answers([*lists, old])
    assert kept.since(0) == [*lists, old]
    monkeypatch.setattr(answers, "TOLD", 2 * max(len(one.der) for one in lists) + len(old.der))
    assert kept.since(0) == [lists[1], lists[3], old]


def test_of_each_list_the_newest_is_held() -> None:
    kept = Answers()
    first, second, other = _list("Một", 3), _list("Một", 2), _list("Hai", 3)
    assert kept.add([first, other]) == (first, other)
    assert kept.add([second]) == (second,)
    assert kept.add([first]) == ()
    assert kept.since(0) == [other, second]


def test_a_list_is_let_go_when_it_tells_nothing_more() -> None:
    """A week past its own term of a week, and an answer as old as a month."""
    kept = Answers([_list("Một", 13), _list("Hai", 15), Answer(OCSP, b"old", NOW - timedelta(days=31))])
    assert [one.at for one in kept.since(0)] == [NOW - timedelta(days=13)]


def test_there_is_no_more_held_than_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = [_list(issuer, days) for issuer, days in (("Một", 3), ("Hai", 6), ("Ba", 1))]
    answer = Answer(OCSP, b"answer", NOW - timedelta(days=20))
    monkeypatch.setattr(answers, "HELD", len(answer.der) + len(lists[0].der) + len(lists[2].der))
    kept = Answers([answer, *lists])
    assert kept.since(0) == [answer, lists[0], lists[2]]
    monkeypatch.setattr(answers, "MOST", 2)
    kept.add([Answer(OCSP, b"another", NOW)])
    assert [one.der for one in kept.since(0)] == [lists[2].der, b"another"]
