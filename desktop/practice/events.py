"""Push by EventSource (RFC 8620, 7.3): one wake-up for each batch of changes. Knows the store.

A subscriber hears of a batch only when it may see something in it, and then gets the new state of each type that moved.
Thousands listen on one process: whom a change concerns is found by principal; the states are looked up for many at
once, by one thread at a time; and where a change concerns very many, they are told a share at a time, so that they do
not all come to fetch it in the same second.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock

import structlog
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from desktop.practice.jmap.splice import dump
from desktop.practice.schema import TYPES
from desktop.practice.store import Store

SHORTEST_PING = 1
LONGEST_PING = 300

TOGETHER = 50
"""Subscribers whose states are looked up at once."""

MANY = 200
"""A change that concerns more subscribers than this is told to them bit by bit."""

WAKES_A_SECOND = 1000
"""How many of those many are told in a second."""

GATHER = 0.05
"""Seconds for which what other processes tell is gathered: a request of several acts is told there act by act."""

PAUSE = 1.0
"""Seconds before the database is asked again that did not answer."""

log = structlog.get_logger("practice.events")

States = Mapping[str, str]


@dataclass(eq=False, slots=True)
class Subscriber:
    """One open connection; its loop alone touches it.

    Attributes:
        dirty: types that moved, and have not been looked up yet.
        heard: types that moved, with ``states`` as they are now, and have not been sent yet.
    """

    person_id: str
    numbers: frozenset[int]
    types: frozenset[str]
    dirty: set[str] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)
    states: States = field(default_factory=dict)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False


class Broker:
    """Whom to wake. ``publish``, ``publish_all`` and ``close`` may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = Lock()
        self._by_number: dict[int, set[Subscriber]] = {}
        self._everyone: set[Subscriber] = set()
        self._few: dict[Subscriber, None] = {}
        self._many: dict[Subscriber, None] = {}
        self._telling: asyncio.Task[None] | None = None

    # -- from any thread

    def publish(self, touched: Mapping[int, Iterable[str]], *, gather: float = 0.0) -> None:
        """Tells of one batch: type names by principal number.

        Args:
            gather: seconds in which more of the same batch may come.
        """
        if touched:
            self._on_loop(self._mark, {number: frozenset(names) for number, names in touched.items()}, gather)

    def publish_all(self) -> None:
        """Something may have changed for anybody."""
        self._on_loop(self._mark_all)

    def close(self) -> None:
        """Ends every connection, so that the server can stop."""
        self._on_loop(self._end)

    def _on_loop(self, work: object, *given: object) -> None:
        with self._lock:
            loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(work, *given)  # type: ignore[arg-type]  # one of the methods below

    @property
    def count(self) -> int:
        """Open connections."""
        return len(self._everyone)

    # -- on the loop

    def add(self, subscriber: Subscriber) -> None:
        with self._lock:
            self._loop = asyncio.get_running_loop()
        self._everyone.add(subscriber)
        for number in subscriber.numbers:
            self._by_number.setdefault(number, set()).add(subscriber)

    def remove(self, subscriber: Subscriber) -> None:
        self._everyone.discard(subscriber)
        self._few.pop(subscriber, None)
        self._many.pop(subscriber, None)
        for number in subscriber.numbers:
            found = self._by_number.get(number)
            if found is not None:
                found.discard(subscriber)
                if not found:
                    del self._by_number[number]

    def ask(self, subscriber: Subscriber) -> None:
        """Looks its states up and wakes it, whether anything moved or not."""
        self._few[subscriber] = None
        self._begin(0.0)

    def _mark(self, touched: Mapping[int, frozenset[str]], gather: float) -> None:
        concerned: dict[Subscriber, None] = {}
        for number in touched.keys() & self._by_number.keys():
            for subscriber in self._by_number[number]:
                moved = touched[number] & subscriber.types
                if moved:
                    subscriber.dirty |= moved
                    concerned[subscriber] = None
        self._wait_for(concerned, gather)

    def _mark_all(self) -> None:
        for subscriber in self._everyone:
            subscriber.dirty |= subscriber.types & frozenset(TYPES)
        self._wait_for(dict.fromkeys(self._everyone), 0.0)

    def _wait_for(self, concerned: dict[Subscriber, None], gather: float) -> None:
        if not concerned:
            return
        if len(concerned) > MANY:
            self._many.update((one, None) for one in concerned if one not in self._few)
        else:
            self._few.update(concerned)
            for one in concerned:
                self._many.pop(one, None)
        self._begin(gather)

    def _begin(self, gather: float) -> None:
        if self._telling is None or self._telling.done():
            self._telling = asyncio.get_running_loop().create_task(self._tell(gather), name="practice-tell")

    async def _tell(self, gather: float) -> None:
        """Until nobody waits: those of whom there are few come first, between any two shares of the many."""
        await asyncio.sleep(gather)
        while self._few or self._many:
            waiting = self._few or self._many
            share = list(islice(waiting, TOGETHER))
            for subscriber in share:
                del waiting[subscriber]
                subscriber.heard |= subscriber.dirty
                subscriber.dirty.clear()
            try:
                found = await run_in_threadpool(_look, self.store, [one.person_id for one in share])
            except SQLAlchemyError as problem:
                log.warning("events.no-states", problem=type(problem).__name__)
                self._many.update((one, None) for one in share if one in self._everyone)
                await asyncio.sleep(PAUSE)
                continue
            for subscriber, states in zip(share, found, strict=True):
                subscriber.states = states
                subscriber.woken.set()
            if waiting is self._many:
                await asyncio.sleep(len(share) / WAKES_A_SECOND)

    def _end(self) -> None:
        for subscriber in self._everyone:
            subscriber.ended = True
            subscriber.woken.set()


async def stream(
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
    numbers = await run_in_threadpool(_numbers, broker.store, person_id)
    subscriber = Subscriber(person_id, numbers, types)
    broker.add(subscriber)
    try:
        # What happened between a client's last answer and now must not be lost: look again once subscribed.
        broker.ask(subscriber)
        await subscriber.woken.wait()
        subscriber.woken.clear()
        yield ": practice\n\n"
        if last_event is not None and last_event != _mark(subscriber.states, types):
            subscriber.heard.clear()
            yield _event(subscriber, types)
            if close_after_state:
                return
        async for text in _told(subscriber, ping):
            yield text
            if close_after_state and text.startswith("event: state"):
                return
    finally:
        broker.remove(subscriber)


async def _told(subscriber: Subscriber, ping: int) -> AsyncIterator[str]:
    """Events and pings until the server ends."""
    while not subscriber.ended:
        heard, subscriber.heard = frozenset(subscriber.heard), set()
        if heard:
            yield _event(subscriber, heard)
        try:
            await asyncio.wait_for(subscriber.woken.wait(), ping or LONGEST_PING)
        except TimeoutError:
            if ping:
                yield f"event: ping\ndata: {dump({'interval': ping})}\n\n"
        subscriber.woken.clear()


def _numbers(store: Store, person_id: str) -> frozenset[int]:
    with store.reading() as reading:
        viewer = reading.viewer(person_id)
        return frozenset(viewer.numbers) if viewer else frozenset()


def _look(store: Store, people: Sequence[str]) -> list[States]:
    """The present states of these people, from one snapshot."""
    with store.reading() as reading:
        reading.expect(people)
        viewers = [reading.viewer(person_id) for person_id in people]
        return [reading.states(viewer) if viewer else {} for viewer in viewers]


def _mark(states: States, types: frozenset[str]) -> str:
    return "+".join(states[name].rpartition(".")[2] for name in sorted(types & states.keys()))


def _event(subscriber: Subscriber, changed: frozenset[str]) -> str:
    states = subscriber.states
    change = {
        "@type": "StateChange",
        "changed": {subscriber.person_id: {name: states[name] for name in sorted(changed & states.keys())}},
    }
    return f"event: state\nid: {_mark(states, subscriber.types)}\ndata: {dump(change)}\n\n"
