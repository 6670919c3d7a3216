"""What each reason says to whoever has a file in front, in Vietnamese and English: why, and what to do with the file.

Some codes also stop a signer, and then say something else (``sentences``): whoever reads a file can neither renew a
certificate nor take its password away. Knows ``sentences``.
"""

from __future__ import annotations

from collections.abc import Mapping

from .sentences import SENTENCES, VI, both, filled_in

_OF_FILES: Mapping[str, Mapping[str, str]] = {
    "certificateExpired": both(
        "Chứng thư của người ký đã hết hạn ngày {date}, trước khi ký. Không sử dụng văn bản; đề nghị cơ quan ban "
        "hành ký lại bằng chứng thư còn hạn.",
        "The signer's certificate expired on {date}, before it signed. Do not use the document; ask its issuer to sign "
        "it again with a good certificate.",
    ),
    "certificateNotYetValid": both(
        "Chứng thư của người ký chỉ có hiệu lực từ {date}, sau thời điểm ký. Hỏi lại cơ quan ban hành; kiểm tra cả "
        "ngày giờ của máy này.",
        "The signer's certificate begins on {date}, after it signed. Ask the issuer; see to this machine's date as "
        "well.",
    ),
    "certificateRevoked": both(
        "Chứng thư của người ký đã bị thu hồi ngày {date}, trước khi ký hoặc không rõ ký trước hay sau. Không sử "
        "dụng văn bản; hỏi lại cơ quan ban hành.",
        "The signer's certificate was revoked on {date}, and nothing proves that it signed before. Do not use the "
        "document; ask its issuer.",
    ),
    "certificateUnfit": both(
        "Chứng thư của người ký không được cấp để ký văn bản. Không sử dụng văn bản; đề nghị cơ quan ban hành ký lại.",
        "The signer's certificate was not issued for signing. Do not use the document; ask its issuer to sign it "
        "again.",
    ),
    "pdfUnreadable": both(
        "Tệp không phải PDF hoặc đã hỏng nên không kiểm tra được. Tải lại tệp, hoặc đề nghị nơi gửi gửi lại.",
        "The file is no PDF, or damaged, and cannot be checked. Load it again, or ask its sender for it again.",
    ),
    "pdfEncrypted": both(
        "Tệp PDF có mật khẩu nên không kiểm tra được chữ ký. Đề nghị nơi gửi gửi bản không đặt mật khẩu.",
        "The PDF has a password, so its signatures cannot be checked. Ask its sender for one without a password.",
    ),
    "pdfRestricted": both(
        "Tệp PDF bị đặt hạn chế chỉnh sửa hoặc in nên không kiểm tra được chữ ký. Đề nghị nơi gửi gửi bản không đặt "
        "hạn chế.",
        "The PDF restricts changes or printing, so its signatures cannot be checked. Ask its sender for one without "
        "restrictions.",
    ),
    "expiredNoTrustedTime": both(
        "Chứng thư đã hết hạn ngày {date} và chữ ký không có dấu thời gian tin cậy, nên không rõ đã ký trước hay "
        "sau khi hết hạn. Xác nhận lại với cơ quan ban hành.",
        "The certificate expired on {date} and no trusted timestamp tells whether it signed before or after that. "
        "Confirm the document with its issuer.",
    ),
    "timestampUntrusted": both(
        "Dấu thời gian không do đơn vị tin cậy cấp, nên chỉ có giờ do máy người ký khai. Nếu cần giờ chắc chắn, "
        "thêm chứng thư gốc của đơn vị cấp dấu thời gian rồi kiểm tra lại.",
        "The timestamp does not come from a trusted service: only the signer's own clock is known. Where the time "
        "matters, add the service's root to the trusted list and check again.",
    ),
    "noSignature": both(
        "Tệp không có chữ ký số. Nếu văn bản phải được ký số, đề nghị nơi gửi gửi bản đã ký.",
        "The file has no digital signature. If the document has to be signed, ask its sender for the signed one.",
    ),
    "revocationNotOffered": both(
        "Chứng thư không nêu nơi tra cứu thu hồi, nên không biết có bị thu hồi hay không. Việc quan trọng thì xác "
        "nhận lại với cơ quan ban hành.",
        "The certificate names no place to ask about revocation, so it is not known. Where much depends on it, confirm "
        "the document with its issuer.",
    ),
    "folderEmpty": both(
        "Thư mục không có tệp PDF nào. Kiểm tra lại đường dẫn.",
        "There is no PDF in this folder. Check its path.",
    ),
}

FILE_SENTENCES: Mapping[str, Mapping[str, str]] = {**SENTENCES, **_OF_FILES}


def of_file(code: str, language: str = VI, args: Mapping[str, str | int] | None = None) -> str:
    """What a reason says of a file; an unknown code is said as it stands rather than lost."""
    return filled_in(FILE_SENTENCES.get(code), code, language, args)
