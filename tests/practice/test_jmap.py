"""JMAP Core as RFC 8620 has it: session, requests and their errors, back-references, reading and changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from desktop.practice.jmap.session import MAX_CALLS
from desktop.practice.store import sqlite_url
from tests.practice.conftest import USING, Town, Visitor, running
from tests.practice.little import COMMUNE, INCOMING, act

ERROR = "urn:ietf:params:jmap:error:"


def test_the_session_says_who_and_where(town: Town, mai: Visitor) -> None:
    session = mai.session
    assert session["username"] == "mai"
    assert session["primaryAccounts"]["urn:tacnghiep:office"] == "p-mai"
    office = session["capabilities"]["urn:tacnghiep:office"]
    assert (office["organIds"], office["practice"]) == ([COMMUNE], True)
    assert session["apiUrl"].startswith(town.base)
    assert session["state"] == mai.post([]).json()["sessionState"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"{", "notJSON"),
        (b'{"using":[],"using":[],"methodCalls":[]}', "notJSON"),
        (b'{"using":["urn:x"],"methodCalls":[]}', "unknownCapability"),
        (b'{"using":[]}', "notRequest"),
        (b'{"using":[],"methodCalls":[["a",{}]]}', "notRequest"),
        (b"[]", "notRequest"),
    ],
)
def test_a_request_that_is_none_is_a_problem(mai: Visitor, body: bytes, expected: str) -> None:
    answer = mai.http.post(mai.session["apiUrl"], data=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (400, ERROR + expected)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_limits_are_kept(mai: Visitor) -> None:
    many = mai.post([["Core/echo", {}, str(n)] for n in range(MAX_CALLS + 1)])
    assert (many.json()["type"], many.json()["limit"]) == (ERROR + "limit", "maxCallsInRequest")
    large = mai.http.post(mai.session["apiUrl"], data=b" " * 10_000_001, headers={"Content-Type": "application/json"})
    assert (large.status_code, large.json()["limit"]) == (413, "maxSizeRequest")
    assert mai.call("Document/get", ids=[str(n) for n in range(501)])["type"] == "requestTooLarge"


def test_each_call_has_its_own_error(mai: Visitor) -> None:
    answers = mai.calls(
        ["Nothing/get", {"accountId": mai.id}, "a"],
        ["Document/get", {}, "b"],
        ["Document/get", {"accountId": "p-tam", "ids": []}, "c"],
        ["Document/get", {"accountId": mai.id, "ids": 1}, "d"],
        ["Document/get", {"accountId": mai.id, "#ids": {"resultOf": "x", "name": "y", "path": "/z"}}, "e"],
        ["Document/get", {"accountId": mai.id, "ids": [], "#ids": {}}, "f"],
        ["Document/query", {"accountId": mai.id, "sort": [{"property": "slip"}]}, "g"],
        ["Document/query", {"accountId": mai.id, "filter": {"slip": "x"}}, "h"],
        ["Document/query", {"accountId": mai.id, "anchor": "none"}, "i"],
        ["Document/queryChanges", {"accountId": mai.id, "sinceQueryState": "x"}, "j"],
        ["Core/echo", {"hello": [1, {"x": None}]}, "k"],
    )
    assert [a[1].get("type") for a in answers[:-1]] == [
        "unknownMethod", "invalidArguments", "accountNotFound", "invalidArguments", "invalidResultReference",
        "invalidArguments", "unsupportedSort", "unsupportedFilter", "anchorNotFound", "cannotCalculateChanges",
    ]  # fmt: skip
    assert [a[0] for a in answers[:-1]] == ["error"] * 10
    assert answers[-1] == ["Core/echo", {"hello": [1, {"x": None}]}, "k"]


def test_a_method_needs_its_capability_named(mai: Visitor) -> None:
    body = {"using": USING[:1], "methodCalls": [["Document/get", {"accountId": mai.id, "ids": []}, "0"]]}
    answer = mai.http.post(mai.session["apiUrl"], json=body).json()
    assert answer["methodResponses"][0][1]["type"] == "unknownMethod"


def test_a_first_pull_is_one_request(mai: Visitor) -> None:
    newest = [{"property": "arrivedAt", "isAscending": False}]
    query, sides, papers = mai.calls(
        ["Handling/query", {"accountId": mai.id, "sort": newest, "limit": 2, "calculateTotal": True}, "q"],
        [
            "Handling/get",
            {"accountId": mai.id, "#ids": {"resultOf": "q", "name": "Handling/query", "path": "/ids"}},
            "h",
        ],
        [
            "Document/get",
            {"accountId": mai.id, "#ids": {"resultOf": "h", "name": "Handling/get", "path": "/list/*/documentId"}},
            "d",
        ],
    )
    assert (query[1]["ids"], query[1]["total"]) == (["side-5", "side-4"], 5)
    assert [side["id"] for side in sides[1]["list"]] == ["side-5", "side-4"]
    assert [paper["id"] for paper in papers[1]["list"]] == ["doc-5", "doc-4"]
    assert papers[1]["list"][0]["text"].startswith("Nội dung văn bản 5")


def test_creation_identifiers_can_be_used_later_in_a_request(mai: Visitor) -> None:
    received = act("receive", mai.id, "side-1", {"registerId": INCOMING})
    made, got = mai.calls(
        ["Act/set", {"accountId": mai.id, "create": {"k": received}}, "a"],
        ["Act/get", {"accountId": mai.id, "ids": ["#k"], "properties": ["kind", "outcome"]}, "b"],
    )
    assert made[1]["created"]["k"]["id"] == received["id"]
    assert got[1]["list"] == [{"id": received["id"], "kind": "receive", "outcome": "accepted"}]


def test_pages_by_position_and_by_anchor(mai: Visitor) -> None:
    newest = [{"property": "arrivedAt", "isAscending": False}]

    def page(**given: object) -> list[str]:
        return mai.call("Handling/query", sort=newest, **given)["ids"]

    assert page(position=3, limit=10) == ["side-2", "side-1"]
    assert page(position=-2) == ["side-2", "side-1"]
    assert page(anchor="side-3", limit=1) == ["side-3"]
    assert page(anchor="side-3", anchorOffset=-1, limit=2) == ["side-4", "side-3"]
    assert page(filter={"documentId": "doc-2"}) == ["side-2"]
    assert page(filter={"operator": "NOT", "conditions": [{"documentId": "doc-2"}]}, limit=2) == ["side-5", "side-4"]


def test_changes_cost_what_changed(mai: Visitor) -> None:
    state = mai.state("Handling")
    assert mai.call("Handling/changes", sinceState=state)["updated"] == []
    for n in (3, 1):
        mai.act(act("receive", mai.id, f"side-{n}", {"registerId": INCOMING}))
    first = mai.call("Handling/changes", sinceState=state, maxChanges=1)
    assert (first["updated"], first["hasMoreChanges"]) == (["side-3"], True)
    rest = mai.call("Handling/changes", sinceState=first["newState"])
    assert (rest["updated"], rest["created"], rest["hasMoreChanges"]) == (["side-1"], [], False)
    assert rest["newState"] == mai.state("Handling")
    assert mai.call("Document/changes", sinceState=mai.state("Document"))["oldState"] == mai.state("Document")


def test_a_state_that_cannot_be_continued_says_so(mai: Visitor, tam: Visitor) -> None:
    epoch, mark, number = mai.state("Handling").split(".")
    for other in ("", "x", f"00000000.{mark}.{number}", f"{epoch}.00000000.{number}", f"{epoch}.{mark}.999999"):
        assert mai.call("Handling/changes", sinceState=other)["type"] == "cannotCalculateChanges", other
    assert tam.call("Handling/changes", sinceState=mai.state("Handling"))["type"] == "cannotCalculateChanges"


def test_everyone_sees_what_is_theirs(town: Town) -> None:
    seen = {
        name: {
            t: len(town.visit(name).call(f"{t}/get", ids=None)["list"]) for t in ("Document", "Handling", "Register")
        }
        for name in ("mai", "tam", "duc", "ha", "quan")
    }
    all_of_it = {"Document": 5, "Handling": 5, "Register": 2}
    theirs = {"Document": 5, "Handling": 0, "Register": 0}
    assert seen == {
        "mai": all_of_it,
        "tam": all_of_it,
        "duc": {"Document": 0, "Handling": 0, "Register": 2},
        "ha": theirs,
        "quan": theirs,
    }


def test_answers_are_compressed_when_asked(mai: Visitor) -> None:
    body = {"using": USING, "methodCalls": [["Document/get", {"accountId": mai.id, "ids": None}, "0"]]}
    plain = mai.http.post(mai.session["apiUrl"], json=body, headers={"Accept-Encoding": "identity"})
    packed = mai.http.post(mai.session["apiUrl"], json=body, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < len(plain.content) / 3
    assert packed.json() == plain.json()


def test_without_a_token_there_is_nothing(town: Town) -> None:
    for path in ("/.well-known/jmap", "/jmap/eventsource/?types=*", "/jmap/download/p-mai/sha256-0/x"):
        for headers in ({}, {"Authorization": "Bearer nothing"}, {"Authorization": "Basic eDp5"}):
            answer = requests.get(town.base + path, headers=headers, timeout=5)
            assert answer.status_code == 401, (path, headers)
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_second_start_goes_on_where_the_first_ended(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "office.db")
    state, session = "", ""
    for town in running(url, tmp_path):
        mai = town.visit("mai")
        mai.act(act("receive", mai.id, "side-1", {"registerId": INCOMING}))
        state, session = mai.state("Handling"), str(mai.http.headers["Authorization"])
    for town in running(url, tmp_path):
        body = {"using": USING, "methodCalls": [["Handling/get", {"accountId": "p-mai", "ids": ["side-1"]}, "0"]]}
        answer = requests.post(f"{town.base}/jmap/api", json=body, headers={"Authorization": session}, timeout=5).json()
        got = answer["methodResponses"][0][1]
        assert (got["list"][0]["arrivalNumber"], got["state"]) == (44, state)


def test_what_is_open_and_what_is_old_can_be_asked_for(mai: Visitor, ha: Visitor) -> None:
    mai.act(act("receive", mai.id, "side-1", {"registerId": INCOMING, "number": None}))
    mai.act(act("finish", mai.id, "side-1", {"result": "đã lưu"}))
    changed = mai.get("Handling", "side-1")
    assert changed is not None

    def found(type_name: str, filter_: object) -> list[str]:
        return sorted(mai.call(f"{type_name}/query", filter=filter_)["ids"])

    assert found("Handling", {"open": False}) == ["side-1"]
    assert found("Handling", {"open": True}) == [f"side-{n}" for n in range(2, 6)]
    since = {"after": changed["updatedAt"]}
    assert found("Handling", since) == ["side-1"]
    assert found("Handling", {"operator": "OR", "conditions": [since, {"open": True}]}) == [
        f"side-{n}" for n in range(1, 6)
    ]
    assert found("Handling", {"before": changed["updatedAt"], "open": False}) == []
    assert found("Document", {"open": True}) == []
    for wrong in ({"open": "yes"}, {"text": "so"}):
        assert mai.call("Handling/query", filter=wrong)["type"] == "unsupportedFilter"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("thong bao", [1, 2, 3, 4, 5]),
        ("VAN THU số 3", [3]),
        ("5-TB", [5]),
        ("tỉnh ủy lê quan", [1, 2, 3, 4, 5]),
        ("hong", []),
        ("%", []),
        ("", []),
    ],
)
def test_documents_are_found_by_their_words(mai: Visitor, typed: str, expected: list[int]) -> None:
    found = mai.call("Document/query", filter={"text": typed})["ids"]
    assert sorted(found) == [f"doc-{n}" for n in expected]
