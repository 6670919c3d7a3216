"""Puts keys into Windows' Credential Manager: of a profile that lies here, and of one that lies elsewhere.

What was there already is written over once, and kept aside once, as the program does it.
"""

from __future__ import annotations

import unittest

from desktop.home import Home
from desktop.session.profile import Account, Accounts
from desktop.session.vault import ProfileVault
from local_cache.keys import MasterKey


def keep(account: Account, accounts: Accounts) -> None:
    vault = ProfileVault(account, accounts.folder(account))
    vault.replace_in_keyring(MasterKey.random())
    vault.replace_in_keyring(MasterKey.random())
    vault.keep_in_keyring(MasterKey.random())


class KeepKeys(unittest.TestCase):
    def test_they_are_kept(self) -> None:
        accounts = Accounts(Home.at(None).accounts)
        here = Account("a1" * 12, "https://central.example", "a1", "Trần Thị Mai", "mai@central.example")
        keep(here, accounts)
        accounts.keep(here)
        keep(Account("c3" * 12, "https://central.example", "a2", "Lê Thị Hoa", "hoa"), accounts)
