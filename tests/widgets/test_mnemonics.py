"""Alt and a letter: the letter stands on every keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from desktop.languages import Languages
from tests.widgets.mnemonics import doubled
from tests.widgets.test_today_and_task_widgets import CANDIDATES
from widgets.arrival_dialog import ArrivalDialog
from widgets.copy_dialog import CopyDialog, CopyRequest
from widgets.directive_dialog import DirectiveDialog
from widgets.lock_window import LockView, LockWindow
from widgets.picture_dialog import PictureDialog, PictureForm
from widgets.task_dialogs import (
    AskExtensionDialog,
    AssignDialog,
    AssignForm,
    ExtensionRequest,
    ReportDialog,
    decide_extension,
)

translate = QCoreApplication.translate
ROOT = Path(__file__).resolve().parents[2]
_MARKED = re.compile(r'"[^"\n]*&([^\W\d_a-zA-Z])[^"\n]*"')


def test_no_key_is_a_letter_with_a_mark() -> None:
    """Letters such as đ and ế are put together by a typing aid, which Alt goes past: such a key never came."""
    files = [path for folder in ("widgets", "desktop") for path in (ROOT / folder).rglob("*.py")]
    found = [match[0] for path in files for match in _MARKED.finditer(path.read_text("utf-8"))]
    assert len(files) > 200
    assert found == []


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest, application: QApplication) -> Iterator[str]:
    """Each language in turn; afterwards none is loaded, as before."""
    before = QLocale()
    made = Languages(application, request.param)
    yield request.param
    QLocale.setDefault(before)
    for translator in made._loaded:
        application.removeTranslator(translator)


def _locked() -> LockWindow:
    window = LockWindow()
    window.show_view(LockView("Phan Anh", "Đảng ủy xã", "10:05", passphrase=True, token=True, system=True))
    return window


def _directive() -> DirectiveDialog:
    question, accept = (translate("Incoming", text) for text in ("Ý &kiến chỉ đạo", "&Ghi ý kiến"))
    return DirectiveDialog("118-TB/TU", question, accept, signs=True)


def _picture() -> PictureDialog:
    scan = QImage(60, 20, QImage.Format.Format_RGB32)
    scan.fill(0xFFFFFF)
    return PictureDialog(PictureForm(scan, (("a", "Chữ ký"),), "a", "Một", 30, "2026-11-23", opaque=True))


@pytest.mark.parametrize(
    "make",
    [
        lambda: ArrivalDialog("118-TB/TU"),
        _directive,
        lambda: CopyDialog(CopyRequest("A", "B", (("a", "Sao y"),), 3, leaders=(("a", "Phan Anh"),)), lambda _: ""),
        _picture,
        _locked,
        lambda: AssignDialog(AssignForm(CANDIDATES, {"title": "Tổng hợp"}, today="2026-11-23")),
        lambda: ReportDialog("Tổng hợp", 40),
        lambda: ReportDialog("Tổng hợp", 40, finishing=True),
        lambda: AskExtensionDialog("Tổng hợp", "25/11/2026", 1, earliest="2026-11-26"),
        lambda: decide_extension(ExtensionRequest("Tổng hợp", "Phan Anh", "25/11", "30/11", "Chờ", "0 lần")),
    ],
)
def test_every_key_of_a_dialog_leads_to_one_thing(language: str, make: Callable[[], QWidget]) -> None:
    dialog = make()
    dialog.show()
    assert doubled(dialog) == []
    dialog.close()
