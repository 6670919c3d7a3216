"""Signing at the practice office without a token: the files it writes, found, opened, and used for both signatures."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from desktop.lanes import Lanes
from desktop.practice import tokens as practice_tokens
from desktop.practice.people import BY_KEY, PIN, person_object, unit_object
from desktop.practice.people import ORGAN as ORGANS
from desktop.practice.pki import PracticePki
from desktop.practice.pki_certificates import person_label, seal_label
from desktop.presenters.key_sources import SoftwareSource
from desktop.presenters.tokens import Candidate, Tokens
from signing import sign
from signing.validation import validate
from tests.presenters.signing_office import SigningOffice, waiting

CLERK, LEADER, ORGAN = "tran-thi-mai", "le-van-hoa", "du-anphu"


@pytest.fixture(scope="session")
def practice_pki(tmp_path_factory: pytest.TempPathFactory) -> PracticePki:
    return PracticePki(tmp_path_factory.mktemp("practice") / "pki", "http://127.0.0.1:8647/pki")


@pytest.fixture
def folder(practice_pki: PracticePki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TACNGHIEP_SOFTHSM", "")
    found = practice_tokens.prepare(tmp_path, [{"id": CLERK}, {"id": LEADER}], practice_pki)
    assert found.software_dir is not None
    return found.software_dir


def office(who: str, practice_pki: PracticePki) -> SigningOffice:
    """The sample commune, with the practice people's certificates on its people."""
    made = SigningOffice(who)
    made.objects["Person"]["hoa"]["certificates"] = [practice_pki.digest(person_label(LEADER))]
    made.objects["Person"]["mai"]["certificates"] = [practice_pki.digest(person_label(CLERK))]
    made.objects["Unit"]["anphu"] |= {
        "sealCertificates": [practice_pki.digest(seal_label(ORGAN))],
        "sealKeepers": ["mai"],
    }
    return made


async def candidate(who: str, purpose: str, practice_pki: PracticePki, source: SoftwareSource) -> Candidate:
    lanes = Lanes()
    tokens = Tokens(office(who, practice_pki), lanes, [source])
    try:
        await tokens.look()
        found = tokens.settled_choice(purpose)
        assert found is not None
        return found
    finally:
        await tokens.close()
        lanes.close()


async def test_files_of_the_practice_office_approve_and_seal(folder: Path, practice_pki: PracticePki) -> None:
    trust = practice_pki.trust()
    source = SoftwareSource(folder)
    leader = await candidate("hoa", "approve", practice_pki, source)
    source.login(leader.token.serial, PIN)
    key = source.key(leader.token, leader.certificate, None)
    options = sign.Options(trust=trust, allowed=frozenset({leader.certificate.digest}))
    approved = await asyncio.to_thread(sign.approve, waiting("Lê Văn Hòa"), key, options=options)
    source.logout(leader.token.serial)

    keeper = await candidate("mai", "seal", practice_pki, source)
    assert keeper.certificate.digest == practice_pki.digest(seal_label(ORGAN))
    source.login(keeper.token.serial, PIN)
    key = source.key(keeper.token, keeper.certificate, None)
    sealed = await asyncio.to_thread(
        lambda: sign.seal(
            approved.pdf, key, number_text="118-TB/ĐU", date_text="2026-11-22", options=sign.Options(trust=trust)
        )
    )
    verdict = await asyncio.to_thread(validate, sealed.pdf, trust)
    assert len(verdict.signatures) == 2
    assert verdict.verdict in ("valid", "warning", "unknown")


async def test_a_leader_is_not_offered_the_seal(folder: Path, practice_pki: PracticePki) -> None:
    lanes = Lanes()
    tokens = Tokens(office("hoa", practice_pki), lanes, [SoftwareSource(folder)])
    await tokens.look()
    assert tokens.usable("seal") == ()
    assert len(tokens.usable("approve")) == 1
    await tokens.close()
    lanes.close()


def test_a_folder_from_before_gets_its_certificates(folder: Path, practice_pki: PracticePki) -> None:
    for path in folder.glob("*.pem"):
        path.unlink()
    practice_tokens.prepare(folder.parent, [{"id": CLERK}, {"id": LEADER}], practice_pki)
    assert {path.stem for path in folder.glob("*.pem")} == {path.stem for path in folder.glob("*.p12")}


def test_the_size_of_a_picture_goes_with_it_and_is_absent_without_one() -> None:
    assert person_object(BY_KEY[LEADER], [], "sha256-" + "0" * 64, 812).get("signatureSize") == 812
    assert "signatureSize" not in person_object(BY_KEY[CLERK], [], None)
    assert unit_object(ORGANS[ORGAN], [], "sha256-" + "0" * 64, 4096).get("stampSize") == 4096
    assert "stampSize" not in unit_object(ORGANS[ORGAN], [], None)
