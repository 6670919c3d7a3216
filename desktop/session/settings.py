"""Settings, declared as data and read from one place: policy first, then the person's choice, then what the office
recommends, then the default.

Knows the reading of policies (session.policy). `setting_words` says what each is for.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from desktop.session.declared import Setting
from desktop.session.policy import Layer, Policy, take
from desktop.session.policy_places import read_layers

# The standard library's own: what the first window stands on reads nothing that it can do without.
log = logging.getLogger(__name__)

Source = Literal["policy", "own", "recommended", "default"]
"""Where a value comes from: the administrator's order, the person, the administrator's advice, the declaration."""

SETTINGS: tuple[Setting, ...] = (
    Setting("language", str, "vi", "Ngôn ngữ giao diện", "Language of the interface", ("vi", "en")),
    Setting("theme", str, "system", "Giao diện sáng hay tối", "Light or dark", ("system", "light", "dark")),
    Setting("textSize", str, "normal", "Cỡ chữ", "Text size", ("small", "normal", "large")),
    Setting("notifyArrivals", bool, True, "Báo khi có văn bản mới đến", "Tell when new documents arrive"),
    Setting("notifyWork", bool, True, "Báo việc quá hạn, việc cần xem lại và lịch sắp tới",
            "Tell of overdue work, of work that needs you, and of meetings soon"),
    Setting("closeToTray", bool, True, "Đóng cửa sổ thì thu xuống khay cạnh đồng hồ",
            "Closing the window leaves the program beside the clock"),
    Setting("startWithSystem", bool, False, "Tự mở khi đăng nhập vào máy, thu sẵn xuống khay",
            "Start at log-on, beside the clock"),
    Setting("centralUrl", str, "", "Địa chỉ hệ thống trung tâm", "Address of the central system"),
    Setting("proxy", str, "", "Máy chủ trung gian; để trống thì theo hệ thống", "Proxy; empty means the system's",
            policy_only=True),
    Setting("network", str, "internet", "Mạng của máy này: Internet hay mạng chuyên dùng",
            "Network of this computer: Internet or dedicated", ("internet", "dedicated"), policy_only=True),
    Setting("classified", bool, False, "Cho phép xử lý văn bản mật trên máy này",
            "Classified documents may be handled on this computer", policy_only=True, safe=False),
    Setting("cacheLimitMegabytes", int, 4096, "Dung lượng tệp lưu trên máy, MB", "Space for files on this computer, MB",
            least=256, most=262144),
    Setting("keepMonths", int, 24, "Số tháng lưu việc đã xong trên máy này; 0 là lưu tất cả",
            "Months of finished work kept on this computer; 0 keeps everything", least=0, most=240),
    Setting("prefetch", bool, True, "Tải trước tệp của việc đang chờ khi đường truyền tốt",
            "Fetch the files of waiting work ahead while the line is good"),
    Setting("lineKilobitsPerSecond", int, 0, "Tốc độ dành cho tệp, kbit/s; 0 là không giới hạn",
            "Speed that files may use, kbit/s; 0 sets no limit", least=0, most=10_000_000),
    Setting("pollSeconds", int, 300, "Số giây giữa hai lần hỏi trung tâm",
            "Seconds between two checks with the central system", least=30, most=3600),
    Setting("lockAfterMinutes", int, 15, "Tự khóa khi không có ai làm việc trong (phút); 0 là không tự khóa",
            "Lock after so many minutes with nobody at work; 0 means never", least=0, most=480, safe=15),
    Setting("lockWithSystem", bool, True, "Khóa cùng lúc với màn hình máy và khi máy ngủ",
            "Lock together with the screen, and when the computer sleeps", safe=True),
    Setting("captureExclusion", str, "secret", "Chặn chụp và chia sẻ màn hình",
            "Keep the windows out of screenshots and screen sharing", ("secret", "always"), safe="always"),
    Setting("recoveryKey", str, "", "Khóa khôi phục của cơ quan: tệp chứng thư hoặc khóa công khai (PEM)",
            "The office's recovery key: file of its certificate or public key (PEM)", policy_only=True),
    Setting("tokenModules", list, [], "Thư viện PKCS#11 của USB ký số, ngoài các tên đã biết",
            "Token driver file (PKCS#11), besides the known ones"),
    Setting("timestampUrl", str, "", "Dịch vụ cấp dấu thời gian", "Time-stamping service"),
    Setting("timestampUrlDedicated", str, "", "Dịch vụ cấp dấu thời gian trên mạng chuyên dùng",
            "Time-stamping service on the dedicated network", policy_only=True),
    Setting("timestampSeconds", int, 20, "Số giây chờ dấu thời gian khi ký; quá hạn thì ký trước, bổ sung sau",
            "Seconds to wait for a time-stamp when signing; beyond that it is added later", least=1, most=300),
    Setting("revocationSeconds", int, 5, "Số giây chờ câu trả lời về thu hồi chứng thư",
            "Seconds to wait for an answer about revocation", least=1, most=60),
    Setting("serviceHosts", list, [], "Máy chủ dấu thời gian, thu hồi được hỏi thêm trên mạng của máy này",
            "Hosts of time-stamping and revocation services that may also be asked on this network", policy_only=True),
    Setting("signatureLevel", str, "B-LT", "Mức chữ ký số", "Level of signatures",
            ("B-B", "B-T", "B-LT", "B-LTA")),
    Setting("signatureDigest", str, "sha256", "Hàm băm của chữ ký số", "Digest of signatures",
            ("sha256", "sha384", "sha512")),
    Setting("archiveRenewDays", int, 180, "Gia hạn dấu thời gian lưu trữ trước khi hết hạn (ngày)",
            "Renew archive time-stamps so many days before they end", least=1, most=1825),
    Setting("archivePerDay", int, 200, "Số văn bản lưu trữ được bổ sung dấu thời gian mỗi ngày trên máy này",
            "Archived documents that this computer brings up in a day", least=0, most=10000),
    Setting("signingWidth", int, 8, "Số tệp chuẩn bị cùng lúc khi ký nhiều văn bản",
            "Files in hand at once while many documents are signed", least=1, most=8, policy_only=True),
    Setting("signatureAlgorithm", str, "pkcs1", "Thuật toán ký của khóa RSA", "Signature scheme of RSA keys",
            ("pkcs1", "pss")),
    Setting("signDirectives", bool, False, "Lãnh đạo ký số ý kiến chỉ đạo trên phiếu xử lý văn bản",
            "Leaders sign their directives on the handling slip"),
    Setting("trustFolder", str, "", "Thư mục chứng thư gốc tin cậy của cơ quan",
            "Folder of the agency's trusted root certificates", policy_only=True),
    Setting("trustAdditions", bool, True, "Cho phép thêm chứng thư gốc tin cậy ở máy này",
            "Trusted roots may be added on this computer", policy_only=True, safe=False),
    Setting("unitLevel", str, "central", "Cấp của cơ quan dùng máy này", "Level of the office that uses this computer",
            ("central", "commune", "province"), policy_only=True, safe="commune"),
    Setting("allowPrinting", bool, True, "Cho phép in từ chương trình", "Printing from the program is allowed",
            policy_only=True, safe=False),
    Setting("allowExport", bool, True, "Cho phép lưu tệp ra ngoài và sao chép nội dung văn bản",
            "Saving files outside the program and copying from documents is allowed", policy_only=True, safe=False),
    Setting("updateSource", str, "", "Nơi lấy bản cập nhật: địa chỉ https hoặc thư mục chia sẻ",
            "Where updates are taken from: https address or shared folder"),
    Setting("updateMode", str, "notify", "Cập nhật chương trình", "Updates of the program",
            ("off", "notify", "stage"), safe="off"),
    Setting("updateKey", str, "", "Khóa công khai Ed25519 của bản cập nhật (base64)",
            "Ed25519 public key of updates (base64)", policy_only=True, form="ed25519"),
    Setting("updateInstall", str, "handover", "Ai cài bản cập nhật đã tải", "Who installs an update that was fetched",
            ("handover", "task"), policy_only=True),
    Setting("logLevel", str, "info", "Mức chi tiết của nhật ký kỹ thuật", "Detail of the technical log",
            ("error", "warning", "info", "debug")),
    Setting("supportUrl", str, "", "Nơi nhận báo cáo sự cố của cơ quan: địa chỉ https hoặc mailto",
            "The office's own address for crash reports: https or mailto", policy_only=True, form="contact"),
)  # fmt: skip
BY_NAME: dict[str, Setting] = {s.name: s for s in SETTINGS}


class Settings:
    """The settings in force on this machine.

    Args:
        file: where the person's choices are kept.
        policy: the administrator's orders, by name, where they are not to be read from this machine.
    """

    def __init__(self, file: Path, policy: Mapping[str, Any] | None = None) -> None:
        self._file = file
        self._given = None if policy is None else take([Layer("policy", policy)], BY_NAME)
        self.policy: Policy = self.read_again()
        self._told: tuple[str, ...] = ()
        self._tell()
        self._own = _sound(_read(file), "own")

    def __getitem__(self, name: str) -> Any:
        source = self.source(name)
        if source == "policy":
            return self.policy.mandatory[name].value if name in self.policy.mandatory else BY_NAME[name].default
        if source == "own":
            return self._own[name]
        return self.policy.recommended[name].value if source == "recommended" else BY_NAME[name].default

    def source(self, name: str) -> Source:
        """Who has decided it."""
        if name in self.policy.mandatory:
            return "policy"
        if BY_NAME[name].policy_only:
            return "default"
        if name in self._own:
            return "own"
        return "recommended" if name in self.policy.recommended else "default"

    def is_locked(self, name: str) -> bool:
        """Whether policy alone decides it."""
        return name in self.policy.mandatory or BY_NAME[name].policy_only

    def recommended(self, name: str) -> Any:
        """What the office recommends; None where it says nothing, or orders."""
        taken = self.policy.recommended.get(name)
        return taken.value if taken is not None and not self.is_locked(name) else None

    def set(self, name: str, value: Any) -> None:
        """Keep a choice.

        Raises:
            ValueError: no such value, or policy decides.
        """
        if self.is_locked(name) or not BY_NAME[name].accepts(value):
            raise ValueError(name)
        self._own[name] = value
        write_json(self._file, self._own)

    def forget(self, name: str) -> None:
        """Drop the person's choice: what the office recommends holds again, or the default."""
        if self._own.pop(name, None) is not None:
            write_json(self._file, self._own)

    def read_again(self) -> Policy:
        """The policy as it stands on this machine now; from any thread. ``take_policy`` makes it hold."""
        return read_policy() if self._given is None else self._given

    def take_policy(self, policy: Policy) -> frozenset[str]:
        """Go by another policy from now on.

        Returns:
            The settings whose value is another now.
        """
        before = {name: self[name] for name in BY_NAME}
        self.policy = policy
        self._tell()
        return frozenset(name for name, value in before.items() if self[name] != value)

    def _tell(self) -> None:
        """Log what is wrong with the policy, once."""
        told = tuple(f"{one.code} {one.origin} {one.name}".strip() for one in self.policy.problems)
        if told != self._told:
            for line in told:
                log.warning("settings.policy %s", line)
        self._told = told


def read_policy() -> Policy:
    """The administrator's policy for this machine as it stands now; empty where there is none."""
    return take(read_layers(), BY_NAME)


def write_json(file: Path, value: Any) -> None:
    """Replace a small file as a whole: a crash leaves the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.new")
    with beside.open("w", encoding="utf-8") as out:
        json.dump(value, out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)


def _read(file: Path) -> dict[str, Any]:
    try:
        value = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        log.warning("settings.unreadable %s", file.name)
        return {}
    return value if isinstance(value, dict) else {}


def _sound(values: Mapping[str, Any], source: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        setting = BY_NAME.get(name)
        if setting is not None and setting.accepts(value):
            found[name] = value
        else:
            log.warning("settings.not_taken %s (%s)", name, source)
    return found
