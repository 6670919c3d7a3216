"""Official documents: their properties, codes, levels and lengths (Decree 30/2020, Annexes III, VI).

Knows nothing of ours.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

DocumentState = Literal[
    "draft", "submitted", "approved", "numbered", "sealed", "issued", "returned", "recalled", "discarded"
]
Secrecy = Literal["none", "confidential", "secret"]

URGENCY_NAMES: tuple[str, ...] = ("Thường", "Khẩn", "Thượng khẩn", "Hỏa tốc")
"""A document carries the index."""

STATE_TYPES: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "CV": "Công văn",
}
"""Type codes of the state side (Decree 30/2020, Annex III); công văn has no code in its notation there."""

PARTY_TYPES: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "QyĐ": "Quy định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "QC": "Quy chế",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "KH": "Kế hoạch",
    "CTr": "Chương trình",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "TTr": "Tờ trình",
    "CV": "Công văn",
    "BB": "Biên bản",
    "GM": "Giấy mời",
}
"""Type codes of the Party side (Regulation 399-QĐ/TW of 2026). Quy định is written QĐ and shares that series."""

PARTY_NOTATION: dict[str, str] = {"QyĐ": "QĐ"}

COPY_TYPES: dict[str, str] = {"SY": "Sao y", "SL": "Sao lục", "TrS": "Trích sao"}
"""Kinds of copy (Decree 30/2020, art. 25, Annex III). They share one series; a copy is made, never drafted."""

LENGTHS: dict[str, int] = {
    "exchangeCode": 13,
    "notation": 30,
    "typeName": 100,
    "number": 11,
    "organName": 200,
    "subject": 500,
    "position": 100,
    "fullName": 50,
    "toPlaces": 1000,
}
"""Longest values in characters (Decree 30/2020, Annex VI)."""

DELIVERY_NAMES: dict[str, str] = {
    "00": "Đã gửi",
    "01": "Đã đến",
    "02": "Từ chối tiếp nhận",
    "03": "Đã tiếp nhận",
    "04": "Phân công",
    "05": "Đang xử lý",
    "06": "Hoàn thành",
    "13": "Yêu cầu lấy lại",
    "15": "Đồng ý cho lấy lại",
    "16": "Từ chối cho lấy lại",
}
"""Status words of an issued document at one recipient (QCVN 102:2016/BTTTT)."""


class FileRef(TypedDict):
    """A file by its content: ``digest`` is SHA-256 in hex, ``size`` in bytes, ``blobId`` is ``sha256-<digest>``.

    Of an attachment also ``signature``: "organ" where the issuing organ signed it, and then ``was``, the digest before;
    "own" where it came with a signature of its own and is left as it is. Of one that the organ signed, where its
    machine said so, ``level`` is what the signature has reached, and ``until`` how long its time-stamp proves anything.
    """

    blobId: str
    digest: str
    size: int
    name: str
    mediaType: str
    signature: NotRequired[Literal["organ", "own"]]
    was: NotRequired[str]
    level: NotRequired[str]
    until: NotRequired[str]


class Signer(TypedDict):
    """Who signs, and for whom: competence is T/M, K/T, T/L with the body's name."""

    personId: str | None
    name: str
    position: str
    competence: str


class Delivery(TypedDict):
    """What one recipient has done with an issued document; ``status`` as DELIVERY_NAMES."""

    unitId: str
    status: str
    at: str | None
    byName: str | None
    reason: str | None


class CopyOf(TypedDict):
    """What a copy was made of: ``source`` "paper" (a scan) or "electronic"; ``pages`` (from 1) of a partial copy."""

    documentId: str
    issuer: str
    notation: str | None
    documentDate: str | None
    source: Literal["paper", "electronic"]
    pages: list[int]


class SignatureMark(TypedDict):
    """What is known of one signature on the file: who gave it by which act, its level, and what was not known then."""

    kind: str
    personId: str
    at: str
    level: str
    warnings: list[str]


class Archive(TypedDict):
    """The copy that an organ keeps of what it issued, its time-stamps renewed; recipients hold the file itself."""

    file: FileRef
    level: str
    until: str | None


class ArchivedAttachment(Archive):
    """The same of an attachment; ``of`` is the digest by which the document lists it."""

    of: str


class Document(TypedDict):
    """One document, the same for everyone who may see it; each recipient's side of it is a Handling."""

    id: str
    revision: int
    organId: str
    issuer: str
    authorId: str | None
    typeCode: str
    number: int | None
    notation: str | None
    subject: str
    documentDate: str | None
    issuedAt: str | None
    urgency: int
    secrecy: Secrecy
    signer: Signer | None
    pages: int
    file: FileRef | None
    attachments: list[FileRef]
    recipients: list[str]
    toPlaces: list[str]
    slip: str
    state: DocumentState
    reserved: bool
    returnReason: str | None
    replyTo: str | None
    deliveries: list[Delivery]
    remarks: NotRequired[list[Any]]
    copyOf: NotRequired[CopyOf | None]
    signatures: NotRequired[list[SignatureMark]]
    stampedUntil: NotRequired[str | None]
    augmentedFrom: NotRequired[str | None]
    archive: NotRequired[Archive | None]
    archivedAttachments: NotRequired[list[ArchivedAttachment]]
    text: NotRequired[str]
    updatedAt: str
    pending: NotRequired[bool]


def types_of(style: str) -> dict[str, str]:
    """The type codes and names in use on one side; "front" follows the state's."""
    return PARTY_TYPES if style == "party" else STATE_TYPES


def type_name(style: str, code: str) -> str:
    """The name of a type, the code itself where an office uses one of its own."""
    return types_of(style).get(code) or COPY_TYPES.get(code, code)


def blob_id(digest: str) -> str:
    """The content address of a file with this SHA-256 digest (hex)."""
    return f"sha256-{digest}"
