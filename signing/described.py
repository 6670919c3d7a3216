"""What a file says of itself beside its pages, and whether that was changed after a signature: its title and the like.

Programs that add time-stamps write the day of the change anew, and the rules of comparison let every entry pass; yet
viewers show the title in their frame, and registers take it over. Knows pyHanko's view of earlier revisions.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from . import documents

_ENTRIES = ("/Title", "/Author", "/Subject", "/Keywords")
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_ELEMENTS = frozenset(_DUBLIN_CORE + one for one in ("title", "creator", "description", "subject"))


def changed_since(reader: PdfFileReader, revision: int) -> bool:
    """Whether title, author, subject or keywords are others than in that revision.

    Words that come where there were none at all are told as well: the signer has not seen them.
    """
    last = reader.total_revisions - 1
    if revision >= last:
        return False
    before, now = (reader.get_historical_resolver(one) for one in (revision, last))
    return _in_trailer(before) != _in_trailer(now) or _in_metadata(before) != _in_metadata(now)


def _in_trailer(state: Any) -> tuple[str, ...]:
    held = documents.entry(state.trailer_view, "/Info")
    return tuple(str(documents.entry(held, one, "")) for one in _ENTRIES) if held is not None else ("",) * len(_ENTRIES)


def _in_metadata(state: Any) -> tuple[str, ...]:
    """The words of XMP, element by element (ISO 16684-1); what is none is taken as it stands."""
    held = documents.entry(state.root, "/Metadata")
    if not isinstance(held, generic.StreamObject):
        return ()
    data = held.data
    if b"<!" in data.replace(b"<!--", b""):
        return (data.hex(),)  # entities, which can be made to grow without end, have no place in XMP
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return (data.hex(),)
    found: list[str] = []
    for one in root.iter():
        if one.tag in _ELEMENTS:
            found.append(f"{one.tag} {' '.join(''.join(one.itertext()).split())}")
        found += [f"{name} {value}" for name, value in sorted(one.attrib.items()) if name in _ELEMENTS]
    return tuple(sorted(one for one in found if one.partition(" ")[2]))
