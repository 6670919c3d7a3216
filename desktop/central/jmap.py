"""JMAP Core (RFC 8620) from the client's side: session resource, batches with back-references, checked answers.

Knows transport and errors. What comes back is checked for shape before anyone uses it: a central that lies is
"broken", and never a crash. Objects stay plain dicts, with every property that a newer central may add.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar
from urllib.parse import quote

from desktop.central import shapes
from desktop.central.errors import Broken, Busy, MethodError, Refused
from desktop.central.meaning import check_status, retry_after
from desktop.central.transport import Answer, Call, Transport, joined, must_be_safe, origin_of

CORE = "urn:ietf:params:jmap:core"
BLOB = "urn:ietf:params:jmap:blob"
OFFICE = "urn:tacnghiep:office"

T = TypeVar("T")


class Tokens(Protocol):
    """Where access tokens come from."""

    def access(self, call: Call) -> str:
        """A token believed to be good; a bearer's, or with another scheme in front of it. Raises CentralError."""
        ...

    def renew(self, used: str, call: Call) -> str:
        """A token other than ``used``, which was refused. Raises Refused("signedOut") when signing in is needed."""
        ...


@dataclass(frozen=True)
class Limits:
    """What the central takes (RFC 8620, 2; RFC 9404, 2); sizes in bytes."""

    max_size_upload: int = 50_000_000
    max_size_request: int = 10_000_000
    max_calls_in_request: int = 16
    max_objects_in_get: int = 500
    max_objects_in_set: int = 500
    max_data_sources: int = 64

    @classmethod
    def read(cls, core: Mapping[str, Any], blob: Mapping[str, Any]) -> Limits:
        """From the capabilities; what is missing or no positive number keeps its default."""

        def number(source: Mapping[str, Any], name: str, default: int) -> int:
            value = source.get(name)
            return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else default

        return cls(
            number(core, "maxSizeUpload", cls.max_size_upload),
            number(core, "maxSizeRequest", cls.max_size_request),
            number(core, "maxCallsInRequest", cls.max_calls_in_request),
            number(core, "maxObjectsInGet", cls.max_objects_in_get),
            number(core, "maxObjectsInSet", cls.max_objects_in_set),
            number(blob, "maxDataSources", cls.max_data_sources),
        )


@dataclass(frozen=True)
class SessionResource:
    """What the central says about itself and the person signed in (RFC 8620, 2). URLs are absolute."""

    username: str
    account_id: str
    api_url: str
    upload_url: str
    download_url: str
    event_source_url: str
    state: str
    limits: Limits
    office: Mapping[str, Any]
    has_blobs: bool

    def upload_to(self) -> str:
        return self.upload_url.replace("{accountId}", quote(self.account_id, safe=""))

    def download_from(self, blob_id: str, name: str, media_type: str) -> str:
        values = {"accountId": self.account_id, "blobId": blob_id, "name": name or "file", "type": media_type}
        return _filled(self.download_url, values)

    def events_from(self, types: Sequence[str], ping: int) -> str:
        return _filled(self.event_source_url, {"types": ",".join(types) or "*", "closeafter": "no", "ping": str(ping)})


def _filled(template: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        template = template.replace("{" + name + "}", quote(value, safe=""))
    return template


@dataclass(frozen=True)
class Handle:
    """One method call of a batch, by which its answer is found and later calls refer to it.

    Attributes:
        whole: whether whole objects were asked for, and not some of their properties.
    """

    id: str
    method: str
    whole: bool = True

    def ref(self, path: str) -> dict[str, str]:
        """A ResultReference (RFC 8620, 3.7)."""
        return {"resultOf": self.id, "name": self.method, "path": path}


@dataclass
class Batch:
    """Method calls that go together in one round trip."""

    account_id: str
    capability: str = OFFICE
    calls: list[tuple[str, dict[str, Any], str]] = field(default_factory=list)
    blobs: bool = False

    def add(self, method: str, **args: Any) -> Handle:
        """Append a call. An argument that is a ``Handle.ref`` is named with a leading ``ref_``."""
        named = {(f"#{k[4:]}" if k.startswith("ref_") else k): v for k, v in args.items()}
        handle = Handle(f"c{len(self.calls)}", method, "properties" not in args)
        self.calls.append((method, {"accountId": self.account_id, **named}, handle.id))
        self.blobs = self.blobs or method.startswith("Blob/")
        return handle

    def wire(self) -> bytes:
        using = [CORE, self.capability] + ([BLOB] if self.blobs else [])
        text = json.dumps(
            {"using": using, "methodCalls": [list(c) for c in self.calls]}, ensure_ascii=False, separators=(",", ":")
        )
        return text.encode()


@dataclass(frozen=True)
class Got:
    state: str
    objects: list[dict[str, Any]]
    not_found: list[str]


@dataclass(frozen=True)
class Queried:
    ids: list[str]
    position: int
    total: int | None


@dataclass(frozen=True)
class Changed:
    created: list[str]
    updated: list[str]
    destroyed: list[str]
    old_state: str
    new_state: str
    more: bool

    @property
    def empty(self) -> bool:
        return not (self.created or self.updated or self.destroyed)


@dataclass(frozen=True)
class SetAnswer:
    created: dict[str, dict[str, Any]]
    not_created: dict[str, dict[str, Any]]


class Responses:
    """The answers of one batch, by handle."""

    def __init__(self, body: Any, size: int) -> None:
        self.size = size
        self.session_state = ""
        self._by_id: dict[str, tuple[str, dict[str, Any]]] = {}
        entries = body.get("methodResponses") if isinstance(body, dict) else None
        if not isinstance(entries, list):
            raise Broken("wrongShape", where="methodResponses")
        self.session_state = str(body.get("sessionState", ""))
        for entry in entries:
            match entry:
                case [str(name), dict() as args, str(call_id)]:
                    self._by_id.setdefault(call_id, (name, args))
                case _:
                    raise Broken("wrongShape", where="methodResponses")

    def of(self, handle: Handle) -> dict[str, Any]:
        """The arguments of one answer.

        Raises:
            MethodError: the method failed.
            Busy: the central said that it may be tried again.
            Broken: there is no such answer.
        """
        name, args = self._by_id.get(handle.id, ("", {}))
        if name == "error":
            kind = args.get("type")
            if kind in ("serverUnavailable", "rateLimit"):
                raise Busy("rateLimit" if kind == "rateLimit" else "busy")
            raise MethodError(kind if isinstance(kind, str) else "unknown", handle.method)
        if name != handle.method:
            raise Broken("wrongShape", where=handle.method)
        return args

    def got(self, handle: Handle) -> Got:
        """A /get answer. Objects that do not fit their type are left out of it, and told in the log."""
        args = self.of(handle)
        objects = args.get("list")
        if not isinstance(objects, list) or not all(isinstance(o, dict) and _is_id(o.get("id")) for o in objects):
            raise Broken("wrongShape", where=handle.method)
        if handle.whole:
            objects = shapes.fitting(handle.method.partition("/")[0], objects)
        return Got(_state(args.get("state"), handle), objects, _ids(args.get("notFound") or [], handle))

    def queried(self, handle: Handle) -> Queried:
        """A /query answer."""
        args = self.of(handle)
        total = args.get("total")
        position = args.get("position", 0)
        if not _is_count(position) or not (total is None or _is_count(total)):
            raise Broken("wrongShape", where=handle.method)
        return Queried(_ids(args.get("ids"), handle), position, total)

    def changed(self, handle: Handle) -> Changed:
        """A /changes answer."""
        args = self.of(handle)
        more = args.get("hasMoreChanges")
        if not isinstance(more, bool):
            raise Broken("wrongShape", where=handle.method)
        return Changed(
            _ids(args.get("created"), handle),
            _ids(args.get("updated"), handle),
            _ids(args.get("destroyed"), handle),
            _state(args.get("oldState"), handle),
            _state(args.get("newState"), handle),
            more,
        )

    def set_(self, handle: Handle) -> SetAnswer:
        """A /set answer's creations."""
        args = self.of(handle)
        created, not_created = args.get("created") or {}, args.get("notCreated") or {}
        for each in (created, not_created):
            if not isinstance(each, dict) or not all(isinstance(v, dict) for v in each.values()):
                raise Broken("wrongShape", where=handle.method)
        return SetAnswer(created, not_created)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= shapes.LARGEST


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 255


def _state(value: Any, handle: Handle) -> str:
    if not isinstance(value, str):
        raise Broken("wrongShape", where=handle.method)
    return value


def _ids(value: Any, handle: Handle) -> list[str]:
    if not isinstance(value, list) or not all(_is_id(v) for v in value):
        raise Broken("wrongShape", where=handle.method)
    return value


class Central:
    """One central system, as one person. Thread-safe; every method blocks.

    Args:
        url: the central's origin, e.g. ``https://van-phong.example.vn``.
        admit: looks at each session resource before it is used; raises where this central may not be spoken to.
        capability: whose account and types are spoken of; another server's, where this client is tried against it.

    Attributes:
        round_trip: entered while a batch is on its way, so that files can stand back meanwhile.
    """

    def __init__(
        self,
        url: str,
        transport: Transport,
        tokens: Tokens,
        admit: Callable[[SessionResource], object] = lambda _: None,
        *,
        capability: str = OFFICE,
    ) -> None:
        must_be_safe(url)
        self._capability = capability
        self.url = url.rstrip("/")
        self.transport = transport
        self._tokens = tokens
        self._admit = admit
        self._lock = threading.Lock()
        self._session: SessionResource | None = None
        self._moved_to = ""
        self._account_id = ""
        self.round_trip: Callable[[], AbstractContextManager[None]] = nullcontext

    def session(self, call: Call, *, fresh: bool = False) -> SessionResource:
        """The session resource, asked for once and again where ``fresh``.

        Raises:
            CentralError: as its kind says; Refused("accountMissing") when this person has no account for office work,
                and what ``admit`` raises.
        """
        with self._lock:
            known = self._session
        if known is not None and not fresh:
            return known
        url = f"{self.url}/.well-known/jmap"
        answer = self.authorized(lambda t: check_status(self.transport.ask("GET", url, call, token=t)), call)
        session = read_session(answer.json(), answer.url or url, self._capability)
        self._admit(session)
        with self._lock:
            if self._account_id not in ("", session.account_id):
                # What is here is one account's; another's must not be laid over it.
                raise Refused("accountMissing")
            self._account_id = session.account_id
            self._session = session
        return session

    def authorized(self, work: Callable[[str], T], call: Call) -> T:
        """Run ``work`` with a token, and once more with a renewed one where the first was refused.

        Raises:
            CentralError: Refused("signedOut") where no new token is given: a fresh one that is refused was refused by
                somebody in between.
        """
        token = self._tokens.access(call)
        try:
            return work(token)
        except Refused as error:
            if error.code != "signedOut":
                raise
        fresh = self._tokens.renew(token, call)
        try:
            return work(fresh)
        except Refused as error:
            if error.code != "signedOut":
                raise
            call.doubtful = True
            raise Broken("status", status=401) from error

    def batch(self, call: Call) -> Batch:
        """An empty batch for the account."""
        return Batch(self.session(call).account_id, self._capability)

    def send(self, batch: Batch, call: Call, *, most: int = 16 << 20) -> Responses:
        """One round trip. The time-out grows with the bytes that are sent.

        Raises:
            CentralError: as its kind says.
        """
        session = self.session(call)
        body = batch.wire()
        if len(body) > session.limits.max_size_request:
            raise Refused("requestLimit", limit="maxSizeRequest")
        timeout = 30.0 + len(body) / 16_384
        headers = {"Content-Type": "application/json", "Accept": "application/json"}

        def work(token: str) -> Answer:
            answer = self.transport.ask(
                "POST", session.api_url, call, token=token, headers=headers, body=body, read_timeout=timeout, most=most
            )
            _check_request(answer)
            return check_status(answer)

        with self.round_trip():
            answer = self.authorized(work, call)
        responses = Responses(answer.json(), len(answer.body))
        moved = responses.session_state
        if moved and session.state and moved not in (session.state, self._moved_to):
            with self._lock:
                # Something about the session changed: asked for again before the next batch, once for each state.
                self._session, self._moved_to = None, moved
        return responses


def _check_request(answer: Answer) -> None:
    """Request-level errors (RFC 8620, 3.6.1), sent as problem details."""
    if answer.status < 400 or "problem+json" not in answer.headers.get("Content-Type", ""):
        return
    problem = answer.json()
    kind = problem.get("type") if isinstance(problem, dict) else None
    if kind == "urn:ietf:params:jmap:error:limit":
        limit = str(problem.get("limit", ""))
        if limit in ("maxConcurrentRequests", "maxConcurrentUpload"):
            raise Busy("rateLimit", retry_after(answer.headers))
        raise Refused("requestLimit", limit=limit)


def read_session(body: Any, base: str, capability: str = OFFICE) -> SessionResource:
    """A session resource checked; relative URLs are made absolute (some centrals give them).

    Raises:
        Broken: not one, or its URLs lead to another host: the token would go there.
        Refused: "accountMissing".
    """
    if not isinstance(body, dict) or not isinstance(body.get("capabilities"), dict):
        raise Broken("wrongShape", where="session")
    capabilities, accounts, primary = body["capabilities"], body.get("accounts"), body.get("primaryAccounts")
    urls = {name: body.get(name) for name in ("apiUrl", "uploadUrl", "downloadUrl", "eventSourceUrl")}
    if not all(isinstance(u, str) for u in urls.values()) or CORE not in capabilities:
        raise Broken("wrongShape", where="session")
    absolute = {name: joined(base, str(url)) for name, url in urls.items()}
    for url in absolute.values():
        must_be_safe(url)
        if origin_of(url) != origin_of(base):
            raise Broken("redirected", host=str(origin_of(url)[1]))
    account_id = (primary if isinstance(primary, dict) else {}).get(capability)
    if not isinstance(accounts, dict) or not isinstance(account_id, str) or account_id not in accounts:
        raise Refused("accountMissing")
    of_account = accounts[account_id].get("accountCapabilities", {}) if isinstance(accounts[account_id], dict) else {}
    office = {**_dict(of_account, capability), **_dict(capabilities, capability)}
    return SessionResource(
        str(body.get("username", "")),
        account_id,
        absolute["apiUrl"],
        absolute["uploadUrl"],
        absolute["downloadUrl"],
        absolute["eventSourceUrl"],
        str(body.get("state", "")),
        Limits.read(_dict(capabilities, CORE), _dict(of_account, BLOB)),
        office,
        BLOB in capabilities,
    )


def _dict(source: Any, name: str) -> dict[str, Any]:
    value = source.get(name) if isinstance(source, dict) else None
    return value if isinstance(value, dict) else {}


def chunks(items: Iterable[T], size: int) -> Iterable[list[T]]:
    """``items`` in lists of at most ``size``."""
    part: list[T] = []
    for item in items:
        part.append(item)
        if len(part) >= size:
            yield part
            part = []
    if part:
        yield part
