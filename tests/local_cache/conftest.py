"""A real store in a folder of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local_cache import Cache, MasterKey, open_cache
from tests.office.small_disk import mounted


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
    """A real file system of 3 MB."""
    with mounted(tmp_path / "small", 3) as point:
        yield point
