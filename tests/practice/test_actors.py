"""The other people of the office: what they do by themselves is judged and told like anybody's act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.practice.actors import Actors
from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import Store, sqlite_url
from tests.practice.conftest import Town
from tests.practice.little import (
    CLERK,
    LEADER,
    OFFICE,
    PROVINCE_CLERK,
    PROVINCE_LEADER,
    SPECIALIST,
    LittleSeed,
    act,
    document,
    handling,
)


def paper(n: int) -> dict[str, Any]:
    """A paper that is still to come."""
    made = [act(kind, who, f"doc-{n}") for kind, who in (("approve", PROVINCE_LEADER), ("issue", PROVINCE_CLERK))]
    return {"document": document(n), "handlings": [handling(n)], "acts": made}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A running central with one paper on its way."""
    listening = loopback_socket()
    store = Store.open(sqlite_url(tmp_path / "office.db"))
    central = Central(store, tmp_path, address(listening))
    sow(store, central.blobs, LittleSeed(3, later=[paper(9)]), datetime.now(UTC))
    with RunningServer(create_app(central), central, listening):
        town = Town(central)
        yield town
        town.close()
    central.close()


@pytest.fixture
def actors(town: Town) -> Actors:
    return Actors(town.central, seed=1)


def test_a_paper_arrives_with_how_it_was_signed(town: Town, actors: Actors) -> None:
    mai = town.visit("mai")
    states = {name: mai.state(name) for name in ("Document", "Handling", "Act")}
    deed = actors.step("arrive")
    assert deed is not None
    assert mai.call("Document/changes", sinceState=states["Document"])["created"] == ["doc-9"]
    assert mai.call("Handling/changes", sinceState=states["Handling"])["created"] == ["side-9"]
    assert len(mai.call("Act/changes", sinceState=states["Act"])["created"]) == 2
    side = mai.get("Handling", "side-9")
    assert side is not None
    assert (side["state"], side["arrivedAt"][:4]) == ("toReceive", str(datetime.now(UTC).year))
    assert actors.step("arrive") is None


def test_nobody_does_the_work_of_those_who_are_signed_in(town: Town, actors: Actors) -> None:
    town.visit("mai")
    assert actors.step("receive") is None


def test_people_work_their_way_through_a_paper(town: Town, actors: Actors) -> None:
    for kind, authors in (("receive", {CLERK}), ("transfer", {CLERK, LEADER})):
        deed = actors.step(kind)
        assert deed is not None
        assert deed.author_id in authors
        assert deed.result["outcome"] == "accepted"
    deeds = [actors.step() for _ in range(12)]
    done = [deed for deed in deeds if deed is not None]
    assert {deed.result.get("outcome", "accepted") for deed in done} == {"accepted"}
    assert len(done) > 3


def test_a_lead_reports_on_a_task_and_an_author_submits(town: Town, actors: Actors) -> None:
    task = {
        "title": "Báo cáo quý IV",
        "due": "2027-01-15",
        "tacnghiep:lead": {"unitId": OFFICE, "personId": SPECIALIST},
    }
    given = act("assignTask", LEADER, "task-1", {"task": task})
    assert town.central.act(LEADER, given)["outcome"] == "accepted"
    deed = actors.step("report")
    assert deed is not None
    assert (deed.author_id, deed.kind) == (SPECIALIST, "reportProgress")
    duc = town.visit("duc")
    assert (duc.get("Task", "task-1") or {})["tacnghiep:reports"][0]["byId"] == SPECIALIST
    assert actors.step("submit") is None


def test_the_same_seed_draws_the_same(town: Town) -> None:
    assert [Actors(town.central, 7)._drawn() for _ in range(2)] == [Actors(town.central, 7)._drawn()] * 2
