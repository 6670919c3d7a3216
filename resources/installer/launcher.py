"""tacnghiep.exe and its twin for a terminal, compiled. Knows the compiler."""

from __future__ import annotations

import shutil
from pathlib import Path

from resources.installer import tools

_HERE = Path(__file__).parent


def build(payload: Path, folder: Path, version: str, told: str, icon: Path) -> None:
    """Put both into the payload.

    Args:
        folder: for what lies between.
        version: up to three numbers, "0.1.0".
        told: the version as a person is told it.

    Raises:
        BuildError: the compiler refused.
    """
    numbers = (*version.split("."), "0", "0", "0")[:3]
    words = {"@VERSION@": told, "@FOUR@": ".".join((*numbers, "0")), "@COMMAS@": ",".join((*numbers, "0"))}
    for name in ("launcher.rc", "launcher.manifest"):
        text = (_HERE / name).read_text(encoding="utf-8")
        for mark, word in words.items():
            text = text.replace(mark, word)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    shutil.copyfile(icon, folder / "tacnghiep.ico")
    tools.call([str(tools.RESOURCES.path()), "launcher.rc", "-O", "coff", "-o", "launcher.res"], cwd=folder)
    for name, kind in (("tacnghiep.exe", ["-mwindows"]), ("tacnghiep.com", ["-mconsole", "-DTERMINAL"])):
        # No time of building goes in: two builds give the same bytes.
        tools.call([
            str(tools.COMPILER.path()), "-O2", "-s", "-municode", "-Wall", "-Wextra", "-Werror", "-static",
            "-finput-charset=UTF-8", f'-DPYTHON=L"{313}"', *kind, _HERE / "launcher.c", "launcher.res",
            "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va", "-o", payload / name,
        ], cwd=folder)  # fmt: skip
