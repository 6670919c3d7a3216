"""A person's session on a machine: a D-Bus and a real keyring of its own, unlocked, in a folder that is their home."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def start(home: Path, *command: object) -> subprocess.Popen[str]:
    """Run a command in such a session; whoever shares the home shares the keyring."""
    if not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")):
        pytest.skip("no gnome-keyring here")
    environment = {
        **os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_RUNTIME_DIR": str(home),
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    unlocked = 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'
    return subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", unlocked, "sh", *map(str, command)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
