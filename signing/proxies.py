"""Which proxy leads to an address: the policy's, the environment's, or the system's own, with its script where it has
one. Knows ``reach`` and the system's half.

To find out may take seconds (a script is fetched, a network is asked): only threads that may wait call this. What was
found is kept for some minutes, and looked for anew after a failure, for a laptop changes its network.
"""

from __future__ import annotations

import re
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .reach import kind_of

DIRECT = "direct"
"""What policy says where no proxy is to be used, whatever the system says."""
KEPT = 300.0  # seconds
_AT_LEAST = 20.0  # seconds between two looks, whatever fails
PATIENCE = 12.0  # seconds that the system may take; after that the way is straight, and its answer serves the next


@dataclass(frozen=True)
class Way:
    """The way to one address.

    Attributes:
        proxy: its URL; "" leads straight there.
        source: who says so: "loopback", "policy", "environment", "script" (PAC), "settings" (the user's), "machine"
            (netsh winhttp), "slow" (the system did not say in time) or "none".
        script: the address of the script that was asked; "auto" where the network was to name one.
        failed: the script or the network gave no answer.
    """

    proxy: str = ""
    source: str = "none"
    script: str = ""
    failed: bool = False

    def as_requests(self) -> dict[str, str]:
        """As requests takes it, from a session that asks nobody else (``trust_env`` off)."""
        return {"http": self.proxy, "https": self.proxy} if self.proxy else {}


System = Callable[[str], Way]
"""A system's half: the way to a URL as the system has it. Blocks."""


class Proxies:
    """The ways of one session. Threads may share it.

    Args:
        policy: URL of the proxy by policy, or ``DIRECT``; "" goes by the system.
        system: the system's half; this system's when None.
        now: a clock that only goes forward.
    """

    def __init__(
        self, policy: str = "", system: System | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._policy = policy.strip()
        self._system = system or _this_system()
        self._now = now
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, str, int | None], tuple[float, Future[Way]]] = {}
        self._fresh_from = float("-inf")

    def way(self, url: str) -> Way:
        """The way to an address; waits for the system where it has to be asked."""
        try:
            parts = urlsplit(url)
            host, origin = parts.hostname or "", (parts.scheme, parts.hostname or "", parts.port)
        except ValueError:
            return Way()
        if kind_of(host) == "loopback":
            return Way(source="loopback")
        if self._policy:
            return Way("" if self._policy.lower() == DIRECT else _as_url(self._policy), "policy")
        named = _of_environment(parts.scheme, host)
        return named if named is not None else self._of_system(url, origin)

    def doubt(self) -> None:
        """Something on the way failed: the system is asked again, though not at each failure."""
        with self._lock:
            self._fresh_from = self._now()

    def _of_system(self, url: str, origin: tuple[str, str, int | None]) -> Way:
        with self._lock:
            at, asked = self._kept.get(origin, (float("-inf"), None))
            age = self._now() - at
            patience = PATIENCE
            doubted = at < self._fresh_from and age > _AT_LEAST
            if asked is None or (asked.done() and (age > KEPT or doubted)):
                asked = Future()
                self._kept[origin] = (self._now(), asked)
                threading.Thread(target=self._ask, args=(url, asked), name="proxy", daemon=True).start()
            elif not asked.done():
                patience = max(0.0, PATIENCE - age)  # others have waited for it already
        try:
            return asked.result(patience)
        except TookTooLong:
            return Way(source="slow", failed=True)

    def _ask(self, url: str, answer: Future[Way]) -> None:
        try:
            answer.set_result(self._system(url))
        except (OSError, ValueError):
            answer.set_result(Way(failed=True))


def _this_system() -> System:
    if sys.platform == "win32":
        from .proxies_windows import way

        return way
    return no_system


def no_system(_url: str) -> Way:
    """A system whose only word on proxies is the environment."""
    return Way()


def _of_environment(scheme: str, host: str) -> Way | None:
    request: Any = urllib.request  # the stubs do not know all of it
    named: dict[str, str] = request.getproxies_environment()
    if not named:
        return None
    if request.proxy_bypass_environment(host, named):
        return Way(source="environment")
    proxy = named.get(scheme) or named.get("all") or ""
    return Way(_as_url(proxy), "environment") if _usable(proxy) else None


# -- Windows' words for proxies ----------------------------------------------------------------------------------


def first_proxy(listed: str, scheme: str) -> str:
    """The URL of the first proxy for a scheme in a list as Windows has it; "" where there is none that we can speak to.

    Entries stand apart by semicolons or blanks: ``[scheme=][scheme://]host[:port]`` (WINHTTP_PROXY_INFO).
    """
    for entry in re.split(r"[;\s]+", listed.strip()):
        kind, equals, proxy = entry.rpartition("=")
        if (not equals or kind.lower() == scheme) and _usable(proxy):
            return _as_url(proxy)
    return ""


def bypassed(host: str, listed: str) -> bool:
    """Whether a list of exceptions as Windows has it names the host: ``<local>`` names all without a dot, ``*`` any
    part.
    """
    host = host.lower()
    for entry in re.split(r"[;\s]+", listed.strip().lower()):
        pattern = re.sub(r":\d+$", "", entry.rpartition("://")[2]) if not entry.startswith("<") else entry
        if pattern == "<local>" and "." not in host and ":" not in host:
            return True
        if pattern and re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), host):
            return True
    return False


def _usable(proxy: str) -> bool:
    """Whether it is one that speaks HTTP: SOCKS needs what this program does not have."""
    return bool(proxy) and ("://" not in proxy or proxy.lower().startswith(("http://", "https://")))


def _as_url(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"


__all__ = ["DIRECT", "Proxies", "Way", "bypassed", "first_proxy"]
