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

from signing.page_text import Rect
from signing.place import Place, find_name, leader_box, stamp_box
from signing.problems import SigningProblem
from widgets.signature_overlay import Placement
from widgets.signing_desk import PlaceChoice

if TYPE_CHECKING:
    from signing.appearance import Appearance

MANY = 12
"""More places than this are not listed in a menu: the name stands all over the document."""


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
    """

    digest: str
    places: tuple[Place, ...]
    chosen: int | None
    moved: Place | None = None
    pages: int = 1
    approved: bool = False

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


def ready_for_approval(pdf: bytes, document: Mapping[str, Any]) -> bytes:
    """The file as the leader signs it: a number held before stands on the page before the signature (DOMAIN 3)."""
    from signing import fields

    if document.get("reserved") and document.get("notation") and document.get("documentDate") and fields.is_open(pdf):
        return fields.fill(pdf, document["notation"], _day(document["documentDate"]))
    return pdf


def sealed_look(pdf: bytes, document: Mapping[str, Any]) -> bytes:
    """The file with number and date in their fields, to be looked at before it is sealed; never signed from."""
    from signing import documents as pdf_documents
    from signing import fields

    if not (document.get("notation") and document.get("documentDate") and fields.is_open(pdf)):
        return pdf
    writer = pdf_documents.writer(pdf)
    fields.fill_in(writer, pdf, document["notation"], _day(document["documentDate"]))
    return pdf_documents.written(writer)


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def look_for_leader(pdf: bytes, digest: str, name: str) -> Looked:
    """Where the leader's signature goes: above each place where the name stands.

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    from signing import documents as pdf_documents

    names = find_name(pdf, name)
    places = tuple(leader_box(pdf, one) for one in names[:MANY])
    pages = int(pdf_documents.reader(pdf).root["/Pages"]["/Count"])
    return Looked(digest, places, 0 if len(places) == 1 else None, pages=pages)


def look_for_seal(pdf: bytes, digest: str, name: str) -> Looked:
    """Where the stamp goes: over a third of the leader's signature, on its left (Decree 30/2020, Annex I).

    Raises:
        PdfUnreadable, PdfEncrypted
    """
    from signing import documents as pdf_documents
    from signing.changes import widgets
    from signing.sign import LEADER_FIELD

    reader = pdf_documents.reader(pdf)
    pages = int(reader.root["/Pages"]["/Count"])
    signed = widgets(reader).get(LEADER_FIELD, [])
    approved = any(one.field_name == LEADER_FIELD for one in reader.embedded_signatures)
    visible = next((one for one in signed if one.part_of_page > 0), None)
    if visible is not None:
        places = (stamp_box(Place(visible.page, visible.rect)),)
    else:
        places = tuple(stamp_box(leader_box(pdf, one)) for one in find_name(pdf, name)[:MANY])
    return Looked(digest, places, 0 if len(places) == 1 else None, pages=pages, approved=approved)


def middle_of(page: int, size: tuple[float, float], box: Rect | None, purpose: str) -> Place:
    """A box in the lower right of a page, where a signature usually stands, for the person to move."""
    width, height = (box[2] - box[0], box[3] - box[1]) if box else (136.0, 68.0)
    if purpose == "seal":
        width = height = 36 * 72 / 25.4
    left, bottom = size[0] * 0.68 - width / 2, size[1] * 0.3
    return Place(page, (left, bottom, left + width, bottom + height))


def appearance_of(place: Place, image: bytes | None, lines: tuple[str, ...]) -> Appearance:
    """What is put on the page: the picture; words where there is none."""
    from signing.appearance import Appearance, trimmed

    return Appearance(place, image=trimmed(image)) if image is not None else Appearance(place, lines=lines)


def placement_of(purpose: str, place: Place, image: QImage | None) -> Placement:
    """What the overlay draws."""
    if purpose == "seal":
        return Placement(place.page, place.rect, kind="stamp", image=image, fixed_size=True)
    return Placement(place.page, place.rect, image=image, stamp=stamp_box(place, visible=_inked(place, image)).rect)


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
    """The menu of places."""
    found = []
    for index, one in enumerate(looked.places):
        likely = index == 0 and len(looked.places) > 1
        text = (
            QCoreApplication.translate("SigningPlaces", "Trang %1, trên tên %2, cách mép dưới %3 cm (có lẽ đúng nhất)")
            if likely
            else QCoreApplication.translate("SigningPlaces", "Trang %1, trên tên %2, cách mép dưới %3 cm")
        )
        for mark, value in (("%1", one.page + 1), ("%2", name), ("%3", round(one.rect[1] / 72 * 2.54))):
            text = text.replace(mark, str(value))
        found.append(PlaceChoice(str(index), text, looked.place == one))
    return tuple(found)


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
