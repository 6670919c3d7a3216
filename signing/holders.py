"""Whether a certificate is an organ's or a person's, by what its issuer wrote into it. Knows asn1crypto.

A form field's name is whatever its maker likes; the certificate's subject is what the issuer has checked. No mark is
used by all issuers: ETSI EN 319 412 gives organs an identifier (1, 5.1.4) and persons a given name or a number of their
own (2, 4.2.4); Vietnamese issuers put a person's number (CCCD, CMND, passport) into the subject, and call an organ by
its name. What marks a person counts first, and whoever is marked as neither is taken for a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from asn1crypto import x509

_IDENTIFIER, _NUMBER, _COMMON_NAME = "organization_identifier", "serial_number", "common_name"
_OF_PERSONS = frozenset({"given_name", "surname", "pseudonym", "title", "generation_qualifier"})
_PERSONS_NUMBER = re.compile(
    r"((CCCD|CMND|CMT|HC|ĐDCN|DDCN)\W*\w+|(PAS|IDC|PNO|TIN|TAX)[A-Z]{2}-.+|\d{9}|\d{12})", re.IGNORECASE
)
_ORGANS_NAME = re.compile(
    r"(ủy ban|uỷ ban|ubnd|uy ban nhan dan|hội đồng|hđnd|hdnd|"
    r"đảng (ủy|uỷ|bộ|đoàn)|(tỉnh|thành|quận|huyện|thị|khu) (ủy|uỷ)|chi bộ|thường trực|"
    r"ban (tổ chức|tuyên giáo|dân vận|nội chính|xây dựng|kinh tế|chấp hành|thường vụ|bí thư|quản lý|chỉ huy|chỉ đạo|"
    r"cơ yếu|dân tộc|tiếp công dân|thi đua|tôn giáo|bảo vệ|đối ngoại|chính sách|văn hóa|văn hoá|pháp chế|công tác)|"
    r"cơ quan|văn phòng|phòng|sở|bộ|cục|chi cục|tổng cục|vụ|viện|học viện|thanh tra|chính phủ|quốc hội|chủ tịch nước|"
    r"tòa án|toà án|công an|quân khu|kho bạc|bảo hiểm xã hội|hải quan|thuế|kiểm toán|kiểm lâm|thi hành án|"
    r"mặt trận|liên đoàn|liên minh|công đoàn|hội|tỉnh đoàn|thành đoàn|đoàn (thanh niên|đại biểu|khối|tncs)|"
    r"trung tâm|trường|trạm|bệnh viện|bảo tàng|thư viện|nhà xuất bản|nhà văn hóa|nhà văn hoá|đài|báo|tạp chí|cổng|"
    r"tập đoàn|tổng công ty|công ty|ngân hàng|hợp tác xã|quỹ|chi nhánh) .+"
)
"""How the names of organs begin; none of these is a family name that a person's name could begin with."""
_WHOLE_NAMES = frozenset({"chính phủ", "quốc hội", "chủ tịch nước", "ubnd", "hđnd"})
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)


def is_organ(certificate: x509.Certificate) -> bool:
    """Whether the certificate was issued to an organ: whether its signature may stand for the organ's seal."""
    try:
        return names_organ(certificate.subject)
    except _UNREADABLE:
        return False


def names_organ(subject: x509.Name) -> bool:
    """Whether the subject of a certificate is an organ.

    Raises:
        ValueError and kin: it cannot be read.
    """
    parts = list(_parts(subject))
    if any(kind in _OF_PERSONS for kind, _ in parts) or any(
        kind in (_NUMBER, "user_id") and _PERSONS_NUMBER.fullmatch(value) for kind, value in parts
    ):
        return False
    if any(kind == _IDENTIFIER for kind, _ in parts):
        return True
    names = [_plain(value) for kind, value in parts if kind == _COMMON_NAME]
    return bool(names) and all(one in _WHOLE_NAMES or _ORGANS_NAME.fullmatch(one) for one in names)


def _parts(subject: Any) -> Iterator[tuple[str, str]]:
    """The subject's attributes, each as its kind and its text."""
    for level in subject.chosen:
        for pair in level:
            yield str(pair["type"].native), str(pair["value"].native).strip()


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).lower().split())
