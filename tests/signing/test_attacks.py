"""The corpus of attacks: none is ever valid, none breaks the verifier or holds it up, each is told for what it is."""

from __future__ import annotations

import hashlib
import time

import pytest

from signing.validation import validate
from tests.signing.attacks.catalogue import ATTACKS
from tests.signing.attacks.family import Attack
from tests.signing.attacks.workshop import Workshop
from tests.signing.office_pki import Served

pytestmark = pytest.mark.expects_log("Error in diff operation", "Encountered signature", "pyhanko")

LONGEST = 10.0  # seconds


@pytest.fixture(scope="session")
def office(served: Served) -> Workshop:
    return Workshop(served.pki)


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_no_attack_is_valid(office: Workshop, attack: Attack) -> None:
    pdf = attack.make(office)
    began = time.monotonic()
    found = validate(pdf, office.trust)
    took = time.monotonic() - began
    codes = {one.code for one in found.all_reasons()}
    assert found.verdict in attack.words, (codes, found.report)
    assert "notJudged" not in codes, found.report
    assert not attack.codes or attack.codes & codes, (codes, found.report)
    assert took < LONGEST


def test_there_are_a_hundred_and_no_two_are_the_same(office: Workshop) -> None:
    digests = {hashlib.sha256(one.make(office)).digest() for one in ATTACKS}
    assert len(digests) == len(ATTACKS) >= 100
