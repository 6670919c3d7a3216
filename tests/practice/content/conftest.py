"""One practice authority and one office for all tests of what the practice office holds: both take seconds to make."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.office.world import VIETNAM
from desktop.practice.pki import PracticePki
from desktop.practice.seed import Seed, office

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, 31, tzinfo=VIETNAM)
URL = "http://127.0.0.1:8647/pki"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("practice")


@pytest.fixture(scope="session")
def pki(folder: Path) -> PracticePki:
    return PracticePki(folder / "pki", URL)


@pytest.fixture(scope="session")
def seed(folder: Path, pki: PracticePki) -> Seed:
    return office(120, TODAY, folder, now=NOW, pki=pki)
