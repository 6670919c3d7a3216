"""Asks for files by the system's own dialog: where one is to be written, or which are to be read. Knows Qt.

Nothing waits for the person: the path is told once it is chosen, and nothing is where the dialog is called off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from widgets.fitting import room_on
from widgets.leaving import is_barred


def ask_where(
    parent: QWidget | None,
    title: str,
    name: str,
    chosen: Callable[[str], object],
    *,
    kind: str = "",
    ending: str = "",
    of_office: bool = True,
) -> None:
    """Ask where a file is to be written; nothing is asked where the office bars that.

    Args:
        name: what it is called unless the person says otherwise.
        chosen: told the path.
        kind: what such files are, with their pattern: "PDF (*.pdf)".
        ending: added to a name that has none.
        of_office: it holds something of the office's work; what is for whoever helps is never barred.
    """
    if of_office and is_barred(parent, "export"):
        return
    dialog = _made(parent, title, [kind] if kind else [])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_file(parent: QWidget | None, title: str, kinds: Sequence[str], chosen: Callable[[str], object]) -> None:
    """Ask for one file that is there; ``chosen`` is told its path."""
    dialog = _made(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def ask_files(parent: QWidget | None, title: str, kinds: Sequence[str], chosen: Callable[[list[str]], object]) -> None:
    """Ask for files that are there; ``chosen`` is told their paths."""
    dialog = _made(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.open()


def _made(parent: QWidget | None, title: str, kinds: Sequence[str]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if dialog.directory() == QDir.current():
        # Nothing was chosen before: where the program was started from is no place of the person's.
        dialog.setDirectory(_documents())
    if kinds:
        dialog.setNameFilters(list(kinds))
    # Where the system has no dialog of its own, Qt's is higher than a screen of 683x384.
    dialog.resize(dialog.size().boundedTo(room_on(dialog)))
    return dialog


def _documents() -> str:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if QDir(found).exists() else QDir.homePath()
