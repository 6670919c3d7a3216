"""Requests, their errors, the errors of single calls, and references between calls (RFC 8620, 3)."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.central.jmap import CORE
from tests.contract.conftest import HELD, READ
from tests.contract.servers import Server, Wire

ERROR = "urn:ietf:params:jmap:error:"
each_type = pytest.mark.parametrize(("server", "type_name"), READ, indirect=["server"])
each_held = pytest.mark.parametrize(("server", "type_name"), HELD, indirect=["server"])


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        (b"{", "application/json", "notJSON"),
        (b"", "application/json", "notJSON"),
        (b'{"using": [], "methodCalls": []}', "text/plain", "notJSON"),
        (b'{"using": ["urn:x"], "methodCalls": []}', "application/json", "unknownCapability"),
        (b'{"using": []}', "application/json", "notRequest"),
        (b'{"methodCalls": []}', "application/json", "notRequest"),
        (b'[1, "two"]', "application/json", "notRequest"),
    ],
)
def test_what_is_no_request_is_refused_as_a_problem(
    server: Server, wire: Wire, body: bytes, kind: str, expected: str
) -> None:
    answer = wire.send(body, kind)
    assert 400 <= answer.status_code < 500
    if kind != "application/json" and server.differs.plain_refusal:
        return
    assert answer.headers["Content-Type"].partition(";")[0] == "application/problem+json"
    assert answer.json()["type"] == ERROR + expected


def test_a_member_that_stands_twice_is_not_i_json(server: Server, wire: Wire) -> None:
    answer = wire.send(b'{"using": [], "using": [], "methodCalls": []}')
    assert answer.json().get("type") == (None if server.differs.twins else ERROR + "notJSON")


def test_calls_beyond_the_limit_are_refused_together(server: Server, wire: Wire) -> None:
    most = server.session["capabilities"][CORE]["maxCallsInRequest"]
    assert len(wire.post([["Core/echo", {}, str(n)] for n in range(most)]).json()["methodResponses"]) == most
    answer = wire.post([["Core/echo", {}, str(n)] for n in range(most + 1)])
    assert answer.status_code >= 400
    assert (answer.json()["type"], answer.json()["limit"]) == (ERROR + "limit", "maxCallsInRequest")


def test_a_request_beyond_the_limit_is_refused(server: Server, wire: Wire) -> None:
    most = server.session["capabilities"][CORE]["maxSizeRequest"]
    answer = wire.send(b'{"using": [], "methodCalls": []}' + b" " * most)
    assert 400 <= answer.status_code < 500
    if "problem+json" in answer.headers.get("Content-Type", ""):
        assert (answer.json()["type"], answer.json()["limit"]) == (ERROR + "limit", "maxSizeRequest")


def test_an_echo_says_what_was_said(wire: Wire) -> None:
    said = {"hello": [1, {"x": None}], "đ": "Số 05-NQ/ĐU", "high": True, "n": -7}
    assert wire.post([["Core/echo", said, "t1"]]).json()["methodResponses"] == [["Core/echo", said, "t1"]]


def test_calls_are_answered_in_their_order_under_their_tags(wire: Wire) -> None:
    calls = [["Core/echo", {"n": n}, tag] for n, tag in enumerate("bacab")]
    assert wire.post(calls).json()["methodResponses"] == calls


@each_type
def test_one_calls_error_is_not_the_others(server: Server, wire: Wire, type_name: str) -> None:
    answers = wire.calls(
        ("Core/echo", {"n": 1}),
        (f"{type_name}/nothing", {}),
        (f"{type_name}/get", {"ids": 7}),
        (f"{type_name}/get", {"accountId": "nobody", "ids": []}),
        (f"{type_name}/get", {"ids": []}),
    )
    assert [a[0] for a in answers] == ["Core/echo", "error", "error", "error", f"{type_name}/get"]
    assert [a[1]["type"] for a in answers[1:4]] == ["unknownMethod", "invalidArguments", "accountNotFound"]
    assert [a[2] for a in answers] == list("01234")


@each_type
def test_a_method_whose_capability_is_not_named_is_unknown(server: Server, wire: Wire, type_name: str) -> None:
    call = [f"{type_name}/get", {"accountId": server.account, "ids": []}, "a"]
    answer = wire.post([call], using=[CORE]).json()["methodResponses"][0]
    assert (answer[0], answer[1]["type"]) == ("error", "unknownMethod")


# -- references (3.7) -------------------------------------------------------------------------------------------------


def reference(of: str, name: str, path: str) -> dict[str, str]:
    return {"resultOf": of, "name": name, "path": path}


@each_held
def test_a_later_call_takes_what_an_earlier_one_found(server: Server, wire: Wire, type_name: str) -> None:
    query, got = wire.calls(
        (f"{type_name}/query", {"limit": 3}),
        (f"{type_name}/get", {"#ids": reference("0", f"{type_name}/query", "/ids"), "properties": ["id"]}),
    )
    assert len(query[1]["ids"]) == 3
    assert [o["id"] for o in got[1]["list"]] == query[1]["ids"]


@each_held
def test_a_star_reaches_into_every_object_of_a_list(server: Server, wire: Wire, type_name: str) -> None:
    ids = wire.ids(type_name, limit=3)
    first, again = wire.calls(
        (f"{type_name}/get", {"ids": ids, "properties": ["id"]}),
        (f"{type_name}/get", {"#ids": reference("0", f"{type_name}/get", "/list/*/id"), "properties": ["id"]}),
    )
    assert again[1]["list"] == first[1]["list"]
    assert len(ids) == 3


def test_a_star_joins_the_lists_it_finds(wire: Wire) -> None:
    echo = {"list": [{"x": [1, 2]}, {"x": [3]}, {"x": []}]}
    _, answer = wire.post([
        ["Core/echo", echo, "a"], ["Core/echo", {"#found": reference("a", "Core/echo", "/list/*/x")}, "b"],
    ]).json()["methodResponses"]  # fmt: skip
    assert answer == ["Core/echo", {"found": [1, 2, 3]}, "b"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"#x": reference("none", "Core/echo", "/n")}, "invalidResultReference"),
        ({"#x": reference("a", "Core/other", "/n")}, "invalidResultReference"),
        ({"#x": reference("a", "Core/echo", "/nowhere")}, "invalidResultReference"),
        ({"#x": reference("a", "Core/echo", "/n/deeper")}, "invalidResultReference"),
        ({"#n": reference("a", "Core/echo", "/n"), "n": 1}, "invalidArguments"),
    ],
)
def test_a_reference_that_leads_nowhere_is_an_error(
    server: Server, wire: Wire, arguments: dict[str, Any], expected: str
) -> None:
    answer = wire.post([["Core/echo", {"n": 7}, "a"], ["Core/echo", arguments, "b"]]).json()["methodResponses"][1]
    bad = server.differs.bad_reference
    assert (answer[0], answer[1]["type"]) == ("error", bad if expected == "invalidResultReference" else expected)


def test_a_reference_to_a_failed_call_fails(server: Server, wire: Wire) -> None:
    answers = wire.post([
        ["Nothing/get", {}, "a"], ["Core/echo", {"#x": reference("a", "Nothing/get", "/ids")}, "b"],
        ["Core/echo", {}, "c"],
    ]).json()["methodResponses"]  # fmt: skip
    assert [a[1].get("type") for a in answers] == ["unknownMethod", server.differs.bad_reference, None]


# -- creation ids (3.3) -----------------------------------------------------------------------------------------------


def test_what_a_request_created_can_be_named_later_in_it(server: Server, wire: Wire) -> None:
    type_name, given = server.create()
    made, got = wire.calls(
        (f"{type_name}/set", {"create": {"k1": given}}), (f"{type_name}/get", {"ids": ["#k1"], "properties": ["id"]})
    )
    assert got[1]["list"] == [{"id": made[1]["created"]["k1"]["id"]}]


def test_creations_are_told_where_they_were_asked_for(server: Server, wire: Wire) -> None:
    type_name, given = server.create()
    call = [f"{type_name}/set", {"accountId": server.account, "create": {"k2": given}}, "0"]
    answer = wire.post([call], createdIds={"before": "x1"}).json()
    made = answer["methodResponses"][0][1]["created"]["k2"]["id"]
    assert answer["createdIds"] == {"before": "x1", "k2": made}
    assert "createdIds" not in wire.post([["Core/echo", {}, "0"]]).json()
