"""A real store in a folder of its own for each test."""

from __future__ import annotations

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
