"""Links to what is worked on here: ``tacnghiep:document/<id>``. Pure; knows nothing of ours.

The grammar, in the words of RFC 3986 and RFC 5234::

    link = "tacnghiep:" kind "/" id      ; the scheme in either case, all else as it stands
    kind = "document" / "task" / "schedule"
    id   = 1*255( ALPHA / DIGIT / "-" / "_" )   ; an identifier of the central (RFC 8620, 1.2)

Nothing else: no authority, no query, no fragment, no percent-encoding. A link names a thing and shows it; there is no
link that does anything, and none that names a central or a person: it is looked for where the person is signed in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

SCHEME: Final = "tacnghiep"
LONGEST: Final = len("tacnghiep:document/") + 255
"""Characters of a link."""

Kind = Literal["document", "task", "schedule"]

TYPES: Final[dict[Kind, str]] = {"document": "Document", "task": "Task", "schedule": "ScheduleEntry"}
"""What each kind of link names, as the store calls it."""

_LINK = re.compile(r"[a-z]+:(?P<kind>[a-z]{1,20})/(?P<id>[A-Za-z0-9_-]{1,255})")


class BadLink(Exception):
    """No link of ours.

    Attributes:
        code: "linkUnknown" where a newer version may know what it names, else "linkBroken".
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Link:
    """What is to be shown.

    Attributes:
        type: as the store calls it.
        id: its identifier.
    """

    type: str
    id: str


def is_ours(text: str) -> bool:
    """Whether it calls itself a link of ours, sound or not."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def parse(text: str) -> Link:
    """The link.

    Raises:
        BadLink
    """
    if not is_ours(text) or len(text) > LONGEST:
        raise BadLink("linkBroken")
    found = _LINK.fullmatch(SCHEME + text[len(SCHEME) :])
    if found is None:
        raise BadLink("linkBroken")
    for kind, type_name in TYPES.items():
        if kind == found["kind"]:
            return Link(type_name, found["id"])
    raise BadLink("linkUnknown")


def write(type_name: str, object_id: str) -> str:
    """The link to an object of the store.

    Raises:
        BadLink: there is none to this type, or its identifier is not one of the wire.
    """
    kind = next((kind for kind, name in TYPES.items() if name == type_name), "")
    text = f"{SCHEME}:{kind}/{object_id}"
    parse(text)
    return text


def in_arguments(arguments: Sequence[str]) -> tuple[list[str], str] | None:
    """The command line of a start by a link, as what stands before it and the link; None where there is no link.

    A link comes from anywhere: nothing in it, and nothing behind it, is ever taken for an option. What follows is made
    a part of it, and no such link is sound.
    """
    before: list[str] = []
    rest = list(arguments)
    while rest and not is_ours(rest[0]):
        if rest[0] == "--profile" and len(rest) > 1:
            before += [rest.pop(0), rest.pop(0)]
        elif rest[0].startswith("--profile="):
            before.append(rest.pop(0))
        else:
            return None
    return (before, " ".join(rest)) if rest else None
