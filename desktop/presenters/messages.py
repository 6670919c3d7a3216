"""Reason codes turned into sentences that say what happened and what to do. Knows codes of office, sync, the
store and pages.

Layers below give a code and its values, never words. Problems of signing have sentences of their own
(`messages_signing`, `signing.sentences`).
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.office.acts import Refusal
from desktop.presenters import messages_signing
from desktop.presenters.messages_signing import QT_TRANSLATE_NOOP

_CONTEXT = "Messages"


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
    "typeHasNumber": QT_TRANSLATE_NOOP(
        "Messages",
        "Văn bản đã giữ số %{notation} theo loại cũ nên không đổi loại được. Giữ nguyên loại, hoặc soạn văn bản mới.",
    ),
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
    "noRemark": QT_TRANSLATE_NOOP("Messages", "Không còn góp ý nào để gửi hoặc trả lời. Mở lại dự thảo để xem."),
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
    "remarkBroken": QT_TRANSLATE_NOOP("Messages", "Góp ý không đúng quy cách. Xóa góp ý đó rồi viết lại."),
    "sameTwice": QT_TRANSLATE_NOOP("Messages", "Một đơn vị hoặc một người chỉ được chọn một lần."),
    "sealKeeperOnly": QT_TRANSLATE_NOOP("Messages", "Chỉ người giữ con dấu của cơ quan mới được ký số cơ quan."),
    "secretDraft": QT_TRANSLATE_NOOP("Messages", "Không soạn thảo văn bản mật trong chương trình này."),
    "secretExport": QT_TRANSLATE_NOOP("Messages", "Không lưu tệp của văn bản mật ra ngoài chương trình."),
    "signedPage": QT_TRANSLATE_NOOP(
        "Messages", "Văn bản đã ký, không viết lên trang được. Ý kiến chỉ đạo ghi ở phiếu xử lý văn bản."
    ),
    "signerOnly": QT_TRANSLATE_NOOP("Messages", "Văn bản này trình người khác ký."),
    "toYourself": QT_TRANSLATE_NOOP("Messages", "Không chuyển lại cho chính mình. Chọn đơn vị hoặc người khác."),
    "tooLong": QT_TRANSLATE_NOOP("Messages", "Nội dung quá dài, tối đa %{limit} ký tự."),
    "tooManyRemarks": QT_TRANSLATE_NOOP(
        "Messages", "Góp ý quá nhiều hoặc nét vẽ quá dài, tối đa %{limit} góp ý. Xóa bớt rồi gửi lại."
    ),
    "unknownAuthor": QT_TRANSLATE_NOOP(
        "Messages",
        "Người làm việc này không còn giữ chức vụ đã dùng khi làm nên việc không được ghi nhận. Làm lại ở chức vụ đang "
        "giữ; nếu thông tin chức vụ chưa đúng, báo người quản trị.",
    ),
    "unknownKind": QT_TRANSLATE_NOOP("Messages", "Chương trình chưa hỗ trợ việc này. Cập nhật chương trình."),
    "unknownRecipient": QT_TRANSLATE_NOOP("Messages", "Nơi nhận không thuộc danh sách. Chọn lại nơi nhận."),
    "alreadyConfirmed": QT_TRANSLATE_NOOP("Messages", "Văn bản đến này đã được ký xác nhận. Xem tệp đã ký ở mục Tệp."),
    "attachmentUnsigned": QT_TRANSLATE_NOOP(
        "Messages", "Phụ lục “%{name}” chưa có chữ ký số cơ quan. Ký phụ lục ở mục Chờ ký rồi phát hành."
    ),
    "nothingToAugment": QT_TRANSLATE_NOOP("Messages", "Chữ ký số của văn bản đã đủ dấu thời gian."),
    "notAContinuation": QT_TRANSLATE_NOOP(
        "Messages", "Tệp bổ sung không khớp với tệp đã ký nên không được nhận. Báo người quản trị."
    ),
    "standingNotAsked": QT_TRANSLATE_NOOP(
        "Messages", "Chưa hỏi lại tình trạng chứng thư của người ký. Mở lại văn bản rồi phát hành."
    ),
    "signerRevoked": QT_TRANSLATE_NOOP(
        "Messages", "Chứng thư của người ký đã bị thu hồi trước khi ký, không phát hành được. Trình ký lại văn bản."
    ),
    "attachmentsChanged": QT_TRANSLATE_NOOP("Messages", "Phụ lục đã thay đổi sau khi mở. Xem lại văn bản rồi ký lại."),
    "copyNotDrafted": QT_TRANSLATE_NOOP(
        "Messages", "Bản sao không soạn ở đây. Mở văn bản cần sao rồi chọn Sao văn bản."
    ),
    "copyOfOriginal": QT_TRANSLATE_NOOP("Messages", "Văn bản này là bản sao: chỉ sao lục được từ bản sao y."),
    "noArrivalNumberYet": QT_TRANSLATE_NOOP("Messages", "Văn bản đang chờ cấp số đến. Ký văn bản đến khi đã có số."),
    "noConfirmation": QT_TRANSLATE_NOOP("Messages", "Chưa có tệp xác nhận văn bản đến. Ký lại ở mục Chờ ký."),
    "noCopyKind": QT_TRANSLATE_NOOP("Messages", "Chưa chọn hình thức sao: sao y, sao lục hoặc trích sao."),
    "noPages": QT_TRANSLATE_NOOP("Messages", "Chưa chọn đúng trang cần trích sao. Ghi số trang, ví dụ 1-3, 5."),
    "notRegisteredYet": QT_TRANSLATE_NOOP("Messages", "Văn bản chưa vào sổ. Tiếp nhận, vào sổ trước."),
    "secondCopyOfCopy": QT_TRANSLATE_NOOP("Messages", "Sao lục chỉ được làm từ bản sao y. Chọn sao y hoặc trích sao."),
    "secretCopyUnrecorded": QT_TRANSLATE_NOOP(
        "Messages", "Sao văn bản mật phải ghi rõ người cho phép và số bản. Ghi đủ rồi làm lại."
    ),
    "sourceNotValid": QT_TRANSLATE_NOOP(
        "Messages", "Chỉ sao văn bản có chữ ký số hợp lệ hoặc bản quét từ bản giấy. Kiểm tra chữ ký của văn bản trước."
    ),
    "cannotTell": QT_TRANSLATE_NOOP(
        "Messages",
        "Chưa kiểm tra được việc này trên máy; hệ thống trung tâm sẽ quyết định. Đồng bộ rồi xem lại kết quả.",
    ),
    "signedSetAside": QT_TRANSLATE_NOOP(
        "Messages", "Tệp đã ký không được gửi lại. Mở văn bản để ký lại; tệp cũ được giữ ở thẻ Tệp đã ký."
    ),
    "dependsOnRefused": QT_TRANSLATE_NOOP(
        "Messages", "Việc trước đó không được chấp nhận nên việc này được trả lại. Sửa việc trước rồi gửi lại cả hai."
    ),
}
"""What the rules answer, by code (desktop.office)."""

LINE: dict[str, str] = {
    "unreachable": QT_TRANSLATE_NOOP(
        "Messages", "Không kết nối được hệ thống trung tâm. Việc đã làm được giữ trên máy và gửi khi có mạng."
    ),
    "timeout": QT_TRANSLATE_NOOP("Messages", "Đường truyền quá chậm. Chương trình sẽ tự thử lại."),
    "cut": QT_TRANSLATE_NOOP("Messages", "Đường truyền bị ngắt giữa chừng. Chương trình sẽ tự thử lại."),
    "nameUnknown": QT_TRANSLATE_NOOP("Messages", "Không tìm thấy máy chủ. Kiểm tra mạng của cơ quan."),
    "proxyUnreachable": QT_TRANSLATE_NOOP(
        "Messages",
        "Không kết nối được máy chủ trung gian (proxy) của cơ quan. Việc đã làm được giữ trên máy; báo quản trị mạng.",
    ),
    "proxyAsks": QT_TRANSLATE_NOOP(
        "Messages",
        "Máy chủ trung gian (proxy) đòi tên và mật khẩu, chương trình không gửi. Báo quản trị mạng cho phép địa chỉ "
        "hệ thống trung tâm đi qua không cần đăng nhập.",
    ),
    "proxyForbids": QT_TRANSLATE_NOOP(
        "Messages",
        "Máy chủ trung gian (proxy) không cho đi tới hệ thống trung tâm. Báo quản trị mạng mở địa chỉ này.",
    ),
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
    "notSecure": QT_TRANSLATE_NOOP(
        "Messages",
        "Địa chỉ không dùng kết nối an toàn nên chương trình không kết nối. Nhập địa chỉ bắt đầu bằng https.",
    ),
    "notAnAddress": QT_TRANSLATE_NOOP(
        "Messages", "Địa chỉ hệ thống không đúng. Kiểm tra lại địa chỉ, hoặc hỏi quản trị."
    ),
    "requestLimit": QT_TRANSLATE_NOOP(
        "Messages",
        "Hệ thống trung tâm không nhận yêu cầu lớn như vậy. Việc đã làm được giữ trên máy; báo quản trị hệ thống.",
    ),
    "notJson": QT_TRANSLATE_NOOP(
        "Messages",
        "Không đọc được câu trả lời của hệ thống trung tâm. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản "
        "trị hệ thống.",
    ),
    "wrongShape": QT_TRANSLATE_NOOP(
        "Messages",
        "Câu trả lời của hệ thống trung tâm không đúng quy cách. Cập nhật chương trình; nếu vẫn lỗi, báo quản "
        "trị hệ thống.",
    ),
    "noRoom": QT_TRANSLATE_NOOP(
        "Messages",
        "Hệ thống trung tâm nhận quá ít yêu cầu mỗi lần nên chưa đồng bộ được. Báo quản trị hệ thống trung tâm.",
    ),
    "redirected": QT_TRANSLATE_NOOP(
        "Messages",
        "Hệ thống trung tâm đã chuyển sang địa chỉ khác nên chương trình không gửi. Hỏi quản trị địa chỉ mới.",
    ),
    "method": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống trung tâm không thực hiện được một yêu cầu (%{type}). Chương trình sẽ tự thử lại."
    ),
    "status": QT_TRANSLATE_NOOP(
        "Messages",
        "Hệ thống trung tâm trả lời mã lỗi %{status}. Chương trình sẽ tự thử lại; nếu vẫn lỗi, báo quản trị hệ thống.",
    ),
    "internal": QT_TRANSLATE_NOOP(
        "Messages",
        "Chương trình gặp lỗi khi đồng bộ. Việc đã làm được giữ trên máy; mở lại chương trình, nếu vẫn lỗi thì "
        "báo quản trị.",
    ),
    "fileMissing": QT_TRANSLATE_NOOP(
        "Messages", "Tệp của việc này không còn trên máy nên chưa gửi được. Rút lại việc này rồi chọn lại tệp."
    ),
    "fileTooLarge": QT_TRANSLATE_NOOP(
        "Messages",
        "Tệp của việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, nén hoặc tách tệp rồi làm lại.",
    ),
    "fileUnreadable": QT_TRANSLATE_NOOP(
        "Messages",
        "Chương trình khác đang giữ tệp của việc này nên chưa gửi được. Đóng chương trình đó rồi bấm Gửi lại.",
    ),
    "fileDamaged": QT_TRANSLATE_NOOP(
        "Messages", "Tệp của việc này trên máy bị hỏng nên chưa gửi được. Rút lại việc này rồi chọn lại tệp."
    ),
    "actTooLarge": QT_TRANSLATE_NOOP(
        "Messages",
        "Nội dung việc này lớn hơn mức hệ thống cho phép nên chưa gửi được. Rút lại, rút gọn nội dung rồi làm lại.",
    ),
    "transferCancelled": QT_TRANSLATE_NOOP("Messages", "Đã hủy tải tệp. Mở lại văn bản để tải tiếp."),
    "noAnswer": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống trung tâm chưa trả lời về việc này. Chương trình sẽ tự gửi lại."
    ),
    "invalidProperties": QT_TRANSLATE_NOOP(
        "Messages",
        "Hệ thống trung tâm không nhận nội dung việc này. Xem và sửa lại; nếu vẫn lỗi, cập nhật chương trình.",
    ),
    "alreadyExists": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống trung tâm đã có một việc khác cùng mã. Xem quá trình xử lý, rồi làm lại nếu còn cần."
    ),
    "dependencyMissing": QT_TRANSLATE_NOOP(
        "Messages", "Việc này dựa vào một việc chưa gửi được. Xử lý việc trước, rồi gửi lại."
    ),
    "blobNotFound": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống trung tâm chưa có tệp kèm theo. Chương trình sẽ gửi lại tệp; nếu vẫn lỗi, bấm Gửi lại."
    ),
    "invalidPatch": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống trung tâm không nhận cách ghi việc này. Cập nhật chương trình rồi gửi lại."
    ),
    "singleton": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống trung tâm không nhận thêm việc loại này. Hỏi quản trị hệ thống."
    ),
    "stateMismatch": QT_TRANSLATE_NOOP("Messages", "Nội dung đã được người khác thay đổi. Xem lại rồi làm lại."),
    "unknown": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống trung tâm không chấp nhận và không nêu lý do. Xem và sửa lại, hoặc hỏi quản trị hệ thống."
    ),
    "signInRefused": QT_TRANSLATE_NOOP(
        "Messages", "Hệ thống không cho đăng nhập. Kiểm tra tên đăng nhập, hoặc hỏi quản trị."
    ),
    "signInGivenUp": QT_TRANSLATE_NOOP("Messages", "Chưa đăng nhập xong trong trình duyệt. Đăng nhập lại."),
    "accountMissing": QT_TRANSLATE_NOOP("Messages", "Tài khoản chưa được gán vào cơ quan nào. Báo quản trị hệ thống."),
    "otherNetworkCentral": QT_TRANSLATE_NOOP(
        "Messages",
        "Hệ thống trung tâm này thuộc mạng khác với mạng của máy nên chương trình không kết nối. Mỗi máy chỉ dùng một "
        "mạng; hỏi quản trị địa chỉ đúng.",
    ),
    "otherNetworkProfile": QT_TRANSLATE_NOOP(
        "Messages",
        "Dữ liệu của tài khoản này được lập trên mạng khác nên không mở trên máy này; dữ liệu còn nguyên. Báo quản trị "
        "để mở trên máy đúng mạng.",
    ),
    "otherAccount": QT_TRANSLATE_NOOP(
        "Messages", "Người vừa đăng nhập không phải chủ của hồ sơ này. Đăng nhập lại cho đúng người."
    ),
    "practiceFailed": QT_TRANSLATE_NOOP(
        "Messages", "Văn phòng thực hành không mở được. Thử lại; nếu còn lỗi, báo quản trị."
    ),
}
"""What the line and the central answer, by code (desktop.central.errors, desktop.sync)."""

CACHE: dict[str, str] = {
    "cacheError": QT_TRANSLATE_NOOP(
        "Messages",
        "Không đọc hoặc ghi được dữ liệu trên máy này. Khởi động lại chương trình; nếu vẫn lỗi, báo quản trị.",
    ),
    "wrongKey": QT_TRANSLATE_NOOP(
        "Messages",
        "Khóa trên máy không mở được dữ liệu của tài khoản này; dữ liệu còn nguyên. Đăng nhập Windows bằng đúng "
        "người đã dùng, hoặc báo quản trị để mở bằng khóa khôi phục.",
    ),
    "keyLost": QT_TRANSLATE_NOOP(
        "Messages",
        "Máy không còn giữ khóa mở dữ liệu của tài khoản này; dữ liệu còn nguyên. Mở bằng mật khẩu mở khóa đã đặt, "
        "hoặc báo quản trị để mở bằng khóa khôi phục.",
    ),
    "cannotRotate": QT_TRANSLATE_NOOP(
        "Messages",
        "Chưa thay được khóa của dữ liệu vì phải làm lại cách mở dự phòng; dữ liệu còn nguyên. Mở một lần bằng "
        "mật khẩu mở khóa, hoặc báo quản trị đặt lại khóa khôi phục, rồi thay khóa lại.",
    ),
    "recoveryKeyUnfit": QT_TRANSLATE_NOOP(
        "Messages",
        "Không đọc được khóa khôi phục mà cơ quan đặt trên máy này nên hồ sơ chưa có cách mở dự phòng. Báo quản trị "
        "kiểm tra lại tệp khóa.",
    ),
    "migrationFailed": QT_TRANSLATE_NOOP(
        "Messages",
        "Chưa chuyển được dữ liệu trên máy sang phiên bản mới; dữ liệu cũ còn nguyên. Khởi động lại chương trình; "
        "nếu vẫn lỗi, giữ nguyên máy và báo quản trị.",
    ),
    "damagedCache": QT_TRANSLATE_NOOP(
        "Messages",
        "Dữ liệu lưu trên máy bị hỏng nên không mở được. Khởi động lại chương trình; nếu vẫn lỗi, giữ nguyên máy "
        "và báo quản trị.",
    ),
    "newerSchema": QT_TRANSLATE_NOOP(
        "Messages",
        "Dữ liệu trên máy do một phiên bản Tác nghiệp mới hơn ghi nên phiên bản này không mở; dữ liệu còn "
        "nguyên. Cập nhật chương trình rồi mở lại.",
    ),
    "profileInUse": QT_TRANSLATE_NOOP(
        "Messages", "Tác nghiệp đang mở ở cửa sổ khác. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại."
    ),
    "onNetworkShare": QT_TRANSLATE_NOOP(
        "Messages",
        "Thư mục dữ liệu nằm trên ổ đĩa mạng nên không dùng được. Chuyển về ổ đĩa của máy, hoặc báo quản trị.",
    ),
    "folderRefused": QT_TRANSLATE_NOOP(
        "Messages",
        "Máy không cho đọc hoặc ghi tệp dữ liệu. Kiểm tra ổ đĩa và quyền của thư mục dữ liệu, rồi mở lại.",
    ),
    "unlockCancelled": QT_TRANSLATE_NOOP(
        "Messages", "Chưa nhập mật khẩu mở khóa nên dữ liệu trên máy vẫn khóa. Đăng nhập lại để nhập."
    ),
    "cacheBusy": QT_TRANSLATE_NOOP(
        "Messages", "Dữ liệu trên máy đang được dùng nên chưa ghi được. Chờ một lát rồi thử lại."
    ),
    "cacheClosed": QT_TRANSLATE_NOOP("Messages", "Dữ liệu của tài khoản đã được khóa. Mở lại tài khoản rồi làm tiếp."),
    "noSafeKeyring": QT_TRANSLATE_NOOP(
        "Messages", "Máy này không có kho khóa an toàn. Đặt mật khẩu mở khóa để giữ dữ liệu."
    ),
    "keyringFailed": QT_TRANSLATE_NOOP(
        "Messages",
        "Kho khóa của máy không trả lời hoặc đang khóa nên chưa mở được dữ liệu. Mở khóa màn hình hoặc đăng nhập "
        "lại máy, rồi thử lại.",
    ),
    "wrongPassphrase": QT_TRANSLATE_NOOP("Messages", "Mật khẩu không đúng. Nhập lại mật khẩu."),
    "notStored": QT_TRANSLATE_NOOP("Messages", "Tệp này chưa có trên máy. Mở lại khi có mạng để tải về."),
    "damagedFile": QT_TRANSLATE_NOOP(
        "Messages", "Tệp lưu trên máy bị hỏng nên không mở. Mở lại khi có mạng để tải bản mới."
    ),
    "actConflict": QT_TRANSLATE_NOOP(
        "Messages", "Việc này đã được ghi với nội dung khác nên không ghi đè. Mở Việc chưa gửi để xem lại."
    ),
    "itemConflict": QT_TRANSLATE_NOOP(
        "Messages", "Văn bản này đã được ký trong lượt ký trước nên không ký lại. Xem kết quả của lượt ký đó."
    ),
}
"""What keeps this machine's own data shut, by code (local_cache.errors)."""

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
    for known in (OFFICE, LINE, CACHE, PAGES):
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
    """An error from below: by its code where it carries one; of the system's own, a full disk is told apart."""
    given = (getattr(error, name, None) for name in ("args_", "args_map", "args_for_message"))
    args = next((found for found in given if found), None)
    return sentence(code_of(error), args)


def code_of(error: Exception) -> str:
    """The code of an error from below; the system's own have none, and are told apart here."""
    code = getattr(error, "code", None)
    if code is None and isinstance(error, OSError) and not isinstance(error, TimeoutError | ConnectionError):
        code = "diskFull" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "folderRefused"
    return code if isinstance(code, str) else type(error).__name__


def _fill(text: str, args: Mapping[str, Any] | None) -> str:
    for name, value in (args or {}).items():
        text = text.replace(f"%{{{name}}}", str(value))
    return text
