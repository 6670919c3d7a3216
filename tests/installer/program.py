"""What the installed program has to do: say its version, examine the machine, judge a file, play the day, keep acts."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import statistics
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.installer import parts
from tests.installer.installed import FOLDER, Installed
from tests.installer.packages import Version

SCRIPTS = Path(__file__).parent / "work"
_WORK, _FOUND, _DAY, _PROFILE = r"C:\work", r"C:\found", r"C:\day", r"C:\profile"
_ROUNDS = 5
_FIRST_WINDOW = (
    r"exec(compile(open(r'C:\work\first_window.py', encoding='utf-8').read(), 'first_window', 'exec'), "
    "{'__name__': 'first_window'})"
)
CENTRAL = "https://central.example"
"""The address that the installers are told; nobody answers there."""
_MISSING = {"readers", "central"}
"""Findings that are problems here: wine has no service for smart cards."""


class Program:
    """The installed program at work.

    Args:
        version: that is installed.
    """

    def __init__(self, installed: Installed, version: Version) -> None:
        self._installed = installed
        self._windows = installed.windows
        self._version = version

    def says_its_version(self) -> None:
        """``--version``."""
        told = self._installed.run("--version").strip()
        assert told == f"tacnghiep {self._version.told}", told

    def examines_the_machine(self) -> None:
        """``diagnose --json``: every part has a finding, and none is a problem that Windows would not have either."""
        found = json.loads(self._installed.run("diagnose", "--json", "--profile", _PROFILE))["findings"]
        by_part = {one["part"]: one for one in found}
        assert {"versions", "keyring", "cache", "readers", "tokens", "trust", "services", "central"} <= set(by_part)
        assert by_part["versions"]["values"]["tacnghiep"] == self._version.told
        assert by_part["keyring"]["values"]["backend"] == "keyring.backends.Windows"
        assert by_part["central"]["values"]["url"] == CENTRAL, by_part["central"]
        problems = {one["part"] for one in found if one["level"] == "problem"} - _MISSING
        assert not problems, [one for one in found if one["part"] in problems]

    def plays_the_day(self) -> None:
        """A morning of clerk and leader: signing in, sync, the cache, software certificates, signing, issuing."""
        folder = self._windows.path(_DAY)
        shutil.rmtree(folder, ignore_errors=True)
        told = self._installed.run("practice", "--day", _DAY, timeout=600)
        steps = json.loads((folder / "day.json").read_text("utf-8"))["steps"]
        failed = [one for one in steps if not one["ok"]]
        assert steps, told[-3000:]
        assert not failed, f"{failed}\n{told[-3000:]}"
        assert "Traceback" not in told, told[-3000:]
        missing = [one["picture"] for one in steps if not (folder / str(one["picture"])).is_file()]
        assert not missing, missing
        print(f"  {len(steps)} steps in {sum(one['seconds'] for one in steps):.0f} s")

    def leaves_two_acts_unsent(self) -> list[str]:
        """Work with the line down; the identifiers of the acts that wait."""
        acts = self._works("leave_unsent")
        assert len(acts) == 2, acts
        return acts

    def sends_once(self, acts: list[str]) -> None:
        """What waited before the upgrade is at the central now, each act once, and waits no more."""
        assert not self._works("send_unsent")
        with closing(sqlite3.connect(self._installed.profile / "practice/office/office.db")) as central:
            rows = central.execute("SELECT body || own FROM thing WHERE type = 7")
            # The store leaves the last bracket out: members that only some may see are put before it.
            told = [json.loads(f"{members}}}") for (members,) in rows]
        outcomes = [(one["id"], one["outcome"]) for one in told if one["id"] in acts]
        assert sorted(outcomes) == sorted((act, "accepted") for act in acts), outcomes

    def judges_a_signed_file(self) -> None:
        """``verify``: a file that was signed in practice is valid by practice's roots, and by no others."""
        office = self._installed.profile / "practice/office"
        signed = next(path for path in sorted((office / "blobs").rglob("*")) if _is_signed(path))
        shutil.copyfile(signed, self._windows.path(r"C:\signed.pdf"))
        trust = rf"{self._installed.profile_path}\practice\office\pki\trust"
        assert self._verdict("--trust", trust) == "valid"
        assert self._verdict() == "unknown"

    def _verdict(self, *more: str) -> str:
        command = ["verify", "--json", "--offline", "--profile", _PROFILE, *more, r"C:\signed.pdf"]
        report: dict[str, Any] = json.loads(self._installed.run(*command))
        return str(report["files"][0]["verdict"])

    def _works(self, name: str) -> Any:
        parts.put(self._windows, SCRIPTS, _WORK)
        result = rf"{_FOUND}\{name}.json"
        told = parts.run_script(
            self._windows, rf"{FOLDER}\tacnghiep.com", _WORK, name, {"TRIAL_RESULT": result}
        )  # fmt: skip
        assert parts.cases(told), told
        return json.loads(self._windows.path(result).read_text("utf-8"))

    def shows_its_first_window_soon(self) -> None:
        """Beside the same program run from its sources; both said in seconds."""
        parts.put(self._windows, SCRIPTS, _WORK)
        sources = self._windows.path(r"C:\sources")
        shutil.rmtree(sources, ignore_errors=True)
        shutil.copytree(self._version.payload, sources, ignore=shutil.ignore_patterns("__pycache__"))
        kinds = {FOLDER: "0", r"C:\sources": "1"}
        seconds: dict[str, list[float]] = {folder: [] for folder in kinds}
        # One more than is counted: the first fills the disk's cache.
        for _ in range(_ROUNDS + 1):
            for folder, uncompiled in kinds.items():
                seconds[folder].append(self._first_window(folder, uncompiled))
        own, source = (statistics.median(seconds[folder][1:]) for folder in kinds)
        shutil.rmtree(sources)
        told = f"installed {own:.1f} s, from sources {source:.1f} s, ratio {own / source:.2f} (2 is wanted)"
        print(f"  first window, medians of {_ROUNDS}: {told}")

    def _first_window(self, folder: str, uncompiled: str) -> float:
        more = {"TRIAL_PROFILE": _PROFILE, "TRIAL_UNCOMPILED": uncompiled}
        command = [rf"{folder}\tacnghiep.com", "-m", "timeit", "-n", "1", "-r", "1", _FIRST_WINDOW]
        told = self._windows.run(*command, more=more).stdout
        assert "first window: " in told, told
        return float(told.rpartition("first window: ")[2])


def fingerprint(folder: Path) -> str:
    """Of all names and bytes below a folder."""
    digest = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _is_signed(path: Path) -> bool:
    if not path.is_file():
        return False
    body = path.read_bytes()
    return body.startswith(b"%PDF") and b"/ByteRange" in body
