"""State secrets: what this machine may hold (Law 117/2025/QH15, Decree 63/2026/NĐ-CP). Knows nothing of ours.

Handling classified documents is off by default: policy alone may switch it on, on the dedicated network. What carries
no plain "none" counts as classified: a word of a newer central's, one written otherwise, or none at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Network = Literal["internet", "dedicated"]
LEVELS: tuple[str, ...] = ("none", "confidential", "secret", "topSecret")
UNKNOWN = "unknown"
"""A level that this version cannot read: above all others, and held nowhere."""
CEILING: dict[str, str] = {"commune": "confidential", "province": "secret"}
"""The highest level that an office of each kind processes; the highest of all never enters this system."""

_MARK = "secrecy"
_LAST = ("y", "Y")


@dataclass(frozen=True)
class SecrecyPolicy:
    """What is installed on this machine.

    Attributes:
        network: its one network.
        classified: whether classified documents are handled here.
        unit: the level of the office that uses it, "" where policy leaves that to the central.
    """

    network: Network = "internet"
    classified: bool = False
    unit: str = ""

    def holds_for(self, levels: Iterable[str]) -> str:
        """The level by which this machine holds: the lowest of the person's offices, and never above the machine's own.

        A person of the province's who signs in at a commune holds there what a commune may.
        """
        found = lowest(levels)
        return lowest((found, self.unit)) if self.unit in CEILING else found

    @property
    def contradicts(self) -> bool:
        """Classified documents are allowed where they may never be: that counts as not allowed."""
        return self.classified and self.network != "dedicated"

    def allows(self, secrecy: str, level: str) -> bool:
        """Whether an office of this level may hold this degree of secrecy here."""
        if secrecy == "none":
            return True
        if secrecy not in LEVELS or not self.classified or self.network != "dedicated":
            return False
        return LEVELS.index(secrecy) <= LEVELS.index(CEILING.get(level, "none"))

    def may_hold(self, document: Mapping[str, Any], level: str) -> bool:
        """Whether the document may be fetched, shown, stored or sent here by an office of this level."""
        return self.allows(secrecy_of("Document", document), level)


def secrecy_of(type_name: str, object_: Mapping[str, Any]) -> str:
    """How secret an object is: the highest mark found on it or in anything inside it; "unknown" where unreadable.

    A Document must say that it is ordinary; other types are so unless something in them says otherwise.
    """
    found = _marked(object_)
    if type_name == "Document":
        found = _higher(found, _level(object_.get(_MARK)))
    return found


def is_ordinary(document: Mapping[str, Any]) -> bool:
    """Whether a document says plainly that it is unclassified: what may be copied, saved outside and drafted upon."""
    return secrecy_of("Document", document) == "none"


def lowest(levels: Iterable[str]) -> str:
    """The office level with the lowest ceiling among those in which a person works; "" (nothing) for none."""
    known = [level if level in CEILING else "" for level in levels]
    return min(known, key=lambda level: LEVELS.index(CEILING.get(level, "none")), default="")


def of_network(value: object) -> Network:
    """The network that a central says it is on; one that does not say is taken for one on the Internet."""
    return "dedicated" if value == "dedicated" else "internet"


def _level(value: object) -> str:
    return value if isinstance(value, str) and value in LEVELS else UNKNOWN


def _higher(one: str, other: str) -> str:
    order = (*LEVELS, UNKNOWN)
    return max(one, other, key=order.index)


def _marked(value: Any) -> str:
    """The highest mark in a value, however deep it lies and however its name is written."""
    found = "none"
    pending = [value]
    while pending:
        each = pending.pop()
        # Plain dicts and lists, as they come out of JSON: forty thousand of them pass here at a first pull.
        if isinstance(each, dict):
            for name, member in each.items():
                if name[-1:] in _LAST and name[-7:].lower() == _MARK and member != "none":
                    found = _higher(found, _level(member))
                elif isinstance(member, dict | list):
                    pending.append(member)
        elif isinstance(each, list):
            pending += [member for member in each if isinstance(member, dict | list)]
    return found
