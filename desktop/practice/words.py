"""The words by which a document is found at the practice central: folded, so that marks do not matter. Pure.

Knows nothing of ours. The client has a search of its own (``local_cache.folding``), with a text index; this one looks
at the short fields alone, of what one person may see.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_STROKED = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
MOST_WORDS = 12


def fold(text: str) -> list[str]:
    """The words of a text, lower case, without marks, đ as d."""
    plain = unicodedata.normalize("NFD", text.translate(_STROKED))
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).lower())


def words_of(type_name: str, value: Mapping[str, Any]) -> str:
    """What ``patterns`` are held against; of a classified document nothing, for its words do not leave the central."""
    if type_name != "Document" or value.get("secrecy", "none") != "none":
        return ""
    signer = value.get("signer") or {}
    fields = (value.get("notation"), value.get("subject"), value.get("issuer"), signer.get("name"))
    found = [word for field in fields if field for word in fold(str(field))]
    found += [word.lstrip("0") for word in found if word[0] == "0" and word.strip("0")]
    return f" {' '.join(found)} "


def patterns(typed: str) -> list[str]:
    """A LIKE pattern for each word typed: every one must begin a word. Words hold neither % nor _."""
    return [f"% {word}%" for word in fold(typed)[:MOST_WORDS]]
