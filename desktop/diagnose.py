"""``tacnghiep diagnose``: what this machine has, and what to do about what it lacks.

Knows session, signing and local_cache.
Looks, and changes nothing; a missing part is a finding, not an error. Findings are codes with values, and sentences.
"""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from desktop import diagnose_system
from desktop.central.errors import CentralError
from desktop.central.oauth import discover
from desktop.central.transport import Beat, Call, Transport
from desktop.diagnose_policy import policy_state
from desktop.diagnose_signing import examine
from desktop.findings import Finding
from desktop.home import Home
from desktop.office.secrecy import SecrecyPolicy
from desktop.session.profile import Accounts
from desktop.session.settings import Settings
from desktop.updates import diagnosis
from desktop.version import product_version
from local_cache.errors import CacheError
from local_cache.keys import safe_backend
from local_cache.profile import on_network
from signing.proxies import Proxies

PARTS = ("PySide6-Essentials", "qasync", "requests", "keyring", "SQLAlchemy", "sqlcipher3", "pyHanko", "python-pkcs11")


def main(root: Path | None, *, as_json: bool, report: Path | None = None) -> int:
    """Print the findings; 0 when nothing is a problem, 1 otherwise, 2 where the report could not be written."""
    home = Home.at(root)
    written = True
    if report is None:
        findings = look(home)
    else:
        from desktop.support import command  # stands on this

        findings, written = command.write(home, report)
    if as_json:
        body = {"findings": [asdict(f) for f in findings], "ok": all(f.level != "problem" for f in findings)}
        sys.stdout.write(json.dumps(body, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        signs = {"ok": "ĐẠT   ", "hint": "GỢI Ý ", "note": "LƯU Ý ", "problem": "LỖI   "}
        sys.stdout.write("".join(f"{signs[f.level]} {f.text}\n" for f in findings))
    if not written:
        return 2
    return int(any(f.level == "problem" for f in findings))


def look(home: Home) -> list[Finding]:
    """Every finding, in the order of DESIGN's layers."""
    settings = Settings(home.settings)
    central, offset = central_state(settings)
    signing = signing_state(home, settings, offset)
    policy = policy_state(settings.policy)
    updates = diagnosis.look(home.root, settings, product_version())
    here = [versions(), keyring_state(), profile_state(home), *diagnose_system.look(home, settings)]
    return [*here, *policy, capture_state(settings), updates, *signing, central]


def versions() -> Finding:
    """The program's and its parts' versions."""
    found = {"tacnghiep": _version("tacnghiep"), "python": platform.python_version(), "system": platform.platform()}
    found |= {name: _version(name) for name in PARTS}
    text = f"Tác nghiệp {found['tacnghiep']}, Python {found['python']}, {found['system']}."
    return Finding("versions", "ok", "versions", text, found)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def keyring_state() -> Finding:
    """Whether the system can hold a key safely."""
    try:
        backend = safe_backend()
    except CacheError as error:
        text = "Máy không có kho khóa an toàn: hồ sơ được mã hóa bằng mật khẩu, hỏi mỗi lần mở chương trình."
        return Finding("keyring", "note", error.code, text)
    name = type(backend).__module__
    return Finding("keyring", "ok", "keyring", f"Kho khóa của hệ thống dùng được ({name}).", {"backend": name})


def profile_state(home: Home) -> Finding:
    """Where the profiles lie, and how many there are."""
    values = {"folder": str(home.root), "accounts": len(Accounts(home.accounts).all())}
    if on_network(home.root):
        text = f"Hồ sơ nằm trên ổ mạng ({home.root}): không được phép. Hãy chọn thư mục trên máy bằng --profile."
        return Finding("cache", "problem", "onNetworkShare", text, values)
    text = f"Hồ sơ nằm tại {home.root}, có {values['accounts']} tài khoản."
    return Finding("cache", "ok", "profile", text, values)


def capture_state(settings: Settings) -> Finding:
    """Whether windows are kept out of captures where that is wanted: Windows alone can (desktop.capture)."""
    policy = SecrecyPolicy(settings["network"], settings["classified"])
    wanted = settings["captureExclusion"] == "always" or (policy.classified and not policy.contradicts)
    if not wanted:
        text = "Máy này không xử lý văn bản mật và không đặt chặn chụp màn hình: cửa sổ hiện trong ảnh chụp màn hình."
        return Finding("capture", "ok", "captureUnneeded", text)
    if sys.platform == "win32":
        return Finding("capture", "ok", "captureShielded", "Chụp và chia sẻ màn hình không thấy cửa sổ chương trình.")
    text = (
        "Hệ điều hành này không cho chương trình chặn chụp và chia sẻ màn hình (chỉ Windows có). Gỡ phần mềm chụp và "
        "điều khiển từ xa khỏi máy xử lý văn bản mật."
    )
    return Finding("capture", "note", "captureOpen", text)


def signing_state(home: Home, settings: Settings, offset: timedelta | None) -> list[Finding]:
    """The readers, every module on this machine, each tried in a process of its own, and what signing stands on."""
    from desktop.signing_means import at_central

    accounts = Accounts(home.accounts).all()
    mine = frozenset(digest for account in accounts for digest in account.certificates) if accounts else None
    examination = at_central(home, settings).examination(mine, offset)
    try:
        return examine(examination.scene)
    finally:
        examination.close()


def central_state(settings: Settings) -> tuple[Finding, timedelta | None]:
    """Whether the configured central answers, and how far this clock is behind its own."""
    url = settings["centralUrl"]
    if not url:
        text = "Chưa đặt địa chỉ hệ thống trung tâm. Nhập khi đăng nhập, hoặc đặt bằng chính sách."
        return Finding("central", "note", "noCentral", text), None
    beats: list[Beat] = []
    transport = Transport(proxies=Proxies(settings["proxy"]), on_beat=beats.append)
    try:
        discover(url, transport, Call())
    except CentralError as error:
        text = f"Không liên lạc được với {url} ({error.kind}: {error.code}). Hãy kiểm tra đường truyền và địa chỉ."
        return Finding("central", "problem", error.code, text, {"url": url, "kind": error.kind}), None
    finally:
        transport.close()
    offset = timedelta(seconds=beats[-1].date - (beats[-1].sent + beats[-1].received) / 2) if beats else None
    return Finding("central", "ok", "central", f"Hệ thống trung tâm {url} trả lời.", {"url": url}), offset
