"""Where policy stands on this system: the policies' part of the registry on Windows, a file of root's elsewhere.

Knows the layers that policy is made of. Nothing here raises: what cannot be read is a layer that says so.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from desktop.session.policy import Layer

POLICY_FILE = Path("/etc/tacnghiep/policy.json")
POLICY_KEY = r"Software\Policies\TacNghiep"
RECOMMENDED = "Recommended"
MOST_BYTES = 1_000_000
"""A policy file is some thousand bytes; a larger one is something else."""


def read_layers() -> list[Layer]:
    """Every place in which policy stands on this machine, the one that goes before another first."""
    if sys.platform == "win32":
        return registry_layers()
    return file_layers(POLICY_FILE)


# A file: {"mandatory": {…}, "recommended": {…}}, or orders alone.


def file_layers(path: Path, owner: int = 0) -> list[Layer]:
    """What a file says.

    Args:
        owner: the only account that may own it, and its folder: root. Whoever else could write there could loosen what
            the office has tightened.
    """
    origin = str(path)
    try:
        value = _parsed(path, owner)
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError) as error:
        return [Layer(origin, {}, broken=str(error) or type(error).__name__)]
    parts = {name: value[name] for name in ("mandatory", "recommended") if name in value}
    if not parts:
        return [Layer(origin, value)]
    if any(not isinstance(part, dict) for part in parts.values()):
        return [Layer(origin, {}, broken='"mandatory" and "recommended" must be objects')]
    # A name beside the two parts was meant as an order.
    beside = {name: one for name, one in value.items() if name not in parts}
    return [
        Layer(origin, {**beside, **parts.get("mandatory", {})}),
        Layer(origin, parts.get("recommended", {}), mandatory=False),
    ]


def _parsed(path: Path, owner: int) -> dict[str, Any]:
    with path.open("rb") as file:
        for found in (os.fstat(file.fileno()), path.parent.stat()):
            if found.st_uid != owner or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                raise ValueError("the file and its folder must belong to root and be writable by nobody else")
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"larger than {MOST_BYTES} bytes")
    value = json.loads(data.decode("utf-8-sig"))
    if not isinstance(value, dict):
        raise ValueError("not an object")
    # "$schema" and comments are for people and editors.
    return {name: one for name, one in value.items() if not name.startswith(("$", "//"))}


# The registry: orders under the key, recommendations under its part; the computer's and the person's.


def registry_layers(key: str = POLICY_KEY) -> list[Layer]:
    """What the registry says: HKEY_LOCAL_MACHINE, then HKEY_CURRENT_USER, which people may read and not write."""
    if sys.platform != "win32":
        return []
    import winreg

    layers: list[Layer] = []
    for below, mandatory in ((key, True), (rf"{key}\{RECOMMENDED}", False)):
        for name, root in (("HKLM", winreg.HKEY_LOCAL_MACHINE), ("HKCU", winreg.HKEY_CURRENT_USER)):
            origin = rf"{name}\{below}"
            try:
                values = _values(root, below)
            except FileNotFoundError:
                continue
            except OSError as error:
                layers.append(Layer(origin, {}, mandatory, name == "HKLM", str(error)))
                continue
            layers.append(Layer(origin, values, mandatory, name == "HKLM"))
    return layers


def _values(root: Any, path: str) -> dict[str, Any]:
    """Values of a key; a part of it that has values 1, 2, … is a list (as group policy writes one)."""
    if sys.platform != "win32":
        return {}
    import winreg

    found: dict[str, Any] = {}
    with winreg.OpenKey(root, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
        for name, value, kind in _each(winreg.EnumValue, key):
            if kind == winreg.REG_EXPAND_SZ and isinstance(value, str):
                value = winreg.ExpandEnvironmentStrings(value)
            # Group policy marks what it deletes by a name of its own; the nameless value is nobody's.
            if name and not name.startswith("**"):
                found[name] = value
        names = list(_each(winreg.EnumKey, key))
    for name in names:
        if name.casefold() != RECOMMENDED.casefold():
            below = _values(root, rf"{path}\{name}")
            found.setdefault(name, [below[one] for one in sorted(below, key=_order)])
    return found


_NO_MORE = 259
"""ERROR_NO_MORE_ITEMS."""


def _each(entry: Callable[[Any, int], Any], key: Any) -> Iterator[Any]:
    """Entries until there are no more: what is deleted meanwhile is no error."""
    for at in count():
        try:
            yield entry(key, at)
        except OSError as error:
            if getattr(error, "winerror", 0) == _NO_MORE:
                return
            raise


def _order(name: str) -> tuple[int, str]:
    return (int(name), "") if name.isdecimal() and len(name) < 10 else (1 << 40, name)
