"""What diagnose says of the system around: the folder, the proxy, the certificates, lock and sleep."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop import finding_words
from desktop.diagnose_system import certificates_state, folder_state, proxy_state, session_state
from desktop.home import Home
from signing.proxies import Way


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' rights are tried with its installer")
def test_a_folder_that_others_get_into_is_told(tmp_path: Path) -> None:
    home = Home.at(tmp_path / "new")
    home.make()
    assert folder_state(home.root).code == "folderPrivate"
    home.root.chmod(0o750)
    told = folder_state(home.root)
    assert (told.code, told.level, told.values["who"]) == ("folderOpen", "note", "group")
    home.root.chmod(0o755)
    told = folder_state(home.root)
    assert told.values["who"] == "group, others", "for programs"
    assert f"{home.root} (nhóm, người khác)." in told.text
    assert f"{home.root} (group, others)." in finding_words.sentence(told.code, told.values, "en")


def test_windows_short_words_for_people_are_said_in_words_and_numbers_as_they_are() -> None:
    values = {"folder": "C:\\x", "who": "WD, S-1-5-21-1"}
    assert "(mọi người, S-1-5-21-1)" in finding_words.sentence("folderOpen", values)
    assert "(everyone, S-1-5-21-1)" in finding_words.sentence("folderOpen", values, "en")


def test_who_says_which_proxy_is_used_is_told_in_the_readers_language() -> None:
    told = proxy_state(Way("http://proxy:8080", "policy"))
    assert finding_words.sentence(told.code, told.values, "en") == "The proxy proxy:8080 is used (by policy)."


@pytest.mark.parametrize(("way", "code", "said"), [
    (Way(), "proxyNone", "Kết nối thẳng"),
    (Way("http://mai:bi-mat@proxy:8080", "policy"), "proxyInForce", "proxy:8080 (theo chính sách)"),
    (Way("http://a:1", "script", "http://wpad/wpad.dat"), "proxyInForce", "tệp cấu hình tự động"),
    (Way(script="http://wpad/wpad.dat", failed=True), "proxyScriptFailed", "http://wpad/wpad.dat"),
])  # fmt: skip
def test_the_proxy_in_force_is_told_without_its_password(way: Way, code: str, said: str) -> None:
    told = proxy_state(way)
    assert told.code == code
    assert said in told.text
    assert "bi-mat" not in f"{told.text}{told.values}"


def test_whether_there_are_roots_and_news_of_the_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert certificates_state().level in ("ok", "problem")
    assert session_state(wanted=False).code == "sessionLockOff"
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    assert certificates_state().code == "noCertificateStore"
