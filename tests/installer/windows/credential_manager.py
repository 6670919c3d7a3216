"""The key of a profile in Windows' Credential Manager."""

from __future__ import annotations

import secrets
import tempfile
import unittest
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from win32ctypes.pywin32 import win32cred  # pyright: ignore[reportMissingImports]

from desktop.session.profile import Account
from desktop.session.vault import ProfileVault
from local_cache import open_cache
from local_cache.errors import KeyLost, WrongKey
from local_cache.keys import MasterKey


class CredentialManager(unittest.TestCase):
    def setUp(self) -> None:
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = Path(held.name) / "profile"
        self.account = Account(secrets.token_hex(12), "https://central.example", "a1", "Trần Thị Mai", "mai")
        self.vault = ProfileVault(self.account, self.folder)

    def test_it_is_a_safe_keyring(self) -> None:
        self.assertTrue(self.vault.has_keyring())

    def test_the_same_key_comes_back(self) -> None:
        first = self.vault.from_keyring()
        again = ProfileVault(self.account, self.folder).from_keyring()
        self.assertEqual(first.check_value(), again.check_value())

    def entry(self) -> str:
        """The name under which Windows keeps it."""
        return f"tacnghiep:{self.account.key}"

    def used(self) -> MasterKey:
        """The key of a profile in which there is something to lose."""
        key = self.vault.from_keyring()
        open_cache(self.folder, key).close()
        self.vault.set_passphrase(key, "một cụm mật khẩu dài")
        return key

    def test_it_stays_on_this_machine(self) -> None:
        self.vault.from_keyring()
        kept = win32cred.CredRead(self.entry(), win32cred.CRED_TYPE_GENERIC)
        assert kept["Persist"] == 2, "CRED_PERSIST_LOCAL_MACHINE"
        assert len(kept["CredentialBlob"]) <= 2560

    def test_a_key_that_gave_way_is_kept_nowhere(self) -> None:
        self.vault.from_keyring()
        for _ in range(2):
            self.vault.replace_in_keyring(MasterKey.random())
        names = [one["TargetName"] for one in win32cred.CredEnumerate()]
        assert [name for name in names if self.account.key in name] == [self.entry()], names

    def test_a_lost_entry_is_told_and_the_passphrase_brings_it_back(self) -> None:
        key = self.used()
        win32cred.CredDelete(self.entry(), win32cred.CRED_TYPE_GENERIC)
        with self.assertRaises(KeyLost):
            self.vault.from_keyring()
        found = self.vault.from_passphrase("một cụm mật khẩu dài")
        self.vault.keep_in_keyring(found)
        assert self.vault.from_keyring() == key

    def test_a_lost_entry_is_brought_back_by_the_offices_key_too(self) -> None:
        key = self.used()
        office = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        spki = serialization.PublicFormat.SubjectPublicKeyInfo
        assert self.vault.keep_recovery(key, office.public_key().public_bytes(serialization.Encoding.PEM, spki))
        win32cred.CredDelete(self.entry(), win32cred.CRED_TYPE_GENERIC)
        secret = office.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.BestAvailableEncryption(b"k")
        )
        self.vault.keep_in_keyring(self.vault.from_recovery(secret, b"k"))
        assert self.vault.from_keyring() == key

    def test_anothers_key_is_refused_and_kept_beside(self) -> None:
        self.used()
        self.vault.replace_in_keyring(MasterKey.random())
        with self.assertRaises(WrongKey):
            self.vault.from_keyring()
