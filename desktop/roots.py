"""Whom a real profile trusts, by the office's policy and by what was added on this machine, and which services it asks.

Knows the home, the settings and ``signing.roots``; no window, so that the command line answers at once.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from desktop.home import Home
from desktop.session.settings import Settings
from signing.reach import Reach
from signing.roots import Roots


def roots_of(home: Home, settings: Settings) -> Roots:
    """The roots of real profiles: those of the office's policy, and what was added on this machine if it may be."""
    folder = settings["trustFolder"]
    return Roots({"policy": Path(folder)} if folder else {}, home.trust if settings["trustAdditions"] else None)


def timestamp_service(settings: Settings) -> str:
    """The address of the time-stamping service on this machine's network; "" where there is none."""
    return settings["timestampUrlDedicated" if settings["network"] == "dedicated" else "timestampUrl"]


def reach_of(settings: Settings, service: str = "", *, loopback: bool = False) -> Reach:
    """Which services may be asked: any on the Internet, on the dedicated network those of the policy alone.

    Args:
        service: the time-stamping service, the network's one when empty: it may be asked wherever it stands.
        loopback: this machine itself may be asked.
    """
    own = urlsplit(service or timestamp_service(settings)).hostname
    hosts = {one.lower() for one in settings["serviceHosts"]} | ({own.lower()} if own else set())
    return Reach(settings["network"] == "internet", frozenset(hosts), loopback=loopback, proxy=settings["proxy"])
