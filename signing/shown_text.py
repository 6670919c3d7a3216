"""What a field's picture says to the eye: its words, whether anything else is drawn, whether the letters are honest.

A font can say "1" and draw "9", and lines can be drawn over words. Knows PDFium, the signing typeface and pyHanko's
writer, which takes the picture out into a page of its own.
"""

from __future__ import annotations

import ctypes
import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageChops
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from . import documents
from .page_shape import AGAINST
from .pdfium import ALONE

_FACES = ("signing-serif.ttf", "signing-serif-italic.ttf")
_SCALE = 3.0
_LARGEST = 1500.0  # points; a field's picture is smaller than this
_LIGHT = 200  # of 255: words lighter than this are there for programs, not for readers
_DIFFERS = 110  # of 255: more than a letter's edge shifted by a part of a pixel
_STRAY = 0.02  # of the letters' own ink


@dataclass(frozen=True)
class Letter:
    """A letter with the start of its baseline, in the picture's points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Shown:
    """What is seen.

    Attributes:
        text: the words.
        letters: each of them.
        other_ink: whether there are images or lines that could say something else.
        page: the picture as a file of one page.
    """

    text: str
    letters: tuple[Letter, ...]
    other_ink: bool
    page: bytes


def shown(picture: generic.StreamObject, turn: int = 0) -> Shown | None:
    """What the picture (a form XObject) says; None when it cannot be drawn.

    Args:
        picture: a widget's appearance.
        turn: how far the page under it is shown turned: what merely stands against that is upright.
    """
    page = _as_page(picture, turn)
    if page is None:
        return None
    try:
        with ALONE, pypdfium2.PdfDocument(page) as document:
            opened = document[0]
            words = opened.get_textpage()
            return Shown(words.get_text_range(), tuple(_letters(words)), _other_ink(opened), page)
    except pypdfium2.PdfiumError:
        return None


def honest(found: Shown) -> bool:
    """Whether the letters look as our own type draws the same words at the same places."""
    if found.other_ink:
        return False
    with ALONE:
        drawn = _drawn(found.page)
        return any(_alike(drawn, _typeset(found, face)) for face in _FACES)


def _as_page(picture: generic.StreamObject, turn: int) -> bytes | None:
    try:
        left, bottom, right, top = (float(x) for x in picture["/BBox"])
        if not (0 < right - left < _LARGEST and 0 < top - bottom < _LARGEST):
            return None
        writer = PdfFileWriter()
        inner: Any = writer.import_object(picture)
        matrix = [float(x) for x in documents.entry(picture, "/Matrix", ())]
        if turn and matrix == [*AGAINST[turn], 0, 0]:
            del inner["/Matrix"]
        reference = writer.add_object(inner)
        resources = generic.DictionaryObject(
            {pdf_name("/XObject"): generic.DictionaryObject({pdf_name("/X"): reference})}
        )
        content = writer.add_object(generic.StreamObject(stream_data=b"q /X Do Q"))
        writer.insert_page(PageObject(content, (left, bottom, right, top), resources))  # type: ignore[arg-type]
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _letters(words: pypdfium2.PdfTextPage) -> list[Letter]:
    found: list[Letter] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(min(words.count_chars(), 2000)):
        code = pdfium_c.FPDFText_GetUnicode(words.raw, i)
        if code <= 32 or pdfium_c.FPDFText_IsGenerated(words.raw, i) == 1:
            continue
        pdfium_c.FPDFText_GetCharOrigin(words.raw, i, x, y)
        found.append(Letter(chr(code), x.value, y.value, pdfium_c.FPDFText_GetFontSize(words.raw, i)))
    return found


def _other_ink(page: pypdfium2.PdfPage) -> bool:
    """Images and shadings anywhere, lines and sheets on top of words, and words that the eye does not see."""
    seen_text = False
    one: Any
    for one in page.get_objects(max_depth=8):
        if one.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            seen_text = True
            if pdfium_c.FPDFTextObj_GetTextRenderMode(one.raw) not in (0, 1, 2) or _pale(one):
                return True
        elif one.type == pdfium_c.FPDF_PAGEOBJ_PATH:
            if seen_text:
                return True
        elif one.type != pdfium_c.FPDF_PAGEOBJ_FORM:
            return True
    return False


def _pale(one: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetFillColor(one.raw, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) > _LIGHT or alpha.value < 128


# -- our own type ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def _face(name: str) -> bytes:
    return files("resources").joinpath("fonts", name).read_bytes()


def _typeset(found: Shown, face: str) -> Image.Image:
    """The same letters at the same places, in our own type: a picture as ``_drawn`` makes it."""
    with pypdfium2.PdfDocument(found.page) as model:
        box: Any = model[0].get_mediabox()
    document = pypdfium2.PdfDocument.new()
    try:
        page = document.new_page(box[2] - box[0], box[3] - box[1])
        page.set_mediabox(*box)
        data = _face(face)
        held = (ctypes.c_uint8 * len(data)).from_buffer_copy(data)
        font = pdfium_c.FPDFText_LoadFont(document.raw, held, len(data), pdfium_c.FPDF_FONT_TRUETYPE, True)
        for letter in found.letters:
            text = pdfium_c.FPDFPageObj_CreateTextObj(document.raw, font, letter.size)
            encoded = (letter.text + "\0").encode("utf-16-le")
            wide = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
            pdfium_c.FPDFText_SetText(text, wide)
            pdfium_c.FPDFPageObj_Transform(text, 1, 0, 0, 1, letter.x, letter.y)
            pdfium_c.FPDFPage_InsertObject(page.raw, text)
        page.gen_content()
        picture = page.render(scale=_SCALE).to_pil().convert("L")  # type: ignore[arg-type]
        pdfium_c.FPDFFont_Close(font)
        return picture
    finally:
        document.close()


def _drawn(page: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(page) as document:
        return document[0].render(scale=_SCALE).to_pil().convert("L")  # type: ignore[arg-type]


def _alike(first: Image.Image, second: Image.Image) -> bool:
    if first.size != second.size:
        return False
    stray = sum(ImageChops.difference(first, second).histogram()[_DIFFERS:])
    ink = sum(second.histogram()[: 255 - _DIFFERS])
    return stray <= max(3, ink * _STRAY)
