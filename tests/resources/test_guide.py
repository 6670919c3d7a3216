"""The administrator's guide: nothing that can be set, asked for or installed is missing in either language."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from desktop.__main__ import _parser
from desktop.findings import Finding
from desktop.session.settings import SETTINGS
from desktop.support import parts
from resources import help as pages
from resources.installer import registration
from tests.resources.guide_tables import SUBJECT, settings_page

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("vi", "en")


def guide(language: str) -> str:
    return "\n".join(page.text for page in pages.guide(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_settings_is_the_declaration(language: str) -> None:
    said = pages.page(SUBJECT, language).text
    assert said == settings_page(language), "run: python -m tests.resources.guide_tables"
    for setting in SETTINGS:
        assert f"| `{setting.name}` " in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_is_named(language: str) -> None:
    said = guide(language)
    commands = next(one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction))
    for name, parser in commands.choices.items():
        assert f"tacnghiep {name}" in said, name
        options = [option for action in parser._actions for option in action.option_strings]
        missing = [option for option in options if option not in ("-h", "--help") and option not in said]
        assert not missing, (name, missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_of_the_msi_is_named(language: str) -> None:
    said = pages.page("admin-install", language).text
    for option in registration.OPTIONS:
        name, words = option.part.name, (*option.words, registration.OFF)
        row = next(line for line in said.splitlines() if line.startswith(f"| `{name}` |"))
        assert [word for word in words if f"`{word}`" not in row] == [], name
        assert f"`/{name}=`" in said
    assert "`INSTALLFOLDER`" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exit_status_of_setup_is_said(language: str) -> None:
    said = pages.page("admin-install", language).text
    source = (ROOT / "resources/installer/setup.nsi").read_text("utf-8")
    codes = re.findall(r"^!define \w+_CODE (\d+)$", source, re.MULTILINE)
    assert len(codes) >= 5
    assert [code for code in codes if f"\n| {code} | " not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_report_is_named(language: str) -> None:
    said = pages.page("admin-support", language).text
    for name in (
        "doc-truoc.txt",
        "kiem-tra.txt",
        "kiem-tra.json",
        "may.json",
        "cai-dat.json",
        "ho-so.json",
        "kho.json",
    ):
        assert f"`{name}`" in said
    assert f"{parts.MOST_LOG // 1_000_000} MB" in said


def test_both_languages_have_the_same_names() -> None:
    """What stands between backticks is typed as it is: alike in both, but for examples' file names and places."""
    for subject in pages.ADMINISTRATORS:
        vi, en = (re.findall(r"(?<!`)`([^`\n]+)`(?!`)", pages.page(subject, language).text) for language in LANGUAGES)
        assert len(vi) == len(en), subject


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_follows_a_command_at_once(language: str) -> None:
    """The help window would draw its first cell as a part of the command."""
    assert [page.subject for page in pages.guide(language) if "```\n\n|" in page.text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_diagnosis_is_named(language: str) -> None:
    said = pages.page("admin-support", language).text
    named = re.findall(r'"(\w+)"', (Finding.__doc__ or "").partition("level:")[0])
    assert len(named) >= 10
    row = next(line for line in said.splitlines() if line.startswith("| `part` |"))
    assert [part for part in named if part not in row] == []
