"""Colours and the small style sheet of the windows, light and dark. Knows Qt alone.

A widget never keeps a colour: it asks `tokens_of(self)` when it paints, so that a switch of theme reaches it by the
ordinary palette change that Qt sends to every widget. Colour never speaks alone: a tone always goes with a word.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources


class Tone(StrEnum):
    """What a mark says; each has a text colour and a soft ground of its own in `Tokens`."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class Mode(StrEnum):
    """The clerk's setting: as the system says, or always one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextSize(StrEnum):
    """The clerk's setting: how large words are beside the system's own size."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"

    @property
    def factor(self) -> float:
        return {"small": 0.9, "normal": 1.0, "large": 1.2}[self.value]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #rrggbb. Every text/ground pair in use keeps a contrast of 4.5 to 1 or better."""

    dark: bool
    rail: str
    rail_current: str
    rail_mark: str
    rail_text: str
    rail_muted: str
    surface: str
    canvas: str
    field: str
    line: str
    scroll: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_text: str
    accent_hover: str
    selection: str
    hover: str
    info: str
    info_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    neutral_soft: str

    def ink(self, tone: Tone | str) -> QColor:
        """Colour of words and marks of that tone."""
        return QColor({"neutral": self.muted}.get(str(tone)) or getattr(self, str(tone)))

    def soft(self, tone: Tone | str) -> QColor:
        """Ground under words of that tone."""
        return QColor(getattr(self, f"{tone}_soft"))


LIGHT: Final = Tokens(
    dark=False,
    rail="#0f2f4f",
    rail_current="#1c4a76",
    rail_mark="#6cb2f7",
    rail_text="#ffffff",
    rail_muted="#b9cbdd",
    surface="#ffffff",
    canvas="#f3f4f6",
    field="#f3f4f6",
    line="#dfe3e8",
    scroll="#c3cad2",
    text="#1b1f24",
    muted="#5a6572",
    disabled="#9aa3ad",
    accent="#0b5cad",
    accent_text="#ffffff",
    accent_hover="#0a4f95",
    selection="#e6f0fa",
    hover="#f0f3f6",
    info="#0b5cad",
    info_soft="#e6f0fa",
    good="#176f2c",
    good_soft="#e3f4e8",
    warn="#855800",
    warn_soft="#fff1cc",
    bad="#b3261e",
    bad_soft="#fdecea",
    neutral_soft="#eef0f3",
)

DARK: Final = Tokens(
    dark=True,
    rail="#0c1a28",
    rail_current="#17395a",
    rail_mark="#6cb2f7",
    rail_text="#f2f6fa",
    rail_muted="#a9bccf",
    surface="#1e2227",
    canvas="#16191d",
    field="#16191d",
    line="#343a42",
    scroll="#4a525c",
    text="#e7eaee",
    muted="#a2abb6",
    disabled="#6b747e",
    accent="#6cb2f7",
    accent_text="#08203a",
    accent_hover="#8cc3fa",
    selection="#17304a",
    hover="#272c33",
    info="#6cb2f7",
    info_soft="#17304a",
    good="#5cc97c",
    good_soft="#15301d",
    warn="#e3b341",
    warn_soft="#3a2d08",
    bad="#ff8a80",
    bad_soft="#3d1f1d",
    neutral_soft="#2a3037",
)


def tokens_of(_widget: QWidget | None = None) -> Tokens:
    """The colours in force, read back from the application's palette.

    Not from the widget's own: a style sheet rule with a transparent ground makes that palette say black.
    """
    palette = QApplication.palette()
    window = palette.color(QPalette.ColorRole.Window).lightness()
    return DARK if window < palette.color(QPalette.ColorRole.WindowText).lightness() else LIGHT


def unit_of(widget: QWidget) -> int:
    """One step of space in logical px: a quarter of a line of the widget's own font, 4 or more."""
    return max(4, round(QFontMetrics(widget.font()).height() / 4))


def sized(font: QFont, factor: float = 1.0, *, bold: bool | None = None) -> QFont:
    """A copy of a font, scaled in points (so that the system's text size is kept) and made bold or not."""
    copy = QFont(font)
    copy.setPointSizeF(max(6.0, QFontInfo(font).pointSizeF() * factor))
    if bold is not None:
        copy.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return copy


def system_font(font: QFont) -> QFont:
    """The system's font; on Linux Noto Sans where present, for not every default there can write Vietnamese."""
    chosen = QFont(font)
    if sys.platform.startswith("linux") and "Noto Sans" in QFontDatabase.families():
        chosen.setFamily("Noto Sans")
        chosen.setPointSizeF(max(10.0, QFontInfo(chosen).pointSizeF()))
    return chosen


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette that carries the tokens to real controls (and from which `tokens_of` reads the theme back)."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, tokens.surface),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.canvas),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.bad),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_text),
        (role.Link, tokens.info),
        (role.LinkVisited, tokens.info),
        (role.Accent, tokens.accent),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.canvas),
        (role.Mid, tokens.line),
        (role.Dark, tokens.disabled),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.line))
    return palette


def _read(name: str) -> str:
    return (resources.FOLDER / "styles" / f"{name}.qss").read_text(encoding="utf-8")


def style_sheet(tokens: Tokens, *, plain_controls: bool) -> str:
    """The sheet. It dresses our own kit, told by the `kind` and `tone` properties.

    `plain_controls` also flattens ordinary buttons, for Fusion; native styles keep their own.
    """
    sheet = _read("kit") + (_read("plain") if plain_controls else "")
    for tone in Tone:
        sheet += (
            _read("tone")
            .replace("@@", str(tone))
            .replace("@ink", tokens.ink(tone).name())
            .replace("@soft", tokens.soft(tone).name())
        )
    folder = (resources.FOLDER / "styles").as_posix()
    sheet = sheet.replace("@folder", folder).replace("@theme", "dark" if tokens.dark else "light")
    # Longest names first, so that @line never eats the head of @line_height or the like.
    for name in sorted((f.name for f in fields(tokens) if f.name != "dark"), key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", getattr(tokens, name))
    return sheet


class Theme(QObject):
    """Puts a theme on the application and follows the system when so set.

    Attributes: tokens — the colours in force. Signals: changed() after another theme was put on.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        mode: Mode | str = Mode.SYSTEM,
        parent: QObject | None = None,
        *,
        text_size: TextSize | str = TextSize.NORMAL,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._mode = Mode(mode)
        self.tokens = LIGHT
        self._native = application.style().name()
        # Once a sheet is set the style in force has no name to ask for.
        self._style = self._native
        self._font = system_font(application.font())
        application.setFont(sized(self._font, TextSize(text_size).factor))
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def mode(self) -> Mode:
        """The setting in force."""
        return self._mode

    def set_mode(self, mode: Mode | str) -> None:
        """Switch at once, with the windows open."""
        self._mode = Mode(mode)
        self._apply()

    def set_text_size(self, size: TextSize | str) -> None:
        """Words in another size at once; what chose a size of its own takes it up when its window is built again."""
        self._application.setFont(sized(self._font, TextSize(size).factor))
        self._apply()

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._mode is Mode.SYSTEM:
            self._apply()

    def _wants_dark(self) -> bool:
        if self._mode is Mode.SYSTEM:
            return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    def _apply(self) -> None:
        self.tokens = DARK if self._wants_dark() else LIGHT
        hints = self._application.styleHints()
        # The window frame and the system's own dialogs follow this; ours follow the palette.
        wanted = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}.get(self._mode)
        hints.blockSignals(True)
        if wanted is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(wanted)
        hints.blockSignals(False)
        style = self._style_name()
        if self._style != style:
            self._application.setStyle(style)
            self._style = style
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens, plain_controls=style == "fusion"))
        self.changed.emit()

    def _style_name(self) -> str:
        """Native on Windows; but the older native style there cannot be dark, so Fusion stands in for it."""
        if not sys.platform.startswith("win"):
            return "fusion"
        return "fusion" if self._native == "windowsvista" and self.tokens.dark else self._native
