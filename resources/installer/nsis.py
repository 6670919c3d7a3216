"""The installer that a person runs: setup.exe by NSIS. Knows makensis."""

from __future__ import annotations

from pathlib import Path

from resources.installer import payload as payloads
from resources.installer import tools

KEY = r"Software\TacNghiep"
"""Where both installers write down what they did (HKLM)."""
_SCRIPT = Path(__file__).with_name("setup.nsi")


def build(payload: Path, output: Path, version: str, icon: Path, folder: Path, *, quick: bool = False) -> None:
    """Make it.

    Args:
        folder: for what lies between.
        quick: packed less, in a fifth of the time.

    Raises:
        BuildError: makensis refused.
    """
    listed = list(payloads.files(payload))
    removing = folder / "remove.nsh"
    removing.write_text(_removing(listed), encoding="utf-8", newline="\n")
    size = sum((payload / one).stat().st_size for one in listed) // 1024
    words = {
        "@KEY@": KEY,
        "@VERSION@": version,
        "@FOUR@": ".".join((*version.split("."), "0", "0", "0", "0")[:4]),
        "@OUTPUT@": str(output),
        "@PAYLOAD@": str(payload),
        "@ICON@": str(icon),
        "@REMOVE@": str(removing),
        "@KILOBYTES@": str(size),
        "@COMPRESSOR@": "zlib" if quick else "/SOLID lzma",
    }
    text = _SCRIPT.read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    script = folder / "setup.nsi"
    script.write_text(text, encoding="utf-8", newline="\n")
    tools.call([str(tools.NSIS.path()), "-V2", "-INPUTCHARSET", "UTF8", "-WX", script], cwd=folder)


def _removing(listed: list[Path]) -> str:
    """Only what was installed is removed: a person may have chosen a folder that holds something else."""
    folders = {parent for one in listed for parent in one.parents if parent != Path()}
    lines = [f'Delete "$INSTDIR\\{_windows(one)}"' for one in listed]
    lines += [f'RMDir "$INSTDIR\\{_windows(one)}"' for one in sorted(folders, key=lambda one: -len(one.parts))]
    return "\n".join(lines) + "\n"


def _windows(path: Path) -> str:
    # $ begins a variable in NSIS.
    return "\\".join(path.parts).replace("$", "$$")
