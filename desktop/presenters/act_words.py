"""The name of each kind of act, as an office says it (DOMAIN 12). Pure."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

NAMES = {
    "receive": QT_TRANSLATE_NOOP("Acts", "Tiếp nhận, vào sổ"),
    "transfer": QT_TRANSLATE_NOOP("Acts", "Chuyển xử lý"),
    "direct": QT_TRANSLATE_NOOP("Acts", "Cho ý kiến chỉ đạo"),
    "return": QT_TRANSLATE_NOOP("Acts", "Trả lại"),
    "finish": QT_TRANSLATE_NOOP("Acts", "Kết thúc xử lý"),
    "confirm": QT_TRANSLATE_NOOP("Acts", "Ký văn bản đến"),
    "draft": QT_TRANSLATE_NOOP("Acts", "Dự thảo"),
    "submit": QT_TRANSLATE_NOOP("Acts", "Trình ký"),
    "approve": QT_TRANSLATE_NOOP("Acts", "Ký duyệt"),
    "refuse": QT_TRANSLATE_NOOP("Acts", "Từ chối ký"),
    "remark": QT_TRANSLATE_NOOP("Acts", "Góp ý dự thảo"),
    "answerRemarks": QT_TRANSLATE_NOOP("Acts", "Trả lời góp ý"),
    "number": QT_TRANSLATE_NOOP("Acts", "Cấp số"),
    "seal": QT_TRANSLATE_NOOP("Acts", "Ký số cơ quan"),
    "sealAttachments": QT_TRANSLATE_NOOP("Acts", "Ký phụ lục"),
    "augment": QT_TRANSLATE_NOOP("Acts", "Bổ sung dấu thời gian"),
    "copy": QT_TRANSLATE_NOOP("Acts", "Sao văn bản"),
    "issue": QT_TRANSLATE_NOOP("Acts", "Phát hành"),
    "discard": QT_TRANSLATE_NOOP("Acts", "Bỏ dự thảo"),
    "export": QT_TRANSLATE_NOOP("Acts", "Lưu tệp ra ngoài"),
    "assignTask": QT_TRANSLATE_NOOP("Acts", "Giao nhiệm vụ"),
    "reportProgress": QT_TRANSLATE_NOOP("Acts", "Báo cáo tiến độ"),
    "finishTask": QT_TRANSLATE_NOOP("Acts", "Báo hoàn thành"),
    "decideCompletion": QT_TRANSLATE_NOOP("Acts", "Duyệt hoàn thành"),
    "askExtension": QT_TRANSLATE_NOOP("Acts", "Xin gia hạn"),
    "decideExtension": QT_TRANSLATE_NOOP("Acts", "Duyệt gia hạn"),
    "enterSchedule": QT_TRANSLATE_NOOP("Acts", "Đăng ký lịch"),
    "approveSchedule": QT_TRANSLATE_NOOP("Acts", "Duyệt lịch"),
    "adjustSchedule": QT_TRANSLATE_NOOP("Acts", "Điều chỉnh lịch"),
    "refuseSchedule": QT_TRANSLATE_NOOP("Acts", "Không duyệt lịch"),
}


def name(kind: str) -> str:
    """The name of a kind; an unknown one from a newer program as it is."""
    return QCoreApplication.translate("Acts", str(NAMES[kind])) if kind in NAMES else kind
