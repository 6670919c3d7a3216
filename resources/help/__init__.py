"""The help pages: Markdown, one file a subject, the same subjects in each language. Knows nobody."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SUBJECTS: tuple[str, ...] = (
    "start", "incoming", "outgoing", "remarks", "signing", "places", "batch", "organ", "tokens", "stamps", "checking",
    "tasks", "schedule", "offline", "keys", "trouble",
)  # fmt: skip
ADMINISTRATORS: tuple[str, ...] = (
    "administrators", "admin-install", "admin-policies", "admin-settings", "admin-network", "admin-updates",
    "admin-data", "admin-support", "admin-checklist",
)  # fmt: skip
"""The administrator's guide: pages like the others, below a heading of their own."""
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
    if subject not in SUBJECTS and subject not in ADMINISTRATORS:
        raise KeyError(subject)
    path = FOLDER / language / f"{subject}.md"
    text = (path if path.exists() else FOLDER / "vi" / f"{subject}.md").read_text(encoding="utf-8")
    return Page(subject, text.splitlines()[0].lstrip("# "), text)


def pages(language: str) -> list[Page]:
    """All pages for those who work with the program, in reading order."""
    return [page(subject, language) for subject in SUBJECTS]


def guide(language: str) -> list[Page]:
    """All pages for administrators, in reading order."""
    return [page(subject, language) for subject in ADMINISTRATORS]
