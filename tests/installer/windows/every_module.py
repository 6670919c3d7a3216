"""Every module of the program can be imported by the payload's Python: nothing that one of them needs was pruned."""

from __future__ import annotations

import importlib
import pkgutil
import unittest

PACKAGES = ("desktop", "widgets", "signing", "local_cache", "resources")
PRACTICE = ("desktop.practice", "desktop.day", "desktop.practice_office")
"""What need not be installed."""
ELSEWHERE = ("dbus", "secretstorage", "jeepney", "fcntl", "resource", "termios", "pwd")
"""What Linux alone has: a module that asks for it is the Linux twin of another."""


class EveryModule(unittest.TestCase):
    def test_is_there(self) -> None:
        names = [name for package in PACKAGES for name in modules(package)]
        self.assertGreater(len(names), 200)
        for name in names:
            with self.subTest(name):
                self.assertIsNone(missing(name))


def modules(package: str) -> list[str]:
    """All below a package; those that start something when imported are left out."""
    walked = pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}.", onerror=lambda _: None)
    return [found.name for found in walked if not found.name.endswith("__main__")]


def missing(name: str) -> str | None:
    """What a module needs and does not find; None where it is imported, or is not meant for here."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        wanted = str(error.name)
        if wanted.partition(".")[0] in ELSEWHERE or name.startswith(PRACTICE):
            return None
        return wanted
    return None
