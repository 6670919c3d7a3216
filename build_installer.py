"""Builds the Windows installers, on Linux or Windows: ``python build_installer.py``.

Gives, in ``dist``: tacnghiep-X.Y.Z-setup.exe (NSIS), tacnghiep-X.Y.Z.msi, the bill of materials (CycloneDX) and SHA-256
sums. Knows the order of the steps alone; each step is a module of `resources.installer`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PYTHON = ROOT / (".venv/Scripts/python.exe" if sys.platform == "win32" else ".venv/bin/python")


def main(arguments: list[str]) -> int:
    if not PYTHON.exists():
        print("The build's own Python is missing: python3 run.py setup", file=sys.stderr)
        return 2
    if Path(sys.prefix).resolve() != PYTHON.parent.parent.resolve():
        return subprocess.call([str(PYTHON), str(ROOT / "build_installer.py"), *arguments])
    from resources.installer.tools import BuildError

    options = _parser().parse_args(arguments)
    try:
        _build(options)
    except BuildError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build_installer.py", description="Build the Windows installers.")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR", help="where they go (dist)")
    parser.add_argument("--practice", action="store_true", help="with the practice office")
    parser.add_argument(
        "--python-embed",
        type=Path,
        metavar="ZIP",
        help="the official 64-bit embeddable Python 3.13; without it the result is a test build",
    )
    parser.add_argument("--python-sha256", metavar="HEX", help="of that file, as python.org says")
    parser.add_argument("--certificate", type=Path, metavar="P12", help="to sign programs and installers with")
    parser.add_argument("--certificate-password-file", type=Path, metavar="FILE")
    parser.add_argument("--timestamp-url", metavar="URL", help="time-stamping service for those signatures (RFC 3161)")
    parser.add_argument(
        "--update-key", type=Path, metavar="PEM", help="Ed25519 key: announce the build for the offices' update sources"
    )
    parser.add_argument("--update-key-password-file", type=Path, metavar="FILE")
    parser.add_argument("--update-notes", type=Path, metavar="DIR", help="what is new: vi.txt, en.txt")
    parser.add_argument(
        "--only", choices=("payload", "setup", "msi"), help="stop after the payload, or make one installer"
    )
    parser.add_argument("--quick", action="store_true", help="pack setup.exe less, for trying it")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the payload and what lies between here")
    return parser


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    begun = time.monotonic()
    print(f"{name} ... ", end="", flush=True)
    yield
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


def _build(options: argparse.Namespace) -> None:
    from resources.installer import (
        closure,
        compiling,
        inputs,
        launcher,
        msi,
        nsis,
        papers,
        payload,
        signing,
        tools,
        update_manifest,
    )  # fmt: skip

    wanted = [tools.COMPILER, tools.RESOURCES, tools.SIGNER, tools.WINE]
    wanted += [tools.NSIS] if options.only in (None, "setup") else []
    wanted += [tools.WIXL, tools.MSIBUILD, tools.MSIINFO] if options.only in (None, "msi") else []
    tools.require(wanted)
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    signer = signing.signer(options.certificate, options.certificate_password_file, options.timestamp_url)
    uv = PYTHON.with_name("uv.exe" if sys.platform == "win32" else "uv")
    icon = ROOT / "resources/installer/tacnghiep.ico"
    work = (options.keep or ROOT / "build").resolve()
    folder, between = work / "payload", work / "between"
    for one in (folder, between):
        shutil.rmtree(one, ignore_errors=True)
        one.mkdir(parents=True)
    with _step("Python for Windows"):
        embedded = inputs.embedded_python(options.python_embed, options.python_sha256, PYTHON, between)
        embedded.unpack(folder)
        signing.check(folder)
    told = f"{version}+test" if embedded.for_tests else version
    with _step("libraries"):
        locked = inputs.requirements(uv, ROOT, practice=options.practice)
        inputs.install_libraries(uv, PYTHON, locked, folder / payload.LIBRARIES, between)
    with _step("program"):
        papers.put_licences(folder)
        payload.prune(folder)
        payload.put_program(ROOT, folder, told, practice=options.practice)
        launcher.build(folder, between, version, icon)
    with _step("compiled code"):
        compiling.compile_all(folder, between)
    with _step("imports of all programs"):
        closure.check(folder)
    for name in ("tacnghiep.exe", "tacnghiep.com"):
        signer(folder / name)
    print(f"payload: {payload.size(folder) / 1e6:.0f} MB, digest {papers.payload_digest(folder)}")
    if options.only == "payload":
        return
    options.output.mkdir(parents=True, exist_ok=True)
    made = [options.output / f"tacnghiep-{version}.cdx.json"]
    bill = inputs.requirements(uv, ROOT, practice=options.practice, form="cyclonedx1.5")
    made[0].write_text(
        papers.bill_of_materials(bill, told, embedded.archive, _moment()), encoding="utf-8", newline="\n"
    )
    if options.only in (None, "setup"):
        with _step("setup.exe"):
            made.append(options.output / f"tacnghiep-{version}-setup.exe")
            nsis.build(folder, made[-1], version, icon, between, quick=options.quick, told=told)
            signer(made[-1])
    if options.only in (None, "msi"):
        with _step("msi"):
            made.append(options.output / f"tacnghiep-{version}.msi")
            msi.build(folder, made[-1], version, between, told=told)
            signer(made[-1])
    if options.update_key is not None:
        with _step("update"):
            announced, public = update_manifest.announce(
                version, made, options.update_key, options.update_key_password_file, options.update_notes,
                options.output,
            )  # fmt: skip
            made += announced
        print(f"updateKey: {public}")
    papers.write_sums(made, options.output / "SHA256SUMS")
    for path in made:
        print(f"{path} {path.stat().st_size / 1e6:.1f} MB")
    if embedded.for_tests:
        print("TEST BUILD: its Python is old. A release needs --python-embed and --python-sha256.")


def _moment() -> int:
    """Of the commit that is built, seconds since 1970."""
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(told.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
