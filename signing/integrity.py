"""What the signatures of a file cover, and whether that is untouched: without asking who signed.

Knows pyHanko's integrity checks. Trust is ``chains``' question, looks are ``looks``'.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffPolicy,
    DiffResult,
    FormUpdatingRule,
    GenericFieldModificationRule,
    ModificationLevel,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from . import covered, documents, signature_values
from .problems import PdfUnreadable

TIMESTAMP_FILTER = "/ETSI.RFC3161"
SIGNATURE_FILTERS = frozenset({"/ETSI.CAdES.detached", "/adbe.pkcs7.detached", "/PBAD.PAdES"})

_MOST_WIDGETS = 64  # of one field


@dataclass(frozen=True)
class Found:
    """One filled signature field. ``signature`` is None when its kind is not one we read."""

    name: str
    subfilter: str
    signature: EmbeddedPdfSignature | None
    problem: str = ""

    @property
    def is_timestamp(self) -> bool:
        """A document timestamp, told by its SubFilter and never by its Type."""
        return self.subfilter == TIMESTAMP_FILTER


@dataclass(frozen=True)
class Integrity:
    """Whether the bytes a signature covers are as they were, and what came after.

    Attributes:
        intact: the digest of the covered bytes is the signed one.
        authentic: the signature over that digest is the certificate's.
        coverage: "file", "revision" or "part".
        changed: "no", "evidence" (timestamps, revocation answers), "form" (signatures, fields) or "content".
        fields: names of form fields, signatures included, changed after this signature.
        detail: what the comparison objected to.
    """

    intact: bool
    authentic: bool
    coverage: str
    changed: str
    fields: frozenset[str]
    detail: str = ""


_COVERAGE = {
    SignatureCoverageLevel.ENTIRE_FILE: "file",
    SignatureCoverageLevel.ENTIRE_REVISION: "revision",
}
_CHANGED = {
    ModificationLevel.NONE: "no",
    ModificationLevel.LTA_UPDATES: "evidence",
    ModificationLevel.FORM_FILLING: "form",
}


def _policy() -> DiffPolicy:
    """pyHanko's rules, but no appearance stream may be overwritten in place: that is how a picture is swapped, and
    the rule that allows it takes an untouched stream of an earlier revision for a changed one."""
    rules = [
        SigFieldCreationRule(),
        SigFieldModificationRule(allow_in_place_appearance_stream_changes=False),
        GenericFieldModificationRule(allow_in_place_appearance_stream_changes=False),
    ]
    assert isinstance(DEFAULT_DIFF_POLICY, StandardDiffPolicy)
    return StandardDiffPolicy(DEFAULT_DIFF_POLICY.global_rules, FormUpdatingRule(field_rules=rules))


_POLICY = _policy()


def signatures(reader: PdfFileReader) -> list[Found]:
    """All filled signature fields in the order of their revisions, also those that we cannot read.

    Raises:
        PdfUnreadable: the form that they belong to cannot be gone through.
    """
    try:
        found = list(_found(reader))
    except documents.READ_ERRORS as error:
        raise PdfUnreadable(f"{type(error).__name__}: {error}") from error
    return sorted(found, key=lambda one: one.signature.signed_revision if one.signature else -1)


def _found(reader: PdfFileReader) -> Iterator[Found]:
    seen: set[generic.Reference] = set()
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        held = documents.resolved(field)
        if value is not None:
            place = signature_values.place_of(held)
            if place is not None:
                seen.add(place)
                signature_values.remember(reader, place)
            yield _read(reader, name, value, held)
    if covered.file_bytes(reader).count(b"/ByteRange") > len(seen):
        yield from _on_pages_alone(reader, seen)


def _read(reader: PdfFileReader, name: str, value: Any, field: generic.DictionaryObject) -> Found:
    subfilter = ""
    try:
        subfilter = str(documents.entry(value.get_object(), "/SubFilter", ""))
        if subfilter not in SIGNATURE_FILTERS and subfilter != TIMESTAMP_FILTER:
            return Found(name, subfilter, None, f"SubFilter {subfilter}")
        return Found(name, subfilter, EmbeddedPdfSignature(reader, field, name))
    except Exception as error:  # noqa: BLE001 - a signature that cannot be read is told as such, whatever broke it
        return Found(name, subfilter, None, f"{type(error).__name__}: {error}")


def _on_pages_alone(reader: PdfFileReader, seen: set[generic.Reference]) -> Iterator[Found]:
    """Signatures that lie on a page and are missing from the form: poppler adds them so to a file with a form."""
    for page in documents.pages(reader):
        for reference in documents.entry(page, "/Annots", ()):
            widget = reference.get_object()
            if not isinstance(widget, generic.DictionaryObject) or documents.entry(widget, "/FT") != "/Sig":
                continue
            value = documents.entry(widget, "/V")
            place = signature_values.place_of(widget) if value is not None else None
            if place is not None and place not in seen:
                seen.add(place)
                signature_values.remember(reader, place)
                yield _read(reader, str(documents.entry(widget, "/T", "")), value, widget)


def check(signature: EmbeddedPdfSignature) -> Integrity:
    """Checks one signature's bytes.

    Raises:
        SignatureValidationError and pyHanko's reading errors: the signature is malformed.
    """
    wrong = covered.fault(covered.file_bytes(signature.reader), signature)
    if wrong:
        # Nothing that such a signature says of the file can be relied on, not even what its digest is taken of.
        return Integrity(False, False, "part", "content", frozenset(), wrong)
    signature.compute_integrity_info(skip_diff=True)
    assert signature.coverage is not None
    digest = signature.compute_digest()
    timestamp = str(documents.entry(signature.sig_object, "/SubFilter", "")) == TIMESTAMP_FILTER
    detail = ""
    _ = signature.signer_cert  # without it there is nothing to check with, and that is said by an error
    try:
        intact, authentic = _timestamp_integrity(signature) if timestamp else _data_integrity(signature, digest)
    except SignatureValidationError as error:
        # Another certificate than it names, or attributes that are not what the standard asks: it proves nothing.
        intact, authentic, detail = True, False, str(error)
    difference = _difference(signature)
    if isinstance(difference, DiffResult):
        changed = _CHANGED.get(difference.modification_level, "content")
        names = frozenset(difference.changed_form_fields)
        level = signature.docmdp_level
        if level is MDPPerm.NO_CHANGES and changed == "form":
            changed, detail = "content", "changed although the signature allows no change"
        if changed != "content" and _shown_stamp_after(signature):
            changed, detail = "content", "a later time-stamp shows something on a page"
    else:
        changed, names, detail = "content", frozenset(), str(difference)
    coverage = _COVERAGE.get(signature.coverage, "part")
    return Integrity(intact, authentic, coverage, changed, names, detail)


def _data_integrity(signature: EmbeddedPdfSignature, digest: bytes) -> tuple[bool, bool]:
    return validate_sig_integrity(
        signature.signer_info, signature.signer_cert, expected_content_type="data", actual_digest=digest
    )


def _difference(signature: EmbeddedPdfSignature) -> DiffResult | SuspiciousModification:
    """What came after; a later revision that cannot be read is a change."""
    try:
        return signature.evaluate_modifications(_POLICY)
    except documents.READ_ERRORS as error:
        return SuspiciousModification(f"{type(error).__name__}: {error}")


def _shown_stamp_after(signature: EmbeddedPdfSignature) -> bool:
    """Whether a later document time-stamp takes room on a page: nobody answers for what such a picture says, and
    the rules that let time-stamps follow any signature were made for invisible ones."""
    try:
        return any(
            one.is_timestamp
            and (one.signature is None or one.signature.signed_revision > signature.signed_revision)
            and _takes_room(field)
            for one, field in _with_fields(signature.reader)
        )
    except documents.READ_ERRORS:
        return True


def _with_fields(reader: PdfFileReader) -> Iterator[tuple[Found, generic.DictionaryObject]]:
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        if value is not None and str(documents.entry(value.get_object(), "/SubFilter", "")) == TIMESTAMP_FILTER:
            held = documents.resolved(field)
            yield _read(reader, name, value, held), held


def _takes_room(field: generic.DictionaryObject) -> bool:
    waiting: list[Any] = [field]
    for _ in range(_MOST_WIDGETS):
        if not waiting:
            return False
        one = waiting.pop().get_object()
        if not isinstance(one, generic.DictionaryObject):
            return True
        rect = documents.entry(one, "/Rect")
        if rect is not None:
            x0, y0, x1, y1 = (float(x) for x in rect)
            if x0 != x1 and y0 != y1:
                return True
        waiting += documents.entry(one, "/Kids", ())
    return True


def _timestamp_integrity(signature: EmbeddedPdfSignature) -> tuple[bool, bool]:
    signed: Any = signature.signed_data
    content = signed["encap_content_info"]["content"]
    imprint = content.parsed["message_imprint"]
    if imprint["hashed_message"].native != signature.compute_digest():
        return False, False
    actual = hashlib.new(signature.md_algorithm, bytes(content)).digest()
    return validate_sig_integrity(
        signature.signer_info, signature.signer_cert, expected_content_type="tst_info", actual_digest=actual
    )
