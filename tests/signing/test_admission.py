"""What may not be signed is seen before anybody is asked for a PIN, each cause by its own name."""

from __future__ import annotations

import time

import pytest

from desktop.presenters import messages_signing
from signing import documents
from signing.admission import check
from signing.problems import FileProblem, PdfRestricted, PdfTooBig
from signing.sizes import MOST_BYTES, check_size
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages, strange_pdfs
from tests.signing.conftest import Issued


@pytest.fixture(scope="module")
def draft() -> bytes:
    return pages.draft(pages=3)


@pytest.mark.parametrize("name", strange_pdfs.NOT_TO_SIGN)
def test_each_cause_has_its_name_and_its_sentence(draft: bytes, name: str) -> None:
    strange = strange_pdfs.NOT_TO_SIGN[name](draft)
    began = time.monotonic()
    with pytest.raises(FileProblem) as caught:
        check(strange)
    assert caught.value.code == strange_pdfs.CODES[name]
    assert time.monotonic() - began < 10
    text = messages_signing.sentence(caught.value.code, caught.value.args_map)
    assert "Trả lại" in text
    assert "%{" not in text
    assert messages_signing.short(caught.value.code) != messages_signing.short("no such code")


def test_ordinary_files_are_admitted(draft: bytes, issued: Issued) -> None:
    for pdf in (draft, strange_pdfs.opening_on_a_page(draft), issued.draft, issued.approved, issued.sealed):
        check(pdf)


def test_five_hundred_megabytes_are_not_even_fetched() -> None:
    check_size(MOST_BYTES)
    with pytest.raises(PdfTooBig) as caught:
        check_size(500_000_000)
    assert "100 MB" in messages_signing.sentence("pdfTooBig", caught.value.args_map)


def test_what_opens_without_a_password_is_not_said_to_have_one(draft: bytes, trust: Trust) -> None:
    restricted = strange_pdfs.restricted(draft)
    verdict = validate(restricted, trust)
    assert verdict.verdict == "unknown"
    assert [one.code for one in verdict.reasons] == ["pdfRestricted"]
    assert "mật khẩu" not in messages_signing.sentence("pdfRestricted", {})
    with pytest.raises(PdfRestricted):
        documents.reader(restricted)
