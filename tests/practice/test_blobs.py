"""Files: content addressed, joined from parts, read by range, and only by those who may."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import requests

from tests.practice.conftest import USING, Town, Visitor
from tests.practice.little import file_of, pdf


def blob_id(data: bytes) -> str:
    return f"sha256-{hashlib.sha256(data).hexdigest()}"


def join(visitor: Visitor, *sources: Any, **members: Any) -> dict[str, Any]:
    answer = visitor.call("Blob/upload", create={"b": {"data": list(sources), "type": "application/pdf", **members}})
    return (answer["created"] or answer["notCreated"])["b"]


def test_a_blob_is_known_by_its_content(mai: Visitor) -> None:
    data = b"%PDF-1.7 " + bytes(range(256)) * 5000
    stored = mai.upload(data)
    assert stored == {"accountId": mai.id, "blobId": blob_id(data), "type": "application/pdf", "size": len(data)}
    assert mai.upload(data)["blobId"] == stored["blobId"]
    assert mai.http.get(mai.blob_url(stored["blobId"])).content == data


def test_parts_are_joined_by_ranges(mai: Visitor) -> None:
    whole = pdf(1) + b"and more"
    first, second = mai.upload(b"xx" + whole[:100])["blobId"], mai.upload(whole[100:-8])["blobId"]
    made = join(
        mai,
        {"blobId": first, "offset": 2, "length": 100},
        {"blobId": second},
        {"data:asText": "and "},
        {"data:asBase64": base64.b64encode(b"more").decode()},
    )
    assert made == {"id": blob_id(whole), "type": "application/pdf", "size": len(whole)}
    assert mai.http.get(mai.blob_url(made["id"])).content == whole


def test_what_cannot_be_joined_is_said(mai: Visitor) -> None:
    part = mai.upload(b"0123456789")["blobId"]
    assert join(mai, {"blobId": part, "offset": 5, "length": 6})["type"] == "invalidProperties"
    assert join(mai, {"data:asBase64": "%%"})["type"] == "invalidProperties"
    missing = blob_id(b"never uploaded")
    refused = join(mai, {"blobId": missing})
    assert (refused["type"], refused["notFound"]) == ("blobNotFound", [missing])


def test_blob_get_tells_size_digest_and_content(mai: Visitor) -> None:
    text, raw = "Số 05-NQ/ĐU".encode(), b"\xff\xfe\x00"
    for data in (text, raw):
        mai.upload(data)
    answer = mai.call("Blob/get", ids=[blob_id(text), blob_id(raw), "sha256-0"])
    assert answer["list"] == [
        {"id": blob_id(text), "size": len(text), "data:asText": "Số 05-NQ/ĐU"},
        {"id": blob_id(raw), "size": 3, "data:asBase64": base64.b64encode(raw).decode()},
    ]
    assert answer["notFound"] == ["sha256-0"]
    ranged = mai.call("Blob/get", ids=[blob_id(raw)], properties=["data:asText", "digest:sha-256"], offset=1, length=9)
    assert ranged["list"] == [
        {
            "id": blob_id(raw),
            "isTruncated": True,
            "isEncodingProblem": True,
            "data:asText": None,
            "digest:sha-256": base64.b64encode(hashlib.sha256(raw[1:]).digest()).decode(),
        }
    ]


def test_blob_lookup_names_the_objects(mai: Visitor) -> None:
    found = mai.call("Blob/lookup", ids=[file_of(pdf(1))["blobId"]], typeNames=["Document"])
    assert found["list"][0]["matchedIds"] == {"Document": ["doc-1"]}
    assert mai.call("Blob/lookup", ids=[], typeNames=["Mailbox"])["type"] == "unknownDataType"


def test_downloads_resume_by_range(mai: Visitor) -> None:
    data = pdf(1)
    url, tag = mai.blob_url(blob_id(data)), f'"{blob_id(data)}"'

    def get(**headers: str) -> requests.Response:
        return mai.http.get(url, headers={name.replace("_", "-"): value for name, value in headers.items()})

    whole = get()
    assert (whole.status_code, whole.content, whole.headers["ETag"]) == (200, data, tag)
    assert whole.headers["Accept-Ranges"] == "bytes"
    assert "immutable" in whole.headers["Cache-Control"]
    assert "Content-Encoding" not in whole.headers
    part = get(Range="bytes=100-199", If_Range=tag)
    assert (part.status_code, part.content) == (206, data[100:200])
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(data)}"
    assert get(Range=f"bytes={len(data) - 7}-").content == data[-7:]
    assert get(Range="bytes=-7").content == data[-7:]
    assert get(Range="bytes=0-9", If_Range='"other"').status_code == 200
    beyond = get(Range=f"bytes={len(data)}-")
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, f"bytes */{len(data)}")
    assert get(If_None_Match=tag).status_code == 304


def test_a_blob_is_read_only_by_those_who_see_what_it_belongs_to(mai: Visitor, duc: Visitor) -> None:
    known = blob_id(pdf(1))
    assert mai.http.get(mai.blob_url(known)).status_code == 200
    assert duc.http.get(duc.blob_url(known)).status_code == 404
    assert duc.call("Blob/get", ids=[known])["notFound"] == [known]
    assert join(duc, {"blobId": known})["type"] == "blobNotFound"
    mine = mai.upload(b"only mine")["blobId"]
    assert duc.http.get(duc.blob_url(mine)).status_code == 404
    assert duc.http.get(mai.blob_url(known)).status_code == 404


def test_too_large_an_upload_is_refused_before_it_is_read(town: Town, mai: Visitor) -> None:
    url = mai.session["uploadUrl"].replace("{accountId}", mai.id)
    answer = mai.http.post(url, data=b"", headers={"Content-Length": str(200 * 1024 * 1024)})
    assert (answer.status_code, answer.json()["limit"]) == (413, "maxSizeUpload")
    assert USING[0] in mai.session["capabilities"]
    assert not list(town.central.blobs.folder.glob("incoming-*"))
