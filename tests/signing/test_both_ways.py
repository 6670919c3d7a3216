"""Number and date both ways (DOMAIN.md 3), from the draft to the issued file, as we and strangers judge it.

Way A: the number is reserved before the leader signs and stands on the page. Way B: two open fields are filled in the
revision that the agency signs and locks.
"""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms, pem

from desktop.presenters import signing_places
from desktop.presenters.drafting import make_ready
from signing import documents, fields, place, printed_head, sign
from signing.appearance import Appearance, trimmed
from signing.problems import NumberDiffers
from signing.software import SoftwareKey
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages, papers, reference
from tests.signing.office_pki import Pki

DAY = date(2026, 11, 23)
HEADS: dict[str, tuple[dict[str, Any], str]] = {
    "party": ({"number": "Số          -TB/ĐU"}, "118-TB/ĐU"),
    "state": ({"number": "Số:        /TB-UBND", "style": "state"}, "118/TB-UBND"),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, served: object) -> Path:
    """poppler's trust: the tests' root and its sub-CA."""
    pki: Pki = served.pki  # type: ignore[attr-defined]
    directory = tmp_path_factory.mktemp("nss")
    subprocess.run(["certutil", "-N", "-d", f"sql:{directory}", "--empty-password"], check=True)
    for name, der, flags in (("root", pki.root.der, "CT,C,C"), ("ca", pki.ca.der, ",,")):
        (directory / name).write_bytes(der)
        subprocess.run(
            ["certutil", "-A", "-d", f"sql:{directory}", "-n", name, "-t", flags, "-i", str(directory / name)],
            check=True,
        )
    (directory / "root.pem").write_bytes(pem.armor("CERTIFICATE", pki.root.der))
    return directory


def issued(way: str, head: str, turn: int, leader: SoftwareKey, agency: SoftwareKey) -> bytes:
    """A document from the draft dialog's file to the issued one, through the functions that the desks call."""
    words, notation = HEADS[head]
    ready = make_ready(papers.stored(pages.draft(**words), turn=turn) if turn else pages.draft(**words))
    assert ready.given_number is None
    document = {"notation": notation, "documentDate": DAY.isoformat(), "reserved": way == "A"}
    draft = signing_places.ready_for_approval(ready.data, document)
    assert fields.is_open(draft) == (way == "B")
    looked = signing_places.look_for_leader(draft, "", pages.LEADER, "Bí thư")
    assert looked.place is not None
    approved = sign.approve(draft, leader, Appearance(looked.place, trimmed(pages.handwriting()))).pdf
    seen = signing_places.look_for_seal(approved, "", pages.LEADER)
    assert seen.place is not None
    signing_places.check_for_sealing(approved, document)
    look = Appearance(seen.place, pages.stamp())
    return sign.seal(approved, agency, look, notation, DAY, sign.Options()).pdf


@pytest.mark.parametrize("way", ["A", "B"])
@pytest.mark.parametrize(("head", "turn"), [("party", 0), ("state", 0), ("state", 90)])
def test_the_issued_document_is_plainly_valid_to_all(
    way: str, head: str, turn: int, leader: SoftwareKey, agency: SoftwareKey, trust: Trust, database: Path,
    tmp_path: Path,
) -> None:  # fmt: skip
    pdf = issued(way, head, turn, leader, agency)
    verdict = validate(pdf, trust)
    assert verdict.verdict == "valid", verdict.report
    assert verdict.all_reasons() == ()
    assert [one.role_hint for one in verdict.signatures] == ["leader", "agency"]
    path = tmp_path / "issued.pdf"
    path.write_bytes(pdf)
    command = ["pdfsig", "-nssdir", f"sql:{database}", "-no-ocsp", str(path)]
    said = subprocess.run(command, capture_output=True, text=True).stdout
    assert said.count("Signature is Valid.") == 2, said
    assert "Total document signed" in said
    for signature in documents.reader(pdf).embedded_signatures:
        _judged_by_openssl(pdf, signature, tmp_path, database / "root.pem")
    assert "118" in _head(pdf)
    assert "23" in _head(pdf)


def _judged_by_openssl(pdf: bytes, signature: object, directory: Path, root: Path) -> None:
    start, length, again, rest = (int(x) for x in signature.byte_range)  # type: ignore[attr-defined]
    (directory / "content").write_bytes(pdf[start : start + length] + pdf[again : again + rest])
    # Without the zeros that fill the room kept for it.
    message = cms.ContentInfo.load(signature.pkcs7_content).dump()  # type: ignore[attr-defined]
    (directory / "cms").write_bytes(message)
    done = subprocess.run(
        ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", str(directory / "cms"),
         "-CAfile", str(root), "-purpose", "any", "-content", str(directory / "content"), "-out", "/dev/null"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def _head(pdf: bytes) -> str:
    """What a person reads in the upper part of page 1, annotations included."""
    import pypdfium2.raw as pdfium_c

    from signing.page_text import open_document, page_lines

    with open_document(pdf) as document:
        document.init_forms()
        page = document[0]
        pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY)
        page.close()
        return " ".join(line.text for line in page_lines(document, 0)[:8])


def test_both_ways_look_alike(leader: SoftwareKey, agency: SoftwareKey) -> None:
    from PIL import ImageChops

    one, two = (reference.drawn(issued(way, "party", 0, leader, agency), 2) for way in "AB")
    difference = ImageChops.difference(one, two).convert("L")
    assert sum(value > 40 for value in difference.tobytes()) < 40


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        ("Số 118-TB/ĐU", "An Phú, ngày 23 tháng 11 năm 2026", ("118", DAY)),
        ("Số: 05/QĐ-UBND", "An Phú, ngày 05 tháng 02 năm 2026", ("05", date(2026, 2, 5))),
        ("Số          -TB/ĐU", "An Phú, ngày        tháng        năm 2026", (None, None)),
        ("Số 118-TB/ĐU", "An Phú, ngày 31 tháng 02 năm 2026", ("118", None)),
    ],
)
def test_what_is_printed_is_read(number: str, day: str, expected: tuple[str | None, date | None]) -> None:
    assert printed_head.printed(pages.draft(number=number, day=day)) == expected


@pytest.mark.parametrize(
    ("number", "day", "printed"),
    [
        ("Số 119-TB/ĐU", "An Phú, ngày 23 tháng 11 năm 2026", "119"),
        ("Số 118-TB/ĐU", "An Phú, ngày 24 tháng 11 năm 2026", "24/11/2026"),
    ],
)
def test_another_number_or_date_than_was_given_is_neither_approved_nor_sealed(
    number: str, day: str, printed: str, leader: SoftwareKey
) -> None:
    draft = pages.draft(number=number, day=day)
    document = {"notation": "118-TB/ĐU", "documentDate": "2026-11-23", "reserved": True}
    with pytest.raises(NumberDiffers) as caught:
        signing_places.ready_for_approval(draft, document)
    assert caught.value.args_map["printed"] == printed
    approved = sign.approve(draft, leader).pdf
    with pytest.raises(NumberDiffers):
        signing_places.sealed_look(approved, document)
    with pytest.raises(NumberDiffers):
        signing_places.check_for_sealing(approved, document)


def test_dates_and_numbers_within_sentences_are_other_documents() -> None:
    from tests.signing.test_name_search import block, both, sheet, text

    body = text("Căn cứ Nghị quyết Số 12-NQ/TW ngày 5 tháng 3 năm 2020 của Ban Chấp hành", y=200)
    pdf = sheet(both(body, block("BÍ THƯ")))
    assert printed_head.printed(pdf) == (None, None)
    assert place.find_blocks(pdf, pages.LEADER)
