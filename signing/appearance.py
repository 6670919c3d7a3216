"""How a signature looks on the page (Decree 30/2020, Annex I).

The leader's handwriting and the agency's stamp are transparent PNG pictures; a copy's or an attachment's signature
is text, upright, black, 10 points; the organ's confirmation of what came in is its arrival mark. Knows ``lettering``,
``arrival_mark``, ``page_shape``, ``place`` and pyHanko's stamps.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import signing.whole_pyhanko  # noqa: F401 - first

from PIL import Image, UnidentifiedImageError
from pyhanko.pdf_utils import content, generic, layout
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.rw_common import PdfHandler
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStampStyle
from pyhanko.stamp.base import BaseStamp

from .arrival_mark import ArrivalMark, Drawing
from .lettering import Lettering, Run
from .page_shape import AGAINST, Rect
from .place import Place
from .problems import PdfUnreadable, PlaceOutside
from .shapes import shape_in
from .zone import VIETNAM

NOTE_SIZE = 10.0
NOTE_STEP = 12.5


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a signature shows, and where.

    Attributes:
        place: page and rectangle, None for a signature that shows nothing.
        image: a PNG with transparency, drawn in proportion in the middle of the place.
        lines: text instead of a picture, 10 points, flush right from the top; smaller only where the place is too
            small for it.
        centred: the text stands in the middle of its place, as a handwriting would.
        arrival: the arrival mark instead of a picture.
    """

    place: Place | None
    image: bytes | None = None
    lines: tuple[str, ...] = ()
    arrival: ArrivalMark | None = None
    centred: bool = False

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


@dataclass(frozen=True, slots=True)
class Widget:
    """An appearance as the file takes it.

    Attributes:
        box: in the page's own space, rounded as it is written.
        style: the drawing, upright on a page that is shown turned, and at real size on one with larger units.
    """

    box: Rect
    style: DrawnStyle


def widget_for(appearance: Appearance, handler: PdfHandler) -> Widget | None:
    """How an appearance stands in a file; None for one that shows nothing.

    Raises:
        PlaceOutside: there is no such page, or the place is not on it.
    """
    place, rect = appearance.place, appearance.fitted
    if place is None or rect is None:
        return None
    try:
        if place.page < 0:
            raise IndexError(place.page)
        shape = shape_in(handler, place.page)
    except IndexError as error:
        raise PlaceOutside from error
    width, height = shape.size
    seen = min(rect[2], width) - max(rect[0], 0) >= 1 and min(rect[3], height) - max(rect[1], 0) >= 1
    if rect[2] - rect[0] < 1 or rect[3] - rect[1] < 1 or not seen:
        raise PlaceOutside
    left, bottom, right, top = shape.own_rect(rect)
    style = DrawnStyle(
        image=appearance.image,
        lines=appearance.lines,
        arrival=appearance.arrival,
        centred=appearance.centred,
        turn=shape.turn,
        unit=shape.unit,
    )
    return Widget((round(left, 2), round(bottom, 2), round(right, 2), round(top, 2)), style)


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
    """pyHanko's way to draw an ``Appearance``.

    Attributes:
        turn: how far clockwise the page is shown turned, in degrees.
        unit: points to a unit of the page.
    """

    border_width: int = 0
    image: bytes | None = None
    lines: tuple[str, ...] = ()
    arrival: ArrivalMark | None = None
    centred: bool = False
    turn: int = 0
    unit: float = 1.0

    def create_stamp(self, writer: BasePdfFileWriter, box: layout.BoxConstraints, text_params: dict) -> BaseStamp:
        """Called by pyHanko when it writes the widget, with the widget's size in the page's own space."""
        sides = (box.width * self.unit, box.height * self.unit)
        width, height = sides if self.turn % 180 == 0 else (sides[1], sides[0])
        return _Drawn(writer, self, layout.BoxConstraints(width=width, height=height))


class _Drawn(BaseStamp):
    """Draws upright, in points; the form's matrix and the widget's rectangle do the rest."""

    def as_form_xobject(self) -> generic.StreamObject:
        """The drawing as pyHanko puts it into the file."""
        form = super().as_form_xobject()
        if self.style.turn:
            numbers = [generic.NumberObject(x) for x in (*AGAINST[self.style.turn], 0, 0)]
            form[pdf_name("/Matrix")] = generic.ArrayObject(numbers)
        return form

    def _render_inner_content(self) -> list[bytes]:
        style: DrawnStyle = self.style
        width, height = float(self.box.width), float(self.box.height)
        if style.image is not None:
            return [self._picture(style.image, width, height)]
        if style.arrival is not None:
            drawing = style.arrival.drawing(width, height)
        else:
            drawing = _note(style.lines, width, height, centred=style.centred)
        return [drawing.lines, *self._runs(drawing.runs)]

    def _picture(self, image: bytes, width: float, height: float) -> bytes:
        picture = _open(image)
        if picture.mode not in ("RGB", "RGBA", "L", "LA"):
            picture = picture.convert("RGBA")
        drawn = PdfImage(picture, writer=self._ensure_writer)
        operators = drawn.render()
        self.import_resources(drawn.resources)
        box_width, box_height = drawn.box.width, drawn.box.height
        return b"q %.5f 0 0 %.5f 0 0 cm %s Q" % (width / box_width, height / box_height, operators)

    def _runs(self, runs: Sequence[Run]) -> list[bytes]:
        shown = [run for run in runs if run.text.strip()]
        if not shown:  # a face that draws nothing cannot be embedded
            return []
        face = Lettering(writer=self._ensure_writer)
        drawn = [face.draw(run) for run in shown]
        self.set_resource(content.ResourceType.FONT, pdf_name("/" + face.resource_name), face.finish())
        return drawn


def _note(lines: tuple[str, ...], width: float, height: float, *, centred: bool) -> Drawing:
    """Lines of text, 10 points, less only where the box is too small."""
    face = Lettering()
    low = min(1.0, height / (NOTE_STEP * max(len(lines), 1)))
    top = height - (height - low * NOTE_STEP * len(lines)) / 2 if centred else height
    runs: list[Run] = []
    for i, line in enumerate(lines):
        size = NOTE_SIZE * min(low, (width - 2) / max(face.width(line, NOTE_SIZE), 1))
        room = width - 2 - face.width(line, size)
        x = 1 + (room / 2 if centred else room)
        runs.append(Run(line, x, top - low * (NOTE_SIZE + i * NOTE_STEP), size))
    return Drawing(tuple(runs))
