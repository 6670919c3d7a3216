"""What administrators write, taken sensibly: registry kinds, files, orders and recommendations, and what is rubbish."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop.session.policy import Layer, Policy, take
from desktop.session.policy_places import MOST_BYTES, file_layers
from desktop.session.settings import BY_NAME, Settings

KEY = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="


def taken(**values: Any) -> Policy:
    return take([Layer("here", values)], BY_NAME)


@pytest.mark.parametrize(
    ("name", "found", "value"),
    [
        ("pollSeconds", 60, 60),
        ("pollSeconds", "60", 60),
        ("POLLseconds", " 60\0", 60),
        ("prefetch", 0, False),
        ("prefetch", "1", True),
        ("prefetch", "No", False),
        ("prefetch", True, True),
        ("network", "Dedicated", "dedicated"),
        ("network", ["dedicated"], "dedicated"),
        ("tokenModules", r"C:\a.dll; C:\b.dll", [r"C:\a.dll", r"C:\b.dll"]),
        ("tokenModules", [r"C:\a.dll", " ", r"C:\b.dll "], [r"C:\a.dll", r"C:\b.dll"]),
        ("tokenModules", "", []),
        ("serviceHosts", ["ocsp.example.vn"], ["ocsp.example.vn"]),
        ("updateKey", "A" * 43 + "=", "A" * 43 + "="),
        ("supportUrl", "mailto:hotro@example.vn", "mailto:hotro@example.vn"),
        ("supportUrl", "", ""),
    ],
)
def test_a_value_is_taken_however_it_was_written(name: str, found: Any, value: Any) -> None:
    policy = taken(**{name: found})
    assert [one.value for one in policy.mandatory.values()] == [value]
    assert policy.problems == ()


@pytest.mark.parametrize(
    ("name", "found", "held"),
    [
        ("lockAfterMinutes", "soon", 15),
        ("lockAfterMinutes", 100_000, 15),
        ("lockWithSystem", "maybe", True),
        ("allowPrinting", 2, False),
        ("allowExport", None, False),
        ("classified", "perhaps", False),
        ("trustAdditions", [], False),
        ("unitLevel", "district", "commune"),
        ("updateMode", 7, "off"),
        ("supportUrl", "http://example.vn", ""),
        ("updateKey", KEY, ""),
        ("theme", "pink", "system"),
        ("tokenModules", b"\x00\x01", []),
        ("centralUrl", {"a": 1}, ""),
        ("pollSeconds", True, 300),
        ("proxy", "x" * 5000, ""),
    ],
)
def test_what_cannot_be_taken_loosens_nothing_and_is_named(tmp_path: Path, name: str, found: Any, held: Any) -> None:
    policy = taken(**{name: found})
    assert [(one.code, one.name) for one in policy.problems] == [("notTaken", name)]
    settings = Settings(tmp_path / "s.json", {})
    settings.take_policy(Policy(policy.mandatory))
    assert settings[name] == held
    assert settings.is_locked(name) == (BY_NAME[name].safe is not None or BY_NAME[name].policy_only)


def test_the_computers_policy_goes_before_the_persons_and_a_choice_before_a_recommendation(tmp_path: Path) -> None:
    policy = take(
        [
            Layer("HKLM", {"keepMonths": 12}),
            Layer("HKCU", {"keepMonths": 6, "theme": "dark", "network": "dedicated"}, machine=False),
            Layer("HKLM r", {"textSize": "large", "language": "en"}, mandatory=False),
            Layer("HKCU r", {"textSize": "small", "theme": "light"}, mandatory=False, machine=False),
        ],
        BY_NAME,
    )
    assert [(one.code, one.name, one.origin) for one in policy.problems] == [("machineOnly", "network", "HKCU")]
    settings = Settings(tmp_path / "s.json", {})
    assert settings.take_policy(Policy(policy.mandatory, policy.recommended)) == {
        "keepMonths", "theme", "textSize", "language"
    }  # fmt: skip
    assert (settings["keepMonths"], settings["theme"], settings["textSize"]) == (12, "dark", "large")
    assert settings.is_locked("theme")
    assert settings.recommended("theme") is None
    assert not settings.is_locked("textSize")
    settings.set("textSize", "normal")
    assert (settings["textSize"], settings.source("textSize")) == ("normal", "own")
    assert settings.recommended("textSize") == "large"
    settings.forget("textSize")
    assert (settings["textSize"], settings.source("textSize")) == ("large", "recommended")
    assert Settings(tmp_path / "s.json", {}).source("textSize") == "default"


def test_recommending_what_nobody_may_choose_is_an_order() -> None:
    policy = take([Layer("r", {"allowExport": 0}, mandatory=False)], BY_NAME)
    assert policy.mandatory["allowExport"].value is False


def read(path: Path) -> Policy:
    return take(file_layers(path, owner=os.getuid()), BY_NAME)


def test_a_file_has_two_parts_or_is_orders_alone(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    assert read(file) == Policy()
    file.write_text('\ufeff{"pollSeconds": 60, "$schema": "policy.schema.json"}', "utf-8")
    assert read(file).mandatory["pollSeconds"].value == 60
    parts = {"mandatory": {"pollSeconds": 90}, "recommended": {"theme": "dark"}, "keepMonths": 3}
    file.write_text(json.dumps(parts))
    found = read(file)
    assert {name: one.value for name, one in found.mandatory.items()} == {"keepMonths": 3, "pollSeconds": 90}
    assert found.recommended["theme"].value == "dark"
    assert found.problems == ()


@pytest.mark.expects_log("settings.policy")
@pytest.mark.parametrize(
    "content",
    [b"{", b"[]", b"7", b"\xff\xfe\x00", b"", b"[" * 100_000, b'{"mandatory": 3}', b" " * (MOST_BYTES + 1)],
    ids=["cut", "list", "number", "bytes", "empty", "deep", "parts", "huge"],
)
def test_a_file_that_cannot_be_read_keeps_tight_what_it_may_have_tightened(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "policy.json"
    file.write_bytes(content)
    found = read(file)
    assert [one.code for one in found.problems] == ["broken"]
    settings = Settings(tmp_path / "s.json", {})
    settings.take_policy(found)
    assert not settings["allowPrinting"]
    assert not settings["allowExport"]
    assert settings["lockAfterMinutes"] == 15
    assert settings.is_locked("lockAfterMinutes")
    assert not settings.is_locked("theme")


def test_a_file_that_others_may_write_is_not_relied_on(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text('{"classified": true, "network": "dedicated"}')
    file.chmod(0o646)
    assert read(file).mandatory["classified"].value is False
    file.chmod(0o644)
    assert read(file).mandatory["classified"].value is True
    tmp_path.chmod(0o777)
    assert [one.code for one in read(file).problems] == ["broken"]
    tmp_path.chmod(0o755)
    assert [one.code for one in take(file_layers(file, owner=os.getuid() + 1), BY_NAME).problems] == ["broken"]


def test_a_name_that_nobody_declared_is_told(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text('{"allowPrintin": false}')
    assert [(one.code, one.name) for one in read(file).problems] == [("unknownName", "allowPrintin")]
