"""What stands against an update, in a sentence, for administrators: the command line and the diagnosis say them.

Knows nothing. Clerks are told of none of it: they could do nothing about it.
"""

from __future__ import annotations

from desktop.updates.updater import State

_REASONS = {
    "noKey": "Chính sách chưa có khóa công khai của bản cập nhật (updateKey).",
    "badKey": "Khóa không dùng được: cần khóa Ed25519 (updateKey là khóa công khai dạng base64).",
    "notSigned": "Nguồn cập nhật không có chữ ký hợp lệ về hình thức (tệp .sig).",
    "badSignature": "Thông báo cập nhật không do khóa của cơ quan ký, hoặc đã bị sửa. Không dùng.",
    "wrongShape": "Thông báo cập nhật sai cấu trúc. Không dùng.",
    "otherProduct": "Thông báo cập nhật là của phần mềm khác.",
    "newerFormat": "Thông báo cập nhật có cấu trúc mới hơn, bản đang chạy chưa đọc được.",
    "replayed": "Thông báo cập nhật cũ hơn thông báo đã nhận (sequence nhỏ hơn). Không dùng.",
    "sequenceReused": "Hai thông báo cập nhật khác nhau mang cùng một sequence. Công bố lại với số lớn hơn.",
    "notYet": "Thông báo cập nhật ghi ngày trong tương lai. Kiểm tra đồng hồ máy và máy công bố.",
    "tooLarge": "Thông báo cập nhật lớn quá mức. Không dùng.",
    "digestMismatch": "Gói cài đặt khác với thông báo đã ký (kích thước hoặc SHA-256). Đã bỏ.",
    "noFile": "Không có gói nào cần cài cho máy này.",
    "unsafeFolder": "Thư mục chứa bản cập nhật là liên kết hoặc người khác ghi được. Không dùng.",
    "diskFull": "Ổ đĩa không đủ chỗ cho bản cập nhật.",
    "unreadable": "Không ghi hoặc không đọc được thư mục chứa bản cập nhật.",
    "inUse": "Một tiến trình khác đang tải hoặc cài bản cập nhật.",
    "notFound": "Nguồn cập nhật không có thông báo hoặc gói cài đặt.",
    "forbidden": "Nguồn cập nhật không cho phép đọc.",
    "notAnAddress": "updateSource không phải địa chỉ https hay đường dẫn đầy đủ của thư mục.",
    "notSecure": "updateSource phải là https.",
    "otherNetwork": "Mạng chuyên dùng: máy chủ cập nhật phải do chính sách nêu tên (updateSource hoặc serviceHosts).",
    "untrusted": "Chứng thư TLS của máy chủ cập nhật không được máy này tin cậy.",
    "notSystem": "Lệnh này chỉ chạy bằng tài khoản SYSTEM (tác vụ theo lịch, SCCM, Intune, GPO).",
    "notWindows": "Trên hệ này gói cài đặt đến từ kho phần mềm của hệ thống.",
    "notInstalled": "Chương trình không được cài bằng gói MSI hay setup.exe.",
    "notStarted": "Không khởi động được bộ cài.",
    "notAllowed": "Không đủ quyền quản trị để đặt hoặc xóa tác vụ theo lịch.",
    "unsafeProgram": "Chương trình không nằm trong Program Files, người dùng có thể sửa tệp mà SYSTEM chạy. Không đặt.",
    "badAuthenticode": "Chữ ký Authenticode của gói cài đặt bị hỏng hoặc đã bị thu hồi. Không cài.",
    "severalVersions": "Thư mục có nhiều phiên bản: nêu rõ bằng --version-number.",
}
_KINDS = {
    "off": "Cập nhật đang tắt.",
    "noKey": "Chưa dùng cập nhật: chính sách chưa có khóa công khai (updateKey).",
    "noSource": "Chưa có nơi lấy bản cập nhật (updateSource).",
    "unknown": "Chưa hỏi nguồn cập nhật lần nào.",
    "current": "Đang dùng bản mới nhất đã công bố ({version}).",
    "older": "Nguồn cập nhật công bố bản {version}, cũ hơn bản đang dùng ({running}).",
    "stale": "Thông báo cập nhật đã hết hạn: nguồn không còn được cập nhật. Không cài từ đó.",
    "windowsTooOld": "Bản {version} cần Windows mới hơn Windows của máy này.",
    "new": "Có bản mới {version} (đang dùng {running}).",
}
_OUTCOMES = {
    "started": "Bộ cài đã chạy.",
    "waits": "Chương trình đang mở: chờ lần sau.",
    "nothing": "Không có gì để cài.",
    "handover": "Máy này do công cụ của quản trị cài (updateInstall), hoặc không cài từ MSI.",
    "failedBefore": "Đã thử cài bản này ba lần không được. Xem install.log trong thư mục cập nhật.",
}


def reason(code: str) -> str:
    """Why something was refused or failed."""
    return _REASONS.get(code, f"Không liên lạc được với nguồn cập nhật ({code}).")


def outcome(code: str) -> str:
    """What a turn of the task came to."""
    return _OUTCOMES[code]


def sentences(state: State) -> list[str]:
    """How things stand."""
    found = [_KINDS.get(state.kind, state.kind).format(version=state.version, running=state.running)]
    if state.file:
        found.append(f"Gói cài đặt đã sẵn sàng: {state.file}")
    if state.code:
        found.append(f"Lần hỏi gần nhất: {reason(state.code)}")
    return found
