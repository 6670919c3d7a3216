"""Tabs with counts, and the switch between own and unit work. Knows Qt and the theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionTab,
    QTabBar,
    QToolButton,
    QWidget,
)

from widgets import icons
from widgets.kit import set_kind
from widgets.theme import Tone, sized, tokens_of, unit_of


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its key, its words, and the tone of its count when that is not zero."""

    key: str
    text: str
    tone: Tone = Tone.NEUTRAL


class TabStrip(QTabBar):
    """A row of words with counts, the current one underlined. Left/right move, as in any tab bar.

    Signals: changed(str) — the key of the tab chosen, by the clerk or by `set_current`.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[Tab] = []
        self._counts: dict[str, int | None] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._on_changed)

    def set_tabs(self, tabs: list[Tab]) -> None:
        """Lay out the tabs; the first is current. Emits nothing."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._tabs = list(tabs)
        self._counts = {tab.key: None for tab in tabs}
        for tab in tabs:
            self.addTab(tab.text)
        self.blockSignals(False)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show counts by key; a key not named keeps what it had."""
        for index, tab in enumerate(self._tabs):
            if tab.key in counts and counts[tab.key] != self._counts[tab.key]:
                self._counts[tab.key] = counts[tab.key]
                # The tab's own text carries the count, for screen readers and for the width.
                self.setTabText(index, f"{tab.text} {counts[tab.key]}")

    def current(self) -> str:
        """Key of the current tab, "" when there is none."""
        index = self.currentIndex()
        return self._tabs[index].key if 0 <= index < len(self._tabs) else ""

    def set_current(self, key: str) -> None:
        """Go to a tab by key; an unknown key is ignored."""
        for index, tab in enumerate(self._tabs):
            if tab.key == key:
                self.setCurrentIndex(index)

    def _on_changed(self, index: int) -> None:
        if 0 <= index < len(self._tabs):
            self.changed.emit(self._tabs[index].key)

    def _bold(self) -> QFont:
        return sized(self.font(), bold=True)

    def tabSizeHint(self, index: int) -> QSize:
        tab = self._tabs[index]
        metrics = QFontMetrics(self._bold())
        count = self._counts[tab.key]
        width = metrics.horizontalAdvance(tab.text)
        if count is not None:
            width += metrics.horizontalAdvance(f" {count}") + 3
        return QSize(width + unit_of(self) * 5 // 2, metrics.height() + unit_of(self) * 2)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            if not self.isTabVisible(index):
                continue
            option = QStyleOptionTab()
            self.initStyleOption(option, index)
            self._paint_tab(painter, index, self.tabRect(index), bool(option.state & QStyle.StateFlag.State_MouseOver))

    def _paint_tab(self, painter: QPainter, index: int, box: QRect, hovered: bool) -> None:
        tab, tokens = self._tabs[index], tokens_of(self)
        current = index == self.currentIndex()
        font = self._bold() if current else self.font()
        metrics = QFontMetrics(self._bold())
        left = box.left() + unit_of(self) * 5 // 4
        painter.setFont(font)
        painter.setPen(QColor(tokens.info if current else tokens.text))
        baseline = box.center().y() + metrics.ascent() // 2 - 1
        painter.drawText(left, baseline, tab.text)
        count = self._counts[tab.key]
        right = left + QFontMetrics(font).horizontalAdvance(tab.text)
        if count is not None:
            tone = tab.tone if count else Tone.NEUTRAL
            painter.setFont(self._bold() if tone is not Tone.NEUTRAL or current else self.font())
            painter.setPen(QColor(tokens.info) if current and tone is Tone.NEUTRAL else tokens.ink(tone))
            painter.drawText(right + 5, baseline, str(count))
            right += 5 + painter.fontMetrics().horizontalAdvance(str(count))
        if current or hovered:
            colour = QColor(tokens.info if current else tokens.line)
            painter.fillRect(QRect(left, box.bottom() - 1, right - left, 2), colour)
        if current and self.hasFocus():
            painter.setPen(QColor(tokens.info))
            painter.drawRoundedRect(QRect(left - 4, box.top() + 1, right - left + 8, box.height() - 5), 3, 3)


class TabRow(QWidget):
    """A tab strip of which only what fits is shown; the rest stands in a menu at its end, with its counts.

    The tab chosen from the menu takes the last place in the strip. Signals: changed(str) as TabStrip.
    """

    changed = Signal(str)

    def __init__(self, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more_text = more
        self._tabs: list[Tab] = []
        self._counts: dict[str, int] = {}
        self._order: list[str] = []
        self.strip = TabStrip()
        self.strip.setUsesScrollButtons(False)
        self.strip.setMinimumWidth(1)
        self.menu = QMenu(self)
        self.more = QToolButton()
        set_kind(self.more, "flat")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        icons.dress(self.more, "down", lambda tokens: tokens.muted, 12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip, 1)
        row.addWidget(self.more)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.strip.changed.connect(self.changed)

    def set_tabs(self, tabs: list[Tab]) -> None:
        """Lay out the tabs, the most needed first; the first is current. Emits nothing."""
        self._tabs = list(tabs)
        self._order = [tab.key for tab in tabs]
        self.strip.set_tabs(tabs)
        self._fit()

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show counts by key."""
        self._counts |= counts
        self.strip.set_counts(counts)
        self._fit()

    def current(self) -> str:
        """Key of the current tab."""
        return self.strip.current()

    def set_current(self, key: str) -> None:
        """Go to a tab by key, shown or not."""
        self.strip.set_current(key)
        self._fit()

    def hidden_keys(self) -> list[str]:
        """Keys of the tabs that stand in the menu now."""
        return [tab.key for index, tab in enumerate(self._tabs) if not self.strip.isTabVisible(index)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = [self.strip.tabSizeHint(index).width() for index in range(len(self._tabs))]
        room = self.width() - (0 if sum(widths) <= self.width() else self.more.sizeHint().width() + unit_of(self))
        current = self.strip.currentIndex()
        shown = {current} if 0 <= current < len(widths) else set()
        used = sum(widths[index] for index in shown)
        for index, width in enumerate(widths):
            if index in shown:
                continue
            if used + width > room:
                break
            shown.add(index)
            used += width
        self.strip.blockSignals(True)
        for index in range(len(widths)):
            # A tab told again what it is already was painted over the first one once it became current.
            if self.strip.isTabVisible(index) != (index in shown):
                self.strip.setTabVisible(index, index in shown)
        self.strip.blockSignals(False)
        hidden = [tab for index, tab in enumerate(self._tabs) if index not in shown]
        self.more.setVisible(bool(hidden))
        # What asks for attention may not be hidden by a narrow window.
        loud = sum(self._counts.get(tab.key, 0) for tab in hidden if tab.tone is not Tone.NEUTRAL)
        self.more.setText(f"{self._more_text} {loud}" if loud else self._more_text)

    def _fill_menu(self) -> None:
        self.menu.clear()
        hidden = set(self.hidden_keys())
        for tab in self._tabs:
            if tab.key in hidden:
                count = self._counts.get(tab.key)
                entry = self.menu.addAction(tab.text if count is None else f"{tab.text} ({count})")
                entry.triggered.connect(lambda _=False, key=tab.key: self.set_current(key))


class ScopeSwitch(QFrame):
    """Own work or the unit's, each with its own count, never added together.

    Signals: changed(str) — "own" or "unit".
    """

    changed = Signal(str)

    def __init__(self, own: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "switch")
        self._texts = {"own": own, "unit": unit}
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for key, text in self._texts.items():
            choice = QPushButton(text, self)
            choice.setCheckable(True)
            choice.setAutoDefault(False)
            set_kind(choice, "switch")
            self._group.addButton(choice)
            self._buttons[key] = choice
            row.addWidget(choice)
            choice.toggled.connect(lambda on, chosen=key: self.changed.emit(chosen) if on else None)
        self._buttons["own"].blockSignals(True)
        self._buttons["own"].setChecked(True)
        self._buttons["own"].blockSignals(False)

    def set_counts(self, own: int, unit: int) -> None:
        """Show both counts."""
        for key, count in (("own", own), ("unit", unit)):
            self._buttons[key].setText(f"{self._texts[key]} {count}")

    def current(self) -> str:
        """ "own" or "unit"."""
        return "own" if self._buttons["own"].isChecked() else "unit"

    def set_current(self, key: str) -> None:
        """Go to own or unit work; emits `changed` when that is a change."""
        self._buttons[key].setChecked(True)
