"""The settings window: the declaration put into groups and words; a change is kept and takes hold at once.

Knows the window and the settings' declaration. A setting that is declared and named nowhere here still has its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.presenters.lock_settings import LockSettings
from desktop.session.declared import Setting
from desktop.session.policy import Policy
from desktop.session.setting_words import GROUPS, Words, choice_words
from desktop.session.settings import SETTINGS
from widgets.settings_window import SettingAction, SettingGroup, SettingsWindow, SettingView, Value

translate = QCoreApplication.translate

PICTURES = "signaturePictures"


class Settings(Protocol):
    """What this needs of the settings in force."""

    def __getitem__(self, name: str, /) -> Any: ...
    def is_locked(self, name: str, /) -> bool: ...
    def set(self, name: str, value: Any, /) -> None: ...
    def forget(self, name: str, /) -> None: ...
    def source(self, name: str, /) -> str: ...
    def recommended(self, name: str, /) -> Any: ...
    @property
    def policy(self) -> Policy: ...


def groups(
    settings: Settings,
    language: str,
    declared: tuple[Setting, ...] = SETTINGS,
    actions: tuple[SettingAction, ...] = (),
    signing: tuple[SettingAction, ...] = (),
    fixed: Callable[[str], tuple[Any, str] | None] = lambda _: None,
) -> tuple[SettingGroup, ...]:
    """Every declared setting in its group; empty groups are left out.

    Args:
        actions: what can be done about locking.
        signing: what can be done about signing.
        fixed: what something else on this machine decides of a setting: its value and why.
    """
    by_name = {setting.name: setting for setting in declared}
    placed = {name for _, _, names in GROUPS for name in names}
    own = {"lock": actions, "signing": signing}
    made = []
    for key, title, wanted in GROUPS:
        found = [by_name[name] for name in wanted if name in by_name]
        if key == GROUPS[-1][0]:
            found += [setting for setting in declared if setting.name not in placed]
        if found:
            views = tuple(_decided(_view(setting, settings, language), fixed(setting.name)) for setting in found)
            made.append(SettingGroup(_in(title, language), views, own.get(key, ())))
    return tuple(made)


def _in(words: Words, language: str) -> str:
    return words[1] if language == "en" else words[0]


def _view(setting: Setting, settings: Settings, language: str) -> SettingView:
    title = setting.en if language == "en" else setting.vi
    value = settings[setting.name]
    locked = _locked(setting, settings)
    note, reset = ("", "") if locked else _advice(setting, settings, language)
    view = SettingView(setting.name, title, "text", value, locked=locked, note=note, reset=reset)
    if setting.choices:
        choices = tuple((one, _in(choice_words(setting.name, one), language)) for one in setting.choices)
        return replace(view, kind="choice", choices=choices)
    if setting.type is bool:
        return replace(view, kind="switch")
    if setting.type is int:
        least, most = setting.least or 0, setting.most if setting.most is not None else 1_000_000
        return replace(view, kind="number", minimum=least, maximum=most)
    if setting.type is list:
        filters = translate("Settings", "Thư viện") + " (*.dll *.so *.dylib)"
        # A list of files is edited as one file; several are for administrators, by policy, and all shown.
        first = "; ".join(value) if locked else value[0] if value else ""
        return replace(view, kind="path", value=first, file_filter=filters)
    return replace(view, kind="path") if setting.name == "trustFolder" else view


def _decided(view: SettingView, fixed: tuple[Any, str] | None) -> SettingView:
    """A setting as this machine decides it, where it does."""
    return view if fixed is None else replace(view, value=fixed[0], locked=fixed[1], note="", reset="")


def _locked(setting: Setting, settings: Settings) -> str:
    """Why it cannot be changed here; "" where it can."""
    if not settings.is_locked(setting.name):
        return ""
    if settings.policy.troubled(setting.name):
        return translate("Settings", "Do cơ quan quy định. Chính sách ghi sai giá trị nên đang giữ mức an toàn.")
    if settings.source(setting.name) == "policy":
        return translate("Settings", "Do cơ quan quy định")
    return translate("Settings", "Chỉ người quản trị của cơ quan đặt được")


def _advice(setting: Setting, settings: Settings, language: str) -> tuple[str, str]:
    """What the office recommends, and the button that goes back to it."""
    advised = settings.recommended(setting.name)
    if advised is None:
        return "", ""
    if settings[setting.name] == advised:
        return translate("Settings", "Mặc định của cơ quan"), ""
    words = translate("Settings", "Mặc định của cơ quan: {value}").format(value=_shown(setting, advised, language))
    return words, translate("Settings", "Dùng mặc định của cơ quan")


def _shown(setting: Setting, value: Any, language: str) -> str:
    if isinstance(value, bool):
        return translate("Settings", "Bật") if value else translate("Settings", "Tắt")
    if isinstance(value, list):
        return "; ".join(value)
    return _in(choice_words(setting.name, value), language) if setting.choices else str(value)


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
        fixed: what something else on this machine decides of a setting: its value and why; None for nothing.
    """

    def __init__(
        self,
        settings: Settings,
        parent: Callable[[], QWidget],
        applied: Callable[[str, Any], object],
        lock: LockSettings | None = None,
        show_roots: Callable[[], object] | None = None,
        pictures: Callable[[QWidget], object] | None = None,
        fixed: Callable[[str], tuple[Any, str] | None] = lambda _: None,
    ) -> None:
        self._settings = settings
        self._lock = lock
        self._show_roots = show_roots
        self._pictures = pictures
        self._fixed = fixed
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
        window.reset_asked.connect(self._reset)
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
                self._settings, str(self._settings["language"]), actions=actions, signing=self._signing_actions(),
                fixed=self._fixed,
            )  # fmt: skip
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

    def refresh(self) -> None:
        """Something was decided elsewhere: show it, where the window is open."""
        self._fill()

    def _reset(self, name: str) -> None:
        before = self._settings[name]
        self._settings.forget(name)
        if self._settings[name] != before:
            self._applied(name, self._settings[name])
        self._fill()

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
        if name == "language" or self._settings.recommended(name) is not None:
            self._fill()
