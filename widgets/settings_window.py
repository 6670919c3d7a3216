"""The settings, built from their declaration: groups at the left, each setting with its control, locked ones locked.

A change takes hold at once; nothing here is saved by a button. Knows Qt and the kit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.file_asking import ask_file
from widgets.fitting import fit_to_screen
from widgets.form_dialog import ChoiceBox, dress_fields, indent
from widgets.kit import IconLabel, button, label, rule, set_kind, subheading
from widgets.reading_order import go_on
from widgets.theme import Tone, unit_of

Value = str | int | bool
Row = TypeVar("Row", bound=QWidget)


_WIDEST = 330
"""Of a control, logical px: half of what a screen at 200 % has."""


@dataclass(frozen=True)
class SettingView:
    """One setting.

    Attributes:
        kind: choice (one of ``choices``), switch, number, text, or path of a file.
        hint: what it does, and from when it holds.
        choices: (value, words).
        unit: what the number counts, in words.
        locked: why it cannot be changed here; empty where it can.
        note: what is to be known of its value; empty for nothing.
        reset: the button that takes the person's choice back; empty for none.
        file_filter: for a path, as Qt writes name filters.
    """

    key: str
    title: str
    kind: Literal["choice", "switch", "number", "text", "path"]
    value: Value
    hint: str = ""
    choices: tuple[tuple[Value, str], ...] = ()
    minimum: int = 0
    maximum: int = 1000
    unit: str = ""
    locked: str = ""
    note: str = ""
    reset: str = ""
    file_filter: str = ""


@dataclass(frozen=True)
class SettingAction:
    """Something that is done rather than chosen.

    Attributes:
        hint: how it stands now, and what comes of it.
        words: the button; "" where there is only something to be read.
    """

    key: str
    title: str
    hint: str
    words: str = ""


@dataclass(frozen=True)
class SettingGroup:
    """Settings that belong together."""

    title: str
    settings: tuple[SettingView, ...]
    actions: tuple[SettingAction, ...] = ()


class SettingRow(QWidget):
    """One setting with its control.

    Signals:
        changed(str, object): key and new value.
        reset_asked(str): key of the setting whose choice is taken back.
    """

    changed = Signal(str, object)
    reset_asked = Signal(str)

    def __init__(self, setting: SettingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = setting
        step = unit_of(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2 * step, 0, 2 * step)
        grid.setHorizontalSpacing(4 * step)
        grid.setVerticalSpacing(step)
        grid.setColumnStretch(0, 1)
        self.control = self._control(setting)
        self.control.setAccessibleName(
            ". ".join(part for part in (setting.title, setting.locked, setting.note) if part)
        )
        self.control.setAccessibleDescription(setting.hint)
        self.control.setEnabled(not setting.locked)
        for one in (self.control, *self.control.findChildren(QLineEdit)):
            # Nobody can change it, but everybody is to read it.
            one.setProperty("locked", bool(setting.locked))
        self.control.setMaximumWidth(_WIDEST)
        grid.addWidget(label(setting.title, wrap=True), 0, 0)
        if isinstance(self.control, QCheckBox):
            grid.addWidget(self.control, 0, 1, Qt.AlignmentFlag.AlignRight)
        else:
            wished = self.control.sizeHint().width() if setting.kind == "choice" else 0
            self.control.setMinimumWidth(min(_WIDEST, max(220, wished)))
            grid.addWidget(self.control, 0, 1)
        row = 1
        if setting.hint:
            grid.addWidget(label(setting.hint, "muted", wrap=True, factor=0.95), row, 0, 1, 2)
            row += 1
        if setting.locked:
            grid.addLayout(self._line_of("lock", setting.locked, Tone.WARN), row, 0, 1, 2)
        elif setting.note:
            line = self._line_of("unit", setting.note, Tone.INFO)
            if setting.reset:
                self.reset = button(setting.reset, "link")
                self.reset.setAccessibleName(f"{setting.reset}: {setting.title}")
                self.reset.clicked.connect(lambda: self.reset_asked.emit(setting.key))
                line.addWidget(self.reset)
            grid.addLayout(line, row, 0, 1, 2)

    @staticmethod
    def _line_of(icon: str, words: str, tone: Tone) -> QHBoxLayout:
        line = QHBoxLayout()
        made = IconLabel(icon, tone, 16)
        line.setSpacing(unit_of(made))
        line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, "note", tone, wrap=True, factor=0.95), 1)
        return line

    def _control(self, setting: SettingView) -> QWidget:
        make = {"choice": self._choice, "switch": self._switch, "number": self._number, "path": self._path}
        return make.get(setting.kind, self._line)(setting)

    def _choice(self, setting: SettingView) -> QWidget:
        box = ChoiceBox()
        # Few words, all known, and each is read whole.
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in setting.choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(setting.value)))
        box.activated.connect(lambda _: self.changed.emit(setting.key, box.currentData()))
        return box

    def _switch(self, setting: SettingView) -> QWidget:
        box = QCheckBox()
        box.setChecked(bool(setting.value))
        box.toggled.connect(lambda on: self.changed.emit(setting.key, on))
        return box

    def _number(self, setting: SettingView) -> QWidget:
        box = QSpinBox()
        box.setRange(setting.minimum, setting.maximum)
        box.setValue(int(setting.value))
        box.setSuffix(f" {setting.unit}" if setting.unit else "")
        box.setKeyboardTracking(False)
        indent(box)
        box.valueChanged.connect(lambda value: self.changed.emit(setting.key, value))
        return box

    def _line(self, setting: SettingView) -> QWidget:
        line = QLineEdit(str(setting.value))
        self._show_start(line)
        line.editingFinished.connect(lambda: self._typed(line))
        return line

    def _path(self, setting: SettingView) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        self.path = QLineEdit(str(setting.value))
        self.path.setAccessibleName(setting.title)
        self._show_start(self.path)
        self.path.setPlaceholderText(self.tr("Tự tìm"))
        self.path.editingFinished.connect(lambda: self._typed(self.path))
        choose = button(self.tr("Chọn…"))
        choose.setAccessibleName(self.tr("Chọn tệp: %1").replace("%1", setting.title))
        choose.clicked.connect(self._choose_file)
        row.addWidget(self.path, 1)
        row.addWidget(choose)
        return box

    def _show_start(self, line: QLineEdit) -> None:
        """What is longer than the field is known by its beginning; what cannot be walked through is read in a tip."""
        line.setCursorPosition(0)
        if self._setting.locked:
            line.setToolTip(line.text())

    def _typed(self, line: QLineEdit) -> None:
        if line.text() != str(self._setting.value):
            self.changed.emit(self._setting.key, line.text().strip())

    def _choose_file(self) -> None:
        kinds = [self._setting.file_filter] if self._setting.file_filter else []
        ask_file(self, self._setting.title, kinds, self._chosen_file)

    def _chosen_file(self, path: str) -> None:
        self.path.setText(path)
        self.changed.emit(self._setting.key, path)


class ActionRow(QWidget):
    """One action with its button.

    Signals:
        asked(str): its key.
    """

    asked = Signal(str)

    def __init__(self, action: SettingAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = unit_of(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2 * step, 0, 2 * step)
        row.setSpacing(4 * step)
        words = QVBoxLayout()
        words.setSpacing(step)
        words.addWidget(label(action.title, wrap=True))
        words.addWidget(label(action.hint, "muted", wrap=True, factor=0.95))
        row.addLayout(words, 1)
        self.button = button(action.words)
        self.button.setAccessibleDescription(f"{action.title}. {action.hint}")
        self.button.setVisible(bool(action.words))
        self.button.clicked.connect(lambda: self.asked.emit(action.key))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


class SettingsWindow(QDialog):
    """The window.

    Signals:
        asked(str): an action's key.
        changed(str, object): key and new value; answer with ``show_groups`` where other settings follow from it.
        reset_asked(str): key of the setting whose choice is taken back; answer with ``show_groups``.
    """

    changed = Signal(str, object)
    reset_asked = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_fields(self)
        self.resize(820, 560)
        step = unit_of(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        outer.setSpacing(3 * step)
        body = QHBoxLayout()
        body.setSpacing(5 * step)
        self.groups = QListWidget()
        self.groups.setFixedWidth(self.fontMetrics().averageCharWidth() * 26)
        self.pages = QStackedWidget()
        self.groups.currentRowChanged.connect(self.pages.setCurrentIndex)
        body.addWidget(self.groups)
        body.addWidget(self.pages, 1)
        outer.addLayout(body, 1)
        outer.addWidget(rule())
        foot = QHBoxLayout()
        self.saved = label("", "muted")
        self.close_button = button("", "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot.addWidget(self.saved, 1)
        foot.addWidget(self.close_button)
        outer.addLayout(foot)
        self._words()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep it on the screen."""
        super().showEvent(event)
        fit_to_screen(self)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab as one reads: the pages are made after the button below them."""
        return go_on(self, forward=next)

    def _words(self) -> None:
        self.setWindowTitle(self.tr("Cài đặt"))
        self.groups.setAccessibleName(self.tr("Nhóm cài đặt"))
        self.saved.setText(self.tr("Thay đổi có hiệu lực ngay."))
        self.close_button.setText(self.tr("Đó&ng"))

    def show_groups(self, groups: tuple[SettingGroup, ...]) -> None:
        """Build the pages anew; the group and the control in use stay chosen."""
        self._words()
        row, focus = max(0, self.groups.currentRow()), self._focused_key()
        self.groups.blockSignals(True)
        self.groups.clear()
        while self.pages.count():
            page = self.pages.widget(0)
            if page is not None:
                self.pages.removeWidget(page)
                page.deleteLater()
        for group in groups:
            self.groups.addItem(group.title)
            self.pages.addWidget(self._page(group))
        self.groups.blockSignals(False)
        self.groups.setCurrentRow(min(row, len(groups) - 1))
        self.pages.setCurrentIndex(self.groups.currentRow())
        again = self.row(focus) if focus else None
        if again is not None:
            again.control.setFocus()

    def row(self, key: str) -> SettingRow | None:
        """The row of a setting."""
        return next((found for found in self._on_pages(SettingRow) if found.objectName() == key), None)

    def action(self, key: str) -> ActionRow | None:
        """The row of an action."""
        return next((found for found in self._on_pages(ActionRow) if found.objectName() == key), None)

    def _on_pages(self, kind: type[Row]) -> list[Row]:
        # Pages that were replaced are still below the stack until they are deleted.
        pages = (self.pages.widget(at) for at in range(self.pages.count()))
        return [row for page in pages if page is not None for row in page.findChildren(kind)]

    def show_group(self, title: str) -> None:
        """Bring a group to the front."""
        for found in self.groups.findItems(title, Qt.MatchFlag.MatchExactly):
            self.groups.setCurrentItem(found)

    def _focused_key(self) -> str:
        widget = self.focusWidget()
        while widget is not None and not isinstance(widget, SettingRow):
            widget = widget.parentWidget()
        return widget.objectName() if widget is not None else ""

    def _page(self, group: SettingGroup) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, unit_of(self) * 2, 0)
        column.setSpacing(0)
        column.addWidget(subheading(group.title))
        for setting in group.settings:
            row = SettingRow(setting)
            row.setObjectName(setting.key)
            row.changed.connect(self.changed)
            row.reset_asked.connect(self.reset_asked)
            column.addWidget(row)
            column.addWidget(rule())
        for action in group.actions:
            made = ActionRow(action)
            made.setObjectName(action.key)
            made.asked.connect(self.asked)
            column.addWidget(made)
            column.addWidget(rule())
        column.addStretch(1)
        area = QScrollArea()
        set_kind(area, "bare")
        area.setAccessibleName(group.title)
        area.setWidgetResizable(True)
        area.setWidget(page)
        return area
