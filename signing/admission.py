"""Whether a file may be signed at all, seen before anybody is asked for a PIN: one problem for each cause.

Knows pyHanko's reader. What a signature covers must be what a person saw: scripts, launched programs and XFA forms make
a page show something else tomorrow. Belongs on a lane.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import signing.whole_pyhanko  # noqa: F401 - first

from pyhanko.pdf_utils.reader import PdfFileReader

from . import documents
from .problems import NotPdf, PdfActive, PdfForm, PdfNoPages, PdfTooLong, PdfUnreadable
from .sizes import MOST_PAGES, check_size

_ACTIVE = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound"})
_BROKEN = (
    *documents.READ_ERRORS, ArithmeticError, AssertionError, EOFError, NotImplementedError, struct.error, zlib.error,
)  # fmt: skip
"""All that a damaged file makes the reader stumble over."""
_DEEPEST = 40
_MOST_ACTIONS = 64


def check(pdf: bytes) -> None:
    """What the file is and holds.

    Raises:
        NotPdf, PdfEncrypted, PdfUnreadable, PdfNoPages, PdfTooBig, PdfTooLong, PdfForm, PdfActive
    """
    check_size(len(pdf))
    if b"%PDF-" not in pdf[:1024]:
        raise NotPdf
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        documents.require_open(reader)
        root = reader.root
        pages = int(root["/Pages"]["/Count"])
        if pages < 1:
            raise PdfNoPages
        if pages > MOST_PAGES:
            raise PdfTooLong(limit=MOST_PAGES)
        form = _dictionary(root, "/AcroForm")
        if "/XFA" in form:
            raise PdfForm
        if "/JavaScript" in _dictionary(root, "/Names") or any(_active(root, key) for key in ("/OpenAction", "/AA")):
            raise PdfActive
        if any(_active(one, "/A") for one in documents.outlines(root)):
            raise PdfActive
        for one in _holders(_dictionary(root, "/Pages"), "/Kids", form):
            if any(_active(one, key) for key in ("/A", "/AA")):
                raise PdfActive
    except _BROKEN as error:
        raise PdfUnreadable(f"{type(error).__name__}: {error}") from error


def _holders(tree: Any, kids: str, form: Any) -> Iterator[Any]:
    """Every page, what lies on it, and every form field: all that may hold an action."""
    waiting = [(tree, kids, 0), (form, "/Fields", 0)]
    seen = 0
    while waiting:
        node, below, depth = waiting.pop()
        if depth > _DEEPEST or seen > 100 * MOST_PAGES:
            raise PdfUnreadable("nested too deep")
        for one in _array(node, below):
            seen += 1
            yield one
            yield from _array(one, "/Annots")
            if "/Kids" in one:
                waiting.append((one, "/Kids", depth + 1))


def _active(holder: Any, key: str) -> bool:
    """Whether an action, one of a set of them, or one that follows it runs something."""
    waiting, met = [documents.entry(holder, key)], 0
    while waiting:
        action, met = waiting.pop(), met + 1
        if met > _MOST_ACTIONS:
            return True
        if isinstance(action, list):
            waiting += [action[at] for at in range(len(action))]
        elif isinstance(action, dict):
            if str(documents.entry(action, "/S", "")) in _ACTIVE or "/JS" in action:
                return True
            waiting += [documents.entry(action, name) for name in (action if key == "/AA" else ("/Next",))]
    return False


def _dictionary(holder: Any, key: str) -> Any:
    found = documents.entry(holder, key)
    return found if isinstance(found, dict) else {}


def _array(holder: Any, key: str) -> list[Any]:
    found = documents.entry(holder, key)
    if not isinstance(found, list):
        return []
    return [one for at in range(len(found)) if isinstance(one := found[at], dict)]
