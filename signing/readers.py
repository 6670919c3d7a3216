"""Which card readers hold a card, told the moment it changes: a process of its own asks the system's PC/SC service.

``CardWatch`` starts it (``--agent readers:``), reads what it says and calls back; a service that hangs or a library
that is missing makes the answer unknown, never wrong. Knows the operating system's PC/SC library,
``children`` and ``frames``.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

from .children import Child
from .frames import read_frame, write_frame

READERS = "readers:"
"""What stands in a module's place on the agent's command line."""

Service = Literal["running", "stopped", "none"]
_HEARTBEAT = 5.0  # seconds after which the process speaks though nothing has changed
_STALE = 4 * _HEARTBEAT
_PRESENT, _UNAWARE, _IGNORE = 0x20, 0x0, 0x1
_NOTIFICATION = b"\\\\?PnP?\\Notification"
_NO_READERS, _TIMEOUT = 0x8010002E, 0x8010000A
_WINDOWS = sys.platform == "win32"
_Dword = ctypes.c_uint32 if _WINDOWS or sys.platform == "darwin" else ctypes.c_ulong
_Handle = ctypes.c_size_t if _WINDOWS else ctypes.c_int32 if sys.platform == "darwin" else ctypes.c_long


@dataclass(frozen=True)
class Readers:
    """What PC/SC says.

    Attributes:
        service: "running"; "stopped" where the library is there and nobody answers it; "none" without the library.
        names: every reader.
        holding: those that hold a card.
    """

    service: Service
    names: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()


class CardWatch:
    """The parent's side.

    Args:
        changed: called from a thread of its own after each change.
        command: how to start the process, without its argument; the application's own ``--agent`` when None.
        environment: variables for it on top of this process's own.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        *,
        command: Sequence[str] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._changed = changed
        self._command = list(command) if command is not None else [sys.executable, "-m", "desktop", "--agent"]
        self._environment = dict(environment or {})
        self._process: Child | None = None
        self._heard = 0.0
        self._last: Readers | None = None

    def start(self) -> None:
        """Begin to watch; does nothing while it watches already."""
        if self._process is not None and self._process.poll() is None:
            return
        self._process = process = Child(
            [*self._command, READERS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **self._environment},
        )
        threading.Thread(target=self._listen, args=(process,), daemon=True).start()

    def now(self) -> Readers | None:
        """What was said last; None while nothing is known, or nothing has been heard for long."""
        return self._last if time.monotonic() - self._heard < _STALE else None

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            assert process.stdin is not None
            with contextlib.suppress(OSError):
                process.stdin.close()
            process.kill()  # it holds nothing that could be lost
            process.wait()

    def _listen(self, process: Child) -> None:
        assert process.stdout is not None
        with process.stdout as stream:
            while (told := read_frame(stream)) is not None:
                found = Readers(told["service"], tuple(told["names"]), tuple(told["holding"]))
                known, self._last, self._heard = self.now(), found, time.monotonic()
                if found != known:
                    self._changed()
        self._last = None


def look_once() -> Readers:
    """What PC/SC says now, asked in this process; for a command that ends afterwards."""
    try:
        library = _library()
    except OSError:
        return Readers("none")
    asked = _Asked(library)
    try:
        return asked.readers() if asked.open() else Readers("stopped")
    finally:
        asked.close()


# -- the process -------------------------------------------------------------------------------------------------


class _State(ctypes.Structure):
    if sys.platform == "darwin":
        _pack_ = 1
    _fields_ = (
        ("reader", ctypes.c_char_p),
        ("user", ctypes.c_void_p),
        ("current", _Dword),
        ("event", _Dword),
        ("atr_length", _Dword),
        ("atr", ctypes.c_ubyte * (36 if _WINDOWS else 33)),
    )


def _library() -> Any:
    if _WINDOWS:
        return getattr(ctypes, "WinDLL")("winscard")  # noqa: B009 - exists on Windows only
    if sys.platform == "darwin":
        return ctypes.CDLL("/System/Library/Frameworks/PCSC.framework/PCSC")
    return ctypes.CDLL("libpcsclite.so.1")


class _Asked:
    """One context of the service."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self._context = _Handle()
        self._open = False
        suffix = "A" if _WINDOWS else ""
        self._list = getattr(library, f"SCardListReaders{suffix}")
        self._change = getattr(library, f"SCardGetStatusChange{suffix}")

    def open(self) -> bool:
        """Whether the service answers."""
        if not self._open:
            system = 2
            self._open = (
                self._library.SCardEstablishContext(_Dword(system), None, None, ctypes.byref(self._context)) == 0
            )
        return self._open

    def close(self) -> None:
        if self._open:
            self._library.SCardReleaseContext(self._context)
            self._open = False

    def readers(self) -> Readers:
        """The state now; "stopped" where the service has ended meanwhile."""
        names = self._names()
        if names is None:
            return Readers("stopped")
        states = self._states(names)
        answer = self._change(self._context, _Dword(0), states, _Dword(len(states))) & 0xFFFFFFFF if names else 0
        if answer not in (0, _TIMEOUT):
            return Readers("stopped")
        holding = [one.reader for one in states[: len(names)] if one.event & _PRESENT]
        return Readers("running", tuple(map(_text, names)), tuple(map(_text, holding)))

    def wait(self, told: Readers, seconds: float) -> None:
        """Until a card or a reader comes or goes from what was told, or the time is over.

        Raises:
            OSError: that cannot be waited for.
        """
        names = self._names() or []
        states = self._states([*names, _NOTIFICATION])
        self._change(self._context, _Dword(0), states, _Dword(len(states)))
        if tuple(_text(one.reader) for one in states[: len(names)] if one.event & _PRESENT) != told.holding:
            return  # it changed while it was told
        for one in states:
            one.current = one.event
        answer = self._change(self._context, _Dword(int(seconds * 1000)), states, _Dword(len(states))) & 0xFFFFFFFF
        if answer not in (0, _TIMEOUT):
            raise OSError(hex(answer))

    def _names(self) -> list[bytes] | None:
        length = _Dword(0)
        answer = self._list(self._context, None, None, ctypes.byref(length)) & 0xFFFFFFFF
        if answer == _NO_READERS:
            return []
        if answer:
            return None
        text = ctypes.create_string_buffer(max(1, length.value))
        if self._list(self._context, None, text, ctypes.byref(length)):
            return None
        return [one for one in text.raw[: length.value].split(b"\0") if one]

    def _states(self, names: Sequence[bytes]) -> Any:
        states = (_State * max(1, len(names)))()
        for state, name in zip(states, names, strict=False):
            state.reader, state.current = name, _UNAWARE
        return states


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")


def serve(output: BinaryIO) -> None:
    """Tells of each change until the parent is gone."""
    try:
        asked = _Asked(_library())
    except OSError:
        asked = None
    while True:
        found = Readers("none") if asked is None else asked.readers() if asked.open() else Readers("stopped")
        try:
            write_frame(output, {"service": found.service, "names": found.names, "holding": found.holding})
        except OSError:
            return
        if asked is None or found.service != "running":
            if asked is not None:
                asked.close()
            time.sleep(2.0)  # nothing tells when a service begins
            continue
        try:
            asked.wait(found, _HEARTBEAT)
        except OSError:
            asked.close()
            time.sleep(0.5)
