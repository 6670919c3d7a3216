"""Incremental saving attacks: a revision on top, well-formed or not, shows something else than was signed.

Mladenov, Mainka, Meyer zu Selhausen, Grothe, Schwenk: 1 Trillion Dollar Refund, CCS 2019 (ISA, variants 1 to 4).
"""

from __future__ import annotations

from tests.signing.attacks import raw
from tests.signing.attacks.family import Family
from tests.signing.attacks.raw import CONTENT, FONT, PAGE, PAGES, append, body_of, stream, with_entry, words
from tests.signing.attacks.workshop import Workshop

ISA = Family("incremental")
OTHER = stream(words("Chi 9.000.000 dong"))
GONE = ("changedAfterSigning", "looksChanged")
_NOTE = (
    b"<< /Type /Annot /Subtype /FreeText /F 4 /Rect [20 100 280 150] /Contents (Chi 9.000.000 dong) "
    b"/DA (/Helv 18 Tf 0 g) /AP << /N %d 0 R >> >>"
)
_COVER = stream(
    b"1 g 0 0 260 50 re f " + words("Chi 9.000.000 dong", 10, 20),
    b"/Type /XObject /Subtype /Form /BBox [0 0 260 50] /Resources << /Font << /F1 5 0 R >> >>",
)


@ISA.attack("invalid", *GONE)
def content_replaced(office: Workshop) -> bytes:
    return append(office.signed, {CONTENT: OTHER})


@ISA.attack("invalid", "trailingBytes")
def content_without_table(office: Workshop) -> bytes:
    return append(office.signed, {CONTENT: OTHER}, table=False)


@ISA.attack("invalid", "trailingBytes")
def content_and_old_start_again(office: Workshop) -> bytes:
    """The body is appended, the table used is the one before: a reader that repairs takes the last body."""
    pdf = append(office.signed, {CONTENT: OTHER}, table=False)
    return pdf + b"startxref\n%d\n%%%%EOF\n" % raw.start_of(office.signed)


@ISA.attack("invalid|unknown")
def trailer_without_table(office: Workshop) -> bytes:
    pdf = append(office.signed, {CONTENT: OTHER}, table=False)
    return pdf + b"trailer\n<< /Size 20 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(pdf) + 5)


@ISA.attack("invalid", "trailingBytes", *GONE)
def no_end_mark(office: Workshop) -> bytes:
    return append(office.signed, {CONTENT: OTHER}, end=b"")


@ISA.attack("invalid", "trailingBytes")
def body_beside_the_table(office: Workshop) -> bytes:
    """A revision whose table lists a harmless object alone; the new content stands in it unlisted."""
    return append(office.signed, {CONTENT: OTHER, 40: b"<< /Nothing true >>"}, listed=[40])


@ISA.attack("invalid", *GONE)
def another_page(office: Workshop) -> bytes:
    return append(office.signed, {PAGE: body_of(office.signed, PAGE).replace(b"4 0 R", b"40 0 R"), 40: OTHER})


@ISA.attack("invalid", *GONE)
def note_over_the_text(office: Workshop) -> bytes:
    page = body_of(office.signed, PAGE).replace(b"/Annots [", b"/Annots [ 40 0 R")
    return append(office.signed, {PAGE: page, 40: _NOTE % 41, 41: _COVER})


@ISA.attack("invalid", *GONE)
def other_page_tree(office: Workshop) -> bytes:
    return append(office.signed, {PAGES: b"<< /Type /Pages /Kids [40 0 R] /Count 1 >>", **_own_page(40)})


@ISA.attack("invalid", *GONE)
def page_added(office: Workshop) -> bytes:
    return append(office.signed, {PAGES: b"<< /Type /Pages /Kids [3 0 R 40 0 R] /Count 2 >>", **_own_page(40)})


@ISA.attack("invalid", *GONE)
def page_twice(office: Workshop) -> bytes:
    return append(office.signed, {PAGES: b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"})


@ISA.attack("invalid", *GONE)
def font_replaced(office: Workshop) -> bytes:
    """The glyphs change places: another encoding of the same font."""
    other = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [49 /nine /eight] >> >>"
    return append(office.signed, {FONT: other})


@ISA.attack("unsigned", "signatureRemoved")
def other_catalog(office: Workshop) -> bytes:
    objects = {40: b"<< /Type /Catalog /Pages 41 0 R >>", 41: b"<< /Type /Pages /Kids [42 0 R] /Count 1 >>"}
    return append(office.signed, {**objects, **_own_page(42, parent=41)}, root=40)


@ISA.attack("invalid", *GONE)
def other_catalog_same_form(office: Workshop) -> bytes:
    form = body_of(office.signed, 1).split(b"/AcroForm")[1].split(b"R")[0]
    objects = {
        40: b"<< /Type /Catalog /Pages 41 0 R /AcroForm %s R >>" % form,
        41: b"<< /Type /Pages /Kids [42 0 R] /Count 1 >>",
    }
    return append(office.signed, {**objects, **_own_page(42, parent=41)}, root=40)


@ISA.attack("invalid", *GONE)
def table_alone(office: Workshop) -> bytes:
    """No new body: the table sends the content's number to a body that lies in the signed part."""
    objects = {**raw.page_objects(), 6: stream(words("Chi 9.000.000 dong"))}
    signed = office.sign(raw.document(objects))
    return append(signed, {}, also={CONTENT: raw.place_of(signed, 6)})


@ISA.attack("invalid", *GONE)
def content_freed(office: Workshop) -> bytes:
    return append(office.signed, {}, free=[CONTENT])


@ISA.attack("invalid|unknown|unsigned")
def previous_table_skips_the_signature(office: Workshop) -> bytes:
    return append(office.signed, {CONTENT: OTHER}, prev=raw.start_of(office.page), root=1)


@ISA.attack("invalid|unknown")
def table_before_itself(office: Workshop) -> bytes:
    """The chain of tables runs in a circle."""
    probe = append(office.signed, {CONTENT: OTHER})
    return append(office.signed, {CONTENT: OTHER}, prev=raw.start_of(probe))


@ISA.attack("invalid|unknown|unsigned")
def table_before_nowhere(office: Workshop) -> bytes:
    return append(office.signed, {CONTENT: OTHER}, prev=0)


@ISA.attack("invalid", *GONE)
def changed_and_changed_back(office: Workshop) -> bytes:
    original = body_of(office.signed, CONTENT)
    return append(append(office.signed, {CONTENT: OTHER}), {CONTENT: original})


@ISA.attack("invalid", *GONE)
def page_cropped(office: Workshop) -> bytes:
    return append(office.signed, {PAGE: with_entry(body_of(office.signed, PAGE), b"/CropBox [0 0 300 100]")})


@ISA.attack("invalid", *GONE)
def page_turned(office: Workshop) -> bytes:
    return append(office.signed, {PAGE: with_entry(body_of(office.signed, PAGE), b"/Rotate 180")})


@ISA.attack("invalid", *GONE)
def attachment_put_in(office: Workshop) -> bytes:
    names = b"/Names << /EmbeddedFiles << /Names [(a) 40 0 R] >> >>"
    return append(
        office.signed,
        {
            1: with_entry(body_of(office.signed, 1), names),
            40: b"<< /Type /Filespec /F (phu-luc.pdf) /EF << /F 41 0 R >> >>",
            41: stream(b"other annex"),
        },
    )


@ISA.attack("invalid", *GONE)
def attachment_swapped(office: Workshop) -> bytes:
    objects = raw.page_objects(catalog=b"/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>")
    objects[6] = b"<< /Type /Filespec /F (phu-luc.txt) /EF << /F 7 0 R >> >>"
    objects[7] = stream(b"annex")
    return append(office.sign(raw.document(objects)), {7: stream(b"other")})


@ISA.attack("invalid", *GONE)
def generation_raised(office: Workshop) -> bytes:
    """The same number, a generation on: some readers take it for the newest body."""
    pdf = append(office.signed, {CONTENT: OTHER})
    changed = pdf[len(office.signed) :].replace(b"4 0 obj", b"4 1 obj").replace(b" 00000 n", b" 00001 n")
    return pdf[: len(office.signed)] + changed


def _own_page(number: int, parent: int = PAGES) -> dict[int, bytes]:
    page = (
        b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 300 200] /Contents %d 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>" % (parent, number + 1)
    )
    return {number: page, number + 1: OTHER}
