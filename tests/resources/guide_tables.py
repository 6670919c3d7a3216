"""Writes the administrator's page of settings from their declaration: ``python -m tests.resources.guide_tables``.

What a setting is for stands in one place (desktop.session.setting_words); a test holds the pages to what is written
here.
"""

from __future__ import annotations

import sys

from desktop.session.declared import Setting
from desktop.session.setting_words import GROUPS, about, group_of
from desktop.session.settings import SETTINGS
from resources import help as pages

SUBJECT = "admin-settings"
_INTRO = {
    "vi": (
        "# Bảng các cài đặt\n\n"
        "Trang này được lập từ khai báo của chương trình. Cột *Tên và giá trị* ghi tên trong registry, tệp chính "
        "sách và mẫu ADMX, kiểu, các giá trị nhận được, giá trị mặc định (in đậm). *Chỉ chính sách*: người dùng "
        "không đổi được; các cài đặt còn lại người dùng đổi được trừ khi chính sách bắt buộc. *Ghi sai thì giữ*: "
        "giá trị có hiệu lực khi chính sách ghi một giá trị không dùng được.\n"
    ),
    "en": (
        "# Table of the settings\n\n"
        "This page is made from the program's own declaration. The column *Name and values* gives the name in the "
        "registry, in the policy file and in the ADMX templates, the kind, the values that are taken and the "
        "default (in bold). *Policy only*: people cannot change it; all other settings are theirs to change "
        "unless policy orders one. *If unusable*: what holds where policy has a value that cannot be used.\n"
    ),
}
_HEAD = {"vi": ("Tên và giá trị", "Ý nghĩa"), "en": ("Name and values", "What it is for")}
_KINDS = {
    bool: ("DWORD 0/1; JSON true/false", "DWORD 0/1; JSON true/false"),
    int: ("DWORD", "DWORD"),
    str: ("REG_SZ", "REG_SZ"),
    list: ("danh sách: REG_MULTI_SZ; JSON [ ]", "list: REG_MULTI_SZ; JSON [ ]"),
}
_EMPTY = ("để trống", "empty")


def settings_page(language: str) -> str:
    """The page, whole."""
    at = 1 if language == "en" else 0
    made = [_INTRO[language]]
    for key, words, _ in GROUPS:
        found = [one for one in SETTINGS if group_of(one.name) == key]
        if found:
            head = _HEAD[language]
            rows = "\n".join(_row(one, at) for one in found)
            made.append(f"## {words[at]}\n\n| {head[0]} | {head[1]} |\n|---|---|\n{rows}\n")
    return "\n".join(made)


def _row(setting: Setting, at: int) -> str:
    meaning = f"**{(setting.vi, setting.en)[at]}.** {about(setting.name)[at]}"
    if setting.policy_only:
        meaning += (" *Chỉ chính sách.*", " *Policy only.*")[at]
    if setting.safe is not None:
        meaning += (f" Ghi sai thì giữ: {_said(setting.safe, at)}.", f" If unusable: {_said(setting.safe, at)}.")[at]
    return f"| `{setting.name}` {_values(setting, at)} | {meaning} |"


def _values(setting: Setting, at: int) -> str:
    kind = _KINDS[setting.type][at]
    default = f"**{_said(setting.default, at)}**"
    if setting.choices:
        others = [f"**{one}**" if one == setting.default else one for one in setting.choices]
        return f"{kind}: {', '.join(others)}"
    if setting.least is not None or setting.most is not None:
        return f"{kind} {setting.least}–{setting.most}: {default}"
    return f"{kind}: {default}"


def _said(value: object, at: int) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value) if value not in ("", []) else _EMPTY[at]


def main() -> int:
    """Write both pages anew."""
    for language in ("vi", "en"):
        path = pages.FOLDER / language / f"{SUBJECT}.md"
        path.write_text(settings_page(language), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
