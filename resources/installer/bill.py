"""The bill of materials (CycloneDX 1.5): every library shipped, what is linked into it, its hash and its licence.

Knows the payload's places, the words of Python's packages on themselves, and the bills that some wheels bring.
"""

from __future__ import annotations

import json
import re
import tomllib
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from resources.installer import closure
from resources.installer import payload as payloads
from resources.installer.papers import digest
from resources.installer.registration import NAME
from resources.installer.tools import BuildError

PARTS: list[dict[str, str]] = tomllib.loads(Path(__file__).with_name("parts.toml").read_text(encoding="utf-8"))["part"]
_FOR_WINDOWS = re.compile(r"-(?:cp313|abi3|none)-win_amd64\.whl$")
_FOR_ALL = re.compile(r"-none-any\.whl$")
Component = dict[str, Any]


def bill_of_materials(exported: str, payload: Path, version: str, python: Path, moment: int) -> str:
    """What lies in the payload, the same at each build.

    Args:
        exported: what uv tells of the locked libraries, those of other systems among them.
        version: of the program, as a person is told it.
        python: archive of the embeddable Python.
        moment: of the commit, seconds since 1970.

    Raises:
        BuildError: what is linked into a library is not what `parts.toml` says, or its licence is missing.
    """
    told = json.loads(exported)
    shipped = _installed(payload)
    libraries = [_library(one, shipped, payload) for one in told["components"] if _plain(one["name"]) in shipped]
    for one in libraries:
        if known := [*parts_inside(one["name"], payload), *_own_bill(shipped[_plain(one["name"])])]:
            one["components"] = _once(known)
    check_carried(payload)
    interpreter = _interpreter(payload, python)
    components = [*libraries, interpreter]
    _name_all(components, "")
    main = {
        "type": "application", "bom-ref": "tacnghiep", "name": "tacnghiep", "version": version, "description": NAME,
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    }  # fmt: skip
    known = {one["bom-ref"] for one in libraries}
    before = {one["bom-ref"]: one["name"] for one in told["components"]}
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'tacnghiep {version} {moment}')}", "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(moment, UTC).isoformat(), "component": main},
        "components": components,
        "dependencies": [
            {"ref": "tacnghiep", "dependsOn": sorted([*known, interpreter["bom-ref"]])},
            *_dependencies(told["dependencies"], before, known),
        ],
    }  # fmt: skip
    return json.dumps(bill, indent=2, ensure_ascii=False) + "\n"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _installed(payload: Path) -> dict[str, Path]:
    """What each library tells of itself: folder by its plain name."""
    found: dict[str, Path] = {}
    for about in sorted((payload / payloads.LIBRARIES).glob("*.dist-info")):
        metadata = HeaderParser().parsestr((about / "METADATA").read_text(encoding="utf-8"))
        found[_plain(metadata["Name"])] = about
    return found


def _library(told: Component, shipped: dict[str, Path], payload: Path) -> Component:
    name = told["name"]
    about = shipped[_plain(name)]
    licence = _licence(HeaderParser().parsestr((about / "METADATA").read_text(encoding="utf-8")))
    texts = [path.relative_to(payload).as_posix() for path in sorted(about.rglob("*")) if path.is_file()
             and "licen" in path.relative_to(about).as_posix().lower()]  # fmt: skip
    return {
        "type": "library", "name": name, "version": told["version"], "purl": told["purl"],
        **({"licenses": licence} if licence else {}),
        "externalReferences": _wheels(told),
        "properties": [{"name": "tacnghiep:licence-text", "value": text} for text in texts],
    }  # fmt: skip


def _wheels(told: Component) -> list[dict[str, Any]]:
    """Of all files of a library those that Windows takes, with their hashes."""
    places = told.get("externalReferences", [])
    return next(
        (found for kind in (_FOR_WINDOWS, _FOR_ALL) if (found := [one for one in places if kind.search(one["url"])])),
        [],
    )


def _licence(metadata: Any) -> list[dict[str, Any]]:
    """As the library says it, the modern way first."""
    if expression := metadata["License-Expression"]:
        return [{"expression": expression}]
    names = [line.rsplit(" :: ", 1)[1] for line in metadata.get_all("Classifier", ())
             if line.startswith("License :: ") and line != "License :: OSI Approved"]  # fmt: skip
    said = metadata["License"] or ""
    if said and len(said) < 80 and "\n" not in said:
        names = [said]
    return [{"license": {"name": name}} for name in names]


def parts_inside(library: str, payload: Path) -> list[Component]:
    """What `parts.toml` says is linked into a library or carried by it.

    Raises:
        BuildError: it is not what the file says, or its licence is missing.
    """
    return [_part(part, payload) for part in PARTS if part["inside"] == library]


def check_carried(payload: Path) -> None:
    """Nothing that a wheel carries in a folder of its own (``NAME.libs``) is of no part.

    Raises:
        BuildError: something is.
    """
    known = {file for part in PARTS for word in ("file", "more") if word in part for file in payload.glob(part[word])}
    for file in sorted((payload / payloads.LIBRARIES).glob("*.libs/*.dll")):
        if file not in known:
            raise BuildError(f"parts.toml: {file.relative_to(payload).as_posix()} is of no part")


def _part(part: dict[str, str], payload: Path) -> Component:
    found = list(payload.glob(part["file"]))
    if len(found) != 1:
        raise BuildError(
            f"parts.toml: {part['inside']} has {len(found) or 'no'} {part['file']}{'' if found else ' any more'}"
        )
    (file,) = found
    if not any(payload.glob(part["text"])):
        raise BuildError(f"parts.toml: {part['text']}, the licence of {part['name']}, is not in the payload")
    made: Component = {"type": "library", "name": part["name"]}
    if pattern := part.get("version"):
        found = re.search(pattern.encode().replace(rb"\x00", b"\x00"), file.read_bytes())
        if found is None:
            raise BuildError(f"parts.toml: {part['file']} tells no version of {part['name']} any more")
        made["version"] = found[1].decode()
    elif file.suffix == ".dll" and (said := closure.version(file)):
        made["version"] = said
    version = f"@{made['version']}" if "version" in made else ""
    made["purl"] = f"pkg:generic/{part['name']}{version}"
    licence = {"id": part["licence"]} if "licence" in part else {"name": part["named"]}
    made["licenses"] = [{"license": licence}]
    made["properties"] = [{"name": "tacnghiep:licence-text", "value": part["text"]}]
    return made


def _own_bill(about: Path) -> Iterable[Component]:
    """What a wheel's own bill lists, without its own modules."""
    for path in sorted(about.glob("sboms/*.json")):
        for one in json.loads(path.read_text(encoding="utf-8")).get("components", ()):
            if "#c-ext/" not in one.get("purl", ""):
                yield {"type": "library"} | {
                    word: one[word] for word in ("name", "version", "purl", "licenses") if one.get(word)
                }


def _once(components: Iterable[Component]) -> list[Component]:
    return list({(one["name"], one.get("version")): one for one in components}.values())


def _interpreter(payload: Path, archive: Path) -> Component:
    version = closure.version(payload / "python313.dll")
    return {
        "type": "platform", "name": "python", "version": version, "purl": f"pkg:generic/python@{version}",
        "description": "The embeddable package for 64-bit Windows",
        "hashes": [{"alg": "SHA-256", "content": digest(archive)}],
        "licenses": [{"license": {"id": "PSF-2.0"}}],
        "components": parts_inside("python", payload),
        "properties": [{"name": "tacnghiep:licence-text", "value": "licences/python.txt"}],
    }  # fmt: skip


def _name_all(components: list[Component], within: str) -> None:
    for one in components:
        one["bom-ref"] = f"{within}{one['name']}" + (f"@{one['version']}" if one.get("version") else "")
        _name_all(one.get("components", []), f"{one['bom-ref']}/")


def _dependencies(told: list[dict[str, Any]], names: dict[str, str], known: set[str]) -> list[dict[str, Any]]:
    refs = {ref.rsplit("@", 1)[0]: ref for ref in known}

    def ours(ref: str) -> str | None:
        return refs.get(names.get(ref, ""))

    lines: list[dict[str, Any]] = []
    for one in told:
        if ref := ours(one["ref"]):
            needs = sorted({found for other in one.get("dependsOn", ()) if (found := ours(other))})
            lines.append({"ref": ref, **({"dependsOn": needs} if needs else {})})
    return lines
