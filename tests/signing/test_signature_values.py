"""A signature's value read at once is what pyHanko reads digit by digit, whatever the file tries."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from signing import documents, signature_values
from tests.signing.attacks.universal import USF
from tests.signing.attacks.workshop import Workshop
from tests.signing.attacks.wrapping import SWA
from tests.signing.office_pki import Served

pytestmark = pytest.mark.expects_log("pyhanko")

HEX = (bytes(range(256)) * 8).hex().encode()
SPACED = HEX[:2000] + b"\n" + HEX[2000:]
ABOUT_VALUES = (*USF, *tuple(SWA)[::4])
OBJECT = re.compile(rb"(\d+) (\d+) obj\b(?:(?!endobj).){0,2000}?<[0-9A-Fa-f]{256}", re.DOTALL)
PLAIN = b"<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents <%s>/Name(A)>>"


def file_with(value: bytes) -> PdfFileReader:
    """The smallest file with this as its object 4."""
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", value]  # fmt: skip
    out, offsets = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % one for one in offsets)
    end = b"xref\n0 5\n0000000000 65535 f \n%strailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )
    return PdfFileReader(io.BytesIO(out + end), strict=False)


def told(read: Callable[[], Any]) -> Any:
    """What was read, with the types and places of all its parts, or the kind of error."""
    try:
        found = read()
    except documents.READ_ERRORS as error:
        return type(error)
    if isinstance(found, generic.DictionaryObject):
        return type(found), [(key, told(lambda key=key: found.raw_get(key))) for key in found]
    if isinstance(found, generic.ArrayObject):
        return type(found), [told(lambda at=at: found.raw_get(at)) for at in range(len(found))]
    place, shown = found.container_ref, "" if isinstance(found, generic.NullObject) else repr(found)
    return type(found), shown, place and (place.idnum, place.generation)


def both(reader: PdfFileReader, place: generic.Reference) -> tuple[bool, Any, Any]:
    """Whether it was read at once, what that gave, and what pyHanko alone gives."""
    slowly = told(lambda: PdfFileReader(reader.stream, strict=False).get_object(place))
    signature_values.remember(reader, place)
    at_once = reader.cache_get_indirect_object(place.generation, place.idnum) is not None
    return at_once, told(lambda: reader.get_object(place)), slowly


@pytest.mark.parametrize(
    ("value", "at_once"),
    [
        (PLAIN % HEX, True),
        (PLAIN % HEX.upper(), True),
        (b"<</Contents<%s>/Kids[(endo)(bj)]>>" % HEX, True),
        (PLAIN % SPACED, False),
        (PLAIN % HEX[:-1], False),
        (PLAIN % HEX[:200], False),
        (b"<</Contents <%s>/Contents <%s>>>" % (HEX, HEX[::-1]), False),
        (b"<</Contents <%s>/Cert <%s>>>" % (HEX, HEX), False),
        (b"<</Contents (<%s>)>>" % HEX, False),
        (b"<</Contents <aa> %%<%s>\n>>" % HEX, False),
        (b"<</Prop<</Contents <%s>>>/Contents <aa>>>" % HEX, False),
        (b"<</Contents [<%s>]>>" % HEX, False),
        (b"<</Contents <%s>/Name(endobj)>>" % HEX, False),
        (b"<</Length 3/Contents <%s>>>\nstream\nabc\nendstream" % HEX, False),
        (b"<</Contents <%s>" % HEX, False),
        (b"<%s>" % HEX, False),
    ],
)
def test_read_as_pyhanko_reads(value: bytes, at_once: bool) -> None:
    reader = file_with(value)
    quickly, found, slowly = both(reader, generic.Reference(4, 0, reader))
    assert found == slowly
    assert quickly is at_once


def test_no_attack_is_read_otherwise(served: Served) -> None:
    office, quick = Workshop(served.pki), 0
    for attack in ABOUT_VALUES:
        pdf = attack.file(office)
        objects = {(int(one[1]), int(one[2])) for one in OBJECT.finditer(pdf)}
        try:
            reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        except documents.READ_ERRORS:
            continue
        for number, generation in sorted(objects):
            at_once, found, slowly = both(reader, generic.Reference(number, generation, reader))
            assert found == slowly, (str(attack), number)
            quick += at_once
    assert quick
