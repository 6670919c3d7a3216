"""The verify command: exit codes, JSON, sentences, and no traceback whatever it is given."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from signing import verify
from tests.signing.conftest import Issued


@pytest.fixture
def files(tmp_path: Path, issued: Issued) -> Path:
    (tmp_path / "sealed.pdf").write_bytes(issued.sealed)
    (tmp_path / "draft.pdf").write_bytes(issued.draft)
    (tmp_path / "forged.pdf").write_bytes(issued.sealed + b"more")
    (tmp_path / "text.pdf").write_bytes(b"hello")
    return tmp_path


def run(*arguments: str | Path) -> tuple[int, str]:
    out = io.StringIO()
    code = verify.main([str(one) for one in arguments], out)
    return code, out.getvalue()


def test_json(files: Path, trust_directory: Path) -> None:
    names = ["sealed.pdf", "draft.pdf", "forged.pdf", "text.pdf", "missing.pdf"]
    code, text = run(*(files / name for name in names), "--trust", trust_directory, "--json")
    listed: list[dict[str, Any]] = json.loads(text)["files"]
    assert code == 1
    assert [one["verdict"] for one in listed] == ["valid", "unsigned", "invalid", "unknown", "unknown"]
    assert [Path(one["file"]).name for one in listed] == names
    assert len(listed[0]["signatures"]) == 2
    assert listed[0]["reasons"] == []
    assert listed[2]["reasons"][0]["code"] == "trailingBytes"
    assert listed[3]["reasons"][0]["code"] == "pdfUnreadable"
    assert listed[4]["reasons"][0]["code"] == "fileUnreadable"


def test_all_valid_is_zero(files: Path, trust_directory: Path) -> None:
    code, text = run(files / "sealed.pdf", "--trust", trust_directory)
    assert code == 0
    assert "Hợp lệ" in text
    assert "Nguyễn Văn Hòa" in text


def test_sentences_in_both_languages(files: Path, trust_directory: Path) -> None:
    assert "Tệp không có chữ ký số" in run(files / "draft.pdf")[1]
    assert "The file has no digital signature" in run(files / "draft.pdf", "--lang", "en")[1]
    code, text = run(files / "missing.pdf", files, "--trust", trust_directory)
    assert code == 1
    assert text.count("Không mở được tệp") == 2
    assert "Traceback" not in text


def test_no_such_trust_directory(files: Path) -> None:
    code, text = run(files / "sealed.pdf", "--trust", files / "nowhere")
    assert code == 1
    assert "chứng thư gốc" in text


def test_a_console_without_vietnamese_letters(files: Path) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    assert verify.main([str(files / "draft.pdf")], out) == 1
    out.flush()
    assert b"draft.pdf" in raw.getvalue()
