"""What a report is made of: findings, versions, settings, profiles, sync, screens, logs. Looks, and changes nothing.

Knows session, the findings and the files of the log. What waits (drivers, keyring, network, a slow disk) is a source's
``look``; no page is made of anything but identifiers, codes, counts, names of parts and settings, and redacted lines.
"""

from __future__ import annotations

import getpass
import json
import locale
import os
import platform
import shutil
import socket
import struct
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from desktop import diagnose, finding_words, log_files
from desktop.findings import Finding
from desktop.home import Home
from desktop.session.profile import Account, Accounts
from desktop.session.settings import SETTINGS, Settings
from desktop.support.opened import OpenSession
from desktop.support.redaction import Redaction
from desktop.support.report import Page, Source

MOST_LOG = 2_000_000
"""Bytes of logs in a report, the newest."""
LONGEST = 40.0
"""Seconds for which logs are looked through line by line."""
_PIECE = 500
_EVERYBODY = frozenset(
    {"root", "admin", "administrator", "user", "users", "system", "guest", "local", "localhost", "windows", "linux"}
)
_ADDRESSES = ("centralUrl", "timestampUrl", "timestampUrlDedicated", "proxy", "updateSource", "supportUrl")


def redaction_of(home: Home, settings: Settings) -> Redaction:
    """Who and what is known on this machine, to be taken out wherever it stands."""
    known: dict[str, str] = {}
    names = {"user": [_user(), Path.home().name], "computer": [platform.node(), _host(), _domain()]}
    for kind, words in names.items():
        known |= {word: kind for word in words if word and word.casefold() not in _EVERYBODY}
    for account in _accounts(home):
        known |= {word: "account" for word in (account.name, account.username) if word}
    hosts = {urlsplit(account.central_url).hostname or "" for account in _accounts(home)}
    for name in _ADDRESSES:
        with suppress(ValueError):
            hosts.add(urlsplit(str(settings[name])).hostname or "")
    hosts |= {str(host) for host in settings["serviceHosts"]}
    return Redaction(known, hosts - {""})


def sources(
    home: Home,
    settings: Settings,
    *,
    opened: OpenSession | None = None,
    screens: Sequence[Mapping[str, Any]] = (),
    findings: Callable[[], Sequence[Finding]] | None = None,
) -> list[Source]:
    """Every part, in the order in which it is read.

    Args:
        opened: the profile that is open; None where none is.
        screens: as the window system tells of them.
        findings: what was found already; None looks.
    """
    look = findings or (lambda: diagnose.look(home))
    made = [
        Source("kiem-tra.txt", look, _finding_pages, 75.0),
        Source(
            "may.json", lambda: _machine(home, screens), _json("may.json", "Máy và phiên bản", "Computer, versions")
        ),
        Source("cai-dat.json", lambda: settings, _setting_pages),
        Source(
            "ho-so.json", lambda: _profiles(home), _json("ho-so.json", "Hồ sơ trên máy", "Profiles on this computer")
        ),
    ]
    if opened is not None:
        title = ("Số liệu kho đang mở", "Numbers of the open store")
        made.append(Source("kho.json", lambda: list(opened.store()), _json("kho.json", *title), 30.0))
        made.append(Source("dong-bo.json", lambda: opened.sync, _json("dong-bo.json", "Đồng bộ", "Sync")))
    return [*made, Source("nhat-ky", lambda: _newest(home.logs), _log_pages)]


def _json(name: str, vi: str, en: str) -> Callable[[Redaction, Any], Sequence[Page]]:
    def pages(redaction: Redaction, found: Any) -> Sequence[Page]:
        text = json.dumps(redaction.value(found), ensure_ascii=False, indent=1, default=str)
        return [Page(name, f"{text}\n", (vi, en))]

    return pages


# -- findings


_OF_CERTIFICATES = ("subject", "issuer", "label", "serial", "detail")
_SIGNS = {"ok": "ĐẠT", "hint": "GỢI Ý", "note": "LƯU Ý", "problem": "LỖI"}


def _finding_pages(redaction: Redaction, found: Sequence[Finding]) -> Sequence[Page]:
    """Said anew from the values that are left: in the sentence itself nobody could tell a name from a word."""
    lines: list[str] = []
    written: list[dict[str, Any]] = []
    for finding in found:
        values = redaction.value(finding.values)
        text = redaction.text(finding.text)
        if finding.code in finding_words.WORDS:
            text = finding_words.sentence(finding.code, values)
        for name in _OF_CERTIFICATES:
            said = finding.values.get(name)
            if isinstance(said, str) and said:
                text = text.replace(said, str(values[name]))
        lines.append(f"{_SIGNS[finding.level]:6} {text}")
        written.append({**asdict(finding), "text": text, "values": values})
    body = json.dumps({"findings": written}, ensure_ascii=False, indent=1, default=str)
    return [
        Page("kiem-tra.txt", "\n".join(lines) + "\n", ("Kết quả kiểm tra máy", "What was found on this computer")),
        Page("kiem-tra.json", f"{body}\n", ("Kết quả cho chương trình", "The same for programs")),
    ]


# -- this machine


def _machine(home: Home, screens: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    root = home.root if home.root.exists() else Path.home()
    disk = shutil.disk_usage(root)
    return {
        "versions": diagnose.versions().values,
        "bits": struct.calcsize("P") * 8,
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "locale": locale.setlocale(locale.LC_CTYPE),
        "encoding": sys.getfilesystemencoding(),
        "timezone": time.strftime("%z"),
        "program": str(Path(__file__).resolve().parents[2]),
        "interpreter": sys.executable,
        "diskFreeMegabytes": disk.free >> 20,
        "diskMegabytes": disk.total >> 20,
        "screens": [dict(screen) for screen in screens],
    }


def _setting_pages(redaction: Redaction, settings: Settings) -> Sequence[Page]:
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        value = settings[setting.name]
        if setting.name in _ADDRESSES and "://" in str(value):
            value = redaction.address(str(value))
        elif setting.name == "supportUrl":
            # An office's own address of support, no person's.
            value = str(value)
        else:
            value = redaction.value(value)
        values[setting.name] = {"value": value, "source": settings.source(setting.name)}
    problems = [redaction.value(asdict(one)) for one in settings.policy.problems]
    origins = sorted(
        {one.origin for one in (*settings.policy.mandatory.values(), *settings.policy.recommended.values())}
    )
    found = {"settings": values, "policy": {"from": redaction.value(origins), "problems": problems}}
    text = json.dumps(found, ensure_ascii=False, indent=1, default=str)
    about = ("Cài đặt có hiệu lực", "Settings in force")
    return [Page("cai-dat.json", f"{text}\n", about)]


# -- profiles


def _profiles(home: Home) -> dict[str, Any]:
    found: list[dict[str, Any]] = []
    for kind, root in (("central", home.accounts), ("practice", home.practice_accounts)):
        accounts = Accounts(root)
        for account in accounts.all():
            found.append({
                "kind": kind, "profile": account.key, "central": account.central_url, "signedIn": account.signed_in,
                "locked": account.locked, "usedAt": account.used_at, "unsent": account.unsent,
                "certificates": len(account.certificates), "files": _sizes(accounts.folder(account)),
            })  # fmt: skip
    return {
        "folder": str(home.root),
        "profiles": found,
        "logs": _sizes(home.logs),
        "practice": _sizes(home.practice_data),
    }


def _sizes(folder: Path) -> dict[str, Any]:
    """Bytes of each database, and of the folders below; nothing is named that is named after a document."""
    known: dict[str, int] = {}
    others = files = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            if not path.is_file():
                continue
            size, files = path.stat().st_size, files + 1
            if path.parent == folder and path.suffix in (".db", ".json", ".log", ".suspect"):
                known[path.name] = size
            else:
                others += size
    return {"files": files, "bytes": sum(known.values()) + others, "known": known}


# -- logs


def _newest(folder: Path) -> list[tuple[str, str]]:
    """The logs, the newest first, up to `MOST_LOG` bytes together; of the last one its end."""
    left, found = MOST_LOG, []
    for path in log_files.files(folder):
        if left <= 0:
            break
        with suppress(OSError), path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - left))
            if size > left:
                file.readline()
            data = file.read(left)
            left -= len(data)
            found.append((path.name, data.decode("utf-8", "replace")))
    return found


def _log_pages(redaction: Redaction, found: Sequence[tuple[str, str]]) -> Sequence[Page]:
    about, until = ("Nhật ký kỹ thuật", "Technical log"), time.monotonic() + LONGEST
    return [Page(f"nhat-ky/{name}", _redacted(redaction, text, until), about) for name, text in found]


def _redacted(redaction: Redaction, text: str, until: float) -> str:
    """A log, as much of its newest lines as can be looked through in time: lines of strange make take longer."""
    lines, made = text.split("\n"), []
    while lines and time.monotonic() < until:
        lines, last = lines[:-_PIECE], lines[-_PIECE:]
        made.append(redaction.log("\n".join(last)))
    if lines:
        made.append(f"({len(lines)} older lines left out)")
    return "\n".join(reversed(made))


# -- who this is


def _accounts(home: Home) -> list[Account]:
    return [account for root in (home.accounts, home.practice_accounts) for account in Accounts(root).all()]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _host() -> str:
    try:
        return socket.gethostname()
    except OSError:
        return ""


def _domain() -> str:
    return os.environ.get("USERDOMAIN", "")
