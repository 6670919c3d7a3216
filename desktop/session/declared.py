"""What a declared setting is, and which values it takes. Pure; knows nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Form = Literal["", "ed25519", "contact"]

LONGEST = 4096
"""Characters of a text: more is no address, name or key."""


@dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        name: as it stands in files and policies.
        type: of its value; ``choices`` narrows a str, ``least`` and ``most`` an int, ``form`` a str that is not empty.
        vi, en: what it means, for the settings' page and for administrators.
        policy_only: set at installation, never by the person at the machine.
        safe: what holds instead of a value in a policy that cannot be taken; where there is none, such a value counts
            for nothing. A policy that was meant to tighten something must not loosen it by a slip of the pen.
    """

    name: str
    type: type
    default: Any
    vi: str
    en: str
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    policy_only: bool = False
    safe: Any = None
    form: Form = ""

    def accepts(self, value: Any) -> bool:
        """Whether ``value`` may be this setting's."""
        if self.type is int and isinstance(value, bool):
            return False
        if not isinstance(value, self.type):
            return False
        if self.choices and value not in self.choices:
            return False
        if self.type is list:
            return all(isinstance(item, str) and _is_text(item) for item in value)
        if isinstance(value, str):
            return _is_text(value) and (not value or _FORMS[self.form](value))
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


def _is_text(value: str) -> bool:
    """Whether it can be written down, and given to a system as a name: no half of a surrogate pair, no NUL."""
    return len(value) <= LONGEST and "\0" not in value and not any("\ud800" <= one <= "\udfff" for one in value)


def _any(_value: str) -> bool:
    return True


def _is_ed25519(value: str) -> bool:
    """Public keys of 32 bytes (RFC 8032), base64; several, apart by space or comma, while one succeeds another."""
    import base64  # most starts need neither
    import binascii

    words = value.replace(",", " ").replace(";", " ").split()
    try:
        return bool(words) and all(len(base64.b64decode(word, validate=True)) == 32 for word in words)
    except (binascii.Error, ValueError):
        return False


def _is_contact(value: str) -> bool:
    """https: to a host, or mailto: to somebody."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return (parts.scheme == "https" and bool(parts.hostname)) or (parts.scheme == "mailto" and "@" in parts.path)


_FORMS: Mapping[Form, Callable[[str], bool]] = {"": _any, "ed25519": _is_ed25519, "contact": _is_contact}
