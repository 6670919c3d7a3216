"""JSON from the wire, as strictly as I-JSON has it (RFC 7493), and no deeper than anything sensible. Knows nothing of
ours.

What Python's parser lets through and the store, or a later parser, would stumble over ends here: NaN and infinities,
numbers beyond a double, halves of surrogate pairs, other encodings than UTF-8, and nesting without end.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any

DEEPEST = 64
"""Levels of arrays and objects: ours have eight."""

_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def read(body: bytes) -> Any:
    """The value.

    Raises:
        ValueError: it is not JSON, or no value that anybody sends in earnest.
    """
    text = body.decode("utf-8")
    try:
        value = json.loads(text, parse_constant=_no_constant, parse_float=_float)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if _looks_deep(body) and not shallow(value):
        raise ValueError("nested too deeply")
    return _whole(value) if _HALF.search(text) else value


def shallow(value: Any, deepest: int = DEEPEST) -> bool:
    """Whether nothing in it lies deeper."""
    level = [value]
    for _ in range(deepest):
        level = [
            inner
            for outer in level
            if isinstance(outer, (dict, list))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return True
    return False


def _looks_deep(body: bytes) -> bool:
    """Whether brackets alone leave it possible: innermost pairs are taken away, level by level, at C's speed."""
    rest = body.translate(None, _BRACKETS)
    for _ in range(DEEPEST):
        if not rest:
            return False
        rest = rest.replace(b"[]", b"").replace(b"{}", b"")
    return bool(rest)


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _float(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError("a number beyond a double")
    return value


def _whole(value: Any) -> Any:
    """The value with half surrogate pairs replaced: no file, database or window could take them."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_whole(key): _whole(member) for key, member in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list) else value
