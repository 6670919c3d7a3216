"""A signature's letters and lines as a picture, for looking at before it is signed. Knows ``appearance`` and PDFium.

The very drawing that will be signed, on a page of just its size, so that what is seen is what will stand there.
"""

from __future__ import annotations

import io

import signing.whole_pyhanko  # noqa: F401 - first

import pypdfium2
from pyhanko.pdf_utils import generic, layout
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from .appearance import Appearance, DrawnStyle
from .pdfium import ALONE

_SCALE = 3  # 216 dots per inch: sharp on a screen at 200 %


def picture_of(appearance: Appearance) -> bytes | None:
    """PNG with a clear ground; None for an appearance that shows nothing."""
    if appearance.place is None:
        return None
    left, bottom, right, top = appearance.place.rect
    width, height = right - left, top - bottom
    writer = PdfFileWriter()
    style = DrawnStyle(image=appearance.image, lines=appearance.lines, arrival=appearance.arrival)
    stamp = style.create_stamp(writer, layout.BoxConstraints(width=width, height=height), {})
    form = writer.add_object(stamp.as_form_xobject())
    resources = generic.DictionaryObject({pdf_name("/XObject"): generic.DictionaryObject({pdf_name("/S"): form})})
    content = writer.add_object(generic.StreamObject(stream_data=b"/S Do"))
    box = generic.ArrayObject([generic.FloatObject(f"{one:.2f}") for one in (0, 0, width, height)])
    writer.insert_page(PageObject(contents=content, media_box=box, resources=resources))
    out = io.BytesIO()
    writer.write(out)
    return _rendered(out.getvalue())


def _rendered(pdf: bytes) -> bytes:
    out = io.BytesIO()
    with ALONE, pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        try:
            bitmap = page.render(scale=_SCALE, fill_color=(255, 255, 255, 0), maybe_alpha=True)
            bitmap.to_pil().convert("RGBA").save(out, "PNG")
        finally:
            page.close()
    return out.getvalue()
