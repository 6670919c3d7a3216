"""What happened to a file after one of its signatures, and whether that was meant to happen.

The number and date fields that the leader left open may be filled, once, in what the agency's signature covers and
locks: that alone is no change (DOMAIN.md 3), and it is the agency's where its certificate is an organ's. Knows
``integrity``, ``filled``, ``holders`` and pyHanko's view of earlier revisions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import FieldMDPAction, MDPPerm
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from . import documents, filled, holders, shown_text
from .integrity import Found, Integrity
from .names import DATE_FIELD, NUMBER_FIELD, OPEN_FIELDS
from .page_text import Rect
from .shapes import shape_in

_VALUES: Mapping[str, re.Pattern[str]] = {
    NUMBER_FIELD: re.compile(r"\d{1,6}[a-z]?([-/][\w\-/.&]{1,30})?", re.IGNORECASE),
    DATE_FIELD: re.compile(r"(ngày )?\d{1,2}( tháng |/)\d{1,2}( năm |/)\d{4}"),
}
_TALLEST = 40.0  # points: a field for a line of text is no taller
_WIDEST_PART = 0.55
_LARGEST_PART = 0.12  # of the page: a stamp of 36 mm takes 2 %, a leader's signature 2 %


@dataclass(frozen=True)
class Widget:
    """Where a form field shows."""

    page: int
    rect: Rect
    page_size: tuple[float, float]

    @property
    def part_of_page(self) -> float:
        """The part of the page it covers."""
        return (self.rect[2] - self.rect[0]) * (self.rect[3] - self.rect[1]) / (self.page_size[0] * self.page_size[1])


def widgets(reader: PdfFileReader, limit: int = 20_000) -> dict[str, list[Widget]]:
    """Where each form field shows, by the name of the field."""
    found: dict[str, list[Widget]] = {}
    for number, page in enumerate(documents.pages(reader, limit)):
        for annotation in documents.entry(page, "/Annots", ()):
            widget = annotation.get_object()
            if not isinstance(widget, generic.DictionaryObject) or documents.entry(widget, "/Subtype") != "/Widget":
                continue
            rect = _rect(documents.entry(widget, "/Rect", ()))
            if rect is not None:
                found.setdefault(_name(widget), []).append(Widget(number, rect, _size(page)))
    return found


def _name(widget: generic.DictionaryObject) -> str:
    parts: list[str] = []
    node: generic.PdfObject | None = widget
    while isinstance(node, generic.DictionaryObject) and len(parts) < 16:
        if "/T" in node:
            parts.append(str(node["/T"]))
        node = documents.entry(node, "/Parent")
    return ".".join(reversed(parts))


def _rect(value: Sequence[generic.PdfObject]) -> Rect | None:
    try:
        x0, y0, x1, y1 = (float(x) for x in value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _size(page: generic.DictionaryObject) -> tuple[float, float]:
    node: generic.PdfObject | None = page
    for _ in range(32):
        if not isinstance(node, generic.DictionaryObject):
            break
        box = _rect(documents.entry(node, "/MediaBox", ()))
        if box is not None:
            return max(box[2] - box[0], 1.0), max(box[3] - box[1], 1.0)
        node = documents.entry(node, "/Parent")
    return (595.0, 842.0)


def meant_fields(
    reader: PdfFileReader,
    signature: EmbeddedPdfSignature,
    later: Iterable[tuple[Found, Integrity]],
    shown: Mapping[str, list[Widget]],
) -> frozenset[str]:
    """The open fields whose filling after this signature is as it should be."""
    spec = signature.fieldmdp
    if spec is None or spec.action is not FieldMDPAction.EXCLUDE:
        return frozenset()
    left_open = [name for name in OPEN_FIELDS if not spec.is_locked(name)]
    seals = [
        found.signature
        for found, integrity in later
        if found.signature is not None and not found.is_timestamp and _locks_all(found.signature)
        and integrity.intact and integrity.authentic and integrity.coverage != "part"
        and integrity.changed in ("no", "evidence") and holders.is_organ(found.signature.signer_cert)
    ]  # fmt: skip
    return frozenset(
        name for name in left_open if any(_filled_as_meant(reader, name, signature, seal, shown) for seal in seals)
    )


def _locks_all(signature: EmbeddedPdfSignature) -> bool:
    spec = signature.fieldmdp
    locked = spec is not None and all(spec.is_locked(name) for name in OPEN_FIELDS)
    return locked and signature.docmdp_level is MDPPerm.NO_CHANGES


def _filled_as_meant(
    reader: PdfFileReader,
    name: str,
    leader: EmbeddedPdfSignature,
    seal: EmbeddedPdfSignature,
    shown: Mapping[str, list[Widget]],
) -> bool:
    if seal.signed_revision <= leader.signed_revision or not _sober(reader, shown.get(name, [])):
        return False
    try:
        before = _value(reader, leader.signed_revision, name)
        between = [_value(reader, i, name) for i in range(leader.signed_revision, seal.signed_revision)]
        value = _value(reader, seal.signed_revision, name)
    except documents.READ_ERRORS:
        return False
    written = before == "" and not any(between) and value is not None and bool(_VALUES[name].fullmatch(value))
    return written and value is not None and drawn_as_written(reader, seal.signed_revision, name)


def drawn_as_written(reader: PdfFileReader, revision: int, name: str) -> bool:
    """Whether the number or date field shows what of its value the page lacked, in letters that are what they say."""
    field = filled.form_fields(reader.get_historical_root(revision)).get(name)
    if field is None or len(field.widgets) != 1:
        return False
    look = filled.picture_of(field.widgets[0])
    found = shown_text.shown(look, shape_in(reader, 0).turn) if look is not None else None
    if found is None or not found.text.strip():
        return False
    told = (_number_told if name == NUMBER_FIELD else _date_told)(found.text, field.value)
    return told and shown_text.honest(found)


def _number_told(text: str, value: str) -> bool:
    """The number alone where the rest of the notation stands on the page, else all of it."""
    drawn, given = _packed(text).removeprefix("Số").lstrip(":").lstrip("0"), _packed(value).lstrip("0")
    number = re.match(r"\d*[a-z]?", given, re.IGNORECASE)
    assert number is not None
    return (
        drawn == given
        or drawn == number[0]
        or (given == number[0] and bool(re.fullmatch(re.escape(given) + r"[-/].+", drawn)))
    )


def _date_told(text: str, value: str) -> bool:
    """Day, month and year in this order; a draft may have one of them printed, or its place's name drawn anew."""
    drawn, given = re.findall(r"\d+", text), re.findall(r"\d+", value)
    left = iter(int(one) for one in given)
    return bool(drawn) and all(int(one) in left for one in drawn)


def _packed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _sober(reader: PdfFileReader, found: Sequence[Widget]) -> bool:
    """A field for one line at the head of page 1 as it is shown, not a sheet over the page."""
    if len(found) != 1 or found[0].page != 0:
        return False
    shape = shape_in(reader, 0)
    left, bottom, right, top = shape.seen_rect(found[0].rect)
    width, height = shape.size
    return (top - bottom) * shape.unit <= _TALLEST and right - left <= width * _WIDEST_PART and bottom > height * 0.5


def _value(reader: PdfFileReader, revision: int, name: str) -> str | None:
    """A top-level field's value in a revision; None when there is no such field."""
    root = reader.get_historical_root(revision)
    for reference in root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if str(documents.entry(field, "/T", "")) == name:
            return str(documents.entry(field, "/V", ""))
    return None


def removed_signatures(reader: PdfFileReader) -> frozenset[str]:
    """Names of signature fields that held a signature in an earlier revision and hold none now."""
    last = reader.total_revisions - 1
    now = _signed(reader, last)
    before: set[str] = set()
    for revision in range(max(0, last - 200), last):
        before |= _signed(reader, revision)
    return frozenset(before - now)


def _signed(reader: PdfFileReader, revision: int) -> frozenset[str]:
    try:
        listed = list(reader.get_historical_root(revision)["/AcroForm"]["/Fields"])
    except documents.READ_ERRORS:
        return frozenset()
    found: set[str] = set()
    stack = [(one, "") for one in listed]
    while stack and len(found) < 1000:
        one, above = stack.pop()
        field = one.get_object() if isinstance(one, generic.IndirectObject) else one
        if not isinstance(field, generic.DictionaryObject):
            continue
        name = ".".join(x for x in (above, str(documents.entry(field, "/T", ""))) if x)
        if documents.entry(field, "/FT") == "/Sig" and isinstance(
            documents.entry(field, "/V"), generic.DictionaryObject
        ):
            found.add(name)
        if len(stack) < 10_000:
            stack.extend((kid, name) for kid in documents.entry(field, "/Kids", ()))
    return frozenset(found)


def too_large(name: str, shown: Mapping[str, list[Widget]]) -> bool:
    """Whether a signature's own picture could hide what others signed."""
    return any(one.part_of_page > _LARGEST_PART for one in shown.get(name, []))
