"""What Windows says of proxies, by WinHTTP: the user's settings with their script (PAC) or the network's (WPAD), else
those of the machine (``netsh winhttp``). Knows ``proxies`` alone. Blocks.

Written to the documentation of winhttp.h.
"""

from __future__ import annotations

import ctypes
from ctypes import byref, wintypes
from typing import Any
from urllib.parse import urlsplit

from .proxies import Way, bypassed, first_proxy

_AUTO_DETECT, _SCRIPT = 0x1, 0x2
_BY_DHCP_AND_DNS = 0x1 | 0x2
_NO_PROXY, _NAMED = 1, 3
_STEP = 5000  # milliseconds for each step of fetching a script


class _UserConfig(ctypes.Structure):
    """WINHTTP_CURRENT_USER_IE_PROXY_CONFIG; its texts are ours to free."""

    _fields_ = (
        ("detect", wintypes.BOOL),
        ("script", ctypes.c_void_p),
        ("proxy", ctypes.c_void_p),
        ("bypass", ctypes.c_void_p),
    )


class _Options(ctypes.Structure):
    """WINHTTP_AUTOPROXY_OPTIONS."""

    _fields_ = (
        ("flags", wintypes.DWORD),
        ("detect", wintypes.DWORD),
        ("script", wintypes.LPCWSTR),
        ("reserved", ctypes.c_void_p),
        ("reserved_too", wintypes.DWORD),
        ("log_on", wintypes.BOOL),
    )


class _Info(ctypes.Structure):
    """WINHTTP_PROXY_INFO; its texts are ours to free."""

    _fields_ = (("access", wintypes.DWORD), ("proxy", ctypes.c_void_p), ("bypass", ctypes.c_void_p))


def way(url: str) -> Way:
    """The way to an address, as the programs of this user go."""
    winhttp = _library()
    detect, script, proxy, bypass = _user(winhttp)
    tried = script or ("auto" if detect else "")
    # A script that policy or the user names comes before one that the network may name.
    for flags, address in ((_SCRIPT, script), (_AUTO_DETECT, "")):
        if (flags == _SCRIPT and not script) or (flags == _AUTO_DETECT and not detect):
            continue
        found = _by_script(winhttp, url, flags, address)
        if found is not None:
            return Way(_chosen(url, *found), "script", tried)
    if proxy:
        return Way(_chosen(url, proxy, bypass), "settings", tried, failed=bool(script))
    proxy, bypass = _machine(winhttp)
    if proxy:
        return Way(_chosen(url, proxy, bypass), "machine", tried, failed=bool(script))
    # A network that names no script is the usual one.
    return Way(source="none", script=tried, failed=bool(script))


def _chosen(url: str, proxy: str, bypass: str) -> str:
    parts = urlsplit(url)
    return "" if bypassed(parts.hostname or "", bypass) else first_proxy(proxy, parts.scheme)


def _user(winhttp: Any) -> tuple[bool, str, str, str]:
    """Whether the network is asked for a script; the script, the proxy and the exceptions of the user's settings."""
    config = _UserConfig()
    if not winhttp.WinHttpGetIEProxyConfigForCurrentUser(byref(config)):
        return False, "", "", ""
    return bool(config.detect), _taken(config.script), _taken(config.proxy), _taken(config.bypass)


def _machine(winhttp: Any) -> tuple[str, str]:
    """The proxy and the exceptions that were set for the whole machine."""
    info = _Info()
    if not winhttp.WinHttpGetDefaultProxyConfiguration(byref(info)) or info.access != _NAMED:
        return "", ""
    return _taken(info.proxy), _taken(info.bypass)


def _by_script(winhttp: Any, url: str, flags: int, script: str) -> tuple[str, str] | None:
    """What the script says: a list of proxies, empty for none, with exceptions; None where it could not be asked."""
    session = winhttp.WinHttpOpen("TacNghiep", _NO_PROXY, None, None, 0)
    if not session:
        return None
    try:
        winhttp.WinHttpSetTimeouts(session, _STEP, _STEP, _STEP, _STEP)
        options = _Options(flags, _BY_DHCP_AND_DNS if flags == _AUTO_DETECT else 0, script or None, None, 0, False)
        info = _Info()
        if not winhttp.WinHttpGetProxyForUrl(session, url, byref(options), byref(info)):
            return None
        return (_taken(info.proxy), _taken(info.bypass)) if info.access == _NAMED else ("", "")
    finally:
        winhttp.WinHttpCloseHandle(session)


def _taken(text: int | None) -> str:
    """A text of the system's, which is given back to it."""
    if not text:
        return ""
    kernel = getattr(ctypes, "WinDLL")("kernel32")  # noqa: B009 - exists on Windows only
    kernel.GlobalFree.argtypes = (ctypes.c_void_p,)
    try:
        return ctypes.wstring_at(text)
    finally:
        kernel.GlobalFree(text)


def _library() -> Any:
    winhttp = getattr(ctypes, "WinDLL")("winhttp")  # noqa: B009 - exists on Windows only
    winhttp.WinHttpOpen.restype = ctypes.c_void_p
    winhttp.WinHttpOpen.argtypes = (
        wintypes.LPCWSTR, wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
    )  # fmt: skip
    winhttp.WinHttpCloseHandle.argtypes = (ctypes.c_void_p,)
    winhttp.WinHttpSetTimeouts.argtypes = (ctypes.c_void_p, *[ctypes.c_int] * 4)
    winhttp.WinHttpGetProxyForUrl.argtypes = (
        ctypes.c_void_p, wintypes.LPCWSTR, ctypes.POINTER(_Options), ctypes.POINTER(_Info),
    )  # fmt: skip
    return winhttp
