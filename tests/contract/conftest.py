"""The servers, each started once, when a test first asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.central.jmap import Central
from desktop.practice import schema
from desktop.practice.store import Store, sqlite_url
from tests.contract.servers import Mail, Ours, Server, Wire, core, ours
from tests.office.cyrus import Cyrus, cyrus
from tests.office.postgres import postgres_url

__all__ = ["cyrus", "postgres_url"]

NAMES = ("sqlite", "postgres", "cyrus")
READ: list[tuple[str, str]] = [(name, t) for name in NAMES[:2] for t in Ours.sorts]
READ += [("cyrus", t) for t in Mail.sorts]
HELD: list[tuple[str, str]] = [(name, Ours.holds) for name in NAMES[:2]]
HELD += [("cyrus", Mail.holds)]


@pytest.fixture(scope="session")
def sqlite_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("sqlite-office")
    with ours("sqlite", sqlite_url(folder / "office.db"), folder) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_office(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> Iterator[Server]:
    store = Store.open(postgres_url)
    schema.metadata.drop_all(store.engine)
    store.close()
    with ours("postgres", postgres_url, tmp_path_factory.mktemp("postgres-office")) as server:
        yield server


@pytest.fixture(scope="session")
def mail(cyrus: Cyrus) -> Iterator[Server]:
    server = Mail(cyrus)
    yield server
    server.close()


@pytest.fixture(params=NAMES)
def server(request: pytest.FixtureRequest) -> Server:
    """Each server in turn, or the one that a test's own parameters name."""
    fixtures = {"sqlite": "sqlite_office", "postgres": "postgres_office", "cyrus": "mail"}
    return request.getfixturevalue(fixtures[request.param])


@pytest.fixture
def wire(server: Server) -> Wire:
    """Raw HTTP to it."""
    return Wire(server)


@pytest.fixture
def central(server: Server) -> Iterator[Central]:
    """Our client's core, speaking to it."""
    with core(server) as central:
        yield central
