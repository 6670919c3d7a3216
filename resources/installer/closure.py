"""Which libraries the programs and modules of a folder import. Knows the format of Windows' programs (PE).

A library that nobody ships is found here, not on a clerk's machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pefile

from resources.installer.tools import BuildError

SYSTEM = frozenset((Path(__file__).parent / "windows-libraries.txt").read_text(encoding="ascii").split())
"""Libraries that every Windows 10 (1809) has."""
_LOADED = ("api-ms-win-", "ext-ms-win-")
"""Names that Windows itself maps to its libraries."""
_AMD64 = 0x8664
SUFFIXES = (".exe", ".com", ".dll", ".pyd")


def imports(path: Path) -> frozenset[str]:
    """Names of the libraries that a program or module imports, also when first used; lower case.

    Raises:
        pefile.PEFormatError: it is none.
    """
    with pefile.PE(str(path), fast_load=True) as program:
        program.parse_data_directories([
            pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"],
            pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"],
        ], import_dllnames_only=True)  # fmt: skip
        entries = [
            *getattr(program, "DIRECTORY_ENTRY_IMPORT", ()),
            *getattr(program, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
        ]
        return frozenset(entry.dll.decode("ascii").lower() for entry in entries)


def is_64_bit(path: Path) -> bool:
    """Whether a program or library is one for x64; False for what is no program."""
    try:
        with pefile.PE(str(path), fast_load=True) as program:
            return getattr(program.FILE_HEADER, "Machine", 0) == _AMD64
    except pefile.PEFormatError:
        return False


def version(path: Path) -> str:
    """The product's version that a library tells of itself; empty where it tells none."""
    with pefile.PE(str(path), fast_load=True) as program:
        program.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
        for information in getattr(program, "FileInfo", ()):
            for block in information:
                for table in getattr(block, "StringTable", ()):
                    if b"ProductVersion" in table.entries:
                        return table.entries[b"ProductVersion"].decode()
    return ""


def needed(roots: Iterable[Path], shared: Mapping[str, Path]) -> frozenset[str]:
    """Of the shared libraries those that the roots need, and those that these need.

    Args:
        shared: path by name, lower case.
    """
    waiting, found = list(roots), set[str]()
    while waiting:
        for name in imports(waiting.pop()):
            if name in shared and name not in found:
                found.add(name)
                waiting.append(shared[name])
    return frozenset(found)


def check(folder: Path) -> None:
    """Whatever is imported is shipped too, or Windows' own.

    Raises:
        BuildError: names what is not, and who imports it.
    """
    programs = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES]
    other = [path.relative_to(folder).as_posix() for path in programs if not is_64_bit(path)]
    if other:
        raise BuildError(f"Not for 64-bit Windows: {', '.join(other)}")
    known = SYSTEM | {path.name.lower() for path in programs}
    lacking: dict[str, list[str]] = {}
    for path in programs:
        for name in imports(path):
            if name not in known and not name.startswith(_LOADED):
                lacking.setdefault(name, []).append(path.relative_to(folder).as_posix())
    if lacking:
        lines = [f"{name}, imported by {', '.join(who[:3])}" for name, who in sorted(lacking.items())]
        raise BuildError("Neither shipped nor part of Windows:\n" + "\n".join(lines))
