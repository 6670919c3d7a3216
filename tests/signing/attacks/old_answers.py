"""Answers about revocation that the file itself brings, chosen by whoever sends it.

The key of a certificate that was taken back signs on; from before there are answers that say "good", true ones of the
right issuer and within their own term (replay, RFC 6960, 5). Nobody can be asked when these files are judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from asn1crypto import crl, ocsp, x509
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.validation.dss import DocumentSecurityStore

from signing import sign
from signing.software import SoftwareKey
from tests.signing import pages
from tests.signing.attacks.family import Family
from tests.signing.attacks.workshop import Signing, Workshop, update
from tests.signing.office_pki import NOW

ANSWERS = Family("answers")
NOT_KNOWN = "revocationUnknown"


def with_answers(pdf: bytes, issuer: bytes, answers: Sequence[bytes] = (), lists: Sequence[bytes] = ()) -> bytes:
    """The file with a store of these."""

    def store(writer: IncrementalPdfFileWriter) -> None:
        DocumentSecurityStore.supply_dss_in_writer(
            writer,
            None,
            certs=[x509.Certificate.load(issuer)],
            ocsps=[ocsp.OCSPResponse.load(one) for one in answers],
            crls=[crl.CertificateList.load(one) for one in lists],
        )

    return update(pdf, store)


def person(office: Workshop, *, lists: bool = False) -> SoftwareKey:
    """Somebody about whose certificate can be asked: the service, or lists alone."""
    private = ec.generate_private_key(ec.SECP256R1())
    return office.pki.issue("Nguyễn Văn Hòa", private=private, revocable=not lists, lists=lists)


def _answered(office: Workshop, ago: timedelta, term: timedelta, how: Signing | None = None) -> bytes:
    key = person(office)
    answer = office.pki.answer_made(key, ago, term)
    return with_answers(office.sign(office.page, how, key), office.pki.ca.der, [answer])


def _listed(office: Workshop, ago: timedelta, term: timedelta, how: Signing | None = None) -> bytes:
    signed = office.sign(office.page, how, person(office, lists=True))
    return with_answers(signed, office.pki.ca.der, lists=[office.pki.list_made(ago, term)])


@ANSWERS.attack("unknown", NOT_KNOWN)
def good_weeks_ago(office: Workshop) -> bytes:
    return _answered(office, timedelta(days=25), timedelta(days=30))


@ANSWERS.attack("unknown", NOT_KNOWN)
def good_yesterday(office: Workshop) -> bytes:
    return _answered(office, timedelta(days=1), timedelta(days=7))


@ANSWERS.attack("unknown", NOT_KNOWN)
def good_tomorrow(office: Workshop) -> bytes:
    return _answered(office, -timedelta(days=1), timedelta(days=7))


@ANSWERS.attack("unknown", NOT_KNOWN)
def signed_as_if_in_the_answers_time(office: Workshop) -> bytes:
    """What the signer's machine claims fits the answer, and nothing proves it."""
    key = person(office)
    then = NOW - timedelta(days=20)
    signed = sign.approve(pages.draft(), key, options=sign.Options(clock=lambda: then)).pdf
    answer = office.pki.answer_made(key, timedelta(days=20), timedelta(days=30))
    return with_answers(signed, office.pki.ca.der, [answer])


@ANSWERS.attack("unknown", NOT_KNOWN)
def good_weeks_before_its_time_stamp(office: Workshop) -> bytes:
    """A true time-stamp of today proves when it signed, and that the answer was long old by then."""
    return _answered(office, timedelta(days=25), timedelta(days=30), Signing(stamped=True))


@ANSWERS.attack("unknown", NOT_KNOWN)
def good_weeks_before_a_stamp_over_all(office: Workshop) -> bytes:
    return office.stamp(_answered(office, timedelta(days=25), timedelta(days=30)))


@ANSWERS.attack("unknown", NOT_KNOWN)
def list_of_last_week(office: Workshop) -> bytes:
    return _listed(office, timedelta(days=6), timedelta(days=10))


@ANSWERS.attack("unknown", NOT_KNOWN)
def list_past_its_term_before_the_time_stamp(office: Workshop) -> bytes:
    return _listed(office, timedelta(days=6), timedelta(days=5), Signing(stamped=True))


@ANSWERS.attack("unknown", NOT_KNOWN)
def good_now_about_another(office: Workshop) -> bytes:
    answer = office.pki.answer_made(person(office), timedelta(minutes=1), timedelta(days=1))
    return with_answers(office.sign(office.page, key=person(office)), office.pki.ca.der, [answer])


@ANSWERS.attack("unknown", NOT_KNOWN)
def good_now_by_a_stranger(office: Workshop) -> bytes:
    key = person(office)
    answer = office.pki.answer_made(key, timedelta(minutes=1), timedelta(days=1), by=office.strange_clock)
    return with_answers(office.sign(office.page, key=key), office.pki.ca.der, [answer])


@ANSWERS.attack("invalid", "certificateRevoked")
def revoked_beside_good(office: Workshop) -> bytes:
    """Of the two answers in the file one is newer, and says "revoked"."""
    key = person(office, lists=True)
    early = office.pki.list_made(timedelta(days=3))
    office.pki.revoke(key, NOW - timedelta(days=2))
    late = office.pki.list_made()
    return with_answers(office.sign(office.page, key=key), office.pki.ca.der, lists=[early, late])
