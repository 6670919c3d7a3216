"""The signed announcement of a build, for the offices' update sources. Knows the program's own rules for it.

What the machines will refuse is refused here: the rules are those of `desktop.updates.manifest`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from desktop.updates import making
from desktop.updates.manifest import UpdateRefused, key_text
from resources.installer.tools import BuildError


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
    version: str, made: Sequence[Path], key: Path, password: Path | None, notes: Path | None, folder: Path
) -> tuple[list[Path], str]:
    """Write tacnghiep.update.json and its signature beside the installers.

    Args:
        made: all that was built; the installers among it are announced.
        key: Ed25519 private key (PEM), as ``openssl genpkey -algorithm ed25519`` makes it.
        password: file that holds its password.
        notes: folder with what is new, plain text: vi.txt and en.txt, either or both.

    Returns:
        the files, and the public key as the policy updateKey wants it.

    Raises:
        BuildError: what machines would refuse, or a key that is none.
    """
    installers = [path for path in made if path.suffix in (".msi", ".exe")]
    try:
        private = making.load_key(key.read_bytes(), password.read_bytes().strip() if password else None)
        told = {name: (notes / f"{name}.txt") for name in ("vi", "en")} if notes else {}
        texts = {name: path.read_text("utf-8-sig") for name, path in told.items() if path.exists()}
        data = making.make(version, installers, datetime.now(UTC), notes=texts)
        paths = making.publish(folder, data, [private])
    except UpdateRefused as refused:
        raise BuildError(f"the update was not announced: {refused}") from refused
    except OSError as error:
        raise BuildError(f"the update was not announced: {error}") from error
    return list(paths), key_text(private.public_key())
