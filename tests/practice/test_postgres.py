"""The same central on PostgreSQL: what a province would run it on."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.practice import schema
from desktop.practice.store import Store
from tests.office.postgres import postgres_url  # noqa: F401  # a fixture is found by its name in the module
from tests.practice.conftest import Town, running
from tests.practice.little import CLERK, INCOMING, OFFICE, SPECIALIST, act


@pytest.fixture
def town(postgres_url: str, tmp_path: Path) -> Iterator[Town]:  # noqa: F811
    """A running central on PostgreSQL, empty before."""
    store = Store.open(postgres_url)
    schema.metadata.drop_all(store.engine)
    store.close()
    yield from running(postgres_url, tmp_path, size=60)


def test_a_day_in_short(town: Town) -> None:
    mai, duc = town.visit("mai"), town.visit("duc")
    state = mai.state("Handling"), duc.state("Document")
    sent = act("receive", CLERK, "side-1", {"registerId": INCOMING})
    first = mai.act(sent)
    assert (first["outcome"], mai.act(sent)) == ("accepted", first)
    assert mai.act({**sent, "payload": {"registerId": INCOMING, "number": 42}})["type"] == "alreadyExists"
    lead = {"unitId": OFFICE, "personId": SPECIALIST}
    assert mai.act(act("transfer", CLERK, "side-1", {"lead": lead}))["outcome"] == "accepted"
    assert duc.call("Document/changes", sinceState=state[1])["created"] == ["doc-1"]
    changes = mai.call("Handling/changes", sinceState=state[0])
    assert (changes["updated"], len(changes["created"])) == (["side-1"], 1)
    newest = [{"property": "updatedAt", "isAscending": False}]
    query, got = mai.calls(
        ["Document/query", {"accountId": mai.id, "sort": newest, "calculateTotal": True}, "q"],
        [
            "Document/get",
            {"accountId": mai.id, "#ids": {"resultOf": "q", "name": "Document/query", "path": "/ids"}},
            "g",
        ],
    )
    assert (query[1]["total"], len(got[1]["list"])) == (60, 60)
    assert mai.http.get(mai.blob_url(got[1]["list"][0]["file"]["blobId"])).status_code == 200


def test_numbers_are_never_given_twice(town: Town) -> None:
    sent = [act("receive", CLERK, f"side-{n}", {"registerId": INCOMING}) for n in range(1, 41)]
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda given: town.central.act(CLERK, given), sent))
    assert {r["outcome"] for r in results} == {"accepted"}
    mai = town.visit("mai")
    sides = mai.call("Handling/get", ids=[f"side-{n}" for n in range(1, 41)])["list"]
    assert sorted(s["arrivalNumber"] for s in sides) == list(range(44, 84))
    assert sorted(r["seq"] for r in results) == list(range(1, 41))
