"""Makes and signs an announcement, for whoever publishes: the office, or those who build the installers.

Knows the manifest's rules. What is made is read back by the very rules by which machines will read it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from desktop.updates import manifest
from desktop.updates.manifest import Kind, Manifest, UpdateFile, UpdateRefused

DAYS = 180
"""For which an announcement holds, unless something else is said."""
_PACKAGE = re.compile(r"tacnghiep-(\d+\.\d+\.\d+)(?:-setup)?\.(msi|exe)")
_KINDS: dict[str, Kind] = {"msi": "msi", "exe": "setup"}


def packages(folder: Path, version: str = "") -> tuple[str, list[Path]]:
    """The installers of one version in a folder, as build_installer.py names them: the version and the files.

    Args:
        version: which; the only one there is when empty.

    Raises:
        UpdateRefused: noFile; severalVersions, where it has to be said which.
    """
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        named = _PACKAGE.fullmatch(path.name)
        if named is not None and path.is_file() and version in ("", named[1]):
            found.setdefault(named[1], []).append(path)
    if len(found) > 1:
        raise UpdateRefused("severalVersions", ", ".join(found))
    if not found:
        raise UpdateRefused("noFile", version)
    return next(iter(found.items()))


def make(
    version: str,
    files: Sequence[Path],
    now: datetime,
    *,
    days: int = DAYS,
    sequence: int | None = None,
    notes: Mapping[str, str] | None = None,
    minimum_windows: str = "10.0.17763",
) -> bytes:
    """An announcement, yet to be signed.

    Args:
        now: aware; when it is published.
        sequence: greater than any before; the seconds since 1970 where none is given, which always are.

    Raises:
        UpdateRefused: what machines would refuse.
    """
    published = now.astimezone(UTC).replace(microsecond=0)
    made = Manifest(
        _three(version),
        int(published.timestamp()) if sequence is None else sequence,
        published,
        published + timedelta(days=days),
        tuple(_file(path) for path in files),
        _three(minimum_windows),
        notes or {},
    )
    data = manifest.encode(made)
    if len(data) > manifest.MOST_BYTES:
        raise UpdateRefused("tooLarge")
    manifest.parse(data)
    return data


def sign(data: bytes, keys: Sequence[Ed25519PrivateKey]) -> bytes:
    """Its signatures, one a line: by the old key and the new one while one takes over from the other."""
    return b"".join(base64.b64encode(key.sign(data)) + b"\n" for key in keys)


def load_key(pem: bytes, password: bytes | None = None) -> Ed25519PrivateKey:
    """A private key, as ``openssl genpkey -algorithm ed25519`` makes it.

    Raises:
        UpdateRefused: badKey, also where the password is wrong or missing.
    """
    try:
        key = load_pem_private_key(pem, password if b"ENCRYPTED" in pem else None)
    except (ValueError, TypeError):
        raise UpdateRefused("badKey") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise UpdateRefused("badKey", type(key).__name__)
    return key


def publish(folder: Path, data: bytes, keys: Sequence[Ed25519PrivateKey]) -> tuple[Path, Path]:
    """Put the announcement and its signature into a folder, and read them as machines will.

    Raises:
        UpdateRefused: what machines would refuse.
        OSError: it cannot be written.
    """
    signature = sign(data, keys)
    public: list[Ed25519PublicKey] = [key.public_key() for key in keys]
    manifest.believed(data, signature, public, None)
    paths = folder / manifest.NAME, folder / f"{manifest.NAME}.sig"
    for path, content in zip(paths, (data, signature), strict=True):
        beside = path.with_name(path.name + ".new")
        beside.write_bytes(content)
        beside.replace(path)
    return paths


def _three(text: str) -> manifest.Version:
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", text)
    if found is None:
        raise UpdateRefused("wrongShape", "version")
    return int(found[1]), int(found[2]), int(found[3])


def _file(path: Path) -> UpdateFile:
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return UpdateFile(path.name, path.stat().st_size, digest, _KINDS.get(path.suffix.removeprefix("."), "msi"))
