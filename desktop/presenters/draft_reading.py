"""What a chosen PDF says of its type, subject, signer and recipients, put into the words of the draft's form.

A guess fills only what is empty, and a person looks at it. Knows ``signing.head``, the office's codes and the signers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.office import documents
from signing.head import Head
from widgets.draft_choices import SignerChoice

_PARTY_CODE = re.compile(r"^-(?P<code>[^\W\d_]+)/")
_STATE_CODE = re.compile(r"^/(?P<code>[^\W\d_]+)(?:-|$)")
_COMPETENCE = re.compile(r"^(T/M|K/T|T/L|Q/|TM\.|KT\.|TL\.|TUQ\.|Q\.)\s*\S")


def types_on_page(head: Head, style: str) -> tuple[str, ...]:
    """Codes of the types that the page can be, the likeliest first; none where it does not say.

    Quyết định and quy định share the notation QĐ on the Party side: the heading tells them apart.
    """
    known = documents.types_of(style)
    titled = tuple(code for code in known if _same(documents.type_name(style, code), head.heading))
    match = (_PARTY_CODE if style == "party" else _STATE_CODE).match(head.suffix)
    if match is None:
        return titled
    noted = tuple(code for code in known if _noted(style, code) == match["code"])
    if noted:
        return tuple(code for code in titled if code in noted) or noted
    # A công văn of the state side has neither a code in its notation nor a heading (Decree 30/2020, Annex III).
    return titled or (("CV",) if style != "party" and not head.heading else ())


def suggestion(head: Head, style: str, signers: Sequence[SignerChoice]) -> Mapping[str, Any]:
    """What the form can be filled with; only what was read for certain is in it."""
    found: dict[str, Any] = {}
    types = types_on_page(head, style)
    if types:
        found["typeCode"] = types[0]
    if head.subject:
        found["subject"] = head.subject
    if head.to_places:
        found["toPlaces"] = list(head.to_places)
    named = [one for one in signers if any(_same(one.name, line) for line in head.lines)]
    if len(named) == 1:
        found["signerId"] = named[0].person_id
        words = next((line for line in reversed(head.lines) if _COMPETENCE.match(line)), None)
        if words is not None:
            found["competence"] = words
    return found


def _noted(style: str, code: str) -> str:
    """The code as a notation writes it."""
    return documents.PARTY_NOTATION.get(code, code) if style == "party" else code


def _same(one: str, other: str) -> bool:
    return bool(other) and _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()
