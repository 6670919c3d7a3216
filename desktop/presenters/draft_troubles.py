"""What is said of a file that was chosen for a draft and cannot be used: to its author, who can make another.

Knows the problems of signing, and the sentences for signers where there is no other.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.presenters import messages_signing
from signing.problems import SigningProblem
from signing.sizes import MOST_DRAFTED

translate = QCoreApplication.translate


def of_file(problem: SigningProblem) -> str:
    """Why a file can be no draft, and what its author does about it."""
    broken = translate(
        "Drafting", "Tệp này không phải PDF hoặc đã hỏng. Xuất lại tệp PDF từ phần mềm soạn thảo rồi chọn."
    )
    words = {
        "pdfEncrypted": translate("Drafting", "Tệp PDF có mật khẩu. Bỏ mật khẩu rồi chọn lại."),
        "pdfRestricted": translate(
            "Drafting",
            "Tệp PDF bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Xuất lại bản không đặt hạn chế rồi chọn.",
        ),
        "pdfUnreadable": broken,
        "notPdf": broken,
        "pdfNoPages": broken,
        "pdfTooLong": translate(
            "Drafting", "Tệp PDF có hơn %{limit} trang, không ký được. Tách phụ lục thành tệp riêng rồi chọn lại."
        ),
        "pdfForm": translate(
            "Drafting",
            "Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. In ra PDF thường rồi "
            "chọn lại.",
        ),
        "pdfActive": translate(
            "Drafting",
            "Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Xuất lại tệp không có mã "
            "lệnh rồi chọn.",
        ),
        "pdfCertified": translate(
            "Drafting", "Tệp PDF này đã có chữ ký số. Chọn tệp chưa ký, để lãnh đạo ký duyệt trong chương trình."
        ),
    }
    said = words.get(problem.code) or messages_signing.of_problem(problem)
    return said.replace("%{limit}", str(problem.args_map.get("limit", "")))


def of_attachment(path: str, problem: SigningProblem) -> str:
    """The same of an attachment, with its name."""
    return translate("Drafting", "Phụ lục “%1”: %2").replace("%1", Path(path).name).replace("%2", of_file(problem))


def too_large(path: str) -> str:
    """A file that is larger than what is sent."""
    text = translate("Drafting", "Tệp “%1” lớn hơn %2 MB, không gửi được. Nén hoặc tách tệp rồi chọn lại.")
    return text.replace("%1", Path(path).name).replace("%2", str(MOST_DRAFTED // 1_000_000))


def unreadable(path: str) -> str:
    """A file that the system does not give."""
    return translate(
        "Drafting", "Không đọc được tệp “%1”. Kiểm tra tệp còn ở chỗ cũ và không bị chương trình khác giữ."
    ).replace("%1", Path(path).name)
