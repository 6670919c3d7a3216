"""Being told of changes: the EventSource of RFC 8620, 7.3, read line by line. Knows jmap and transport."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import structlog

from desktop.central import strict_json
from desktop.central.errors import Broken, Offline
from desktop.central.jmap import Central
from desktop.central.meaning import check_status
from desktop.central.transport import Answer, Call, pieces

log = structlog.get_logger(__name__)

AT_ONCE = 5
INTERVAL = 0.5
"""Seconds between two events that are passed on, once so many have come at once."""
PING = 30
"""Seconds between signs of life that are asked for."""

Changed = Callable[[Mapping[str, str], str], None]
"""Told of {type: new state} and the event's id, from the thread that reads."""


class Event(NamedTuple):
    """One event; ``id`` is the last one that was given, as in a browser."""

    name: str
    data: str
    id: str


class Silent(Offline):
    """Nothing came for longer than the central is to be silent; ``pinged``: it had given a sign of life before."""

    def __init__(self, *, pinged: bool) -> None:
        super().__init__("timeout")
        self.pinged = pinged


def listen(
    central: Central,
    types: Sequence[str],
    changed: Changed,
    call: Call,
    *,
    ping: int = PING,
    patience: float | None = None,
    last: str = "",
) -> bool:
    """Read events until the connection ends. Blocks.

    Args:
        patience: seconds without a sign of life that end it; three pings where nothing is said.
        last: the id of the last event that was heard: what was missed since is told at once.

    Returns:
        Whether it is worth listening again: False where the central has no events (204).

    Raises:
        CentralError: the line was cut or silent, or what came makes no sense.
        Stopped: ended from here.
    """
    changed = _Calm(changed, call)
    session = central.session(call)
    url = session.events_from(types, ping)
    headers = {"Accept": "text/event-stream", "Cache-Control": "no-store", "Accept-Encoding": "identity"}
    if last and last.isprintable() and last.isascii():
        headers["Last-Event-ID"] = last
    heard = 0

    def work(token: str) -> bool:
        nonlocal heard
        with central.transport.stream(
            "GET", url, call, token=token, headers=headers, read_timeout=patience or 3.0 * ping
        ) as response:
            check_status(Answer(response.status_code, response.headers, b"", url))
            if response.status_code == 204:
                return False
            if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
                raise Broken("notTheCentral")
            changed({}, last)  # From here on nothing is missed: what happened before is asked for once.
            for event in parse(pieces(response, call)):
                heard += 1
                if event.name == "state":
                    states = read_change(event.data, session.account_id)
                    if states:
                        changed(states, event.id)
        return True

    try:
        return central.authorized(work, call)
    except Offline as error:
        if error.code == "timeout":
            raise Silent(pinged=heard > 0) from error
        raise


class _Calm:
    """Passes on what it is told, a few times at once and then at intervals: whoever tells it more often has to wait.

    Not reading is what slows a central down that says without end that something has changed.
    """

    def __init__(self, changed: Callable[..., None], call: Call) -> None:
        self._changed = changed
        self._call = call
        self._stopped = threading.Event()
        self._free_at = time.monotonic()
        call.on_stop(self._stopped.set)

    def __call__(self, *told: Any) -> None:
        now = time.monotonic()
        self._free_at = max(self._free_at, now) + INTERVAL
        ahead = self._free_at - AT_ONCE * INTERVAL - now
        if ahead > 0:
            self._stopped.wait(ahead)
            self._call.check()
        self._changed(*told)


def parse(stream: Iterable[bytes]) -> Iterator[Event]:
    """Events out of a byte stream (WHATWG, server-sent events).

    Raises:
        Broken: a line, or the lines of one event, longer than a megabyte.
    """
    rest, name, data, last = b"", "message", list[str](), ""
    for piece in stream:
        rest += piece
        *lines, rest = rest.replace(b"\r\n", b"\n").split(b"\n")
        if len(rest) + sum(map(len, data)) > 1 << 20:
            raise Broken("tooLarge", most=1 << 20)
        for raw in lines:
            line = raw.decode("utf-8", "replace").rstrip("\r")
            if not line:
                if data:
                    yield Event(name, "\n".join(data), last)
                name, data = "message", []
                continue
            key, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if key == "event":
                name = value
            elif key == "data":
                data.append(value)
            elif key == "id" and "\0" not in value and len(value) < 1024:
                last = value


def read_change(text: str, account_id: str) -> dict[str, str]:
    """The new states of our account in a StateChange (RFC 8620, 7.1); what is no such thing says nothing."""
    try:
        body = strict_json.read(text.encode())
    except ValueError:
        log.info("events.unreadable")
        return {}
    changed = body.get("changed") if isinstance(body, dict) else None
    mine = changed.get(account_id) if isinstance(changed, dict) else None
    return {str(k): str(v) for k, v in mine.items()} if isinstance(mine, dict) else {}
