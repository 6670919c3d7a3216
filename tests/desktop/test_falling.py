"""The program that falls before its windows stand says so: a clerk who clicks the icon is not left with nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import application, one_instance
from desktop.presenters.crashing import Crashes
from desktop.start_request import StartRequest

class Door:
    def __init__(self, held, asked):
        raise RuntimeError("nothing of it")

def tell(self, error, real=Crashes.tell):
    real(self, error)
    assert self.window is not None and self.window.isVisible()
    print("told", type(error).__name__, flush=True)
    QTimer.singleShot(50, self.window.close)

one_instance.Door = Door
Crashes.tell = tell
sys.exit(application.open_window(Path(sys.argv[1]), StartRequest()))
"""


def fallen(folder: Path) -> subprocess.CompletedProcess[str]:
    """A start that comes to nothing."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )


def test_what_was_said_before_the_log_was_open_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "pink"}', "utf-8")
    fallen(tmp_path)
    assert "settings.not_taken theme (own)" in (tmp_path / "logs" / "tacnghiep.log").read_text("utf-8")


def test_what_does_not_come_up_says_so(tmp_path: Path) -> None:
    done = fallen(tmp_path)
    assert done.stdout == "told RuntimeError\n"
    assert done.returncode == 1
