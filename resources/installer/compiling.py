"""Python's compiled code, made by the payload's own Python: under wine where this is no Windows. Knows wine."""

from __future__ import annotations

from pathlib import Path

from resources.installer import tools
from resources.installer.payload import LIBRARIES, PROGRAM


def compile_all(payload: Path, folder: Path) -> None:
    """Compile every module, so that nothing is ever written below Program Files.

    The hash in each file is that of its source and is not looked at again (PEP 552): times of files, which differ from
    machine to machine, play no part.

    Args:
        folder: for wine's own files.

    Raises:
        BuildError: a module does not compile.
    """
    program = payload / "tacnghiep.com"
    arguments = ["-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash", PROGRAM.as_posix(),
                 LIBRARIES.as_posix()]  # fmt: skip
    if tools.WINDOWS:
        tools.call([program, *arguments], cwd=payload)
        return
    prefix = {"WINEPREFIX": str(folder / "wine"), "WINEDEBUG": "-all", "WINEARCH": "win64", "DISPLAY": ""}
    wine = str(tools.WINE.path())
    tools.call([wine, "wineboot", "-i"], environment=prefix)
    tools.call([wine, "winecfg", "-v", "win10"], environment=prefix)
    try:
        tools.call([wine, program, *arguments], cwd=payload, environment=prefix)
    finally:
        tools.call([wine, "wineboot", "-k"], environment=prefix)
