"""The ``verify`` command: judges files on the command line, in sentences or as JSON.

Files, folders (every PDF below them) and ``-`` for the standard input. Exit code 0 when every file is plainly valid, 1
when one is not, 2 for a wrong command. The JSON is described by ``resources/reports/verify.schema.json``; what stands
there keeps its name and meaning, more may come. Knows ``judging`` and the sentences.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from .file_sentences import of_file
from .judging import LARGEST, TIMEOUT, Judges, Limits
from .reach import ANYWHERE, Reach
from .reasons import Reason
from .sentences import ROLES, VERDICTS, WORDS
from .trust import Trust
from .verdict import UNKNOWN, VALID, SignatureReport, Verdict
from .verify_arguments import ABOUT, EXIT_CODES, add_arguments
from .zone import VIETNAM

STDIN = "-"
FORMAT = 1
"""Of the JSON; another number would mean that something has changed its name or meaning."""
_LABELS = {
    "claimed": {"vi": "giờ máy người ký khai", "en": "time claimed by the signer"},
    "trusted": {"vi": "giờ tin cậy", "en": "trusted time"},
    "report": {"vi": "Báo cáo kỹ thuật", "en": "Technical report"},
}

Found = tuple[str, Verdict]


def main(
    argv: Sequence[str] | argparse.Namespace,
    output: TextIO | None = None,
    *,
    stdin: BinaryIO | None = None,
    trust: Callable[[], Trust | None] = lambda: None,
    reach: Reach = ANYWHERE,
) -> int:
    """Runs the command.

    Args:
        argv: ``FILE... [--trust DIR] [--json] [--lang vi|en] [--offline] [--report] [--timeout SECONDS]``, or that
            when it is parsed already.
        output: where the answer goes, the standard output when None.
        stdin: what ``-`` stands for, the standard input when None.
        trust: whom the profile trusts, where no folder is named.
        reach: which services may be asked about revocation on this machine's network.
    """
    out = output or sys.stdout
    chosen = argv if isinstance(argv, argparse.Namespace) else _arguments(argv)
    try:
        found = _tell(chosen, out, stdin, lambda: _trusted(chosen, trust, reach))
        out.flush()
    except BrokenPipeError:
        # Whoever read has seen enough; the interpreter must not trip over the same pipe when it ends.
        if out is sys.stdout:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0 if found and all(verdict.verdict == VALID for _, verdict in found) else 1


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tacnghiep verify", description=ABOUT, epilog=EXIT_CODES)
    add_arguments(parser)
    return parser.parse_args(argv)


def _tell(
    chosen: argparse.Namespace, out: TextIO, stdin: BinaryIO | None, trust: Callable[[], Trust | None]
) -> list[Found]:
    found: list[Found] = []
    for name, verdict in _judged(chosen, stdin, trust):
        found.append((name, verdict))
        if not chosen.json:
            _write(out, _told(name, verdict, chosen.lang, chosen.report))
    if chosen.json:
        listed = [_plain(name, verdict, chosen.lang) for name, verdict in found]
        _write(out, json.dumps({"format": FORMAT, "files": listed}, ensure_ascii=False, indent=2))
    return found


# -- judging -----------------------------------------------------------------------------------------------------


def _trusted(chosen: argparse.Namespace, trust: Callable[[], Trust | None], reach: Reach) -> Trust | None:
    """Whom to trust, and where to ask.

    Raises:
        OSError: the folder cannot be read.
    """
    trusted = Trust.from_directory(Path(chosen.trust)) if chosen.trust is not None else trust()
    return replace(trusted, reach=reach) if trusted is not None else None


def _judged(chosen: argparse.Namespace, stdin: BinaryIO | None, trust: Callable[[], Trust | None]) -> Iterator[Found]:
    """Each file with its verdict, in order; two are judged at a time."""
    try:
        trusted = trust()
    except OSError:
        problem = Verdict(UNKNOWN, reasons=(Reason("trustUnreadable", {"detail": str(chosen.trust)}),))
        yield from ((name, problem) for name in chosen.files)
        return
    if trusted is not None and chosen.offline:
        trusted = replace(trusted, online=False)
    limits = Limits(chosen.timeout or TIMEOUT)
    with Judges() as judges, ThreadPoolExecutor(2) as threads:

        def judge(name: str) -> Found:
            try:
                source = _from(stdin) if name == STDIN else Path(name)
                if isinstance(source, Path) and source.is_dir():
                    return name, Verdict(UNKNOWN, reasons=(Reason("folderEmpty"),))
                return name, judges.judge(source, trusted, limits)
            except OSError as error:
                reason = Reason("fileUnreadable", {"detail": error.strerror or type(error).__name__})
                return name, Verdict(UNKNOWN, reasons=(reason,))

        yield from threads.map(judge, _files(chosen.files))


def _files(names: Iterable[str]) -> Iterator[str]:
    """The files named, and those in the folders named, in order; a folder without any is given as it is."""
    for name in names:
        if name == STDIN or not Path(name).is_dir():
            yield name
            continue
        inside = sorted(str(one) for one in Path(name).rglob("*") if one.suffix.lower() == ".pdf" and one.is_file())
        yield from inside or [name]


def _from(stdin: BinaryIO | None) -> bytes:
    """The standard input, and no more of it than is judged at all."""
    return (stdin or sys.stdin.buffer).read(LARGEST + 1)


# -- telling -----------------------------------------------------------------------------------------------------


def _plain(name: str, verdict: Verdict, language: str) -> dict[str, Any]:
    plain = verdict.to_json()
    for signature in plain["signatures"]:
        signature["reasons"] = [_with_text(reason, language) for reason in signature["reasons"]]
    return {
        "file": name,
        "verdict": verdict.verdict,
        "text": VERDICTS[verdict.verdict][language],
        "signatures": [_named(one) for one in plain["signatures"]],
        "reasons": [_with_text(reason.to_json(), language) for reason in verdict.all_reasons()],
        "report": verdict.report,
    }


_NAMES = {
    "role_hint": "role",
    "claimed_time": "claimedTime",
    "trusted_time": "trustedTime",
    "revision_end": "revisionEnd",
}


def _named(signature: dict[str, Any]) -> dict[str, Any]:
    """A signature under the names that the schema gives."""
    return {_NAMES.get(key, key): value for key, value in signature.items()}


def _with_text(reason: dict[str, Any], language: str) -> dict[str, Any]:
    return {**reason, "text": of_file(reason["code"], language, reason["args"])}


def _told(name: str, verdict: Verdict, language: str, report: bool) -> str:
    lines = [f"{name}: {WORDS[verdict.verdict][language]}", f"  {VERDICTS[verdict.verdict][language]}"]
    lines += ["  - " + of_file(reason.code, language, reason.args) for reason in verdict.reasons]
    for one in verdict.signatures:
        lines.append(_signature(one, language))
        lines += ["    - " + of_file(reason.code, language, reason.args) for reason in one.reasons]
    if report and verdict.report:
        lines += [f"  {_LABELS['report'][language]}:", *("    " + line for line in verdict.report.splitlines())]
    return "\n".join(lines)


def _signature(one: SignatureReport, language: str) -> str:
    who = one.signer or one.field
    if one.organization and one.organization != who:
        who += f", {one.organization}"
    times = [
        f"; {_LABELS[kind][language]} {_clock(value)}"
        for kind, value in (("trusted", one.trusted_time), ("claimed", one.claimed_time))
        if value
    ]
    level = f" [{one.level}]" if one.level else ""
    return f"  {ROLES[one.role_hint][language]}: {who}{''.join(times)}{level}: {WORDS[one.verdict][language]}"


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
