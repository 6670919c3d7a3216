"""Tries the small Windows-only parts: the scripts of `tests.installer.windows`, by the payload's own Python."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.installer.wine import Wine

SCRIPTS = Path(__file__).parent / "windows"
_FOLDER = r"C:\parts"


def names() -> list[str]:
    """Of all scripts."""
    return sorted(path.stem for path in SCRIPTS.glob("*.py") if not path.name.startswith("_"))


def try_all(windows: Wine, program: str, wanted: Sequence[str] = ()) -> None:
    """Run the scripts, each in a process of its own, and say how each went.

    Args:
        program: tacnghiep.com, as Windows names it.
        wanted: names of scripts; all where empty.

    Raises:
        AssertionError: names those that failed, with what they printed.
    """
    put(windows, SCRIPTS, _FOLDER)
    failed: list[str] = []
    for name in wanted or names():
        told = run_script(windows, program, _FOLDER, name)
        count = cases(told)
        print(f"  {'✓' if count else '✗'} {name} ({count})", flush=True)
        if not count:
            failed.append(f"{name}:\n{told}")
    assert not failed, "\n".join(failed)


def put(windows: Wine, scripts: Path, folder: str) -> None:
    """Copy scripts into the prefix: Python would write its compiled code beside the source."""
    shutil.rmtree(windows.path(folder), ignore_errors=True)
    shutil.copytree(scripts, windows.path(folder), ignore=shutil.ignore_patterns("__pycache__", "__init__.py"))


def cases(told: str) -> int:
    """How many cases passed, by what a script printed; 0 where one failed, or none was run."""
    count = re.search(r"^Ran (\d+) tests? in", told, re.MULTILINE)
    return int(count[1]) if count and re.search(r"^OK\b", told, re.MULTILINE) else 0


def run_script(windows: Wine, program: str, folder: str, name: str, more: dict[str, str] | None = None) -> str:
    """Run one script of unittest cases; what it printed.

    Args:
        folder: where it lies, as Windows names it.
        more: environment variables.
    """
    # By discovery, which alone looks for modules in a folder that is named: the program's Python is isolated.
    command = [program, "-m", "unittest", "discover", "-s", folder, "-p", f"{name}.py"]
    try:
        return windows.run(*command, timeout=300, more=more).stdout
    except subprocess.TimeoutExpired as late:
        return f"did not end in {late.timeout:.0f} s:\n{(late.stdout or b'').decode('utf-8', 'replace')}"
