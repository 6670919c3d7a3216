"""An organ's certificate is told from a person's by its subject, however its issuer marks the two."""

from __future__ import annotations

import unicodedata

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.x509.oid import NameOID

from desktop.practice.pki_certificates import holders
from signing.holders import names_organ

_KINDS = {
    "O": NameOID.ORGANIZATION_NAME,
    "CN": NameOID.COMMON_NAME,
    "SN": NameOID.SERIAL_NUMBER,
    "UID": NameOID.USER_ID,
    "T": NameOID.TITLE,
    "G": NameOID.GIVEN_NAME,
    "ORGID": NameOID.ORGANIZATION_IDENTIFIER,
}
ORGANS = (
    "O=Đảng ủy xã An Phú; CN=Đảng ủy xã An Phú",
    "O=Tỉnh An Bình; CN=UBND xã An Phú",
    "O=Ủy ban nhân dân tỉnh An Bình; CN=Sở Nội vụ",
    "O=Tỉnh ủy An Bình; CN=Văn phòng Tỉnh uỷ An Bình",
    "CN=Uỷ ban MTTQ Việt Nam xã An Phú",
    "CN=ĐẢNG UỶ XÃ AN PHÚ; UID=MST:0100109106",
    "CN=Ban Xây dựng Đảng",
    "CN=Chính phủ",
    "O=Tỉnh An Bình; ORGID=GOVVN-H01.12; CN=An Phú",
    unicodedata.normalize("NFD", "CN=Hội đồng nhân dân xã An Phú"),
)
PERSONS = (
    "O=Đảng ủy xã An Phú; CN=Lê Văn Hòa",
    "O=Cá nhân; CN=Nguyễn Văn Lạ",
    "O=Đoàn Văn Phú; CN=Đoàn Văn Phú",
    "CN=Văn Phòng",
    "O=Đảng ủy xã An Phú; SN=000190000801; CN=Đảng ủy xã An Phú",
    "UID=CCCD:000190000801; CN=Đảng ủy xã An Phú",
    "UID=CMND-123456789; CN=Ban Xây dựng Đảng",
    "SN=PNOVN-000190000801; ORGID=VATVN-0100109106; CN=Lê Văn Hòa",
    "G=Hòa; ORGID=VATVN-0100109106; CN=Lê Văn Hòa",
    "T=Bí thư; O=Đảng ủy xã An Phú; CN=Đảng ủy xã An Phú",
    "O=Đảng ủy xã An Phú",
    "CN=Đảng ủy xã An Phú; CN=Lê Văn Hòa",
)


def _subject(text: str) -> asn1_x509.Name:
    parts = [one.split("=", 1) for one in text.split("; ")]
    return _read(x509.Name([x509.NameAttribute(_KINDS[kind], value) for kind, value in parts]))


def _read(name: x509.Name) -> asn1_x509.Name:
    found = asn1_x509.Name.load(name.public_bytes())
    assert isinstance(found, asn1_x509.Name)
    return found


@pytest.mark.parametrize("subject", ORGANS)
def test_an_organ(subject: str) -> None:
    assert names_organ(_subject(subject))


@pytest.mark.parametrize("subject", PERSONS)
def test_a_person(subject: str) -> None:
    assert not names_organ(_subject(subject))


def test_all_of_the_practice_office() -> None:
    for label, subject in holders().items():
        assert names_organ(_read(subject.name())) is label.startswith("seal-"), label
