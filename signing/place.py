"""Where a signature stands on the page: found by the signer's name, by the rules of Decree 30/2020, Annex I.

Knows ``name_search`` and the shape of pages. Rectangles are in page units from the lower left corner of the page as it
is shown.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .name_search import Found, find, room_above
from .page_shape import MM, PageShape, Rect

STAMP_MM = 36.0  # diameter of a Party committee's or an agency's round stamp, real size
_OVERLAP = 1 / 3  # the stamp covers this part of the leader's signature, on its left
_LEADER_WIDTH_MM = 48.0
_LEADER_HEIGHT_MM = 24.0
_LOWEST_MM = 4.0


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page (0-based)."""

    page: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Block:
    """One place where a leader may sign.

    Attributes:
        found: the name and what stands around it.
        box: the signature's place above it.
    """

    found: Found
    box: Place


def find_name(pdf: bytes, name: str) -> list[Place]:
    """Every place where the name stands, the likeliest signature block first.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    return [Place(one.page, one.rect) for one in find(pdf, name)]


def find_blocks(pdf: bytes, name: str, position: str = "", *, most: int = 12) -> list[Block]:
    """The places where the signature may stand, the likeliest first.

    Args:
        pdf: the file.
        name: the signer's.
        position: the signer's position as the document says it, which tells two blocks of one name apart.
        most: no more than these.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    found = find(pdf, name, position)[:most]
    sheets = _sheets(pdf, {one.page for one in found})
    return [Block(one, _box_over(one.page, one.rect, one.ceiling, sheets[one.page])) for one in found]


def leader_box(pdf: bytes, name: Place) -> Place:
    """The leader's signature: centred between the position line above and the name (Annex I).

    Where no line stands above the name within 60 mm, the box sits straight above the name. The box keeps two points
    of air on both sides and shrinks, in proportion, when the gap is low.
    """
    return _box_over(name.page, name.rect, room_above(pdf, name.page, name.rect), _sheets(pdf, {name.page})[name.page])


def _sheets(pdf: bytes, pages: Collection[int]) -> dict[int, PageShape]:
    """The shapes of these pages; a file is read once for all of them."""
    if not pages:
        return {}
    # They bring pyHanko, which only those who sign need.
    from . import documents
    from .shapes import shape_in

    reader = documents.reader(pdf)
    return {page: shape_in(reader, page) for page in pages}


def _box_over(page: int, name: Rect, above: float | None, shape: PageShape) -> Place:
    left, _, right, top = name
    middle, air = (left + right) / 2, 4 / shape.unit
    tallest = shape.mm(_LEADER_HEIGHT_MM)
    ceiling = above if above is not None else top + tallest + air
    box_height = min(tallest, max(ceiling - top - air, shape.mm(_LOWEST_MM)))
    half = box_height * _LEADER_WIDTH_MM / _LEADER_HEIGHT_MM / 2
    low = top + (ceiling - top - box_height) / 2
    return Place(page, _on_page((middle - half, low, middle + half, low + box_height), *shape.size))


def stamp_box(leader: Place, *, diameter_mm: float = STAMP_MM, visible: Rect | None = None, unit: float = 1.0) -> Place:
    """The agency's stamp: real size, covering about one third of the leader's signature on its left (Annex I).

    Where a signature stands so near the left or the lower edge that a part of the stamp would be off the page, the
    stamp stays whole at that edge and covers more of the signature: half a stamp is none.

    Args:
        leader: the box of the leader's signature.
        diameter_mm: the stamp's real size, 36 mm unless the organ's differs.
        visible: the ink's rectangle, when the picture does not fill its box.
        unit: points to a unit of the page.
    """
    side = diameter_mm * MM / unit
    left, bottom, right, top = visible or leader.rect
    start = max(0.0, left + (right - left) * _OVERLAP - side)
    low = max(0.0, (bottom + top) / 2 - side / 2)
    return Place(leader.page, (start, low, start + side, low + side))


def _on_page(rect: Rect, width: float, height: float) -> Rect:
    left, bottom, right, top = rect
    shift = max(0.0, -left) - max(0.0, right - width)
    lift = max(0.0, -bottom) - max(0.0, top - height)
    return (left + shift, bottom + lift, right + shift, top + lift)
