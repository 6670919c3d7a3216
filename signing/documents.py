"""Opening and writing PDFs for signing: one place that maps pyHanko's errors to ours.

Knows pyHanko's reader and writers.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.crypt import AuthStatus
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from .problems import PdfCertified, PdfEncrypted, PdfRestricted, PdfUnreadable

READ_ERRORS = (
    misc.PdfError,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    RecursionError,
    AssertionError,
    ArithmeticError,
)


def number(value: float) -> generic.FloatObject:
    """A PDF number of two decimals."""
    return generic.FloatObject(f"{value:.2f}")


def resolved(reference: Any) -> Any:
    """What a reference stands for. Any, because pyHanko's types do not say which kind of object a key holds."""
    return reference.get_object()


def page_for_change(changed: IncrementalPdfFileWriter, page: int) -> Any:
    """The reference of a page (0-based) that is about to be changed."""
    found: Any = changed.find_page_for_modification(page)
    return found[0]


def entry(dictionary: Any, key: str, default: Any = None) -> Any:
    """A dictionary's entry, behind its reference if it is one; pyHanko's ``get`` gives the bare reference."""
    try:
        return dictionary[key]
    except KeyError:
        return default


def pages(reader: PdfFileReader, limit: int = 20_000) -> Iterator[generic.DictionaryObject]:
    """The file's pages in their order."""
    stack: list[generic.PdfObject] = [reader.root["/Pages"]]
    seen = 0
    while stack and seen < limit * 2:
        seen += 1
        one = stack.pop()
        one = one.get_object() if isinstance(one, generic.IndirectObject) else one
        if not isinstance(one, generic.DictionaryObject):
            continue
        if "/Kids" in one:
            stack.extend(reversed(list(one["/Kids"])))
        else:
            yield one


def require_open(reader: PdfFileReader) -> None:
    """What is encrypted is not signed; its author is told which of the two it is.

    Raises:
        PdfEncrypted: it needs a password; PdfRestricted, where anybody may read it.
    """
    if not reader.encrypted:
        return
    try:
        opens = reader.decrypt(b"").status != AuthStatus.FAILED
    except READ_ERRORS as error:
        raise PdfEncrypted(type(error).__name__) from error
    raise PdfRestricted if opens else PdfEncrypted


def reader(pdf: bytes) -> PdfFileReader:
    """A reader over the file, its page tree and form already seen to be readable.

    Word writes hybrid cross references, so reading is lenient; what leniency could hide is looked for in
    ``validation``.

    Raises:
        PdfEncrypted, PdfUnreadable
    """
    if b"%PDF-" not in pdf[:1024]:
        raise PdfUnreadable("no header")
    _require_sound_tables(pdf)
    try:
        found = PdfFileReader(io.BytesIO(pdf), strict=False)
        require_open(found)
        if int(found.root["/Pages"]["/Count"]) < 1:
            raise PdfUnreadable("no pages")
        return found
    except READ_ERRORS as error:
        raise PdfUnreadable(f"{type(error).__name__}: {error}") from error


_GAP = rb"(?:[\s\0]|%[^\r\n]*[\r\n])*"
_TABLE_STREAM = re.compile(
    rb"/(?:T|#54)(?:y|#79)(?:p|#70)(?:e|#65)" + _GAP + rb"/(?:X|#58)(?:R|#52)(?:e|#65)(?:f|#66)(?![\w#])"
)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_INDEX = re.compile(rb"/Index" + _GAP + rb"\[([\d\s\0]*)\]")
_SIZE = re.compile(rb"/Size" + _GAP + rb"(\d+)")
_MOST_ENTRIES = 100_000  # and more in a file so large that it can hold the objects


def _require_sound_tables(pdf: bytes) -> None:
    """A cross-reference stream may promise a thousand million objects in a few bytes; going through them takes hours.

    Raises:
        PdfUnreadable
    """
    promised = 0
    for found in _TABLE_STREAM.finditer(pdf):
        begin, end = pdf.rfind(b"obj", 0, found.start()), pdf.find(b"stream", found.end())
        head = _ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), pdf[max(begin, 0) : end if end >= 0 else None])
        index, size = _INDEX.findall(head), _SIZE.findall(head)
        if index:
            promised += sum(int(number) for one in index for number in one.replace(b"\0", b" ").split()[1::2])
        promised += max((int(one) for one in size), default=0) if not index else 0
    if promised > max(_MOST_ENTRIES, len(pdf) // 10):
        raise PdfUnreadable("cross references without end")


def writer(pdf: bytes) -> IncrementalPdfFileWriter:
    """A writer that adds a revision to the file.

    Raises:
        PdfEncrypted, PdfUnreadable
    """
    return _writer(reader(pdf))


def plain_writer(pdf: bytes) -> IncrementalPdfFileWriter:
    """A writer over what ``plain`` makes of the file.

    Raises:
        PdfEncrypted, PdfUnreadable
    """
    found = reader(pdf)
    made = _plain(pdf, found)
    return _writer(found if made is pdf else reader(made))


def _writer(found: PdfFileReader) -> IncrementalPdfFileWriter:
    try:
        return IncrementalPdfFileWriter.from_reader(found)
    except READ_ERRORS as error:
        raise PdfUnreadable(f"{type(error).__name__}: {error}") from error


def written(changed: IncrementalPdfFileWriter) -> bytes:
    """The file with the new revision."""
    out = io.BytesIO()
    changed.write(out)
    return out.getvalue()


def field_names(changed: IncrementalPdfFileWriter) -> frozenset[str]:
    """Names of the top-level form fields."""
    return frozenset(fields(changed))


def fields(changed: IncrementalPdfFileWriter) -> dict[str, generic.IndirectObject]:
    """The top-level form fields by name."""
    try:
        listed = changed.root["/AcroForm"]["/Fields"]
    except KeyError:
        return {}
    found: dict[str, generic.IndirectObject] = {}
    for i in range(len(listed)):
        reference = listed.raw_get(i)
        if isinstance(reference, generic.IndirectObject):
            found[str(entry(reference.get_object(), "/T", ""))] = reference
    return found


def outlines(root: Any, most: int = 20_000) -> Iterator[Any]:
    """The entries of the table of contents, as deep as they go, each once.

    Raises:
        PdfReadError: there are more than ``most``; what lies behind them has not been seen.
    """
    waiting, met = [entry(entry(root, "/Outlines", {}), "/First")], set[int]()
    while waiting:
        one = waiting.pop()
        if not isinstance(one, generic.DictionaryObject) or id(one) in met:
            continue
        if len(met) >= most:
            raise misc.PdfReadError("table of contents without end")
        met.add(id(one))
        yield one
        waiting += [entry(one, "/Next"), entry(one, "/First")]


def has_signatures(pdf: bytes) -> bool:
    """Whether any signature field of the file holds a signature."""
    return bool(reader(pdf).embedded_signatures)


def require_unsigned(pdf: bytes) -> None:
    """Raises PdfCertified when the file is signed already."""
    if has_signatures(pdf):
        raise PdfCertified


def plain(pdf: bytes) -> bytes:
    """An unsigned file in the form that all validators read: hybrid cross references (Word) are written anew.

    A signed file, or one that is plain already, comes back as it is.
    """
    return _plain(pdf, reader(pdf))


def _plain(pdf: bytes, found: PdfFileReader) -> bytes:
    if not found.xrefs.hybrid_xrefs_present or found.embedded_signatures:
        return pdf
    out = io.BytesIO()
    copy_into_new_writer(found).write(out)
    return out.getvalue()


def write_aside(path: Path, data: bytes) -> None:
    """Writes a file so that a reader sees the old one or the new one, never a part of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
