"""Asks whoever sits at a Windows machine for the password of the account that is signed in to it, and checks it.

An access check by the system: the password goes from the system's own window to the system's own check, and is wiped
here. On other systems there is nothing to ask. Written to the documentation of credui.h and winbase.h; tried under wine
as far as that goes: it has no such window, and then nobody is let in.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import byref, create_unicode_buffer, wintypes
from typing import Any

_CANCELLED = 1223
_CURRENT_USER_ONLY = 0x200  # CREDUIWIN_ENUMERATE_CURRENT_USER
_INTERACTIVE, _PROVIDER = 2, 0  # LOGON32_LOGON_INTERACTIVE, LOGON32_PROVIDER_DEFAULT
_NAME_SAM = 2  # NameSamCompatible: DOMAIN\user


class NotAsked(Exception):
    """The person turned back, or the system could not ask."""


def available() -> bool:
    """Whether this system can be asked."""
    return sys.platform == "win32"


class _Info(ctypes.Structure):
    """CREDUI_INFOW."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("parent", wintypes.HWND),
        ("message", wintypes.LPCWSTR),
        ("caption", wintypes.LPCWSTR),
        ("banner", wintypes.HANDLE),
    )


def ask(parent: int, caption: str) -> bool:
    """Whether the password typed in the system's window is that of the account signed in to this session. Waits.

    Args:
        parent: the window's handle.

    Raises:
        NotAsked
    """
    if not available():
        raise NotAsked
    windll: Any = getattr(ctypes, "windll")  # noqa: B009 (exists on Windows only)
    credui, advapi, kernel = windll.credui, windll.advapi32, windll.kernel32
    info = _Info(ctypes.sizeof(_Info), parent, caption, "Tác nghiệp", None)
    package, blob, size = wintypes.ULONG(0), ctypes.c_void_p(), wintypes.ULONG(0)
    answer = credui.CredUIPromptForWindowsCredentialsW(
        byref(info), 0, byref(package), None, 0, byref(blob), byref(size), None, _CURRENT_USER_ONLY
    )
    if answer != 0:
        # Cancelled, or no way to ask: nobody was verified in either case.
        raise NotAsked(str(answer if answer != _CANCELLED else ""))
    user, domain, password = (create_unicode_buffer(514) for _ in range(3))
    lengths = [wintypes.DWORD(514) for _ in range(3)]
    token = wintypes.HANDLE()
    try:
        if not credui.CredUnPackAuthenticationBufferW(
            1, blob, size, user, byref(lengths[0]), domain, byref(lengths[1]), password, byref(lengths[2])
        ):
            raise NotAsked("unpack")
        name, where = _split(user.value, domain.value)
        if not _is_me(windll, user.value, domain.value):
            return False
        return bool(advapi.LogonUserW(name, where or None, password, _INTERACTIVE, _PROVIDER, byref(token)))
    finally:
        for buffer in (user, domain, password):
            ctypes.memset(buffer, 0, ctypes.sizeof(buffer))
        ctypes.memset(blob, 0, size.value)
        windll.ole32.CoTaskMemFree(blob)
        if token:
            kernel.CloseHandle(token)


def _split(user: str, domain: str) -> tuple[str, str]:
    """A name as LogonUser wants it: DOMAIN\\user taken apart, user@domain left whole."""
    if not domain and "\\" in user:
        domain, _, user = user.partition("\\")
    return user, domain


def _is_me(windll: Any, user: str, domain: str) -> bool:
    """Whether these are the names of the account that this session runs under: another's password opens nothing."""
    me, length = create_unicode_buffer(514), wintypes.ULONG(514)
    if not windll.secur32.GetUserNameExW(_NAME_SAM, me, byref(length)):
        return False
    given_user, given_domain = _split(user, domain)
    my_domain, _, my_name = me.value.partition("\\")
    if "@" in given_user:
        principal, size = create_unicode_buffer(1026), wintypes.ULONG(1026)
        # NameUserPrincipal
        found = windll.secur32.GetUserNameExW(8, principal, byref(size))
        return bool(found) and principal.value.lower() == given_user.lower()
    same_domain = not given_domain or given_domain in (".", "") or given_domain.lower() == my_domain.lower()
    return same_domain and given_user.lower() == my_name.lower()
