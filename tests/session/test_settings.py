"""Settings from one place, policy first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.session.profile import Account, Accounts, account_key
from desktop.session.settings import BY_NAME, SETTINGS, Settings


def test_defaults_are_sound_and_every_setting_says_what_it_means() -> None:
    assert all(s.accepts(s.default) and s.vi and s.en for s in SETTINGS)
    assert len(BY_NAME) == len(SETTINGS)


def test_a_choice_is_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a" / "settings.json", {})
    settings.set("language", "en")
    assert Settings(tmp_path / "a" / "settings.json", {})["language"] == "en"


def test_policy_wins_and_cannot_be_changed_here(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"pollSeconds": 60, "network": "dedicated", "classified": True}))
    settings = Settings(file, {"pollSeconds": 120})
    assert (settings["pollSeconds"], settings["network"], settings["classified"]) == (120, "internet", False)
    for name, value in (("pollSeconds", 90), ("network", "dedicated")):
        assert settings.is_locked(name)
        with pytest.raises(ValueError, match=name):
            settings.set(name, value)


@pytest.mark.expects_log("settings.not_taken")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("pollSeconds", True),
        ("pollSeconds", 1),
        ("nothing", 1),
        ("timestampUrl", "http://\ud800"),
        ("tokenModules", ["\ud800.dll"]),
        ("updateSource", "\0"),
    ],
)
def test_what_no_setting_takes_is_not_taken(tmp_path: Path, name: str, value: object) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({name: value, "language": "en"}))
    settings = Settings(file, {})
    assert settings["language"] == "en"
    if name in BY_NAME:
        assert settings[name] == BY_NAME[name].default


@pytest.mark.expects_log("settings.unreadable")
@pytest.mark.parametrize("written", ["{", "[" * 100_000])
def test_a_damaged_file_is_no_settings(tmp_path: Path, written: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(written)
    assert Settings(file, {})["language"] == "vi"


@pytest.mark.expects_log("accounts.entry_unreadable")
def test_accounts_survive_a_damaged_entry(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    account = Account(account_key("https://a.vn/", "p"), "https://a.vn", "p", "Mai", "mai", used_at="2026")
    accounts.keep(account)
    file = tmp_path / "accounts.json"
    file.write_text(json.dumps([*json.loads(file.read_text()), {"key": 1}, 7]))
    assert accounts.all() == [account]
    assert account_key("https://A.vn", "p") == account.key
