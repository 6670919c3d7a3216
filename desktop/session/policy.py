"""What an administrator's policy says, taken sensibly: orders and recommendations, and what of them cannot be taken.

Pure. Knows the declared settings. As in browsers that are managed so: an order (mandatory) locks a setting, a
recommendation is its default, which the person may change. The computer's policy goes before the person's. A value is
taken however a registry editor or a template writes it: a number as text, one text for a list, any case of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from desktop.session.declared import Setting

Code = Literal["broken", "unknownName", "machineOnly", "notTaken"]


@dataclass(frozen=True)
class Layer:
    """One place in which policy stands.

    Attributes:
        origin: where: a registry key or a file, as an administrator knows it.
        values: by name, as they were found.
        mandatory: orders; recommendations otherwise.
        machine: of the computer; of the person who is signed in to it otherwise.
        broken: what stands there cannot be relied on, in words for an administrator; "" where it can.
    """

    origin: str
    values: Mapping[str, Any]
    mandatory: bool = True
    machine: bool = True
    broken: str = ""


@dataclass(frozen=True)
class Taken:
    """A value in force, and where it stands."""

    value: Any
    origin: str


@dataclass(frozen=True)
class Problem:
    """What could not be taken.

    Attributes:
        code: "broken" the whole place; "unknownName"; "machineOnly" in a person's policy; "notTaken" a value.
        name: of the setting; "" for a whole place.
        detail: what was found, or why.
    """

    code: Code
    origin: str
    name: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Policy:
    """What is in force.

    Attributes:
        mandatory, recommended: by the setting's name.
    """

    mandatory: Mapping[str, Taken] = field(default_factory=dict)
    recommended: Mapping[str, Taken] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def troubled(self, name: str) -> bool:
        """Whether the value that stands in a policy for this setting could not be taken."""
        return any(one.code == "broken" or one.name == name for one in self.problems)


def take(layers: Iterable[Layer], declared: Mapping[str, Setting]) -> Policy:
    """Read what stands there.

    Args:
        layers: the one that goes before another first, orders and recommendations apart.
    """
    by_fold = {name.casefold(): setting for name, setting in declared.items()}
    mandatory: dict[str, Taken] = {}
    recommended: dict[str, Taken] = {}
    problems: list[Problem] = []
    for layer in layers:
        if layer.broken:
            problems.append(Problem("broken", layer.origin, detail=layer.broken))
            for setting in declared.values():
                # Nobody knows what was ordered: what may have been tightened stays tight.
                if setting.safe is not None and layer.mandatory:
                    mandatory.setdefault(setting.name, Taken(setting.safe, layer.origin))
        for name, found in layer.values.items():
            setting = by_fold.get(name.casefold())
            if setting is None:
                problems.append(Problem("unknownName", layer.origin, name))
            elif setting.policy_only and not layer.machine:
                problems.append(Problem("machineOnly", layer.origin, setting.name))
            else:
                # A recommendation for what nobody may choose is an order.
                into = mandatory if layer.mandatory or setting.policy_only else recommended
                _put(setting, found, layer.origin, into, problems)
    return Policy(mandatory, recommended, tuple(problems))


def _put(setting: Setting, found: Any, origin: str, into: dict[str, Taken], problems: list[Problem]) -> None:
    try:
        value = converted(setting, found)
    except ValueError:
        problems.append(Problem("notTaken", origin, setting.name, _shown(found)))
        if setting.safe is None:
            return
        value = setting.safe
    into.setdefault(setting.name, Taken(value, origin))


_TRUE = frozenset(("1", "true", "yes", "on"))
_FALSE = frozenset(("0", "false", "no", "off"))


def converted(setting: Setting, found: Any) -> Any:
    """A value as the setting has it, from what a registry or a file holds.

    Raises:
        ValueError: it cannot be meant for this setting.
    """
    value = found
    if setting.type is list:
        value = _texts(found)
    elif isinstance(found, list) and len(found) == 1:
        value = found[0]
    if isinstance(value, str):
        value = _of_text(setting, value.replace("\0", "").strip())
    elif setting.type is bool and value in (0, 1):
        value = bool(value)
    if not setting.accepts(value):
        raise ValueError(setting.name)
    return value


def _of_text(setting: Setting, text: str) -> Any:
    if setting.type is bool:
        return True if text.casefold() in _TRUE else False if text.casefold() in _FALSE else text
    if setting.type is int:
        return int(text) if re.fullmatch(r"[+-]?[0-9]{1,18}", text) else text
    if setting.choices:
        return next((one for one in setting.choices if one.casefold() == text.casefold()), text)
    return text


def _texts(found: Any) -> Any:
    several = re.split(r"[;\n]", found) if isinstance(found, str) else found
    if not isinstance(several, list) or not all(isinstance(one, str) for one in several):
        return found
    return [text for one in several if (text := one.replace("\0", "").strip())]


def _shown(found: Any) -> str:
    text = repr(found)
    return text if len(text) <= 80 else f"{text[:79]}…"
