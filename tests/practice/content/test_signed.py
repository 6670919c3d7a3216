"""What poppler, which knows nothing of this program, says of the papers that were signed before today."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop.practice.pki import PracticePki
from desktop.practice.seed import Seed
from desktop.practice.seed_handling import HOME
from desktop.practice.signed import tampered

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdfsig") and shutil.which("certutil")), reason="pdfsig and certutil judge here"
)


def run(*command: str) -> str:
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode in (0, 2), answer.stderr
    return answer.stdout


@needs_poppler
def test_poppler_finds_both_signatures_valid_and_trusted(seed: Seed, pki: PracticePki, tmp_path: Path) -> None:
    database = f"sql:{tmp_path}"
    run("certutil", "-N", "-d", database, "--empty-password")
    for name, trust in (("goc-thuc-hanh", "CT,C,C"), ("trung-gian-thuc-hanh", ",,")):
        run("certutil", "-A", "-d", database, "-n", name, "-t", trust, "-i", str(pki.trust_dir / f"{name}.pem"))
    blobs = {hashlib.sha256(data).hexdigest(): data for data, _ in seed.blobs}
    documents = seed.objects["Document"]
    newest_home = max((d for d in documents if d["organId"] == HOME and d["state"] == "issued"), key=_issued)
    from_tu = max((d for d in documents if d["organId"] == "tu"), key=_issued)
    for document in (newest_home, from_tu):
        path = tmp_path / "paper.pdf"
        path.write_bytes(blobs[document["file"]["digest"]])
        told = run("pdfsig", "-nssdir", database, "-no-ocsp", str(path))
        assert told.count("Signature is Valid") == 2, document["notation"]
        assert told.count("Certificate is Trusted") == 2, document["notation"]
        assert document["signer"]["name"] in told


def _issued(document: dict[str, str]) -> str:
    return document["issuedAt"] or ""


def test_only_a_word_that_is_there_can_be_changed() -> None:
    assert tampered(b"a 2026 b 2026", b"2026", b"2027") == b"a 2027 b 2026"
    with pytest.raises(ValueError, match="no such word"):
        tampered(b"a", b"2026", b"2027")
