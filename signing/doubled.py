"""Whether a later revision says something twice: one reader of the file takes the first entry, another the last.

pyHanko takes the first and compares that; PDFium and poppler take the last. So what is added behind an entry that was
signed is neither compared nor drawn where it is no part of a page: an action on opening, a file within. Knows pyHanko's
parser.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.reader import PdfFileReader

from . import covered, documents

_HEADER = re.compile(rb"(\d+)\s+(\d+)\s+obj\b\s*")
_TRAILER = re.compile(rb"\btrailer\s*")
_STREAM = re.compile(rb"\bstream\b|\bendobj\b")
_LONG = re.compile(rb"<[0-9A-Fa-f]{200,}>")
_NAME = re.compile(rb"/[^\s\0/<>\[\](){}%]*")
_MOST = 100_000  # objects


def entries(pdf: bytes, reader: PdfFileReader, since: int) -> bool:
    """Whether any dictionary behind a place in the file holds an entry twice; one that cannot be read is not told here.

    Args:
        pdf: the file.
        reader: the reader of it.
        since: where the first signature's part ends.
    """
    if since >= len(pdf):
        return False
    was, reader.strict = reader.strict, True  # its parser looks there to see whether it is to tell
    try:
        return any(_twice(data, place, reader) for data, place in _dictionaries(pdf, reader, since))
    finally:
        reader.strict = was


def _dictionaries(pdf: bytes, reader: PdfFileReader, since: int) -> Iterator[tuple[bytes, int]]:
    """Where objects and trailers begin: in the file, and within packed streams of objects."""
    places = sorted({one for one in covered.known_places(pdf, reader) if one >= since})[:_MOST]
    for place, end in zip(places, [*places, len(pdf)][1:], strict=True):
        header = _HEADER.match(pdf, place) or _TRAILER.search(pdf, place)
        if header is not None and _may_be(pdf[header.end() : end]):
            yield pdf, header.end()
            if b"endstream" in pdf[place:end]:
                yield from _packed(pdf, header, reader)


def _may_be(part: bytes) -> bool:
    """Whether any name stands in it twice, which is far quicker seen; streams of objects hide theirs."""
    names = _NAME.findall(_LONG.sub(b"<>", part))
    return len(set(names)) < len(names) or b"#" in b"".join(names) or b"/ObjStm" in names


def _packed(pdf: bytes, header: re.Match[bytes], reader: PdfFileReader) -> Iterator[tuple[bytes, int]]:
    if header.re is not _HEADER:
        return
    try:
        held = _read(pdf, header.end(), reader)
        if isinstance(held, generic.StreamObject) and documents.entry(held, "/Type") == "/ObjStm":
            data, first = held.data, int(held["/First"])
            numbers = [int(one) for one in data[:first].split()]
            yield from ((data, first + one) for one in numbers[1::2])
    except (misc.PdfStrictReadError, *documents.READ_ERRORS):
        return  # told by whoever reads the stream itself


def _twice(data: bytes, place: int, reader: PdfFileReader) -> bool:
    short = _short(data, place)
    try:
        try:
            _read(short, 0, reader)
        except misc.PdfStrictReadError:
            return True
        except documents.READ_ERRORS:
            _read(data, place, reader)
    except misc.PdfStrictReadError:
        return True
    except documents.READ_ERRORS:
        return False
    return False


def _short(data: bytes, place: int) -> bytes:
    """The dictionary without the signature in it and the stream behind: those take long to read, and hold no entry."""
    end = _STREAM.search(data, place)
    return _LONG.sub(b"<>", data[place : end.start() if end is not None else None])


def _read(data: bytes, place: int, reader: PdfFileReader) -> generic.PdfObject:
    stream = io.BytesIO(data)
    stream.seek(place)
    return generic.read_object(stream, generic.Reference(0, 0, reader))
