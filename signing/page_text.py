"""The text of a PDF page with the place of each letter, for finding lines and names.

Knows pypdfium2, ``pdfium`` and ``page_shape``. Rectangles are (left, bottom, right, top) in page units from the lower
left corner of the page as it is shown, upright: a page that is stored turned or cut reads as a person sees it.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium_c

from .page_shape import PageShape, Rect, ordered
from .pdfium import ALONE
from .problems import PdfEncrypted, PdfUnreadable

_SAME_LINE = 0.35  # baselines that differ by less than this part of the letter height are one line
_SPACE_GAP = 0.18  # an empty stretch wider than this part of the letter height reads as a space


class Letter(NamedTuple):
    """One letter on the page: its text, box edges, baseline and type. A tuple, for a page has thousands."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    baseline: float
    size: float
    italic: bool
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Letters on one baseline, left to right; ``text`` is NFC and ``index[i]`` is the letter behind ``text[i]``."""

    page: int
    letters: tuple[Letter, ...]
    text: str
    index: tuple[int, ...]

    @property
    def baseline(self) -> float:
        """Height of the baseline above the page's lower edge, in points."""
        return self.letters[0].baseline

    @property
    def size(self) -> float:
        """Type size in points: the largest on the line."""
        return max([letter.size for letter in self.letters])

    def letter(self, position: int) -> Letter:
        """The letter behind the character at ``position`` of ``text``."""
        return self.letters[self.index[position]]

    def rect(self, start: int, end: int) -> Rect:
        """The box around ``text[start:end]``."""
        part = [self.letters[i] for i in self.index[start:end]]
        return (
            min([x.left for x in part]),
            min([x.bottom for x in part]),
            max([x.right for x in part]),
            max([x.top for x in part]),
        )


@contextmanager
def open_document(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Opens a PDF for reading, and closes it. Nobody else is in PDFium meanwhile.

    Raises:
        PdfEncrypted: it needs a password.
        PdfUnreadable: it is no PDF.
    """
    with ALONE:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD or "password" in str(error).lower():
                raise PdfEncrypted from error
            raise PdfUnreadable(str(error)) from error
        with document:
            yield document


def page_lines(document: pypdfium2.PdfDocument, page_number: int, *, above: float = -math.inf) -> list[Line]:
    """The lines of one page (0-based), from the top down. Empty for a page that holds only a picture.

    Args:
        document: the file.
        page_number: the page.
        above: only lines whose baselines stand higher than this.
    """
    page = document[page_number]
    try:
        shape = seen_shape(page)
        text_page = page.get_textpage()
        try:
            letters = _letters(text_page, shape, above)
        finally:
            text_page.close()
    finally:
        page.close()
    return [_line(page_number, group) for group in _by_baseline(letters)]


def seen_shape(page: pypdfium2.PdfPage) -> PageShape:
    """What is shown of an open page; its unit, which pdfium does not tell, is left at 1."""
    box = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDF_GetPageBoundingBox(page.raw, box):
        return PageShape((0.0, 0.0, *page.get_size()))
    return PageShape(ordered((box.left, box.bottom), (box.right, box.top)), page.get_rotation() % 360)


def _letters(text_page: pypdfium2.PdfTextPage, shape: PageShape, above: float) -> list[Letter]:
    raw = text_page.raw
    types: dict[int, _Type] = {}
    count = text_page.count_chars()
    letters: list[Letter] = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    loose = pdfium_c.FS_RECTF()
    for i in range(count):
        code = pdfium_c.FPDFText_GetUnicode(raw, i)
        if pdfium_c.FPDFText_IsGenerated(raw, i) == 1 or code in (0, 10, 13, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
            continue
        pdfium_c.FPDFText_GetCharOrigin(raw, i, x, y)
        start, baseline = shape.seen(x.value, y.value)
        if baseline <= above:
            continue
        pdfium_c.FPDFText_GetCharBox(raw, i, left, right, bottom, top)
        pdfium_c.FPDFText_GetLooseCharBox(raw, i, loose)
        size, italic, bold = _type(raw, i, types)
        inked = left.value != right.value or bottom.value != top.value
        tight = shape.seen_rect((left.value, bottom.value, right.value, top.value))
        wide = shape.seen_rect((loose.left, loose.bottom, loose.right, loose.top))
        if shape.turn:
            # pdfium's loose boxes know upright text only: the ink, from where the pen was set down.
            wide = (start, tight[1], max(tight[2], start) if inked else start, tight[3])
        letters.append(
            Letter(
                text=chr(code),
                left=wide[0],
                right=wide[2],
                bottom=tight[1] if inked else baseline,
                top=tight[3] if inked else baseline + size * 0.7,
                baseline=baseline,
                size=size,
                italic=italic,
                bold=bold,
            )
        )
    return letters


_Type = tuple[float, bool, bool]
"""Size, and whether it is italic and bold."""


def _type(raw: Any, i: int, known: dict[int, _Type]) -> _Type:
    """The type of a letter: the same for all letters of one text object, so asked once for each."""
    text_object = ctypes.c_void_p.from_buffer(pdfium_c.FPDFText_GetTextObject(raw, i)).value
    if text_object is None:
        return _type_of(raw, i)
    if text_object not in known:
        known[text_object] = _type_of(raw, i)
    return known[text_object]


def _type_of(raw: Any, i: int) -> _Type:
    name = _font_name(raw, i)
    return _size(raw, i), "italic" in name or "oblique" in name, "bold" in name


def _size(raw: Any, i: int) -> float:
    """Type size as it stands on the page: the font's size times the text matrix."""
    matrix = pdfium_c.FS_MATRIX()
    size = float(pdfium_c.FPDFText_GetFontSize(raw, i))
    if pdfium_c.FPDFText_GetMatrix(raw, i, matrix):
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        if scale > 0:
            size *= scale
    return size or 1.0


def _font_name(raw: Any, i: int) -> str:
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(raw, i, None, 0, flags)
    if not length:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFText_GetFontInfo(raw, i, buffer, length, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    return name + (" italic" if flags.value & 0x40 else "")


def _by_baseline(letters: Sequence[Letter]) -> list[list[Letter]]:
    groups: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.baseline):
        if groups and abs(groups[-1][0].baseline - letter.baseline) <= _SAME_LINE * min(
            groups[-1][0].size, letter.size
        ):
            groups[-1].append(letter)
        else:
            groups.append([letter])
    return groups


def _line(page_number: int, group: list[Letter]) -> Line:
    group.sort(key=lambda one: one.left)
    text: list[str] = []
    index: list[int] = []
    previous: Letter | None = None
    for i, letter in enumerate(group):
        blank = letter.text.isspace() or letter.text == "\xa0"
        wide = previous is not None and letter.left - previous.right > _SPACE_GAP * letter.size
        if wide and text and text[-1] != " " and not blank:
            text.append(" ")
            index.append(i)
        for part in " " if blank else letter.text:
            text.append(part)
            index.append(i)
        previous = letter
    return _composed(page_number, tuple(group), text, index)


def _composed(page_number: int, group: tuple[Letter, ...], text: list[str], index: list[int]) -> Line:
    """Joins base letters and combining marks (NFC) while keeping which letter is behind each character."""
    if unicodedata.is_normalized("NFC", whole := "".join(text)):
        return Line(page_number, group, whole, tuple(index))
    out: list[str] = []
    out_index: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end][0]):
            end += 1
        composed = unicodedata.normalize("NFC", "".join(text[start:end]))
        out.extend(composed)
        out_index.extend([index[start]] * len(composed))
        start = end
    return Line(page_number, group, "".join(out), tuple(out_index))
