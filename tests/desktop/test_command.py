"""The command line: what it prints, and its exit status, as scripts of an administrator meet them."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop import practice_office
from desktop.__main__ import _parser

ROOT = Path(__file__).resolve().parents[2]


def tacnghiep(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=_environment(home), check=False, timeout=100
    )


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PYTHONIOENCODING": "utf-8"}


def test_the_practice_office_is_told_what_the_command_understands(tmp_path: Path) -> None:
    """On a machine of the dedicated network it was told that by a word that the command did not know."""
    asked = practice_office.arguments(
        tmp_path, size=5, database="postgresql:///x", quiet=True, network="dedicated", workers=2, weather=["tsa=150"]
    )
    understood = _parser().parse_args(asked)
    assert (understood.network, understood.serve, understood.workers) == ("dedicated", True, 2)


@pytest.mark.parametrize("command", ["", "sign", "practice", "verify", "diagnose", "updates", "recover", "forget-keys"])
def test_the_help_is_in_one_language_and_leaves_nothing_unsaid(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        _parser().parse_args([*command.split(), "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("Cách dùng: tacnghiep")
    assert not [words for words in ("usage", "options:", "arguments:", "show ", "exit") if words in said]
    found = _parser()
    (commands,) = [one for one in found._actions if isinstance(one, argparse._SubParsersAction)]
    parser = commands.choices[command] if command else found
    assert not [one.dest for one in parser._actions if not one.help and one.dest != "command"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mo"], "LỆNH: không có 'mo'; chọn trong: "),
        (["sign"], "thiếu: TỆP"),
        (["diagnose", "--jsom"], "không hiểu: --jsom"),
        (["diagnose", "--report"], "--report: thiếu giá trị"),
        (["practice", "--port", "x"], "--port: giá trị không đúng: 'x'"),
        (["practice", "--port", "99999999"], "--port: 0–65535"),
        (["updates", "--check", "--fetch"], "--fetch: không dùng cùng --check"),
        (["verify", "--timeout", "-1", "a.pdf"], "--timeout"),
    ],
)
def test_a_wrong_command_is_told_in_vietnamese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        _parser().parse_args(arguments)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert not [words for words in ("usage", "argument", "invalid", "error") if words in told]


def test_looking_for_updates_first_makes_a_folder_for_this_user_alone(tmp_path: Path) -> None:
    done = tacnghiep("updates", "--profile", str(tmp_path / "new"), home=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_key_that_is_not_there_is_named_where_updates_are_signed(tmp_path: Path) -> None:
    done = tacnghiep("updates", "--sign", str(tmp_path), "--key", str(tmp_path / "none.pem"), home=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Không đọc hoặc không ghi được {tmp_path / 'none.pem'}: ")


def test_version(tmp_path: Path) -> None:
    done = tacnghiep("--version", home=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("tacnghiep ")


@pytest.mark.parametrize("content", [b"khong phai PDF", b"", b"%PDF-1.7\nhong"])
def test_verify_says_of_rubbish_that_it_is_unknown(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "van-ban.pdf"
    file.write_bytes(content)
    done = tacnghiep("verify", str(file), "--json", home=tmp_path)
    (found,) = json.loads(done.stdout)["files"]
    assert set(found) >= {"file", "verdict", "signatures", "reasons"}
    assert found["verdict"] == "unknown"
    assert found["reasons"]
    assert done.returncode == 1


def test_verify_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = tacnghiep("verify", str(tmp_path / "khong-co.pdf"), home=tmp_path)
    assert done.returncode == 1
    assert "khong-co.pdf" in done.stdout
    assert "Traceback" not in done.stderr


def test_diagnose_finds_each_part_writes_a_report_and_leaves_nothing_behind(tmp_path: Path) -> None:
    profile, target = tmp_path / "profile", tmp_path / "bao-cao.zip"
    done = tacnghiep("diagnose", "--json", "--report", str(target), "--profile", str(profile), home=tmp_path)
    report = json.loads(done.stdout)
    assert str(target) in done.stderr
    with zipfile.ZipFile(target) as archive:
        assert {"doc-truoc.txt", "kiem-tra.json", "may.json", "cai-dat.json"} <= set(archive.namelist())
    parts = {
        "versions",
        "policy",
        "capture",
        "updates",
        "keyring",
        "cache",
        "readers",
        "tokens",
        "trust",
        "services",
        "hints",
        "central",
        "proxy",
        "certificates",
        "session",
    }
    assert {f["part"] for f in report["findings"]} == parts
    assert report["ok"] is (done.returncode == 0)
    assert not profile.exists()


def test_the_profile_may_be_named_before_or_after_the_command(tmp_path: Path) -> None:
    before = tacnghiep("--profile", str(tmp_path / "a"), "diagnose", "--json", home=tmp_path)
    after = tacnghiep("diagnose", "--json", "--profile", str(tmp_path / "a"), home=tmp_path)
    folders = [json.loads(d.stdout)["findings"][2]["values"]["folder"] for d in (before, after)]
    assert folders == [str(tmp_path / "a")] * 2


def test_an_unknown_command_is_told_so(tmp_path: Path) -> None:
    done = tacnghiep("gui", home=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
