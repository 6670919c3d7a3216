"""Structures that two readers may read in two ways: doubled objects and keys, hybrids, packed objects, endless tables.

Mladenov et al., CCS 2019; Müller, Ising, Mladenov, Mainka, Schinzel, Schwenk: Processing Dangerous Paths, NDSS 2021
(endless loops, compression bombs).
"""

from __future__ import annotations

import zlib

from tests.signing.attacks import raw
from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import GONE, OTHER
from tests.signing.attacks.raw import (
    CATALOG,
    CONTENT,
    PAGE,
    PAGES,
    append,
    body_of,
    document,
    page_objects,
    stream,
    with_entry,
)
from tests.signing.attacks.workshop import Workshop

STRUCTURE = Family("structure")
NEVER = "invalid|unknown|unsigned"


@STRUCTURE.attack("invalid", *GONE, "trailingBytes")
def object_twice_in_a_revision(office: Workshop) -> bytes:
    """A new object stands twice in the revision: the table names the harmless body, the second one is the last."""
    pdf = append(office.signed, {40: b"<< /Nothing true >>"}, table=False)
    first = len(pdf)
    pdf += b"4 0 obj\n%s\nendobj\n" % OTHER
    start = len(pdf)
    place = raw.place_of(office.signed + pdf[len(office.signed) : first], 40)
    return pdf + (
        b"xref\n40 1\n%010d 00000 n \ntrailer\n<< /Size 41 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (place, raw.start_of(office.signed), start)
    )


@STRUCTURE.attack("invalid", *GONE, "trailingBytes")
def object_hidden_in_a_stream(office: Workshop) -> bytes:
    """The new body is written behind the told length of a listed stream."""
    inner = b"<< /Length 4 >>\nstream\nabcd\nendstream\nendobj\n4 0 obj\n" + OTHER
    return append(office.signed, {40: inner})


@STRUCTURE.attack("invalid", *GONE, "trailingBytes")
def object_behind_a_short_stream(office: Workshop) -> bytes:
    inner = b"<< /Length 400 >>\nstream\nabcd\nendstream\nendobj\n4 0 obj\n" + OTHER
    return append(office.signed, {40: inner})


@STRUCTURE.attack("invalid|unknown", *GONE, "trailingBytes", "pdfUnreadable")
def object_between_table_and_trailer(office: Workshop) -> bytes:
    pdf = append(office.signed, {40: b"<< /Nothing true >>"})
    return _last(pdf, b"trailer", b"4 0 obj\n%s\nendobj\ntrailer" % OTHER)


def _last(pdf: bytes, old: bytes, new: bytes) -> bytes:
    place = pdf.rindex(old)
    return pdf[:place] + new + pdf[place + len(old) :]


@STRUCTURE.attack("invalid", *GONE, "trailingBytes")
def object_before_the_start(office: Workshop) -> bytes:
    pdf = append(office.signed, {40: b"<< /Nothing true >>"})
    return _last(pdf, b"startxref", b"4 0 obj\n%s\nendobj\nstartxref" % OTHER)


@STRUCTURE.attack("invalid", *GONE)
def key_twice_in_the_page(office: Workshop) -> bytes:
    page = body_of(office.signed, PAGE).replace(b"/Contents 4 0 R", b"/Contents 4 0 R /Contents 40 0 R")
    return append(office.signed, {PAGE: page, 40: OTHER})


@STRUCTURE.attack(NEVER)
def key_twice_in_the_trailer(office: Workshop) -> bytes:
    objects = {
        40: b"<< /Type /Catalog /Pages 41 0 R >>",
        41: b"<< /Type /Pages /Kids [42 0 R] /Count 1 >>",
        42: body_of(office.page, PAGE).replace(b"2 0 R", b"41 0 R").replace(b"/Contents 4 0 R", b"/Contents 43 0 R"),
        43: OTHER,
    }
    return append(office.signed, objects, trailer=b"/Root 40 0 R")


@STRUCTURE.attack(NEVER)
def hybrid_shows_the_other(office: Workshop) -> bytes:
    """The table lists the true content, the stream beside it (for newer readers) another."""
    return _hybrid(office.signed, in_table={}, in_stream={CONTENT: OTHER})


@STRUCTURE.attack(NEVER)
def hybrid_hides_the_other(office: Workshop) -> bytes:
    """Older readers follow the table, newer ones the stream; each is told of another body."""
    same = body_of(office.signed, CONTENT)
    return _hybrid(office.signed, in_table={CONTENT: OTHER}, in_stream={CONTENT: same})


def _hybrid(pdf: bytes, in_table: dict[int, bytes], in_stream: dict[int, bytes]) -> bytes:
    out = bytearray(pdf)
    rows: dict[int, int] = {}
    for number, body in in_stream.items():
        rows[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    own = 60
    rows[own] = len(out)
    index = b" ".join(b"%d 1" % number for number in sorted(rows))
    data = b"".join(b"\x01" + rows[number].to_bytes(4, "big") + b"\0" for number in sorted(rows))
    place = len(out)
    out += b"%d 0 obj\n%s\nendobj\n" % (
        own, stream(data, b"/Type /XRef /W [1 4 1] /Index [%s] /Size 61 /Root 1 0 R" % index),
    )  # fmt: skip
    return (
        append(bytes(out), in_table, trailer=b"/XRefStm %d" % place)
        if in_table
        else append(bytes(out), {61: b"<< >>"}, trailer=b"/XRefStm %d" % place)
    )


@STRUCTURE.attack("unknown|invalid")
def prepended_bytes(office: Workshop) -> bytes:
    """Something stands before the header: all offsets are beside the mark by so much."""
    return b"%!PS\n" * 3 + office.signed


@STRUCTURE.attack("unknown|invalid|unsigned")
def another_file_before(office: Workshop) -> bytes:
    return raw.document(page_objects("Chi 9.000.000 dong")) + office.signed


@STRUCTURE.attack("unknown|invalid")
def header_changed(office: Workshop) -> bytes:
    return office.signed.replace(b"%PDF-1.7", b"%PDF-1.0", 1)


@STRUCTURE.attack("unknown|invalid")
def encrypted_afterwards(office: Workshop) -> bytes:
    """A trailer on top says that the file is encrypted."""
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"00" * 32, b"00" * 32)
    return append(office.signed, {40: b"<< >>"}, trailer=entry)


@STRUCTURE.attack("unknown|invalid", "changedAfterSigning", "looksChanged", "pdfUnreadable", "trailingBytes")
def pages_in_a_circle(office: Workshop) -> bytes:
    return append(office.signed, {PAGES: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"})


@STRUCTURE.attack(NEVER)
def nested_deep(office: Workshop) -> bytes:
    return append(
        office.signed, {40: b"[" * 20000 + b"]" * 20000, PAGE: body_of(office.signed, PAGE)[:-2] + b"/A 40 0 R >>"}
    )


@STRUCTURE.attack(NEVER)
def references_in_a_circle(office: Workshop) -> bytes:
    return append(office.signed, {CONTENT: b"40 0 R", 40: b"41 0 R", 41: b"40 0 R"})


@STRUCTURE.attack(NEVER)
def fields_in_a_circle(office: Workshop) -> bytes:
    pdf = office.signed_form
    kids = b"<< /T (a) /FT /Tx /Kids [40 0 R] /Parent 40 0 R >>"
    catalog = body_of(pdf, CATALOG)
    form = b"/AcroForm << /Fields [40 0 R] >>"
    start, end = catalog.index(b"/AcroForm"), catalog.rindex(b">>")
    return append(pdf, {40: kids, CATALOG: catalog[:start] + form + b" /Pages 2 0 R /Type /Catalog " + catalog[end:]})


@STRUCTURE.attack(NEVER)
def form_deep(office: Workshop) -> bytes:
    """A thousand fields, each within the one before."""
    pdf = office.signed
    objects = {100 + i: b"<< /T (a) /FT /Sig /Kids [%d 0 R] >>" % (101 + i) for i in range(1500)}
    objects[1600] = b"<< /T (b) /FT /Sig >>"
    form = int(body_of(pdf, CATALOG).split(b"/AcroForm")[1].split()[0])
    return append(pdf, {**objects, form: b"<< /Fields [100 0 R] >>"})


@STRUCTURE.attack(NEVER)
def pages_without_number(office: Workshop) -> bytes:
    return append(office.signed, {PAGES: b"<< /Type /Pages /Kids [%s] /Count 99999999 >>" % (b"3 0 R " * 3000)})


@STRUCTURE.attack(NEVER)
def table_without_end(office: Workshop) -> bytes:
    pdf = append(office.signed, {40: b"<< >>"})
    return _last(pdf, b"40 1\n", b"40 99999999\n")


@STRUCTURE.attack(NEVER)
def bomb_in_the_content(office: Workshop) -> bytes:
    """A stream that swells a thousandfold."""
    packed = zlib.compress(b"0 0 m " * 20_000_000, 9)
    return append(office.signed, {CONTENT: stream(packed, b"/Filter /FlateDecode")})


@STRUCTURE.attack(NEVER)
def bomb_in_the_table(office: Workshop) -> bytes:
    packed = zlib.compress(b"\0" * 60_000_000, 9)
    pdf = office.signed
    body = stream(
        packed, b"/Filter /FlateDecode /Type /XRef /W [1 4 1] /Size 10000000 /Root 1 0 R /Prev %d" % raw.start_of(pdf)
    )
    return pdf + b"40 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (body, len(pdf))


@STRUCTURE.attack("unknown", "pdfUnreadable")
def table_of_a_thousand_million(office: Workshop) -> bytes:
    """A stream of a few bytes that promises entries without end."""
    pdf = office.signed
    head = b"/Ty#70e /X#52ef /W [1 4 1] /Size 9 /Index [0 1000000000] /Root 1 0 R /Prev %d" % raw.start_of(pdf)
    return pdf + b"40 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(b"\0" * 60, head), len(pdf))


@STRUCTURE.attack("invalid", "contentChanged")
def several_ends_before_the_signature(office: Workshop) -> bytes:
    """An end mark is put into the signed bytes."""
    pdf = office.signed
    place = pdf.index(b"endstream")
    return pdf[:place] + b"%%EOF\n"[:6] + pdf[place + 6 :]


@STRUCTURE.attack(NEVER)
def cut_in_the_signature(office: Workshop) -> bytes:
    return office.signed[: office.signed.rindex(b"/ByteRange") - 100]


@STRUCTURE.attack(NEVER)
def cut_before_the_end_mark(office: Workshop) -> bytes:
    return office.signed[: office.signed.rindex(b"startxref")]


@STRUCTURE.attack(NEVER)
def cut_in_the_table(office: Workshop) -> bytes:
    return office.signed[: office.signed.rindex(b"xref\n", 0, office.signed.rindex(b"startxref")) + 30]


@STRUCTURE.attack("unsigned|invalid", "signatureRemoved", "noSignature")
def signature_stripped(office: Workshop) -> bytes:
    """The form with its signature is taken out in a new revision."""
    catalog = body_of(office.signed, CATALOG)
    start = catalog.index(b"/AcroForm")
    end = catalog.index(b"R", start) + 1
    return append(office.signed, {CATALOG: catalog[:start] + catalog[end:]})


@STRUCTURE.attack("unsigned|invalid", "signatureRemoved")
def value_stripped(office: Workshop) -> bytes:
    from tests.signing.attacks.workshop import field_number

    number = field_number(office.signed)
    body = body_of(office.signed, number)
    start = body.index(b"/V ")
    return append(office.signed, {number: body[:start] + body[body.index(b"R", start) + 1 :]})


@STRUCTURE.attack("unsigned", "signatureRemoved", "noSignature")
def written_anew_without_it(office: Workshop) -> bytes:
    """The signed page alone, in a file of its own that still speaks of a byte range."""
    return document({**page_objects(), 6: b"<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>"})


@STRUCTURE.attack(NEVER)
def linearized_with_another_first_page(office: Workshop) -> bytes:
    """A revision that says of itself that it is linearized, with a first page of its own."""
    objects = {
        40: b"<< /Linearized 1 /L 99999 /O 42 /N 1 /T 100 /H [100 10] /E 900 >>",
        42: body_of(office.page, PAGE).replace(b"4 0 R", b"43 0 R"),
        43: OTHER,
        PAGE: body_of(office.signed, PAGE).replace(b"4 0 R", b"43 0 R"),
    }
    return append(office.signed, objects)


@STRUCTURE.attack(NEVER)
def overlapping_signatures(office: Workshop) -> bytes:
    """A second signature whose range is the first one's, its contents too, in a dictionary of its own."""
    from tests.signing.attacks.workshop import signature_number

    pdf = office.signed
    form = int(body_of(pdf, CATALOG).split(b"/AcroForm")[1].split()[0])
    field = b"<< /FT /Sig /T (Sig2) /Type /Annot /Subtype /Widget /F 132 /Rect [0 0 0 0] /P 3 0 R /V 41 0 R >>"
    fields = body_of(pdf, form).replace(b"/Fields [", b"/Fields [ 40 0 R")
    return append(pdf, {40: field, 41: body_of(pdf, signature_number(pdf)), form: fields})


_SECOND_ACTION = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"


def _twice_in_the_catalog(office: Workshop, objects: dict[int, bytes], entry: bytes, more: dict[int, bytes]) -> bytes:
    """Behind the entry that was signed stands another of the same name, which most viewers believe."""
    signed = office.sign(document(objects))
    return append(signed, {CATALOG: with_entry(body_of(signed, CATALOG), entry), **more})


@STRUCTURE.attack("invalid", "changedAfterSigning")
def action_behind_an_action(office: Workshop) -> bytes:
    objects = page_objects(catalog=b"/OpenAction [3 0 R /Fit]")
    return _twice_in_the_catalog(office, objects, _SECOND_ACTION, {})


@STRUCTURE.attack("invalid", "changedAfterSigning")
def files_behind_files(office: Workshop) -> bytes:
    names = b"/Names << /EmbeddedFiles << /Names [(a) %d 0 R] >> >>"
    held = b"<< /Type /Filespec /F (phu-luc.txt) /EF << /F %d 0 R >> >>"
    objects = {**page_objects(catalog=names % 6), 6: held % 7, 7: stream(b"annex")}
    return _twice_in_the_catalog(office, objects, names % 40, {40: held % 41, 41: stream(b"other")})


@STRUCTURE.attack("invalid", "changedAfterSigning")
def catalog_behind_the_catalog(office: Workshop) -> bytes:
    """The trailer names two; both have the same pages, one runs a script."""
    catalog = with_entry(body_of(office.signed, CATALOG), _SECOND_ACTION)
    return append(office.signed, {40: catalog}, trailer=b"/Root 40 0 R")
