r"""Names whose values are secret, wherever they stand: ``name=value`` in a query, ``"name": value`` in JSON, "name is
value" in what somebody wrote. Pure; knows nothing.

Some names are secret whatever stands behind them. Others (a code, a key, a state) are so as a rule, and as a rule not
in our own logs: what has the shape of a word that a program says stays, and all else goes. In a query nothing stays.
"""

from __future__ import annotations

import re

_SURE = (
    r"pass[_-]?(?:word|phrase|code)s?|passwd|pwd|pins?|puk|otp|token|secrets?|cookies?|authorization|id_?token|"
    r"access_?token|refresh_?token|client_?secret|code_verifier|session_?id|(?:api|private|secret|access|master|shared|encryption)"
    r"[_-]?key|(?:auth|authorization|device|user|verification|recovery|activation|pairing)[_-]?code|"
    r"m[ậa]t[ _-]?kh[ẩa]u|m[ãa][ _-]?(?:pin|otp|x[áa]c[ _-]?(?:th[ựu]c|nh[ậa]n))"
)
_NEVER_SAID = r"j?session_?id|phpsessid|sid|jwt|(?:client_?)?assertion|nonce|ticket|sig|credentials?"
"""Secret too, but words of plain sentences: "the ticket is closed" tells nothing."""
_SHORT = r"pass|mk"
"""As people call it in a letter; in names of values these are parts of other words."""
_MORE = r"(?:[ \t]+\(?(?!là\b|is\b)\w{1,12}\)?){1,4}"
"""What people put between: "mật khẩu của tôi là", "password (new):"."""
_PERHAPS = r"code|key|state|session|signature|auth"
_SURE_TOGETHER = re.compile(
    r"(?:passwords?|passwd|passphrase|passcode|pwd|pins?|puk|otp|secrets?|token|authorization|cookies?|sessionid|"
    r"codeverifier|matkhau|maxacthuc|maxacnhan|sid|jwt|assertion|nonce|ticket|sig|credentials?|"
    r"(?:api|private|secret|access|master|shared|encryption)key|"
    r"(?:auth|authorization|device|user|verification|recovery|activation|pairing)code)"
    r"(?:code|value|text|entered|typed|hash|new|old|again|repeat|confirm|confirmation)?\d{0,2}\Z"
)
"""How the name of a value ends, written together and small."""
_PERHAPS_TOGETHER = re.compile(rf"(?P<name>{_PERHAPS})\Z")

_NOT_OF = ("error", "exit", "status", "return", "reason", "close", "country", "postal", "language")
"""Whose codes are numbers that say what happened, or where."""
_NO_SUCH = "".join(f"(?<!{one}{between}code)" for one in _NOT_OF for between in ("", "_", "-"))

_WORDS = r"(?-i:[A-Za-z]?[a-z]{1,16}(?:[A-Z][a-z]{1,16}|[_.:-][A-Za-z]?[a-z]{1,16}){0,9}|[A-Z][A-Za-z]{1,40}Error)"
_SAID = rf"(?:-?\d{{1,3}}|0x[0-9a-f]{{8}}|{_WORDS})"
"""Codes as programs say them: notTheCentral, invalid_grant, OSError, 404, 0x80070005."""
_KEYS = (
    r"(?:\w{1,3}|(?:(?:ctrl|shift|alt|altgr|meta|win|cmd)\+)+\w{1,12}|enter|return|space|home|end|page_?(?:up|down)|"
    r"insert|delete|backspace|escape|left|right|down|print|pause|menu|hk(?:lm|cu|cr|u|ey_[a-z_]+)\\[^\s\"',;&}\]]*)"
)
"""Keys of a keyboard and of the registry."""

_BEGIN = r"(?:\b|(?-i:(?<=[a-z\d])(?=[A-Z]))|(?<=_)|(?<=%[0-9a-f]{2}))"
_IS = r"\\*[\"']?\s*(?:[:=]|%3d)\s*\\*[\"']?"
_IS_OR_SAID = r"(?:\[?\])?\\*[\"']?\s*(?:(?:là\b|is\b)(?:\s*:)?|[:=]>?|%3d|->|→)\s*\\*[\"']?"
_VALUE = r"(?!\[\[)(?P<x>\d(?:[ .-]?\d){3,15}(?!\w)|(?<=\")[^\"\n]+(?=\")|(?<=')[^'\n]+(?=')|[^\s\"',;&}\]]+)"


def _not(kept: str) -> str:
    """Not before a value that is kept: up to its quotation mark where it has one, else up to its end."""
    end = r"[.)]*(?=[\s\"',;&}\]\\]|\Z)"
    return rf"(?:(?<=[\"'])(?!{kept}\\*[\"'])|(?<![\"'])(?!{kept}{end}))"


PATTERNS: tuple[str, ...] = (
    rf"{_BEGIN}(?:(?:(?:{_SURE})(?:_?code)?\d{{0,2}}|{_SHORT})\b(?:{_MORE})?{_IS_OR_SAID}|(?:{_NEVER_SAID})\b{_IS})"
    rf"{_VALUE}",
    # Figures, whatever stands before them.
    r"\b(?:pin|puk|otp|x[áa]c (?:th[ựu]c|nh[ậa]n))\d?\b[^\d\n\[]{0,24}(?P<x>\d(?:[ .-]?\d){3,15})\b",
    rf"(?:[?&]|%3f|%26)(?:{_PERHAPS})(?:=|%3d){_VALUE}",
    rf"{_BEGIN}key\b{_IS}{_not(_KEYS)}{_VALUE}",
    rf"{_BEGIN}(?:code{_NO_SUCH}|state|session|signature|auth)\b{_IS}{_not(_SAID)}{_VALUE}",
)
"""In texts, small and large letters alike: the group ``x`` is secret."""

_SAID_WHOLE, _KEYS_WHOLE = re.compile(_SAID, re.IGNORECASE), re.compile(_KEYS, re.IGNORECASE)


def is_secret_whole(name: str) -> bool:
    """Whether all that stands under a name is secret, be it a list or an object.

    Args:
        name: written together and small, without diacritics.
    """
    return _SURE_TOGETHER.search(name) is not None


def is_secret(name: str, value: str) -> bool:
    """Whether the value of a member of JSON is secret.

    Args:
        name: written together and small, without diacritics.
        value: as text.
    """
    if is_secret_whole(name):
        return True
    found = _PERHAPS_TOGETHER.search(name)
    if found is None or name.removesuffix("code").endswith(_NOT_OF):
        return False
    harmless = _KEYS_WHOLE if found["name"] == "key" else _SAID_WHOLE
    return harmless.fullmatch(value) is None
