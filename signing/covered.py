"""What a signature's bytes are in the file itself: the range it covers, the gap it leaves, and what follows.

pyHanko weighs lengths and objects as its tables name them; wrapped and padded signatures live from the difference
between that and the bytes (Mladenov et al., 1 Trillion Dollar Refund, CCS 2019). Knows pyHanko's reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.xref import XRefSectionType
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from . import documents

_WHITE = b" \t\r\n\f\0"
_HEX = re.compile(rb"<[0-9A-Fa-f\s\0]*>")
_HEADER = re.compile(rb"(\d+)\s+(\d+)\s+obj\b")
_BODY_BEGINS = re.compile(rb"\d+\s+\d+\s+obj\b")
_STREAM = re.compile(rb"\bstream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?:\s+(\d+)\s+R)?")
_END_OF_FILE = re.compile(rb"startxref\s+\d+\s+%%EOF")
_TELLING = re.compile(rb"\bobj\b|\btrailer\b|xref\b|\bstream\b|%%EOF")


def file_bytes(reader: PdfFileReader) -> bytes:
    """The file that the reader reads."""
    stream = reader.stream
    stream.seek(0)
    return stream.read()


def fault(pdf: bytes, signature: EmbeddedPdfSignature) -> str:
    """What is wrong with the range that a signature covers, "" when nothing is.

    The range must be the file from its first byte on but for one gap; the gap must be the hex string of this very
    signature, nothing less or more; and the dictionary that names both must be the one that the gap lies in.
    """
    try:
        listed = list(_range(signature))
    except TypeError:
        return "no range"
    numbers = [int(one) for one in listed if isinstance(one, generic.NumberObject)]
    if len(numbers) != 4 or len(listed) != 4 or any(one < 0 for one in numbers):
        return "not four numbers"
    start, first, second, length = numbers
    if start != 0 or not 0 < first < second or second + length > len(pdf):
        return "not the file but for one gap"
    gap = pdf[first:second]
    if not _HEX.fullmatch(gap) or _decoded(gap) != signature.pkcs7_content:
        return "the gap is not the signature"
    return _misplaced(pdf, signature, first, second)


def _decoded(gap: bytes) -> bytes:
    digits = re.sub(rb"[\s\0]", b"", gap[1:-1])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _misplaced(pdf: bytes, signature: EmbeddedPdfSignature, first: int, second: int) -> str:
    reference = signature.sig_field.raw_get("/V")
    if not isinstance(reference, generic.IndirectObject):
        return "the dictionary has no place of its own"
    place = signature.reader.xrefs.get_historical_ref(reference.reference, signature.signed_revision)
    if not isinstance(place, int) or place >= first:
        return "the dictionary lies elsewhere"
    before = pdf[place:first]
    header = _HEADER.match(before)
    if header is None or int(header[1]) != reference.idnum or b"endobj" in before:
        return "the dictionary lies elsewhere"
    end = pdf.find(b"endobj", second)
    whole = before + pdf[second : end if end >= 0 else len(pdf)]
    if whole.count(b"/ByteRange") != 1 or whole.count(b"/Contents") != 1:
        return "entries of the dictionary stand there twice"
    return ""


def end_of(signature: EmbeddedPdfSignature) -> int:
    """How far into the file the signature reaches."""
    numbers = _range(signature)
    return int(numbers[2]) + int(numbers[3])


def _range(signature: EmbeddedPdfSignature) -> Any:
    """The range as it stands; Any, because pyHanko does not say which kind of object a file may hold there."""
    return signature.byte_range


def padding(signature: EmbeddedPdfSignature) -> bytes:
    """What stands behind the signature in its string, but for the zeros that fill it: nobody signed that."""
    held = signature.pkcs7_content
    return held[_length_of(held) :].strip(b"\0")


def _length_of(der: bytes) -> int:
    """Length of a DER object with its header; of all of it where the length is not told at the start."""
    if len(der) < 2 or der[1] == 0x80:
        return len(der)
    if der[1] < 0x80:
        return 2 + der[1]
    digits = der[1] & 0x7F
    return 2 + digits + int.from_bytes(der[2 : 2 + digits], "big")


# -- what follows ------------------------------------------------------------------------------------------------


def unlisted(pdf: bytes, reader: PdfFileReader, signed_end: int) -> bool:
    """Whether anything stands behind the signed part that no cross-reference table answers for.

    A reader that repairs a file goes through its bytes and takes the last body of each object, listed or not: so
    every body in an unsigned revision must be one that the tables name at that very place (Mladenov et al., CCS 2019,
    incremental saving without a table).
    """
    tail_begins = signed_end + len(pdf[signed_end:]) - len(pdf[signed_end:].lstrip(_WHITE))
    if tail_begins >= len(pdf):
        return False
    if not ends_well(pdf, reader):
        return True
    places = sorted({one for one in known_places(pdf, reader) if one >= signed_end})
    if not places or not _harmless(pdf[tail_begins : places[0]]):
        return True
    return any(
        not _one_body(pdf[start:end], reader) for start, end in zip(places, [*places[1:], len(pdf)], strict=True)
    )


def ends_well(pdf: bytes, reader: PdfFileReader) -> bool:
    """The file ends with the start that was read from, and white space."""
    found = list(_END_OF_FILE.finditer(pdf, max(0, len(pdf) - 4096)))
    return bool(found) and not pdf[found[-1].end() :].strip(_WHITE) and _start_in(found[-1][0]) == reader.last_startxref


def _start_in(text: bytes) -> int:
    return int(text.split()[1])


def known_places(pdf: bytes, reader: PdfFileReader) -> Iterator[int]:
    """Where in the file its tables say that a table or an object begins, in every revision."""
    xrefs = reader.xrefs
    for revision in range(reader.total_revisions):
        table = xrefs.get_xref_container_info(revision)
        begins = table.start_location
        # pyHanko's place of a table is behind its first word.
        yield begins if table.xref_section_type is XRefSectionType.STREAM else pdf.rfind(b"xref", 0, begins)
        hybrid = xrefs.get_xref_data(revision).hybrid
        if hybrid is not None:
            yield hybrid.meta_info.start_location
        for reference in xrefs.explicit_refs_in_revision(revision):
            place = xrefs.get_historical_ref(reference, revision)
            if isinstance(place, int):
                yield place


def _one_body(part: bytes, reader: PdfFileReader) -> bool:
    """From one known place to the next there is one object, or one table with its trailer, and nothing else."""
    if _HEADER.match(part) is None:
        end = _END_OF_FILE.search(part)
        table = part.startswith(b"xref") and end is not None and not _BODY_BEGINS.search(part[: end.start()])
        return table and end is not None and _harmless(part[end.end() :])
    stream = _STREAM.search(part)
    end = part.find(b"endobj")
    if stream is not None and (end < 0 or stream.start() < end):
        after = _after_stream(part, stream, reader)
        end = part.find(b"endobj", after)
        if after < 0 or end < 0 or not _harmless(part[after:end]):
            return False
    if end < 0:
        return False
    rest = part[end + len(b"endobj") :]
    closing = _END_OF_FILE.search(rest)
    if closing is None:
        return _harmless(rest)
    # A cross-reference stream is an object and the end of a revision at once.
    return _harmless(rest[: closing.start()]) and _harmless(rest[closing.end() :])


def _after_stream(part: bytes, stream: re.Match[bytes], reader: PdfFileReader) -> int:
    """Where the word after a stream's bytes ends: by its length, or the first such word where the length is wrong."""
    begin = stream.end()
    length = _told_length(part, stream, reader)
    if length is not None:
        rest = part[begin + length :]
        skipped = len(rest) - len(rest.lstrip(_WHITE))
        if rest.startswith(b"endstream", skipped):
            return begin + length + skipped + len(b"endstream")
    first = part.find(b"endstream", begin)
    return first + len(b"endstream") if first >= 0 else -1


def _told_length(part: bytes, stream: re.Match[bytes], reader: PdfFileReader) -> int | None:
    told = _LENGTH.search(part, 0, stream.start())
    if told is None or told[2] is None:
        return int(told[1]) if told is not None else None
    try:
        place: Any = generic.Reference(int(told[1]), int(told[2]), reader)
        length: Any = reader.get_object(place)
        return int(length)
    except documents.READ_ERRORS:
        return None


def _harmless(part: bytes) -> bool:
    """Nothing that a reader which repairs files would take for an object, a table or an end.

    Producers leave comments and padding between objects; that alone makes no document suspect.
    """
    return _TELLING.search(part) is None
