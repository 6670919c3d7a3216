"""What Qt brings of its own speaks Vietnamese too: its dialogs, and the menus of its fields."""

from __future__ import annotations

import json
import subprocess
import sys

from resources.translations.__main__ import ROOT, translations

STAY = {
    "QGuiApplication": "the direction of writing",
    "QMimeType": "the system says what kinds of files are called",
    "QPageSize": "A4 is A4",
    "QProgressBar": "a number",
    "QShortcut": "keys are called what stands on them",
}
"""Contexts that are the same in every language, and why."""
KEYS = {"Alt+Left", "Alt+Right", "Alt+Up"}


def test_what_qt_brings_speaks_vietnamese_and_has_no_key_twice() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.resources.qt_texts"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert [(where, text) for where, text in found["unsaid"] if where not in STAY and text not in KEYS] == []
    assert found["twice"] == {}


def test_keys_of_what_qt_brings_are_letters_of_a_keyboard() -> None:
    said = [forms[0] for forms in translations("qt_vi").values()]
    assert [text for text in said if "&" in text and not text[text.index("&") + 1].isascii()] == []
    assert len(said) > 300
