"""What presenters' tests share: the widgets' application, signing's PKI and tokens, two keys, and the signing desk."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QApplication

from desktop.lanes import Lanes
from signing.software import SoftwareKey
from tests.presenters.signing_bench import Benches
from tests.presenters.signing_office import LEADER
from tests.signing.conftest import (
    agency,
    agent,
    card_agent,
    hsm,
    issued,
    leader,
    pki,
    reader,
    readers,
    served,
    trust,
)  # fmt: skip
from tests.signing.office_pki import Served
from tests.widgets.conftest import application, theme
from widgets.theme import Theme

__all__ = [
    "agency", "agent", "application", "card_agent", "hsm", "issued", "leader", "pki", "reader", "readers", "served",
    "theme", "trust",
]  # fmt: skip


@pytest.fixture(scope="session")
def hoa(served: Served) -> SoftwareKey:
    """The leader's own key."""
    return served.pki.issue(LEADER)


@pytest.fixture(scope="session")
def organ(served: Served) -> SoftwareKey:
    """The organ's key, which the keeper of its seal has."""
    return served.pki.issue("Đảng ủy xã An Phú")


@pytest_asyncio.fixture
async def lanes(application: QApplication) -> AsyncIterator[Lanes]:
    made = Lanes()
    yield made
    assert made.close()


@pytest_asyncio.fixture
async def bench(application: QApplication, theme: Theme) -> AsyncIterator[Benches]:
    made = Benches()
    yield made
    await made.close()
