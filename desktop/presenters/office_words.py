"""The office's own names in the language of the windows: types of documents, urgency, what a recipient did. Pure.

`desktop.office` names them once, in Vietnamese; what is written on paper keeps those names. Knows the office's names.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.office import documents
from desktop.presenters.messages_signing import QT_TRANSLATE_NOOP

CONTEXT = "Office"

NAMES: tuple[str, ...] = (
    # Types of documents (Decree 30/2020, Annex III; Regulation 399-QĐ/TW).
    QT_TRANSLATE_NOOP("Office", "Nghị quyết"),
    QT_TRANSLATE_NOOP("Office", "Quyết định"),
    QT_TRANSLATE_NOOP("Office", "Chỉ thị"),
    QT_TRANSLATE_NOOP("Office", "Quy chế"),
    QT_TRANSLATE_NOOP("Office", "Quy định"),
    QT_TRANSLATE_NOOP("Office", "Kết luận"),
    QT_TRANSLATE_NOOP("Office", "Thông cáo"),
    QT_TRANSLATE_NOOP("Office", "Thông báo"),
    QT_TRANSLATE_NOOP("Office", "Hướng dẫn"),
    QT_TRANSLATE_NOOP("Office", "Chương trình"),
    QT_TRANSLATE_NOOP("Office", "Kế hoạch"),
    QT_TRANSLATE_NOOP("Office", "Phương án"),
    QT_TRANSLATE_NOOP("Office", "Đề án"),
    QT_TRANSLATE_NOOP("Office", "Dự án"),
    QT_TRANSLATE_NOOP("Office", "Báo cáo"),
    QT_TRANSLATE_NOOP("Office", "Biên bản"),
    QT_TRANSLATE_NOOP("Office", "Tờ trình"),
    QT_TRANSLATE_NOOP("Office", "Hợp đồng"),
    QT_TRANSLATE_NOOP("Office", "Công điện"),
    QT_TRANSLATE_NOOP("Office", "Giấy ủy quyền"),
    QT_TRANSLATE_NOOP("Office", "Giấy mời"),
    QT_TRANSLATE_NOOP("Office", "Giấy giới thiệu"),
    QT_TRANSLATE_NOOP("Office", "Công văn"),
    # Kinds of copy (Decree 30/2020, art. 25).
    QT_TRANSLATE_NOOP("Office", "Sao y"),
    QT_TRANSLATE_NOOP("Office", "Sao lục"),
    QT_TRANSLATE_NOOP("Office", "Trích sao"),
    # Urgency.
    QT_TRANSLATE_NOOP("Office", "Thường"),
    QT_TRANSLATE_NOOP("Office", "Khẩn"),
    QT_TRANSLATE_NOOP("Office", "Thượng khẩn"),
    QT_TRANSLATE_NOOP("Office", "Hỏa tốc"),
    # What a recipient did (QCVN 102:2016/BTTTT).
    QT_TRANSLATE_NOOP("Office", "Đã gửi"),
    QT_TRANSLATE_NOOP("Office", "Đã đến"),
    QT_TRANSLATE_NOOP("Office", "Từ chối tiếp nhận"),
    QT_TRANSLATE_NOOP("Office", "Đã tiếp nhận"),
    QT_TRANSLATE_NOOP("Office", "Phân công"),
    QT_TRANSLATE_NOOP("Office", "Đang xử lý"),
    QT_TRANSLATE_NOOP("Office", "Hoàn thành"),
    QT_TRANSLATE_NOOP("Office", "Yêu cầu lấy lại"),
    QT_TRANSLATE_NOOP("Office", "Đồng ý cho lấy lại"),
    QT_TRANSLATE_NOOP("Office", "Từ chối cho lấy lại"),
)
"""Every name that `desktop.office.documents` holds, marked for translation."""


def document_type(style: str, code: str) -> str:
    """The name of a type of document; an unknown code as it is."""
    return QCoreApplication.translate(CONTEXT, documents.type_name(style, code))


def document_types(style: str) -> tuple[tuple[str, str], ...]:
    """(code, name) of every type an organ of a style issues."""
    return tuple((code, document_type(style, code)) for code in documents.types_of(style))


def copy_type(code: str) -> str:
    """The name of a kind of copy; an unknown code as it is."""
    return QCoreApplication.translate(CONTEXT, documents.COPY_TYPES.get(code, code))


def urgencies() -> tuple[str, ...]:
    """The names of the levels of urgency; a document carries the index."""
    return tuple(QCoreApplication.translate(CONTEXT, name) for name in documents.URGENCY_NAMES)


def urgency(level: int) -> str:
    """The name of one level; what is beyond the last is the last."""
    return urgencies()[min(level, len(documents.URGENCY_NAMES) - 1)]


def delivery(status: str) -> str:
    """What a recipient did, by the exchange's status; an unknown one as it is."""
    name = documents.DELIVERY_NAMES.get(status)
    return QCoreApplication.translate(CONTEXT, name) if name else status
