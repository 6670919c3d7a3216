"""An independent client (jmapc) at our central: what it understands, others will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from jmapc import Client
from jmapc.client import EventSourceConfig
from jmapc.errors import Error
from jmapc.methods import CoreEcho, CustomMethod, CustomResponse
from jmapc.methods.core import CoreEchoResponse

from desktop.practice.app import create_app
from desktop.practice.serving import RunningServer, loopback_socket
from desktop.practice.store import sqlite_url
from tests.contract.servers import SIZE
from tests.office.tls import terminated
from tests.practice.conftest import USING, build, sign_in
from tests.practice.little import CLERK, INCOMING, act


@dataclass
class Visit:
    """jmapc, signed in; and the central's URL."""

    client: Client
    url: str

    def method(self, name: str, **given: Any) -> CustomMethod:
        made = CustomMethod(data={"accountId": CLERK, **given})
        made.jmap_method = name
        type(made).using = set(USING)
        return made

    def call(self, name: str, **given: Any) -> dict[str, Any]:
        answer = self.client.request(self.method(name, **given), single_response=True)
        assert isinstance(answer, CustomResponse), answer
        assert answer.data is not None
        return answer.data


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    listening = loopback_socket()
    with terminated(tmp_path) as (front, trusted):
        front.target = ("127.0.0.1", listening.getsockname()[1])
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(trusted))
        central = build(sqlite_url(tmp_path / "office.db"), tmp_path, front.base, SIZE)
        with RunningServer(create_app(central), central, listening), requests.Session() as http:
            token = sign_in(http, front.base, "mai")["access_token"]
            client = Client.create_with_api_token(front.base.removeprefix("https://"), token)
            client._event_source_config = EventSourceConfig(types="Handling", closeafter="state")
            yield Visit(client, front.base)
            client.requests_session.close()
        central.close()


def test_it_reads_the_session(visit: Visit) -> None:
    session = visit.client.jmap_session
    assert (session.username, visit.client.account_id) == ("mai", CLERK)
    assert session.api_url == f"{visit.url}/jmap/api"
    assert session.capabilities.core.max_objects_in_get == 500
    assert set(USING) <= session.capabilities.urns


def test_it_hears_its_echo(visit: Visit) -> None:
    said = {"hello": ["Số 05-NQ/ĐU", 1, None]}
    assert visit.client.request(CoreEcho(data=said)) == CoreEchoResponse(data=said)


def test_it_pages_reads_writes_and_follows(visit: Visit) -> None:
    found = visit.call("Handling/query", sort=[{"property": "arrivedAt", "isAscending": False}], limit=5)
    got = visit.call("Handling/get", ids=found["ids"])
    assert [side["id"] for side in got["list"]] == found["ids"] == [f"side-{SIZE - n}" for n in range(5)]
    given = act("receive", CLERK, "side-7", {"registerId": INCOMING})
    made = visit.call("Act/set", create={"k": given})
    assert made["created"]["k"]["outcome"] == "accepted"
    changes = visit.call("Handling/changes", sinceState=got["state"])
    assert (changes["updated"], changes["hasMoreChanges"]) == (["side-7"], False)
    assert visit.call("Handling/get", ids=["side-7"])["list"][0]["arrivalNumber"] == 44


def test_it_understands_an_error_of_a_call(visit: Visit) -> None:
    answers = visit.client.request([visit.method("Handling/changes", sinceState="x"), CoreEcho(data={"n": 1})])
    assert isinstance(answers[0].response, Error)
    assert answers[0].response.type == "cannotCalculateChanges"
    assert answers[1].response == CoreEchoResponse(data={"n": 1})


def test_it_uploads(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 du thao")
    blob = visit.client.upload_blob(path)
    assert (blob.size, blob.type) == (16, "application/pdf")
    assert visit.call("Blob/get", ids=[blob.id])["list"][0]["data:asText"] == "%PDF-1.7 du thao"


def test_it_hears_of_what_it_missed(visit: Visit) -> None:
    # Its types are those of mail: of ours it learns whose event it is, and where to go on from.
    visit.call("Act/set", create={"k": act("receive", CLERK, "side-9", {"registerId": INCOMING})})
    visit.client._last_event_id = "0"
    event = next(visit.client.events)
    assert set(event.data.changed) == {CLERK}
    assert event.id == visit.call("Handling/get", ids=[])["state"].rpartition(".")[2]
