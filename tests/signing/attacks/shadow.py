"""Shadow attacks: the file is prepared before signing, and a small later revision brings the hidden content up.

Mainka, Mladenov, Rohlmann: Shadow Attacks, NDSS 2021 (hide, replace, hide-and-replace).
"""

from __future__ import annotations

from typing import Any

from tests.signing.attacks import raw
from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import GONE
from tests.signing.attacks.raw import CATALOG, CONTENT, PAGE, append, body_of, document, page_objects, stream, words
from tests.signing.attacks.workshop import Workshop, field_picture, text_field, update

SHADOW = Family("shadow")
_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 260 50] /Resources << /Font << /F1 5 0 R >> >>"
_COVER = b"1 g 0 0 260 50 re f " + words("Chi 1.000.000 dong", 10, 20)


@SHADOW.attack("invalid", *GONE)
def hide_overlay_object(office: Workshop) -> bytes:
    """A sheet lies over the true text; taken away later by freeing its number."""
    objects = page_objects("Chi 9.000.000 dong")
    objects[PAGE] = objects[PAGE].replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    objects[CONTENT] = stream(words("Chi 9.000.000 dong") + b" q 1 0 0 1 20 100 cm /X Do Q")
    objects[6] = stream(_COVER, _FORM)
    return append(office.sign(document(objects)), {}, free=[6])


@SHADOW.attack("invalid", *GONE)
def hide_overlay_emptied(office: Workshop) -> bytes:
    objects = page_objects("Chi 9.000.000 dong")
    objects[PAGE] = objects[PAGE].replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<")
    objects[CONTENT] = stream(words("Chi 9.000.000 dong") + b" q 1 0 0 1 20 100 cm /X Do Q")
    objects[6] = stream(_COVER, _FORM)
    return append(office.sign(document(objects)), {6: stream(b"", _FORM)})


@SHADOW.attack("invalid|unknown", "changedAfterSigning", "looksChanged", "fieldShowsOther", "fieldChangedAfterSigning")
def hide_behind_a_field(office: Workshop) -> bytes:
    """The sheet is a form field; "form filling" empties it."""
    objects = page_objects("Chi 9.000.000 dong", catalog=b"/AcroForm << /Fields [7 0 R] >>", page=b"/Annots [7 0 R]")
    objects[7] = text_field("Ghi", (20, 100, 280, 150), "Chi 1.000.000 dong", 8)
    objects[8] = stream(_COVER, _FORM)
    signed = office.sign(document(objects))
    emptied = text_field("Ghi", (20, 100, 280, 150), "", 40)
    return append(signed, {7: emptied, 40: stream(b"", _FORM)})


@SHADOW.attack("invalid|unknown", "fieldShowsOther", "looksChanged", "changedAfterSigning", "fieldChangedAfterSigning")
def replace_overlay_field(office: Workshop) -> bytes:
    """A field shows what its value is not; a program that draws it anew from the value shows the other."""
    objects = page_objects(
        "", catalog=b"/AcroForm << /Fields [7 0 R] /DR << /Font << /F1 5 0 R >> >> >>", page=b"/Annots [7 0 R]"
    )
    objects[7] = text_field("Ghi", (20, 100, 280, 150), "Chi 9.000.000 dong", 8)
    objects[8] = field_picture((260, 50), "Chi 1.000.000 dong")
    signed = office.sign(document(objects))
    form = (
        int(body_of(signed, CATALOG).split(b"/AcroForm")[1].split()[0])
        if b"/AcroForm <<" not in body_of(signed, 1)
        else 0
    )
    changed = (
        {form: raw.with_entry(body_of(signed, form), b"/NeedAppearances true")}
        if form
        else {1: body_of(signed, 1).replace(b"/AcroForm <<", b"/AcroForm << /NeedAppearances true")}
    )
    return append(signed, changed)


@SHADOW.attack("invalid", *GONE)
def replace_font(office: Workshop) -> bytes:
    """A font that the text is set in is redefined: the same codes, other digits."""
    objects = page_objects()
    objects[5] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding 6 0 R >>"
    objects[6] = b"<< /Type /Encoding /Differences [49 /one] >>"
    return append(office.sign(document(objects)), {6: b"<< /Type /Encoding /Differences [49 /nine] >>"})


@SHADOW.attack("invalid", *GONE)
def hide_and_replace_by_table(office: Workshop) -> bytes:
    """A second body of the page lies unlisted in the signed part; a table alone brings it up."""
    objects = page_objects()
    base = document(objects, head=b"4 0 obj\n%s\nendobj\n" % stream(words("Chi 9.000.000 dong")))
    signed = office.sign(base)
    return append(signed, {}, also={CONTENT: signed.index(b"4 0 obj")})


@SHADOW.attack("invalid", *GONE)
def hide_and_replace_page_tree(office: Workshop) -> bytes:
    """A whole second page tree waits, tied to nothing."""
    objects = page_objects()
    objects[6] = b"<< /Type /Pages /Kids [7 0 R] /Count 1 >>"
    objects[7] = objects[PAGE].replace(b"/Parent 2 0 R", b"/Parent 6 0 R").replace(b"4 0 R", b"8 0 R")
    objects[8] = stream(words("Chi 9.000.000 dong"))
    signed = office.sign(document(objects))
    return append(signed, {CATALOG: body_of(signed, CATALOG).replace(b"/Pages 2 0 R", b"/Pages 6 0 R")})


@SHADOW.attack("invalid", *GONE)
def replace_by_reference(office: Workshop) -> bytes:
    """The content is an array; its one entry becomes another that the signed part holds already."""
    objects = page_objects()
    objects[PAGE] = objects[PAGE].replace(b"/Contents 4 0 R", b"/Contents 6 0 R")
    objects[6] = b"[4 0 R]"
    objects[7] = stream(words("Chi 9.000.000 dong"))
    return append(office.sign(document(objects)), {6: b"[7 0 R]"})


@SHADOW.attack("invalid", *GONE)
def annotation_unhidden(office: Workshop) -> bytes:
    objects = page_objects(page=b"/Annots [6 0 R]")
    note = b"<< /Type /Annot /Subtype /Stamp /F %d /Rect [20 100 280 150] /AP << /N 7 0 R >> >>"
    objects[6] = note % 2
    objects[7] = stream(_COVER.replace(b"1.000", b"9.000"), _FORM)
    return append(office.sign(document(objects)), {6: note % 4})


@SHADOW.attack("invalid", *GONE)
def layers_switched(office: Workshop) -> bytes:
    """Two layers lie one over the other; the file's default view is changed later."""
    signed = office.sign(layered())
    return append(signed, {8: b"<< /OCGs [6 0 R 7 0 R] /D << /ON [7 0 R] /OFF [6 0 R] >> >>"})


@SHADOW.attack("invalid", *GONE)
def layers_switched_in_the_catalog(office: Workshop) -> bytes:
    signed = office.sign(layered())
    properties = b"/OCProperties << /OCGs [6 0 R 7 0 R] /D << /ON [7 0 R] /OFF [6 0 R] >> >>"
    return append(signed, {CATALOG: body_of(signed, CATALOG).replace(b"/OCProperties 8 0 R", properties)})


@SHADOW.attack("invalid", *GONE)
def packed_in_an_object_stream(office: Workshop) -> bytes:
    """The new body of the page hides in a packed stream of objects, behind a cross-reference stream."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    from tests.signing.honest.producers import packed

    signed = office.sign(packed(page_objects()))

    def change(writer: IncrementalPdfFileWriter) -> None:
        page: Any = writer.find_page_for_modification(0)[0]
        held = page.get_object()
        new = writer.add_object(generic.StreamObject(stream_data=words("Chi 9.000.000 dong")))
        held["/Contents"] = new
        group = writer.prepare_object_stream()
        group.add_object(page.idnum, held)

    return update(signed, change)


def layered() -> bytes:
    """A page with two layers, the second off: objects 6, 7 the layers, 8 their properties."""
    objects = page_objects(catalog=b"/OCProperties 8 0 R")
    objects[PAGE] = objects[PAGE].replace(b"/Font <<", b"/Properties << /A 6 0 R /B 7 0 R >> /Font <<")
    objects[CONTENT] = stream(
        b"/OC /A BDC " + words("Chi 1.000.000 dong") + b" EMC /OC /B BDC " + words("Chi 9.000.000 dong") + b" EMC"
    )
    objects[6] = b"<< /Type /OCG /Name (A) >>"
    objects[7] = b"<< /Type /OCG /Name (B) >>"
    objects[8] = b"<< /OCGs [6 0 R 7 0 R] /D << /ON [6 0 R] /OFF [7 0 R] >> >>"
    return document(objects)
