"""Where a signature is to stand on a page, as data: moved, sized, snapped to where the rules want it. Knows Qt's types.

Rectangles are (left, bottom, right, top) in page units from the lower left corner of the page as shown; pages count
from 0: as ``signing.place`` has them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

Rect = tuple[float, float, float, float]
SMALLEST = 4.0
"""Millimetres: a box is never made smaller, a fingernail."""
SNAP = 1.5
"""Millimetres: nearer than this to a guide, a dragged box falls into place."""
_MM = 72 / 25.4


@dataclass(frozen=True)
class Placement:
    """What is drawn, and where.

    Attributes:
        page: 0-based.
        rect: the box that is moved.
        kind: "signature" (a box) or "stamp" (a circle in its square).
        image: the picture that will stand there; None where there is none to show.
        stamp: square of the agency's stamp that comes later, or None. It keeps its place beside the box.
        fixed_size: the stamp keeps its real size.
        mm: page units to a millimetre.
        guides: page and rectangle of each place that was found: a box dragged near falls into line with it.
        ink: page and rectangle of what a stamp is to cover a third of.
    """

    page: int
    rect: Rect
    kind: str = "signature"
    image: QImage | None = None
    stamp: Rect | None = None
    fixed_size: bool = False
    mm: float = _MM
    guides: tuple[tuple[int, Rect], ...] = ()
    ink: tuple[tuple[int, Rect], ...] = ()

    def moved(self, dx: float, dy: float) -> Placement:
        """The whole drawing, shifted by page units."""
        left, bottom, right, top = self.rect
        stamp = self.stamp
        if stamp is not None:
            stamp = (stamp[0] + dx, stamp[1] + dy, stamp[2] + dx, stamp[3] + dy)
        return replace(self, rect=(left + dx, bottom + dy, right + dx, top + dy), stamp=stamp)

    def sized(self, rect: Rect) -> Placement:
        """The box with another size; the stamp keeps its own, a third over the box's left (Decree 30, Annex I)."""
        stamp = self.stamp
        if stamp is not None:
            side = stamp[2] - stamp[0]
            ink = inside(rect, self.image)
            edge, middle = ink[0] + (ink[2] - ink[0]) / 3, (ink[1] + ink[3]) / 2
            stamp = (edge - side, middle - side / 2, edge, middle + side / 2)
        return replace(self, rect=rect, stamp=stamp)

    def on(self, page: int) -> Placement:
        """The same place on another page."""
        return replace(self, page=page)

    @property
    def aligned(self) -> tuple[float | None, float | None]:
        """The guides that the box's middle lies on: the one across's x, the one along's y."""
        x, y, near = (self.rect[0] + self.rect[2]) / 2, (self.rect[1] + self.rect[3]) / 2, 0.05 * self.mm
        middles = [_middle(rect) for page, rect in self.guides if page == self.page]
        return (
            next((one for one, _ in middles if abs(one - x) <= near), None),
            next((one for _, one in middles if abs(one - y) <= near), None),
        )

    @property
    def covered(self) -> float | None:
        """The part of the ink's width that a stamp covers, 0 to 1; None where there is no ink on this page."""
        for page, (left, _, right, _) in self.ink:
            if page == self.page and right > left:
                return max(0.0, min(right, self.rect[2]) - max(left, self.rect[0])) / (right - left)
        return None


def _middle(rect: Rect) -> tuple[float, float]:
    return (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2


def snapped(placement: Placement) -> Placement:
    """The placement pulled onto a guide that is near: the middle of the name's column, the middle between position and
    name; for a stamp both together are the third that it covers."""
    x, y = _middle(placement.rect)
    near = SNAP * placement.mm
    middles = [_middle(rect) for page, rect in placement.guides if page == placement.page]
    dx = min((one - x for one, _ in middles), key=abs, default=near + 1)
    dy = min((one - y for _, one in middles), key=abs, default=near + 1)
    return placement.moved(dx if abs(dx) <= near else 0.0, dy if abs(dy) <= near else 0.0)


def kept_on_page(placement: Placement, size: QSizeF) -> Placement:
    """The placement pushed back so that its box lies wholly on the page."""
    left, bottom, right, top = placement.rect
    dx = max(0.0, -left) - max(0.0, right - size.width())
    dy = max(0.0, -bottom) - max(0.0, top - size.height())
    return placement.moved(dx, dy) if dx or dy else placement


def inside(rect: Rect, image: QImage | None) -> Rect:
    """The part of a box that a picture fills in its own proportions."""
    left, bottom, right, top = rect
    if image is None or image.isNull() or image.height() == 0 or right <= left or top <= bottom:
        return rect
    scale = min((right - left) / image.width(), (top - bottom) / image.height())
    width, height = image.width() * scale / 2, image.height() * scale / 2
    x, y = _middle(rect)
    return (x - width, y - height, x + width, y + height)


def pulled(rect: Rect, corner: tuple[int, int], dx: float, dy: float, smallest: float) -> Rect:
    """The box with one corner pulled, never smaller than a fingernail; its shape is kept."""
    left, bottom, right, top = rect
    width, height = right - left, top - bottom
    factor = max((width + corner[0] * dx) / width, (height - corner[1] * dy) / height)
    factor = max(factor, smallest / min(width, height))
    if corner[0] > 0:
        right = left + width * factor
    else:
        left = right - width * factor
    if corner[1] > 0:
        bottom = top - height * factor
    else:
        top = bottom + height * factor
    return left, bottom, right, top


def grown(rect: Rect, factor: float, smallest: float) -> Rect:
    """The box grown about its middle."""
    x, y = _middle(rect)
    width, height = (rect[2] - rect[0]) * factor, (rect[3] - rect[1]) * factor
    if min(width, height) < smallest:
        return rect
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2
