"""Being told of changes: the EventSource of RFC 8620, 7.3, read line by line. Knows jmap and transport."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import structlog

from desktop.central.errors import Broken
from desktop.central.jmap import Central
from desktop.central.meaning import check_status
from desktop.central.transport import Answer, Call, pieces

log = structlog.get_logger(__name__)

PING = 30
"""Seconds between signs of life that are asked for."""

Changed = Callable[[Mapping[str, str]], None]
"""Told of {type: new state}, from the thread that reads."""


def listen(central: Central, types: Sequence[str], changed: Changed, call: Call, *, ping: int = PING) -> bool:
    """Read events until the connection ends. Blocks.

    Returns:
        Whether it is worth listening again: False where the central has no events (204).

    Raises:
        CentralError: the line was cut, or what came makes no sense.
        Stopped: ended from here.
    """
    session = central.session(call)
    url = session.events_from(types, ping)
    headers = {"Accept": "text/event-stream", "Cache-Control": "no-store", "Accept-Encoding": "identity"}

    def work(token: str) -> bool:
        with central.transport.stream(
            "GET", url, call, token=token, headers=headers, read_timeout=3.0 * ping
        ) as response:
            check_status(Answer(response.status_code, response.headers, b"", url))
            if response.status_code == 204:
                return False
            if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
                raise Broken("notTheCentral")
            changed({})  # From here on nothing is missed: what happened before is asked for once.
            for name, data in parse(pieces(response, call)):
                if name == "state":
                    states = read_change(data, session.account_id)
                    if states:
                        changed(states)
        return True

    return central.authorized(work, call)


def parse(stream: Iterable[bytes]) -> Iterator[tuple[str, str]]:
    """Events as (name, data) out of a byte stream (WHATWG, server-sent events).

    Raises:
        Broken: a line longer than a megabyte.
    """
    rest, name, data = b"", "message", []
    for piece in stream:
        rest += piece
        *lines, rest = rest.replace(b"\r\n", b"\n").split(b"\n")
        if len(rest) > 1 << 20:
            raise Broken("tooLarge", most=1 << 20)
        for raw in lines:
            line = raw.decode("utf-8", "replace").rstrip("\r")
            if not line:
                if data:
                    yield name, "\n".join(data)
                name, data = "message", []
                continue
            key, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if key == "event":
                name = value
            elif key == "data":
                data.append(value)


def read_change(text: str, account_id: str) -> dict[str, str]:
    """The new states of our account in a StateChange (RFC 8620, 7.1); what is no such thing says nothing."""
    try:
        body = json.loads(text)
    except ValueError:
        log.info("events.unreadable")
        return {}
    changed = body.get("changed") if isinstance(body, dict) else None
    mine = changed.get(account_id) if isinstance(changed, dict) else None
    return {str(k): str(v) for k, v in mine.items()} if isinstance(mine, dict) else {}
