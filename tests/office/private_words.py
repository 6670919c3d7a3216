"""What a practice office knows that must never be in a log or a report: names, subjects, numbers, words, passwords."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.practice.people import PASSWORD, PIN
from desktop.practice.store import Store, sqlite_url

_WORDS = ("subject", "notation", "title", "name", "description", "text", "reason", "note", "directive", "issuer")


def private_words(office: Path) -> set[str]:
    """Every word of that kind in the office's database, which is closed."""
    store = Store.open(sqlite_url(office / "office.db"))
    found = {PASSWORD, PIN}
    try:
        with store.reading() as reading:
            for type_name in ("Person", "Document", "Task", "ScheduleEntry", "Act"):
                for one in reading.all_of(type_name):
                    found |= set(_words(one))
    finally:
        store.close()
    # A short word stands in others, and says nothing.
    return {word for word in found if len(word) >= 6}


def _words(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _words(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each, key)
    elif isinstance(value, str) and key in _WORDS:
        yield value.strip()
