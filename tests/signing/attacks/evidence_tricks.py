"""Validation data and document time-stamps put to other ends than proof.

ETSI EN 319 142-1 allows revisions that add them after any signature, so that is where an attacker hides; Mladenov et
al., CCS 2019 (incremental saving beneath what the specification allows).
"""

from __future__ import annotations

import re

from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import GONE, OTHER
from tests.signing.attacks.raw import CATALOG, CONTENT, append, body_of, stream, with_entry
from tests.signing.attacks.workshop import Workshop, cms_of, signature_number, stamper
from tests.signing.attacks.wrapping import ranges

EVIDENCE = Family("evidence")


def _with_store(pdf: bytes, store: bytes, objects: dict[int, bytes]) -> bytes:
    return append(pdf, {CATALOG: with_entry(body_of(pdf, CATALOG), b"/DSS " + store), **objects})


@EVIDENCE.attack("invalid", *GONE)
def store_and_new_content(office: Workshop) -> bytes:
    certificate = stream(office.pki.ca.der)
    return _with_store(office.signed, b"<< /Certs [40 0 R] >>", {40: certificate, CONTENT: OTHER})


@EVIDENCE.attack("invalid", *GONE)
def store_that_is_the_page(office: Workshop) -> bytes:
    """The store names the page's content as a certificate, and with that name changes it."""
    return _with_store(office.signed, b"<< /Certs [4 0 R] >>", {CONTENT: OTHER})


@EVIDENCE.attack("invalid", *GONE)
def store_of_other_things(office: Workshop) -> bytes:
    return _with_store(
        office.signed, b"<< /Certs [40 0 R] /Other 41 0 R >>", {40: stream(office.pki.ca.der), 41: OTHER}
    )


@EVIDENCE.attack("invalid", *GONE)
def store_of_no_arrays(office: Workshop) -> bytes:
    return _with_store(office.signed, b"<< /Certs 5 /CRLs (x) /OCSPs << >> >>", {})


@EVIDENCE.attack("invalid", *GONE, "trailingBytes")
def store_with_a_body_beside_it(office: Workshop) -> bytes:
    """A true store, and unlisted between its objects the page's new content."""
    pdf = office.signed
    catalog = with_entry(body_of(pdf, CATALOG), b"/DSS << /Certs [40 0 R] >>")
    return append(pdf, {CATALOG: catalog, CONTENT: OTHER, 40: stream(office.pki.ca.der)}, listed=[CATALOG, 40])


@EVIDENCE.attack("invalid|unknown|warning|unsigned", *GONE, "trailingBytes")
def stamp_over_a_forgery(office: Workshop) -> bytes:
    """The page is changed, and a true document time-stamp put over all of it."""
    return office.stamp(append(office.signed, {CONTENT: OTHER}))


@EVIDENCE.attack("invalid", *GONE)
def forgery_over_a_stamp(office: Workshop) -> bytes:
    return append(office.stamp(office.signed), {CONTENT: OTHER})


@EVIDENCE.attack("warning|unknown|invalid", "timestampUntrusted")
def stamp_of_a_stranger(office: Workshop) -> bytes:
    """A document time-stamp by a service that nobody here trusts."""
    return office.stamp(office.signed, stamper(office.strange_clock))


@EVIDENCE.attack("invalid", "timestampBroken", "contentChanged", "coversPart", "signatureBroken")
def stamp_flipped(office: Workshop) -> bytes:
    stamped = office.stamp(office.signed)
    digits = cms_of(stamped)
    held = digits.rstrip(b"0")
    return stamped.replace(
        digits, (held[:-6] + (b"1111" if held[-6:-2] != b"1111" else b"2222") + held[-2:]).ljust(len(digits), b"0")
    )


@EVIDENCE.attack("invalid", "coversPart")
def stamp_over_a_part(office: Workshop) -> bytes:
    """The stamp's range is made to be the first signature's."""
    stamped = office.stamp(office.signed)
    old = b"[%d %d %d %d]" % ranges(stamped)
    new = b"[%d %d %d %d]" % ranges(office.signed)
    return stamped.replace(old, new.ljust(len(old)))


@EVIDENCE.attack("invalid", *GONE, "coversPart")
def stamp_with_a_picture(office: Workshop) -> bytes:
    """The stamp's field, which should show nothing, is given a place over the text."""
    stamped = office.stamp(office.signed)
    number = int(re.findall(rb"(\d+) 0 obj", stamped[: stamped.rindex(b"/T (Timestamp")])[-1])
    body = re.sub(rb"/Rect\s*\[[^\]]*\]", b"/Rect [20 100 280 150] /AP << /N 60 0 R >>", body_of(stamped, number))
    picture = stream(b"1 g 0 0 260 50 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 260 50]")
    return append(stamped, {number: body, 60: picture})


@EVIDENCE.attack("invalid|unknown", "coversPart", "signatureUnreadable")
def stamp_that_calls_itself_one(office: Workshop) -> bytes:
    """A signature whose Type says time-stamp: changes of that kind are allowed after a lock."""
    pdf = office.signed
    number = signature_number(pdf)
    body = body_of(pdf, number).replace(b"/Type /Sig", b"/Type /DocTimeStamp")
    return append(pdf, {number: body})


@EVIDENCE.attack("invalid|unknown", *GONE)
def metadata_that_are_none(office: Workshop) -> bytes:
    """XMP is replaced by something that is not XML."""
    pdf = office.signed
    number = int(re.findall(rb"/Metadata (\d+) 0 R", pdf)[-1])
    return append(pdf, {number: OTHER})
