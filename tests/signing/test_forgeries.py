"""Files that were tampered with are never valid, whatever the way; and what is merely unusual is not called forged."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper

from signing import approval, documents, fields, levels, sign
from signing.appearance import Appearance
from signing.place import Place
from signing.problems import NotApproved
from signing.signer import KeySigner
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages
from tests.signing.conftest import Issued, issue
from tests.signing.office_pki import Served

pytestmark = pytest.mark.expects_log("Error in diff operation", "Encountered signature", "pyhanko")

_CMS = re.compile(rb"/Contents\s*<([0-9a-fA-F]{2000,})>")
Change = Callable[[IncrementalPdfFileWriter], None]


def update(pdf: bytes, change: Change) -> bytes:
    """An attacker's revision on top."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    change(writer)
    return documents.written(writer)


def _page(writer: IncrementalPdfFileWriter) -> Any:
    return documents.resolved(documents.page_for_change(writer, 0))


def _object(reference: Any) -> Any:
    return documents.resolved(reference)


def _picture(writer: IncrementalPdfFileWriter, rect: tuple[float, float]) -> generic.IndirectObject:
    box = generic.ArrayObject([documents.number(x) for x in (0, 0, *rect)])
    entries: dict[generic.NameObject, generic.PdfObject] = {
        pdf_name("/Type"): pdf_name("/XObject"),
        pdf_name("/Subtype"): pdf_name("/Form"),
        pdf_name("/BBox"): box,
    }
    return writer.add_object(generic.StreamObject(entries, stream_data=b"1 0 0 rg 0 0 500 500 re f"))


def new_content(writer: IncrementalPdfFileWriter) -> None:
    stream = writer.add_object(generic.StreamObject(stream_data=b"1 0 0 rg 100 400 200 200 re f"))
    writer.add_stream_to_page(0, stream)


def overwritten_content(writer: IncrementalPdfFileWriter) -> None:
    page = _page(writer)
    contents = page.raw_get("/Contents")
    reference = contents if isinstance(contents, generic.IndirectObject) else contents.raw_get(0)
    stream = _object(reference)
    stream._data = b"1 0 0 rg 100 400 200 200 re f"
    stream._encoded_data = None
    writer.mark_update(reference.reference)


def note_on_top(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Stamp"),
            pdf_name("/F"): generic.NumberObject(4),
            pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(x) for x in (100, 400, 300, 500)]),
            pdf_name("/AP"): generic.DictionaryObject({pdf_name("/N"): _picture(writer, (200, 100))}),
        }
    )
    reference = documents.page_for_change(writer, 0)
    writer.register_annotation(reference, writer.add_object(note))


def swapped_field_picture(writer: IncrementalPdfFileWriter) -> None:
    field = documents.fields(writer)[fields.NUMBER_FIELD]
    _object(field)["/AP"] = generic.DictionaryObject({pdf_name("/N"): _picture(writer, (200, 100))})
    writer.mark_update(field.reference)


def field_picture_overwritten_in_place(writer: IncrementalPdfFileWriter) -> None:
    reference = _object(documents.fields(writer)[fields.NUMBER_FIELD])["/AP"].raw_get("/N")
    stream = _object(reference)
    stream._data = b"1 0 0 rg 0 0 500 500 re f"
    stream._encoded_data = None
    writer.mark_update(reference.reference)


def other_number(writer: IncrementalPdfFileWriter) -> None:
    field = documents.fields(writer)[fields.NUMBER_FIELD]
    _object(field)["/V"] = pdf_string("999-TB/ĐU")
    writer.mark_update(field.reference)


def moved_field(writer: IncrementalPdfFileWriter) -> None:
    field = documents.fields(writer)[fields.NUMBER_FIELD]
    _object(field)["/Rect"] = generic.ArrayObject([generic.NumberObject(x) for x in (50, 300, 550, 700)])
    writer.mark_update(field.reference)


def seal_removed(writer: IncrementalPdfFileWriter) -> None:
    field = documents.fields(writer)[sign.SEAL_FIELD]
    del _object(field)["/V"]
    writer.mark_update(field.reference)


def all_fields_removed(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/AcroForm"]
    writer.update_root()


def seal_picture_swapped(writer: IncrementalPdfFileWriter) -> None:
    field = documents.fields(writer)[sign.SEAL_FIELD]
    _object(field)["/AP"] = generic.DictionaryObject({pdf_name("/N"): _picture(writer, (100, 100))})
    writer.mark_update(field.reference)


def page_taken_out(writer: IncrementalPdfFileWriter) -> None:
    tree: Any = writer.root["/Pages"]
    tree["/Kids"] = generic.ArrayObject([tree["/Kids"].raw_get(0), tree["/Kids"].raw_get(0)])
    tree["/Count"] = generic.NumberObject(2)
    writer.update_container(tree)


def font_swapped(writer: IncrementalPdfFileWriter) -> None:
    resources = _page(writer)["/Resources"]
    for name in list(resources["/Font"]):
        font = resources["/Font"].raw_get(name)
        if isinstance(font, generic.IndirectObject):
            found = _object(font)
            found["/Subtype"] = pdf_name("/Type1")
            found["/BaseFont"] = pdf_name("/Symbol")
            writer.mark_update(font.reference)


def script_on_opening(writer: IncrementalPdfFileWriter) -> None:
    action = generic.DictionaryObject({pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("1")})
    writer.root["/OpenAction"] = action
    writer.update_root()


def other_root(writer: IncrementalPdfFileWriter) -> None:
    page = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Page"),
            pdf_name("/MediaBox"): generic.ArrayObject([generic.NumberObject(x) for x in (0, 0, 595, 842)]),
        }
    )
    tree = generic.DictionaryObject(
        {pdf_name("/Type"): pdf_name("/Pages"), pdf_name("/Count"): generic.NumberObject(1)}
    )
    reference = writer.add_object(tree)
    page["/Parent"] = reference
    tree["/Kids"] = generic.ArrayObject([writer.add_object(page)])
    writer.root["/Pages"] = reference
    writer.update_root()


CHANGES: list[Change] = [
    new_content, overwritten_content, note_on_top, swapped_field_picture, field_picture_overwritten_in_place,
    other_number, moved_field, seal_removed, all_fields_removed, seal_picture_swapped, page_taken_out, font_swapped,
    script_on_opening, other_root,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_a_revision_on_top_is_never_valid(issued: Issued, trust: Trust, change: Change) -> None:
    found = validate(update(issued.sealed, change), trust)
    assert found.verdict == "invalid", found.report


@pytest.mark.parametrize(
    "change",
    [one for one in CHANGES if one not in (seal_removed, seal_picture_swapped)],
    ids=lambda one: one.__name__,
)
def test_nor_between_leader_and_agency(issued: Issued, trust: Trust, agency: SoftwareKey, change: Change) -> None:
    """Even when the agency's key then signs it (with a program that does not look)."""
    changed = update(issued.approved, change)
    assert validate(changed, trust).verdict != "valid"


# -- bytes -------------------------------------------------------------------------------------------------------

_SHADOW = b"""
4 0 obj
<</Length 29>>
stream
1 0 0 rg 100 400 200 200 re f
endstream
endobj
trailer
<</Root 1 0 R/Size 5>>
"""


@pytest.mark.parametrize(
    "tail",
    [b"garbage", b"%hidden", b"\n%%EOF", _SHADOW, _SHADOW + b"startxref\n0\n%%EOF", b"x" * 3000, b"\0\0\0a"],
)
def test_bytes_after_the_last_revision(issued: Issued, trust: Trust, tail: bytes) -> None:
    assert validate(issued.sealed + tail, trust).verdict in ("invalid", "unknown")


def test_white_space_at_the_end_is_harmless(issued: Issued, trust: Trust) -> None:
    assert validate(issued.approved + b"\r\n\n", trust).verdict == "valid"


def test_a_removed_signature_is_named(issued: Issued, trust: Trust) -> None:
    for change in (seal_removed, all_fields_removed):
        found = validate(update(issued.sealed, change), trust)
        assert "signatureRemoved" in [one.code for one in found.reasons]


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_flipped_byte(issued: Issued, trust: Trust, part: float) -> None:
    broken = bytearray(issued.sealed)
    broken[int(len(broken) * part)] ^= 0x15
    assert validate(bytes(broken), trust).verdict != "valid"


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.95, 0.999])
def test_truncated(issued: Issued, trust: Trust, part: float) -> None:
    assert validate(issued.sealed[: int(len(issued.sealed) * part)], trust).verdict != "valid"


def test_stripped(issued: Issued, trust: Trust) -> None:
    out = io.BytesIO()
    writer = copy_into_new_writer(documents.reader(issued.sealed))
    del writer.root["/AcroForm"]
    writer.write(out)
    # The form is gone, the signatures still lie on the page: traces enough to say what became of it.
    assert validate(out.getvalue(), trust).verdict == "invalid"


def test_written_anew_by_another_program(issued: Issued, trust: Trust) -> None:
    out = io.BytesIO()
    copy_into_new_writer(documents.reader(issued.sealed)).write(out)
    assert validate(out.getvalue(), trust).verdict == "invalid"


def test_the_covered_range_was_moved(issued: Issued, trust: Trust) -> None:
    found = re.search(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", issued.approved)
    assert found is not None
    whole = found[0]
    for group in (2, 3, 4):
        start, end = found.span(group)
        number = str(int(found[group]) - 20).rjust(end - start, "0").encode()
        changed = issued.approved[:start] + number + issued.approved[end:]
        assert len(changed) == len(issued.approved)
        assert validate(changed, trust).verdict != "valid", whole


def test_the_signature_was_blanked(issued: Issued, trust: Trust) -> None:
    found = _CMS.search(issued.sealed)
    assert found is not None
    changed = issued.sealed[: found.start(1)] + b"0" * len(found[1]) + issued.sealed[found.end(1) :]
    assert validate(changed, trust).verdict != "valid"


def test_signature_of_another_document(issued: Issued, leader: SoftwareKey, agency: SoftwareKey, trust: Trust) -> None:
    """The CMS of one document put into another."""
    other = issue(leader, agency, sign.Options()).approved
    first, second = _CMS.search(issued.approved), _CMS.search(other)
    assert first is not None
    assert second is not None
    value = second[1].rstrip(b"0").ljust(len(first[1]), b"0")[: len(first[1])]
    changed = issued.approved[: first.start(1)] + value + issued.approved[first.end(1) :]
    assert validate(changed, trust).verdict != "valid"


# -- form fields and who fills them ------------------------------------------------------------------------------


def _filled(writer: IncrementalPdfFileWriter, pdf: bytes) -> bytes:
    fields.fill_in(writer, pdf, "118-TB/ĐU", date(2026, 11, 22))
    return documents.written(writer)


def test_fields_filled_by_nobody_in_particular_warn(issued: Issued, trust: Trust) -> None:
    found = validate(_filled(documents.writer(issued.approved), issued.approved), trust)
    assert found.verdict == "warning"
    assert "formFilledAfterSigning" in [one.code for one in found.all_reasons()]


def test_fields_filled_and_sealed_by_a_stranger(issued: Issued, trust: Trust) -> None:
    stranger = Served()
    try:
        key = stranger.pki.issue("Đảng ủy xã An Phú")
        sealed = sign.seal(issued.approved, key, number_text="118-TB/ĐU", date_text="2026-11-22").pdf
    finally:
        stranger.close()
    assert validate(sealed, trust).verdict == "unknown"


def test_another_form_field_filled_after_signing_warns(leader: SoftwareKey, trust: Trust) -> None:
    """A field that the signature did not lock (another program's signature): unusual, not forged."""
    draft = fields.add_number_and_date(pages.draft())

    def rename(writer: IncrementalPdfFileWriter) -> None:
        field = documents.fields(writer)[fields.NUMBER_FIELD]
        _object(field)["/T"] = pdf_string("GhiChu")
        writer.mark_update(field.reference)

    out = io.BytesIO()
    metadata = PdfSignatureMetadata(field_name="Sig1", md_algorithm="sha256")
    PdfSigner(metadata, signer=KeySigner(leader)).sign_pdf(documents.writer(update(draft, rename)), output=out)

    def fill(writer: IncrementalPdfFileWriter) -> None:
        field = documents.fields(writer)["GhiChu"]
        _object(field)["/V"] = pdf_string("điền sau")
        writer.mark_update(field.reference)

    assert validate(out.getvalue(), trust).verdict == "valid"
    assert validate(update(out.getvalue(), fill), trust).verdict == "warning"


def test_a_sheet_disguised_as_a_number_field(leader: SoftwareKey, agency: SoftwareKey, trust: Trust) -> None:
    """The draft's author makes the number field as large as the page; what is filled in hides the text."""
    draft = update(fields.add_number_and_date(pages.draft()), moved_field)
    approved = sign.approve(draft, leader).pdf
    sealed = sign.seal(approved, agency, number_text="118-TB/ĐU", date_text="2026-11-22").pdf
    assert validate(sealed, trust).verdict == "warning"


def test_a_later_signature_over_the_text_is_said(leader: SoftwareKey, agency: SoftwareKey, trust: Trust) -> None:
    approved = sign.approve(fields.fill(pages.draft(), "118-TB/ĐU", date(2026, 11, 22)), leader).pdf
    cover = Appearance(Place(0, (50, 300, 550, 700)), pages.stamp())
    found = validate(sign.seal(approved, agency, cover).pdf, trust)
    assert found.verdict == "warning"
    assert "signatureCoversPage" in [one.code for one in found.all_reasons()]


def _stamped(pdf: bytes, timestamps: TimestampService, name: str, box: tuple[int, int, int, int]) -> bytes:
    """A document time-stamp with a picture of its own."""
    writer = documents.writer(pdf)
    append_signature_field(writer, SigFieldSpec(name, on_page=0, box=box))
    field = documents.fields(writer)[name]
    look = _picture(writer, (box[2] - box[0], box[3] - box[1]))
    _object(field)[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): look})
    writer.mark_update(field.reference)
    stamper = PdfTimeStamper(timestamps, field_name=name)
    return asyncio.run(stamper.async_timestamp_pdf(writer, "sha256", bytes_reserved=32768)).getvalue()


@pytest.mark.parametrize("name", ["Stamp1", "ChuKyCoQuan"])
@pytest.mark.parametrize("box", [(60, 20, 560, 60), (0, 0, 595, 400), (300, 300, 304, 304)])
def test_a_timestamp_that_shows_something(
    leader: SoftwareKey, trust: Trust, timestamps: TimestampService, name: str, box: tuple[int, int, int, int]
) -> None:
    """Anybody can have a file time-stamped: what the stamp's picture says is nobody's word."""
    approved = sign.approve(pages.draft(), leader).pdf
    out = io.BytesIO()
    metadata = PdfSignatureMetadata(field_name="Sig1", md_algorithm="sha256")
    PdfSigner(metadata, signer=KeySigner(leader)).sign_pdf(documents.writer(pages.draft()), output=out)
    for signed in (approved, out.getvalue()):
        forged = _stamped(signed, timestamps, name, box)
        assert validate(forged, trust).verdict == "invalid"
        with pytest.raises(NotApproved):
            approval.check(forged, approval.ANYBODY, trust, seal_field="")
        again = asyncio.run(levels.stamp(forged, timestamps))
        assert validate(again, trust).verdict == "invalid"


def test_a_timestamp_that_shows_nothing(leader: SoftwareKey, trust: Trust, timestamps: TimestampService) -> None:
    approved = sign.approve(pages.draft(), leader).pdf
    plain = asyncio.run(levels.stamp(approved, timestamps))
    assert validate(asyncio.run(levels.stamp(plain, timestamps)), trust).verdict == "valid"
    assert approval.check(plain, approval.ANYBODY, trust, seal_field="") == ()


# -- certificates ------------------------------------------------------------------------------------------------


def test_the_same_names_from_another_root(trust: Trust) -> None:
    stranger = Served()
    try:
        key, organ = stranger.pki.issue(pages.LEADER), stranger.pki.issue("Đảng ủy xã An Phú")
        made = issue(key, organ, sign.Options())
    finally:
        stranger.close()
    found = validate(made.sealed, trust)
    assert found.verdict == "unknown"
    assert {one.code for one in found.all_reasons()} == {"issuerUnknown"}


def test_nobody_is_trusted_without_roots(issued: Issued) -> None:
    assert validate(issued.sealed, Trust()).verdict == "unknown"
