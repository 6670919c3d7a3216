"""The shapes of our types, as the schemas in ``resources`` have them: what does not fit goes no further than the wire.

The schemas are compiled to plain functions (a library's validator takes a hundred times as long for an object, and a
first sync brings tens of thousands). Checked is what others rely on: which members there are, of what type, that
identifiers, dates and moments are such, and that nothing is of absurd size. Left open is what a newer central may do:
members, words and states that are not known here. Knows strict_json, and office's secrecy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import structlog

from desktop.central.strict_json import shallow
from desktop.office.secrecy import secrecy_of

log = structlog.get_logger(__name__)

Object = dict[str, Any]
Check = Callable[[Any], str | None]
"""Of a value: where it does not fit, None where it does."""

TYPES = ("Unit", "Person", "Register", "Document", "Handling", "Task", "ScheduleEntry", "Act")
LARGEST = (1 << 53) - 1
"""The largest number that all JSON parsers agree on (RFC 7493, 2.2)."""
LONGEST = 10_000
"""Characters of a text that has a limit, whatever the limit will be one day; and items of a list."""


def fitting(type_name: str, objects: Iterable[Object]) -> list[Object]:
    """The objects of a type that fit it; others are left out, and told in the log. Types without a schema all fit.

    A marked object passes as it is: what may be known of it is a matter of the sync's gate, which takes of it what
    has the right form.
    """
    found: list[Object] = []
    for each in objects:
        problem = problem_of(type_name, each)
        if problem is None or secrecy_of(type_name, each) != "none":
            found.append(each)
        else:
            log.error("wire.object_left_out", type=type_name, id=each.get("id"), where=problem)
    return found


def problem_of(type_name: str, value: Any) -> str | None:
    """Where an object does not fit its type; None where it does, and for types without a schema."""
    check = _checks().get(type_name)
    return None if check is None else check(value)


@cache
def _checks() -> dict[str, Check]:
    folder = files("resources") / "schemas"
    found: dict[str, Check] = {}
    for name in TYPES:
        schema = json.loads((folder / f"{name}.json").read_text("utf-8"))
        found[name] = compiled(schema, schema.get("$defs", {}))
    return found


def compiled(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Check:
    """A schema as a function. Of JSON Schema it knows what our schemas use."""
    if "$ref" in schema:
        return compiled(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        return _any_of([compiled(s, definitions) for s in schema["anyOf"] if s.get("type") != "null"],
                       {"type": "null"} in schema["anyOf"])  # fmt: skip
    if "const" in schema:
        return _is(schema["const"])
    kind = schema.get("type", "string" if "enum" in schema else None)
    if kind == "object" or "properties" in schema:
        return _object(schema, definitions)
    if kind == "array":
        return _array(compiled(schema.get("items", {}), definitions))
    if kind == "integer":
        return _integer(schema.get("minimum", -LARGEST), schema.get("maximum", LARGEST))
    if kind == "string":
        return _string(schema)
    return _boolean if kind == "boolean" else _anything


def _anything(value: Any) -> str | None:
    return None if shallow(value) else "depth"


def _boolean(value: Any) -> str | None:
    return None if value is True or value is False else "type"


def _is(wanted: Any) -> Check:
    return lambda value: None if value == wanted else "const"


def _any_of(checks: list[Check], null: bool) -> Check:
    def check(value: Any) -> str | None:
        if value is None and null:
            return None
        problem: str | None = "type"
        for each in checks:
            problem = each(value)
            if problem is None:
                return None
        return problem

    return check


def _integer(least: int, most: int) -> Check:
    def check(value: Any) -> str | None:
        return None if type(value) is int and least <= value <= most else "integer"

    return check


def _array(inner: Check) -> Check:
    def check(value: Any) -> str | None:
        if not isinstance(value, list):
            return "type"
        if len(value) > LONGEST:
            return "length"
        for item in value:
            problem = inner(item)
            if problem is not None:
                return f"*/{problem}"
        return None

    return check


def _string(schema: Mapping[str, Any]) -> Check:
    form = _form(schema["pattern"]) if "pattern" in schema else None
    longest = max(LONGEST, schema["maxLength"]) if "maxLength" in schema else None

    def check(value: Any) -> str | None:
        if not isinstance(value, str):
            return "type"
        if longest is not None and len(value) > longest:
            return "length"
        return None if form is None or form(value) else "form"

    return check


def _form(pattern: str) -> Callable[[str], object]:
    """Days and moments are looked at whole: 31 February has the form of a day."""
    if pattern.startswith(r"^\d{4}"):
        parse = datetime.fromisoformat if "T" in pattern else date.fromisoformat
        shape = re.compile(pattern, re.ASCII).fullmatch

        def real(value: str) -> bool:
            try:
                return shape(value) is not None and bool(parse(value))
            except ValueError:
                return False

        return real
    whole = re.compile(pattern, re.ASCII)
    return whole.fullmatch if pattern.endswith("$") else whole.match


def _object(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Check:
    members = {name: compiled(inner, definitions) for name, inner in schema.get("properties", {}).items()}
    wanted = tuple(schema.get("required", ()))
    cases = [(_case(c["if"]), compiled(c["then"], definitions)) for c in schema.get("allOf", ())]

    def check(value: Any) -> str | None:
        if not isinstance(value, dict):
            return "type"
        for name, inner in value.items():
            known = members.get(name)
            problem = known(inner) if known is not None else _unknown(inner)
            if problem is not None:
                return f"{name}/{problem}"
        for name in wanted:
            if name not in value:
                return f"{name}/missing"
        for (name, word), then in cases:
            if value.get(name) == word:
                return then(value)
        return None

    return check


def _unknown(value: Any) -> str | None:
    return None if not isinstance(value, (dict, list)) or shallow(value) else "depth"


def _case(schema: Mapping[str, Any]) -> tuple[str, Any]:
    """The one member and its word that a case of a schema is for."""
    ((name, inner),) = schema["properties"].items()
    return name, inner["const"]
