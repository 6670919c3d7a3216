"""The key of a profile in Windows' Credential Manager."""

from __future__ import annotations

import secrets
import tempfile
import unittest
from pathlib import Path

from desktop.session.profile import Account
from desktop.session.vault import ProfileVault


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
