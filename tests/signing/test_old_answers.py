"""Answers that a file brings count as far as they prove something: fresh, or bounded by a trusted time. What the issuer
says now comes first. (What no such answer may do stands in the corpus of attacks.)"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import ocsp, x509

from signing.answers import OCSP, Answer, Answers
from signing.revocation import Revocation
from signing.software import SoftwareKey
from signing.standing import again
from signing.trust import Trust
from signing.validation import validate
from signing.verdict import Verdict
from tests.signing.attacks.old_answers import person, with_answers
from tests.signing.attacks.workshop import Signing, Workshop
from tests.signing.office_pki import NOW, Pki, Served

STAMPED = Signing(stamped=True)
MINUTE, WEEK = timedelta(minutes=1), timedelta(days=7)


@pytest.fixture(scope="module")
def office(served: Served) -> Workshop:
    return Workshop(served.pki)


def _told(found: Verdict) -> tuple[str, set[str]]:
    return found.verdict, {one.code for one in found.all_reasons()}


def _bearing(office: Workshop, key: SoftwareKey, ago: timedelta, term: timedelta, how: Signing | None = None) -> bytes:
    answer = office.pki.answer_made(key, ago, term)
    return with_answers(office.sign(office.page, how, key), office.pki.ca.der, [answer])


# -- honest files ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ago", [MINUTE, timedelta(days=3)], ids=["of-now", "of-three-days-before"])
def test_a_stamped_file_with_its_answers_is_valid_offline(office: Workshop, ago: timedelta) -> None:
    """Some services make their answers for a week: they count at the time that the stamp proves."""
    pdf = _bearing(office, person(office), ago, WEEK, STAMPED)
    assert _told(validate(pdf, office.trust)) == ("valid", set())


def test_a_stamped_file_with_a_list_in_its_term_is_valid_offline(office: Workshop) -> None:
    signed = office.sign(office.page, STAMPED, person(office, lists=True))
    made = office.pki.list_made(timedelta(days=20), timedelta(days=30))
    assert _told(validate(with_answers(signed, office.pki.ca.der, lists=[made]), office.trust)) == ("valid", set())


def test_without_a_stamp_a_fresh_answer_is_enough(office: Workshop) -> None:
    assert _told(validate(_bearing(office, person(office), MINUTE, WEEK), office.trust)) == ("valid", set())


# -- what the issuer says now ------------------------------------------------------------------------------------


def test_a_list_in_the_file_keeps_nobody_from_asking_for_todays(office: Workshop, pki: Pki, trust: Trust) -> None:
    key = person(office, lists=True)
    signed = office.sign(office.page, key=key)
    pdf = with_answers(signed, pki.ca.der, lists=[pki.list_made(timedelta(days=3))])
    assert _told(validate(pdf, trust)) == ("valid", set())
    pki.revoke(key, NOW - timedelta(days=2))
    assert _told(validate(pdf, trust)) == ("invalid", {"certificateRevoked"})


def test_a_silent_service_makes_no_old_answer_new(office: Workshop, pki: Pki, trust: Trust) -> None:
    key = person(office)
    pdf = _bearing(office, key, timedelta(days=1), WEEK)
    pki.revoke(key, NOW - timedelta(hours=12))
    pki.silent.add("ocsp")
    assert _told(validate(pdf, trust)) == ("unknown", {"revocationUnknown"})
    assert again(pdf, trust, Revocation()) == "unknown"
    pki.silent.clear()
    assert again(pdf, trust, Revocation()) == "revoked"


def test_before_issue_only_what_is_said_now_is_good(office: Workshop, pki: Pki, trust: Trust) -> None:
    """Not even of a signature whose time is proven: it was unknown when it signed, and that is what is asked."""
    key = person(office)
    stamped = _bearing(office, key, timedelta(days=1), WEEK, STAMPED)
    fresh = _bearing(office, key, MINUTE, WEEK)
    pki.silent.add("ocsp")
    assert [again(one, trust, Revocation()) for one in (stamped, fresh)] == ["unknown", "good"]
    pki.silent.clear()
    assert again(stamped, trust, Revocation()) == "good"


def test_what_a_file_brings_makes_no_kept_answer_newer(office: Workshop, pki: Pki, trust: Trust) -> None:
    """An own answer past its term is said to be old, though the file brings one that is still within its own."""
    key = person(office)
    kept = pki.answer_made(key, timedelta(days=2), timedelta(days=1))
    told = Answers([Answer(OCSP, kept, datetime.now(UTC) - timedelta(days=2))])
    offline = replace(trust, online=False, answers=told)
    assert _told(validate(office.sign(office.page, key=key), offline)) == ("warning", {"revocationOld"})
    assert _told(validate(_bearing(office, key, timedelta(days=25), timedelta(days=30)), offline)) == (
        "warning", {"revocationOld"},
    )  # fmt: skip


def test_a_kept_answer_as_old_as_a_replayed_one_says_nothing(office: Workshop, pki: Pki, trust: Trust) -> None:
    key = person(office)
    kept = pki.answer_made(key, timedelta(days=25), timedelta(days=30))
    told = Answers([Answer(OCSP, kept, datetime.now(UTC) - timedelta(days=25))])
    offline = replace(trust, online=False, answers=told)
    assert _told(validate(office.sign(office.page, key=key), offline)) == ("unknown", {"revocationUnknown"})


def test_a_file_that_still_says_revoked_is_believed_when_the_list_says_so_no_more(
    office: Workshop, pki: Pki, trust: Trust
) -> None:
    """Lists let go of certificates that have expired."""
    key = person(office, lists=True)
    pki.revoke(key, NOW - timedelta(days=2))
    signed = office.sign(office.page, STAMPED, key)
    pdf = with_answers(signed, pki.ca.der, lists=[pki.list_made()])
    pki.revoked.clear()
    assert _told(validate(pdf, trust)) == ("invalid", {"certificateRevoked"})


def test_answers_are_read_one_by_one(office: Workshop) -> None:
    """What cannot be read among them is left out, and costs the others nothing."""
    key = person(office)
    refused = ocsp.OCSPResponse({"response_status": "try_later"}).dump()
    good = office.pki.answer_made(key, MINUTE, WEEK)
    pdf = with_answers(office.sign(office.page, key=key), office.pki.ca.der, [refused, good])
    assert x509.Certificate.load(key.certificate).ocsp_urls
    assert _told(validate(pdf, office.trust)) == ("valid", set())
