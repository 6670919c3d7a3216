"""Overwrites a secret where it lies, once nobody needs it. Knows nothing of ours.

Python gives back the memory of bytes and texts as it is, keys and all. These are ours alone and of one use, so that
nobody misses them; what libraries have copied is theirs to clear.
"""

from __future__ import annotations

import ctypes
import sys

_BYTES_AT = bytes.__basicsize__ - 1
_TEXT_AT = sys.getsizeof("") - 1
_IS_CPYTHON = sys.implementation.name == "cpython"


def wipe(*secrets: bytes | str) -> None:
    """Fill these objects with zeros. Only for those that nothing else refers to: they are not to be looked at again.

    Args:
        secrets: of at least 16 bytes or ASCII letters, so that no constant of the interpreter's is meant.
    """
    if not _IS_CPYTHON:
        return
    for secret in secrets:
        if len(secret) < 16:
            continue
        if isinstance(secret, bytes):
            ctypes.memset(id(secret) + _BYTES_AT, 0, len(secret))
        elif secret.isascii():
            ctypes.memset(id(secret) + _TEXT_AT, 0, len(secret))


def own(secret: bytes) -> bytes:
    """A copy that nothing else refers to."""
    return bytes(bytearray(secret))
