"""What the system around gives: the folder's rights, the proxy, the certificate store, the news of lock and sleep.

Looks, and changes nothing. May wait for a proxy's script: belongs on a thread. Knows signing, local_cache and the words
of the findings.
"""

from __future__ import annotations

import os
import ssl
import sys
from pathlib import Path
from typing import Any

from desktop import finding_words
from desktop.findings import Finding, Level
from desktop.home import Home
from desktop.session.settings import Settings
from local_cache import private_folders
from signing.proxies import Proxies, Way

_ELSEWHERE = "https://tacnghiep.invalid/"
"""Asked about where no central is known yet; no such host is ever connected to."""


def look(home: Home, settings: Settings) -> list[Finding]:
    """Every finding about the system around."""
    return [
        *([folder_state(home.root)] if home.root.exists() else []),
        proxy_state(Proxies(settings["proxy"]).way(settings["centralUrl"] or _ELSEWHERE)),
        certificates_state(),
        session_state(wanted=bool(settings["lockWithSystem"])),
    ]


def folder_state(root: Path) -> Finding:
    """Whether others get into the folder of the profiles."""
    try:
        who = private_folders.strangers(root)
    except OSError:
        who = ("?",)
    if who:
        return _made("cache", "note", "folderOpen", folder=str(root), who=", ".join(who))
    return _made("cache", "ok", "folderPrivate", folder=str(root))


def proxy_state(way: Way) -> Finding:
    """The proxy in force, and who says so; never a name or a password in its address."""
    script = way.script.rpartition("@")[2]
    if way.failed and script:
        return _made("proxy", "note", "proxyScriptFailed", script=script, source=way.source)
    if not way.proxy:
        return _made("proxy", "ok", "proxyNone", script=script, source=way.source)
    shown = way.proxy.rpartition("@")[2].rpartition("://")[2]
    return _made("proxy", "ok", "proxyInForce", proxy=shown, script=script, source=way.source)


def certificates_state() -> Finding:
    """Whether the system has roots to check connections against."""
    if _has_roots():
        return _made("certificates", "ok", "certificateStore")
    return _made("certificates", "problem", "noCertificateStore")


def _has_roots() -> bool:
    if sys.platform == "win32":
        return bool(ssl.enum_certificates("ROOT"))
    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile) or (paths.capath is not None and any(Path(paths.capath).iterdir()))


def session_state(*, wanted: bool) -> Finding:
    """Whether this system tells of its lock and its sleep."""
    if not wanted:
        return _made("session", "note", "sessionLockOff")
    return _made("session", "ok", "sessionWatched") if _is_told() else _made("session", "note", "sessionNotWatched")


def _is_told() -> bool:
    if sys.platform == "win32":
        from desktop.windows_window import HiddenWindow, library

        try:
            window = HiddenWindow("Tác nghiệp", {})
        except OSError:
            return False
        wts = library("wtsapi32")
        told = bool(wts.WTSRegisterSessionNotification(window.handle, 0))
        if told:
            wts.WTSUnRegisterSessionNotification(window.handle)
        window.close()
        return told
    named = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    return bool(named) or Path("/run/dbus/system_bus_socket").exists()


def _made(part: str, level: Level, code: str, **values: Any) -> Finding:
    return Finding(part, level, code, finding_words.sentence(code, values), values)
