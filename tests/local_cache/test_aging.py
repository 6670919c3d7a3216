"""What is old: told by what the central gave, whatever unsent acts show; and which files nothing names any more."""

from __future__ import annotations

from typing import Any

import pytest

from local_cache import Age, Cache, Named

SINCE = "2024-01-01T00:00:00Z"
DONE = frozenset({"done"})
AGE = Age("Handling", "updated_at", SINCE, DONE)
BY_HANDLING = Named("Handling", "document_id", "Document")


def side(n: int, state: str, updated: str, document: str | None = None) -> dict[str, Any]:
    return {"id": f"s{n}", "state": state, "updatedAt": updated, "documentId": document, "revision": n}


@pytest.fixture
def filled(cache: Cache) -> Cache:
    with cache.writing() as tx:
        tx.put(
            "Handling",
            [
                side(1, "done", "2023-05-01T00:00:00Z", "d1"),
                side(2, "toHandle", "2023-05-01T00:00:00Z", "d2"),
                side(3, "done", "2024-05-01T00:00:00Z", "d3"),
                side(4, "unheardOf", "2020-05-01T00:00:00Z", "d4"),
            ],
        )
    return cache


def test_recent_and_unfinished_is_inside(filled: Cache) -> None:
    assert filled.aging.within(AGE) == {"s2", "s3", "s4"}
    assert filled.aging.size(AGE) == 3
    assert filled.aging.beyond(AGE) == ["s1"]
    everything = Age("Handling", "updated_at", "", DONE)
    assert (filled.aging.size(everything), filled.aging.beyond(everything)) == (4, [])


def test_unsent_acts_age_nothing_and_hold_what_they_lie_on(filled: Cache) -> None:
    now = "2024-06-01T00:00:00Z"
    laid = {"s1": side(1, "toHandle", now), "s2": side(2, "done", "2023-05-02T00:00:00Z"), "s9": side(9, "done", now)}
    filled.objects.set_overlay("Handling", laid)
    assert filled.aging.within(AGE) == {"s2", "s3", "s4"}
    assert filled.aging.size(AGE) == 3
    assert filled.aging.beyond(AGE) == []
    assert filled.aging.revisions("Handling", ["s1", "s2", "s9"]) == {"s1": 1, "s2": 2}


def test_what_is_named_is_held_and_what_is_missing_is_known(filled: Cache) -> None:
    old = {"state": "issued", "updatedAt": "2020-01-01T00:00:00Z", "revision": 1}
    filled.objects.put("Document", [{"id": "d1", **old}, {"id": "d7", **old}])
    age = Age("Document", "updated_at", SINCE, frozenset({"issued"}))
    assert filled.aging.beyond(age) == ["d1", "d7"]
    assert filled.aging.beyond(age, [BY_HANDLING]) == ["d7"]
    assert filled.aging.beyond(age, [BY_HANDLING], (0, 1)) == []
    assert sorted(filled.aging.missing(BY_HANDLING)) == ["d2", "d3", "d4"]
    assert filled.aging.lacking("Document", ["d1", "d2", "d7"]) == ["d2"]


def test_files_are_known_by_whoever_still_names_them(cache: Cache) -> None:
    a, b, c = "a" * 64, "b" * 64, "c" * 64
    cache.objects.put(
        "Document",
        [
            {"id": "d1", "file": {"digest": a}, "attachments": [{"digest": b}, {"digest": c}], "revision": 1},
            {"id": "d2", "file": {"digest": b}, "attachments": [], "revision": 1},
            {"id": "d3", "file": None, "attachments": [{"digest": c}], "deliveries": [{}], "revision": 4},
        ],
    )
    assert cache.aging.files("Document", ["d1"]) == {a, b, c}
    assert cache.aging.still_named({a, b, c}, ["d1"]) == {b, c}
    assert cache.aging.still_named({a, b, c}, ["d1", "d2", "d3"]) == set()
    assert cache.aging.revisions("Document", ["d1", "d3", "d9"]) == {"d1": 1, "d3": -1}


def test_types_nobody_knows_have_revisions_too(cache: Cache) -> None:
    cache.objects.put("Mailbox", [{"id": "m1", "revision": 3}, {"id": "m2"}])
    assert cache.aging.revisions("Mailbox", ["m1", "m2", "m3"]) == {"m1": 3, "m2": 0}
