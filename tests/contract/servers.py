"""The servers that the contract is held against, each with its own types, behind one face.

Ours speaks of the office, Cyrus of mail; what RFC 8620 says is the same for both. Where a server is known to differ
from the letter, it says so here, as an attribute, and nowhere else.
"""

from __future__ import annotations

import hashlib
import imaplib
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin

import requests

from desktop.central import jmap
from desktop.central.transport import Call, Transport
from tests.office import cyrus
from tests.practice.conftest import Town, Visitor, running
from tests.practice.little import CLERK, INCOMING, LEADER, SPECIALIST, act, file_of

Object = dict[str, Any]
MAIL = "urn:ietf:params:jmap:mail"
SIZE = 30
"""Documents, and messages: more than one page of every test."""


@dataclass(frozen=True)
class Deed:
    """Something done to one object of a type; ``do`` does it and gives the object's identifier."""

    type: str
    do: Callable[[], str]


@dataclass(frozen=True)
class Differs:
    """Where a server differs from the letter of RFC 8620: what our client has to live with.

    Attributes:
        rubbish_state: what it says to a state that it never gave, beside cannotCalculateChanges (5.2); "" for a mere
            answer without changes.
        no_state: what it says to no state at all, beside invalidArguments (5.2).
        bad_reference: its name for invalidResultReference (3.7), which an earlier draft had.
        too_many: whether too many identifiers are the whole request's error, and not the call's (5.1).
        repeats: types of which an object asked for twice comes twice (5.1).
        twins: whether a request with a member twice is taken (RFC 7493, 2.3).
        plain_refusal: whether a request that is not called JSON is refused without a problem document (3.6.1).
        totals_always: whether the total comes unasked (5.5).
        deaf: whether it has no event source but answers 204 (7.3).
    """

    rubbish_state: frozenset[str] = frozenset()
    no_state: frozenset[str] = frozenset()
    bad_reference: str = "invalidResultReference"
    too_many: bool = False
    repeats: frozenset[str] = frozenset()
    twins: bool = False
    plain_refusal: bool = False
    totals_always: bool = False
    deaf: bool = False


CYRUS = Differs(
    rubbish_state=frozenset({"invalidArguments", ""}),
    no_state=frozenset({"cannotCalculateChanges"}),
    bad_reference="resultReference",
    too_many=True,
    repeats=frozenset({"Email"}),
    twins=True,
    plain_refusal=True,
    totals_always=True,
    deaf=True,
)
"""3.6.1, as Debian 12 has it."""


class Server(Protocol):
    """One server, as one person.

    Attributes:
        capability: the one whose types are used.
        sorts: property that each type can be sorted by.
        holds: a type with more objects than one page.
    """

    name: str
    url: str
    capability: str
    account: str
    http: requests.Session
    session: Object
    sorts: Mapping[str, str]
    holds: str
    has_blob_methods: bool
    differs: Differs

    def tokens(self) -> jmap.Tokens: ...
    def deed(self, what: str) -> Deed: ...
    def create(self) -> tuple[str, Object]: ...
    def blob_id(self, data: bytes) -> str: ...


@dataclass
class Wire:
    """Raw HTTP to a server: what is to be proven of it goes past our client."""

    server: Server
    using: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.using = self.using or [jmap.CORE, self.server.capability]
        if self.server.has_blob_methods and jmap.BLOB not in self.using:
            self.using.append(jmap.BLOB)

    def address(self, name: str, /, **values: str) -> str:
        """A URL of the session, made absolute and filled in."""
        found = urljoin(f"{self.server.url}/", self.server.session[name])
        for key, value in values.items():
            found = found.replace("{" + key + "}", value)
        return found

    def send(self, body: bytes, kind: str = "application/json") -> requests.Response:
        return self.server.http.post(self.address("apiUrl"), data=body, headers={"Content-Type": kind}, timeout=30)

    def post(self, calls: list[Any], **members: Any) -> requests.Response:
        body = {"using": self.using, "methodCalls": calls, **members}
        return self.server.http.post(self.address("apiUrl"), json=body, timeout=30)

    def calls(self, *calls: tuple[str, Object]) -> list[Any]:
        """Method calls for the account, tagged 0, 1, 2 …; their responses."""
        listed = [[name, {"accountId": self.server.account, **given}, str(n)] for n, (name, given) in enumerate(calls)]
        answered = self.post(listed)
        assert answered.status_code == 200, answered.text
        return answered.json()["methodResponses"]

    def call(self, name: str, /, **given: Any) -> Object:
        """The arguments of one call's answer."""
        return self.calls((name, given))[0][1]

    def ids(self, type_name: str, **given: Any) -> list[str]:
        return self.call(f"{type_name}/query", **given)["ids"]

    def state(self, type_name: str) -> str:
        return self.call(f"{type_name}/get", ids=[])["state"]


class Ours:
    """The practice office, as the commune's clerk."""

    capability = jmap.OFFICE
    sorts: Mapping[str, str] = {
        "Unit": "id", "Person": "id", "Register": "id", "Document": "updatedAt", "Handling": "arrivedAt",
        "Task": "updated", "ScheduleEntry": "start", "Act": "receivedAt",
    }  # fmt: skip
    holds = "Handling"
    has_blob_methods = True
    differs = Differs()

    def __init__(self, name: str, town: Town) -> None:
        self.name = name
        self.url = town.base
        self._town = town
        self._mai = town.visit("mai")
        self.http, self.session, self.account = self._mai.http, self._mai.session, self._mai.id
        self._sides = itertools.count(1)
        self._drafts = itertools.count(1)

    def tokens(self) -> jmap.Tokens:
        return _Bearer(self._mai)

    def create(self) -> tuple[str, Object]:
        return "Act", act("receive", CLERK, f"side-{next(self._sides)}", {"registerId": INCOMING})

    def deed(self, what: str) -> Deed:
        if what == "updated":
            return Deed("Handling", self._receive)
        if what == "created":
            return Deed("Document", self._submitted)
        draft = self._submitted()
        return Deed("Document", lambda: self._refused(draft))

    def _receive(self) -> str:
        _, given = self.create()
        assert self._mai.act(given)["outcome"] == "accepted"
        return given["subjectId"]

    def _submitted(self) -> str:
        draft, data = f"draft-{next(self._drafts)}", b"%PDF-1.7 du thao"
        duc = self._town.visit("duc")
        duc.upload(data)
        fields = {"subject": "Tờ trình", "secrecy": "none", "file": file_of(data)}
        for kind, payload in (("draft", {"document": fields}), ("submit", {"signerId": LEADER})):
            assert duc.act(act(kind, SPECIALIST, draft, payload))["outcome"] == "accepted"
        return draft

    def _refused(self, draft: str) -> str:
        """Goes back to its author: nobody else sees it any more."""
        refusal = act("refuse", LEADER, draft, {"reason": "Bổ sung số liệu"})
        assert self._town.visit("tam").act(refusal)["outcome"] == "accepted"
        return draft

    def blob_id(self, data: bytes) -> str:
        return str(file_of(data)["blobId"])


@dataclass(frozen=True)
class _Bearer:
    visitor: Visitor

    def access(self, call: Call) -> str:
        return self.visitor.tokens["access_token"]

    def renew(self, used: str, call: Call) -> str:
        return used


def message(n: int, text: str = "Nội dung", *, subject: str = "") -> bytes:
    """A message as RFC 5322 has it."""
    head = (
        f"From: Van thu <vanthu@example.vn>\r\nTo: mai@example.vn\r\nSubject: {subject or f'Van ban so {n}'}\r\n"
        f"Message-ID: <{n}@example.vn>\r\nDate: Fri, 20 Nov 2026 {n // 60 % 24:02d}:{n % 60:02d}:00 +0700\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode() + text.encode() + b"\r\n"


class Mail:
    """Cyrus, as the same clerk; everything else about her mailbox is done by IMAP."""

    name = "cyrus"
    capability = MAIL
    sorts: Mapping[str, str] = {"Mailbox": "name", "Email": "receivedAt"}
    holds = "Email"
    has_blob_methods = False
    differs = CYRUS

    def __init__(self, server: cyrus.Cyrus) -> None:
        self.server = server
        self.url = server.url
        self.http = requests.Session()
        self.http.trust_env = False
        self.http.auth = ("mai", cyrus.PASSWORD)
        self.session = self.http.get(f"{self.url}/.well-known/jmap").json()
        self.account = self.session["primaryAccounts"][MAIL]
        self.imap = server.imap("mai")
        self._numbers = itertools.count(1000)
        for n in range(SIZE):
            self.append(message(n))

    def tokens(self) -> jmap.Tokens:
        return cyrus.Basic("mai")

    def create(self) -> tuple[str, Object]:
        return "Mailbox", {"name": f"Cap {next(self._numbers)}", "parentId": None}

    def deed(self, what: str) -> Deed:
        if what == "created":
            return Deed("Email", lambda: self._email_of(self.append(message(next(self._numbers)))))
        uid = self.append(message(next(self._numbers)))
        email = self._email_of(uid)
        if what == "updated":
            return Deed("Email", lambda: self._stored(uid, email, r"(\Flagged)"))
        return Deed("Email", lambda: self._stored(uid, email, r"(\Deleted)"))

    def append(self, data: bytes) -> str:
        """Put a message into the inbox; its UID (RFC 4315)."""
        kind, answer = self.imap.append("INBOX", "", imaplib.Time2Internaldate(1_795_000_000), data)
        assert kind == "OK", answer
        found = re.search(rb"APPENDUID \d+ (\d+)", answer[0])
        assert found is not None, answer
        return found[1].decode()

    def _stored(self, uid: str, email: str, flag: str) -> str:
        self.imap.select("INBOX")
        assert self.imap.uid("STORE", uid, "+FLAGS", flag)[0] == "OK"
        if "Deleted" in flag:
            assert self.imap.expunge()[0] == "OK"
        self.imap.unselect()
        return email

    def _email_of(self, uid: str) -> str:
        """The identifier that JMAP has for a message (RFC 8474)."""
        self.imap.select("INBOX", readonly=True)
        _, answer = self.imap.uid("FETCH", uid, "(EMAILID)")
        self.imap.unselect()
        found = re.search(rb"EMAILID \((\S+?)\)", b" ".join(x if isinstance(x, bytes) else x[0] for x in answer if x))
        assert found is not None, answer
        return found[1].decode()

    def blob_id(self, data: bytes) -> str:
        return f"G{hashlib.sha1(data).hexdigest()}"

    def close(self) -> None:
        self.imap.logout()
        self.http.close()


@contextmanager
def ours(name: str, url: str, folder: Path) -> Iterator[Ours]:
    for town in running(url, folder, size=SIZE):
        yield Ours(name, town)


@contextmanager
def core(server: Server) -> Iterator[jmap.Central]:
    """Our client's core, speaking to a server."""
    transport = Transport()
    try:
        yield jmap.Central(server.url, transport, server.tokens(), capability=server.capability)
    finally:
        transport.close()
