"""What was filled into a form after a signature: was it empty, is it shown as it is, did the form itself change?

A picture swapped under "form filling" shows one thing and holds another (Mainka et al., Shadow Attacks, NDSS 2021).
Knows ``shown_text`` and pyHanko's view of earlier revisions.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils import generic, misc
from pyhanko.pdf_utils.reader import PdfFileReader

from . import documents
from .reasons import Reason
from .shown_text import Shown, shown

_PASSWORD, _COMBO, _MULTI = 1 << 13, 1 << 17, 1 << 21
_OUT_OF_SIGHT = 1 | 2 | 32  # invisible, hidden, no view
_TYPE_KEYS = ("/DA", "/Q", "/DR")
_OPEN_LEVELS = 2  # of a form's resources, to which names may come: their kinds, and those of one kind
_DEEPEST = 6


@dataclass(frozen=True)
class Field:
    """A form field of one revision.

    Attributes:
        kind: "/Tx", "/Btn", "/Ch" or "/Sig".
        value: its value as text.
        flags: its field flags.
        entries: its own dictionary.
        widgets: where it shows.
    """

    kind: str
    value: str
    flags: int
    entries: generic.DictionaryObject
    widgets: tuple[generic.DictionaryObject, ...]


def form_fields(root: Any, limit: int = 20_000) -> Mapping[str, Field]:
    """All fields of a revision that end a branch of the form, by their full names."""
    found: dict[str, Field] = {}
    form = documents.entry(root, "/AcroForm")
    if not isinstance(form, generic.DictionaryObject):
        return found
    stack = [(one, "", "", 0) for one in documents.entry(form, "/Fields", ())]
    while stack and len(found) < limit:
        reference, above, kind, flags = stack.pop()
        field = reference.get_object()
        if not isinstance(field, generic.DictionaryObject):
            continue
        name = ".".join(x for x in (above, str(documents.entry(field, "/T", ""))) if x)
        kind = str(documents.entry(field, "/FT", kind))
        flags = _whole(documents.entry(field, "/Ff", flags))
        kids = [kid.get_object() for kid in documents.entry(field, "/Kids", ())]
        branches = [kid for kid in kids if isinstance(kid, generic.DictionaryObject) and "/T" in kid]
        if branches and len(stack) < limit:
            stack.extend((kid, name, kind, flags) for kid in branches)
            continue
        own = tuple(kid for kid in kids if isinstance(kid, generic.DictionaryObject)) or (field,)
        found[name] = Field(kind, _text(documents.entry(field, "/V")), flags, field, own)
    return found


def reasons(
    reader: PdfFileReader, revision: int, changed: Iterable[str], plain: frozenset[str] = frozenset()
) -> list[Reason]:
    """What is to be said of fields that changed after a revision; signature fields are not looked at.

    Args:
        reader: the file.
        revision: the signed one.
        changed: names of the fields.
        plain: those of them that are known to show what was written into them.
    """
    try:
        before = form_fields(reader.get_historical_root(revision))
        now = form_fields(reader.root)
        names = sorted(name for name in changed if name in now and now[name].kind != "/Sig")
        refilled = [name for name in names if name in before and _refilled(before[name], now[name])]
        other = [name for name in names if name not in plain and not _as_it_is(before.get(name), now[name])]
        found = [
            Reason(code, {"fields": ", ".join(listed)[:200]})
            for code, listed in (("fieldChangedAfterSigning", refilled), ("fieldShowsOther", other))
            if listed
        ]
        if any(one.kind != "/Sig" for one in now.values()) and _drawn_otherwise(reader, revision):
            found.append(Reason("formChangedAfterSigning"))
        return found
    except (misc.PdfReadError, *documents.READ_ERRORS) as error:
        return [Reason("fieldShowsOther", {"fields": type(error).__name__})]


def signature_fields(reader: PdfFileReader) -> frozenset[str]:
    """Names of the signature fields, signed or not."""
    try:
        return frozenset(name for name, one in form_fields(reader.root).items() if one.kind == "/Sig")
    except (misc.PdfReadError, *documents.READ_ERRORS):
        return frozenset()


def _refilled(before: Field, now: Field) -> bool:
    """Whether something stood there that the signer saw."""
    return before.value not in ("", "/Off") and before.value != now.value


def _as_it_is(before: Field | None, now: Field) -> bool:
    """Whether the field shows its value."""
    if any(_whole(documents.entry(widget, "/F", 0)) & _OUT_OF_SIGHT for widget in now.widgets):
        return before is not None and any(
            _whole(documents.entry(widget, "/F", 0)) & _OUT_OF_SIGHT for widget in before.widgets
        )
    if now.kind == "/Btn":
        return _button_as_it_is(before, now)
    if now.kind == "/Ch" and not now.flags & _COMBO:
        return True
    was_empty = before is not None and not before.value
    return all(_says(now, widget, may_be_blank=was_empty) for widget in now.widgets)


def _button_as_it_is(before: Field | None, now: Field) -> bool:
    """A button shows one of the pictures that it had when it was signed, and the one that its value names."""
    if before is None or len(before.widgets) != len(now.widgets):
        return False
    for old, new in zip(before.widgets, now.widgets, strict=True):
        if _pictures(old) != _pictures(new):
            return False
        state = str(documents.entry(new, "/AS", "/Off"))
        if state not in ("/Off", now.value):
            return False
    return True


def _pictures(widget: generic.DictionaryObject) -> object:
    normal = documents.entry(documents.entry(widget, "/AP", generic.DictionaryObject()), "/N")
    if not isinstance(normal, generic.DictionaryObject) or isinstance(normal, generic.StreamObject):
        return None
    return {key: getattr(normal.raw_get(key), "reference", None) for key in normal}


def _says(field: Field, widget: generic.DictionaryObject, *, may_be_blank: bool) -> bool:
    """``may_be_blank``: a program that fills in the value alone leaves the picture of the empty field."""
    look = picture_of(widget)
    if look is None:
        return True  # a viewer draws it from the value
    found = shown(look)
    if found is None or found.other_ink:
        return False
    text = _bare(found.text)
    if not text and may_be_blank:
        return True
    if field.flags & _PASSWORD and not set(text) - {"*", "•"}:
        return True
    return text in {_bare(field.value), *_named(field)}


def _named(field: Field) -> set[str]:
    """A choice shows the name of what it holds."""
    options = documents.entry(field.entries, "/Opt", ()) if field.kind == "/Ch" else ()
    pairs = [one for one in options if isinstance(one, generic.ArrayObject) and len(one) == 2]
    return {_bare(_text(one[1])) for one in pairs if _text(one[0]) == field.value}


def picture_of(widget: generic.DictionaryObject) -> generic.StreamObject | None:
    """The stream that draws a widget as it stands."""
    normal = documents.entry(documents.entry(widget, "/AP", generic.DictionaryObject()), "/N")
    if isinstance(normal, generic.DictionaryObject) and not isinstance(normal, generic.StreamObject):
        normal = documents.entry(normal, str(documents.entry(widget, "/AS", "/Off")))
    return normal if isinstance(normal, generic.StreamObject) else None


def _drawn_otherwise(reader: PdfFileReader, revision: int) -> bool:
    """Whether viewers are told to draw the fields anew, or in other type than when it was signed."""
    before = documents.entry(reader.get_historical_root(revision), "/AcroForm", generic.DictionaryObject())
    now = documents.entry(reader.root, "/AcroForm", generic.DictionaryObject())
    if _told(now) and not _told(before):
        return True
    return any(key in before and not _still(before, now, key) for key in _TYPE_KEYS)


def _still(before: Any, now: Any, key: str, depth: int = 0) -> bool:
    """Whether an entry says what it said; programs that fill in a form may add fonts to its resources.

    The same object is enough: pyHanko's comparison tells when one that was signed has another body.
    """
    if not isinstance(now, generic.DictionaryObject) or key not in now:
        return False
    was, held = before.raw_get(key), now.raw_get(key)
    if isinstance(was, generic.IndirectObject) and was == held:
        return True
    old, new = documents.entry(before, key), documents.entry(now, key)
    plain = isinstance(old, generic.DictionaryObject) and not isinstance(old, generic.StreamObject)
    if not plain or depth >= _DEEPEST:
        return type(old) is type(new) and not isinstance(old, generic.DictionaryObject) and old == new
    if depth >= _OPEN_LEVELS and isinstance(new, generic.DictionaryObject) and set(old) != set(new):
        return False
    return all(_still(old, new, name, depth + 1) for name in old)


def _told(form: Any) -> bool:
    return bool(documents.entry(form, "/NeedAppearances", False))


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _text(value: Any) -> str:
    if isinstance(value, generic.StreamObject):
        return value.data.decode("utf-8", "replace")
    if isinstance(value, generic.ArrayObject):
        return ", ".join(_text(one) for one in value)
    return "" if value is None or isinstance(value, generic.NullObject) else str(value)


def _bare(text: str) -> str:
    """The letters alone: how a line breaks is no part of what it says."""
    return "".join(x for x in unicodedata.normalize("NFC", text) if not x.isspace() and x.isprintable())


__all__ = ["Field", "Shown", "form_fields", "picture_of", "reasons", "signature_fields"]
