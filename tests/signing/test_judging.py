"""The warm children that judge files: each file with its own bounds, nothing odd kept, nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest
from asn1crypto import ocsp

from signing import sign
from signing.answers import OCSP, Answer, Answers
from signing.judging import Judges, Limits
from signing.timestamps import TimestampService
from signing.trust import Trust
from signing.verdict import Verdict
from tests.signing import pages
from tests.signing.conftest import Issued
from tests.signing.office_pki import NOW, Pki

SLOW = (sys.executable, "-c", "import time; time.sleep(60)")


@pytest.fixture
def judges() -> Iterator[Judges]:
    with Judges() as made:
        yield made


def _codes(found: Verdict) -> set[str]:
    return {one.code for one in found.all_reasons()}


def test_one_child_judges_file_after_file(judges: Judges, issued: Issued, trust: Trust) -> None:
    assert judges.children == ()
    assert judges.judge(issued.sealed, trust).verdict == "valid"
    first = judges.children
    assert len(first) == 1
    assert judges.judge(issued.approved, trust).verdict == "valid"
    assert judges.judge(issued.draft, trust).verdict == "unsigned"
    assert judges.children == first
    # What was trusted for one file is not trusted for the next.
    assert judges.judge(issued.sealed, None).verdict == "unknown"
    assert judges.judge(issued.sealed, trust).verdict == "valid"


def test_a_child_that_met_something_odd_judges_no_other(judges: Judges, issued: Issued, trust: Trust) -> None:
    assert judges.judge(issued.sealed, trust).verdict == "valid"
    (first,) = judges.children
    assert judges.judge(issued.sealed + b"more", trust).verdict == "invalid"
    assert judges.children == ()
    assert not psutil.pid_exists(first)
    assert judges.judge(issued.sealed, trust).verdict == "valid"
    # Nor does one that was killed meanwhile.
    (second,) = judges.children
    os.kill(second, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(second)] if psutil.pid_exists(second) else [], timeout=5)
    assert judges.judge(issued.sealed, trust).verdict == "valid"


def test_a_child_makes_room_after_some_files(issued: Issued, trust: Trust) -> None:
    with Judges(renewed_after=2) as judges:
        seen: list[tuple[int, ...]] = []
        for _ in range(2):
            assert judges.judge(issued.draft, trust).verdict == "unsigned"
            seen.append(judges.children)
        assert [len(one) for one in seen] == [1, 0]


def test_a_file_that_takes_too_long_or_too_much_costs_its_child_alone(
    judges: Judges, issued: Issued, trust: Trust
) -> None:
    judges.judge(issued.draft, trust)
    found = judges.judge(issued.sealed, trust, Limits(timeout=0.01))
    assert (found.verdict, _codes(found)) == ("unknown", {"tookTooLong"})
    found = judges.judge(issued.sealed, trust, Limits(memory=48 * 1024 * 1024))
    assert (found.verdict, _codes(found)) == ("unknown", {"notJudged"})
    assert judges.judge(issued.sealed, trust).verdict == "valid"


def test_several_at_once_take_turns_in_two_children(judges: Judges, issued: Issued, trust: Trust) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda pdf: judges.judge(pdf, trust).verdict, [issued.sealed, issued.draft] * 3))
    assert found == ["valid", "unsigned"] * 3
    assert 1 <= len(judges.children) <= 2


def test_closing_ends_a_judgement_that_runs(issued: Issued, trust: Trust) -> None:
    judges = Judges(command=SLOW)
    found: list[Verdict] = []
    waiting = threading.Thread(target=lambda: found.append(judges.judge(issued.sealed, trust)))
    waiting.start()
    while not judges.children:
        waiting.join(0.01)
    (child,) = judges.children
    judges.close()
    waiting.join(10)
    assert not waiting.is_alive()
    assert found[0].verdict == "unknown"
    assert not psutil.pid_exists(child)
    assert judges.children == ()


def test_children_with_nothing_to_do_are_let_go(issued: Issued, trust: Trust) -> None:
    with Judges(idle=0.05) as judges:
        judges.judge(issued.draft, trust)
        (child,) = judges.children or (0,)
        if child:
            psutil.wait_procs([psutil.Process(child)] if psutil.pid_exists(child) else [], timeout=5)
        assert judges.children == ()


def test_a_child_ends_with_its_parent(issued: Issued) -> None:
    script = (
        "import sys; from signing.judging import Judges; j = Judges(); j.judge(sys.stdin.buffer.read(), None);"
        "print(j.children[0]); sys.stdout.flush(); import os; os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", script], input=issued.draft, capture_output=True, check=True)
    child = int(done.stdout)
    if psutil.pid_exists(child):
        _, alive = psutil.wait_procs([psutil.Process(child)], timeout=5)
        assert not alive


def test_a_stream_that_another_process_holds_open_holds_nobody_up() -> None:
    """As of a child that was ended at once, under wine: closing that stream waited for whoever was listening to it."""
    holds = (
        "import subprocess, sys\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(9)'], stdin=-3, stdout=-3)\n"
        "sys.stdin.read()"
    )
    begun = time.monotonic()
    with Judges(size=1, command=[sys.executable, "-c", holds]) as judges:
        assert judges.judge(b"%PDF-1.7", None, Limits(timeout=1.0)).verdict == "unknown"
    assert time.monotonic() - begun < 8


def test_each_file_has_its_own_time() -> None:
    script = (
        "import time\nfrom signing.limits import Bounds\nbounds = Bounds()\n"
        "for _ in range(3):\n    bounds.arm(2**31, 0)\n    until = time.process_time() + 0.7\n"
        "    while time.process_time() < until: pass\n"
        "print('through', flush=True)\nbounds.arm(2**31, 0)\nwhile True: pass\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "through\n"
    assert done.returncode != 0


def test_nothing_of_a_file_reaches_the_disk(
    issued: Issued, trust: Trust, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    with Judges() as judges:
        assert judges.judge(issued.sealed, trust).verdict == "valid"
        (child,) = judges.children
        opened = [one.path for one in psutil.Process(child).open_files() if not one.path.startswith("/dev/")]
    assert [one for one in opened if one.endswith(".pdf")] == []
    assert list(tmp_path.rglob("*")) == []


def test_a_huge_file_is_not_even_begun(judges: Judges, tmp_path: Path, trust: Trust) -> None:
    huge = tmp_path / "lớn.pdf"
    with huge.open("wb") as file:
        file.truncate(700 * 1024 * 1024)
    found = judges.judge(huge, trust)
    assert (found.verdict, _codes(found)) == ("unknown", {"fileTooLarge"})
    assert judges.children == ()


# -- with the cable out ------------------------------------------------------------------------------------------


def test_what_was_answered_is_used_with_the_cable_out(
    pki: Pki, trust: Trust, timestamps: TimestampService, issued: Issued
) -> None:
    heard: list[Answer] = []
    with Judges(learned=heard.extend) as judges:
        before = judges.judge(issued.approved, trust, online=False)
        assert (before.verdict, _codes(before)) == ("unknown", {"revocationUnknown"})
        assert judges.judge(issued.approved, trust).verdict == "valid"
    assert {one.kind for one in heard} >= {OCSP}
    pki.silent.add("ocsp")
    # Kept, sealed, and read again at another start.
    kept = Answers(Answer.from_json(one.to_json()) for one in heard)
    with Judges(answers=kept) as judges:
        found = judges.judge(issued.approved, trust, online=False)
        assert (found.verdict, _codes(found)) == ("valid", {"revocationAsOf"})
        assert judges.judge(issued.approved, trust).verdict == "valid"


def test_an_old_answer_is_said_to_be_old_and_a_very_old_one_says_nothing(
    pki: Pki, trust: Trust, judges: Judges
) -> None:
    key = pki.issue("Ngoại tuyến")
    bare = sign.approve(pages.draft(), key).pdf
    for ago, verdict, code in ((2, "warning", "revocationOld"), (12, "unknown", "revocationUnknown")):
        pki.asked_at = NOW - timedelta(days=ago)
        with Judges(answers=_asked(pki, trust, bare)) as offline:
            found = offline.judge(bare, trust, online=False)
            assert (found.verdict, _codes(found)) == (verdict, {code}), found.report


def test_an_answer_that_says_revoked_is_believed_with_the_cable_out(pki: Pki, trust: Trust) -> None:
    key = pki.issue("Thu hồi, ngoại tuyến")
    bare = sign.approve(pages.draft(), key).pdf
    pki.revoke(key, NOW - timedelta(days=1))
    with Judges() as judges:
        assert judges.judge(bare, trust).verdict == "invalid"
        found = judges.judge(bare, trust, online=False)
        assert found.verdict == "invalid"
        assert "certificateRevoked" in _codes(found)


def test_an_issuer_met_once_helps_a_file_that_carries_its_signer_alone(pki: Pki, trust: Trust) -> None:
    key = pki.issue("Có cả chuỗi", revocable=False)
    whole = sign.approve(pages.draft(), key).pdf
    alone = sign.approve(pages.draft(), type(key)(key._private, key.certificate, ())).pdf
    roots_only = Trust(trust.roots)
    with Judges() as judges:
        assert judges.judge(alone, roots_only).verdict == "unknown"
        assert judges.judge(whole, roots_only).verdict == "valid"
        assert judges.judge(alone, roots_only).verdict == "valid"
        assert judges.judge(alone, Trust()).verdict == "unknown"


def _asked(pki: Pki, trust: Trust, pdf: bytes) -> Answers:
    """What the service says about a file's signer by its own clock."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509.ocsp import OCSPRequestBuilder

    from signing import documents

    signer = documents.reader(pdf).embedded_signatures[0].signer_cert
    request = OCSPRequestBuilder().add_certificate(
        x509.load_der_x509_certificate(signer.dump()), pki.ca.certificate, hashes.SHA1()
    )
    told = pki.answer("/ocsp", request.build().public_bytes(Encoding.DER))
    assert told is not None
    at = pki.asked_at or datetime.now(UTC)
    assert ocsp.OCSPResponse.load(told[1]).basic_ocsp_response is not None
    return Answers([Answer(OCSP, told[1], at)])
