"""``tacnghiep diagnose``: what this machine has, and what to do about what it lacks.

Knows session, signing and local_cache.
Looks, and changes nothing; a missing part is a finding, not an error. Findings are codes with values, and sentences.
"""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

from desktop.central.errors import CentralError
from desktop.central.oauth import discover
from desktop.central.transport import Call, Transport
from desktop.home import Home
from desktop.session.profile import Accounts
from desktop.session.settings import Settings
from local_cache.errors import CacheError
from local_cache.keys import safe_backend
from local_cache.profile import on_network
from signing import modules
from signing.problems import SigningProblem
from signing.tokens import Agent

Level = Literal["ok", "note", "problem"]
PARTS = ("PySide6-Essentials", "qasync", "requests", "keyring", "SQLAlchemy", "sqlcipher3", "pyHanko", "python-pkcs11")


@dataclass(frozen=True)
class Finding:
    """One thing looked at.

    Attributes:
        part: "versions", "keyring", "cache", "tokens" or "central".
        code: what was found, for programs.
        text: the same in Vietnamese, with what to do.
    """

    part: str
    level: Level
    code: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)


def main(root: Path | None, *, as_json: bool) -> int:
    """Print the findings; 0 when nothing is a problem, 1 otherwise."""
    findings = look(Home.at(root))
    if as_json:
        report = {"findings": [asdict(f) for f in findings], "ok": all(f.level != "problem" for f in findings)}
        sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        signs = {"ok": "ĐẠT   ", "note": "LƯU Ý ", "problem": "LỖI   "}
        sys.stdout.write("".join(f"{signs[f.level]} {f.text}\n" for f in findings))
    return int(any(f.level == "problem" for f in findings))


def look(home: Home) -> list[Finding]:
    """Every finding, in the order of DESIGN's layers."""
    settings = Settings(home.settings)
    return [versions(), keyring_state(), profile_state(home), *token_state(settings), central_state(settings)]


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


def token_state(settings: Settings) -> list[Finding]:
    """Every module on this machine, each tried in a process of its own, and the tokens behind it."""
    found = modules.find(policy=[Path(p) for p in settings["tokenModules"]])
    if not found:
        text = (
            "Không tìm thấy trình điều khiển thiết bị ký số (PKCS#11). Hãy cài phần mềm của nhà cung cấp, "
            "hoặc chọn tệp thư viện trong Cài đặt → Ký số."
        )
        return [Finding("tokens", "note", "noModule", text)]
    return [_module_state(module) for module in found]


def _module_state(module: modules.Module) -> Finding:
    name = module.vendor or module.path.name
    values: dict[str, Any] = {"module": str(module.path), "vendor": module.vendor, "source": module.source}
    if not module.fits:
        text = f"{name}: trình điều khiển là bản 32 bit, chương trình là bản 64 bit. Hãy cài bản 64 bit."
        return Finding("tokens", "problem", "wrongWordSize", text, values)
    try:
        with Agent(module.path) as agent:
            tokens = list(agent.list())
    except SigningProblem as problem:
        text = f"{name}: trình điều khiển không chạy được ({problem.code}). Hãy cài lại phần mềm của nhà cung cấp."
        return Finding("tokens", "problem", problem.code, text, values)
    values["tokens"] = [
        {
            "label": t.label, "serial": t.serial, "locked": t.flags.locked, "finalTry": t.flags.final_try,
            "certificates": [
                {"subject": c.subject, "issuer": c.issuer, "notAfter": c.not_after.isoformat()} for c in t.certificates
            ],
        }
        for t in tokens
    ]  # fmt: skip
    locked = [t.label for t in tokens if t.flags.locked]
    if locked:
        text = f"{name}: mã PIN của {', '.join(locked)} đã khóa. Hãy liên hệ nơi cấp thiết bị để mở khóa."
        return Finding("tokens", "problem", "pinLocked", text, values)
    if not tokens:
        text = f"{name}: chưa thấy thiết bị. Hãy cắm thiết bị ký số; nếu đã cắm, rút ra và cắm sang cổng khác."
        return Finding("tokens", "note", "noToken", text, values)
    return Finding("tokens", "ok", "tokens", f"{name}: thấy {', '.join(t.label for t in tokens)}.", values)


def central_state(settings: Settings) -> Finding:
    """Whether the configured central answers."""
    url = settings["centralUrl"]
    if not url:
        text = "Chưa đặt địa chỉ hệ thống trung tâm. Nhập khi đăng nhập, hoặc đặt bằng chính sách."
        return Finding("central", "note", "noCentral", text)
    transport = Transport(proxy=settings["proxy"] or None)
    try:
        discover(url, transport, Call())
    except CentralError as error:
        text = f"Không liên lạc được với {url} ({error.kind}: {error.code}). Hãy kiểm tra đường truyền và địa chỉ."
        return Finding("central", "problem", error.code, text, {"url": url, "kind": error.kind})
    finally:
        transport.close()
    return Finding("central", "ok", "central", f"Hệ thống trung tâm {url} trả lời.", {"url": url})
