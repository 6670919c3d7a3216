"""What can go wrong in the encrypted store, one class per cause, for those who must say it to a clerk.

Each error has a `code` (a reason code, never a sentence) and `args_for_message`; presenters make the sentence.
Knows nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import Any


class CacheError(Exception):
    """Base of all errors of the store.

    Attributes:
        code: the reason code, stable, for the message's catalogue.
        args_for_message: what the sentence needs (paths, numbers; never keys or content).
    """

    code = "cacheError"

    def __init__(self, detail: str = "", **args_for_message: Any) -> None:
        super().__init__(detail or self.code)
        self.args_for_message: dict[str, Any] = args_for_message


class WrongKey(CacheError):
    """The key is not this profile's. Nothing was changed: the files may be sound."""

    code = "wrongKey"


class KeyLost(CacheError):
    """The profile has a key, but it is not where it was kept: a new one would open nothing.

    Attributes:
        ways: by what the profile can still be opened: "passphrase", "recovery"; none if the key has to be found again.
    """

    code = "keyLost"

    def __init__(self, directory: Path, ways: tuple[str, ...]) -> None:
        super().__init__(str(directory), path=str(directory), ways=ways)
        self.ways = ways


class CannotRotate(CacheError):
    """A wrap of the key cannot be made anew without who made it; nothing was changed.

    Attributes:
        wrap: which: "passphrase" (unlock with it once), "recovery" (seal to the office's key once more).
    """

    code = "cannotRotate"

    def __init__(self, wrap: str) -> None:
        super().__init__(wrap, wrap=wrap)
        self.wrap = wrap


class DamagedCache(CacheError):
    """A database cannot be read although the key is right."""

    code = "damagedCache"

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(detail, path=str(path))
        self.path = path


class NewerSchema(CacheError):
    """A newer version of the program wrote this profile. It is refused, never deleted or changed."""

    code = "newerSchema"

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(f"schema {found}, known up to {known}", path=str(path), found=found, known=known)
        self.found = found
        self.known = known


class MigrationFailed(CacheError):
    """A profile of an older version could not be brought up to date; it is as it was."""

    code = "migrationFailed"

    def __init__(self, path: Path, found: int, known: int, detail: str = "") -> None:
        super().__init__(detail, path=str(path), found=found, known=known)
        self.found = found
        self.known = known


class DiskFull(CacheError):
    """The disk is full. The transaction was undone; what was stored before stands."""

    code = "diskFull"


class ProfileInUse(CacheError):
    """Another running program holds this profile."""

    code = "profileInUse"


class OnNetworkShare(CacheError):
    """The folder lies on a network drive, where locks and write-ahead logs cannot be trusted."""

    code = "onNetworkShare"


class CacheBusy(CacheError):
    """Another connection held the file longer than we wait."""

    code = "cacheBusy"


class CacheClosed(CacheError):
    """The cache was closed (locked, signed out, ending) while something still wanted it."""

    code = "cacheClosed"


class NoSafeKeyring(CacheError):
    """The system has no keyring that seals what it keeps; ask for a passphrase instead."""

    code = "noSafeKeyring"

    def __init__(self, backend: str) -> None:
        super().__init__(backend, backend=backend)
        self.backend = backend


class KeyringFailed(CacheError):
    """The system's keyring is safe but did not answer, is locked, or holds something that is no key."""

    code = "keyringFailed"


class WrongPassphrase(CacheError):
    """The passphrase (or recovery key) does not open the profile's key."""

    code = "wrongPassphrase"


class NotStored(CacheError):
    """No complete file with this digest is kept."""

    code = "notStored"


class DamagedFile(CacheError):
    """A sealed file does not open: bytes changed, cut or swapped."""

    code = "damagedFile"


class DigestMismatch(CacheError):
    """What came is not what was promised: SHA-256 differs."""

    code = "digestMismatch"


class ActConflict(CacheError):
    """An act with this identifier but other content is in the outbox already."""

    code = "actConflict"


class ItemConflict(CacheError):
    """An item of a batch is not where this step begins: it was signed, or its act has left, already."""

    code = "itemConflict"


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn the system's "no space left" (also a quota) into DiskFull; let other OSErrors through."""
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT) or getattr(error, "winerror", None) in (112, 39):
            raise DiskFull(str(error)) from error
        raise
