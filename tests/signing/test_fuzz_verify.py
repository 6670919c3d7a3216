"""Some hundred spoilt files, the same each time and a few new ones.

The long run is ``python -m tests.office.fuzz_verify``.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.office.fuzz_verify import Bench, judge, judge_all, still_what_was_signed
from tests.signing.attacks.raw import append, stream, words
from tests.signing.attacks.workshop import Workshop
from tests.signing.office_pki import Served

pytestmark = pytest.mark.expects_log("Error in diff operation", "Encountered signature", "pyhanko")

BUDGET = 14.0  # seconds


@pytest.fixture(scope="module")
def bench(served: Served) -> Bench:
    return Bench.make(Workshop(served.pki))


def test_files_spoilt_by_the_hundred(bench: Bench) -> None:
    found = judge_all(bench, range(1, 401), until=time.monotonic() + BUDGET)
    assert not found.failed
    assert sum(found.words.values()) >= 40
    assert found.words["invalid"]
    assert found.words["unknown"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(seed=st.integers(0, 2**64))
def test_files_spoilt_by_any_seed(bench: Bench, seed: int) -> None:
    assert not judge(bench, seed).fault


def test_the_fuzzer_would_tell(bench: Bench) -> None:
    """A file that is not what was signed is told from one that is: with another page beneath, or one that is cut."""
    signed = bench.bases[0]
    assert still_what_was_signed(bench.bases, signed)
    assert still_what_was_signed(bench.bases, signed + b"\n")
    assert not still_what_was_signed(bench.bases, append(signed, {4: stream(words("Chi 9.000.000 dong"))}))
    assert not still_what_was_signed(bench.bases, signed.replace(b"1.000.000", b"9.000.000", 1))
