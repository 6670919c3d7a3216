"""A practice central over real HTTP, and people signed in to it."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from desktop.practice.app import create_app
from desktop.practice.central import Central
from desktop.practice.seeding import sow
from desktop.practice.serving import RunningServer, address, loopback_socket
from desktop.practice.store import Store, sqlite_url
from tests.practice.little import LittleSeed, Object

USING = ["urn:ietf:params:jmap:core", "urn:ietf:params:jmap:blob", "urn:tacnghiep:office"]
CALLBACK = "http://127.0.0.1:4711/callback"


def build(url: str, folder: Path, base: str, size: int = 5, **options: Any) -> Central:
    """A central with a little office in it."""
    store = Store.open(url)
    central = Central(store, folder, base, **options)
    if store.setting("filled") is None:
        sow(store, central.blobs, LittleSeed(size), datetime.now(UTC))
    return central


class Visitor:
    """Someone signed in."""

    def __init__(self, base: str, username: str) -> None:
        self.base = base
        self.http = requests.Session()
        self.http.trust_env = False
        self.tokens = sign_in(self.http, base, username)
        self.http.headers["Authorization"] = f"Bearer {self.tokens['access_token']}"
        self.session = self.http.get(f"{base}/.well-known/jmap").json()
        self.id = next(iter(self.session["accounts"]))

    def post(self, calls: list[Any], **members: Any) -> requests.Response:
        body = {"using": USING, "methodCalls": calls, **members}
        return self.http.post(self.session["apiUrl"], json=body)

    def calls(self, *calls: Any) -> list[Any]:
        answered = self.post(list(calls))
        assert answered.status_code == 200, answered.text
        return answered.json()["methodResponses"]

    def call(self, name: str, /, **given: Any) -> Object:
        return self.calls([name, {"accountId": self.id, **given}, "0"])[0][1]

    def get(self, type_name: str, object_id: str) -> Object | None:
        found = self.call(f"{type_name}/get", ids=[object_id])["list"]
        return found[0] if found else None

    def state(self, type_name: str) -> str:
        return self.call(f"{type_name}/get", ids=[])["state"]

    def act(self, given: Object) -> Object:
        answer = self.call("Act/set", create={"a": given})
        return answer["created"]["a"] if answer["created"] else answer["notCreated"]["a"]

    def upload(self, data: bytes, media_type: str = "application/pdf") -> Object:
        url = self.session["uploadUrl"].replace("{accountId}", self.id)
        return self.http.post(url, data=data, headers={"Content-Type": media_type}).json()

    def blob_url(self, blob_id: str) -> str:
        return f"{self.base}/jmap/download/{self.id}/{blob_id}/van-ban.pdf?type=application%2Fpdf"

    def close(self) -> None:
        self.http.close()


def pkce() -> tuple[str, str]:
    """A verifier and its challenge."""
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    return verifier, challenge


def authorize_params(challenge: str, **members: str) -> dict[str, str]:
    """What the program asks of the sign-in page."""
    return {
        "response_type": "code", "client_id": "tacnghiep-desktop", "redirect_uri": CALLBACK, "state": "s",
        "code_challenge": challenge, "code_challenge_method": "S256", **members,
    }  # fmt: skip


def ticket_in(page: str) -> str:
    """The hidden field of the form."""
    return page.partition('name="ticket" value="')[2].partition('"')[0]


def code_for(http: requests.Session, base: str, username: str, challenge: str) -> str:
    """Signs in by the page's form; the code in the redirection."""
    params = authorize_params(challenge)
    page = http.get(f"{base}/oauth/authorize", params=params)
    fields = {"ticket": ticket_in(page.text), "username": username, "password": "thuchanh"}
    answer = http.post(f"{base}/oauth/authorize", params=params, data=fields, allow_redirects=False)
    assert answer.status_code == 303, answer.text
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert query["state"] == ["s"]
    return query["code"][0]


def redeem(http: requests.Session, base: str, code: str, verifier: str) -> requests.Response:
    """A code for tokens."""
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK,
            "client_id": "tacnghiep-desktop", "code_verifier": verifier}  # fmt: skip
    return http.post(f"{base}/oauth/token", data=form)


def sign_in(http: requests.Session, base: str, username: str) -> Object:
    """The tokens of a person."""
    verifier, challenge = pkce()
    answer = redeem(http, base, code_for(http, base, username, challenge), verifier)
    assert answer.status_code == 200, answer.text
    return answer.json()


class Town:
    """A running central, and whoever visits it."""

    def __init__(self, central: Central) -> None:
        self.central = central
        self.base = central.base
        self._visitors: dict[str, Visitor] = {}

    def visit(self, username: str) -> Visitor:
        if username not in self._visitors:
            self._visitors[username] = Visitor(self.base, username)
        return self._visitors[username]

    def close(self) -> None:
        for visitor in self._visitors.values():
            visitor.close()


def running(url: str, folder: Path, **options: Any) -> Iterator[Town]:
    """Serves until told to go on."""
    listening = loopback_socket()
    central = build(url, folder, address(listening), **options)
    with RunningServer(create_app(central), central, listening):
        town = Town(central)
        try:
            yield town
        finally:
            town.close()
    central.close()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A running central on SQLite."""
    yield from running(sqlite_url(tmp_path / "office.db"), tmp_path)


@pytest.fixture
def mai(town: Town) -> Visitor:
    """The commune's clerk."""
    return town.visit("mai")


@pytest.fixture
def tam(town: Town) -> Visitor:
    """The commune's leader."""
    return town.visit("tam")


@pytest.fixture
def duc(town: Town) -> Visitor:
    """The commune's specialist."""
    return town.visit("duc")


@pytest.fixture
def ha(town: Town) -> Visitor:
    """The province's clerk."""
    return town.visit("ha")
