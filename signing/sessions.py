"""An HTTP session as this program makes them: the system's trust store, no stored names and passwords, and connections
to those addresses alone that this machine's network allows.

A name says little of where it leads, and may lead elsewhere each time that it is looked up; so each connection looks it
up once, and what is judged is what is connected to. Behind a proxy it is the proxy that looks names up: there the name
alone can be judged, and the rest is the proxy's to forbid. Knows requests, urllib3 and ``reach``.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from .reach import Reach


def session_for(reach: Reach) -> requests.Session:
    """A session.

    Args:
        reach: which addresses may be connected to.
    """
    session = requests.Session()
    # What the environment says of proxies is ``proxies``' to judge; of names, passwords and roots it has no say.
    session.trust_env = False
    for scheme in ("https://", "http://"):
        session.mount(scheme, _Adapter(reach))
    session.auth = _Nobody()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.headers["User-Agent"] = "TacNghiep"
    return session


class _Nobody(AuthBase):
    """No name and password: a netrc file never speaks for the user."""

    def __call__(self, r: requests.PreparedRequest) -> requests.PreparedRequest:
        return r


class _Adapter(HTTPAdapter):
    """TLS by the system's trust store, as everything else in the program; connections as far as ``reach`` goes."""

    def __init__(self, reach: Reach) -> None:
        self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._pools = _pools(reach)
        super().__init__(pool_connections=4, pool_maxsize=16)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        # The system's store only: requests would add the roots of certifi to it.
        conn.cert_reqs = "CERT_REQUIRED"


def _pools(reach: Reach) -> dict[str, type[HTTPConnectionPool]]:
    """The pools of direct connections, by scheme."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, super()._new_conn, reach)

    class Tls(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, super()._new_conn, reach)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls: Any = Plain

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls: Any = Tls

    return {"http": PlainPool, "https": TlsPool}


def _connected(connection: HTTPConnection, connect: Callable[[], socket.socket], reach: Reach) -> socket.socket:
    """A socket to the first address of the connection's host that may be reached and answers.

    Raises:
        NameResolutionError, NewConnectionError, ConnectTimeoutError
    """
    name = connection.host
    host = name.strip("[]")
    failed: Exception = NewConnectionError(connection, "No address of it may be asked from this network")
    for address in _addresses(connection, host):
        if not reach.reaches(host, address):
            continue
        connection.host = address  # what is connected to; TLS asks for the certificate of the name again
        try:
            return connect()
        except (NewConnectionError, ConnectTimeoutError) as error:
            failed = error
        finally:
            connection.host = name
    raise failed


def _addresses(connection: HTTPConnection, host: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, connection.port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise NameResolutionError(host, connection, error) from error
    return list(dict.fromkeys(str(place[0]) for *_, place in found))
