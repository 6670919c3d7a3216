"""The shapes of the wire: one JSON Schema a type (resources/schemas), compiled once. Knows jsonschema alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from desktop.practice.schema import TYPES


class Shapes:
    """Validators by type name."""

    def __init__(self) -> None:
        folder = files("resources") / "schemas"
        self._validators: dict[str, Validator] = {
            name: Draft202012Validator(json.loads((folder / f"{name}.json").read_text("utf-8"))) for name in TYPES
        }

    def problems(self, type_name: str, value: Mapping[str, Any]) -> dict[str, str]:
        """What is wrong with an object: a sentence for each member at fault (English, for logs); empty when it fits."""
        found: dict[str, str] = {}
        for error in self._validators[type_name].iter_errors(value):
            member = str(error.absolute_path[0]) if error.absolute_path else _missing_member(error.message)
            # The value itself may be a document's content: it is named by its place only.
            place = "/".join(str(step) for step in error.absolute_path)
            found.setdefault(member, f"{place or member}: {error.validator}")
        return found


def _missing_member(message: str) -> str:
    """The member named in ``'x' is a required property``."""
    return message.split("'")[1] if message.count("'") >= 2 else ""
