"""Which key opens a profile: the one kept, the one that took its place, and a new one for a new profile only."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_cache import MasterKey, key_for, open_cache, rotate_key, ways_left
from local_cache.errors import KeyLost, WrongKey
from local_cache.keys import EphemeralKeys, PassphraseKeys
from tests.local_cache.samples import act


class Keyring(EphemeralKeys):
    """A keyring that forgets everything when it is made anew, as one does when a Windows password is reset."""


def _fill(folder: Path, key: MasterKey) -> None:
    with open_cache(folder, key) as cache:
        cache.outbox.append(act(1))


def test_a_new_profile_gets_a_new_key_and_keeps_it(folder: Path) -> None:
    keyring = Keyring()
    key = key_for(folder, keyring)
    assert key_for(folder, keyring) == key, "a start that was cut short made no profile yet"
    _fill(folder, key)
    assert key_for(folder, keyring) == key


@pytest.mark.parametrize("left", ["all", "key.json", "outbox.db", "cache.db"])
def test_a_keyring_that_lost_the_key_gets_no_new_one(folder: Path, left: str) -> None:
    _fill(folder, key_for(folder, Keyring()))
    for path in list(folder.iterdir()):
        if path.is_file() and path.name != left and left != "all":
            path.unlink()
    keyring = Keyring()
    with pytest.raises(KeyLost) as caught:
        key_for(folder, keyring)
    assert caught.value.code == "keyLost"
    assert caught.value.ways == ()
    assert keyring.load() is None


def test_what_ways_remain_is_said_and_opens(folder: Path) -> None:
    key = key_for(folder, Keyring())
    _fill(folder, key)
    PassphraseKeys(folder, cost=(1, 64, 1)).add(key, "mật khẩu")
    keyring = Keyring()
    with pytest.raises(KeyLost) as caught:
        key_for(folder, keyring)
    assert caught.value.ways == ways_left(folder) == ("passphrase",)
    keyring.store(PassphraseKeys(folder).unlock("mật khẩu"))
    with open_cache(folder, key_for(folder, keyring)) as cache:
        assert cache.outbox.count() == 1


def test_zero_length_files_are_no_profile(folder: Path) -> None:
    """As a full disk leaves them: there is nothing in them that a key could open."""
    folder.mkdir(parents=True)
    (folder / "cache.db").touch()
    (folder / "outbox.db").touch()
    with open_cache(folder, key_for(folder, Keyring())) as cache:
        assert not cache.opened.cache_renewed
        cache.outbox.append(act(1))


def test_another_profile_s_key_is_wrong_and_changes_nothing(folder: Path) -> None:
    _fill(folder, key_for(folder, Keyring()))
    keyring = Keyring()
    keyring.store(MasterKey.random())
    with pytest.raises(WrongKey):
        open_cache(folder, key_for(folder, keyring))


def test_a_key_that_was_replaced_before_the_keyring_knew_is_kept_anew(folder: Path) -> None:
    keyring = Keyring()
    old, new = key_for(folder, keyring), MasterKey.random()
    _fill(folder, old)
    rotate_key(folder, old, new)
    assert keyring.load() == old, "killed here"
    assert key_for(folder, keyring) == new
    assert keyring.load() == new
    with open_cache(folder, new) as cache:
        assert cache.outbox.count() == 1
    assert key_for(folder, keyring) == new
