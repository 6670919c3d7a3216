"""A hidden window of Windows' own kind, to which the system sends its messages. Knows the operating system alone.

Not one of Qt's: a filter on those would be asked about each movement of the mouse. Not a message-only one either: those
are not told of sleep and of the session's end. Qt's loop hands on the messages of every window of its thread.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Mapping
from ctypes import wintypes
from typing import Any

import structlog

log = structlog.get_logger(__name__)

Handler = Callable[[int, int], "int | None"]
"""Gets a message's two parameters, gives its answer; None leaves the answer to the system."""

_RESULT = ctypes.c_ssize_t
_PARAMETERS = (wintypes.HWND, wintypes.UINT, ctypes.c_size_t, ctypes.c_ssize_t)
_names = itertools.count(1)


def library(name: str) -> Any:
    """A library of the system, with its last error kept for each thread."""
    return getattr(ctypes, "WinDLL")(name, use_last_error=True)  # noqa: B009 - exists on Windows only


class _Class(ctypes.Structure):
    """WNDCLASSW."""

    _fields_ = (
        ("style", wintypes.UINT),
        ("procedure", ctypes.c_void_p),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HANDLE),
        ("cursor", wintypes.HANDLE),
        ("background", wintypes.HANDLE),
        ("menu", wintypes.LPCWSTR),
        ("name", wintypes.LPCWSTR),
    )


class HiddenWindow:
    """One window, from its making to `close`; on the thread that made it.

    Args:
        title: what the system may show where it speaks of the window.
        handlers: by the message's number.

    Attributes:
        handle: the window's.

    Raises:
        OSError: the system made none.
    """

    def __init__(self, title: str, handlers: Mapping[int, Handler]) -> None:
        self._handlers = dict(handlers)
        self._user = user = library("user32")
        user.DefWindowProcW.argtypes, user.DefWindowProcW.restype = _PARAMETERS, _RESULT
        user.CreateWindowExW.restype = wintypes.HWND
        user.CreateWindowExW.argtypes = (
            wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD, *[ctypes.c_int] * 4,
            wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, ctypes.c_void_p,
        )  # fmt: skip
        self._name = f"TacNghiep.{next(_names)}"
        kind = getattr(ctypes, "WINFUNCTYPE")(_RESULT, *_PARAMETERS)  # noqa: B009 - exists on Windows only
        # Held for as long as the window is there: Windows calls it.
        self._procedure = kind(self._answer)
        kernel = library("kernel32")
        kernel.GetModuleHandleW.restype = wintypes.HINSTANCE
        self._instance = kernel.GetModuleHandleW(None)
        wanted = _Class(
            procedure=ctypes.cast(self._procedure, ctypes.c_void_p), instance=self._instance, name=self._name
        )
        if not user.RegisterClassW(ctypes.byref(wanted)):
            raise OSError("no class of windows")
        handle = user.CreateWindowExW(0, self._name, title, 0, 0, 0, 0, 0, None, None, self._instance, None)
        if not handle:
            raise OSError("no window")
        self.handle = wintypes.HWND(handle)

    def close(self) -> None:
        """The window is gone."""
        self._handlers.clear()
        self._user.DestroyWindow(self.handle)
        self._user.UnregisterClassW(wintypes.LPCWSTR(self._name), wintypes.HINSTANCE(self._instance))

    def _answer(self, window: Any, message: int, first: int, second: int) -> int:
        handler = self._handlers.get(message)
        answer = handler(first, second) if handler is not None else None
        return self._user.DefWindowProcW(window, message, first, second) if answer is None else answer
