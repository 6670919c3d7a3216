"""HTTP as this program wants it: a requests session that can be interrupted, bounded and trusted. Knows the errors
and how signing finds proxies.

Certificates are checked against the system's trust store (truststore). The token goes to the one host it was given for:
redirects are followed by hand, for GET, within one origin. Plain http is for this machine alone.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

import requests
import structlog
import tenacity
import truststore
import urllib3
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from desktop.central import strict_json
from desktop.central.errors import Broken, CentralError, Offline, Refused, Stopped
from desktop.central.meaning import meaning_of
from signing.proxies import Proxies

log = structlog.get_logger(__name__)

CONNECT_TIMEOUT = 3.0
"""Seconds. Short, because connecting is the one thing that cannot be interrupted."""
MAX_REDIRECTS = 5
PIECE = 64 * 1024
NOT_SENT = frozenset(
    {
        "unreachable", "nameUnknown", "untrusted", "notSecure", "notAnAddress", "redirected",
        "proxyUnreachable", "proxyAsks", "proxyForbids",
    }
)  # fmt: skip
"""Failures in which the central has certainly not seen the request."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

_here = threading.local()


class Call:
    """One piece of work on the network, which any thread may stop: its sockets are shut down under it.

    Attributes:
        doubtful: a request of it was sent and never answered: the central may have done what it asked for.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._hooks: list[Callable[[], None]] = []
        self.stopped = False
        self.doubtful = False

    def stop(self) -> None:
        """End the work now; what is blocked on a socket returns at once. May be called more than once."""
        with self._lock:
            self.stopped = True
            sockets, hooks = list(self._sockets), list(self._hooks)
        for hook in hooks:
            hook()
        for each in sockets:
            _shut(each)

    def check(self) -> None:
        """Raises:
        Stopped: the work has been ended.
        """
        if self.stopped:
            raise Stopped

    def on_stop(self, hook: Callable[[], None]) -> None:
        """Also call ``hook`` when the work is ended."""
        with self._lock:
            self._hooks.append(hook)
            stopped = self.stopped
        if stopped:
            hook()

    def hold(self, sock: socket.socket) -> None:
        with self._lock:
            self._sockets.add(sock)
            stopped = self.stopped
        if stopped:
            _shut(sock)

    @contextmanager
    def running(self) -> Iterator[None]:
        """While inside, connections of this thread belong to this call; afterwards none does."""
        self.check()
        before = getattr(_here, "call", None)
        _here.call = self
        try:
            yield
        finally:
            _here.call = before
            with self._lock:
                self._sockets.clear()


def _shut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # It was closed already, which is what was wanted.


def _register(connection: HTTPConnection) -> None:
    call: Call | None = getattr(_here, "call", None)
    if call is not None and connection.sock is not None:
        call.hold(connection.sock)


class _Plain(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _register(self)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _register(self)
        super().request(*args, **kwargs)


class _Secure(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _register(self)

    def request(self, *args: Any, **kwargs: Any) -> None:
        _register(self)
        super().request(*args, **kwargs)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain  # pyright: ignore[reportAssignmentType]  # as urllib3 itself says it


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure  # pyright: ignore[reportAssignmentType]  # as urllib3 itself says it


_POOLS = {"http": _PlainPool, "https": _SecurePool}


class _Adapter(HTTPAdapter):
    """Connections that register with the call that uses them, and TLS by the system's trust store."""

    def __init__(self) -> None:
        self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(pool_connections=4, pool_maxsize=8)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        # The system's store only: requests would add the roots of certifi to it.
        conn.cert_reqs = "CERT_REQUIRED"


@dataclass(frozen=True)
class Answer:
    """An answer, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    def json(self) -> Any:
        """The body as JSON.

        Raises:
            Broken: it is none.
        """
        kind = self.headers.get("Content-Type", "")
        if "html" in kind:
            raise Broken("notTheCentral")
        try:
            return strict_json.read(self.body)
        except ValueError:
            raise Broken("notJson") from None


@dataclass(frozen=True)
class Beat:
    """What one answer says about the central's clock: its Date header, and when, here, it was asked and had
    answered.
    """

    date: float
    sent: float
    received: float


class Transport:
    """One HTTP session for one central. Methods block; they are called in network lanes, several at a time.

    Args:
        proxies: the way to each address; by the system where none is given.
        agent: the User-Agent header.
        on_beat: told of each Date header (the clock's offset is counted from it).
    """

    def __init__(
        self,
        *,
        proxies: Proxies | None = None,
        agent: str = "TacNghiep",
        on_beat: Callable[[Beat], None] | None = None,
    ):
        self._session = requests.Session()
        adapter = _Adapter()
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)
        self._session.headers.update({"User-Agent": agent, "Accept-Encoding": "gzip"})
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        # Neither the environment's files of names and passwords nor its bundles of roots are asked.
        self._session.trust_env = False
        self._proxies = proxies or Proxies()
        self.on_beat = on_beat

    def close(self) -> None:
        """Close idle connections."""
        self._session.close()

    def ask(
        self,
        method: str,
        url: str,
        call: Call,
        *,
        token: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes | BinaryIO | None = None,
        read_timeout: float = 30.0,
        most: int = 8 << 20,
    ) -> Answer:
        """Send a request and read the whole answer.

        A connection that was cut before any answer came is tried once more at once: keep-alive connections die unseen.
        Everything sent through here may be repeated (reads, uploads by content, acts by identifier).

        Args:
            read_timeout: seconds without a byte before giving up; ten times that for the whole answer.
            most: bytes that an answer may have, decompressed.

        Raises:
            CentralError: nobody answered, or the answer is larger than ``most``.
            Stopped: ended from here.
        """
        again = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(2),
            reraise=True,
            retry=tenacity.retry_if_exception(
                lambda e: isinstance(e, Offline) and e.code == "cut" and not call.stopped
            ),
        )
        return again(self._ask_once, method, url, call, token, headers, body, read_timeout, most)

    def _ask_once(
        self,
        method: str,
        url: str,
        call: Call,
        token: str | None,
        headers: Mapping[str, str] | None,
        body: bytes | BinaryIO | None,
        read_timeout: float,
        most: int,
    ) -> Answer:
        if body is not None and not isinstance(body, bytes):
            body.seek(0)
        try:
            with self.stream(
                method, url, call, token=token, headers=headers, body=body, read_timeout=read_timeout
            ) as response:
                data = bytearray()
                for piece in pieces(response, call, deadline=time.monotonic() + 10 * read_timeout):
                    data += piece
                    if len(data) > most:
                        raise Broken("tooLarge", most=most)
                return Answer(response.status_code, response.headers, bytes(data), response.url)
        except CentralError as error:
            # The second try may fail in another way; what became of the first is not known for that.
            call.doubtful = call.doubtful or error.code not in NOT_SENT
            raise

    @contextmanager
    def stream(
        self,
        method: str,
        url: str,
        call: Call,
        *,
        token: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes | BinaryIO | None = None,
        read_timeout: float = 30.0,
    ) -> Iterator[requests.Response]:
        """Send a request; the answer's headers are there, its body is read with ``pieces``.

        Raises:
            CentralError: also while inside, where reading fails.
            Stopped: ended from here.
        """
        with call.running():
            try:
                with _translated(call):
                    response = self._follow(method, url, token, dict(headers or {}), body, read_timeout)
            except Offline:
                self._proxies.doubt()
                raise
            try:
                yield response
            finally:
                response.close()
            call.check()

    def _follow(
        self,
        method: str,
        url: str,
        token: str | None,
        headers: dict[str, str],
        body: bytes | BinaryIO | None,
        read_timeout: float,
    ) -> requests.Response:
        origin = origin_of(url)
        for _ in range(MAX_REDIRECTS):
            must_be_safe(url)
            sent = time.time()
            response = self._session.request(
                method,
                url,
                data=body,
                headers=headers,
                auth=_Authorization(token),
                timeout=(CONNECT_TIMEOUT, read_timeout),
                stream=True,
                allow_redirects=False,
                proxies=self._proxies.way(url).as_requests(),
            )
            self._beat(response, sent)
            if not response.is_redirect:
                return response
            response.close()
            target = joined(url, response.headers.get("Location", ""))
            if method != "GET" or origin_of(target) != origin:
                raise Broken("redirected", host=urlsplit(target).hostname or "")
            url = target
        raise Broken("redirected", host=urlsplit(url).hostname or "")

    def _beat(self, response: requests.Response, sent: float) -> None:
        date = response.headers.get("Date")
        if self.on_beat is None or not date:
            return
        try:
            self.on_beat(Beat(parsedate_to_datetime(date).timestamp(), sent, time.time()))
        except (ValueError, TypeError, IndexError, OverflowError):
            log.info("central.date_unreadable")


class _Authorization(AuthBase):
    """The token, or nothing: given always, so that a netrc file never speaks for the user.

    No bearer's token has a space in it (RFC 6750, 2.1): one that has brings its own scheme.
    """

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, r: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            r.headers["Authorization"] = self._token if " " in self._token else f"Bearer {self._token}"
        return r


def pieces(response: requests.Response, call: Call, *, deadline: float | None = None) -> Iterator[bytes]:
    """The body, decompressed, as it arrives.

    Raises:
        Offline: it took beyond ``deadline`` (monotonic seconds), or was cut.
    """
    while True:
        call.check()
        with _translated(call):
            piece = response.raw.read1(PIECE, decode_content=True)
        if not piece:
            return
        if deadline is not None and time.monotonic() > deadline:
            raise Offline("timeout")
        yield piece


@contextmanager
def _translated(call: Call) -> Iterator[None]:
    """Library errors become ours; whatever happens after a stop is the stop."""
    try:
        yield
    except CentralError:
        raise
    except (requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException, OSError) as error:
        if call.stopped:
            raise Stopped from None
        raise meaning_of(error) from error
    except (ValueError, AttributeError) as error:
        # What the libraries themselves did not expect of an answer: headers that are none, chunks without a length.
        if call.stopped:
            raise Stopped from None
        raise Broken("notTheCentral") from error


def origin_of(url: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port: what a token is given for."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refused("notAnAddress") from None
    return parts.scheme, parts.hostname, port or {"https": 443, "http": 80}.get(parts.scheme)


def joined(base: str, url: str) -> str:
    """An address as it is meant where it was found.

    Raises:
        Refused: it is none.
    """
    try:
        return urljoin(base, url)
    except ValueError:
        raise Refused("notAnAddress") from None


def must_be_safe(url: str) -> None:
    """Raises:
    Refused: a token or a document would cross the network in clear.
    """
    scheme, host, _ = origin_of(url)
    if scheme not in ("http", "https") or not host:
        raise Refused("notAnAddress")
    if scheme == "http" and host not in LOOPBACK:
        raise Refused("notSecure", host=host)
