"""What fields and signatures show, swapped: the value stays or the signature holds, the picture tells another story.

Mainka et al., Shadow Attacks, NDSS 2021 (replace via form), and SIGNING.md's own trap: a picture swapped under "form
filling".
"""

from __future__ import annotations

import re

import pypdfium2
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.stamp import StaticStampStyle

from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import GONE
from tests.signing.attacks.raw import CATALOG, append, body_of, page_objects, stream, with_entry, words
from tests.signing.attacks.raw import document as written
from tests.signing.attacks.workshop import (
    BOX,
    Signing,
    Workshop,
    field_number,
    field_picture,
    text_field,
)

LOOKS = Family("appearances")
OTHER_LOOK = ("fieldShowsOther", "looksChanged", "changedAfterSigning", "fieldChangedAfterSigning")
EMPTY, FILLED = 7, 8  # the fields of ``text_form``
_EMPTY_PLACE, _FILLED_PLACE = (30, 60, 180, 80), (30, 30, 180, 50)


@LOOKS.attack("invalid", *GONE)
def signature_picture(office: Workshop) -> bytes:
    """The picture of a signature that is there becomes another."""
    number = field_number(office.shown)
    body = re.sub(rb"/AP\s*<<.*?>>", b"/AP << /N 40 0 R >>", body_of(office.shown, number), flags=re.S)
    picture = stream(b"1 0 0 rg 0 0 80 40 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 80 40]")
    return append(office.shown, {number: body, 40: picture})


@LOOKS.attack("invalid", *GONE)
def signature_picture_in_place(office: Workshop) -> bytes:
    body = body_of(office.shown, field_number(office.shown))
    found = re.search(rb"/N (\d+) 0 R", body)
    assert found is not None
    picture = stream(b"1 0 0 rg 0 0 80 40 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 80 40]")
    return append(office.shown, {int(found[1]): picture})


@LOOKS.attack("invalid", *GONE)
def signature_moved_over_the_text(office: Workshop) -> bytes:
    number = field_number(office.shown)
    body = re.sub(rb"/Rect\s*\[[^\]]*\]", b"/Rect [20 100 280 150]", body_of(office.shown, number))
    return append(office.shown, {number: body})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def filled_field_shows_other(office: Workshop) -> bytes:
    """An empty field is filled; its picture says something else than its value."""
    field = text_field("Ten", _EMPTY_PLACE, "Hoa", 40)
    return append(office.signed_form, {EMPTY: field, 40: field_picture((150, 20), "Binh")})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def picture_alone(office: Workshop) -> bytes:
    """The value stays, the picture changes."""
    field = text_field("SoTien", _FILLED_PLACE, "1.000.000", 40)
    return append(office.signed_form, {FILLED: field, 40: field_picture((150, 20), "9.000.000")})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def picture_in_place(office: Workshop) -> bytes:
    return append(office.signed_form, {10: field_picture((150, 20), "9.000.000")})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def value_that_was_there(office: Workshop) -> bytes:
    """What the signer saw filled is filled anew, picture and all."""
    field = text_field("SoTien", _FILLED_PLACE, "9.000.000", 40)
    return append(office.signed_form, {FILLED: field, 40: field_picture((150, 20), "9.000.000")})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def value_alone(office: Workshop) -> bytes:
    """The value changes, the picture does not: programs that draw it anew show the other."""
    return append(office.signed_form, {FILLED: text_field("SoTien", _FILLED_PLACE, "9.000.000", 10)})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def field_hidden(office: Workshop) -> bytes:
    field = text_field("SoTien", _FILLED_PLACE, "1.000.000", 10).replace(b"/F 4", b"/F 2")
    return append(office.signed_form, {FILLED: field})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def picture_draws_a_figure(office: Workshop) -> bytes:
    """The words fit the value but a sheet and lines over them say something else."""
    sheet = b" 1 g 0 0 150 20 re f 0 g 10 2 3 14 re f 20 2 3 14 re f "
    content = b"/Tx BMC q " + words("Hoa", 2, 5, 12) + b" Q EMC" + sheet
    box = b"/Type /XObject /Subtype /Form /BBox [0 0 150 20] /Resources << /Font << /F1 5 0 R >> >>"
    return append(office.signed_form, {EMPTY: text_field("Ten", _EMPTY_PLACE, "Hoa", 40), 40: stream(content, box)})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def words_drawn_in_white(office: Workshop) -> bytes:
    content = b"/Tx BMC q 3 Tr " + words("Hoa", 2, 5, 12) + b" Q EMC 0 g 10 2 3 14 re f 20 2 3 14 re f"
    box = b"/Type /XObject /Subtype /Form /BBox [0 0 150 20] /Resources << /Font << /F1 5 0 R >> >>"
    return append(office.signed_form, {EMPTY: text_field("Ten", _EMPTY_PLACE, "Hoa", 40), 40: stream(content, box)})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK)
def field_moved(office: Workshop) -> bytes:
    field = text_field("Ten", (20, 100, 280, 150), "Hoa", 40)
    return append(office.signed_form, {EMPTY: field, 40: field_picture((260, 50), "Hoa")})


@LOOKS.attack("invalid", *GONE)
def field_added(office: Workshop) -> bytes:
    pdf = office.signed_form
    form = re.sub(rb"/Fields\s*\[", b"/Fields [ 40 0 R ", _form(pdf)[1])
    page = body_of(pdf, 3).replace(b"/Annots [", b"/Annots [ 40 0 R ")
    field = text_field("Moi", (20, 100, 280, 150), "9", 41)
    return append(pdf, {_form(pdf)[0]: form, 3: page, 40: field, 41: field_picture((260, 50), "9")})


@LOOKS.attack("invalid", *GONE)
def widget_without_a_field(office: Workshop) -> bytes:
    """A widget on the page that the form does not know."""
    pdf = office.signed_form
    page = body_of(pdf, 3).replace(b"/Annots [", b"/Annots [ 40 0 R ")
    return append(
        pdf, {3: page, 40: text_field("Moi", (20, 100, 280, 150), "9", 41), 41: field_picture((260, 50), "9")}
    )


@LOOKS.attack("invalid", *GONE)
def field_removed(office: Workshop) -> bytes:
    pdf = office.signed_form
    form = re.sub(rb"8 0 R", b"", _form(pdf)[1])
    return append(pdf, {_form(pdf)[0]: form})


@LOOKS.attack("invalid|unknown", *OTHER_LOOK, "formChangedAfterSigning")
def drawn_anew_by_the_viewer(office: Workshop) -> bytes:
    """Prepared with a value that its picture hides; later the viewer is told to draw it anew."""
    objects = page_objects(catalog=b"/AcroForm << /Fields [7 0 R] >>", page=b"/Annots [7 0 R]")
    objects[7] = text_field("SoTien", _FILLED_PLACE, "9.000.000", 8)
    objects[8] = field_picture((150, 20), "1.000.000")
    signed = office.sign(written(objects))
    return append(signed, {_form(signed)[0]: _with_form_entry(signed, b"/NeedAppearances true")})


@LOOKS.attack("invalid|unknown|warning", *OTHER_LOOK, "formChangedAfterSigning")
def default_type_changed(office: Workshop) -> bytes:
    """The form's own type and resources change: fields drawn anew look otherwise."""
    signed = office.signed_form
    return append(signed, {_form(signed)[0]: _form(signed)[1].replace(b"12 Tf 0 g", b"60 Tf 1 g")})


_DIGITS = b"[49 /nine /two /three /four /five /six /seven /eight /one]"
_OTHER_DIGITS = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences %s >> >>" % _DIGITS


def _drawn_by_the_viewer(office: Workshop) -> bytes:
    """Signed with a field that has a value and no picture: each viewer draws it with the form's own type."""
    catalog = b"/AcroForm << /Fields [7 0 R] /DR 8 0 R /DA (/F1 12 Tf 0 g) >>"
    objects = page_objects(catalog=catalog, page=b"/Annots [7 0 R]")
    objects[7] = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (SoTien) /V (1.000.000) /F 4 /P 3 0 R /Rect [30 30 180 50] >>"
    )
    objects[8] = b"<< /Font << /F1 5 0 R >> >>"
    return office.sign(written(objects))


@LOOKS.attack("invalid|unknown|warning", *OTHER_LOOK, "formChangedAfterSigning")
def type_of_a_field_without_a_picture(office: Workshop) -> bytes:
    """Nothing else changes: one revision that no rule of comparison takes for a change of the form."""
    signed = _drawn_by_the_viewer(office)
    number, form = _form(signed)
    return append(signed, {number: form.replace(b"\\057F1 12 Tf 0 g", b"/F1 60 Tf 1 g")})


@LOOKS.attack("invalid|unknown|warning", *OTHER_LOOK, "formChangedAfterSigning")
def font_of_a_field_without_a_picture(office: Workshop) -> bytes:
    """The form's font becomes another, in which 1 is drawn as 9."""
    signed = _drawn_by_the_viewer(office)
    number, form = _form(signed)
    other = b"/DR << /Font << /F1 40 0 R >> >>"
    return append(signed, {number: form.replace(b"/DR 8 0 R", other), 40: _OTHER_DIGITS})


@LOOKS.attack("invalid|unknown|warning", *OTHER_LOOK, "formChangedAfterSigning")
def resources_of_the_form_taken_away(office: Workshop) -> bytes:
    signed = _drawn_by_the_viewer(office)
    number, form = _form(signed)
    return append(signed, {number: form.replace(b"/DR 8 0 R", b"")})


@LOOKS.attack("invalid", *GONE)
def xfa_put_in(office: Workshop) -> bytes:
    signed = office.signed_form
    xfa = stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>")
    return append(signed, {_form(signed)[0]: _with_form_entry(signed, b"/XFA 40 0 R"), 40: xfa})


@LOOKS.attack("invalid", *GONE)
def xfa_swapped(office: Workshop) -> bytes:
    objects = page_objects(catalog=b"/AcroForm << /Fields [7 0 R] /XFA 9 0 R >>", page=b"/Annots [7 0 R]")
    objects[7] = text_field("SoTien", _FILLED_PLACE, "1", 8)
    objects[8] = field_picture((150, 20), "1")
    objects[9] = stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><a/></xdp:xdp>")
    return append(office.sign(written(objects)), {9: objects[9].replace(b"<a/>", b"<b/>")})


@LOOKS.attack("invalid|unknown", "looksChanged", "changedAfterSigning")
def empty_signature_field_with_a_picture(office: Workshop) -> bytes:
    """A signature field that nobody signed, with a picture over the text."""
    pdf = office.signed_form
    form = re.sub(rb"/Fields\s*\[", b"/Fields [ 40 0 R ", _form(pdf)[1])
    page = body_of(pdf, 3).replace(b"/Annots [", b"/Annots [ 40 0 R ")
    field = (
        b"<< /FT /Sig /T (Cho) /Type /Annot /Subtype /Widget /F 4 /P 3 0 R /Rect [20 100 280 150] "
        b"/AP << /N 41 0 R >> >>"
    )
    return append(
        pdf,
        {
            _form(pdf)[0]: form,
            3: page,
            40: field,
            41: field_picture((260, 50), "Chi 9.000.000", b"1 g 0 0 260 50 re f "),
        },
    )


@LOOKS.attack("invalid|unknown", "looksChanged", "changedAfterSigning", "signatureHidesText")
def signature_over_the_text(office: Workshop) -> bytes:
    """Someone trusted signs later, and the picture of that signature is a sheet over the amount."""
    look = sheet()
    return office.sign(office.signed, Signing("Sig2", box=(20, 110, 220, 145), look=look), office.other)


@LOOKS.attack("invalid|unknown", "signatureHidesText")
def signature_over_a_scan(office: Workshop) -> bytes:
    """The page is a picture without a letter in it, and the sheet lies over the amount."""
    objects = page_objects()
    objects[3] = objects[3].replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    objects[4] = stream(b"q 300 0 0 200 0 0 cm /X Do Q")
    with pypdfium2.PdfDocument(office.page) as document:
        seen = document[0].render(scale=2).to_pil().convert("L")
    form = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects[6] = stream(seen.tobytes(), form % seen.size)
    signed = office.sign(written(objects))
    return office.sign(signed, Signing("Sig2", box=(20, 110, 220, 145), look=sheet()), office.other)


@LOOKS.attack("invalid|unknown", "signatureHidesText")
def signature_over_pale_words(office: Workshop) -> bytes:
    objects = page_objects()
    objects[4] = stream(b"0.6 g " + words("Chi 1.000.000 dong"))
    signed = office.sign(written(objects))
    return office.sign(signed, Signing("Sig2", box=(20, 110, 220, 145), look=sheet()), office.other)


@LOOKS.attack("invalid|unknown", "signatureHidesText")
def dark_patch_over_a_figure(office: Workshop) -> bytes:
    """No ink turns light: one figure goes under in a dark patch, on which another stands."""
    drawn = RawContent(b"0 0 0.6 rg 0 0 14 28 re f 1 g 5 3 2 15 re f", box=BoxConstraints(14, 28))
    look = StaticStampStyle(background=drawn, background_opacity=1.0, border_width=0)
    return office.sign(office.signed, Signing("Sig2", box=(56, 110, 80, 148), look=look), office.other)


@LOOKS.attack("invalid|unknown", "looksChanged", "signatureHidesText", "issuerUnknown")
def strangers_signature_over_the_text(office: Workshop) -> bytes:
    return office.sign(office.signed, Signing("Sig2", box=(20, 110, 220, 145), look=sheet()), office.stranger)


@LOOKS.attack("invalid", *GONE)
def signature_shown_later(office: Workshop) -> bytes:
    """An invisible signature gets a place and a picture after the fact."""
    pdf = office.signed
    number = field_number(pdf)
    body = re.sub(rb"/Rect\s*\[[^\]]*\]", b"/Rect [%d %d %d %d]" % BOX, body_of(pdf, number)).replace(
        b"/F 132", b"/F 4"
    )
    picture = stream(b"1 0 0 rg 0 0 80 40 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 80 40]")
    return append(pdf, {number: with_entry(body, b"/AP << /N 40 0 R >>"), 40: picture})


def sheet() -> StaticStampStyle:
    """A signature picture that is a white sheet with a bar on it."""
    drawn = RawContent(b"1 g 0 0 200 35 re f 0 g 10 5 100 20 re f", box=BoxConstraints(200, 35))
    return StaticStampStyle(background=drawn, background_opacity=1.0, border_width=0)


def _form(pdf: bytes) -> tuple[int, bytes]:
    """Number and body of the object that holds the form: its own, or the catalog."""
    catalog = body_of(pdf, CATALOG)
    found = re.search(rb"/AcroForm (\d+) 0 R", catalog)
    return (int(found[1]), body_of(pdf, int(found[1]))) if found else (CATALOG, catalog)


def _with_form_entry(pdf: bytes, entry: bytes) -> bytes:
    number, body = _form(pdf)
    if number == CATALOG:
        return re.sub(rb"/AcroForm\s*<<", b"/AcroForm << " + entry, body)
    return with_entry(body, entry)
