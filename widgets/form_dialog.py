"""The frame of every form that a clerk fills in: heading, fields, what is missing in words, and two buttons.

A form tells what is typed with each change (`edited`), so that it can be kept, and never closes itself on sending:
whoever opened it closes it once the act stands in the outbox. Knows Qt, the kit and the theme.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QCompleter,
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from widgets.dialog_parts import Note, field_label
from widgets.fitting import FormArea, fit_to_screen
from widgets.kit import button, label, rule
from widgets.theme import Tone, unit_of

# Where the style sheet dresses fields; native styles keep their own.
_FIELD_STYLE = """
QTimeEdit { border: 1px solid palette(mid); border-radius: 5px; padding: 0.3em 0.4em; min-width: 3.2em; }
QTimeEdit:focus { border-color: palette(highlight); }
QTimeEdit::up-button, QTimeEdit::down-button, QSpinBox::up-button, QSpinBox::down-button { border: none; width: 0; }
QListWidget::item:disabled { color: palette(text); }
"""


def _sheet_dresses_fields() -> bool:
    application = QApplication.instance()
    return isinstance(application, QApplication) and "QComboBox" in application.styleSheet()


def dress_fields(window: QWidget) -> None:
    """Give the fields of a window the look of forms; call it before the fields are made."""
    if _sheet_dresses_fields():
        window.setStyleSheet(_FIELD_STYLE)


def indent(field: QAbstractSpinBox) -> None:
    """Set the digits off from the edge, which a field without its buttons no longer does."""
    line = field.findChild(QLineEdit)
    if line is not None and _sheet_dresses_fields():
        line.setTextMargins(unit_of(field), 0, 0, 0)


class ChoiceBox(QComboBox):
    """A drop-down list whose words may be shortened: the field does not grow with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past must not change a form."""
        event.ignore()


class KnownBox(ChoiceBox):
    """A field to type in, with what was used before to choose from."""

    def __init__(self, known: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(["", *known])
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)


class DayEdit(QDateEdit):
    """A date as an office writes it, dd/MM/yyyy, with a calendar that begins on Monday."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd/MM/yyyy")
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)

    def iso(self) -> str:
        """The date as YYYY-MM-DD."""
        return self.date().toString(Qt.DateFormat.ISODate)

    def set_iso(self, text: str) -> None:
        """Show a date given as YYYY-MM-DD; anything else leaves the field as it is."""
        day = QDate.fromString(text[:10], Qt.DateFormat.ISODate)
        if day.isValid():
            self.setDate(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past must not change a form."""
        event.ignore()


class TextArea(QPlainTextEdit):
    """A few lines of text; Tab moves on, as in every other field."""

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 4 * unit_of(self))

    def text(self) -> str:
        """What is typed, without the blanks at its ends."""
        return self.toPlainText().strip()

    def set_text(self, text: str) -> None:
        self.setPlainText(text)


class FormDialog(QDialog):
    """A form in a window.

    Signals:
        edited(dict): what the form holds now, shortly after each change.
        submitted(dict): the clerk sends it; only when nothing is missing.
    """

    edited = Signal(dict)
    submitted = Signal(dict)

    def __init__(self, title: str, accept_text: str, parent: QWidget | None = None, *, heading: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        dress_fields(self)
        step = unit_of(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        outer.setSpacing(3 * step)
        self.heading = label(heading, factor=1.1, bold=True, wrap=True)
        self.heading.setVisible(bool(heading))
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(3 * step)
        self._body.addWidget(self.heading)
        self.form = QGridLayout()
        self.form.setHorizontalSpacing(3 * step)
        self.form.setVerticalSpacing(2 * step)
        self.form.setColumnStretch(1, 1)
        self.form.setColumnStretch(3, 1)
        self._body.addLayout(self.form)
        self.warnings = Note("", Tone.WARN)
        self._body.addWidget(self.warnings)
        self._body.addStretch(1)
        outer.addWidget(FormArea(body), 1)
        outer.addWidget(rule())
        row = QHBoxLayout()
        self.missing = label("", "muted", wrap=True)
        row.addWidget(self.missing, 1)
        self.accept_button = button(accept_text, "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._submit)
        self.cancel_button = button(self.tr("Hủ&y"))
        self.cancel_button.clicked.connect(self.reject)
        row.addWidget(self.accept_button)
        row.addWidget(self.cancel_button)
        outer.addLayout(row)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(200)
        self._quiet.timeout.connect(self._tell)
        self._told: dict[str, Any] | None = None

    # for the forms

    def values(self) -> dict[str, Any]:
        """What the form holds now."""
        raise NotImplementedError

    def lacks(self) -> str:
        """The first thing that is missing, as a sentence; empty where nothing is."""
        return ""

    def grow(self) -> None:
        """Let the fields take all the height there is, not the space below them."""
        self._body.setStretchFactor(self.form, 100)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_to_screen(self)

    def add(
        self,
        text: str,
        field: QWidget | QLayout,
        *,
        row: int,
        column: int = 0,
        span: int = 1,
        buddy: QWidget | None = None,
        tall: bool = False,
    ) -> QLabel:
        """Put a field beside its label, which carries the mnemonic and names the field for a screen reader."""
        target = buddy or (field if isinstance(field, QWidget) else None)
        name = field_label(text, target) if target is not None else QLabel(text)
        name.setContentsMargins(0, unit_of(self) + 2, 0, 0)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.form.addWidget(name, row, column)
        if isinstance(field, QLabel):
            field.setContentsMargins(0, unit_of(self) + 2, 0, 0)
            field.setAccessibleName(f"{text.replace('&', '')}: {field.text()}")
        if isinstance(field, QWidget):
            align = Qt.AlignmentFlag(0) if tall else Qt.AlignmentFlag.AlignTop
            self.form.addWidget(field, row, column + 1, 1, span, align)
        else:
            self.form.addLayout(field, row, column + 1, 1, span)
        return name

    def ready(self, first: QWidget) -> None:
        """The form is filled in with what it starts from; only what is changed from here on is told."""
        self.touched()
        self._quiet.stop()
        self._told = self.values()
        first.setFocus()

    def touched(self, *_: object) -> None:
        """Something was typed or chosen: say what is missing now and, a moment later, what the form holds."""
        lack = self.lacks()
        self.missing.setText(lack)
        self.accept_button.setEnabled(not lack)
        self._quiet.start()

    # for whoever opened it

    def show_warnings(self, sentences: Iterable[str], tone: Tone = Tone.WARN) -> None:
        """What stands in the way or was refused; the form stays open with everything typed in it."""
        self.warnings.show_text("\n".join(sentences), tone)

    def set_busy(self, busy: bool) -> None:
        """While it is being sent nothing can be sent twice."""
        self.accept_button.setEnabled(not busy and not self.lacks())

    def _submit(self) -> None:
        if not self.lacks():
            self._quiet.stop()
            self.submitted.emit(self.values())

    def reject(self) -> None:
        """Close; what was typed has been told by `edited`, the last change included."""
        if self._quiet.isActive():
            self._quiet.stop()
            self._tell()
        super().reject()

    def _tell(self) -> None:
        values = self.values()
        if values != self._told:
            self._told = values
            self.edited.emit(values)
