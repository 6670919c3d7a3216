"""Honest files are never called invalid, however they were written and whoever signed them: these are plainly valid.

And the other way round: what we sign, poppler and openssl accept, in every act and in both ways of numbering.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from signing import covered, documents, fields, integrity, sign
from signing.appearance import Appearance
from signing.place import Place
from signing.software import SoftwareKey
from signing.validation import validate
from tests.signing import pages
from tests.signing.attacks.containers import embed
from tests.signing.attacks.raw import append
from tests.signing.attacks.workshop import Signing, Workshop, field_picture, picture, text_field
from tests.signing.honest.producers import BY_TOOLS, DRAWN
from tests.signing.honest.ways import WAYS, Desk
from tests.signing.office_pki import Served

pytestmark = pytest.mark.expects_log("Error in diff operation", "Encountered signature", "pyhanko")

_EACH = 4  # ways in which every kind of file is signed; which of them goes round from file to file
_PAIRS = [
    (drawn, list(WAYS)[(3 * i + step * len(WAYS) // _EACH) % len(WAYS)])
    for i, drawn in enumerate(DRAWN)
    for step in range(_EACH)
]


@pytest.fixture(scope="module")
def office(served: Served) -> Workshop:
    return Workshop(served.pki)


@pytest.fixture(scope="module")
def desk(office: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    private = rsa.generate_private_key(65537, 2048)
    folder = tmp_path_factory.mktemp("desk")
    path = os.environ["PATH"]
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{path}"
    yield Desk(office, folder, office.key("Nguyễn Văn Hòa", private=private))
    os.environ["PATH"] = path


def _plainly_valid(office: Workshop, pdf: bytes, signatures: int = 1) -> None:
    found = validate(pdf, office.trust)
    assert found.verdict == "valid", found.report
    assert len(found.signatures) >= signatures


def test_there_are_a_hundred() -> None:
    assert len(set(_PAIRS)) == len(_PAIRS) >= 100


@pytest.mark.parametrize(("drawn", "way"), _PAIRS, ids="-".join)
def test_signed_by_others(office: Workshop, drawn: str, way: str) -> None:
    _plainly_valid(office, WAYS[way](office, DRAWN[drawn]()))


@pytest.mark.parametrize("tool", BY_TOOLS)
def test_drawn_by_tools(office: Workshop, tool: str, tmp_path: Path) -> None:
    _plainly_valid(office, office.sign(BY_TOOLS[tool](tmp_path)))


# -- other programs' signatures ----------------------------------------------------------------------------------


@pytest.mark.parametrize("drawn", ["version-1.4", "packed-in-streams", "linearized", "form", "reportlab", "scan"])
def test_signed_by_poppler(office: Workshop, desk: Desk, drawn: str) -> None:
    """Also where poppler leaves its field out of the form that the file has."""
    _plainly_valid(office, desk.poppler(DRAWN[drawn]()))


def test_signed_by_poppler_after_another(office: Workshop, desk: Desk) -> None:
    _plainly_valid(office, desk.poppler(office.signed), signatures=2)


@pytest.mark.parametrize("more", [("--use-pades",), ()], ids=["pades", "older"])
def test_signed_by_the_pyhanko_command(office: Workshop, desk: Desk, more: tuple[str, ...]) -> None:
    _plainly_valid(office, desk.pyhanko(office.page, *more))


_OPENSSL: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "cades": ("ETSI.CAdES.detached", ("-cades", "-md", "sha256")),
    "cades-sha512": ("ETSI.CAdES.detached", ("-cades", "-md", "sha512")),
    "cades-pss": ("ETSI.CAdES.detached", ("-cades", "-md", "sha256", "-keyopt", "rsa_padding_mode:pss")),
    "older": ("adbe.pkcs7.detached", ("-md", "sha384")),
    "older-without-attributes": ("adbe.pkcs7.detached", ("-noattr", "-md", "sha256")),
}


@pytest.mark.parametrize("kind", _OPENSSL)
def test_container_built_by_openssl(office: Workshop, desk: Desk, kind: str) -> None:
    subfilter, options = _OPENSSL[kind]
    made = embed(office.page, lambda signed: desk.openssl(signed, *options), subfilter=subfilter)
    _plainly_valid(office, made)


# -- ours, as we see them and as strangers do --------------------------------------------------------------------


@dataclass(frozen=True)
class Bureau:
    """A leader and an organ with RSA keys, as they have them on their tokens."""

    office: Workshop
    leader: SoftwareKey
    organ: SoftwareKey

    def approved(self, draft: bytes) -> bytes:
        return self.office.approve(draft, self.leader)

    def sealed(self, draft: bytes, number: str | None = "118-TB/ĐU") -> bytes:
        return self.office.seal(self.approved(draft), self.organ, number)


@pytest.fixture(scope="module")
def bureau(office: Workshop) -> Bureau:
    leader, organ = (
        office.key(name, private=rsa.generate_private_key(65537, 2048)) for name in (pages.LEADER, "Đảng ủy xã An Phú")
    )
    return Bureau(office, leader, organ)


def _note(bureau: Bureau) -> bytes:
    look = Appearance(Place(0, (350, 760, 560, 820)), lines=("SAO Y", "Đảng ủy xã An Phú"))
    return sign.sign_note(pages.draft(), bureau.organ, look).pdf


_OURS: Mapping[str, tuple[Callable[[Bureau], bytes], int]] = {
    "approved": (lambda bureau: bureau.approved(_draft()), 1),
    "sealed": (lambda bureau: bureau.sealed(_draft()), 2),
    "sealed-many-pages": (lambda bureau: bureau.sealed(_draft(pages=3)), 2),
    "sealed-state": (
        lambda bureau: bureau.sealed(_draft(number="Số:        /QĐ-UBND", style="state"), "118/QĐ-UBND"),
        2,
    ),
    "reserved": (lambda bureau: bureau.sealed(fields.fill(pages.draft(), "118-TB/ĐU", date(2026, 11, 22)), None), 2),
    "note": (_note, 1),
}


def _state() -> bytes:
    return _draft(number="Số:        /QĐ-UBND", style="state")


def _draft(**chosen: object) -> bytes:
    return fields.add_number_and_date(pages.draft(**chosen))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", _OURS)
def test_ours_are_valid_here_and_to_strangers(office: Workshop, bureau: Bureau, desk: Desk, kind: str) -> None:
    make, count = _OURS[kind]
    pdf = make(bureau)
    _plainly_valid(office, pdf, count)
    desk.trusting()
    (desk.folder / "ours.pdf").write_bytes(pdf)
    said = desk.run("pdfsig", "-nssdir", "sql:nss", "ours.pdf").decode()
    assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") == count, said
    for found in integrity.signatures(documents.reader(pdf)):
        assert found.signature is not None
        _openssl_accepts(desk, pdf, found.signature)


def _openssl_accepts(desk: Desk, pdf: bytes, signature: EmbeddedPdfSignature) -> None:
    held = signature.pkcs7_content
    first, second = pdf.index(held.hex().upper().encode()) - 1, 0
    second = first + 2 * len(held) + 2
    (desk.folder / "signed").write_bytes(pdf[:first] + pdf[second : covered.end_of(signature)])
    (desk.folder / "cms").write_bytes(held)
    desk.run(
        "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "cms", "-content", "signed",
        "-CAfile", "chain.pem", "-purpose", "any", "-out", os.devnull,
    )  # fmt: skip


def test_ours_with_what_may_come_after(office: Workshop) -> None:
    """A document time-stamp on an issued document is no change."""
    _plainly_valid(office, office.stamp(office.sealed), 3)


def test_a_field_filled_after_signing_as_it_is(office: Workshop) -> None:
    """Where a signature left a form open, filling it is said with a warning, and is no forgery."""
    field = text_field("Ten", (30, 60, 180, 80), "Hoa", 40)
    filled = append(office.signed_form, {7: field, 40: field_picture((150, 20), "Hoa")})
    found = validate(filled, office.trust)
    assert found.verdict == "warning", found.report
    assert {one.code for one in found.all_reasons()} == {"formFilledAfterSigning", "revocationNotOffered"}


def test_a_stamp_over_words_lets_them_through(office: Workshop, tmp_path: Path) -> None:
    """A transparent picture over words, as the rules have it, hides nothing."""
    (tmp_path / "stamp.png").write_bytes(pages.stamp())
    how = Signing("Sig2", box=(60, 95, 130, 165), look=picture(str(tmp_path / "stamp.png")))
    _plainly_valid(office, office.sign(office.signed, how, office.organ), 2)
