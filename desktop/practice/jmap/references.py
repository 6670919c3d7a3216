"""Back-references between the calls of a request (RFC 8620, 3.7). Knows splice and errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.practice.jmap.errors import MethodError
from desktop.practice.jmap.splice import Texts

Result = tuple[str, Mapping[str, Any], str]


def resolve(given: Mapping[str, Any], earlier: Sequence[Result]) -> dict[str, Any]:
    """Arguments with every ``#name`` replaced by what it refers to.

    Raises:
        MethodError: ``invalidResultReference``, or ``invalidArguments`` when a name stands both with and without ``#``.
    """
    found: dict[str, Any] = {}
    for name, value in given.items():
        if not name.startswith("#"):
            found[name] = value
            continue
        if name[1:] in given:
            raise MethodError("invalidArguments", f"{name[1:]} is given twice")
        found[name[1:]] = _look_up(value, earlier)
    return found


def _look_up(reference: Any, earlier: Sequence[Result]) -> Any:
    if not isinstance(reference, dict) or not all(
        isinstance(reference.get(member), str) for member in ("resultOf", "name", "path")
    ):
        raise MethodError("invalidResultReference", "a reference has resultOf, name and path")
    result = next((r for r in earlier if r[2] == reference["resultOf"]), None)
    if result is None or result[0] != reference["name"]:
        raise MethodError("invalidResultReference", "no such result")
    path = reference["path"]
    if path and not path.startswith("/"):
        raise MethodError("invalidResultReference", "a path begins with /")
    return _walk(result[1], [step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:]])


def _walk(value: Any, steps: Sequence[str]) -> Any:
    """A JSON pointer in which ``*`` stands for every item of an array; arrays found beneath it are joined."""
    for n, step in enumerate(steps):
        if isinstance(value, Texts):
            value = value.values()
        if isinstance(value, list) and step == "*":
            joined: list[Any] = []
            for item in value:
                part = _walk(item, steps[n + 1 :])
                joined += part if isinstance(part, list) else [part]
            return joined
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, Mapping) and step in value:
            value = value[step]
        else:
            raise MethodError("invalidResultReference", "the path leads nowhere")
    return value.values() if isinstance(value, Texts) else value
