"""HTTPS in front of a server that speaks plain HTTP on loopback, with a certificate of a test's own authority."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"


def authority(folder: Path, name: str = HOST) -> tuple[Path, Path]:
    """The files of an authority's certificate, and of a key with its certificate for a host."""
    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)

    def made(subject: str, signer: ec.EllipticCurvePrivateKey, issuer: str, key: ec.EllipticCurvePrivateKey, ca: bool):
        return (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - day)
            .not_valid_after(now + day)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
            .add_extension(x509.SubjectAlternativeName([_named(name)]), critical=False)
            .sign(signer, hashes.SHA256())
            .public_bytes(serialization.Encoding.PEM)
        )

    root, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    trusted, held = folder / "authority.pem", folder / "host.pem"
    trusted.write_bytes(made("Test", root, "Test", root, True))
    plain = serialization.NoEncryption()
    text = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    held.write_bytes(text + made(name, root, "Test", key, False))
    return trusted, held


def _named(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


class Terminator:
    """Takes TLS off and hands on, in a thread of its own.

    Args:
        held: the file of the key and its certificate.

    Attributes:
        target: whom it hands on to; set before the first connection.
    """

    def __init__(self, held: Path) -> None:
        self.target: tuple[str, int] = (HOST, 0)
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(held)
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = self._loop.run_until_complete(
            asyncio.start_server(self._connected, HOST, 0, ssl=self._context, ssl_handshake_timeout=5)
        )
        self.port = int(self._server.sockets[0].getsockname()[1])
        self._thread = threading.Thread(target=self._loop.run_forever, name="tls", daemon=True)

    @property
    def base(self) -> str:
        return f"https://{HOST}:{self.port}"

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            behind = await asyncio.open_connection(*self.target)
        except OSError:
            writer.close()
            return
        ways = [asyncio.create_task(_pass_on(reader, behind[1])), asyncio.create_task(_pass_on(behind[0], writer))]
        self._tasks.update(ways)
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        self._tasks.difference_update(ways)
        for end in (writer, behind[1]):
            end.transport.abort()

    async def _end(self) -> None:
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        others = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
        await asyncio.wait(others, timeout=2) if others else None
        self._loop.stop()

    def __enter__(self) -> Terminator:
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop)
        self._thread.join(10)
        self._loop.close()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
    except OSError:
        return  # Either side has gone: the other is closed with it.


@contextmanager
def terminated(folder: Path, name: str = HOST) -> Iterator[tuple[Terminator, Path]]:
    """A terminator, and the file of the authority that a client has to trust."""
    trusted, held = authority(folder, name)
    with Terminator(held) as front:
        yield front, trusted
