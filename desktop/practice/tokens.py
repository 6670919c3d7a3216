"""Practice tokens: one SoftHSM2 token a person where that is to be had, otherwise PKCS#12 files that say what they are.

Knows the practice authority. Keys are made by the authority and put in; a clerk who keeps seals has those on the same
token, as in real offices. Done once: a later start finds its tokens again.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
from asn1crypto import pem
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from desktop.practice.people import ORGAN, PEOPLE, PIN, Someone
from desktop.practice.pki import PracticePki
from desktop.practice.pki_certificates import person_label, seal_label

SO_PIN = "12345678"
_MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
)
_PATIENCE = 120.0
_ROOT = Path(__file__).parents[2]

log = structlog.get_logger("practice.tokens")


class TokensNotMade(Exception):
    """SoftHSM was there, but its tokens could not be made; the message says what it answered."""


@dataclass(frozen=True)
class Setup:
    """How the practice people sign.

    Attributes:
        module: the PKCS#11 module, None without SoftHSM.
        conf: what the environment variable SOFTHSM2_CONF must name, None without SoftHSM.
        software_dir: the folder of PKCS#12 files, None where there are tokens.
        pins: PIN (of the token, or the passphrase of the file) by person.
    """

    module: Path | None
    conf: Path | None
    software_dir: Path | None
    pins: Mapping[str, str]


def find_softhsm() -> Path | None:
    """The SoftHSM2 module of this machine; TACNGHIEP_SOFTHSM names another, empty for none."""
    named = os.environ.get("TACNGHIEP_SOFTHSM")
    if named is not None:
        return Path(named) if named and Path(named).exists() else None
    if sys.platform == "win32" or shutil.which("softhsm2-util") is None:
        return None
    return next((path for path in map(Path, _MODULES) if path.exists()), None)


def prepare(directory: Path, people: Iterable[Any], pki: PracticePki, *, module: Path | None = None) -> Setup:
    """Makes tokens, or files in their place, for ``people``; finds them again when they are there.

    Args:
        directory: where they are kept.
        people: Person objects, or whatever has their identifiers under ``id``.
        pki: the authority whose keys go onto them.
        module: the SoftHSM2 module; looked for when None.

    Raises:
        TokensNotMade: SoftHSM refused.
        OSError: the folder cannot be written.
    """
    wanted = {str(person["id"]) for person in people}
    residents = [someone for someone in PEOPLE if someone.key in wanted]
    directory.mkdir(parents=True, exist_ok=True)
    pins = {someone.key: PIN for someone in residents}
    found = module or find_softhsm()
    if found is None:
        return Setup(None, None, _files(directory / "software", residents, pki), pins)
    return Setup(found, _tokens(directory, residents, pki, found), None, pins)


def labels_of(someone: Someone) -> list[tuple[str, str]]:
    """(the authority's label, the name on the token) of each certificate that a person holds: their own, then seals."""
    own = [(person_label(someone.key), someone.name)]
    return own + [(seal_label(organ), ORGAN[organ].name) for organ in someone.keeps]


# -- PKCS#12 ----------------------------------------------------------------------------------------------------


def _files(folder: Path, residents: Iterable[Someone], pki: PracticePki) -> Path:
    folder.mkdir(exist_ok=True)
    note = folder / "DOC-TRUOC - chung thu THUC HANH.txt"
    note.write_text(
        "Các tệp .p12 trong thư mục này là chứng thư phần mềm để THỰC HÀNH.\n"
        "Không có giá trị pháp lý, không dùng để ký văn bản thật.\n"
        f"Mật khẩu: {PIN}\n",
        "utf-8",
    )
    for someone in residents:
        for label, name in labels_of(someone):
            path = folder / f"{someone.key}--{label}.p12"
            # Beside the file, because a certificate is to be seen before anybody types a passphrase.
            beside = path.with_suffix(".pem")
            if not path.exists():
                path.write_bytes(pki.pkcs12(label, PIN, f"THỰC HÀNH - {name}"))
            if not beside.exists():
                beside.write_bytes(pem.armor("CERTIFICATE", pki.certificate(label)))
    return folder


# -- SoftHSM ----------------------------------------------------------------------------------------------------


def _tokens(directory: Path, residents: list[Someone], pki: PracticePki, module: Path) -> Path:
    """Has a child process fill them: a module reads its configuration once in a process, here perhaps another one."""
    conf, store, done = directory / "softhsm2.conf", directory / "softhsm", directory / "done.json"
    wanted = {someone.key: [pki.digest(label) for label, _ in labels_of(someone)] for someone in residents}
    conf.write_text(f"directories.tokendir = {store}\nobjectstore.backend = file\nlog.level = ERROR\n", "utf-8")
    if done.exists() and json.loads(done.read_text("utf-8")) == wanted:
        return conf
    # Half-made tokens of a start that was cut are of no use.
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir(mode=0o700)
    began = time.monotonic()
    environment = {**os.environ, "SOFTHSM2_CONF": str(conf)}
    _initialise(residents, environment)
    job = {"module": str(module), "tokens": [_token(someone, pki) for someone in residents]}
    _run([sys.executable, "-m", "desktop.practice.token_filling"], environment, json.dumps(job).encode())
    done.write_text(json.dumps(wanted), "utf-8")
    log.info("tokens.made", count=len(residents), seconds=round(time.monotonic() - began, 1))
    return conf


def _initialise(residents: Iterable[Someone], environment: Mapping[str, str]) -> None:
    for someone in residents:
        command = ["softhsm2-util", "--init-token", "--free", "--label", fitting(someone.name)]
        command += ["--pin", PIN, "--so-pin", SO_PIN]
        _run(command, environment)


def _run(command: list[str], environment: Mapping[str, str], given: bytes = b"") -> None:
    answer = subprocess.run(
        command, input=given, capture_output=True, env=environment, timeout=_PATIENCE, check=False, cwd=_ROOT
    )
    if answer.returncode != 0:
        raise TokensNotMade((answer.stderr or answer.stdout).decode(errors="replace")[-2000:])


def fitting(label: str) -> str:
    """As much of a name as a token's label holds: 32 bytes."""
    while len(label.encode()) > 32:
        label = label[:-1]
    return label


def _token(someone: Someone, pki: PracticePki) -> dict[str, Any]:
    keys: list[dict[str, str]] = []
    for label, name in labels_of(someone):
        private = pki.private_key(label).private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        keys.append({"name": name, "key": private.hex(), "certificate": pki.certificate(label).hex()})
    return {"label": fitting(someone.name), "pin": PIN, "keys": keys}
