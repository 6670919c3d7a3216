"""Whom the program trusts over TLS: an authority in Windows' own store, and no other."""

from __future__ import annotations

import datetime
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

assert sys.platform == "win32"

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"


def made(subject: str, key: rsa.RSAPrivateKey, issuer: str, signer: rsa.RSAPrivateKey, *, ca: bool) -> x509.Certificate:
    """A certificate for a day."""
    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if not ca:
        # By name: wine does not look at addresses in certificates.
        named = x509.SubjectAlternativeName([x509.DNSName(subject)])
        builder = builder.add_extension(named, critical=False)
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    return builder.sign(signer, hashes.SHA256())


class CertificateStore(unittest.TestCase):
    def setUp(self) -> None:
        root, key = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
        self.authority = made("Office", root, "Office", root, ca=True)
        held = made("localhost", key, "Office", root, ca=False)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        pem = Path(folder.name) / "host.pem"
        plain = serialization.NoEncryption()
        secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        # With its root: of a chain that has none wine thinks no ill, as Windows does.
        sent = (held, self.authority)
        pem.write_bytes(secret + b"".join(one.public_bytes(serialization.Encoding.PEM) for one in sent))
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(pem)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(self.listening.close)
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        """One after the other, until the test ends."""
        while True:
            try:
                plain, _ = self.listening.accept()
            except OSError:
                return
            try:
                plain.settimeout(10)
                with self.context.wrap_socket(plain, server_side=True) as secure:
                    secure.recv(65536)
                    secure.sendall(ANSWER)
            except OSError:
                plain.close()  # the client did not trust it

    def ask(self, trusted: bytes = b"") -> str:
        """What came of it, in a process of its own, whose Windows trusts this authority."""
        address = f"https://localhost:{self.listening.getsockname()[1]}/"
        command = [sys.executable, "-m", "unittest", "discover", "-s", str(Path(__file__).parent), "-p", "_asking.py"]
        environment = {**os.environ, "ASKED": address, "TRUSTED": trusted.hex()}
        # No pipe: wine's desktop, which may start with it, would hold that open long after.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
            subprocess.run(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                timeout=100, check=False,
            )  # fmt: skip
            output.seek(0)
            told = output.read()
        said = [line.removeprefix("said ") for line in told.splitlines() if line.startswith("said ")]
        assert said, told
        return said[0]

    def test_an_authority_in_the_store_is_trusted_and_one_that_left_it_is_not(self) -> None:
        assert self.ask() == "untrusted"
        assert self.ask(self.authority.public_bytes(serialization.Encoding.DER)) == "{}"
        assert self.ask() == "untrusted"
