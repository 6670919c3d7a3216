"""Builds ``hostile_module.c``: a PKCS#11 module that hangs, crashes, leaks or lies as a file says, from call to call.

Knows the C compiler alone.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("hostile_module.c")


def build(folder: Path) -> Path:
    """The module, compiled into ``folder``."""
    library = folder / "hostile.so"
    command = ["cc", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", str(library), str(SOURCE)]
    subprocess.run(command, check=True)
    return library


class Hostile:
    """One token behind such a module.

    Attributes:
        library: the module.
        environment: what a process that loads it must have around it.
    """

    def __init__(self, library: Path, folder: Path, certificate: bytes = b"", pin: str = "123456") -> None:
        self.library = library
        self._words = folder / "words"
        file = folder / "certificate.cer"
        file.write_bytes(certificate)
        self.environment = {"HOSTILE": str(self._words), "HOSTILE_CERTIFICATE": str(file), "HOSTILE_PIN": pin}
        self.do("")

    def do(self, words: str) -> None:
        """What it does wrong from its next call on; nothing where there are no words."""
        self._words.write_text(words)
