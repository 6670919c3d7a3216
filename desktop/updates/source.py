"""Where updates come from: a place on the web, or a folder that is shared. Knows the central's transport and reach.

Nothing is believed for where it came from; what is asked for at all follows the machine's network (DOMAIN.md 5).
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterable
from pathlib import Path, PureWindowsPath
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from desktop.central.blobs import Pace, Partial, Progress, fill
from desktop.central.errors import Offline, Refused
from desktop.central.meaning import check_status
from desktop.central.transport import Call, Transport, must_be_safe
from desktop.updates import manifest
from desktop.updates.manifest import UpdateRefused
from signing.reach import Reach

_PIECE = 256 << 10
_WEB = re.compile(r"https?://", re.IGNORECASE)


class Source(Protocol):
    """A place where an announcement and its packages lie."""

    def announcement(self, call: Call) -> tuple[bytes, bytes]:
        """The announcement's bytes and its signature's.

        Raises:
            CentralError: nobody answered, or there is none (Refused("notFound")).
            UpdateRefused: tooLarge.
        """
        ...

    def fetch(self, name: str, size: int, partial: Partial, call: Call, progress: Progress, pace: Pace) -> None:
        """Bring what is missing of a package.

        Raises:
            CentralError: also Broken("digestMismatch") where it is larger than announced.
        """
        ...


def source_of(place: str, transport: Callable[[], Transport], reach: Reach) -> Source:
    """The source at an address or in a folder.

    Args:
        place: of a folder, or of the announcement itself (its name ends in .json).

    Raises:
        Refused: notAnAddress, notSecure; otherNetwork, where the machine's network forbids to ask it.
    """
    if not _WEB.match(place):
        return Folder(place)
    must_be_safe(place)
    if not reach.allows(place):
        raise Refused("otherNetwork", host=urlsplit(place).hostname or "")
    return Web(place, transport())


def is_on_web(place: str) -> bool:
    """Whether it is an address, and no folder: no other is taken from a central, for a folder's server would be given
    the person's credentials by Windows."""
    return bool(_WEB.match(place))


def reach_for(network: str, hosts: Iterable[str], own: str) -> Reach:
    """What may be asked for updates: on the Internet any public host, on the dedicated network those named alone.

    Args:
        own: an address whose host the office itself has named; "" for none.
    """
    host = (urlsplit(own).hostname or "") if is_on_web(own) else ""
    named = {one.lower() for one in hosts} | ({host.lower()} if host else set())
    return Reach(network == "internet", frozenset(named), loopback=True)


class Web:
    """An address below which everything lies; nothing of another origin is asked."""

    def __init__(self, address: str, transport: Transport) -> None:
        parts = urlsplit(address)
        folder, _, name = parts.path.rpartition("/")
        if not name.endswith(".json"):
            folder, name = parts.path.rstrip("/"), manifest.NAME
        self._base = urlunsplit((parts.scheme, parts.netloc, folder + "/", "", ""))
        self._name = name
        self._transport = transport

    def announcement(self, call: Call) -> tuple[bytes, bytes]:
        return self._small(self._name, manifest.MOST_BYTES, call), self._small(
            self._name + ".sig", manifest.MOST_SIGNATURE_BYTES, call
        )

    def _small(self, name: str, most: int, call: Call) -> bytes:
        # Proxies keep what they were given for as long as they like.
        headers = {"Cache-Control": "no-cache"}
        answer = self._transport.ask("GET", self._base + name, call, headers=headers, most=most)
        return check_status(answer).body

    def fetch(self, name: str, size: int, partial: Partial, call: Call, progress: Progress, pace: Pace) -> None:
        fill(self._transport, self._base + name, size, partial, call, None, progress, pace)


class Folder:
    """A shared folder (``\\\\server\\share\\...``) or one on this machine: everything is copied, nothing run there."""

    def __init__(self, place: str) -> None:
        path = Path(place)
        if not (path.is_absolute() or PureWindowsPath(place).is_absolute()):
            raise Refused("notAnAddress")
        self._folder, self._name = (path.parent, path.name) if path.suffix == ".json" else (path, manifest.NAME)

    def announcement(self, call: Call) -> tuple[bytes, bytes]:
        call.check()
        return self._small(self._name, manifest.MOST_BYTES), self._small(
            self._name + ".sig", manifest.MOST_SIGNATURE_BYTES
        )

    def _small(self, name: str, most: int) -> bytes:
        try:
            with self._regular(name).open("rb") as file:
                data = file.read(most + 1)
        except OSError as error:
            raise _away(error) from error
        if len(data) > most:
            raise UpdateRefused("tooLarge")
        return data

    def _regular(self, name: str) -> Path:
        """A file as others are: opening a pipe would wait for ever."""
        path = self._folder / name
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileNotFoundError(name)
        return path

    def fetch(self, name: str, size: int, partial: Partial, call: Call, progress: Progress, pace: Pace) -> None:
        try:
            with self._regular(name).open("rb") as file:
                file.seek(partial.have)
                while True:
                    call.check()
                    piece = file.read(min(_PIECE, size - partial.have))
                    if not piece:
                        return
                    _keep(partial, piece)
                    progress(partial.have, size)
                    pace(len(piece))
        except _Kept as kept:
            raise kept.error from kept.error.__cause__
        except OSError as error:
            raise _away(error) from error


class _Kept(Exception):
    """What went wrong on this side, and is not the share's fault."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


def _keep(partial: Partial, piece: bytes) -> None:
    try:
        partial.append(piece)
    except (OSError, UpdateRefused) as error:
        raise _Kept(error) from error


def _away(error: OSError) -> Refused | Offline:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refused("notFound")
    if isinstance(error, PermissionError):
        return Refused("forbidden")
    return Offline("unreachable")
