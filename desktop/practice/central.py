"""The parts of one practice central, put together once. Knows every part, no HTTP."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import Any

import structlog
from sqlalchemy import select

from desktop.office.judge import judge
from desktop.practice.acts import ActDesk, Clock, Judge, utc_now
from desktop.practice.blobs import Blobs
from desktop.practice.ears import Ears, announce
from desktop.practice.events import GATHER, Broker
from desktop.practice.jmap.blob_methods import BlobMethods
from desktop.practice.jmap.errors import RequestError
from desktop.practice.jmap.methods import OfficeMethods, methods
from desktop.practice.jmap.request import Call, answer, read_request
from desktop.practice.jmap.session import MAX_TOGETHER, session, session_state
from desktop.practice.oauth import SignIn
from desktop.practice.reading import Reading, Viewer
from desktop.practice.schema import account
from desktop.practice.schemas import Shapes
from desktop.practice.sign_in_page import Resident
from desktop.practice.store import Store

MOST_LISTED = 200
"""Accounts that the sign-in page and the ready line name; a nation's are not listed."""

log = structlog.get_logger("practice.central")


class Central:
    """One practice central.

    Attributes:
        base: the address it is reached at, without a slash at the end.
        network: "internet" or "dedicated", as it says to whoever asks; on neither does a classified document leave it.
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        base: str,
        *,
        rules: Judge = judge,
        clock: Clock = utc_now,
        network: str = "internet",
    ) -> None:
        self.store = store
        self.base = base
        self.network = network
        self.clock = clock
        self.blobs = Blobs(folder / "blobs", store)
        self.desk = ActDesk(store, Shapes(), rules=rules, clock=clock, contents=self.blobs.read)
        self.broker = Broker(store)
        self._ears = Ears(store, partial(self.broker.publish, gather=GATHER), self.broker.publish_all)
        if store.is_shared:
            store.announce = announce
        self.sign_in = SignIn(store)
        self.methods = methods(OfficeMethods(self.desk).table(), BlobMethods(self.blobs, clock).table())
        self._running: dict[str, int] = {}
        self._lock = Lock()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hears, while the context lasts, what other processes behind the same database change."""
        if not self.store.is_shared:
            yield
            return
        self._ears.start()
        try:
            yield
        finally:
            self._ears.stop()

    def close(self) -> None:
        """Ends what is open."""
        self.broker.close()
        self.store.close()

    def ticket_key(self) -> str:
        """What the sign-in page's forms are signed with: one for all processes, as the form may come to another."""
        return self.store.agree("ticket-key", secrets.token_hex(32))

    # -- JMAP

    def session_of(self, person_id: str) -> dict[str, Any]:
        """The session resource of a person."""
        with self.store.reading() as reading:
            person = self._viewer(reading, person_id).person
        return session(person, self.sign_in.username_of(person_id), self.base, self.clock(), self.network)

    def handle(self, person_id: str, body: bytes) -> str:
        """One JMAP request, whole; wakes whom it concerns.

        Raises:
            RequestError: the request as a whole is refused.
        """
        self._enter(person_id)
        try:
            begun = perf_counter()
            request = read_request(body)
            call = Call(person_id, self.store)
            try:
                state = self._session_state(call)
                text = answer(call, request, self.methods, state)
            finally:
                call.end_snapshot()
                self.broker.publish(call.touched)
            names = [name for name, _given, _tag in request["methodCalls"]]
            log.debug(
                "request", person=person_id, calls=names, ms=round((perf_counter() - begun) * 1000), chars=len(text)
            )
            return text
        finally:
            self._leave(person_id)

    def act(self, person_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """One act of somebody who is not at a keyboard.

        Raises:
            SetError: it was not taken.
        """
        result, touched = self.desk.take(person_id, given)
        self.broker.publish(touched)
        return result

    def _viewer(self, reading: Reading, person_id: str) -> Viewer:
        viewer = reading.viewer(person_id)
        if viewer is None:
            raise RequestError("notRequest", "the account is not there any more", status=403)
        return viewer

    def _session_state(self, call: Call) -> str:
        return session_state(self._viewer(call.reading(), call.person_id).person, self.base, self.network)

    def _enter(self, person_id: str) -> None:
        with self._lock:
            if self._running.get(person_id, 0) >= MAX_TOGETHER:
                raise RequestError("limit", "too many requests at once", limit="maxConcurrentRequests", status=429)
            self._running[person_id] = self._running.get(person_id, 0) + 1

    def _leave(self, person_id: str) -> None:
        with self._lock:
            self._running[person_id] -= 1

    # -- people

    def residents(self, limit: int = MOST_LISTED) -> list[Resident]:
        """Those who have an account, the first ``limit`` by user name."""
        with self.store.reading() as reading:
            rows = reading.connection.execute(select(account).order_by(account.c.username).limit(limit))
            found: list[Resident] = []
            for row in list(rows):
                person = reading.get("Person", row.person_id)
                if person is None:
                    continue
                seat = person["positions"][0] if person["positions"] else {"title": "", "unitId": ""}
                unit = reading.get("Unit", seat["unitId"])
                place = unit["name"] if unit else ""
                found.append(Resident(row.person_id, row.username, row.password, person["name"], seat["title"], place))
        return found
