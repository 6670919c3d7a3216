"""Several processes behind one PostgreSQL: what one is told, those who listen at another hear; each on its own line."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import requests
from sqlalchemy import text

from desktop.practice import schema
from desktop.practice.ears import MOST_BYTES, payloads, read
from desktop.practice.serving import address, loopback_socket
from desktop.practice.store import Store
from desktop.practice.workers import Job, Worker, end, start, workers
from tests.office.postgres import postgres_url  # noqa: F401  # a fixture is found by its name in the module
from tests.practice.conftest import Visitor, authorize_params, build, pkce, redeem, ticket_in
from tests.practice.little import CLERK, INCOMING, LEADER, act
from tests.practice.test_events import listening

LISTENERS = "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' ORDER BY backend_start"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of all of them lie."""
    return tmp_path_factory.mktemp("several")


@pytest.fixture(scope="module")
def store(postgres_url: str, folder: Path) -> Iterator[Store]:  # noqa: F811
    """A little office on PostgreSQL, seen from beside."""
    found = Store.open(postgres_url)
    schema.metadata.drop_all(found.engine)
    found.close()
    build(postgres_url, folder, "http://127.0.0.1:1", 12).close()
    with closing(Store.open(postgres_url)) as found:
        yield found


@contextmanager
def serving(store: Store, folder: Path) -> Iterator[Worker]:
    """A process on a port of its own."""
    worker = start(Job(store.engine.url.render_as_string(hide_password=False), str(folder), pki=False))
    try:
        yield worker
    finally:
        end(worker)
        assert worker.process.returncode in (0, -signal.SIGKILL)


@pytest.fixture(scope="module")
def two(store: Store, folder: Path) -> Iterator[tuple[Worker, Worker]]:
    """Two processes."""
    with serving(store, folder) as first, serving(store, folder) as second:
        yield first, second


def test_a_change_at_one_wakes_who_listens_at_the_other(two: tuple[Worker, Worker]) -> None:
    mai, tam = Visitor(two[0].url, "mai"), Visitor(two[1].url, "tam")
    with listening(tam) as stream:
        sent = {str(n): act("receive", CLERK, f"side-{n}", {"registerId": INCOMING}) for n in range(1, 4)}
        mai.call("Act/set", create=sent)
        newest = {name: tam.state(name) for name in ("Handling", "Register", "Act")}
        heard: dict[str, str] = {}
        while heard != newest:  # One event at best; several where the acts took longer than they are gathered.
            change = json.loads(stream.next()["data"])["changed"]
            assert set(change) == {LEADER}
            heard |= change[LEADER]
    assert len(tam.call("Handling/get", ids=["side-1", "side-2", "side-3"])["list"]) == 3
    mai.close()
    tam.close()


def test_principals_drawn_at_one_are_known_at_the_other(two: tuple[Worker, Worker]) -> None:
    mai, duc = Visitor(two[0].url, "mai"), Visitor(two[1].url, "duc")
    before = duc.state("Document")
    assert duc.call("Handling/query")["ids"] == []
    mai.act(act("receive", CLERK, "side-4", {"registerId": INCOMING}))
    lead = {"unitId": "unit-vp", "personId": duc.id}
    assert mai.act(act("transfer", CLERK, "side-4", {"lead": lead}))["outcome"] == "accepted"
    assert duc.call("Document/changes", sinceState=before)["created"] == ["doc-4"]
    assert len(duc.call("Handling/query")["ids"]) == 1
    mai.close()
    duc.close()


def test_one_signs_in_at_one_and_goes_on_at_the_other(two: tuple[Worker, Worker]) -> None:
    """Page, form, code, token and file each come to whichever process takes them."""
    verifier, challenge = pkce()
    params = authorize_params(challenge)
    with requests.Session() as http:
        http.trust_env = False
        page = http.get(f"{two[0].url}/oauth/authorize", params=params).text
        fields = {"ticket": ticket_in(page), "username": "mai", "password": "thuchanh"}
        answer = http.post(f"{two[1].url}/oauth/authorize", params=params, data=fields, allow_redirects=False)
        assert answer.status_code == 303
        code = answer.headers["Location"].partition("code=")[2].partition("&")[0]
        token = redeem(http, two[0].url, code, verifier).json()["access_token"]
        http.headers["Authorization"] = f"Bearer {token}"
        kept = http.post(f"{two[1].url}/jmap/upload/{CLERK}/", data=b"%PDF-1.7 x").json()
        got = http.get(f"{two[0].url}/jmap/download/{CLERK}/{kept['blobId']}/x.pdf")
        assert got.content == b"%PDF-1.7 x"


def test_who_listens_is_woken_once_the_line_to_the_database_is_back(store: Store, two: tuple[Worker, Worker]) -> None:
    mai = Visitor(two[0].url, "mai")
    with listening(mai) as stream:
        with store.engine.begin() as connection:
            cut = connection.execute(text(f"SELECT count(pg_terminate_backend(pid)) FROM ({LISTENERS}) AS l")).scalar()
        assert cut == 2
        assert set(json.loads(stream.next()["data"])["changed"][CLERK]) == set(schema.TYPES)
        mai.session["apiUrl"] = f"{two[1].url}/jmap/api"
        mai.act(act("receive", CLERK, "side-5", {"registerId": INCOMING}))
        assert stream.next()["event"] == "state"
    mai.close()


def test_the_others_go_on_when_one_is_killed(store: Store, folder: Path, two: tuple[Worker, Worker]) -> None:
    with serving(store, folder) as goes:
        mai = Visitor(goes.url, "mai")
        mai.act(act("receive", CLERK, "side-6", {"registerId": INCOMING}))
        goes.process.send_signal(signal.SIGKILL)
        goes.process.wait()
    tam = Visitor(two[0].url, "tam")
    with listening(tam) as stream:
        mai.session["apiUrl"] = f"{two[1].url}/jmap/api"
        assert mai.act(act("receive", CLERK, "side-7", {"registerId": INCOMING}))["outcome"] == "accepted"
        assert stream.next()["event"] == "state"
    mai.close()
    tam.close()


def test_processes_share_one_socket(store: Store, folder: Path) -> None:
    job = Job(store.engine.url.render_as_string(hide_password=False), str(folder), "http://127.0.0.1:1", pki=False)
    with closing(loopback_socket()) as listening_at:
        listening_at.listen()
        url = f"{address(listening_at)}/.well-known/oauth-authorization-server"
        with workers(job, listening_at, 2):
            issuers = {requests.get(url, timeout=10).json()["issuer"] for _ in range(20)}
    assert issuers == {"http://127.0.0.1:1"}
    with pytest.raises(requests.ConnectionError):
        requests.get(url, timeout=10)


def test_a_principal_that_was_drawn_and_undone_is_nobody(store: Store) -> None:
    drawn: dict[str, int] = {}

    def draw_and_fail() -> None:
        with store.writing() as writing:
            drawn.update(writing.make_numbers({"person:nobody"}))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw_and_fail()
    with store.reading() as reading:
        assert reading.numbers_of({"person:nobody"}) == ()
    with store.writing() as writing:
        assert writing.make_numbers({"person:nobody"})["person:nobody"] not in drawn.values()
    with store.reading() as reading:
        assert len(reading.numbers_of({"person:nobody"})) == 1


def test_what_is_announced_is_read_again_however_much_it_is() -> None:
    touched = {number: {schema.TYPES[number % 8], "Act"} for number in range(1, 5000)}
    sent = list(payloads("abcd1234", touched))
    assert len(sent) > 1
    assert all(len(line.encode()) <= MOST_BYTES for line in sent)
    heard = [read(line) for line in sent]
    assert {name for name, _ in heard} == {"abcd1234"}
    assert {number: set(types) for _, part in heard for number, types in part.items()} == touched
