"""Files brought up later, and archive time-stamps renewed before they end: short-lived services, moved clocks."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from asn1crypto import x509

from signing import augment, levels, sign
from signing.evidence import Keeper
from signing.levels import Means, lasts_until
from signing.revocation import Revocation
from signing.services import Services
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages
from tests.signing.attacks.old_answers import with_answers
from tests.signing.conftest import issue
from tests.signing.office_pki import NOW, Pki


@pytest.fixture
def unfinished(leader: SoftwareKey, agency: SoftwareKey) -> bytes:
    """Sealed while nobody answered."""
    return issue(leader, agency, sign.Options()).sealed


def means(pki: Pki, trust: Trust) -> Means:
    services = Services()
    revocation = Revocation(services)
    service = TimestampService(pki.url + "/tsa", timeout=3, services=services, trust=trust, revocation=revocation)
    return Means(service, Keeper(trust, revocation))


@pytest.mark.parametrize("wanted", ["B-T", "B-LT", "B-LTA"])
def test_what_was_missed_is_added(pki: Pki, unfinished: bytes, trust: Trust, wanted: str) -> None:
    pki.stamper = pki.new_tsa()
    found = augment.augment(unfinished, wanted, trust, means(pki, trust))
    assert (found.before.level, found.after.level, found.why) == ("B-B", wanted, "")
    assert found.better
    assert found.pdf.startswith(unfinished)
    judged = validate(found.pdf, trust)
    assert judged.verdict == "valid", judged.report
    assert {one.level for one in judged.signatures if one.role_hint != "timestamp"} == {wanted}
    again = augment.augment(found.pdf, wanted, trust, means(pki, trust))
    assert (again.pdf, again.better) == (found.pdf, False)


def test_what_is_not_to_be_had_is_named_and_the_rest_kept(pki: Pki, unfinished: bytes, trust: Trust) -> None:
    pki.stamper = pki.new_tsa()
    pki.silent.add("tsa")
    found = augment.augment(unfinished, "B-LTA", trust, means(pki, trust))
    assert (found.pdf, found.why, found.better) == (unfinished, "timestampUnavailable", False)
    pki.silent.clear()
    pki.silent.add("ocsp")
    found = augment.augment(unfinished, "B-LTA", trust, means(pki, trust))
    assert (found.after.level, found.why, found.better) == ("B-T", "evidenceIncomplete", True)
    pki.silent.clear()
    whole = augment.augment(found.pdf, "B-LTA", trust, means(pki, trust))
    assert (whole.before.level, whole.after.level) == ("B-T", "B-LTA")


def test_an_archive_is_renewed_and_outlives_its_first_service(pki: Pki, unfinished: bytes, trust: Trust) -> None:
    """The first service's certificate ends in ten days; by then the second one's time-stamp stands over it."""
    pki.stamper = pki.new_tsa(end=NOW + timedelta(days=10))
    first = augment.augment(unfinished, "B-LTA", trust, means(pki, trust))
    assert first.after.until == (NOW + timedelta(days=10)).date()
    assert not augment.renew(first.pdf, trust, means(pki, trust)).better  # the same certificate lasts no longer
    pki.stamper = pki.new_tsa(end=NOW + timedelta(days=900))
    renewed = augment.renew(first.pdf, trust, means(pki, trust))
    assert renewed.better
    assert renewed.after.until == (NOW + timedelta(days=900)).date()
    later = NOW + timedelta(days=30)
    offline = Trust(trust.roots, trust.others, online=False)
    assert validate(renewed.pdf, offline, at=later).verdict == "valid"


def test_an_archive_is_renewed_when_its_signers_certificate_has_ended(pki: Pki, trust: Trust) -> None:
    """As most have by then. Nobody answers for it any more, and what the file keeps of it is proven already."""
    service = TimestampService(pki.url + "/tsa", timeout=5)
    key = pki.issue(pages.LEADER, start=NOW - timedelta(days=30), end=NOW - timedelta(days=2))
    then = NOW - timedelta(days=10)
    pki.stamp_at = then
    signed = sign.approve(pages.draft(), key, options=sign.Options(timestamps=service, clock=lambda: then)).pdf
    kept = with_answers(signed, pki.ca.der, [pki.answer_made(key, timedelta(days=10), timedelta(days=1))])
    pki.stamper = pki.new_tsa(end=NOW + timedelta(days=10))
    first = asyncio.run(levels.stamp(kept, service))
    service.close()
    assert augment.state_of(first, trust) == augment.State("B-LTA", (NOW + timedelta(days=10)).date())
    pki.stamp_at, pki.stamper = None, pki.new_tsa(end=NOW + timedelta(days=900))
    renewed = augment.renew(first, trust, means(pki, trust))
    assert (renewed.why, renewed.better) == ("", True)
    assert renewed.after == augment.State("B-LTA", (NOW + timedelta(days=900)).date())
    offline = Trust(trust.roots, trust.others, online=False)
    assert validate(renewed.pdf, offline, at=NOW + timedelta(days=30)).verdict == "valid"


def test_nothing_is_renewed_by_halves(pki: Pki, unfinished: bytes, trust: Trust) -> None:
    pki.stamper = pki.new_tsa(end=NOW + timedelta(days=10))
    first = augment.augment(unfinished, "B-LTA", trust, means(pki, trust))
    pki.stamper = pki.new_tsa()
    pki.silent.add("tsa")
    found = augment.renew(first.pdf, trust, means(pki, trust))
    assert (found.pdf, found.why, found.better) == (first.pdf, "timestampUnavailable", False)


def test_a_short_key_ends_with_2030(pki: Pki) -> None:
    far = datetime(2040, 1, 1, tzinfo=UTC)
    weak = x509.Certificate.load(pki.new_tsa(end=far).der)
    assert lasts_until(weak) == date(2030, 12, 31)


def test_what_was_proven_in_time_stays_valid_when_service_and_signer_have_ended(pki: Pki, trust: Trust) -> None:
    """Each time-stamp counts as it stood when the next one was put over it, not as its service stands today."""
    service = TimestampService(pki.url + "/tsa", timeout=5)
    key = pki.issue("Lê Văn Hòa", start=NOW - timedelta(days=390), end=NOW - timedelta(days=200), revocable=False)
    pki.stamper = pki.new_tsa(start=NOW - timedelta(days=395), end=NOW - timedelta(days=100))
    pki.stamp_at = NOW - timedelta(days=300)
    options = sign.Options(timestamps=service, clock=lambda: NOW - timedelta(days=300))
    signed = sign.approve(pages.draft(), key, options=options).pdf
    assert "timestampUntrusted" in {one.code for one in validate(signed, trust).all_reasons()}
    pki.stamper = pki.new_tsa(start=NOW - timedelta(days=395), end=NOW + timedelta(days=300))
    pki.stamp_at = NOW - timedelta(days=150)
    archived = asyncio.run(levels.stamp(signed, service))
    service.close()
    found = validate(archived, trust)
    assert found.verdict == "valid"
    assert found.signatures[0].trusted_time == (NOW - timedelta(days=300)).isoformat()
