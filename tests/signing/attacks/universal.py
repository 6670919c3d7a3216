"""Universal signature forgery: the signature's own entries are missing, empty or of a kind that nobody expects.

Mladenov et al., 1 Trillion Dollar Refund, CCS 2019 (USF). Each is tried in the signed bytes themselves and in a
dictionary that overrides the signed one.
"""

from __future__ import annotations

import re

from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import OTHER
from tests.signing.attacks.raw import CONTENT, append, body_of, stream, words
from tests.signing.attacks.workshop import Workshop, signature_number
from tests.signing.attacks.wrapping import ranges

USF = Family("universal")
NEVER = "invalid|unknown|unsigned"

_CONTENTS = {
    "contents-missing": b"",
    "contents-empty": b"/Contents <>",
    "contents-null": b"/Contents null",
    "contents-zero": b"/Contents <00>",
    "contents-zeros": b"/Contents <" + b"0" * 400 + b">",
    "contents-number": b"/Contents 0",
    "contents-name": b"/Contents /None",
    "contents-array": b"/Contents [<30>]",
    "contents-sequence": b"/Contents <3000>",
    "contents-endless": b"/Contents <3080>",
    "contents-elsewhere": b"/Contents 4 0 R",
}
_RANGES = {
    "range-missing": b"",
    "range-empty": b"/ByteRange []",
    "range-null": b"/ByteRange null",
    "range-zeros": b"/ByteRange [0 0 0 0]",
    "range-three": b"/ByteRange [0 100 200]",
    "range-negative": b"/ByteRange [0 100 -200 300]",
    "range-minus-one": b"/ByteRange [-1 -1 -1 -1]",
    "range-backwards": b"/ByteRange [900 100 0 100]",
    "range-overlapping": b"/ByteRange [0 2000 1000 2000]",
    "range-huge": b"/ByteRange [0 999999999999999999 999999999999999999 999999999999999999]",
    "range-real": b"/ByteRange [0 100.5 200.5 300]",
    "range-strings": b"/ByteRange [(0) (100) (200) (300)]",
    "range-names": b"/ByteRange [/a /b /c /d]",
    "range-nested": b"/ByteRange [[0 100 200 300]]",
    "range-number": b"/ByteRange 0",
    "range-elsewhere": b"/ByteRange 4 0 R",
    "range-null-numbers": b"/ByteRange [null null null null]",
}
_OTHERS = {
    "kind-missing": (rb"/SubFilter\s*/[\w.]+", b""),
    "kind-unknown": (rb"/SubFilter\s*/[\w.]+", b"/SubFilter /adbe.none"),
    "kind-sha1": (rb"/SubFilter\s*/[\w.]+", b"/SubFilter /adbe.pkcs7.sha1"),
    "kind-rsa": (rb"/SubFilter\s*/[\w.]+", b"/SubFilter /adbe.x509.rsa_sha1"),
    "kind-timestamp": (rb"/SubFilter\s*/[\w.]+", b"/SubFilter /ETSI.RFC3161"),
    "kind-number": (rb"/SubFilter\s*/[\w.]+", b"/SubFilter 5"),
    "filter-unknown": (rb"/Filter\s*/[\w.]+", b"/Filter /None /V 99"),
}


def overridden(office: Workshop, pattern: bytes, entry: bytes) -> bytes:
    pdf = office.signed
    number = signature_number(pdf)
    body = re.sub(pattern, lambda _: entry, body_of(pdf, number))
    return append(pdf, {number: body, CONTENT: OTHER})


def _override_contents(office: Workshop, entry: bytes) -> bytes:
    return overridden(office, rb"/Contents\s*<[0-9a-fA-F]*>", entry)


def _override_range(office: Workshop, entry: bytes) -> bytes:
    return overridden(office, rb"/ByteRange\s*\[[^\]]*\]", entry)


USF.each(_CONTENTS, _override_contents, NEVER)
USF.each(_RANGES, _override_range, NEVER)
for _name, (_pattern, _entry) in _OTHERS.items():
    USF.add(
        _name,
        lambda office, pattern=_pattern, entry=_entry: overridden(office, pattern, entry),
        NEVER,
    )

_VALUES = {
    "value-null": b"/V null",
    "value-catalog": b"/V 1 0 R",
    "value-page": b"/V 3 0 R",
    "value-content": b"/V 4 0 R",
    "value-nowhere": b"/V 999 0 R",
    "value-empty": b"/V << >>",
    "value-inline": b"/V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 0 0 0] >>",
    "value-string": b"/V (signed)",
}


def _other_value(office: Workshop, entry: bytes) -> bytes:
    pdf = office.signed
    number = int(re.findall(rb"(\d+) 0 obj\n<<\n/FT /Sig", pdf)[-1])
    body = re.sub(rb"/V \d+ 0 R", lambda _: entry, body_of(pdf, number))
    return append(pdf, {number: body, CONTENT: OTHER})


USF.each(_VALUES, _other_value, NEVER)


def _in_place(office: Workshop, name: bytes) -> bytes:
    """The entry's name is spoilt where it stands, and the text changed with it."""
    spoilt = office.signed.replace(name, b"/X" + name[2:], 1)
    return spoilt.replace(b"1.000.000", b"9.000.000", 1)


USF.each(
    {"spoilt-range": b"/ByteRange", "spoilt-contents": b"/Contents <", "spoilt-kind": b"/SubFilter"}, _in_place, NEVER
)


def _moved(office: Workshop, which: bytes) -> bytes:
    """The numbers of the range are changed where they stand."""
    pdf = office.signed
    old = b"[%d %d %d %d]" % ranges(pdf)
    a, b, c, d = ranges(pdf)
    new = {
        b"shorter": b"[%d %d %d %d]" % (a, b, c, d - 9),
        b"earlier": b"[%d %d %d %d]" % (a, b - 20, c, d),
        b"later": b"[%d %d %d %d]" % (a, b, c + 20, d),
        b"longer": b"[%d %d %d %d]" % (a, b, c, d + 50),
        b"first": b"[%d %d %d %d]" % (1, b - 1, c, d),
    }[which]
    return pdf.replace(old, new.ljust(len(old)), 1)


USF.each(
    {f"range-moved-{one.decode()}": one for one in (b"shorter", b"earlier", b"later", b"longer", b"first")},
    _moved,
    NEVER,
)


@USF.attack(NEVER)
def signature_of_another_file(office: Workshop) -> bytes:
    """The contents of one file's signature in another file of the same length."""
    from tests.signing.attacks import raw

    other = office.sign(raw.document({**raw.page_objects(), CONTENT: stream(words("Chi 9.000.000 dong"))}))
    mine, its = (re.search(rb"/Contents <([0-9A-Fa-f]+)>", one) for one in (office.signed, other))
    assert mine is not None
    assert its is not None
    return other[: its.start(1)] + mine[1] + other[its.end(1) :]
