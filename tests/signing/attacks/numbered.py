"""Number and date: the two fields that a leader's signature leaves open, filled otherwise than the rule has it.

DOMAIN.md 3: filled once, in the revision that the agency's signature covers and locks; SIGNING.md, trap 8.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm

from signing import documents, fields
from signing.names import DATE_FIELD, NUMBER_FIELD, SEAL_FIELD
from tests.signing import pages
from tests.signing.attacks.family import Family
from tests.signing.attacks.incremental import GONE
from tests.signing.attacks.workshop import Change, Signing, Workshop, update

NUMBERED = Family("numbered")
DAY = date(2026, 11, 22)
TOLD = ("formFilledAfterSigning", "fieldShowsOther", "fieldChangedAfterSigning", "looksChanged", "changedAfterSigning")
_LOCK = Signing(SEAL_FIELD, lock=FieldMDPSpec(FieldMDPAction.ALL), permissions=MDPPerm.NO_CHANGES)


def _field(writer: IncrementalPdfFileWriter, name: str) -> tuple[Any, Any]:
    reference = documents.fields(writer)[name]
    return reference, documents.resolved(reference)


def _sealed_after(office: Workshop, change: Change, fill: str | None = "118-TB/ĐU") -> bytes:
    """Filled as is right but for one thing, then sealed by the agency's key with a program that does not look."""

    def both(writer: IncrementalPdfFileWriter) -> None:
        if fill is not None:
            fields.fill_in(writer, office.approved, fill, DAY)
        change(writer)

    return office.sign(update(office.approved, both), _LOCK, office.organ)


def _nothing(writer: IncrementalPdfFileWriter) -> None:
    """No change."""


def _picture(
    writer: IncrementalPdfFileWriter, name: str, content: bytes, font: generic.PdfObject | None = None
) -> None:
    reference, field = _field(writer, name)
    rect = [float(x) for x in field["/Rect"]]
    entries: dict[generic.NameObject, generic.PdfObject] = {
        pdf_name("/Type"): pdf_name("/XObject"),
        pdf_name("/Subtype"): pdf_name("/Form"),
        pdf_name("/BBox"): generic.ArrayObject(
            [documents.number(x) for x in (0, 0, rect[2] - rect[0], rect[3] - rect[1])]
        ),
    }
    if font is not None:
        fonts = generic.DictionaryObject({pdf_name("/F1"): font})
        entries[pdf_name("/Resources")] = generic.DictionaryObject({pdf_name("/Font"): fonts})
    stream = writer.add_object(generic.StreamObject(entries, stream_data=content))
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): stream})
    writer.mark_update(reference.reference)


def _helvetica(**more: generic.PdfObject) -> generic.DictionaryObject:
    font = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Font"),
            pdf_name("/Subtype"): pdf_name("/Type1"),
            pdf_name("/BaseFont"): pdf_name("/Helvetica"),
        }
    )
    for key, value in more.items():
        font[pdf_name("/" + key)] = value
    return font


def _filled(office: Workshop) -> bytes:
    return update(office.approved, lambda writer: fields.fill_in(writer, office.approved, "118-TB/ĐU", DAY))


@NUMBERED.attack("warning|unknown", *TOLD)
def filled_by_nobody(office: Workshop) -> bytes:
    """Number and date stand there, and no agency has signed."""
    return _filled(office)


@NUMBERED.attack("warning|unknown|invalid", *TOLD)
def filled_and_signed_without_a_lock(office: Workshop) -> bytes:
    return office.sign(_filled(office), Signing(SEAL_FIELD), office.organ)


@NUMBERED.attack("unknown|invalid", "issuerUnknown", "issuerBad")
def filled_and_sealed_by_a_stranger(office: Workshop) -> bytes:
    return office.sign(_filled(office), _LOCK, office.stranger)


@NUMBERED.attack("unknown", "sealNotOrgan")
def filled_and_sealed_by_a_private_person(office: Workshop) -> bytes:
    """Trusted, and no organ: the field's name is all that he has of one."""
    return office.sign(_filled(office), _LOCK, office.key("Nguyễn Văn Lạ", organization="Cá nhân"))


@NUMBERED.attack("unknown", "sealNotOrgan")
def filled_and_sealed_by_an_official(office: Workshop) -> bytes:
    """A colleague's own certificate, which names the organ as where he works."""
    return office.sign(_filled(office), _LOCK, office.other)


@NUMBERED.attack("invalid", *GONE)
def filled_and_locked_in_another_field(office: Workshop) -> bytes:
    """In a field of a name of his own, which the leader's signature did not leave open."""
    return office.sign(_filled(office), replace(_LOCK, field="Sig2"), office.other)


@NUMBERED.attack("unknown", "sealNotOrgan")
def stamped_by_a_private_person(office: Workshop) -> bytes:
    """Number and date were printed before the leader signed; the stamp alone is put there by a person."""
    approved = office.approve(fields.fill(pages.draft(), "118-TB/ĐU", DAY))
    return office.seal(approved, office.other, number=None)


def _with_text(office: Workshop, text: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, field = _field(writer, NUMBER_FIELD)
        field["/V"] = pdf_string(text.decode())
        writer.mark_update(reference.reference)

    return _sealed_after(office, change)


NUMBERED.each(
    {
        "words-in-the-number": "Chi 9.000.000 đồng".encode(),
        "another-number-than-shown": "999-TB/ĐU".encode(),
        "sentence-in-the-number": "118-TB/ĐU và thay thế mọi văn bản trước đây của cơ quan".encode(),
    },
    _with_text,
    "warning|unknown|invalid",
    *TOLD,
)


@NUMBERED.attack("warning|unknown|invalid", *TOLD)
def another_date_than_shown(office: Workshop) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, field = _field(writer, DATE_FIELD)
        field["/V"] = pdf_string("ngày 01 tháng 5 năm 2020")
        writer.mark_update(reference.reference)

    return _sealed_after(office, change)


@NUMBERED.attack("unknown|invalid", *TOLD)
def number_drawn_otherwise(office: Workshop) -> bytes:
    """The value is 118; what is drawn is 999."""
    return _sealed_after(
        office,
        lambda writer: _picture(writer, NUMBER_FIELD, b"/Tx BMC BT 0 g /F1 13 Tf 5 4 Td (999) Tj ET EMC", _helvetica()),
    )


@NUMBERED.attack("unknown|invalid", *TOLD)
def font_that_lies(office: Workshop) -> bytes:
    """Programs read 118, the eye reads 999: the font draws other glyphs than it says."""
    encoding = generic.DictionaryObject(
        {
            pdf_name("/Differences"): generic.ArrayObject(
                [generic.NumberObject(65), *(pdf_name("/nine") for _ in range(3))]
            )
        }
    )
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        b"endcodespacerange 3 beginbfchar <41> <0031> <42> <0031> <43> <0038> endbfchar endcmap end end"
    )

    def change(writer: IncrementalPdfFileWriter) -> None:
        told = writer.add_object(generic.StreamObject(stream_data=table))
        font = _helvetica(Encoding=encoding, ToUnicode=told)
        _picture(writer, NUMBER_FIELD, b"/Tx BMC BT 0 g /F1 13 Tf 5 4 Td (ABC) Tj ET EMC", font)

    return _sealed_after(office, change)


@NUMBERED.attack("unknown|invalid", *TOLD)
def number_out_of_lines(office: Workshop) -> bytes:
    """The words are there, unseen; what is seen is drawn with lines."""
    content = b"/Tx BMC BT 3 Tr /F1 13 Tf 5 4 Td (118) Tj ET EMC 0 g 8 2 3 12 re f 14 2 3 12 re f 20 2 3 12 re f"
    return _sealed_after(office, lambda writer: _picture(writer, NUMBER_FIELD, content, _helvetica()))


@NUMBERED.attack("unknown|invalid", *TOLD)
def sheet_over_the_head(office: Workshop) -> bytes:
    content = b"/Tx BMC 1 g 0 0 300 40 re f BT 0 g /F1 13 Tf 5 4 Td (118) Tj ET EMC"
    return _sealed_after(office, lambda writer: _picture(writer, NUMBER_FIELD, content, _helvetica()))


@NUMBERED.attack("warning|unknown|invalid", *TOLD)
def filled_twice(office: Workshop) -> bytes:
    """Filled once, filled anew, then sealed."""
    first = update(office.approved, lambda writer: fields.fill_in(writer, office.approved, "17-TB/ĐU", DAY))
    second = update(first, lambda writer: fields.fill_in(writer, office.approved, "118-TB/ĐU", DAY))
    return office.sign(second, _LOCK, office.organ)


@NUMBERED.attack("invalid", *GONE)
def filled_anew_after_the_seal(office: Workshop) -> bytes:
    return update(office.sealed, lambda writer: fields.fill_in(writer, office.approved, "999-TB/ĐU", DAY))


@NUMBERED.attack("invalid|unknown", *GONE)
def field_moved(office: Workshop) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, field = _field(writer, NUMBER_FIELD)
        field["/Rect"] = generic.ArrayObject([documents.number(x) for x in (80, 300, 300, 330)])
        writer.mark_update(reference.reference)

    return _sealed_after(office, change)


@NUMBERED.attack("invalid", *GONE)
def field_added(office: Workshop) -> bytes:
    """A third field comes with the number and the date."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = documents.page_for_change(writer, 0)
        field = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/Widget"),
                pdf_name("/FT"): pdf_name("/Tx"),
                pdf_name("/T"): pdf_string("Them"),
                pdf_name("/V"): pdf_string("9.000.000"),
                pdf_name("/Rect"): generic.ArrayObject([documents.number(x) for x in (80, 300, 300, 330)]),
            }
        )
        reference = writer.add_object(field)
        writer.register_annotation(page, reference)
        form: Any = writer.root["/AcroForm"]
        form["/Fields"].append(reference)
        writer.update_container(form["/Fields"])

    return _sealed_after(office, change)


@NUMBERED.attack("invalid", *GONE)
def page_changed_with_the_number(office: Workshop) -> bytes:
    """While the number is filled in, the text of the page is changed."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        stream = writer.add_object(generic.StreamObject(stream_data=b"1 g 80 400 400 40 re f"))
        writer.add_stream_to_page(0, stream)

    return _sealed_after(office, change)


@NUMBERED.attack("warning|unknown|invalid", *TOLD)
def sheet_for_a_number(office: Workshop) -> bytes:
    """The draft's number field is as large as the page."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, field = _field(writer, NUMBER_FIELD)
        field["/Rect"] = generic.ArrayObject([documents.number(x) for x in (50, 300, 550, 700)])
        writer.mark_update(reference.reference)

    return office.seal(office.approve(update(office.draft, change)))


@NUMBERED.attack("invalid|unknown", "looksChanged", "signatureHidesText", "changedAfterSigning")
def seal_over_the_text(office: Workshop) -> bytes:
    """The agency's picture is a sheet over a line of the text."""
    from tests.signing.attacks.appearances import sheet

    return office.sign(_filled(office), replace(_LOCK, box=(80, 560, 380, 620), look=sheet()), office.organ)


@NUMBERED.attack("invalid|unsigned", "signatureRemoved", "changedAfterSigning")
def leader_taken_out(office: Workshop) -> bytes:
    """The leader's signature goes, the agency's stays."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, field = _field(writer, "ChuKyLanhDao")
        del field["/V"]
        writer.mark_update(reference.reference)

    return update(office.sealed, change)
