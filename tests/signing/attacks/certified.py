"""Certified documents: the evil annotation attack and the sneaky signature attack.

Rohlmann, Mladenov, Mainka, Schwenk: Breaking the Specification: PDF Certification, S&P 2021 (EAA, SSA). The
specification allows annotations after a P 3 certification and new signatures after P 2; neither may change the words.
"""

from __future__ import annotations

import re

from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm

from tests.signing.attacks.appearances import sheet
from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import GONE
from tests.signing.attacks.raw import CATALOG, CONTENT, append, body_of, stream, words
from tests.signing.attacks.workshop import Signing, Workshop, field_picture, signature_number

CERTIFIED = Family("certified")
PLACE = b"/Rect [20 100 280 150]"
_COVER = field_picture((260, 50), "Chi 9.000.000 dong", b"1 g 0 0 260 50 re f ")
_NOTES = {
    "free-text": b"<< /Type /Annot /Subtype /FreeText /DA (/F1 18 Tf 0 g) /Contents (9) /F 4 %s /AP << /N 41 0 R >> >>",
    "stamp": b"<< /Type /Annot /Subtype /Stamp /F 4 %s /AP << /N 41 0 R >> >>",
    "redaction": b"<< /Type /Annot /Subtype /Redact /F 4 %s /AP << /N 41 0 R >> >>",
    "square": b"<< /Type /Annot /Subtype /Square /IC [1 1 1] /F 4 %s /AP << /N 41 0 R >> >>",
    "highlight": b"<< /Type /Annot /Subtype /Highlight /C [1 1 1] /QuadPoints [20 150 280 150 20 100 280 100] /F 4 %s "
    b"/AP << /N 41 0 R >> >>",
    "ink": b"<< /Type /Annot /Subtype /Ink /InkList [[20 100 280 150]] /BS << /W 40 >> /C [1 1 1] /F 4 %s "
    b"/AP << /N 41 0 R >> >>",
    "link": b"<< /Type /Annot /Subtype /Link /F 4 %s /A << /S /URI /URI (http://example.invalid) >> >>",
    "note-without-picture": b"<< /Type /Annot /Subtype /FreeText /DA (/F1 18 Tf 0 g) /Contents (9.000) /F 4 %s >>",
    "screen": b"<< /Type /Annot /Subtype /Screen /F 4 %s /AP << /N 41 0 R >> >>",
}


def _noted(pdf: bytes, note: bytes) -> bytes:
    page = body_of(pdf, 3).replace(b"/Annots [", b"/Annots [ 40 0 R")
    return append(pdf, {3: page, 40: note % PLACE, 41: _COVER})


CERTIFIED.each(
    {f"remark-{k}": v for k, v in _NOTES.items()}, lambda o, n: _noted(o.remarks_allowed, n), "invalid", *GONE
)
CERTIFIED.add("remark-where-none-is-allowed", lambda o: _noted(o.certified, _NOTES["stamp"]), "invalid", *GONE)


@CERTIFIED.attack("invalid", *GONE)
def content_replaced(office: Workshop) -> bytes:
    return append(office.certified, {CONTENT: stream(words("Chi 9.000.000 dong"))})


@CERTIFIED.attack("invalid|unknown", *GONE, "signatureHidesText", "issuerUnknown", "issuerBad")
def sneaky_signature(office: Workshop) -> bytes:
    """A stranger signs the certified file; the signature's picture is a sheet with another amount."""
    return office.sign(office.certified, Signing("Sig2", box=(20, 110, 220, 145), look=sheet()), office.stranger)


@CERTIFIED.attack("invalid|unknown", *GONE, "signatureHidesText")
def sneaky_signature_of_one_we_trust(office: Workshop) -> bytes:
    return office.sign(office.remarks_allowed, Signing("Sig2", box=(20, 110, 220, 145), look=sheet()), office.other)


@CERTIFIED.attack("invalid|unknown", *GONE)
def sneaky_empty_field(office: Workshop) -> bytes:
    """A signature field that nobody signed, with a picture, on a certified file."""
    pdf = office.certified
    form = int(re.findall(rb"/AcroForm (\d+) 0 R", body_of(pdf, CATALOG))[0])
    page = body_of(pdf, 3).replace(b"/Annots [", b"/Annots [ 40 0 R")
    field = b"<< /FT /Sig /T (Cho) /Type /Annot /Subtype /Widget /F 4 /P 3 0 R %s /AP << /N 41 0 R >> >>" % PLACE
    fields = re.sub(rb"/Fields\s*\[", b"/Fields [ 40 0 R ", body_of(pdf, form))
    return append(pdf, {form: fields, 3: page, 40: field, 41: _COVER})


@CERTIFIED.attack("invalid", *GONE)
def permissions_taken_away(office: Workshop) -> bytes:
    catalog = re.sub(rb"/Perms\s*(<<.*?>>|\d+ 0 R)", b"", body_of(office.certified, CATALOG), flags=re.S)
    return append(office.certified, {CATALOG: catalog})


@CERTIFIED.attack("invalid", "coversPart")
def permissions_widened(office: Workshop) -> bytes:
    """The signature dictionary is overridden with a laxer P."""
    pdf = office.certified
    number = signature_number(pdf)
    return append(pdf, {number: re.sub(rb"/P 2", b"/P 3", body_of(pdf, number)), CONTENT: stream(words("9"))})


@CERTIFIED.attack("invalid", "changedAfterSigning")
def signed_on_where_nothing_is_allowed(office: Workshop) -> bytes:
    """Certified against every change (P 1), then signed visibly by another."""
    locked = office.sign(office.page, Signing(certify=MDPPerm.NO_CHANGES))
    return _forced(office, locked)


@CERTIFIED.attack("invalid", "changedAfterSigning")
def signed_on_after_a_lock(office: Workshop) -> bytes:
    """A signature that locks the file (as an agency's does), then another one."""
    lock = FieldMDPSpec(FieldMDPAction.ALL)
    locked = office.sign(office.page, Signing(lock=lock, permissions=MDPPerm.NO_CHANGES))
    return _forced(office, locked)


def _forced(office: Workshop, locked: bytes) -> bytes:
    """Signs although the file does not allow it, as a program does that never looks."""
    blind = locked.replace(b"/P 1", b"/P 2")
    signed = office.sign(blind, Signing("Sig2", box=(200, 20, 280, 60)), office.other)
    return locked + signed[len(locked) :]


@CERTIFIED.attack("invalid", *GONE)
def locked_field_filled(office: Workshop) -> bytes:
    """A form whose every field the signature locks; one is filled."""
    signed = office.sign(office.form, Signing(lock=FieldMDPSpec(FieldMDPAction.ALL)))
    body = body_of(signed, 7).replace(b"/V ()", b"/V (Hoa)").replace(b"/V ( )", b"/V (Hoa)")
    body = re.sub(rb"/AP\s*<<.*?>>", b"/AP << /N 40 0 R >>", body, flags=re.S)
    return append(signed, {7: body, 40: field_picture((150, 20), "Hoa")})
