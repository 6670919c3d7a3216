"""Developers' command: ``python -m resources.translations update`` reads the texts out of the source, ``compile`` makes
the files that the program loads, ``missing`` lists what has no translation yet. Knows the translation files alone.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

from resources.translations import FOLDER, LANGUAGES
from resources.translations.reading import Text, Unreadable, texts

ROOT = FOLDER.parent.parent
SOURCES = ("desktop", "widgets")
OWN = ("tacnghiep_vi", "tacnghiep_en")
FORMS = {"vi": 1, "en": 2}
"""How many forms a counted text has: Vietnamese does not tell one from many."""

Key = tuple[str, str, str]


def sources() -> list[Path]:
    """Every module that may hold texts; the practice office and the rules speak in codes."""
    found = [p for folder in SOURCES for p in sorted((ROOT / folder).rglob("*.py"))]
    return [p for p in found if not {"practice", "office"} & set(p.relative_to(ROOT).parts)]


def read_all() -> dict[Key, Text]:
    """Every text of the source by context, source and comment, contexts in alphabetical order.

    Raises: SystemExit — a text cannot be read; names the place.
    """
    found: list[Text] = []
    for path in sources():
        try:
            found += texts(path.read_text(encoding="utf-8"))
        except Unreadable as error:
            raise SystemExit(f"{path.relative_to(ROOT)}: {error}") from error
    ordered = sorted(found, key=lambda text: text.context)
    return {(text.context, text.source, text.comment): text for text in ordered}


def update() -> int:
    """Bring the translation files to what the source holds: translations stay, texts no longer there go."""
    wanted = read_all()
    for name in OWN:
        language = name.rsplit("_", 1)[1]
        kept = {} if language == "vi" else translations(name)
        if language == "vi":
            kept = {key: (text.source,) for key, text in wanted.items()}
        write(FOLDER / f"{name}.ts", language, wanted.values(), kept)
    return 0


def translations(name: str) -> dict[Key, tuple[str, ...]]:
    """What a file holds: the translation of each text, a counted one in its forms; without what is unfinished."""
    path = FOLDER / f"{name}.ts"
    found: dict[Key, tuple[str, ...]] = {}
    for context in ET.parse(path).getroot().iter("context") if path.exists() else ():
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")]
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            found[key] = tuple(forms) or (translation.text or "",)
    return found


def write(path: Path, language: str, wanted: Iterable[Text], kept: dict[Key, tuple[str, ...]]) -> None:
    """Write a file as Qt Linguist does, ``wanted`` in its order of contexts."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="vi")
    context, name = root, ""
    for text in wanted:
        if text.context != name:
            context, name = ET.SubElement(root, "context"), text.context
            ET.SubElement(context, "name").text = name
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.counted else {})
        ET.SubElement(message, "source").text = text.source
        if text.comment:
            ET.SubElement(message, "comment").text = text.comment
        forms = kept.get((text.context, text.source, text.comment), ())
        finished = len(forms) == (FORMS[language] if text.counted else 1) and all(forms)
        translation = ET.SubElement(message, "translation", {} if finished else {"type": "unfinished"})
        if text.counted:
            for place in range(FORMS[language]):
                ET.SubElement(translation, "numerusform").text = forms[place] if finished else ""
        else:
            translation.text = forms[0] if finished else ""
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_all(target: Path = FOLDER) -> int:
    """Make the files that the program loads."""
    tool = str(Path(sys.executable).with_name("pyside6-lrelease"))
    for names in LANGUAGES.values():
        for name in names:
            command = [tool, "-silent", str(FOLDER / f"{name}.ts"), "-qm", str(target / f"{name}.qm")]
            subprocess.check_call(command)
    return 0


def missing(name: str) -> list[tuple[str, str]]:
    """(context, text) of everything in the source that has no translation in a file."""
    done = translations(name)
    return [(context, source) for context, source, comment in read_all() if (context, source, comment) not in done]


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
