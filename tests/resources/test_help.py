"""The help pages: every subject in both languages, every picture there, no key named that does not exist."""

from __future__ import annotations

import re

import pytest

from resources import help as pages


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("subject", [*pages.SUBJECTS, *pages.ADMINISTRATORS])
def test_every_subject_stands_in_both_languages(subject: str, language: str) -> None:
    assert (pages.FOLDER / language / f"{subject}.md").is_file()
    assert pages.page(subject, language).title


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_picture_is_there(language: str) -> None:
    named = {name for page in pages.pages(language) for name in re.findall(r"\]\(([^)]+\.png)\)", page.text)}
    assert named
    assert not [name for name in named if not (pages.PICTURES / name).is_file()]


def test_an_unknown_subject_is_said_so() -> None:
    with pytest.raises(KeyError):
        pages.page("khong-co", "vi")


def test_both_languages_say_the_same_things() -> None:
    """Headings, lists, tables and pictures stand alike: a page changed in one language alone is found."""

    def shape(text: str) -> list[str]:
        return [re.match(r"[#\-|!]|\d+\.|", line).group() for line in text.splitlines() if line]  # type: ignore[union-attr]

    for subject in (*pages.SUBJECTS, *pages.ADMINISTRATORS):
        assert shape(pages.page(subject, "vi").text) == shape(pages.page(subject, "en").text), subject
