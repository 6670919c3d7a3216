"""Tries the small Windows-only parts: the scripts of `tests.installer.windows`, by the payload's own Python."""

from __future__ import annotations

import re
import shutil
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
    # A copy: Python would write its compiled code beside the source.
    shutil.rmtree(windows.path(_FOLDER), ignore_errors=True)
    shutil.copytree(SCRIPTS, windows.path(_FOLDER), ignore=shutil.ignore_patterns("__pycache__", "__init__.py"))
    failed: list[str] = []
    for name in wanted or names():
        told = run_script(windows, program, _FOLDER, name)
        count = re.search(r"^Ran (\d+) tests? in", told, re.MULTILINE)
        good = bool(count and int(count[1])) and re.search(r"^OK\b", told, re.MULTILINE) is not None
        print(f"  {'✓' if good else '✗'} {name}" + (f" ({count[1]})" if count else ""), flush=True)
        if not good:
            failed.append(f"{name}:\n{told}")
    assert not failed, "\n".join(failed)


def run_script(windows: Wine, program: str, folder: str, name: str, more: dict[str, str] | None = None) -> str:
    """Run one script of unittest cases; what it printed.

    Args:
        folder: where it lies, as Windows names it.
        more: environment variables.
    """
    # By discovery, which alone looks for modules in a folder that is named: the program's Python is isolated.
    command = [program, "-m", "unittest", "discover", "-s", folder, "-p", f"{name}.py"]
    return windows.run(*command, timeout=300, more=more).stdout
