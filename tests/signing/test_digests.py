"""SHA-256 and up, by setting, with each scheme: by a practice key and by a token."""

from __future__ import annotations

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from signing import documents, fields, integrity, sign
from signing.mechanisms import named, parts
from signing.signer import SigningKey
from signing.software import SoftwareKey
from signing.tokens import Agent, TokenKey
from signing.trust import Trust
from signing.validation import validate
from tests.signing import pages
from tests.signing.conftest import PIN, Hsm
from tests.signing.office_pki import Pki


def _signed(key: SigningKey, digest: str, *, pss: bool = False) -> tuple[bytes, Any]:
    options = sign.Options(prefer_pss=pss, digest=digest)
    pdf = sign.approve(fields.add_number_and_date(pages.draft()), key, options=options).pdf
    (found,) = integrity.signatures(documents.reader(pdf))
    assert found.signature is not None
    return pdf, found.signature.signer_info


def _check(key: SigningKey, digest: str, trust: Trust, *, pss: bool = False) -> None:
    pdf, info = _signed(key, digest, pss=pss)
    assert info["digest_algorithm"]["algorithm"].native == digest
    assert info["signature_algorithm"].hash_algo == digest
    assert validate(pdf, trust).verdict == "valid"


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
@pytest.mark.parametrize("pss", [False, True])
def test_rsa(leader: SoftwareKey, trust: Trust, digest: str, pss: bool) -> None:
    _check(leader, digest, trust, pss=pss)


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
def test_curves(pki: Pki, curve: SoftwareKey, trust: Trust, digest: str) -> None:
    _check(curve, digest, trust)
    _check(pki.issue("Đường cong 384", private=ec.generate_private_key(ec.SECP384R1())), digest, trust)


@pytest.mark.parametrize(("digest", "pss"), [("sha384", False), ("sha512", True)])
def test_a_token_does_the_same(
    hsm: Hsm, agent: Agent, leader: SoftwareKey, trust: Trust, digest: str, pss: bool
) -> None:
    serial = hsm.add("bi-thu", leader)
    agent.login(serial, PIN)
    (token,) = agent.list()
    _check(TokenKey.of(agent, token, token.certificates[0], None), digest, trust, pss=pss)


def test_names() -> None:
    assert [named("rsaPss"), named("ecdsa", "sha384")] == ["rsaPss", "ecdsa-sha384"]
    assert [parts("rsaPkcs1"), parts("rsaPss-sha512")] == [("rsaPkcs1", "sha256"), ("rsaPss", "sha512")]
    with pytest.raises(ValueError, match="md5"):
        parts("rsaPkcs1-md5")
