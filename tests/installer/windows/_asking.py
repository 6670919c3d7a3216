"""Asks one address over TLS in a process of its own, for ``certificate_store``."""

from __future__ import annotations

import hashlib
import os
import ssl
import struct
import sys
import unittest
import winreg

from desktop.central.errors import CentralError
from desktop.central.transport import Call, Transport

assert sys.platform == "win32"

ROOTS = r"Software\Microsoft\SystemCertificates\Root\Certificates"


def trust(der: bytes) -> str:
    """Have this machine's store hold a root, as it lies in the registry; gives its key there."""
    # Wine fills the store with the host's roots when a process first looks, and forgets what others added.
    assert ssl.enum_certificates("ROOT")
    digest = hashlib.sha1(der, usedforsecurity=False).digest()
    blob = struct.pack("<III", 3, 1, 20) + digest + struct.pack("<III", 32, 1, len(der)) + der
    name = rf"{ROOTS}\{digest.hex().upper()}"
    with winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, name, 0, winreg.KEY_ALL_ACCESS) as key:
        winreg.SetValueEx(key, "Blob", 0, winreg.REG_BINARY, blob)
    return name


class Asking(unittest.TestCase):
    def test_ask(self) -> None:
        trusted = bytes.fromhex(os.environ["TRUSTED"])
        name = trust(trusted) if trusted else ""
        try:
            said = str(Transport().ask("GET", os.environ["ASKED"], Call()).json())
        except CentralError as error:
            said = error.code
        finally:
            if name:
                winreg.DeleteKey(winreg.HKEY_LOCAL_MACHINE, name)
        sys.stdout.write(f"said {said}\n")
