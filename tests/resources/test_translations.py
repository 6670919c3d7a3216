"""The interface's texts: all of them read out of the source, put into English, compiled, and seen in the windows."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QLocale, QModelIndex, QObject, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from desktop.languages import Languages
from desktop.office import documents
from desktop.presenters import office_words
from resources.translations import FOLDER, LANGUAGES
from resources.translations.__main__ import FORMS, OWN, ROOT, compile_all, missing, read_all, sources, translations
from resources.translations.reading import Unreadable, texts
from tests.presenters.incoming_office import VALID
from tests.resources.english_windows import every_window
from tests.widgets.conftest import application, theme
from widgets.theme import Theme

__all__ = ["application", "theme"]

PLACE = re.compile(r"%n|%\d|%\{\w+\}|\{\w+[^}]*\}")
VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
WORD = re.compile(r"\w+")

PAPER = {
    "desktop/presenters/schedule_paper.py": "the printed week is a paper of the office",
    "desktop/presenters/recipients.py": "the words before a signer's position stand on the document",
    "desktop/presenters/schedule_words.py": "titles and places to be recognised in data",
    "desktop/presenters/verdicts.py": "titles to be recognised in data",
    "desktop/presenters/draft_facts.py": "words to be recognised on a page",
    "desktop/presenters/handling_slip.py": "the handling slip is a paper of the office",
    "widgets/slip_paper.py": "the handling slip is a paper of the office",
    "desktop/presenters/signing_seal_kinds.py": "the confirmation slip is a paper of the office",
    "widgets/remark_paper.py": "the copy with remarks is a paper of the office",
    "desktop/presenters/remark_words.py": "the copy with remarks is a paper of the office",
    "desktop/presenters/remarks.py": "the copy with remarks is a paper of the office",
    "desktop/finding_words.py": "each finding stands there in both languages",
    "desktop/session/settings.py": "a setting is declared with its names in both languages",
    "desktop/central/oauth.py": "the page that the browser is left with",
    "desktop/__main__.py": "the command line",
    "desktop/command_words.py": "the command line",
    "desktop/diagnose.py": "the command line",
    "desktop/forget_keys.py": "the command line",
    "desktop/recover.py": "the command line",
    "desktop/diagnose_policy.py": "the command line; the windows show what stands in finding_words",
    "desktop/diagnose_system.py": "the command line; the windows show what stands in finding_words",
    "desktop/updates/arguments.py": "the command line",
    "desktop/updates/command.py": "the command line",
    "desktop/updates/words.py": "the command line",
    "desktop/session/setting_words.py": "a setting is declared with its names in both languages",
    "desktop/policy_texts.py": "templates for administrators, in both languages",
    "desktop/policy_papers.py": "templates for administrators, in both languages",
    "desktop/admx.py": "templates for administrators, in both languages",
    "desktop/autostart.py": "the name in the desktop's own file",
    "desktop/support": "a report names its pages in both languages; words to be recognised in data",
    "desktop/presenters/crashing.py": "a report names its pages in both languages",
    "desktop/presenters/report_handing.py": "a report names its pages in both languages",
    "desktop/day": "the played day types in Vietnamese",
}
"""Where Vietnamese is written that is no text of the windows, and why."""
ITSELF = {"Tác nghiệp", " — Tác nghiệp", "Tiếng Việt", "đ"}
"""The product's name, a language's name in itself, a letter."""
KEPT = {"Incoming": "directives are written in Vietnamese"}
"""Contexts whose English may be the Vietnamese."""


APART = {
    "Incoming": "rtf",  # the acts of the desk, and the dialogs of them
    "Outgoing": "isr",  # acts on documents of several states
    "SigningPage": "p",  # a button, and a place in a menu
    "Updates": "n",  # a message, and a place in a menu
}
"""Contexts, and keys of theirs that two texts may share: they are never in sight together."""


@pytest.fixture
def english(theme: Theme) -> Iterator[Languages]:
    """English, and Vietnamese without files again, as other tests expect it."""
    running = QApplication.instance()
    assert running is not None
    before = QLocale()
    # Another test's program may have left its Vietnamese here, and Qt's own texts have no English file to go before it.
    for left in running.findChildren(QTranslator):
        running.removeTranslator(left)
    made = Languages(running, "en")
    yield made
    QLocale.setDefault(before)
    for translator in made._loaded:
        running.removeTranslator(translator)


@pytest.mark.parametrize("name", OWN)
def test_nothing_is_without_a_translation(name: str) -> None:
    assert missing(name) == []


@pytest.mark.parametrize("name", OWN)
def test_the_files_hold_what_the_source_holds(name: str) -> None:
    assert set(translations(name)) == set(read_all()), "python -m resources.translations update"


def test_the_compiled_files_are_those_of_the_texts(tmp_path: Path) -> None:
    compile_all(tmp_path)
    for names in LANGUAGES.values():
        for name in names:
            made, kept = tmp_path / f"{name}.qm", FOLDER / f"{name}.qm"
            assert made.read_bytes() == kept.read_bytes(), "python -m resources.translations compile"


def test_every_place_for_a_value_stands_in_the_english() -> None:
    for (context, source, _), forms in translations("tacnghiep_en").items():
        for form in forms:
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(source)), (context, source)


def test_english_keeps_keys_and_the_space_at_either_end() -> None:
    for (context, source, _), forms in translations("tacnghiep_en").items():
        for form in forms:
            assert form.count("&") == source.count("&"), (context, source)
            assert (form[0].isspace(), form[-1].isspace()) == (source[0].isspace(), source[-1].isspace()), source


def test_keys_that_are_apart_in_vietnamese_are_apart_in_english() -> None:
    keys: dict[tuple[str, str], dict[str, str]] = {}
    for (context, source, _), forms in translations("tacnghiep_en").items():
        if "&" in source and (key := _key(forms[0])) not in APART.get(context, ""):
            keys.setdefault((context, key), {})[source] = _key(source)
    assert [place for place, sources in keys.items() if len(set(sources.values())) > 1] == []


def _key(text: str) -> str:
    return text[text.index("&") + 1].lower()


def test_english_is_english() -> None:
    for (context, source, _), forms in translations("tacnghiep_en").items():
        said = " ".join(forms).replace("Tác nghiệp", "")
        assert not VIETNAMESE.search(said) or context in KEPT, (context, source)


def test_what_is_loaded_says_what_the_files_say(english: Languages) -> None:
    for (context, source, comment), forms in translations("tacnghiep_en").items():
        if "%n" in source:
            said = [QCoreApplication.translate(context, source, comment, n) for n in (1, 2)]
            assert said == [form.replace("%n", str(n)) for form, n in zip(forms, (1, 2), strict=True)]
        else:
            assert QCoreApplication.translate(context, source, comment) == forms[0]


def test_a_text_of_a_base_class_is_found_through_the_class_that_shows_it(english: Languages) -> None:
    class FormDialog(QObject):
        def cancel(self) -> str:
            return self.tr("Hủ&y")

    class Shown(FormDialog):
        pass

    assert Shown().cancel() == "Ca&ncel"


def test_every_vietnamese_text_of_the_windows_is_read() -> None:
    known = {source for _, source, _ in read_all()}
    unread = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sources()
        if not any(str(path.relative_to(ROOT)).startswith(place) for place in PAPER)
        for line, text in _literals(ast.parse(path.read_text(encoding="utf-8")))
        if VIETNAMESE.search(text) and text not in known | ITSELF and not text.startswith("Không có màn hình")
    ]
    assert unread == []


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every written text but the docstrings."""
    spoken = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spoken:
            yield node.lineno, node.value


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('class A:\n def f(self): self.tr("một")', [("A", "một")]),
        ('translate("C", "một")', [("C", "một")]),
        ('QCoreApplication.translate("C", "%n một", None, len(a.b) // 2)', [("C", "%n một")]),
        ('X = {"a": QT_TRANSLATE_NOOP("C", "một")}; translate("C", X["a"])', [("C", "một")]),
        ('translate("C", "một") if a else translate("C", "hai")', [("C", "một"), ("C", "hai")]),
        ('translate("C", "một " "hai")', [("C", "một hai")]),
    ],
)
def test_texts_are_read_however_they_are_called(source: str, found: list[tuple[str, str]]) -> None:
    assert [(text.context, text.source) for text in texts(source)] == found


@pytest.mark.parametrize(
    "source",
    ['translate("C", f"một {x}")', 'translate("C", "một" + x)', 'translate("C", "a" if x else "b")', 'self.tr("một")'],
)
def test_a_text_that_cannot_be_looked_up_is_told(source: str) -> None:
    with pytest.raises(Unreadable):
        texts(source)


def test_a_counted_text_has_its_forms() -> None:
    for language, forms in FORMS.items():
        counted = {k: v for k, v in translations(f"tacnghiep_{language}").items() if "%n" in k[1]}
        assert counted
        assert {len(v) for v in counted.values()} == {forms}


def test_the_offices_names_are_marked_for_translation() -> None:
    names = {
        *documents.STATE_TYPES.values(),
        *documents.PARTY_TYPES.values(),
        *documents.URGENCY_NAMES,
        *documents.DELIVERY_NAMES.values(),
        *documents.COPY_TYPES.values(),
    }
    assert names == set(office_words.NAMES)


async def test_the_windows_say_nothing_in_vietnamese_but_data_and_no_key_twice(
    english: Languages, tmp_path: Path
) -> None:
    vietnamese = {s.replace("&", "") for (_, s, _), forms in translations("tacnghiep_en").items() if s not in forms}
    stays = _stays()
    odd: list[str] = []
    twice: list[str] = []
    seen: set[str] = set()
    async for shown in every_window(tmp_path):
        data = json.dumps([shown.office.objects, shown.office.history_acts], ensure_ascii=False) + stays
        words = {word.casefold() for word in WORD.findall(data)}
        for text in set(_spoken(shown.window)) - seen:
            seen.add(text)
            strange = [w for w in WORD.findall(text) if VIETNAMESE.search(w) and w.casefold() not in words]
            # A name in the data may happen to be a text of the catalogue: "Báo cáo" is a task's product.
            if strange or (text.replace("&", "") in vietnamese and f'"{text}"' not in data):
                odd.append(f"{shown.name}: {text}")
        keys = Counter(_keys(shown.window))
        assert keys or not isinstance(shown.window, QDialog), shown.name
        twice += [f"{shown.name}: Alt+{key}" for key, count in keys.items() if count > 1]
    assert odd == []
    assert twice == []
    assert len(seen) > 500


def _keys(window: QWidget) -> Iterator[str]:
    for kind in (QAbstractButton, QLabel):
        for one in window.findChildren(kind):
            if one.isVisibleTo(window) and (isinstance(one, QAbstractButton) or one.buddy() is not None):
                yield from (found.upper() for found in re.findall(r"&(\w)", one.text()))


def _stays() -> str:
    """What is Vietnamese in every language: judged signatures, words written on documents, codes, names."""
    kept = [source for (_, source, _), forms in translations("tacnghiep_en").items() if source in forms]
    paper = [text for _, text in _literals(ast.parse((ROOT / "desktop/presenters/recipients.py").read_text("utf-8")))]
    judged = json.dumps(VALID.to_json(), ensure_ascii=False)
    return "\n".join([judged, *kept, *paper, *ITSELF, *documents.STATE_TYPES, *documents.PARTY_TYPES])


def _spoken(window: QWidget) -> Iterator[str]:
    """Every text of a window: shown, spoken, hinted, or waiting in a menu or a list."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(n) for n in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(n) for n in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            yield from _listed(widget)
        for action in widget.actions():
            yield from (action.text(), action.toolTip())


def _listed(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    # A list model's count of columns is not to be called from outside.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    roles = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole]
    for row in range(model.rowCount(QModelIndex())):
        for column in range(columns):
            index = model.index(row, column)
            for role in (*roles, *(Qt.ItemDataRole.UserRole + n for n in range(3))):
                yield from _texts_in(index.data(role))
    for place in range(columns):
        yield from _texts_in(model.headerData(place, Qt.Orientation.Horizontal))
    for place in range(model.rowCount(QModelIndex())):
        yield from _texts_in(model.headerData(place, Qt.Orientation.Vertical))


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts_in(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts_in(getattr(value, field.name))
