"""Validation in a child process with a bound on time and memory: files come from outside, parsers have holes.

``in_subprocess`` is the parent's side; ``python -m signing.judging`` is the child's: the file on stdin, the verdict
as JSON on stdout. Knows ``validation`` (in the child only), ``limits`` and ``trust``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from .reasons import Reason
from .verdict import UNKNOWN, Verdict

TIMEOUT = 90.0  # seconds
MEMORY = 1536 * 1024 * 1024  # bytes
_COMMAND = (sys.executable, "-m", "signing.judging")


def in_subprocess(
    source: bytes | Path,
    trust_dir: Path | None,
    timeout: float = TIMEOUT,
    memory: int = MEMORY,
    *,
    online: bool = True,
    at: datetime | None = None,
    command: Sequence[str] = _COMMAND,
) -> Verdict:
    """Judges a file in a child process. Waits for it: call it on a lane.

    Args:
        source: the file or its path.
        trust_dir: directory of the office's roots; None trusts nobody.
        timeout: seconds until the child is ended and the file is "unknown".
        memory: bytes that the child may take.
        online: whether revocation may be asked over the network.
        at: the moment to judge at, now when None.
        command: how to start the child.

    Raises:
        OSError: the path cannot be read, or no process can be started.
    """
    pdf = source if isinstance(source, bytes) else source.read_bytes()
    arguments = [*command, "--timeout", str(timeout), "--memory", str(memory)]
    if trust_dir is not None:
        arguments += ["--trust", str(trust_dir)]
    if not online:
        arguments.append("--offline")
    if at is not None:
        arguments += ["--at", at.isoformat()]
    try:
        done = subprocess.run(
            arguments,
            input=pdf,
            capture_output=True,
            timeout=timeout,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return Verdict(UNKNOWN, reasons=(Reason("tookTooLong", {"seconds": int(timeout)}),))
    try:
        return Verdict.from_json(json.loads(done.stdout))
    except (ValueError, KeyError, TypeError):
        report = f"exit {done.returncode}\n" + done.stderr.decode("utf-8", "replace")[-4000:]
        return Verdict(UNKNOWN, reasons=(Reason("notJudged", {"detail": f"exit {done.returncode}"}),), report=report)


def main(argv: Sequence[str]) -> int:
    """The child."""
    parser = argparse.ArgumentParser(prog="judging")
    parser.add_argument("--trust", type=Path)
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("--at", type=datetime.fromisoformat)
    parser.add_argument("--timeout", type=float, default=TIMEOUT)
    parser.add_argument("--memory", type=int, default=MEMORY)
    chosen = parser.parse_args(argv)
    import logging

    from .limits import limit_this_process
    from .trust import Trust
    from .validation import COMPARING, validate

    logging.disable(logging.CRITICAL)  # pyHanko's words would be about the document's inside
    limit_this_process(chosen.memory, int(chosen.timeout) + 5)
    trust = Trust.from_directory(chosen.trust, online=not chosen.offline) if chosen.trust else Trust(online=False)
    found = validate(sys.stdin.buffer.read(), trust, at=chosen.at, comparing=min(COMPARING, chosen.timeout * 0.6))
    sys.stdout.buffer.write(json.dumps(found.to_json()).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
