"""How hard a passphrase is to guess, roughly and in three words. Knows nothing of ours.

Length counts most; what repeats, or runs along the alphabet or the keyboard, hardly counts.
"""

from __future__ import annotations

import math
import unicodedata
from typing import Literal

Strength = Literal["weak", "fair", "strong"]

_ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_COMMON = ("matkhau", "password", "vanphong", "tacnghiep", "congvan", "uybannhandan", "vietnam", "qwerty", "iloveyou")


def strength(text: str) -> Strength:
    """What a guesser who knows people's habits would make of it."""
    bits = _bits(text)
    return "weak" if bits < 40 else "fair" if bits < 60 else "strong"


def _bits(text: str) -> float:
    plain = _plain(text)
    for word in _COMMON:
        # A word that everybody tries first is worth one letter.
        plain = plain.replace(word, word[0])
    counted, before = 0.0, ""
    seen: dict[str, int] = {}
    for letter in plain:
        seen[letter] = seen.get(letter, 0) + 1
        easy = before and (letter == before or _follows(before, letter))
        counted += 0.3 if easy else 1.0 / math.sqrt(seen[letter])
        before = letter
    return counted * math.log2(_alphabet(text))


def _plain(text: str) -> str:
    """Small letters without marks or blanks: an office's words are guessed in every spelling."""
    folded = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in folded if not unicodedata.combining(c) and not c.isspace())


def _follows(before: str, letter: str) -> bool:
    return any(before + letter in row or letter + before in row for row in _ROWS)


def _alphabet(text: str) -> int:
    size = 0
    size += 26 if any(c.islower() for c in text) else 0
    size += 10 if any(c.isupper() for c in text) else 0
    size += 10 if any(c.isdigit() for c in text) else 0
    size += 12 if any(not c.isalnum() and not c.isspace() for c in text) else 0
    return max(size, 2)
