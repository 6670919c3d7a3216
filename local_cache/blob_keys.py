"""What sealed files are named, and how their own keys are wrapped; both anew under another key of the profile.

Knows `engine`, `errors`, `keys`.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import re
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from local_cache.engine import Database
from local_cache.errors import disk_errors
from local_cache.keys import MasterKey
from local_cache.profile import sync_folder

_DIGEST = re.compile(r"[0-9a-f]{64}")
KEYS, NAMES = "blob keys", "blob names"
"""What the profile's key is used for here; see `MasterKey.derive`."""


def plain_digest(digest: str) -> str:
    """64 hex digits from a digest or a content-addressed blob id ("sha256-…"); ValueError for anything else."""
    plain = digest.removeprefix("sha256-").lower()
    if not _DIGEST.fullmatch(plain):
        raise ValueError("not a SHA-256 digest")
    return plain


def name_of(name_key: bytes, digest: str) -> Path:
    """Where a file lies below its folder."""
    name = hmac.new(name_key, digest.encode(), hashlib.sha256).hexdigest()[:40]
    return Path(name[:2]) / name[2:]


def wrapped(wrap: AESGCM, digest: str, key: bytes) -> bytes:
    """A file's own key, sealed for outbox.db."""
    nonce = secrets.token_bytes(12)
    return nonce + wrap.encrypt(nonce, key, digest.encode())


def rewrap(database: Database, old: MasterKey, new: MasterKey) -> None:
    """Seal the files' own keys under another key of the profile; one that does not open is left as it is."""
    before, after = AESGCM(old.derive(KEYS)), AESGCM(new.derive(KEYS))
    with database.writing() as connection:
        for digest, sealed in connection.exec_driver_sql("SELECT digest, key FROM blob").fetchall():
            with contextlib.suppress(InvalidTag):
                key = before.decrypt(sealed[:12], sealed[12:], digest.encode())
                connection.exec_driver_sql(
                    "UPDATE blob SET key = ? WHERE digest = ?", (wrapped(after, digest, key), digest)
                )


def rename(directory: Path, database: Database, old: MasterKey, new: MasterKey) -> None:
    """Give the files the names that another key of the profile gives them; can be repeated after a kill."""
    before, after = old.derive(NAMES), new.derive(NAMES)
    with database.reading() as connection:
        digests = connection.exec_driver_sql("SELECT digest FROM blob").scalars().all()
    folders: set[Path] = set()
    with disk_errors():
        for digest in digests:
            for suffix in ("", ".part"):
                source, target = (directory / name_of(key, digest).with_suffix(suffix) for key in (before, after))
                if source.exists():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    source.replace(target)
                    folders |= {source.parent, target.parent}
        for folder in folders:
            sync_folder(folder)
