"""Where a signature will stand on a page, what it will look like, and how that is drawn before it is signed.

Knows ``signing`` (place, fields, appearance) and the overlay's view data. Pure: belongs on the lane for pages.
What brings pyHanko is read by the functions that need it: 300 modules, for those who sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from signing.name_search import sure
from signing.page_shape import MM, Rect
from signing.place import STAMP_MM, Place, find_blocks, stamp_box
from signing.problems import SigningProblem
from widgets.signature_overlay import Placement
from widgets.signing_view_data import PlaceChoice

if TYPE_CHECKING:
    from signing.appearance import Appearance

MANY = 12
"""More places than this are not listed in a menu: the name stands all over the document."""


@dataclass(frozen=True)
class Size:
    """How large a picture is meant to be on paper.

    Attributes:
        width: millimetres; of a stamp its diameter.
        ratio: height to width.
    """

    width: float
    ratio: float = 1.0


STAMP = Size(STAMP_MM)


@dataclass(frozen=True)
class Looked:
    """One document as it was looked at for signing.

    Attributes:
        digest: of the file looked at; another file has to be looked at anew.
        places: where the signature may stand, the likeliest first.
        chosen: index in ``places``; None where the person has to choose.
        moved: where the person put the box by hand.
        pages: how many the file has.
        approved: a leader has signed it.
        purpose: key of the kind of signature.
        bases: what each place was made from: the room for a handwriting, or the ink that a stamp covers a third of.
        words: what each place is near, for a person to know it by.
        unit: points to a unit of the page.
        drawing: PNG of what will stand there, where that is no picture of the office's.
        manner: of a confirmation: "copy" (of the file itself) or "slip" (a page beside it).
    """

    digest: str
    places: tuple[Place, ...]
    chosen: int | None
    moved: Place | None = None
    pages: int = 1
    approved: bool = False
    purpose: str = "approve"
    bases: tuple[Place, ...] = ()
    words: tuple[Near, ...] = ()
    unit: float = 1.0
    drawing: bytes | None = None
    manner: str = ""

    @property
    def place(self) -> Place | None:
        """Where it will stand; None while that is not known."""
        if self.moved is not None:
            return self.moved
        return self.places[self.chosen] if self.chosen is not None else None

    @property
    def shown(self) -> Place | None:
        """What the preview draws: the place, or the likeliest one as a proposal."""
        return self.place or (self.places[0] if self.places else None)

    def choosing(self, index: int) -> Looked:
        """The same with one of the places chosen."""
        return replace(self, chosen=index, moved=None)

    def moving(self, place: Place) -> Looked:
        """The same with the box put somewhere by hand."""
        return replace(self, moved=place)

    def found_again(self) -> Looked:
        """The same with what was done by hand undone."""
        return replace(self, moved=None)

    def fitting(self, size: Size | None) -> Looked:
        """The same with the places that a picture of this size takes."""
        if size is None or not self.bases:
            return self
        return replace(self, places=tuple(_fitted(one, size, self) for one in self.bases))


def _fitted(base: Place, size: Size, looked: Looked) -> Place:
    if looked.purpose == "seal":
        return stamp_box(base, diameter_mm=size.width, unit=looked.unit)
    left, bottom, right, top = base.rect
    width = min(right - left, size.width * MM / looked.unit, (top - bottom) / max(size.ratio, 0.01))
    x, y, height = (left + right) / 2, (bottom + top) / 2, width * size.ratio
    return Place(base.page, (x - width / 2, y - height / 2, x + width / 2, y + height / 2))


@dataclass(frozen=True)
class Near:
    """What a place is near.

    Attributes:
        kind: as ``signing.name_search.Found`` has it; "signed" for a signature that is there already.
        words: the position line or the sentence.
    """

    kind: str
    words: str = ""


def ready_for_approval(pdf: bytes, document: Mapping[str, Any]) -> bytes:
    """The file as the leader signs it: a number held before stands on the page before the signature (DOMAIN 3).

    Raises:
        NumberDiffers: another number or date is printed on it.
    """
    from signing import fields, printed_head

    if not (document.get("reserved") and document.get("notation") and document.get("documentDate")):
        return pdf
    if fields.is_open(pdf):
        return fields.fill(pdf, document["notation"], _day(document["documentDate"]))
    printed_head.check(pdf, document["notation"], _day(document["documentDate"]))
    return pdf


def check_for_sealing(pdf: bytes, document: Mapping[str, Any]) -> None:
    """What was printed before the leader signed must be what the document was given since.

    Raises:
        NumberDiffers: another number or date is printed on it.
    """
    from signing import fields, printed_head

    if document.get("notation") and document.get("documentDate") and not fields.is_open(pdf):
        printed_head.check(pdf, document["notation"], _day(document["documentDate"]))


def sealed_look(pdf: bytes, document: Mapping[str, Any]) -> bytes:
    """The file with number and date in their fields, to be looked at before it is sealed; never signed from.

    Raises:
        NumberDiffers: another number or date is printed on it.
    """
    from signing import documents as pdf_documents
    from signing import fields

    if not (document.get("notation") and document.get("documentDate") and fields.is_open(pdf)):
        check_for_sealing(pdf, document)
        return pdf
    writer = pdf_documents.writer(pdf)
    fields.fill_in(writer, pdf, document["notation"], _day(document["documentDate"]))
    return pdf_documents.written(writer)


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def look_for_leader(pdf: bytes, digest: str, name: str, position: str = "") -> Looked:
    """Where the leader's signature goes: above the name in the signature block.

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    blocks = find_blocks(pdf, name, position, most=MANY)
    places = tuple(one.box for one in blocks)
    near = tuple(Near(one.found.kind, one.found.words) for one in blocks)
    from signing import documents as pdf_documents

    pages, unit = _paper(pdf_documents.reader(pdf), places)
    return Looked(
        digest, places, sure([one.found for one in blocks], position), pages=pages, bases=places, words=near, unit=unit
    )


def _paper(reader: Any, places: tuple[Place, ...]) -> tuple[int, float]:
    """How many pages, and the unit of the one to be signed."""
    from signing.shapes import shape_in

    return int(reader.root["/Pages"]["/Count"]), shape_in(reader, places[0].page if places else 0).unit


def look_for_seal(pdf: bytes, digest: str, name: str, position: str = "") -> Looked:
    """Where the stamp goes: over a third of the leader's signature, on its left (Decree 30/2020, Annex I).

    The leader's signature stands where it stands, also where it was dragged; its ink counts, not its box.

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    from signing import documents as pdf_documents
    from signing import signature_values
    from signing.changes import widgets
    from signing.inked import ink_within
    from signing.shapes import shape_in
    from signing.sign import LEADER_FIELD

    reader = pdf_documents.reader(pdf)
    signed = widgets(reader).get(LEADER_FIELD, [])
    approved = any(one.field_name == LEADER_FIELD for one in signature_values.embedded(reader))
    visible = next((one for one in signed if one.part_of_page > 0), None)
    if visible is None:
        looked = look_for_leader(pdf, digest, name, position)
        bases, near, chosen = looked.places, looked.words, looked.chosen
    else:
        rect = shape_in(reader, visible.page).seen_rect(visible.rect)
        bases = (Place(visible.page, ink_within(pdf, visible.page, rect) or rect),)
        near, chosen = (Near("signed"),), 0
    pages, unit = _paper(reader, bases)
    found = Looked(
        digest, bases, chosen, pages=pages, approved=approved, purpose="seal", bases=bases, words=near, unit=unit
    )
    return found.fitting(STAMP)


def middle_of(page: int, size: tuple[float, float], looked: Looked, picture: Size | None) -> Place:
    """A box in the lower right of a page, where a signature usually stands, for the person to move."""
    mm, box = MM / looked.unit, looked.shown.rect if looked.shown is not None else None
    width, height = (box[2] - box[0], box[3] - box[1]) if box else (48 * mm, 24 * mm)
    if looked.purpose == "seal" or (box is None and picture is not None):
        chosen = picture or STAMP
        width, height = chosen.width * mm, chosen.width * chosen.ratio * mm
    left, bottom = size[0] * 0.68 - width / 2, size[1] * 0.3
    return Place(page, (left, bottom, left + width, bottom + height))


def appearance_of(place: Place, image: bytes | None, lines: tuple[str, ...]) -> Appearance:
    """What is put on the page: the picture; words where there is none."""
    from signing.appearance import Appearance, trimmed

    return (
        Appearance(place, image=trimmed(image)) if image is not None else Appearance(place, lines=lines, centred=True)
    )


def placement_of(looked: Looked, image: QImage | None, stamp: Size = STAMP) -> Placement | None:
    """What the overlay draws; None where there is no place yet.

    Args:
        looked: the document.
        image: what the signature shows.
        stamp: the stamp that comes after the leader's signature.
    """
    place = looked.shown
    if place is None:
        return None
    unit, guides = MM / looked.unit, tuple((one.page, one.rect) for one in looked.places)
    if looked.purpose == "seal":
        return Placement(
            place.page, place.rect, kind="stamp", image=image, fixed_size=True, mm=unit, guides=guides,
            ink=tuple((one.page, one.rect) for one in looked.bases),
        )  # fmt: skip
    if looked.purpose == "loose":
        return Placement(place.page, place.rect, image=image, mm=unit, guides=guides)
    if looked.purpose != "approve":
        return Placement(place.page, place.rect, image=image, fixed_size=True, mm=unit)
    later = stamp_box(place, visible=_inked(place, image), diameter_mm=stamp.width, unit=looked.unit)
    return Placement(place.page, place.rect, image=image, stamp=later.rect, mm=unit, guides=guides)


def _inked(place: Place, image: QImage | None) -> Rect | None:
    """The part of the box that the picture fills in its own proportions."""
    if image is None or image.height() == 0:
        return None
    left, bottom, right, top = place.rect
    scale = min((right - left) / image.width(), (top - bottom) / image.height())
    width, height = image.width() * scale / 2, image.height() * scale / 2
    x, y = (left + right) / 2, (bottom + top) / 2
    return (x - width, y - height, x + width, y + height)


def choices_of(looked: Looked, name: str) -> tuple[PlaceChoice, ...]:
    """The menu of places, in words that tell one from another."""
    said = [_said(place, near, name) for place, near in zip(looked.places, looked.words, strict=False)]
    found = []
    for index, (place, words) in enumerate(zip(looked.places, said, strict=False)):
        if said.count(words) > 1:
            text = QCoreApplication.translate("SigningPlaces", "%1, cách mép dưới %2 cm").replace("%1", words)
            words = text.replace("%2", str(round(place.rect[1] * looked.unit / MM / 10)))
        found.append(PlaceChoice(str(index), words, looked.place == place))
    return tuple(found)


def _said(place: Place, near: Near, name: str) -> str:
    text = {
        "block": QCoreApplication.translate("SigningPlaces", "Trang %1, phần ký “%3”"),
        "alone": QCoreApplication.translate("SigningPlaces", "Trang %1, trên tên %2"),
        "recipients": QCoreApplication.translate("SigningPlaces", "Trang %1, tên trong Nơi nhận"),
        "mention": QCoreApplication.translate("SigningPlaces", "Trang %1, tên trong câu “%3”"),
        "signed": QCoreApplication.translate("SigningPlaces", "Trang %1, chữ ký của %2"),
    }.get(near.kind, QCoreApplication.translate("SigningPlaces", "Trang %1, trên tên %2"))
    short = near.words if len(near.words) <= 48 else near.words[:46].rstrip() + "…"
    for mark, value in (("%1", str(place.page + 1)), ("%2", name), ("%3", short)):
        text = text.replace(mark, value)
    return text


def drawing_from(data: bytes | None) -> QImage | None:
    """A drawing for the overlay, with its own margins."""
    image = QImage.fromData(data) if data is not None else None
    return None if image is None or image.isNull() else image


def picture_from(data: bytes | None) -> QImage | None:
    """A picture for the overlay, without its empty border; None where there is none or it cannot be read."""
    if data is None:
        return None
    from signing.appearance import trimmed

    try:
        image = QImage.fromData(trimmed(data))
    except SigningProblem:
        return None
    return None if image.isNull() else image
