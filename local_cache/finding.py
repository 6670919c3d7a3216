"""Which key opens a profile: never a new one where there is one already. Knows `keys`, `rotation`, `profile`."""

from __future__ import annotations

from pathlib import Path

from local_cache.errors import KeyLost
from local_cache.keyfile import KeyFile
from local_cache.keys import KeySource, MasterKey
from local_cache.profile import Profile
from local_cache.rotation import current_key


def key_for(directory: Path, source: KeySource) -> MasterKey:
    """The profile's key from where it is kept; a new one is made for a new profile only.

    A key that was replaced meanwhile (the program was killed before it could keep the new one) is kept anew.

    Raises:
        KeyLost: there is a profile, and the source has no key for it (a new Windows account, a keyring that was reset).
        KeyringFailed
    """
    kept = source.load()
    if kept is None:
        if Profile(directory).exists():
            raise KeyLost(directory, ways_left(directory))
        return source.create()
    key = current_key(directory, kept)
    if key != kept:
        source.store(key)
    return key


def ways_left(directory: Path) -> tuple[str, ...]:
    """By what a profile can be opened besides the keyring: "passphrase", "recovery"."""
    wraps = KeyFile(directory).wraps()
    return tuple(way for way in ("passphrase", "recovery") if way in wraps)
