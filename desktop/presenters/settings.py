"""The settings window: the declaration put into groups and words; a change is kept and takes hold at once.

Knows the window and the settings' declaration. A setting that is declared and named nowhere here still has its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.presenters.lock_settings import LockSettings
from desktop.session.settings import SETTINGS, Setting
from widgets.settings_window import SettingAction, SettingGroup, SettingsWindow, SettingView, Value

translate = QCoreApplication.translate

PICTURES = "signaturePictures"
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("look", ("language", "theme", "textSize")),
    ("notices", ("notifyArrivals",)),
    ("sync", ("keepMonths", "cacheLimitMegabytes", "prefetch", "pollSeconds", "lineKilobitsPerSecond",
              "centralUrl", "network", "proxy")),
    ("signing", ("tokenModules", "signatureLevel", "timestampUrl", "timestampSeconds", "signatureAlgorithm",
                 "signatureDigest", "signDirectives", "trustFolder", "trustAdditions")),
    ("services", ("revocationSeconds", "archiveRenewDays", "archivePerDay", "timestampUrlDedicated",
                  "serviceHosts")),
    ("lock", ("lockAfterMinutes", "lockWithSystem", "recoveryKey")),
    ("safety", ("classified", "unitLevel", "allowPrinting", "allowExport")),
    ("updates", ("updateMode", "updateSource", "updateInstall", "updateKey")),
    ("support", ("logLevel", "supportUrl")),
)  # fmt: skip
"""Where each setting stands, by name; names that are not declared (yet) are passed over."""


class Settings(Protocol):
    """What this needs of the settings in force."""

    def __getitem__(self, name: str, /) -> Any: ...
    def is_locked(self, name: str, /) -> bool: ...
    def set(self, name: str, value: Any, /) -> None: ...


def _group_names() -> dict[str, str]:
    return {
        "look": translate("Settings", "Hiển thị"),
        "notices": translate("Settings", "Thông báo"),
        "sync": translate("Settings", "Đồng bộ và mạng"),
        "signing": translate("Settings", "Ký số"),
        "services": translate("Settings", "Dấu thời gian và lưu trữ"),
        "lock": translate("Settings", "Khóa máy"),
        "safety": translate("Settings", "An toàn"),
        "updates": translate("Settings", "Cập nhật"),
        "support": translate("Settings", "Hỗ trợ kỹ thuật"),
        "other": translate("Settings", "Khác"),
    }


def _choice_names() -> dict[str, str]:
    return {
        "vi": "Tiếng Việt",
        "en": "English",
        "system": translate("Settings", "Theo hệ thống"),
        "light": translate("Settings", "Sáng"),
        "dark": translate("Settings", "Tối"),
        "small": translate("Settings", "Nhỏ"),
        "normal": translate("Settings", "Vừa"),
        "large": translate("Settings", "Lớn"),
        "B-B": translate("Settings", "B-B: không dấu thời gian"),
        "B-T": translate("Settings", "B-T: có dấu thời gian"),
        "B-LT": translate("Settings", "B-LT: kèm dữ liệu kiểm tra"),
        "B-LTA": translate("Settings", "B-LTA: lưu trữ lâu dài"),
        "pkcs1": "PKCS#1 v1.5",
        "sha256": "SHA-256",
        "sha384": "SHA-384",
        "sha512": "SHA-512",
        "pss": "RSA-PSS",
        "internet": translate("Settings", "Internet"),
        "dedicated": translate("Settings", "Mạng chuyên dùng"),
        "central": translate("Settings", "Theo hệ thống trung tâm"),
        "commune": translate("Settings", "Cấp xã"),
        "province": translate("Settings", "Cấp tỉnh"),
        "off": translate("Settings", "Không kiểm tra"),
        "notify": translate("Settings", "Báo khi có bản mới"),
        "stage": translate("Settings", "Tải sẵn rồi báo"),
        "handover": translate("Settings", "Người quản trị cài"),
        "task": translate("Settings", "Tác vụ đã đặt lịch của máy"),
        "error": translate("Settings", "Chỉ lỗi"),
        "warning": translate("Settings", "Lỗi và cảnh báo"),
        "info": translate("Settings", "Thông thường"),
        "debug": translate("Settings", "Chi tiết, để tìm lỗi"),
    }


def groups(
    settings: Settings,
    language: str,
    declared: tuple[Setting, ...] = SETTINGS,
    actions: tuple[SettingAction, ...] = (),
    signing: tuple[SettingAction, ...] = (),
) -> tuple[SettingGroup, ...]:
    """Every declared setting in its group; empty groups are left out.

    Args:
        actions: what can be done about locking.
        signing: what can be done about signing.
    """
    by_name = {setting.name: setting for setting in declared}
    names = _group_names()
    made = []
    placed: set[str] = set()
    for key, wanted in GROUPS:
        found = [by_name[name] for name in wanted if name in by_name]
        placed |= {setting.name for setting in found}
        made.append((names[key], found))
    made.append((names["other"], [setting for setting in declared if setting.name not in placed]))
    return tuple(
        SettingGroup(
            title,
            tuple(_view(setting, settings, language) for setting in found),
            {names["lock"]: actions, names["signing"]: signing}.get(title, ()),
        )
        for title, found in made
        if found
    )


def _view(setting: Setting, settings: Settings, language: str) -> SettingView:
    title = setting.en if language == "en" else setting.vi
    value = settings[setting.name]
    locked = (
        translate("Settings", "Do cơ quan quy định, không đổi ở máy này") if settings.is_locked(setting.name) else ""
    )
    if setting.choices:
        words = _choice_names()
        choices = tuple((choice, words.get(choice, choice)) for choice in setting.choices)
        return SettingView(setting.name, title, "choice", value, choices=choices, locked=locked)
    if setting.type is bool:
        return SettingView(setting.name, title, "switch", value, locked=locked)
    if setting.type is int:
        least, most = setting.least or 0, setting.most if setting.most is not None else 1_000_000
        return SettingView(setting.name, title, "number", value, minimum=least, maximum=most, locked=locked)
    if setting.type is list:
        # A list of files is edited as one file; several are for administrators, by policy.
        first = value[0] if value else ""
        filters = translate("Settings", "Thư viện") + " (*.dll *.so *.dylib)"
        return SettingView(setting.name, title, "path", first, locked=locked, file_filter=filters)
    kind = "path" if setting.name == "trustFolder" else "text"
    return SettingView(setting.name, title, kind, value, locked=locked)


def _pictures_action() -> SettingAction:
    return SettingAction(
        PICTURES,
        translate("Settings", "Ảnh chữ ký và con dấu"),
        translate("Settings", "Thêm ảnh, đặt cỡ và ngày hiệu lực. Ảnh được mã hóa, chỉ giữ trên máy này."),
        translate("Settings", "&Quản lý ảnh…"),
    )


class SettingsPresenter:
    """Opens the window and keeps what is chosen.

    Args:
        applied: told of each setting that was kept: name and value, to make it hold at once.
        show_roots: opens the roots of trust.
        pictures: opens the window of signature pictures over another; None where nobody signs.
    """

    def __init__(
        self,
        settings: Settings,
        parent: Callable[[], QWidget],
        applied: Callable[[str, Any], object],
        lock: LockSettings | None = None,
        show_roots: Callable[[], object] | None = None,
        pictures: Callable[[QWidget], object] | None = None,
    ) -> None:
        self._settings = settings
        self._lock = lock
        self._show_roots = show_roots
        self._pictures = pictures
        self._parent = parent
        self._applied = applied
        self.window: SettingsWindow | None = None

    def show(self) -> None:
        """Open the window, or bring it to the front."""
        if self.window is not None:
            self.window.raise_()
            self.window.activateWindow()
            return
        window = SettingsWindow(self._parent())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.changed.connect(self._changed)
        if self._lock is not None:
            self._lock.open(window, self._fill)
        window.asked.connect(self._asked)
        window.finished.connect(self._closed)
        self.window = window
        self._fill()
        window.open()

    def close(self) -> None:
        """Close the window."""
        if self._lock is not None:
            self._lock.close()
        if self.window is not None:
            self.window.accept()

    def _closed(self) -> None:
        self.window = None

    def _fill(self) -> None:
        if self.window is not None:
            actions = self._lock.actions() if self._lock is not None else ()
            made = groups(
                self._settings, str(self._settings["language"]), actions=actions, signing=self._signing_actions()
            )
            self.window.show_groups(made)

    def _signing_actions(self) -> tuple[SettingAction, ...]:
        pictures = (_pictures_action(),) if self._pictures is not None else ()
        if self._show_roots is None:
            return pictures
        return (
            *pictures,
            SettingAction(
                "roots",
                translate("Settings", "Chứng thư gốc tin cậy"),
                translate("Settings", "Xem, đối chiếu, thêm hoặc gỡ chứng thư gốc dùng để kiểm tra chữ ký số."),
                translate("Settings", "Mở danh sách…"),
            ),
        )

    def _asked(self, key: str) -> None:
        if key == "roots" and self._show_roots is not None:
            self._show_roots()
        elif key == PICTURES and self._pictures is not None and self.window is not None:
            self._pictures(self.window)

    def _changed(self, name: str, value: Value) -> None:
        declared = next(setting for setting in SETTINGS if setting.name == name)
        kept: Any = value
        if declared.type is list:
            # The window edits the first; others that were picked stay.
            others = [one for one in self._settings[name][1:] if one != value]
            kept = [value, *others] if value else others
        try:
            self._settings.set(name, kept)
        except ValueError:
            # What may not be is shown as it was; policy can have locked it meanwhile.
            self._fill()
            return
        self._applied(name, kept)
        if name == "language":
            self._fill()
