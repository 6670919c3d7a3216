"""The templates of group policy say what is declared, in both languages, and what they write is what is read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from desktop import policy_papers
from desktop.admx import NAMESPACE
from desktop.session.policy import Layer, take
from desktop.session.setting_words import ABOUT, CHOICES, GROUPS
from desktop.session.settings import BY_NAME, SETTINGS
from resources.installer import registration

PAPERS = policy_papers.papers()
LANGUAGES = ("vi-VN", "en-US")
KEY = r"Software\Policies\TacNghiep"
ELEMENTS = {"decimal": "decimalTextBox", "enum": "dropdownList", "text": "textBox", "list": "listBox"}


def tree(name: str) -> ET.Element:
    return ET.fromstring(PAPERS[name])


def every(element: ET.Element, tag: str) -> list[ET.Element]:
    return list(element.iter(f"{{{NAMESPACE}}}{tag}"))


def plain(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


ADMX = tree("tacnghiep.admx")
POLICIES = every(ADMX, "policy")


def test_each_setting_is_an_order_and_each_free_one_a_recommendation() -> None:
    names = [policy.get("name") for policy in POLICIES]
    free = [f"{setting.name}_recommended" for setting in SETTINGS if not setting.policy_only]
    assert names == [setting.name for setting in SETTINGS] + free
    for policy in POLICIES:
        name, _, advice = str(policy.get("name")).partition("_")
        assert policy.get("key") == (rf"{KEY}\Recommended" if advice else KEY)
        assert policy.get("class") == ("Machine" if BY_NAME[name].policy_only else "Both")


def test_every_reference_leads_somewhere() -> None:
    categories = [one.get("name") for one in every(ADMX, "category")]
    assert len(set(categories)) == len(categories)
    assert {one.get("ref") for one in every(ADMX, "parentCategory")} <= set(categories)
    supported = {one.get("name") for one in every(ADMX, "definition")}
    assert {one.get("ref") for one in every(ADMX, "supportedOn")} - {None} == supported
    text = PAPERS["tacnghiep.admx"].decode()
    for language in LANGUAGES:
        words = tree(f"{language}/tacnghiep.adml")
        strings = [one.get("id") for one in every(words, "string")]
        assert len(set(strings)) == len(strings)
        assert set(re.findall(r"\$\(string\.(\w+)\)", text)) == set(strings)
        shown = [one.get("id") for one in every(words, "presentation")]
        assert len(set(shown)) == len(shown)
        assert set(re.findall(r"\$\(presentation\.(\w+)\)", text)) == set(shown)
        assert all((one.text or "").strip() for one in every(words, "string"))


def test_each_control_fits_its_element() -> None:
    for language in LANGUAGES:
        controls = {one.get("id"): list(one) for one in every(tree(f"{language}/tacnghiep.adml"), "presentation")}
        for policy in POLICIES:
            elements = [one for holder in policy.findall(f"{{{NAMESPACE}}}elements") for one in holder]
            for element in elements:
                (control,) = controls[str(policy.get("name")).partition("_")[0]]
                assert plain(control) == ELEMENTS[plain(element)]
                assert control.get("refId") == element.get("id")
            assert bool(elements) == (policy.get("presentation") is not None)


def written(policy: ET.Element) -> list[Any]:
    """What group policy's editor can write for a policy, as Windows hands it to the program."""
    found: list[Any] = [
        int(str(one[0].get("value")))
        for tag in ("enabledValue", "disabledValue")
        for one in policy.findall(f"{{{NAMESPACE}}}{tag}")
    ]
    for element in (one for holder in policy.findall(f"{{{NAMESPACE}}}elements") for one in holder):
        match plain(element):
            case "decimal":
                found += [int(str(element.get("minValue"))), int(str(element.get("maxValue")))]
            case "enum":
                found += [one.text for one in every(element, "string")]
            case "list":
                found.append(["one", "two"])
            case _:
                found.append("")
    return found


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.get("name"))
def test_what_the_editor_writes_is_taken(policy: ET.Element) -> None:
    name, _, advice = str(policy.get("name")).partition("_")
    taken: list[Any] = []
    for value in written(policy):
        found = take([Layer("here", {name: value}, mandatory=not advice)], BY_NAME)
        assert found.problems == ()
        taken.append((found.recommended if advice else found.mandatory)[name].value)
    setting = BY_NAME[name]
    if setting.type is bool:
        assert taken == [True, False]
    if setting.choices:
        assert taken == list(setting.choices)
    if setting.type is int:
        assert taken == [setting.least, setting.most]


def test_everything_is_said_in_both_languages() -> None:
    assert set(ABOUT) == set(BY_NAME)
    assert {name: set(words) for name, words in CHOICES.items()} == {
        s.name: set(s.choices) for s in SETTINGS if s.choices
    }
    placed = [name for _, _, names in GROUPS for name in names]
    assert sorted(placed) == sorted(BY_NAME)
    assert all(vi and en for vi, en in ABOUT.values())


def test_the_schema_takes_what_the_program_takes() -> None:
    schema = json.loads(PAPERS[policy_papers.SCHEMA])
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = {setting.name: setting.default for setting in SETTINGS}
    free = {setting.name: setting.default for setting in SETTINGS if not setting.policy_only}
    for good in (whole, {"mandatory": whole, "recommended": free}, {"$schema": "x"}):
        jsonschema.validate(good, schema)
    for bad in ({"recommended": {"network": "internet"}}, {"allowPrintin": False}, {"mandatory": {"keepMonths": 999}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)


def test_what_the_installers_write_into_policy_is_a_setting_and_taken() -> None:
    assert registration.POLICY_KEY == KEY
    written = [one for one in registration.OPTIONS if one.key == KEY]
    assert {one.value for one in written} == {"centralUrl", "network"}
    assert {value.name for value in registration.VALUES if value.key == KEY} == {one.value for one in written}
    for one in written:
        assert all(BY_NAME[one.value].accepts(word) for word in one.words or ("https://central.example",))
        assert set(one.words) == set(BY_NAME[one.value].choices)


def test_the_files_are_written_where_the_installers_look(tmp_path: Path) -> None:
    assert policy_papers.main([str(tmp_path)]) == 0
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == PAPERS
    assert all(name.isascii() for name in found)
    assert policy_papers.main([]) == 2
