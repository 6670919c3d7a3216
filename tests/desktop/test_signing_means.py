"""What signing goes by: levels and algorithms by setting, services by the network of the machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import x509

from desktop.home import Home
from desktop.session.settings import Settings
from desktop.signing_means import SigningMeans, at_central
from signing.levels import LEVELS
from tests.signing.office_pki import authority

INTERNET, DEDICATED = "http://tsa.example.vn/", "http://tsa.mang-chuyen-dung/"


@pytest.fixture(scope="module")
def root() -> x509.Certificate:
    return x509.Certificate.load(authority("Gốc thử nghiệm", None).der)


def means(folder: Path, root: x509.Certificate, **policy: Any) -> SigningMeans:
    found = at_central(Home.at(folder), Settings(folder / "settings.json", policy))
    found.roots.add(root, compared=True)
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_of_the_setting_is_striven_for(tmp_path: Path, root: x509.Certificate, level: str) -> None:
    made = means(tmp_path, root, signatureLevel=level, timestampUrl=INTERNET, signatureDigest="sha384")
    assert made.options().wanted == level
    assert made.options().digest == "sha384"
    assert made.raising().wanted == level


def test_each_network_has_services_of_its_own(tmp_path: Path, root: x509.Certificate) -> None:
    both = {"timestampUrl": INTERNET, "timestampUrlDedicated": DEDICATED}
    internet = means(tmp_path, root, **both, network="internet")
    dedicated = means(tmp_path, root, **both, network="dedicated")
    assert (internet.timestamp_service(), dedicated.timestamp_service()) == (INTERNET, DEDICATED)
    assert internet.reach().allows("http://ocsp.ca.gov.vn/")
    assert not dedicated.reach().allows("http://ocsp.ca.gov.vn/")
    assert not dedicated.reach().allows(INTERNET)
    assert dedicated.reach().allows(DEDICATED)


def test_on_the_dedicated_network_nobody_is_asked_whom_the_policy_does_not_name(
    tmp_path: Path, root: x509.Certificate
) -> None:
    made = means(tmp_path, root, network="dedicated", timestampUrl=INTERNET, serviceHosts=[".ca.mang"])
    assert made.timestamp_service() == ""
    assert made.options().timestamps is None
    assert made.reach().allows("http://ocsp.ca.mang/x")
    trust = made.known_trust()
    assert trust is not None
    assert trust.reach == made.reach()


def test_a_person_at_the_machine_cannot_name_hosts(tmp_path: Path, root: x509.Certificate) -> None:
    made = means(tmp_path, root)
    for name in ("serviceHosts", "timestampUrlDedicated"):
        with pytest.raises(ValueError, match=name):
            made.settings.set(name, ["evil.example"] if name == "serviceHosts" else "http://evil.example/")


def test_this_machine_itself_is_asked_in_practice_alone(tmp_path: Path, root: x509.Certificate) -> None:
    made = means(tmp_path, root)
    assert not made.reach().allows("http://127.0.0.1:8647/pki/ocsp")
    practice = replace(made, timestamp_url="http://127.0.0.1:8647/pki/tsa")
    assert practice.reach().allows("http://127.0.0.1:8647/pki/ocsp")


def test_a_new_batch_asks_services_anew_and_keeps_what_was_answered(tmp_path: Path, root: x509.Certificate) -> None:
    made = means(tmp_path, root, timestampUrl=INTERNET)
    one, two = made.options(), made.options()
    assert one.revocation is not None
    assert two.revocation is not None
    assert one.revocation.services is not two.revocation.services
    assert one.revocation._kept is two.revocation._kept
    assert one.revocation.services is one.timestamps.services  # type: ignore[union-attr]
    assert one.revocation.services.reach == made.reach()
