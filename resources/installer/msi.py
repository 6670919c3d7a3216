"""The package for administrators: an MSI by wixl (msitools). Knows wixl and the WiX 3 schema.

Everything in it is ASCII: msitools writes no code page by which Windows Installer would read Vietnamese.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from resources.installer import payload as payloads
from resources.installer import tools
from resources.installer.nsis import KEY
from resources.installer.tools import BuildError

_WIX = "http://schemas.microsoft.com/wix/2006/wi"
_FAMILY = uuid.UUID("8a1f3c52-0f0c-4c0e-9d0b-5f0e6c3f7a41")
"""Every identifier of this product's packages comes from it (RFC 9562, 5.5). Never change it: upgrades go by it."""
POLICY_KEY = r"Software\Policies\TacNghiep"
AUTOSTART_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_PROGRAM = "tacnghiep.exe"


@dataclass(frozen=True)
class Property:
    """What an administrator may say on msiexec's command line.

    Attributes:
        name: of the public property.
        key, value: registry value (HKLM) that it sets; it is remembered there over upgrades.
        content: what is written, in Windows Installer's own notation.
    """

    name: str
    key: str
    value: str
    content: str


PROPERTIES = (
    Property("CENTRALURL", POLICY_KEY, "centralUrl", "[CENTRALURL]"),
    Property("NETWORK", POLICY_KEY, "network", "[NETWORK]"),
    Property("AUTOSTART", AUTOSTART_KEY, "TacNghiep", f'"[INSTALLFOLDER]{_PROGRAM}" --tray'),
    Property("DESKTOPSHORTCUT", KEY, "DesktopShortcut", "[DESKTOPSHORTCUT]"),
)


def build(payload: Path, output: Path, version: str, folder: Path) -> None:
    """Make it.

    Args:
        version: of three numbers; Windows Installer compares no more.
        folder: for what lies between.

    Raises:
        BuildError: a name in the payload is not ASCII, or wixl refused.
    """
    source = folder / "product.wxs"
    package = ET.ElementTree(_source(payload, version))
    ET.indent(package)
    package.write(source, encoding="utf-8", xml_declaration=True)
    output.unlink(missing_ok=True)
    tools.call([str(tools.WIXL.path()), "-a", "x64", "-o", output, source], cwd=payload)
    for query in _conditions():
        tools.call([str(tools.MSIBUILD.path()), output, "-q", query])


def identifier(name: str) -> str:
    """A GUID that stays the same from build to build, as Windows Installer writes it."""
    return "{" + str(uuid.uuid5(_FAMILY, name)).upper() + "}"


def _source(payload: Path, version: str) -> ET.Element:
    root = ET.Element("Wix", xmlns=_WIX)
    product = ET.SubElement(
        root, "Product", Id=identifier(f"product {version}"), Name="Tac nghiep", Manufacturer="Tac nghiep",
        Version=version, Language="1033", UpgradeCode=identifier("upgrade"),
    )  # fmt: skip
    ET.SubElement(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine",
                  Platform="x64", Description=f"Tac nghiep {version}")  # fmt: skip
    ET.SubElement(product, "Media", Id="1", Cabinet="payload.cab", EmbedCab="yes")
    ET.SubElement(product, "MajorUpgrade", Schedule="afterInstallInitialize",
                  DowngradeErrorMessage="A newer version of Tac nghiep is installed on this computer.")  # fmt: skip
    for one in PROPERTIES:
        ET.SubElement(product, "Property", Id=one.name, Secure="yes")
        kept = ET.SubElement(product, "Property", Id=f"KEPT{one.name}", Secure="yes")
        ET.SubElement(kept, "RegistrySearch", Id=f"Search{one.name}", Root="HKLM", Key=one.key, Name=one.value,
                      Type="raw", Win64="yes")  # fmt: skip
    top = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    files = ET.SubElement(top, "Directory", Id="ProgramFiles64Folder")
    folder = ET.SubElement(files, "Directory", Id="INSTALLFOLDER", Name="TacNghiep")
    ET.SubElement(top, "Directory", Id="ProgramMenuFolder")
    ET.SubElement(top, "Directory", Id="DesktopFolder")
    feature = ET.SubElement(product, "Feature", Id="Program", Level="1", Title="Tac nghiep")
    for component in (*_files(folder, payload), *_registry(folder, version)):
        ET.SubElement(feature, "ComponentRef", Id=component)
    return root


def _files(top: ET.Element, payload: Path) -> list[str]:
    folders = {Path(): top}
    made: list[str] = []
    for path in payloads.files(payload):
        name = path.as_posix()
        if not name.isascii():
            raise BuildError(f"{name} is no ASCII name: Windows Installer would not find it")
        component = _component(_folder(folders, path.parent), name)
        # Relative: wixl looks below the folder it runs in.
        ET.SubElement(component, "File", Id="f" + component.attrib["Id"], Source=name, KeyPath="yes")
        made.append(component.attrib["Id"])
        if name == _PROGRAM:
            _shortcut(component, "StartMenu", "ProgramMenuFolder")
    return made


def _component(parent: ET.Element, name: str) -> ET.Element:
    key = "c" + uuid.uuid5(_FAMILY, name).hex
    return ET.SubElement(parent, "Component", Id=key, Guid=identifier(name), Win64="yes")


def _folder(known: dict[Path, ET.Element], path: Path) -> ET.Element:
    if path not in known:
        key = "d" + uuid.uuid5(_FAMILY, path.as_posix()).hex
        known[path] = ET.SubElement(_folder(known, path.parent), "Directory", Id=key, Name=path.name)
    return known[path]


def _shortcut(component: ET.Element, key: str, directory: str) -> None:
    ET.SubElement(component, "Shortcut", Id=key, Directory=directory, Name="Tac nghiep",
                  Target=f"[INSTALLFOLDER]{_PROGRAM}", WorkingDirectory="INSTALLFOLDER")  # fmt: skip


def _registry(folder: ET.Element, version: str) -> list[str]:
    own = _component(folder, "registry")
    for name, value in (("InstallDir", "[INSTALLFOLDER]"), ("Version", version), ("Package", "msi")):
        written = ET.SubElement(own, "RegistryValue", Root="HKLM", Key=KEY, Name=name, Type="string", Value=value)
        if name == "Version":
            written.set("KeyPath", "yes")
    made = [own]
    for one in PROPERTIES:
        component = _component(folder, f"property {one.name}")
        ET.SubElement(component, "RegistryValue", Root="HKLM", Key=one.key, Name=one.value, Type="string",
                      Value=one.content, KeyPath="yes")  # fmt: skip
        if one.name == "DESKTOPSHORTCUT":
            _shortcut(component, "Desktop", "DesktopFolder")
        made.append(component)
    return [one.attrib["Id"] for one in made]


def _conditions() -> list[str]:
    """What wixl's schema has no words for: a property's part is installed only where it is given, now or before."""
    queries: list[str] = []
    for at, one in enumerate(PROPERTIES):
        component = "c" + uuid.uuid5(_FAMILY, f"property {one.name}").hex
        queries.append(f"UPDATE `Component` SET `Condition` = '{one.name}' WHERE `Component` = '{component}'")
        queries.append(
            "INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) "
            f"VALUES ('Keep{one.name}', 51, '{one.name}', '[KEPT{one.name}]')"
        )
        # After AppSearch (50), before the costs are counted (800 and on); in the sequence with windows as well.
        queries += [
            f"INSERT INTO `{table}` (`Action`, `Condition`, `Sequence`) "
            f"VALUES ('Keep{one.name}', 'KEPT{one.name} AND NOT {one.name}', {420 + at})"
            for table in ("InstallExecuteSequence", "InstallUISequence")
        ]
    return queries
