"""What the settings of a room may do with the key of its profile. Knows the ground, the keys and the vault."""

from __future__ import annotations

from collections.abc import Callable

from desktop.presenters.lock_settings import Held, LockSettings
from desktop.room.ground import Ground
from desktop.session.vault import ProfileVault
from desktop.unlocking import ProfileKeys


def lock_settings(ground: Ground, keys: ProfileKeys, rotate: Callable[[], object]) -> LockSettings:
    """To set a passphrase, and to have another key.

    Args:
        rotate: called when the profile is to have another key.
    """
    account = ground.session.account
    vault = ProfileVault(account, ground.session.cache.profile.directory)
    held = Held(
        account.name or account.username,
        vault,
        resting=lambda: keys(account, vault.folder),
        rests=lambda: keys.rests(account, vault),
        rotate=rotate,
    )
    return LockSettings(ground.lanes, held, ground.say)
