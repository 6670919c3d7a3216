"""Files as other programs write them: packed objects, hybrids, linearized, tagged, archives, scans, drawings.

Knows the attacks' ``raw`` writer, and the writers of pyHanko, reportlab, Pillow, PDFium, Qt and cairo.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from signing.pdfium import ALONE
from tests.signing.attacks import raw
from tests.signing.attacks.raw import (
    CATALOG,
    CONTENT,
    PAGE,
    PAGES,
    Objects,
    append,
    document,
    page_objects,
    stream,
    words,
)
from tests.signing.attacks.workshop import text_form

_XMP = (
    b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
    b"xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' pdfaid:part='2' pdfaid:conformance='B'/></rdf:RDF></x:xmpmeta>"
    b"<?xpacket end='w'?>"
)


def packed(objects: Objects) -> bytes:
    """With a cross-reference stream."""
    plain = copy_into_new_writer(PdfFileReader(io.BytesIO(document(objects))))
    plain.stream_xrefs = True
    out = io.BytesIO()
    plain.write(out)
    return out.getvalue()


def packed_in_streams() -> bytes:
    """Font, pages and catalog in a packed stream of objects, as newer writers do it."""
    objects = page_objects()
    inside = {n: objects[n] for n in (CATALOG, PAGES, PAGE, raw.FONT)}
    out = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
    content_at = len(out)
    out += b"4 0 obj\n%s\nendobj\n" % objects[CONTENT]
    bodies, index = b"", b""
    for number, body in inside.items():
        index += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    group_at = len(out)
    out += b"6 0 obj\n%s\nendobj\n" % stream(
        index + bodies, b"/Type /ObjStm /N %d /First %d" % (len(inside), len(index))
    )
    start = len(out)
    places = {4: (1, content_at, 0), 6: (1, group_at, 0), 7: (1, start, 0)}
    places |= {number: (2, 6, i) for i, number in enumerate(inside)}
    rows = b"\0\0\0\0\0\0" + b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + bytes([rank]) for _, (kind, place, rank) in sorted(places.items())
    )
    out += b"7 0 obj\n%s\nendobj\n" % stream(rows, b"/Type /XRef /W [1 4 1] /Size 8 /Root 1 0 R")
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def hybrid() -> bytes:
    """A table for old readers and a stream beside it for new ones, as Word writes them."""
    objects = page_objects()
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    hidden = b"<< /Type /StructTreeRoot >>"
    group_at = len(out)
    out += b"6 0 obj\n%s\nendobj\n" % stream(b"8 0 " + hidden, b"/Type /ObjStm /N 1 /First 4")
    table = len(out)
    rows = b"\x01" + table.to_bytes(4, "big") + b"\0" + b"\x02\0\0\0\x06\0"
    xref_stream = stream(rows, b"/Type /XRef /W [1 4 1] /Index [7 2] /Size 9 /Root 1 0 R")
    out += b"7 0 obj\n%s\nendobj\n" % xref_stream
    start = len(out)
    out += b"xref\n0 9\n0000000000 65535 f \n"
    places[6] = group_at
    for number in range(1, 9):
        known = number in places
        out += b"%010d 00000 n \n" % places[number] if known else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size 9 /Root 1 0 R /XRefStm %d >>\nstartxref\n%d\n%%%%EOF\n" % (table, start)
    return bytes(out)


def linearized() -> bytes:
    """First page first: two tables, the one at the head points to the one at the end."""
    objects = page_objects()
    head = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    first, rest = (PAGE, CONTENT, raw.FONT, CATALOG), (PAGES,)
    hint = b"<< /Linearized 1 /L %010d /H [%010d 10] /O 3 /E %010d /N 1 /T %010d >>"
    length = first_at = end_first = main_at = 0
    out = bytearray()
    for _ in range(3):
        out = bytearray(head)
        places = {6: len(out)}
        out += b"6 0 obj\n%s\nendobj\n" % (hint % (length, first_at, end_first, main_at))
        first_at = len(out)
        table = b"xref\n1 1\n%010d 00000 n \n3 4\n" + b"%010d 00000 n \n" * 4
        room = len(table % ((0,) * 5))
        trailer = b"trailer\n<< /Size 7 /Root 1 0 R /Prev %010d >>\nstartxref\n0\n%%%%EOF\n" % main_at
        position = first_at + room + len(trailer)
        body = bytearray()
        for number in first:
            places[number] = position + len(body)
            body += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
        out += table % (places[1], places[3], places[4], places[5], places[6]) + trailer + body
        end_first = len(out)
        for number in rest:
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
        main_at = len(out)
        out += b"xref\n0 1\n0000000000 65535 f \n2 1\n%010d 00000 n \n" % places[PAGES]
        out += b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % first_at
        length = len(out)
    return bytes(out)


def many_pages(count: int = 40) -> bytes:
    """As many pages, in a tree of two levels, with inherited size and resources."""
    objects = {CATALOG: b"<< /Type /Catalog /Pages 2 0 R >>", raw.FONT: page_objects()[raw.FONT]}
    branches = []
    for branch in range(count // 10):
        kids = []
        for leaf in range(10):
            number = 100 + branch * 20 + leaf * 2
            kids.append(b"%d 0 R" % number)
            objects[number] = b"<< /Type /Page /Parent %d 0 R /Contents %d 0 R >>" % (10 + branch, number + 1)
            objects[number + 1] = stream(words(f"Trang {branch * 10 + leaf + 1}"))
        objects[10 + branch] = b"<< /Type /Pages /Parent 2 0 R /Count 10 /Kids [%s] >>" % b" ".join(kids)
        branches.append(b"%d 0 R" % (10 + branch))
    objects[PAGES] = (
        b"<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 300 200] /Resources << /Font << /F1 5 0 R >> >> >>"
        % (count, b" ".join(branches))
    )
    return document(objects)


def changed_before() -> bytes:
    """Saved three times before anybody signed."""
    once = append(document(page_objects("Nhap 1")), {CONTENT: stream(words("Nhap 2"))})
    return append(once, {CONTENT: stream(words("Chi 1.000.000 dong"))})


def archive() -> bytes:
    """PDF/A-2b by its own word: XMP, output intent, no transparency."""
    catalog = b"/Metadata 6 0 R /OutputIntents [<< /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) >>]"
    return document({**page_objects(catalog=catalog), 6: stream(_XMP, b"/Type /Metadata /Subtype /XML")})


def tagged() -> bytes:
    objects = page_objects(
        catalog=b"/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /Lang (vi-VN)", page=b"/StructParents 0"
    )
    objects[CONTENT] = stream(b"/P << /MCID 0 >> BDC " + words("Chi 1.000.000 dong") + b" EMC")
    objects[6] = b"<< /Type /StructTreeRoot /K 7 0 R /ParentTree << /Nums [0 [7 0 R]] >> >>"
    objects[7] = b"<< /Type /StructElem /S /P /P 6 0 R /Pg 3 0 R /K 0 >>"
    return document(objects)


def with_attachment() -> bytes:
    objects = page_objects(catalog=b"/Names << /EmbeddedFiles << /Names [(phu-luc.xml) 6 0 R] >> >>")
    objects[6] = b"<< /Type /Filespec /F (phu-luc.xml) /UF (phu-luc.xml) /EF << /F 7 0 R >> >>"
    objects[7] = stream(b"<?xml version='1.0'?><a>4 0 obj endobj</a>", b"/Type /EmbeddedFile")
    return document(objects)


def with_outline_and_links() -> bytes:
    objects = page_objects(
        catalog=b"/Outlines 6 0 R /PageMode /UseOutlines /OpenAction [3 0 R /Fit] "
        b"/PageLabels << /Nums [0 << /S /r >>] >>",
        page=b"/Annots [8 0 R]",
    )
    objects[6] = b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>"
    objects[7] = b"<< /Title (I) /Parent 6 0 R /Dest [3 0 R /Fit] >>"
    objects[8] = (
        b"<< /Type /Annot /Subtype /Link /Rect [20 20 80 40] /A << /S /URI /URI (https://example.invalid/) >> >>"
    )
    return document(objects)


def with_layers_all_on() -> bytes:
    objects = page_objects(catalog=b"/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] /Order [6 0 R] >> >>")
    objects[PAGE] = objects[PAGE].replace(b"/Font <<", b"/Properties << /A 6 0 R >> /Font <<")
    objects[CONTENT] = stream(b"/OC /A BDC " + words("Chi 1.000.000 dong") + b" EMC")
    objects[6] = b"<< /Type /OCG /Name (A) >>"
    return document(objects)


def with_boxes_to_tick() -> bytes:
    """A form with a box that is ticked."""
    objects = page_objects(catalog=b"/AcroForm << /Fields [7 0 R] >>", page=b"/Annots [7 0 R]")
    objects[7] = (
        b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (DongY) /V /Co /AS /Co /F 4 /P 3 0 R /Rect [30 60 50 80] "
        b"/AP << /N << /Co 8 0 R /Off 9 0 R >> >> >>"
    )
    box = b"/Type /XObject /Subtype /Form /BBox [0 0 20 20]"
    objects[8] = stream(b"2 2 16 16 re S 2 2 m 18 18 l S", box)
    objects[9] = stream(b"2 2 16 16 re S", box)
    return document(objects)


def turned() -> bytes:
    return document(page_objects(page=b"/Rotate 90 /CropBox [10 10 290 190]"))


def in_pieces() -> bytes:
    """The content in three streams, numbers with gaps, lines ended as Windows does."""
    objects = page_objects()
    objects[PAGE] = objects[PAGE].replace(b"/Contents 4 0 R", b"/Contents [20 0 R 30 0 R 40 0 R]")
    objects |= {20: stream(b"q"), 30: stream(words("Chi 1.000.000 dong")), 40: stream(b"Q")}
    del objects[CONTENT]
    return document(objects, head=b"% Written by a program of long ago\r\n")


def reportlab_page() -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.drawString(80, 700, "Chi 1.000.000 dong")
    page.bookmarkPage("a")
    page.addOutlineEntry("A", "a")
    page.save()
    return out.getvalue()


def reportlab_form() -> bytes:
    out = io.BytesIO()
    page = Canvas(out, pagesize=A4, invariant=1)
    page.drawString(80, 700, "Chi 1.000.000 dong")
    page.acroForm.textfield(name="Ten", x=80, y=600, width=200, height=20, value="Hoa")
    page.acroForm.checkbox(name="DongY", x=80, y=560, checked=True)
    page.save()
    return out.getvalue()


def scan() -> bytes:
    """A picture for a page, as scanners give it."""
    picture = Image.new("RGB", (620, 877), "white")
    pen = ImageDraw.Draw(picture)
    for row in range(20):
        pen.rectangle((80, 80 + row * 30, 500 - row * 7, 90 + row * 30), fill=(30, 30, 30))
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=75.0)
    return out.getvalue()


def scan_of_pages() -> bytes:
    pictures = [Image.new("L", (310, 438), 250 - shade) for shade in (0, 40, 80)]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=37.0)
    return out.getvalue()


def by_pdfium() -> bytes:
    """Written anew by PDFium."""
    out = io.BytesIO()
    with ALONE, pypdfium2.PdfDocument(document(page_objects())) as opened:
        opened.save(out)
    return out.getvalue()


def by_qt() -> bytes:
    """Printed by Qt."""
    _ = QApplication.instance() or QApplication([])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(1000, 1000, "Chi 1.000.000 đồng")
    painter.end()
    return bytes(buffer.data().data())


def by_cairo(folder: Path) -> bytes:
    """Drawn anew by poppler through cairo."""
    (folder / "in.pdf").write_bytes(reportlab_page())
    subprocess.run(["pdftocairo", "-pdf", "in.pdf", "cairo.pdf"], cwd=folder, check=True)
    return (folder / "cairo.pdf").read_bytes()


def by_poppler(folder: Path) -> bytes:
    """Two files joined by poppler."""
    (folder / "one.pdf").write_bytes(reportlab_page())
    (folder / "two.pdf").write_bytes(scan())
    subprocess.run(["pdfunite", "one.pdf", "two.pdf", "both.pdf"], cwd=folder, check=True)
    return (folder / "both.pdf").read_bytes()


def _of_version(version: str) -> Callable[[], bytes]:
    return lambda: document(page_objects(), version=version)


DRAWN: Mapping[str, Callable[[], bytes]] = {
    **{f"version-{one}": _of_version(one) for one in ("1.3", "1.4", "1.5", "1.6", "1.7", "2.0")},
    "packed": lambda: packed(page_objects()),
    "packed-in-streams": packed_in_streams,
    "hybrid": hybrid,
    "linearized": linearized,
    "many-pages": many_pages,
    "changed-before": changed_before,
    "archive": archive,
    "tagged": tagged,
    "attachment": with_attachment,
    "outline": with_outline_and_links,
    "layers-on": with_layers_all_on,
    "ticked": with_boxes_to_tick,
    "form": text_form,
    "turned": turned,
    "in-pieces": in_pieces,
    "reportlab": reportlab_page,
    "reportlab-form": reportlab_form,
    "scan": scan,
    "scan-of-pages": scan_of_pages,
    "pdfium": by_pdfium,
    "qt": by_qt,
}
"""Unsigned files, by the way they are made."""

BY_TOOLS: Mapping[str, Callable[[Path], bytes]] = {"cairo": by_cairo, "poppler": by_poppler}
