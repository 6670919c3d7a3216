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
from typing import Any

from fontTools.ttLib import TTFont
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.writer import BasePdfFileWriter

_UPRIGHT = "signing-serif.ttf"
_ITALIC = "signing-serif-italic.ttf"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with the start of its baseline, in points."""

    text: str
    x: float
    y: float
    size: float
    italic: bool = False

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


class Lettering:
    """One typeface within one PDF being written (or without a writer, for measuring only)."""

    def __init__(self, *, italic: bool = False, writer: BasePdfFileWriter | None = None) -> None:
        self._name = _ITALIC if italic else _UPRIGHT
        self.resource_name = "TNI" if italic else "TNS"
        self._glyphs = None
        if writer is not None:
            # The accumulator's size must equal the drawn size only for kerning, which this face has none of.
            self._glyphs = GlyphAccumulator(writer, io.BytesIO(_face(self._name)), font_size=1000)

    def width(self, text: str, size: float) -> float:
        """Width of the text in points."""
        cmap, advances = _advances(self._name)
        composed = unicodedata.normalize("NFC", text)
        return sum(advances[cmap.get(ord(x), ".notdef")] for x in composed) * size / 1000

    def draw(self, run: Run) -> bytes:
        """The operators that show a run, black."""
        assert self._glyphs is not None, "made for measuring only"
        shaped = self._glyphs.shape(unicodedata.normalize("NFC", run.text), with_actual_text=False)
        return b"q BT 0 g /%s %.2f Tf 1 0 0 1 %.3f %.3f Tm %s ET Q" % (
            self.resource_name.encode(),
            run.size,
            run.x,
            run.y,
            shaped.graphics_ops,
        )

    def finish(self) -> generic.PdfObject:
        """Embeds the letters used and gives the font's reference."""
        assert self._glyphs is not None, "made for measuring only"
        self._glyphs.prepare_write()
        return self._glyphs.as_resource()
