"""Writing PDFs byte by byte, with every freedom that an attacker has: a new file, a revision on top, its own tables.

Knows nothing of signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Objects = Mapping[int, bytes]

CATALOG, PAGES, PAGE, CONTENT, FONT = 1, 2, 3, 4, 5  # numbers of the objects of ``page_objects``


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def words(text: str, x: int = 30, y: int = 120, size: int = 18, font: str = "F1") -> bytes:
    """Content that writes a line."""
    return f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET".encode("latin-1")


def page_objects(text: str = "Chi 1.000.000 dong", *, catalog: bytes = b"", page: bytes = b"") -> dict[int, bytes]:
    """A file of one small page: catalog, pages, page, content, font."""
    return {
        CATALOG: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        PAGES: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> %s >>" % page,
        CONTENT: stream(words(text)),
        FONT: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }


def document(objects: Objects, *, version: str = "1.7", trailer: bytes = b"", head: bytes = b"") -> bytes:
    """A whole file with a cross-reference table; the catalog is object 1."""
    out = bytearray(b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n" % version.encode() + head)
    places = _write(out, objects)
    start = len(out)
    size = max(places) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        if number in places:
            out += b"%010d 00000 n \n" % places[number]
        else:
            out += b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def append(
    pdf: bytes,
    objects: Objects,
    *,
    trailer: bytes = b"",
    root: int | None = None,
    listed: Iterable[int] | None = None,
    also: Mapping[int, int] | None = None,
    free: Iterable[int] = (),
    end: bytes = b"%%EOF\n",
    prev: int | None = None,
    table: bool = True,
) -> bytes:
    """A revision on top.

    Args:
        pdf: the file.
        objects: the bodies of new and replaced objects.
        trailer: further entries of the trailer.
        root: number of the catalog, that of the file when None.
        listed: which of ``objects`` the new table names, all when None.
        also: further entries of the table, to any offset.
        free: objects that the table says are no more.
        end: what closes the file.
        prev: where the table before is, the last one's place when None.
        table: False writes the bodies alone.
    """
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = _write(out, objects)
    if not table:
        return bytes(out)
    wanted = set(places if listed is None else listed)
    entries = {number: b"%010d 00000 n \n" % places[number] for number in wanted}
    entries |= {number: b"%010d 00000 n \n" % offset for number, offset in (also or {}).items()}
    entries |= dict.fromkeys(free, b"0000000000 00001 f \n")
    start = len(out)
    out += b"xref\n" + b"".join(b"%d 1\n%s" % (number, entries[number]) for number in sorted(entries))
    highest: int = max([size_of(pdf) - 1, *places, *(also or {})])
    out += b"trailer\n<< /Size %d /Root %d 0 R /Prev %d %s >>\n" % (
        highest + 1, root or root_of(pdf), start_of(pdf) if prev is None else prev, trailer,
    )  # fmt: skip
    out += b"startxref\n%d\n%s" % (start, end)
    return bytes(out)


def _write(out: bytearray, objects: Objects) -> dict[int, int]:
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return places


def start_of(pdf: bytes) -> int:
    """Where the last cross references are."""
    return int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])


def size_of(pdf: bytes) -> int:
    """One more than the highest object number."""
    return max(int(one) for one in re.findall(rb"/Size (\d+)", pdf))


def root_of(pdf: bytes) -> int:
    """Number of the newest catalog."""
    return int(re.findall(rb"/Root (\d+)", pdf)[-1])


def place_of(pdf: bytes, number: int) -> int:
    """Where the newest body of an object begins."""
    return [one.start() for one in re.finditer(rb"(?<!\d)%d 0 obj" % number, pdf)][-1]


def body_of(pdf: bytes, number: int) -> bytes:
    """The newest body of an object, as it is written."""
    start = place_of(pdf, number)
    begin = start + len(b"%d 0 obj" % number)
    return pdf[begin : pdf.index(b"endobj", begin)].strip()


def with_entry(body: bytes, entry: bytes) -> bytes:
    """A dictionary's body with one entry more."""
    end = body.rindex(b">>")
    return body[:end] + entry + b" " + body[end:]
