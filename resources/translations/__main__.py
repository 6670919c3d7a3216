"""Developers' command: ``python -m resources.translations update`` reads the texts out of the source, ``compile`` makes
the files that the program loads, ``missing`` lists what has no translation yet. Knows the translation files alone.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from resources.translations import FOLDER, LANGUAGES

ROOT = FOLDER.parent.parent
SOURCES = ("desktop", "widgets")
OWN = ("tacnghiep_vi", "tacnghiep_en")


def tool(name: str) -> str:
    """The path of a Qt Linguist tool in this environment."""
    return str(Path(sys.executable).with_name(name))


def sources() -> list[str]:
    """Every module that may hold texts; the practice office and the rules speak in codes."""
    found = [p for folder in SOURCES for p in sorted((ROOT / folder).rglob("*.py"))]
    return [str(p.relative_to(ROOT)) for p in found if "practice" not in p.parts and "office" not in p.parts]


def update() -> int:
    for name in OWN:
        target = str((FOLDER / f"{name}.ts").relative_to(ROOT))
        language = name.rsplit("_", 1)[1]
        command = [tool("pyside6-lupdate"), *sources(), "-ts", target, "-source-language", "vi"]
        subprocess.check_call(
            [*command, "-target-language", language, "-no-obsolete", "-locations", "none"], cwd=ROOT
        )
    fill_vietnamese(FOLDER / "tacnghiep_vi.ts")
    return 0


def fill_vietnamese(path: Path) -> None:
    """The source is Vietnamese already: each text is its own translation, in the singular and the plural alike."""
    tree = ET.parse(path)
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None:
            continue
        translation.attrib.pop("type", None)
        if message.get("numerus") == "yes":
            for form in translation.findall("numerusform"):
                form.text = source
        else:
            translation.text = source
    write(tree, path)


def write(tree: ET.ElementTree, path: Path) -> None:
    """Write a file as Qt Linguist does."""
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_all() -> int:
    for names in LANGUAGES.values():
        for name in names:
            command = [tool("pyside6-lrelease"), "-silent", f"{name}.ts", "-qm", f"{name}.qm"]
            subprocess.check_call(command, cwd=FOLDER)
    return 0


def missing(name: str) -> list[tuple[str, str]]:
    """(context, text) of everything in a file that has no translation."""
    found = []
    for context in ET.parse(FOLDER / f"{name}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            if translation is None or not done or not "".join(translation.itertext()).strip():
                found.append((context.findtext("name", ""), message.findtext("source", "")))
    return found


def main(arguments: list[str]) -> int:
    if arguments == ["update"]:
        return update()
    if arguments == ["compile"]:
        return compile_all()
    if arguments == ["missing"]:
        lines = [f"{name}\t{context}\t{text}" for name in OWN for context, text in missing(name)]
        sys.stdout.write("\n".join(lines) + ("\n" if lines else ""))
        return 1 if lines else 0
    sys.stderr.write((__doc__ or "") + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
