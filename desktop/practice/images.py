"""Pictures for signatures: a handwriting in blue for each leader, a round red stamp for each organ, both transparent.

Decree 30/2020, Annex I: the leader's signature blue, the stamp red and in real size (36 mm). Knows Pillow and the font
in resources. Every stamp says THỰC HÀNH.
"""

from __future__ import annotations

import hashlib
import io
import math
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from random import Random

from PIL import Image, ImageDraw, ImageFont

STAMP_MM = 36
_STAMP_PIXELS = 510  # 360 dots per inch
_FINE = 3
_RED = (206, 22, 34)
_INK = (24, 58, 168)

Point = tuple[float, float]


def png(image: Image.Image) -> bytes:
    """The picture as PNG bytes, the same for the same picture."""
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=7)
    return out.getvalue()


# -- the stamp --------------------------------------------------------------------------------------------------------


def stamp(circle: str, middle: str, *, pixels: int = _STAMP_PIXELS) -> Image.Image:
    """A round stamp: two rings, ``circle`` along the upper half, THỰC HÀNH below, ``middle`` across."""
    size = pixels * _FINE
    mask = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(mask)
    center = size / 2

    def ring(radius: float, width: float) -> None:
        outer, inner = center * radius, center * (radius - width)
        draw.ellipse((center - outer, center - outer, center + outer, center + outer), fill=255)
        draw.ellipse((center - inner, center - inner, center + inner, center + inner), fill=0)

    ring(0.995, 0.032)
    ring(0.925, 0.014)
    ring(0.615, 0.014)
    _on_circle(mask, circle, center, center * 0.77, size * 0.082, top=True, widest=200)
    _on_circle(mask, "THỰC HÀNH", center, center * 0.77, size * 0.07, top=False, widest=90)
    for angle in (203, 337):
        x = center + math.cos(math.radians(angle)) * center * 0.77
        y = center - math.sin(math.radians(angle)) * center * 0.77
        _star(draw, x, y, size * 0.026)
    _across(mask, middle, center)
    small = mask.resize((pixels, pixels), Image.Resampling.LANCZOS)
    worn = _worn(small, circle + middle)
    picture = Image.new("RGBA", (pixels, pixels), (*_RED, 0))
    picture.putalpha(worn)
    return picture


def _font(size: float) -> ImageFont.FreeTypeFont:
    data = (files("resources") / "fonts" / "serif-bold.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), round(size))


def _on_circle(
    mask: Image.Image, text: str, center: float, radius: float, size: float, *, top: bool, widest: float
) -> None:
    """Letters along a circle, upright outward above and inward below; closer together when there are many."""
    text = unicodedata.normalize("NFC", text)
    font = _font(size)
    widths = [font.getlength(letter) for letter in text]
    spacing = size * 0.12
    arc = math.degrees((sum(widths) + spacing * (len(text) - 1)) / radius)
    squeeze = min(1.0, widest / arc)
    if squeeze < 1:
        font = _font(size * max(squeeze, 0.72))
        widths = [font.getlength(letter) for letter in text]
        spacing = (math.radians(widest) * radius - sum(widths)) / max(1, len(text) - 1)
        arc = widest
    angle = 90 + arc / 2 if top else 270 - arc / 2
    for letter, width in zip(text, widths, strict=True):
        step = math.degrees(width / radius) / 2
        angle += -step if top else step
        _letter(mask, letter, font, (center, radius), angle, top=top)
        angle += (-step if top else step) + math.degrees(spacing / radius) * (-1 if top else 1)


def _letter(
    mask: Image.Image, letter: str, font: ImageFont.FreeTypeFont, circle: Point, angle: float, *, top: bool
) -> None:
    center, radius = circle
    side = round(font.size * 2.2)
    tile = Image.new("L", (side, side), 0)
    # Placed by the line, not by the letter's own height: marks above and below must not move the letter.
    ImageDraw.Draw(tile).text((side / 2, side / 2 + font.size * 0.34), letter, fill=255, font=font, anchor="ms")
    turned = tile.rotate(angle - 90 if top else angle + 90, Image.Resampling.BICUBIC)
    x = center + math.cos(math.radians(angle)) * radius - side / 2
    y = center - math.sin(math.radians(angle)) * radius - side / 2
    mask.paste(255, (round(x), round(y)), turned)


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    points: list[Point] = []
    for n in range(10):
        length = radius if n % 2 == 0 else radius * 0.4
        turn = math.radians(90 + n * 36)
        points.append((x + math.cos(turn) * length, y - math.sin(turn) * length))
    draw.polygon(points, fill=255)


def _across(mask: Image.Image, text: str, center: float) -> None:
    """The name in the middle, one to three lines, as large as fits the inner ring."""
    draw = ImageDraw.Draw(mask)
    lines = unicodedata.normalize("NFC", text).split("\n")
    font = _font(100)
    # Each line's outer corner must stay inside the ring; everything grows with the size.
    reach = max(
        math.hypot(font.getlength(line) / 200, abs(n - (len(lines) - 1) / 2) * 1.2 + 0.45)
        for n, line in enumerate(lines)
    )
    size = min(center * 0.26, center * 0.57 / reach)
    font, step = _font(size), size * 1.2
    for n, line in enumerate(lines):
        y = center + (n - (len(lines) - 1) / 2) * step + size * 0.33
        draw.text((center, y), line, fill=255, font=font, anchor="ms")


def _worn(alpha: Image.Image, name: str) -> Image.Image:
    """Ink lies unevenly: a soft, coarse pattern makes some places a little paler."""
    rng = Random(hashlib.sha256(name.encode()).digest())
    coarse = Image.new("L", (24, 24))
    coarse.putdata([rng.randrange(190, 256) for _ in range(576)])
    pattern = coarse.resize(alpha.size, Image.Resampling.BICUBIC)
    out = Image.new("L", alpha.size)
    out.paste(pattern, (0, 0), alpha)
    return out


# -- the handwriting --------------------------------------------------------------------------------------------------


def signature(name: str, *, width: int = 620, height: int = 300) -> Image.Image:
    """A handwriting-like flourish that belongs to this name: a tall opening, waves, and a long last stroke."""
    rng = Random(hashlib.sha256(unicodedata.normalize("NFC", name).encode()).digest())
    strokes = [_opening(rng), _waves(rng), *_crossing(rng)]
    scale_x, scale_y = width * _FINE, height * _FINE
    mask = Image.new("L", (scale_x, scale_y), 0)
    draw = ImageDraw.Draw(mask)
    for stroke in strokes:
        _ink(draw, [(x * scale_x, y * scale_y) for x, y in stroke], scale_y)
    small = mask.resize((width, height), Image.Resampling.LANCZOS)
    picture = Image.new("RGBA", (width, height), (*_INK, 0))
    picture.putalpha(small)
    box = small.getbbox()
    return picture.crop(box) if box else picture


def _opening(rng: Random) -> list[Point]:
    """A capital-like sweep at the left, of one of three kinds."""
    top, low, lean = rng.uniform(0.06, 0.14), rng.uniform(0.76, 0.9), rng.uniform(0.03, 0.1)
    kind = rng.randrange(3)
    if kind == 0:
        return [
            (0.1, rng.uniform(0.42, 0.6)), (0.13 + lean, top + 0.08), (0.18 + lean, top), (0.2 + lean * 0.6, 0.3),
            (0.14, low - 0.06), (0.1, low), (0.09, low - 0.12), (0.19, 0.52), (0.27 + lean, rng.uniform(0.3, 0.4)),
        ]  # fmt: skip
    if kind == 1:
        return [
            (0.2 + lean, top + 0.05), (0.15 + lean, top), (0.08, 0.3), (0.05, 0.55), (0.1, low - 0.1),
            (0.18, low - 0.18), (0.22, 0.5), (0.17, 0.42), (0.14, 0.5), (0.2, 0.56), (0.26, rng.uniform(0.4, 0.48)),
        ]  # fmt: skip
    return [
        (0.06, top + 0.12), (0.15, top), (0.25 + lean, top + 0.03), (0.17 + lean, 0.3), (0.12, low), (0.06, low - 0.05),
        (0.09, low - 0.2), (0.2, 0.6), (0.23, rng.uniform(0.42, 0.5)),
    ]  # fmt: skip


def _waves(rng: Random) -> list[Point]:
    """The letters that nobody can read, and the last stroke under or after them."""
    points: list[Point] = [(0.24, rng.uniform(0.4, 0.5))]
    x, base = 0.29, rng.uniform(0.6, 0.68)
    for n in range(rng.randrange(3, 6)):
        high = rng.uniform(0.22, 0.46) + 0.03 * n
        wide = rng.uniform(0.035, 0.06)
        points += [(x, base), (x + wide * 0.9, high), (x + wide * 1.35, high + 0.05), (x + wide * 1.5, base - 0.02)]
        x += wide * rng.uniform(1.7, 2.1)
    if rng.random() < 0.5:
        points += [(x + 0.05, base - 0.16), (x + 0.14, base - 0.2), (min(0.97, x + 0.3), base - rng.uniform(0.08, 0.2))]
    else:
        points += [(x + 0.06, base - 0.1), (min(0.95, x + 0.2), base - 0.02), (x + 0.06, base + 0.16),
                   (0.3, base + rng.uniform(0.2, 0.26)), (min(0.96, x + 0.2), base + 0.12)]  # fmt: skip
    return points


def _crossing(rng: Random) -> list[list[Point]]:
    """A dash or a tone mark, for some."""
    if rng.random() < 0.6:
        x, y = rng.uniform(0.3, 0.55), rng.uniform(0.12, 0.22)
        return [[(x, y + 0.06), (x + 0.05, y + 0.01), (x + 0.1, y - 0.02)]]
    return []


def _ink(draw: ImageDraw.ImageDraw, points: Sequence[Point], height: float) -> None:
    """A pen along the points: thinner where it is fast, thin at both ends."""
    curve = _curve(points)
    base = height * 0.0125
    width = base
    for n in range(1, len(curve)):
        (x0, y0), (x, y) = curve[n - 1], curve[n]
        wanted = base * (1.25 - min(0.75, math.dist((x0, y0), (x, y)) / (height * 0.028)))
        width += (wanted - width) * 0.09
        ends = min(1.0, (n + 4) / 26, (len(curve) - n + 2) / 40)
        radius = max(base * 0.28, width * ends)
        draw.line((x0, y0, x, y), fill=255, width=max(1, round(radius * 2)))
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)


def _curve(points: Sequence[Point], steps: int = 55) -> list[Point]:
    """A smooth way through all points (centripetal would be finer; uniform Catmull-Rom looks like a quick hand)."""
    padded = [points[0], *points, points[-1]]
    found: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for n in range(steps):
            t = n / steps
            found.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    found.append(points[-1])
    return found


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
