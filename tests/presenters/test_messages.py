"""Every code that a rule, the line or a page can give has a sentence that tells what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import desktop
from desktop.office.acts import Refusal
from desktop.presenters import messages

ROOT = Path(desktop.__file__).parent


def codes_in(folder: str, pattern: str) -> set[str]:
    found: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        found |= set(re.findall(pattern, path.read_text(encoding="utf-8")))
    return found


def test_every_refusal_of_the_rules_has_a_sentence() -> None:
    codes = codes_in("office", r'Refusal\(\s*"(\w+)"') | codes_in("office", r'else "(not\w+Yet)"')
    assert len(codes) > 30
    assert codes - set(messages.OFFICE) == set()


def test_every_page_problem_has_a_sentence() -> None:
    codes = codes_in("presenters", r'PageProblem\("(\w+)"\)') | {"pdfEncrypted", "pdfUnreadable"}
    assert codes - set(messages.PAGES) == set()


@pytest.mark.parametrize("table", [messages.OFFICE, messages.LINE, messages.PAGES, messages.HINTS])
def test_sentences_end_as_sentences_do(table: dict[str, str]) -> None:
    assert [text for text in table.values() if not text.endswith(".") or not text[0].isupper()] == []


def test_values_take_their_places(application: QApplication) -> None:
    said = messages.of_refusal(Refusal("numberTaken", {"number": 1204}))
    assert said == "Số 1204 đã được cấp. Để trống để lấy số tiếp theo."
    assert messages.of_reason({"code": "noExtensionLeft", "args": {"limit": 2}}).startswith("Đã xin gia hạn đủ 2 lần")
    assert messages.of_reason(None) == ""


def test_an_unknown_code_is_said_with_its_code(application: QApplication) -> None:
    assert messages.sentence("fromANewerCentral") == (
        "Không thực hiện được. Nội dung đã nhập vẫn được giữ; hãy thử lại. (fromANewerCentral)"
    )
    assert messages.of_error(ValueError("x")).endswith("(ValueError)")


def test_problems_of_signing_keep_their_own_sentences(application: QApplication) -> None:
    assert "Mã PIN" in messages.sentence("pinLocked")
