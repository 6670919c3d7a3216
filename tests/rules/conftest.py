"""The small office, fresh for each test."""

from __future__ import annotations

import pytest

from tests.rules.small_office import SmallOffice


@pytest.fixture
def office() -> SmallOffice:
    return SmallOffice()
