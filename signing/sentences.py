"""What each word, reason and problem says to a person, in Vietnamese and English: data for window and command line.

A sentence says what happened and what to do next. ``{name}`` stands for a value among the reason's arguments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from types import MappingProxyType

from .zone import VIETNAM

VI, EN = "vi", "en"


def both(vi: str, en: str) -> Mapping[str, str]:
    """One sentence in both languages."""
    return MappingProxyType({VI: vi, EN: en})


_both = both

WORDS: Mapping[str, Mapping[str, str]] = {
    "valid": _both("Hợp lệ", "Valid"),
    "warning": _both("Hợp lệ, có cảnh báo", "Valid, with a warning"),
    "unknown": _both("Chưa xác định", "Not determined"),
    "invalid": _both("Không hợp lệ", "Not valid"),
    "unsigned": _both("Chưa ký số", "Not signed"),
}

# Why each word is said of a file, and what to do with it.
VERDICTS: Mapping[str, Mapping[str, str]] = {
    "valid": _both(
        "Chữ ký đúng, chứng thư có hiệu lực khi ký và nội dung không thay đổi từ lúc ký. Có thể sử dụng văn bản.",
        "The signatures are right, their certificates were good, and nothing signed has changed. It may be used.",
    ),
    "warning": _both(
        "Chữ ký đúng nhưng có điều cần lưu ý dưới đây. Đọc kỹ trước khi sử dụng văn bản.",
        "The signatures are right, but mind what stands below. Read it before the document is used.",
    ),
    "unknown": _both(
        "Chưa đủ căn cứ để kết luận. Làm theo hướng dẫn dưới đây rồi kiểm tra lại; chưa coi văn bản là hợp lệ.",
        "There is too little to go by. Do what is said below and check again; do not take it for valid yet.",
    ),
    "invalid": _both(
        "Văn bản hoặc chữ ký không đáng tin cậy vì lý do dưới đây. Không sử dụng; đề nghị nơi gửi gửi lại.",
        "The document or a signature cannot be relied on, for the reason below. Do not use it; ask for it again.",
    ),
    "unsigned": _both(
        "Không có chữ ký số để kiểm tra. Nếu văn bản phải được ký số, đề nghị nơi gửi gửi bản đã ký.",
        "There is no signature to check. If the document has to be signed, ask its sender for the signed one.",
    ),
}

ROLES: Mapping[str, Mapping[str, str]] = {
    "leader": _both("Người ký", "Signer"),
    "agency": _both("Cơ quan", "Agency"),
    "note": _both("Bản sao, phụ lục", "Copy or attachment"),
    "timestamp": _both("Dấu thời gian", "Timestamp"),
    "other": _both("Chữ ký", "Signature"),
}

_VERDICT: Mapping[str, Mapping[str, str]] = {
    "contentChanged": _both(
        "Nội dung đã ký bị thay đổi. Không sử dụng văn bản này; đề nghị cơ quan ban hành gửi lại.",
        "The signed content has been altered. Do not use this document; ask its issuer to send it again.",
    ),
    "signatureBroken": _both(
        "Chữ ký số không khớp với chứng thư. Không sử dụng văn bản này; đề nghị cơ quan ban hành gửi lại.",
        "The signature does not match its certificate. Do not use this document; ask its issuer to send it again.",
    ),
    "coversPart": _both(
        "Chữ ký chỉ bao phủ một phần tệp. Đề nghị cơ quan ban hành gửi lại văn bản được ký toàn bộ.",
        "The signature covers only part of the file. Ask the issuer for a document that is signed as a whole.",
    ),
    "changedAfterSigning": _both(
        "Văn bản đã bị thay đổi sau khi ký. Đối chiếu với bản gốc hoặc đề nghị cơ quan ban hành gửi lại.",
        "The document was changed after signing. Compare it with the original, or ask its issuer to send it again.",
    ),
    "looksChanged": _both(
        "Trang {page} hiển thị khác với lúc ký. Không sử dụng văn bản này; đề nghị cơ quan ban hành gửi lại.",
        "Page {page} looks different from what was signed. Do not use this document; ask its issuer to send it again.",
    ),
    "trailingBytes": _both(
        "Tệp có dữ liệu thừa sau phần được ký, có thể hiển thị khác nhau giữa các phần mềm. Đề nghị cơ quan ban hành "
        "gửi lại.",
        "Extra data follows the signed part; other programs may show something else. Ask the issuer to send it again.",
    ),
    "signatureUnreadable": _both(
        "Không đọc được một chữ ký trong tệp. Kiểm tra bằng phần mềm của đơn vị đã ký.",
        "One signature in the file cannot be read. Check it with the program of whoever signed it.",
    ),
    "issuerUnknown": _both(
        "Chưa biết đơn vị cấp chứng thư của người ký. Cài chứng thư gốc của đơn vị đó vào danh sách tin cậy rồi kiểm "
        "tra lại.",
        "The issuer of the signer's certificate is not known here. Add its root to the trusted list and check again.",
    ),
    "issuerBad": _both(
        "Chuỗi chứng thư của người ký không đúng quy định. Báo bộ phận kỹ thuật.",
        "The signer's certificate chain breaks the rules. Tell your technical support.",
    ),
    "revocationUnknown": _both(
        "Chưa hỏi được chứng thư có bị thu hồi hay không. Kiểm tra lại khi có mạng.",
        "It could not be asked whether the certificate was revoked. Check again when the network is there.",
    ),
    "revocationAsOf": _both(
        "Chưa hỏi được qua mạng; thông tin thu hồi tính đến {time}, còn trong thời hạn của đơn vị cấp. Không phải làm "
        "gì thêm; chương trình hỏi lại khi có mạng.",
        "Nobody could be asked; what is known of revocation is as of {time}, within its issuer's term. Nothing needs "
        "to be done; it is asked again when the network is there.",
    ),
    "revocationOld": _both(
        "Chưa hỏi được qua mạng; thông tin thu hồi chỉ tính đến {time} và đã quá hạn. Kiểm tra lại khi có mạng trước "
        "khi dùng văn bản vào việc quan trọng.",
        "Nobody could be asked; what is known of revocation is as of {time} only, and out of date. Check again when "
        "the network is there, before the document is relied on.",
    ),
    "revocationNotOffered": _both(
        "Chứng thư không nêu nơi tra cứu thu hồi.", "The certificate names no place to ask about revocation."
    ),
    "expiredNoTrustedTime": _both(
        "Chứng thư đã hết hạn và chữ ký không có dấu thời gian tin cậy, nên không rõ đã ký trước hay sau khi hết hạn.",
        "The certificate has expired and no trusted timestamp tells whether it was used before or after that.",
    ),
    "weakAlgorithm": _both(
        "Chữ ký dùng thuật toán không còn an toàn ({name}). Đề nghị ký lại.",
        "The signature uses an algorithm that is no longer safe ({name}). Ask for a new signature.",
    ),
    "looksNotCompared": _both(
        "Chưa so sánh được hình ảnh các trang với lúc ký. Mở tệp và đối chiếu với bản gốc.",
        "The pages could not be compared with what was signed. Open the file and compare it with the original.",
    ),
    "formFilledAfterSigning": _both(
        "Có ô biểu mẫu được điền sau khi ký: {fields}. Đối chiếu phần đó với cơ quan ban hành.",
        "Form fields were filled after signing: {fields}. Confirm that part with the issuer.",
    ),
    "fieldChangedAfterSigning": _both(
        "Ô biểu mẫu đã có nội dung khi ký nhưng sau đó bị sửa: {fields}. Hỏi lại cơ quan ban hành trước khi sử dụng.",
        "Form fields that were filled when it was signed were changed later: {fields}. Ask the issuer before using it.",
    ),
    "fieldShowsOther": _both(
        "Ô biểu mẫu hiển thị khác với nội dung được điền: {fields}. Hỏi lại cơ quan ban hành trước khi sử dụng.",
        "Form fields show something else than was filled in: {fields}. Ask the issuer before using the document.",
    ),
    "formChangedAfterSigning": _both(
        "Cách hiển thị biểu mẫu bị đổi sau khi ký; phần mềm khác có thể hiện khác. Đối chiếu với bản gốc.",
        "How the form is drawn was changed after signing; other programs may show it otherwise. Compare the original.",
    ),
    "descriptionChangedAfterSigning": _both(
        "Tiêu đề, tác giả hoặc từ khóa ghi trong tệp bị sửa sau khi ký; nội dung các trang không đổi. Chỉ căn cứ vào "
        "nội dung trên trang.",
        "The title, author or keywords kept in the file were changed after signing; its pages were not. Go by what "
        "the pages say.",
    ),
    "activeContent": _both(
        "Tệp có thành phần tự thay đổi cách hiển thị ({kinds}); mỗi máy có thể thấy khác nhau. Đối chiếu với bản gốc.",
        "Parts of the file change what is shown ({kinds}); machines may differ. Compare it with the original.",
    ),
    "signingCertificateUnnamed": _both(
        "Chữ ký không ghi rõ chứng thư đã dùng như chuẩn PAdES yêu cầu. Xác nhận lại người ký với cơ quan ban hành.",
        "The signature does not name its certificate as PAdES asks. Confirm the signer with the issuer.",
    ),
    "unsignedPadding": _both(
        "Vùng chứa chữ ký có dữ liệu thừa không được ký; nội dung văn bản không bị ảnh hưởng.",
        "The room kept for the signature holds data that nobody signed; the document's content is not affected.",
    ),
    "signatureHidesText": _both(
        "Hình của một chữ ký sau che mất nội dung trên trang {page}. Mở bản tại lúc ký trước đó và đối chiếu.",
        "A later signature's picture hides part of page {page}. Open the file as it was signed before and compare.",
    ),
    "sealNotOrgan": _both(
        "Chữ ký ở vị trí chữ ký số của cơ quan do “{name}” ký, chứng thư không phải của cơ quan. Chưa coi văn bản là "
        "đã phát hành; hỏi lại cơ quan ban hành về số, ngày và dấu.",
        "What stands in the agency's place was signed by “{name}”, whose certificate is not an organ's. Do not take "
        "the document for issued; ask the issuer about its number, date and stamp.",
    ),
    "signatureCoversPage": _both(
        "Một chữ ký sau che phần lớn trang. Đối chiếu với bản gốc.",
        "A later signature covers much of a page. Compare it with the original.",
    ),
    "timestampUntrusted": _both(
        "Dấu thời gian không do đơn vị tin cậy cấp, nên chỉ có giờ do máy người ký khai.",
        "The timestamp does not come from a trusted service: only the signer's own clock is known.",
    ),
    "timestampBroken": _both(
        "Dấu thời gian không khớp với chữ ký. Đề nghị cơ quan ban hành gửi lại.",
        "The timestamp does not match the signature. Ask the issuer to send the document again.",
    ),
    "noSignature": _both("Tệp không có chữ ký số.", "The file has no digital signature."),
    "signatureRemoved": _both(
        "Tệp còn dấu vết của một chữ ký số đã bị gỡ. Đề nghị cơ quan ban hành gửi lại.",
        "The file bears traces of a signature that was removed. Ask its issuer to send it again.",
    ),
    "notJudged": _both(
        "Không kiểm tra được tệp ({detail}). Gửi báo cáo kỹ thuật cho bộ phận hỗ trợ.",
        "The file could not be checked ({detail}). Send the technical report to your support.",
    ),
    "tookTooLong": _both(
        "Kiểm tra quá {seconds} giây nên đã dừng. Thử lại khi máy rảnh.",
        "Checking took more than {seconds} seconds and was stopped. Try again when the machine is idle.",
    ),
    "fileUnreadable": _both(
        "Không mở được tệp ({detail}). Kiểm tra đường dẫn và quyền đọc.",
        "The file cannot be opened ({detail}). Check its path and your right to read it.",
    ),
    "fileNotRead": _both(
        "Không đọc được tệp, hoặc tệp quá lớn. Kiểm tra tệp còn ở chỗ cũ và quyền đọc; tệp lớn thì đề nghị nơi gửi "
        "giảm dung lượng.",
        "The file cannot be read, or is too large. Check that it is still there and may be read; ask for a smaller "
        "one if it is large.",
    ),
    "fileTooLarge": _both(
        "Tệp quá lớn ({megabytes} MB) nên chưa kiểm tra được. Đề nghị nơi gửi tách hoặc nén lại tệp trước khi ký.",
        "The file is too large to be checked ({megabytes} MB). Ask its sender to split or reduce it before signing.",
    ),
    "trustUnreadable": _both(
        "Không đọc được thư mục chứng thư gốc ({detail}). Kiểm tra đường dẫn.",
        "The directory of trusted roots cannot be read ({detail}). Check its path.",
    ),
}

_PROBLEMS: Mapping[str, Mapping[str, str]] = {
    "signingFailed": _both(
        "Ký số không thành công. Thử lại; nếu vẫn lỗi, gửi thông tin chẩn đoán cho bộ phận hỗ trợ.",
        "Signing failed. Try again; if it keeps failing, send the diagnosis to your support.",
    ),
    "moduleNotLoaded": _both(
        "Không nạp được trình điều khiển USB token. Cài lại trình điều khiển đúng loại 64 bit.",
        "The token's driver could not be loaded. Install the 64-bit driver again.",
    ),
    "moduleCrashed": _both(
        "Trình điều khiển USB token bị dừng đột ngột. Rút token, cắm lại rồi thử lại.",
        "The token's driver stopped suddenly. Pull the token out, put it back and try again.",
    ),
    "moduleHung": _both(
        "USB token không trả lời. Rút token, cắm lại rồi thử lại.",
        "The token does not answer. Pull it out, put it back and try again.",
    ),
    "moduleAbsurd": _both(
        "Trình điều khiển trả lời sai quy cách nên không được dùng. Cài lại phần mềm của nhà cung cấp token.",
        "The token's driver answers what no driver may, and is not used. Install its vendor's program again.",
    ),
    "moduleWrongSize": _both(
        "Trình điều khiển là bản 32 bit, chương trình này là bản 64 bit. Cài bản 64 bit của nhà cung cấp token.",
        "The driver is a 32-bit one and this program is 64-bit. Install the 64-bit one of the token's vendor.",
    ),
    "tokenBusy": _both(
        "Token đang bận vì chương trình khác dùng nó. Đóng chương trình đó rồi thử lại.",
        "The token is busy: another program uses it. Close that program and try again.",
    ),
    "tokenMissing": _both(
        "Không tìm thấy USB token. Cắm token của mình và kiểm tra trình điều khiển.",
        "No token was found. Put in your own token and check its driver.",
    ),
    "tokenRemoved": _both(
        "USB token đã bị rút ra khi đang ký. Cắm lại và ký tiếp các văn bản còn lại.",
        "The token was pulled out while signing. Put it back and sign what is left.",
    ),
    "tokenFailed": _both(
        "USB token báo lỗi. Rút token, cắm lại; nếu vẫn lỗi, liên hệ đơn vị cấp token.",
        "The token reports an error. Pull it out and put it back; if it stays, ask whoever issued it.",
    ),
    "keyMissing": _both(
        "Token có chứng thư nhưng không có khóa ký tương ứng. Liên hệ đơn vị cấp token.",
        "The token holds the certificate but not its key. Ask whoever issued it.",
    ),
    "signatureMismatch": _both(
        "Token trả về chữ ký không khớp với chứng thư nên không được dùng. Rút token, cắm lại rồi ký tiếp; nếu vẫn "
        "lỗi, liên hệ đơn vị cấp token.",
        "What the token signed does not match its certificate, so it was not used. Pull it out, put it back and sign "
        "again; if it stays, ask whoever issued it.",
    ),
    "mechanismMissing": _both(
        "Token không hỗ trợ thuật toán ký đang chọn. Đổi thuật toán trong Cài đặt, mục Ký số.",
        "The token cannot sign with the chosen algorithm. Choose another one in Settings, Signing.",
    ),
    "pinNeeded": _both("Nhập mã PIN của token để ký.", "Enter the token's PIN to sign."),
    "pinWrong": _both(
        "Mã PIN không đúng. Đã dừng ký; kiểm tra mã PIN trước khi nhập lại, vì nhập sai nhiều lần token sẽ bị khóa.",
        "Wrong PIN. Signing has stopped; make sure of the PIN, for the token locks after a few wrong tries.",
    ),
    "pinLocked": _both(
        "Token đã bị khóa mã PIN. Liên hệ đơn vị cấp token để mở khóa.",
        "The token's PIN is locked. Ask whoever issued the token to unlock it.",
    ),
    "pinExpired": _both(
        "Mã PIN phải được đổi trước khi dùng tiếp. Đổi mã PIN trong mục Thiết bị ký số.",
        "The PIN must be changed before it is used again. Change it under Signing token.",
    ),
    "pinNotSet": _both(
        "Token chưa được đặt mã PIN. Liên hệ đơn vị cấp token.",
        "The token has no PIN yet. Ask whoever issued it.",
    ),
    "pinUnfit": _both(
        "Token không nhận mã PIN mới: độ dài hoặc ký tự không đúng quy định của token. Mã PIN cũ vẫn dùng.",
        "The token refuses the new PIN: its length or its characters are not what it wants. The old one still holds.",
    ),
    "pinChangeRefused": _both(
        "Token không cho đổi mã PIN tại đây. Dùng phần mềm của nhà cung cấp hoặc liên hệ đơn vị cấp token.",
        "The token does not let its PIN be changed here. Use its vendor's program, or ask whoever issued it.",
    ),
    "pinCancelled": _both(
        "Đã hủy nhập mã PIN. Chưa ký văn bản nào thêm.", "PIN entry was cancelled; nothing more was signed."
    ),
    "certificateExpired": _both(
        "Chứng thư đã hết hạn ngày {date}. Đề nghị cấp chứng thư mới.",
        "The certificate expired on {date}. Ask for a new one.",
    ),
    "certificateNotYetValid": _both(
        "Chứng thư chỉ có hiệu lực từ ngày {date}. Kiểm tra ngày giờ của máy.",
        "The certificate begins on {date}. Check this machine's date and time.",
    ),
    "certificateRevoked": _both(
        "Chứng thư đã bị thu hồi ngày {date}. Không được dùng để ký.",
        "The certificate was revoked on {date}. It may not be used.",
    ),
    "certificateNotYours": _both(
        "Chứng thư trên token không phải của người đang đăng nhập. Cắm token của chính mình.",
        "The certificate on the token is not that of the person signed in. Use your own token.",
    ),
    "certificateUnfit": _both(
        "Chứng thư không dùng để ký được (mục đích sử dụng hoặc độ dài khóa). Liên hệ đơn vị cấp chứng thư.",
        "The certificate cannot be used to sign (its purpose or key length). Ask its issuer.",
    ),
    "certificateNotChecked": _both(
        "Chưa kiểm tra chứng thư với danh sách tin cậy.", "The certificate was not checked against the trusted list."
    ),
    "keyFileUnreadable": _both(
        "Không mở được tệp khóa thực hành, hoặc mật khẩu không đúng.",
        "The practice key file cannot be opened, or its passphrase is wrong.",
    ),
    "pdfUnreadable": _both(
        "Tệp không phải PDF hoặc đã hỏng. Xuất lại tệp PDF từ bản soạn thảo.",
        "The file is no PDF or is damaged. Export the PDF again from its draft.",
    ),
    "pdfEncrypted": _both(
        "Tệp PDF có mật khẩu. Bỏ mật khẩu rồi thử lại.", "The PDF has a password. Remove it and try again."
    ),
    "pdfRestricted": _both(
        "Tệp PDF bị đặt hạn chế chỉnh sửa hoặc in. Dùng bản không đặt hạn chế rồi thử lại.",
        "The PDF restricts changes or printing. Use one without restrictions and try again.",
    ),
    "pdfCertified": _both(
        "Văn bản đã được ký và khóa, không ký thêm được.", "The document is signed and locked; nothing can be added."
    ),
    "fieldsMissing": _both(
        "Văn bản không có ô số và ngày đúng quy cách, hoặc chưa nhập số và ngày.",
        "The document lacks its number and date fields, or number and date were not given.",
    ),
    "numberDiffers": _both(
        "Trên trang in “{printed}”, văn bản được cấp “{given}”. Trả lại để người soạn in lại đúng số, ngày đã cấp.",
        "The page says “{printed}”, the document was given “{given}”. Send it back to be printed with what was given.",
    ),
    "notApproved": _both(
        "Chưa có chữ ký hợp lệ của lãnh đạo, nên chưa được ký số cơ quan (Nghị định 30/2020/NĐ-CP, Điều 32).",
        "No leader's signature stands on it yet: the agency may not sign (Decree 30/2020, art. 32).",
    ),
    "approvedByAnother": _both(
        "Chữ ký trên tệp là của “{name}”, không phải của người ký duyệt, nên chưa được ký số cơ quan. Trình lại để "
        "đúng người ký duyệt.",
        "The signature on the file is that of “{name}” and not the approver's: the agency may not sign. Have it signed "
        "by the right person.",
    ),
    "approvalRevoked": _both(
        "Chứng thư mà “{name}” đã dùng để ký bị thu hồi ngày {date}, nên chưa được ký số cơ quan. Trình lại để lãnh "
        "đạo ký bằng chứng thư còn hiệu lực.",
        "The certificate that “{name}” signed with was revoked on {date}: the agency may not sign. Have it signed "
        "again with a good certificate.",
    ),
    "approvalInvalid": _both(
        "Chữ ký của “{name}” không hợp lệ (chứng thư hết hạn, bị giả hoặc không dùng để ký được), nên chưa được ký số "
        "cơ quan. Trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.",
        "The signature of “{name}” is not valid (its certificate had expired, is false or may not sign): the agency "
        "may not sign. Have it signed again with a good certificate.",
    ),
    "placeOutside": _both(
        "Vị trí chữ ký nằm ngoài trang. Chọn lại vị trí.", "The signature's place is off the page. Choose another."
    ),
    "fileProblem": _both(
        "Tệp có lỗi nên chưa ký được. Mở tệp để kiểm tra; nếu cần, xuất lại tệp PDF từ bản soạn thảo.",
        "Something is wrong with the file, so it was not signed. Open it to see; export the PDF again if need be.",
    ),
    "notPdf": _both(
        "Tệp này không phải tệp PDF. Xuất văn bản ra PDF rồi thử lại.",
        "This file is no PDF. Export the document as PDF and try again.",
    ),
    "pdfNoPages": _both(
        "Tệp PDF không có trang nào. Xuất lại tệp PDF từ bản soạn thảo.",
        "The PDF has no page. Export it again from its draft.",
    ),
    "pdfTooBig": _both(
        "Tệp PDF lớn hơn {limit} MB. Giảm dung lượng ảnh hoặc tách phụ lục rồi thử lại.",
        "The PDF is larger than {limit} MB. Make its pictures smaller or split its annexes, and try again.",
    ),
    "pdfTooLong": _both(
        "Tệp PDF có hơn {limit} trang. Tách phụ lục thành tệp riêng rồi thử lại.",
        "The PDF has more than {limit} pages. Put its annexes into files of their own and try again.",
    ),
    "pdfForm": _both(
        "Tệp PDF là biểu mẫu XFA nên không ký được. In ra PDF thường rồi thử lại.",
        "The PDF is an XFA form and cannot be signed. Print it to an ordinary PDF and try again.",
    ),
    "pdfActive": _both(
        "Tệp PDF có mã lệnh hoặc lệnh mở chương trình. Xuất lại tệp không có mã lệnh rồi thử lại.",
        "The PDF holds scripts or commands that start programs. Export it again without them and try again.",
    ),
    "scanOldVersion": _both(
        "Tệp quét là PDF {version}, cũ hơn 1.4. Quét hoặc xuất lại ra PDF từ 1.4 trở lên.",
        "The scan is PDF {version}, older than 1.4. Scan or export it again as PDF 1.4 or newer.",
    ),
    "certificateChainBroken": _both(
        "Chuỗi chứng thư của người ký không đúng: nơi cấp hết hạn hoặc bị giả. Đề nghị cấp lại chứng thư.",
        "The signer's certificate chain does not hold: an expired or false issuer. Ask for a new certificate.",
    ),
    "evidenceIncomplete": _both(
        "Chưa lưu đủ dữ liệu kiểm tra chữ ký vào tệp; sẽ bổ sung sau.",
        "Not all validation data could be kept with the file; it is added later.",
    ),
    "timestampUnavailable": _both(
        "Dịch vụ dấu thời gian chưa trả lời; văn bản vẫn được ký và có thể bổ sung dấu thời gian trước khi phát hành.",
        "The timestamp service did not answer; the document is signed and may get its timestamp before it is issued.",
    ),
}

SENTENCES: Mapping[str, Mapping[str, str]] = {**_VERDICT, **_PROBLEMS}


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class _Named(dict[str, str | int]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(code: str, language: str = VI, args: Mapping[str, str | int] | None = None) -> str:
    """The sentence for a code; an unknown code is said as it stands rather than lost.

    Days and moments among the arguments (ISO 8601) are said as they are written here: 31/01/2026, 08:31 31/01/2026.
    """
    return filled_in(SENTENCES.get(code), code, language, args)


def filled_in(found: Mapping[str, str] | None, code: str, language: str, args: Mapping[str, str | int] | None) -> str:
    """A sentence with its values; the code where there is none."""
    if found is None:
        return code
    said = {name: _as_written(value) for name, value in (args or {}).items()}
    return found[language if language in found else VI].format_map(_Named(said))


def _as_written(value: str | int) -> str | int:
    if isinstance(value, str) and _DAY.match(value):
        with suppress(ValueError):
            if len(value) == 10:
                return date.fromisoformat(value).strftime("%d/%m/%Y")
            return datetime.fromisoformat(value).astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y")
    return value
