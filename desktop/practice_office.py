"""Starts the practice office as a process of its own and says where it is. Knows nothing of what runs in it.

It lives as long as its standard input is open, so it ends with this program however this program ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.log_files import turn_over
from signing.children import Child

IN_USE = 3
"""Its exit status where another process has the folder open."""


class PracticeFailed(Exception):
    """The practice office did not start; ``detail`` is its own last line.

    Attributes:
        code: "practiceFailed".
    """

    code = "practiceFailed"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class PracticeInUse(PracticeFailed):
    """Another copy of the program has this practice office open."""

    code = "practiceInUse"


@dataclass(frozen=True)
class PracticeAddress:
    """Where a running practice office is, and what it has laid out.

    Attributes:
        url: the central's origin on loopback.
        trust: folder of the practice roots (PEM).
        tsa: the time-stamping service.
        module, module_conf: the PKCS#11 module and its configuration; None where software certificates stand in.
        software: folder of practice software certificates (PKCS#12).
        people: id, name, title, unit, username, pin of everyone who can sign in.
        samples: folder of drafts to try with.
    """

    url: str
    trust: Path
    tsa: str
    module: Path | None
    module_conf: Path | None
    software: Path | None
    people: tuple[Mapping[str, Any], ...]
    samples: Path | None
    password: str = ""


@dataclass
class PracticeOffice:
    """One running practice office."""

    process: Child = field(repr=False)
    address: PracticeAddress

    def stop(self) -> None:
        """Close its input and wait for its end, which takes well under a second."""
        if self.process.stdin:
            self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


def start(
    data: Path,
    log: Path,
    *,
    size: int | None = None,
    database: str | None = None,
    quiet: bool = False,
    network: str = "internet",
    workers: int = 1,
    weather: Sequence[str] = (),
) -> PracticeOffice:
    """Start it and wait until it answers; blocks for some seconds the first time.

    Args:
        network: this machine's, which the office says that it is on.
        workers: processes that serve it, more than one on PostgreSQL alone.
        weather: how late or badly its certificates' services answer, as ``tsa=150`` (ms) or ``ocsp=down``.

    Raises:
        PracticeInUse: another copy of the program runs it.
        PracticeFailed: it ended before it was ready.
    """
    asked = arguments(
        data, size=size, database=database, quiet=quiet, network=network, workers=workers, weather=weather
    )
    return _started([sys.executable, "-m", "desktop", *asked], log)


def arguments(
    data: Path,
    *,
    size: int | None = None,
    database: str | None = None,
    quiet: bool = False,
    network: str = "internet",
    workers: int = 1,
    weather: Sequence[str] = (),
) -> list[str]:
    """What the command is told, as for `start`."""
    command = ["practice", "--serve", "--data", str(data)]
    if size is not None:
        command += ["--size", str(size)]
    if database:
        command += ["--database", database]
    if network != "internet":
        command += ["--network", network]
    if workers > 1:
        command += ["--workers", str(workers)]
    if quiet:
        command.append("--quiet-people")
    for word in weather:
        command += ["--pki", word]
    return command


def _started(command: Sequence[str], log: Path) -> PracticeOffice:
    """Run it, and wait for the line that says where it is."""
    log.parent.mkdir(parents=True, exist_ok=True)
    turn_over(log)
    with log.open("a", encoding="utf-8") as errors:
        process = Child(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8",
            cwd=Path(__file__).resolve().parent.parent,
        )  # fmt: skip
    assert process.stdout is not None
    for line in process.stdout:
        ready = _ready(line)
        if ready is not None:
            return PracticeOffice(process, _address(ready))
    status = process.wait()
    process.stdout.close()
    if process.stdin:
        process.stdin.close()
    tail = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    raise (PracticeInUse if status == IN_USE else PracticeFailed)(tail[-1] if tail else f"exit {status}")


def _ready(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.get("ready") else None


def _address(ready: Mapping[str, Any]) -> PracticeAddress:
    pkcs11 = ready.get("pkcs11") or {}

    def path(value: object) -> Path | None:
        return Path(str(value)) if value else None

    return PracticeAddress(
        url=str(ready["url"]),
        trust=Path(str(ready["trust"])),
        tsa=str(ready["tsa"]),
        module=path(pkcs11.get("module")),
        module_conf=path(pkcs11.get("conf")),
        software=path(ready.get("software")),
        people=tuple(ready.get("people") or ()),
        samples=path(ready.get("samples")),
        password=str(ready.get("password") or ""),
    )
