"""The number and the date of a document as two form fields that the leader's signature leaves open (DOMAIN.md 3).

Puts an empty field over each of the lines that ``number_lines`` finds, and fills them later in the type of the line
they stand on. Knows ``number_lines``, ``lettering`` and the shape of pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from . import documents
from .lettering import Lettering, Run
from .names import DATE_FIELD, NUMBER_FIELD, OPEN_FIELDS
from .number_lines import BETWEEN, Spot, find_spots, given_number, notation_of
from .page_shape import AGAINST, PageShape, Rect
from .page_text import Line
from .problems import FieldsMissing
from .shapes import shape_in, shape_of

_SIZE = 13.0  # points, where no line tells (Annex I: 13 to 14)

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
    form, shape = _form(writer), shape_of(pdf, 0)
    for name, label, spot in missing:
        form["/Fields"].append(_add_field(writer, name, label, spot, shape))
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


def _add_field(
    writer: IncrementalPdfFileWriter, name: str, label: str, spot: Spot, shape: PageShape
) -> generic.IndirectObject:
    size = spot.line.size if spot.line else _SIZE / shape.unit
    page_ref = documents.page_for_change(writer, spot.page)
    rect = generic.ArrayObject([documents.number(x) for x in shape.own_rect(spot.rect)])
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
    if shape.turn:
        field["/MK"] = generic.DictionaryObject({pdf_name("/R"): generic.NumberObject(shape.turn)})
    blank = _appearance_stream(spot.rect, b"", None, shape.turn)
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(blank)})
    reference = writer.add_object(field)
    writer.register_annotation(page_ref, reference)
    return reference


def _appearance_stream(
    rect: Rect, content: bytes, resources: generic.DictionaryObject | None, turn: int
) -> generic.StreamObject:
    """What a field shows, upright; ``rect`` is where it stands on the page as shown."""
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
    if turn:
        numbers = [generic.NumberObject(x) for x in (*AGAINST[turn], 0, 0)]
        entries[pdf_name("/Matrix")] = generic.ArrayObject(numbers)
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
        # The form turns about its own corner: what it covers then begins elsewhere.
        a, b, c, d = AGAINST[shape_in(writer, page_number).turn]
        _, _, wide, high = (float(x) for x in documents.resolved(widget["/AP"].raw_get("/N"))["/BBox"])
        dx, dy = min(0.0, a * wide, c * high), min(0.0, b * wide, d * high)
        shown = b"q 1 0 0 1 %.2f %.2f cm /%s Do Q" % (rect[0] - dx, rect[1] - dy, name.encode())
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
    spots = find_spots(pdf, shape_in(writer, 0))
    texts = (number_text.strip(), "ngày {} tháng {} năm {}".format(*vietnamese_date(day)))
    runs = (_number_runs(spots[0], texts[0]), _date_runs(spots[1], day))
    for name, text, spot, drawn in zip(OPEN_FIELDS, texts, spots, runs, strict=True):
        _write(writer, found[name], text, spot, drawn)


def is_open(pdf: bytes) -> bool:
    """Whether the file has both fields and both are empty."""
    return are_open(documents.writer(pdf))


def are_open(writer: IncrementalPdfFileWriter) -> bool:
    """The same of a file that is being written to."""
    found = documents.fields(writer)
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
    rest = notation_of(line.text[spot.parts[0][1] : spot.end])
    number = notation_of(text)[: -len(rest)] if rest and notation_of(text).endswith(rest) else text
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
        if held or right - left < width + (0.1 if last else BETWEEN) * size:
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
    size = (spot.rect[3] - spot.rect[1]) * _SIZE / 20  # as the layout rule has it, whatever the page's unit
    italic = align == "right"
    x = spot.rect[0]
    if italic:
        x = spot.rect[2] - Lettering(italic=True).width(text, size)
    return _Drawing((Run(text, x, spot.rect[1] + 0.4 * size, size, italic),))


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
    shape = shape_in(writer, _page_of(writer, field))
    left, bottom, right, top = (float(x) for x in field["/Rect"])
    rect = shape.seen_rect((left, bottom, right, top))
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
    stream = _appearance_stream(rect, b"\n".join(content), resources, shape.turn)
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
