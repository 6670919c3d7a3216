"""Accounts on this machine, each with a profile folder of its own. Knows settings' file writer alone.

What stands in clear is what the list of accounts must show before anything is unlocked: the central's address, and
the name under which the person signs in.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from desktop.session.settings import write_json

# The standard library's own: what the first window stands on reads nothing that it can do without.
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Account:
    """One person at one central, as this machine knows them.

    Attributes:
        key: the folder's name; follows from the central and the account.
        name: the person's name, as shown in the list of accounts.
        username: what the central calls them.
        practice: whether the central is a practice office.
        signed_in: False after signing out: the profile is opened again by signing in alone.
        locked: it was locked and not opened since: the next start asks who is there.
        unsent: how many acts waited in it when it was last looked at; a number, shown where the profile stays shut.
        certificates: digests of the person's certificates, whose tokens may unlock.
    """

    key: str
    central_url: str
    account_id: str
    name: str
    username: str
    practice: bool = False
    signed_in: bool = True
    used_at: str = ""
    locked: bool = False
    unsent: int = 0
    certificates: tuple[str, ...] = ()


def account_key(central_url: str, account_id: str) -> str:
    """The folder's name: one account at one central."""
    text = f"{central_url.rstrip('/').lower()}\n{account_id}"
    return hashlib.sha256(text.encode()).hexdigest()[:24]


_KINDS = {"str": str, "bool": bool, "int": int}


def _read(entry: Any) -> Account:
    """An account as it was written.

    Raises:
        TypeError: it is none.
    """
    written = entry if isinstance(entry, dict) else {}
    values: dict[str, Any] = {one.name: written[one.name] for one in fields(Account) if one.name in written}
    account = Account(**{**values, "certificates": tuple(values.get("certificates") or ())})
    for one in fields(Account):
        if not isinstance(getattr(account, one.name), _KINDS.get(str(one.type), tuple)):
            raise TypeError(one.name)
    # Folders are found, and erased, by it.
    if Path(account.key).name != account.key or not all(isinstance(one, str) for one in account.certificates):
        raise TypeError("key")
    return account


class Accounts:
    """The accounts known here, the one used last first.

    Args:
        root: the folder under which profiles lie.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._file = root / "accounts.json"

    def all(self) -> list[Account]:
        """All accounts; an entry that cannot be read is passed over."""
        try:
            entries = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, RecursionError):
            log.warning("accounts.unreadable")
            return []
        found: list[Account] = []
        for entry in entries if isinstance(entries, list) else []:
            try:
                found.append(_read(entry))
            except TypeError:
                log.warning("accounts.entry_unreadable")
        return sorted(found, key=lambda a: a.used_at, reverse=True)

    def find(self, key: str) -> Account | None:
        return next((a for a in self.all() if a.key == key), None)

    def folder(self, account: Account) -> Path:
        """Where the account's profile lies."""
        return self.root / account.key

    def keep(self, account: Account) -> Account:
        """Add an account, or replace what is known of it."""
        others = [a for a in self.all() if a.key != account.key]
        write_json(self._file, [asdict(a) for a in (account, *others)])
        return account

    def mark(self, account: Account, **changes: Any) -> Account:
        """Keep ``account`` with other properties."""
        return self.keep(replace(account, **changes))

    def drop(self, account: Account) -> None:
        """Forget an account and erase its folder: whoever calls has seen that nothing unsent is in it."""
        write_json(self._file, [asdict(a) for a in self.all() if a.key != account.key])
        shutil.rmtree(self.folder(account), ignore_errors=True)
