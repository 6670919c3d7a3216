"""The package for administrators: an MSI by wixl (msitools). Knows wixl and the WiX 3 schema."""

from __future__ import annotations

import mmap
import re
import time
from pathlib import Path
from xml.etree import ElementTree as ET

from resources.installer import closure, papers, tools
from resources.installer import payload as payloads
from resources.installer.msi_tables import FEATURE, ICON, Package, identifier, key, statements
from resources.installer.registration import PROGRAM
from resources.installer.tools import BuildError

_WIX = "http://schemas.microsoft.com/wix/2006/wi"
_UTF8 = "\r\n\r\n65001\t_ForceCodepage\r\n"
"""Table that says by which code page Windows Installer reads the words: UTF-8, as WiX writes since its version 4."""
_ALWAYS_NEWER = "65535.0.0.0"
"""Written for every program's version. Windows Installer asks which file is the newer one before it takes the older
product out, and then would not put back a library whose version went down, or whose version it was never told."""
_AT_ONCE = 40


def build(
    payload: Path, output: Path, version: str, folder: Path, *, told: str | None = None, moment: int | None = None
) -> None:
    """Make it.

    Args:
        version: of three numbers; Windows Installer compares no more.
        folder: for what lies between.
        told: the version as a person is told it.
        moment: that the package says it was made at, seconds since 1970; without it, now.

    Raises:
        BuildError: a name in the payload is not ASCII, or wixl refused.
    """
    package = Package(version, told or version, papers.payload_digest(payload))
    source = folder / "product.wxs"
    tree = ET.ElementTree(_source(payload, package))
    ET.indent(tree)
    tree.write(source, encoding="utf-8", xml_declaration=True)
    output.unlink(missing_ok=True)
    begun = time.time()
    tools.call([str(tools.WIXL.path()), "-a", "x64", "-o", output, source], cwd=payload)
    _force_versions(output, folder)
    pages = folder / "codepage.idt"
    pages.write_text(_UTF8, encoding="ascii", newline="")
    tools.call([str(tools.MSIBUILD.path()), output, "-i", pages])
    queries = statements(package)
    for at in range(0, len(queries), _AT_ONCE):
        tools.call([str(tools.MSIBUILD.path()), output, "-q", *queries[at : at + _AT_ONCE]])
    tools.call([str(tools.MSIBUILD.path()), output, "-s", f"Tac nghiep {package.told}", "Tac nghiep", "x64;1033",
                identifier(f"package {package.product}").strip("{}")])  # fmt: skip
    if moment is not None:
        with output.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
            set_moment(content, begun, moment)


def set_moment(content: mmap.mmap | bytearray, since: float, moment: int) -> None:
    """Put another time where a package says when it was made (MS-OLEPS 2.15): what libmsi writes is always now.

    Args:
        since: when the making began; what lies between that and now is what it wrote.
        moment: both in seconds since 1970.

    Raises:
        BuildError: it does not say so twice, made and last saved.
    """
    earliest, latest = _file_time(since - 2), _file_time(time.time() + 2)
    found = [
        one.start(1) for one in re.finditer(rb"\x40\x00\x00\x00(.{8})", content, re.DOTALL)
        if earliest <= int.from_bytes(one[1], "little") <= latest
    ]  # fmt: skip
    if len(found) != 2:
        raise BuildError(f"The package names the time it was made at {len(found)} times, not twice")
    for at in found:
        content[at : at + 8] = _file_time(moment).to_bytes(8, "little")


def _file_time(seconds: float) -> int:
    """In tenths of a microsecond since 1601 (MS-DTYP 2.3.3)."""
    return int((seconds + 11_644_473_600) * 10_000_000)


def _source(payload: Path, package: Package) -> ET.Element:
    root = ET.Element("Wix", xmlns=_WIX)
    product = ET.SubElement(
        root, "Product", Id=package.product, Name="Tac nghiep", Manufacturer="Tac nghiep", Version=package.version,
        Language="1033", UpgradeCode=identifier("upgrade"),
    )  # fmt: skip
    ET.SubElement(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine",
                  Description=f"Tac nghiep {package.told}")  # fmt: skip
    ET.SubElement(product, "Media", Id="1", Cabinet="payload.cab", EmbedCab="yes")
    # Relative, as below: wixl looks in the folder it runs in.
    ET.SubElement(product, "Icon", Id=ICON, SourceFile=PROGRAM)
    top = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    files = ET.SubElement(top, "Directory", Id="ProgramFiles64Folder")
    folder = ET.SubElement(files, "Directory", Id="INSTALLFOLDER", Name="TacNghiep")
    ET.SubElement(top, "Directory", Id="ProgramMenuFolder")
    ET.SubElement(top, "Directory", Id="DesktopFolder")
    feature = ET.SubElement(product, "Feature", Id=FEATURE, Level="1", Title="Tac nghiep")
    for component in _files(folder, payload):
        ET.SubElement(feature, "ComponentRef", Id=component)
    return root


def _files(top: ET.Element, payload: Path) -> list[str]:
    folders = {Path(): top}
    made: list[str] = []
    for path in payloads.files(payload):
        name = path.as_posix()
        if not name.isascii():
            raise BuildError(f"{name} is no ASCII name: Windows Installer would not find it")
        component = ET.SubElement(_folder(folders, path.parent), "Component", Id=key("c", name),
                                  Guid=identifier(name), Win64="yes")  # fmt: skip
        ET.SubElement(component, "File", Id="f" + component.attrib["Id"], Source=name, KeyPath="yes")
        made.append(component.attrib["Id"])
    return made


def _folder(known: dict[Path, ET.Element], path: Path) -> ET.Element:
    if path not in known:
        known[path] = ET.SubElement(
            _folder(known, path.parent), "Directory", Id=key("d", path.as_posix()), Name=path.name
        )
    return known[path]


def _force_versions(package: Path, folder: Path) -> None:
    """See `_ALWAYS_NEWER`. A file with a version has no hash (Windows Installer, MsiFileHash)."""
    tool = str(tools.MSIINFO.path())
    files = tools.call([tool, "export", package, "File"]).splitlines()
    hashes = tools.call([tool, "export", package, "MsiFileHash"]).splitlines()
    programs: set[str] = set()
    for at, line in enumerate(files[3:], 3):
        fields = line.split("\t")
        if fields[2].lower().endswith(closure.SUFFIXES):
            programs.add(fields[0])
            fields[4:6] = [_ALWAYS_NEWER, "0"]
            files[at] = "\t".join(fields)
    hashes = hashes[:3] + [line for line in hashes[3:] if line.split("\t")[0] not in programs]
    for name, lines in (("File", files), ("MsiFileHash", hashes)):
        table = folder / f"{name}.idt"
        table.write_text("\r\n".join(lines) + "\r\n", encoding="ascii", newline="")
        tools.call([str(tools.MSIBUILD.path()), package, "-i", table])
