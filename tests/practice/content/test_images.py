"""Stamps and handwritings: transparent, in their colours, each its own."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from PIL import Image

from desktop.practice import images


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def ink(picture: Image.Image) -> tuple[float, float, float]:
    """The mean colour of what is drawn."""
    data = picture.convert("RGBA").tobytes()
    seen = [data[n : n + 3] for n in range(0, len(data), 4) if data[n + 3] > 200]
    return tuple(sum(channel) / len(seen) for channel in zip(*seen, strict=True))  # type: ignore[return-value]


@pytest.fixture(scope="module")
def stamp() -> Image.Image:
    return opened(images.png(images.stamp("TỈNH ỦY AN BÌNH", "ĐẢNG ỦY\nXÃ AN PHÚ")))


def test_a_stamp_is_round_red_and_transparent(stamp: Image.Image) -> None:
    width, height = stamp.size
    assert width == height
    assert stamp.getpixel((2, 2))[3] == 0  # type: ignore[index]
    red, green, blue = ink(stamp)
    assert red > 150 > 2 * max(green, blue)
    alpha = stamp.getchannel("A")
    assert alpha.getbbox() == pytest.approx((0, 0, width, height), abs=4)


def test_a_stamp_has_two_rings_outside_and_one_inside(stamp: Image.Image) -> None:
    middle, edge = stamp.height // 2 + 20, stamp.width
    alpha = stamp.getchannel("A")
    row = [alpha.getpixel((x, middle)) > 100 for x in range(edge // 3)]  # type: ignore[operator]
    crossings = sum(now and not before for before, now in pairwise(row))
    assert crossings >= 3


def test_a_handwriting_is_blue_and_belongs_to_its_name() -> None:
    first, again, other = (images.png(images.signature(n)) for n in ("Lê Văn Hòa", "Lê Văn Hòa", "Phạm Thu Hà"))
    assert first == again != other
    red, _, blue = ink(opened(first))
    assert blue > 2 * red
    width, height = opened(first).size
    assert 1.2 < width / height < 4
