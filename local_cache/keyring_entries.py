"""Every entry of the system's keyring that stands under one name of ours, as the keyring itself lists them.

A keyring is asked for one entry by its exact name. What was kept aside under a longer name, and what Windows' backend
moves to ``user@name`` when it writes over an entry, is found by listing alone. Knows the keyring.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from typing import Any

from local_cache.errors import KeyringFailed
from local_cache.keys import safe_backend

ASIDE = ":aside-"
"""What stands between a name and the moment at which a key was kept beside the one of that name."""
_NOT_FOUND = 1168


def forget_all(service: str, account: str, backend: Any = None) -> int:
    """Forget the keys kept under a name, and those kept aside; how many there were.

    Args:
        service: the name; nothing that only begins like it is touched.
        account: whose they are: for keyrings that cannot be listed, where the one key of that name alone is found.
        backend: the system's keyring when None.

    Raises:
        NoSafeKeyring: there is none, so that nothing of ours is kept in it.
        KeyringFailed: it is locked or does not answer.
    """
    found = safe_backend(backend)
    try:
        match type(found).__name__, type(found).__module__:
            case "WinVaultKeyring", _:
                return _from_credential_manager(service)
            case "Keyring", "keyring.backends.SecretService":
                return _from_secret_service(found, service)
            case _:
                if found.get_password(service, account) is None:
                    return 0
                found.delete_password(service, account)
                return 1
    except Exception as error:
        raise KeyringFailed(type(error).__name__) from error


def is_under(entry: str, service: str) -> bool:
    """Whether an entry's name is this one, or of a key kept aside."""
    return entry == service or entry.startswith(service + ASIDE)


def forget_displaced(service: str, backend: Any) -> None:
    """Forget what the keyring itself has kept of keys that were written over under this name.

    Windows' backend moves an entry to "user@name" before it writes over it, for several users might share a name; ours
    is one person's.
    """
    if type(backend).__name__ == "WinVaultKeyring":
        _delete_credentials(lambda name: name != service and name.rpartition("@")[2] == service)


def _from_credential_manager(service: str) -> int:
    return _delete_credentials(lambda name: is_under(name, service) or is_under(name.rpartition("@")[2], service))


def _delete_credentials(ours: Callable[[str], bool]) -> int:
    if sys.platform != "win32":
        raise NotImplementedError
    from win32ctypes.pywin32 import pywintypes, win32cred

    try:
        entries: Any = win32cred.CredEnumerate()
    except pywintypes.error as error:
        if error.winerror == _NOT_FOUND:
            return 0
        raise
    names = [one["TargetName"] for one in entries if one["Type"] == win32cred.CRED_TYPE_GENERIC]
    for name in (found := [name for name in names if ours(name)]):
        win32cred.CredDelete(name, win32cred.CRED_TYPE_GENERIC)
    return len(found)


def _from_secret_service(backend: Any, service: str) -> int:
    collection = backend.get_preferred_collection()
    with closing(collection.connection):
        found = collection.search_items({"application": backend.appid})
        ours = [item for item in found if is_under(item.get_attributes().get("service", ""), service)]
        for item in ours:
            item.delete()
    return len(ours)
