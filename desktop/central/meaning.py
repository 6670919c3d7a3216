"""What a failure of the library, or a status, means for us: one of the four kinds. Knows errors alone."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Protocol, TypeVar

import requests
import urllib3.exceptions as u3

from desktop.central.errors import Broken, Busy, CentralError, Offline, Refused

_MEANINGS: tuple[tuple[tuple[type[BaseException], ...], Callable[[], CentralError]], ...] = (
    ((ssl.SSLCertVerificationError,), lambda: Broken("untrusted")),
    ((u3.ProxyError, requests.exceptions.ProxyError), lambda: Offline("proxyUnreachable")),
    ((ssl.SSLError, u3.DecodeError, requests.exceptions.ContentDecodingError), lambda: Broken("notTheCentral")),
    ((requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema), lambda: Refused("notAnAddress")),
    ((socket.gaierror,), lambda: Offline("nameUnknown")),
    # Whatever went wrong while connecting: nothing has been sent.
    ((u3.NewConnectionError, u3.ConnectTimeoutError, requests.ConnectTimeout), lambda: Offline("unreachable")),
    ((requests.Timeout, TimeoutError, u3.TimeoutError), lambda: Offline("timeout")),
    ((http.client.RemoteDisconnected, http.client.IncompleteRead), lambda: Offline("cut")),
    ((http.client.HTTPException,), lambda: Broken("notTheCentral")),
)
"""The first that fits anything in the chain of causes decides."""


class HasStatus(Protocol):
    """An answer with its status and headers."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...


A = TypeVar("A", bound=HasStatus)

_TUNNEL = re.compile(r"Tunnel connection failed: (\d{3})")

LONGEST_WAIT = 3600.0
"""Seconds that a central is left alone at most, whatever it asks for."""


def meaning_of(error: Exception) -> CentralError:
    """Our word for an error of requests, urllib3, http.client, ssl or the system."""
    chain = _chain(error)
    refused = _refused_by_proxy(chain)
    if refused:
        return Offline(refused)
    for kinds, ours in _MEANINGS:
        if any(isinstance(each, kinds) for each in chain):
            return ours()
    return Offline("cut")


def _refused_by_proxy(chain: Sequence[BaseException]) -> str:
    """Of a proxy that answered and let nothing through: http.client says the status in words alone."""
    for each in chain:
        found = _TUNNEL.match(str(each)) if isinstance(each, OSError) else None
        if found is not None:
            return "proxyAsks" if found[1] == "407" else "proxyForbids"
    return ""


def _chain(error: BaseException) -> list[BaseException]:
    """The error, and all that it was made from: libraries hide causes in several places."""
    found: list[BaseException] = []
    pending: list[BaseException] = [error]
    while pending:
        each = pending.pop()
        if any(each is known for known in found):
            continue
        found.append(each)
        inside = (*each.args, each.__cause__, each.__context__, getattr(each, "reason", None))
        pending += [x for x in inside if isinstance(x, BaseException)]
    return found


def check_status(answer: A) -> A:
    """The answer itself where it succeeded.

    Raises:
        CentralError: of the kind that its status means.
    """
    status = answer.status
    if 200 <= status < 300:
        return answer
    if status == 401:
        raise Refused("signedOut")
    if status == 403:
        raise Refused("forbidden")
    if status in (404, 410):
        raise Refused("notFound")
    if status == 413:
        raise Refused("tooLarge")
    if status in (429, 502, 503, 504):
        raise Busy("rateLimit" if status == 429 else "busy", retry_after(answer.headers))
    if status >= 500:
        raise Broken("serverError", status=status)
    raise Broken("status", status=status)


def retry_after(headers: Mapping[str, str], now: Callable[[], float] = time.time) -> float | None:
    """Seconds to wait as the answer asks (RFC 9110, 10.2.3: seconds or a date); None where it does not say."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST_WAIT)
    try:
        return min(max(0.0, parsedate_to_datetime(text).timestamp() - now()), LONGEST_WAIT) if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
