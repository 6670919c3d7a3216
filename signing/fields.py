"""The number and the date of a document as two form fields that the leader's signature leaves open (DOMAIN.md 3).

Finds the lines ``Số …`` and ``…, ngày … tháng … năm …`` in the page's text, puts an empty field over each, and fills
them later in the type of the line they stand on. Knows ``page_text`` and ``lettering``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from . import documents
from .lettering import Lettering, Run
from .names import DATE_FIELD, NUMBER_FIELD, OPEN_FIELDS
from .page_text import Line, Rect, open_document, page_lines
from .problems import FieldsMissing

_BLANK = r"[\s.…_]*"
# A blank number is followed by the rest of the notation: "Số      -TB/TU", "Số:      /QĐ-UBND".
_NUMBER = re.compile(rf"(?<!\w)Số(?:\s?:)?(?P<gap>{_BLANK})(?P<rest>[-/]\s?[^\W\d_][\w\-/.]*)")
_NUMBER_BARE = re.compile(rf"^\s*Số(?:\s?:)?(?P<gap>{_BLANK})(?P<rest>)(?=\s|$)")
_NUMBER_GIVEN = re.compile(r"(?<!\w)Số\s?:?\s*(?P<number>\d+)\s?[-/]\s?[^\W\d_]")
_DATE = re.compile(
    rf"ngày(?P<day>{_BLANK}\d{{0,2}}{_BLANK})tháng(?P<month>{_BLANK}\d{{0,2}}{_BLANK})năm(?P<year>{_BLANK}\d{{0,4}}[.…_]*)",
    re.IGNORECASE,
)
_MM = 72 / 25.4
_BETWEEN = 0.4  # what must be left of a blank, in letter heights, for figures in it to stand apart from the words
_RISE, _FALL = 0.92, 0.26  # the field's edges above and below the baseline, in letter heights


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field stands.

    Attributes:
        page: 0-based.
        rect: PDF points.
        line: the line it was found on, None when placed by the layout rule.
        start: position in ``line.text`` of the first character that the field may cover.
        end: position after the last.
        parts: the blank stretches to be written into, (start, end) in ``line.text``; none where the words stand so
            close that the whole phrase is covered and written anew.
    """

    page: int
    rect: Rect
    line: Line | None
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]


def find_spots(pdf: bytes) -> tuple[Spot, Spot]:
    """Where the number and the date go: on their lines, else by the layout of the page's head.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
    """
    with open_document(pdf) as document:
        lines = page_lines(document, 0)
        width, height = document.get_page_size(0)
    return _number_spot(lines, width, height), _date_spot(lines, width, height)


def given_number(pdf: bytes) -> str | None:
    """The number that already stands on the page's ``Số`` line, as in a document whose number was reserved."""
    with open_document(pdf) as document:
        lines = page_lines(document, 0)
        height = document.get_page_size(0)[1]
    for line in lines:
        match = _NUMBER_GIVEN.search(line.text)
        if match and line.baseline > height / 2:
            return match["number"]
    return None


def _upper(lines: list[Line], height: float) -> list[Line]:
    return [line for line in lines if line.baseline > height * 0.5]


def _number_spot(lines: list[Line], width: float, height: float) -> Spot:
    for pattern in (_NUMBER, _NUMBER_BARE):
        for line in _upper(lines, height):
            match = pattern.search(line.text)
            if match is None or line.rect(match.start(), match.start() + 2)[0] > width * 0.55:
                continue
            start, end = match.start("gap"), match.end()
            left = line.letter(start - 1).right
            right = line.letter(match.end() - 1).right if match["rest"] else left
            return _spot(line, start, end, left, _room_right(line, right, width), ((start, match.end("gap")),))
    top = height - 42 * _MM
    return Spot(0, (25 * _MM, top - 20, 25 * _MM + 75 * _MM, top), None, 0, 0, ())


def _date_spot(lines: list[Line], width: float, height: float) -> Spot:
    for line in _upper(lines, height):
        match = _DATE.search(line.text)
        if match is None:
            continue
        left = line.letter(match.start("day") - 1).right
        right = line.letter(match.end() - 1).right
        parts = tuple(match.span(name) for name in ("day", "month", "year"))
        spot = _spot(line, match.start("day"), match.end(), left, _room_right(line, right, width), parts)
        return spot if _has_room(spot) else _whole_phrase(spot, match.start())
    top = height - 42 * _MM
    return Spot(0, (width - 100 * _MM, top - 20, width - 15 * _MM, top), None, 0, 0, ())


def _has_room(spot: Spot) -> bool:
    """Whether day, month and year fit between the words that stand there."""
    assert spot.line is not None
    line, size = spot.line, spot.line.letter(spot.start - 1).size
    for (start, end), sample in zip(spot.parts, ("00", "00", "0000"), strict=True):
        if re.search(r"\d", line.text[start:end]):
            continue
        right = spot.rect[2] if end >= spot.end else line.letter(end).left
        between = 0.1 if end >= spot.end else _BETWEEN
        if right - line.letter(start - 1).right < Lettering().width(sample, size) + between * size:
            return False
    return True


def _whole_phrase(spot: Spot, day_word: int) -> Spot:
    """From the place's name to the year; what is longer than it was grows to the left, as the line is set right."""
    line = spot.line
    assert line is not None
    start = day_word
    while start > 0:
        before, here = line.letter(start - 1), line.letter(start)
        if line.index[start] != line.index[start - 1] and here.left - before.right > 2 * here.size:
            break
        start -= 1
    while start < day_word and line.text[start].isspace():
        start += 1
    size = line.letter(day_word).size
    phrase = line.text[start:day_word] + "ngày 00 tháng 00 năm 0000"
    width = Lettering(italic=line.letter(day_word).italic).width(phrase, size)
    right = max(line.letter(spot.end - 1).right, line.letter(start).left)
    if not re.search(r"\d", line.text[slice(*spot.parts[-1])]):
        # No year stands there: the line ends where the year will.
        right = max(right, min(spot.rect[2], line.letter(start).left + width))
    left = min(line.letter(start).left, right - width) - 2
    return Spot(spot.page, (left, spot.rect[1], right + 1, spot.rect[3]), line, start, spot.end, ())


def _spot(line: Line, start: int, end: int, left: float, right: float, parts: tuple[tuple[int, int], ...]) -> Spot:
    base, size = line.baseline, line.letter(start - 1).size
    return Spot(line.page, (left, base - _FALL * size, right, base + _RISE * size), line, start, end, parts)


def _room_right(line: Line, right: float, width: float) -> float:
    """How far the field may reach: up to four letter heights on, but neither into the next words nor off the page."""
    following = [x.left for x in line.letters if x.left >= right - 0.1 and not x.text.isspace()]
    limit = min([*following, width - 8 * _MM])
    return max(right, min(right + 4 * line.size, limit - 2))


# -- writing the fields ------------------------------------------------------------------------------------------


def add_number_and_date(pdf: bytes) -> bytes:
    """Adds the two empty form fields to an unsigned draft; a draft that has them comes back as it is.

    Raises:
        PdfEncrypted, PdfUnreadable: the file cannot be read.
        PdfCertified: it is already signed, nothing may be added.
    """
    documents.require_unsigned(pdf)
    number, day = find_spots(pdf)
    writer = documents.writer(pdf)
    present = documents.field_names(writer)
    wanted = [(NUMBER_FIELD, "Số, ký hiệu", number), (DATE_FIELD, "Ngày ban hành", day)]
    missing = [(name, label, spot) for name, label, spot in wanted if name not in present]
    if not missing:
        return pdf
    form = _form(writer)
    for name, label, spot in missing:
        form["/Fields"].append(_add_field(writer, name, label, spot))
    writer.update_container(form["/Fields"])
    return documents.written(writer)


def _form(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    root = writer.root
    try:
        form = root["/AcroForm"]
    except KeyError:
        form = generic.DictionaryObject({pdf_name("/Fields"): generic.ArrayObject()})
        root["/AcroForm"] = writer.add_object(form)
        writer.update_root()
    if "/Fields" not in form:
        form["/Fields"] = generic.ArrayObject()
    if "/DR" not in form:
        helvetica = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Font"),
                pdf_name("/Subtype"): pdf_name("/Type1"),
                pdf_name("/BaseFont"): pdf_name("/Times-Roman"),
                pdf_name("/Encoding"): pdf_name("/WinAnsiEncoding"),
            }
        )
        fonts = generic.DictionaryObject({pdf_name("/TiRo"): writer.add_object(helvetica)})
        form["/DR"] = generic.DictionaryObject({pdf_name("/Font"): fonts})
    if "/DA" not in form:
        form["/DA"] = pdf_string("/TiRo 0 Tf 0 g")
    # The appearances are ours: a viewer must not draw its own over them.
    form["/NeedAppearances"] = generic.BooleanObject(False)
    writer.update_container(form)
    return form


def _add_field(writer: IncrementalPdfFileWriter, name: str, label: str, spot: Spot) -> generic.IndirectObject:
    size = spot.line.size if spot.line else 13.0
    page_ref = documents.page_for_change(writer, spot.page)
    rect = generic.ArrayObject([documents.number(x) for x in spot.rect])
    field = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): pdf_string(name),
            pdf_name("/TU"): pdf_string(label),
            pdf_name("/V"): pdf_string(""),
            pdf_name("/DA"): pdf_string(f"/TiRo {size:g} Tf 0 g"),
            pdf_name("/F"): generic.NumberObject(4),
            pdf_name("/Rect"): rect,
            pdf_name("/P"): page_ref,
        }
    )
    blank = _appearance_stream(spot.rect, b"", None)
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(blank)})
    reference = writer.add_object(field)
    writer.register_annotation(page_ref, reference)
    return reference


def _appearance_stream(rect: Rect, content: bytes, resources: generic.DictionaryObject | None) -> generic.StreamObject:
    box = generic.ArrayObject(
        [generic.NumberObject(0), generic.NumberObject(0)]
        + [documents.number(x) for x in (rect[2] - rect[0], rect[3] - rect[1])]
    )
    entries: dict[generic.NameObject, generic.PdfObject] = {
        pdf_name("/Type"): pdf_name("/XObject"),
        pdf_name("/Subtype"): pdf_name("/Form"),
        pdf_name("/BBox"): box,
        pdf_name("/Resources"): resources or generic.DictionaryObject(),
    }
    return generic.StreamObject(entries, stream_data=b"/Tx BMC " + content + b" EMC")


# -- filling them ------------------------------------------------------------------------------------------------


def vietnamese_date(day: date) -> tuple[str, str, str]:
    """Day, month and year as a document writes them: days below 10 and months 1 and 2 with a zero (Annex I)."""
    return f"{day.day:02d}", (f"{day.month:02d}" if day.month <= 2 else str(day.month)), str(day.year)


def fill(pdf: bytes, number_text: str, day: date) -> bytes:
    """Writes number and date on the page itself: for a number reserved before the leader signs.

    The empty fields go, if the draft has them: what is final when the leader signs is no form.

    Raises:
        PdfEncrypted, PdfUnreadable, PdfCertified
    """
    prepared = add_number_and_date(documents.plain(pdf))
    writer = documents.writer(prepared)
    fill_in(writer, prepared, number_text, day)
    _flatten(writer)
    return documents.written(writer)


def _flatten(writer: IncrementalPdfFileWriter) -> None:
    listed: Any = documents.entry(writer.root["/AcroForm"], "/Fields")
    found = documents.fields(writer)
    for name in OPEN_FIELDS:
        reference = found[name]
        widget = documents.resolved(reference)
        rect = [float(x) for x in widget["/Rect"]]
        page_number = _page_of(writer, widget)
        page_ref = documents.page_for_change(writer, page_number)
        page = documents.resolved(page_ref)
        shown = b"q 1 0 0 1 %.2f %.2f cm /%s Do Q" % (rect[0], rect[1], name.encode())
        drawn = generic.DictionaryObject({pdf_name("/" + name): widget["/AP"].raw_get("/N")})
        resources = generic.DictionaryObject({pdf_name("/XObject"): drawn})
        for data, before in ((b"q", True), (b"Q", False), (shown, False)):
            stream = writer.add_object(generic.StreamObject(stream_data=data))
            writer.add_stream_to_page(page_number, stream, resources if data is shown else None, prepend=before)
        _drop(page["/Annots"], reference)
        _drop(listed, reference)
        writer.update_container(page["/Annots"])
        writer.mark_update(page_ref)
    writer.update_container(listed)


def _drop(array: generic.ArrayObject, reference: generic.IndirectObject) -> None:
    for i in reversed(range(len(array))):
        if array.raw_get(i) == reference:
            del array[i]


def _page_of(writer: IncrementalPdfFileWriter, widget: generic.DictionaryObject) -> int:
    wanted = widget.raw_get("/P")
    for number in range(int(writer.root["/Pages"]["/Count"])):
        page_ref = documents.page_for_change(writer, number)
        if page_ref == wanted or page_ref == getattr(wanted, "reference", None):
            return number
    return 0


def fill_in(writer: IncrementalPdfFileWriter, pdf: bytes, number_text: str, day: date) -> None:
    """Fills the two fields in a revision that is being written.

    Args:
        writer: the revision.
        pdf: the same file, for its text.
        number_text: the whole notation ("118-TB/TU") or the number alone.
        day: the document's date.

    Raises:
        FieldsMissing: the file has no such fields.
    """
    found = documents.fields(writer)
    if any(name not in found for name in OPEN_FIELDS):
        raise FieldsMissing
    spots = find_spots(pdf)
    texts = (number_text.strip(), "ngày {} tháng {} năm {}".format(*vietnamese_date(day)))
    runs = (_number_runs(spots[0], texts[0]), _date_runs(spots[1], day))
    for name, text, spot, drawn in zip(OPEN_FIELDS, texts, spots, runs, strict=True):
        _write(writer, found[name], text, spot, drawn)


def is_open(pdf: bytes) -> bool:
    """Whether the file has both fields and both are empty."""
    found = documents.fields(documents.writer(pdf))
    return all(name in found and not str(documents.entry(found[name].get_object(), "/V", "")) for name in OPEN_FIELDS)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Runs of text in page points, over white where the line's own letters are covered."""

    runs: tuple[Run, ...]
    white: tuple[Rect, ...] = ()


def _number_runs(spot: Spot, text: str) -> _Drawing:
    line = spot.line
    if line is None:
        return _fallback(spot, f"Số {text}", align="left")
    size, style = line.letter(spot.start - 1).size, line.letter(spot.start - 1)
    rest = line.text[spot.parts[0][1] : spot.end].replace(" ", "")
    number = text[: -len(rest)] if rest and text.endswith(rest) else text
    if number.isdigit():
        number = f"{int(number):02d}"
    fits = number.isdigit() and bool(rest)
    lettering = Lettering(italic=style.italic)
    width = lettering.width(number, size)
    left = line.letter(spot.start - 1).right
    right = line.letter(spot.parts[0][1]).left if fits else 0.0
    base = line.baseline
    if fits and right - left >= width + 0.1 * size:
        # Flush with the rest of the notation, so that the two read as one.
        x = right - width - 0.02 * size
        white = _dots(line, spot.parts[0])
        return _Drawing((Run(number, x, base, size, style.italic),), white)
    whole = number + rest if number.isdigit() else text
    return _Drawing((Run(whole, left + 0.25 * size, base, size, style.italic),), ((left + 0.5, *spot.rect[1:4]),))


def _date_runs(spot: Spot, day: date) -> _Drawing:
    line = spot.line
    texts = vietnamese_date(day)
    phrase = "ngày {} tháng {} năm {}".format(*texts)
    if line is None:
        return _fallback(spot, phrase, align="right")
    if not spot.parts:
        first = line.letter(spot.start)
        found = line.text.lower().find("ngày", spot.start)
        phrase = line.text[spot.start : found] + phrase
        x = spot.rect[2] - 1 - Lettering(italic=first.italic).width(phrase, first.size)
        return _Drawing((Run(phrase, x, line.baseline, first.size, first.italic),), (spot.rect,))
    style = line.letter(spot.start - 1)
    size, base = style.size, line.baseline
    lettering = Lettering(italic=style.italic)
    runs: list[Run] = []
    white: list[Rect] = []
    for (start, end), text in zip(spot.parts, texts, strict=True):
        held = re.sub(r"\D", "", line.text[start:end])
        if held and int(held) == int(text):
            continue
        left = line.letter(start - 1).right
        last = end == len(line.text) or end == spot.end
        right = spot.rect[2] if last else line.letter(end).left
        width = lettering.width(text, size)
        if held or right - left < width + (0.1 if last else _BETWEEN) * size:
            return _whole_date(spot, texts, size, style.italic)
        x = left + 0.25 * size if last else left + (right - left - width) / 2
        runs.append(Run(text, x, base, size, style.italic))
        white.extend(_dots(line, (start, end)))
    return _Drawing(tuple(runs), tuple(white))


def _whole_date(spot: Spot, texts: tuple[str, str, str], size: float, italic: bool) -> _Drawing:
    """No room between the words: the line is covered from after "ngày" and written anew."""
    assert spot.line is not None
    left = spot.line.letter(spot.start - 1).right
    text = "{} tháng {} năm {}".format(*texts)
    run = Run(text, left + 0.25 * size, spot.line.baseline, size, italic)
    return _Drawing((run,), ((left + 0.5, *spot.rect[1:4]),))


def _fallback(spot: Spot, text: str, *, align: str) -> _Drawing:
    size = 13.0
    italic = align == "right"
    x = spot.rect[0]
    if italic:
        x = spot.rect[2] - Lettering(italic=True).width(text, size)
    return _Drawing((Run(text, x, spot.rect[1] + 5, size, italic),))


def _dots(line: Line, part: tuple[int, int]) -> tuple[Rect, ...]:
    """The dotted leader that the text would be written across, if the draft has one."""
    positions = [i for i in range(*part) if not line.text[i].isspace()]
    if not positions:
        return ()
    left, bottom, right, top = line.rect(positions[0], positions[-1] + 1)
    return ((left - 0.3, bottom - 0.8, right + 0.3, top + 0.8),)


def _write(
    writer: IncrementalPdfFileWriter, reference: generic.IndirectObject, text: str, spot: Spot, drawing: _Drawing
) -> None:
    field = documents.resolved(reference)
    rect = tuple(float(x) for x in field["/Rect"])
    assert len(rect) == 4
    content = [
        b"1 g %.2f %.2f %.2f %.2f re f" % (x0 - rect[0], y0 - rect[1], x1 - x0, y1 - y0)
        for x0, y0, x1, y1 in drawing.white
    ]
    # One face per slant: a face that draws nothing cannot be embedded.
    lettering = {x: Lettering(italic=x, writer=writer) for x in {run.italic for run in drawing.runs}}
    fonts = generic.DictionaryObject()
    for run in drawing.runs:
        face = lettering[run.italic]
        content.append(face.draw(run.moved(-rect[0], -rect[1])))
    for face in lettering.values():
        fonts[pdf_name("/" + face.resource_name)] = face.finish()
    resources = generic.DictionaryObject({pdf_name("/Font"): fonts})
    stream = _appearance_stream((rect[0], rect[1], rect[2], rect[3]), b"\n".join(content), resources)
    field["/V"] = pdf_string(text)
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(stream)})
    field["/Ff"] = generic.NumberObject(int(documents.entry(field, "/Ff", 0)) | 1)  # read-only from now on
    writer.mark_update(reference.reference)


__all__ = [
    "DATE_FIELD",
    "NUMBER_FIELD",
    "OPEN_FIELDS",
    "Spot",
    "add_number_and_date",
    "fill",
    "fill_in",
    "find_spots",
    "given_number",
    "is_open",
    "vietnamese_date",
]
