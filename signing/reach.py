"""Which services may be asked from this machine: one machine, one network (DOMAIN.md 5). Knows nothing of ours."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

_OWN = (".local", ".localdomain", ".internal", ".intranet", ".lan", ".home.arpa")
"""Names that every network gives out for itself (RFC 6762 and appendix G, RFC 8375, ICANN's .internal)."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NAT64_OF_ONES_OWN = ipaddress.IPv6Network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Reach:
    """The addresses that may be asked.

    Attributes:
        everywhere: any host with a public name (the Internet); else those named alone (a dedicated network).
        hosts: names that may be asked; one that starts with a dot stands for all below it.
        loopback: this machine itself may be asked: the practice office's services.
        proxy: URL of the proxy by policy, or "direct"; "" takes the system's.
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
        return self.reaches(host, host)

    def reaches(self, host: str, address: str) -> bool:
        """Whether an address may be connected to that a host's name was found to stand for.

        An address in somebody's own network, named in a certificate or hidden behind a name in one, is asked only where
        the office has named the host.
        """
        if self._named(host.lower().rstrip(".")):
            return True
        kind = kind_of(address)
        if kind == "loopback":
            return self.loopback
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
    """ "loopback", "private" or "public", by the address however it is spelled; by the name where it is none.

    A name with a dot in it is public as far as it tells; what it leads to is judged when it is connected to.
    """
    host = _plain(host)
    address = _address(host)
    if address is not None:
        return _kind_of_address(address)
    name = "." + host
    if name.endswith((".localhost", ".localhost.localdomain")):
        return "loopback"
    return "private" if "." not in host or name.endswith(_OWN) or _ends_in_number(host) else "public"


def _plain(host: str) -> str:
    """As a resolver is asked: other forms of digits and dots are those of ASCII (RFC 3490)."""
    host = host.lower().rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _address(host: str) -> _Address | None:
    """The address that is meant, also in the old spellings that resolvers take: 127.1, 2130706433, 0x7f.1, 0177.1."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    parts = host.split(".")
    numbers = [_number(one) for one in parts]
    if len(parts) > 4 or any(one is None for one in numbers):
        return None
    *first, last = (one or 0 for one in numbers)
    if any(one > 255 for one in first) or last >= 256 ** (4 - len(first)):
        return None
    return ipaddress.IPv4Address(sum(one << (8 * (3 - at)) for at, one in enumerate(first)) + last)


def _number(part: str) -> int | None:
    found = re.fullmatch(r"0x([0-9a-f]*)|0([0-7]+)|([0-9]+)", part)
    if found is None or len(part) > 40:
        return None
    hexadecimal, octal, decimal = found.groups()
    if hexadecimal is not None:
        return int(hexadecimal or "0", 16)
    return int(octal, 8) if octal else int(decimal)


def _ends_in_number(host: str) -> bool:
    """No name does: such a host is an address that is spelled wrongly, and what a resolver makes of it is not known."""
    return re.fullmatch(r"[0-9]+|0x[0-9a-f]*", host.rpartition(".")[2]) is not None


def _kind_of_address(address: _Address) -> str:
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return _kind_of_address(address.ipv4_mapped)
        # What a translator or a tunnel passes on to an IPv4 network is no more public than the address there.
        if any(_kind_of_address(one) != "public" for one in _carried(address)) and not address.is_loopback:
            return "private"
    if address.is_loopback:
        return "loopback"
    own = address.is_multicast or address in _NAT64_OF_ONES_OWN
    return "public" if address.is_global and not own else "private"


def _carried(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 one stands for: NAT64, 6to4, Teredo, "compatible"."""
    found = [address.sixtofour, *(address.teredo or ())]
    if address in _NAT64 or address in _COMPATIBLE:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in found if one is not None]


ANYWHERE = Reach()
