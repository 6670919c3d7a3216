"""Alt and a letter: the letter stands on every keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.widgets.mnemonics import doubled
from tests.widgets.test_today_and_task_widgets import CANDIDATES
from widgets.task_dialogs import (
    AskExtensionDialog,
    AssignDialog,
    AssignForm,
    ExtensionRequest,
    ReportDialog,
    decide_extension,
)

ROOT = Path(__file__).resolve().parents[2]
_MARKED = re.compile(r'"[^"\n]*&([^\W\d_a-zA-Z])[^"\n]*"')


def test_no_key_is_a_letter_with_a_mark() -> None:
    """Letters such as đ and ế are put together by a typing aid, which Alt goes past: such a key never came."""
    files = [path for folder in ("widgets", "desktop") for path in (ROOT / folder).rglob("*.py")]
    found = [match[0] for path in files for match in _MARKED.finditer(path.read_text("utf-8"))]
    assert len(files) > 200
    assert found == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: AssignDialog(AssignForm(CANDIDATES, {"title": "Tổng hợp"}, today="2026-11-23")),
        lambda: ReportDialog("Tổng hợp", 40),
        lambda: ReportDialog("Tổng hợp", 40, finishing=True),
        lambda: AskExtensionDialog("Tổng hợp", "25/11/2026", 1, earliest="2026-11-26"),
        lambda: decide_extension(ExtensionRequest("Tổng hợp", "Phan Anh", "25/11", "30/11", "Chờ", "0 lần")),
    ],
)
def test_every_key_of_a_tasks_dialog_leads_to_one_thing(application: QApplication, make: Callable[[], QDialog]) -> None:
    dialog = make()
    dialog.show()
    assert doubled(dialog) == []
    dialog.close()
