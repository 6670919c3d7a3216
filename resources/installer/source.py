"""The source that is built: its version, its moment, and whether it is what the commit says. Knows git."""

from __future__ import annotations

import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

from resources.installer.tools import GIT, BuildError


@dataclass(frozen=True)
class Source:
    """A checkout.

    Attributes:
        version: of three numbers, as pyproject.toml has it.
        commit: hexadecimal.
        moment: of the commit, seconds since 1970.
        changed: files that git knows are not as committed.
    """

    root: Path
    version: str
    commit: str
    moment: int
    changed: bool

    def told(self, *, for_tests: bool) -> str:
        """The version as a person is told it: a release, a test build, one of changed files (PEP 440)."""
        marks = [*(["test"] if for_tests else []), *(["changed"] if self.changed else [])]
        return self.version + ("+" + ".".join(marks) if marks else "")


def read(root: Path) -> Source:
    """Look at a checkout.

    Raises:
        BuildError: it is none.
    """
    commit, moment = _git(root, "log", "-1", "--format=%H %ct").split()
    # What git does not know is not built, and so does not count.
    changed = bool(_git(root, "status", "--porcelain", "--untracked-files=no").strip())
    about = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return Source(root, about["project"]["version"], commit, int(moment), changed)


def tracked(root: Path, folders: tuple[str, ...]) -> list[str]:
    """Files that git knows below some folders, relative, sorted."""
    return sorted(name for name in _git(root, "ls-files", "-z", *folders).split("\0") if name)


def file_name(told: str) -> str:
    """What the installers' names begin with: a test build is seen to be one; a plus sign does not survive every URL."""
    return "tacnghiep-" + told.replace("+", "-").replace(".changed", "-changed")


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run([str(GIT.path()), *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise BuildError(
            f"{root} is no git checkout, from which alone installers are built: {done.stderr.strip()[-300:]}"
        )
    return done.stdout
