"""The report as a whole: what is in it, what is not, what comes late, and where it cannot be written."""

from __future__ import annotations

import io
import json
import os
import threading
import time
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import diagnose
from desktop.findings import Finding
from desktop.home import Home
from desktop.session.profile import Account, Accounts
from desktop.session.settings import Settings
from desktop.support import parts
from desktop.support.redaction import Redaction
from desktop.support.report import READ_FIRST, Page, Report, Source, gather, save

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SECRETS = (
    "Trần Thị Bình", "tranthibinh", "vanthu", "Lê Thị Nhàn", "Quyết định khen thưởng", "12/QĐ-UBND", "246810",
    "hoaphuongdo", "012345678901", "may-rieng", "5404ABCD",
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A machine with one account, and a log in which all stands that must not stand there."""
    home = Home(tmp_path / "nha")
    account = Account("k1", "https://central.tinh.example", "a1", "Trần Thị Bình", "vanthu", unsent=2)
    Accounts(home.accounts).keep(account)
    (home.accounts / "k1").mkdir()
    (home.accounts / "k1" / "cache.db").write_bytes(b"x" * 77)
    home.logs.mkdir()
    lines = [
        {"event": "push.answer", "act": "0199f0e2-7c55", "code": "notTheCentral", "level": "info"},
        {"event": "leak", "subject": "Quyết định khen thưởng", "number": "12/QĐ-UBND", "pin": "246810"},
        {"event": "leak", "exception": "ValueError: Lê Thị Nhàn 012345678901", "url": "https://may-rieng.example/x"},
        {"event": "leak", "note": "mật khẩu hoaphuongdo", "error": "password=hoaphuongdo serial: 5404ABCD"},
        {"event": "leak of vanthu"},
    ]
    (home.logs / "tacnghiep.log").write_text("".join(f"{json.dumps(one)}\n" for one in lines), "utf-8")
    (home.logs / "tacnghiep.log.1").write_text("older\n", "utf-8")
    os.utime(home.logs / "tacnghiep.log.1", (NOW.timestamp() - 9e6, NOW.timestamp() - 9e6))
    return home


def found() -> Sequence[Finding]:
    values = {"subject": "Lê Thị Nhàn", "serial": "5404ABCD", "until": "01/01/2027", "days": 9, "label": "Nhàn"}
    return [
        diagnose.versions(),
        Finding("tokens", "note", "certificateEndsSoon", "Chứng thư của Lê Thị Nhàn (5404ABCD) sắp hết hạn.", values),
        Finding("central", "problem", "x", "Không liên lạc được với https://may-rieng.example", {}),
    ]


def report_of(home: Home) -> Report:
    settings = Settings(
        home.settings, {"centralUrl": "https://central.tinh.example", "supportUrl": "mailto:ho-tro@a.example"}
    )
    sources = parts.sources(home, settings, findings=found)
    return gather(sources, parts.redaction_of(home, settings), NOW)


def test_what_must_not_leave_is_in_no_page_and_not_in_the_zip(home: Home) -> None:
    report = report_of(home)
    everything = "\n".join(f"{page.name}\n{page.text}" for page in report.pages)
    assert [secret for secret in SECRETS if secret.casefold() in everything.casefold()] == []
    with zipfile.ZipFile(io.BytesIO(report.zipped())) as archive:
        assert archive.namelist() == [page.name for page in report.pages]
        assert [archive.read(page.name).decode() for page in report.pages] == [page.text for page in report.pages]
        assert archive.infolist()[0].date_time == (2026, 11, 23, 9, 30, 0)


def test_what_helps_is_there(home: Home) -> None:
    pages = {page.name: page.text for page in report_of(home).pages}
    assert list(pages) == [
        READ_FIRST, "kiem-tra.txt", "kiem-tra.json", "may.json", "cai-dat.json", "ho-so.json",
        "nhat-ky/tacnghiep.log", "nhat-ky/tacnghiep.log.1",
    ]  # fmt: skip
    assert "0199f0e2-7c55" in pages["nhat-ky/tacnghiep.log"]
    settings = json.loads(pages["cai-dat.json"])["settings"]
    assert settings["centralUrl"] == {"value": "https://central.tinh.example", "source": "policy"}
    assert settings["language"] == {"value": "vi", "source": "default"}
    (profile,) = json.loads(pages["ho-so.json"])["profiles"]
    assert profile["unsent"] == 2
    assert profile["files"]["known"] == {"cache.db": 77}
    assert json.loads(pages["kiem-tra.json"])["findings"][1]["values"]["days"] == 9
    for name in list(pages)[1:]:
        assert name in pages[READ_FIRST]


def test_a_part_that_hangs_or_fails_keeps_no_other(home: Home) -> None:
    never = threading.Event()

    def fail() -> None:
        raise OSError(5, "D:\\Công văn đến\\mật.pdf")

    def one(_redaction: Redaction, value: object) -> Sequence[Page]:
        return [Page("good", str(value))]

    sources = [
        Source("hangs", never.wait, one, 0.2), Source("fails", fail, one, 5.0), Source("good", lambda: 7, one, 5.0),
    ]  # fmt: skip
    began = time.monotonic()
    report = gather(sources, Redaction(), NOW)
    never.set()
    assert time.monotonic() - began < 3
    pages = {page.name: page.text for page in report.pages}
    assert "no answer" in pages["hangs"]
    assert "OSError" in pages["fails"]
    assert "Công văn" not in pages["fails"]
    assert pages["good"] == "7"


@pytest.mark.expects_log("report.page_not_made")
def test_a_page_that_cannot_be_made_is_told_in_its_place(caplog: pytest.LogCaptureFixture) -> None:
    def stumble(_redaction: Redaction, value: object) -> Sequence[Page]:
        raise ValueError(f"Công văn của {value}")

    def one(_redaction: Redaction, value: object) -> Sequence[Page]:
        return [Page("good", str(value))]

    sources = [Source("bad", lambda: "Lê Thị Nhàn", stumble), Source("good", lambda: 7, one)]
    report = gather(sources, Redaction(), NOW)
    pages = {page.name: page.text for page in report.pages}
    assert list(pages) == [READ_FIRST, "bad", "good"]
    assert "Không lập được trang này" in pages["bad"]
    assert "could not be made" in pages["bad"]
    assert "ValueError" in pages["bad"]
    assert pages["good"] == "7"
    assert "error=ValueError" in caplog.text
    assert "bad" in pages[READ_FIRST]
    assert "Công văn" not in caplog.text + "".join(pages.values())


@pytest.mark.expects_log("report.page_not_made")
def test_a_reason_that_cannot_be_redacted_is_not_told() -> None:
    class Broken(Redaction):
        def trace(self, text: str) -> str:
            raise RecursionError

    def fail() -> None:
        raise OSError(5, "mật.pdf")

    report = gather([Source("bad", fail, lambda _redaction, _found: [])], Broken(), NOW)
    assert "RecursionError" in report.pages[1].text
    assert "mật.pdf" not in report.pages[1].text


def test_a_page_of_words_comes_and_goes() -> None:
    report = Report.of([Page("a", "x")], NOW)
    told = report.with_page(Page("loi-ke.txt", "màn hình trắng"))
    assert [page.name for page in told.pages] == [READ_FIRST, "loi-ke.txt", "a"]
    assert [page.name for page in told.with_page(Page("loi-ke.txt", " ")).pages] == [READ_FIRST, "a"]


def test_a_report_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "r.zip"
    target.mkdir()
    with pytest.raises(OSError, match="directory"):
        save(b"x", target)
    assert [path.name for path in tmp_path.iterdir()] == ["r.zip"]


def test_much_log_is_cut_at_its_old_end(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_LOG", 200)
    (home.logs / "tacnghiep.log").write_text("".join(f"line {n}\n" for n in range(100)), "utf-8")
    logs = [page for page in report_of(home).pages if page.name.startswith("nhat-ky/")]
    assert sum(len(page.text) for page in logs) <= 210
    assert logs[0].text.endswith("line 99\n")
    assert logs[0].text.startswith("line ")


def test_logs_that_take_too_long_are_cut_at_their_old_end(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_PIECE", 10)
    (home.logs / "tacnghiep.log").write_text("".join(f"line {n}\n" for n in range(100)), "utf-8")
    whole = {page.name: page.text for page in report_of(home).pages}["nhat-ky/tacnghiep.log"]
    assert whole == "".join(f"line {n}\n" for n in range(100))
    monkeypatch.setattr(parts, "LONGEST", -1.0)
    assert "101 older lines" in {page.name: page.text for page in report_of(home).pages}["nhat-ky/tacnghiep.log"]


def test_the_command_says_where_it_could_not_write_and_what_it_found(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(diagnose, "look", lambda _: list(found()))
    status = diagnose.main(home.root, as_json=False, report=tmp_path / "no" / "r.zip")
    said = capsys.readouterr()
    assert status == 2
    assert "Không ghi được" in said.err
    assert "sắp hết hạn" in said.out
    assert diagnose.main(home.root, as_json=False, report=tmp_path) == 1
    (made,) = tmp_path.glob("tacnghiep-bao-cao-*.zip")
    assert str(made) in capsys.readouterr().err
