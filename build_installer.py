"""Builds the Windows installers, on Linux or Windows: ``python build_installer.py``.

Gives, in ``dist``: tacnghiep-X.Y.Z-setup.exe (NSIS), tacnghiep-X.Y.Z.msi, the bill of materials (CycloneDX) and SHA-256
sums. Knows the order of the steps alone; each step is a module of `resources.installer`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resources.installer.tools import Tool

ROOT = Path(__file__).resolve().parent
PYTHON = ROOT / (".venv/Scripts/python.exe" if sys.platform == "win32" else ".venv/bin/python")

LONGEST_BUILD = 24 * 3600
"""Seconds."""


def main(arguments: list[str]) -> int:
    if not PYTHON.exists():
        print("The build's own Python is missing: python3 run.py setup", file=sys.stderr)
        return 2
    if Path(sys.prefix).resolve() != PYTHON.parent.parent.resolve():
        return subprocess.call([str(PYTHON), str(ROOT / "build_installer.py"), *arguments])
    from resources.installer.tools import BuildError

    options = _parser().parse_args(arguments)
    try:
        with _work_folder(options.keep) as work:
            Build(options, work).run()
    except BuildError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n{error.filename or 'The build'}: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; nothing was put into the output folder.", file=sys.stderr)
        return 130
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
        "--update-key",
        type=Path,
        metavar="PEM",
        help="Ed25519 key: announce the release for the offices' update sources",
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
def _work_folder(kept: Path | None) -> Iterator[Path]:
    """Where the payload is put together: a folder of this build's own, so that two builds can run side by side."""
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    (ROOT / "build").mkdir(exist_ok=True)
    for left in (ROOT / "build").glob("installer-*"):
        # Of a build that was killed.
        if time.time() - left.stat().st_mtime > LONGEST_BUILD:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build", prefix="installer-") as folder:
        yield Path(folder).resolve()


class Build:
    """One build, from what was asked to what lies in the output folder."""

    def __init__(self, options: argparse.Namespace, work: Path) -> None:
        self._options = options
        self._work = work
        self._payload = work / "payload"
        self._between = work / "between"
        self._icon = ROOT / "resources/installer/tacnghiep.ico"
        self._uv = PYTHON.with_name("uv.exe" if sys.platform == "win32" else "uv")

    def run(self) -> None:
        """All of it, cheapest refusals first."""
        from resources.installer import inputs, payload, signing, source, tools, update_manifest

        options = self._options
        tools.require(self._tools())
        self._source = source.read(ROOT)
        inputs.check_given(options.python_embed, options.python_sha256)
        self._certificate = None
        if options.certificate:
            self._certificate = signing.Certificate(
                options.certificate.resolve(), _resolved(options.certificate_password_file), options.timestamp_url
            )
            self._certificate.check()
        elif options.certificate_password_file or options.timestamp_url:
            raise tools.BuildError("Sign with which certificate? --certificate")
        if options.update_key:
            update_manifest.check_release(self._source.told(for_tests=options.python_embed is None))
            update_manifest.check_key(options.update_key, options.update_key_password_file)
        for one in (self._payload, self._between):
            shutil.rmtree(one, ignore_errors=True)
            one.mkdir(parents=True)
        self._make_payload()
        payload.set_times(self._payload, self._source.moment)
        if options.only != "payload":
            self._make_installers()
        if self._embedded.for_tests:
            print("TEST BUILD: its Python is old. A release needs --python-embed and --python-sha256.")
        if self._source.changed:
            print("CHANGED SOURCE: files differ from the commit, and the version says so.")

    def _tools(self) -> list[Tool]:
        from resources.installer import tools

        wanted = [tools.GIT, tools.COMPILER, tools.RESOURCES, tools.SIGNER, tools.WINE]
        wanted += [tools.NSIS] if self._options.only in (None, "setup") else []
        wanted += [tools.WIXL, tools.MSIBUILD, tools.MSIINFO] if self._options.only in (None, "msi") else []
        return wanted

    def _make_payload(self) -> None:
        from resources.installer import closure, compiling, inputs, launcher, papers, payload, registration, signing

        folder, between, practice = self._payload, self._between, self._options.practice
        with _step("Python for Windows"):
            self._embedded = inputs.embedded_python(self._options.python_embed, PYTHON, between)
            self._embedded.unpack(folder)
            signing.check(folder)
        self._told = self._source.told(for_tests=self._embedded.for_tests)
        with _step("libraries"):
            locked = inputs.requirements(self._uv, ROOT, practice=practice)
            inputs.install_libraries(self._uv, PYTHON, locked, folder / payload.LIBRARIES, between)
        with _step("program"):
            papers.put_licences(folder)
            payload.prune(folder)
            payload.put_program(ROOT, folder, self._told, practice=practice)
            launcher.build(folder, between, self._source.version, self._told, self._icon)
        with _step("compiled code"):
            compiling.compile_all(folder, between)
        with _step("imports of all programs"):
            closure.check(folder)
        print(f"payload: {payload.size(folder) / 1e6:.0f} MB, digest {papers.payload_digest(folder)}", flush=True)
        # After the digest: a signature holds the time it was made at.
        if self._certificate:
            with _step("signatures"):
                for name in (registration.PROGRAM, registration.TERMINAL):
                    self._certificate.sign(folder / name)

    def _make_installers(self) -> None:
        from resources.installer import papers, source

        made = self._between / "made"
        made.mkdir()
        name = source.file_name(self._told)
        (made / f"{name}.cdx.json").write_text(self._bill(), encoding="utf-8", newline="\n")
        with ThreadPoolExecutor() as pool, _step("installers, side by side"):
            waiting = [
                pool.submit(make, made / f"{name}{ending}")
                for kind, make, ending in (("setup", self._make_setup, "-setup.exe"), ("msi", self._make_msi, ".msi"))
                if self._options.only in (None, kind)
            ]
            for one in waiting:
                one.result()
        if self._options.update_key is not None:
            self._announce(made)
        papers.write_sums(sorted(made.iterdir()), made / "SHA256SUMS")
        self._hand_over(made)

    def _announce(self, made: Path) -> None:
        from resources.installer import update_manifest

        options = self._options
        with _step("update"):
            _, public = update_manifest.announce(
                self._told, sorted(made.iterdir()), options.update_key, options.update_key_password_file,
                options.update_notes, made,
            )  # fmt: skip
        print(f"updateKey: {public}")

    def _bill(self) -> str:
        from resources.installer import bill, inputs

        exported = inputs.requirements(self._uv, ROOT, practice=self._options.practice, form="cyclonedx1.5")
        return bill.bill_of_materials(exported, self._payload, self._told, self._embedded.archive, self._source.moment)

    def _make_setup(self, target: Path) -> None:
        from resources.installer import nsis

        finalize = self._certificate.command(ROOT, self._between) if self._certificate else ""
        nsis.build(self._payload, target, self._source.version, self._icon, self._between,
                   quick=self._options.quick, told=self._told, finalize=finalize)  # fmt: skip
        if self._certificate:
            self._certificate.sign(target)

    def _make_msi(self, target: Path) -> None:
        from resources.installer import msi

        msi.build(self._payload, target, self._source.version, self._between, told=self._told,
                  moment=self._source.moment)  # fmt: skip
        if self._certificate:
            self._certificate.sign(target)

    def _hand_over(self, made: Path) -> None:
        """Put everything into the output folder: whole files, and the sums last."""
        output = self._options.output
        output.mkdir(parents=True, exist_ok=True)
        for path in sorted(made.iterdir(), key=lambda path: (path.name == "SHA256SUMS", path.name)):
            beside = output / f".{path.name}.new"
            shutil.copyfile(path, beside)
            beside.replace(output / path.name)
            print(f"{output / path.name} {path.stat().st_size / 1e6:.1f} MB")


def _resolved(path: Path | None) -> Path | None:
    return path.resolve() if path else None


@contextmanager
def _step(name: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    begun = time.monotonic()
    print(f"{name} ... ", end="", flush=True)
    yield
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
