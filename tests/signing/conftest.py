"""What the signing tests share: a PKI on loopback, SoftHSM tokens, and an issued document."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from asn1crypto import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from signing import fields, place, sign
from signing.appearance import Appearance, trimmed
from signing.software import SoftwareKey
from signing.timestamps import TimestampService
from signing.tokens import Agent
from signing.trust import Trust
from tests.office.card_reader import CardReader, card_reader
from tests.signing import pages
from tests.signing.office_pki import Pki, Served

SOFTHSM = next(
    (
        path
        for path in (Path("/usr/lib/softhsm/libsofthsm2.so"), Path("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"))
        if path.exists()
    ),
    None,
)
AGENT = [sys.executable, "-m", "signing.agent"]
PIN = "12345678"


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    made = Served()
    yield made
    made.close()


@pytest.fixture
def pki(served: Served) -> Iterator[Pki]:
    """The PKI, well again after each test."""
    pki = served.pki
    yield pki
    pki.held.set()
    pki.silent.clear()
    pki.garbage.clear()
    pki.hold.clear()
    pki.held.clear()
    pki.revoked.clear()
    pki.stamp_at = None
    pki.asked_at = None
    pki.bad.clear()
    pki.asked.clear()
    pki.stamper = None


@pytest.fixture
def trust(pki: Pki) -> Trust:
    return Trust((x509.Certificate.load(pki.root.der),), (x509.Certificate.load(pki.ca.der),))


@pytest.fixture
def trust_directory(pki: Pki, tmp_path: Path) -> Path:
    directory = tmp_path / "trust"
    directory.mkdir()
    (directory / "root.cer").write_bytes(pki.root.der)
    (directory / "ca.pem").write_bytes(pki.ca.certificate.public_bytes(Encoding.PEM))
    return directory


@pytest.fixture(scope="session")
def leader(served: Served) -> SoftwareKey:
    return served.pki.issue(pages.LEADER)


@pytest.fixture(scope="session")
def agency(served: Served) -> SoftwareKey:
    return served.pki.issue("Đảng ủy xã An Phú")


@pytest.fixture(scope="session")
def curve(served: Served) -> SoftwareKey:
    return served.pki.issue("Trần Thị Thúy", private=ec.generate_private_key(ec.SECP256R1()))


@pytest.fixture
def timestamps(pki: Pki) -> Iterator[TimestampService]:
    service = TimestampService(pki.url + "/tsa", timeout=5)
    yield service
    service.close()


@dataclass(frozen=True)
class Issued:
    """A document on its way: as drafted, as the leader signed it, as the agency sealed it."""

    draft: bytes
    approved: bytes
    sealed: bytes


def issue(leader: SoftwareKey, agency: SoftwareKey, options: sign.Options, **draft: str) -> Issued:
    made = fields.add_number_and_date(pages.draft(**draft))  # type: ignore[arg-type]
    box = place.leader_box(made, place.find_name(made, pages.LEADER)[0])
    hand = Appearance(box, trimmed(pages.handwriting()))
    approved = sign.approve(made, leader, hand, options).pdf
    stamp = Appearance(place.stamp_box(box, visible=hand.fitted), pages.stamp())
    sealed = sign.seal(approved, agency, stamp, "118-TB/ĐU", "2026-11-22", options).pdf
    return Issued(made, approved, sealed)


@pytest.fixture(scope="session")
def issued(served: Served, leader: SoftwareKey, agency: SoftwareKey) -> Issued:
    """The ordinary document, signed with timestamps and not changed by any test."""
    service = TimestampService(served.pki.url + "/tsa", timeout=5)
    try:
        return issue(leader, agency, sign.Options(timestamps=service))
    finally:
        service.close()


@dataclass(frozen=True)
class Hsm:
    """SoftHSM in a directory of its own."""

    directory: Path
    configuration: Path

    @property
    def environment(self) -> dict[str, str]:
        return {"SOFTHSM2_CONF": str(self.configuration)}

    def add(self, label: str, key: SoftwareKey, *, identifier: str = "01", authorities: tuple[bytes, ...] = ()) -> str:
        """A token with a key, its certificate and its issuers; gives its serial number."""
        self._run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "87654321")
        private = self.directory / "key.pem"
        private.write_bytes(
            key._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())  # the test's own key
        )
        self._run(
            "softhsm2-util", "--import", str(private), "--token", label, "--label", "key", "--id", identifier,
            "--pin", PIN,
        )  # fmt: skip
        private.unlink()
        for i, der in enumerate((key.certificate, *authorities)):
            file = self.directory / "certificate.der"
            file.write_bytes(der)
            self._run(
                "pkcs11-tool", "--module", str(SOFTHSM), "--token-label", label, "--login", "--pin", PIN,
                "--write-object", str(file), "--type", "cert", "--id", identifier if i == 0 else f"f{i}",
            )  # fmt: skip
        listed = self._run("softhsm2-util", "--show-slots")
        blocks = listed.split("Slot ")
        block = next(one for one in blocks if f"Label:            {label}" in one)
        return next(line.split(":")[1].strip() for line in block.splitlines() if "Serial number" in line)

    def remove(self, label: str) -> None:
        """Pulls the token out: SoftHSM keeps each one in a directory."""
        self._run("softhsm2-util", "--delete-token", "--token", label)

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, env={**os.environ, **self.environment}, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def hsm(tmp_path: Path) -> Hsm:
    if SOFTHSM is None or shutil.which("pkcs11-tool") is None:
        pytest.skip("SoftHSM and OpenSC are not installed")
    directory = tmp_path / "hsm"
    (directory / "tokens").mkdir(parents=True)
    configuration = directory / "softhsm2.conf"
    configuration.write_text(
        f"directories.tokendir = {directory / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
        "slots.removable = true\n"
    )
    return Hsm(directory, configuration)


@pytest.fixture
def agent(hsm: Hsm) -> Iterator[Agent]:
    assert SOFTHSM is not None
    with Agent(SOFTHSM, environment=hsm.environment, command=AGENT) as made:
        yield made


@pytest.fixture(scope="session")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CardReader]:
    """The real PC/SC stack with two readers for emulated cards; take ``reader``, which finds them empty."""
    with card_reader(tmp_path_factory.mktemp("pcsc")) as made:
        yield made


@pytest.fixture
def reader(readers: CardReader) -> Iterator[CardReader]:
    """Two readers, empty before and after. A card of a name that another test used is that card, as it was left."""
    yield readers
    readers.empty()


@pytest.fixture
def card_agent(reader: CardReader) -> Iterator[Agent]:
    with Agent(reader.module, environment=reader.environment, command=AGENT) as made:
        yield made
