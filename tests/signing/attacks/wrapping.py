"""Signature wrapping: the signed bytes are still there and still fit, but what is read lies elsewhere.

Mladenov et al., 1 Trillion Dollar Refund, CCS 2019 (SWA). The length of the file is weighed in some of them, as
pyHanko concludes from the sum of the lengths that the whole file is covered.
"""

from __future__ import annotations

import re
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.signing.attacks import raw
from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import OTHER
from tests.signing.attacks.raw import CONTENT, append, body_of
from tests.signing.attacks.workshop import Workshop, cms_of, signature_number, update

SWA = Family("wrapping")


def ranges(pdf: bytes) -> tuple[int, int, int, int]:
    """The last byte range."""
    found = re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", pdf)[-1]
    return int(found[0]), int(found[1]), int(found[2]), int(found[3])


def with_contents(pdf: bytes, contents: bytes, byte_range: bytes | None = None) -> bytes:
    """The newest signature dictionary with other contents."""
    body = body_of(pdf, signature_number(pdf))
    body = re.sub(rb"/Contents\s*<[0-9a-fA-F]*>", lambda _: b"/Contents " + contents, body)
    if byte_range is not None:
        body = re.sub(rb"/ByteRange\s*\[[^\]]*\]", lambda _: b"/ByteRange " + byte_range, body)
    return body


@SWA.attack("invalid", "coversPart")
def second_part_moved(office: Workshop) -> bytes:
    """The signed second part goes to the end; where it stood there are objects and a table of the attacker's."""
    pdf = office.signed
    _, first, second, length = ranges(pdf)
    table_at = raw.start_of(pdf)
    number = signature_number(pdf)
    head = pdf[:second]
    entries = b" /ByteRange [0 %d %s %d] /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached >>\nendobj\n"
    made = head + entries % (first, b"@" * 10, length)
    content_at = len(made)
    made += b"4 0 obj\n%s\nendobj\n" % OTHER
    assert len(made) < table_at
    made += b" " * (table_at - len(made))
    # The form and the page with the field come from the signed revision, by the places they stand at.
    rows = {n: raw.place_of(head, n) for n in (1, 3, *range(6, number)) if b"\n%d 0 obj" % n in head}
    rows |= {CONTENT: content_at, number: raw.place_of(pdf, number)}
    made += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % row for row in sorted(rows.items()))
    made += b"trailer\n<< /Size %d /Root 1 0 R /Prev %d >>\n" % (raw.size_of(pdf), raw.start_of(office.page))
    made = made.replace(b"@" * 10, b"%010d" % len(made))
    return made + pdf[second:]


@SWA.attack("invalid", "coversPart")
def old_range_in_a_new_dictionary(office: Workshop) -> bytes:
    """The signature dictionary is overridden by a copy, in a revision that is not covered."""
    pdf = office.signed
    copy = with_contents(pdf, b"<" + cms_of(pdf) + b">")
    return append(pdf, {signature_number(pdf): copy, CONTENT: OTHER})


@SWA.attack("invalid", "coversPart")
def padded_to_the_length_of_the_file(office: Workshop) -> bytes:
    """Contents as a string of bytes, padded until the sum of the lengths is that of the file: "covers everything"."""
    return _padded(office)


def _padded(office: Workshop) -> bytes:
    pdf = office.signed
    _, first, _, length = ranges(pdf)
    cms = bytes.fromhex(cms_of(pdf).decode())
    padding = 0
    while True:
        value = cms + b"\0" * padding
        made = append(pdf, {signature_number(pdf): with_contents(pdf, _string(value)), CONTENT: OTHER})
        missing = len(made) - (first + length) - (2 * len(value) + 2)
        if missing == 0:
            return made
        padding += missing


@SWA.attack("invalid", "coversPart")
def packed_dictionary(office: Workshop) -> bytes:
    """The overriding dictionary is packed away in a stream of objects, where no offset points into the gap."""
    pdf = office.signed
    number = signature_number(pdf)

    def change(writer: IncrementalPdfFileWriter) -> None:
        held: Any = writer.get_object(generic.Reference(number, 0, writer.prev))  # type: ignore[arg-type]
        group = writer.prepare_object_stream()
        group.add_object(number, held)
        writer.update_root()

    return update(pdf, change, streams=True)


def _string(value: bytes) -> bytes:
    out = bytearray(b"(")
    for byte in value:
        out += b"\\" + bytes([byte]) if byte in b"()\\" else (b"\\r" if byte == 13 else bytes([byte]))
    return bytes(out + b")")


@SWA.attack("invalid", "coversPart")
def five_numbers_and_six(office: Workshop) -> bytes:
    pdf = office.signed
    _, first, second, length = ranges(pdf)
    longer = b"[0 %d %d %d %d 0]" % (first, second, length, second + length)
    return append(pdf, {signature_number(pdf): with_contents(pdf, b"<" + cms_of(pdf) + b">", longer), CONTENT: OTHER})


@SWA.attack("invalid", "coversPart")
def three_parts(office: Workshop) -> bytes:
    """The signed bytes in three parts, with room for the attacker between them."""
    pdf = office.signed
    _, first, second, length = ranges(pdf)
    parts = b"[0 %d %d %d %d %d]" % (first - 10, first - 10, 10, second, length)
    return append(pdf, {signature_number(pdf): with_contents(pdf, b"<" + cms_of(pdf) + b">", parts), CONTENT: OTHER})


@SWA.attack("invalid", "coversPart", "changedAfterSigning")
def two_signatures_one_dictionary(office: Workshop) -> bytes:
    """A second field, with a picture of its own, points at the signature that is there."""
    pdf = office.signed
    number = signature_number(pdf)
    form = int(re.findall(rb"/AcroForm (\d+) 0 R", pdf)[-1])
    page = body_of(pdf, 3).replace(b"/Annots [", b"/Annots [ 41 0 R")
    field = (
        b"<< /FT /Sig /T (Sig0) /Type /Annot /Subtype /Widget /F 4 /P 3 0 R /Rect [20 100 280 150] /V %d 0 R "
        b"/AP << /N 42 0 R >> >>" % number
    )
    picture = raw.stream(
        b"1 g 0 0 260 50 re f " + raw.words("Chi 9.000.000 dong", 10, 20),
        b"/Type /XObject /Subtype /Form /BBox [0 0 260 50] /Resources << /Font << /F1 5 0 R >> >>",
    )
    fields = body_of(pdf, form).replace(b"/Fields [", b"/Fields [ 41 0 R")
    return append(pdf, {form: fields, 3: page, 41: field, 42: picture})
