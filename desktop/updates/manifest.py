"""The signed announcement of a version: its form, who may sign it, and what it is worth here. Pure; knows cryptography.

The form is JSON (UTF-8) beside a detached Ed25519 signature over its exact bytes (RFC 8032), base64, one a line. What
is refused, and why, follows The Update Framework's list of attacks: another's key, rollback, freeze, mix-and-match,
endless data, and fast-forward (what was seen under a key counts only while that key is pinned).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

PRODUCT = "tacnghiep"
NAME = "tacnghiep.update.json"
"""What the announcement is called where it lies; its signature is called the same with ``.sig`` behind."""
FORMAT = 1
MOST_BYTES = 64 << 10
MOST_SIGNATURE_BYTES = 4 << 10
MOST_FILE_BYTES = 2 << 30
MOST_FILES = 8
MOST_NOTES = 8000
"""Characters of what is told about a version, in one language."""
MOST_SEQUENCE = 1 << 53
EARLY = timedelta(days=2)
"""By how much a clock here may be behind the publisher's."""

Kind = Literal["msi", "setup"]
_SUFFIX: dict[Kind, str] = {"msi": ".msi", "setup": ".exe"}
# Never the name of a device, a hidden file or a folder; Windows takes no trailing dot.
_FILE_NAME = re.compile(r"tacnghiep-[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(msi|exe)")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,4})")
_WINDOWS = re.compile(r"([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,6})")
_RUNNING = re.compile(r"([0-9]{1,5})\.([0-9]{1,5})\.([0-9]{1,5})(?:[+.\-].*)?")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_DIGEST = re.compile(r"[0-9a-f]{64}")

Version = tuple[int, int, int]


class UpdateRefused(Exception):
    """What was announced or fetched is not taken.

    Attributes:
        code: noKey, badKey, notSigned, badSignature, tooLarge, wrongShape, otherProduct, newerFormat, replayed,
            sequenceReused, notYet; of files: noFile, digestMismatch, unsafeFolder, diskFull, unreadable, inUse;
            of installing: notSystem, notWindows, notInstalled, notStarted, notAllowed,
            unsafeProgram, badAuthenticode.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".rstrip())
        self.code = code


@dataclass(frozen=True)
class UpdateFile:
    """One package: ``size`` in bytes, ``sha256`` in hexadecimal digits."""

    name: str
    size: int
    sha256: str
    kind: Kind


@dataclass(frozen=True)
class Manifest:
    """An announcement whose form is sound.

    Attributes:
        version: of three numbers, as Windows Installer compares them.
        sequence: grows with each announcement, also one of the same version; guards against old ones put back.
        published, expires: in UTC; beyond ``expires`` the source is stale and nothing of it is installed.
        minimum_windows: the least Windows, as (major, minor, build).
        notes: what is new, by language (vi, en), plain text.
    """

    version: Version
    sequence: int
    published: datetime
    expires: datetime
    files: tuple[UpdateFile, ...]
    minimum_windows: Version = (10, 0, 17763)
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def version_text(self) -> str:
        return ".".join(map(str, self.version))

    def file(self, kind: Kind) -> UpdateFile | None:
        """The package of that kind, where there is one."""
        return next((one for one in self.files if one.kind == kind), None)


@dataclass(frozen=True)
class Seen:
    """The newest announcement that was believed here: ``digest`` of its bytes, ``key`` that it was signed by."""

    sequence: int
    digest: str
    key: str


@dataclass(frozen=True)
class Believed:
    """An announcement that somebody signed whose key is pinned, and the mark of it that is to be kept."""

    manifest: Manifest
    seen: Seen


Worth = Literal["new", "current", "older", "stale", "windowsTooOld"]
"""What it is worth here: something newer; what runs here; older than that; expired; only for a newer Windows."""


def keys_of(text: str) -> tuple[Ed25519PublicKey, ...]:
    """The pinned keys: raw public keys in base64, several (while one takes over from another) apart by space or comma.

    Raises:
        UpdateRefused: noKey, badKey.
    """
    found = []
    for word in re.split(r"[\s,;]+", text.strip()):
        if not word:
            continue
        try:
            found.append(Ed25519PublicKey.from_public_bytes(base64.b64decode(word, validate=True)))
        except (binascii.Error, ValueError):
            raise UpdateRefused("badKey") from None
    if not found:
        raise UpdateRefused("noKey")
    return tuple(found)


def key_text(key: Ed25519PublicKey) -> str:
    """As it stands in the policy."""
    return base64.b64encode(key.public_bytes_raw()).decode("ascii")


def believed(data: bytes, signature: bytes, keys: Sequence[Ed25519PublicKey], seen: Seen | None) -> Believed:
    """Read an announcement, its signature first: nothing else of it is looked at before that.

    Raises:
        UpdateRefused: notSigned, badSignature, tooLarge, wrongShape, otherProduct, newerFormat, replayed,
            sequenceReused.
    """
    if len(data) > MOST_BYTES or len(signature) > MOST_SIGNATURE_BYTES:
        raise UpdateRefused("tooLarge")
    signer = _signer(data, signature, keys)
    manifest = parse(data)
    mark = Seen(manifest.sequence, hashlib.sha256(data).hexdigest(), key_text(signer))
    # A stolen key could have run ahead of every sequence to come; with the key that memory goes too.
    if seen is not None and seen.key in {key_text(one) for one in keys}:
        if manifest.sequence < seen.sequence:
            raise UpdateRefused("replayed", f"{manifest.sequence} < {seen.sequence}")
        if manifest.sequence == seen.sequence and mark.digest != seen.digest:
            raise UpdateRefused("sequenceReused", str(manifest.sequence))
    return Believed(manifest, mark)


def _signer(data: bytes, signature: bytes, keys: Sequence[Ed25519PublicKey]) -> Ed25519PublicKey:
    try:
        lines = [base64.b64decode(line, validate=True) for line in signature.split()]
    except (binascii.Error, ValueError):
        raise UpdateRefused("notSigned") from None
    if not lines or any(len(line) != 64 for line in lines):
        raise UpdateRefused("notSigned")
    for key in keys:
        for line in lines:
            try:
                key.verify(line, data)
            except InvalidSignature:
                continue
            return key
    raise UpdateRefused("badSignature")


def worth(manifest: Manifest, running: str, now: datetime, windows: Version | None) -> Worth:
    """What a believed announcement is worth on this machine.

    Args:
        running: the version that runs here, as the program tells it; "1.2.0+test" counts as 1.2.0.
        now: aware.
        windows: this Windows; None where it is none.

    Raises:
        UpdateRefused: notYet, where it claims to have been published beyond any doubt about clocks.
    """
    if manifest.published > now + EARLY:
        raise UpdateRefused("notYet")
    if now > manifest.expires:
        return "stale"
    here = running_version(running)
    if manifest.version <= here:
        return "current" if manifest.version == here else "older"
    if windows is not None and windows < manifest.minimum_windows:
        return "windowsTooOld"
    return "new"


def running_version(text: str) -> Version:
    """The three numbers of what runs here; the largest there is where it says none: nothing is newer than a source."""
    found = _RUNNING.fullmatch(text)
    if found is None:
        return (1 << 30, 0, 0)
    return int(found[1]), int(found[2]), int(found[3])


def parse(data: bytes) -> Manifest:
    """The form alone. Properties that a newer publisher adds are passed over.

    Raises:
        UpdateRefused: wrongShape, otherProduct, newerFormat.
    """
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise UpdateRefused("wrongShape") from None
    if not isinstance(value, dict):
        raise UpdateRefused("wrongShape")
    if value.get("product") != PRODUCT:
        raise UpdateRefused("otherProduct")
    if value.get("format") != FORMAT or isinstance(value["format"], bool):
        raise UpdateRefused("newerFormat")
    return _manifest(value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: two readers could take it differently."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("twice")
    return made


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _manifest(value: Mapping[str, Any]) -> Manifest:
    listed = value.get("files")
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_FILES:
        raise UpdateRefused("wrongShape", "files")
    files = tuple(_file(one) for one in listed)
    names = {one.name.lower() for one in files}
    if len(names) != len(files) or len({one.kind for one in files}) != len(files):
        raise UpdateRefused("wrongShape", "files")
    published, expires = _moment(value.get("published")), _moment(value.get("expires"))
    if expires <= published:
        raise UpdateRefused("wrongShape", "expires")
    return Manifest(
        _numbers(value.get("version"), _VERSION),
        _whole(value.get("sequence"), 1, MOST_SEQUENCE),
        published,
        expires,
        files,
        _numbers(value.get("minimumWindows", "10.0.17763"), _WINDOWS),
        _notes(value.get("notes", {})),
    )


def _file(value: Any) -> UpdateFile:
    if not isinstance(value, dict):
        raise UpdateRefused("wrongShape", "files")
    name, digest, kind = value.get("name"), value.get("sha256"), value.get("kind")
    if not (isinstance(name, str) and isinstance(digest, str) and isinstance(kind, str)):
        raise UpdateRefused("wrongShape", "files")
    if kind not in _SUFFIX or not _FILE_NAME.fullmatch(name) or not name.endswith(_SUFFIX[kind]):
        raise UpdateRefused("wrongShape", "name")
    if not _DIGEST.fullmatch(digest):
        raise UpdateRefused("wrongShape", "sha256")
    return UpdateFile(name, _whole(value.get("size"), 1, MOST_FILE_BYTES), digest, kind)


def _whole(value: Any, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise UpdateRefused("wrongShape", "number")
    return value


def _numbers(value: Any, form: re.Pattern[str]) -> Version:
    found = form.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise UpdateRefused("wrongShape", "version")
    major, minor, build = int(found[1]), int(found[2]), int(found[3])
    # Windows Installer's own bounds (ProductVersion).
    if form is _VERSION and (major > 255 or minor > 255 or build > 65535):
        raise UpdateRefused("wrongShape", "version")
    return major, minor, build


def _moment(value: Any) -> datetime:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise UpdateRefused("wrongShape", "time")
    try:
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise UpdateRefused("wrongShape", "time") from None


def _notes(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise UpdateRefused("wrongShape", "notes")
    found = {name: value[name] for name in ("vi", "en") if name in value}
    if not all(isinstance(one, str) and len(one) <= MOST_NOTES and _whole_text(one) for one in found.values()):
        raise UpdateRefused("wrongShape", "notes")
    return found


def _whole_text(text: str) -> bool:
    """Whether it can be shown and kept: no half of a surrogate pair."""
    return not any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)


def encode(manifest: Manifest) -> bytes:
    """As it is published: what `parse` reads back to the same."""
    form = "%Y-%m-%dT%H:%M:%SZ"
    value = {
        "format": FORMAT,
        "product": PRODUCT,
        "version": manifest.version_text,
        "sequence": manifest.sequence,
        "published": manifest.published.astimezone(UTC).strftime(form),
        "expires": manifest.expires.astimezone(UTC).strftime(form),
        "minimumWindows": ".".join(map(str, manifest.minimum_windows)),
        "files": [asdict(one) for one in manifest.files],
        "notes": dict(manifest.notes),
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
