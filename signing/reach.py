"""Which services may be asked from this machine: one machine, one network (DOMAIN.md 5). Knows nothing of ours."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1,localhost,::1"
"""This machine's own names, as proxies are told of them."""


@dataclass(frozen=True)
class Reach:
    """The addresses that may be asked.

    Attributes:
        everywhere: any host with a public name (the Internet); else those named alone (a dedicated network).
        hosts: names that may be asked; one that starts with a dot stands for all below it.
        loopback: this machine itself may be asked: the practice office's services.
        proxy: URL of the proxy by policy; "" takes the system's.
    """

    everywhere: bool = True
    hosts: frozenset[str] = frozenset()
    loopback: bool = True
    proxy: str = ""

    def allows(self, url: str) -> bool:
        """Whether the address may be asked: never a file, never with a name and password in it."""
        try:
            parts = urlsplit(url)
            host, _ = (parts.hostname or "").lower().rstrip("."), parts.port
        except ValueError:
            return False
        if parts.scheme not in ("http", "https") or not host or parts.username is not None:
            return False
        if self._named(host):
            return True
        kind = kind_of(host)
        if kind == "loopback":
            return self.loopback
        # An address in somebody's own network, named in a certificate, is asked only where the office has said so.
        return self.everywhere and kind == "public"

    def to_json(self) -> dict[str, Any]:
        """As plain JSON, for a child process."""
        return {
            "everywhere": self.everywhere,
            "hosts": sorted(self.hosts),
            "loopback": self.loopback,
            "proxy": self.proxy,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reach:
        """From what ``to_json`` gave."""
        return cls(bool(data["everywhere"]), frozenset(data["hosts"]), bool(data["loopback"]), str(data["proxy"]))

    def _named(self, host: str) -> bool:
        return any(host == one or (one.startswith(".") and host.endswith(one)) for one in self.hosts)


def kind_of(host: str) -> str:
    """ "loopback", "private" or "public", by the address alone; a name is public."""
    if host == "localhost" or host.endswith(".localhost"):
        return "loopback"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "public"
    if address.is_loopback:
        return "loopback"
    return "public" if address.is_global else "private"


ANYWHERE = Reach()
NOWHERE = Reach(everywhere=False, loopback=False)
