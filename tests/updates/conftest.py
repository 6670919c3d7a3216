"""What the tests of updates share: an office that publishes, the window's application, lanes."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from desktop.lanes import Lanes
from tests.widgets.conftest import application, theme

__all__ = ["application", "lanes", "theme"]


@pytest_asyncio.fixture
async def lanes() -> AsyncIterator[Lanes]:
    made = Lanes()
    yield made
    assert made.close()
