"""How a signature looks on the page (Decree 30/2020, Annex I).

The leader's handwriting and the agency's stamp are transparent PNG pictures; a copy's or an attachment's signature
is text, upright, black, 10 points. Knows ``lettering``, ``place`` and pyHanko's stamps.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

from PIL import Image, UnidentifiedImageError
from pyhanko.pdf_utils import content, layout
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStampStyle
from pyhanko.stamp.base import BaseStamp

from .lettering import Lettering, Run
from .page_text import Rect
from .place import Place
from .problems import PdfUnreadable
from .zone import VIETNAM

_NOTE_SIZE = 10.0
_NOTE_STEP = 12.5


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a signature shows, and where.

    Attributes:
        place: page and rectangle, None for a signature that shows nothing.
        image: a PNG with transparency, drawn in proportion in the middle of the place.
        lines: text instead of a picture, right-aligned.
    """

    place: Place | None
    image: bytes | None = None
    lines: tuple[str, ...] = ()

    @property
    def fitted(self) -> Rect | None:
        """The rectangle that the picture really takes: the place, shrunk to the picture's proportions."""
        if self.place is None:
            return None
        if self.image is None:
            return self.place.rect
        width, height = _open(self.image).size
        left, bottom, right, top = self.place.rect
        scale = min((right - left) / width, (top - bottom) / height)
        x, y = (left + right) / 2, (bottom + top) / 2
        return (x - width * scale / 2, y - height * scale / 2, x + width * scale / 2, y + height * scale / 2)


INVISIBLE = Appearance(None)


def attachment_lines(notation: str, at: datetime) -> tuple[str, ...]:
    """An attachment in its own file: number and notation, then the signing time (Annex I)."""
    return (notation, vietnam_time(at))


def copy_lines(kind: str, agency: str, at: datetime) -> tuple[str, ...]:
    """A copy: SAO Y, SAO LỤC or TRÍCH SAO, the copying agency, the time (Annex I)."""
    return (f"{kind}; {agency}", vietnam_time(at))


def vietnam_time(at: datetime) -> str:
    """Date, hours, minutes and seconds in Vietnam's zone, ISO 8601."""
    return at.astimezone(VIETNAM).isoformat(timespec="seconds")


def trimmed(image: bytes) -> bytes:
    """The picture without its empty border, so that rules about its size speak of the ink."""
    picture = _open(image).convert("RGBA")
    box = picture.getchannel("A").point([0] * 9 + [255] * 247).getbbox()
    if box is None or box == (0, 0, *picture.size):
        return image
    out = io.BytesIO()
    picture.crop(box).save(out, "PNG")
    return out.getvalue()


def _open(image: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(image))
    except (UnidentifiedImageError, OSError) as error:
        raise PdfUnreadable("the picture of the signature cannot be read") from error


@dataclass(frozen=True)
class DrawnStyle(BaseStampStyle):
    """pyHanko's way to draw an ``Appearance``."""

    border_width: int = 0
    image: bytes | None = None
    lines: tuple[str, ...] = ()

    def create_stamp(self, writer: BasePdfFileWriter, box: layout.BoxConstraints, text_params: dict) -> BaseStamp:
        """Called by pyHanko when it writes the widget."""
        return _Drawn(writer, self, box)


class _Drawn(BaseStamp):
    def _render_inner_content(self) -> list[bytes]:
        style: DrawnStyle = self.style
        width, height = self.box.width, self.box.height
        if style.image is not None:
            return [self._picture(style.image, width, height)]
        return self._text(style.lines, width, height)

    def _picture(self, image: bytes, width: float, height: float) -> bytes:
        picture = _open(image)
        if picture.mode not in ("RGB", "RGBA", "L", "LA"):
            picture = picture.convert("RGBA")
        drawn = PdfImage(picture, writer=self._ensure_writer)
        operators = drawn.render()
        self.import_resources(drawn.resources)
        box_width, box_height = drawn.box.width, drawn.box.height
        return b"q %.5f 0 0 %.5f 0 0 cm %s Q" % (width / box_width, height / box_height, operators)

    def _text(self, lines: tuple[str, ...], width: float, height: float) -> list[bytes]:
        face = Lettering(writer=self._ensure_writer)
        drawn: list[bytes] = []
        for i, line in enumerate(lines):
            size = min(_NOTE_SIZE, _NOTE_SIZE * (width - 2) / max(face.width(line, _NOTE_SIZE), 1))
            x = width - 1 - face.width(line, size)
            drawn.append(face.draw(Run(line, x, height - _NOTE_SIZE - i * _NOTE_STEP, size)))
        self.set_resource(content.ResourceType.FONT, pdf_name("/" + face.resource_name), face.finish())
        return drawn


def style_for(appearance: Appearance) -> DrawnStyle:
    """The drawing of an appearance."""
    return DrawnStyle(image=appearance.image, lines=appearance.lines)
