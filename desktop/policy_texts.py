"""What is said of a setting to an administrator: its values, its default, what each state of a policy does. Made from
the declaration.

Knows the settings and their words. For the templates of group policy and for diagnosing.
"""

from __future__ import annotations

from typing import Any, Literal

from desktop.session.declared import Setting
from desktop.session.policy_places import POLICY_KEY, RECOMMENDED
from desktop.session.setting_words import Words, about, choice_words

Language = Literal["vi", "en"]
KINDS: dict[type, str] = {bool: "REG_DWORD", int: "REG_DWORD", str: "REG_SZ", list: "REG_SZ 1, 2, …"}
"""How the registry holds each type; what else is taken is told in the guide."""


def said(words: Words, language: Language) -> str:
    """In this language."""
    return words[0] if language == "vi" else words[1]


def title(setting: Setting, language: Language) -> str:
    """Its name for people."""
    return said((setting.vi, setting.en), language)


def shown(setting: Setting, value: Any, language: Language) -> str:
    """A value, as it is written, with its words."""
    if isinstance(value, bool):
        return said(("1 (bật)", "1 (on)") if value else ("0 (tắt)", "0 (off)"), language)
    if isinstance(value, list):
        return "; ".join(value) or said(("không có", "none"), language)
    if setting.choices:
        words = said(choice_words(setting.name, value), language)
        return value if words == value else f"{value} ({words})"
    return str(value) if value != "" else said(("để trống", "empty"), language)


def values(setting: Setting, language: Language) -> str:
    """Which values it takes."""
    if setting.choices:
        return "; ".join(shown(setting, one, language) for one in setting.choices)
    if setting.type is bool:
        return said(("1 (bật) hoặc 0 (tắt)", "1 (on) or 0 (off)"), language)
    if setting.type is int:
        return said((f"{setting.least} đến {setting.most}", f"{setting.least} to {setting.most}"), language)
    if setting.type is list:
        return said(("danh sách", "a list"), language)
    forms: dict[str, Words] = {
        "ed25519": ("32 byte, base64", "32 bytes, base64"),
        "contact": ("https:// hoặc mailto:", "https:// or mailto:"),
    }
    return said(forms.get(setting.form, ("văn bản", "text")), language)


def explanation(setting: Setting, language: Language, *, recommended: bool = False) -> str:
    """All of it, as group policy's editor shows it."""
    parts = [said(about(setting.name), language)]
    lines = [
        f"{said(('Giá trị', 'Values'), language)}: {values(setting, language)}.",
        f"{said(('Mặc định', 'Default'), language)}: {shown(setting, setting.default, language)}.",
    ]
    if setting.safe is not None and not recommended:
        words = (
            "Giá trị không hợp lệ được thay bằng mức an toàn",
            "A value that cannot be used gives way to the safe one",
        )
        lines.append(f"{said(words, language)}: {shown(setting, setting.safe, language)}.")
    parts.append("\n".join(lines))
    parts.append(_states(setting, language, recommended))
    key = rf"{POLICY_KEY}\{RECOMMENDED}" if recommended else POLICY_KEY
    parts.append(f"{key}\\{setting.name} ({KINDS[setting.type]})")
    return "\n\n".join(part for part in parts if part)


def _states(setting: Setting, language: Language, recommended: bool) -> str:
    if recommended:
        return said(
            ("Bật: đây là giá trị ban đầu; người dùng đổi được trong Cài đặt. Không cấu hình: theo mặc định của chương "
             "trình.",
             "Enabled: this is the value to begin with; the person may change it in Settings. Not configured: the "
             "program's own default."),
            language,
        )  # fmt: skip
    return f"{said(_SWITCHED if setting.type is bool else _ENABLED, language)} {said(_free(setting), language)}"


def _free(setting: Setting) -> Words:
    if setting.policy_only:
        return (
            "Không cấu hình: theo mặc định, người dùng không đổi được.",
            "Not configured: the default, which nobody can change at the computer.",
        )
    return ("Không cấu hình: người dùng tự chọn.", "Not configured: the person chooses.")


_SWITCHED: Words = (
    "Bật hoặc Tắt: người dùng không đổi được.",
    "Enabled or Disabled: nobody can change it at the computer.",
)
_ENABLED: Words = (
    "Bật: giá trị này có hiệu lực, người dùng không đổi được. Tắt: như không cấu hình.",
    "Enabled: this value holds, and nobody can change it at the computer. Disabled: as not configured.",
)
