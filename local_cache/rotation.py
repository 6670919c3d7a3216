"""Another key for a profile, whatever happens in the middle: a kill at any instant leaves one that opens with either.

Stages, noted in the key file, each reached by one atomic rename; whoever opens the profile next goes on from there:

    building   both databases are copied, sealed under the new key, into `rotation/`; the old ones are what counts
    swapping   the new ones are what counts: they take the old ones' places, the sealed files take their new names,
               and what is only readable under the old key (damaged files set aside, backups) is removed
    done       the old key opens nothing any more but the note that leads to the new one

The note seals each key under the other. It goes when the profile is first opened by the new key itself: from then on
the old key is worth nothing. Knows `recovery`, `blobs`, `keys`, `keyfile`.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from local_cache import blob_keys
from local_cache.engine import Database
from local_cache.errors import CacheError, DamagedCache, WrongKey, disk_errors
from local_cache.keyfile import KeyFile
from local_cache.keys import MasterKey, reseal
from local_cache.profile import Profile, remove_log, sync_folder
from local_cache.recovery import check_key, open_cache_database, open_outbox_database

Progress = Callable[[float], None]
"""Told the part done, 0 to 1. Raising in it gives the rotation up, as long as nothing was swapped."""


def rotate_key(directory: Path, old: MasterKey, new: MasterKey, *, progress: Progress | None = None) -> None:
    """Give a closed profile another key; the wraps by passphrase and recovery key follow.

    When this returns the new key is the profile's. Keep it (keyring), then open the profile by it: with that the old
    one is forgotten. An error leaves the profile as it was, under the old key. Needs room for a second copy of both
    databases meanwhile.

    Args:
        old: the key that opens the profile now, as `current_key` gives it.

    Raises:
        CannotRotate, WrongKey, DamagedCache, DiskFull, ProfileInUse, NewerSchema
    """
    with Profile(directory) as profile:
        if settle(profile, old) != old:
            raise WrongKey(str(directory))
        check_key(profile, old)
        file = KeyFile(directory)
        reseal(file.wraps(), old, new)  # told now if it cannot be done
        file.change(rotation=_note("building", old, new))
        try:
            _build(profile, old, new, progress or _silent)
            _commit(profile, old, new)
        except BaseException:
            _give_up(profile)
            raise
        # From here on the new key is the profile's: what fails now is done at the next opening.
        with contextlib.suppress(CacheError, OSError):
            _swap(profile, old, new)


def current_key(directory: Path, key: MasterKey) -> MasterKey:
    """The key that opens the profile now: the one given, or the one that has taken its place.

    Whoever keeps keys asks this of a key it kept, and keeps what comes back: a program that was killed between a
    rotation and the keyring finds the new key so.
    """
    note = KeyFile(directory).rotation()
    pair = None if note is None else _pair(note, key)
    return key if note is None or pair is None or note["stage"] == "building" else pair[1]


def settle(profile: Profile, key: MasterKey) -> MasterKey:
    """At opening, with the profile held: finish what a kill cut off. Returns the key by which to open.

    What cannot be finished now (a full disk, a damaged file) waits for the next opening: the old key still counts.
    """
    note = KeyFile(profile.directory).rotation()
    pair = None if note is None else _pair(note, key)
    if note is None or pair is None:
        return key
    old, new = pair
    if note["stage"] == "building":
        try:
            _build(profile, old, new, _silent)
            _commit(profile, old, new)
        except (CacheError, OSError):
            with contextlib.suppress(CacheError, OSError):
                _clear(profile)
            return old
    if note["stage"] != "done":
        _swap(profile, old, new)
    if hmac.compare_digest(key.check_value(), new.check_value()):
        KeyFile(profile.directory).change(rotation=None)
    return new


def _note(stage: str, old: MasterKey, new: MasterKey) -> dict[str, Any]:
    note = {"stage": stage, "old": old.check_value().hex(), "new": new.check_value().hex()}
    note["forward"] = _seal(old, new, note["new"])
    if stage != "done":
        note["back"] = _seal(new, old, note["old"])
    return note


def _pair(note: dict[str, Any], key: MasterKey) -> tuple[MasterKey, MasterKey] | None:
    """(old, new) by either of them; None for a third, or a note that makes no sense. Done needs the new one only."""
    try:
        check = key.check_value().hex()
        if check == note["new"]:
            return (_unseal(key, note["back"], note["old"]) if note["stage"] != "done" else key), key
        return (key, _unseal(key, note["forward"], note["new"])) if check == note["old"] else None
    except (InvalidTag, KeyError, TypeError, ValueError):
        return None


def _seal(under: MasterKey, key: MasterKey, check: str) -> str:
    nonce = secrets.token_bytes(12)
    return (nonce + AESGCM(under.derive("rotation")).encrypt(nonce, key.reveal(), check.encode())).hex()


def _unseal(under: MasterKey, sealed: str, check: str) -> MasterKey:
    data = bytes.fromhex(sealed)
    return MasterKey(AESGCM(under.derive("rotation")).decrypt(data[:12], data[12:], check.encode()))


def _build(profile: Profile, old: MasterKey, new: MasterKey, progress: Progress) -> None:
    """Both databases under the new key, beside the old ones.

    A damaged file is not repaired here: opening does so, and tells.
    """
    _clear(profile)
    with disk_errors():
        profile.rotation.mkdir(mode=0o700)
    sizes = [path.stat().st_size if path.exists() else 0 for path in (profile.outbox, profile.cache)]
    share = sizes[0] / max(1, sum(sizes))
    kept, _ = open_outbox_database(profile, old, repair=False)
    with closing(kept):
        _copy(kept, profile, new, lambda part: progress(part * share))
    state, _ = open_cache_database(profile, old, repair=False, cache_kib=2048)
    with closing(state):
        _copy(state, profile, new, lambda part: progress(share + part * (1 - share)))
    target = Database(profile.rotation / profile.outbox.name, new.derive(profile.outbox.name), durable=True)
    with closing(target):
        blob_keys.rewrap(target, old, new)
        if target.check():
            raise DamagedCache(target.path, "the copy is not sound")
        target.checkpoint()
    with disk_errors():
        for path in profile.rotation.iterdir():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        sync_folder(profile.rotation)
        sync_folder(profile.directory)


def _copy(source: Database, profile: Profile, new: MasterKey, progress: Progress) -> None:
    name = source.path.name
    with closing(Database(profile.rotation / name, new.derive(name), durable=True)) as target:
        source.copy(target, progress)


def _commit(profile: Profile, old: MasterKey, new: MasterKey) -> None:
    """From this rename on the new key is the profile's."""
    file = KeyFile(profile.directory)
    wraps = reseal(file.wraps(), old, new)
    file.change(check=new.check_value().hex(), wraps=wraps, rotation=_note("swapping", old, new))


def _swap(profile: Profile, old: MasterKey, new: MasterKey) -> None:
    """Each step does nothing where it was done already."""
    for path in (profile.outbox, profile.cache):
        fresh = profile.rotation / path.name
        if fresh.exists():
            with disk_errors():
                remove_log(path)
                fresh.replace(path)
    sync_folder(profile.directory)
    database = Database(profile.outbox, new.derive(profile.outbox.name), durable=True)
    with closing(database):
        blob_keys.rename(profile.blobs, database, old, new)
    for folder in (profile.aside, profile.backups):
        shutil.rmtree(folder, ignore_errors=True)
    (profile.directory / "key.damaged").unlink(missing_ok=True)
    _clear(profile)
    KeyFile(profile.directory).change(rotation=_note("done", old, new))


def _give_up(profile: Profile) -> None:
    """Where even this fails, the next opening by the old key finishes what was begun; `current_key` tells."""
    file = KeyFile(profile.directory)
    note = file.rotation()
    if note is not None and note["stage"] == "building":
        with contextlib.suppress(CacheError, OSError):
            _clear(profile)
            file.change(rotation=None)


def _clear(profile: Profile) -> None:
    if profile.rotation.exists():
        with disk_errors():
            shutil.rmtree(profile.rotation)


def _silent(_: float) -> None:
    pass
