"""What went wrong with a signature, in Vietnamese: what happened, and what to do next. Knows the codes of ``signing``.

The codes come from ``signing.problems`` and from this program's own steps around a signature.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from signing.problems import SigningProblem

_CONTEXT = "Signing"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for translation; Qt's own is typed as giving any object."""
    return text


LOOSE = "loose:"
"""Begins the code of a trouble with a file from elsewhere, whose author nobody here can ask."""
SENTENCES: dict[str, str] = {
    "signedNotSent": QT_TRANSLATE_NOOP(
        "Signing",
        "Đã ký, chưa gửi được vì máy không ghi được. Bản đã ký còn giữ trên máy, không ký lại: nếu ổ đĩa đầy thì xóa "
        "bớt tệp không cần, rồi bấm ký lần nữa hoặc mở lại chương trình để gửi.",
    ),
    "replaced": QT_TRANSLATE_NOOP("Signing", "Đã thay bằng ý kiến ký sau; bản ký trước bị bỏ, không gửi."),
    "signedRefused": QT_TRANSLATE_NOOP(
        "Signing",
        "Bản đã ký được giữ nguyên trên máy, không gửi lại: mở Việc chưa gửi, thẻ Tệp đã ký để riêng, để xem, lưu bản "
        "sao hoặc bỏ.",
    ),
    "moduleNotLoaded": QT_TRANSLATE_NOOP(
        "Signing",
        "Không mở được tệp điều khiển thiết bị ký số. Cài lại phần mềm của nhà cung cấp thiết bị (đúng bản 64 bit), "
        "hoặc chọn tệp khác trong mục Thiết bị ký số.",
    ),
    "moduleCrashed": QT_TRANSLATE_NOOP(
        "Signing",
        "Phần mềm điều khiển thiết bị ký số đã dừng đột ngột. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lặp lại, cài "
        "lại phần mềm của nhà cung cấp.",
    ),
    "moduleHung": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị ký số không trả lời nên chương trình đã ngắt. Rút thiết bị, cắm lại rồi ký tiếp.",
    ),
    "moduleAbsurd": QT_TRANSLATE_NOOP(
        "Signing",
        "Phần mềm điều khiển thiết bị ký số trả lời sai quy cách nên không được dùng. Cài lại phần mềm của nhà cung "
        "cấp, hoặc chọn tệp khác trong mục Thiết bị ký số.",
    ),
    "moduleWrongSize": QT_TRANSLATE_NOOP(
        "Signing",
        "Tệp điều khiển là bản 32 bit, chương trình này là bản 64 bit. Cài bản 64 bit của nhà cung cấp thiết bị.",
    ),
    "tokenBusy": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị ký số đang bận vì chương trình khác dùng nó. Đóng chương trình đó (phần mềm quản lý thiết bị, trình "
        "duyệt) rồi thử lại.",
    ),
    "tokenMissing": QT_TRANSLATE_NOOP(
        "Signing", "Không thấy thiết bị ký số của người đang đăng nhập. Cắm thiết bị vào cổng USB rồi ký lại."
    ),
    "tokenRemoved": QT_TRANSLATE_NOOP(
        "Signing", "Thiết bị ký số đã bị rút ra khi đang ký. Cắm lại thiết bị rồi ký tiếp các văn bản còn lại."
    ),
    "tokenFailed": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị ký số báo lỗi. Rút thiết bị, cắm lại rồi ký tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.",
    ),
    "keyMissing": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị có chứng thư nhưng không có khóa bí mật đi kèm, không ký được. Liên hệ đơn vị cấp chứng thư.",
    ),
    "signatureMismatch": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị trả về chữ ký không khớp với chứng thư nên chữ ký đó không được dùng. Rút thiết bị, cắm lại rồi ký "
        "tiếp; nếu còn lỗi, liên hệ đơn vị cấp chứng thư.",
    ),
    "mechanismMissing": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị không hỗ trợ thuật toán ký mà cơ quan đã chọn. Chọn thuật toán khác trong Cài đặt, mục Ký số.",
    ),
    "pinNeeded": QT_TRANSLATE_NOOP(
        "Signing", "Thiết bị hỏi lại mã PIN. Bấm Ký để nhập mã PIN và ký tiếp các văn bản còn lại."
    ),
    "pinWrong": QT_TRANSLATE_NOOP(
        "Signing", "Mã PIN không đúng. Chương trình không tự thử lại; hãy xem lại mã PIN rồi bấm Ký."
    ),
    "pinWrongFinal": QT_TRANSLATE_NOOP(
        "Signing",
        "Mã PIN không đúng, thiết bị chỉ còn một lần thử cuối cùng: nhập sai nữa sẽ bị khóa. Chương trình không tự thử "
        "lại; nếu không chắc mã PIN, hỏi đơn vị cấp chứng thư trước khi ký lại.",
    ),
    "pinLocked": QT_TRANSLATE_NOOP(
        "Signing",
        "Mã PIN của thiết bị đã bị khóa do nhập sai nhiều lần. Liên hệ đơn vị cấp chứng thư chữ ký số để mở khóa.",
    ),
    "pinExpired": QT_TRANSLATE_NOOP(
        "Signing", "Thiết bị yêu cầu đổi mã PIN trước khi ký. Bấm Đổi mã PIN trong mục Thiết bị ký số, rồi ký lại."
    ),
    "pinNotSet": QT_TRANSLATE_NOOP(
        "Signing", "Thiết bị ký số chưa được đặt mã PIN. Liên hệ đơn vị cấp chứng thư chữ ký số."
    ),
    "pinUnfit": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị không nhận mã PIN mới: độ dài hoặc ký tự không đúng quy định của thiết bị. Mã PIN cũ vẫn còn dùng.",
    ),
    "pinChangeRefused": QT_TRANSLATE_NOOP(
        "Signing",
        "Thiết bị không cho đổi mã PIN tại đây. Dùng phần mềm của nhà cung cấp, hoặc liên hệ đơn vị cấp chứng thư.",
    ),
    "pinCancelled": QT_TRANSLATE_NOOP("Signing", "Chưa nhập mã PIN nên chưa ký. Văn bản vẫn ở trong hàng chờ ký."),
    "certificateExpired": QT_TRANSLATE_NOOP(
        "Signing", "Chứng thư chữ ký số đã hết hạn, không được dùng để ký. Đề nghị cơ quan làm thủ tục gia hạn."
    ),
    "certificateNotYetValid": QT_TRANSLATE_NOOP(
        "Signing", "Chứng thư chữ ký số chưa đến ngày có hiệu lực. Kiểm tra ngày giờ của máy tính này."
    ),
    "certificateRevoked": QT_TRANSLATE_NOOP(
        "Signing", "Chứng thư chữ ký số đã bị thu hồi, không được dùng để ký. Liên hệ đơn vị cấp chứng thư."
    ),
    "certificateNotYours": QT_TRANSLATE_NOOP(
        "Signing",
        "Chứng thư trên thiết bị không phải của người đang đăng nhập. Hãy cắm đúng thiết bị được cấp cho mình; không "
        "dùng thiết bị của người khác.",
    ),
    "certificateUnfit": QT_TRANSLATE_NOOP(
        "Signing", "Chứng thư trên thiết bị không dùng để ký văn bản được. Chọn chứng thư khác ở mục Thiết bị ký số."
    ),
    "keyFileUnreadable": QT_TRANSLATE_NOOP(
        "Signing", "Không mở được tệp khóa thực hành: tệp hỏng hoặc mã PIN không đúng."
    ),
    "pdfUnreadable": QT_TRANSLATE_NOOP(
        "Signing", "Không đọc được tệp PDF. Trả lại văn bản để người soạn xuất lại tệp PDF."
    ),
    "notPdf": QT_TRANSLATE_NOOP(
        "Signing", "Tệp này không phải tệp PDF. Trả lại văn bản để người soạn xuất ra PDF rồi trình lại."
    ),
    "pdfNoPages": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF không có trang nào. Trả lại văn bản để người soạn xuất lại tệp PDF."
    ),
    "pdfTooBig": QT_TRANSLATE_NOOP(
        "Signing",
        "Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Trả lại để người soạn giảm dung lượng ảnh "
        "quét hoặc tách phụ lục thành tệp riêng.",
    ),
    "pdfTooLong": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF có hơn %{limit} trang. Trả lại để người soạn tách phụ lục thành tệp riêng."
    ),
    "pdfForm": QT_TRANSLATE_NOOP(
        "Signing",
        "Tệp PDF là biểu mẫu XFA: nội dung hiện ra tùy chương trình mở tệp nên không ký được. Trả lại để người soạn in "
        "ra PDF thường.",
    ),
    "pdfActive": QT_TRANSLATE_NOOP(
        "Signing",
        "Tệp PDF có mã lệnh hoặc lệnh mở chương trình, nội dung có thể tự đổi sau khi ký. Trả lại để người soạn xuất "
        "lại tệp không có mã lệnh.",
    ),
    "pdfEncrypted": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF có mật khẩu nên không ký được. Trả lại để người soạn bỏ mật khẩu."
    ),
    "pdfRestricted": QT_TRANSLATE_NOOP(
        "Signing",
        "Tệp PDF mở xem được nhưng bị đặt hạn chế chỉnh sửa hoặc in nên không ký được. Trả lại để người soạn xuất bản "
        "không đặt hạn chế.",
    ),
    "pdfCertified": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF đã có chữ ký khóa tệp, không ký thêm được. Trả lại để người soạn dùng tệp chưa ký."
    ),
    "fieldsMissing": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF không có chỗ để ghi số và ngày. Trả lại để người soạn nộp lại tệp qua mục Dự thảo."
    ),
    "numberDiffers": QT_TRANSLATE_NOOP(
        "Signing",
        "Trên trang in “%{printed}”, văn bản được cấp “%{given}”. Trả lại để người soạn in lại đúng số, ngày đã cấp.",
    ),
    "notApproved": QT_TRANSLATE_NOOP(
        "Signing",
        "Lãnh đạo chưa ký, hoặc tệp đã thay đổi sau khi lãnh đạo ký. Chỉ ký số cơ quan khi văn bản đã được ký duyệt.",
    ),
    "approvedByAnother": QT_TRANSLATE_NOOP(
        "Signing",
        "Chữ ký trên tệp là của “%{name}”, không phải của người ký duyệt, nên chưa ký số cơ quan. Báo người soạn trình "
        "lại để đúng người ký; nếu người ký vừa đổi chứng thư, báo người quản trị.",
    ),
    "approvalRevoked": QT_TRANSLATE_NOOP(
        "Signing",
        "Chứng thư mà “%{name}” đã dùng để ký duyệt bị thu hồi nên chưa ký số cơ quan. Báo người soạn trình lại để "
        "lãnh đạo ký bằng chứng thư còn hiệu lực.",
    ),
    "approvalInvalid": QT_TRANSLATE_NOOP(
        "Signing",
        "Chữ ký của “%{name}” không hợp lệ: chứng thư hết hạn, bị giả hoặc không dùng để ký được. Chưa ký số cơ quan; "
        "báo người soạn trình lại để lãnh đạo ký bằng chứng thư còn hiệu lực.",
    ),
    "placeOutside": QT_TRANSLATE_NOOP("Signing", "Vị trí chữ ký nằm ngoài trang. Chọn lại vị trí rồi ký."),
    "timestampUnavailable": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký. Dịch vụ dấu thời gian chưa trả lời; dấu thời gian sẽ được bổ sung sau."
    ),
    "certificateChainBroken": QT_TRANSLATE_NOOP(
        "Signing",
        "Chuỗi chứng thư không đúng: nơi cấp đã hết hạn hoặc bị giả. Báo người quản trị, đề nghị cấp lại.",
    ),
    "looseTimestampMissing": QT_TRANSLATE_NOOP(
        "Signing",
        "Đã ký, nhưng chữ ký không có dấu thời gian: dịch vụ chưa trả lời. Tệp ngoài hệ thống không được bổ sung sau; "
        "cần dấu thời gian thì ký lại tệp gốc khi dịch vụ hoạt động.",
    ),
    "looseEvidenceIncomplete": QT_TRANSLATE_NOOP(
        "Signing",
        "Đã ký, nhưng chưa lưu đủ dữ liệu kiểm tra lâu dài vào tệp. Tệp ngoài hệ thống không được bổ sung sau; cần thì "
        "ký lại tệp gốc khi có mạng.",
    ),
    "looseRevocationUnknown": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký. Chưa hỏi được tình trạng chứng thư của người ký; người nhận sẽ tự kiểm tra khi mở tệp."
    ),
    "loose:pdfUnreadable": QT_TRANSLATE_NOOP(
        "Signing", "Tệp hỏng hoặc không phải PDF nên không ký được. Mở thử tệp, hoặc xin lại tệp từ nơi gửi."
    ),
    "loose:notPdf": QT_TRANSLATE_NOOP("Signing", "Tệp này không phải PDF. Xuất tệp ra PDF rồi thêm lại."),
    "loose:pdfEncrypted": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF có mật khẩu nên không ký được. Bỏ mật khẩu của tệp, hoặc xin bản không có mật khẩu."
    ),
    "loose:pdfRestricted": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF bị hạn chế sửa đổi nên không ký được. Xin bản không đặt hạn chế từ nơi gửi."
    ),
    "loose:pdfNoPages": QT_TRANSLATE_NOOP("Signing", "Tệp PDF không có trang nào. Xin lại tệp từ nơi gửi."),
    "loose:pdfTooBig": QT_TRANSLATE_NOOP(
        "Signing",
        "Tệp PDF lớn hơn %{limit} MB, máy văn phòng không đủ bộ nhớ để ký. Giảm dung lượng ảnh quét rồi thêm lại.",
    ),
    "loose:pdfTooLong": QT_TRANSLATE_NOOP("Signing", "Tệp PDF có quá nhiều trang. Tách tệp rồi thêm lại."),
    "loose:pdfForm": QT_TRANSLATE_NOOP(
        "Signing", "Tệp là biểu mẫu XFA, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó."
    ),
    "loose:pdfActive": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF có mã lệnh, nội dung có thể tự đổi nên không ký. In ra PDF mới rồi ký tệp đó."
    ),
    "loose:pdfCertified": QT_TRANSLATE_NOOP(
        "Signing", "Tệp PDF đã có chữ ký khóa tệp: người ký trước không cho ký thêm. Ký vào bản chưa khóa."
    ),
    "loose:changedSince": QT_TRANSLATE_NOOP("Signing", "Tệp đã được thay sau khi mở. Xem lại tệp rồi ký."),
    "looseNotRead": QT_TRANSLATE_NOOP(
        "Signing", "Không đọc được tệp: tệp đã bị xóa, đổi tên, hoặc ổ đĩa không còn kết nối. Kiểm tra rồi thêm lại."
    ),
    "looseNotSaved": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký nhưng không ghi được bản ký vào %{folder}. Bấm Nơi lưu để chọn nơi khác rồi ký lại tệp này."
    ),
    "evidenceIncomplete": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký. Chưa lưu đủ dữ liệu kiểm tra vào tệp; chương trình sẽ bổ sung sau."
    ),
    "revocationUnknown": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký. Chưa hỏi được tình trạng chứng thư; chương trình sẽ hỏi lại trước khi phát hành."
    ),
    "certificateNotChecked": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký. Máy này chưa có chứng thư gốc tin cậy nên chưa kiểm tra được chứng thư của người ký."
    ),
    "issuerUnknown": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký. Nơi cấp chứng thư chưa có trong danh sách tin cậy của cơ quan; báo người quản trị."
    ),
    "issuerBad": QT_TRANSLATE_NOOP(
        "Signing", "Đã ký. Chứng thư của nơi cấp có vấn đề; báo người quản trị kiểm tra trước khi phát hành."
    ),
    "diskFull": QT_TRANSLATE_NOOP(
        "Signing",
        "Ổ đĩa đã đầy nên không ghi được tệp đã ký; tệp gốc còn nguyên. Xóa bớt tệp không cần trên máy rồi ký tiếp.",
    ),
    "signingFailed": QT_TRANSLATE_NOOP("Signing", "Không ký được. Thử ký lại; nếu còn lỗi, báo người quản trị."),
    # steps of this program around the signature
    "noPlace": QT_TRANSLATE_NOOP(
        "Signing", "Chưa có vị trí ký: không tìm thấy tên người ký trên trang. Chọn ở mục Vị trí."
    ),
    "manyPlaces": QT_TRANSLATE_NOOP("Signing", "Tên người ký xuất hiện %{count} lần: chọn vị trí ở mục Vị trí."),
    "fileOffline": QT_TRANSLATE_NOOP("Signing", "Tệp chưa tải về máy và đang mất kết nối. Ký khi có mạng."),
    "fileGone": QT_TRANSLATE_NOOP("Signing", "Không còn tệp này ở máy chủ. Báo người soạn nộp lại."),
    "notAsked": QT_TRANSLATE_NOOP("Signing", "Lượt ký đã dừng trước khi ký văn bản này. Bấm Ký tiếp để ký."),
    "notWaiting": QT_TRANSLATE_NOOP("Signing", "Văn bản không còn trong hàng chờ ký: có người đã xử lý trước."),
    "wrongPerson": QT_TRANSLATE_NOOP("Signing", "Văn bản này không do người đang đăng nhập ký."),
    "noNumberYet": QT_TRANSLATE_NOOP("Signing", "Văn bản chưa có số. Cấp số trước khi ký số cơ quan."),
    "noArrivalNumberYet": QT_TRANSLATE_NOOP("Signing", "Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số."),
    "copyDiffers": QT_TRANSLATE_NOOP(
        "Signing",
        "Không lập được bản sao giống hệt bản gốc từ tệp này nên chưa sao. In văn bản ra giấy rồi quét để sao.",
    ),
    "attachmentFailed": QT_TRANSLATE_NOOP(
        "Signing",
        "Không ký được phụ lục “%{name}”: tệp hỏng, quá lớn, có mật khẩu, có mã lệnh hoặc đã khóa. Chưa tệp nào của "
        "văn bản này được ký; trả lại để người soạn thay tệp.",
    ),
    "changedSince": QT_TRANSLATE_NOOP("Signing", "Tệp đã được thay sau khi mở. Xem lại văn bản rồi ký."),
    "notProven": QT_TRANSLATE_NOOP(
        "Signing", "Thiết bị không ký được bằng chứng thư của chủ hồ sơ này. Cắm đúng thiết bị rồi bấm lại."
    ),
}

SHORT: dict[str, str] = {
    "signedNotSent": QT_TRANSLATE_NOOP("Signing", "Đã ký, chưa gửi được"),
    "signedRefused": QT_TRANSLATE_NOOP("Signing", "Đã ký, bị từ chối"),
    "noPlace": QT_TRANSLATE_NOOP("Signing", "Bỏ qua: chưa chọn vị trí"),
    "manyPlaces": QT_TRANSLATE_NOOP("Signing", "Bỏ qua: chưa chọn vị trí"),
    "tokenRemoved": QT_TRANSLATE_NOOP("Signing", "Chưa ký: thiết bị bị rút"),
    "tokenMissing": QT_TRANSLATE_NOOP("Signing", "Chưa ký: không thấy thiết bị"),
    "pinWrong": QT_TRANSLATE_NOOP("Signing", "Chưa ký: sai mã PIN"),
    "pinLocked": QT_TRANSLATE_NOOP("Signing", "Chưa ký: mã PIN bị khóa"),
    "pinCancelled": QT_TRANSLATE_NOOP("Signing", "Chưa ký"),
    "fileOffline": QT_TRANSLATE_NOOP("Signing", "Chưa ký: chưa có tệp"),
    "fileGone": QT_TRANSLATE_NOOP("Signing", "Chưa ký: không còn tệp"),
    "looseNotRead": QT_TRANSLATE_NOOP("Signing", "Chưa ký: không đọc được tệp"),
    "looseNotSaved": QT_TRANSLATE_NOOP("Signing", "Lỗi: không ghi được tệp"),
    "notApproved": QT_TRANSLATE_NOOP("Signing", "Từ chối: lãnh đạo chưa ký"),
    "approvedByAnother": QT_TRANSLATE_NOOP("Signing", "Từ chối: không đúng người ký duyệt"),
    "approvalRevoked": QT_TRANSLATE_NOOP("Signing", "Từ chối: chứng thư bị thu hồi"),
    "approvalInvalid": QT_TRANSLATE_NOOP("Signing", "Từ chối: chữ ký lãnh đạo không hợp lệ"),
    "noNumberYet": QT_TRANSLATE_NOOP("Signing", "Từ chối: chưa có số"),
    "noArrivalNumberYet": QT_TRANSLATE_NOOP("Signing", "Từ chối: chờ cấp số đến"),
    "attachmentFailed": QT_TRANSLATE_NOOP("Signing", "Lỗi: phụ lục không ký được"),
    "pdfEncrypted": QT_TRANSLATE_NOOP("Signing", "Lỗi: tệp có mật khẩu"),
    "pdfRestricted": QT_TRANSLATE_NOOP("Signing", "Lỗi: tệp bị đặt hạn chế"),
    "pdfCertified": QT_TRANSLATE_NOOP("Signing", "Lỗi: tệp đã khóa"),
    "pdfUnreadable": QT_TRANSLATE_NOOP("Signing", "Lỗi: không đọc được tệp"),
    "numberDiffers": QT_TRANSLATE_NOOP("Signing", "Lỗi: số in khác số cấp"),
    "notPdf": QT_TRANSLATE_NOOP("Signing", "Lỗi: không phải PDF"),
    "pdfNoPages": QT_TRANSLATE_NOOP("Signing", "Lỗi: tệp không có trang"),
    "pdfTooBig": QT_TRANSLATE_NOOP("Signing", "Lỗi: tệp quá lớn"),
    "pdfTooLong": QT_TRANSLATE_NOOP("Signing", "Lỗi: quá nhiều trang"),
    "pdfForm": QT_TRANSLATE_NOOP("Signing", "Lỗi: biểu mẫu XFA"),
    "pdfActive": QT_TRANSLATE_NOOP("Signing", "Lỗi: tệp có mã lệnh"),
    "changedSince": QT_TRANSLATE_NOOP("Signing", "Chưa ký: tệp đã được thay"),
    "notWaiting": QT_TRANSLATE_NOOP("Signing", "Chưa ký: đã có người xử lý"),
    "diskFull": QT_TRANSLATE_NOOP("Signing", "Chưa ký: đầy ổ đĩa"),
    "moduleCrashed": QT_TRANSLATE_NOOP("Signing", "Chưa ký: lỗi thiết bị"),
    "moduleHung": QT_TRANSLATE_NOOP("Signing", "Chưa ký: thiết bị không trả lời"),
    "tokenFailed": QT_TRANSLATE_NOOP("Signing", "Chưa ký: lỗi thiết bị"),
    "signatureMismatch": QT_TRANSLATE_NOOP("Signing", "Chưa ký: lỗi thiết bị"),
    "certificateExpired": QT_TRANSLATE_NOOP("Signing", "Chưa ký: chứng thư hết hạn"),
    "certificateRevoked": QT_TRANSLATE_NOOP("Signing", "Chưa ký: chứng thư bị thu hồi"),
    "certificateNotYours": QT_TRANSLATE_NOOP("Signing", "Chưa ký: không đúng người"),
}
"""A few words for the row of a queue; the whole sentence stands beside the page."""


def sentence(code: str, args: Mapping[str, str | int] | None = None) -> str:
    """What happened and what to do; an unknown code gets the general sentence, with the code in brackets."""
    if code.startswith(LOOSE):
        code = code if code in SENTENCES else code.removeprefix(LOOSE)
    if code == "pinWrong" and args and args.get("final"):
        code = "pinWrongFinal"
    known = code in SENTENCES
    text = QCoreApplication.translate(_CONTEXT, SENTENCES[code] if known else SENTENCES["signingFailed"])
    for name, value in (args or {}).items():
        text = text.replace(f"%{{{name}}}", str(value))
    return text if known else f"{text} ({code})"


def short(code: str) -> str:
    """A few words for a row."""
    code = code.removeprefix(LOOSE)
    return QCoreApplication.translate(_CONTEXT, SHORT.get(code, QT_TRANSLATE_NOOP("Signing", "Chưa ký: có lỗi")))


def of_problem(problem: SigningProblem) -> str:
    """The sentence of a problem raised by ``signing``."""
    return sentence(problem.code, problem.args_map)
