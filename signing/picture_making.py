"""Makes a picture fit to stand in a signature: the paper taken away, the ink in the colour that the rules ask.

A scan or a photograph of a signature on white paper becomes ink on nothing: blue for a person's handwriting, red for an
organ's stamp (Decree 30/2020, Annex I). Knows Pillow alone; large pictures take up to a second, so it is for a lane.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import ClassVar

from PIL import Image, ImageChops, ImageFilter, ImageOps, UnidentifiedImageError

Colour = tuple[int, int, int]
BLUE: Colour = (18, 52, 160)
RED: Colour = (208, 20, 24)
LARGEST_FILE = 20 * 1024 * 1024
_MOST_PIXELS = 60_000_000
_WORKED_ON = 2400  # pixels of the longer side while working: 50 mm at 1200 dpi
_KEPT = 1200  # pixels of the longer side in the end: 50 mm at 600 dpi, some 60 KB
_FORMATS = ("PNG", "JPEG", "BMP", "TIFF", "WEBP")
_EMPTY = 12  # an alpha below this is nothing


class PictureUnfit(Exception):
    """A file that cannot become a signature's picture.

    Attributes:
        code: pictureUnreadable, pictureTooLarge, pictureMoves or pictureEmpty.
    """

    code: ClassVar[str] = "pictureUnreadable"


class PictureTooLarge(PictureUnfit):
    """More bytes or pixels than a signature ever has."""

    code = "pictureTooLarge"


class PictureMoves(PictureUnfit):
    """Several pictures in one file: an animation, or a scan of several pages."""

    code = "pictureMoves"


class PictureEmpty(PictureUnfit):
    """Nothing is left of it: a blank sheet."""

    code = "pictureEmpty"


@dataclass(frozen=True)
class Source:
    """A picture as it came.

    Attributes:
        image: RGBA, upright, no larger than is worked on.
        transparent: it has its own transparency, which is kept.
        notes: what a person should know of it: noAlpha, cmyk, oneBit.
    """

    image: Image.Image
    transparent: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipe:
    """What is done to a picture.

    Attributes:
        colour: of the ink; None leaves the ink as it is.
        paper: how much counts as paper, 0 (hardly anything) to 100 (all but the darkest); unused where the picture has
            its own transparency.
        crop: left, top, right and bottom of what is kept, as parts of the picture's sides.
    """

    colour: Colour | None = None
    paper: int = 50
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


def read(data: bytes) -> Source:
    """Opens a picture.

    Raises:
        PictureUnfit: or one of its kinds.
    """
    if len(data) > LARGEST_FILE:
        raise PictureTooLarge
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as found:
            if found.width * found.height > _MOST_PIXELS:
                raise PictureTooLarge
            if getattr(found, "n_frames", 1) > 1:
                raise PictureMoves
            found.draft("RGB", (_WORKED_ON, _WORKED_ON))
            found.load()
            return _source(ImageOps.exif_transpose(found))
    except Image.DecompressionBombError as error:
        raise PictureTooLarge from error
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        Image.DecompressionBombWarning,
    ) as error:
        raise PictureUnfit(type(error).__name__) from error


def _source(found: Image.Image) -> Source:
    notes = []
    if found.mode == "CMYK":
        notes.append("cmyk")
    if found.mode == "1":
        notes.append("oneBit")
    image = (found.convert("L") if found.mode in ("I", "I;16", "F", "1") else found).convert("RGBA")
    image.thumbnail((_WORKED_ON, _WORKED_ON), Image.Resampling.LANCZOS)
    least = image.getchannel("A").getextrema()[0]
    transparent = isinstance(least, int | float) and least < 128
    if not transparent:
        notes.append("noAlpha")
    return Source(image, transparent, tuple(notes))


def make(source: Source, recipe: Recipe) -> bytes:
    """The picture for signing: PNG with transparency, its empty border cut off.

    Raises:
        PictureEmpty: nothing is left.
    """
    width, height = source.image.size
    left, top, right, bottom = recipe.crop
    box = (round(left * width), round(top * height), round(right * width), round(bottom * height))
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        raise PictureEmpty
    image = source.image.crop(box)
    ink = image.getchannel("A") if source.transparent else _ink(image, recipe.paper)
    marked = ink.point([0] * _EMPTY + [255] * (256 - _EMPTY))
    # Dust is no ink: what is cut off is judged without single points.
    edges = marked.filter(ImageFilter.MedianFilter(3)).getbbox()
    if edges is None or edges[2] - edges[0] < 2 or edges[3] - edges[1] < 2:
        raise PictureEmpty
    if recipe.colour is not None:
        image = Image.new("RGB", image.size, recipe.colour)
    made = image.convert("RGBA")
    made.putalpha(ink)
    made = made.crop(edges)
    made.thumbnail((_KEPT, _KEPT), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    made.save(out, "PNG", optimize=True)
    return out.getvalue()


def _ink(image: Image.Image, paper: int) -> Image.Image:
    """How much ink stands at each point: how much darker it is than the paper around it, shadows and folds aside."""
    # The darkest of the three colours: blue and red ink are as dark there as black is.
    red, green, blue, _ = image.split()
    dark = ImageChops.darker(ImageChops.darker(red, green), blue)
    small = dark.resize((max(1, dark.width // 8), max(1, dark.height // 8)), Image.Resampling.BOX)
    sheet = small.filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(6))
    sheet = sheet.resize(dark.size, Image.Resampling.BICUBIC)
    darker = ImageChops.subtract(sheet, dark)
    least = 10 + paper * 1.1
    full = least + 60
    return darker.point([round(max(0.0, min(1.0, (x - least) / (full - least))) * 255) for x in range(256)])
