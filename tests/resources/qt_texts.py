"""Opens what Qt brings of its own, and prints as JSON the texts of it that no translation file holds, and keys that two
things of a dialog share; run by itself.

Qt's dialogs read their texts when they are made: so nothing of them may have been made before in another language.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDateEdit,
    QDialog,
    QErrorMessage,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QScrollBar,
    QSpinBox,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from desktop.languages import Languages
from tests.widgets.mnemonics import doubled


class Unsaid(QTranslator):
    """Asked last: what comes to it, no file holds."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        """It is asked all the same."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Remember it; the text stays as it is."""
        self.texts.add((context, sourceText))
        return sourceText


def main() -> None:
    """Print the texts as [context, text], and the keys by dialog."""
    application = QApplication(["qt-texts"])
    unsaid = Unsaid()
    application.installTranslator(unsaid)
    languages = Languages(application, "vi")
    twice: dict[str, list[str]] = {}
    for one in chain(_dialogs(), _fields()):
        one.show()
        application.processEvents()
        if not isinstance(one, QDialog):
            _menu(one)
        elif keys := doubled(one):
            twice[type(one).__name__] = keys
        one.hide()
    del languages
    sys.stdout.write(json.dumps({"unsaid": sorted(unsaid.texts), "twice": twice}) + "\n")


def _dialogs() -> Iterator[QDialog]:
    for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        for files in (QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.AnyFile, QFileDialog.FileMode.Directory):
            dialog = QFileDialog()
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.setAcceptMode(mode)
            dialog.setFileMode(files)
            dialog.setViewMode(QFileDialog.ViewMode.Detail)
            yield dialog
    box = QMessageBox()
    box.setDetailedText("…")
    kinds = QMessageBox.StandardButton
    box.setStandardButtons(
        kinds.Save | kinds.SaveAll | kinds.Open | kinds.Yes | kinds.YesToAll | kinds.No | kinds.NoToAll | kinds.Abort
        | kinds.Retry | kinds.Ignore | kinds.Close | kinds.Cancel | kinds.Discard | kinds.Help | kinds.Apply
        | kinds.Reset | kinds.RestoreDefaults | kinds.Ok
    )  # fmt: skip
    yield box
    printer = QPrinter()
    yield QPrintDialog(printer)
    yield QPrintPreviewDialog(printer)
    colours = QColorDialog()
    colours.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    colours.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel)
    yield colours
    yield QInputDialog()
    yield QProgressDialog()
    yield QErrorMessage()


def _fields() -> Iterator[QWidget]:
    browser = QTextBrowser()
    browser.setHtml('<a href="#a">một</a>')
    date = QDateEdit()
    date.setCalendarPopup(True)
    yield from (QLineEdit("một"), QTextEdit("một"), QPlainTextEdit("một"), browser, QSpinBox(), date, QScrollBar())


def _menu(field: QWidget) -> None:
    for inner in (field, *field.findChildren(QWidget)):
        QTimer.singleShot(0, _close)  # a scroll bar waits for its menu to go
        middle = inner.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, inner.mapToGlobal(middle))
        QApplication.sendEvent(inner, event)
        QApplication.processEvents()


def _close() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


if __name__ == "__main__":
    main()
