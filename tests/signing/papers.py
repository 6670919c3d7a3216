"""The same drawing on papers that are stored in other ways: turned, cut, in larger units."""

from __future__ import annotations

import io
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from signing.page_shape import PageShape

LETTER = (612.0, 792.0)


def stored(pdf: bytes, *, turn: int = 0, cut: tuple[float, float] = (0.0, 0.0), unit: float = 1.0) -> bytes:
    """A file that is shown exactly as ``pdf`` is, and stored otherwise.

    Args:
        turn: /Rotate.
        cut: how much of the sheet lies outside the /CropBox, at the left and below (and as much on the other sides).
        unit: /UserUnit.
    """
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf), strict=False))
    root: Any = writer.root
    for number in range(int(root["/Pages"]["/Count"])):
        page: Any = writer.find_page_for_modification(number)[0].get_object()
        width, height = (float(x) / unit for x in list(page["/MediaBox"])[2:])
        sides = (width, height) if turn % 180 == 0 else (height, width)
        left, bottom = cut
        shape = PageShape((left, bottom, left + sides[0], bottom + sides[1]), turn, unit)
        zero, one, up = shape.own(0, 0), shape.own(1 / unit, 0), shape.own(0, 1 / unit)
        matrix = (one[0] - zero[0], one[1] - zero[1], up[0] - zero[0], up[1] - zero[1], *zero)
        before = b"q " + b" ".join(b"%.6f" % x for x in matrix) + b" cm"
        for data, prepend in ((before, True), (b"Q", False)):
            stream = writer.add_object(generic.StreamObject(stream_data=data))
            writer.add_stream_to_page(number, stream, prepend=prepend)
        sheet = (0.0, 0.0, sides[0] + 2 * left, sides[1] + 2 * bottom)
        page["/MediaBox"] = _box(sheet)
        if cut != (0.0, 0.0):
            page["/CropBox"] = _box(shape.box)
        page["/Rotate"] = generic.NumberObject(turn)
        if unit != 1.0:
            page["/UserUnit"] = generic.FloatObject(f"{unit:g}")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _box(rect: tuple[float, float, float, float]) -> generic.ArrayObject:
    return generic.ArrayObject([generic.FloatObject(f"{x:.2f}") for x in rect])
