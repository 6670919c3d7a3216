"""What a file that came over the wire is called on this machine's disk. Pure; knows nothing of ours.

A name from elsewhere is offered to a file dialog: it must not lead into another folder, name a device of Windows, turn
its ending round with marks of direction, or be longer than a disk takes.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Characters: with Vietnamese letters decomposed that is still within the 255 bytes of a name."""
NAMELESS = "tep-khong-ten"

_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE)


def safe_name(name: object) -> str:
    """The last part of a name, with nothing in it that a disk or an eye takes for something else."""
    text = unicodedata.normalize("NFC", name) if isinstance(name, str) else ""
    text = re.split(r"[/\\]", text)[-1]
    # Controls, marks of direction, what is unassigned or half a pair: seen by nobody, heeded by much.
    text = "".join(c for c in text if unicodedata.category(c)[0] != "C")
    text = re.sub(r"\s+", " ", _FORBIDDEN.sub("-", text)).strip(" .")
    if not text:
        return NAMELESS
    if _DEVICES.match(text):
        text = f"_{text}"
    return _shortened(text)


def _shortened(text: str) -> str:
    """At most so long, its ending kept."""
    stem, dot, ending = text.rpartition(".")
    if not stem or len(ending) > 10:
        stem, dot, ending = text, "", ""
    room = LONGEST - len(dot + ending)
    while len(f"{stem[:room]}{dot}{ending}".encode()) > 240:
        room -= 1
    return f"{stem[:room].rstrip(' .')}{dot}{ending}"
