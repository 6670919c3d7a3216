"""Text drawn with the signing typeface: the slim serif of ``resources/fonts``, 1000 units per em.

pyHanko misplaces the letters of faces with 2048 units; ours have 1000 and no layout tables, and each text is
composed (NFC), so that one letter is one glyph. Knows pyHanko's font embedding alone.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from fontTools.ttLib import TTFont
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.writer import BasePdfFileWriter, PdfFileWriter

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
_UPRIGHT = "signing-serif.ttf"
_ITALIC = "signing-serif-italic.ttf"
_FIGURES = "0123456789"  # embedded always: numbers and dates differ from file to file, and the letters shall not


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with the start of its baseline, in points.

    Attributes:
        colour: red, green and blue, 0 to 1.
        stroke: width of a line drawn around each letter, as a part of the size: what makes an upright face bold.
    """

    text: str
    x: float
    y: float
    size: float
    italic: bool = False
    colour: Colour = BLACK
    stroke: float = 0.0

    def moved(self, dx: float, dy: float) -> Run:
        """The same run elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@lru_cache(maxsize=2)
def _face(name: str) -> bytes:
    return files("resources").joinpath("fonts", name).read_bytes()


@lru_cache(maxsize=2)
def _advances(name: str) -> tuple[dict[int, str], dict[str, int]]:
    font: Any
    with TTFont(io.BytesIO(_face(name)), lazy=True) as font:
        advances = {glyph: width for glyph, (width, _) in font["hmtx"].metrics.items()}
        return dict(font.getBestCmap()), advances


@lru_cache(maxsize=2)
def _glyph_ids(name: str) -> dict[str, int]:
    """The glyph of each letter that is drawn by one, whatever stands beside it."""
    font: Any
    with TTFont(io.BytesIO(_face(name)), lazy=True) as font:
        found = {chr(code): int(font.getGlyphID(glyph)) for code, glyph in font.getBestCmap().items()}
    return {x: glyph for x, glyph in found.items() if x.isprintable() and not unicodedata.combining(x)}


def _accumulator(name: str, writer: BasePdfFileWriter) -> GlyphAccumulator:
    # The size of what is drawn is said before it is.
    return GlyphAccumulator(writer, io.BytesIO(_face(name)), font_size=1000)


@lru_cache(maxsize=64)
def _cut(name: str, letters: str) -> generic.IndirectObject:
    """The face cut down to these letters, in a file of its own; never written to again.

    To cut it takes longer than to sign, and the files of a batch need the same letters.
    """
    aside = PdfFileWriter()
    glyphs = _accumulator(name, aside)
    glyphs.shape(letters, with_actual_text=False)
    glyphs.prepare_write()
    return glyphs.as_resource()


def _copied(one: generic.PdfObject, writer: BasePdfFileWriter) -> generic.PdfObject:
    """The same in another file, with all that it refers to; pyHanko copies only what was read from a file."""
    if isinstance(one, generic.IndirectObject):
        return writer.add_object(_copied(one.get_object(), writer))
    if isinstance(one, generic.DictionaryObject):
        entries = {pdf_name(key): _copied(one.raw_get(key), writer) for key in one}
        if isinstance(one, generic.StreamObject):
            return generic.StreamObject(entries, encoded_data=one.encoded_data)
        return generic.DictionaryObject(entries)
    if isinstance(one, generic.ArrayObject):
        return generic.ArrayObject(_copied(one.raw_get(at), writer) for at in range(len(one)))
    return one


class Lettering:
    """One typeface within one PDF being written (or without a writer, for measuring only)."""

    def __init__(self, *, italic: bool = False, writer: BasePdfFileWriter | None = None) -> None:
        self._name = _ITALIC if italic else _UPRIGHT
        self.resource_name = "TNI" if italic else "TNS"
        self._writer = writer
        self._drawn: list[str] = []
        self._glyphs: GlyphAccumulator | None = None

    def width(self, text: str, size: float) -> float:
        """Width of the text in points."""
        cmap, advances = _advances(self._name)
        composed = unicodedata.normalize("NFC", text)
        return sum(advances[cmap.get(ord(x), ".notdef")] for x in composed) * size / 1000

    def draw(self, run: Run) -> bytes:
        """The operators that show a run."""
        return b"q BT %s /%s %.2f Tf 1 0 0 1 %.3f %.3f Tm %s ET Q" % (
            _ink(run),
            self.resource_name.encode(),
            run.size,
            run.x,
            run.y,
            self._shown(unicodedata.normalize("NFC", run.text), run.size),
        )

    def _shown(self, text: str, size: float) -> bytes:
        assert self._writer is not None, "made for measuring only"
        self._drawn.append(text)
        glyphs = [_glyph_ids(self._name).get(letter) for letter in text]
        if None not in glyphs:
            return b"<%s> Tj" % b"".join(b"%04x" % glyph for glyph in glyphs)
        # A letter that this face has in parts alone, or not at all, or that is not to be seen.
        self._glyphs = self._glyphs or _accumulator(self._name, self._writer)
        # A mark over a letter is put there by points, as the letters after it are.
        self._glyphs.font_size = size  # type: ignore[assignment]
        return self._glyphs.shape(text, with_actual_text=False).graphics_ops

    def finish(self) -> generic.PdfObject:
        """Embeds the letters used and gives the font's reference."""
        assert self._writer is not None, "made for measuring only"
        if self._glyphs is None:
            letters = "".join(sorted({*_FIGURES, *"".join(self._drawn)}))
            return _copied(_cut(self._name, letters), self._writer)
        for text in self._drawn:
            self._glyphs.shape(text, with_actual_text=False)
        self._glyphs.prepare_write()
        return self._glyphs.as_resource()


def _ink(run: Run) -> bytes:
    """The operators for a run's colour and weight."""
    fill = b"0 g" if run.colour == BLACK else b"%.3f %.3f %.3f rg" % run.colour
    if run.stroke <= 0:
        return fill
    return fill + b" %.3f %.3f %.3f RG %.3f w 2 Tr" % (*run.colour, run.stroke * run.size)


# -- breaking lines ----------------------------------------------------------------------------------------------


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in lines no wider than ``width`` points, broken at spaces; a word too long for a line is cut."""
    face = Lettering()
    lines: list[str] = []
    line = ""
    for word in unicodedata.normalize("NFC", text).split():
        longer = f"{line} {word}" if line else word
        if face.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while face.width(line, size) > width and len(line) > 1:
            ends = accumulate(face.width(letter, size) for letter in line)
            fits = max(1, sum(1 for end in ends if end <= width))
            lines.append(line[:fits])
            line = line[fits:]
    return (*lines, line) if line else tuple(lines)


def fitted(
    text: str, width: float, most_lines: int, size: float, smallest: float = 4.0
) -> tuple[tuple[str, ...], float]:
    """The text in at most so many lines, in the largest type that allows it.

    Returns the lines and the size in points, ``size`` at most; at ``smallest`` what is still too long is cut off with
    an ellipsis, so that nothing ever runs over an edge.
    """
    while True:
        lines = wrapped(text, width, size)
        if len(lines) <= most_lines:
            return lines, size
        if size - 0.5 < smallest:
            break
        size -= 0.5
    face, last = Lettering(), lines[most_lines - 1]
    while last and face.width(last + "…", size) > width:
        last = last[:-1]
    return (*lines[: most_lines - 1], last.rstrip() + "…"), size
