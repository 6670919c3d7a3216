"""What Windows is told of the program, and what an administrator may choose: one list for both installers. Pure.

Names of values and their words are part of what administrators script against: never change them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

NAME = "Tác nghiệp"
PROGRAM, TERMINAL = "tacnghiep.exe", "tacnghiep.com"
KEY = r"Software\TacNghiep"
"""Where both installers write down what they did."""
POLICY_KEY = r"Software\Policies\TacNghiep"
_CLASSES = r"Software\Classes"
_LINK = rf"{_CLASSES}\tacnghiep"
_PDF = rf"{_CLASSES}\SystemFileAssociations\.pdf\shell\TacNghiep.Sign"
_WINDOWS = r"Software\Microsoft\Windows\CurrentVersion"
_CAPABILITIES = rf"{KEY}\Capabilities"
APP_ID = "TacNghiep.TacNghiep"
"""By which the taskbar and notices know the windows and the shortcuts for one program (AppUserModelID)."""
TASK = r"\TacNghiep\Updates"
"""The scheduled task that an administrator may have made for updates (desktop.updates): it goes with the program."""
OFF = "0"
"""Leaves a part out, or takes away what was said at an earlier installation."""


class Part(Enum):
    """What is installed always, or as an administrator chooses."""

    ALWAYS = "always"
    CENTRALURL = "CENTRALURL"
    NETWORK = "NETWORK"
    AUTOSTART = "AUTOSTART"
    DESKTOPSHORTCUT = "DESKTOPSHORTCUT"
    PDFVERB = "PDFVERB"


@dataclass(frozen=True)
class Option:
    """What may be said on the command line of either installer.

    Attributes:
        part: that it decides; its name is the MSI's property and setup.exe's switch.
        default: whether the part is there when nothing is said.
        key, value: where an upgrade finds what was said (HKLM).
        words: those that it takes besides "0"; empty for any.
        prefix: with which it has to begin.
    """

    part: Part
    default: bool
    key: str
    value: str
    words: tuple[str, ...] = ()
    prefix: str = ""


OPTIONS = (
    # The policies themselves are looked at: what an administrator has changed there since stays as it is.
    Option(Part.CENTRALURL, False, POLICY_KEY, "centralUrl", prefix="https://"),
    Option(Part.NETWORK, False, POLICY_KEY, "network", words=("internet", "dedicated")),
    Option(Part.AUTOSTART, False, KEY, "AutoStart", words=("1",)),
    Option(Part.DESKTOPSHORTCUT, False, KEY, "DesktopShortcut", words=("1",)),
    Option(Part.PDFVERB, True, KEY, "PdfVerb", words=("1",)),
)


@dataclass(frozen=True)
class Value:
    """A string in the registry (HKLM, 64-bit view).

    Attributes:
        key: below HKEY_LOCAL_MACHINE.
        name: empty for the key's own value.
        content: with ``{dir}`` for the program's folder, ``{folder}`` for it and a backslash, ``{option}`` for what was
            said, ``{version}``, ``{build}`` and ``{package}``.
    """

    part: Part
    key: str
    name: str
    content: str


def _values() -> tuple[Value, ...]:
    start = f'"{{folder}}{PROGRAM}"'
    icon = f"{{folder}}{PROGRAM},0"
    always = (
        (KEY, "InstallDir", "{dir}"),
        (KEY, "Version", "{version}"),
        (KEY, "Build", "{build}"),
        (KEY, "Package", "{package}"),
        (_LINK, "", f"URL:{NAME}"),
        (_LINK, "URL Protocol", ""),
        (rf"{_LINK}\DefaultIcon", "", icon),
        (rf"{_LINK}\shell\open\command", "", f'{start} "%1"'),
        (_CAPABILITIES, "ApplicationName", NAME),
        (_CAPABILITIES, "ApplicationDescription", "Văn bản, lịch công tác, nhiệm vụ, ký số"),
        (_CAPABILITIES, "ApplicationIcon", icon),
        (rf"{_CAPABILITIES}\UrlAssociations", "tacnghiep", "tacnghiep"),
        (r"Software\RegisteredApplications", "TacNghiep", _CAPABILITIES),
        (rf"{_WINDOWS}\App Paths\{PROGRAM}", "", f"{{folder}}{PROGRAM}"),
    )
    # A verb beside the others: which program opens a PDF stays the person's own choice.
    pdf = (
        (_PDF, "MUIVerb", f"Ký bằng {NAME}"),
        (_PDF, "Icon", icon),
        (rf"{_PDF}\command", "", f'{start} sign "%1"'),
    )
    return (
        *(Value(Part.ALWAYS, *one) for one in always),
        *(Value(Part.PDFVERB, *one) for one in pdf),
        Value(Part.CENTRALURL, POLICY_KEY, "centralUrl", "{option}"),
        Value(Part.NETWORK, POLICY_KEY, "network", "{option}"),
        Value(Part.AUTOSTART, rf"{_WINDOWS}\Run", "TacNghiep", f"{start} --tray"),
    )


VALUES = _values()


def own_keys() -> list[str]:
    """The registry keys that go where nothing is left in them, deepest first."""
    keys: set[str] = set()
    for value in VALUES:
        parts = value.key.split("\\")
        first = next((at for at, part in enumerate(parts) if _ours(part)), len(parts))
        keys.update("\\".join(parts[: at + 1]) for at in range(first, len(parts)))
    return sorted(keys, key=lambda key: (-key.count("\\"), key))


def _ours(part: str) -> bool:
    # Windows knows .pdf without a key there as well.
    return "tacnghiep" in part.lower() or part == ".pdf"
