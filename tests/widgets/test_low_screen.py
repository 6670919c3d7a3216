"""A screen of 1366x768 at 200 % is one of 683x384: every dialog fits on it, its button and its warnings in sight."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_dialogs_fit_on_a_low_screen_at_200_percent(tmp_path: Path, language: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.widgets.low_screen", str(tmp_path), language],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {}
