"""Windows' half of what updates need (see machine). Knows Windows' own libraries through ctypes and the registry.

Read from HKLM alone, in the 64-bit view: nobody without an administrator's rights writes there. Tried under wine.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from ctypes import wintypes
from pathlib import Path
from typing import Any

from desktop.updates.manifest import Kind, UpdateRefused, Version

_KEY = r"Software\TacNghiep"
"""Where both installers say what they installed and where."""
_WINDOWS_KEY = r"Software\Microsoft\Windows\CurrentVersion"
_PROGRAM = "tacnghiep.exe"
TASK = r"\TacNghiep\Updates"
_SYSTEM_SID = "S-1-5-18"
_SNAPSHOT_PROCESSES = 0x2
_TOKEN_QUERY, _TOKEN_USER, _TOKEN_ELEVATION_TYPE = 0x8, 1, 18
_ELEVATION_DEFAULT = 1
_SHOW_NORMAL = 1
_NO_WINDOW, _DETACHED = 0x08000000, 0x00000008


_NO_INTERFACE, _NO_REVOCATION, _A_FILE, _FROM_CACHE = 2, 0, 1, 0x1000
_SIGNATURE_IS_BAD = frozenset({0x80096010, 0x800B0111, 0x800B010C})
"""TRUST_E_BAD_DIGEST, TRUST_E_EXPLICIT_DISTRUST, CERT_E_REVOKED. None, or one of an unknown authority's, is no fault:
the announcement vouches for every byte, and the office signs by an authority of its own or not at all."""
_VERIFY_V2 = (ctypes.c_ubyte * 16)(
    0x6B, 0xC5, 0xAA, 0x00, 0x44, 0xCD, 0xD0, 0x11, 0x8C, 0xC2, 0x00, 0xC0, 0x4F, 0xC2, 0x95, 0xEE
)
"""WINTRUST_ACTION_GENERIC_VERIFY_V2."""


class _TrustFile(ctypes.Structure):
    """WINTRUST_FILE_INFO."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("path", wintypes.LPCWSTR),
        ("file", wintypes.HANDLE),
        ("subject", ctypes.c_void_p),
    )


class _TrustData(ctypes.Structure):
    """WINTRUST_DATA."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("policy", ctypes.c_void_p),
        ("sip", ctypes.c_void_p),
        ("interface", wintypes.DWORD),
        ("revocation", wintypes.DWORD),
        ("choice", wintypes.DWORD),
        ("what", ctypes.c_void_p),
        ("action", wintypes.DWORD),
        ("state", wintypes.HANDLE),
        ("url", wintypes.LPCWSTR),
        ("flags", wintypes.DWORD),
        ("context", wintypes.DWORD),
        ("settings", ctypes.c_void_p),
    )


class _Process(ctypes.Structure):
    """PROCESSENTRY32W."""

    _fields_ = (
        ("size", wintypes.DWORD),
        ("usage", wintypes.DWORD),
        ("process", wintypes.DWORD),
        ("heap", ctypes.c_size_t),
        ("module", wintypes.DWORD),
        ("threads", wintypes.DWORD),
        ("parent", wintypes.DWORD),
        ("priority", wintypes.LONG),
        ("flags", wintypes.DWORD),
        ("name", wintypes.WCHAR * 260),
    )


def _library(name: str) -> Any:
    return getattr(ctypes, "WinDLL")(name, use_last_error=True)  # noqa: B009 (exists on Windows only)


def system_folder() -> Path:
    """System32, as Windows itself says it and not as the environment does."""
    room = ctypes.create_unicode_buffer(512)
    if not _library("kernel32").GetSystemDirectoryW(room, 512):
        raise UpdateRefused("notStarted", "system folder")
    return Path(room.value)


class WindowsMachine:
    """This Windows."""

    def package(self) -> Kind | None:
        kind = _installed("Package")
        return "msi" if kind == "msi" else "setup" if kind == "setup" else None

    def windows(self) -> Version | None:
        if sys.platform != "win32":
            return None
        found = sys.getwindowsversion()
        # What the program is told of itself depends on its manifest; this is the platform's own.
        return found.platform_version

    def may_install(self) -> bool:
        """With UAC an administrator's everyday token is a limited one; only a plain user's is the default one."""
        kind = wintypes.DWORD()
        if not _token(_TOKEN_ELEVATION_TYPE, kind):
            return False
        if kind.value != _ELEVATION_DEFAULT:
            return True
        return bool(_library("shell32").IsUserAnAdmin())

    def is_system(self) -> bool:
        room = ctypes.create_string_buffer(512)
        if not _token(_TOKEN_USER, room):
            return False
        sid = ctypes.c_void_p.from_buffer(room)
        text = wintypes.LPWSTR()
        if not _library("advapi32").ConvertSidToStringSidW(sid, ctypes.byref(text)):
            return False
        return text.value == _SYSTEM_SID

    def program_runs(self) -> bool:
        kernel = _library("kernel32")
        kernel.CreateToolhelp32Snapshot.restype = wintypes.HANDLE
        for name in ("Process32FirstW", "Process32NextW", "CloseHandle"):
            getattr(kernel, name).argtypes = [wintypes.HANDLE] + ([ctypes.c_void_p] if name != "CloseHandle" else [])
        taken = kernel.CreateToolhelp32Snapshot(_SNAPSHOT_PROCESSES, 0)
        entry = _Process(size=ctypes.sizeof(_Process))
        try:
            found = kernel.Process32FirstW(taken, ctypes.byref(entry))
            if not found:
                # Nobody can say: then nobody is interrupted.
                return True
            while found:
                if str(entry.name).lower() == _PROGRAM:
                    return True
                found = kernel.Process32NextW(taken, ctypes.byref(entry))
        finally:
            kernel.CloseHandle(taken)
        return False

    def secure(self, folder: Path) -> None:
        """No inherited rights, and none but SYSTEM's and the administrators'."""
        _run("icacls.exe", str(folder), "/inheritance:r", "/grant:r", f"*{_SYSTEM_SID}:(OI)(CI)F",
             "*S-1-5-32-544:(OI)(CI)F", "/q", code="unsafeFolder")  # fmt: skip

    def check_signature(self, path: Path) -> None:
        file = _TrustFile(ctypes.sizeof(_TrustFile), str(path), None, None)
        data = _TrustData(size=ctypes.sizeof(_TrustData), interface=_NO_INTERFACE, revocation=_NO_REVOCATION,
                          choice=_A_FILE, what=ctypes.addressof(file), flags=_FROM_CACHE)  # fmt: skip
        verify = _library("wintrust").WinVerifyTrust
        verify.restype = ctypes.c_uint32
        verify.argtypes = [wintypes.HWND, ctypes.c_void_p, ctypes.c_void_p]
        answer = verify(None, ctypes.byref(_VERIFY_V2), ctypes.byref(data))
        if answer in _SIGNATURE_IS_BAD:
            raise UpdateRefused("badAuthenticode", f"{answer:08X}")

    def start_setup(self, path: Path) -> None:
        shell = _library("shell32")
        shell.ShellExecuteW.restype = ctypes.c_ssize_t
        shell.ShellExecuteW.argtypes = [wintypes.HWND, *[wintypes.LPCWSTR] * 4, ctypes.c_int]
        done = shell.ShellExecuteW(None, "runas", str(path), None, str(path.parent), _SHOW_NORMAL)
        if done <= 32:
            # 5: the person said no.
            raise UpdateRefused("notStarted", str(done))

    def start_package(self, path: Path, log_file: Path) -> None:
        """Restart Manager would close programs: it is kept out, and nothing restarts the machine."""
        command = [
            str(system_folder() / "msiexec.exe"), "/i", str(path), "/qn", "/norestart", "/l*v", str(log_file),
            "REBOOT=ReallySuppress", "MSIRESTARTMANAGERCONTROL=Disable",
        ]  # fmt: skip
        try:
            subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                cwd=system_folder(), creationflags=_DETACHED, close_fds=True,
            )  # fmt: skip
        except OSError as error:
            raise UpdateRefused("notStarted", type(error).__name__) from error

    def set_task(self, definition: str | None) -> None:
        if definition is None:
            _run("schtasks.exe", "/Delete", "/TN", TASK, "/F", code="notAllowed")
            return
        # Elsewhere people may be able to write: what SYSTEM runs every hour would be theirs to change.
        if _programs() not in self.program().parents:
            raise UpdateRefused("unsafeProgram", str(self.program()))
        # Beside the program, where administrators alone write: nobody can change it before it is read.
        file = self.program().with_name("update-task.xml")
        try:
            file.write_text(definition, encoding="utf-16")
            _run("schtasks.exe", "/Create", "/TN", TASK, "/XML", str(file), "/F", code="notAllowed")
        except OSError as error:
            raise UpdateRefused("notAllowed") from error
        finally:
            file.unlink(missing_ok=True)

    def program(self) -> Path:
        folder = _installed("InstallDir")
        if not folder:
            raise UpdateRefused("notInstalled")
        return Path(folder) / "tacnghiep.com"


def _programs() -> Path:
    """Program Files, as the registry has it and not the environment."""
    return Path(_machine_value(_WINDOWS_KEY, "ProgramFilesDir") or "?")


def _installed(name: str) -> str:
    return _machine_value(_KEY, name)


def _machine_value(path: str, name: str) -> str:
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
            value, _ = winreg.QueryValueEx(key, name)
    except OSError:
        return ""
    return value if isinstance(value, str) else ""


def _token(what: int, into: Any) -> bool:
    """Ask the token of this process."""
    kernel, security = _library("kernel32"), _library("advapi32")
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    security.OpenProcessToken.argtypes = [wintypes.HANDLE, wintypes.DWORD, ctypes.c_void_p]
    security.GetTokenInformation.argtypes = [
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, ctypes.c_void_p,
    ]  # fmt: skip
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    token, size = wintypes.HANDLE(), wintypes.DWORD()
    if not security.OpenProcessToken(kernel.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)):
        return False
    try:
        room = ctypes.sizeof(into)
        return bool(security.GetTokenInformation(token, what, ctypes.byref(into), room, ctypes.byref(size)))
    finally:
        kernel.CloseHandle(token)


def _run(program: str, *arguments: str, code: str) -> None:
    try:
        done = subprocess.run(
            [str(system_folder() / program), *arguments], stdin=subprocess.DEVNULL, capture_output=True,
            timeout=60, check=False, creationflags=_NO_WINDOW,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise UpdateRefused(code, type(error).__name__) from error
    if done.returncode:
        raise UpdateRefused(code, f"{program} {done.returncode}")
