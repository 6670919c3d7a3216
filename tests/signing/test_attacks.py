"""The corpus of attacks: none is ever valid, none breaks the verifier or holds it up, each is told for what it is."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator

import pytest

from signing.judging import Judges
from signing.validation import validate
from tests.signing.attacks.catalogue import ATTACKS
from tests.signing.attacks.family import Attack
from tests.signing.attacks.workshop import Workshop
from tests.signing.office_pki import Served

pytestmark = pytest.mark.expects_log("Error in diff operation", "Encountered signature", "pyhanko")

LONGEST = 10.0  # seconds for a file
STARTING = 10.0  # a child is started anew behind a file that it could not judge; a busy machine takes its time for that
_THROUGH_A_CHILD = (
    "incremental-content_replaced",
    "wrapping-padded_to_the_length_of_the_file",
    "appearances-filled_field_shows_other",
    "numbered-font_that_lies",
    "structure-bomb_in_the_content",
    "structure-bomb_in_the_table",
    "structure-table_of_a_thousand_million",
    "structure-nested_deep",
)


@pytest.fixture(scope="session")
def office(served: Served) -> Workshop:
    return Workshop(served.pki)


@pytest.fixture(scope="module")
def judges() -> Iterator[Judges]:
    with Judges(size=1) as made:
        yield made


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_no_attack_is_valid(office: Workshop, attack: Attack) -> None:
    pdf = attack.file(office)
    began = time.monotonic()
    found = validate(pdf, office.trust)
    took = time.monotonic() - began
    codes = {one.code for one in found.all_reasons()}
    assert found.verdict in attack.words, (codes, found.report)
    assert "notJudged" not in codes, found.report
    assert not attack.codes or attack.codes & codes, (codes, found.report)
    assert took < LONGEST


@pytest.mark.parametrize("name", _THROUGH_A_CHILD)
def test_the_limited_child_says_the_same(office: Workshop, judges: Judges, name: str) -> None:
    """As the product judges: in a child with its bounds. ``python -m tests.office.attack_children`` sends them all."""
    attack = next(one for one in ATTACKS if str(one) == name)
    began = time.monotonic()
    found = judges.judge(attack.file(office), office.trust, online=False)
    assert found.verdict in attack.words, found.report
    assert not {"notJudged", "tookTooLong"} & {one.code for one in found.all_reasons()}, found.report
    assert time.monotonic() - began < LONGEST + STARTING


def test_there_are_a_hundred_and_no_two_are_the_same(office: Workshop) -> None:
    digests = {hashlib.sha256(one.file(office)).digest() for one in ATTACKS}
    assert len(digests) == len(ATTACKS) >= 100
