"""The session resource (RFC 8620, 2)."""

from __future__ import annotations

import pytest
import requests

from desktop.central.jmap import CORE
from tests.contract.servers import Server, Wire

LIMITS = (
    "maxSizeUpload", "maxConcurrentUpload", "maxSizeRequest", "maxConcurrentRequests", "maxCallsInRequest",
    "maxObjectsInGet", "maxObjectsInSet",
)  # fmt: skip


def test_it_names_capabilities_accounts_and_addresses(server: Server) -> None:
    session = server.session
    core = session["capabilities"][CORE]
    assert all(isinstance(core[name], int) and core[name] > 0 for name in LIMITS)
    assert isinstance(core["collationAlgorithms"], list)
    account = session["accounts"][session["primaryAccounts"][server.capability]]
    assert isinstance(account["name"], str)
    assert (account["isPersonal"], account["isReadOnly"]) == (True, False)
    assert server.capability in account["accountCapabilities"]
    assert server.capability in session["capabilities"]
    assert session["username"] == "mai"
    assert isinstance(session["state"], str)


def test_its_addresses_are_templates(server: Server) -> None:
    session = server.session
    assert all(f"{{{v}}}" in session["downloadUrl"] for v in ("accountId", "blobId", "name", "type"))
    assert "{accountId}" in session["uploadUrl"]
    assert all(f"{{{v}}}" in session["eventSourceUrl"] for v in ("types", "closeafter", "ping"))


def test_nobody_gets_it_without_saying_who(server: Server) -> None:
    answer = requests.get(f"{server.url}/.well-known/jmap", timeout=10)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"]


def test_every_answer_bears_its_state(server: Server, wire: Wire) -> None:
    answer = wire.post([["Core/echo", {}, "e"]])
    assert answer.headers["Content-Type"].partition(";")[0] == "application/json"
    assert answer.json()["sessionState"] == server.session["state"]


@pytest.mark.parametrize("field", ["apiUrl", "uploadUrl", "downloadUrl", "eventSourceUrl"])
def test_its_addresses_stay_at_the_server(server: Server, wire: Wire, field: str) -> None:
    assert wire.address(field).startswith(f"{server.url}/")
