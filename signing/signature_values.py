"""Reads a signature's value at once. Knows pyHanko's reader.

pyHanko takes a hexadecimal string digit by digit, and a signature with its time-stamp has forty thousand: half of the
time that judging a file took. The digits are taken out here, pyHanko reads the rest of the object as it always does,
and the value is put back where it found what stood for them. Whatever is unusual is left to pyHanko alone.
"""

from __future__ import annotations

import io
import re
import secrets
from collections.abc import Sequence

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.xref import read_object_header
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature

from . import documents

_LONG = re.compile(rb"<((?:[0-9A-Fa-f]{2}){1024,})>")
_MOST = 1 << 20
"""Bytes of the longest object that is looked at here."""
_NO_TEXT = b"\x7f\x9f\xad"
"""Bytes that no text has (ISO 32000-2, table D.2), so that pyHanko reads what begins so as bytes."""


def place_of(field: generic.DictionaryObject) -> generic.Reference | None:
    """Where the value of a filled signature field lies; None where it is no object of its own."""
    return getattr(field.raw_get("/V"), "reference", None)


def remember(reader: PdfFileReader, value: generic.Reference) -> None:
    """Have the reader know a signature's value; nothing happens where it is no plain one."""
    if reader.encrypted or reader.cache_get_indirect_object(value.generation, value.idnum) is not None:
        return
    try:
        found = _read(reader, value)
    except documents.READ_ERRORS:
        # pyHanko says what is wrong with it, as it would have done.
        return
    if found is not None:
        reader.cache_indirect_object(value.generation, value.idnum, found)


def embedded(reader: PdfFileReader) -> Sequence[EmbeddedPdfSignature]:
    """The reader's signatures, oldest first.

    Raises:
        what pyHanko raises of a form or a signature that cannot be read.
    """
    for _, value, field in enumerate_sig_fields(reader, filled_status=True):
        place = place_of(documents.resolved(field)) if value is not None else None
        if place is not None:
            remember(reader, place)
    return reader.embedded_signatures


def _read(reader: PdfFileReader, value: generic.Reference) -> generic.DictionaryObject | None:
    start = reader.xrefs[value]
    if not isinstance(start, int):
        return None
    reader.stream.seek(start)
    raw, ended, _ = reader.stream.read(_MOST).partition(b"endobj")
    runs = list(_LONG.finditer(raw))
    if not ended or len(runs) != 1:
        return None
    mark = _NO_TEXT + secrets.token_bytes(16)
    short = io.BytesIO(raw[: runs[0].start(1)] + mark.hex().encode() + raw[runs[0].end(1) :] + ended)
    if read_object_header(short, strict=reader.strict) != (value.idnum, value.generation):
        return None
    found = generic.read_object(short, generic.Reference(value.idnum, value.generation, reader))
    if type(found) is not generic.DictionaryObject:
        return None
    keys = [key for key in found if found.raw_get(key) == mark]
    if len(keys) != 1:
        return None
    digits = generic.pdf_string(bytes.fromhex(runs[0][1].decode("ascii")))
    digits.container_ref = found.raw_get(keys[0]).container_ref
    found[keys[0]] = digits
    return found
