"""Asking the services that signing leans on (time-stamps, revocation) without ever being held up by them.

Every question has an end: a time for the whole answer, a size, no redirects, and only addresses that this machine's
network allows. After one time-out the service is passed over until the next batch (a circuit breaker), so that two
hundred files do not wait two hundred times; whoever waits can be let go at once. Knows requests. Threads may share it.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field

import requests

from .effort import waiting
from .proxies import Proxies
from .reach import Reach
from .sessions import session_for

_CONNECT = 10.0  # seconds, at most: what cannot even be reached is not waited for
_PIECE = 64 * 1024
_FAILURES = 3  # quick ones in a row before a service is passed over: a page of errors may be a passing thing


class ServiceFailed(Exception):
    """No answer that counts.

    Attributes:
        cause: "timeout", "unreachable", "status", "tooLong", "passedOver", "skipped" or "notAllowed".
    """

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(f"{cause} {detail}".strip())
        self.cause = cause


@dataclass
class _Service:
    """What is known of one service since the batch began."""

    failures: int = 0
    open: bool = False


@dataclass(frozen=True, eq=False)
class _Question:
    """One question on its way.

    Attributes:
        data: what is posted; None for a GET.
        timeout: seconds for the whole answer.
        most: bytes that the answer may have.
        future: takes the answer, or what stood in its way.
    """

    url: str
    data: bytes | None
    headers: Mapping[str, str]
    timeout: float
    most: int
    future: Future[bytes] = field(default_factory=Future)


class Services:
    """Asks over HTTP. One for each batch; ``again`` begins the next with the same connections.

    Args:
        session: makes the HTTP session; one by the system's trust store and ``reach``'s proxy when None.
        reach: which addresses may be asked, and through which proxy.
    """

    def __init__(self, session: Callable[[], requests.Session] | None = None, reach: Reach | None = None) -> None:
        self.reach = reach or Reach()
        self._make = session or (lambda: session_for(self.reach))
        self._proxies = Proxies(self.reach.proxy)
        self._session: requests.Session | None = None
        self._lock = threading.Lock()
        self._known: dict[str, _Service] = {}
        self._waiting: dict[_Question, float] = {}

    # -- asking

    async def ask(
        self,
        url: str,
        data: bytes | None,
        headers: Mapping[str, str],
        *,
        timeout: float,  # noqa: ASYNC109 - of the whole answer, kept by the thread that reads it too
        most: int,
    ) -> bytes:
        """The answer to a POST of ``data``, or to a GET where that is None.

        Args:
            timeout: seconds for the whole answer, from the first to the last byte.
            most: bytes that the answer may have.

        Raises:
            ServiceFailed: there is none that counts.
        """
        question = _Question(url, data, dict(headers), timeout, most)
        self._begin(question)
        try:
            with waiting():
                return await asyncio.wait_for(asyncio.wrap_future(question.future), timeout)
        except TimeoutError:
            self._failed(url, slow=True)
            raise ServiceFailed("timeout") from None
        finally:
            with self._lock:
                self._waiting.pop(question, None)

    def _begin(self, question: _Question) -> None:
        if not self.reach.allows(question.url):
            raise ServiceFailed("notAllowed")
        with self._lock:
            if self._known.setdefault(_name(question.url), _Service()).open:
                raise ServiceFailed("passedOver")
            self._session = self._session or self._make()
            session = self._session
            self._waiting[question] = time.monotonic()
        # A thread of its own, not a lane's: names are looked up and connections made without a way to end it.
        threading.Thread(target=self._ask, args=(session, question), name="service", daemon=True).start()

    def _ask(self, session: requests.Session, question: _Question) -> None:
        url, future = question.url, question.future
        try:
            found = _answer(session, question, self._proxies)
        except ServiceFailed as problem:
            self._failed(url, slow=problem.cause == "timeout")
            _settle(future, problem)
        except (requests.RequestException, OSError, ValueError, AttributeError) as error:
            slow = isinstance(error, requests.Timeout)
            self._failed(url, slow=slow)
            _settle(future, ServiceFailed("timeout" if slow else "unreachable", type(error).__name__))
        else:
            with self._lock:
                self._known.setdefault(_name(url), _Service()).failures = 0
            with contextlib.suppress(InvalidStateError):
                future.set_result(found)

    # -- what is known of the services

    def _failed(self, url: str, *, slow: bool) -> None:
        self._proxies.doubt()
        with self._lock:
            known = self._known.setdefault(_name(url), _Service())
            known.failures += 1
            known.open = known.open or slow or known.failures >= _FAILURES

    def distrust(self, url: str) -> None:
        """The answer that came was no good (another nonce, a stranger's signature): counts as none."""
        self._failed(url, slow=False)

    def passed_over(self, url: str) -> bool:
        """Whether the service is not asked any more in this batch."""
        with self._lock:
            known = self._known.get(_name(url))
            return known is not None and known.open

    def waiting(self, url: str) -> float:
        """Seconds that somebody has waited for the service by now; 0 where nobody waits."""
        with self._lock:
            since = [began for asked, began in self._waiting.items() if _name(asked.url) == _name(url)]
        return time.monotonic() - min(since) if since else 0.0

    def skip(self, url: str) -> None:
        """Let go at once whoever waits for the service, and pass it over for the rest of the batch."""
        with self._lock:
            self._known.setdefault(_name(url), _Service()).open = True
            waiting = [asked.future for asked in self._waiting if _name(asked.url) == _name(url)]
        for one in waiting:
            _settle(one, ServiceFailed("skipped"))

    def again(self) -> None:
        """A new batch: every service is asked again."""
        with self._lock:
            self._known.clear()

    def close(self) -> None:
        """Ends the connections."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()


def _answer(session: requests.Session, question: _Question, proxies: Proxies) -> bytes:
    url, data, timeout = question.url, question.data, question.timeout
    until = time.monotonic() + timeout
    with session.request(
        "GET" if data is None else "POST",
        url,
        data=data,
        headers=question.headers,
        timeout=(min(_CONNECT, timeout), timeout),
        stream=True,
        allow_redirects=False,
        proxies=proxies.way(url).as_requests(),
    ) as answer:
        if answer.status_code != 200:
            raise ServiceFailed("status", str(answer.status_code))
        found = bytearray()
        # Piece by piece: each may come in time and the whole never end.
        while piece := answer.raw.read1(_PIECE, decode_content=True):
            found += piece
            if len(found) > question.most:
                raise ServiceFailed("tooLong")
            if time.monotonic() > until or question.future.done():
                raise ServiceFailed("timeout")
        return bytes(found)


def _settle(future: Future[bytes], problem: ServiceFailed) -> None:
    with contextlib.suppress(InvalidStateError):
        future.set_exception(problem)


def _name(url: str) -> str:
    """What a service is known by: its address without the question in it."""
    return url.partition("?")[0]


__all__ = ["ServiceFailed", "Services"]
