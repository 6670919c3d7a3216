"""A scan of a signature becomes ink on nothing; what is no such picture is named for what it is."""

from __future__ import annotations

import io
import random
import zlib

import pytest
from PIL import Image, ImageDraw, ImageFilter

from signing import picture_making as making
from signing.picture_making import BLUE, RED, Recipe
from tests.signing import pages


def as_file(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def scan(*, ink: tuple[int, int, int] = (40, 40, 60), shadow: bool = True) -> Image.Image:
    """A signature on yellowish paper with a shadow across and a scanner's noise."""
    picture = Image.new("RGB", (900, 500), (246, 243, 232))
    if shadow:
        shade = Image.linear_gradient("L").resize(picture.size).point([150 + x * 105 // 255 for x in range(256)])
        picture = Image.composite(picture, Image.new("RGB", picture.size, (120, 118, 110)), shade)
    pen = ImageDraw.Draw(picture)
    points = [(220, 330), (320, 140), (360, 400), (460, 200), (520, 380), (680, 250)]
    pen.line(points, fill=ink, width=9, joint="curve")
    noise = random.Random(7)
    for _ in range(3000):
        x, y = noise.randrange(900), noise.randrange(500)
        picture.putpixel((x, y), tuple(max(0, c - 8) for c in picture.getpixel((x, y))))  # type: ignore[arg-type,union-attr]
    return picture.filter(ImageFilter.GaussianBlur(0.7))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def colours_of(image: Image.Image, least: int) -> set[tuple[int, int, int]]:
    """The colours of what is at least so opaque."""
    raw = image.tobytes()
    return {(raw[i], raw[i + 1], raw[i + 2]) for i in range(0, len(raw), 4) if raw[i + 3] >= least}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF", "WEBP"])
@pytest.mark.parametrize("colour", [BLUE, RED])
def test_the_paper_goes_and_the_ink_takes_its_colour(kind: str, colour: making.Colour) -> None:
    source = making.read(as_file(scan(), kind))
    assert not source.transparent
    assert source.notes == ("noAlpha",)
    made = opened(making.make(source, Recipe(colour)))
    assert made.mode == "RGBA"
    assert made.width == pytest.approx(470, abs=16), "cut down to the ink"
    assert made.height == pytest.approx(272, abs=16)
    assert colours_of(made, 201) == {colour}
    clear = sum(alpha < 10 for alpha in made.getchannel("A").tobytes())
    assert clear > 0.8 * made.width * made.height, "no paper is left between the strokes"


def test_more_paper_leaves_less_ink() -> None:
    source = making.read(as_file(scan(ink=(120, 120, 150))))
    areas = [sum(making_alpha(making.make(source, Recipe(BLUE, paper)))) for paper in (10, 50)]
    assert areas[0] > areas[1]


def making_alpha(data: bytes) -> bytes:
    return opened(data).getchannel("A").tobytes()


def test_a_transparent_picture_keeps_its_own_edges_and_colours() -> None:
    source = making.read(pages.stamp())
    assert source.transparent
    assert source.notes == ()
    made = opened(making.make(source, Recipe()))
    assert colours_of(made, 230) == {(214, 20, 20)}
    assert max(made.getchannel("A").tobytes()) == 230


def test_only_what_is_inside_the_crop_is_kept() -> None:
    source = making.read(as_file(scan()))
    whole = opened(making.make(source, Recipe(BLUE)))
    half = opened(making.make(source, Recipe(BLUE, crop=(0.0, 0.0, 0.5, 1.0))))
    assert half.width < 0.6 * whole.width
    with pytest.raises(making.PictureEmpty):
        making.make(source, Recipe(BLUE, crop=(0.0, 0.0, 0.1, 0.1)))
    with pytest.raises(making.PictureEmpty):
        making.make(source, Recipe(BLUE, crop=(0.5, 0.5, 0.5, 0.5)))


@pytest.mark.parametrize(
    ("mode", "notes"),
    [("CMYK", ("cmyk", "noAlpha")), ("1", ("oneBit", "noAlpha")), ("L", ("noAlpha",)), ("P", ("noAlpha",))],
)
def test_other_kinds_of_pixels_are_taken_and_told_of(mode: str, notes: tuple[str, ...]) -> None:
    source = making.read(
        as_file(scan(shadow=False).convert(mode, dither=Image.Dither.NONE), "TIFF" if mode == "CMYK" else "PNG")
    )
    assert source.notes == notes
    assert opened(making.make(source, Recipe(BLUE))).width == pytest.approx(470, abs=20)


def test_a_large_photograph_is_made_small() -> None:
    source = making.read(as_file(scan().resize((5000, 2800)), "JPEG"))
    made = making.make(source, Recipe(BLUE))
    assert max(opened(made).size) <= 1200
    assert len(made) < 200_000


def test_a_photograph_taken_sideways_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    source = making.read(as_file(scan().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif))
    assert source.image.size == (900, 500)


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n" + bytes(40), b"GIF89a" + bytes(30)])
def test_what_is_no_picture(data: bytes) -> None:
    with pytest.raises(making.PictureUnfit) as caught:
        making.read(data)
    assert caught.value.code == "pictureUnreadable"


def test_a_picture_cut_off_in_the_middle() -> None:
    with pytest.raises(making.PictureUnfit) as caught:
        making.read(as_file(scan())[:4000])
    assert caught.value.code == "pictureUnreadable"


def test_an_animation_and_a_scan_of_several_pages_are_refused() -> None:
    frames = [scan(), scan(shadow=False)]
    for kind in ("PNG", "TIFF", "WEBP"):
        with pytest.raises(making.PictureMoves):
            making.read(as_file(frames[0], kind, save_all=True, append_images=frames[1:]))


def test_too_large_a_file_or_too_many_pixels() -> None:
    with pytest.raises(making.PictureTooLarge):
        making.read(bytes(making.LARGEST_FILE + 1))
    with pytest.raises(making.PictureTooLarge):
        making.read(_bomb(30_000))


def _bomb(side: int) -> bytes:
    """A PNG that says it has side times side pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    size = side.to_bytes(4, "big") * 2
    rows = zlib.compress(bytes(1000))
    head = chunk(b"IHDR", size + b"\x08\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_blank_sheet_is_empty() -> None:
    for blank in (Image.new("RGB", (400, 300), (250, 250, 250)), Image.new("RGBA", (400, 300), (0, 0, 0, 0))):
        with pytest.raises(making.PictureEmpty):
            making.make(making.read(as_file(blank)), Recipe(BLUE))
