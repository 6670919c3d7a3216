"""Practice tokens on a real SoftHSM, and the files that stand in for them elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.practice import tokens
from desktop.practice.people import PIN
from desktop.practice.pki import PracticePki
from desktop.practice.pki_certificates import person_label, seal_label
from signing.software import SoftwareKey

SOFTHSM = tokens.find_softhsm()
THREE = [{"id": "tran-thi-mai"}, {"id": "le-van-hoa"}, {"id": "kim-thi-ngoc"}]

_LIST = """
import json, sys, hashlib, pkcs11
from pkcs11 import Attribute, Mechanism, ObjectClass
found = {}
for slot in pkcs11.lib(sys.argv[1]).get_slots(token_present=True):
    token = slot.get_token()
    label = token.label.strip()
    if not label:
        continue
    with token.open(user_pin=sys.argv[2]) as session:
        certificates = [c[Attribute.VALUE] for c in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})]
        keys = list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}))
        sizes = [len(key.sign(b"x", mechanism=Mechanism.SHA256_RSA_PKCS)) for key in keys]
        bound = {k[Attribute.ID].hex() for k in keys} == {hashlib.sha256(c).digest()[:20].hex() for c in certificates}
        hidden = not any(key[Attribute.EXTRACTABLE] for key in keys)
    found[label] = {"digests": sorted(hashlib.sha256(c).hexdigest() for c in certificates), "sizes": sizes,
                    "bound": bound, "hidden": hidden}
print(json.dumps(found))
"""


def listed(setup: tokens.Setup, pin: str = PIN) -> dict[str, dict[str, object]]:
    """What a program that knows the module alone finds; in a process of its own, as the module wants it."""
    environment = {**os.environ, "SOFTHSM2_CONF": str(setup.conf)}
    command = [sys.executable, "-c", _LIST, str(setup.module), pin]
    answer = subprocess.run(command, capture_output=True, env=environment, check=False, text=True)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.fixture(scope="module")
def setup(pki: PracticePki, tmp_path_factory: pytest.TempPathFactory) -> tokens.Setup:
    if SOFTHSM is None:
        pytest.skip("no SoftHSM2 on this machine")
    return tokens.prepare(tmp_path_factory.mktemp("tokens"), THREE, pki)


def test_each_person_has_a_token_with_their_own_key_and_the_seals_they_keep(
    setup: tokens.Setup, pki: PracticePki
) -> None:
    found = listed(setup)
    assert set(found) == {"Trần Thị Mai", "Lê Văn Hòa", "Kim Thị Ngọc"}
    own, seal = pki.digest(person_label("tran-thi-mai")), pki.digest(seal_label("du-anphu"))
    assert found["Trần Thị Mai"]["digests"] == sorted([own, seal])
    assert found["Lê Văn Hòa"]["digests"] == [pki.digest(person_label("le-van-hoa"))]
    assert len(found["Kim Thị Ngọc"]["digests"]) == 5  # type: ignore[arg-type]


def test_keys_sign_and_do_not_come_out(setup: tokens.Setup) -> None:
    for token in listed(setup).values():
        assert set(token["sizes"]) == {256}  # type: ignore[call-overload]
        assert token["bound"]
        assert token["hidden"]


def test_a_second_start_finds_them_again_at_once(setup: tokens.Setup, pki: PracticePki) -> None:
    assert setup.conf is not None
    began = time.monotonic()
    again = tokens.prepare(setup.conf.parent, THREE, pki)
    assert time.monotonic() - began < 1
    assert again == setup


def test_tokens_of_a_start_that_was_cut_are_made_anew(pki: PracticePki, tmp_path: Path) -> None:
    if SOFTHSM is None:
        pytest.skip("no SoftHSM2 on this machine")
    with pytest.raises(KeyError):
        tokens.prepare(tmp_path, THREE[:1], _Broken(pki))  # type: ignore[arg-type]
    assert set(listed(tokens.prepare(tmp_path, THREE[:1], pki))) == {"Trần Thị Mai"}


class _Broken:
    """An authority whose keys cannot be had."""

    def __init__(self, pki: PracticePki) -> None:
        self.digest = pki.digest

    def private_key(self, label: str) -> object:
        raise KeyError(label)


def test_without_softhsm_there_are_files_that_say_what_they_are(
    pki: PracticePki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TACNGHIEP_SOFTHSM", "")
    found = tokens.prepare(tmp_path, THREE, pki)
    assert found.module is None
    assert found.software_dir is not None
    names = {path.name for path in found.software_dir.glob("*.p12")}
    assert "tran-thi-mai--seal-du-anphu.p12" in names
    assert any("THUC HANH" in path.name for path in found.software_dir.iterdir())
    data = (found.software_dir / "le-van-hoa--person-le-van-hoa.p12").read_bytes()
    key = SoftwareKey.from_pkcs12(data, found.pins["le-van-hoa"])
    assert key.certificate == pki.certificate(person_label("le-van-hoa"))
    assert key.chain


def test_a_label_of_a_token_holds_32_bytes() -> None:
    assert len(tokens.fitting("Nguyễn Thị Hồng Phượng Hoàng Thủy Tiên").encode()) <= 32
