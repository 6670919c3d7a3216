"""The errors that presenters meet, under one roof. Knows the central's."""

from __future__ import annotations

from desktop.central.errors import Broken, Busy, CentralError, Offline, Refused

__all__ = [
    "Broken",
    "Busy",
    "CentralError",
    "NeedsSignIn",
    "NotThere",
    "Offline",
    "OtherAccount",
    "OtherNetwork",
    "Refused",
    "UnsentActs",
]


class NotThere(Refused):
    """The central has no such file (any more)."""

    def __init__(self) -> None:
        super().__init__("notFound")


class OtherAccount(Refused):
    """Somebody else signed in than the account that was to be opened."""

    def __init__(self) -> None:
        super().__init__("otherAccount")


class OtherNetwork(Refused):
    """This machine is on one network, and the central or the profile belongs to the other.

    Codes: otherNetworkCentral, otherNetworkProfile.
    """


class NeedsSignIn(Exception):
    """The account was signed out here: its profile is opened again by signing in, and not otherwise."""


class UnsentActs(Exception):
    """A profile may not be thrown away: ``n`` acts in it have not reached the central."""

    def __init__(self, n: int) -> None:
        super().__init__(n)
        self.n = n
