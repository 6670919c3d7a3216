"""A real file system of so many megabytes, to be filled."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(point: Path, megabytes: int) -> Iterator[Path]:
    """One at ``point``, which is made where it is missing; only root may."""
    if sys.platform == "win32":
        pytest.skip("disks are mounted otherwise here")
    point.mkdir(exist_ok=True)
    options = ["-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs"]
    if subprocess.run(["mount", *options, str(point)], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount here")
    try:
        yield point
    finally:
        subprocess.run(["umount", "-l", str(point)], check=True)
