"""Uploads and downloads (RFC 8620, 6), Blob methods where they are announced (RFC 9404), events (RFC 8620, 7.3)."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode

import pytest
import requests

from desktop.central.jmap import BLOB
from tests.contract.servers import Server, Wire

DATA = b"%PDF-1.7\n" + bytes(range(256)) * 300


def upload(server: Server, wire: Wire, data: bytes, kind: str = "application/pdf") -> requests.Response:
    url = wire.address("uploadUrl", accountId=server.account)
    return server.http.post(url, data=data, headers={"Content-Type": kind}, timeout=30)


def download_url(server: Server, wire: Wire, blob_id: str, name: str = "a.pdf") -> str:
    return wire.address("downloadUrl", accountId=server.account, blobId=blob_id, name=name, type="application%2Fpdf")


def test_a_file_comes_back_as_it_went(server: Server, wire: Wire) -> None:
    answer = upload(server, wire, DATA)
    assert answer.status_code == 201
    kept = answer.json()
    assert (kept["accountId"], kept["size"]) == (server.account, len(DATA))
    assert kept["type"].partition(";")[0] == "application/pdf"
    got = server.http.get(download_url(server, wire, kept["blobId"]), timeout=30)
    assert (got.status_code, got.content) == (200, DATA)
    assert got.headers["Content-Type"].partition(";")[0] == "application/pdf"
    assert "immutable" in got.headers["Cache-Control"]
    assert "private" in got.headers["Cache-Control"]


def test_a_file_is_named_as_asked(server: Server, wire: Wire) -> None:
    blob = upload(server, wire, DATA).json()["blobId"]
    got = server.http.get(download_url(server, wire, blob, "van-ban%20den.pdf"), timeout=30)
    assert "van-ban" in got.headers["Content-Disposition"]


def test_the_same_content_has_the_same_name(server: Server, wire: Wire) -> None:
    first, again = (upload(server, wire, DATA).json()["blobId"] for _ in range(2))
    assert first == again == server.blob_id(DATA)


def test_an_empty_file_is_a_file(server: Server, wire: Wire) -> None:
    kept = upload(server, wire, b"").json()
    assert kept["size"] == 0
    assert server.http.get(download_url(server, wire, kept["blobId"]), timeout=30).content == b""


def test_what_is_not_there_is_not_found(server: Server, wire: Wire) -> None:
    missing = server.http.get(download_url(server, wire, server.blob_id(b"never uploaded")), timeout=30)
    assert missing.status_code == 404
    url = wire.address("uploadUrl", accountId="nobody")
    assert server.http.post(url, data=DATA, timeout=30).status_code in (403, 404)


def test_nobody_gets_a_file_without_saying_who(server: Server, wire: Wire) -> None:
    blob = upload(server, wire, DATA).json()["blobId"]
    assert requests.get(download_url(server, wire, blob), timeout=30).status_code == 401
    assert requests.post(wire.address("uploadUrl", accountId=server.account), data=b"x", timeout=30).status_code == 401


# -- RFC 9404, where it is announced ----------------------------------------------------------------------------------

announced = pytest.mark.parametrize("server", ["sqlite", "postgres"], indirect=True)


def test_what_is_announced_is_what_there_is(server: Server, wire: Wire) -> None:
    answer = wire.post([["Blob/get", {"accountId": server.account, "ids": []}, "0"]], using=wire.using)
    there = answer.json()["methodResponses"][0][0] == "Blob/get"
    assert there == server.has_blob_methods == (BLOB in server.session["capabilities"])


@announced
def test_a_file_is_joined_from_parts_and_what_stands_in_the_call(server: Server, wire: Wire) -> None:
    part = upload(server, wire, b"0123456789").json()["blobId"]
    data = [
        {"data:asText": "Số "},
        {"blobId": part, "offset": 3, "length": 4},
        {"data:asBase64": b64encode(b"!").decode()},
    ]
    made, got = wire.calls(
        ("Blob/upload", {"create": {"b": {"data": data, "type": "text/plain"}}}),
        ("Blob/get", {"ids": ["#b", "no-such"], "properties": ["data:asText", "digest:sha-256", "size"]}),
    )
    whole = "Số 3456!".encode()
    assert made[1]["created"]["b"]["size"] == len(whole)
    digest = b64encode(hashlib.sha256(whole).digest()).decode()
    [found] = got[1]["list"]
    assert (found["data:asText"], found["digest:sha-256"], found["size"]) == ("Số 3456!", digest, len(whole))
    assert got[1]["notFound"] == ["no-such"]


@announced
def test_the_limits_of_joining_are_kept(server: Server, wire: Wire) -> None:
    limits = server.session["accounts"][server.account]["accountCapabilities"][BLOB]
    sources = [{"data:asText": "x"}] * (limits["maxDataSources"] + 1)
    answer = wire.call("Blob/upload", create={"b": {"data": sources}, "c": {"data": sources[:-1]}})
    assert "b" in answer["notCreated"]
    assert answer["created"]["c"]["size"] == limits["maxDataSources"]
    assert wire.call("Blob/lookup", ids=["x"], typeNames=["NoSuch"])["type"] == "unknownDataType"


# -- events -----------------------------------------------------------------------------------------------------------


def test_changes_are_told_or_it_is_said_that_they_are_not(server: Server, wire: Wire) -> None:
    url = wire.address("eventSourceUrl", types="*", closeafter="state", ping="0")
    with server.http.get(url, stream=True, timeout=30) as answer:
        if server.differs.deaf:
            assert answer.status_code == 204
            return
        assert answer.headers["Content-Type"].partition(";")[0] == "text/event-stream"
        lines = answer.iter_lines(chunk_size=1, decode_unicode=True)
        assert next(lines).startswith(":")
        deed = server.deed("updated")
        deed.do()
        told = next(line for line in lines if line.startswith("data:"))
    body = json.loads(told.removeprefix("data:"))
    assert body["@type"] == "StateChange"
    assert body["changed"][server.account][deed.type] == wire.state(deed.type)
