"""Policies in the real registry: every kind of value, both parts of it, the computer's and the person's."""

from __future__ import annotations

import sys
import tempfile
import unittest
import winreg
from pathlib import Path
from typing import Any

from desktop.session import settings as declared
from desktop.session.policy import Policy, take
from desktop.session.policy_places import POLICY_KEY, RECOMMENDED, registry_layers
from desktop.session.settings import BY_NAME, Settings

assert sys.platform == "win32"

MACHINE, PERSON = winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER
ADVICE = rf"{POLICY_KEY}\{RECOMMENDED}"


def _drop(root: Any, path: str) -> None:
    """A key with all below it."""
    try:
        with winreg.OpenKey(root, path, 0, winreg.KEY_ALL_ACCESS | winreg.KEY_WOW64_64KEY) as key:
            while winreg.QueryInfoKey(key)[0]:
                _drop(root, rf"{path}\{winreg.EnumKey(key, 0)}")
        winreg.DeleteKeyEx(root, path, winreg.KEY_WOW64_64KEY)
    except FileNotFoundError:
        return


class Policies(unittest.TestCase):
    def setUp(self) -> None:
        for root in (MACHINE, PERSON):
            _drop(root, POLICY_KEY)
            self.addCleanup(_drop, root, POLICY_KEY)

    def put(self, name: str, kind: int, value: Any, path: str = POLICY_KEY, root: int = MACHINE) -> None:
        with winreg.CreateKeyEx(root, path, 0, winreg.KEY_WRITE | winreg.KEY_WOW64_64KEY) as key:
            winreg.SetValueEx(key, name, 0, kind, value)

    def read(self) -> Policy:
        return take(registry_layers(), BY_NAME)

    def held(self) -> dict[str, Any]:
        return {name: one.value for name, one in self.read().mandatory.items()}

    def test_no_key_is_no_policy(self) -> None:
        self.assertEqual(registry_layers(), [])

    def test_every_kind_of_value_is_taken(self) -> None:
        self.put("pollSeconds", winreg.REG_DWORD, 60)
        self.put("keepMonths", winreg.REG_QWORD, 12)
        self.put("lockAfterMinutes", winreg.REG_SZ, "10")
        self.put("AllowPrinting", winreg.REG_DWORD, 0)
        self.put("allowExport", winreg.REG_SZ, "0")
        self.put("NETWORK", winreg.REG_SZ, "Dedicated")
        self.put("trustFolder", winreg.REG_EXPAND_SZ, r"%SystemRoot%\roots")
        self.put("tokenModules", winreg.REG_MULTI_SZ, [r"C:\a.dll", r"C:\b.dll"])
        self.put("serviceHosts", winreg.REG_SZ, "ocsp.example.vn; tsa.example.vn")
        self.put("centralUrl", winreg.REG_SZ, "https://điều-hành.example.vn")
        held = self.held()
        self.assertTrue(held.pop("trustFolder").lower().endswith(r":\windows\roots"))
        self.assertEqual(
            held,
            {
                "pollSeconds": 60, "keepMonths": 12, "lockAfterMinutes": 10, "allowPrinting": False,
                "allowExport": False, "network": "dedicated", "tokenModules": [r"C:\a.dll", r"C:\b.dll"],
                "serviceHosts": ["ocsp.example.vn", "tsa.example.vn"], "centralUrl": "https://điều-hành.example.vn",
            },
        )  # fmt: skip
        self.assertEqual(self.read().problems, ())

    def test_a_list_as_group_policy_writes_it(self) -> None:
        """A key of its own with values 1, 2, …; the tenth comes after the second."""
        for number in (10, 2, 1):
            self.put(str(number), winreg.REG_SZ, rf"C:\{number}.dll", rf"{POLICY_KEY}\tokenModules")
        self.assertEqual(self.held()["tokenModules"], [r"C:\1.dll", r"C:\2.dll", r"C:\10.dll"])

    def test_rubbish_loosens_nothing_and_is_named(self) -> None:
        self.put("lockAfterMinutes", winreg.REG_BINARY, b"\x00\x01")
        self.put("allowPrinting", winreg.REG_NONE, None)
        self.put("allowExport", winreg.REG_DWORD, 7)
        self.put("", winreg.REG_SZ, "nameless")
        self.put("**del.theme", winreg.REG_SZ, " ")
        self.put("khôngCó", winreg.REG_SZ, "1")
        found = self.read()
        self.assertEqual(self.held(), {"lockAfterMinutes": 15, "allowPrinting": False, "allowExport": False})
        self.assertEqual(
            sorted((one.code, one.name) for one in found.problems),
            [("notTaken", "allowExport"), ("notTaken", "allowPrinting"), ("notTaken", "lockAfterMinutes"),
             ("unknownName", "khôngCó")],
        )  # fmt: skip

    def test_orders_recommendations_the_computer_and_the_person(self) -> None:
        self.put("keepMonths", winreg.REG_DWORD, 12)
        self.put("keepMonths", winreg.REG_DWORD, 6, root=PERSON)
        self.put("theme", winreg.REG_SZ, "dark", root=PERSON)
        self.put("network", winreg.REG_SZ, "dedicated", root=PERSON)
        self.put("textSize", winreg.REG_SZ, "large", ADVICE)
        self.put("textSize", winreg.REG_SZ, "small", ADVICE, PERSON)
        found = self.read()
        self.assertEqual(self.held(), {"keepMonths": 12, "theme": "dark"})
        self.assertEqual(found.mandatory["theme"].origin, rf"HKCU\{POLICY_KEY}")
        self.assertEqual({name: one.value for name, one in found.recommended.items()}, {"textSize": "large"})
        self.assertEqual([(one.code, one.name) for one in found.problems], [("machineOnly", "network")])

    def test_the_program_goes_by_it_and_by_what_changes(self) -> None:
        self.put("pollSeconds", winreg.REG_DWORD, 60)
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        settings = Settings(Path(held.name) / "settings.json")
        self.assertEqual(settings["pollSeconds"], 60)
        self.assertTrue(settings.is_locked("pollSeconds"))
        self.put("pollSeconds", winreg.REG_DWORD, 90)
        self.put("allowExport", winreg.REG_DWORD, 0)
        changed = settings.take_policy(settings.read_again())
        self.assertEqual(changed, {"pollSeconds", "allowExport"})
        self.assertEqual(declared.read_policy(), settings.policy)
