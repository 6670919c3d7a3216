"""What each setting is for, and the words of its values, in Vietnamese and English: for the settings' window, for the
templates of group policy and for the administrator's guide. Data alone.

Values, default and who may choose are in the declaration, and said from there.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = tuple[str, str]
"""Vietnamese, English."""

GROUPS: tuple[tuple[str, Words, tuple[str, ...]], ...] = (
    ("look", ("Hiển thị", "Appearance"), ("language", "theme", "textSize")),
    ("notices", ("Thông báo và khay", "Notices and tray"),
     ("notifyArrivals", "notifyWork", "closeToTray", "startWithSystem")),
    ("sync", ("Đồng bộ và mạng", "Sync and network"),
     ("keepMonths", "cacheLimitMegabytes", "prefetch", "pollSeconds", "lineKilobitsPerSecond", "centralUrl", "network",
      "proxy")),
    ("signing", ("Ký số", "Signing"),
     ("tokenModules", "signatureLevel", "timestampUrl", "timestampSeconds", "signatureAlgorithm", "signatureDigest",
      "signDirectives", "signingWidth", "trustFolder", "trustAdditions")),
    ("services", ("Dấu thời gian và lưu trữ", "Time-stamps and archive"),
     ("revocationSeconds", "archiveRenewDays", "archivePerDay", "timestampUrlDedicated", "serviceHosts")),
    ("lock", ("Khóa máy", "Locking"), ("lockAfterMinutes", "lockWithSystem", "captureExclusion", "recoveryKey")),
    ("safety", ("An toàn", "Safety"), ("classified", "unitLevel", "allowPrinting", "allowExport")),
    ("updates", ("Cập nhật", "Updates"), ("updateMode", "updateSource", "updateInstall", "updateKey")),
    ("support", ("Hỗ trợ kỹ thuật", "Technical support"), ("logLevel", "supportUrl")),
    ("other", ("Khác", "Other"), ()),
)  # fmt: skip
"""Where each setting stands, by name; names that are not declared are passed over, declared ones named nowhere stand
in the last."""

CHOICES: Mapping[str, Mapping[str, Words]] = {
    "language": {"vi": ("Tiếng Việt", "Tiếng Việt"), "en": ("English", "English")},
    "theme": {"system": ("Theo hệ thống", "As the system"), "light": ("Sáng", "Light"), "dark": ("Tối", "Dark")},
    "textSize": {"small": ("Nhỏ", "Small"), "normal": ("Vừa", "Medium"), "large": ("Lớn", "Large")},
    "network": {"internet": ("Internet", "Internet"), "dedicated": ("Mạng chuyên dùng", "Dedicated network")},
    "signatureLevel": {
        "B-B": ("B-B: không dấu thời gian", "B-B: no time-stamp"),
        "B-T": ("B-T: có dấu thời gian", "B-T: with a time-stamp"),
        "B-LT": ("B-LT: kèm dữ liệu kiểm tra", "B-LT: with what checking needs"),
        "B-LTA": ("B-LTA: lưu trữ lâu dài", "B-LTA: kept for long"),
    },
    "signatureAlgorithm": {"pkcs1": ("PKCS#1 v1.5", "PKCS#1 v1.5"), "pss": ("RSA-PSS", "RSA-PSS")},
    "signatureDigest": {
        "sha256": ("SHA-256", "SHA-256"), "sha384": ("SHA-384", "SHA-384"), "sha512": ("SHA-512", "SHA-512"),
    },
    "captureExclusion": {
        "secret": ("Khi máy được xử lý văn bản mật", "Where classified documents may be handled"),
        "always": ("Luôn chặn", "Always"),
    },
    "unitLevel": {
        "central": ("Theo hệ thống trung tâm", "As the central system says"),
        "commune": ("Cấp xã", "Commune"),
        "province": ("Cấp tỉnh", "Province"),
    },
    "updateMode": {
        "off": ("Không kiểm tra", "Never check"),
        "notify": ("Báo khi có bản mới", "Tell when there is a new version"),
        "stage": ("Tải sẵn rồi báo", "Fetch it, then tell"),
    },
    "updateInstall": {
        "handover": ("Người quản trị cài", "The administrator"),
        "task": ("Tác vụ đã đặt lịch của máy", "A scheduled task of this computer"),
    },
    "logLevel": {
        "error": ("Chỉ lỗi", "Errors only"),
        "warning": ("Lỗi và cảnh báo", "Errors and warnings"),
        "info": ("Thông thường", "Normal"),
        "debug": ("Chi tiết, để tìm lỗi", "Detailed, to find a fault"),
    },
}  # fmt: skip
"""The words of a setting's values, by the setting's name."""

ABOUT: Mapping[str, Words] = {
    "language": (
        "Ngôn ngữ của cửa sổ, thông báo và trang trợ giúp.",
        "Language of windows, messages and help pages.",
    ),
    "theme": ("Màu sáng hay tối của cửa sổ.", "Light or dark windows."),
    "textSize": (
        "Cỡ chữ so với cỡ chữ của hệ thống, không đổi tỷ lệ màn hình.",
        "Size of the text against the system's own; the screen's scale stays.",
    ),
    "notifyArrivals": (
        "Hiện thông báo khi có văn bản mới đến: số, nơi gửi và độ khẩn, không nêu nội dung. Văn bản mật không được nêu "
        "tên.",
        "Shows a notice when documents arrive: number, sender and urgency, nothing of what they say. Classified "
        "documents are never named.",
    ),
    "notifyWork": (
        "Hiện thông báo về việc quá hạn (mỗi ngày một lần), việc bị từ chối cần xem lại và lịch bắt đầu trong 15 phút.",
        "Shows a notice of overdue work (once a day), of work that was refused, and of meetings within 15 minutes.",
    ),
    "closeToTray": (
        "Đóng cửa sổ thì chương trình vẫn nhận văn bản và báo việc, biểu tượng nằm cạnh đồng hồ; thoát hẳn bằng Thoát "
        "ở biểu tượng đó. Vẫn tự khóa theo cài đặt.",
        "A closed window leaves the program receiving documents and telling of work, as an icon beside the clock; Exit "
        "there ends it. It locks itself all the same.",
    ),
    "startWithSystem": (
        "Mở chương trình khi đăng nhập vào máy, không hiện cửa sổ. Cài với AUTOSTART=1 thì mở cho mọi người dùng máy.",
        "Starts the program at log-on without a window. Installed with AUTOSTART=1 it starts for all users.",
    ),
    "captureExclusion": (
        "Cửa sổ của chương trình không hiện trong ảnh chụp, bản ghi và chia sẻ màn hình. Chỉ Windows có chức năng này.",
        "The program's windows are left out of screenshots, recordings and screen sharing. Windows alone can do that.",
    ),
    "centralUrl": (
        "Địa chỉ https của hệ thống trung tâm. Khi cơ quan đặt, ô địa chỉ lúc đăng nhập bị khóa. Có hiệu lực từ lần "
        "đăng nhập sau.",
        "https address of the central system. Where policy sets it nobody can enter another when signing in. Holds "
        "from the next signing in.",
    ),
    "proxy": (
        "Địa chỉ máy chủ trung gian (http://máy:cổng). Để trống thì theo cài đặt của hệ thống, kể cả tệp cấu hình tự "
        "động (PAC); ghi direct thì không qua máy chủ trung gian nào.",
        "Address of the proxy (http://host:port). Empty means the system's own settings, with their automatic "
        "configuration script (PAC); direct means none at all.",
    ),
    "network": (
        "Mạng duy nhất mà máy này được nối (Luật 117/2025/QH15). Chương trình từ chối hệ thống trung tâm và hồ sơ của "
        "mạng kia. Đặt một lần khi cài máy.",
        "The one network to which this computer belongs (Law 117/2025/QH15). The program refuses a central system and "
        "profiles of the other one. Set it once, at installation.",
    ),
    "classified": (
        "Cho phép xử lý văn bản mật trên máy này. Chỉ có tác dụng trên mạng chuyên dùng và khi cơ quan đã có giải pháp "
        "của cơ yếu; mã hóa của chương trình không thay cho sản phẩm mật mã được phê duyệt.",
        "Lets classified documents be handled here. It has effect on the dedicated network alone, and presumes the "
        "cipher service's protection: the program's own encryption is no approved cipher product.",
    ),
    "unitLevel": (
        "Hạ mức mật cao nhất được giữ trên máy: cấp xã đến Mật, cấp tỉnh đến Tối mật, kể cả khi hệ thống trung tâm ghi "
        "cấp cao hơn. Không bao giờ nâng mức mà hệ thống trung tâm cho phép.",
        "Lowers the highest secrecy that may be held here: commune up to Mật (confidential), province up to Tối mật "
        "(secret), also where the central system tells a higher level. It never raises what the central system allows.",
    ),
    "allowPrinting": (
        "Tắt thì mọi nút in đều mờ: phiếu xử lý văn bản, bản góp ý, lịch tuần, danh sách việc được cứu lại.",
        "Switched off, everything that prints is greyed: handling slips, remarks, the week's schedule, lists of "
        "recovered work.",
    ),
    "allowExport": (
        "Tắt thì không lưu tệp, PDF, iCalendar hay danh sách ra ngoài chương trình và không sao chép nội dung văn bản "
        "vào bộ nhớ tạm. Sao chép trong ô đang soạn vẫn được. Máy in ra PDF của hệ thống thuộc quyền in.",
        "Switched off, no file, PDF, iCalendar file or list is saved outside the program, and nothing of documents is "
        "copied to the clipboard. Copying within fields that are being written stays. A system printer that makes PDF "
        "files is a matter of printing.",
    ),
    "cacheLimitMegabytes": (
        "Dung lượng tối đa của tệp lưu trên máy (đã mã hóa). Tệp cũ đã xong được bỏ trước, tải lại khi cần.",
        "Space for (encrypted) files on this computer. Old finished ones go first and are fetched again when needed.",
    ),
    "keepMonths": (
        "Số tháng giữ việc đã xong trên máy. Việc cũ hơn vẫn tìm được trên hệ thống trung tâm. 0 là giữ tất cả.",
        "Months for which finished work is kept here. Older work is still found on the central system. 0 keeps all.",
    ),
    "prefetch": (
        "Tải trước tệp của việc đang chờ để mở được khi mất mạng.",
        "Fetches the files of waiting work ahead, so that they open without a line.",
    ),
    "lineKilobitsPerSecond": (
        "Giới hạn tốc độ tải tệp để nhường đường truyền cho việc khác. 0 là không giới hạn.",
        "Limits the speed of file transfers, to leave the line to others. 0 sets no limit.",
    ),
    "pollSeconds": (
        "Khoảng cách giữa hai lần hỏi hệ thống trung tâm khi không có tin báo tức thời.",
        "Time between two checks with the central system where it cannot tell of news at once.",
    ),
    "lockAfterMinutes": (
        "Chương trình tự khóa khi không có ai dùng bàn phím hay chuột. 0 là không tự khóa.",
        "The program locks itself when nobody uses keyboard or mouse. 0 means never.",
    ),
    "lockWithSystem": (
        "Khóa chương trình khi khóa màn hình Windows hoặc khi máy ngủ.",
        "Locks the program together with the screen, and when the computer sleeps.",
    ),
    "recoveryKey": (
        "Đường dẫn tệp chứng thư hoặc khóa công khai (PEM). Khóa của mỗi hồ sơ được gói thêm bằng khóa này để cơ quan "
        "mở lại được khi mất mật khẩu (lệnh tacnghiep recover).",
        "Path of a certificate or public key (PEM). Each profile's key is wrapped for it too, so that the office can "
        "open it when a password is lost (tacnghiep recover).",
    ),
    "tokenModules": (
        "Đường dẫn thư viện PKCS#11 của thiết bị ký số, ngoài những tên chương trình tự tìm.",
        "Paths of the tokens' PKCS#11 libraries, besides those that the program finds by itself.",
    ),
    "timestampUrl": (
        "Địa chỉ dịch vụ dấu thời gian (RFC 3161) trên Internet. Để trống thì ký không có dấu thời gian.",
        "Address of the time-stamping service (RFC 3161) on the Internet. Empty: signatures get no time-stamp.",
    ),
    "timestampUrlDedicated": (
        "Địa chỉ dịch vụ dấu thời gian khi máy ở mạng chuyên dùng.",
        "Address of the time-stamping service where the computer is on the dedicated network.",
    ),
    "timestampSeconds": (
        "Thời gian chờ dấu thời gian khi ký. Quá thời gian thì văn bản vẫn được ký, dấu thời gian bổ sung sau.",
        "How long signing waits for a time-stamp. Beyond it the document is signed, and the time-stamp is added later.",
    ),
    "revocationSeconds": (
        "Thời gian chờ dịch vụ trả lời chứng thư có bị thu hồi không.",
        "How long to wait for an answer whether a certificate is revoked.",
    ),
    "serviceHosts": (
        "Tên máy chủ dấu thời gian và thu hồi được phép hỏi thêm trên mạng của máy này, mỗi dòng một tên.",
        "Host names of time-stamping and revocation services that may also be asked on this network, one a line.",
    ),
    "signatureLevel": (
        "Mức chữ ký PAdES (ETSI EN 319 142). Thiếu dịch vụ thì văn bản vẫn được ký ở mức thấp hơn, bổ sung sau.",
        "PAdES level of signatures (ETSI EN 319 142). Where a service fails, documents are signed at a lower level and "
        "brought up later.",
    ),
    "signatureAlgorithm": (
        "Cách ký của khóa RSA. Kiểm tra chữ ký thì nhận cả hai.",
        "How RSA keys sign. Both are accepted when signatures are checked.",
    ),
    "signatureDigest": ("Hàm băm khi ký.", "Digest used when signing."),
    "archiveRenewDays": (
        "Số ngày trước khi dấu thời gian lưu trữ hết hạn mà chương trình gia hạn.",
        "Days before an archive time-stamp ends at which it is renewed.",
    ),
    "archivePerDay": (
        "Số văn bản lưu trữ mỗi ngày mà máy này bổ sung dấu thời gian, để không dồn vào dịch vụ.",
        "Archived documents that this computer brings up in a day, so that the service is not flooded.",
    ),
    "signingWidth": (
        "Số tệp được chuẩn bị cùng lúc khi ký nhiều văn bản. Giảm khi máy ít bộ nhớ.",
        "Files prepared at once while many documents are signed. Lower it where memory is short.",
    ),
    "signDirectives": (
        "Ý kiến chỉ đạo của lãnh đạo được ký số trên phiếu xử lý văn bản.",
        "Leaders' directives are signed on the handling slip.",
    ),
    "trustFolder": (
        "Thư mục tệp chứng thư gốc (.cer, .crt, .pem) mà cơ quan tin cậy để kiểm tra chữ ký số.",
        "Folder of root certificates (.cer, .crt, .pem) that the office trusts when signatures are checked.",
    ),
    "trustAdditions": (
        "Tắt thì chỉ chứng thư gốc trong thư mục của cơ quan được tin cậy, người dùng không thêm được.",
        "Switched off, only the roots in the office's folder are trusted, and nobody can add others.",
    ),
    "updateMode": (
        "Không bao giờ cài khi đang làm việc. Tắt hẳn nếu cơ quan tự phân phối bộ cài.",
        "Nothing is ever installed in the middle of work. Switch it off where the office distributes packages itself.",
    ),
    "updateSource": (
        "Địa chỉ https hoặc thư mục chia sẻ có bản kê đã ký của bản cập nhật.",
        "https address or shared folder that holds the signed manifest of updates.",
    ),
    "updateKey": (
        "Khóa công khai Ed25519 (32 byte, base64) mà bản kê phải được ký bằng khóa riêng tương ứng; khi đổi khóa thì "
        "ghi cả khóa cũ và mới, cách nhau bằng dấu cách. Không có khóa thì không nhận bản cập nhật nào.",
        "Ed25519 public key (32 bytes, base64): manifests must be signed with its private key; while a new key "
        "succeeds an old one name both, apart by a space. Without one no update is accepted.",
    ),
    "updateInstall": (
        "Cài trên máy cần quyền quản trị: giao tệp cho người quản trị, hoặc để tác vụ đã đặt lịch chạy bằng quyền hệ "
        "thống cài.",
        "Installing needs an administrator's rights: the file is handed over to one, or a scheduled task with the "
        "system's rights installs it.",
    ),
    "logLevel": (
        "Mức chi tiết của tệp nhật ký trong hồ sơ. Nhật ký không ghi nội dung văn bản ở mọi mức.",
        "Detail of the log file in the profile. At no level does it hold what documents say.",
    ),
    "supportUrl": (
        "Nơi nhận báo cáo sự cố: địa chỉ https hoặc mailto của cơ quan. Để trống thì không gửi đi đâu. Người dùng xem "
        "báo cáo trước khi gửi.",
        "Where crash reports go: an https or mailto address of the office's own. Empty: they go nowhere. Each report "
        "is shown before it is sent.",
    ),
}
"""What a setting is for, and what it does beyond its name."""


def group_of(name: str) -> str:
    """The group in which a setting stands."""
    return next((key for key, _, names in GROUPS if name in names), GROUPS[-1][0])


def choice_words(name: str, value: str) -> Words:
    """The words of one of a setting's values."""
    return CHOICES.get(name, {}).get(value, (value, value))


def about(name: str) -> Words:
    """What a setting is for; nothing where that is said nowhere."""
    return ABOUT.get(name, ("", ""))
