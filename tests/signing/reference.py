"""Pictures of signed pages that a person has looked at and found right, and the comparison with what is drawn now.

When an appearance is changed on purpose: ``python -m tests.signing.reference`` draws all of them anew; look at each one
(``git diff`` names those that changed) before it is committed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageFilter
from reportlab.lib.pagesizes import A4

from signing import place, sign
from signing.appearance import Appearance, trimmed, vietnam_time
from signing.arrival_mark import ArrivalMark
from signing.inked import ink_within
from signing.notes import arrival_look, attachment_look, copy_look
from signing.page_shape import PageShape
from signing.page_text import open_document
from signing.shapes import shape_of
from signing.signer import SigningKey
from tests.signing import pages, papers

HERE = Path(__file__).parent / "references"
DIFFERENT = HERE / "different"
"""Where what is drawn now and the difference are put when a comparison fails; not kept in the repository."""
AT = datetime(2026, 11, 23, 1, 4, 5, tzinfo=UTC)
MARK = ArrivalMark("Đảng ủy xã An Phú", "1204", "23/11/2026", "Đ/c Lê Văn Hòa, Ban Xây dựng Đảng", "12-HS/ĐU")
AGENCY = "Văn phòng Đảng ủy xã An Phú"
APPEARANCES = ("leader", "agency", "words", "copy", "attachment", "arrival")
PAPERS = ("a4", "turned", "letter")
SCALE = 0.9
_FAINT = 70  # of 255: what antialiasing may differ by after both are softened
_FEW = 40  # pixels that may differ by more


def paper(kind: str) -> bytes:
    """The page to be signed."""
    if kind == "letter":
        return pages.draft(size=papers.LETTER)
    draft = pages.draft(size=A4)
    return papers.stored(draft, turn=90, cut=(20.0, 30.0)) if kind == "turned" else draft


def signed(appearance: str, kind: str, leader: SigningKey, agency: SigningKey) -> bytes:
    """A page with one of the appearances."""
    pdf = paper(kind)
    if appearance in ("copy", "attachment", "arrival"):
        look = {
            "copy": lambda: copy_look(pdf, "SAO Y", AGENCY, AT),
            "attachment": lambda: attachment_look(pdf, "118-TB/ĐU", AT),
            "arrival": lambda: arrival_look(pdf, MARK),
        }[appearance]()
        return sign.sign_note(pdf, agency, look).pdf
    box = place.find_blocks(pdf, pages.LEADER)[0].box
    if appearance == "words":
        return sign.approve(pdf, leader, Appearance(box, lines=(pages.LEADER, vietnam_time(AT)), centred=True)).pdf
    approved = sign.approve(pdf, leader, Appearance(box, trimmed(pages.handwriting()))).pdf
    return stamped(approved, agency) if appearance == "agency" else approved


def stamped(approved: bytes, agency: SigningKey) -> bytes:
    """What a leader has signed, with the stamp where the rule wants it."""
    where = leader_ink(approved)
    stamp = place.stamp_box(where, unit=shape_of(approved, where.page).unit)
    return sign.seal(approved, agency, Appearance(stamp, pages.stamp())).pdf


def leader_ink(approved: bytes) -> place.Place:
    """The ink of the leader's signature."""
    from signing import documents
    from signing.changes import widgets

    reader = documents.reader(approved)
    widget = widgets(reader)[sign.LEADER_FIELD][0]
    rect = shape_of(approved, widget.page).seen_rect(widget.rect)
    return place.Place(widget.page, ink_within(approved, widget.page, rect) or rect)


def drawn(pdf: bytes, scale: float = SCALE, *, page: int = 0, annotations: bool = True) -> Image.Image:
    """A page as a person sees it; ``scale`` in pixels to a point of real paper."""
    shape: PageShape = shape_of(pdf, page)
    with open_document(pdf) as document:
        document.init_forms()
        scaled: Any = scale * shape.unit
        opened = document[page]
        picture = opened.render(scale=scaled, may_draw_forms=annotations, draw_annots=annotations).to_pil()
        opened.close()
    return picture.convert("RGB")


def small(picture: Image.Image) -> Image.Image:
    """As it is kept: few colours, few bytes."""
    return picture.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def compare(name: str, picture: Image.Image) -> str:
    """Compares with the picture kept under this name; what is wrong in words, empty where they are alike."""
    path = HERE / f"{name}.png"
    if not path.exists():
        _put(name, picture, None)
        return f"{path.name} is missing: what is drawn now is in {DIFFERENT}"
    with Image.open(path) as found:
        kept = found.convert("RGB")
    if kept.size != picture.size:
        _put(name, picture, None)
        return f"{path.name} has {kept.size} pixels, {picture.size} are drawn now"
    soft = [one.filter(ImageFilter.GaussianBlur(1.2)) for one in (kept, picture)]
    difference = ImageChops.difference(*soft).convert("L")
    wrong = sum(value > _FAINT for value in difference.tobytes())
    if wrong <= _FEW:
        return ""
    _put(name, picture, difference)
    return f"{path.name}: {wrong} pixels differ, see {DIFFERENT}"


def _put(name: str, picture: Image.Image, difference: Image.Image | None) -> None:
    DIFFERENT.mkdir(exist_ok=True)
    picture.save(DIFFERENT / f"{name}.png")
    if difference is not None:
        difference.point([min(255, 3 * x) for x in range(256)]).save(DIFFERENT / f"{name}.difference.png")


def renew() -> None:
    """Draws every reference anew."""
    from tests.signing.office_pki import Served

    served = Served()
    try:
        leader, agency = served.pki.issue(pages.LEADER), served.pki.issue("Đảng ủy xã An Phú")
        HERE.mkdir(exist_ok=True)
        for appearance in APPEARANCES:
            for kind in PAPERS:
                picture = drawn(signed(appearance, kind, leader, agency))
                small(picture).save(HERE / f"{appearance}-{kind}.png", optimize=True)
    finally:
        served.close()


if __name__ == "__main__":
    renew()
