"""The folder that both installers carry: Windows' Python, the libraries, the program. Knows what is kept of each.

A plain folder, no freezer: every file can be traced to a hash, and an office's virus scanner sees what it is.
"""

from __future__ import annotations

import os
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from resources.installer import closure, source, tools
from resources.installer.tools import BuildError

LIBRARIES = Path("Lib/site-packages")
PROGRAM = Path("app")
PACKAGES = ("desktop", "widgets", "signing", "local_cache", "resources")
PRACTICE = ("desktop/practice", "desktop/day")
_NOT_SHIPPED = ("resources/installer",)
_RULES = tomllib.loads((Path(__file__).parent / "kept.toml").read_text(encoding="utf-8"))


def put_program(root: Path, payload: Path, version: str, *, practice: bool) -> None:
    """Copy what git holds of the program.

    Args:
        root: the source.
        version: told by the program of itself.
        practice: with the practice office and the played day.
    """
    left_out = _NOT_SHIPPED + (() if practice else PRACTICE)
    for name in source.tracked(root, PACKAGES):
        if not any(name == one or name.startswith(f"{one}/") for one in left_out):
            target = payload / PROGRAM / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, target)
    about = payload / PROGRAM / f"tacnghiep-{version}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: tacnghiep\nVersion: {version}\n", encoding="ascii", newline="\n"
    )
    shutil.copyfile(root / "LICENSE", payload / "LICENSE.txt")
    # Templates of group policy, and the policy file's schema: administrators look for them where the program is.
    templates = [sys.executable, "-m", "desktop.policy_papers", str((payload / "policies").resolve())]
    tools.call(templates, cwd=root)
    folders = ("python313.zip", ".", PROGRAM.as_posix(), LIBRARIES.as_posix())
    (payload / "python313._pth").write_text("\n".join(folders) + "\n", encoding="ascii", newline="\n")


def prune(payload: Path) -> None:
    """Take out what the program never opens, by `kept.toml`, and of Qt all that nothing kept imports.

    Raises:
        BuildError: a rule names what is not there: the library has changed, and the rule with it.
    """
    libraries = payload / LIBRARIES
    for rule in _RULES["remove"]:
        found = sorted(libraries.glob(rule))
        if not found:
            raise BuildError(f"kept.toml removes {rule}, which no library has any more")
        for path in found:
            _remove(path)
    for folder, kept in _RULES["keep"].items():
        _keep_only(libraries / folder, kept)
    for name in _RULES["python"]["remove"]:
        (payload / name).unlink()
    _prune_qt(libraries / "PySide6")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _keep_only(folder: Path, kept: list[str]) -> None:
    wanted: set[Path] = set()
    for pattern in kept:
        found = list(folder.glob(pattern))
        if not found:
            raise BuildError(f"kept.toml keeps {pattern} of {folder.name}, which has none")
        wanted.update(found)
    # Those on the way to what is kept are looked into, all others go whole.
    above = {parent for path in wanted for parent in path.parents}
    waiting = [folder]
    while waiting:
        for path in waiting.pop().iterdir():
            if path in above:
                waiting.append(path)
            elif path not in wanted:
                _remove(path)


def _prune_qt(folder: Path) -> None:
    """Of Qt's libraries those that what is kept imports, and no more."""
    roots = [*folder.glob("*.pyd"), *(folder / "plugins").rglob("*.dll")]
    shared = {path.name.lower(): path for path in folder.glob("*.dll")}
    wanted = closure.needed([*roots, *(folder.parent / "shiboken6").glob("*.dll")], shared)
    for name, path in shared.items():
        if name not in wanted:
            path.unlink()


def files(payload: Path) -> Iterator[Path]:
    """Every file of the payload, relative, in an order of its own."""
    return iter(sorted(path.relative_to(payload) for path in payload.rglob("*") if path.is_file()))


def size(payload: Path) -> int:
    """Bytes of all files together."""
    return sum((payload / one).stat().st_size for one in files(payload))


def set_times(payload: Path, moment: int) -> None:
    """Every file is of the commit's moment, so that two packings of one payload are alike.

    Args:
        moment: seconds since 1970.
    """
    for one in files(payload):
        os.utime(payload / one, (moment, moment))
