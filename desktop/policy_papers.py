"""Writes what administrators need of the settings into a folder: `python -m desktop.policy_papers FOLDER`.

The templates of group policy and the schema of the policy file; both installers carry them. Knows the declaration
alone: it runs without any library.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop import admx
from desktop.policy_texts import said
from desktop.session.declared import LONGEST, Setting
from desktop.session.setting_words import about
from desktop.session.settings import SETTINGS

SCHEMA = "policy.schema.json"


def papers(settings: Sequence[Setting] = SETTINGS) -> dict[str, bytes]:
    """Every file, by its name within the folder: ASCII, as Windows Installer wants it."""
    made = {"tacnghiep.admx": admx.admx(settings)}
    for language, culture in admx.CULTURES.items():
        made[f"{culture}/tacnghiep.adml"] = admx.adml(settings, language)
    made[SCHEMA] = (json.dumps(schema(settings), ensure_ascii=False, indent=1) + "\n").encode()
    return made


def write(folder: Path) -> None:
    """Write them all."""
    for name, data in papers().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def schema(settings: Sequence[Setting]) -> dict[str, Any]:
    """Of the policy file, as JSON Schema 2020-12: editors complete and check it."""
    each = {setting.name: _property(setting) for setting in settings}
    advice = {setting.name: each[setting.name] for setting in settings if not setting.policy_only}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tác nghiệp: chính sách / policies",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "mandatory": {"type": "object", "properties": each, "additionalProperties": False},
            "recommended": {"type": "object", "properties": advice, "additionalProperties": False},
            **each,
        },
        "additionalProperties": False,
    }


def _property(setting: Setting) -> dict[str, Any]:
    told = "\n".join(
        f"{said((setting.vi, setting.en), one)}. {said(about(setting.name), one)}" for one in admx.CULTURES
    )
    made: dict[str, Any] = {"description": told, "default": setting.default}
    if setting.type is bool:
        made["type"] = "boolean"
    elif setting.type is int:
        made |= {"type": "integer", "minimum": setting.least, "maximum": setting.most}
    elif setting.type is list:
        made |= {"type": "array", "items": {"type": "string", "maxLength": LONGEST}}
    elif setting.choices:
        made |= {"type": "string", "enum": list(setting.choices)}
    else:
        made |= {"type": "string", "maxLength": LONGEST}
    return made


def main(arguments: Sequence[str]) -> int:
    """Write what was asked for."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write("python -m desktop.policy_papers FOLDER\n")
        return 2
    write(Path(arguments[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
