"""The help pages: Markdown, one file a subject, the same subjects in each language. Knows nobody."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SUBJECTS: tuple[str, ...] = (
    "start", "incoming", "outgoing", "remarks", "signing", "places", "batch", "organ", "tokens", "stamps", "checking",
    "tasks", "schedule", "offline", "keys", "trouble", "policies",
)  # fmt: skip
PICTURES = FOLDER / "pictures"


@dataclass(frozen=True)
class Page:
    """One help page; its title is the first heading of its text."""

    subject: str
    title: str
    text: str


def page(subject: str, language: str) -> Page:
    """A page in the language, in Vietnamese where that language has none.

    Raises:
        KeyError: there is no such subject.
    """
    if subject not in SUBJECTS:
        raise KeyError(subject)
    path = FOLDER / language / f"{subject}.md"
    text = (path if path.exists() else FOLDER / "vi" / f"{subject}.md").read_text(encoding="utf-8")
    return Page(subject, text.splitlines()[0].lstrip("# "), text)


def pages(language: str) -> list[Page]:
    """All pages, in reading order."""
    return [page(subject, language) for subject in SUBJECTS]
