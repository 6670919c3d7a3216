"""What in a file may change what is shown by itself: scripts, actions, layers, a form within the form, content outside,
a collection of files, films, notes that are printed and not seen or seen and not printed.

A signature holds over such a file, yet two people who open it may read two things (Müller et al., Processing Dangerous
Paths, NDSS 2021; Mainka et al., Shadow Attacks, NDSS 2021, by layers and fields). Knows pyHanko's reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from . import documents
from .filled import form_fields

_ACTIONS = {
    "/JavaScript": "JavaScript",
    "/SetOCGState": "OCG",
    "/Hide": "Hide",
    "/ResetForm": "ResetForm",
    "/ImportData": "ImportData",
    "/Launch": "Launch",
    "/Rendition": "Rendition",
    "/Movie": "Movie",
}
_ELSEWHERE = {"/GoToE": "GoToE", "/GoToR": "GoToR"}
"""Another document in place of this one: told where nobody has to click."""

_FILMS = {"/RichMedia": "RichMedia", "/3D": "3D", "/Movie": "Movie"}
_ICON = 32.0  # points: signs of notes and attached files are no larger, and need not be printed
_HIDDEN, _PRINTED, _UNSEEN = 2, 4, 32
_BY_ITSELF = _ACTIONS | _ELSEWHERE
_MOST = 64  # actions that follow each other
_MOST_PAGES = 5000


def kinds(reader: PdfFileReader, pages: Iterator[generic.DictionaryObject]) -> tuple[str, ...]:
    """Names of what the file holds of this, in technical words; none for a file that is what it is.

    Args:
        reader: the file.
        pages: its pages.
    """
    found: set[str] = set()
    try:
        found.update(_kinds(reader, pages))
    except documents.READ_ERRORS:
        found.add("unreadable")
    return tuple(sorted(found))


def _kinds(reader: PdfFileReader, pages: Iterator[generic.DictionaryObject]) -> Iterator[str]:
    root = reader.root
    yield from _in_action(root, "/OpenAction", _BY_ITSELF)
    yield from _in_actions(root, _BY_ITSELF)
    if "/Collection" in root:
        yield "Collection"
    for one in documents.outlines(root):
        yield from _in_action(one, "/A")
    names = documents.entry(root, "/Names")
    if isinstance(names, generic.DictionaryObject) and "/JavaScript" in names:
        yield "JavaScript"
    if _layers_may_differ(documents.entry(root, "/OCProperties")):
        yield "OCG"
    form = documents.entry(root, "/AcroForm")
    if isinstance(form, generic.DictionaryObject):
        if "/XFA" in form:
            yield "XFA"
        for field in form_fields(root).values():
            for holder in (field.entries, *field.widgets):
                yield from _in_action(holder, "/A")
                yield from _in_actions(holder)
    for _, page in zip(range(_MOST_PAGES), pages, strict=False):
        yield from _on_page(page)


def _on_page(page: generic.DictionaryObject) -> Iterator[str]:
    yield from _in_actions(page, _BY_ITSELF)
    for reference in documents.entry(page, "/Annots", ()):
        note = reference.get_object()
        if isinstance(note, generic.DictionaryObject):
            yield from _in_action(note, "/A")
            yield from _in_actions(note)
            yield from _in_note(note)
    content = documents.entry(page, "/Contents")
    streams = content if isinstance(content, generic.ArrayObject) else [content]
    if any(isinstance(one.get_object(), generic.StreamObject) and "/F" in one.get_object() for one in streams if one):
        yield "external"


def _in_note(note: generic.DictionaryObject) -> Iterator[str]:
    kind = str(documents.entry(note, "/Subtype", ""))
    if kind in _FILMS:
        yield _FILMS[kind]
    signed = documents.entry(note, "/FT") == "/Sig" and "/V" in note
    if "/AP" not in note or signed or _is_icon(documents.entry(note, "/Rect", ())):
        return
    flags = documents.entry(note, "/F", 0)
    flags = int(flags) if isinstance(flags, int | float) else 0
    if not flags & _HIDDEN and bool(flags & _UNSEEN) == bool(flags & _PRINTED):
        yield "print"


def _is_icon(rect: Any) -> bool:
    """Also what has no place and so is not drawn at all."""
    try:
        left, bottom, right, top = (float(one) for one in rect)
    except (TypeError, ValueError):
        return True
    return abs(right - left) <= _ICON and abs(top - bottom) <= _ICON


def _in_actions(holder: Any, telling: Mapping[str, str] = _ACTIONS) -> Iterator[str]:
    """What the set of actions of a catalog, page, field or note runs."""
    actions = documents.entry(holder, "/AA")
    if isinstance(actions, generic.DictionaryObject):
        for event in actions:
            yield from _in_action(actions, event, telling)


def _in_action(holder: Any, key: str, telling: Mapping[str, str] = _ACTIONS) -> Iterator[str]:
    """What an action and those that follow it run."""
    waiting = [documents.entry(holder, key)]
    for _ in range(_MOST):
        if not waiting:
            return
        action = waiting.pop()
        action = action.get_object() if isinstance(action, generic.IndirectObject) else action
        if isinstance(action, generic.DictionaryObject):
            kind = str(documents.entry(action, "/S", ""))
            if kind in telling or "/JS" in action:
                yield telling.get(kind, "JavaScript")
            following = documents.entry(action, "/Next")
            waiting += following if isinstance(following, generic.ArrayObject) else [following]
    if any(isinstance(one, generic.DictionaryObject | generic.IndirectObject) for one in waiting):
        yield "endless"


def _layers_may_differ(properties: Any) -> bool:
    """Whether some layers are off, or are shown on some occasions alone."""
    if not isinstance(properties, generic.DictionaryObject):
        return False
    default = documents.entry(properties, "/D")
    if not isinstance(default, generic.DictionaryObject):
        return False
    if str(documents.entry(default, "/BaseState", "/ON")) != "/ON":
        return True
    return any(bool(documents.entry(default, key)) for key in ("/OFF", "/AS"))
