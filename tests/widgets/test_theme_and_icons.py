"""Colours that can be read, a live switch of theme, and icons that are all there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QPushButton

import widgets
from widgets import icons
from widgets.kit import button, heading
from widgets.theme import DARK, LIGHT, Mode, Theme, Tokens, Tone, style_sheet, tokens_of


def luminance(colour: str) -> float:
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]  # type: ignore[index]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_words_and_ground_can_be_read(tokens: Tokens) -> None:
    pairs = [
        (tokens.text, tokens.surface),
        (tokens.text, tokens.canvas),
        (tokens.text, tokens.selection),
        (tokens.text, tokens.hover),
        (tokens.muted, tokens.surface),
        (tokens.muted, tokens.canvas),
        (tokens.muted, tokens.selection),
        (tokens.accent_text, tokens.accent),
        (tokens.accent_text, tokens.accent_hover),
        (tokens.rail_text, tokens.rail),
        (tokens.rail_muted, tokens.rail),
        (tokens.rail_text, tokens.rail_current),
    ]
    for tone in Tone:
        pairs.append((tokens.ink(tone).name(), tokens.soft(tone).name()))
        pairs += [(tokens.ink(tone).name(), ground) for ground in (tokens.surface, tokens.canvas, tokens.selection)]
    poor = [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5]
    assert poor == []


@pytest.mark.parametrize("plain", [True, False])
def test_the_sheet_leaves_no_name_unfilled(application: QApplication, plain: bool) -> None:
    rules = re.sub(r"/\*.*?\*/", "", style_sheet(LIGHT, plain_controls=plain), flags=re.DOTALL)
    assert "@" not in rules


def test_a_switch_of_theme_reaches_open_widgets(theme: Theme) -> None:
    control = button("Lưu", icon="save")
    control.show()
    before = control.icon().pixmap(18, 18).toImage()
    theme.set_mode(Mode.DARK)
    QApplication.processEvents()
    assert tokens_of(control) is DARK
    assert control.icon().pixmap(18, 18).toImage() != before
    theme.set_mode(Mode.LIGHT)
    QApplication.processEvents()
    assert tokens_of(control) is LIGHT
    assert control.icon().pixmap(18, 18).toImage() == before


def test_headings_keep_their_size_after_they_are_shown_and_restyled(theme: Theme) -> None:
    words = heading("Văn bản đến")
    size = words.font().pointSizeF()
    words.show()
    theme.set_mode(Mode.DARK)
    QApplication.processEvents()
    assert words.font().pointSizeF() == size > QPushButton().font().pointSizeF()


def test_the_system_decides_when_so_set(theme: Theme) -> None:
    theme.set_mode(Mode.SYSTEM)
    assert theme.mode is Mode.SYSTEM
    assert theme.tokens in (LIGHT, DARK)


def test_every_icon_draws_something_in_its_colour(application: QApplication) -> None:
    assert len(icons.names()) > 40
    for name in icons.names():
        image = icons.pixmap(name, "#ff0000", 24, 2.0).toImage()
        assert image.width() == 48, name
        colours = {
            image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha()
        }
        assert colours, name
        assert all(QColor(c).red() > 250 and QColor(c).blue() < 5 for c in colours), name


def test_icons_named_in_the_widgets_exist() -> None:
    named: set[str] = set()
    for path in Path(widgets.__file__).parent.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'(?:IconLabel|tool_button|icons\.pixmap|icon_for)\(\s*"([a-z-]+)"', text))
        named |= set(re.findall(r'icons\.dress\([^,]+,\s*"([a-z-]+)"', text))
    assert named
    assert named <= set(icons.names())


def test_an_icon_keeps_its_tone_in_a_chosen_row(application: QApplication) -> None:
    made = icons.icon("invalid", "#ff0000")
    plain, chosen = (made.pixmap(20, 20, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected))
    assert plain == chosen
