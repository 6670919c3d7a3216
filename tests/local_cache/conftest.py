"""A real store in a folder of its own for each test."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_cache import Cache, MasterKey, open_cache


@pytest.fixture
def key() -> MasterKey:
    return MasterKey(bytes(range(32)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "hồ sơ máy" / "profile"


@pytest.fixture
def cache(folder: Path, key: MasterKey) -> Iterator[Cache]:
    with open_cache(folder, key) as opened:
        yield opened


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 3 MB, where the system lets us make one."""
    point = tmp_path / "small"
    point.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(point)], capture_output=True)
    if made.returncode:
        pytest.skip("no right to mount here")
    try:
        yield point
    finally:
        subprocess.run(["umount", "-l", str(point)], check=True)
