"""Reason codes turned into sentences that say what happened and what to do. Knows codes of office, sync and pages.

Layers below give a code and its values, never words. Problems of signing have sentences of their own
(`messages_signing`, `signing.sentences`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office.acts import Refusal
from desktop.presenters import messages_signing

_CONTEXT = "Messages"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for translation; Qt's own is typed as giving any object."""
    return text


OFFICE: dict[str, str] = {
    "alreadyDone": QT_TRANSLATE_NOOP("Messages", "Việc này đã có người làm trước. Xem lại quá trình xử lý."),
    "assignerOnly": QT_TRANSLATE_NOOP("Messages", "Chỉ người giao nhiệm vụ mới được quyết định việc này."),
    "authorOnly": QT_TRANSLATE_NOOP("Messages", "Chỉ người soạn mới được sửa dự thảo này."),
    "badDate": QT_TRANSLATE_NOOP("Messages", "Ngày không đúng. Chọn lại ngày."),
    "badPercent": QT_TRANSLATE_NOOP("Messages", "Tỷ lệ hoàn thành phải từ 0 đến 100."),
    "changedSince": QT_TRANSLATE_NOOP("Messages", "Tệp đã được thay sau khi mở. Xem lại văn bản rồi làm lại."),
    "chiefOnly": QT_TRANSLATE_NOOP("Messages", "Chỉ Chánh Văn phòng mới được duyệt lịch."),
    "clerkOnly": QT_TRANSLATE_NOOP("Messages", "Việc này do văn thư thực hiện."),
    "dateAhead": QT_TRANSLATE_NOOP("Messages", "Ngày văn bản không được sau hôm nay. Chọn lại ngày."),
    "dueNotLater": QT_TRANSLATE_NOOP("Messages", "Hạn mới phải sau hạn đang có. Chọn lại hạn."),
    "duePast": QT_TRANSLATE_NOOP("Messages", "Hạn xử lý đã qua. Chọn hạn từ hôm nay trở đi."),
    "hasNumber": QT_TRANSLATE_NOOP("Messages", "Văn bản đã có số hoặc đang chờ cấp số."),
    "leadOnly": QT_TRANSLATE_NOOP("Messages", "Việc này do đơn vị hoặc người chủ trì thực hiện."),
    "leaderOnly": QT_TRANSLATE_NOOP("Messages", "Việc này do lãnh đạo thực hiện."),
    "noExtensionLeft": QT_TRANSLATE_NOOP("Messages", "Đã xin gia hạn đủ %{limit} lần, không xin thêm được."),
    "noFile": QT_TRANSLATE_NOOP("Messages", "Chưa có tệp văn bản. Chọn tệp PDF rồi làm lại."),
    "noLead": QT_TRANSLATE_NOOP("Messages", "Chưa chọn chủ trì. Chọn một đơn vị hoặc một người chủ trì."),
    "noLeader": QT_TRANSLATE_NOOP("Messages", "Chưa chọn lãnh đạo dự. Chọn ít nhất một người."),
    "noNote": QT_TRANSLATE_NOOP("Messages", "Điều chỉnh lịch phải ghi rõ nội dung điều chỉnh."),
    "noNumberYet": QT_TRANSLATE_NOOP("Messages", "Văn bản chưa có số. Cấp số trước khi ký số cơ quan."),
    "noReason": QT_TRANSLATE_NOOP("Messages", "Chưa ghi lý do. Ghi lý do rồi làm lại."),
    "noRecipient": QT_TRANSLATE_NOOP("Messages", "Chưa chọn nơi nhận. Chọn ít nhất một nơi nhận."),
    "noRegister": QT_TRANSLATE_NOOP("Messages", "Không có sổ đăng ký phù hợp. Chọn sổ khác hoặc báo quản trị."),
    "noSender": QT_TRANSLATE_NOOP("Messages", "Không tìm thấy người đã chuyển văn bản. Đồng bộ lại rồi thử lại."),
    "noSubject": QT_TRANSLATE_NOOP("Messages", "Không còn thấy nội dung này. Đồng bộ lại rồi xem lại danh sách."),
    "noText": QT_TRANSLATE_NOOP("Messages", "Chưa nhập nội dung."),
    "notASigner": QT_TRANSLATE_NOOP("Messages", "Người được chọn không có thẩm quyền ký. Chọn người khác."),
    "notForThisRole": QT_TRANSLATE_NOOP("Messages", "Vai trò phối hợp hoặc nhận để biết không làm được việc này."),
    "notSignedYet": QT_TRANSLATE_NOOP("Messages", "Lãnh đạo chưa ký văn bản này, chưa làm được bước này."),
    "notSealedYet": QT_TRANSLATE_NOOP("Messages", "Văn bản chưa có chữ ký số cơ quan, chưa phát hành được."),
    "notYours": QT_TRANSLATE_NOOP("Messages", "Việc này không thuộc người hoặc đơn vị đang đăng nhập."),
    "numberTaken": QT_TRANSLATE_NOOP("Messages", "Số %{number} đã được cấp. Để trống để lấy số tiếp theo."),
    "otherSeries": QT_TRANSLATE_NOOP("Messages", "Sổ này không dùng cho loại văn bản đang chọn. Chọn sổ khác."),
    "sameTwice": QT_TRANSLATE_NOOP("Messages", "Một đơn vị hoặc một người chỉ được chọn một lần."),
    "sealKeeperOnly": QT_TRANSLATE_NOOP("Messages", "Chỉ người giữ con dấu của cơ quan mới được ký số cơ quan."),
    "secretDraft": QT_TRANSLATE_NOOP("Messages", "Không soạn thảo văn bản mật trong chương trình này."),
    "secretExport": QT_TRANSLATE_NOOP("Messages", "Không lưu tệp của văn bản mật ra ngoài chương trình."),
    "signerOnly": QT_TRANSLATE_NOOP("Messages", "Văn bản này trình người khác ký."),
    "toYourself": QT_TRANSLATE_NOOP("Messages", "Không chuyển lại cho chính mình. Chọn đơn vị hoặc người khác."),
    "tooLong": QT_TRANSLATE_NOOP("Messages", "Nội dung quá dài, tối đa %{limit} ký tự."),
    "unknownAuthor": QT_TRANSLATE_NOOP("Messages", "Không nhận ra người thực hiện. Đăng nhập lại rồi thử lại."),
    "unknownKind": QT_TRANSLATE_NOOP("Messages", "Chương trình chưa hỗ trợ việc này. Cập nhật chương trình."),
    "unknownRecipient": QT_TRANSLATE_NOOP("Messages", "Nơi nhận không thuộc danh sách. Chọn lại nơi nhận."),
    "dependsOnRefused": QT_TRANSLATE_NOOP("Messages", "Việc trước đó không được chấp nhận nên việc này được trả lại."),
}
"""What the rules answer, by code (desktop.office)."""

LINE: dict[str, str] = {
    "unreachable": QT_TRANSLATE_NOOP(
        "Messages", "Không kết nối được hệ thống trung tâm. Việc đã làm được giữ trên máy và gửi khi có mạng."
    ),
    "timeout": QT_TRANSLATE_NOOP("Messages", "Đường truyền quá chậm. Chương trình sẽ tự thử lại."),
    "cut": QT_TRANSLATE_NOOP("Messages", "Đường truyền bị ngắt giữa chừng. Chương trình sẽ tự thử lại."),
    "nameUnknown": QT_TRANSLATE_NOOP("Messages", "Không tìm thấy máy chủ. Kiểm tra mạng của cơ quan."),
    "busy": QT_TRANSLATE_NOOP("Messages", "Hệ thống trung tâm đang bận. Chương trình sẽ tự thử lại."),
    "rateLimit": QT_TRANSLATE_NOOP("Messages", "Hệ thống trung tâm yêu cầu chờ. Chương trình sẽ tự thử lại."),
    "signedOut": QT_TRANSLATE_NOOP("Messages", "Phiên đăng nhập đã hết. Đăng nhập lại để tiếp tục đồng bộ."),
    "forbidden": QT_TRANSLATE_NOOP("Messages", "Tài khoản không có quyền xem nội dung này."),
    "notFound": QT_TRANSLATE_NOOP("Messages", "Máy chủ không còn tệp này. Báo nơi gửi phát hành lại."),
    "tooLarge": QT_TRANSLATE_NOOP("Messages", "Tệp quá lớn so với mức hệ thống cho phép."),
    "untrusted": QT_TRANSLATE_NOOP(
        "Messages", "Không tin cậy được máy chủ nên chương trình không kết nối. Báo quản trị mạng."
    ),
    "notTheCentral": QT_TRANSLATE_NOOP(
        "Messages", "Nơi trả lời không phải hệ thống trung tâm (có thể là trang đăng nhập mạng). Kiểm tra mạng."
    ),
    "digestMismatch": QT_TRANSLATE_NOOP("Messages", "Tệp tải về không nguyên vẹn nên không mở. Thử tải lại."),
    "serverError": QT_TRANSLATE_NOOP("Messages", "Hệ thống trung tâm gặp lỗi. Việc đã làm được giữ trên máy."),
    "diskFull": QT_TRANSLATE_NOOP("Messages", "Ổ đĩa đã đầy. Xóa bớt tệp không cần rồi thử lại."),
}
"""What the line and the central answer, by code (desktop.central.errors)."""

PAGES: dict[str, str] = {
    "pdfEncrypted": QT_TRANSLATE_NOOP("Messages", "Tệp có mật khẩu nên không xem được ở đây."),
    "pdfUnreadable": QT_TRANSLATE_NOOP("Messages", "Tệp không phải PDF hoặc bị hỏng nên không xem được."),
    "pdfTooBig": QT_TRANSLATE_NOOP("Messages", "Tệp quá lớn nên không xem được ở đây."),
    "pdfNoPages": QT_TRANSLATE_NOOP("Messages", "Tệp không có trang nào."),
    "noFileYet": QT_TRANSLATE_NOOP("Messages", "Văn bản chưa có tệp."),
    "fileOffline": QT_TRANSLATE_NOOP("Messages", "Tệp chưa được tải về máy."),
    "secretElsewhere": QT_TRANSLATE_NOOP("Messages", "Có văn bản mật. Đến máy chuyên dùng để xem và xử lý."),
}
"""Why there is no page, by code."""

HINTS: dict[str, str] = {
    "pdfEncrypted": QT_TRANSLATE_NOOP("Messages", "Đề nghị nơi gửi phát hành lại bản không đặt mật khẩu."),
    "pdfUnreadable": QT_TRANSLATE_NOOP("Messages", "Lưu tệp ra ngoài để kiểm tra, hoặc trả lại nơi gửi."),
    "pdfTooBig": QT_TRANSLATE_NOOP("Messages", "Dùng “Lưu tệp…” rồi mở bằng chương trình khác."),
    "pdfNoPages": QT_TRANSLATE_NOOP("Messages", "Đề nghị nơi gửi kiểm tra lại tệp."),
    "fileOffline": QT_TRANSLATE_NOOP("Messages", "Đang mất kết nối. Tệp sẽ tải được khi có mạng."),
}
"""What to do about it, by code."""

GENERAL = QT_TRANSLATE_NOOP("Messages", "Không thực hiện được. Nội dung đã nhập vẫn được giữ; hãy thử lại.")


def sentence(code: str, args: Mapping[str, Any] | None = None) -> str:
    """The sentence for any code; an unknown one gets the general sentence, with the code in brackets for support."""
    for known in (OFFICE, LINE, PAGES):
        if code in known:
            return _fill(QCoreApplication.translate(_CONTEXT, known[code]), args)
    if code in messages_signing.SENTENCES:
        return messages_signing.sentence(code, args)
    return f"{QCoreApplication.translate(_CONTEXT, GENERAL)} ({code})"


def hint(code: str) -> str:
    """What to do, where the sentence does not say it; "" otherwise."""
    return QCoreApplication.translate(_CONTEXT, HINTS[code]) if code in HINTS else ""


def of_refusal(refusal: Refusal) -> str:
    """Why the rules do not allow an act."""
    return sentence(refusal.code, refusal.args)


def of_reason(reason: Mapping[str, Any] | None) -> str:
    """Why the central refused an act; "" when it said nothing."""
    return sentence(str(reason["code"]), reason.get("args") or {}) if reason else ""


def of_error(error: Exception) -> str:
    """An error from below: by its code where it carries one."""
    code = getattr(error, "code", None)
    args = getattr(error, "args_", None) or getattr(error, "args_map", None)
    return sentence(code if isinstance(code, str) else type(error).__name__, args)


def _fill(text: str, args: Mapping[str, Any] | None) -> str:
    for name, value in (args or {}).items():
        text = text.replace(f"%{{{name}}}", str(value))
    return text
