"""The installer that a person runs: setup.exe by NSIS. Knows makensis."""

from __future__ import annotations

from pathlib import Path

from resources.installer import payload as payloads
from resources.installer import tools
from resources.installer.msi_tables import OLDEST_WINDOWS
from resources.installer.registration import (
    APP_ID,
    KEY,
    NAME,
    OFF,
    OPTIONS,
    PROGRAM,
    TASK,
    TERMINAL,
    VALUES,
    Option,
    Part,
    Value,
    own_keys,
)  # fmt: skip

_SCRIPT = Path(__file__).with_name("setup.nsi")


def build(
    payload: Path, output: Path, version: str, icon: Path, folder: Path, *, quick: bool = False,
    told: str | None = None, finalize: str = "",
) -> None:  # fmt: skip
    """Make it.

    Args:
        version: of three numbers; upgrades go by it.
        folder: for what lies between.
        quick: packed less, in a fifth of the time.
        told: the version as a person is told it.
        finalize: command that signs the uninstaller, whose path it is given last.

    Raises:
        BuildError: makensis refused.
    """
    listed = list(payloads.files(payload))
    told = told or version
    between = {
        "@FILES@": ("files.nsh", _files(payload, listed)),
        "@REMOVE@": ("remove.nsh", removing(listed)),
        "@PARTS@": ("parts.nsh", registry_macros(version, told)),
    }
    for name, text in between.values():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    size = sum((payload / one).stat().st_size for one in listed) // 1024
    words = {mark: str(folder / name) for mark, (name, _) in between.items()} | {
        "@KEY@": KEY,
        "@VERSION@": version,
        "@TOLD@": told,
        "@NAME@": NAME if told == version else f"{NAME} {told}",
        "@PROGRAM@": PROGRAM,
        "@TERMINAL@": TERMINAL,
        "@APPID@": APP_ID,
        "@TASK@": TASK,
        "@OLDEST@": str(OLDEST_WINDOWS),
        "@FOUR@": ".".join((*version.split("."), "0", "0", "0", "0")[:4]),
        "@OUTPUT@": str(output),
        "@PAYLOAD@": str(payload),
        "@ICON@": str(icon),
        "@KILOBYTES@": str(size),
        "@COMPRESSOR@": "zlib" if quick else "/SOLID lzma",
        "@FINALIZE@": f"!uninstfinalize '{finalize} \"%1\"' = 0" if finalize else "",
    }
    text = _SCRIPT.read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    script = folder / "setup.nsi"
    script.write_text(text, encoding="utf-8", newline="\n")
    tools.call([str(tools.NSIS.path()), "-V2", "-INPUTCHARSET", "UTF8", "-WX", script], cwd=folder)


def _files(payload: Path, listed: list[Path]) -> str:
    """Named one by one: a folder is read in whatever order the disk gives."""
    lines: list[str] = []
    before: Path | None = None
    for one in listed:
        if one.parent != before:
            lines.append(f'SetOutPath "$INSTDIR\\{_windows(one.parent)}"')
            before = one.parent
        lines.append(f'File "{str(payload / one).replace("$", "$$")}"')
    return "\n".join(lines) + "\n"


def removing(listed: list[Path]) -> str:
    """Only what was installed is removed: a person may have chosen a folder that holds something else."""
    folders = {parent for one in listed for parent in one.parents if parent != Path()}
    lines = [f'Delete "$INSTDIR\\{_windows(one)}"' for one in listed]
    lines += [f'RMDir "$INSTDIR\\{_windows(one)}"' for one in sorted(folders, key=lambda one: (-len(one.parts), one))]
    return "\n".join(lines) + "\n"


def _windows(path: Path) -> str:
    # $ begins a variable in NSIS.
    return "\\".join(path.parts).replace("$", "$$")


def registry_macros(version: str, told: str) -> str:
    """What each part writes into the registry, what all of them together take away, and how switches are read."""
    lines: list[str] = []
    for part in Part:
        option = next((one for one in OPTIONS if one.part is part), None)
        values = [one for one in VALUES if one.part is part]
        said = [Value(part, KEY, option.value, "{option}")] if option and option.key == KEY else []
        # Said of what is there anyway only when it is not wanted.
        kept_with_it = said if option and not option.default else []
        lines += _macro(f"REGISTER_{part.value}", [_written(one, version, told) for one in [*values, *kept_with_it]])
        lines += _macro(f"REMEMBER_{part.value}", [_written(one, version, told) for one in said])
    gone = [(one.key, one.name) for one in VALUES]
    gone += [(KEY, one.value) for one in OPTIONS if one.key == KEY]
    lines += _macro("UNREGISTER", [
        *(f'DeleteRegValue HKLM "{key}" "{name}"' for key, name in gone),
        *(f'DeleteRegKey /ifempty HKLM "{key}"' for key in own_keys()),
    ])  # fmt: skip
    lines += _macro("READOPTIONS", [line for one in OPTIONS for line in _reading(one)])
    return "\n".join(lines) + "\n"


def _macro(name: str, body: list[str]) -> list[str]:
    return [f"!macro {name}", *(f"  {line}" for line in body), "!macroend"]


def _written(value: Value, version: str, told: str) -> str:
    content = value.content.format(
        dir="$INSTDIR",
        folder="$INSTDIR\\",
        option=f"${value.part.value.lower()}",
        version=version,
        build=told,
        package="setup",
    )
    return f'WriteRegStr HKLM "{value.key}" "{value.name}" \'{content}\''


def _reading(option: Option) -> list[str]:
    """One switch: said now, or at an earlier installation, or refused. $R0 is what stands on the command line."""
    name = option.part.value
    variable = f"${name.lower()}"
    takes = [*option.words, *([f"{option.prefix}…"] if option.prefix else []), OFF]
    rules = [f'{variable} == "{word}"' for word in (*option.words, OFF)]
    if option.prefix:
        rules.append('$3 == "1"')
    length = len(option.prefix)
    return [
        "ClearErrors",
        f'Push " /{name}="',
        "Call Said",
        f"Pop {variable}",
        "${If} ${Errors}",
        f'  ReadRegStr {variable} HKLM "{option.key}" "{option.value}"',
        "${Else}",
        *([f'  StrCpy $4 {variable} {length}', '  StrCpy $3 ""', f'  ${{If}} $4 == "{option.prefix}"',
           '    StrCpy $3 "1"', "  ${EndIf}"] if option.prefix else []),
        f"  ${{If}} {rules[0]}",
        *(f"  ${{OrIf}} {rule}" for rule in rules[1:]),
        "  ${Else}",
        f'    StrCpy $0 "/{name}"',
        f'    StrCpy $1 "{variable}"',
        f'    StrCpy $2 "{" | ".join(takes)}"',
        '    !insertmacro SAYANDSTOP "$(WRONG)" ${WRONG_CODE}',
        "  ${EndIf}",
        # A policy that is taken away is not written.
        *([f'  ${{If}} {variable} == "{OFF}"', f'    StrCpy {variable} ""', "  ${EndIf}"]
          if option.key != KEY else []),
        "${EndIf}",
    ]  # fmt: skip
