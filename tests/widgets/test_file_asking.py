"""Files are asked for without waiting: the path is told once it is chosen, and the dialog goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QEvent, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from widgets.file_asking import ask_file, ask_files, ask_where


@pytest.fixture
def parent(application: QApplication) -> QWidget:
    return QWidget()


def choose(parent: QWidget, path: Path) -> None:
    """As the person does: this file, and the button."""
    (dialog,) = parent.findChildren(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not parent.findChildren(QFileDialog)


def test_where_a_file_is_written_is_told_with_its_ending(parent: QWidget, tmp_path: Path) -> None:
    told: list[str] = []
    ask_where(parent, "Lưu PDF", "lich", told.append, kind="PDF (*.pdf)", ending="pdf")
    choose(parent, tmp_path / "tuan-48")
    assert told == [str(tmp_path / "tuan-48.pdf")]


@pytest.mark.parametrize("ask", [ask_file, ask_files])
def test_a_file_that_is_there_is_told(parent: QWidget, tmp_path: Path, ask: Callable[..., None]) -> None:
    file, told = tmp_path / "a.pdf", []
    file.write_bytes(b"%PDF")
    ask(parent, "Chọn tệp", ["PDF (*.pdf)"], told.append)
    choose(parent, file)
    assert told in ([str(file)], [[str(file)]])


def test_where_nothing_was_chosen_before_it_starts_with_the_persons_own_files(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As at the program's start, whose folder on Windows is the one it is installed in.
    monkeypatch.chdir(QFileDialog().directory().path())
    ask_file(parent, "Chọn tệp", [], print)
    (dialog,) = parent.findChildren(QFileDialog)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert dialog.directory().path() in (documents, QDir.homePath())
    dialog.reject()


def test_a_dialog_called_off_tells_nothing(parent: QWidget, tmp_path: Path) -> None:
    told: list[str] = []
    ask_where(parent, "Lưu PDF", "lich.pdf", told.append)
    (dialog,) = parent.findChildren(QFileDialog)
    dialog.reject()
    assert told == []
