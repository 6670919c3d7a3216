"""Bytes after the last revision: other readers recover them and show what stands there.

Mladenov et al., CCS 2019 (ISA without a table), and what was measured here: pyHanko reads from the last ``startxref``
that makes sense and leaves what follows alone.
"""

from __future__ import annotations

from tests.signing.attacks import raw
from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import OTHER
from tests.signing.attacks.workshop import Workshop

TRAILING = Family("trailing")
_BODY = b"4 0 obj\n%s\nendobj\n" % OTHER
_TAILS = {
    "word": b"x",
    "comment": b"%hidden\n",
    "second-end": b"\n%%EOF\n",
    "three-ends": b"%%EOF\n%%EOF\n%%EOF\n",
    "zeros-and-a-letter": b"\0\0\0a",
    "body-and-trailer": _BODY + b"trailer\n<< /Root 1 0 R /Size 9 >>\n",
    "body-and-start-nowhere": _BODY + b"startxref\n0\n%%EOF\n",
    "body-and-start-beyond": _BODY + b"startxref\n99999999\n%%EOF\n",
    "another-file": raw.document(raw.page_objects("Chi 9.000.000 dong")),
    "long": b"x" * 3000,
    "table-without-start": b"xref\n4 1\n0000000000 00000 n \ntrailer\n<< /Root 1 0 R >>\n",
    "start-alone": b"startxref\n",
    "archive": b"PK\x03\x04" + b"\0" * 26,
}
TRAILING.each(_TAILS, lambda office, tail: office.signed + tail, "invalid|unknown|unsigned")


@TRAILING.attack("invalid", "trailingBytes")
def old_trailer_and_start_repeated(office: Workshop) -> bytes:
    pdf = office.signed
    trailer = pdf[pdf.rindex(b"trailer") :]
    return pdf + _BODY + trailer


@TRAILING.attack("invalid", "trailingBytes")
def between_sealed_and_end(office: Workshop) -> bytes:
    return office.sealed + _BODY


# -- what the file says of itself --------------------------------------------------------------------------------

_CHANGED = "descriptionChangedAfterSigning"
_PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li>%s</rdf:li></rdf:Alt>'
    b"</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def _packet(title: bytes) -> bytes:
    return raw.stream(_PACKET % title, b"/Type /Metadata /Subtype /XML")


@TRAILING.attack("warning", _CHANGED)
def title_put_in(office: Workshop) -> bytes:
    """Viewers show it in their frame."""
    return raw.append(office.signed, {40: b"<< /Title (Chi 9.000.000 dong) >>"}, trailer=b"/Info 40 0 R")


@TRAILING.attack("warning", _CHANGED)
def title_changed(office: Workshop) -> bytes:
    """As the file's own metadata have it, which viewers believe first."""
    objects = raw.page_objects(catalog=b"/Metadata 6 0 R /ViewerPreferences << /DisplayDocTitle true >>")
    signed = office.sign(raw.document({**objects, 6: _packet(b"Chi 1.000.000 dong")}))
    return raw.append(signed, {6: _packet(b"Chi 9.000.000 dong")})
