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


BARRED = """
import sys
from pathlib import Path
from desktop import application
from desktop.session import settings
from desktop.session.policy import Layer
from desktop.start_request import StartRequest

settings.read_layers = lambda: [Layer("policy", {"startWithSystem": False})]
sys.exit(application.open_window(Path(sys.argv[1]), StartRequest(), hidden=True))
"""

PLAYED = """
import sys
from pathlib import Path
from desktop import day
from desktop.day.morning import Morning

async def fall(self):
    raise RuntimeError("nothing of it")

Morning.run = fall
sys.exit(day.play(Path(sys.argv[1]) / "day", profile=Path(sys.argv[1])))
"""


def fallen(folder: Path, script: str = SCRIPT) -> subprocess.CompletedProcess[str]:
    """A start that comes to nothing."""
    return subprocess.run(
        [sys.executable, "-c", script, str(folder)],
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


def test_a_played_day_that_falls_waits_for_nobody(tmp_path: Path) -> None:
    # Nobody sits there who would close a window, and who runs it sees the trace.
    assert fallen(tmp_path, PLAYED).returncode == 1


def test_what_policy_bars_does_not_start_with_the_system(tmp_path: Path) -> None:
    # The installer's entry for everybody stands there all the same.
    assert fallen(tmp_path, BARRED).returncode == 0
    assert not (tmp_path / "logs" / "tacnghiep.log").exists()
