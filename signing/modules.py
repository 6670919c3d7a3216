"""Where the vendors' PKCS#11 modules lie: known names (DOMAIN.md 7), the system's folders, policy, a chosen file.

Only looks at files; loading one is ``agent``'s business. Knows the file system alone.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

# Official-duty tokens first, then public authorities' (DOMAIN.md 7); any version where a name has a star.
KNOWN_WINDOWS: tuple[tuple[str, str], ...] = (
    ("eTPKCS11.dll", "SafeNet"),
    ("bit4xpki.dll", "bit4id"),
    ("bit4ipki.dll", "bit4id"),
    ("viettel-ca_v*.dll", "Viettel-CA"),
    ("vnpt-ca_csp11.dll", "VNPT-CA"),
    ("vnptca_p11_v*.dll", "VNPT-CA"),
    ("BkavCA*.dll", "BkavCA"),
    ("fpt-ca*.dll", "FPT-CA"),
    ("CA2_csp11.dll", "CA2"),
    ("eps2003csp11*.dll", "ePass2003"),
    ("wdpkcs.dll", "WatchData"),
    ("gclib.dll", "Gemalto"),
    ("st3csp11.dll", "ST3"),
    ("nca_v*.dll", "NCA"),
    ("opensc-pkcs11.dll", "OpenSC"),
)
KNOWN_LINUX: tuple[tuple[str, str], ...] = (
    ("libeTPkcs11.so", "SafeNet"),
    ("libeToken.so", "SafeNet"),
    ("libbit4xpki.so", "bit4id"),
    ("libbit4ipki.so", "bit4id"),
    ("libcastle*.so", "ePass2003"),
    ("libwdpkcs.so", "WatchData"),
    ("libgclib.so", "Gemalto"),
    ("opensc-pkcs11.so", "OpenSC"),
    ("libsofthsm2.so", "SoftHSM"),
)
_LINUX_FOLDERS = (
    "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/lib/pkcs11", "/usr/lib/softhsm", "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/x86_64-linux-gnu/pkcs11", "/usr/lib/x86_64-linux-gnu/softhsm", "/usr/lib/aarch64-linux-gnu",
)  # fmt: skip
# Of these vendors every token is a card in a reader to the system: where no reader holds one, none of theirs is in.
# Others' tokens may be plain USB devices, which PC/SC does not see.
_THROUGH_READERS = frozenset({"SafeNet", "bit4id", "Gemalto", "OpenSC"})
VARIABLE = "TACNGHIEP_PKCS11"  # paths, parted as PATH is
_MACHINES = {0x014C: 32, 0x8664: 64, 0xAA64: 64}


@dataclass(frozen=True)
class Module:
    """A file that should be a PKCS#11 module.

    Attributes:
        path: the file.
        vendor: whose it is, by its name; "" when unknown.
        source: "chosen", "policy", "environment", "remembered" or "known".
        fits: its word size is this program's; a 32-bit driver cannot be loaded by a 64-bit program.
        bits: the file's word size, None where it does not say.
    """

    path: Path
    vendor: str
    source: str
    fits: bool
    bits: int | None = None

    @property
    def through_readers(self) -> bool:
        """Whether it needs no loading while no card reader holds a card."""
        return self.vendor in _THROUGH_READERS


def find(
    *,
    chosen: Path | None = None,
    remembered: Path | None = None,
    policy: Sequence[Path] = (),
    folders: Sequence[Path] | None = None,
    windows: bool | None = None,
) -> list[Module]:
    """The modules on this machine, in the order in which to try them, each file once.

    Args:
        chosen: a file that the person picked; then it alone.
        remembered: the one that worked last: tried first.
        policy: files that the office's policy names.
        folders: where to look for known names; the system's when None.
        windows: look for Windows' names; this system's when None.
    """
    on_windows = sys.platform == "win32" if windows is None else windows
    if chosen is not None:
        return [_module(chosen, "chosen", on_windows)]
    named = [Path(one) for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one]
    known = KNOWN_WINDOWS if on_windows else KNOWN_LINUX
    looked = _folders(on_windows) if folders is None else folders
    candidates = [
        *([(remembered, "remembered")] if remembered is not None else []),
        *((path, "policy") for path in policy),
        *((path, "environment") for path in named),
        *((path, "known") for path in _known(looked, [pattern for pattern, _ in known])),
    ]
    found: dict[str, Module] = {}
    for path, source in candidates:
        if path.is_file():
            found.setdefault(os.path.realpath(path), _module(path, source, on_windows))
    return list(found.values())


def _known(folders: Iterable[Path], patterns: Sequence[str]) -> list[Path]:
    hits: list[tuple[int, Path]] = []
    for folder in folders:
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        for name in names:
            order = next((i for i, one in enumerate(patterns) if fnmatch(name.lower(), one.lower())), None)
            if order is not None:
                hits.append((order, folder / name))
    return [path for _, path in sorted(hits, key=lambda one: one[0])]


def _folders(windows: bool) -> list[Path]:
    if not windows:
        return [Path(one) for one in _LINUX_FOLDERS]
    root = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
    # For a 64-bit program System32 holds the 64-bit files; SysWOW64 tells of a driver that was installed as 32-bit.
    return [root / "System32", root / "SysWOW64"]


def _module(path: Path, source: str, windows: bool) -> Module:
    known = KNOWN_WINDOWS if windows else KNOWN_LINUX
    vendor = next((vendor for pattern, vendor in known if fnmatch(path.name.lower(), pattern.lower())), "")
    bits = word_size(path)
    return Module(path, vendor, source, bits in (None, struct.calcsize("P") * 8), bits)


def at(path: Path) -> Module:
    """A file that was picked by hand."""
    return _module(path, "chosen", sys.platform == "win32")


def word_size(path: Path) -> int | None:
    """32 or 64 by the file's own header (PE machine field, ELF class); None for anything else."""
    try:
        with path.open("rb") as file:
            head = file.read(64)
            if head[:4] == b"\x7fELF" and len(head) > 4:
                return {1: 32, 2: 64}.get(head[4])
            if head[:2] != b"MZ" or len(head) < 64:
                return None
            file.seek(struct.unpack_from("<I", head, 0x3C)[0])
            signature = file.read(6)
    except OSError:
        return None
    if signature[:4] != b"PE\0\0" or len(signature) < 6:
        return None
    return _MACHINES.get(struct.unpack("<H", signature[4:])[0])
