"""Windows' half of private folders: the lists of rights of the file system (aclapi.h, sddl.h). Knows nothing of
ours.
"""

from __future__ import annotations

import ctypes
from ctypes import byref, wintypes
from pathlib import Path
from typing import Any

_FILE, _OWNER, _LIST, _PROTECTED = 1, 0x1, 0x4, 0x80000000
_QUERY, _USER = 0x8, 1  # TOKEN_QUERY, TokenUser


def close(folder: Path) -> None:
    """Full rights for this user, the system and administrators, inherited within; nothing comes from above.

    Raises:
        OSError
    """
    full = "".join(f"(A;OICI;FA;;;{who})" for who in ("SY", "BA", my_number()))
    library, made, rights = _library(), ctypes.c_void_p(), ctypes.c_void_p()
    if not library.ConvertStringSecurityDescriptorToSecurityDescriptorW(f"D:P{full}", 1, byref(made), None):
        raise OSError("no list of rights was made")
    try:
        there, given = wintypes.BOOL(), wintypes.BOOL()
        library.GetSecurityDescriptorDacl(made, byref(there), byref(rights), byref(given))
        failed = library.SetNamedSecurityInfoW(str(folder), _FILE, _LIST | _PROTECTED, None, None, rights, None)
    finally:
        _free(made)
    if failed:
        raise OSError(failed, "the folder's rights cannot be set", str(folder))


def descriptor(folder: Path) -> str:
    """The folder's owner and list of rights, as text.

    Raises:
        OSError
    """
    library, found, text = _library(), ctypes.c_void_p(), ctypes.c_void_p()
    failed = library.GetNamedSecurityInfoW(str(folder), _FILE, _OWNER | _LIST, None, None, None, None, byref(found))
    if failed:
        raise OSError(failed, "the folder's rights cannot be read", str(folder))
    try:
        if not library.ConvertSecurityDescriptorToStringSecurityDescriptorW(
            found, 1, _OWNER | _LIST, byref(text), None
        ):
            raise OSError("the folder's rights cannot be read")
        return _text(text)
    finally:
        _free(found)


def my_number() -> str:
    """This user's number (SID).

    Raises:
        OSError
    """
    library, token, text = _library(), wintypes.HANDLE(), ctypes.c_void_p()
    kernel = _kernel()
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    if not library.OpenProcessToken(kernel.GetCurrentProcess(), _QUERY, byref(token)):
        raise OSError("this process has no token")
    try:
        room, length = ctypes.create_string_buffer(512), wintypes.DWORD()
        if not library.GetTokenInformation(token, _USER, room, len(room), byref(length)):
            raise OSError("this process's user is not told")
        # TOKEN_USER begins with a pointer to the number.
        if not library.ConvertSidToStringSidW(ctypes.c_void_p.from_buffer(room), byref(text)):
            raise OSError("this process's user is not told")
        return _text(text)
    finally:
        kernel.CloseHandle(token)


def _text(pointer: ctypes.c_void_p) -> str:
    """A text of the system's, which is given back to it."""
    try:
        return ctypes.wstring_at(pointer.value or 0)
    finally:
        _free(pointer)


def _free(pointer: ctypes.c_void_p) -> None:
    kernel = _kernel()
    kernel.LocalFree.argtypes = (ctypes.c_void_p,)
    kernel.LocalFree(pointer)


def _kernel() -> Any:
    return getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - exists on Windows only


def _library() -> Any:
    library = getattr(ctypes, "WinDLL")("advapi32", use_last_error=True)  # noqa: B009 - exists on Windows only
    pointer, text, word = ctypes.c_void_p, wintypes.LPCWSTR, wintypes.DWORD
    library.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = (text, word, pointer, pointer)
    library.ConvertSecurityDescriptorToStringSecurityDescriptorW.argtypes = (pointer, word, word, pointer, pointer)
    library.GetSecurityDescriptorDacl.argtypes = (pointer,) * 4
    library.SetNamedSecurityInfoW.argtypes = (text, ctypes.c_int, word, pointer, pointer, pointer, pointer)
    library.GetNamedSecurityInfoW.argtypes = (text, ctypes.c_int, word, *(pointer,) * 5)
    library.OpenProcessToken.argtypes = (wintypes.HANDLE, word, pointer)
    library.GetTokenInformation.argtypes = (wintypes.HANDLE, ctypes.c_int, pointer, word, pointer)
    library.ConvertSidToStringSidW.argtypes = (pointer, pointer)
    return library
