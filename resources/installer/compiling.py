"""Python's compiled code, made by the payload's own Python: under wine where this is no Windows. Knows wine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from resources.installer import tools
from resources.installer.payload import LIBRARIES, PROGRAM
from resources.installer.registration import TERMINAL


def compile_all(payload: Path, folder: Path) -> None:
    """Compile every module, so that nothing is ever written below Program Files.

    The hash in each file is that of its source and is not looked at again (PEP 552): times of files, which differ from
    machine to machine, play no part.

    Args:
        folder: for wine's own files.

    Raises:
        BuildError: a module does not compile.
    """
    folders = _halves(payload)
    if tools.WINDOWS:
        _together([lambda half=half: _compile([payload / TERMINAL], half, payload, {}) for half in folders])
        return
    prefix = {"WINEPREFIX": str(folder / "wine"), "WINEDEBUG": "-all", "WINEARCH": "win64", "DISPLAY": ""}
    wine = str(tools.WINE.path())
    tools.call([wine, "wineboot", "-i"], environment=prefix)
    tools.call([wine, "winecfg", "-v", "win10"], environment=prefix)
    try:
        _together([
            lambda half=half: _compile([wine, payload / TERMINAL], half, payload, prefix) for half in folders
        ])  # fmt: skip
    finally:
        tools.call([wine, "wineboot", "-k"], environment=prefix)


def _halves(payload: Path) -> list[list[str]]:
    """The folders with modules in two parts, always the same, of about the same work."""
    folders = [*sorted(path for path in (payload / LIBRARIES).iterdir() if path.is_dir()), payload / PROGRAM]
    sizes = {path: sum(one.stat().st_size for one in path.rglob("*.py")) for path in folders}
    parts: list[list[Path]] = [[], []]
    for path in sorted(folders, key=lambda path: (-sizes[path], path)):
        min(parts, key=lambda part: sum(sizes[one] for one in part)).append(path)
    names = [sorted(path.relative_to(payload).as_posix() for path in part if sizes[path]) for part in parts]
    names[0] += sorted(path.relative_to(payload).as_posix() for path in (payload / LIBRARIES).glob("*.py"))
    return names


def _compile(program: Sequence[str | Path], names: list[str], payload: Path, environment: Mapping[str, str]) -> None:
    tools.call(
        [*program, "-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash", *names],
        cwd=payload,
        environment=environment,
    )


def _together(calls: Sequence[Callable[[], None]]) -> None:
    with ThreadPoolExecutor(len(calls)) as pool:
        for done in [pool.submit(call) for call in calls]:
            done.result()
