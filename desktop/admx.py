"""The templates of group policy, made from the declared settings: an ADMX file and an ADML file for each language.

Knows the settings and what is said of them. Each setting is an order; each that a person may choose is a recommendation
too, in a category of its own, as administrators know it from browsers. Format: Microsoft's PolicyDefinitionFiles.xsd.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from desktop.policy_texts import Language, explanation, said, title
from desktop.session.declared import LONGEST, Setting
from desktop.session.policy_places import POLICY_KEY, RECOMMENDED
from desktop.session.setting_words import GROUPS, Words, choice_words, group_of

NAMESPACE = "http://www.microsoft.com/GroupPolicy/PolicyDefinitions"
CULTURES: dict[Language, str] = {"vi": "vi-VN", "en": "en-US"}
REVISION = "1.0"
_ROOT = "TacNghiep"
_SUPPORTED = "SUPPORTED_TacNghiep"
_ADVICE = "recommended"
_FIXED: dict[str, Words] = {
    _ROOT: ("Tác nghiệp", "Tác nghiệp"),
    f"{_ROOT}_{_ADVICE}": (
        "Mặc định của cơ quan (người dùng đổi được)",
        "The office's defaults (people may change them)",
    ),
    _SUPPORTED: ("Tác nghiệp trên Windows 10 1809 hoặc mới hơn", "Tác nghiệp on Windows 10 1809 or later"),
}


def admx(settings: Sequence[Setting]) -> bytes:
    """The definitions, without words."""
    root = ET.Element("policyDefinitions", xmlns=NAMESPACE, revision=REVISION, schemaVersion="1.0")
    spaces = ET.SubElement(root, "policyNamespaces")
    ET.SubElement(spaces, "target", prefix="tacnghiep", namespace="TacNghiep.Policies.TacNghiep")
    ET.SubElement(root, "resources", minRequiredRevision=REVISION, fallbackCulture="en-US")
    supported = ET.SubElement(ET.SubElement(root, "supportedOn"), "definitions")
    ET.SubElement(supported, "definition", name=_SUPPORTED, displayName=f"$(string.{_SUPPORTED})")
    categories = ET.SubElement(root, "categories")
    for name, parent in _categories(settings):
        category = ET.SubElement(categories, "category", name=name, displayName=f"$(string.{name})")
        if parent:
            ET.SubElement(category, "parentCategory", ref=parent)
    policies = ET.SubElement(root, "policies")
    for setting in settings:
        _policy(policies, setting, recommended=False)
    for setting in settings:
        if not setting.policy_only:
            _policy(policies, setting, recommended=True)
    return _written(root)


def adml(settings: Sequence[Setting], language: Language) -> bytes:
    """The words, and the controls of group policy's editor."""
    root = ET.Element("policyDefinitionResources", xmlns=NAMESPACE, revision=REVISION, schemaVersion="1.0")
    name = said(_FIXED[_ROOT], language)
    ET.SubElement(root, "displayName").text = name
    ET.SubElement(root, "description").text = said(("Chính sách của Tác nghiệp", "Policies of Tác nghiệp"), language)
    resources = ET.SubElement(root, "resources")
    table = ET.SubElement(resources, "stringTable")
    for key, text in _strings(settings, language):
        ET.SubElement(table, "string", id=key).text = text
    presentations = ET.SubElement(resources, "presentationTable")
    for setting in settings:
        if setting.type is not bool:
            _presentation(presentations, setting, language)
    return _written(root)


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    # Lines as Windows ends them, the same wherever it is built.
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") + b"\r\n"


def _categories(settings: Sequence[Setting]) -> Iterator[tuple[str, str]]:
    """Names with the one above."""
    yield _ROOT, ""
    used = {group_of(setting.name) for setting in settings}
    choosable = {group_of(setting.name) for setting in settings if not setting.policy_only}
    for key, _, _ in GROUPS:
        if key in used:
            yield f"group_{key}", _ROOT
    yield f"{_ROOT}_{_ADVICE}", _ROOT
    for key, _, _ in GROUPS:
        if key in choosable:
            yield f"group_{key}_{_ADVICE}", f"{_ROOT}_{_ADVICE}"


def _policy(parent: ET.Element, setting: Setting, *, recommended: bool) -> None:
    name = f"{setting.name}_{_ADVICE}" if recommended else setting.name
    key = rf"{POLICY_KEY}\{RECOMMENDED}" if recommended else POLICY_KEY
    policy = ET.SubElement(
        parent, "policy", {"class": "Machine" if setting.policy_only else "Both"}, name=name, key=key
    )
    policy.set("displayName", f"$(string.{setting.name})")
    policy.set("explainText", f"$(string.{name}_explain)")
    group = f"group_{group_of(setting.name)}"
    ET.SubElement(policy, "parentCategory", ref=f"{group}_{_ADVICE}" if recommended else group)
    ET.SubElement(policy, "supportedOn", ref=_SUPPORTED)
    if setting.type is bool:
        policy.set("valueName", setting.name)
        for tag, value in (("enabledValue", "1"), ("disabledValue", "0")):
            ET.SubElement(ET.SubElement(policy, tag), "decimal", value=value)
        return
    policy.set("presentation", f"$(presentation.{setting.name})")
    _element(ET.SubElement(policy, "elements"), setting, key)


def _element(parent: ET.Element, setting: Setting, key: str) -> None:
    own = {"id": setting.name, "valueName": setting.name}
    if setting.type is list:
        # Values 1, 2, … under a key of its own; no prefix: each value is called by its number.
        ET.SubElement(parent, "list", id=setting.name, key=rf"{key}\{setting.name}", valuePrefix="")
    elif setting.type is int:
        bounds = {"minValue": str(setting.least or 0), "maxValue": str(setting.most)}
        ET.SubElement(parent, "decimal", own, required="true", **bounds)
    elif setting.choices:
        choice = ET.SubElement(parent, "enum", own, required="true")
        for one in setting.choices:
            item = ET.SubElement(choice, "item", displayName=f"$(string.{_choice(setting, one)})")
            ET.SubElement(ET.SubElement(item, "value"), "string").text = one
    else:
        ET.SubElement(parent, "text", own, maxLength=str(LONGEST))


def _choice(setting: Setting, value: str) -> str:
    return f"{setting.name}_{re.sub(r'[^A-Za-z0-9]', '_', value)}"


def _strings(settings: Sequence[Setting], language: Language) -> Iterator[tuple[str, str]]:
    for name, words in _FIXED.items():
        yield name, said(words, language)
    titles = {key: words for key, words, _ in GROUPS}
    for name, _ in _categories(settings):
        if name not in _FIXED:
            yield name, said(titles[name.removeprefix("group_").removesuffix(f"_{_ADVICE}")], language)
    for setting in settings:
        yield setting.name, title(setting, language)
        yield f"{setting.name}_explain", explanation(setting, language)
        if not setting.policy_only:
            yield f"{setting.name}_{_ADVICE}_explain", explanation(setting, language, recommended=True)
        for one in setting.choices:
            yield _choice(setting, one), said(choice_words(setting.name, one), language)


def _presentation(parent: ET.Element, setting: Setting, language: Language) -> None:
    presentation = ET.SubElement(parent, "presentation", id=setting.name)
    words = title(setting, language)
    if setting.type is list:
        ET.SubElement(presentation, "listBox", refId=setting.name).text = words
    elif setting.type is int:
        ET.SubElement(
            presentation, "decimalTextBox", refId=setting.name, defaultValue=str(setting.default)
        ).text = words
    elif setting.choices:
        at = str(setting.choices.index(setting.default))
        ET.SubElement(presentation, "dropdownList", refId=setting.name, noSort="true", defaultItem=at).text = words
    else:
        box = ET.SubElement(presentation, "textBox", refId=setting.name)
        ET.SubElement(box, "label").text = words
        if setting.default:
            ET.SubElement(box, "defaultValue").text = str(setting.default)
