"""Takes out of a text what is nobody else's business, and leaves a mark in its place. Pure; knows nothing.

A mark is ``[[kind#n]]``: the same thing has the same number throughout one report, so that whoever helps sees that it
is the same, and not what it was. Logs should hold none of it (desktop.logs says what they hold): this is the second
net, and it would rather take too much. Hosts of the office's own services stay, for without them no line can be
examined; identifiers and digests stay, which say something to the central system alone.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from desktop.support.family_names import FAMILY_NAMES, PLAIN_FAMILY_NAMES
from desktop.support.secret_names import PATTERNS, is_secret, is_secret_whole

MARK = re.compile(r"\[\[([a-z]+)(?:#\d+)?\]\]")
"""What stands where something was."""

_UPPER = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper() and c.isalpha() and ord(c) < 0x250) + "".join(
    c for c in map(chr, range(0x1EA0, 0x1EFA)) if c.isupper()
)
_FILES = "pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|eml|msg|png|jpe?g|tiff?|zip|rar|7z|p12|pfx"


@dataclass(frozen=True)
class Rule:
    """One thing that is taken out: the group ``x`` of the pattern, or all of it."""

    kind: str
    pattern: re.Pattern[str]


def _rule(kind: str, pattern: str, flags: int = 0) -> Rule:
    return Rule(kind, re.compile(pattern, flags))


_I = re.IGNORECASE
_SECRETS: tuple[Rule, ...] = (
    _rule("secret", r"-----BEGIN [^-]+-----.*?(?:-----END [^-]+-----|\Z)", re.DOTALL),
    _rule("secret", r"\b(?:Bearer|Basic|Negotiate|NTLM|Digest)\s+(?P<x>[A-Za-z0-9._~+/=-]{6,})", _I),
    _rule("secret", r"\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?"),
    *(_rule("secret", pattern, _I) for pattern in PATTERNS),
)
RULES: tuple[Rule, ...] = (
    _rule("link", r"\btacnghiep:(?P<x>[^\s\"'<>\])]+)", _I),
    _rule("email", r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),
    _rule("share", r"(?<![\w:\\])\\{2,4}(?P<x>[A-Za-z0-9][\w.$-]*(?:\\{1,2}[^\\/\"'<>|:*?\n]+)*)"),
    _rule(
        "user",
        r"[a-z]:[\\/]+(?:users|documents and settings)[\\/]+(?P<x>[^\\/\"'<>|:*?\n]+?)(?=[\\/\"']|$)",
        _I | re.MULTILINE,
    ),
    # What people name folders after; where programs stand stays.
    _rule(
        "folder",
        r"(?<!\w)[a-z]:[\\/]+(?!(?:program ?files|program ?data|windows|users|documents and settings)\b)"
        r"(?![^\"'<>|:*?\n\[\]]*\.(?:py|pyd|dll|exe)\b)"
        r"(?P<x>[^\\/\"'<>|:*?\n\[\]]+(?:[\\/]+[^\\/\"'<>|:*?\n\[\]]+)*)(?=[\\/])",
        _I,
    ),
    _rule("user", r"/(?:home|Users)/(?P<x>[^\\/\"'\s:]+)"),
    _rule("file", rf"(?P<x>[^\\/\"'\n<>|:*?=(\[\],]{{1,200}})\.(?:{_FILES})\b", _I),
    _rule("subject", r"(?:\bV/v|\bvề việc|\btrích yếu)\s*:?\s+(?P<x>[^\"\n\[]{3,400})", _I),
    _rule(
        "number",
        rf"(?<![\w/])\d{{1,6}}(?:/(?:19|20)\d\d)?/[{_UPPER}]{{1,8}}\d{{0,2}}(?:[-–][{_UPPER}&.]{{1,14}}){{0,4}}"
        r"(?![\w/])",
    ),
    # As the Party's organs number: 12-QĐ/TU.
    _rule(
        "number",
        rf"(?<![\w/.-])\d{{1,6}}[-–][{_UPPER}]{{2,5}}/[{_UPPER}]{{1,8}}(?:[-–][{_UPPER}]{{1,8}})?(?![\w/])",
    ),
    _rule("number", r"\bsố\s*:\s*(?P<x>\d{1,6})\b", _I),
    _rule("name", r"\b(?:CN|SERIALNUMBER|UID|GIVENNAME|SURNAME|EMAILADDRESS|OU)\s*=\s*(?P<x>[^,;\"\n+\[]+)"),
    _rule("name", r"\b(?:Common Name|Serial Number|Email Address|Organizational Unit)\s*:\s*(?P<x>[^,;\"\n\[]+)"),
    _rule(
        "serial",
        r"\bserial(?:[ _-]?(?:number|no))?[\"']?(?:\s*[:=]\s*|\s+)[\"']?(?P<x>[0-9A-F]{6,}(?::?[0-9A-F]+)*)",
        _I,
    ),
    _rule("address", r"(?<![\w.:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}(?![\w:])", _I),
    _rule("address", r"(?<![\w-])(?:[0-9A-F]{2}-){5}[0-9A-F]{2}(?![\w-])", _I),
    _rule(
        "address",
        r"(?<![\w:])(?=[a-f:]*\d)[0-9a-f]{3,4}:(?:[0-9a-f]{1,4}:){0,5}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?(?![\w:])",
        _I,
    ),
    _rule("address", r"(?<![\w:])fe80::[0-9a-f:]+(?:%\w+)?", _I),
    _rule(
        "address",
        r"(?<![\w.])(?!127\.|0\.0\.0\.0)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]|-\d)",
    ),
    _rule("number", r"(?<![\w.-])\d{9,19}(?:-\d{3})?(?![\w.]|-\w)"),
    _rule("phone", r"(?<![\w.+-])(?!\d\d[-./]\d\d[-./]\d{4})(?!0\.\d{4})(?:\+?84|0)[ .-]?\d(?:[ .-]?\d){7,9}(?![\w])"),
    _rule(
        "secret",
        r"(?<![\w/+-])(?=[A-Za-z_+-]*\d)(?=[A-Z0-9_+-]*[a-z])(?=[a-z0-9_+-]*[A-Z])[A-Za-z0-9_+-]{40,}={0,2}",
    ),
    _rule(
        "name",
        rf"(?<!\w)(?:{'|'.join((*FAMILY_NAMES, *(n.upper() for n in FAMILY_NAMES), *PLAIN_FAMILY_NAMES))})"
        rf"(?:[ \u00a0]+[{_UPPER}]\w*(?:['’]\w+)?){{1,5}}",
    ),
    _rule(
        "name",
        r"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí|Đ/c|đ/c)[ \u00a0]+"
        rf"(?P<x>[{_UPPER}]\w*(?:['’]\w+)?(?:[ \u00a0]+[{_UPPER}]\w*(?:['’]\w+)?){{0,5}})",
    ),
)  # fmt: skip

_URL = re.compile(r"\b(?:https?|wss?|ftp|file|ldaps?|socks[45]?)://(?:[^\s\"'<>\])}\[]|\[\[|\]\])+", _I)
_SERVICE = re.compile(r"(?:^|\.)(?:ocsp|crl|tsa|ca|pki)\d*[.-]|-ca\.|\.gov\.vn$")
"""Hosts of the State and of certificate services: they say nothing of a person."""
_QUOTED = re.compile(r"(?<!File )(?P<q>[\"'“])(?P<x>[^\"'“”\n\[]*[ \t\u00a0][^\"'“”\n\[]*)(?:(?P=q)|”)")
_RUN = re.compile(r"[^\"'“”\n\[\]{}()<>=:;|\\]+")
_IDENTIFIER = re.compile(r"(?=[^\d]*\d)[A-Za-z0-9][A-Za-z0-9._:-]{0,79}")

_WORDED_KEYS = frozenset(
    {
        "subject", "title", "label", "reason", "note", "message", "words", "description", "place", "phone", "email",
        "serial", "serialnumber", "username", "person", "author", "signer", "query", "search", "filename", "issuer",
        "recipient", "content", "notation", "address", "displayname", "fullname",
    }
)  # fmt: skip
_OWN_KEYS = frozenset(
    {"serial", "serialnumber", "label", "phone", "email", "username", "fullname", "displayname", "who"}
)
"""Of what is one person's, whatever it looks like."""
_PLAIN_KEYS = frozenset({"timestamp", "level", "logger"})
_MOST_NUMBER = 10**8
"""A number from here on may be somebody's; none of the counts and seconds that are logged is as large."""
MOST_LINE = 8_000
"""Characters of a line of a log; what is beyond is cut off."""


class Redaction:
    """One report's: what is the same is marked alike in all its parts.

    Args:
        known: words of this machine and what they are ("user", "computer", "account"); also without diacritics, and
            written together.
        hosts: of the office's own services, which stay.

    Attributes:
        taken: how often each kind was taken out so far.
    """

    def __init__(self, known: Mapping[str, str] | None = None, hosts: Collection[str] = ()) -> None:
        self.taken: Counter[str] = Counter()
        self._numbers: dict[tuple[str, str], int] = {}
        self._clean: set[str] = set()
        self._hosts = {host.lower() for host in hosts} | {"127.0.0.1", "::1", "localhost"}
        self._kinds = {form: (kind, word) for word, kind in (known or {}).items() for form in _forms(word)}
        self._known = _any_of(self._kinds)

    def text(self, text: str) -> str:
        """A text for people."""
        # What holds a mark is left as it is: addresses and secrets go as a whole, before a name within them does.
        said = self._by(_SECRETS, _URL.sub(lambda found: self._url(found[0]), _nfc(text)))
        if self._known is not None:
            said = self._known.sub(lambda found: self._mark(*self._kinds[found[0].casefold()]), said)
        return self._by(RULES, said)

    def address(self, url: str, *, path: bool = True) -> str:
        """An address without a name, a password and a query in it; its host stays where it is the office's own."""
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return self._mark("address", url)
        shown = host if host in self._hosts or _SERVICE.search(host) else self._mark("host", host) if host else ""
        if parts.username or parts.password:
            shown = f"{self._mark('secret', parts.netloc)}@{shown}"
        said = f"{parts.scheme}://{shown}" + (f":{port}" if port else "")
        if path:
            said += parts.path
        elif parts.path:
            said += f"/{self._mark('path', parts.path)}" if parts.path != "/" else "/"
        return said + (f"?{self._mark('query', parts.query)}" if parts.query else "")

    def log(self, text: str) -> str:
        """Lines of a log: in those of JSON each value by its key. Nothing in our logs is Vietnamese, so that whatever
        is was written by somebody.
        """
        return "\n".join(self._line(line) for line in text.split("\n"))

    def trace(self, text: str) -> str:
        """What was logged as one value, and the trace of an error: what an error quotes goes."""
        said = self.text(text)
        said = _QUOTED.sub(lambda found: self._cut("text", found), said)
        return _RUN.sub(lambda found: self._foreign(found[0]), said)

    def value(self, value: Any, key: str = "", *, logged: bool = False) -> Any:
        """The same of what JSON is made of, whole; a key that names a secret or somebody's words takes its value."""
        plain = _plain(key).replace("_", "").replace("-", "").replace(" ", "").replace(".", "")
        if isinstance(value, dict):
            if value and is_secret_whole(plain):
                return self._mark("secret", str(value))
            return {self.text(str(name)): self.value(each, str(name), logged=logged) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(each, key, logged=logged) for each in value]
        if value is not None and value != "" and not isinstance(value, bool) and is_secret(plain, str(value)):
            return self._mark("secret", str(value))
        if isinstance(value, str):
            return self._string(value, plain, logged=logged)
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _MOST_NUMBER and logged:
            return self._mark("number", str(value))
        return value

    def _string(self, value: str, key: str, *, logged: bool) -> str:
        if key in _PLAIN_KEYS or not value:
            return value
        if key in _OWN_KEYS or (key in _WORDED_KEYS and not _IDENTIFIER.fullmatch(value)):
            return self._mark("text", value)
        if value in self._clean:
            return value
        said = self.trace(value) if logged else self.text(value)
        if said == value and logged and len(value) < 80:
            self._clean.add(value)
        return said

    def _by(self, rules: Sequence[Rule], said: str) -> str:
        for rule in rules:
            said = rule.pattern.sub(lambda found, kind=rule.kind: self._cut(kind, found), said)
        return said

    def _url(self, url: str) -> str:
        return url if MARK.search(url) else self.address(url, path=False)

    def _line(self, line: str) -> str:
        if len(line) > MOST_LINE:
            line = f"{line[:MOST_LINE]}…"
        if line.startswith("{"):
            try:
                return json.dumps(self.value(json.loads(line), logged=True), ensure_ascii=False)
            except (ValueError, RecursionError):
                return self.trace(line)
        return self.trace(line)

    def _cut(self, kind: str, found: re.Match[str]) -> str:
        """The match with its mark in place of what is taken; marks that are there already stay."""
        group = "x" if "x" in found.re.groupindex else 0
        taken = found[group]
        if MARK.search(taken):
            return found[0]
        mark = self._mark(kind, taken.strip())
        before = taken[: len(taken) - len(taken.lstrip())]
        start, end = (place - found.start() for place in found.span(group))
        return found[0][:start] + before + mark + found[0][end:]

    def _foreign(self, found: str) -> str:
        if found.isascii() or not any(c.isalpha() and not c.isascii() for c in found):
            return found
        kept = found[: len(found) - len(found.lstrip())], found[len(found.rstrip()) :]
        return kept[0] + self._mark("text", found.strip()) + kept[1]

    def _mark(self, kind: str, taken: str) -> str:
        self.taken[kind] += 1
        number = self._numbers.setdefault((kind, taken.casefold()), 1 + sum(k == kind for k, _ in self._numbers))
        return f"[[{kind}#{number}]]"


def marks(text: str) -> Counter[str]:
    """How many marks of each kind stand in a text."""
    return Counter(found[1] for found in MARK.finditer(text))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _plain(text: str) -> str:
    """Small, without diacritics."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in parts if not unicodedata.combining(c))


def _forms(word: str) -> set[str]:
    """A word as it may be written elsewhere: as it is, without diacritics, written together."""
    whole = _nfc(word).strip().casefold()
    plain = _plain(whole)
    together = plain.replace(" ", "")
    return {form for form in (whole, plain, together) if len(form) >= 3}


def _any_of(words: Collection[str]) -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", _I)
