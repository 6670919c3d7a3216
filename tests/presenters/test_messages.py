"""Every code that a rule, the line or a page can give has a sentence that tells what to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import desktop
import local_cache
from desktop.office.acts import Refusal
from desktop.presenters import messages, messages_signing
from desktop.presenters.account import problem_words
from desktop.session.errors import Broken, NotThere, OtherAccount
from local_cache.errors import NewerSchema

ROOT = Path(desktop.__file__).parent
SOURCES = (
    *(ROOT / "office").rglob("*.py"),
    *(ROOT / "central").rglob("*.py"),
    *(ROOT / "session").rglob("*.py"),
    *(ROOT / "sync").rglob("*.py"),
    ROOT / "practice_office.py",
    *Path(local_cache.__file__).parent.rglob("*.py"),
)
CARRIERS = ("Refusal", "Refused", "Broken", "Offline", "Busy", "CentralError", "__init__")
"""What is called with a code first: refusals and errors, and the constructors of errors that have one code."""


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


def _words_in(node: ast.expr) -> Iterator[str]:
    """The strings that an expression can be: itself, or either side of a choice."""
    match node:
        case ast.Constant(value=str(word)):
            yield word
        case ast.IfExp():
            yield from _words_in(node.body)
            yield from _words_in(node.orelse)


def codes_of(tree: ast.AST) -> set[str]:
    """Codes by ast: given to a carrier, standing as an error's own, under "code" in a reason, or final on the wire."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_]) if name in CARRIERS:
                found.update(_words_in(first))
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                found.update(_words_in(value))
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and key.value == "code":
                        found.update(_words_in(value))
            case ast.Assign(targets=[ast.Name(id="_FINAL")], value=ast.Call(args=[ast.Set(elts=kinds)])):
                for kind in kinds:
                    found.update(_words_in(kind))
    return {code for code in found if re.fullmatch(r"[a-z][A-Za-z]+", code)}


def said_at_sign_in(code: str) -> bool:
    """Whether the first window has words of its own for this code."""
    error = Broken(code)
    return problem_words(error) != messages.of_error(error)


def test_every_code_that_the_layers_below_can_give_has_a_sentence(application: QApplication) -> None:
    codes = {code for path in SOURCES for code in codes_of(ast.parse(path.read_text(encoding="utf-8")))}
    assert {"notSecure", "wrongKey", "fileMissing", "method", "otherAccount", "practiceFailed", "unknown"} <= codes
    assert len(codes) > 85
    known = {*messages.OFFICE, *messages.LINE, *messages.CACHE, *messages.PAGES, *messages_signing.SENTENCES}
    assert sorted(code for code in codes - known if not said_at_sign_in(code)) == []


def test_codes_that_only_the_central_says_have_sentences() -> None:
    # SetErrors and per-act answers (WIRE.md, "Act/set create").
    said = {"blobNotFound", "dependencyMissing", "stateMismatch", "alreadyExists", "forbidden", "invalidProperties"}
    assert said <= messages.LINE.keys()


def test_the_collector_sees_both_sides_of_a_choice() -> None:
    tree = ast.parse('x = Refusal("noFile" if a else "noText", {}); y = {"code": "lost"}; raise errors.Broken("odd")')
    assert codes_of(tree) == {"noFile", "noText", "lost", "odd"}


def test_errors_from_below_are_said_with_their_values(application: QApplication) -> None:
    assert "503" in messages.of_error(Broken("status", status=503))
    assert problem_words(NewerSchema(Path("cache.db"), 7, 3)) == messages.sentence("newerSchema")
    assert "(" not in messages.of_error(NotThere()) + problem_words(OtherAccount())


@pytest.mark.parametrize("table", [messages.OFFICE, messages.LINE, messages.CACHE, messages.PAGES, messages.HINTS])
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
