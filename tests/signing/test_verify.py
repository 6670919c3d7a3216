"""The verify command: exit codes, JSON, sentences, and no traceback whatever it is given."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from resources import FOLDER
from signing import verify
from signing.trust import Trust
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
    leader = listed[0]["signatures"][0]
    assert (leader["signer"], leader["role"], leader["verdict"]) == ("Nguyễn Văn Hòa", "leader", "valid")
    assert 0 < leader["revisionEnd"] < (files / "sealed.pdf").stat().st_size
    assert json.loads(text)["format"] == 1
    _fits_the_schema(text)


def test_all_valid_is_zero(files: Path, trust_directory: Path) -> None:
    code, text = run(files / "sealed.pdf", "--trust", trust_directory)
    assert code == 0
    assert "Hợp lệ" in text
    assert "Nguyễn Văn Hòa" in text


def test_sentences_in_both_languages(files: Path, trust_directory: Path) -> None:
    assert "Tệp không có chữ ký số" in run(files / "draft.pdf")[1]
    assert "The file has no digital signature" in run(files / "draft.pdf", "--lang", "en")[1]
    code, text = run(files / "missing.pdf", trust_directory, "--trust", trust_directory)
    assert code == 1
    assert text.count("Không mở được tệp") == 1
    assert text.count("Thư mục không có tệp PDF nào") == 1
    assert "Traceback" not in text


def _fits_the_schema(text: str) -> None:
    """The answer is as described, with every name that the schema promises and none that it does not know."""
    schema = json.loads((FOLDER / "reports" / "verify.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    said = json.loads(text)
    jsonschema.validate(said, schema)
    for file in said["files"]:
        assert set(file) == set(schema["$defs"]["file"]["properties"])
        for signature in file["signatures"]:
            assert set(signature) == set(schema["$defs"]["signature"]["properties"])


def test_a_folder_is_searched_and_files_keep_their_order(files: Path, issued: Issued) -> None:
    below = files / "hồ sơ" / "tháng 11"
    below.mkdir(parents=True)
    for name in ("b.pdf", "Sâu.PDF", "a.pdf"):
        (below / name).write_bytes(issued.draft)
    (below / "ghi chú.txt").write_text("not one of them")
    _, text = run(files / "draft.pdf", files / "hồ sơ", "--json", "--lang", "en")
    names = [Path(one["file"]).name for one in json.loads(text)["files"]]
    assert names == ["draft.pdf", "Sâu.PDF", "a.pdf", "b.pdf"]
    assert "no signature to check" in json.loads(text)["files"][0]["text"]
    _fits_the_schema(text)


def test_the_standard_input(files: Path, trust_directory: Path) -> None:
    out = io.StringIO()
    given = io.BytesIO((files / "sealed.pdf").read_bytes())
    assert verify.main(["-", "--trust", str(trust_directory)], out, stdin=given) == 0
    assert out.getvalue().startswith("-: Hợp lệ")


def test_without_a_folder_the_profile_says_whom_to_trust(files: Path, trust: Trust) -> None:
    out = io.StringIO()
    assert verify.main([str(files / "sealed.pdf")], out, trust=lambda: trust) == 0


def test_a_reader_that_goes_away_ends_the_command_quietly(files: Path) -> None:
    command = f"{sys.executable} -m signing.verify draft.pdf missing.pdf draft.pdf --report | head -n 1"
    root = Path(verify.__file__).parents[1]
    done = subprocess.run(
        ["bash", "-c", command], cwd=files, env={**os.environ, "PYTHONPATH": str(root)}, capture_output=True, text=True
    )
    assert done.stdout.startswith("draft.pdf: ")
    assert done.stderr == ""


def test_a_wrong_command_is_two(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ([], [str(files), "--lang", "fr"], [str(files), "--timeout", "0"]):
        with pytest.raises(SystemExit) as ended:
            verify.main(wrong)
        assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_huge_file_is_told_without_being_read(files: Path) -> None:
    with (files / "huge.pdf").open("wb") as huge:
        huge.truncate(5_000_000_000)
    code, text = run(files / "huge.pdf", "--lang", "en")
    assert code == 1
    assert "too large to be checked (5000 MB)" in text


def test_a_file_that_may_not_be_read_is_named(files: Path) -> None:
    (files / "loop.pdf").symlink_to(files / "loop.pdf")
    code, text = run(files / "loop.pdf")
    assert code == 1
    assert "loop.pdf: Chưa xác định" in text
    assert "Không mở được tệp" in text


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
