"""Blob/upload, Blob/get, Blob/lookup (RFC 9404). Knows the blob store.

Uploads are resumable by it: parts are uploaded as they get through, and joined by their blobIds at the end.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from desktop.office.acts import wire_time
from desktop.practice.acts import SetError
from desktop.practice.blobs import MAX_BLOB, Blobs, Incoming, TooLarge
from desktop.practice.jmap.errors import MethodError
from desktop.practice.jmap.request import Call, Method
from desktop.practice.jmap.session import BLOB, BLOB_LIMITS, MAX_GET

DEFAULT_PROPERTIES = ["data", "size"]


class BlobMethods:
    """The methods, each for the person who calls."""

    def __init__(self, blobs: Blobs, clock: Callable[[], datetime]) -> None:
        self.blobs = blobs
        self.clock = clock

    def table(self) -> dict[str, tuple[str, Method]]:
        """All of them by name."""
        return {
            "Blob/upload": (BLOB, self.upload),
            "Blob/get": (BLOB, self.get),
            "Blob/lookup": (BLOB, self.look_up),
        }

    # -- upload

    def upload(self, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """RFC 9404, 4.1: each creation is joined from its data sources."""
        call.check_account(given)
        create = given.get("create")
        if not isinstance(create, dict):
            raise MethodError("invalidArguments", "create is missing")
        created: dict[str, Any] = {}
        refused: dict[str, Any] = {}
        for key, value in create.items():
            try:
                created[key] = self._join(call, value)
                call.created[key] = created[key]["id"]
            except SetError as problem:
                refused[key] = problem.wire()
        return {
            "accountId": call.person_id,
            "oldState": None,
            "newState": "blobs",
            "created": created or None,
            "notCreated": refused or None,
        }

    def _join(self, call: Call, value: Any) -> dict[str, Any]:
        sources = value.get("data") if isinstance(value, dict) else None
        if not isinstance(sources, list):
            raise SetError("invalidProperties", "data is an array of sources", properties=["data"])
        if len(sources) > BLOB_LIMITS["maxDataSources"]:
            raise SetError("tooLarge", "too many data sources")
        media_type = value.get("type") or "application/octet-stream"
        incoming = self.blobs.begin(MAX_BLOB)
        try:
            for source in sources:
                for piece in self._pieces(call, source):
                    incoming.write(piece)
            return self._kept(incoming, str(media_type), call)
        except TooLarge as problem:
            raise SetError("tooLarge", "the blob is too large", maxSize=MAX_BLOB) from problem
        finally:
            incoming.drop()

    def _kept(self, incoming: Incoming, media_type: str, call: Call) -> dict[str, Any]:
        call.end_snapshot()
        info = self.blobs.keep(incoming, media_type, call.person_id, wire_time(self.clock()))
        return {"id": info.id, "type": info.media_type, "size": info.size}

    def _pieces(self, call: Call, source: Any) -> Iterable[bytes]:
        wrong = SetError("invalidProperties", "a source has data:asText, data:asBase64 or blobId", properties=["data"])
        if not isinstance(source, dict):
            raise wrong
        if isinstance(source.get("data:asText"), str):
            return [source["data:asText"].encode()]
        if isinstance(source.get("data:asBase64"), str):
            try:
                return [base64.b64decode(source["data:asBase64"], validate=True)]
            except binascii.Error as problem:
                raise wrong from problem
        blob_id = source.get("blobId")
        if not isinstance(blob_id, str):
            raise wrong
        blob_id = call.created.get(blob_id[1:], blob_id) if blob_id.startswith("#") else blob_id
        info = self.blobs.find(blob_id)
        if info is None or not self._may_read(call, blob_id):
            raise SetError("blobNotFound", "there is no such blob", notFound=[blob_id])
        start, length = source.get("offset") or 0, source.get("length")
        length = info.size - start if length is None else length
        if (
            not isinstance(start, int)
            or not isinstance(length, int)
            or min(start, length) < 0
            or start + length > info.size
        ):
            raise SetError("invalidProperties", "the range is not in the blob", properties=["data"])
        return self.blobs.pieces(blob_id, start, length)

    # -- reading

    def get(self, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """RFC 9404, 4.2."""
        call.check_account(given)
        ids = given.get("ids")
        if not isinstance(ids, list) or not all(isinstance(i, str) for i in ids):
            raise MethodError("invalidArguments", "ids is an array of strings")
        if len(ids) > MAX_GET:
            raise MethodError("requestTooLarge")
        wanted = given.get("properties") or DEFAULT_PROPERTIES
        start, length = given.get("offset") or 0, given.get("length")
        if (
            not isinstance(start, int)
            or start < 0
            or (length is not None and (not isinstance(length, int) or length < 0))
        ):
            raise MethodError("invalidArguments", "offset and length are natural numbers")
        found: list[dict[str, Any]] = []
        missing: list[str] = []
        for blob_id in dict.fromkeys(call.created.get(i[1:], i) if i.startswith("#") else i for i in map(str, ids)):
            info = self.blobs.find(blob_id)
            if info is None or not self._may_read(call, blob_id):
                missing.append(blob_id)
            else:
                found.append({"id": blob_id, **self._properties(blob_id, info.size, wanted, start, length)})
        return {"accountId": call.person_id, "state": "blobs", "list": found, "notFound": missing}

    def _properties(self, blob_id: str, size: int, wanted: list[str], start: int, length: int | None) -> dict[str, Any]:
        unknown = [
            p
            for p in wanted
            if p not in ("id", "data", "data:asText", "data:asBase64", "size", "digest:sha", "digest:sha-256")
        ]
        if unknown:
            raise MethodError("invalidArguments", f"unknown: {', '.join(unknown)}")
        found: dict[str, Any] = {"size": size} if "size" in wanted else {}
        if all(p in ("id", "size") for p in wanted):
            return found
        data = self.blobs.read(blob_id, start, length)
        if start + (length or 0) > size or start > size:
            found["isTruncated"] = True
        for name, algorithm in (("digest:sha", "sha1"), ("digest:sha-256", "sha256")):
            if name in wanted:
                found[name] = base64.b64encode(hashlib.new(algorithm, data).digest()).decode()
        return found | _as_text(data, wanted)

    def look_up(self, call: Call, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """RFC 9404, 4.3: which objects refer to a blob."""
        call.check_account(given)
        ids, types = given.get("ids"), given.get("typeNames")
        if not isinstance(ids, list) or not isinstance(types, list):
            raise MethodError("invalidArguments", "ids and typeNames are arrays")
        if any(name not in BLOB_LIMITS["supportedTypeNames"] for name in types):
            raise MethodError("unknownDataType")
        found: list[dict[str, Any]] = []
        missing: list[str] = []
        for blob_id in ids:
            if self.blobs.find(blob_id) is None or not self._may_read(call, blob_id):
                missing.append(blob_id)
                continue
            users = call.reading().users_of_blob(call.viewer(), blob_id)
            matched = {name: [object_id for type_name, object_id in users if type_name == name] for name in types}
            found.append({"id": blob_id, "matchedIds": matched})
        return {"accountId": call.person_id, "list": found, "notFound": missing}

    def _may_read(self, call: Call, blob_id: str) -> bool:
        return call.reading().may_read_blob(call.viewer(), blob_id)


def _as_text(data: bytes, wanted: list[str]) -> dict[str, Any]:
    """The data as text where it is text, else in base64."""
    try:
        text: str | None = data.decode()
    except UnicodeDecodeError:
        text = None
    found: dict[str, Any] = {}
    if "data:asText" in wanted or "data" in wanted:
        if text is not None:
            found["data:asText"] = text
        elif "data:asText" in wanted:
            found |= {"data:asText": None, "isEncodingProblem": True}
    if "data:asBase64" in wanted or ("data" in wanted and text is None):
        found["data:asBase64"] = base64.b64encode(data).decode()
    return found
