"""What each finding says, in Vietnamese and English: what was found, and what to do. Data, and how it is put together.

``{name}`` stands for a value of the finding. The command line speaks Vietnamese; the window speaks its own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VI, EN = "vi", "en"

WORDS: Mapping[str, tuple[str, str]] = {
    # readers and the service behind them
    "readersRunning": (
        "Dịch vụ thẻ thông minh đang chạy; đầu đọc: {readers}.",
        "The smart card service is running; readers: {readers}.",
    ),
    "noReader": (
        "Dịch vụ thẻ thông minh đang chạy nhưng không thấy đầu đọc hay thiết bị nào. Cắm thiết bị ký số vào cổng USB "
        "khác, bỏ bộ chia USB; nếu đèn không sáng, thiết bị có thể đã hỏng.",
        "The smart card service is running, but there is no reader or token. Use another USB port and no hub; where "
        "its light stays off the token may be broken.",
    ),
    "serviceStoppedWindows": (
        "Dịch vụ thẻ thông minh (Smart Card, SCardSvr) chưa chạy: máy sẽ báo không tìm thấy thiết bị. Mở Services "
        "(services.msc), chọn Smart Card, đặt Startup type là Automatic rồi bấm Start; sau đó rút thiết bị và cắm lại.",
        "The smart card service (Smart Card, SCardSvr) is not running: tokens will not be found. Open Services "
        "(services.msc), choose Smart Card, set its startup type to Automatic and press Start; then put the token in "
        "again.",
    ),
    "serviceStoppedLinux": (
        "Dịch vụ thẻ thông minh (pcscd) chưa chạy: máy sẽ báo không tìm thấy thiết bị. Người quản trị chạy: sudo "
        "systemctl enable --now pcscd.socket; sau đó rút thiết bị và cắm lại.",
        "The smart card service (pcscd) is not running: tokens will not be found. As administrator: sudo systemctl "
        "enable --now pcscd.socket; then put the token in again.",
    ),
    "noReaderLibrary": (
        "Máy chưa có dịch vụ thẻ thông minh (PC/SC). Người quản trị cài gói pcscd, rồi cắm lại thiết bị.",
        "This computer has no smart card service (PC/SC). As administrator install the package pcscd, then put the "
        "token in again.",
    ),
    # drivers
    "noModule": (
        "Không tìm thấy trình điều khiển thiết bị ký số (PKCS#11). Cài phần mềm của nhà cung cấp thiết bị, hoặc chọn "
        "tệp thư viện trong mục Thiết bị ký số.",
        "No driver of a signing token (PKCS#11) was found. Install the program of the token's vendor, or choose its "
        "library file under Signing token.",
    ),
    "moduleWorks": (
        "{name}: trình điều khiển chạy được, thấy {count} thiết bị.",
        "{name}: the driver works and shows {count} token(s).",
    ),
    "wrongWordSize": (
        "{name}: trình điều khiển là bản {bits} bit, chương trình là bản {own} bit nên không dùng được. Cài bản {own} "
        "bit của nhà cung cấp (thường nằm trong cùng bộ cài).",
        "{name}: the driver is a {bits}-bit one and this program is {own}-bit. Install the vendor's {own}-bit one "
        "(mostly part of the same package).",
    ),
    "moduleProblem": ("{name}: {sentence}", "{name}: {sentence}"),
    "noToken": (
        "Không thấy thiết bị ký số nào. Hãy: 1) cắm thiết bị và chờ đèn sáng; 2) đổi cổng USB, bỏ bộ chia; 3) cài đúng "
        "phần mềm của nhà cung cấp thiết bị; 4) xem mục dịch vụ thẻ thông minh ở trên.",
        "No signing token was found. Do this: 1) put it in and wait for its light; 2) use another USB port and no hub; "
        "3) install the program of the token's own vendor; 4) see the smart card service above.",
    ),
    # tokens
    "tokenFound": ("Thiết bị {label} (số {serial}) đọc được.", "Token {label} (number {serial}) can be read."),
    "tokenUnreadable": (
        "Thiết bị {label} (số {serial}) không đọc được nội dung ({detail}). Rút ra, cắm lại; nếu còn lỗi, liên hệ đơn "
        "vị cấp thiết bị.",
        "The content of token {label} (number {serial}) cannot be read ({detail}). Put it in again; if it stays so, "
        "ask whoever issued it.",
    ),
    "noCertificate": (
        "Thiết bị {label} (số {serial}) không có chứng thư chữ ký số. Liên hệ đơn vị cấp để nạp chứng thư.",
        "Token {label} (number {serial}) holds no certificate. Ask whoever issued it to load one.",
    ),
    "pinLocked": (
        "Mã PIN của thiết bị {label} đã bị khóa do nhập sai nhiều lần. Chỉ đơn vị cấp thiết bị mở khóa được; không thử "
        "thêm.",
        "The PIN of token {label} is locked after wrong tries. Only whoever issued the token can unlock it; do not "
        "try again.",
    ),
    "pinFinalTry": (
        "Thiết bị {label} chỉ còn một lần thử mã PIN: nhập sai nữa sẽ bị khóa. Nếu không chắc mã PIN, hỏi đơn vị cấp "
        "trước khi ký.",
        "Token {label} has one try of its PIN left: another wrong one locks it. Unless you are sure of it, ask whoever "
        "issued it before you sign.",
    ),
    "pinLow": (
        "Thiết bị {label} đã bị nhập sai mã PIN, còn ít lần thử. Nhập đúng một lần thì số lần thử trở lại đủ.",
        "The PIN of token {label} was entered wrongly; few tries are left. One right entry gives them all back.",
    ),
    "pinNotSet": (
        "Thiết bị {label} chưa được đặt mã PIN. Liên hệ đơn vị cấp thiết bị.",
        "Token {label} has no PIN yet. Ask whoever issued it.",
    ),
    "pinExpired": (
        "Thiết bị {label} yêu cầu đổi mã PIN trước khi ký. Mở Thiết bị ký số, bấm Đổi mã PIN.",
        "Token {label} wants its PIN changed before it signs. Open Signing token and press Change PIN.",
    ),
    # certificates
    "certificateGood": (
        "Chứng thư của {subject}, do {issuer} cấp, dùng được đến ngày {until}.",
        "The certificate of {subject}, issued by {issuer}, can be used until {until}.",
    ),
    "certificateExpired": (
        "Chứng thư của {subject} đã hết hạn ngày {until}, không ký được. Làm thủ tục cấp chứng thư mới.",
        "The certificate of {subject} expired on {until} and cannot sign. Apply for a new one.",
    ),
    "certificateNotYetValid": (
        "Chứng thư của {subject} chỉ có hiệu lực từ ngày {start}. Nếu ngày đó đã qua, đồng hồ của máy này sai: chỉnh "
        "lại ngày giờ.",
        "The certificate of {subject} begins on {start}. If that day has passed, this computer's clock is wrong: set "
        "it right.",
    ),
    "certificateEndsSoon": (
        "Chứng thư của {subject} hết hạn ngày {until}, còn {days} ngày. Làm thủ tục gia hạn từ bây giờ.",
        "The certificate of {subject} ends on {until}, in {days} days. Apply for its renewal now.",
    ),
    "certificateRevoked": (
        "Chứng thư của {subject} đã bị thu hồi, không được dùng để ký. Liên hệ đơn vị cấp chứng thư.",
        "The certificate of {subject} was revoked and may not be used. Ask its issuer.",
    ),
    "certificateUnfit": (
        "Chứng thư của {subject} không dùng để ký văn bản được (mục đích sử dụng hoặc độ dài khóa). Liên hệ đơn vị "
        "cấp để đổi chứng thư.",
        "The certificate of {subject} cannot sign documents (its purpose or the length of its key). Ask its issuer for "
        "another.",
    ),
    "keyMissing": (
        "Thiết bị có chứng thư của {subject} nhưng không có khóa bí mật đi kèm, không ký được. Liên hệ đơn vị cấp.",
        "The token holds the certificate of {subject} without its key, and cannot sign. Ask whoever issued it.",
    ),
    "certificateNotYours": (
        "Chứng thư của {subject} không phải của người dùng chương trình trên máy này: không được dùng. Cắm đúng thiết "
        "bị được cấp cho mình; nếu vừa đổi chứng thư, báo người quản trị cập nhật hồ sơ cán bộ.",
        "The certificate of {subject} is nobody's who uses the program on this computer, and may not be used. Put in "
        "your own token; where the certificate is new, have the administrator enter it.",
    ),
    "issuerUnknown": (
        "Chưa biết nơi cấp chứng thư của {subject} ({issuer}): chữ ký sẽ hiện “Chưa xác định”. Người quản trị thêm "
        "chứng thư gốc của nơi cấp vào danh sách tin cậy.",
        "The issuer of {subject}'s certificate ({issuer}) is not known: signatures will show as “Not determined”. The "
        "administrator adds its root to the trusted list.",
    ),
    "issuerBad": (
        "Chứng thư của nơi cấp ({issuer}) có vấn đề: hết hạn, bị thu hồi hoặc không hợp lệ. Báo người quản trị.",
        "Something is wrong with the issuer's certificate ({issuer}): expired, revoked or not valid. Tell the "
        "administrator.",
    ),
    "revocationUnknown": (
        "Chưa hỏi được tình trạng chứng thư của {subject} (dịch vụ OCSP/CRL của nơi cấp không trả lời). Vẫn ký được; "
        "chương trình sẽ hỏi lại trước khi phát hành. Kiểm tra đường truyền hoặc tường lửa.",
        "The standing of {subject}'s certificate could not be asked (its issuer's OCSP or CRL service does not "
        "answer). Signing goes on, and it is asked again before issue. Check the line and the firewall.",
    ),
    "asksEachTime": (
        "Khóa của chứng thư {subject} đòi mã PIN cho từng văn bản: đó là quy định của thiết bị, không phải lỗi. Nếu "
        "thiết bị còn chứng thư khác của mình, chọn chứng thư đó để chỉ nhập một lần cho cả lượt.",
        "The key of {subject}'s certificate asks for the PIN at each document: so its token wants it; it is no fault. "
        "Where the token holds another certificate of yours, choose that one to enter the PIN once a batch.",
    ),
    # trust, services, clock
    "noRoots": (
        "Máy chưa có chứng thư gốc tin cậy nào: mọi chữ ký sẽ hiện “Chưa xác định”. Người quản trị cài chứng thư gốc "
        "(Ban Cơ yếu Chính phủ, Root CA quốc gia) trong Cài đặt, mục Ký số.",
        "There is no trusted root on this computer: every signature will show as “Not determined”. The administrator "
        "adds the roots (Government Cipher Committee, national root) in Settings, Signing.",
    ),
    "rootsFound": ("Có {count} chứng thư gốc tin cậy.", "There are {count} trusted roots."),
    "timestampWorks": (
        "Dịch vụ dấu thời gian {url} trả lời sau {seconds} giây.",
        "The time-stamping service {url} answers in {seconds} seconds.",
    ),
    "timestampSlow": (
        "Dịch vụ dấu thời gian {url} trả lời chậm ({seconds} giây). Văn bản vẫn được ký; dấu thời gian được bổ sung "
        "sau.",
        "The time-stamping service {url} is slow ({seconds} seconds). Documents are signed all the same, and get their "
        "time-stamps later.",
    ),
    "timestampUnreachable": (
        "Dịch vụ dấu thời gian {url} không trả lời. Văn bản vẫn được ký; dấu thời gian được bổ sung sau. Kiểm tra địa "
        "chỉ trong Cài đặt, đường truyền và tường lửa.",
        "The time-stamping service {url} does not answer. Documents are signed all the same, and get their time-stamps "
        "later. Check its address in Settings, the line and the firewall.",
    ),
    "noTimestampService": (
        "Chưa đặt địa chỉ dịch vụ dấu thời gian: văn bản được ký không có dấu thời gian. Đặt trong Cài đặt, mục Ký số.",
        "No time-stamping service is set: documents are signed without time-stamps. Set it in Settings, Signing.",
    ),
    "clockRight": ("Giờ của máy khớp với hệ thống trung tâm.", "This computer's clock agrees with the central system."),
    "clockWrong": (
        "Giờ của máy lệch {minutes} phút so với hệ thống trung tâm: chữ ký có thể ghi sai giờ, chứng thư có thể bị coi "
        "là hết hạn hoặc chưa có hiệu lực. Chỉnh lại ngày giờ của máy.",
        "This computer's clock is {minutes} minutes off the central's: signatures may bear a wrong time, and "
        "certificates seem expired or not yet valid. Set the clock right.",
    ),
    # the system around: folder, proxy, certificates, lock
    "folderPrivate": (
        "Chỉ người dùng này vào được thư mục hồ sơ.",
        "Only this user can get into the profile's folder.",
    ),
    "folderOpen": (
        "Người khác trên máy vào được thư mục hồ sơ {folder} ({who}). Nội dung vẫn được mã hóa, nhưng tệp có thể bị "
        "xóa hoặc thay. Người quản trị giới hạn quyền của thư mục cho riêng người dùng này.",
        "Others on this computer can get into the profile's folder {folder} ({who}). Its content stays encrypted, but "
        "files could be deleted or replaced. The administrator restricts the folder to this user.",
    ),
    "proxyNone": (
        "Kết nối thẳng, không qua máy chủ trung gian (proxy).",
        "Connections are direct, without a proxy.",
    ),
    "proxyInForce": (
        "Đi qua máy chủ trung gian {proxy} (theo {source}).",
        "The proxy {proxy} is used (by {source}).",
    ),
    "proxyScriptFailed": (
        "Không đọc được tệp cấu hình proxy tự động {script}: chương trình kết nối thẳng. Nếu mạng bắt buộc qua proxy, "
        "báo quản trị mạng.",
        "The automatic proxy script {script} cannot be read: connections are direct. Where the network wants a proxy, "
        "tell its administrator.",
    ),
    "certificateStore": (
        "Kho chứng thư của hệ thống đọc được: kết nối được kiểm tra theo kho này.",
        "The system's certificate store can be read: connections are checked against it.",
    ),
    "noCertificateStore": (
        "Kho chứng thư của hệ thống trống hoặc không đọc được: không kết nối được hệ thống trung tâm nào. Người quản "
        "trị cài lại kho chứng thư gốc của hệ điều hành.",
        "The system's certificate store is empty or cannot be read: no central system can be connected to. The "
        "administrator installs the operating system's root certificates again.",
    ),
    "sessionWatched": (
        "Hồ sơ tự khóa khi khóa màn hình hoặc máy ngủ.",
        "The profile is locked with the screen and when the computer sleeps.",
    ),
    "sessionNotWatched": (
        "Hệ thống không báo khi khóa màn hình hoặc máy ngủ: hồ sơ chỉ tự khóa khi không ai dùng, hoặc khi bấm Ctrl+L.",
        "The system does not tell when its screen is locked or it sleeps: the profile is locked when nobody is there, "
        "or by Ctrl+L.",
    ),
    "sessionLockOff": (
        "Cài đặt không cho hồ sơ tự khóa theo màn hình và khi máy ngủ.",
        "By its setting the profile is not locked with the screen and when the computer sleeps.",
    ),
    # what people meet that no look at the machine can show
    "hintPlace": (
        "Chữ ký ở sai vị trí: chương trình đặt chữ ký theo họ tên người ký trong văn bản. Họ tên phải đúng như hồ sơ "
        "cán bộ và là chữ, không phải ảnh chụp; trước khi ký, kéo khung chữ ký hoặc dùng phím mũi tên để chỉnh.",
        "A signature in the wrong place: it is put by the signer's name in the text. The name must be written as in "
        "the staff list, and be text, not a picture; before signing drag the frame or move it with the arrow keys.",
    ),
    "hintEachTime": (
        "Bị hỏi mã PIN cho từng văn bản: chương trình chỉ hỏi một lần cho cả lượt. Nếu vẫn bị hỏi từng văn bản, khóa "
        "trên thiết bị đòi như vậy, hoặc phần mềm của nhà cung cấp đặt “luôn hỏi mã PIN”: tắt trong phần mềm đó.",
        "A PIN prompt for every document: the program asks once a batch. Where it is asked each time the token's key "
        "wants it so, or the vendor's program is set to “always ask for the PIN”: switch that off there.",
    ),
    "hintUnknown": (
        "Chữ ký hiện “Chưa xác định”: thường do thiếu chứng thư gốc của nơi cấp; xem các dòng về chứng thư gốc ở trên.",
        "A signature shows as “Not determined”: mostly the issuer's root is missing; see the lines on roots above.",
    ),
}


_NAMES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "who": {
        "group": ("nhóm", "group"),
        "others": ("người khác", "others"),
        # Windows' short words (SDDL)
        "WD": ("mọi người", "everyone"),
        "AU": ("mọi người đã đăng nhập", "whoever has signed in"),
        "IU": ("mọi người ngồi tại máy", "whoever sits at this computer"),
        "BU": ("mọi người dùng của máy", "all users of this computer"),
        "DU": ("mọi người dùng của miền", "all users of the domain"),
        "BG": ("khách", "guests"),
        "AN": ("người không đăng nhập", "whoever has not signed in"),
    },
    "source": {
        "policy": ("chính sách", "policy"),
        "environment": ("biến môi trường", "environment variable"),
        "script": ("tệp cấu hình tự động", "automatic configuration script"),
        "settings": ("cài đặt của Windows", "Windows' settings"),
        "machine": ("cài đặt chung của máy", "settings for the whole computer"),
    },
}
"""Values that are words for programs, and several parted by ", ": what they are called. All else stays as it is."""


def sentence(code: str, values: Mapping[str, Any], language: str = VI) -> str:
    """The finding in words."""
    vi, en = WORDS[code]
    called = {name: _called(names, str(values[name]), language) for name, names in _NAMES.items() if name in values}
    return (en if language == EN else vi).format_map({**values, **called} if called else values)


def _called(names: Mapping[str, tuple[str, str]], value: str, language: str) -> str:
    return ", ".join(names.get(one, (one, one))[language == EN] for one in value.split(", "))
