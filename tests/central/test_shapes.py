"""What comes back is checked before anyone uses it."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from desktop.central.errors import Broken, Busy, CentralError, MethodError, Refused
from desktop.central.events import parse, read_change
from desktop.central.jmap import CORE, OFFICE, Batch, Handle, Limits, Responses, read_session

SESSION: dict[str, Any] = {
    "capabilities": {CORE: {"maxCallsInRequest": 32}, OFFICE: {"personId": "p"}},
    "accounts": {"p": {"accountCapabilities": {OFFICE: {}}}},
    "primaryAccounts": {OFFICE: "p"},
    "username": "mai",
    "apiUrl": "/jmap/api",
    "uploadUrl": "/jmap/upload/{accountId}/",
    "downloadUrl": "/d/{accountId}/{blobId}/{name}?type={type}",
    "eventSourceUrl": "/e/?types={types}&closeafter={closeafter}&ping={ping}",
    "state": "1",
}
BASE = "https://a.example.vn/.well-known/jmap"


def test_a_session_with_relative_addresses() -> None:
    session = read_session(SESSION, BASE)
    assert session.api_url == "https://a.example.vn/jmap/api"
    assert session.limits == Limits(max_calls_in_request=32)
    assert session.download_from("b", "a b/ă.pdf", "x/y") == (
        "https://a.example.vn/d/p/b/a%20b%2F%C4%83.pdf?type=x%2Fy"
    )
    assert session.events_from(["A", "B"], 30) == "https://a.example.vn/e/?types=A%2CB&closeafter=no&ping=30"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"apiUrl": "https://elsewhere.vn/api"}, "redirected"),
        ({"apiUrl": "http://a.example.vn/api"}, "notSecure"),
        ({"apiUrl": 7}, "wrongShape"),
        ({"capabilities": {}}, "wrongShape"),
        ({"capabilities": None}, "wrongShape"),
        ({"accounts": {}}, "accountMissing"),
        ({"primaryAccounts": None}, "accountMissing"),
        ({"primaryAccounts": {OFFICE: ["p"]}}, "accountMissing"),
    ],
)
def test_a_session_that_is_none(change: dict[str, Any], code: str) -> None:
    with pytest.raises(CentralError) as caught:
        read_session({**copy.deepcopy(SESSION), **change}, BASE)
    assert caught.value.code == code


def test_a_limit_that_is_no_number_is_not_taken() -> None:
    read = Limits.read({"maxSizeUpload": "big", "maxObjectsInGet": -1, "maxCallsInRequest": True}, {})
    assert read == Limits()


def answer(*responses: Any) -> Responses:
    return Responses({"methodResponses": list(responses), "sessionState": "1"}, 0)


GET = Handle("c0", "X/get")


def test_errors_of_methods() -> None:
    with pytest.raises(MethodError) as caught:
        answer(["error", {"type": "unknownMethod"}, "c0"]).got(GET)
    assert caught.value.type == "unknownMethod"
    with pytest.raises(Busy):
        answer(["error", {"type": "serverUnavailable"}, "c0"]).got(GET)
    with pytest.raises(MethodError):
        answer(["error", {}, "c0"]).got(GET)


@pytest.mark.parametrize(
    "body",
    [None, [], {}, {"methodResponses": {}}, {"methodResponses": [[]]}, {"methodResponses": [["a", None, "c0"]]},
     {"methodResponses": [["a", {}, 1]]}],
)  # fmt: skip
def test_answers_that_are_none(body: Any) -> None:
    with pytest.raises(Broken):
        Responses(body, 0)


@pytest.mark.parametrize(
    "args",
    [{}, {"list": []}, {"list": [1], "state": "1"}, {"list": [{}], "state": "1"}, {"list": [{"id": ""}], "state": "1"},
     {"list": [], "state": 1}, {"list": [], "state": "1", "notFound": "x"}],
)  # fmt: skip
def test_gets_that_are_none(args: Any) -> None:
    with pytest.raises(Broken):
        answer(["X/get", args, "c0"]).got(GET)


def test_another_methods_answer_is_not_taken() -> None:
    with pytest.raises(Broken):
        answer(["X/query", {}, "c0"]).got(GET)
    with pytest.raises(Broken):
        answer().got(GET)


def test_unknown_properties_are_kept() -> None:
    got = answer(["X/get", {"list": [{"id": "a", "newer": [1]}], "state": "1", "notFound": None}, "c0"]).got(GET)
    assert got.objects == [{"id": "a", "newer": [1]}]


@pytest.mark.parametrize("args", [{"created": [], "updated": [], "destroyed": [], "oldState": "1", "newState": "2"},
                                  {"created": {}, "hasMoreChanges": False}])  # fmt: skip
def test_changes_that_are_none(args: Any) -> None:
    handle = Handle("c0", "X/changes")
    with pytest.raises(Broken):
        answer(["X/changes", args, "c0"]).changed(handle)


def test_a_batch_refers_back() -> None:
    batch = Batch("p")
    query = batch.add("X/query", limit=1)
    batch.add("X/get", ref_ids=query.ref("/ids"))
    assert batch.calls[1] == (
        "X/get", {"accountId": "p", "#ids": {"resultOf": "c0", "name": "X/query", "path": "/ids"}}, "c1",
    )  # fmt: skip
    assert not batch.blobs


def test_events_come_in_any_pieces() -> None:
    text = b': ping\r\n\r\nevent: state\r\nid: 1\r\ndata: {"a":\r\ndata: 1}\r\n\r\ndata: x\n\nevent: cut\ndata: y\n'
    whole = [("state", '{"a":\n1}', "1"), ("message", "x", "1")]
    for step in (1, 2, 3, 7, len(text)):
        pieces = [text[i : i + step] for i in range(0, len(text), step)]
        assert list(parse(pieces)) == whole


def test_a_line_without_end_is_not_read_forever() -> None:
    with pytest.raises(Broken):
        list(parse([b"x" * (1 << 19)] * 4))


def test_only_our_account_is_read_out_of_an_event() -> None:
    assert read_change('{"changed": {"p": {"Handling": "7"}, "q": {"Task": "1"}}}', "p") == {"Handling": "7"}
    assert read_change("[]", "p") == read_change("{", "p") == read_change('{"changed": {"p": 1}}', "p") == {}


def test_refusals_say_their_kind() -> None:
    assert str(Refused("tooLarge", most=1)) == "refused:tooLarge {'most': 1}"
