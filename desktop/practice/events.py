"""Push by EventSource (RFC 8620, 7.3): one wake-up for each batch of changes. Knows the store.

A subscriber hears of a batch only when it may see something in it, and then gets the new state of each type that moved.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from threading import Lock

from starlette.concurrency import run_in_threadpool

from desktop.practice.jmap.splice import dump
from desktop.practice.store import Store

SHORTEST_PING = 1
LONGEST_PING = 300


@dataclass(eq=False)
class Subscriber:
    """One open connection; its loop alone touches ``dirty``."""

    loop: asyncio.AbstractEventLoop
    numbers: frozenset[int]
    types: frozenset[str]
    dirty: set[str] = field(default_factory=set)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def wake(self, types: frozenset[str]) -> None:
        self.dirty |= types
        self.woken.set()

    def end(self) -> None:
        self.ended = True
        self.woken.set()


class Broker:
    """Whom to wake. Called from any thread."""

    def __init__(self) -> None:
        self._subscribers: set[Subscriber] = set()
        self._lock = Lock()

    def publish(self, touched: Mapping[int, set[str]]) -> None:
        """Tells of one batch: type names by principal number."""
        with self._lock:
            subscribers = list(self._subscribers)
        for subscriber in subscribers:
            types = {name for number in subscriber.numbers & touched.keys() for name in touched[number]}
            heard = frozenset(types & subscriber.types)
            if heard:
                subscriber.loop.call_soon_threadsafe(subscriber.wake, heard)

    def add(self, subscriber: Subscriber) -> None:
        with self._lock:
            self._subscribers.add(subscriber)

    def remove(self, subscriber: Subscriber) -> None:
        with self._lock:
            self._subscribers.discard(subscriber)

    def close(self) -> None:
        """Ends every connection, so that the server can stop."""
        with self._lock:
            subscribers = list(self._subscribers)
        for subscriber in subscribers:
            subscriber.loop.call_soon_threadsafe(subscriber.end)

    @property
    def count(self) -> int:
        """Open connections."""
        return len(self._subscribers)


async def stream(
    store: Store,
    broker: Broker,
    person_id: str,
    *,
    types: frozenset[str],
    ping: int,
    close_after_state: bool,
    last_event: str | None,
) -> AsyncIterator[str]:
    """The text of an event stream.

    Args:
        ping: seconds between pings; 0 for none.
        last_event: the id of the last event a client got before its line broke: what it missed is told at once.
    """
    viewer_numbers, states = await run_in_threadpool(_look, store, person_id)
    subscriber = Subscriber(asyncio.get_running_loop(), viewer_numbers, types)
    broker.add(subscriber)
    try:
        # What happened between a client's last answer and now must not be lost: look again once subscribed.
        _numbers, states = await run_in_threadpool(_look, store, person_id)
        yield ": practice\n\n"
        if last_event is not None and last_event != _mark(states, types):
            yield _event(person_id, states, types, types)
            if close_after_state:
                return
        while not subscriber.ended:
            try:
                await asyncio.wait_for(subscriber.woken.wait(), ping or LONGEST_PING)
            except TimeoutError:
                if ping:
                    yield f"event: ping\ndata: {dump({'interval': ping})}\n\n"
                continue
            subscriber.woken.clear()
            dirty, subscriber.dirty = frozenset(subscriber.dirty), set()
            if not dirty:
                continue
            _numbers, states = await run_in_threadpool(_look, store, person_id)
            yield _event(person_id, states, dirty, types)
            if close_after_state:
                return
    finally:
        broker.remove(subscriber)


def _look(store: Store, person_id: str) -> tuple[frozenset[int], dict[str, str]]:
    with store.reading() as reading:
        viewer = reading.viewer(person_id)
        if viewer is None:
            return frozenset(), {}
        return frozenset(viewer.numbers), reading.states(viewer)


def _mark(states: Mapping[str, str], types: frozenset[str]) -> str:
    return "+".join(states[name].rpartition(".")[2] for name in sorted(types & states.keys()))


def _event(person_id: str, states: Mapping[str, str], changed: frozenset[str], types: frozenset[str]) -> str:
    change = {
        "@type": "StateChange",
        "changed": {person_id: {name: states[name] for name in sorted(changed & states.keys())}},
    }
    return f"event: state\nid: {_mark(states, types)}\ndata: {dump(change)}\n\n"
