"""The ``verify`` command: judges files on the command line, in sentences or as JSON.

Knows ``judging`` and ``sentences``. Exit code 0 when every file is plainly valid, 1 otherwise.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from .judging import MEMORY, TIMEOUT, in_subprocess
from .reasons import Reason
from .sentences import ROLES, VI, WORDS, sentence
from .verdict import UNKNOWN, VALID, SignatureReport, Verdict
from .zone import VIETNAM

_LABELS = {
    "claimed": {"vi": "giờ máy người ký khai", "en": "time claimed by the signer"},
    "trusted": {"vi": "giờ tin cậy", "en": "trusted time"},
    "arguments": {"vi": "Kiểm tra chữ ký số của tệp PDF.", "en": "Checks the signatures of PDF files."},
    "report": {"vi": "Báo cáo kỹ thuật", "en": "Technical report"},
}


def main(argv: Sequence[str], output: TextIO | None = None) -> int:
    """Runs the command: ``FILE... [--trust DIR] [--json] [--lang vi|en] [--offline] [--report]``."""
    out = output or sys.stdout
    chosen = _arguments(argv)
    if chosen.trust is not None and not chosen.trust.is_dir():
        problem = Reason("trustUnreadable", {"detail": str(chosen.trust)})
        found = [(str(file), Verdict(UNKNOWN, reasons=(problem,))) for file in chosen.files]
    else:
        found = [(str(file), _judge(file, chosen)) for file in chosen.files]
    if chosen.json:
        listed = [_plain(name, verdict, chosen.lang) for name, verdict in found]
        _write(out, json.dumps({"files": listed}, ensure_ascii=False, indent=2))
    else:
        for name, verdict in found:
            _write(out, _told(name, verdict, chosen.lang, chosen.report))
    return 0 if all(verdict.verdict == VALID for _, verdict in found) else 1


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tacnghiep verify", description=_LABELS["arguments"]["vi"])
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--trust", metavar="DIR", type=Path, help="thư mục chứng thư gốc tin cậy (PEM, DER)")
    parser.add_argument("--json", action="store_true", help="kết quả dạng JSON")
    parser.add_argument("--lang", choices=["vi", "en"], default=VI)
    parser.add_argument("--offline", action="store_true", help="không hỏi tình trạng thu hồi qua mạng")
    parser.add_argument("--report", action="store_true", help="in cả báo cáo kỹ thuật")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="số giây cho mỗi tệp")
    return parser.parse_args(argv)


def _judge(file: Path, chosen: argparse.Namespace) -> Verdict:
    try:
        return in_subprocess(file, chosen.trust, chosen.timeout, MEMORY, online=not chosen.offline)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return Verdict(UNKNOWN, reasons=(Reason("fileUnreadable", {"detail": detail}),))


def _plain(name: str, verdict: Verdict, language: str) -> dict[str, Any]:
    plain = verdict.to_json()
    for signature in plain["signatures"]:
        signature["reasons"] = [_with_text(reason, language) for reason in signature["reasons"]]
    return {
        "file": name,
        "verdict": verdict.verdict,
        "signatures": plain["signatures"],
        "reasons": [_with_text(reason.to_json(), language) for reason in verdict.all_reasons()],
        "report": verdict.report,
    }


def _with_text(reason: dict[str, Any], language: str) -> dict[str, Any]:
    return {**reason, "text": sentence(reason["code"], language, reason["args"])}


def _told(name: str, verdict: Verdict, language: str, report: bool) -> str:
    lines = [f"{name}: {WORDS[verdict.verdict][language]}"]
    lines += ["  " + sentence(reason.code, language, reason.args) for reason in verdict.reasons]
    for one in verdict.signatures:
        lines.append(_signature(one, language))
        lines += ["    " + sentence(reason.code, language, reason.args) for reason in one.reasons]
    if report and verdict.report:
        lines += [f"  {_LABELS['report'][language]}:", *("    " + line for line in verdict.report.splitlines())]
    return "\n".join(lines)


def _signature(one: SignatureReport, language: str) -> str:
    who = one.signer or one.field
    if one.organization and one.organization != who:
        who += f", {one.organization}"
    time = ""
    if one.trusted_time:
        time = f"; {_LABELS['trusted'][language]} {_clock(one.trusted_time)}"
    elif one.claimed_time:
        time = f"; {_LABELS['claimed'][language]} {_clock(one.claimed_time)}"
    level = f" [{one.level}]" if one.level else ""
    return f"  {ROLES[one.role_hint][language]}: {who}{time}{level}: {WORDS[one.verdict][language]}"


def _clock(value: str) -> str:
    return datetime.fromisoformat(value).astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M:%S")


def _write(out: TextIO, text: str) -> None:
    """A console that cannot show Vietnamese letters must not end the command."""
    try:
        print(text, file=out)
    except UnicodeEncodeError:
        encoding = out.encoding or "ascii"
        print(text.encode(encoding, "replace").decode(encoding), file=out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
