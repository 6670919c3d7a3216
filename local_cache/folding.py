"""Folding of Vietnamese text for search: what a clerk types without marks finds what an office wrote with them.

Search must not care about diacritics, đ/d, composed or decomposed forms, nor where the tone mark sits (DOMAIN 11).
Pure functions; knows nothing of ours.
"""

from __future__ import annotations

import re
import unicodedata

_STROKED = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}
"""FTS5 does not fold these; ð/Ð are what old converters left in place of đ/Đ."""

_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
"""Huyền, sắc, ngã, hỏi, nặng as they stand in decomposed text."""

WORD = re.compile(r"[^\W_]+", re.UNICODE)


def composed(text: str) -> str:
    """NFC, at no cost for text that is already so."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class _FoldTable(dict[int, str]):
    """A translate table that learns a character the first time it meets it; every answer is one character long."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = _STROKED.get(character) or unicodedata.normalize("NFD", character)[0].lower()
        folded = base if len(base) == 1 else character
        self[code] = folded
        return folded


_FOLD = _FoldTable()
_FOLD.update({ord(character): base for character, base in _STROKED.items()})


def fold(text: str) -> str:
    """Lower case without marks, đ as d. For composed text the result is as long as the text, so positions agree."""
    return composed(text).translate(_FOLD)


def words(text: str) -> list[str]:
    """The runs of letters and digits, as FTS5's unicode61 would cut composed text."""
    return WORD.findall(composed(text))


def exact_key(word: str) -> str:
    """A word with its marks but without the tone's place: hòa and hoà, ủy and uỷ give the same key.

    The letter's own marks (â ă ê ô ơ ư đ) stay; the tone is moved to the end as a digit.
    """
    letters: list[str] = []
    tone = ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append("đ" if character == "ð" else character)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


def spellings(word: str) -> list[str]:
    """A word with its tone mark over each of its vowels in turn, composed, lower case: hòa gives hòa and hoà."""
    letters: list[str] = []
    tone = ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tone = character
        elif unicodedata.combining(character) and letters:
            letters[-1] += character
        else:
            letters.append(character)
    if not tone:
        return [unicodedata.normalize("NFC", "".join(letters))]
    found = []
    for index, letter in enumerate(letters):
        if letter[0] in "aeiouy":
            toned = [*letters[:index], letter + tone, *letters[index + 1 :]]
            found.append(unicodedata.normalize("NFC", "".join(toned)))
    return found or [composed(word.lower())]


def has_marks(text: str) -> bool:
    """Whether anything would be lost by folding: then the one who typed it meant these marks."""
    return fold(text) != composed(text).lower()


SQL_FOLD = "replace(replace(replace(replace({0},'đ','d'),'Đ','d'),'ð','d'),'Ð','d')"
"""The part of the folding that FTS5's tokenizer (unicode61, remove_diacritics 2) leaves to us, as SQL."""
