"""/set (RFC 8620, 5.3), on the one type of each server that this client may write."""

from __future__ import annotations

from desktop.central.jmap import CORE
from tests.contract.servers import Server, Wire


def test_what_is_made_is_there_and_moves_the_state(server: Server, wire: Wire) -> None:
    type_name, given = server.create()
    before = wire.state(type_name)
    answer = wire.call(f"{type_name}/set", create={"k": given})
    made = answer["created"]["k"]["id"]
    assert (answer["oldState"], answer["newState"]) == (before, wire.state(type_name))
    assert answer["newState"] != before
    assert not answer.get("notCreated")
    assert [o["id"] for o in wire.call(f"{type_name}/get", ids=[made], properties=["id"])["list"]] == [made]
    assert made in wire.call(f"{type_name}/changes", sinceState=before)["created"]


def test_a_write_may_be_bound_to_a_state(server: Server, wire: Wire) -> None:
    type_name, given = server.create()
    old = wire.state(type_name)
    made = wire.call(f"{type_name}/set", ifInState=old, create={"k": given})
    assert made["created"]["k"]
    _, other = server.create()
    assert wire.call(f"{type_name}/set", ifInState=old, create={"k": other})["type"] == "stateMismatch"
    assert wire.state(type_name) == made["newState"]


def test_one_that_fails_does_not_hold_up_the_others(server: Server, wire: Wire) -> None:
    type_name, good = server.create()
    answer = wire.call(f"{type_name}/set", create={"bad": {"nothing": "of the kind"}, "good": good})
    assert list(answer["created"]) == ["good"]
    assert answer["notCreated"]["bad"]["type"] == "invalidProperties"


def test_what_is_not_there_can_be_neither_changed_nor_destroyed(server: Server, wire: Wire) -> None:
    type_name, _ = server.create()
    before = wire.state(type_name)
    answer = wire.call(f"{type_name}/set", update={"no-such": {"name": "x"}}, destroy=["nor-this"])
    assert answer["notUpdated"]["no-such"]["type"] in ("notFound", "forbidden")
    assert answer["notDestroyed"]["nor-this"]["type"] in ("notFound", "forbidden")
    assert wire.state(type_name) == before


def test_nothing_to_do_changes_nothing(server: Server, wire: Wire) -> None:
    type_name, _ = server.create()
    answer = wire.call(f"{type_name}/set")
    assert answer["oldState"] == answer["newState"] == wire.state(type_name)


def test_more_than_the_limit_is_too_large(server: Server, wire: Wire) -> None:
    type_name, _ = server.create()
    most = server.session["capabilities"][CORE]["maxObjectsInSet"]
    destroy = [f"x{n}" for n in range(most + 1)]
    answer = wire.post([[f"{type_name}/set", {"accountId": server.account, "destroy": destroy}, "0"]]).json()
    if server.differs.too_many:
        assert answer["limit"] == "maxObjectsInSet"
    else:
        assert answer["methodResponses"][0][1]["type"] == "requestTooLarge"


def test_several_writes_of_one_request_are_done_in_order(server: Server, wire: Wire) -> None:
    type_name, first = server.create()
    _, second = server.create()
    one, two = wire.calls(
        (f"{type_name}/set", {"create": {"a": first}}), (f"{type_name}/set", {"create": {"b": second}})
    )
    assert one[1]["newState"] == two[1]["oldState"]
    changes = wire.call(f"{type_name}/changes", sinceState=one[1]["oldState"])
    assert changes["created"] == [one[1]["created"]["a"]["id"], two[1]["created"]["b"]["id"]]


def test_a_write_of_somebody_elses_account_is_none(server: Server, wire: Wire) -> None:
    type_name, given = server.create()
    answer = wire.call(f"{type_name}/set", accountId="nobody", create={"k": given})
    assert answer["type"] == "accountNotFound"
