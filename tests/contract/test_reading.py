"""/get, /changes, /query and /queryChanges (RFC 8620, 5.1, 5.2, 5.5, 5.6), of every type of every server."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.central.jmap import CORE
from tests.contract.conftest import HELD, READ
from tests.contract.servers import Server, Wire

each_type = pytest.mark.parametrize(("server", "type_name"), READ, indirect=["server"])
each_held = pytest.mark.parametrize(("server", "type_name"), HELD, indirect=["server"])


# -- /get -------------------------------------------------------------------------------------------------------------


@each_type
def test_no_identifiers_give_the_state_alone(server: Server, wire: Wire, type_name: str) -> None:
    got = wire.call(f"{type_name}/get", ids=[])
    assert (got["accountId"], got["list"], got["notFound"]) == (server.account, [], [])
    assert isinstance(got["state"], str)
    assert got["state"] == wire.state(type_name)


@each_type
def test_objects_are_whole_or_as_asked(server: Server, wire: Wire, type_name: str) -> None:
    for object_id in wire.ids(type_name, limit=1):
        [whole] = wire.call(f"{type_name}/get", ids=[object_id])["list"]
        assert whole["id"] == object_id
        assert len(whole) > 2
        some = sorted(set(whole) - {"id"})[0]
        assert wire.call(f"{type_name}/get", ids=[object_id], properties=[some])["list"] == [
            {"id": object_id, some: whole[some]}
        ]
        assert wire.call(f"{type_name}/get", ids=[object_id], properties=[])["list"] == [{"id": object_id}]


@each_type
def test_what_is_not_there_is_said(server: Server, wire: Wire, type_name: str) -> None:
    known = wire.ids(type_name, limit=1)
    got = wire.call(f"{type_name}/get", ids=["no-such", *known, "nor-this"], properties=["id"])
    assert sorted(got["notFound"]) == ["no-such", "nor-this"]
    assert [o["id"] for o in got["list"]] == known


@each_type
def test_an_object_asked_for_twice_comes_once(server: Server, wire: Wire, type_name: str) -> None:
    known = wire.ids(type_name, limit=1)
    times = 3 if type_name in server.differs.repeats else 1
    assert len(wire.call(f"{type_name}/get", ids=known * 3, properties=["id"])["list"]) == times * len(known)


@each_type
def test_null_asks_for_all_or_is_too_much(server: Server, wire: Wire, type_name: str) -> None:
    got = wire.call(f"{type_name}/get", ids=None, properties=["id"])
    if got.get("type") != "requestTooLarge":
        assert sorted(o["id"] for o in got["list"]) == sorted(wire.ids(type_name))


@each_type
def test_more_than_the_limit_is_too_large(server: Server, wire: Wire, type_name: str) -> None:
    most = server.session["capabilities"][CORE]["maxObjectsInGet"]
    call = [f"{type_name}/get", {"accountId": server.account, "ids": [f"x{n}" for n in range(most + 1)]}, "0"]
    answer = wire.post([call]).json()
    if server.differs.too_many:
        assert answer["limit"] == "maxObjectsInGet"
    else:
        assert answer["methodResponses"][0][1]["type"] == "requestTooLarge"
    assert len(wire.call(f"{type_name}/get", ids=[f"x{n}" for n in range(most)])["notFound"]) == most


# -- /changes ---------------------------------------------------------------------------------------------------------


@each_type
def test_nothing_has_changed_since_now(server: Server, wire: Wire, type_name: str) -> None:
    state = wire.state(type_name)
    changes = wire.call(f"{type_name}/changes", sinceState=state)
    assert (changes["oldState"], changes["newState"], changes["hasMoreChanges"]) == (state, state, False)
    assert (changes["created"], changes["updated"], changes["destroyed"]) == ([], [], [])
    assert changes["accountId"] == server.account


@pytest.mark.parametrize("what", ["created", "updated", "destroyed"])
def test_each_change_is_told_under_its_name(server: Server, wire: Wire, what: str) -> None:
    deed = server.deed(what)
    before = wire.state(deed.type)
    object_id = deed.do()
    changes = wire.call(f"{deed.type}/changes", sinceState=before)
    assert {name: changes[name] for name in ("created", "updated", "destroyed")} == {
        "created": [], "updated": [], "destroyed": [], what: [object_id],
    }  # fmt: skip
    assert changes["newState"] == wire.state(deed.type) != before
    assert bool(wire.call(f"{deed.type}/get", ids=[object_id])["list"]) == (what != "destroyed")


def test_what_was_made_and_changed_is_told_once(server: Server, wire: Wire) -> None:
    deed = server.deed("created")
    before = wire.state(deed.type)
    made = [server.deed("created").do() for _ in range(3)]
    changes = wire.call(f"{deed.type}/changes", sinceState=before)
    told = changes["created"] + changes["updated"] + changes["destroyed"]
    assert sorted(told) == sorted(set(told))
    assert set(made) <= set(changes["created"])


def test_many_changes_come_in_pieces_that_reach_the_newest_state(server: Server, wire: Wire) -> None:
    deed = server.deed("created")
    state = wire.state(deed.type)
    made = [server.deed("created").do() for _ in range(7)]
    newest, found = wire.state(deed.type), list[str]()
    for _ in range(20):
        changes = wire.call(f"{deed.type}/changes", sinceState=state, maxChanges=2)
        assert len(changes["created"] + changes["updated"] + changes["destroyed"]) <= 2
        assert changes["oldState"] == state
        found += changes["created"]
        state = changes["newState"]
        if not changes["hasMoreChanges"]:
            break
    assert state == newest
    assert found == made
    assert wire.call(f"{deed.type}/changes", sinceState=state)["created"] == []


@each_type
@pytest.mark.parametrize("rubbish", ["no such state", "999999999999", "ă\u2028", "x" * 5000])
def test_a_state_it_never_gave_cannot_be_continued(server: Server, wire: Wire, type_name: str, rubbish: str) -> None:
    answer = wire.call(f"{type_name}/changes", sinceState=rubbish)
    assert answer.get("type", "") in {"cannotCalculateChanges"} | server.differs.rubbish_state
    assert not any(answer.get(name) for name in ("created", "updated", "destroyed"))


@each_type
def test_a_state_is_needed_and_a_limit_is_positive(server: Server, wire: Wire, type_name: str) -> None:
    state = wire.state(type_name)
    for nothing in ({}, {"sinceState": None}):
        refused = wire.call(f"{type_name}/changes", **nothing)["type"]
        assert refused in {"invalidArguments"} | server.differs.no_state
    for most in (0, -1):
        assert wire.call(f"{type_name}/changes", sinceState=state, maxChanges=most)["type"] == "invalidArguments"


# -- /query -----------------------------------------------------------------------------------------------------------


@each_type
def test_a_query_says_what_it_found_and_in_what_state(server: Server, wire: Wire, type_name: str) -> None:
    found = wire.call(f"{type_name}/query", calculateTotal=True)
    assert found["accountId"] == server.account
    assert isinstance(found["queryState"], str)
    assert isinstance(found["canCalculateChanges"], bool)
    assert (found["position"], found["total"]) == (0, len(found["ids"]))
    assert len(set(found["ids"])) == len(found["ids"])
    assert ("total" in wire.call(f"{type_name}/query")) == server.differs.totals_always


@each_type
def test_a_sort_can_be_turned_round(server: Server, wire: Wire, type_name: str) -> None:
    def sorted_by(up: bool) -> list[Any]:
        sort = [{"property": server.sorts[type_name], "isAscending": up}]
        ids = wire.ids(type_name, sort=sort)
        got = wire.call(f"{type_name}/get", ids=ids, properties=[server.sorts[type_name]])["list"]
        by_id = {o["id"]: o[server.sorts[type_name]] for o in got}
        return [by_id[i] for i in ids]

    up, down = sorted_by(True), sorted_by(False)
    assert up == sorted(up, key=_folded)
    assert down == sorted(down, key=_folded, reverse=True)


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


@each_held
def test_the_same_query_gives_the_same_order(server: Server, wire: Wire, type_name: str) -> None:
    sort = [{"property": server.sorts[type_name], "isAscending": False}]
    assert wire.ids(type_name, sort=sort) == wire.ids(type_name, sort=sort)
    assert len(wire.ids(type_name, sort=sort)) >= 10


@each_held
def test_pages_by_position(server: Server, wire: Wire, type_name: str) -> None:
    sort = [{"property": server.sorts[type_name], "isAscending": False}]
    whole = wire.ids(type_name, sort=sort)

    def page(**given: Any) -> tuple[int, list[str]]:
        found = wire.call(f"{type_name}/query", sort=sort, **given)
        return found["position"], found["ids"]

    assert page(position=0, limit=4) == (0, whole[:4])
    assert page(position=3, limit=4) == (3, whole[3:7])
    assert page(position=3) == (3, whole[3:])
    assert page(position=-2) == (len(whole) - 2, whole[-2:])
    assert page(position=-2, limit=1) == (len(whole) - 2, whole[-2:-1])
    assert page(position=-1_000_000, limit=2) == (0, whole[:2])
    assert page(position=1_000_000)[1] == []
    assert page(limit=0)[1] == []


@each_held
def test_pages_by_anchor(server: Server, wire: Wire, type_name: str) -> None:
    sort = [{"property": server.sorts[type_name], "isAscending": False}]
    whole = wire.ids(type_name, sort=sort)

    def page(**given: Any) -> tuple[int, list[str]]:
        found = wire.call(f"{type_name}/query", sort=sort, **given)
        return found["position"], found["ids"]

    assert page(anchor=whole[5], limit=2) == (5, whole[5:7])
    assert page(anchor=whole[5], anchorOffset=2, limit=2) == (7, whole[7:9])
    assert page(anchor=whole[5], anchorOffset=-3, limit=2) == (2, whole[2:4])
    assert page(anchor=whole[5], anchorOffset=-50, limit=2) == (0, whole[:2])
    # With an anchor, a position is ignored.
    assert page(anchor=whole[5], position=1, limit=1) == (5, whole[5:6])
    assert wire.call(f"{type_name}/query", anchor="no-such", sort=sort)["type"] == "anchorNotFound"


@each_held
def test_the_total_is_the_same_on_every_page(server: Server, wire: Wire, type_name: str) -> None:
    whole = len(wire.ids(type_name))
    for position in (0, 3, -1, 1_000_000):
        found = wire.call(f"{type_name}/query", position=position, limit=1, calculateTotal=True)
        assert found["total"] == whole


@each_type
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"sort": [{"property": "no-such"}]}, "unsupportedSort"),
        ({"limit": -1}, "invalidArguments"),
        ({"position": "first"}, "invalidArguments"),
        ({"sort": "id"}, "invalidArguments"),
        ({"filter": 7}, "invalidArguments"),
    ],
)
def test_what_cannot_be_asked_is_said(
    server: Server, wire: Wire, type_name: str, given: dict[str, Any], expected: str
) -> None:
    assert wire.call(f"{type_name}/query", **given)["type"] == expected


@each_type
def test_a_filter_it_does_not_know_is_refused(server: Server, wire: Wire, type_name: str) -> None:
    answer = wire.call(f"{type_name}/query", filter={"no-such": "x"})
    assert answer["type"] in ("unsupportedFilter", "invalidArguments")


# -- /queryChanges ----------------------------------------------------------------------------------------------------


@each_type
def test_changes_of_a_query_as_far_as_announced(server: Server, wire: Wire, type_name: str) -> None:
    sort = [{"property": server.sorts[type_name], "isAscending": False}]
    query = wire.call(f"{type_name}/query", sort=sort)
    answer = wire.call(f"{type_name}/queryChanges", sort=sort, sinceQueryState=query["queryState"])
    if query["canCalculateChanges"]:
        assert (answer["removed"], answer["added"]) == ([], [])
        assert answer["oldQueryState"] == query["queryState"]
    else:
        assert answer["type"] == "cannotCalculateChanges"
