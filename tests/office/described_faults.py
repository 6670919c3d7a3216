"""The faults of a schedule as its steps describe them, and how a fault changes an answer. Knows faults."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from tests.office.faults import Fault


def serve_failing(data: bytes) -> bytes:
    """Every method failed, says the answer."""
    body = json.loads(data)
    body["methodResponses"] = [["error", {"type": "serverFail"}, tag] for _, _, tag in body["methodResponses"]]
    return json.dumps(body).encode()


def forgetful(data: bytes) -> bytes:
    """No changes can be told."""
    body = json.loads(data)
    for entry in body["methodResponses"]:
        if entry[0].endswith("/changes"):
            entry[0], entry[1] = "error", {"type": "cannotCalculateChanges"}
    return json.dumps(body).encode()


def flipped(data: bytes) -> bytes:
    """A byte of the answer is another."""
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0x80]) + data[middle + 1 :] if data else data


def _unless_no_answer(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def changed(data: bytes) -> bytes:
        try:
            return change(data)
        except (ValueError, KeyError, TypeError):
            return data

    return changed


CHANGES = {
    "serverFail": _unless_no_answer(serve_failing),
    "cannotCalculateChanges": _unless_no_answer(forgetful),
    "flipped": flipped,
}


def described(given: Mapping[str, Any]) -> Fault:
    """A fault as a schedule describes it."""
    found = dict(given)
    found["body"] = str(found.get("body", "")).encode("latin-1", "replace")
    found["headers"] = tuple(tuple(h) for h in found.get("headers", ()))
    if "change" in found:
        found["change"] = CHANGES[found["change"]]
    return Fault(**found)
