"""One JMAP request: checked, its calls done in order, its answers put together (RFC 8620, 3).

Knows the methods only as a table, and the store to read from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import structlog

from desktop.practice.jmap.errors import MethodError, RequestError
from desktop.practice.jmap.references import Result, resolve
from desktop.practice.jmap.session import BLOB, CORE, MAX_CALLS, OFFICE
from desktop.practice.jmap.splice import arguments, dump
from desktop.practice.reading import Reading, Viewer
from desktop.practice.store import Store

log = structlog.get_logger("practice.jmap")


@dataclass
class Call:
    """What a method may know: who calls, and what identifiers the request's creations have got.

    All calls of a request read one snapshot of the store, until one of them writes: cheaper than one each, and what
    they answer fits together.

    Attributes:
        touched: who is to be woken when the request is done: type names by principal number.
    """

    person_id: str
    store: Store
    created: dict[str, str] = field(default_factory=dict)
    touched: dict[int, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._snapshot: ExitStack | None = None
        self._reading: Reading | None = None
        self._viewer: Viewer | None = None

    def reading(self) -> Reading:
        """The request's snapshot, opened at the first call."""
        if self._reading is None:
            self._snapshot = ExitStack()
            self._reading = self._snapshot.enter_context(self.store.reading())
        return self._reading

    def viewer(self) -> Viewer:
        """Whoever calls, as the snapshot knows them.

        Raises:
            MethodError: ``accountNotFound``: the account is not there any more.
        """
        if self._viewer is None or self._reading is None:
            self._viewer = self.reading().viewer(self.person_id)
        if self._viewer is None:
            raise MethodError("accountNotFound")
        return self._viewer

    def end_snapshot(self) -> None:
        """Lets the snapshot go: something is written next, or the request is done."""
        snapshot, self._snapshot, self._reading = self._snapshot, None, None
        if snapshot is not None:
            snapshot.close()

    def check_account(self, given: Mapping[str, Any]) -> None:
        """
        Raises:
            MethodError: ``accountNotFound``: a person has one account, their own.
        """
        account = given.get("accountId")
        if not isinstance(account, str):
            raise MethodError("invalidArguments", "accountId is missing")
        if account != self.person_id:
            raise MethodError("accountNotFound")


Method = Callable[[Call, Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True)
class Methods:
    """The methods there are, each with the capability that a request must name to use it."""

    table: Mapping[str, tuple[str, Method]]

    def find(self, name: str, using: frozenset[str]) -> Method:
        """
        Raises:
            MethodError: ``unknownMethod``.
        """
        capability, method = self.table.get(name, ("", None))
        if method is None or capability not in using:
            raise MethodError("unknownMethod")
        return method


def read_request(body: bytes) -> dict[str, Any]:
    """The request object in a body.

    Raises:
        RequestError: ``notJSON``, ``notRequest``, ``unknownCapability`` or ``limit``.
    """
    try:
        request = json.loads(body.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_twins)
    except ValueError as problem:
        raise RequestError("notJSON", "the body is not I-JSON") from problem
    if not isinstance(request, dict) or not _is_request(request):
        raise RequestError("notRequest", "the body is JSON, but not a JMAP request")
    unknown = [name for name in request["using"] if name not in (CORE, BLOB, OFFICE)]
    if unknown:
        raise RequestError("unknownCapability", f"unknown: {', '.join(unknown)}")
    if len(request["methodCalls"]) > MAX_CALLS:
        raise RequestError("limit", "too many calls in one request", limit="maxCallsInRequest")
    return request


def answer(call: Call, request: Mapping[str, Any], methods: Methods, session_state: str) -> str:
    """Does the calls of a request; its response as JSON."""
    using = frozenset(request["using"])
    given_ids = request.get("createdIds")
    call.created.update(given_ids or {})
    results: list[Result] = []
    texts: list[str] = []
    for name, given, tag in request["methodCalls"]:
        answered, members = _one(call, methods, using, name, given, results)
        results.append((answered, members, tag))
        texts.append(f"[{dump(answered)},{arguments(members)},{dump(tag)}]")
    created = f',"createdIds":{dump(call.created)}' if given_ids is not None else ""
    return f'{{"methodResponses":[{",".join(texts)}],"sessionState":{dump(session_state)}{created}}}'


def _one(
    call: Call, methods: Methods, using: frozenset[str], name: str, given: Mapping[str, Any], results: list[Result]
) -> tuple[str, Mapping[str, Any]]:
    try:
        method = methods.find(name, using)
        return name, method(call, resolve(given, results))
    except MethodError as refusal:
        return "error", refusal.arguments()
    except Exception:  # RFC 8620, 3.6.2: one call's failure is not the others'; it is logged whole
        log.exception("method.failed", method=name)
        call.end_snapshot()
        return "error", {"type": "serverFail"}


def _is_request(request: Mapping[str, Any]) -> bool:
    using, calls, created = request.get("using"), request.get("methodCalls"), request.get("createdIds", {})
    if not isinstance(using, list) or not all(isinstance(name, str) for name in using):
        return False
    if not isinstance(created, dict) or not all(isinstance(value, str) for value in created.values()):
        return False
    return isinstance(calls, list) and all(
        isinstance(c, list)
        and len(c) == 3
        and isinstance(c[0], str)
        and isinstance(c[1], dict)
        and isinstance(c[2], str)
        for c in calls
    )


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a member stands twice (RFC 7493, 2.3)")
    return found
