"""What may leave the program: where the office has ordered that nothing is printed, or nothing saved or copied outside,
each button that would do so is greyed and says why. Knows Qt alone.

A window is told what is barred; everything in it and every dialog over it goes by that. Fields that somebody writes in
keep their clipboard: a form could not be filled in without.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

Way = Literal["print", "export"]
"""By a printer; by a file or the clipboard."""

_BARRED = "barredWays"
_CODES = "application/x-tacnghiep-codes"


def set_barred(window: QWidget, ways: Collection[Way]) -> None:
    """From now on these ways are barred in a window and in all that opens over it."""
    window.setProperty(_BARRED, " ".join(sorted(ways)))
    for guard in window.findChildren(_ButtonGuard):
        guard.apply()


def is_barred(widget: QWidget | None, way: Way) -> bool:
    """Whether a way is barred here; the nearest window that was told decides."""
    while widget is not None:
        told = widget.property(_BARRED)
        if isinstance(told, str):
            return way in told.split()
        widget = widget.parentWidget()
    return False


def reason(way: Way) -> str:
    """Why it is barred, for whoever presses in vain."""
    if way == "print":
        return QCoreApplication.translate("Leaving", "Do cơ quan quy định: không in từ chương trình này.")
    return QCoreApplication.translate("Leaving", "Do cơ quan quy định: không lưu và sao chép ra ngoài.")


def barred_words(widget: QWidget) -> str:
    """Why something is barred here, all of it; "" where nothing is."""
    ways: tuple[Way, ...] = ("print", "export")
    return "\n".join(reason(way) for way in ways if is_barred(widget, way))


def leads_out(button: QAbstractButton, way: Way) -> None:
    """This button prints, or saves or copies outside: it is greyed wherever that is barred, whoever enables it."""
    _ButtonGuard(button, way).apply()


class _ButtonGuard(QObject):
    """Keeps one button greyed while its way is barred."""

    def __init__(self, button: QAbstractButton, way: Way) -> None:
        super().__init__(button)
        self._button = button
        self._way: Way = way
        self._held = False
        self._wanted = True
        self._words = ("", "")
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.EnabledChange):
            self.apply()
        return False

    def apply(self) -> None:
        """Go by what is barred now."""
        button = self._button
        barred = is_barred(button, self._way)
        if barred and not self._held:
            self._wanted = _is_enabled(button)
            self._words = (button.toolTip(), button.accessibleDescription())
            self._held = True
            button.setToolTip(reason(self._way))
            button.setAccessibleDescription(reason(self._way))
        if barred and _is_enabled(button):
            self._wanted = True
            button.setEnabled(False)
        elif not barred and self._held:
            self._held = False
            button.setToolTip(self._words[0])
            button.setAccessibleDescription(self._words[1])
            button.setEnabled(self._wanted)


def keep_in(text: QTextEdit | QPlainTextEdit) -> None:
    """What is only read here cannot be selected, and so not be dragged away, while copying is barred."""
    _TextGuard(text)


class _TextGuard(QObject):
    """Looks each time that the text is shown."""

    def __init__(self, text: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._flags = text.textInteractionFlags()
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            barred = is_barred(self._text, "export")
            # Its scroll bar still goes by the keyboard.
            self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction if barred else self._flags)
        return False


def _is_enabled(button: QAbstractButton) -> bool:
    """Whether it is itself, whatever its window is."""
    return not button.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)


def copy_out(widget: QWidget | None, text: str) -> bool:
    """Put words of the office's on the clipboard; nothing where that is barred.

    Returns:
        Whether they are there.
    """
    if is_barred(widget, "export"):
        return False
    QGuiApplication.clipboard().setText(text)
    return True


def copy_codes(text: str) -> None:
    """Put identifiers, codes and states on the clipboard: a link, what whoever helps needs; nothing that anybody wrote.

    Never barred.
    """
    data = QMimeData()
    data.setText(text)
    data.setData(_CODES, b"1")
    QGuiApplication.clipboard().setMimeData(data)


class CopyGuard(QObject):
    """Takes from the clipboard what was copied where that is barred: from a list, a label, a report.

    Signals:
        taken(): something was; the person is to be told why nothing can be pasted.
    """

    taken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        clipboard = QGuiApplication.clipboard()
        # Its own methods: they are let go with it, which a lambda is not.
        clipboard.dataChanged.connect(self._copied)
        clipboard.selectionChanged.connect(self._selected)

    def _copied(self) -> None:
        self._look(QClipboard.Mode.Clipboard)

    def _selected(self) -> None:
        self._look(QClipboard.Mode.Selection)

    def _look(self, mode: QClipboard.Mode) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not is_barred(focus, "export") or _is_written_in(focus):
            return
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData(mode)
        if data is None or not data.formats() or data.hasFormat(_CODES):
            return
        clipboard.clear(mode)
        if mode == QClipboard.Mode.Clipboard:
            self.taken.emit()


def _is_written_in(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)
