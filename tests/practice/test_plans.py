"""What the central's hot statements cost does not grow with what is stored: asked of PostgreSQL, at two sizes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, insert, text
from uuid_utils import uuid7

from desktop.office.acts import KINDS
from desktop.practice import schema
from desktop.practice.acts import ActDesk
from desktop.practice.nation import File, Nation, Plan
from desktop.practice.national import seed
from desktop.practice.oauth import SignIn, digest
from desktop.practice.reading import Reading
from desktop.practice.schemas import Shapes
from desktop.practice.store import Store
from tests.office.postgres import postgres_url  # noqa: F401  # a fixture is found by its name in the module
from tests.practice.plans import Plans, watching

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
PLANS = (Plan(480, 80, 1_500, NOW), Plan(2_880, 480, 9_000, NOW))
"""Six times as much of everything: an organ has as many people and papers in both."""

GROWING = {"thing", "audience", "latest", "principal", "blob_use", "act_content", "account", "token", "grant_of_number"}
TOKENS = 2_000


@dataclass
class Town:
    """One store, and a clerk in it."""

    store: Store
    nation: Nation

    @property
    def clerk(self) -> int:
        """The first clerk of a commune's organ in the middle."""
        return self.nation.members(self.nation.plan.units // 2)[0]

    @property
    def clerk_id(self) -> str:
        return self.nation.person_id(self.clerk)


@pytest.fixture(scope="module")
def towns(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Town]]:  # noqa: F811
    """The small one and the large one."""
    found: list[Town] = []
    for n, plan in enumerate(PLANS):
        found.append(_town(postgres_url, f"plans{n}", plan, tmp_path_factory.mktemp("plans")))
    yield found
    for town in found:
        town.store.close()


def _town(server: str, name: str, plan: Plan, folder: Path) -> Town:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    url = server.rpartition("/")[0] + f"/{name}"
    seed(url, folder, plan, lambda _line: None)
    store = Store.open(url)
    town = Town(store, Nation(plan, [File("sha256-" + "0" * 64, 1)]))
    rows = [_token(n, town.clerk_id) for n in range(TOKENS * plan.units // 80)]
    with store.engine.begin() as connection:
        connection.execute(insert(schema.token), rows)
        connection.execute(text("ANALYZE"))
    return town


def _token(n: int, person: str) -> dict[str, Any]:
    now = int(time.time())
    return {
        "access": digest(f"access-{n}"), "refresh": digest(f"refresh-{n}"), "family": str(n), "person_id": person,
        "client_id": "tacnghiep-desktop", "scope": "office", "issued": now, "expires": now + 3600,
        "refresh_expires": now + 86400, "parent": None, "spent": False, "revoked": False,
    }  # fmt: skip


def newest(reading: Reading, person_id: str, type_name: str, back: int) -> int:
    """The number of the change that lies so many before the newest that a person sees of a type."""
    viewer = reading.viewer(person_id)
    assert viewer is not None
    statement = text(
        "SELECT changed FROM audience WHERE principal = ANY(:mine) AND type = :type ORDER BY changed DESC OFFSET :back"
    )
    given = {"mine": list(viewer.numbers), "type": schema.TYPE_NUMBER[type_name], "back": back}
    return reading.connection.execute(statement, given).scalars().first() or 0


def delta(town: Town, reading: Reading) -> None:
    """Five changes of each kind, and the objects."""
    viewer = reading.viewer(town.clerk_id)
    assert viewer is not None
    for type_name in schema.TYPES:
        since = newest(reading, town.clerk_id, type_name, 5)
        found = reading.changes(viewer, type_name, since, 100)
        reading.texts(viewer, type_name, [*found.created, *found.updated][:5])


def comparing(town: Town, reading: Reading) -> None:
    """A count for each type, but those that everybody sees: their count is kept."""
    viewer = reading.viewer(town.clerk_id)
    assert viewer is not None
    for type_name in ("Document", "Handling", "Register", "Task", "ScheduleEntry"):
        reading.count(viewer, type_name, None)


def nothing_new(town: Town, reading: Reading) -> None:
    """A sync without changes."""
    viewer = reading.viewer(town.clerk_id)
    assert viewer is not None
    for type_name, change in reading.newest(viewer).items():
        assert not reading.changes(viewer, type_name, change, 100).created


def file_opened(town: Town, reading: Reading) -> None:
    """Whether somebody may read a file that many papers share."""
    viewer = reading.viewer(town.clerk_id)
    assert viewer is not None
    (paper,) = reading.ordered(viewer, "Document", None, [], 1)
    document = reading.get("Document", paper)
    assert document is not None
    with watching(town.store.engine) as plans:
        assert reading.may_read_blob(viewer, document["file"]["blobId"])
    raise _Watched(plans)


def in_a_snapshot(work: Callable[[Town, Reading], None]) -> Callable[[Town], None]:
    """As a request would do it, whose person has asked before."""

    def run(town: Town) -> None:
        with town.store.reading() as reading:
            work(town, reading)

    run.__name__ = work.__name__
    return run


def tokens_used(town: Town) -> None:
    """A visit's tokens and session."""
    sign_in = SignIn(town.store)
    assert sign_in.find_access("access-7")
    assert sign_in.use_refresh("refresh-8")
    assert sign_in.username_of(town.clerk_id) == town.clerk_id


def page_shown(town: Town) -> None:
    """The sign-in page's people."""
    with town.store.reading() as reading:
        statement = text("SELECT * FROM account ORDER BY username LIMIT 200")
        assert len(reading.connection.execute(statement).all()) == 200


def received(town: Town) -> None:
    """One paper registered by its clerk, with all that follows."""
    nation = town.nation
    side = nation.paper(nation.plan.documents - 1).handlings[0]
    organ = side["organId"]
    clerk = next(n for n in range(nation.plan.accounts) if nation.organ_id(nation.organ_of(n)) == organ)
    given = {
        "id": str(uuid7()), "kind": "receive",
        "authorId": nation.person_id(clerk), "subjectType": KINDS["receive"],
        "positionId": nation.position_id(clerk), "subjectId": side["id"], "documentId": None,
        "claimedAt": "2026-11-20T02:00:00Z", "payload": {"registerId": f"{organ}-den"},
        "basedOn": {"revision": None, "digest": None}, "dependsOn": [],
    }  # fmt: skip
    desk = ActDesk(town.store, Shapes())
    with watching(town.store.engine) as plans:
        result, _touched = desk.take(nation.person_id(clerk), given)
    assert result["outcome"] == "accepted"
    raise _Watched(plans)


class _Watched(Exception):
    """What was watched already, without what it took to prepare."""

    def __init__(self, plans: Plans) -> None:
        super().__init__()
        self.plans = plans


def cost(town: Town, work: Callable[[Town], None]) -> Plans:
    """What the work's own statements cost, once everything is warm."""
    with town.store.reading() as reading:
        reading.viewer(town.clerk_id)
    try:
        with watching(town.store.engine) as plans:
            work(town)
    except _Watched as watched:
        return watched.plans
    return plans


@pytest.mark.parametrize(
    ("work", "most"),
    [
        (in_a_snapshot(nothing_new), 60),
        (in_a_snapshot(delta), 1200),
        (in_a_snapshot(comparing), 300),
        (in_a_snapshot(file_opened), 2500),
        (tokens_used, 60),
        (page_shown, 250),
        (received, 900),
    ],
    ids=lambda given: getattr(given, "__name__", None),
)
def test_cost_follows_the_work(towns: list[Town], work: Callable[[Town], None], most: int) -> None:
    small, large = (cost(town, work) for town in towns)
    assert large.found
    told = [(plan.buffers, plan.statement) for plan in large.found if plan.scanned & GROWING]
    assert told == []
    # Six times as much is stored: a tree may be one level deeper, no more.
    assert large.buffers <= 1.6 * small.buffers + 30, (small.buffers, large.buffers)
    assert large.buffers <= most
