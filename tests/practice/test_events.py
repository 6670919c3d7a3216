"""Push by EventSource: one wake-up for a batch, to those whom it concerns, for the types they asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests

from tests.practice.conftest import Town, Visitor
from tests.practice.little import CLERK, INCOMING, act


class Listening:
    """One open event stream, read line by line."""

    def __init__(self, answer: requests.Response) -> None:
        self.answer = answer
        self.lines = answer.iter_lines(chunk_size=1, decode_unicode=True)

    def next(self) -> dict[str, str]:
        """The next event; comments are passed over."""
        found: dict[str, str] = {}
        for line in self.lines:
            if not line and found:
                return found
            name, separator, value = line.partition(": ")
            if separator and name:
                found[name] = value
        return found


@contextmanager
def listening(
    visitor: Visitor, types: str = "*", headers: dict[str, str] | None = None, **given: Any
) -> Iterator[Listening]:
    url = visitor.session["eventSourceUrl"]
    for name, value in {"types": types, "closeafter": "no", "ping": 0, **given}.items():
        url = url.replace("{" + name + "}", str(value))
    with visitor.http.get(url, stream=True, timeout=10, headers=headers) as answer:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        stream = Listening(answer)
        # The first line comes once the subscription stands.
        assert next(stream.lines).startswith(":")
        yield stream


def receive(n: int) -> dict[str, Any]:
    return act("receive", CLERK, f"side-{n}", {"registerId": INCOMING})


def test_a_batch_wakes_once_with_the_new_states(mai: Visitor, tam: Visitor) -> None:
    with listening(tam, closeafter="state") as stream:
        mai.call("Act/set", create={str(n): receive(n) for n in range(1, 4)})
        event = stream.next()
        assert stream.next() == {}
    assert event["event"] == "state"
    change = json.loads(event["data"])
    assert change["@type"] == "StateChange"
    assert set(change["changed"][tam.id]) == {"Handling", "Register", "Act"}
    assert change["changed"][tam.id]["Handling"] == tam.state("Handling")


def test_only_the_types_asked_for_and_only_whom_it_concerns(mai: Visitor, tam: Visitor, ha: Visitor) -> None:
    with listening(tam, "Register", closeafter="state") as register, listening(ha, closeafter="state") as issuer:
        mai.act(receive(1))
        assert set(json.loads(register.next()["data"])["changed"][tam.id]) == {"Register"}
        assert set(json.loads(issuer.next()["data"])["changed"][ha.id]) == {"Document"}


def test_a_ping_keeps_the_line_alive(tam: Visitor) -> None:
    with listening(tam, ping=1) as stream:
        event = stream.next()
    assert (event["event"], json.loads(event["data"])) == ("ping", {"interval": 1})


def test_what_was_missed_is_told_at_once(mai: Visitor, tam: Visitor) -> None:
    with listening(tam, closeafter="state") as stream:
        mai.act(receive(1))
        last = stream.next()["id"]
    mai.act(receive(2))
    with listening(tam, closeafter="state", headers={"Last-Event-ID": last}) as stream:
        event = stream.next()
    assert json.loads(event["data"])["changed"][tam.id]["Handling"] == tam.state("Handling")


def test_a_stream_ends_with_the_server(town: Town, tam: Visitor) -> None:
    with listening(tam) as stream:
        town.central.broker.close()
        assert stream.next() == {}


@pytest.mark.parametrize("query", ["types=*&closeafter=no&ping=x", "types=*&closeafter=never&ping=0"])
def test_other_questions_are_refused(tam: Visitor, query: str) -> None:
    assert tam.http.get(f"{tam.base}/jmap/eventsource/?{query}").status_code == 400
